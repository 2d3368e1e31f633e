"""Extracted claims put to the typed checks, under every admissible reading of their goods; what is open stays not decidable.

A claim is supported only if the rows bear it out under the narrow reading of its goods and under the wide one; contradicted only if
they speak against it in the same way under both, and under goods of any kind. Companies that only a likeness of names ties to the
case never decide: the verdict says what would follow if a person confirmed them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.parties import Linked, Links
from enduse.claims.extracted import ExtractedClaim
from enduse.claims.verdicts import Verdict, hedged
from enduse.settings import Parameter
from enduse.store import StageRun
from enduse.terms.ids import canonical
from enduse.terms.periods import period_of
from enduse.terms.propositions import PROPOSITIONS

if TYPE_CHECKING:
    from enduse.claims.typing import Typed, Undecided

Ask = Callable[[str, Mapping[str, Any]], Verdict]
READINGS = "readings"
UNDECIDED = "undecided"
DENIAL = "denial"
ROLES = ("narrow", "wide", "all")
"""How the goods of a claim are read, in the order told."""
Row = dict[str, Any]


def check_extracted(run: StageRun, kept: Kept, parameters: Sequence[Parameter], ask: Ask) -> list[Verdict]:
    """Return a verdict for each extracted claim of a kind that is checked, and for each denial; in the order of claim ids."""
    # Its patterns take a third of a second to compile, which a question that asks about no claim does without.
    from enduse.claims.typing import Undecided, typed

    links = Links(run)
    verdicts: dict[str, Verdict] = {}
    values = {one.name: run.parameter(one) for one in parameters}
    views = kept.views()
    claims = kept.claims()
    for number, claim in enumerate(claims.values()):
        run.progress("checking what articles claim", number, len(claims))
        found = typed(claim, views[claim.article])
        if found is not None:
            query = _undecided(found) if isinstance(found, Undecided) else _stated(claim, found, links, values)
            verdicts[claim.id] = answer(run, claim.id, query, ask)
    for claim in claims.values():
        if claim.stance == "denied" and claim.type != "no_comment":
            query = _denial(claim, kept, verdicts)
            verdicts[claim.id] = answer(run, claim.id, query, ask)
    return [verdicts[name] for name in sorted(verdicts)]


def answer(run: StageRun, claim_id: str, query: Mapping[str, Any], ask: Ask) -> Verdict:
    """Return the verdict that a kept query gives with the tables as they are now."""
    kept = canonical(query)
    if query["template"] == UNDECIDED:
        return Verdict(claim_id, "not_decidable", query["reason"], query["sentence"], kept)
    if query["template"] == DENIAL:
        return _answer_denial(claim_id, query, kept, ask)
    told = {role: [ask(claim_id, one) for one in query["asked"][role]] for role in ROLES if role in query["asked"]}
    verdict = combined([one for found in zip(*told.values(), strict=True) for one in [_one_number(dict(zip(told, found, strict=True)))]])
    if verdict.verdict == "contradicted" and any(ask(claim_id, one).verdict != "contradicted" for one in query.get("unless", ())):
        verdict = _undecided_by(verdict, "readings_differ", "The wording admits a reading against which the rows do not speak.")
    verdict = _dated(run, verdict, query)
    verdict = _worded(verdict, query)
    verdict = _in_part(verdict, query)
    if query["doubts"]:
        verdict = _doubtful(verdict, query)
    return replace(verdict, query=kept)


def _undecided(found: Undecided) -> Row:
    return {"template": UNDECIDED, "reason": found.reason, "sentence": found.sentence}


def _stated(claim: ExtractedClaim, found: Typed, links: Links, values: Mapping[str, Any]) -> Row:
    """Return the query of a typed claim; of one whose parts do not fit together (a company tied to itself) why it cannot be asked."""
    try:
        return _query(claim, found, links, values)
    except ValidationError as error:
        told = "; ".join(str(one["msg"]).removeprefix("Value error, ") for one in error.errors())
        return {"template": UNDECIDED, "reason": "ambiguous_parameter", "sentence": f"Its parts do not fit together: {told}."}


def _query(claim: ExtractedClaim, found: Typed, links: Links, values: Mapping[str, Any]) -> Row:
    linked: dict[str, Linked] = {field: links.link(party) for field, party in found.parties.items()}
    several = [one.doubt for one in linked.values() if not one.single and one.doubt]
    if several:
        return {"template": UNDECIDED, "reason": "ambiguous_company", "sentence": " ".join(several)}
    companies = {field: one.query for field, one in linked.items()}
    names = _names(found)

    def ask(fields: Mapping[str, Any]) -> Row:
        return {
            "template": found.kind, "says": _says(found, fields), "stance": "asserted", "companies": companies, "parameters": dict(values),
        }  # fmt: skip

    readings, numbers = _readings(found), found.numbers or ({},)
    query = {
        "template": READINGS, "stance": "uncertain" if found.hedged else claim.stance, "may_contradict": found.may_contradict,
        "asked": {role: [ask({**names, **number, **goods}) for number in numbers] for role, goods in readings},
        "started": list(found.started) if found.started else None, "doubts": [one.doubt for one in linked.values() if one.doubt],
        "goods": [one.label for one in found.goods],
    }  # fmt: skip
    if found.unchecked:
        query["unchecked"] = list(found.unchecked)
    if found.unless:
        query["unless"] = [
            ask({**names, **number, **goods, **other}) for other in found.unless for number in numbers for _, goods in readings
        ]
    return query


def _names(found: Typed) -> Row:
    """Return the names of the parties by field; those of a field that holds several as a list, in their order."""
    names: Row = {}
    for field, party in sorted(found.parties.items()):
        if "." in field:
            names.setdefault(field.partition(".")[0], []).append(party.mention.text)
        else:
            names[field] = party.mention.text
    return names


def _says(found: Typed, stated: Mapping[str, Any]) -> Row:
    fields = {**found.says, **stated}
    shape = PROPOSITIONS[found.kind].model_validate({key: value for key, value in fields.items() if value is not None})
    said: Row = shape.model_dump(mode="json", exclude_none=True)
    return said


def _readings(found: Typed) -> list[tuple[str, Row]]:
    """Return the fields of goods under each admissible reading: these goods only, wherever they may be filed, goods of any kind."""
    if not found.goods:
        return [("all", {})]
    field = "declared_as" if found.kind == "declared_as" else "goods"
    narrow = {field: sorted({code for one in found.goods for code in one.narrow})}
    wide = {field: sorted({code for one in found.goods for code in (*one.wide, *one.narrow)})}
    if found.kind == "declared_as" or (found.kind == "share" and "goods" not in found.says["of"]):
        # Without the codes nothing is left to ask: they are what was declared, or what the share is of.
        return [("narrow", narrow), ("wide", wide)]
    whole: Row = {"of": [end for end in found.says["of"] if end != "goods"]} if found.kind == "share" else {}
    return [("narrow", narrow), ("wide", wide), ("all", whole)]


def _one_number(by_role: Mapping[str, Verdict]) -> Verdict:
    """Return what the readings of the goods say together about one number."""
    if set(by_role) == {"all"}:
        return by_role["all"]
    narrow, wide = by_role["narrow"], by_role["wide"]
    whole = by_role.get("all", wide)
    words = (narrow.verdict, wide.verdict)
    if words == ("supported", "supported"):
        return narrow
    if {*words, whole.verdict} == {"contradicted"} and (way := {_way(one) for one in (narrow, wide, whole)}) in ({-1}, {1}):
        # What decides is the reading that is furthest from contradicting: all goods when too little, the narrow ones when too much.
        return whole if way == {-1} else narrow
    if set(words) <= {"supported", "partly_supported"}:
        return narrow if narrow.verdict == "partly_supported" else wide
    for one in (narrow, wide, whole):
        if one.verdict == "not_decidable" and one.reason not in ("no_coverage", "not_in_data"):
            return one
    if all(one.verdict == "not_decidable" for one in by_role.values()):
        return whole
    told = "; ".join(f"{role}: {one.verdict.replace('_', ' ')}" for role, one in by_role.items())
    return _undecided_by(narrow, "readings_differ", f"The answer depends on which codes the goods were filed under ({told}).")


def _way(verdict: Verdict) -> int:
    """Return -1 when the rows hold less than claimed, 1 when they hold more, 0 when that is not it."""
    if verdict.reason == "rows_outside":
        return 1
    if verdict.reason == "absent_in_covered_period" or (verdict.claimed is None and verdict.found_at_least is None):
        return -1
    if verdict.claimed is None:
        return 0
    if verdict.found_at_most is not None and verdict.found_at_most < verdict.claimed:
        return -1
    return 1 if verdict.found_at_least is not None and verdict.found_at_least > verdict.claimed else 0


def combined(found: Sequence[Verdict]) -> Verdict:
    """Return what the checks of a claim's several numbers say together: supported only if all are, contradicted only if all are."""
    words = [one.verdict for one in found]
    if len(set(words)) == 1 and words[0] != "not_decidable":
        told = " ".join(dict.fromkeys(one.explanation for one in found))
        return replace(found[0], explanation=told, rows=tuple(dict.fromkeys(row for one in found for row in one.rows)))
    if "not_decidable" in words:
        return found[words.index("not_decidable")]
    if "contradicted" not in words:
        return found[words.index("partly_supported")]
    return _undecided_by(found[words.index("contradicted")], "readings_differ", "Its numbers are not borne out alike.")


