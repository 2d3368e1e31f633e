"""What a word of a company's name means, whichever language it is in: trade, place, and the words brands are made of.

Words meet by their sound (`terms.sounds.sound_of`), so that a Russian word in Latin letters means what it means in Cyrillic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

import yaml

from enduse.entities.palladius import in_cyrillic
from enduse.terms.by_ear import spoken
from enduse.terms.sounds import coarse, in_latin, sound_of

Kind = Literal["brand", "word", "place", "trade", "body", "number"]
KINDS: tuple[Kind, ...] = ("place", "trade", "word", "body")
# Endings of Russian words after folding; the longest is taken off, and what is left meets as a stem.
_ENDINGS = frozenset(re.findall(r"\w+", "ogo omu imi ami aia oie uiu iie ih ah oi ie im om am ov ev ei ia iu a o u e i"))
_PRINTED_ENDINGS = (_ENDINGS - {"e"}) | frozenset(
    re.findall(r"\w+", "y yy iy ij ii aya yaya oye oy iye ye ya yu oe ey ykh ikh ymi yi iyi yj ij aja aia oie")
)
_ADJECTIVE = frozenset({"aia", "oie", "ie", "ii", "oi", "oe"})
_ADJECTIVE_ENDINGS = frozenset(re.findall(r"\w+", "i ii aia oie oe ie ogo omu oi om uiu ih im imi"))
_ADJECTIVE_SUFFIXES = ("iCesk", "ovsk", "ov", "n")
_STEM_MIN, _NOUN_MIN = 3, 5
_TRANSCRIBED_MIN = 6
"""Letters of pinyin from which the transcription of a place is known: of fewer it may be any word."""
_SURNAME = re.compile("[^цчэьй]*ин")
"""As a transcription hardly looks, and family names do: Дунин is no Dongying."""
_PATRONYMIC = re.compile("[^aeiou](?:ov|ev)(?:iC|na)$|n[oe]v(?:iC|na)$")
"""As it sounds: Ivanovich is a father's name, and no town of Ivanovo."""
_PART_MIN = 4
_HEAD_MIN, _TAIL_LONG = 3, 9
"""A syllable of three letters (mor, tep) is a word's beginning in front of a long one only: Gazprom is a brand."""
_LINKING = "oesn"
"""What joins the parts of a compound: Elektr-o-mash, Versicherung-s-gesellschaft, Maschine-n-fabrik."""
_OTHERWISE_MIN, _JOINED_MIN = 7, 7
_HEARD_MIN = 5
_HEARD_KINDS: tuple[Kind, ...] = ("trade", "word")


class Meaning(NamedTuple):
    """One thing a word says: `meaning` is an English word that stands for it in every language."""

    meaning: str
    kind: Kind


class Lexicon(NamedTuple):
    """The words of lexicon.yml, lexicon_languages.yml, lexicon_places.yml and lexicon_english.yml.

    Latin ones by sound, Russian ones by stem, Chinese ones as written in simplified characters.
    """

    latin: dict[str, tuple[Meaning, ...]]
    russian: dict[str, tuple[Meaning, ...]]
    chinese: dict[str, tuple[Meaning, ...]]
    ended: set[str]
    """Russian stems of words that never stand without an ending."""
    letters: dict[str, set[str]]
    """Of short Russian stems, the Latin letters in which they are printed: `ross` of the stem `ros`."""
    whole: dict[str, tuple[Meaning, ...]]
    """Russian words as they sound with the ending that the lexicon prints: more, and not the stem mor. First letters that mean so in
    Cyrillic only: ПО is an association, and Po is a name."""


def stem_of(sound: str) -> str:
    """Return the folded word without a Russian ending; words too short to have one stay as they are.

    >>> stem_of("grazhdanskoi") == stem_of("grazhdanski") == "grazhdansk"
    True
    """
    for length in (3, 2, 1):
        if sound[-length:] in _ENDINGS and len(sound) - length >= _STEM_MIN:
            return sound[:-length]
    return sound


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
        or _heard().get(sound, ())
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
    """Tell whether a word in Latin letters only sounds as a short Russian one does: NY is no institute (НИ), Rose no Russia.

    Sounds forget letters, and three or four that are left are the beginning of many words. A short Russian word is meant by its
    own letters, with an ending that Russian has.

    >>> [by_chance(word, sound_of(word)) for word in ("rossii", "rose", "lewis", "nauki")]
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
    if found := known.latin.get(sound):
        return found
    stem = stem_of(sound)
    means = known.russian.get(stem, ())
    # Odes is no Odessa: a short word without an ending is only a noun that has none. Tipu is no type: a body's word hides a brand.
    # Novye has an ending that nothing but an adjective has.
    short = (
        len(stem) <= _PART_MIN
        if stem == sound
        else len(stem) < _PART_MIN and bool(means) and means[0].kind == "body" and sound[len(stem) :] not in _ADJECTIVE
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
    return _coarse().get(folded) or _coarse().get(stem_of(folded)) or ()


@cache
def _coarse() -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of long words by what systems of romanisation have in common; words that then are alike are left out."""
    found: dict[str, set[tuple[Meaning, ...]]] = {}
    for words in (lexicon().latin, lexicon().russian):
        for sound, means in words.items():
            if len(sound) >= _OTHERWISE_MIN - 1:
                found.setdefault(coarse(sound), set()).add(means)
    return {sound: next(iter(means)) for sound, means in found.items() if len(means) == 1}


