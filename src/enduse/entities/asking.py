"""Questions from names that are alike but not equal: spellings of one sound, typing mistakes, translations."""

from __future__ import annotations

from collections import defaultdict

from enduse.entities.blocking import by_sound, similar_pairs
from enduse.entities.clusters import Clusters
from enduse.entities.mentions import NONE, Mentions
from enduse.entities.merging import Questions
from enduse.entities.names import Named, analyse
from enduse.entities.parameters import ACROSS_NAMES_MAX, BLOCK_MAX, DIFFERENCE_MIN, PROBABILITY_MIN, SIMILARITY_MIN
from enduse.entities.pool import Pool
from enduse.entities.reading import analyse as analyse_words
from enduse.entities.weighing import Entity
from enduse.store import StageRun

_MOST = 20
_SOUND_SCORE = 0.88
_TRANSLATION_SCORE = 0.85
_ACROSS_SCORE = 0.9
_ACROSS_MAX = 4


def ask_about_alike(run: StageRun, mentions: Mentions, clusters: Clusters, questions: Questions) -> None:
    """Add a question for each pair of clusters whose names are alike and whose countries and numbers do not speak against it."""
    bearers, named = _bearers(mentions, clusters)
    names = [named[key] for key in sorted(named)]
    asker = _Asker(mentions, clusters, questions, bearers)
    for sound, keys in by_sound(names).items():
        for at, left in enumerate(keys[:_MOST]):
            for right in keys[at + 1 : _MOST]:
                asker.ask(left, right, _SOUND_SCORE, f"names sound alike ({left} / {right})" if sound else "")
    similarity_min, difference_min = run.parameter(SIMILARITY_MIN), run.parameter(DIFFERENCE_MIN)
    for at, other, score in similar_pairs(run, names, None, run.parameter(BLOCK_MAX), similarity_min, difference_min):
        left, right = str(names[at].key), str(names[other].key)
        asker.ask(left, right, score, f"names alike: {score:.2f} ({left} / {right})")
    _ask_across(mentions, asker, run.parameter(PROBABILITY_MIN), run.parameter(ACROSS_NAMES_MAX))
    for key, alias, words in _aliases(mentions):
        if alias in bearers and alias != key and not named[alias].generic:
            asker.ask(key, alias, _TRANSLATION_SCORE, f"{words} of one is the name of the other ({alias})")


def _ask_across(mentions: Mentions, asker: _Asker, probability_min: float, names_max: int) -> None:
    """Ask about names in two scripts that answer to each other by sound and meaning; such names never merge by themselves."""
    printed: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda one: one.name):
        if mention.named.key is not None:
            printed.setdefault(mention.named.key, mention.name)
    read = {key: analyse_words(name) for key, name in sorted(printed.items())}
    asked = [key for key, one in read.items() if one.brands or (one.script == "cyrillic" and any(word.means for word in one.words))]
    asked = sorted(asked, key=lambda key: (not read[key].brands, key))[:names_max]
    if not asked or len({one.script for one in read.values()}) == 1:
        return
    pool = Pool(Entity((printed[key],), id=key) for key in read)
    for key in asked:
        for hit in pool.ask(Entity((printed[key],), id=key), _ACROSS_MAX, probability_min):
            if hit.pool_id != key and read[hit.pool_id].script != read[key].script:
                asker.ask(key, hit.pool_id, round(hit.probability * _ACROSS_SCORE, 4), f"names answer across scripts: {hit.reason}")


def _bearers(mentions: Mentions, clusters: Clusters) -> tuple[dict[str, list[int]], dict[str, Named]]:
    """Return the clusters that bear each key, each by its first mention, and the analysed name of each key."""
    bearers: dict[str, dict[int, int]] = defaultdict(dict)
    named: dict[str, Named] = {}
    for position, mention in enumerate(mentions):
        if (key := mention.named.key) is not None:
            bearers[key].setdefault(clusters.find(position), position)
            named.setdefault(key, mention.named)
    return {key: sorted(found.values()) for key, found in bearers.items()}, named


def _aliases(mentions: Mentions) -> list[tuple[str, str, str]]:
    """Return (key, key of another name printed with it, what that other name is), each once, sorted."""
    found: set[tuple[str, str, str]] = set()
    analysed: dict[str, str | None] = {}
    for mention in mentions:
        key = mention.named.key
        if key is None:
            continue
        if mention.named.inner:
            found.add((key, mention.named.inner, "the name in brackets"))
        if translated := mention.translated:
            if translated not in analysed:
                analysed[translated] = analyse(translated).key
            if (alias := analysed[translated]) is not None:
                found.add((key, alias, "the provider's translation"))
    return sorted(found)


class _Asker:
    """Turns a pair of keys into questions about the clusters that bear them."""

    def __init__(self, mentions: Mentions, clusters: Clusters, questions: Questions, bearers: dict[str, list[int]]) -> None:
        self._clusters, self._questions, self._bearers = clusters, questions, bearers
        self._countries: dict[int, set[str]] = defaultdict(set)
        for position, mention in enumerate(mentions):
            if mention.country:
                self._countries[clusters.find(position)].add(mention.country)

    def ask(self, left_key: str, right_key: str, score: float, evidence: str) -> None:
        """Ask about each pair of bearers that is not contradicted."""
        for left in self._bearers[left_key][:_MOST]:
            for right in self._bearers[right_key][:_MOST]:
                ours = self._countries.get(self._clusters.find(left), set())
                theirs = self._countries.get(self._clusters.find(right), set())
                contradicted = bool(ours and theirs and ours.isdisjoint(theirs))
                if not contradicted and self._clusters.refusal(left, right) is None:
                    said = "same country" if ours & theirs else "country not stated on both sides"
                    self._questions.ask(left, right, score, f"{evidence}; {said}")
