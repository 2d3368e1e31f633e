"""The ledger of `enduse claims` as CSV files that are safe to open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enduse.report.exports import as_csv

_CLAIMS = (
    "id", "article", "start", "end", "quote", "speakers", "stance", "polarity", "type", "stage", "hedges", "dates", "origin", "same_as",
    "contradicts", "denies", "verdict", "reason", "explanation", "grade",
)  # fmt: skip
_QUANTITIES = ("claim", "text", "value", "upper", "unit", "currency", "bound", "per", "since", "until", "start", "end")
_LINKS = ("article", "name", "kind", "start", "end", "name_id", "candidate_kind", "candidate_id", "candidate", "grade", "score", "evidence")
_ORIGINS = ("id", "first_publisher", "root", "independent", "articles", "claims")
_ARTICLES = ("article", "outlet", "title", "url", "published", "language", "sha256", "origins")
NONE: tuple[dict[str, Any], ...] = ({},)
"""One line for a name without candidates."""


def ledger_files(said: Mapping[str, Any]) -> dict[str, bytes]:
    """Return {file name: bytes}: articles, claims, quantities, links and origins; lists stand in one cell, joined by ' | '."""
    claims = [_claim(one) for one in said["claims"]]
    quantities = [
        {**one, "claim": claim["id"], "since": (one["period"] or {}).get("since"), "until": (one["period"] or {}).get("until")}
        for claim in said["claims"]
        for one in claim["quantities"]
    ]
    links = [
        {**{key: value for key, value in mention.items() if key != "candidates"}, "article": article["article"], **candidate}
        for article in said["articles"]
        for mention in article["mentions"]
        for candidate in mention.get("candidates") or NONE
    ]
    return {
        "articles.csv": as_csv([_flat(one) for one in said["articles"]], _ARTICLES),
        "claims.csv": as_csv(claims, _CLAIMS),
        "quantities.csv": as_csv(quantities, _QUANTITIES),
        "links.csv": as_csv(links, _LINKS),
        "origins.csv": as_csv([_flat(one) for one in said["origins"]], _ORIGINS),
    }


def _claim(one: Mapping[str, Any]) -> dict[str, Any]:
    verdict, graded = one.get("verdict") or {}, one.get("grade") or {}
    return {
        **_flat(one),
        "speakers": " > ".join(node["name"] or node["type"] for node in one["speaker_chain"]),
        "dates": " | ".join(date["text"] for date in one["dates"]),
        "verdict": verdict.get("verdict"), "reason": verdict.get("reason"), "explanation": verdict.get("explanation"),
        "grade": graded.get("grade"),
    }  # fmt: skip


def _flat(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: " | ".join(str(inner) for inner in value)
        if isinstance(value, list) and all(isinstance(inner, str) for inner in value)
        else value
        for key, value in one.items()
    }
