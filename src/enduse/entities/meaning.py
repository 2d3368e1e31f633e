"""What a word of a company's name means, whichever language it is in: a word of the lexicon, a form of one, two in one, or one by ear.

Words meet by their sound (`terms.sounds.sound_of`), so that a Russian word in Latin letters means what it means in Cyrillic.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from enduse.entities.lexicon import ENDINGS, PART_MIN, Kind, Meaning, by_sound, entries, lexicon, sections, stem_of
from enduse.terms.by_ear import spoken
from enduse.terms.sounds import coarse, in_latin, sound_of

_PRINTED_ENDINGS = (ENDINGS - {"e"}) | frozenset(
    re.findall(r"\w+", "y yy iy ij ii aya yaya oye oy iye ye ya yu oe ey ykh ikh ymi yi iyi yj ij aja aia oie")
)
_ADJECTIVE = frozenset({"aia", "oie", "ie", "ii", "oi", "oe"})
_ADJECTIVE_ENDINGS = frozenset(re.findall(r"\w+", "i ii aia oie oe ie ogo omu oi om uiu ih im imi"))
_ADJECTIVE_SUFFIXES = ("iCesk", "ovsk", "ov", "n")
_NOUN_MIN = 5
_PATRONYMIC = re.compile("[^aeiou](?:ov|ev)(?:iC|na)$|n[oe]v(?:iC|na)$")
"""As it sounds: Ivanovich is a father's name, and no town of Ivanovo."""
_HEAD_MIN, _TAIL_LONG = 3, 9
"""A syllable of three letters (mor, tep) is a word's beginning in front of a long one only: Gazprom is a brand."""
_LINKING = "oesn"
"""What joins the parts of a compound: Elektr-o-mash, Versicherung-s-gesellschaft, Maschine-n-fabrik."""
_OTHERWISE_MIN, _JOINED_MIN = 7, 7
"""Letters of a word from which another system of romanisation is tried, and two words may be one that was printed apart."""
_HEARD_MIN, _HEARD_LATIN_MIN = 5, 7
"""Letters from which a word may be an English one as Russian writes it by ear; printed in Latin letters: Sagar is a name, and no sugar."""
_HEARD_KINDS: tuple[Kind, ...] = ("trade", "word")


@lru_cache(maxsize=200_000)
def meanings(sound: str, russian: bool = False) -> tuple[Meaning, ...]:
    """Return what a folded Latin or Cyrillic word means; empty when the lexicon does not know it.

    A word printed in Cyrillic is `russian`: УК is a managing company there, and no kingdom.

    >>> meanings(sound_of("zavod")) == meanings(sound_of("works")) == (Meaning("plant", "trade"),)
    True
    >>> meanings("uk", russian=True)[0], meanings("uk")[0]
    (Meaning(meaning='management', kind='trade'), Meaning(meaning='britain', kind='place'))
    """
    if _PATRONYMIC.search(sound):
        return ()
    return (
        (lexicon().whole.get(sound, ()) if russian else ())
        or _known(sound)
        or _compound(sound)
        or _otherwise(sound)
        or (_heard().get(sound, ()) if russian or len(sound) >= _HEARD_LATIN_MIN else ())
    )


meanings_alone: Callable[[str], tuple[Meaning, ...]] = meanings.__wrapped__
"""The same of what is asked about once, such as two words in one: kept, it would push out what is asked about again."""


def meaning_alone(sound: str) -> Meaning | None:
    """Return what a folded word means when that is one thing, as `meanings` has it; asked of many words that hardly mean anything.

    >>> meaning_alone(sound_of("zavod")), meaning_alone(sound_of("radiozavod"))
    (Meaning(meaning='plant', kind='trade'), None)
    """
    found = _known(sound)
    if not found and len(found := _otherwise(sound)) == 1 and _compound(sound):
        found = ()
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=200_000)
def by_chance(text: str, sound: str) -> bool:
    """Tell whether a word in Latin letters only sounds as a short Russian one does: NY is no institute (НИ), Rossi no Russia.

    Sounds forget letters, and three or four that are left are the beginning of many words. A short Russian word is meant by its
    own letters, with an ending that Russian has.

    >>> [by_chance(word, sound_of(word)) for word in ("rossii", "rossi", "lewis", "nauki")]
    [False, True, True, False]
    """
    known = lexicon()
    stem = stem_of(sound)
    if sound in known.latin or (printed := known.letters.get(stem)) is None or not _known(sound):
        return False
    return not any(text.startswith(letters) and _ends_so(text[len(letters) :], sound) for letters in printed)


def _ends_so(rest: str, sound: str) -> bool:
    """Tell whether what follows a short stem is nothing or an ending; a lone e ends English words."""
    return not rest or rest in _PRINTED_ENDINGS or (rest == "e" and sound in lexicon().whole)


