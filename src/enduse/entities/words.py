"""Words that name a trade, a kind of body or a place, not a company: a name made only of them is generic."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of one kind (trade, place, han, address) in the order of words.yml."""
    text = (resources.files("enduse.entities") / "words.yml").read_text(encoding="utf-8")
    return tuple(str(yaml.safe_load(text)[kind]).split())


COMMON_WORDS = frozenset(words("trade")) | frozenset(words("place"))


def han_core(name: str) -> str:
    """Return a Han name without words of trade and place; empty when it consists of nothing else.

    >>> han_core("深圳市国际贸易"), han_core("宁波峰云进出口")
    ('', '峰云')
    """
    for word in words("han"):
        name = name.replace(word, "")
    return name


def holds(text: str, parts: tuple[str, ...]) -> bool:
    """Tell whether one of some parts stands in a text: what is asked of every name before a slow expression is."""
    # A loop and no `any`, which takes three times as long.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def without_case(text: str) -> str:
    """Return a text in small letters, i of every kind as one, as an expression without case reads it.

    >>> without_case("İSTANBUL ŞUBESİ"), without_case("Ⅰnc. \u212a")
    ('istanbul şubesi', 'ⅰnc. k')
    """
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("\u0131", "i").replace("i\u0307", "i")
