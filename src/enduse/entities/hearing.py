"""A foreign brand written in Chinese characters by its sound: 西门子 for Siemens. Pinyin is far from it; the consonants are near.

Each consonant stands for its class (b and p, d and t, all that hisses), l and r in front of another consonant are not heard, and
vowels only count at the beginning. Words that are themselves Chinese syllables are never heard so: another syllable is another name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from enduse.entities.pinyin import PINYIN
from enduse.terms.sounds import sound_of

_HEARD_MIN = 2
"""Consonants from which a skeleton says something."""
_KEY_MIN = 3
_SHORT_MIN, _SHORT_MAX = 3, 8
_LETTERS_MIN = 4
_SKELETON_LONG = 4
"""Consonants from which one may differ."""
_SPELLED_MIN = 0.7
"""Letters in common from which two sounds are alike whatever their consonants."""
_SHARED = {2: 0.6, 3: 0.4}
"""Letters that must be shared beside equal consonants, by how many these are; of more, none."""
_SURE = {2: 0.7, 3: 0.8}
_SURE_LONG = 0.85
_CONSONANT = 1.7
"""What a consonant tells: the logarithm of how many classes there are, less what their unequal frequency takes."""
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_OF_PINYIN = {
    **dict.fromkeys(("b", "p"), "P"), **dict.fromkeys(("d", "t"), "T"), **dict.fromkeys(("g", "k"), "K"), **dict.fromkeys(("f", "w"), "F"),
    **dict.fromkeys(("zh", "ch", "sh", "z", "c", "s", "j", "q", "x"), "S"), **dict.fromkeys(("l", "r"), "L"), "m": "M", "n": "N", "h": "H",
    "y": "", "": "",
}  # fmt: skip
# In order: what several letters stand for before what single ones do. Last, letters of which whatever is written so has one.
_OF_LATIN: tuple[tuple[str, str, str], ...] = (
    (r"sch|tch|sh|zh|cz|ts|tz|dge?(?=[eiy])", "S", "hzsg"), (r"ck|qu|kh", "K", "ckq"), (r"ph", "F", "p"), (r"wh", "F", "w"),
    (r"th", "T", "t"), (r"ch", "{ch}", "c"), (r"(?<=[aeiou])gh", "", "g"), (r"c(?=[eiy])", "S", "c"), (r"[szj]", "S", "szj"),
    (r"x", "KS", "x"), (r"[ckgq]", "K", "ckgq"), (r"[bp]", "P", "bp"), (r"[dt]", "T", "dt"), (r"[fvw]", "F", "fvw"),
    (r"h(?=[aeiouy])", "H", "h"), (r"h", "", "h"), (r"[lr]+(?![aeiouylr])", "", "lr"), (r"[lr]+", "L", "lr"), (r"m(?=[PSTKF])", "N", "m"),
    (r"nK(?![aeiouy])", "N", "n"), (r"m", "M", "m"), (r"n", "N", "n"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouy]")
_VOWEL_LETTERS = frozenset("aeiou")
_DOUBLED = re.compile(r"([A-Z])\1+")


_SOUTHERN = {"j": "K", "q": "K", "x": "H"}
"""What the south and older spellings have where Mandarin has j, q and x: Nanking, Chungking."""


@lru_cache(maxsize=50_000)
def ways_of_pinyin(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Return the consonants of Chinese syllables in Mandarin, and as the south and older spellings have them where they differ.

    >>> ways_of_pinyin(("jin", "fa"))
    ('SNF', 'KNF')
    """
    southern = tuple(_SOUTHERN.get(one[:1], "") + one for one in syllables)
    return tuple(dict.fromkeys((of_pinyin(syllables), of_pinyin(southern))))


@lru_cache(maxsize=50_000)
def of_pinyin(syllables: tuple[str, ...]) -> str:
    """Return the consonants of Chinese syllables.

    >>> of_pinyin(("xi", "men", "zi")) == of_word("siemens")[0]
    True
    """
    found = ""
    for at, one in enumerate(syllables):
        initial = _INITIAL.match(one)
        begins = one[0] if one[:1].isupper() else _OF_PINYIN[initial[0]] if initial else ""
        if not begins and at == 0:
            begins = "A"
        found += begins + ("N" if one.endswith(("n", "ng")) and len(one) > 1 else "")
    return found


