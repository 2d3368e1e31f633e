"""A person's name in Korean letters beside one in Latin letters: which words spell which part.

Letters alike are no answer here: 미정 is no slip of Myong-jin, and nobody who is called 영 is Yong Chol. Each part is spelled whole
or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from enduse.entities.names import scripts_of
from enduse.entities.person_names import NameWord, PersonName, is_korean
from enduse.entities.person_sounds import coarse_sound
from enduse.terms.hangul import spells

_RUN_MAX = 3
_INITIAL = 0.9
_SLIP_MIN = 6
"""Letters from which two may have changed places in a name as it is read aloud."""
Placed = tuple[int, NameWord]
"""A word of a name, and which it is: what is spelled together stands together."""


def beside_latin(korean: PersonName, latin: PersonName) -> bool:
    """Tell whether one name is written in Korean letters alone, the other in Latin ones."""
    return is_korean(korean) and not latin.signs and scripts_of(latin.name) - {"HANGUL"} == {"LATIN"}


class Spelled(NamedTuple):
    """Which words answer to a part of a name, how, and how alike they are (0 to 1)."""

    run: slice
    how: Literal["same", "alike", "initial"]
    alike: float


def spelled_by(part: str, read: str, words: Sequence[Placed]) -> Spelled | None:
    """Return which words spell a part of a Korean name together; none when none do.

    `read` is the part as it is read aloud: two letters that changed places are a slip, another letter is another name.
    """
    runs = [slice(start, end) for start in range(len(words)) for end in range(start + 1, min(start + _RUN_MAX, len(words)) + 1)]
    together = [run for run in runs if words[run.stop - 1][0] - words[run.start][0] == run.stop - run.start - 1]
    texts = [(run, "".join(word.text for _, word in words[run])) for run in together]
    for run, text in texts:
        if spells(text, part):
            return Spelled(run, "same", 1.0)
    letters = sorted(read)
    for run, text in texts:
        if len(text) >= _SLIP_MIN and sorted(text) == letters and OSA.distance(text, read) == 1:
            return Spelled(run, "alike", 1 - 1 / len(text))
    return _initials(part, read, words)


def _initials(part: str, read: str, words: Sequence[Placed]) -> Spelled | None:
    """Return where first letters stand, the first of which begins a part: J. W. for 진우."""
    for start, (_, word) in enumerate(words):
        if len(word.text) == 1 and coarse_sound(word.text) == coarse_sound(read)[:1]:
            end = next((at for at in range(start, len(words)) if len(words[at][1].text) > 1), len(words))
            return Spelled(slice(start, min(end, start + len(part))), "initial", _INITIAL)
    return None


def spelled_whole(korean: PersonName, latin: PersonName) -> bool:
    """Tell whether each part of a Korean name is spelled to the letter by words of its own."""
    words = list(enumerate(latin.words))
    for part, word in zip(korean.parts, korean.words, strict=True):
        met = spelled_by(part, word.text, words)
        if met is None or met.how != "same":
            return False
        del words[met.run]
    return True
