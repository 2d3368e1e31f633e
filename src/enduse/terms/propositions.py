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

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from enduse.terms.claim_parts import Bound, Name, PartialDate, Shape
from enduse.terms.claimed import (
    PROPOSITIONS,
    Based,
    Component,
    DeclaredAs,
    Delivered,
    FirstLast,
    Kind,
    Linked,
    Listed,
    Other,
    Proposition,
    Share,
    Suppliers,
    TradeTotal,
)
from enduse.terms.ids import canonical, hash_of

__all__ = [
    "PROPOSITIONS", "Based", "Bound", "Claim", "Component", "DeclaredAs", "Delivered", "FirstLast", "Kind", "Linked", "Listed", "NodeType",
    "Other", "PartialDate", "Proposition", "Says", "Share", "Speaker", "Stance", "Suppliers", "TradeTotal",
]  # fmt: skip

Stance = Literal["asserted", "uncertain", "denied"]
NodeType = Literal["outlet", "organisation", "person", "document", "dataset", "anonymous"]


def _unwrapped(value: Any) -> Any:
    """Return the proposition in `{kind: fields}`; raises ValueError unless there is exactly one known kind."""
    if isinstance(value, tuple(PROPOSITIONS.values())):
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
    fields = proposition.model_dump(mode="json", exclude_none=True)
    # Claims without an id are known by a hash of this: a field added since stands in it only where a claim uses it.
    return {proposition.kind: {name: value for name, value in fields.items() if (name, value) not in _UNUSED}}


_UNUSED: tuple[tuple[str, Any], ...] = (("via", []), ("route", "direct"))
Says = Annotated[Proposition, BeforeValidator(_unwrapped), PlainSerializer(_wrapped)]


class Speaker(Shape):
    """One node of the chain through which a claim came; `implied` when the frame is carried over rather than stated."""

    type: NodeType
    """What kind of source it is."""
    name: Name
    """As the article names it."""
    implied: bool = False
    """True when the frame is carried over from an earlier sentence."""


class Claim(Shape):
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
    """From the outlet inwards; the last node is answerable for the content."""
    origin: Name | None = None
    """An id shared by all claims that rest on one source; null: the claim never adds to a count of origins."""
    stance: Stance = "asserted"
    """denied: `says` holds what is denied."""
    quote: Annotated[str, Field(min_length=1)]
    """Verbatim from the article."""
    says: Says
    """What it says, typed."""

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
        return canonical(self.model_dump(mode="json", exclude_none=True))
