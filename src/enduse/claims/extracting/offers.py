"""What an extractor may offer: one claim in the ledger's shape, strictly typed; an offer is nobody's claim until the gate lets it pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr, ValidationError, model_validator

from enduse.claims.extracted import Bound, ClaimType, MentionKind, Polarity, Role, Stage
from enduse.terms.propositions import NodeType, Stance

SourceClass = Literal[
    "intelligence",
    "military",
    "diplomat",
    "spokesperson",
    "official",
    "insider",
    "executive",
    "analyst",
    "expert",
    "witness",
    "source",
    "government",
    "person",
]
_LIST_MAX = 40


class _Offered(BaseModel):
    """Strict: an unknown field is refused; what this program computes itself (offsets, rates by month, ids) is not read at all."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    computed: ClassVar[frozenset[str]] = frozenset({"start", "end"})

    @model_validator(mode="before")
    @classmethod
    def _unread(cls, value: Any) -> Any:
        return {key: inner for key, inner in value.items() if key not in cls.computed} if isinstance(value, dict) else value


class OfferedDate(_Offered):
    """A date as printed in `text`; `since` and `until` ISO and maybe partial, null when no year is printed."""

    computed: ClassVar[frozenset[str]] = frozenset({"start", "end", "basis"})
    text: StrictStr
    since: StrictStr | None = None
    until: StrictStr | None = None
    month_day: StrictStr | None = None


class OfferedQuantity(_Offered):
    """A number as printed in `text`."""

    computed: ClassVar[frozenset[str]] = frozenset({"start", "end", "per_month"})
    text: StrictStr
    value: StrictFloat | StrictInt | None = None
    upper: StrictFloat | StrictInt | None = None
    unit: StrictStr | None = None
    currency: StrictStr | None = None
    bound: Bound = "exact"
    per: StrictStr | None = None
    period: OfferedDate | None = None


class OfferedNode(_Offered):
    """One step of who said it, from the publishing outlet inwards."""

    type: NodeType
    name: StrictStr | None = None
    implied: StrictBool = False
    source_class: SourceClass | None = Field(default=None, alias="class")
    affiliation: StrictStr | None = None
    number: StrictInt | None = None
    access: StrictStr | None = None
    said_on: OfferedDate | None = None


class OfferedEntity(_Offered):
    """A name as printed."""

    name: StrictStr = Field(min_length=1)
    kind: MentionKind
    role: Role | None = None
    country: StrictStr | None = None


class Offer(_Offered):
    """One claim as offered. `context`: words around the quote, verbatim; `start`: where the quote is said to stand (only a hint)."""

    computed: ClassVar[frozenset[str]] = frozenset(
        {"id", "article", "end", "predicate", "direct", "headline", "of_knowledge", "due", "origin", "same_as", "contradicts", "denies"}
    )
    quote: StrictStr
    context: StrictStr | None = None
    start: StrictInt | None = None
    speaker_chain: tuple[OfferedNode, ...] = Field(max_length=_LIST_MAX)
    stance: Stance
    polarity: Polarity
    type: ClaimType
    stage: Stage | None = None
    hedges: tuple[StrictStr, ...] = Field(default=(), max_length=_LIST_MAX)
    quantities: tuple[OfferedQuantity, ...] = Field(default=(), max_length=_LIST_MAX)
    dates: tuple[OfferedDate, ...] = Field(default=(), max_length=_LIST_MAX)
    entities: tuple[OfferedEntity, ...] = Field(default=(), max_length=_LIST_MAX)


def offered(value: object) -> Offer | tuple[str, str]:
    """Return the offer, or (reason, sentence) when `value` has not its shape: unknown_field, unknown_value or not_a_claim."""
    if not isinstance(value, Mapping):
        return "not_a_claim", f"a JSON object is a claim, not {type(value).__name__}"
    try:
        offer = Offer.model_validate(dict(value))
    except ValidationError as error:
        kinds = {"extra_forbidden": "unknown_field", "literal_error": "unknown_value"}
        first = min(error.errors(include_input=False, include_url=False), key=lambda one: (one["type"] in kinds, str(one["loc"])))
        place = ".".join(str(part) for part in first["loc"])
        return kinds.get(first["type"], "not_a_claim"), f"{place}: {first['msg']}"[:300]
    return offer if offer.speaker_chain else ("not_a_claim", "speaker_chain: at least the publishing outlet says it")
