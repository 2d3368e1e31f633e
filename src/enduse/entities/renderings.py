"""One Chinese name written in Latin letters twice, once by its sound and once by its meaning: Difengchan, Flute Peak Cicada.

Neither form says so; where place, trade and every other word agree and the dictionary leads from each translated word to
syllables that make up the other brand, it is worth a question, never a merge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from enduse.entities.chinese import gloss_stem, meanings_by_sound
from enduse.entities.pinyin import SYLLABLE_LIST
from enduse.entities.texts import BRAND, TRADE, Text, Token
from enduse.terms.sounds import sound_of

SYLLABLES_MIN = 2
"""Syllables of translated words from which chance is no better explanation."""
_MOST = 8
"""Names in one city and trade that one name may be a rendering of; more of them say that the words are common."""
_CORE_MAX = 6
_MOVED_MAX = 2


class Rendering(NamedTuple):
    """Two texts of which one may translate what the other spells: `told` says word by word how."""

    translated: int
    spelled: int
    syllables: int
    told: str


def renderings(texts: list[tuple[int, Text]]) -> Iterator[Rendering]:
    """Yield the pairs among `texts` (number, text) in Latin letters, in the order of their numbers."""
    spelled: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    others: dict[tuple[str, ...], list[tuple[int, list[Token]]]] = defaultdict(list)
    foreign: set[tuple[str, ...]] = set()
    for number, text in texts:
        if text.han:
            continue
        divisions = list(_divisions(text)) if any(one.kind == BRAND for one in text.printed) else []
        if not divisions:
            continue
        for moved, left in divisions:
            others[left].append((number, moved))
            if any(not is_pinyin(one.sound) for one in moved):
                foreign.add(left)
        # The first division moves nothing.
        core, rest = divisions[0]
        if any(is_pinyin(one.sound) for one in core):
            spelled[rest].setdefault(_joined([one.sound for one in core]), number)
    # The dictionary is only opened where a name in syllables stands beside one in words.
    for rest in sorted(spelled.keys() & foreign):
        wanted = spelled[rest]
        begun = _begun(wanted)
        for number, core in others[rest]:
            found = [one for one in _spellings(core, begun, wanted) if one[1] >= SYLLABLES_MIN and wanted[one[0]] != number]
            for sound, syllables, told in found if len(found) <= _MOST else ():
                yield Rendering(number, wanted[sound], syllables, told)


def _divisions(text: Text) -> Iterator[tuple[list[Token], tuple[str, ...]]]:
    """Yield the ways to part a name into what may be translated and the rest: up to two words of trade may be a brand's (crane, clock)."""
    printed = text.printed
    rest = sorted([one.said for one in printed if one.kind != BRAND])
    trades = [at for at, one in enumerate(printed) if one.kind == TRADE]
    for count in range(_MOVED_MAX + 1):
        for moved in combinations(trades, count) if len(rest) > count else ():
            core = [one for at, one in enumerate(printed) if one.kind == BRAND or at in moved]
            if 0 < len(core) <= _CORE_MAX:
                left = rest.copy()
                for at in moved:
                    left.remove(printed[at].said)
                yield core, tuple(left)


def _begun(wanted: Iterable[str]) -> dict[str, str]:
    """Return each beginning of the wanted sounds with the letters that may follow it and, written once, its own last one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in wanted:
        for length in range(len(one) + 1):
            found[one[:length]] |= set(one[length : length + 1])
    return {begin: "".join(sorted(letters | set(begin[-1:]))) for begin, letters in found.items()}


def _spellings(core: list[Token], begun: dict[str, str], wanted: dict[str, int]) -> list[tuple[str, int, str]]:
    """Return (sound, syllables, how) of the wanted sounds that the words make up, each word kept or led to syllables."""
    parts: list[tuple[str, int, tuple[str, ...]]] = [("", 0, ())]
    for one in core:
        longer: dict[str, tuple[str, int, tuple[str, ...]]] = {}
        ways = _ways(one.sound, one.means)
        for sound, syllables, told in parts:
            # Few letters may follow: only the ways that begin with one of them are tried, in their order.
            for _, way, more in sorted([one for letter in begun[sound] for one in ways.get(letter, ())]):
                whole = _joined([sound, way])
                if whole in begun and whole not in longer:
                    longer[whole] = (whole, syllables + more, (*told, f"{one.sound} = {way}") if more else told)
        parts = list(longer.values())
        if not parts:
            return []
    return [(sound, syllables, ", ".join(told)) for sound, syllables, told in parts if sound in wanted and told]


@lru_cache(maxsize=50_000)
def _ways(sound: str, means: str | None) -> dict[str, list[tuple[int, str, int]]]:
    """Return the word itself and every pinyin that it may translate, by first letter: (place in the order, pinyin, its syllables)."""
    found: dict[str, int] = {}
    for gloss in (gloss_stem(sound), *((sound_of(means),) if means else ())):
        for way, syllables in meanings_by_sound().get(gloss, {}).items():
            found[way] = min(syllables, found.get(way, syllables))
    by_letter: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for place, (way, syllables) in enumerate(((sound, 0), *sorted(found.items()))):
        by_letter[way[:1]].append((place, way, syllables))
    return dict(by_letter)


def _joined(sounds: list[str]) -> str:
    """Return the sounds in one piece; letters doubled where they meet are written once, as in sounds themselves."""
    whole = ""
    for one in sounds:
        whole += one[1:] if whole[-1:] == one[:1] else one
    return whole


@cache
def _syllable_pattern() -> re.Pattern[str]:
    known = {sound_of(one) for one in SYLLABLE_LIST}
    return re.compile(f"(?:{'|'.join(sorted(known, key=lambda one: (-len(one), one)))})+")


@lru_cache(maxsize=200_000)
def is_pinyin(sound: str) -> bool:
    """Tell whether a folded sound is made of well-formed Chinese syllables."""
    return _syllable_pattern().fullmatch(sound) is not None