def in_one(sound: str) -> bool:
    """Tell whether a sound is a long word of trade or a place as the lexicon writes it: two words printed apart may be that one.

    >>> in_one(sound_of("realestate")), in_one(sound_of("costarica")), in_one(sound_of("realkestrel"))
    (True, True, False)
    """
    means = lexicon().latin.get(sound, ()) if len(sound) >= _JOINED_MIN else ()
    return bool(means) and means[0].kind in ("trade", "place")


def _known(sound: str) -> tuple[Meaning, ...]:
    known = lexicon()
    if found := known.latin.get(sound) or known.standing.get(sound):
        return found
    stem = stem_of(sound)
    means = known.russian.get(stem, ())
    # Odes is no Odessa: a short word without an ending is only a noun that has none. Tipu is no type: a body's word hides a brand.
    # Novye has an ending that nothing but an adjective has.
    short = (
        len(stem) <= PART_MIN
        if stem == sound
        else len(stem) < PART_MIN and bool(means) and means[0].kind == "body" and sound[len(stem) :] not in _ADJECTIVE
    )
    return () if short and (stem in known.ended or stem != sound) else means or _of_noun(stem, sound)


def _of_noun(stem: str, sound: str) -> tuple[Meaning, ...]:
    """Return what a Russian adjective means whose noun is a long word of trade: сервисный is of сервис."""
    if sound[len(stem) :] not in _ADJECTIVE_ENDINGS:
        return ()
    for suffix in _ADJECTIVE_SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _NOUN_MIN:
            means = lexicon().russian.get(stem[: -len(suffix)], ())
            if len(means) == 1 and means[0].kind == "trade":
                return means
    return ()


def _otherwise(sound: str) -> tuple[Meaning, ...]:
    """Return the meanings of a long word in another system of romanisation: Elektromechaniki, Teplotechnika."""
    if len(sound) < _OTHERWISE_MIN:
        return ()
    folded = coarse(sound)
    if found := _coarse().get(folded):
        return found
    found = _coarse().get(stem_of(folded), ())
    # Asbestos is not the town of Asbest, nor a maharaja a Magyar: what looks like a place without its end is a brand.
    return () if found and found[0].kind == "place" else found


@cache
def _coarse() -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of long words by what systems of romanisation have in common; words that then are alike are left out."""
    found: dict[str, set[tuple[Meaning, ...]]] = {}
    for words in by_sound():
        for sound, means in words.items():
            if len(sound) >= _OTHERWISE_MIN - 1:
                found.setdefault(coarse(sound), set()).add(means)
    return {sound: next(iter(means)) for sound, means in found.items() if len(means) == 1}


@cache
def _heard() -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of English words as Russian writes them by ear: диджитал, ритейл; what two words sound as is left out."""
    found: dict[str, set[tuple[Meaning, ...]]] = {}
    lines = [(meaning, words.split("/")) for kind in _HEARD_KINDS for meaning, words in entries(sections()[kind])]
    # A Russian word in Latin letters is no English one: Buran, by ear, would be a ram.
    russian = {sound_of(in_latin(word)) for _, words in lines for part in words[1:2] for word in part.split()}
    for printed in (word for meaning, words in lines for word in (meaning, *words[0].split()) if sound_of(word) not in russian):
        for sound in spoken(printed):
            if len(sound) >= _HEARD_MIN and (means := lexicon().latin.get(sound_of(printed))):
                found.setdefault(sound, set()).add(means)
    return {sound: next(iter(means)) for sound, means in found.items() if len(means) == 1}


def _no_company(means: tuple[Meaning, ...]) -> bool:
    return all(one.meaning in ("limited", "company", "private", "jointstock", "public") for one in means)


def _compound(sound: str) -> tuple[Meaning, ...]:
    """Return the meanings of two words of trade written in one: радиозавод, 'radioplant'; brands are left whole."""
    if sound[:_HEAD_MIN] not in _beginnings() and sound[:PART_MIN] not in _beginnings():
        # Most words: none that the lexicon knows, with whichever ending, begins so.
        return ()
    begins = _beginnings()
    for at in range(_HEAD_MIN, len(sound) - PART_MIN + 1):
        head, tail = sound[:at], sound[at:]
        if (at < PART_MIN and len(tail) < _TAIL_LONG) or (tail[:PART_MIN] not in begins and tail[:_HEAD_MIN] not in begins):
            continue
        first = _known(head) or (_known(head[:-1]) if head[-1] in _LINKING and len(head) > PART_MIN else ())
        second = _known(tail) if first else ()
        both = (*first, *second) if second else ()
        # Citigroup is a brand: a name made of two words for bodies tells nobody apart.
        if both and all(one.kind in ("trade", "body") for one in both) and (any(one.kind == "trade" for one in both) or _no_company(both)):
            return both
    return ()


@cache
def _beginnings() -> frozenset[str]:
    """Return how words that may be parts of a compound begin: short ones whole, of longer ones the first letters."""
    known = (sound for words in by_sound() for sound in words)
    return frozenset(sound[:PART_MIN] for sound in known if len(sound) >= _HEAD_MIN)
