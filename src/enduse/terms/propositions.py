"""What a published claim says, typed narrowly enough to be checked: who delivered what to whom, who is listed, how much was traded.

A claim is a proposition that an article puts into the world through somebody. The shapes here are the contract between the
reader of claims files, the worlds that invent them and the room that checks them. They hold values as the ledger writes
them: names are not resolved, amounts not converted, partial dates stay partial. What is not stated is None, never 0 or "".

    >>> claim = Claim.model_validate({
    ...     "id": "kestrel-1", "article": "invented.txt", "quote": "sold at least $2m of parts", "origin": "invented-report",
    ...     "chain": [{"type": "outlet", "name": "Invented Courier"}, {"type": "document", "name": "Invented Report"}],
    ...     "says": {"delivered": {"supplier": "Invented Kestrel Works", "consignee": "Example Trading",
    ...                            "value": 2000000, "currency": "USD", "bound": "at_least", "since": "2023", "until": "2024-06"}},
    ... })
    >>> claim.kind, claim.root, claim.says.first_day.isoformat(), claim.says.last_day.isoformat()
    ('delivered', 'Invented Report', '2023-01-01', '2024-06-30')
    >>> Claim.model_validate_json(claim.canonical()) == claim
    True
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from enduse.terms.ids import hash_of
from enduse.terms.periods import Period, period_of

Kind = Literal["delivered", "listed", "trade_total", "other"]
Bound = Literal["exact", "at_least", "at_most", "about"]
Stance = Literal["asserted", "uncertain", "denied"]
NodeType = Literal["outlet", "organisation", "person", "document", "dataset", "anonymous"]


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


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _Period(_Shape):
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


class _Counted(_Period):
    goods: tuple[HsPrefix, ...] = ()
    """HS prefixes spoken of, each 2 to 10 digits; empty when the claim speaks of all goods."""
    value: Amount | None = None
    """In `currency`; null when the claim states no value."""
    currency: Currency | None = None
    """ISO 4217; stated exactly when `value` is."""
    quantity: Amount | None = None
    """In `unit`; null when the claim states no quantity."""
    unit: Name | None = None
    """kg, pieces, m ... or the counted noun; stated exactly when `quantity` is."""
    bound: Bound = "exact"
    """How the number is meant: 'more than' is at_least, 'up to' at_most, 'some' about."""

    @model_validator(mode="after")
    def _one_number_with_its_unit(self) -> _Counted:
        if (self.value is None) != (self.currency is None):
            raise ValueError("value and currency belong together: state both or neither")
        if (self.quantity is None) != (self.unit is None):
            raise ValueError("quantity and unit belong together: state both or neither")
        if self.value is not None and self.quantity is not None:
            raise ValueError("a value and a quantity are two claims, each with its own verdict: write two")
        return self


class Delivered(_Counted):
    """`supplier` delivered goods to `consignee`, directly; with or without a number. Checked against shipments.

    Either company may be left out (None: the claim does not name it), not both.
    """

    kind: ClassVar[Kind] = "delivered"

    supplier: Name | None = None
    consignee: Name | None = None

    @model_validator(mode="after")
    def _somebody(self) -> Delivered:
        if self.supplier is None and self.consignee is None:
            raise ValueError("delivered needs a supplier or a consignee")
        return self


class Listed(_Shape):
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


class Other(_Shape):
    """Something no template covers, in words: recorded and attributed, never checked."""

    kind: ClassVar[Kind] = "other"

    text: Name


Proposition = Delivered | Listed | TradeTotal | Other
PROPOSITIONS: dict[str, type[Proposition]] = {shape.kind: shape for shape in (Delivered, Listed, TradeTotal, Other)}


def _unwrapped(value: Any) -> Any:
    """Return the proposition in `{kind: fields}`; raises ValueError unless there is exactly one known kind."""
    if isinstance(value, Delivered | Listed | TradeTotal | Other):
        return value
    accepted = ", ".join(PROPOSITIONS)
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError(f"says holds exactly one of {accepted}")
    kind, fields = next(iter(value.items()))
    if kind not in PROPOSITIONS:
        raise ValueError(f"says cannot be {kind!r}; accepted: {accepted}")
    if kind == Other.kind and isinstance(fields, str):
        fields = {"text": fields}
    return PROPOSITIONS[kind].model_validate(fields)


def _wrapped(proposition: Proposition) -> dict[str, Any]:
    if isinstance(proposition, Other):
        return {proposition.kind: proposition.text}
    return {proposition.kind: proposition.model_dump(mode="json", exclude_none=True)}


Says = Annotated[Proposition, BeforeValidator(_unwrapped), PlainSerializer(_wrapped)]


class Speaker(_Shape):
    """One node of the chain through which a claim came; `implied` when the frame is carried over rather than stated."""

    type: NodeType
    name: Name
    implied: bool = False


class Claim(_Shape):
    """One proposition that an article puts into the world, through somebody.

    `chain` runs from the outlet inwards; its last node is the root, who is answerable for the content. Claims with one
    `origin` count once; a claim without an origin never adds to a count of origins.
    """

    id: Name | None = None
    """The ledger's own id; None: `claim_id` makes one of the content."""
    article: Name | None = None
    """File name, title or id of the article; None when the claim stands in no article (a broadcast, say)."""
    outlet: Name | None = None
    """Who published it; None when the article says so itself or nobody knows."""
    chain: tuple[Speaker, ...] = ()
    origin: Name | None = None
    stance: Stance = "asserted"
    quote: Annotated[str, Field(min_length=1)]
    """Verbatim from the article."""
    says: Says

    @model_validator(mode="after")
    def _stands_somewhere(self) -> Claim:
        if self.article is None and self.outlet is None:
            raise ValueError("a claim needs an article, or at least the outlet that published it")
        return self

    @property
    def kind(self) -> Kind:
        """The kind of its proposition."""
        return self.says.kind

    @property
    def root(self) -> str | None:
        """The name of the last node of the chain; else the outlet; None when neither is stated."""
        return self.chain[-1].name if self.chain else self.outlet

    @property
    def claim_id(self) -> str:
        """The ledger's id, else C- and a hash of the content: the same claim has the same id in every file."""
        return self.id or "C-" + hash_of([self.canonical()])

    def canonical(self) -> str:
        """Return the claim as canonical JSON (sorted keys, nothing that is null); `Claim.model_validate_json` reads it back."""
        return json.dumps(self.model_dump(mode="json", exclude_none=True), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
