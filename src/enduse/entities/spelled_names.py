"""Names of people that are read when the first question comes in letters of which each has many spellings."""

from __future__ import annotations

from collections.abc import Iterator


class SpelledNames:
    """Positions of names by keys of how they are spelled; each is read once, when somebody asks."""

    def __init__(self) -> None:
        self._rows: dict[str, list[int]] = {}
        self._added: set[int] = set()
        self._waiting: list[int] = []

    def add(self, name: int) -> None:
        """Put one more name in, by position; it is read when the first question comes."""
        if name not in self._added:
            self._added.add(name)
            self._waiting.append(name)

    def _unread(self) -> Iterator[int]:
        """Yield the names that nobody has read yet."""
        yield from self._waiting
        self._waiting.clear()

    def _put(self, name: int, keys: frozenset[str]) -> None:
        for key in keys:
            self._rows.setdefault(key, []).append(name)
