"""People screened: names of the UN's list as printed and as typed, and names of people on no list.

Both are the ones that the makers of yente measure candidates with: the UN's names and the same dirtied (turned, letters swapped),
members of the US Congress, invented people of the whole world. Right: a hit on an entry that prints the name asked for; names of
entries that the list no longer holds are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from names.labelled import LOGIC_THRESHOLD, named
from names.ours import THRESHOLD
from names.split import HALVES, half
from names.table import Row, Table
from names.turns import anchor, in_turns, ours

_TOP = 5
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def pool(data: Path) -> list[dict[str, Any]]:
    """Return the people the UN lists, each with all names printed for it."""
    found = []
    for person in ElementTree.parse(data / "watchlists" / "un" / "UN_consolidated.xml").getroot().iter("INDIVIDUAL"):
        printed = [" ".join(filter(None, ((person.findtext(part) or "").strip() for part in _NAMES)))]
        printed += [(alias.findtext("ALIAS_NAME") or "").strip() for alias in person.iter("INDIVIDUAL_ALIAS")]
        printed.append((person.findtext("NAME_ORIGINAL_SCRIPT") or "").strip())
        names = [name for name in dict.fromkeys(printed) if name]
        found.append({"id": f"un:{person.findtext('DATAID')}", "schema": "Person", "name": names, "country": []})
    return found


def queries(data: Path, entries: Sequence[dict[str, Any]]) -> list[tuple[str, str, frozenset[str]]]:
    """Return (kind, name, ids of the entries that print it) for each name asked."""
    bearers: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        for name in entry["name"]:
            bearers.setdefault(_words(name), set()).add(entry["id"])
    printed, typed = (list(_column(data, f"positives_un_{kind}.csv")) for kind in ("untreated", "treated"))
    asked = []
    for name, dirty in zip(printed, typed, strict=True):
        if own := frozenset(bearers.get(_words(name), ())):
            asked += [("printed", name, own), ("typed", dirty, own)]
    for kind, file in (("invented people", "negatives_global_every4th.csv"), ("US Congress", "positives_us_congress_untreated.csv")):
        asked += [(kind, name, frozenset[str]()) for name in _column(data, file) if _words(name) not in bearers]
    return asked


def run_people(table: Table, data: Path, rounds: int) -> None:
    """Add the shares of listed people found and of others with a hit."""
    entries = pool(data)
    asked = queries(data, entries)
    wire = [{"id": str(at), "schema": "Person", "name": [name], "country": []} for at, (_, name, _) in enumerate(asked)]
    given: dict[str, Any] = {"queries": wire, "pool": entries, "top": _TOP, "threshold": THRESHOLD}
    table.notes.append(f"people: {len(entries):,} people the UN lists, {len(asked):,} names asked")
    anchors = {"logic-v2": LOGIC_THRESHOLD}
    for done in in_turns("match", given, [ours(), *(anchor(name) for name in anchors)], rounds):
        method, threshold = named(done, anchors)
        hits = done.answer["result"]["hits"]
        met = [{item for item, score in hits[str(at)] if score >= threshold} for at in range(len(asked))]
        for part in ("all", *HALVES):
            for kind in dict.fromkeys(kind for kind, _, _ in asked):
                at_all = [at for at, (its, name, _) in enumerate(asked) if its == kind and part in ("all", half(name))]
                listed = bool(asked[at_all[0]][2])
                right = sum(bool(met[at] & asked[at][2] if listed else met[at]) for at in at_all)
                measure = f"UN names as {kind}, found" if listed else f"{kind} with a hit"
                table.add(Row("people", measure, method, part, len(at_all), right / len(at_all), None))
        table.add(Row("people", "CPU us a case", method, "all", len(asked), 1e6 * done.cpu_seconds / len(asked)))


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(name.casefold().replace(",", " ").replace("-", " ").split()))


def _column(data: Path, file: str) -> Iterator[str]:
    with (data / "matching" / "yente" / file).open(encoding="utf-8", newline="") as rows:
        yield from (row["full_name"] for row in csv.DictReader(rows))
