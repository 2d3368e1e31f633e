"""One Chinese name written in Latin letters twice, once by its sound and once by its meaning: Difengchan, Flute Peak Cicada.

Neither form says so; where place, trade and every other word agree and the dictionary leads from each translated word to
syllables that make up the other brand, it is worth a question, never a merge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from enduse.entities.pinyin import SYLLABLE_LIST
from enduse.entities.text import Text
from enduse.entities.translating import Translating
from enduse.entities.vocabulary import BRAND, TRADE, Token
from enduse.terms.sounds import sound_of

SYLLABLES_MIN = 2
"""Syllables of translated words from which chance is no better explanation."""
_MOST = 8
"""Names in one city and trade that one name may be a rendering of; more of them say that the words are common."""
CORE_MAX = 6
MOVED_MAX = 2

_BESIDE = "|"


class Rendering(NamedTuple):
    """Two texts of which one may translate what the other spells: `told` says word by word how."""

    translated: int
    spelled: int
    syllables: int
    told: str


class Meeting(NamedTuple):
    """A text whose words may translate a name that another spells; both say `rest` beside it."""

    translated: int
    spelled: int
    rest: str
    sound: str
    syllables: int
    told: str


def settled(met: Iterable[Meeting]) -> Iterator[Rendering]:
    """Yield what is worth a question: a name that may be the rendering of very many is none, and of equal spellings the first counts."""
    by_text: dict[tuple[str, int], dict[str, Meeting]] = defaultdict(dict)
    for one in met:
        sounds = by_text[one.rest, one.translated]
        if one.sound not in sounds or one.spelled < sounds[one.sound].spelled:
            sounds[one.sound] = one
    for (_, number), sounds in sorted(by_text.items()):
        found = [one for _, one in sorted(sounds.items()) if one.spelled != number]
        for one in found if len(found) <= _MOST else ():
            yield Rendering(number, one.spelled, one.syllables, one.told)


def meetings(texts: Iterable[tuple[int, Text]], spellers: Iterable[tuple[int, Text]], translating: Translating) -> Iterator[Meeting]:
    """Yield where one of `texts` may translate one of `spellers`: what two texts are to each other depends on no third."""
    spelled: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in spellers:
        # The first division moves nothing.
        core, rest = next(_divisions(text), ([], ()))
        if any(is_pinyin(one.sound) for one in core):
            spelled[rest][spelled_sound(text)].append(number)
    begun: dict[tuple[str, ...], dict[str, str]] = {}
    for number, text in texts if spelled else ():
        for core, rest in _divisions(text):
            if rest not in spelled or not any(translating.translates(one.sound, one.means) for one in core):
                continue
            if rest not in begun:
                begun[rest] = beginnings(spelled[rest])
            for sound, syllables, told in _spellings(core, begun[rest], spelled[rest], translating):
                if syllables >= SYLLABLES_MIN:
                    yield from (Meeting(number, one, _BESIDE.join(rest), sound, syllables, told) for one in spelled[rest][sound])


def spelled_sound(text: Text) -> str:
    """Return the brand of a text as it sounds, in one piece."""
    return _joined([one.sound for one in text.printed if one.kind == BRAND])


def _divisions(text: Text) -> Iterator[tuple[list[Token], tuple[str, ...]]]:
    """Yield the ways to part a name into what may be translated and the rest: up to two words of trade may be a brand's (crane, clock)."""
    printed = text.printed
    if text.han or not any(one.kind == BRAND for one in printed):
        return
    rest = sorted([one.said for one in printed if one.kind != BRAND])
    trades = [at for at, one in enumerate(printed) if one.kind == TRADE]
    for count in range(MOVED_MAX + 1):
        for moved in combinations(trades, count) if len(rest) > count else ():
            core = [one for at, one in enumerate(printed) if one.kind == BRAND or at in moved]
            if 0 < len(core) <= CORE_MAX:
                left = rest.copy()
                for at in moved:
                    left.remove(printed[at].said)
                yield core, tuple(left)


def beginnings(wanted: Iterable[str]) -> dict[str, str]:
    """Return each beginning of the wanted sounds with the letters that may follow it and, written once, its own last one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in wanted:
        for length in range(len(one) + 1):
            found[one[:length]] |= set(one[length : length + 1])
    return {begin: "".join(sorted(letters | set(begin[-1:]))) for begin, letters in found.items()}


def _spellings(core: list[Token], begun: dict[str, str], wanted: Container[str], translating: Translating) -> list[tuple[str, int, str]]:
    """Return (sound, syllables, how) of the wanted sounds that the words make up, each word kept or led to syllables."""
    parts: list[tuple[str, int, tuple[str, ...]]] = [("", 0, ())]
    for one in core:
        longer: dict[str, tuple[str, int, tuple[str, ...]]] = {}
        ways = translating.ways(one.sound, one.means)
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


def _joined(sounds: list[str]) -> str:
    """Return the sounds in one piece; letters doubled where they meet are written once, as in sounds themselves."""
    whole = ""
    for one in sounds:
        whole += one[1:] if whole[-1:] == one[:1] else one
    return whole


@cache
def syllable_pattern() -> str:
    """Return the pattern of one well-formed Chinese syllable or more, as they sound."""
    known = {sound_of(one) for one in SYLLABLE_LIST}
    return f"(?:{'|'.join(sorted(known, key=lambda one: (-len(one), one)))})+"


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(syllable_pattern())


@lru_cache(maxsize=200_000)
def is_pinyin(sound: str) -> bool:
    """Tell whether a folded sound is made of well-formed Chinese syllables."""
    return _syllables().fullmatch(sound) is not None
