"""The ledger as W3C PROV in its JSON form: who said what to whom, what was quoted from where, what was retold and how it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from enduse.claims.extracted import ArticleClaims, ExtractedClaim, Lineage
from enduse.claims.naming import agent_id, article_id, as_bytes
from enduse.version import VERSION

PREFIX = {"enduse": "urn:enduse:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
_AGENT_TYPES = {"person": "prov:Person", "outlet": "prov:Organization", "organisation": "prov:Organization"}
ACTIVITY = "enduse:reading"


def as_prov(articles: Sequence[ArticleClaims], lineage: Lineage, rules: str = "rules", settings: Mapping[str, Any] | None = None) -> bytes:
    """Return the PROV document; `rules` names the rule set or model that read the articles, `settings` what it was run with."""
    made: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    made["activity"][ACTIVITY] = {
        "enduse:version": VERSION,
        "enduse:rules": rules,
        **{f"enduse:setting-{name}": value for name, value in sorted((settings or {}).items())},
    }
    for origin in lineage.origins:
        made["entity"][f"enduse:{origin.id}"] = _stated(
            {
                "prov:type": _name("enduse:Origin"), "enduse:firstPublisher": origin.first_publisher, "enduse:root": origin.root,
                "enduse:independent": origin.independent,
            }
        )  # fmt: skip
    for article in articles:
        view = article.view
        place = f"enduse:{article_id(view)}"
        made["entity"][place] = _stated(
            {
                "prov:type": _name("enduse:Article"), "enduse:file": view.article,
                "enduse:sha256": view.sha256, "enduse:outlet": view.outlet,
                "enduse:published": view.published, "prov:label": view.title,
            }
        )  # fmt: skip
        _relate(made, "used", {"prov:activity": ACTIVITY, "prov:entity": place})
        for claim in article.claims:
            _claim(made, claim, place, lineage)
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
        made["agent"][agent] = _stated({"prov:label": node.name, "enduse:kind": node.type, "prov:type": _name(kind) if kind else None})
        said = {"prov:entity": name, "prov:agent": agent, "enduse:position": position, "enduse:implied": node.implied}
        _relate(made, "wasAttributedTo", said)


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


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