def _undecided_by(verdict: Verdict, reason: str, sentence: str) -> Verdict:
    return replace(verdict, verdict="not_decidable", reason=reason, explanation=f"{verdict.explanation} {sentence}".strip(), basis=None)


def _worded(verdict: Verdict, query: Mapping[str, Any]) -> Verdict:
    """Return the verdict with what the wording leaves open: a hedged claim, or a sale that need not have been shipped."""
    if verdict.verdict != "contradicted":
        return verdict
    if query["stance"] == "uncertain":
        return hedged(verdict)
    if not query["may_contradict"]:
        return _undecided_by(verdict, "hedged", "A sale or purchase need not show as a shipment, so it is not contradicted by rows.")
    return verdict


def _in_part(verdict: Verdict, query: Mapping[str, Any]) -> Verdict:
    """Return a supported claim as supported in part when it says something besides that no row answers."""
    unchecked = query.get("unchecked")
    if not unchecked or verdict.verdict != "supported":
        return verdict
    said = f"{verdict.explanation} Not checked: {', '.join(unchecked)}."
    return replace(verdict, verdict="partly_supported", reason="part_unchecked", explanation=said)


def _dated(run: StageRun, verdict: Verdict, query: Mapping[str, Any]) -> Verdict:
    """Return a supported listing as supported in part when no cited entry begins on the days stated."""
    started = query.get("started")
    if not started or verdict.verdict != "supported":
        return verdict
    cited = [one.ref_id for one in verdict.rows if one.kind == "designation"]
    rows = run.read("designations", ["designation_id", "listed_on", "started_on"], [("designation_id", "in", cited or [""])]).to_pylist()
    asked = period_of(started[0]), period_of(started[1])
    begun = [period_of(row[name]) for row in rows for name in ("started_on", "listed_on") if row[name]]
    assert asked[0] is not None
    assert asked[1] is not None
    if any(one is not None and one.from_ <= asked[1].until and asked[0].from_ <= one.until for one in begun):
        return verdict
    said = f"{verdict.explanation} No entry cited states a beginning between {started[0]} and {started[1]}."
    return replace(verdict, verdict="partly_supported", reason="date_open", explanation=said)


