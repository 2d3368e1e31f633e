"""The kinds of proposition that a claim can say, one shape each: the parameters of the templates that check them.

PROPOSITIONS holds them by kind, in the order of the reference. The docstrings of a shape and its fields are its reference text.
What is not stated is None (or an empty list), never 0.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from enduse.terms.claim_parts import (
    Bounded,
    Count,
    Counted,
    Country,
    End,
    Fraction,
    HsPrefix,
    Measured,
    Name,
    PartialDate,
    Relation,
    Route,
    Scoped,
    Shape,
    days_of,
)

Kind = Literal[
    "delivered", "listed", "trade_total", "share", "suppliers", "first_last", "declared_as", "linked", "based", "component", "other"
]


class Delivered(Counted):
    """`supplier` delivered goods to `consignee`, directly or through others; with or without a number. Checked against shipments.

    Either company may be left out (None: the claim does not name it), not both. `via` names the intermediaries through which
    the goods went; `route: any` says that they arrived directly or through whomever. Both need supplier and consignee, and
    count what arrived by the bounds of `enduse trace`. Without either, only direct sales count.
    """

    kind: ClassVar[Kind] = "delivered"

    supplier: Name | None = None
    """Who sent; null when the claim does not name it."""
    consignee: Name | None = None
    """Who received; null when the claim does not name it."""
    via: tuple[Name, ...] = ()
    """The intermediaries the goods passed, in that order; empty for a direct delivery."""
    route: Route = "direct"
    """direct: sent by the supplier itself. any: directly or through whomever."""

    @model_validator(mode="after")
    def _somebody(self) -> Delivered:
        if self.supplier is None and self.consignee is None:
            raise ValueError("delivered needs a supplier or a consignee")
        if (self.via or self.route == "any") and (self.supplier is None or self.consignee is None):
            raise ValueError("delivered through others needs both supplier and consignee")
        if self.via and self.route == "any":
            raise ValueError("via names the way and route: any leaves it open: state one of them")
        if len(set(self.via) | {self.supplier, self.consignee}) < len(self.via) + 2 and self.via:
            raise ValueError("supplier, consignee and each intermediary of via are different companies: name each once")
        return self


class Listed(Shape):
    """`entity` stands on a list of `authority`. Checked against designations.

    `authority` None: on any list. `as_of` None: the claim does not say when; a partial date admits any of its days.
    """

    kind: ClassVar[Kind] = "listed"

    entity: Name
    """Who is said to be listed."""
    authority: Name | None = None
    """As the article names it (EU, OFAC, UK ...); null: any."""
    as_of: PartialDate | None = None
    """The day, month or year spoken of; null when the claim does not say."""


class TradeTotal(Counted):
    """The trade between two countries, or of one company, came to a number. Checked against sums of shipments.

    At least one of the four ends is stated, and a value or a quantity.
    """

    kind: ClassVar[Kind] = "trade_total"

    from_country: Country | None = None
    """Dispatch or origin."""
    to_country: Country | None = None
    """Destination."""
    supplier: Name | None = None
    """Who sent."""
    consignee: Name | None = None
    """Who received."""

    @model_validator(mode="after")
    def _an_end_and_a_number(self) -> TradeTotal:
        if not (self.from_country or self.to_country or self.supplier or self.consignee):
            raise ValueError("trade_total needs from_country, to_country, supplier or consignee")
        if self.value is None and self.quantity is None:
            raise ValueError("trade_total needs a value with its currency, or a quantity with its unit")
        return self


class Share(Scoped, Bounded):
    """What the named ends have in common is a `share` of a whole: 'most of its imports came from X'. Checked against shipments.

    The ends (supplier, consignee, from_country, to_country, goods) describe the part; `of` says which of them also describe
    the whole, and must leave at least one out. 'Most' is `share: 0.5, bound: over`; `measure` is what the share is of.
    """

    kind: ClassVar[Kind] = "share"

    share: Fraction
    """0 to 1: 90 % is 0.9."""
    of: tuple[End, ...]
    """Which of the stated ends describe the whole."""
    measure: Measured = "usd"
    """What the share is of."""
    supplier: Name | None = None
    """Who sent."""
    consignee: Name | None = None
    """Who received."""
    from_country: Country | None = None
    """Dispatch or origin."""
    to_country: Country | None = None
    """Destination."""

    @model_validator(mode="after")
    def _a_part_of_a_whole(self) -> Share:
        self.ordered(self.share)
        if self.upper is not None and self.upper > 1:
            raise ValueError(f"upper {self.upper:g}: a share is 0 to 1")
        stated = {end for end in ("supplier", "consignee", "from_country", "to_country", "goods") if getattr(self, end)}
        if unknown := [end for end in self.of if end not in stated]:
            raise ValueError(
                f"of names {', '.join(unknown)}, which the claim does not state; stated: {', '.join(sorted(stated)) or 'none'}"
            )
        if not self.of or not stated - set(self.of):
            raise ValueError("of names some, not all, of the stated ends: the whole is larger than the part")
        return self


class Suppliers(Scoped, Bounded):
    """So many companies supplied `consignees` directly: 'about a hundred suppliers'. Checked against shipments.

    `from_country` limits the count to suppliers of that country.
    """

    kind: ClassVar[Kind] = "suppliers"

    consignees: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Whom they supplied, one or more."""
    count: Count
    """How many companies."""
    from_country: Country | None = None
    """The suppliers' country; null: any."""

    @model_validator(mode="after")
    def _in_bounds(self) -> Suppliers:
        self.ordered(float(self.count))
        return self


