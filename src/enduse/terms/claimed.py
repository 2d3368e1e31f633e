"""The kinds of proposition that a claim can say, one shape each: the parameters of the templates that check them.

PROPOSITIONS holds them by kind, in the order of the reference. The docstring of a shape is its reference text; `EXAMPLES`
holds one invented example of each, as it stands in a claims file. What is not stated is None (or an empty list), never 0.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from enduse.terms.periods import Period, period_of

Kind = Literal[
    "delivered", "listed", "trade_total", "share", "suppliers", "first_last", "declared_as", "linked", "based", "component", "other"
]
Bound = Literal["exact", "about", "at_least", "over", "at_most", "under", "range"]
Route = Literal["direct", "any"]
Relation = Literal["owner", "parent", "director", "acts_for", "shares_address", "any"]
End = Literal["supplier", "consignee", "from_country", "to_country", "goods"]
Measured = Literal["usd", "kg", "pieces", "shipments"]


def _a_date(partial: str) -> str:
    # Normal forms only: a time of day or a slash would be another convention.
    period = period_of(partial)
    if period is None or str(period) != partial:
        raise ValueError(f"{partial!r} is not a day, month or year of the calendar; write YYYY, YYYY-MM or YYYY-MM-DD")
    return partial


def _days(partial: str) -> Period:
    period = period_of(partial)
    if period is None:
        raise ValueError(f"{partial!r} is not a date")
    return period


PartialDate = Annotated[str, AfterValidator(_a_date)]
Name = Annotated[str, Field(min_length=1)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 alpha-2")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217")]
# Kept as text: 0101 read as a number would be another code.
HsPrefix = Annotated[str, Field(pattern=r"^[0-9]{2,10}$", description="2 to 10 digits; covers what stands below it", strict=True)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10**9)]


class Shape(BaseModel):
    """A value of the ledger: unknown fields are refused, texts are stripped, nothing changes after it is made."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _Period(Shape):
    since: PartialDate | None = None
    """First day, month or year spoken of; null when the claim does not say."""
    until: PartialDate | None = None
    """Last day, month or year spoken of, included; null when the claim does not say."""

    @model_validator(mode="after")
    def _in_order(self) -> _Period:
        if self.since and self.until and _days(self.since).from_ > _days(self.until).until:
            raise ValueError(f"since {self.since} comes after until {self.until}")
        return self

    @property
    def first_day(self) -> dt.date | None:
        """The first day the period admits; None when it is open."""
        return _days(self.since).from_ if self.since else None

    @property
    def last_day(self) -> dt.date | None:
        """The last day the period admits; None when it is open."""
        return _days(self.until).until if self.until else None


class _Scoped(_Period):
    goods: tuple[HsPrefix, ...] = ()
    """HS prefixes spoken of, each 2 to 10 digits; empty when the claim speaks of all goods."""


class _Bounded(Shape):
    bound: Bound = "exact"
    """How the number is meant: exact, about ('some', 'around'), at_least, over ('more than'), at_most ('up to'), under ('fewer than'),
    range ('between ... and ...', with `upper`)."""
    upper: Amount | None = None
    """The upper end of a range, in the unit of the number; stated exactly when bound is range."""

    def _ordered(self, number: float | None) -> None:
        """Raise ValueError when the bound does not fit the number it is of."""
        if (self.bound == "range") != (self.upper is not None):
            raise ValueError("upper belongs to bound: range, and a range needs it: state both or neither")
        if self.upper is not None and (number is None or self.upper < number):
            raise ValueError(f"upper {self.upper:g} comes before the number it is the upper end of: write the lower one first")


class _Counted(_Scoped, _Bounded):
    value: Amount | None = None
    """In `currency`; null when the claim states no value."""
    currency: Currency | None = None
    """ISO 4217; stated exactly when `value` is."""
    quantity: Amount | None = None
    """In `unit`; null when the claim states no quantity."""
    unit: Name | None = None
    """kg, pieces, m ... or the counted noun; stated exactly when `quantity` is."""

    @model_validator(mode="after")
    def _one_number_with_its_unit(self) -> _Counted:
        if (self.value is None) != (self.currency is None):
            raise ValueError("value and currency belong together: state both or neither")
        if (self.quantity is None) != (self.unit is None):
            raise ValueError("quantity and unit belong together: state both or neither")
        if self.value is not None and self.quantity is not None:
            raise ValueError("a value and a quantity are two claims, each with its own verdict: write two")
        self._ordered(self.value if self.quantity is None else self.quantity)
        return self


