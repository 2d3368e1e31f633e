"""Chinese words in Cyrillic letters: what a customs declaration prints as Хаосян is Haoxiang in Latin ones.

Russian writes Chinese syllables by the system of Palladius, which no other romanisation meets: ж is r, чж is zh, цз is j or z, and
нь is n where н alone is ng. Clerks also write what they read in Latin letters (Шеньжень, Хаосянг) or leave soft signs out: such
spellings are known too and told apart, for less is sure then. Source: the maintainers, 2026, after the tables of the system as
dictionaries print them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from enduse.entities.pinyin import SYLLABLE_LIST

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц",
    "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "ei": "эй", "en": "энь", "eng": "эн", "er": "эр", "i": "и",
    "ia": "я", "ian": "янь", "iang": "ян", "iao": "яо", "ie": "е", "in": "инь", "ing": "ин", "iong": "юн", "iu": "ю", "o": "о",
    "ong": "ун", "ou": "оу", "u": "у", "ua": "уа", "uai": "уай", "uan": "уань", "uang": "уан", "ue": "юэ", "ui": "уй", "un": "унь",
    "uo": "о", "v": "юй", "ve": "юэ", "yu": "юй",
}  # fmt: skip
_PALATALS = ("j", "q", "x")
_BEHIND_PALATALS = {"u": "юй", "uan": "юань", "ue": "юэ", "un": "юнь"}
"""Behind j, q and x a u is ü."""
_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй", "ya": "я", "yan": "янь",
    "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин", "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань",
    "yue": "юэ", "yun": "юнь", "wa": "ва", "wai": "вай", "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн",
    "wo": "во", "wu": "у",
}  # fmt: skip
_BY_EAR = {"чж": ("ж", "дж"), "цз": ("дз", "дж", "з"), "ж": ("р",), "ц": ("ч",), "хуэй": ("хуй", "хой"), "цзы": ("дзы", "цзи", "зи")}
"""How clerks begin a syllable, or write all of it, who put down what stands in Latin letters."""
_ENDED = {
    "ань": ("ан",), "энь": ("эн", "ень", "ен"), "инь": ("ин",), "янь": ("ян",), "унь": ("ун",), "юнь": ("юн",), "уань": ("уан",),
    "юань": ("юан",), "ан": ("анг",), "эн": ("энг", "ен", "енг"), "ин": ("инг",), "ян": ("янг", "анг"), "ун": ("онг", "унг"),
    "юн": ("юнг",), "уан": ("уанг",), "э": ("е",), "эй": ("ей",), "эр": ("ер",), "юй": ("ю", "у"), "ю": ("ю",), "о": ("уо",),
    "уй": ("уэй",), "ай": ("аи",), "вэй": ("вей",), "вэнь": ("вен", "вень", "вэн"), "вань": ("ван",), "вэн": ("вен",), "юэ": ("юе",),
    "и": ("йи",), "у": ("ву",),
}  # fmt: skip
"""How they end one; soft signs are left out as often as printed."""
_BEGINS = re.compile("чж|цз|[бпмфдтнлгкхцсчшж]?")
_BOUNDARY = "ъ"
_LONGEST = 7
_WAYS_MAX = 24
STRICT, LOOSE = 0.97, 0.85
"""How sure it is that a word transcribes another: syllable by syllable, or as clerks write it."""

_Ways = dict[str, tuple[str, ...]]


@lru_cache(maxsize=50_000)
def pinyin_of(word: str) -> dict[str, float]:
    """Return the words of pinyin, two syllables or more, that a lower-case Cyrillic word may transcribe, with how sure each is.

    >>> pinyin_of("хаосян"), pinyin_of("вымысел")
    ({'haoxiang': 0.97, 'haoxian': 0.85}, {})
    """
    word = word.replace("ё", "е")
    strict, loose = (_ways(word, table) for table in _tables())
    return {one: STRICT if one in strict else LOOSE for one in dict.fromkeys((*strict, *loose))}


def in_cyrillic(pinyin: str) -> list[str]:
    """Return how a word of pinyin is written by the system: several ways where it can be parted into syllables in several.

    >>> in_cyrillic("wenzhou"), in_cyrillic("kestrel")
    (['вэньчжоу'], [])
    """
    return _made(pinyin, {one: (written,) for one in SYLLABLE_LIST if (written := _palladius(one)) is not None}, 1)


def _ways(word: str, table: _Ways) -> list[str]:
    return _made(word, table, 2)


def _made(word: str, table: _Ways, least: int) -> list[str]:
    """Return what a word is, made of so many pieces of a table or more; the first of too many ways."""
    at: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for end in range(1, len(word) + 1):
        here = [
            (*before, one)
            for start in range(max(0, end - _LONGEST), end)
            if start in at
            for one in table.get(word[start:end].removesuffix(_BOUNDARY), ())
            for before in at[start]
        ]
        if here:
            at[end] = here[:_WAYS_MAX]
    return list(dict.fromkeys("".join(way) for way in at.get(len(word), []) if len(way) >= least))


@cache
def _tables() -> tuple[_Ways, _Ways]:
    """Return the syllables that each transcription may be, by the system and as clerks write."""
    strict: dict[str, list[str]] = {}
    loose: dict[str, list[str]] = {}
    for one in SYLLABLE_LIST:
        if (written := _palladius(one)) is not None:
            strict.setdefault(written, []).append(one)
            for way in {written, *_by_ear(written)}:
                loose.setdefault(way, []).append(one)
    return _sorted(strict), _sorted(loose)


def _sorted(table: dict[str, list[str]]) -> _Ways:
    return {way: tuple(sorted(each)) for way, each in table.items()}


def _palladius(syllable: str) -> str | None:
    """Return a syllable of pinyin in Cyrillic letters; null for one that no word has, such as hei behind no initial."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    begins = next((one for one in (syllable[:2], syllable[:1]) if one in _INITIALS), "")
    final = syllable[len(begins) :]
    if begins in _PALATALS and final in _BEHIND_PALATALS:
        return _INITIALS[begins] + _BEHIND_PALATALS[final]
    return _INITIALS.get(begins, "") + _FINALS[final] if final in _FINALS else None


def _by_ear(written: str) -> Iterator[str]:
    """Yield how clerks write a syllable otherwise."""
    begin = _BEGINS.match(written)
    initial = begin[0] if begin else ""
    rest = written[len(initial) :]
    yield from _BY_EAR.get(written, ())
    yield from _ENDED.get(written, ())
    for first in (initial, *_BY_EAR.get(initial, ())):
        for last in (rest, *_ENDED.get(rest, ())):
            yield first + last
