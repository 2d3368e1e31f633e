"""The ledger: every claim as written, and where its quote stands in the stored article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from enduse.store import StageRun
from enduse.terms.ids import canonical
from enduse.terms.propositions import Claim


def read_claims(run: StageRun) -> list[Claim]:
    """Return the claims of the workspace in the order of their ids; none when no claims file was added."""
    if not run.has("claim_lines"):
        return []
    rows = run.read("claim_lines", ["claim_id", "content"]).to_pylist()
    return [Claim.model_validate_json(row["content"]) for row in sorted(rows, key=lambda row: str(row["claim_id"]))]


def ledger_rows(run: StageRun, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return the rows of table claims: grain one claim; offsets are null unless the quote stands verbatim in its article."""
    articles = _articles(run)
    return [_row(claim, articles) for claim in claims]


def _row(claim: Claim, articles: dict[str, dict[str, Any]]) -> dict[str, Any]:
    article = articles.get(claim.article) if claim.article else None
    start = article["text"].find(claim.quote) if article else -1
    return {
        "claim_id": claim.claim_id,
        "article_id": article["article_id"] if article else None,
        "article": claim.article or claim.outlet,
        "quote": claim.quote,
        "quote_start": start if start >= 0 else None,
        "quote_end": start + len(claim.quote) if start >= 0 else None,
        "speaker_chain": json.dumps([one.model_dump(mode="json") for one in claim.chain], ensure_ascii=False, separators=(",", ":")),
        "origin": claim.origin,
        "stance": claim.stance,
        "kind": claim.kind,
        "proposition": canonical(claim.model_dump(mode="json", exclude_none=True)["says"]),
    }


def _articles(run: StageRun) -> dict[str, dict[str, Any]]:
    """Return articles by each word a ledger may call them: id, title, file name with and without its ending; unless two share it."""
    if not run.has("articles"):
        return {}
    files: dict[str, str] = {}
    if run.has("snapshots"):
        loaded = run.read("snapshots", ["snapshot_id", "file_name"]).to_pydict()
        files = dict(zip(loaded["snapshot_id"], loaded["file_name"], strict=True))
    named: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in run.read("articles", ["article_id", "snapshot_id", "title", "text"]).to_pylist():
        file_name = files.get(row["snapshot_id"])
        for name in (row["article_id"], row["title"], file_name, PurePath(file_name).stem if file_name else None):
            if name:
                named[name][row["article_id"]] = row
    return {name: next(iter(found.values())) for name, found in named.items() if len(found) == 1}
