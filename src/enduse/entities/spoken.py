"""English words and letters as Russian writes them, by ear: Lain and Line, Riteil and Retail, Yuesem and USM.

A Cyrillic name that is neither spelled letter by letter in Latin ones nor translated is often English: what the ear takes
down meets what the eye reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from enduse.entities.read_words import Word
from enduse.entities.reading import Reading
from enduse.entities.sides import Alignment, Tie, turned_round
from enduse.terms.by_ear import LETTERS_MAX, LETTERS_MIN, letters_of, spoken
from enduse.terms.sounds import sound_of

_SURE, _SLIP_SURE, _LETTERS_SURE = 0.95, 0.85, 0.95
"""How alike what is heard is, exactly or with one letter wrong, and names of letters: less than what is spelled, for the ear errs."""
_SLIP_MIN = 6
"""Letters from which one may be wrong."""
_GLUED_MIN = 3
"""Names of so many letters may be written in one word: of fewer, syllables of any word would be some (Eldi, LD)."""
_MAY_BE_ENGLISH = frozenset({"brand", "word", "trade"})


def runs_of_letters(words: Sequence[Word]) -> Iterator[tuple[str, list[Word]]]:
    """Yield the English letters that a word of three or more, or several words side by side, are the names of; the longest first."""
    for length in range(min(LETTERS_MAX, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = list(words[start : start + length])
            letters = letters_of("".join(one.text for one in run))
            if len(letters) >= _GLUED_MIN or (letters and len(letters) == length):
                yield letters, run


def keys_spoken(reading: Reading) -> set[str]:
    """Return the keys under which what was written by ear is found: letters of a Cyrillic name, sounds of English words of a Latin one."""
    if reading.script == "cyrillic":
        return {f"s:{sound_of(letters)}" for letters, _ in runs_of_letters(reading.words)}
    if reading.script != "latin":
        return set()
    found: set[str] = set()
    for one in reading.words:
        if one.kind == "brand":
            for heard in spoken(one.text):
                found |= {f"s:{heard}", f"d:{heard}"}
    return found


def tie_spoken(found: Alignment, cyrillic_left: bool) -> None:
    """Tie English words and letters in Latin with what Russian makes of them, of those that answer to nothing yet."""
    cyrillic, latin = (found.left, found.right) if cyrillic_left else (found.right, found.left)
    for one in [word for word in latin if word.kind in _MAY_BE_ENGLISH]:
        tied = _letters(one, cyrillic) or _heard(one, cyrillic)
        if tied is not None:
            run, sure = tied
            pair = turned_round(" ".join(word.text for word in run), one.text, not cyrillic_left)
            found.ties.append(Tie(*pair, one.kind, "sound", sure, one.weight))
            latin.remove(one)
            for word in run:
                cyrillic.remove(word)


def _letters(one: Word, cyrillic: list[Word]) -> tuple[list[Word], float] | None:
    if not LETTERS_MIN <= len(one.text) <= LETTERS_MAX:
        return None
    return next(((run, _LETTERS_SURE) for letters, run in runs_of_letters(cyrillic) if letters == one.text), None)


def _heard(one: Word, cyrillic: list[Word]) -> tuple[list[Word], float] | None:
    best: tuple[float, Word] | None = None
    for heard in spoken(one.text):
        for word in cyrillic:
            if word.kind == "brand" and (sure := _alike(heard, word.sound)) and (best is None or sure > best[0]):
                best = sure, word
    return ([best[1]], best[0]) if best else None


def _alike(heard: str, sound: str) -> float:
    if heard == sound:
        return _SURE
    longer = max(len(heard), len(sound))
    return _SLIP_SURE if longer >= _SLIP_MIN and heard[:1] == sound[:1] and OSA.distance(heard, sound, score_cutoff=1) <= 1 else 0.0
