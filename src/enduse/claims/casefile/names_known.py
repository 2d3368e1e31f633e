"""The printed names of the case's companies that an article's names could be: found by how words begin, before anything is compared.

Comparing is thorough and slow; a case may hold a hundred thousand names. A printed name is compared only when it shares the
beginning of one of the two rarest words of a name asked about, as both sound in Latin letters; where each of them begins very many
names, only when it shares several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rigour.text import ascii_text

from enduse import entities
from enduse.claims.lineage.scripts import LATIN
from enduse.store import StageRun
from enduse.terms.scripts import HAN, count_han, is_han

_PREFIX = 3
_BATCH = 1000
_RARE = 2
_MANY = 400
"""A beginning that more names share than this tells nothing, unless a name has no rarer one."""
_TOKEN = re.compile(r"[a-z]+")
_ALL_HAN = re.compile(rf"[{HAN}]+")
_SAME_SOUND = ((re.compile(r"tch|tsch|sch|sh|ch|tz|ts|zh|x"), "s"), (re.compile(r"kh|ck|q|c(?![eiy])|h(?=[aou])"), "k"),
               (re.compile(r"c|z"), "s"), (re.compile(r"w"), "v"), (re.compile(r"ph"), "f"), (re.compile(r"[yj]"), "i"))  # fmt: skip


class Printed(NamedTuple):
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
            if count_han(one.name) >= 4:
                self._han[one.name[:4]].append(one.name)

    def entities(self, name: str) -> tuple[str, ...]:
        """Return the ids of the companies that bear the name, legal forms apart; sorted."""
        key = key_of(name)
        return tuple(sorted(self._by_key.get(key, ()))) if key else ()

    def places(self, words: str) -> list[tuple[int, int]]:
        """Return where in a run of words a name of the case stands: all of it, or a Chinese name within it."""
        if is_han(words[:1]):
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
    return [one for word in name.split() for one in _beginnings_of(in_latin([word])[word])]


def in_latin(words: Iterable[str]) -> dict[str, str]:
    """Return the words, small, in Latin letters; many at once, since a call for each Chinese word costs more than the word."""
    found = {word: word.lower().translate(LATIN) for word in {*words}}
    left = sorted(word for word, latin in found.items() if not latin.isascii())
    chinese = [word for word in left if _ALL_HAN.fullmatch(word)]
    for first in range(0, len(chinese), _BATCH):
        batch = chinese[first : first + _BATCH]
        found.update(zip(batch, ascii_text("\n".join(batch)).lower().split("\n"), strict=True))
    # Other scripts are read by the words beside them, so each word is put into Latin letters alone.
    found.update({word: ascii_text(word).lower() for word in left if not _ALL_HAN.fullmatch(word)})
    return found


def _beginnings_of(latin: str) -> tuple[str, ...]:
    return tuple(_folded(part)[:_PREFIX] for part in _TOKEN.findall(latin) if len(part) >= _PREFIX)


def _folded(word: str) -> str:
    for pattern, sound in _SAME_SOUND:
        word = pattern.sub(sound, word)
    return word


class CaseNames:
    """The printed names of the case's companies, read once and found by how their words begin."""

    def __init__(self, run: StageRun) -> None:
        self._run = run
        self._rows: list[Printed] = []
        self._starts: dict[str, set[str]] | None = None

    def like(self, asked: Iterable[str]) -> list[Printed]:
        """Return the names that share the beginning of a rare word with a name asked about, in order of entity and name.

        Where every beginning of a name is shared by very many, the names that share several of them.
        """
        wanted = sorted({*asked})
        if not wanted:
            return []
        starts = self._index()
        chosen: set[str] = set()
        for name in wanted:
            known = sorted({one for one in _telling(name) if one in starts}, key=lambda one: (len(starts[one]), one))
            if known:
                chosen |= _chosen([starts[one] for one in known])
        return [one for one in self._rows if one.name in chosen]

    def _index(self) -> Mapping[str, set[str]]:
        if self._starts is None:
            self._rows = _read(self._run)
            names = {one.name: one.name.split() for one in self._rows}
            begins = {word: _beginnings_of(latin) for word, latin in in_latin(word for words in names.values() for word in words).items()}
            found: dict[str, set[str]] = defaultdict(set)
            for name, words in names.items():
                for word in words:
                    for start in begins[word]:
                        found[start].add(name)
            self._starts = dict(found)
        return self._starts


def _telling(name: str) -> list[str]:
    """Return the beginnings of a name's words, legal forms apart; of all its words when nothing else is left."""
    words = [word for word in name.split() if key_of(word) is not None]
    return beginnings(" ".join(words)) or beginnings(name)


def _chosen(sharing: Sequence[set[str]]) -> set[str]:
    """Return the names to compare, given those that share each beginning, the rarest first."""
    if len(sharing[0]) <= _MANY:
        return sharing[0].union(*(found for found in sharing[1:_RARE] if len(found) <= _MANY))
    left = sharing[0]
    for found in sharing[1:]:
        if len(left) > _MANY:
            left = left & found
    return left


def _read(run: StageRun) -> list[Printed]:
    if not (run.has("mentions") and run.has("entity_mentions")):
        return []
    rows = run.query(
        "select distinct em.entity_id, m.name, m.country from entity_mentions em join mentions m on m.mention_id = em.mention_id "
        "where m.name is not null order by em.entity_id, m.name, m.country"
    ).to_pydict()
    return [Printed(*row) for row in zip(rows["entity_id"], rows["name"], rows["country"], strict=True)]
