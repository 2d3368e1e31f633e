"""Names in two scripts that answer to each other by sound and meaning. They only ever ask.

Only names in another script are looked at, and of these only those that share rare sounds or meanings with the name asked.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from enduse.entities.chinese import gloss_stem
from enduse.entities.keying import keys
from enduse.entities.mentions import Mentions
from enduse.entities.reading import Reading, analyse
from enduse.entities.texts import BRAND, NUMBER, TRADE, Text, Token
from enduse.entities.weighing import explain, probability, weigh
from enduse.terms.sounds import sound_of

_CANDIDATES = 10
_SHARE_MIN = 0.6
"""A name that shares less than this part of what the best one shares is not compared."""
_ANSWERS = 4
_BLOCK_MAX = 2000
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MEANS_WEIGHT = {"s": 1.0, "m": 0.7, "w": 0.55, "c": 0.6, "k": 0.8}


def answers_across(mentions: Mentions, names_max: int, probability_min: float) -> Iterator[tuple[int, int, float, str]]:
    """Yield (key, key of a name in another script, probability, reason) for at most `names_max` names, Chinese ones first.

    A Russian name is asked when no word of it is a brand: brands meet by sound, whatever the script.
    """
    table = mentions.named.texts
    first_name, key_of = _first_names(mentions)
    han = [at for at in np.flatnonzero(table.han).tolist() if at in first_name]
    plain = [at for at in np.flatnonzero(~table.han).tolist() if _CYRILLIC.search(first_name.get(at, "")) and _all_known(table.texts[at])]
    asked = [*_by_name(han, first_name), *_by_name(plain, first_name)][:names_max]
    if not asked or len(han) == len(table):
        return
    wanted = {at: keys(analyse(first_name[at])) for at in asked}
    latin = [at for at in np.flatnonzero(~table.han).tolist() if at in first_name]
    index = _Index(((at, table.texts[at]) for at in latin), set().union(*wanted.values()), len(table))
    for at in asked:
        reading = analyse(first_name[at])
        hits: list[tuple[float, str, int, Reading]] = []
        for other in index.near(wanted[at]):
            theirs = analyse(first_name[other])
            if theirs.script != reading.script and (score := weigh(reading, theirs)) > -6:
                hits.append((-round(score, 4), first_name[other], other, theirs))
        for negative, _, other, theirs in sorted(hits, key=lambda hit: hit[:2])[:_ANSWERS]:
            if (found := probability(-negative)) >= probability_min and key_of[at] != key_of[other]:
                yield key_of[at], key_of[other], found, _reason(reading, theirs)


def _first_names(mentions: Mentions) -> tuple[dict[int, str], dict[int, int]]:
    """Return the first name in the alphabet that has each text, and its key."""
    texts, first = np.unique(mentions.named.text, return_index=True)
    stated = [(int(text), int(at)) for text, at in zip(texts, first, strict=True) if text >= 0]
    return {text: mentions.names.values[at] for text, at in stated}, {text: int(mentions.named.key[at]) for text, at in stated}


def _by_name(texts: list[int], names: dict[int, str]) -> list[int]:
    return sorted(texts, key=lambda at: names[at])


def _all_known(text: Text) -> bool:
    return sum(one.kind != NUMBER for one in text.tokens) > 1 and all(one.kind != BRAND or one.means for one in text.tokens)


def _reason(reading: Reading, other: Reading) -> str:
    told = (one for one in explain(reading, other) if one.outcome != "unknown" and "weighs nothing" not in one.comparison)
    return "; ".join(f"{one.comparison}: {one.left} / {one.right}" + (" differ" if one.outcome == "differ" else "") for one in told)


class _Index:
    """Texts in letters by those sounds and meanings of their words, and of two neighbours written in one, that are wanted."""

    def __init__(self, texts: Iterable[tuple[int, Text]], wanted: set[str], total: int) -> None:
        rows: dict[str, list[int]] = defaultdict(list)
        sounds = {key[2:] for key in wanted if key.startswith("s:")}
        of_token: dict[int, list[str]] = {}
        for at, text in texts:
            found: set[str] = set()
            for one in text.printed:
                if one.number not in of_token:
                    of_token[one.number] = sorted(wanted.intersection(_token_keys(one)))
                found.update(of_token[one.number])
            found.update([f"s:{both}" for left, right in pairwise(text.printed) if (both := left.sound + right.sound) in sounds])
            means = sorted({one.means for one in text.printed if one.means and one.kind != NUMBER})
            if len(means) > 1:
                found.update([key for pair in combinations(means[:8], 2) if (key := f"c:{pair[0]}|{pair[1]}") in wanted])
            for key in found:
                rows[key].append(at)
        self._total = total
        self._rows: dict[str, NDArray[np.int64]] = {key: np.array(row) for key, row in rows.items() if len(row) <= _BLOCK_MAX}

    def near(self, wanted: set[str]) -> list[int]:
        """Return the texts that share most with these keys, likeliest first, ties in the order of texts."""
        found: list[NDArray[np.int64]] = []
        weights: list[NDArray[np.float64]] = []
        for key in sorted(wanted):
            row = self._rows.get(key)
            if row is not None:
                found.append(row)
                weights.append(np.full(len(row), _MEANS_WEIGHT[key[0]] * math.log((self._total + 1) / len(row))))
        if not found:
            return []
        names, place = np.unique(np.concatenate(found), return_inverse=True)
        sums = np.bincount(place, np.concatenate(weights))
        enough = sums >= _SHARE_MIN * sums.max()
        names, sums = names[enough], sums[enough]
        best: list[int] = names[np.lexsort((names, -np.round(sums, 9)))][:_CANDIDATES].tolist()
        return best


def _token_keys(one: Token) -> set[str]:
    if one.kind == NUMBER:
        return set()
    found = {f"s:{one.sound}"} | ({f"m:{one.means}"} if one.means else set())
    if one.kind != TRADE:
        found.add(f"w:{sound_of(one.means) if one.means else gloss_stem(one.sound)}")
    return found
