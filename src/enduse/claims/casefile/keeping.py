"""Articles, claims and origins as rows of the tables, and back: what is loaded equals what was kept."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from enduse.claims.casefile import rows
from enduse.claims.casefile.kept import Kept
from enduse.claims.extracted import (
    ArticleClaims,
    ArticleView,
    ChainNode,
    DateSpan,
    ExtractedClaim,
    Furniture,
    Lineage,
    Mention,
    OriginGroup,
    Problem,
    Quantity,
)
from enduse.store import StageRun

Row = dict[str, Any]


def keep(run: StageRun, kept: Kept, read_by: str = "rules") -> None:
    """Write the ledger's tables; quotes and spans are those of the stored text."""
    for table, found in rows.tables(kept, read_by).items():
        run.write(table, found)


def load(run: StageRun) -> Kept:
    """Return the ledger as it was kept; an empty one before the stage `attribute` has run."""
    if not run.has("extracted_claims"):
        return Kept()
    readings = run.read("article_readings").to_pylist()
    texts = dict(zip(*run.read("articles", ["article_id", "text"]).to_pydict().values(), strict=True)) if readings else {}
    parts = _Parts(run)
    claims = parts.claims()
    names = {row["article_id"]: row["article"] for row in readings}
    articles = tuple(
        ArticleClaims(parts.view(row, texts[row["article_id"]]), tuple(claims.get(row["article_id"], ())))
        for row in sorted(readings, key=lambda row: str(row["article"]))
    )
    return Kept(articles, _lineage(run), {name: article for article, name in names.items()})


class _Parts:
    """The small tables by what they belong to."""

    def __init__(self, run: StageRun) -> None:
        self._run = run
        self.furniture = self._by("article_furniture", "article_id")
        self.problems = self._by("article_problems", "article_id")
        self.mentions = self._by("article_mentions", "article_id")
        self.speakers = self._by("claim_speakers", "claim_id")
        self.quantities = self._by("claim_quantities", "claim_id")
        self.dates = self._by("claim_dates", "claim_id")
        self.roles = self._by("claim_mentions", "claim_id")

    def _by(self, table: str, key: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._run.read(table).to_pylist():
            found[row[key]].append(row)
        return found

    def view(self, row: Row, text: str) -> ArticleView:
        article = row["article_id"]
        return ArticleView(
            row["article"], row["sha256"], text, row["outlet"], row["title"], row["url"], row["published_on"], row["language"],
            tuple(Furniture(one["span_start"], one["span_end"], one["kind"]) for one in self.furniture[article]),
            sentences=tuple((start, end) for start, end in json.loads(row["sentences"] or "[]")),
            mentions=tuple(_mention(one) for one in self.mentions[article]),
            problems=tuple(
                Problem(one["kind"], one["span_start"], one["span_end"], one["explanation"], tuple(json.loads(one["claims"])))
                for one in self.problems[article]
            ),
            text_offset=row["text_offset"],
        )  # fmt: skip

    def claims(self) -> dict[str, list[ExtractedClaim]]:
        found: dict[str, list[ExtractedClaim]] = defaultdict(list)
        ordered = sorted(self._run.read("extracted_claims").to_pylist(), key=lambda row: (row["quote_start"], row["quote_end"]))
        places = {(article, one["span_start"], one["span_end"]): one for article, mentions in self.mentions.items() for one in mentions}
        for row in ordered:
            found[row["article_id"]].append(self._claim(row, places))
        return found

    def _claim(self, row: Row, places: Mapping[tuple[str, int, int], Row]) -> ExtractedClaim:
        claim = row["claim_id"]
        mentions = tuple(_mention(places[row["article_id"], one["span_start"], one["span_end"]], one["role"]) for one in self.roles[claim])
        return ExtractedClaim(
            claim, row["article"], row["quote_start"], row["quote_end"], row["quote"],
            tuple(_node(one) for one in self.speakers[claim]),
            row["stance"], row["polarity"], row["type"], row["stage"], tuple(json.loads(row["hedges"])),
            tuple(_quantity(one) for one in self.quantities[claim]), tuple(_date(one) for one in self.dates[claim]), mentions,
            row["predicate"], row["direct"], row["headline"], _span(row["due"]), row["of_knowledge"],
            tuple((start, end) for start, end in json.loads(row["quoted"])),
        )  # fmt: skip


def _mention(row: Row, role: Any = None) -> Mention:
    return Mention(row["span_start"], row["span_end"], row["name"], row["kind"], role, row["country"])


def _node(row: Row) -> ChainNode:
    return ChainNode(
        row["type"], row["name"], row["implied"], row["span_start"], row["span_end"], row["source_class"], row["affiliation"],
        row["number"], row["access"], _span(row["said_on"]), row["affirmed"],
    )  # fmt: skip


def _quantity(row: Row) -> Quantity:
    return Quantity(
        row["span_start"], row["span_end"], row["text"], row["value"], row["unit"], row["currency"], row["bound"], row["upper"],
        row["per"], _span(row["period"]), row["per_month"],
    )  # fmt: skip


def _date(row: Row) -> DateSpan:
    return DateSpan(row["span_start"], row["span_end"], row["text"], row["since"], row["until"], row["basis"], row["month_day"])


def _span(text: str | None) -> DateSpan | None:
    return DateSpan(**json.loads(text)) if text else None


def _lineage(run: StageRun) -> Lineage:
    claims = run.read("extracted_claims", ["claim_id", "origin_id", "same_as"]).to_pylist()
    relations: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in run.read("claim_relations").to_pylist():
        relations[row["kind"]][row["left_id"]].append(row["right_id"])
    groups = tuple(
        OriginGroup(
            row["origin_id"], row["first_publisher"], row["root"], tuple(json.loads(row["articles"])),
            tuple(json.loads(row["claims"])), row["independent"],
        )
        for row in run.read("claim_origins").to_pylist()
    )  # fmt: skip
    return Lineage(
        groups,
        {row["claim_id"]: row["origin_id"] for row in claims if row["origin_id"]},
        {row["claim_id"]: row["same_as"] for row in claims if row["same_as"]},
        {left: tuple(right) for left, right in relations["contradicts"].items()},
        {left: tuple(right) for left, right in relations["denies"].items()},
        {row["name"]: json.loads(row["content"]) for row in run.read("ledger_notes").to_pylist()},
    )
