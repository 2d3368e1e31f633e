"""How a workspace compares with the truth of the invented world it was filled from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enduse import worlds
from enduse.errors import SettingError, UnreadableFile

if TYPE_CHECKING:
    from enduse.workspace.case import Workspace


def score(case: Workspace, truth: Path) -> worlds.Score:
    """Return how the tables of a workspace, and its answers to the truth's questions, compare with the truth."""
    known = _truth(truth)
    return worlds.score(known, _answers(case, known))


def _truth(path: Path) -> dict[str, Any]:
    """Return what truth.json of an invented world says; raises UnreadableFile for another file."""
    remedy = "Give the truth.json that `enduse simulate` or `enduse demo` wrote."
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error), remedy) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(path, "not a JSON document", remedy) from error
    missing = [name for name in worlds.TRUTH_PARTS if name not in known] if isinstance(known, dict) else list(worlds.TRUTH_PARTS)
    if missing or not isinstance(known, dict):
        raise UnreadableFile(path, f"not the truth of an invented world: it says nothing of {', '.join(missing)}", remedy)
    return known


def _answers(case: Workspace, truth: Mapping[str, Any]) -> worlds.Answers:
    """Return the workspace's tables, and its answers to the truth's questions (None where a name is not known)."""
    tables = {
        field: case.tables.read(name, worlds.COLUMNS[field]) if case.tables.has(name) else None for field, name in worlds.TABLES.items()
    }
    results: dict[str, dict[str, Any] | None] = {}
    asked = worlds.questions(truth)
    for number, question in enumerate(asked):
        case.progress("answering the truth's questions", number, len(asked))
        results[question["id"]] = _answer(case, question)
    return worlds.Answers(**tables, results=results)


def _answer(case: Workspace, question: Mapping[str, Any]) -> dict[str, Any] | None:
    goods, since, until = question.get("goods") or (), question.get("since"), question.get("until")
    try:
        if question["ask"] == "trace":
            return case.trace(question["from"], question["to"], goods, since, until, question["unit"]).as_json()
        return case.suppliers(question["of"], goods, since, until).as_json()
    except SettingError:
        # A name that the tables do not hold, or that several companies share, is an answer not given: scored as such.
        return None
