"""What a name in other letters says a second time tells nothing more: its first letters behind it, a line of business in two languages.

Asked for Вымысловский завод узоров, Vymysel Pattern Plant VZU is that plant; the letters of the Latin name may stand there as well.
Names in one script are left as they are: there one word more makes another company often enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from enduse.entities.read_words import Word
from enduse.entities.reading import Reading
from enduse.entities.shortening import initials
from enduse.entities.sides import Alignment

_LETTERS_MIN, _LETTERS_MAX = 3, 6
"""Letters of which two may be anybody's; so many words stand behind them."""


def without_said_twice(found: Alignment, left: Reading, right: Reading) -> None:
    """Leave out words that only one of two names has left over and that repeat what is answered already; the two are in two scripts."""
    if bool(found.left) == bool(found.right):
        return
    rest, own, other = (found.left, left, right) if found.left else (found.right, right, left)
    kept = [one for one in rest if not _first_letters(one, rest, own, other)]
    answered = {one.means for one in own.words if one.means is not None and one not in rest}
    again = {text for text, words in groupby(kept, _text) if _repeats(words, answered)}
    rest[:] = [one for one in kept if one.text not in again]


def _first_letters(one: Word, rest: list[Word], own: Reading, other: Reading) -> bool:
    """Tell whether a word is first letters of words of the other name, or of its own, which are all answered."""
    if one.means is not None or one.kind != "brand" or not _LETTERS_MIN <= len(one.text) <= _LETTERS_MAX:
        return False
    for words in (other.words, own.words):
        run = initials(one, [word for word in words if word != one])
        if len(run) >= _LETTERS_MIN and not any(word in rest for word in run):
            return True
    return False


def _repeats(words: Iterable[Word], answered: set[str]) -> bool:
    return all(one.kind == "trade" and one.means in answered for one in words)


def _text(one: Word) -> str:
    return one.text
