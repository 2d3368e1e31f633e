"""What the loaded data could have shown: the coverage calendar, asked by country or source and by month.

An absence means something only in months that are declared complete, for imports of the company's country or for a
source of its own rows that does not name a reporter, and whose rows state the field the question is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from enduse.findings.finding import Citation

Field = Literal["consignor", "consignee", "hs", "net_mass", "value"]
Stream = tuple[str, str, str]
"""(source_id, reporter, direction)."""


@dataclass(frozen=True)
class Covered:
    """Whether every month of a window is complete; `missing` are the months that are not, `citations` the rows that say so.

    `unplaced` are the sides (consignee, supplier) whose country is not stated: no declared month can be said to cover them.
    """

    whole: bool
    missing: tuple[str, ...]
    citations: tuple[Citation, ...]
    unplaced: tuple[str, ...] = ()


class Calendar:
    """The rows of table coverage, by stream and month."""

    def __init__(self, rows: Iterable[dict[str, Any]], field_share_min: float) -> None:
        self._share = field_share_min
        self._streams: dict[Stream, dict[str, dict[str, Any]]] = {}
        for row in sorted(rows, key=lambda one: (one["source_id"], one["reporter"] or "", one["direction"] or "", one["month"])):
            stream = (row["source_id"], row["reporter"] or "", row["direction"] or "")
            self._streams.setdefault(stream, {})[row["month"]] = row
        self._asked: dict[tuple[object, ...], Covered] = {}

    @property
    def last_month(self) -> str | None:
        """The last month any source speaks of; None without coverage rows."""
        return max((month for months in self._streams.values() for month in months), default=None)

    @property
    def unnamed(self) -> bool:
        """True when some source does not say which country reports."""
        return any(stream[1] == "" for stream in self._streams)

    def streams(
        self, country: str | None, own_sources: Iterable[str], direction: Literal["import", "export"] = "import"
    ) -> tuple[Stream, ...]:
        """Return the streams that would show an import (or export) of a company of `country` whose rows stand in `own_sources`."""
        own = set(own_sources)
        return tuple(
            stream
            for stream in self._streams
            if stream[2] in (direction, "") and ((country is not None and stream[1] == country) or (stream[1] == "" and stream[0] in own))
        )

    def covered(
        self, streams: Sequence[Stream], months: Sequence[str], fields: tuple[Field, ...], goods: tuple[str, ...] | None = None
    ) -> Covered:
        """Tell whether each month is complete in some stream; `goods` None asks about all goods, else only about these codes."""
        question = (tuple(streams), tuple(months), fields, goods)
        if question not in self._asked:
            self._asked[question] = self._covered(streams, months, fields, goods)
        return self._asked[question]

    def _covered(
        self, streams: Sequence[Stream], months: Sequence[str], fields: tuple[Field, ...], goods: tuple[str, ...] | None
    ) -> Covered:
        missing: list[str] = []
        cited: list[Citation] = []
        for month in months:
            found = next((stream for stream in streams if self._complete(stream, month, fields, goods)), None)
            if found is None:
                missing.append(month)
            else:
                cited.append(Citation("coverage", "|".join((*found, month))))
        return Covered(not missing and bool(months), tuple(missing), tuple(cited))

    def steady(
        self, streams: Sequence[Stream], months: Sequence[str], fields: tuple[Field, ...], goods: tuple[str, ...] | None = None
    ) -> dict[Stream, frozenset[str]]:
        """Return each stream's complete months among `months`; streams without any are left out."""
        found = {stream: frozenset(month for month in months if self._complete(stream, month, fields, goods)) for stream in streams}
        return {stream: complete for stream, complete in found.items() if complete}

    def _complete(self, stream: Stream, month: str, fields: tuple[Field, ...], goods: tuple[str, ...] | None) -> bool:
        row = self._streams.get(stream, {}).get(month)
        if row is None or row["status"] != "complete":
            return False
        # A share is null when the month has no rows: a complete month without rows shows an absence.
        if any(row[f"{field}_share"] is not None and row[f"{field}_share"] < self._share for field in fields):
            return False
        scope = tuple(part.strip() for part in (row["goods_scope"] or "").split(",") if part.strip())
        return not scope or (goods is not None and bool(goods) and all(code.startswith(scope) for code in goods))


def in_words(months: Sequence[str]) -> str:
    """Return a short text for months: the only one, or first to last and how many."""
    return months[0] if len(months) == 1 else f"{len(months)} months between {months[0]} and {months[-1]}"
