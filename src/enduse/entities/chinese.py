"""A Chinese name in characters: simplified, with ordinals in digits, and cut into what is known of it and its brand.

How it sounds stands in `chinese_sounds`, what its characters mean in `glosses`. Simplified characters come from OpenCC; all works offline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from enduse.entities.lexicon import Meaning, lexicon
from enduse.terms.scripts import HAN

SPAN_MAX = 6
"""A word of a Latin name stands for at most this many characters."""
DIGITS = "〇一二三四五六七八九"
_TENS = {"十": 10, "百": 100}
_NUMERALS = f"[{DIGITS}{''.join(_TENS)}]+"
_ORDINAL = re.compile(f"第({_NUMERALS})|((?<![{HAN}]){_NUMERALS}|[{DIGITS}十百]{{2,}})(?=研究所|研究院|厂|工厂|所$)")


class Span(NamedTuple):
    """A stretch of a Chinese text: from `start` up to `end`, in characters."""

    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of known meaning (a place, a trade), or one without: the brand."""

    start: int
    end: int
    means: tuple[Meaning, ...]


def simplified(text: str) -> str:
    """Return the text in simplified characters.

    >>> simplified("國際貿易")
    '国际贸易'
    """
    return str(_converter().convert(text))


def numbered(text: str) -> str:
    """Return the text with the ordinal of an institute or a plant in digits; other numerals are a brand's or a place's.

    >>> numbered("第五十四研究所"), numbered("三江集团")
    ('54研究所', '三江集团')
    """
    return _ORDINAL.sub(lambda found: str(_number(found[1] or found[2])), text)


def _number(numerals: str) -> int:
    total = digit = 0
    for one in numerals:
        if one in _TENS:
            total += (digit or 1) * _TENS[one]
            digit = 0
        else:
            # 五四 beside 五十四: digits in a row.
            digit = digit * 10 + DIGITS.index(one)
    return total + digit


def segments(text: str) -> list[Segment]:
    """Return the text cut into places, words of trade and what is neither; longest known word first.

    A single character counts as a word of trade only at the end: 船 ends a shipyard's name, but may begin a brand.
    """
    known = lexicon().chinese
    found: list[Segment] = []
    at = brand = 0
    while at < len(text):
        means, length = _known(text, at, known)
        if not means or _cuts_a_word(text, at + length, known):
            at += 1
            continue
        if at > brand:
            found.append(Segment(brand, at, ()))
        end = at + length
        # 深圳市 and 浙江省 are 深圳 and 浙江.
        end += means[0].kind == "place" and text[end : end + 1] in ("市", "省", "区", "县")
        found.append(Segment(at, end, means))
        at = brand = end
    if at > brand:
        found.append(Segment(brand, at, ()))
    return found


def _cuts_a_word(text: str, end: int, known: dict[str, tuple[Meaning, ...]]) -> bool:
    """Tell whether a word that ends here takes the beginning of the next one: 基地 in 鸿基地产."""
    return 0 < end < len(text) and not _known(text, end, known)[0] and _known(text, end - 1, known)[1] > 1


def _known(text: str, at: int, known: dict[str, tuple[Meaning, ...]]) -> tuple[tuple[Meaning, ...], int]:
    left = len(text) - at
    for length in _lengths().get(text[at : at + 1], ()):
        means = known.get(text[at : at + length], ()) if length <= left else ()
        if means and means[0].kind != "word" and (length > 1 or (at and at + 1 == len(text))):
            return means, length
    return (), 0


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return of how many characters the known words are that begin with each character, the longest first."""
    found: dict[str, set[int]] = {}
    for word in lexicon().chinese:
        if len(word) <= SPAN_MAX:
            found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
