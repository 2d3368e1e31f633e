"""`entity` stands on a list of `authority` on a day: checked against listed matches and designations, read as of that day.

Supported when a confirmed match has a designation in force on every day the claim admits. A likely match, or a list older than
the day, supports in part; a possible match decides nothing. Contradicted only when every loaded list of the authority is dated
(`as_of`) on or after the day, and the company is confirmed: as the subject, with designations that were not in force; or, by a
person's judgement, as another than every subject it resembles. That no match was found is never a contradiction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from enduse.claims.authorities import is_authority
from enduse.claims.companies import Company, in_words
from enduse.claims.subjects import GRADES
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.findings import Citation
from enduse.store import StageRun
from enduse.terms.periods import Period, day, period_of
from enduse.terms.propositions import Listed

_COLUMNS = ("designation_id", "subject_id", "snapshot_id", "list_id", "authority", "measure", "listed_on", "started_on", "ended_on")


@dataclass(frozen=True)
class _Found:
    """One designation of one subject that the company answers to; `in_force` None: its dates do not decide."""

    grade: str
    row: dict[str, Any]
    list_as_of: dt.date | None
    in_force: bool | None

    @property
    def words(self) -> str:
        """List, measure and dates in words."""
        start = self.row["started_on"] or self.row["listed_on"] or "a day not published"
        until = f" to {self.row['ended_on']}" if self.row["ended_on"] else ""
        return f"{self.row['list_id']} ({(self.row['measure'] or 'other').replace('_', ' ')}, from {start}{until}, {self.grade} match)"


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a listing."""
    says, company = question.says, question.companies["entity"]
    assert isinstance(says, Listed)
    whose = f" of {says.authority}" if says.authority else ""
    as_of = period_of(says.as_of) if says.as_of else None
    designations, dates = _designations(run, says.authority)
    if not designations:
        return Verdict(question.claim_id, "not_decidable", "list_not_loaded", f"No list{whose} is loaded.", question.query)
    found = _found(run, company, designations, (dates, as_of))
    held = _held(question, company, found, as_of)
    if held is not None:
        return held
    loaded = sorted({one["list_id"] for one in designations})
    what = f"{in_words(company)} on {as_of or 'any day'}: {len(found)} designations on {', '.join(loaded)} answer to it"
    rows = tuple(Citation("designation", one.row["designation_id"]) for one in found)
    verdict = Verdict(question.claim_id, "not_decidable", _reason(company, found), f"{what}{_listed(found)}.", question.query, rows)
    basis = _basis(run, company, found, (designations, dates, as_of))
    return verdict.against(basis) if basis else verdict


def _held(question: Question, company: Company, found: Sequence[_Found], as_of: Period | None) -> Verdict | None:
    """Return supported or partly supported when a designation was in force for the company itself; None otherwise."""
    sure = [one for one in found if one.in_force and one.grade in ("confirmed", "likely")] if company.ids else []
    if not sure:
        return None
    confirmed = [one for one in sure if one.grade == "confirmed"]
    current = [one for one in confirmed if as_of is None or one.list_as_of is None or one.list_as_of >= as_of.from_]
    word: Word = "supported" if current else "partly_supported"
    reason = "rows_agree" if current else ("older_list" if confirmed else "identity_open")
    cited = current or confirmed or sure
    said = f"{in_words(company)} on {as_of or 'the date of the list'}:{_listed(cited)}."
    rows = tuple(Citation("designation", one.row["designation_id"]) for one in cited)
    return Verdict(question.claim_id, word, reason, said, question.query, rows)


def _designations(run: StageRun, authority: str | None) -> tuple[list[dict[str, Any]], dict[str, dt.date | None]]:
    """Return the designations of the authority (of any, when none is named), and the dates of the lists loaded.

    `held_on` of a designation: the days of all versions of its list that hold it; its own snapshot is the newest of them.
    """
    if not run.has("designations"):
        return [], {}
    rows = run.read("designations", _COLUMNS)
    pairs = zip(rows["authority"].to_pylist(), rows["list_id"].to_pylist(), strict=True)
    fits = [authority is None or is_authority(authority, said, list_id) for said, list_id in pairs]
    dates: dict[str, dt.date | None] = {}
    if run.has("snapshots"):
        loaded = run.read("snapshots", ["snapshot_id", "as_of"]).to_pydict()
        dates = dict(zip(loaded["snapshot_id"], loaded["as_of"], strict=True))
    # Of no rows at all, a plain list would have no type.
    chosen = rows.filter(pa.array(fits, pa.bool_())).to_pylist()
    held: dict[str, set[dt.date | None]] = {row["designation_id"]: {dates.get(row["snapshot_id"])} for row in chosen}
    if run.has("designation_snapshots"):
        for version in run.read("designation_snapshots", ["designation_id", "snapshot_id"]).to_pylist():
            held.get(version["designation_id"], set()).add(dates.get(version["snapshot_id"]))
    return [{**row, "held_on": held[row["designation_id"]]} for row in chosen], dates


