"""Values by position of which each is made when somebody first asks for it: of many names few are ever weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class WhenAsked(Generic[T]):
    """A list that makes each value at most once; what is appended is there already."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[int], T], count: int = 0) -> None:
        """`make` returns the value of a position, of which there are `count` before any is appended."""
        self._make = make
        self._made: list[T | None] = [None] * count

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, at: int) -> T:
        found = self._made[at]
        if found is None:
            found = self._made[at] = self._make(at)
        return found

    def __setitem__(self, at: int, value: T) -> None:
        self._made[at] = value

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(len(self._made)))

    def append(self, value: T) -> None:
        """Put one more value behind the others."""
        self._made.append(value)
