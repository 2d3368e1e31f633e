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
