"""Chinese names and names in Latin letters that answer to them word for word, each word explained: by sound, or by meaning.

Only exact answers, found by looking up; what answers in part is weighed in `across` and only asks. Where a Latin name answers to
two different Chinese ones, or a word of trade is mistyped, the answer is one that chance may meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from enduse.entities.chinese import SPAN_MAX, Span, gloss_key, glosses, sounds, spelled
from enduse.entities.lexicon import meaning_alone
from enduse.entities.mending import stands_for
from enduse.entities.once import said_once
from enduse.entities.relating import Relation, like_a_form
from enduse.entities.texts import BODY, BRAND, NUMBER, PLACE, TRADE, Text, TextTable, Token
from enduse.terms.sounds import sound_of

_NUMBER_SIGN = "第"
_FORM = "jointstock"
_NO_WORD = frozenset({"number", _FORM})
_TEXTS_MAX = 60
"""A sound or meaning that more names of one place share than this is looked up for none of them."""


class Answer(NamedTuple):
    """Two texts, by their numbers, of which one is Chinese, and how: HEARD, MEANT, or RENDERED when chance may meet it."""

    chinese: int
    latin: int
    relation: Relation


class _Core(NamedTuple):
    """What a Chinese text says: characters of its brand, words of place and trade by meaning, numbers."""

    brand: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    place: str


def answers(table: TextTable, characters_min: int) -> list[Answer]:
    """Return the pairs of texts that answer, each once, in the order of numbers.

    A brand of fewer than `characters_min` characters is RENDERED: short ones have homophones and synonyms.
    """
    by_core: dict[_Core, list[int]] = defaultdict(list)
    for at in np.flatnonzero(table.han).tolist():
        if (core := _core(table.texts[at])) is not None:
            by_core[core].append(at)
    if not by_core or table.han.all():
        return []
    cores = list(by_core)
    # Each text in letters is looked at once, beside all the Chinese ones that it may answer.
    near: dict[int, list[int]] = defaultdict(list)
    for number, others in enumerate(_near(table, cores)):
        for other in others:
            near[other].append(number)
    found: dict[tuple[_Core, int], Relation] = {}
    for other, numbers in near.items():
        said = _Said(table.texts[other])
        for core in [cores[number] for number in numbers]:
            if (relation := _answer(core, said)) is not None:
                found[core, other] = _sure(core, relation, characters_min)
    answering: dict[int, set[str]] = defaultdict(set)
    for core, other in found:
        answering[other].add(core.brand)
    # Homophones are two companies until something else tells which one is meant.
    return sorted(
        Answer(at, other, relation if len(answering[other]) == 1 else Relation.RENDERED)
        for (core, other), relation in found.items()
        for at in by_core[core]
    )


def _sure(core: _Core, relation: Relation, characters_min: int) -> Relation:
    """Return the relation; lowered to RENDERED where chance meets it: without a place, or a short brand."""
    if core.place and len(core.brand) >= characters_min:
        return relation
    return Relation.RENDERED


def _core(text: Text) -> _Core | None:
    """Return what a Chinese text says, characters typed twice read once; null without a brand of two characters and a known word."""
    brand, words, numbers, place = "", [], [], ""
    for kind, what in said_once(text.joined):
        if kind == "brand":
            brand += what
        elif kind == "number":
            brand = brand.removesuffix(_NUMBER_SIGN)
            numbers.append(what)
        else:
            words += [word for word in what.split() if word not in _NO_WORD]
            place = what if kind == "place" else place
    if not 2 <= len(brand) <= SPAN_MAX or not words or brand.isascii():
        return None
    return _Core(brand, tuple(sorted(words)), tuple(sorted(numbers)), place)


class _Said:
    """What a text in letters says: its numbers, its other words, and which meanings these may have."""

    def __init__(self, text: Text) -> None:
        self.numbers = tuple(sorted([one.sound for one in text.tokens if one.kind == NUMBER and one.sound.isdigit()]))
        self.words = [one for one in text.printed if one.means != "number" and not (one.kind == NUMBER and one.sound.isdigit())]
        self._means = {word for one in self.words if one.means for word in one.means.split()}
        self._says: dict[str, bool] = {}

    def may_say(self, word: str) -> bool:
        """Tell whether a word, two of them in one, or a mistyped one may have this meaning, whatever the others are needed for."""
        if word not in self._says:
            self._says[word] = (
                word in self._means
                or any(_mistyped(one, word) for one in self.words)
                or any(_means_together(*pair) == word for pair in combinations(self.words, 2))
            )
        return self._says[word]


def _answer(core: _Core, said: _Said) -> Relation | None:
    """Return how a text in Latin letters answers; null when a word of either side is left over."""
    if said.numbers != core.numbers or not all(map(said.may_say, core.words)):
        return None
    rest = said.words.copy()
    mistyped = False
    for word in core.words:
        met = next((one for one in rest if one.means and word in one.means.split()), None)
        if met is not None:
            rest.remove(met)
        elif (two := next((pair for pair in pairwise(rest) if _means_together(*pair) == word), None)) is not None:
            rest = [one for one in rest if one not in two]
        elif (wrong := next((one for one in rest if _mistyped(one, word)), None)) is not None:
            rest.remove(wrong)
            mistyped = True
        else:
            return None
    rest = [one for one in rest if not (like_a_form(one) or (one.kind == BODY and one.means in _BODIES))]
    found = _covered(core.brand, tuple((one.sound, one.means) for one in rest)) if rest else None
    return Relation.RENDERED if found is not None and mistyped else found


def _mistyped(one: Token, word: str) -> bool:
    """Tell whether an unknown word is one of this meaning with a letter wrong, or cut short."""
    return one.kind == BRAND and one.means is None and stands_for(one.sound, Token("", TRADE, word, -1))


_BODIES = frozenset({"limited", "company", _FORM})


@lru_cache(maxsize=50_000)
def _covered(brand: str, words: tuple[tuple[str, str | None], ...]) -> Relation | None:
    """Return how the words make up the brand, each character by one word; null when they do not."""
    heard, meant = _heard(brand), _meant(brand)
    places = [
        [(span, False) for span in heard.get(sound, ())]
        + [(span, True) for key in _gloss_keys(sound, means) for span in meant.get(key, ())]
        for sound, means in words
    ]
    best: list[Relation] = []

    def fill(number: int, taken: int, by_meaning: bool) -> None:
        if number == len(places):
            if taken == (1 << len(brand)) - 1:
                best.append(Relation.MEANT if by_meaning else Relation.HEARD)
            return
        for span, glossed in places[number]:
            bits = ((1 << (span.end - span.start)) - 1) << span.start
            if not taken & bits:
                fill(number + 1, taken | bits, by_meaning or glossed)

    if all(places):
        fill(0, 0, False)
    return max(best) if best else None


@lru_cache(maxsize=50_000)
def _heard(brand: str) -> dict[str, list[Span]]:
    """Return the stretches of a brand by their sound, the whole only in its commonest reading when that differs from the others."""
    found = sounds(brand)
    whole = Span(0, len(brand))
    first = spelled(brand)
    return {sound: spans for sound, spans in found.items() if sound == first or whole not in spans}


@lru_cache(maxsize=50_000)
def _meant(brand: str) -> dict[str, list[Span]]:
    return glosses(brand)


@lru_cache(maxsize=100_000)
def _gloss_keys(sound: str, means: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gloss_key(word) for word in (sound, *(means or "").split())))


@lru_cache(maxsize=100_000)
def _together(left: str, right: str) -> str | None:
    found = meaning_alone(sound_of(left + right))
    return found.meaning if found is not None else None


def _means_together(left: Token, right: Token) -> str | None:
    return _together(left.sound, right.sound)


def _near(table: TextTable, cores: Sequence[_Core]) -> Iterator[list[int]]:
    """Yield of each core the texts in Latin letters that may answer it, in order.

    They have the sound of its brand, or its place and a word that may translate a character of its brand.
    """
    brands: dict[str, tuple[list[str], list[str]]] = {}
    wanted: set[str] = set()
    meant: set[str] = set()
    for core in cores:
        if core.brand not in brands:
            heard = [sound for sound, spans in _heard(core.brand).items() if any(span.end - span.start > 1 for span in spans)]
            brands[core.brand] = heard, list(_meant(core.brand))
            wanted.update(heard)
            meant.update(brands[core.brand][1])
    places = {core.place for core in cores}
    by_sound: dict[str, list[int]] = defaultdict(list)
    by_meaning: dict[tuple[str, str], list[int]] = defaultdict(list)
    keys: dict[int, list[str]] = {}
    for at in np.flatnonzero(~table.han).tolist():
        text = table.texts[at]
        for sound in {one.sound for one in text.printed if one.kind == BRAND and one.sound in wanted}:
            by_sound[sound].append(at)
        place = _place(text)
        if place is None or place not in places:
            continue
        for one in text.printed:
            if one.kind != NUMBER and one.number not in keys:
                keys[one.number] = [key for key in _gloss_keys(one.sound, one.means) if key in meant]
        for key in {key for one in text.printed if one.kind != NUMBER for key in keys[one.number]}:
            by_meaning[place, key].append(at)
    for core in cores:
        heard, means = brands[core.brand]
        found = [by_sound.get(sound, ()) for sound in heard] + [by_meaning.get((core.place, key), ()) for key in means]
        yield sorted({at for texts in found if len(texts) <= _TEXTS_MAX for at in texts})


def _place(text: Text) -> str | None:
    for one in text.printed:
        if one.kind == PLACE and one.means != "congo":
            return one.means
    return next((said for pair in pairwise(text.printed) if (said := _means_together(*pair))), None)
