"""What a template is: `names` are the fields of the proposition that name companies, `check` answers a resolved question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from enduse.claims.companies import Company
from enduse.claims.verdicts import Verdict
from enduse.store import StageRun
from enduse.terms.propositions import Proposition


@dataclass(frozen=True)
class Question:
    """One claim's proposition with its companies resolved; `query` is what is kept to ask it again."""

    claim_id: str
    says: Proposition
    companies: Mapping[str, Company]
    query: str


@dataclass(frozen=True)
class Template:
    """One kind of proposition that can be checked."""

    kind: str
    names: tuple[str, ...]
    check: Callable[[StageRun, Question], Verdict]
