"""A company is tied to another, or to a person: checked against what registries state and what shipments print.

Owners, parents and directors are statements of registries, each as of its file's date: a tie stated on the day claimed, or
both before and after it, supports the claim; one stated only earlier or later supports it in part. Acting for another and a
shared address are read from the shipments. A registry holds what it was told: a tie that is not found contradicts nothing, and a
tie between companies that are only questions decides nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.claims.companies import Company, in_words
from enduse.claims.parameters import CITED_ROWS_MAX
from enduse.claims.subjects import GRADES, dated, subjects
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.findings import Citation
from enduse.store import StageRun
from enduse.terms.periods import Period, day, period_of
from enduse.terms.propositions import Linked

_COLUMNS = "statement_id, snapshot_id, subject_id, object_id, coalesce(scheme, 'other') as scheme, value"
_BETWEEN = f"""
select {_COLUMNS} from statements
where prop = 'link' and subject_id in :ids and object_id in :ids
order by statement_id
"""
_OWNERS_OF = f"""
select {_COLUMNS} from statements
where prop = 'link' and scheme = 'owner' and subject_id in :ids and object_id is not null
order by statement_id
"""
_ENDED = re.compile(r"\buntil (\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_REGISTERED = ("owner", "parent", "director", "any")
_PRINTED = ("acts_for", "shares_address", "any")
_HOPS_MAX = 6
"""Owners of owners are followed so far."""


@dataclass(frozen=True)
class _Tie:
    """Statements (or printed rows) that together tie the two; `grade` the weakest of the identities."""

    kind: str
    grade: str
    hops: tuple[tuple[dict[str, Any], ...], ...]
    """One for each tie between the two, in order, with every row that states it."""
    fits: bool
    """It is of the kind, and in the direction, that the claim says."""

    @property
    def rows(self) -> tuple[dict[str, Any], ...]:
        """Every row of every tie between."""
        return tuple(row for hop in self.hops for row in hop)

    @property
    def days(self) -> tuple[Any, Any] | None:
        """The first and the last day between which each of the ties is stated; None when one of them states no day."""
        known = [[row["as_of"] for row in hop if row["as_of"]] for hop in self.hops]
        return (max(min(one) for one in known), min(max(one) for one in known)) if all(known) and known else None


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a tie."""
    says = question.says
    assert isinstance(says, Linked)
    company, by = question.companies["company"], question.companies["by"]
    as_of = period_of(says.as_of) if says.as_of else None
    left, right = (subjects(run, one) if says.relation in _REGISTERED else {} for one in (company, by))
    ties = [*_stated(run, says, left, right), *_printed(run, says, company, by)]
    unknown = [one.unknown for one, known in ((company, left), (by, right)) if one.unknown and not known]
    if unknown:
        if says.relation in _REGISTERED and not run.has("statements"):
            return Verdict(question.claim_id, "not_decidable", "list_not_loaded", "No registry is loaded.", question.query)
        return Verdict(question.claim_id, "not_decidable", "unknown_company", " ".join(unknown), question.query)
    return _decided(run, question, says, ties, as_of)


def _decided(run: StageRun, question: Question, says: Linked, ties: Sequence[_Tie], as_of: Period | None) -> Verdict:
    """Return the best that the ties say: of the claim's kind first, sure identities first, dates that fit first."""
    names = f"{in_words(question.companies['company'])} and {in_words(question.companies['by'])}"

    def verdict(word: Word, reason: str, sentence: str, of: Sequence[_Tie]) -> Verdict:
        rows = tuple(dict.fromkeys(Citation(row["cite"], row["statement_id"]) for tie in of for row in tie.rows))
        said = f"Ties between {names}: {_listed(of)}. {sentence}".strip()
        return Verdict(question.claim_id, word, reason, said, question.query, rows[: run.parameter(CITED_ROWS_MAX)])

    if not ties:
        return verdict("not_decidable", "not_in_data", "A registry holds what it was told; nothing follows from what it does not hold.", ())
    fitting = [one for one in ties if one.fits]
    if not fitting:
        return verdict("not_decidable", "tie_open", f"None is stated as {says.relation.replace('_', ' ')} in that direction.", ties)
    sure = [one for one in fitting if one.grade != "possible"]
    if not sure:
        return verdict("not_decidable", "identity_open", "Whether these are the ones named is an open question.", fitting)
    confirmed = [one for one in sure if one.grade == "confirmed"]
    holding = confirmed or sure
    reason = _in_time(holding, as_of)
    if reason == "rows_agree" and not confirmed:
        return verdict("partly_supported", "identity_open", "Whether these are the ones named is likely, not confirmed.", sure)
    if reason == "ended":
        return verdict("not_decidable", "ended", f"It had ended before {as_of or 'the date of the registry'}.", holding)
    if reason == "rows_agree":
        return verdict("supported", "rows_agree", "", holding)
    return verdict("partly_supported", reason, "It is stated, not on the day claimed.", holding)


def _in_time(ties: Sequence[_Tie], as_of: Period | None) -> str:
    """Return rows_agree when the ties are stated on the day claimed or on both sides of it; else why not."""
    open_ = [one for one in ties if not any(_has_ended(row, as_of) for row in one.rows)]
    if not open_:
        return "ended"
    if as_of is None:
        return "rows_agree"
    stated: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for one in open_:
        if one.days:
            stated[one.kind].append(one.days)
    # A tie stated before and after the day was there on it; another kind of tie stated after it is another tie.
    if any(min(first for first, _ in days) <= as_of.until and max(last for _, last in days) >= as_of.from_ for days in stated.values()):
        return "rows_agree"
    latest = max((last for days in stated.values() for _, last in days), default=None)
    return "older_list" if latest is not None and latest < as_of.from_ else "date_open"