def _found(
    run: StageRun, company: Company, designations: Sequence[dict[str, Any]], when: tuple[dict[str, dt.date | None], Period | None]
) -> list[_Found]:
    dates, as_of = when
    if not run.has("listed_matches") or not company.everyone:
        return []
    matches = run.read("listed_matches", ["entity_id", "subject_id", "grade"], filters=[("entity_id", "in", list(company.everyone))])
    grades: dict[str, str] = {}
    for match in matches.to_pylist():
        # What a company that may be the same one answers to, this one may answer to.
        grade = match["grade"] if match["entity_id"] in company.ids else "possible"
        grades[match["subject_id"]] = min(grade, grades.get(match["subject_id"], grade), key=GRADES.index)
    found = [
        _Found(grades[row["subject_id"]], row, dates.get(row["snapshot_id"]), _in_force(row, dates.get(row["snapshot_id"]), as_of))
        for row in designations
        if row["subject_id"] in grades
    ]
    return sorted(found, key=lambda one: (GRADES.index(one.grade), one.row["designation_id"]))


def _in_force(row: dict[str, Any], list_as_of: dt.date | None, as_of: Period | None) -> bool | None:
    """Tell whether the designation was in force on every day admitted; False: on none; None: the dates do not decide."""
    start, end = period_of(row["started_on"] or row["listed_on"] or ""), period_of(row["ended_on"] or "")
    if as_of is None:
        if list_as_of is None:
            return None if row["ended_on"] else True
        as_of = day(list_as_of)
    if end is not None and end.until <= as_of.from_:
        return False
    if start is None:
        # An entry without a date is known to stand on the list on the days of the versions that hold it only.
        return True if end is None and any(one is not None and as_of == day(one) for one in row["held_on"]) else None
    if start.from_ > as_of.until:
        return False
    return True if start.until <= as_of.from_ and (end is None or end.from_ > as_of.until) else None


def _reason(company: Company, found: Sequence[_Found]) -> str:
    if company.candidates:
        return "ambiguous_company"
    if not found:
        return "not_in_data"
    confirmed = [one for one in found if one.grade == "confirmed"]
    if confirmed and len(confirmed) == len(found) and all(one.in_force is False for one in found):
        return "rows_differ"
    return "date_open" if confirmed else "identity_open"


def _basis(
    run: StageRun,
    company: Company,
    found: Sequence[_Found],
    loaded: tuple[Sequence[dict[str, Any]], dict[str, dt.date | None], Period | None],
) -> Basis | None:
    """Return what a contradiction would rest on; None when the lists or the identity do not carry one."""
    designations, dates, as_of = loaded
    if as_of is None or company.candidates or company.possible or not company.ids:
        return None
    known = [dates.get(snapshot) for snapshot in sorted({row["snapshot_id"] or "" for row in designations})]
    if any(one is None or one < as_of.until for one in known):
        return None
    dated = f"every list loaded is dated {min(one for one in known if one)} or later"
    if found:
        if any(one.grade != "confirmed" or one.in_force is not False for one in found):
            return None
        rows = tuple(Citation("designation", one.row["designation_id"]) for one in found)
        return Basis(f"None of them was in force then; {dated}.", rows)
    others = _judged_different(run, company)
    rows = tuple(Citation("designation", row["designation_id"]) for row in designations if row["subject_id"] in others)
    return Basis(f"A person judged it to be another than the subjects it resembles; {dated}.", rows) if rows else None


def _judged_different(run: StageRun, company: Company) -> set[str]:
    if not run.has("judgements"):
        return set()
    rows = run.read("judgements", ["left_id", "right_id", "judgement"]).to_pylist()
    pairs = [(row["left_id"], row["right_id"]) for row in rows if row["judgement"] == "different"]
    return {other for left, right in pairs for one, other in ((left, right), (right, left)) if one in company.ids}


def _listed(found: Sequence[_Found]) -> str:
    return "" if not found else " " + "; ".join(one.words for one in found[:5]) + (f"; and {len(found) - 5} more" if len(found) > 5 else "")


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the designations a supported listing rests on; None unless a confirmed one stands on a list dated by the claim's day."""
    says, company = question.says, question.companies["entity"]
    assert isinstance(says, Listed)
    if says.as_of is None:
        return None
    as_of = period_of(says.as_of)
    designations, dates = _designations(run, says.authority)
    found = [one for one in _found(run, company, designations, (dates, as_of)) if one.in_force and one.grade == "confirmed"]
    dated = [one for one in found if one.list_as_of is not None and (as_of is None or one.list_as_of >= as_of.from_)]
    rows = tuple(Citation("designation", one.row["designation_id"]) for one in dated)
    return Basis("A dated list names it.", rows) if rows and company.ids else None


TEMPLATE = Template("listed", ("entity",), check, _shown)