@lru_cache(maxsize=100_000)
def of_word(text: str) -> tuple[str, ...]:
    """Return the consonants of a word in Latin letters: two ways when it holds a ch, else one; none of a word of Chinese syllables.

    >>> of_word("skywalker"), of_word("limbach"), of_word("haoxiang")
    (('SKFK',), ('LNPS', 'LNPH'), ())
    """
    if len(text) < _LETTERS_MIN or not text.isalpha() or not text.isascii() or PINYIN.fullmatch(text):
        return ()
    return consonants(text)


@lru_cache(maxsize=100_000)
def consonants(text: str) -> tuple[str, ...]:
    """Return the consonants of lower-case letters: two ways when they hold a ch, else one."""
    ways = []
    for heard in ("S", "H") if "ch" in text else ("S",):
        rest = text
        for written, sound, letters in _heard_as(heard):
            # Most words have none of the letters: that is seen sooner than by the expression.
            if not letters.isdisjoint(text):
                rest = written.sub(sound, rest)
        begins = "A" if rest[:1] in _VOWEL_LETTERS else ""
        ways.append(begins + _DOUBLED.sub(r"\1", _VOWELS.sub("", rest.replace("ee", "i"))))
    return tuple(dict.fromkeys(ways))


@cache
def _heard_as(ch: str) -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Return what is written for each consonant, with the consonant, where ch is heard so, and letters of which the written has one."""
    return tuple((re.compile(written), sound.format(ch=ch), frozenset(letters)) for written, sound, letters in _OF_LATIN)


def keys_of_brand(syllables: tuple[str, ...]) -> set[str]:
    """Return the consonants of a Chinese brand under which words can be found: few are no key."""
    return {found for found in ways_of_pinyin(syllables) if len(found) >= _KEY_MIN}


def short_keys_of_brand(syllables: tuple[str, ...]) -> set[str]:
    """Return two consonants of a Chinese brand, under which words can be found beside a place or a trade only."""
    return {found for found in ways_of_pinyin(syllables) if len(found) == _HEARD_MIN}


def short_keys_of_word(text: str) -> set[str]:
    """Return the two consonants of a word in Latin letters under which a Chinese brand can find it beside a place or a trade."""
    if not _SHORT_MIN <= len(text) <= _SHORT_MAX or not text.isalpha() or not text.isascii() or PINYIN.fullmatch(text):
        return set()
    return {one for one in consonants(text) if len(one) == _HEARD_MIN}


def keys_of_word(text: str) -> set[str]:
    """Return the consonants of a word in Latin letters under which a Chinese brand can find it."""
    return {one for one in of_word(text) if len(one) >= _KEY_MIN}


def told_by(syllables: tuple[str, ...]) -> float:
    """Return how much a word heard in the syllables tells, in natural log units: less than pinyin, which says the vowels too."""
    return _CONSONANT * min(len(of_pinyin(syllables)), len(syllables) + 1)


def heard(syllables: tuple[str, ...], word: str) -> float:
    """Return how alike Chinese syllables and a word in Latin letters sound (0: not at all).

    >>> heard(("si", "kai", "wo", "ke"), "skywalker") > 0.8, heard(("mo", "si", "te"), "simatec")
    (True, 0.0)
    """
    if PINYIN.fullmatch(word):
        return 0.0
    ratio = fuzz.ratio(sound_of("".join(syllables)), sound_of(word)) / 100
    best = ratio if ratio >= _SPELLED_MIN else 0.0
    for ours, theirs in product(ways_of_pinyin(syllables), of_word(word)):
        if len(ours) < _HEARD_MIN:
            continue
        if ours == theirs and ratio >= _SHARED.get(len(ours), 0.0):
            best = max(best, ratio, _SURE.get(len(ours), _SURE_LONG))
        elif min(len(ours), len(theirs)) >= _SKELETON_LONG and OSA.distance(ours, theirs, score_cutoff=1) <= 1 and ratio >= _SHARED[3]:
            best = max(best, ratio, _SURE[2])
    return best