def _doubtful(verdict: Verdict, query: Mapping[str, Any]) -> Verdict:
    if verdict.reason in ("unknown_company", "no_rate", "list_not_loaded", "not_testable"):
        return verdict
    said = f"{' '.join(query['doubts'])} If so: {verdict.verdict.replace('_', ' ')}. {verdict.explanation}"
    return replace(verdict, verdict="not_decidable", reason="identity_open", explanation=said, basis=None)


def _denial(claim: ExtractedClaim, kept: Kept, verdicts: Mapping[str, Verdict]) -> Row:
    """Return what is kept of a denial: what it covers, and the queries of the claims it speaks against."""
    # Equal claims are one thing denied, however many articles repeat it; one that is checked stands for the others.
    groups: dict[str, str] = {}
    for name in sorted(kept.lineage.denies.get(claim.id, ()), key=lambda name: (name not in verdicts, name)):
        groups.setdefault(kept.lineage.same_as.get(name, name), name)
    denied = sorted(groups.values())
    return {
        "template": DENIAL, "of_knowledge": claim.of_knowledge, "denies": denied,
        "checked": [{"claim": name, "query": json.loads(verdicts[name].query)} for name in denied if name in verdicts],
    }  # fmt: skip


def _answer_denial(claim_id: str, query: Mapping[str, Any], kept: str, ask: Ask) -> Verdict:
    if query["of_knowledge"]:
        return Verdict(
            claim_id, "not_decidable", "not_testable", "It denies knowing, and nothing else; rows do not show what was known.", kept
        )
    if not query["denies"]:
        return Verdict(claim_id, "not_decidable", "not_testable", "It speaks against no claim that was read from the articles.", kept)
    found = [ask(one["claim"], one["query"]) for one in query["checked"]]
    shown = [one for one in found if one.verdict in ("supported", "partly_supported")]
    many = f"It speaks against {len(query['denies'])} claim{'' if len(query['denies']) == 1 else 's'} read from the articles"
    if shown:
        said = (
            f"{many}; the rows bear out {len(shown)} of them at least in part: {' '.join(dict.fromkeys(one.explanation for one in shown))}"
        )
        rows = tuple(dict.fromkeys(row for one in shown for row in one.rows))
        return Verdict(claim_id, "not_decidable", "rows_against_denial", said, kept, rows)
    said = f"{many}; none of them is borne out by the rows, and the absence of rows does not support a denial."
    return Verdict(claim_id, "not_decidable", "absence_is_no_denial", said, kept)