def _has_ended(row: dict[str, Any], as_of: Period | None) -> bool:
    met = _ENDED.search(row["value"] or "")
    end = period_of(met[1]) if met else None
    if end is None:
        return False
    asked = as_of or (day(row["as_of"]) if row["as_of"] else None)
    return asked is None or end.until <= asked.from_


def _stated(run: StageRun, says: Linked, left: dict[str, str], right: dict[str, str]) -> list[_Tie]:
    """Return the ties that registries state between the two, in either direction; for a parent also through owners between."""
    if says.relation not in _REGISTERED or not (left and right and run.has("statements")):
        return []
    rows = _asked(run, _BETWEEN, {*left, *right})
    found = []
    wanted = {"parent": "owner"}.get(says.relation, says.relation)
    for key, of in _by_pair(rows).items():
        near, far, scheme = key
        for one, other, forward in ((left, right, True), (right, left, False)):
            if near in one and far in other:
                fits = says.relation == "any" or (forward and scheme == wanted)
                kind = scheme if forward else f"{scheme}, the other way round"
                found.append(_Tie(kind, _worst(one[near], other[far]), (tuple(of),), fits))
    if says.relation == "parent" and not any(one.fits for one in found):
        found += _owners(run, left, right)
    return sorted(found, key=lambda one: (not one.fits, GRADES.index(one.grade), one.kind, one.rows[0]["statement_id"]))


def _by_pair(rows: Sequence[dict[str, Any]]) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    pairs: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        pairs[row["subject_id"], row["object_id"], row["scheme"]].append(row)
    return pairs


def _asked(run: StageRun, sql: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return statements about these subjects, each with the day its file speaks for."""
    return [{**row, "cite": "statement"} for row in dated(run, run.query(sql, ids=tuple(sorted(ids))).to_pylist())]


def _owners(run: StageRun, left: dict[str, str], right: dict[str, str]) -> list[_Tie]:
    """Return the shortest chain of owners from each subject of `left` to each of `right`."""
    found = []
    for start in sorted(left):
        ways: dict[str, tuple[tuple[dict[str, Any], ...], ...]] = {start: ()}
        layer = {start}
        for _ in range(_HOPS_MAX):
            following: set[str] = set()
            stated = _by_pair(_asked(run, _OWNERS_OF, layer)) if layer else {}
            for (subject, target, _), of in stated.items():
                if target not in ways:
                    ways[target] = (*ways[subject], tuple(of))
                    following.add(target)
            layer = following
        ends = sorted(set(right) & set(ways) - {start})
        found += [_Tie("owner of an owner", _worst(left[start], right[end]), ways[end], True) for end in ends]
    return found


def _printed(run: StageRun, says: Linked, company: Company, by: Company) -> list[_Tie]:
    """Return the ties that shipments print: acting for (in the claim's direction), a shared address or identifier."""
    if says.relation not in _PRINTED or not run.has("links"):
        return []
    kinds = ["acts_for", "shares_address", "shares_identifier"] if says.relation == "any" else [says.relation]
    ends = sorted({*company.everyone, *by.everyone})
    conditions = [("kind", "in", kinds), ("left_id", "in", ends or [""]), ("right_id", "in", ends or [""])]
    found = []
    for row in run.read("links", filters=conditions).to_pylist():
        for one, other, forward in ((company, by, True), (by, company, False)):
            if row["left_id"] in one.everyone and row["right_id"] in other.everyone:
                sure = row["left_id"] in one.ids and row["right_id"] in other.ids
                cited = {"cite": "shipment", "statement_id": row["cited"], "value": "", "as_of": _day_of(run, row["cited"])}
                fits = forward or says.relation == "any" or row["kind"] != "acts_for"
                found.append(_Tie(row["kind"].replace("_", " "), "confirmed" if sure else "possible", ((cited,),), fits))
    return sorted(found, key=lambda one: (not one.fits, GRADES.index(one.grade), one.kind, one.rows[0]["statement_id"]))


def _day_of(run: StageRun, shipment: str | None) -> Any:
    if shipment is None or not run.has("shipments"):
        return None
    rows = run.read("shipments", ["date_from", "date_until"], filters=[("shipment_id", "=", shipment)]).to_pylist()
    return rows[0]["date_from"] if rows and rows[0]["date_from"] == rows[0]["date_until"] else None


def _worst(left: str, right: str) -> str:
    return max(left, right, key=GRADES.index)


def _listed(ties: Sequence[_Tie]) -> str:
    if not ties:
        return "none"
    said = []
    for one in ties[:5]:
        days = sorted({str(row["as_of"]) for row in one.rows if row["as_of"]})
        as_of = f"as of {', '.join(days)}" if days else "on a day not stated"
        between = f", through {len(one.hops) - 1} between" if one.kind == "owner of an owner" else ""
        said.append(f"{one.kind} ({as_of}, {one.grade} identity{between})")
    return "; ".join(said) + (f"; and {len(ties) - 5} more" if len(ties) > 5 else "")


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the dated statements of registries that a supported tie rests on; None without their date, or the claim's."""
    says = question.says
    assert isinstance(says, Linked)
    if says.as_of is None:
        return None
    found = check(run, question)
    cited = tuple(one for one in found.rows if one.kind == "statement")
    if found.verdict != "supported" or not cited:
        return None
    rows = run.read("statements", ["statement_id", "snapshot_id"], filters=[("statement_id", "in", [one.ref_id for one in cited])])
    if any(row["as_of"] is None for row in dated(run, rows.to_pylist())):
        return None
    return Basis("Dated registries state it.", cited)


TEMPLATE = Template("linked", ("company", "by"), check, _shown, unknown_is_open=True)
