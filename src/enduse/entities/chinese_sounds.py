"""How a Chinese text sounds: the spellings of its characters, and of every stretch of them. Readings come from pypinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from enduse.entities.cedict import TONES, dictionary_entries
from enduse.entities.chinese import SPAN_MAX, Span
from enduse.entities.romanisations import cantonese_behind, wade_giles
from enduse.terms.sounds import in_latin, sound_of

_READINGS_MAX = 2
_NO_READING = re.compile(r"^(?:variant|old variant|see|used in|Japanese variant)")


def sounds(text: str) -> dict[str, list[Span]]:
    """Return each folded spelling of each stretch of the text, with where it stands: pinyin, Wade-Giles and Hong Kong's.

    >>> sounds("浩翔")[sound_of("haoxiang")]
    [Span(start=0, end=2)]
    """
    found: dict[str, list[Span]] = {}
    for start in range(len(text)):
        for at, spellings in enumerate(_written(text, start, min(start + SPAN_MAX, len(text)))):
            span = Span(start, start + at + 1)
            for spelling in dict.fromkeys(map(sound_of, spellings)):
                found.setdefault(spelling, []).append(span)
    return found


@lru_cache(maxsize=50_000)
def read(text: str, span: Span) -> frozenset[str]:
    """Return the pinyin of a stretch of the text, not folded: Jiyuan sounds like Yuan once it is folded, and is not.

    >>> sorted(read("永行", Span(0, 2)))
    ['yonghang', 'yongxing']
    """
    return frozenset(_pinyin(text, span.start, span.end))


def _pinyin(text: str, start: int, end: int) -> tuple[str, ...]:
    *_, spellings = ("",), *read_from(text, start, end)
    return spellings


def read_from(text: str, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the pinyin, not folded, of the first character of a stretch, of the first two, and so on to its end."""
    spellings: tuple[str, ...] = ("",)
    for one in _syllables(text)[start:end]:
        spellings = _longer(spellings, one)
        yield spellings


def _longer(spellings: tuple[str, ...], syllable: tuple[str, ...]) -> tuple[str, ...]:
    """Return the spellings with each reading of one more character behind them, the first ones of too many."""
    if len(syllable) == 1:
        return tuple([left + syllable[0] for left in spellings])
    return tuple([left + right for left in spellings for right in syllable][: _READINGS_MAX * 2])


def _written(text: str, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield how the first character of a stretch is written, how the first two are, and so on to its end: each is one more of the last."""
    pinyin: tuple[str, ...] = ("",)
    wade, hong_kong = "", pinyin
    for character, one in zip(text[start:end], _syllables(text)[start:end], strict=True):
        pinyin, wade, hong_kong = _longer(pinyin, one), wade + wade_giles(one[0]), cantonese_behind(hong_kong, character)
        yield (*pinyin, wade, *hong_kong)


def spelled(text: str) -> str:
    """Return the folded pinyin of the whole text in its most common reading."""
    return sound_of("".join(one[0] for one in _syllables(text)))


def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character in its most common reading, not folded.

    >>> syllables("西门子")
    ('xi', 'men', 'zi')
    """
    return tuple(one[0] for one in _syllables(text))


@lru_cache(maxsize=50_000)
def _syllables(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of each character, the one that fits the phrase first."""
    from pypinyin import lazy_pinyin

    likely = lazy_pinyin(text, errors=lambda unread: unread)
    if len(likely) != len(text):
        likely = [lazy_pinyin(character)[0] for character in text]
    likely = [in_latin(one) or one if one in text else one for one in likely]
    found = []
    for character, first in zip(text, likely, strict=True):
        found_here = [first, *_other_readings(character)]
        spelled_out = dict.fromkeys(one.replace("lv", "lu").replace("nv", "nu").casefold() for one in found_here)
        found.append(tuple(spelled_out)[:_READINGS_MAX])
    return tuple(found)


@lru_cache(maxsize=20_000)
def _other_readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    # A Japanese kana has no reading but its own; readings that no dictionary of today gives are those of old texts.
    known = _readings().get(character, frozenset())
    every = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return tuple(one for one in every if one != character and one in known)


@cache
def _readings() -> dict[str, frozenset[str]]:
    """Return the readings of single characters that mean something of their own, in pinyin without tones."""
    found: dict[str, set[str]] = {}
    for word, pinyin, definitions in dictionary_entries():
        if len(word) == 1 and any(not _NO_READING.match(one) for one in definitions):
            found.setdefault(word, set()).add(TONES.sub("", pinyin.casefold().replace("u:", "v")))
    return {word: frozenset(readings) for word, readings in found.items()}
