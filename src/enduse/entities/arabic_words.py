"""The words of a company's name in Arabic letters: what of it means a trade, a place or a body, and what is the brand.

Arabic writes the article and small words onto the next one: للتجارة is for the trade, والنقل and the transport.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import yaml

from enduse.entities.lexicon import Meaning
from enduse.entities.meaning import meanings
from enduse.terms.arabic_letters import plain
from enduse.terms.sounds import sound_of

_WRITTEN_ON = ("", "ال", "لل", "وال", "ولل", "بال", "و", "ل", "ول", "ب")
"""What stands in front of a known word without a space, in the order in which it is taken off."""
_ARTICLES = ("ال", "لل", "وال", "ولل")
"""Of these, what is taken off a word that is not known: it is no other name for it."""
_BRAND_MIN = 3
_SMALL = frozenset(map(plain, ("و", "في", "من", "على", "عن", "إلى", "از", "به", "در", "با", "برای", "های", "ها", "ی", "ذ")))


class Part(NamedTuple):
    """A word of a name in plain letters, without article, and what it means; nothing where it is a brand."""

    text: str
    means: tuple[Meaning, ...]


def parts(tokens: Sequence[str]) -> Iterator[Part]:
    """Yield the words of tokens in plain Arabic letters; small words that tell nothing are left out.

    >>> [[it.meaning for it in one.means] for one in parts([plain("الخيال"), plain("للتجارة"), "و", plain("والصناعة")])]
    [[], ['trade'], ['industry']]
    """
    for token in tokens:
        if token not in _SMALL:
            yield _part(token)


@lru_cache(maxsize=50_000)
def _part(token: str) -> Part:
    for before in _WRITTEN_ON:
        if token.startswith(before) and (found := _known().get(token[len(before) :])):
            return Part(token[len(before) :], found)
    bare = next((token[len(one) :] for one in _ARTICLES if token.startswith(one) and len(token) >= len(one) + _BRAND_MIN), token)
    return Part(bare, ())


def general(token: str) -> bool:
    """Tell whether a word in plain Arabic letters says what a company does, or where, and does not tell it from others."""
    return token in _SMALL or any(one.kind != "word" for one in _part(token).means)


@cache
def _known() -> dict[str, tuple[Meaning, ...]]:
    text = (resources.files("enduse.entities") / "lexicon_arabic.yml").read_text(encoding="utf-8")
    lines = (line.partition(":") for kind in yaml.safe_load(text).values() for line in kind.splitlines())
    found: dict[str, tuple[Meaning, ...]] = {}
    for english, _, words in lines:
        means = tuple(meanings(sound_of(word.replace("-", "")))[0] for word in english.split())
        for word in words.replace("/", " ").split():
            found.setdefault(plain(word), means)
    return found
