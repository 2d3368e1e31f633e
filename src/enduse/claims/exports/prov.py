"""The ledger as W3C PROV in its JSON form: who said what to whom, what was quoted from where, what was retold and how it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from enduse.claims.extracted import ArticleClaims, ExtractedClaim, Lineage
from enduse.claims.naming import agent_id, article_id, as_bytes, without_nulls
from enduse.terms.ids import hash_of
from enduse.version import VERSION

PREFIX = {"enduse": "urn:enduse:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
_AGENT_TYPES = {"person": "prov:Person", "outlet": "prov:Organization", "organisation": "prov:Organization"}
ACTIVITY = "enduse:reading"
CHECKING = "enduse:checking"


def as_prov(
    articles: Sequence[ArticleClaims],
    lineage: Lineage,
    rules: str = "rules",
    settings: Mapping[str, Any] | None = None,
    verdicts: Mapping[str, Mapping[str, Any]] | None = None,
    grades: Mapping[str, Mapping[str, Any]] | None = None,
) -> bytes:
    """Return the PROV document; `rules` names the rule set or model that read the articles, `settings` what it was run with.

    `verdicts` (as `Verdict.as_json()`) and `grades` (rows of table grades) by claim id: a verdict is derived from its claim and the
    rows it cites; a person's grade is attributed to the person.
    """
    made: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    made["activity"][ACTIVITY] = {
        "enduse:version": VERSION,
        "enduse:rules": rules,
        **{f"enduse:setting-{name}": value for name, value in sorted((settings or {}).items())},
    }
    for origin in lineage.origins:
        made["entity"][f"enduse:{origin.id}"] = without_nulls(
            {
                "prov:type": _name("enduse:Origin"), "enduse:firstPublisher": origin.first_publisher, "enduse:root": origin.root,
                "enduse:independent": origin.independent,
            }
        )  # fmt: skip
    for article in articles:
        view = article.view
        place = f"enduse:{article_id(view)}"
        made["entity"][place] = without_nulls(
            {
                "prov:type": _name("enduse:Article"), "enduse:file": view.article,
                "enduse:sha256": view.sha256, "enduse:outlet": view.outlet,
                "enduse:published": view.published, "prov:label": view.title,
            }
        )  # fmt: skip
        _relate(made, "used", {"prov:activity": ACTIVITY, "prov:entity": place})
        for claim in article.claims:
            _claim(made, claim, place, lineage)
            _checked(made, claim.id, (verdicts or {}).get(claim.id), (grades or {}).get(claim.id))
    for line in lineage.more.get("drift", ()):
        _derived(made, line["claim"], f"enduse:{line['against']}", "prov:Revision", {"enduse:changed": ", ".join(sorted(line["changed"]))})
    return as_bytes({"prefix": PREFIX, **made})


def _claim(made: dict[str, dict[str, dict[str, Any]]], claim: ExtractedClaim, place: str, lineage: Lineage) -> None:
    name = f"enduse:{claim.id}"
    made["entity"][name] = {
        "prov:type": _name("enduse:Claim"), "prov:value": claim.quote, "enduse:start": claim.start, "enduse:end": claim.end,
        "enduse:stance": claim.stance, "enduse:kind": claim.type,
    }  # fmt: skip
    _relate(made, "wasGeneratedBy", {"prov:entity": name, "prov:activity": ACTIVITY})
    _derived(made, claim.id, place, "prov:Quotation")
    origin = lineage.origin.get(claim.id)
    if origin:
        _derived(made, claim.id, f"enduse:{origin}", "prov:PrimarySource")
    for position, node in enumerate(claim.chain):
        if not node.name:
            continue
        agent = f"enduse:{agent_id(node, origin, claim.id)}"
        kind = _AGENT_TYPES.get(node.type)
        made["agent"][agent] = without_nulls(
            {"prov:label": node.name, "enduse:kind": node.type, "prov:type": _name(kind) if kind else None}
        )
        said = {"prov:entity": name, "prov:agent": agent, "enduse:position": position, "enduse:implied": node.implied}
        _relate(made, "wasAttributedTo", said)


def _checked(
    made: dict[str, dict[str, dict[str, Any]]], claim: str, verdict: Mapping[str, Any] | None, grade: Mapping[str, Any] | None
) -> None:
    if verdict is not None:
        made["activity"].setdefault(CHECKING, {"enduse:version": VERSION})
        name = f"verdict-{claim}"
        made["entity"][f"enduse:{name}"] = {
            "prov:type": _name("enduse:Verdict"), "prov:value": verdict["verdict"], "enduse:reason": verdict["reason"],
            "enduse:explanation": verdict["explanation"],
        }  # fmt: skip
        _relate(made, "wasGeneratedBy", {"prov:entity": f"enduse:{name}", "prov:activity": CHECKING})
        _derived(made, name, f"enduse:{claim}", "enduse:Check")
        for row in verdict.get("rows", ()):
            cited = f"enduse:{row['kind']}-{row['ref_id']}"
            made["entity"].setdefault(cited, {"prov:type": _name("enduse:Row"), "enduse:kind": row["kind"]})
            _derived(made, name, cited, "enduse:Citation")
    if grade is not None:
        name = f"enduse:grade-{claim}"
        stated = {"prov:type": _name("enduse:Grade"), "prov:value": grade["grade"], "enduse:proposed": grade["proposed"]}
        because = grade["overridden_because"] if grade["overridden_by"] else grade["proposed_because"]
        made["entity"][name] = without_nulls({**stated, "enduse:because": because, "enduse:on": grade["overridden_on"]})
        _derived(made, f"grade-{claim}", f"enduse:{claim}", "enduse:Grading")
        if grade["overridden_by"]:
            agent = f"enduse:person-{hash_of([grade['overridden_by']])}"
            made["agent"][agent] = {"prov:label": grade["overridden_by"], "prov:type": _name("prov:Person")}
            _relate(made, "wasAttributedTo", {"prov:entity": name, "prov:agent": agent})


def _derived(
    made: dict[str, dict[str, dict[str, Any]]], claim: str, used: str, kind: str, more: Mapping[str, Any] | None = None
) -> None:  # fmt: skip
    _relate(
        made,
        "wasDerivedFrom",
        {"prov:generatedEntity": f"enduse:{claim}", "prov:usedEntity": used, "prov:type": _name(kind), **(more or {})},
    )


def _relate(made: dict[str, dict[str, dict[str, Any]]], relation: str, values: Mapping[str, Any]) -> None:
    made[relation][f"_:{relation}{len(made[relation]) + 1}"] = dict(values)


def _name(value: str) -> dict[str, str]:
    return {"$": value, "type": "prov:QUALIFIED_NAME"}
