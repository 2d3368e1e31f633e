"""An invented case with articles, prepared as the earlier rooms leave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enduse.claims import Verdict, attribute, check, recheck
from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.ids import hash_of
from tests.claims.desks import COMPLETE, list_company, prepare

SENT = "Invented Kestrel Works delivered engines worth at least $500 to Example Trading in 2023."


def article(text: str, name: str = "a.txt", **stated: str) -> dict[str, Any]:
    """Return one article as the first room leaves it."""
    return {"name": name, "text": f"{text}\n", "language": "en", **stated}


def with_articles(desk: StageRun, *articles: dict[str, Any], listed: dict[str, str] | None = None, **tables: Sequence[Any]) -> StageRun:
    """Write a case with these articles and run attribute and check; `tables` go to desks.prepare, `listed` to list_company."""
    prepare(desk, tables.get("shipments", [{"usd": 600.0}]), tables.get("covered", COMPLETE))
    snapshots: list[dict[str, Any]] = []
    if listed is not None:
        list_company(desk, **listed)
        snapshots = desk.read("snapshots").to_pylist()
    for name in ("designations", "judgements", "hs_codes", "components"):
        if not desk.has(name):
            desk.write(TABLES[name], [])
    add(desk, *articles, snapshots=snapshots)
    attribute(desk)
    check(desk)
    return desk


def add(desk: StageRun, *articles: dict[str, Any], snapshots: Sequence[dict[str, Any]] = ()) -> None:
    """Write the tables articles and snapshots."""
    rows = []
    for one in articles:
        stated = {key: value for key, value in one.items() if key != "name"}
        rows.append({"article_id": hash_of([one["name"], one["text"]]), "snapshot_id": one["name"], "text_offset": 0, **stated})
    desk.write(TABLES["articles"], rows)
    desk.write(TABLES["snapshots"], [*snapshots, *({"snapshot_id": one["name"], "file_name": one["name"]} for one in articles)])


def only_verdict(desk: StageRun) -> Verdict:
    """Return the one verdict of the case, computed again: it equals the kept one."""
    kept = desk.read("verdicts").to_pylist()
    assert len(kept) == 1, kept
    again = recheck(desk, kept[0]["claim_id"])
    assert [(name, value, kept[0][name]) for name, value in again.row().items() if value != kept[0][name]] == []
    return again
