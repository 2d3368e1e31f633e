"""What signs around a word make of it: a trade in quotation marks is a brand, a place behind a hyphen a daughter's."""

from __future__ import annotations

import re

from enduse.entities.read_words import Word
from enduse.terms.sounds import in_latin
from enduse.terms.territories import is_country

_QUOTED = re.compile("[«\"“„‘']([^\\W\\d_]{4,})[»\"”“’']")
_QUOTED_WORD, _QUOTED_PART = 4.0, 3.0
"""What a word of trade, and one part of a compound, tells that stands alone in quotation marks."""
_HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{3,})-([^\W\d_]{3,})(?![\w-])")
_DAUGHTER = 6.0
"""What a place tells that a hyphen ties to a brand."""


_LETTERED = re.compile(r"(?<![\w-])[^\W\d_]{3,}[»\"”’']?-([^\W\d_])(?![\w-])")
_SERIAL_LETTER = 6.0
"""What a letter tells that a hyphen ties to a brand: Kestrel-M is another company than Kestrel."""


def marked(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a name as the signs in its text make them.

    >>> from enduse.entities import analyse
    >>> [one.kind for one in analyse("НПО «Сплав»").words][-1], [one.kind for one in analyse("Kestrel-Perm").words]
    ('word', ['brand', 'word'])
    """
    return _lettered(text, _daughters(text, _named_by_trade(text, words)))


def _named_by_trade(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words, a word of trade that stands alone in quotation marks as one of a brand: НПО «Сплав», which is no alloy."""
    quoted = _QUOTED.findall(text)
    if not quoted or len(words) < 2 or any(one.kind in ("brand", "word") for one in words if _alone(quoted[-1], one)):
        return words
    found = [at for at, one in enumerate(words) if one.kind == "trade" and _alone(quoted[-1], one)]
    weight = _QUOTED_WORD if len(found) == 1 else _QUOTED_PART
    return tuple(one._replace(kind="word", weight=weight) if at in found else one for at, one in enumerate(words))


def _daughters(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words, a place that a hyphen ties to a brand as part of the brand: Kestrel-Perm is Kestrel's daughter in Perm."""
    if "-" not in text:
        return words
    kinds = {one.text: one.kind for one in words}
    tied = [tuple(in_latin(part.casefold()) for part in found) for found in _HYPHENED.findall(text)]
    places = {place for brand, place in tied if kinds.get(brand) == "brand" and kinds.get(place) == "place"}
    return tuple(
        one._replace(kind="word", weight=_DAUGHTER) if one.text in places and not is_country(one.means or "") else one for one in words
    )


def _lettered(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words, a letter that a hyphen ties to a brand as telling as a word of brands: Kestrel-M."""
    letters = {in_latin(letter.casefold()) for letter in _LETTERED.findall(text)} if "-" in text else set()
    return tuple(one._replace(weight=_SERIAL_LETTER) if one.kind == "brand" and one.text in letters else one for one in words)


def _alone(quoted: str, one: Word) -> bool:
    return in_latin(quoted.casefold()) == one.text
