"""What the loaded versions of a list, and the dates of a designation, say of a day: in force, not in force, or cannot tell.

A version is evidence for the day it speaks for. That it holds an entry proves that the entry stood on the list that day; that it
does not hold one proves nothing (a file may be a part of a list), so that absence is a doubt and never a denial. Only dates deny.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from enduse.store import StageRun
from enduse.terms.periods import Period, day, period_of

Status = Literal["in force", "cannot tell", "no day asked"]
_HELD = """
select h.designation_id, h.list_id, s.snapshot_id, s.as_of, s.retrieved_at, s.sha256
from {held} h
left join snapshots s on s.snapshot_id = h.snapshot_id
order by h.designation_id, s.as_of nulls first, s.retrieved_at, s.sha256
"""


_LOADED = """
select distinct h.list_id, s.sha256, s.as_of, s.retrieved_at
from {held} h
left join snapshots s on s.snapshot_id = h.snapshot_id
order by h.list_id, s.sha256, s.as_of, s.retrieved_at
"""


class Version(NamedTuple):
    """One version of a list: one file and the day it speaks for, null when nobody stated it."""

    as_of: dt.date | None = None
    retrieved_at: str | None = None
    sha256: str | None = None


class Standing(NamedTuple):
    """What is known of one designation on one day: the word, on what it rests, and the version to cite."""

    status: Status
    because: str | None
    version: Version


@dataclass
class ListVersions:
    """The versions of each list, and those that hold each designation, oldest first (versions of no stated day before all)."""

    held: dict[str, list[Version]] = field(default_factory=lambda: defaultdict(list))
    days: dict[str, set[dt.date]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def load(cls, run: StageRun, as_of: dt.date | None) -> ListVersions:
        """Return what the workspace holds; where no day is asked about, of each designation the newest version, which is cited, alone."""
        found, known = cls(), dict[str | None, Version]()
        for row in _ask(run, _HELD, as_of):
            version = known.setdefault(row["snapshot_id"], Version(row["as_of"], row["retrieved_at"], row["sha256"]))
            found.held[row["designation_id"]].append(version)
            if version.as_of is not None:
                found.days[row["list_id"]].add(version.as_of)
        return found

    def standing(self, designation: dict[str, Any], as_of: dt.date | None) -> Standing | None:
        """Return what is known of a designation (a row of that table) on a day; null when its dates say that it was not in force.

        In force is what its dates say so of, unless a version of its list says otherwise; and, where it states no start and no
        end that decides, what stands in the version of that very day or in both versions around it. Everything else cannot be told.
        """
        held = self.held.get(designation["designation_id"]) or [Version()]
        if as_of is None:
            return Standing("no day asked", None, held[-1])
        dated = in_force(designation["listed_on"], designation["started_on"], designation["ended_on"], as_of)
        if dated is False:
            return None
        around = _around(self.days.get(designation["list_id"], set()), held, as_of)
        doubt = around.doubt(_period(designation["started_on"] or designation["listed_on"]), _period(designation["ended_on"]))
        if dated:
            return around.cannot_tell(doubt) if doubt else around.in_force(f"its dates say so{around.beside}")
        if designation["started_on"] is None and _ended(designation["ended_on"], as_of) is False and (proof := around.proof()):
            return around.in_force(proof)
        said = "its dates leave it open" if designation["listed_on"] or designation["started_on"] else "no date of its start is published"
        return around.cannot_tell(doubt or said + around.beside)


@dataclass(frozen=True)
class _Around:
    """The versions around a day: the newest of that day or before, the oldest after it, and which of them hold the designation."""

    as_of: dt.date
    before: dt.date | None
    after: dt.date | None
    days_held: frozenset[dt.date]
    cited: Version

    @property
    def beside(self) -> str:
        """Which version that holds it is cited, in words; empty where that states no day."""
        return "" if self.cited.as_of is None else f"; it stands in the version of {self.cited.as_of}"

    def proof(self) -> str | None:
        """Return which versions prove that it stood on the list that day; null when none do."""
        if self.before not in self.days_held:
            return None
        if self.before == self.as_of:
            return "it stands in the version of that day"
        return f"it stands in the versions of {self.before} and {self.after}" if self.after in self.days_held else None

    def doubt(self, start: Period | None, end: Period | None) -> str | None:
        """Return which version beside the day does not hold it though it could; null when none.

        Before its start (unless one did) and after its end no version could.
        """
        if self.before == self.as_of and self.before in self.days_held:
            return None
        for beside in (self.before, self.after):
            if beside is None or beside in self.days_held:
                continue
            begun = start is None or start.from_ <= beside or any(one < beside for one in self.days_held)
            if begun and (end is None or beside < end.until):
                return f"it stands in the version of {self.cited.as_of or 'no stated day'}, not in that of {beside}"
        return None

    def in_force(self, because: str) -> Standing:
        """Return that word with its reason."""
        return Standing("in force", because, self.cited)

    def cannot_tell(self, because: str) -> Standing:
        """Return that word with its reason."""
        return Standing("cannot tell", because, self.cited)


def _around(days: set[dt.date], held: list[Version], as_of: dt.date) -> _Around:
    """Cited is the newest version of that day or before that holds the designation, else the oldest after it, else one of no day."""
    before, after = max((one for one in days if one <= as_of), default=None), min((one for one in days if one > as_of), default=None)
    earlier = [one for one in held if one.as_of is not None and one.as_of <= as_of]
    later = [one for one in held if one.as_of is not None and one.as_of > as_of]
    cited = earlier[-1] if earlier else later[0] if later else held[-1]
    return _Around(as_of, before, after, frozenset(one.as_of for one in held if one.as_of is not None), cited)


def loaded(run: StageRun, as_of: dt.date | None) -> list[dict[str, Any]]:
    """Return the versions of lists that a question reads (without a day, those that are cited): list_id, sha256, as_of, retrieved_at."""
    return _ask(run, _LOADED, as_of)


def _ask(run: StageRun, question: str, as_of: dt.date | None) -> list[dict[str, Any]]:
    """Return the rows of a question; none where no list is loaded. Raises StageNotRun for tables of before versions were kept apart."""
    if not run.has("designations"):
        return []
    held = "designations" if as_of is None else "designation_snapshots"
    run.attach(held, "snapshots")
    found: list[dict[str, Any]] = run.query(question.format(held=held)).to_pylist()
    return found


def in_force(listed_on: str | None, started_on: str | None, ended_on: str | None, as_of: dt.date) -> bool | None:
    """Tell whether a designation has effect on a day; None when its dates are not stated or admit both.

    >>> in_force("2022-03", None, None, dt.date(2022, 3, 15)) is None
    True
    """
    begin = _period(started_on or listed_on)
    ended = _ended(ended_on, as_of)
    begun = None if begin is None else _not_after(begin, day(as_of))
    if ended is True or begun is False:
        return False
    return None if ended is None or begun is None else True


def _ended(ended_on: str | None, as_of: dt.date) -> bool | None:
    end = _period(ended_on)
    return False if end is None else _not_after(end, day(as_of))


def _not_after(one: Period, other: Period) -> bool | None:
    later = other.precedes(one)
    return None if later is None else not later


def _period(text: str | None) -> Period | None:
    return period_of(text) if text else None
