"""What a denial denies: the claims it speaks of, by goods, product, parties and doings; a denial about drones does not answer engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from enduse.claims.lineage.features import Told, plain_words, stem
from enduse.claims.lineage.giving import givers
from enduse.claims.lineage.lexicon import GOVERNMENT, INCLUDES, NATION_OF, WHOLESALE, action
from enduse.claims.lineage.scripts import words_of
from enduse.claims.lineage.weights import Weights


@dataclass(frozen=True)
class Scope:
    """What a denial covers. `kind`: content (what is named), all (the accusations as a whole) or knowledge (only that it is known)."""

    kind: str
    goods: tuple[str, ...]
    names: tuple[str, ...]
    actions: tuple[str, ...]


def scope_of(denial: Told, weights: Weights) -> Scope:
    """Return the scope of a denial: the families of goods and the rare names in its words, and what it says was not done."""
    speakers = {word for node in denial.claim.chain for word in words_of(node.name or "")}
    names = tuple(sorted(name for name in denial.names - speakers if weights.rare(name)))
    goods = tuple(sorted(denial.goods))
    actions = tuple(sorted(denial.actions - {"use", "own"}))
    if denial.claim.of_knowledge:
        return Scope("knowledge", goods, names, actions)
    words = set(words_of(denial.claim.quote))
    if not goods and not names and words & WHOLESALE:
        return Scope("all", goods, names, actions)
    return Scope("content", goods, names, actions)


def answers(scope: Scope, claim: Told, party: frozenset[str] = frozenset(), state: str | None = None) -> bool:
    """Tell whether a denial of this scope speaks against a claim.

    `party`: the denier's names, when claims name it as a party; `state`: the country that is said not to have done it.
    """
    if scope.kind == "knowledge" or claim.denied or claim.claim.polarity == "negative":
        return False
    if scope.kind == "all":
        return True
    if state is not None and "deliver" in scope.actions and state not in (givers(claim.claim.quote, scope.goods) or {state}):
        return False
    if party and not party & ({stem(name) for name in claim.names} | set(claim.words)):
        return False
    wide = {kind for one in scope.goods for kind in INCLUDES.get(one, (one,))}
    if wide and not wide & claim.goods:
        return False
    held = {stem(name) for name in claim.names} | set(claim.words)
    names = [stem(name) for name in scope.names]
    if names and not any(name in held for name in names):
        return False
    if not wide and not names:
        return False
    # A denial of a delivery answers deliveries; one of a thing ("the drone does not exist") answers whatever is said of it.
    if "deliver" not in scope.actions:
        return True
    # What is being made in order to be shipped has not been delivered.
    made = claim.claim.type == "production" and "deliver" not in {action(word) for word in words_of(claim.claim.predicate or "")}
    return "deliver" in claim.actions and not made and not (claim.actions & _ONLY_SPOKEN_OF) - set(scope.actions)


# Having sent is denied, not that it was thought about.
_ONLY_SPOKEN_OF = {"consider", "talk", "plan", "agree"}


def denies(
    denials: Iterable[Told],
    by_article: Mapping[int, Sequence[Told]],
    same_as: Mapping[str, str],
    origin: Mapping[str, str],
    weights: Weights,
) -> dict[str, list[str]]:
    """Return for each denial the claims it speaks against: of its own article, and the same claims of other articles of their origin.

    What another source says too was not put to the one who denies.
    """
    members: dict[str, list[str]] = {}
    for one in (claim for found in by_article.values() for claim in found):
        if one.id in same_as:
            members.setdefault(same_as[one.id], []).append(one.id)
    found: dict[str, list[str]] = {}
    for denial in denials:
        scope = scope_of(denial, weights)
        others = [one for one in by_article.get(denial.article, ()) if one.id != denial.id and not one.denied and _accuses(one, denial)]
        party = _party(denial, others, weights)
        state = _state(denial)
        own = [one for one in others if answers(scope, one, party, state)]
        retold = ((one, other) for one in own for other in members.get(same_as.get(one.id, ""), ()))
        meant = {one.id for one in own} | {other for one, other in retold if origin.get(one.id) == origin.get(other)}
        if meant:
            found[denial.id] = sorted(meant)
    return found


def _party(denial: Told, others: Sequence[Told], weights: Weights) -> frozenset[str]:
    """Return the denier's rare names when the claims of the article name it; empty when it answers for others (a ministry, say)."""
    node = denial.claim.root
    if node is None:
        return frozenset()
    if GOVERNMENT & set(words_of(node.name or "")):
        return frozenset()
    said = f"{node.name or ''} {node.affiliation or ''}"
    names = {stem(word) for word in words_of(said) if weights.rare(word) and not plain_words(said) & {word}}
    held = {word for one in others for word in ({stem(name) for name in one.names} | set(one.words))}
    return frozenset(names & held)


def _state(denial: Told) -> str | None:
    """Return the country that is said not to have done it: the first that the denial names, else whose office denies; None for others."""
    node = denial.claim.root
    for text in (denial.claim.quote, (node.name or "") if node else ""):
        found = next((NATION_OF[word] for word in words_of(text) if NATION_OF.get(word, "others") != "others"), None)
        if found is not None and (text is not denial.claim.quote or found in givers(text)):
            return found
    return None


def _accuses(claim: Told, denial: Told) -> bool:
    """Tell whether somebody else says it: nobody denies what he himself says."""
    left, right = claim.claim.root, denial.claim.root
    return left is None or right is None or (left.name or "").casefold() != (right.name or "").casefold()