@cache
def _heard() -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of English words as Russian writes them by ear: диджитал, ритейл; what two words sound as is left out."""
    found: dict[str, set[tuple[Meaning, ...]]] = {}
    lines = (line for kind in _HEARD_KINDS for line in _lines(_printed()[kind]))
    for printed in (word for meaning, words in lines for word in (meaning, *words.split("/")[0].split())):
        for sound in spoken(printed):
            if len(sound) >= _HEARD_MIN and (means := lexicon().latin.get(sound_of(printed))):
                found.setdefault(sound, set()).add(means)
    return {sound: next(iter(means)) for sound, means in found.items() if len(means) == 1}


def _no_company(means: tuple[Meaning, ...]) -> bool:
    return all(one.meaning in ("limited", "company", "private", "jointstock", "public") for one in means)


def _compound(sound: str) -> tuple[Meaning, ...]:
    """Return the meanings of two words of trade written in one: радиозавод, 'radioplant'; brands are left whole."""
    if sound[:_HEAD_MIN] not in _beginnings() and sound[:_PART_MIN] not in _beginnings():
        # Most words: none that the lexicon knows, with whichever ending, begins so.
        return ()
    begins = _beginnings()
    for at in range(_HEAD_MIN, len(sound) - _PART_MIN + 1):
        head, tail = sound[:at], sound[at:]
        if (at < _PART_MIN and len(tail) < _TAIL_LONG) or (tail[:_PART_MIN] not in begins and tail[:_HEAD_MIN] not in begins):
            continue
        first = _known(head) or (_known(head[:-1]) if head[-1] in _LINKING and len(head) > _PART_MIN else ())
        second = _known(tail) if first else ()
        both = (*first, *second) if second else ()
        # Citigroup is a brand: a name made of two words for bodies tells nobody apart.
        if both and all(one.kind in ("trade", "body") for one in both) and (any(one.kind == "trade" for one in both) or _no_company(both)):
            return both
    return ()


@cache
def _beginnings() -> frozenset[str]:
    """Return how words that may be parts of a compound begin: short ones whole, of longer ones the first letters."""
    known = (sound for words in (lexicon().latin, lexicon().russian) for sound in words)
    return frozenset(sound[:_PART_MIN] for sound in known if len(sound) >= _HEAD_MIN)


@cache
def _printed(file: str = "lexicon.yml") -> dict[str, str]:
    text = (resources.files("enduse.entities") / file).read_text(encoding="utf-8")
    lines: dict[str, str] = yaml.safe_load(text)
    return lines


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; where two lines claim a word, the first one has it."""
    lines = _printed()
    found = Lexicon({}, {}, {}, set(), {}, {})
    kinds: dict[str, Kind] = {}
    for kind in KINDS:
        for meaning, words in _lines(lines[kind]):
            kinds.setdefault(meaning, kind)
            latin, russian, chinese = (part.split() for part in [*words.split("/"), "", ""][:3])
            chinese += [word for word in russian if _is_han(word)]
            _add(found, (Meaning(meaning, kind),), [meaning, *latin], [word for word in russian if not _is_han(word)], chinese)
    for heads, words in _lines(lines["compounds"]):
        means = tuple(found.latin.get(sound_of(word), (Meaning(word, kinds.get(word, "trade")),))[0] for word in words.split())
        for printed in heads.split():
            if _is_han(printed):
                found.chinese[printed] = means
            elif printed.isascii():
                _add(found, means, [printed], [], [])
            else:
                _add(found, means, [], [printed], [])
    for head, words in _lines(lines["letters"]):
        found.whole[sound_of(in_latin(head))] = tuple(found.latin[sound_of(word)][0] for word in words.split())
    for lines_of_one in _printed("lexicon_languages.yml").values():
        for meaning, words in _lines(lines_of_one):
            # The heading may be any English word that lexicon.yml knows: steel stands there under metallurgy.
            means = (Meaning(meaning, kinds[meaning]),) if meaning in kinds else found.latin[sound_of(meaning)]
            printed_so = words.split()
            _add(found, means, [one for one in printed_so if one.isascii()], [one for one in printed_so if not one.isascii()], [])
    for places in _printed("lexicon_places.yml").values():
        for meaning, words in _lines(places):
            latin, russian, chinese = (part.split() for part in [*words.split("/"), "", ""][:3])
            _add(found, (Meaning(meaning, "place"),), [meaning, *latin], russian, chinese)
    _add_transcribed(found)
    english = _printed("lexicon_english.yml")
    for word in english["trade"].split():
        _add(found, (Meaning(word, "trade"),), [word], [], [])
    return found


