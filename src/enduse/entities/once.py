"""What a Chinese name says when a character typed twice is read once and a legal form that was cut off is left out."""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.entities.chinese import segments
from enduse.terms.legal_forms import without_han_forms

DOUBLED = re.compile(r"(.)\1")
_FORM_BEGUN = re.compile(r"(?<=.{4})(?:股份?)?(?:有(?:限(?:责任?)?)?)?公?$")
_BRANCH = "分公司"
PARTS = re.compile(r"[a-z]+|\d+|[^a-z\d\s]+")
"""Letters, digits and characters of a stretch that no word of the lexicon is."""


@lru_cache(maxsize=50_000)
def said_once(text: str) -> tuple[tuple[str, str], ...]:
    """Return (kind, meaning or characters) of the words of a Chinese name in simplified characters, in printed order.

    Kinds are those of the lexicon; what it does not know is 'brand', digits are 'number'. A branch (分公司) stays one.

    >>> said_once("温州虎博物物流有限限公司")
    (('place', 'wenzhou'), ('brand', '虎博'), ('trade', 'logistics'))
    """
    plain = DOUBLED.sub(r"\1", text)
    if not plain.endswith(_BRANCH):
        plain = _FORM_BEGUN.sub("", without_han_forms(plain)[0])
    found: list[tuple[str, str]] = []
    for one in segments(plain):
        if one.means:
            found.append((one.means[0].kind, " ".join(meant.meaning for meant in one.means)))
            continue
        pieces = PARTS.findall(plain[one.start : one.end])
        found += [("number" if piece.isdigit() else "brand", piece) for piece in pieces]
    return tuple(found)


def key_once(text: str) -> str:
    """Return the same as one line, whatever the order of words."""
    return "|".join(sorted(said for _, said in said_once(text)))
