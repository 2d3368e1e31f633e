"""The printed names of the case's companies that an article's names could be: found by how words begin, before anything is compared.

Comparing is thorough and slow; a case may hold a hundred thousand names. A printed name is compared only when it shares the
beginning of one of the two rarest words of a name asked about, as both sound in Latin letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rigour.text import ascii_text

from enduse import entities
from enduse.store import StageRun

_PREFIX = 3
_RARE = 2
_MANY = 400
"""A beginning that more names share than this tells nothing, unless a name has no rarer one."""
_TOKEN = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAME_SOUND = ((re.compile(r"tch|tsch|sch|sh|ch|tz|ts|zh|x"), "s"), (re.compile(r"kh|ck|q|c(?![eiy])|h(?=[aou])"), "k"),
               (re.compile(r"c|z"), "s"), (re.compile(r"w"), "v"), (re.compile(r"ph"), "f"), (re.compile(r"[yj]"), "i"))  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """One name as printed of one company of the case."""

    entity_id: str
    name: str
    country: str | None


class Known:
    """Printed names by their key, so that a run of words is recognised word for word."""

    def __init__(self, printed: Sequence[Printed]) -> None:
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._han: dict[str, list[str]] = defaultdict(list)
        for one in printed:
            key = key_of(one.name)
            if key:
                self._by_key[key].add(one.entity_id)
            if len(_HAN.findall(one.name)) >= 4:
                self._han[one.name[:4]].append(one.name)

    def entities(self, name: str) -> tuple[str, ...]:
        """Return the ids of the companies that bear the name, legal forms apart; sorted."""
        key = key_of(name)
        return tuple(sorted(self._by_key.get(key, ()))) if key else ()

    def places(self, words: str) -> list[tuple[int, int]]:
        """Return where in a run of words a name of the case stands: all of it, or a Chinese name within it."""
        if _HAN.match(words):
            return [
                (place, place + len(name))
                for place in range(len(words) - 3)
                for name in self._han.get(words[place : place + 4], ())
                if words.startswith(name, place)
            ]
        if " " not in words and not _is_brand(words):
            return []
        return [(0, len(words))] if self.entities(words) else []


def key_of(name: str) -> str | None:
    """Return what two printed names share when they are one name but for legal form, case and signs; None when nothing is left."""
    return entities.analyse(name).key


def _is_brand(word: str) -> bool:
    read = entities.analyse(word)
    return bool(read.words) and all(one.kind == "brand" for one in read.words)


def beginnings(name: str) -> list[str]:
    """Return how the words of a name begin, as they sound in Latin letters.

    >>> beginnings("Tsezar Kompani") == beginnings("Cezar Company")
    True
    """
    latin = ascii_text(name).lower() if not name.isascii() else name.lower()
    return [_folded(word)[:_PREFIX] for word in _TOKEN.findall(latin) if len(word) >= _PREFIX]


def _folded(word: str) -> str:
    for pattern, sound in _SAME_SOUND:
        word = pattern.sub(sound, word)
    return word


def load_known(run: StageRun, asked: Iterable[str]) -> Known:
    """Return the printed names that runs of words may be."""
    return Known(printed_like(run, asked))


def printed_like(run: StageRun, asked: Iterable[str]) -> list[Printed]:
    """Return the case's printed names that share the beginning of a rare word with a name asked about, in order of entity and name."""
    wanted = {name: beginnings(name) for name in set(asked)}
    if not wanted or not (run.has("mentions") and run.has("entity_mentions")):
        return []
    rows = run.query(
        "select distinct em.entity_id, m.name, m.country from entity_mentions em join mentions m on m.mention_id = em.mention_id "
        "where m.name is not null order by em.entity_id, m.name, m.country"
    ).to_pylist()
    by_start = _starts([row["name"] for row in rows])
    chosen: set[str] = set()
    for starts in wanted.values():
        known = sorted({one for one in starts if one in by_start}, key=lambda one: (len(by_start[one]), one))
        for place, one in enumerate(known[:_RARE]):
            if place == 0 or len(by_start[one]) <= _MANY:
                chosen |= by_start[one]
    return [Printed(row["entity_id"], row["name"], row["country"]) for row in rows if row["name"] in chosen]


def _starts(names: Iterable[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in set(names):
        for one in beginnings(name):
            found[one].add(name)
    return found
