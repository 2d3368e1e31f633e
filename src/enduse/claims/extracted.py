"""What reading one article yields: the shapes that reading fills, lineage groups and the command prints. Shapes only, no work.

Offsets count characters of the stored, immutable text of the article; `text[start:end]` is always what the piece quotes.
None means "not stated" or "cannot tell"; an empty tuple means "none was found". Nothing here is resolved, converted or
merged: names are candidates as printed, amounts stay in the currency printed, partial dates stay partial.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from enduse.terms.propositions import NodeType, Stance

Bound = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Polarity = Literal["positive", "negative"]
Stage = Literal["considering", "talks", "agreed", "developing", "testing", "shipped", "received", "used"]
ClaimType = Literal[
    "delivery", "relation", "listing", "quantity", "plan", "opinion", "denial", "forecast", "assessment",
    "production", "procurement", "event", "no_comment", "retraction", "statement",
]  # fmt: skip
"""delivery: goods moved or are moving. relation: owned, based, works with. listing: under sanctions. quantity: a number is the point.
procurement: components found, imported or used. production: made, developed, tested. denial: the accused side rejects.
no_comment: did not answer. retraction: correction or withdrawal of something published. statement: none of the others."""
MentionKind = Literal["company", "organisation", "person", "place", "product", "goods", "outlet", "document"]
Role = Literal["subject", "object", "speaker"]
Basis = Literal["text", "weekday", "published", "article", "none"]
"""Where a date's year comes from: text (printed with it), article (a year printed nearby in the article that decides it), published (the
article's own stated date), weekday (a weekday that fits one year only), none (nothing decides it: no year is given)."""

STAGES: tuple[Stage, ...] = ("considering", "talks", "agreed", "developing", "testing", "shipped", "received", "used")
"""The ladder, lowest first; a claim stands on the rung its words name and is never lifted to another."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or period as printed. `since` and `until`: YYYY, YYYY-MM or YYYY-MM-DD, both included; None when no year is known."""

    start: int
    end: int
    text: str
    since: str | None = None
    until: str | None = None
    basis: Basis = "none"
    month_day: str | None = None
    """--MM or --MM-DD when the year is not known."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `value` None: printed in words only ("thousands of"), bound vague."""

    start: int
    end: int
    text: str
    value: float | None
    unit: str | None = None
    """kg, km, percent ... or the counted noun as printed ("drones"); None for money."""
    currency: str | None = None
    """ISO 4217; None when it is no money, or when the sign could mean several currencies."""
    bound: Bound = "exact"
    upper: float | None = None
    """Upper end of a printed range ("10 to 15 drones"); None when it is one number."""
    per: str | None = None
    """month, day, unit ... for a rate."""
    period: DateSpan | None = None
    """What the number is said to cover; None when the sentence does not say."""
    per_month: float | None = None
    """`value` by month of `period`, so that two periods compare; None without a period of whole months and for what is no count."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed: a candidate, never merged with another spelling. `country`: ISO alpha-2 for a place that is a country."""

    start: int
    end: int
    text: str
    kind: MentionKind
    role: Role | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One step of who said it to whom. `implied`: the frame is carried over from an earlier sentence, not stated in this one.

    `start`, `end`: where the node is named in the article's text; None for the publishing outlet known from outside the text.
    The last four fields describe an anonymous node; `said_on` is the day the node is said to have spoken or published.
    """

    type: NodeType
    name: str | None
    """As printed; None only for the publishing outlet when neither file nor text names it."""
    implied: bool = False
    start: int | None = None
    end: int | None = None
    source_class: str | None = None
    """official, spokesperson, insider, expert, military, intelligence, diplomat, executive, analyst, witness, person ..."""
    affiliation: str | None = None
    number: int | None = None
    access: str | None = None
    """familiar with the matter, documents seen, anonymity requested ... as worded."""
    said_on: DateSpan | None = None
    affirmed: bool = True
    """False when the text only says that a node was asked or referred to."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is no part of the article's prose: never claimed from."""

    start: int
    end: int
    kind: str
    """menu, byline, caption, cookie, comments, teaser, footer, share, subscription, copyright, foreign, heading."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the text that cannot be right or must be looked at; `claims` are the ids it concerns."""

    kind: Literal["part_larger_than_whole", "percent_over_100", "headline_stronger", "impossible_date", "range_reversed"]
    start: int
    end: int
    explanation: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """One atomic proposition with its verbatim span and who says it. `chain` runs from the outlet inwards; its last node is the root."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    chain: tuple[ChainNode, ...]
    stance: Stance
    polarity: Polarity
    type: ClaimType
    stage: Stage | None = None
    hedges: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    mentions: tuple[Mention, ...] = ()
    predicate: str | None = None
    """Class of the main verb: deliver, produce, develop, test, receive, use, buy, finance, own, sanction, export, fund, deny ..."""
    direct: bool = False
    """The span is, or holds, words the root is quoted with."""
    headline: bool = False
    due: DateSpan | None = None
    """For a forecast or plan: when it should have come true."""
    of_knowledge: bool = False
    """A denial of knowing ("not aware of"), which denies nothing else."""
    quoted: tuple[tuple[int, int], ...] = ()
    """Spans inside quotation marks within the claim."""

    @property
    def root(self) -> ChainNode | None:
        """The node answerable for the content; None when not even the outlet is known."""
        return self.chain[-1] if self.chain else None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as read: its text unchanged, what it states about itself, and where it is no prose.

    `article` is how it is called (file name); `outlet` and `published` are None unless the file or the text states them.
    """

    article: str
    sha256: str
    text: str = field(repr=False)
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    problems: tuple[Problem, ...] = ()
    text_offset: int = 0
    """Characters of the file before the text (its heading); offsets count from the text's beginning."""


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """One article with its claims in the order of the text. This is what lineage groups."""

    view: ArticleView
    claims: tuple[ExtractedClaim, ...]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Claims and articles that rest on one origin. `independent` None: cannot be told, so it never adds to a strict count."""

    id: str
    first_publisher: str | None
    root: str | None
    articles: tuple[str, ...]
    claims: tuple[str, ...]
    independent: bool | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """What `claims.lineage.group(articles)` returns. Keys are claim ids; a claim that is missing has none."""

    origins: tuple[OriginGroup, ...] = ()
    origin: dict[str, str] = field(default_factory=dict)
    same_as: dict[str, str] = field(default_factory=dict)
    """Claim -> id of its group of equal claims (the smallest claim id in it)."""
    contradicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    denies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    """Whatever else is told of the grouping (drift, counts), as JSON values; printed as it is."""


def with_id(claim: ExtractedClaim, claim_id: str) -> ExtractedClaim:
    """Return the claim under another id."""
    return replace(claim, id=claim_id)
