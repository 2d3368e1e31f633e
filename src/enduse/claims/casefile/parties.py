"""Which company of the case a name in an article stands for: surely, or only if a person confirms it, or several, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enduse import entities
from enduse.claims.naming import name_id
from enduse.store import StageRun

if TYPE_CHECKING:
    from enduse.claims.typing.shapes import Party

Row = dict[str, Any]
SURE = ("judged", "same_name", "listed_name")


@dataclass(frozen=True)
class Linked:
    """One party of a claim and its company as a query keeps it. `doubt`: why it is not sure, in words; None when it is.

    With a doubt, `query` still holds the one company that is asked about as if, or candidates when there are several.
    """

    query: Mapping[str, Any]
    doubt: str | None = None
    single: bool = True


class Links:
    """The candidates of names, as the stage `attribute` left them."""

    def __init__(self, run: StageRun) -> None:
        self._run = run
        self._rows: dict[str, list[Row]] = {}
        if run.has("name_candidates"):
            for row in run.read("name_candidates").to_pylist():
                if row["candidate_kind"] == "entity":
                    self._rows.setdefault(row["name_id"], []).append(row)

    def link(self, party: Party) -> Linked:
        """Return the company of a party; the name's words, people's judgements and the countries stated decide, in that order."""
        name = name_id(party.mention.kind, party.mention.text)
        rows = self._rows.get(name, [])
        sure = [row for row in rows if row["grade"] in SURE]
        judged = [row for row in sure if row["grade"] == "judged"]
        chosen = judged or sure
        if judged or len(sure) == 1:
            return self._sure(party, name, chosen, rows)
        if sure:
            told = f"{len(sure)} companies of the case bear the name {party.mention.text}."
            return Linked(_query(party, candidates=sure), told, False)
        likely = [row for row in rows if row["grade"] == "likely"]
        if len(likely) == 1:
            return Linked(_query(party, likely, _others(rows, likely)), _question(party, name, likely[0]))
        if rows:
            told = f"{len(rows)} companies of the case may be {party.mention.text}; none bears exactly that name."
            return Linked(_query(party, candidates=rows), told, False)
        said = f"No company of the case is called {party.mention.text!r}, or anything near it."
        return Linked({"name": party.mention.text, "unknown": said})

    def _sure(self, party: Party, name: str, chosen: Sequence[Row], rows: Sequence[Row]) -> Linked:
        query = _query(party, chosen, _others(rows, chosen))
        judged = chosen[0]["grade"] == "judged"
        if party.countries and not judged:
            cards = entities.describe(self._run, [row["candidate_id"] for row in chosen])
            stated = sorted({card.country for card in cards.values() if card.country})
            if stated and not set(stated) & set(party.countries):
                return Linked(
                    query,
                    f"The text places {party.mention.text} in {', '.join(party.countries)}; the company of that name in the case is in "
                    f"{', '.join(stated)}. {_how(name, chosen[0])}",
                )
        return Linked(query)


def _query(party: Party, ids: Sequence[Row] = (), possible: Sequence[str] = (), candidates: Sequence[Row] = ()) -> dict[str, Any]:
    kept = {
        "name": party.mention.text, "ids": sorted(row["candidate_id"] for row in ids), "possible": sorted(possible),
        "candidates": sorted(row["candidate_id"] for row in candidates),
    }  # fmt: skip
    return {key: value for key, value in kept.items() if value}


def _others(rows: Sequence[Row], chosen: Sequence[Row]) -> list[str]:
    """Return the companies that the name may stand for besides; their rows can keep a verdict open, never make one."""
    return [row["candidate_id"] for row in rows if row not in chosen]


def _question(party: Party, name: str, row: Row) -> str:
    told = f" ({row['score']:.4f} probable: {row['evidence']})" if row["score"] is not None else ""
    return f"Whether {party.mention.text} is {row['candidate']} is an open question{told}. {_how(name, row)}"


def _how(name: str, row: Row) -> str:
    return f"To answer it, write in judgements.csv: {name},{row['candidate_id']},same (or different)."