class FirstLast(Scoped):
    """Deliveries began with `first`, ended with `last`, or both: 'since March 2022', 'stopped after June'. Checked against shipments.

    `first`: none before it, and some in or after it. `last`: none after it, and some before or in it. `until` is the day up to
    which the claim speaks (the article's date); without it a window of months after `last` is looked at (a parameter).
    """

    kind: ClassVar[Kind] = "first_last"

    supplier: Name | None = None
    """Who sent."""
    consignee: Name | None = None
    """Who received."""
    first: PartialDate | None = None
    """When deliveries began; null when the claim does not say."""
    last: PartialDate | None = None
    """When they ended; null when the claim does not say."""

    @model_validator(mode="after")
    def _somebody_and_a_date(self) -> FirstLast:
        if self.supplier is None and self.consignee is None:
            raise ValueError("first_last needs a supplier or a consignee")
        if self.first is None and self.last is None:
            raise ValueError("first_last needs first, last or both")
        if self.since is not None:
            raise ValueError("first_last has no since: write first")
        if self.first and self.last and days_of(self.first).from_ > days_of(self.last).until:
            raise ValueError(f"first {self.first} comes after last {self.last}")
        if self.until and self.last and days_of(self.last).until > days_of(self.until).until:
            raise ValueError(f"last {self.last} comes after until {self.until}, the day up to which the claim speaks")
        return self


class DeclaredAs(Counted):
    """Goods were declared under other codes than their own: 'engines declared as refrigerators'. Checked against shipments.

    `declared_as` are the HS prefixes they were declared under; `described_as` words that the printed description of such a row
    holds, in any language. Rows under the codes alone show how goods were declared, not what they were.
    """

    kind: ClassVar[Kind] = "declared_as"

    declared_as: Annotated[tuple[HsPrefix, ...], Field(min_length=1)]
    """HS prefixes printed on the declarations."""
    described_as: tuple[Name, ...] = ()
    """Words of the goods to look for in the printed description, in any language."""
    supplier: Name | None = None
    """Who sent."""
    consignee: Name | None = None
    """Who received."""

    @model_validator(mode="after")
    def _somebody(self) -> DeclaredAs:
        if self.supplier is None and self.consignee is None:
            raise ValueError("declared_as needs a supplier or a consignee")
        if self.goods:
            raise ValueError("declared_as has no goods: write the codes declared in declared_as, and words of the goods in described_as")
        return self


class Linked(Shape):
    """`company` is tied to `by`: its owner, parent (owner, or owner of an owner), director, or acting for it. Checked against links.

    Owners and directors are those that registries state, read as of the registry's date; `acts_for` (company acts for `by`) and
    `shares_address` are read from the shipments. `any` admits every tie. `as_of` None: the claim does not say when.
    """

    kind: ClassVar[Kind] = "linked"

    company: Name
    """Whose owner, parent or director is spoken of; or who acts for the other."""
    by: Name
    """The owner, parent, director, or whom the company acts for."""
    relation: Relation = "any"
    """What `by` is to the company."""
    as_of: PartialDate | None = None
    """The day, month or year spoken of; null when the claim does not say."""

    @model_validator(mode="after")
    def _two(self) -> Linked:
        if self.company.casefold() == self.by.casefold():
            raise ValueError("company and by are one name: a tie is between two")
        return self


class Based(Shape):
    """`company` is based or registered in `country`. Checked against registries, lists and printed parties."""

    kind: ClassVar[Kind] = "based"

    company: Name
    """Whose seat is spoken of."""
    country: Country
    """Where it is said to be."""
    as_of: PartialDate | None = None
    """The day, month or year spoken of; null when the claim does not say."""


class Component(Bounded):
    """A part of maker `maker` was found in, or is catalogued for, `found_in`. Checked against catalogues of parts.

    At least one of maker, part and country says which part; `found_in` None: in any weapon. `count` is the number of different
    parts.
    """

    kind: ClassVar[Kind] = "component"

    maker: Name | None = None
    """Manufacturer or brand."""
    part: Name | None = None
    """Name or ordering code of the part."""
    country: Country | None = None
    """The maker's country."""
    found_in: Name | None = None
    """The weapon; null: any."""
    count: Count | None = None
    """How many parts, as the catalogue numbers them; null when the claim states none."""

    @model_validator(mode="after")
    def _a_part(self) -> Component:
        if not (self.maker or self.part or self.country or self.found_in):
            raise ValueError("component needs maker, part, country or found_in")
        if not (self.maker or self.part or self.country) and self.count is None:
            raise ValueError("component needs maker, part or country, or the count of parts found_in")
        if self.count is None and self.bound != "exact":
            raise ValueError("bound belongs to count: state the count")
        self.ordered(None if self.count is None else float(self.count))
        return self


class Other(Shape):
    """Something no template covers, in words: recorded and attributed, never checked."""

    kind: ClassVar[Kind] = "other"

    text: Name
    """What is said, in words."""


Proposition = Delivered | Listed | TradeTotal | Share | Suppliers | FirstLast | DeclaredAs | Linked | Based | Component | Other
PROPOSITIONS: dict[str, type[Proposition]] = {
    shape.kind: shape for shape in (Delivered, Listed, TradeTotal, Share, Suppliers, FirstLast, DeclaredAs, Linked, Based, Component, Other)
}