@cache
def nations() -> frozenset[str]:
    """Return the meanings of countries and peoples as lexicon_places.yml writes them."""
    places = _printed("lexicon_places.yml")
    return frozenset(meaning for kind in ("countries", "peoples") for meaning, _ in _lines(places[kind]))


@cache
def _real_words() -> frozenset[str]:
    return frozenset(_printed("lexicon_english.yml")["real"].split())


@lru_cache(maxsize=200_000)
def real_word(text: str) -> bool:
    """Tell whether a word in Latin letters is a common English one, or one of trade or place as the lexicon writes it.

    >>> real_word("specific"), real_word("shipping"), real_word("kestrelux")
    (True, True, False)
    """
    return text in _real_words() or text.removesuffix("s") in _real_words() or sound_of(text) in lexicon().latin


@lru_cache(maxsize=200_000)
def singular(text: str) -> str:
    """Return a word of trade without the plural that would take its last letter with it: plants sound as plans. Others stay.

    >>> singular("plants"), singular("vymyslits")
    ('plant', 'vymyslits')
    """
    return text[:-1] if text.endswith("ts") and lexicon().latin.get(sound_of(text[:-1])) else text


@lru_cache(maxsize=200_000)
def english(text: str) -> bool:
    """Tell whether a word in Latin letters is English: a common word, or the one that stands for a meaning.

    >>> english("plant"), english("zavod")
    (True, False)
    """
    return text in _real_words() or text in _headings()


def english_sound(sound: str) -> bool:
    """Tell the same of a word as it sounds.

    >>> english_sound(sound_of("power")), english_sound(sound_of("zavod"))
    (True, False)
    """
    return sound in _english_sounds()


@cache
def _english_sounds() -> frozenset[str]:
    return frozenset(map(sound_of, _real_words() | _headings()))


@cache
def _headings() -> frozenset[str]:
    return frozenset(meaning for kind in KINDS for meaning, _ in _lines(_printed()[kind]))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Return {meaning: its Latin words and Russian stems as they sound}; words that say several meanings are left out."""
    found: dict[str, list[str]] = {}
    for words in (lexicon().latin, lexicon().russian):
        for sound, means in words.items():
            if len(means) == 1:
                found.setdefault(means[0].meaning, []).append(sound)
    return {meaning: tuple(sorted(set(sounds))) for meaning, sounds in found.items()}


@cache
def near() -> frozenset[tuple[str, str]]:
    """Return the pairs of meanings, both ways round, that translators use for each other."""
    groups = [line.split() for line in _printed()["near"].splitlines()]
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


def _add(found: Lexicon, means: tuple[Meaning, ...], latin: list[str], russian: list[str], chinese: list[str]) -> None:
    for word in latin:
        found.latin.setdefault(sound_of(in_latin(word.casefold())), means)
    for word in russian:
        sound = sound_of(in_latin(word.casefold()))
        stem = stem_of(sound)
        if stem not in found.russian and stem != sound:
            found.ended.add(stem)
        elif stem == sound:
            found.ended.discard(stem)
        found.russian.setdefault(stem, means)
        found.whole.setdefault(sound, means)
        if len(stem) <= _PART_MIN:
            latin_word = in_latin(word.casefold())
            for letters in (_letters_of(stem, latin_word), latin_word):
                found.letters.setdefault(stem, set()).update((letters, letters.replace("kh", "h")))
        if (latin_word := in_latin(word.casefold())).endswith("s"):
            # Its last letter is no plural: it stands again in front of an ending, комплекс, комплексы.
            found.russian.setdefault(stem_of(sound_of(latin_word + "i")), means)
    for word in chinese:
        found.chinese.setdefault(word, means)


def _add_transcribed(found: Lexicon) -> None:
    """Add the places of China as Russian transcribes them, where no line says how it writes them: Вэньчжоу."""
    places = {means for means in found.chinese.values() if len(means) == 1 and means[0].kind == "place"}
    for means in sorted(places):
        for written in in_cyrillic(means[0].meaning)[:1] if len(means[0].meaning) >= _TRANSCRIBED_MIN else ():
            if _SURNAME.fullmatch(written) is None:
                _add(found, means, [], [written], [])


def _letters_of(stem: str, latin: str) -> str:
    """Return the letters of a word that sound as its stem: the longest beginning that does."""
    return next((latin[:end] for end in range(len(latin), 0, -1) if sound_of(latin[:end]) == stem), latin)


def _is_han(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff"


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        meaning, _, words = line.partition(":")
        if words.strip() or meaning.strip():
            yield meaning.strip(), words
