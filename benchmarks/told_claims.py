"""Sentences of invented articles read, typed and put to the rows of one invented case, as a workspace does it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from enduse.claims import attribute, check
from enduse.engine.duckdb import DuckDBEngine
from enduse.model import TABLES
from enduse.settings import Settings
from enduse.store import Archive, StageRun, Tables
from enduse.worlds import Came, Told, add_articles, told_case, told_sentences

SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "told"
_NOT_TYPED = ("undecided", "denial")


def sentences(name: str) -> list[Told]:
    """Return the sentences of one set: development or held_back."""
    return told_sentences(yaml.safe_load((SENTENCES / f"{name}.yml").read_text(encoding="utf-8")))


def came(told: Sequence[Told]) -> dict[str, list[Came]]:
    """Return what the claims of each sentence came to, through the stages attribute and check in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        engine = DuckDBEngine(Path(folder) / "tmp")
        run = StageRun(Path(folder), Tables(Path(folder) / "tables"), Archive(Path(folder) / "archive"), engine, Settings())
        found = came_in(run, told)
        engine.close()
    return found


def came_in(run: StageRun, told: Sequence[Told]) -> dict[str, list[Came]]:
    """Return the same, through an empty run."""
    case = told_case()
    add_articles(case, told)
    for name, rows in case.tables.items():
        run.write(TABLES[name], rows)
    attribute(run)
    check(run)
    articles = {row["claim_id"]: row["article"] for row in run.read("extracted_claims", ["claim_id", "article"]).to_pylist()}
    found: dict[str, list[Came]] = {one.name: [] for one in told}
    for row in run.read("verdicts").to_pylist():
        template = _template(json.loads(row["query"]))
        found[articles[row["claim_id"]]].append(Came(template, row["verdict"], row["reason"], row["explanation"]))
    return found


def _template(query: Mapping[str, Any]) -> str | None:
    """Return the template that was asked; None for a claim that was not typed."""
    kind: str = query["template"]
    if kind in _NOT_TYPED:
        return None
    readings: Mapping[str, Sequence[Mapping[str, str]]] = query.get("asked", {})
    return next((asked[0]["template"] for asked in readings.values() if asked), kind)
