"""How the answers of `enduse screen` are shown: hits as they are found, and the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from enduse.cli import showing

if TYPE_CHECKING:
    from enduse.entities import Screened

_SHOWN_MAX = 1000
"""A table for people holds at most this many hits; all of them are in JSON."""


def show_hits(screened: Iterable[Screened], as_json: bool) -> None:
    """Print the hits: a line of JSON for each name as it is answered, or one table."""
    rows: list[tuple[Any, ...]] = []
    names = hits = 0
    for one in screened:
        names += 1
        if as_json:
            showing.show_line(one.as_json())
            continue
        for hit in one.hits:
            hits += 1
            if len(rows) < _SHOWN_MAX:
                decided = f"{hit.decision.judgement}, says {hit.decision.judged_by or 'a person'}" if hit.decision else ""
                probability = f"{hit.probability:.3f}"
                rows.append((hit.query, hit.listed_name, hit.list_id, hit.program or "", hit.grade, probability, hit.status, decided))
    if as_json:
        return
    columns = ["name", "listed as", "list", "programme", "grade", "probability", "in force", "decided"]
    showing.show_table(f"{hits:,} hits for {names:,} names", columns, rows, right=["probability"])
    if hits > len(rows):
        showing.say(f"{hits - len(rows):,} further hits are not shown; --json prints all")


def show_ledger(records: Sequence[dict[str, Any]], as_json: bool) -> None:
    """Print the screening ledger, the oldest entry first."""
    if as_json:
        for record in records:
            showing.show_line(record)
        return
    columns = ["screening", "asked", "list versions", "found", "decided"]
    rows = [
        (
            f"{record['screening']} {record['at']}" + ("" if record["complete"] else " (stopped early)"),
            f"{record['asked']['names']:,} names of {record['asked']['file']} as of {record['as_of'] or 'any day'}",
            len(record["lists"]),
            f"{record['found']['hits']:,} hits for {record['found']['names_with_hits']:,} names",
            _decided(record["decided"]),
        )
        for record in records
    ]
    showing.show_table(f"{len(rows):,} screenings", columns, rows, right=["list versions"])


def _decided(decisions: Sequence[dict[str, Any]]) -> str:
    people = sorted({one["judged_by"] for one in decisions if one["judged_by"]})
    return f"{len(decisions)} by {', '.join(people) or 'a person'}" if decisions else ""