class Delivered(_Counted):
    """`supplier` delivered goods to `consignee`, directly or through others; with or without a number. Checked against shipments.

    Either company may be left out (None: the claim does not name it), not both. `via` names the intermediaries through which
    the goods went; `route: any` says that they arrived directly or through whomever. Both need supplier and consignee, and
    count what arrived by the bounds of `enduse trace`. Without either, only direct sales count.
    """

    kind: ClassVar[Kind] = "delivered"

    supplier: Name | None = None
    consignee: Name | None = None
    via: tuple[Name, ...] = ()
    """The intermediaries the goods passed, in that order; empty for a direct delivery."""
    route: Route = "direct"

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
    authority: Name | None = None
    as_of: PartialDate | None = None


class TradeTotal(_Counted):
    """The trade between two countries, or of one company, came to a number. Checked against sums of shipments.

    At least one of the four ends is stated, and a value or a quantity.
    """

    kind: ClassVar[Kind] = "trade_total"

    from_country: Country | None = None
    to_country: Country | None = None
    supplier: Name | None = None
    consignee: Name | None = None

    @model_validator(mode="after")
    def _an_end_and_a_number(self) -> TradeTotal:
        if not (self.from_country or self.to_country or self.supplier or self.consignee):
            raise ValueError("trade_total needs from_country, to_country, supplier or consignee")
        if self.value is None and self.quantity is None:
            raise ValueError("trade_total needs a value with its currency, or a quantity with its unit")
        return self


class Share(_Scoped, _Bounded):
    """What the named ends have in common is a `share` of a whole: 'most of its imports came from X'. Checked against shipments.

    The ends (supplier, consignee, from_country, to_country, goods) describe the part; `of` says which of them also describe
    the whole, and must leave at least one out. 'Most' is `share: 0.5, bound: over`; `measure` is what the share is of.
    """

    kind: ClassVar[Kind] = "share"

    share: Fraction
    of: tuple[End, ...]
    measure: Measured = "usd"
    supplier: Name | None = None
    consignee: Name | None = None
    from_country: Country | None = None
    to_country: Country | None = None

    @model_validator(mode="after")
    def _a_part_of_a_whole(self) -> Share:
        self._ordered(self.share)
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


class Suppliers(_Scoped, _Bounded):
    """So many companies supplied `consignees` directly: 'about a hundred suppliers'. Checked against shipments.

    `from_country` limits the count to suppliers of that country.
    """

    kind: ClassVar[Kind] = "suppliers"

    consignees: Annotated[tuple[Name, ...], Field(min_length=1)]
    count: Count
    from_country: Country | None = None

    @model_validator(mode="after")
    def _in_bounds(self) -> Suppliers:
        self._ordered(float(self.count))
        return self


class FirstLast(_Scoped):
    """Deliveries began with `first`, ended with `last`, or both: 'since March 2022', 'stopped after June'. Checked against shipments.

    `first`: none before it, and some in or after it. `last`: none after it, and some before or in it. `until` is the day up to
    which the claim speaks (the article's date); without it a window of months after `last` is looked at (a parameter).
    """

    kind: ClassVar[Kind] = "first_last"

    supplier: Name | None = None
    consignee: Name | None = None
    first: PartialDate | None = None
    last: PartialDate | None = None

    @model_validator(mode="after")
    def _somebody_and_a_date(self) -> FirstLast:
        if self.supplier is None and self.consignee is None:
            raise ValueError("first_last needs a supplier or a consignee")
        if self.first is None and self.last is None:
            raise ValueError("first_last needs first, last or both")
        if self.since is not None:
            raise ValueError("first_last has no since: write first")
        if self.first and self.last and _days(self.first).from_ > _days(self.last).until:
            raise ValueError(f"first {self.first} comes after last {self.last}")
        if self.until and self.last and _days(self.last).until > _days(self.until).until:
            raise ValueError(f"last {self.last} comes after until {self.until}, the day up to which the claim speaks")
        return self


class DeclaredAs(_Counted):
    """Goods were declared under other codes than their own: 'engines declared as refrigerators'. Checked against shipments.

    `declared_as` are the HS prefixes they were declared under; `described_as` words that the printed description of such a row
    holds, in any language. Rows under the codes alone show how goods were declared, not what they were.
    """

    kind: ClassVar[Kind] = "declared_as"

    declared_as: Annotated[tuple[HsPrefix, ...], Field(min_length=1)]
    described_as: tuple[Name, ...] = ()
    supplier: Name | None = None
    consignee: Name | None = None

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
    by: Name
    relation: Relation = "any"
    as_of: PartialDate | None = None

    @model_validator(mode="after")
    def _two(self) -> Linked:
        if self.company.casefold() == self.by.casefold():
            raise ValueError("company and by are one name: a tie is between two")
        return self


