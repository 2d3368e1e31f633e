"""Two names laid side by side: which words answer to each other and by what, and what is left of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, NamedTuple, TypeVar

from enduse.entities.read_words import Word

How = Literal["sound", "meaning", "inflected", "joined", "alike", "abbreviated", "initials", "pinyin", "gloss", "characters", "translated"]
_KINDS = ("brand", "word", "place", "trade", "body", "number")
TieT = TypeVar("TieT")
WordT = TypeVar("WordT")


class Tie(NamedTuple):
    """Words of the two names that answer to each other: as printed, of which kind, by what, how alike (0 to 1), how telling."""

    left: str
    right: str
    kind: str
    how: How
    alike: float
    weight: float


@dataclass
class SideBySide(Generic[TieT, WordT]):
    """The ties of two names, and the words of each that answer to nothing."""

    ties: list[TieT] = field(default_factory=list)
    left: list[WordT] = field(default_factory=list)
    right: list[WordT] = field(default_factory=list)


@dataclass
class Alignment(SideBySide[Tie, Word]):
    """Two companies' names.

    `same` when both have the same key; `other_syllables` when beside a Chinese name stand Chinese syllables in letters that spell no
    stretch of it, `characters_left` how many of its characters nothing answers; `one_script` when both are written in the same letters;
    `in_letters` when they are and none is Chinese; `bodies_differ` when one is a non-commercial body and the other has the legal form of
    a company; `state_body` when one is a state's own enterprise; `spelled` when one spells the other in other letters, words of trade
    and place included, and translates nothing.
    """

    same: bool = False
    other_syllables: bool = False
    characters_left: int = 0
    one_script: bool = False
    bodies_differ: bool = False
    state_body: bool = False
    in_letters: bool = False
    spelled: bool = False


def kind_of(*words: Word) -> str:
    """Return what words that answer to each other are: a brand when one of them is."""
    kinds = {one.kind for one in words}
    return next(kind for kind in _KINDS if kind in kinds)


def turned_round(left: str, right: str, turned: bool) -> tuple[str, str]:
    """Return two texts in their order, or the other way round."""
    return (right, left) if turned else (left, right)
