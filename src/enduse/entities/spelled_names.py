"""Names that are read when the first question comes in letters of which each has many spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol

import pyarrow as pa

from enduse.entities.columns import checked, lists_of

KEYS = pa.schema({"key": pa.string(), "names": pa.list_(pa.int32())})


class Shelf(Protocol):
    """Where what one question made is kept for the next."""

    def take(self, part: str) -> pa.Table | None:
        """Return what was kept under a name; null when nothing was."""

    def put(self, part: str, rows: pa.Table) -> None:
        """Keep rows under a name."""


class SpelledNames:
    """Positions of names by keys of how they are spelled; each is read once, when somebody asks."""

    def __init__(self) -> None:
        self._rows: dict[str, list[int]] = {}
        self._added: set[int] = set()
        self._waiting: list[int] = []
        self._shelf: tuple[Shelf, str] | None = None
        self._shelved = 0
        """Of the names that wait, so many are those whose keys may be kept."""

    def add(self, name: int) -> None:
        """Put one more name in, by position; it is read when the first question comes."""
        if name not in self._added:
            self._added.add(name)
            self._waiting.append(name)

    def wait(self, names: Iterable[int], shelf: Shelf | None, part: str) -> None:
        """Put names in at once, of which none is there; their keys are looked for on the shelf, and laid there, under the name `part`."""
        self._waiting = list(names)
        self._added = set(self._waiting)
        self._shelf, self._shelved = (shelf, part) if shelf is not None else None, len(self._waiting)

    def _unread(self) -> Iterator[int]:
        """Yield the names that nobody has read yet; each is put in (`_put`) before the next is asked for."""
        if self._shelf is not None:
            (shelf, part), self._shelf = self._shelf, None
            if not self._take(shelf.take(part)):
                yield from self._waiting[: self._shelved]
                shelf.put(part, pa.table([pa.array(self._rows, pa.string()), pa.array(self._rows.values(), KEYS.types[1])], KEYS))
            del self._waiting[: self._shelved]
        yield from self._waiting
        self._waiting.clear()

    def _take(self, rows: pa.Table | None) -> bool:
        """Take keys that were kept; false when there are none that can be trusted."""
        with suppress(ValueError, pa.ArrowException):
            if rows is not None:
                rows = checked(rows, KEYS)
                names = lists_of(rows["names"], max(self._waiting[: self._shelved], default=-1) + 1)
                self._rows = dict(zip(rows["key"].to_pylist(), names, strict=True))
                return True
        return False

    def _put(self, name: int, keys: frozenset[str]) -> None:
        for key in keys:
            self._rows.setdefault(key, []).append(name)
