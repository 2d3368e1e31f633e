r"""Words that say that an earlier or another name of a company follows: formerly, a/k/a, (ex ...), бывш.

Written by the maintainers, 2026, from customs records and published lists; no published collection of such words was found. They stand
once, in `_MARKS`: printed names are parted by them (`entities.parting`), and names on lists are read by them (`opening`). Expressions
are read by Python and by Arrow: no \w (Arrow knows Latin letters only), and nothing that looks ahead.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Says = Literal["earlier", "other", "now"]
Where = Literal["between", "opening", "both"]


class _Mark(NamedTuple):
    """One mark: what it says of the name that follows, its expression, and pieces of which every print holds one, in small letters."""

    says: Says
    expression: str
    pieces: tuple[str, ...]
    where: Where = "both"
    """Between two names of one print, opening a name that a list publishes, or both."""


_KA = ("ka", "k.a", "k/a")
_MARKS = (
    _Mark("other", r"a[./]?k[./]?a", _KA),
    _Mark("earlier", r"f[./]?k[./]?a", _KA),
    # Lists print these letters apart too. Between the words of a company's own name they are its initials: OOO A. K. A.
    _Mark("other", r"a\.?\s?/?k\.?\s?/?a", (), "opening"),
    _Mark("earlier", r"f\.?\s?/?k\.?\s?/?a", (), "opening"),
    # What a list says to be the name now is no alias: the readers of such lists know what to do with it.
    _Mark("now", r"n[./]?k[./]?a|now known as", (*_KA, "known as"), "between"),
    _Mark("other", r"(?:also|commonly|better) known as", ("known as",)),
    _Mark("earlier", r"(?:formerly|previously)(?: (?:known|listed) as)?", ("former", "previous")),
    _Mark("earlier", r"(?:former|previous|old) name", ("former", "previous", "old name")),
    _Mark("other", r"t/a|trading as", ("t/a", "trading as")),
    _Mark("other", r"d[./]?b[./]?a|doing business as", ("ba", "b.a", "b/a", "business as")),
    # Companies bear the word: Alias Systems.
    _Mark("other", r"alias(?:es)?:?", (), "opening"),
    _Mark("earlier", r"(?:прежнее|старое|бывшее) (?:название|наименование)", ("прежнее", "старое", "бывш")),
    _Mark("earlier", r"бывш(?:ее|ий|ая)?|ранее|прежде", ("бывш", "ранее", "прежде")),
    _Mark("other", r"известн[а-яё]+ как", ("известн",)),
)
_BETWEEN = tuple(one for one in _MARKS if one.where != "opening")
_EXPRESSIONS = tuple(one.expression for one in _BETWEEN)
BETWEEN = "|".join(_EXPRESSIONS)
"""Any mark between two names; it is one where no letter stands in front of it and none behind."""
IN_BRACKETS = r"[(\[]\s*(?:(?:ex|экс|former|prev)[\s.:-]+|до\s+(?:\d\d\.){0,2}\d{4}\s*(?:г(?:ода|\.)?)?[\s:–—-]*)"
"""A bracket that opens with a word for an earlier name, or with the day until which it was borne."""
PIECES = tuple(sorted({piece for one in _BETWEEN for piece in one.pieces} | {"(", "["}))
"""One of these stands in small letters in every name that has a mark: looked for in a third of the time."""
MAY_HOLD = "|".join(
    (rf"(?i)\b(?:{'|'.join(filter(str.isascii, _EXPRESSIONS))})\b", *(one for one in _EXPRESSIONS if not one.isascii()), IN_BRACKETS)
)
"""What finds every name that has a mark, and few others."""


def opening(says: Says) -> re.Pattern[str]:
    """Return what finds the words in front of a published name that say that it is an earlier or another one.

    >>> opening("earlier").sub("", "F. K. A. Sample Works"), opening("other").sub("", "trading as Sample Works")
    ('Sample Works', 'Sample Works')
    """
    words = "|".join(one.expression for one in _MARKS if one.where != "between" and one.says == says)
    return re.compile(rf"^(?:{words})\.?[:,]?\s+", re.IGNORECASE)
