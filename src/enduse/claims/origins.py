"""How many independent origins the claims have: counted strictly, because five articles may repeat one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from enduse.claims.ledger import read_claims
from enduse.store import StageRun
from enduse.terms.propositions import Claim


@dataclass(frozen=True)
class Origin:
    """Claims that rest on one origin. `independent` False: the root is unknown or anonymous without an id, so it never adds."""

    name: str
    independent: bool
    roots: tuple[str, ...]
    articles: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """The groups, and how many origins there are at least (strict) and at most (every group a separate one)."""

    at_least: int
    at_most: int
    groups: tuple[Origin, ...]

    def as_json(self) -> dict[str, Any]:
        """Return every field as JSON values."""
        return asdict(self)


def origins(run: StageRun) -> Origins:
    """Return the workspace's claims grouped by origin; see `group`."""
    return group(read_claims(run))


def group(claims: Iterable[Claim]) -> Origins:
    """Return claims grouped by origin: joined by the same origin id, or the same named root, directly or through others.

    A group counts as independent when one of its claims states an origin; a claim without one, whose root is shared with no
    other, may be a retelling of any other and never adds. There is at least one origin wherever there is a claim.
    """
    listed = sorted(claims, key=lambda claim: claim.claim_id)
    parents = list(range(len(listed)))

    def top(place: int) -> int:
        while parents[place] != place:
            place = parents[place]
        return place

    first: dict[tuple[str, str], int] = {}
    for place, claim in enumerate(listed):
        for key in _keys(claim):
            other = top(first.setdefault(key, place))
            own = top(place)
            parents[max(own, other)] = min(own, other)
    gathered: dict[int, list[Claim]] = defaultdict(list)
    for place, claim in enumerate(listed):
        gathered[top(place)].append(claim)
    groups = tuple(_origin(found) for found in gathered.values())
    strict = sum(one.independent for one in groups)
    return Origins(max(strict, min(len(groups), 1)), len(groups), groups)


def _keys(claim: Claim) -> list[tuple[str, str]]:
    keys = [("origin", claim.origin)] if claim.origin else []
    root = claim.chain[-1] if claim.chain else None
    # Two anonymous roots of one description need not be one person.
    if root is not None and root.type != "anonymous":
        keys.append((root.type, root.name.casefold()))
    return keys


def _origin(claims: list[Claim]) -> Origin:
    named = sorted({claim.origin for claim in claims if claim.origin})
    roots = sorted({claim.root for claim in claims if claim.root})
    articles = sorted({claim.article or claim.outlet or "" for claim in claims})
    name = " / ".join(named) if named else (roots[0] if roots else "unknown")
    return Origin(name, bool(named), tuple(roots), tuple(articles), tuple(claim.claim_id for claim in claims))
