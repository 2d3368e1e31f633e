"""The words of a company's name in Korean letters: what of it means a trade, a place or a body, and what is the brand.

Koreans write names of companies in one: 조선가람무역회사 is Korea, Garam, trade, company. A name is cut so that as little as may be
is left unread, into as few words as may be.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import yaml

from enduse.entities.lexicon import Meaning
from enduse.entities.meaning import meanings
from enduse.terms.sounds import sound_of

_WORD_MAX = 8
_AT_THE_BEGINNING, _AT_THE_END = "^", "$"


class Part(NamedTuple):
    """A stretch of a name and what it means; nothing where it is a brand."""

    text: str
    means: tuple[Meaning, ...]


@lru_cache(maxsize=50_000)
def parts(run: str, begins: bool = True) -> tuple[Part, ...]:
    """Return a stretch of Korean letters cut into words; `begins` says that no other stands in front.

    >>> [(one.text, [it.meaning for it in one.means]) for one in parts("조선가람무역회사")]
    [('조선', ['korea']), ('가람', []), ('무역', ['trade']), ('회사', ['company'])]
    """
    # The cheapest way to each end: letters unread, then words.
    best: list[tuple[int, int, tuple[Part, ...]]] = [(0, 0, ())]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - _WORD_MAX), end):
            unread, words, before = best[start]
            if means := _meant(run, start, end, begins, before):
                ways.append((unread, words + 1, (*before, Part(run[start:end], means))))
        unread, words, before = best[end - 1]
        if before and not before[-1].means:
            ways.append((unread + 1, words, (*before[:-1], Part(before[-1].text + run[end - 1], ()))))
        else:
            ways.append((unread + 1, words + 1, (*before, Part(run[end - 1], ()))))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _meant(run: str, start: int, end: int, begins: bool, before: tuple[Part, ...]) -> tuple[Meaning, ...]:
    """Return what a stretch means where it stands; nothing for one that is no word there."""
    known, text = _known(), run[start:end]
    if begins and not start and (found := known.get(f"{_AT_THE_BEGINNING}{text}")):
        return found
    if end == len(run) and before and before[-1].means and (found := known.get(f"{text}{_AT_THE_END}")):
        return found
    return () if len(text) == 1 and not _followed(run, end) else known.get(text, ())


def _followed(run: str, start: int) -> bool:
    """Tell whether a known word of two syllables or more stands here."""
    return any(run[start:end] in _known() for end in range(start + 2, min(start + _WORD_MAX, len(run)) + 1))


@cache
def _known() -> dict[str, tuple[Meaning, ...]]:
    text = (resources.files("enduse.entities") / "lexicon_korean.yml").read_text(encoding="utf-8")
    lines = (line.partition(":") for kind in yaml.safe_load(text).values() for line in kind.splitlines())
    found: dict[str, tuple[Meaning, ...]] = {}
    for english, _, korean in lines:
        means = tuple(meanings(sound_of(word))[0] for word in english.split())
        for word in korean.split():
            found.setdefault(word, means)
    return found
