"""Chinese brands in a Cyrillic name beside the same in pinyin or in characters: what is tied, and under which keys they meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from enduse.entities import chinese_sounds
from enduse.entities.palladius import STRICT, pinyin_of
from enduse.entities.read_words import Word
from enduse.entities.reading import SYLLABLE, Reading
from enduse.entities.sides import Alignment, Tie, turned_round
from enduse.terms.sounds import in_latin, sound_of

_WORD = re.compile("[а-яё]+")
_RUN_MAX = 3
"""Words side by side that may be one: Хао Сян, Hao Xiang."""
_LETTERS_MIN = 4
_NAMES = frozenset({"brand", "place"})


def keys_transcribed(reading: Reading) -> set[str]:
    """Return the keys under which the pinyin of words of a Cyrillic name is found; none of a name in other letters."""
    if reading.script != "cyrillic":
        return set()
    return {f"{kind}:{sound_of(way)}" for _, ways in _transcribed(reading.words, reading) for way in ways for kind in "sd"}


def transcribes(name: str) -> bool:
    """Tell whether a Cyrillic name has a word that is Chinese by its transcription and would not meet its pinyin by its letters.

    >>> transcribes("ООО Хаосян"), transcribes("ООО Луна")
    (True, False)
    """
    return any(_only_transcribed(word) for word in _WORD.findall(name.casefold()))


@lru_cache(maxsize=100_000)
def _only_transcribed(word: str) -> bool:
    sound = sound_of(in_latin(word))
    ways = pinyin_of(word)
    return STRICT in ways.values() and all(sound_of(way) != sound for way in ways)


def tie_transcribed(found: Alignment, cyrillic: Reading, cyrillic_left: bool) -> None:
    """Tie words in Latin letters with the Cyrillic ones that transcribe them."""
    ours, theirs = (found.left, found.right) if cyrillic_left else (found.right, found.left)
    for run, ways in _transcribed(ours, cyrillic) if theirs else ():
        if not all(one in ours for one in run):
            continue
        for other in _runs(theirs, _NAMES):
            text = "".join([one.text for one in other])
            if text not in ways or len(text) < _LETTERS_MIN:
                continue
            pair = turned_round(_said(run), _said(other), not cyrillic_left)
            weight = min(sum(one.weight for one in side) for side in (run, other))
            # A city that the lexicon knows in Latin letters only is one in Cyrillic letters too: Гуанжоу.
            kind = "place" if any(one.kind == "place" for one in other) else "brand"
            found.ties.append(Tie(*pair, kind, "sound", ways[text], weight))
            ours[:] = [one for one in ours if one not in run]
            theirs[:] = [one for one in theirs if one not in other]
            break


def tie_transcribed_han(han: Reading, free: list[list[bool]], found: Alignment, cyrillic: Reading) -> None:
    """Tie stretches of Chinese characters, on the left, with the Cyrillic words that transcribe them; what is tied is no longer free."""
    for run, ways in _transcribed(found.right, cyrillic):
        if not all(one in found.right for one in run):
            continue
        place = next((one for one in found.left if one.kind == "place" and one.means in ways), None)
        if place is not None and len(run) == 1:
            found.ties.append(Tie(place.text, run[0].text, "place", "meaning", ways[place.means or ""], min(place.weight, run[0].weight)))
            found.left.remove(place)
            found.right.remove(run[0])
            continue
        for way, sure in ways.items():
            if (tie := _stretch(han, free, way, sure, _said(run))) is not None:
                found.ties.append(tie)
                found.right = [one for one in found.right if one not in run]
                break


def _stretch(han: Reading, free: list[list[bool]], way: str, sure: float, said: str) -> Tie | None:
    for brand, covered in zip(han.brands, free, strict=True):
        for span in brand.sounds.get(sound_of(way), ()):
            if all(covered[span.start : span.end]) and way in chinese_sounds.read(brand.text, span):
                size = span.end - span.start
                covered[span.start : span.end] = [False] * size
                return Tie(brand.text[span.start : span.end], said, "brand", "pinyin", sure, SYLLABLE * size)
    return None


def _transcribed(words: Sequence[Word], cyrillic: Reading) -> Iterator[tuple[list[Word], dict[str, float]]]:
    """Yield the words side by side of a Cyrillic name that may transcribe one Chinese word, with its pinyin, the longest first."""
    printed = _printed(cyrillic.name)
    for run in _runs(words):
        if ways := pinyin_of("".join([printed.get(one.text, "-") for one in run])):
            yield run, ways


def _runs(words: Sequence[Word], kinds: frozenset[str] = frozenset({"brand"})) -> list[list[Word]]:
    runs = (list(words[at : at + size]) for size in range(_RUN_MAX, 0, -1) for at in range(len(words) - size + 1))
    return [run for run in runs if len({one.kind for one in run} | kinds) == len(kinds) and (len(run) == 1 or run[0].kind == run[-1].kind)]


def _said(run: Sequence[Word]) -> str:
    return " ".join([one.text for one in run])


@lru_cache(maxsize=20_000)
def _printed(name: str) -> dict[str, str]:
    """Return the Cyrillic words of a name, soft signs and all, by how they are written in Latin letters."""
    return {in_latin(word): word for word in _WORD.findall(name.casefold())}
