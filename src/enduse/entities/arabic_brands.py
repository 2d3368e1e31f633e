"""Brands in Arabic letters beside Latin ones: by their consonants and long vowels, for short vowels are not written.

What stands in Arabic letters may be English too, written by ear: شيبينغ is shipping.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from enduse.entities.person_sounds import consonants, unlike_print
from enduse.entities.read_words import Word
from enduse.entities.reading import Reading, analyse
from enduse.entities.sides import Alignment, Tie, kind_of, turned_round
from enduse.terms.arabic_letters import LETTERS

_SURE, _SHORT_SURE, _SLIP_SURE = 0.95, 0.8, 0.75
"""How alike words are whose consonants and long vowels answer: three consonants and more, two, and one of four or more wrong."""
_SHORT, _SLIP_MIN = 2, 4
_RUN_MAX, _RUN_MIN = 2, 5
"""Words that may be one on the other side, and consonants that they have then."""
_ARTICLES = ("al", "el")
_ARTICLE_MIN = 5
_BY_EAR = (("ch", "k"), ("ge", "je"), ("gi", "ji"), ("v", "f"), ("x", "ks"))
"""How else Arabs write what stands in Latin letters: Technology with k, General with j, Avebury with f."""
_ENGLISH_VOWEL = ("u", "a")
"""Success is heard with a long a."""
_TWO_FOR_ONE = ("تش", "چ")
"""How Arabs, whose letters have no ch, write it."""
_SPOKEN = frozenset({"brand", "word", "trade", "place", "body"})


def is_arabic(reading: Reading) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return reading.script == "other" and LETTERS.search(reading.name) is not None


def keys_of_brands(name: str) -> frozenset[str]:
    """Return the consonants of the words of a name in Arabic or in Latin letters under which the other finds it."""
    reading = analyse(name)
    if is_arabic(reading):
        said = [one for one in reading.words if one.kind in _SPOKEN]
        brands = [_heard(one.text) for one in said if one.means is None] or [_heard(one.text) for one in said]
        found = {consonants(one) for one in (*brands, *("".join(pair) for pair in pairwise(brands)))}
    elif reading.script == "latin":
        texts = [one.text for one in reading.words if one.kind in _SPOKEN]
        found = {consonants(way) for text in dict.fromkeys(texts) for way in _ways(text)}
    else:
        return frozenset()
    return frozenset(one for one in found if len(one) >= _SHORT)


def tie_arabic(found: Alignment, arabic_left: bool) -> None:
    """Tie words in Arabic letters, one or two written in one on the other side, with what spells them in Latin ones; the surest first."""
    arabic, latin = (found.left, found.right) if arabic_left else (found.right, found.left)
    pairs = [
        (-sure * sure * len(consonants(text)), at, to, ours, theirs, sure)
        for at, (ours, text) in enumerate(_runs(arabic))
        for to, (theirs, spelled) in enumerate(_runs(latin))
        if 1 in (len(ours), len(theirs))
        if (sure := _sure(_heard(text), spelled)) and _may_tie(ours, theirs, sure)
    ]
    for _, _, _, ours, theirs, sure in sorted(pairs, key=lambda pair: pair[:3]):
        if not (all(one in arabic for one in ours) and all(one in latin for one in theirs)):
            continue
        pair = turned_round(" ".join([one.text for one in ours]), " ".join([one.text for one in theirs]), not arabic_left)
        weight = min(sum(one.weight for one in side) for side in (ours, theirs))
        kind = min((one.weight, one.kind) for one in (*ours, *theirs))[1] if _known(ours, theirs) else kind_of(*ours, *theirs)
        found.ties.append(Tie(*pair, kind, "sound", sure, weight))
        arabic[:] = [one for one in arabic if one not in ours]
        latin[:] = [one for one in latin if one not in theirs]


def _known(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(one.means is not None for one in (*ours, *theirs))


def _may_tie(ours: Sequence[Word], theirs: Sequence[Word], sure: float) -> bool:
    """Tell whether words of these kinds may be one: two known ones are not, and what is known or written in one is spelled in full."""
    known = [any(one.means is not None for one in side) for side in (ours, theirs)]
    written_in_one = len(ours) + len(theirs) > _RUN_MAX
    if written_in_one and len(consonants("".join([_heard(one.text) for one in ours]))) < _RUN_MIN:
        return False
    return not all(known) and (sure == _SURE or not (any(known) or written_in_one))


def _runs(words: Sequence[Word]) -> Iterator[tuple[list[Word], str]]:
    for size in (1, _RUN_MAX):
        for at in range(len(words) - size + 1):
            run = list(words[at : at + size])
            if all(one.kind in _SPOKEN for one in run):
                yield run, "".join([one.text for one in run])


@lru_cache(maxsize=100_000)
def _sure(arabic: str, latin: str) -> float:
    """Return how sure it is that a word in Latin letters is one in Arabic ones; 0 when it is not."""
    size = len(consonants(arabic))
    if size < _SHORT:
        return 0.0
    slips = min(unlike_print(arabic, way) for way in _ways(latin))
    if slips == 0:
        return _SHORT_SURE if size == _SHORT else _SURE
    return _SLIP_SURE if slips == 1 and size >= _SLIP_MIN else 0.0


@lru_cache(maxsize=100_000)
def _ways(latin: str) -> tuple[str, ...]:
    """Return a word in Latin letters as it is spelled, without an article, and as Arabs write it by ear."""
    if not (latin.isascii() and latin.isalpha()):
        return (latin,)
    heard = latin
    for spelled, written in _BY_EAR:
        heard = heard.replace(spelled, written)
    ways = [latin, heard, heard.replace(*_ENGLISH_VOWEL)]
    if len(latin) >= _ARTICLE_MIN and latin.startswith(_ARTICLES):
        ways += [latin[2:], heard[2:]]
    return tuple(dict.fromkeys(ways))


def _heard(arabic: str) -> str:
    return arabic.replace(*_TWO_FOR_ONE)
