"""Chinese characters told from letters: one range for every room."""

from __future__ import annotations

import re

HAN = r"\u3400-\u9fff"
"""Chinese characters as a range for the brackets of a pattern: those that the press, companies and customs print."""
SIGNS = rf"\u3040-\u30ff{HAN}\uf900-\ufaff"
"""The same with Japanese kana and characters of old code pages: names in any of these have no words apart."""
_HAN = re.compile(f"[{HAN}]")


def is_han(letter: str) -> bool:
    """Tell whether a letter is a Chinese character.

    >>> is_han("峰"), is_han("п"), is_han("ピ")
    (True, False, False)
    """
    return "\u3400" <= letter <= "\u9fff"


def has_han(text: str) -> bool:
    """Tell whether a Chinese character stands in the text."""
    return _HAN.search(text) is not None


def count_han(text: str) -> int:
    """Return how many Chinese characters stand in the text.

    >>> count_han("Peak 云峰 Ltd")
    2
    """
    return len(_HAN.findall(text))
