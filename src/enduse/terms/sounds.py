"""How a word sounds, whatever its letters: Cyrillic and other letters in Latin ones, spellings of one sound made one.

Pure: the same word always gives the same sound. Chinese characters have no letters; their sound is a matter of a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from rigour.text.translit import maybe_ascii

_LATIN_SPELLINGS = (
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u a g k n o u u h "
    "j lj nj c dj dz gj kj dz h j i u"
)
ROMAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўәғқңөұүһјљњћђџѓќѕҳҷӣӯ",
        _LATIN_SPELLINGS.split(),
        strict=True,
    )
)
"""Cyrillic letters in Latin ones, lower case, as passports and the BGN write them; `_` stands for nothing."""
_ROMAN_TABLE = str.maketrans({letter: latin.strip("_") for letter, latin in ROMAN.items()})
_SPECIAL = str.maketrans({"ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"})
# Order matters: longer spellings first.
_SOUNDS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("ch", (("chtch", "S"), ("tsch", "C"), ("shch", "S"), ("sch", "S"), ("tch", "C"), ("ch", "C"))),
    ("h", (("sh", "S"), ("kh", "h"), ("ph", "f"), ("th", "t"))), ("oe", (("oe", "e"),)), ("ck", (("ck", "k"),)),
    ("t", (("tz", "s"), ("ts", "s"))), ("c", (("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"))), ("q", (("q", "k"),)),
    ("x", (("x", "ks"),)), ("w", (("w", "v"),)), ("j", (("j", "i"),)), ("y", (("y", "i"),)), ("ii", (("ii", "i"),)),
)  # fmt: skip
"""Spellings of one sound behind what stands in every word with one of them: most words have few."""
# What one system of romanisation writes so and another so: ж as zh, z or j, х as kh, h or (German) ch, ё as yo or e.
_SCHEMES: tuple[tuple[str, str], ...] = (
    ("zh", "z"), ("C", "h"), ("S", "s"), ("dz", "z"), ("ou", "u"), ("ie", "e"), ("io", "e"), ("ia", "a"), ("iu", "u"), ("g", "h"),
)  # fmt: skip
# Е as the BGN writes it at the beginning of a word and behind a vowel: Yelena, Sergeyev.
_YE = re.compile(r"(^|(?<=[aeou]))ye(?=.)")
# From 40 on only what is no word and no size: not XL and LX, LIV and LIX.
_ROMAN_NUMERAL = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})|(?:xl|lx{1,3})(?:ix|iv|v|v?i{1,3})|lx{2,3}")
_NUMERALS_BEGIN = "xvil"
_NUMBERS_BEGIN = f"0123456789{_NUMERALS_BEGIN}"
_DOUBLED = re.compile(r"(.)\1+")
_SHORT = 3
_FEMININE_MIN = 4
_SHAANXI = "shaanxi"
"""Its doubled letter alone tells it from Shanxi, another province."""


@lru_cache(maxsize=200_000)
def in_latin(token: str) -> str:
    """Return a casefolded word in Latin letters, without signs."""
    if token.isascii():
        return token
    text = token.translate(_ROMAN_TABLE)
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)).translate(_SPECIAL)
    if not text.isascii():
        text = maybe_ascii(text)
    return re.sub(r"[^\w]", "", text)


def is_number(token: str) -> bool:
    """Tell whether a word counts something: digits or a Roman numeral up to 39, and most of those up to 89."""
    # Most words begin as no number does: that is seen sooner than by the expression.
    return token.isdigit() or (token[:1] in _NUMERALS_BEGIN and _ROMAN_NUMERAL.fullmatch(token) is not None)


@lru_cache(maxsize=200_000)
def sound_of(token: str) -> str:
    """Return how a word in Latin letters sounds: spellings of one sound are one. Roman numerals stay as they are."""
    original = token
    if token == _SHAANXI:
        return _SHAANXI
    if "ye" in token and len(token) > _SHORT:
        token = _YE.sub(r"\1e", token)
    if (original[:1] in _NUMBERS_BEGIN or not original.isascii()) and is_number(original):
        return original
    for letter, spellings in _SOUNDS:
        if letter in token:
            for spelling, sound in spellings:
                token = token.replace(spelling, sound)
    if _DOUBLED.search(token) is not None:
        token = _DOUBLED.sub(r"\1", token)
    # Plurals are lost and added in translation.
    return token[:-1] if len(token) > 4 and token.endswith("s") else token


sound_alone: Callable[[str], str] = sound_of.__wrapped__
"""The sound of what is asked about once, such as two words in one: kept, it would push out what is asked about again."""


@lru_cache(maxsize=200_000)
def coarse(sound: str) -> str:
    """Return a folded word with what systems of romanisation write differently made equal; coarser than a sound.

    >>> coarse(sound_of("elektromechaniki")) == coarse(sound_of(in_latin("электромеханики")))
    True
    """
    if len(sound) > _FEMININE_MIN and sound.endswith(("ah", "eh")):
        # One Arabic and Persian ending: Hanifa, Hanifah, Hanifeh.
        sound = sound[:-2] + "a"
    for spelling, folded in _SCHEMES:
        sound = sound.replace(spelling, folded)
    return _DOUBLED.sub(r"\1", sound)