class Based(Shape):
    """`company` is based or registered in `country`. Checked against registries, lists and printed parties."""

    kind: ClassVar[Kind] = "based"

    company: Name
    country: Country
    as_of: PartialDate | None = None


class Component(_Bounded):
    """A part of maker `maker` was found in, or is catalogued for, `found_in`. Checked against catalogues of parts.

    At least one of maker, part and country says which part; `found_in` None: in any weapon. `count` is the number of different
    parts; null when the claim states none.
    """

    kind: ClassVar[Kind] = "component"

    maker: Name | None = None
    part: Name | None = None
    country: Country | None = None
    found_in: Name | None = None
    count: Count | None = None

    @model_validator(mode="after")
    def _a_part(self) -> Component:
        if not (self.maker or self.part or self.country or self.found_in):
            raise ValueError("component needs maker, part, country or found_in")
        if not (self.maker or self.part or self.country) and self.count is None:
            raise ValueError("component needs maker, part or country, or the count of parts found_in")
        if self.count is None and self.bound != "exact":
            raise ValueError("bound belongs to count: state the count")
        self._ordered(None if self.count is None else float(self.count))
        return self


class Other(Shape):
    """Something no template covers, in words: recorded and attributed, never checked."""

    kind: ClassVar[Kind] = "other"

    text: Name


Proposition = Delivered | Listed | TradeTotal | Share | Suppliers | FirstLast | DeclaredAs | Linked | Based | Component | Other
PROPOSITIONS: dict[str, type[Proposition]] = {
    shape.kind: shape for shape in (Delivered, Listed, TradeTotal, Share, Suppliers, FirstLast, DeclaredAs, Linked, Based, Component, Other)
}

_TWO: dict[str, Any] = {"supplier": "Invented Kestrel Works", "consignee": "Example Trading"}
EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "delivered": (
        "Invented Kestrel Works sold Example Trading at least $2m of engines through Invented Transit in 2023.",
        {**_TWO, "via": ["Invented Transit"], "goods": ["8407"], "value": 2000000, "currency": "USD", "bound": "at_least",
         "since": "2023", "until": "2023"},
    ),
    "listed": ("The EU put Example Trading on its list on 23 February 2024.",
               {"entity": "Example Trading", "authority": "EU", "as_of": "2024-02-23"}),
    "trade_total": (
        "China's exports of bearings to Kazakhstan came to between 10 and 12 million dollars in 2023.",
        {"from_country": "CN", "to_country": "KZ", "goods": ["8482"], "value": 10000000, "currency": "USD", "bound": "range",
         "upper": 12000000, "since": "2023", "until": "2023"},
    ),
    "share": (
        "Most of Example Trading's imports in 2023 came from Invented Kestrel Works.",
        {**_TWO, "share": 0.5, "bound": "over", "of": ["consignee"], "measure": "usd", "since": "2023", "until": "2023"},
    ),
    "suppliers": ("About a hundred companies supplied Example Trading in 2023.",
                  {"consignees": ["Example Trading"], "count": 100, "bound": "about", "since": "2023", "until": "2023"}),
    "first_last": ("Kestrel has supplied Example Trading since March 2022 and stopped after June 2023.",
                   {**_TWO, "first": "2022-03", "last": "2023-06", "until": "2024-01-31"}),
    "declared_as": (
        "The engines were declared as refrigeration equipment.",
        {**_TWO, "declared_as": ["8418"], "described_as": ["engine", "двигатель"], "since": "2023", "until": "2023"},
    ),
    "linked": ("Example Trading belongs to Invented Holding.",
               {"company": "Example Trading", "by": "Invented Holding", "relation": "owner", "as_of": "2023"}),
    "based": ("Example Trading is registered in Kazakhstan.", {"company": "Example Trading", "country": "KZ"}),
    "component": (
        "At least three parts made by Invented Semiconductor were found in the Sample-136 drone.",
        {"maker": "Invented Semiconductor", "found_in": "Sample-136", "count": 3, "bound": "at_least"},
    ),
    "other": ("They held talks.", {"text": "They held talks."}),
}  # fmt: skip
"""One invented example for each kind: the sentence of an article, and what `says` holds under the kind."""
