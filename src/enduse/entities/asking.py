"""Questions: clusters that may be one company and are not joined, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.across import answers_across
from enduse.entities.beside import bits_of, numbers_of
from enduse.entities.clusters import Clusters
from enduse.entities.cut_names import cut_names
from enduse.entities.evidence import BESIDE, Pairs, agreement, shared_in_words
from enduse.entities.mentions import Mentions
from enduse.entities.merging import Questions
from enduse.entities.names import analyse
from enduse.entities.parameters import ACROSS_NAMES_MAX, PROBABILITY_MIN
from enduse.entities.parting import known_as
from enduse.entities.relation import WORDS, Relation
from enduse.entities.rendered import Rendered
from enduse.entities.values import NONE
from enduse.store import StageRun, distinct, ordered, starts_of
from enduse.terms.further_names import MAY_HOLD

Ints = NDArray[np.int64]
_MOST = 20
_NULL = chr(0)
_COUNTRIES = ("same country", "country stated on one side only", "country not stated")
_TRANSLATION_SCORE = 0.85
_ACROSS_SCORE = 0.9
_CUT_SCORE = 0.8
_BESIDE_MORE = 0.04
_CHINESE = frozenset({"CN", "HK", "MO", "TW", "SG", "MY"})
"""Countries in which companies have a Chinese name as well."""
_SCORES = {
    Relation.UNKNOWN: 0.5, Relation.WEAK: 0.7, Relation.MORE: 0.55, Relation.NEARLY: 0.72, Relation.LESS: 0.75, Relation.SHORT: 0.76,
    Relation.SPELLED: 0.84, Relation.PLACED: 0.86,
    Relation.SLIP: 0.85, Relation.RENDERED: 0.8, Relation.MEANT: 0.87, Relation.HEARD: 0.88, Relation.MISTYPED: 0.87, Relation.SOUND: 0.88,
    Relation.SAME: 0.9,
}  # fmt: skip
"""How likely a question is to be answered 'same', for ranking; not calibrated."""
_ASKED_ALONE = np.array([kind in (Relation.WEAK, Relation.SHORT) or kind >= Relation.SPELLED for kind in Relation])


def ask(run: StageRun, mentions: Mentions, clusters: Clusters, questions: Questions, roots: NDArray[np.int64], pairs: Pairs) -> None:
    """Add a question for each pair of clusters that may be one, as far as countries and numbers do not speak against it."""
    asker = _Asker(mentions, clusters, questions)
    _ask_alike(asker, roots, pairs)
    for key, other, probability, reason in answers_across(mentions, run.parameter(ACROSS_NAMES_MAX), run.parameter(PROBABILITY_MIN)):
        asker.ask_keys(key, other, round(probability * _ACROSS_SCORE, 4), f"names answer across scripts: {reason}")
    for key, other, score, reason in _rendered(mentions, _without_chinese(mentions, clusters)):
        asker.ask_keys(key, other, score, reason)
    keys = mentions.named.key
    for cut, longer in cut_names(mentions.names.column):
        asker.ask_keys(
            int(keys[cut]), int(keys[longer]), _CUT_SCORE, f"one may be the other cut off ({mentions.names.column[cut].as_py()})"
        )
    if not (aliases := _aliases(mentions)):
        return
    number = pc.index_in(pa.array([alias for _, alias, _ in aliases], pa.string()), value_set=pa.array(mentions.named.keys, pa.string()))
    for (key, alias, words), at in zip(aliases, number.to_pylist(), strict=True):
        if at is not None and at != key and not mentions.named.generic[at]:
            asker.ask_keys(key, at, _TRANSLATION_SCORE, f"{words} of one is the name of the other ({alias})")


def _ask_alike(asker: _Asker, roots: NDArray[np.int64], pairs: Pairs) -> None:
    """Ask about names that are nearly equal, and about others that share a telephone, domain, address or doubtful number."""
    shared = np.zeros(len(pairs.left))
    for name in BESIDE:
        shared += pairs.beside[name]
    denied = (pairs.relation == Relation.CONFLICT) | (pairs.denying > pairs.agreeing)
    chosen = ~denied & (pairs.country >= 0) & (_ASKED_ALONE[pairs.relation] | (shared >= 1.0))
    # Most of them have been joined by now.
    final = asker.roots[roots]
    chosen &= final[pairs.left] != final[pairs.right]
    chosen = np.flatnonzero(chosen)
    asker.ask_each(roots[pairs.left[chosen]], roots[pairs.right[chosen]], pairs.relation[chosen], pairs.shared(chosen))


@cache
def _said(kind: int, beside: int) -> tuple[float, str] | None:
    """Return how likely a relation is with what stands beside it (bits in the order of BESIDE), and both in words; null for no question."""
    relation = Relation(kind)
    said = [WORDS[relation], *shared_in_words(beside)]
    if relation in (Relation.UNKNOWN, Relation.MORE) and said[1:] == ["same address"]:
        # Many companies stand at one address: without a name that answers it is no question.
        return None
    return min(_SCORES[relation] + _BESIDE_MORE * (len(said) - 1), 0.97), "; ".join(said)


def _without_chinese(mentions: Mentions, clusters: Clusters) -> NDArray[np.bool_]:
    """Tell which texts some company bears which bears no Chinese name and may be in a country where companies have one.

    Of those with one the characters themselves are asked about; a company of Mumbai has none.
    """
    text, roots = mentions.named.text[mentions.names.of], clusters.roots()
    han = np.append(mentions.named.texts.han, False)[text]
    with_chinese = np.zeros(len(roots), bool)
    with_chinese[roots[han]] = True
    found = np.zeros(len(mentions.named.texts) + 1, bool)
    # A row without a country points at the last one.
    spoken = np.array([not one or one in _CHINESE for one in (*mentions.country.column.to_pylist(), None)])
    found[text[~with_chinese[roots] & spoken[mentions.country.of]]] = True
    return found[:-1]


def _rendered(mentions: Mentions, chosen: NDArray[np.bool_]) -> Iterator[tuple[int, int, float, str]]:
    """Yield (key, key, score, evidence) of names of which one may translate the Chinese name that the other spells."""
    key = mentions.named.key[mentions.named.first_of_text].tolist()
    for one in Rendered(mentions.named.texts, mentions.known).among(chosen):
        score = min(0.6 + 0.08 * one.syllables, 0.9)
        yield key[one.translated], key[one.spelled], score, f"one may translate the other: {one.told}"


def _aliases(mentions: Mentions) -> list[tuple[int, str, str]]:
    """Return (key, key of another name printed with it, what that other name is), each once, sorted."""
    found: set[tuple[int, str, str]] = set()
    for name, inner in mentions.named.inner.items():
        found.add((int(mentions.named.key[name]), inner, "the name in brackets"))
    names = mentions.names.column
    for at in pc.indices_nonzero(pc.match_substring_regex(names, MAY_HOLD)).to_pylist():
        several = known_as(names[at].as_py())
        keys = [analyse(part).key for part in several] if len(several) > 1 else []
        found.update((int(mentions.named.key[at]), key, "a further name") for key in keys if key is not None)
    stated = mentions.translated.of != NONE
    if stated.any():
        alias = [analyse(translated).key for translated in mentions.translated.values]
        width = len(alias)
        for code in distinct(mentions.key[stated].astype(np.int64) * width + mentions.translated.of[stated]).tolist():
            if (key := alias[code % width]) is not None:
                found.add((code // width, key, "the provider's translation"))
    return sorted(found)


class _Asker:
    """Turns a pair of clusters, or of names that clusters bear, into questions."""

    def __init__(self, mentions: Mentions, clusters: Clusters, questions: Questions) -> None:
        self._mentions, self._clusters, self._questions = mentions, clusters, questions
        self._order = ordered(mentions.key)
        # Where the bearers of each key begin.
        self._starts = starts_of(mentions.key, len(mentions.named.keys)).tolist()

    @cached_property
    def roots(self) -> NDArray[np.int64]:
        """The position that stands for the cluster of each mention; nothing is joined any more."""
        return self._clusters.roots()

    @cached_property
    def _root(self) -> list[int]:
        found: list[int] = self.roots.tolist()
        return found

    @cached_property
    def _countries(self) -> list[int]:
        """The countries that each cluster states, as bits, by the position that stands for it."""
        return numbers_of(bits_of(self._mentions.country.of, self.roots, len(self.roots)))

    def ask_keys(self, left_key: int, right_key: int, score: float, evidence: str) -> None:
        """Ask about each pair of clusters that bear the two names and are not contradicted."""
        for left in self._bearers(left_key):
            for right in self._bearers(right_key):
                self.ask(left, right, score, evidence)

    def ask_each(self, left: Ints, right: Ints, kinds: NDArray[np.int8], beside: Ints) -> None:
        """Ask about pairs of clusters by how their names relate and what stands beside them, as `ask` does; both names are evidence."""
        one, other = self.roots[left], self.roots[right]
        country = self._mentions.country.of
        agreeing = agreement(country, self.roots, len(self.roots), one, other)
        stated = np.zeros(len(self.roots), bool)
        stated[self.roots[country != NONE]] = True
        told = np.where(agreeing > 0, 0, np.where(stated[one] | stated[other], 1, 2))
        keys, of = self._mentions.named.keys, self._mentions.key
        # Most state no number: of these nothing is asked one by one.
        columns = (left, right, one, other, of[left], of[right], kinds, beside, told, self._clusters.may_refuse(one, other))
        chosen = np.flatnonzero((agreeing >= 0) & (one != other))
        rows = zip(*(column[chosen].tolist() for column in columns), strict=True)
        refusal, ask = self._clusters.refusal_of, self._questions.ask
        for ours, theirs, root, second, key, alias, kind, bits, where, doubtful in rows:
            if (said := _said(kind, bits)) is not None and not (doubtful and refusal(root, second)):
                score, evidence = said
                names = f"{keys[key].strip(_NULL)} / {keys[alias].strip(_NULL)}"
                ask(ours, theirs, score, f"{evidence} ({names}); {_COUNTRIES[where]}")

    def ask(self, left: int, right: int, score: float, evidence: str) -> None:
        """Ask about two clusters unless countries or numbers speak against it."""
        one, other = self._root[left], self._root[right]
        if one == other:
            return
        ours, theirs = self._countries[one], self._countries[other]
        if (ours and theirs and not ours & theirs) or self._clusters.refusal_of(one, other) is not None:
            return
        said = _COUNTRIES[0 if ours & theirs else 1 if ours | theirs else 2]
        self._questions.ask(left, right, score, f"{evidence}; {said}")

    def _bearers(self, key: int) -> list[int]:
        first: dict[int, int] = {}
        for position in self._order[self._starts[key] : self._starts[key + 1]].tolist():
            first.setdefault(self._root[position], position)
            if len(first) == _MOST:
                break
        return sorted(first.values())
