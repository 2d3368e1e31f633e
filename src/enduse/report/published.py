"""What articles claim, by story: how many origins first, what each retelling changed, then verdicts beside the rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from enduse import claims
from enduse.report.figures import Figure
from enduse.settings import Parameter
from enduse.store import StageRun

CLAIMS_SHOWN = Parameter(
    "report_story_claims",
    40,
    "The page shows at most this many checked claims of a story, and as many others; ledger-claims.csv holds all.",
)
Make = Callable[[str, str, str, dict[str, Any]], Figure]
Row = dict[str, Any]
_ATTRIBUTION = {
    "dropped": "the source is no longer named", "outlet_only": "only the outlet is left of the source",
    "another_root": "another source is named", "reworded_root": "the source is called otherwise",
}  # fmt: skip
_SCOPES = {
    "knowledge": "knowing of it, and nothing else", "all": "the accusations as a whole", "content": "what its words name",
}  # fmt: skip


def published(run: StageRun, figure: Make) -> Row:
    """Return {articles, stories, sources, told}: every number in it is a figure; empty lists when no article was read."""
    told = claims.told_case(run)
    if not told["articles"]:
        return {"articles": [], "stories": [], "sources": [], "told": told}
    figure("articles-read", "Articles read", "articles", {"ask": "read", "count": "articles"})
    figure("claims-read", "Claims read from them", "claims", {"ask": "read", "count": "claims"})
    figure("read-origins", "Independent origins behind what the articles claim", "origins", {"ask": "read_origins"})
    for verdict in claims.VERDICT_WORDS:
        name = verdict.replace("_", " ")
        label = f"Claims of articles {name}, equal ones counted once"
        figure(f"read-{verdict.replace('_', '-')}", label, "claims", {"ask": "read_verdicts", "verdict": verdict})
    most = int(run.parameter(CLAIMS_SHOWN))
    days = {one["article"]: one["published"] or "9999" for one in told["articles"]}
    # What was published first is told first.
    by_id = {one["id"]: one for one in sorted(told["claims"], key=lambda one: (days[one["article"]], one["article"], one["start"]))}
    ids = {(tuple(row["articles"]), tuple(row["origins"])): row for row in told.get("stories", ())}
    ordered = sorted(ids.values(), key=lambda row: (-row["publications"], row["articles"], row["origins"]))
    names = {row["story_id"]: row for row in run.read("stories").to_pylist()}
    stories = [
        _story(number, row, told, by_id, (figure, most, _by_origins(names)))
        for number, row in enumerate(ordered, 1)
    ]  # fmt: skip
    return {"articles": told["articles"], "stories": stories, "sources": told["sources"], "told": told}


def _by_origins(rows: Mapping[str, Row]) -> dict[tuple[str, ...], str]:
    return {tuple(json.loads(row["detail"])["origins"]): name for name, row in rows.items()}


def _story(number: int, row: Row, told: Row, by_id: Mapping[str, Row], how: tuple[Make, int, Mapping[tuple[str, ...], str]]) -> Row:
    figure, most, names = how
    articles = [one for one in told["articles"] if one["article"] in row["articles"]]
    articles.sort(key=lambda one: (one["published"] or "9999", one["article"]))
    own = [one for one in told["claims"] if one["origin"] in row["origins"]]
    title = next((one["title"] for one in articles if one["title"]), articles[0]["article"] if articles else "")
    question = {"ask": "read_origins", "story": names[tuple(row["origins"])]}
    groups = _equal(own, by_id)
    checked = [one for one in groups if one["verdict"] is not None and one["claim"]["stance"] != "denied"]
    denials = [_denial(one, told, by_id) for one in groups if one["claim"]["stance"] == "denied"]
    others = [one for one in groups if one["verdict"] is None and one["claim"]["stance"] != "denied"]
    for one in (*checked[:most], *denials[:most]):
        if one["verdict"] is not None:
            claim = one["claim"]["id"]
            label, unit = f"What the rows hold for claim {claim}", one["verdict"]["unit"] or "rows"
            one["figure"] = figure(f"verdict-{claim}", label, unit, {"ask": "verdict", "claim": claim})
    return {
        "title": title, "row": row, "articles": articles, "figure": figure(
            f"story-{number}-origins", f"Independent origins of the story {title!r}", "origins", question
        ),
        "origins": [one for one in told["origins"] if one["id"] in row["origins"]],
        "drift": _drifts(told, own, by_id), "checked": checked[:most], "denials": denials[:most], "others": others[:most],
        "more": sum(max(0, len(kind) - most) for kind in (checked, denials, others)),
        "contradicts": _against(own, by_id),
        "problems": [{**one, "article": article["article"]} for article in articles for one in article["problems"]],
    }  # fmt: skip


def _equal(own: Sequence[Row], by_id: Mapping[str, Row]) -> list[Row]:
    """Return claims that say the same once, told in the words of the first article; the checked ones by article and place."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for one in own:
        groups[one["same_as"] or one["id"]].append(one)
    order = {name: place for place, name in enumerate(by_id)}
    found = []
    for members in groups.values():
        ordered = sorted(members, key=lambda one: (one["verdict"] is None, one["headline"], order[one["id"]]))
        first = ordered[0]
        found.append(
            {"claim": first, "verdict": first["verdict"], "grade": first["grade"], "articles": sorted({one["article"] for one in members})}
        )
    return sorted(found, key=lambda one: order[one["claim"]["id"]])


def _denial(group: Row, told: Row, by_id: Mapping[str, Row]) -> Row:
    """Return a denial with what it actually denies: its scope in words, and the claims it speaks against."""
    scope = told.get("denial_scopes", {}).get(group["claim"]["id"], {})
    named = [*scope.get("goods", ()), *scope.get("names", ()), *scope.get("actions", ())]
    words = _SCOPES.get(scope.get("kind", ""), "what its words name") + (
        f": {', '.join(named)}" if named and scope.get("kind") == "content" else ""
    )
    denied = [by_id[one] for one in group["claim"]["denies"] if one in by_id]
    return {**group, "scope": words, "denied": list({one["same_as"] or one["id"]: one for one in reversed(denied)}.values())}


def _drifts(told: Row, own: Sequence[Row], by_id: Mapping[str, Row]) -> list[Row]:
    ids = {one["id"] for one in own}
    return [
        {"claim": by_id[one["claim"]], "against": by_id[one["against"]], "changes": _in_words(one["changed"])}
        for one in told.get("drift", ())
        if one["claim"] in ids and one["against"] in by_id and set(one["changed"]) - {"wording"}
    ]


def _in_words(changed: Mapping[str, Any]) -> list[str]:
    words = []
    for what, value in sorted(changed.items()):
        if what == "attribution":
            words.append(_ATTRIBUTION.get(value, str(value)))
        elif what == "number" and isinstance(value, Mapping):
            words.append(f"{value.get('from_text', value.get('from'))} became {value.get('to_text', value.get('to'))}")
        elif what == "wording":
            words.append("reworded")
        else:
            words.append(str(value))
    return words


def _against(own: Sequence[Row], by_id: Mapping[str, Row]) -> list[tuple[Row, Row]]:
    pairs = {tuple(sorted((one["id"], other))) for one in own for other in one["contradicts"] if other in by_id}
    return [(by_id[left], by_id[right]) for left, right in sorted(pairs)]
