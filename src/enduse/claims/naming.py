"""Ids that the ledger and its exports share: articles, agents and names, each made of what was printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from enduse.claims.extracted import ArticleView, ChainNode
from enduse.terms.ids import ARTICLE_NAME, hash_of


def article_id(view: ArticleView) -> str:
    """Return the id of an article: made of its name and bytes."""
    return "article-" + hash_of([view.article, view.sha256])


def agent_id(node: ChainNode, origin: str | None, claim: str) -> str:
    """Return the id of who said something; the unnamed are one only within one origin, and never across origins."""
    if node.type == "anonymous":
        return "agent-" + hash_of([node.type, node.name, origin or claim])
    return "agent-" + hash_of([node.type, (node.name or "").casefold()])


def name_id(kind: str, name: str) -> str:
    """Return the id of a name as printed: a candidate of its own, not the company of any register."""
    return ARTICLE_NAME + hash_of([kind, " ".join(name.split()).casefold()])


def without_nulls(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are not null: what an export is silent about instead of saying null."""
    return {key: value for key, value in values.items() if value is not None}


def as_bytes(document: Mapping[str, Any]) -> bytes:
    """Return a JSON document: keys sorted, the same for the same content."""
    return (json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8", "replace")
