"""What a template is: `names` are the fields of the proposition that name companies, `check` answers a resolved question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from enduse.claims.companies import Company, in_words
from enduse.claims.verdicts import Basis, Verdict
from enduse.store import StageRun
from enduse.terms.propositions import Proposition


@dataclass(frozen=True)
class Question:
    """One claim's proposition with its companies resolved; `query` is what is kept to ask it again.

    `companies` are by field; those of a field that holds several names are by field, dot and place: `via.1`, `via.2`.
    """

    claim_id: str
    says: Proposition
    companies: Mapping[str, Company]
    query: str

    @property
    def ends(self) -> tuple[Company | None, Company | None]:
        """Supplier and consignee; null for the one that the claim does not name."""
        return self.companies.get("supplier"), self.companies.get("consignee")

    @property
    def shipments(self) -> str:
        """The shipments between the ends, in words."""
        supplier, consignee = self.ends
        return "shipments" + (f" from {in_words(supplier)}" if supplier else "") + (f" to {in_words(consignee)}" if consignee else "")

    def several(self, field: str) -> tuple[Company, ...]:
        """Return the companies of a field that holds several names, in their order."""
        count = len(getattr(self.says, field))
        return tuple(self.companies[f"{field}.{place}"] for place in range(1, count + 1))


def nothing_shown(run: StageRun, question: Question) -> Basis | None:  # noqa: ARG001 - one shape for all templates
    """Return None: no rows of this kind are declared complete, so nothing they show contradicts a denial."""
    return None


@dataclass(frozen=True)
class Template:
    """One kind of proposition that can be checked.

    `shown` returns the declared coverage (or the dated entries) in which the rows stand that show a supported claim: what a
    denial of it can be contradicted by. The docstring of the module of `check` is the template's published rule.
    """

    kind: str
    names: tuple[str, ...]
    check: Callable[[StageRun, Question], Verdict]
    shown: Callable[[StageRun, Question], Basis | None] = nothing_shown
    unknown_is_open: bool = False
    """The template itself deals with names that no shipment bears: they may stand in a registry."""
