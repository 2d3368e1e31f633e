"""The lexicon: words of trade and place, and words that brands are made of, in many languages, as its files print them.

Words stand by their sound (`terms.sounds.sound_of`). What a printed word means, with its endings and compounds, is asked of `meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

import yaml

from enduse.entities.palladius import in_cyrillic
from enduse.terms.sounds import in_latin, sound_of

Kind = Literal["brand", "word", "place", "trade", "body", "number"]
KINDS: tuple[Kind, ...] = ("place", "trade", "word", "body")
# Endings of Russian words after folding; the longest is taken off, and what is left meets as a stem.
ENDINGS = frozenset(re.findall(r"\w+", "ogo omu imi ami aia oie uiu iie ih ah oi ie im om am ov ev ei ia iu a o u e i"))
_STEM_MIN = 3
_GLIDE = re.compile("y(?=[aeou])|(?<=[aeiou])y")
"""Of a word in Latin letters what stands for й, or in front of я and ю; ы stays."""
_NO_ADJECTIVES = frozenset({"герой", "строй"})
"""Nouns that end as adjectives do; places (Ханой) are none unless they end in ский, ской or ный."""
_NAMING = frozenset({"place", "word"})
"""Kinds of words of which brands are made, and such as stand beside brands: Adani is no Adana. What trades print in many languages
(сервис, servisa) is known by its stem."""
_NEVER_HARD = frozenset("гкхжчшщ")
_UNDECLINED = frozenset("уюоиэе")
"""In which places end that have no cases: Перу, Осло, Сочи."""
_TRANSCRIBED_MIN = 6
"""Letters of pinyin from which the transcription of a place is known: of fewer it may be any word."""
_SURNAME = re.compile("[^цчэьй]*ин")
"""As a transcription hardly looks, and family names do: Дунин is no Dongying."""
PART_MIN = 4
"""Letters up to which a stem is short, and from which a word may be a part of a compound."""


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
    standing: dict[str, tuple[Meaning, ...]]
    """Russian words as they sound whose last letters are no ending, though they look like one: Киров and Кира are two words."""
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
        if sound[-length:] in ENDINGS and len(sound) - length >= _STEM_MIN:
            return sound[:-length]
    return sound


@cache
def sections(file: str = "lexicon.yml") -> dict[str, str]:
    """Return the sections of one of its files, each as lines of text."""
    text = (resources.files("enduse.entities") / file).read_text(encoding="utf-8")
    lines: dict[str, str] = yaml.safe_load(text)
    return lines


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; where two lines claim a word, the first one has it."""
    lines = sections()
    found = Lexicon({}, {}, {}, {}, set(), {}, {})
    kinds: dict[str, Kind] = {}
    for kind in KINDS:
        for meaning, words in entries(lines[kind]):
            kinds.setdefault(meaning, kind)
            latin, russian, chinese = (part.split() for part in [*words.split("/"), "", ""][:3])
            chinese += [word for word in russian if _is_han(word)]
            _add(found, (Meaning(meaning, kind),), [meaning, *latin], [word for word in russian if not _is_han(word)], chinese)
    for heads, words in entries(lines["compounds"]):
        means = tuple(found.latin.get(sound_of(word), (Meaning(word, kinds.get(word, "trade")),))[0] for word in words.split())
        for printed in heads.split():
            if _is_han(printed):
                found.chinese[printed] = means
            elif printed.isascii():
                _add(found, means, [printed], [], [])
            else:
                _add(found, means, [], [printed], [])
    for head, words in entries(lines["letters"]):
        found.whole[sound_of(in_latin(head))] = tuple(found.latin[sound_of(word)][0] for word in words.split())
    for lines_of_one in sections("lexicon_languages.yml").values():
        for meaning, words in entries(lines_of_one):
            # The heading may be any English word that lexicon.yml knows: steel stands there under metallurgy.
            means = (Meaning(meaning, kinds[meaning]),) if meaning in kinds else found.latin[sound_of(meaning)]
            printed_so = words.split()
            _add(found, means, [one for one in printed_so if one.isascii()], [one for one in printed_so if not one.isascii()], [])
    for places in sections("lexicon_places.yml").values():
        for meaning, words in entries(places):
            latin, russian, chinese = (part.split() for part in [*words.split("/"), "", ""][:3])
            _add(found, (Meaning(meaning, "place"),), [meaning, *latin], russian, chinese)
    _add_transcribed(found)
    english = sections("lexicon_english.yml")
    for word in english["trade"].split():
        _add(found, (Meaning(word, "trade"),), [word], [], [])
    return found


@cache
def nations() -> frozenset[str]:
    """Return the meanings of countries and peoples as lexicon_places.yml writes them."""
    places = sections("lexicon_places.yml")
    return frozenset(meaning for kind in ("countries", "peoples") for meaning, _ in entries(places[kind]))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Return {meaning: its Latin words and Russian stems as they sound}; words that say several meanings are left out."""
    found: dict[str, list[str]] = {}
    for words in by_sound():
        for sound, means in words.items():
            if len(means) == 1:
                found.setdefault(means[0].meaning, []).append(sound)
    return {meaning: tuple(sorted(set(sounds))) for meaning, sounds in found.items()}


def by_sound() -> tuple[dict[str, tuple[Meaning, ...]], ...]:
    """Return {sound or stem: its meanings} of Latin words, Russian stems and Russian words that have none."""
    known = lexicon()
    return known.latin, known.russian, known.standing


@cache
def near() -> frozenset[tuple[str, str]]:
    """Return the pairs of meanings, both ways round, that translators use for each other."""
    groups = [line.split() for line in sections()["near"].splitlines()]
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


def _add(found: Lexicon, means: tuple[Meaning, ...], latin: list[str], russian: list[str], chinese: list[str]) -> None:
    for word in latin:
        found.latin.setdefault(sound_of(in_latin(word.casefold())), means)
    for word in russian:
        sound = sound_of(in_latin(word.casefold()))
        stem = stem_of(sound)
        found.whole.setdefault(sound, means)
        if stem != sound and (cases := _cases(word, stem, means[0].kind)) is not None:
            _add_standing(found, means, in_latin(word.casefold()), cases)
            continue
        if stem not in found.russian and stem != sound:
            found.ended.add(stem)
        elif stem == sound:
            found.ended.discard(stem)
        found.russian.setdefault(stem, means)
        if len(stem) <= PART_MIN:
            latin_word = in_latin(word.casefold())
            for letters in (_letters_of(stem, latin_word), latin_word):
                found.letters.setdefault(stem, set()).update((letters, letters.replace("kh", "h")))
        if (latin_word := in_latin(word.casefold())).endswith("s"):
            # Its last letter is no plural: it stands again in front of an ending, комплекс, комплексы.
            found.russian.setdefault(stem_of(sound_of(latin_word + "i")), means)
    for word in chinese:
        found.chinese.setdefault(word, means)


def _add_standing(found: Lexicon, means: tuple[Meaning, ...], latin: str, cases: tuple[str, ...]) -> None:
    """Add a word that is known as it stands and in its cases; of one that ends in a consonant they have a stem of their own."""
    for form in (latin, *cases):
        stem = stem_of(sound_of(form))
        if len(stem) <= PART_MIN:
            printed = {_GLIDE.sub(glide, form.replace("kh", h)) for h in ("kh", "h") for glide in ("y", "j", "i", "")}
            found.letters.setdefault(stem, set()).update(printed)
    found.standing.setdefault(sound_of(latin), means)
    for case in cases:
        found.standing.setdefault(sound_of(case), means)
    if latin[-1] not in "aeiouy":
        found.russian.setdefault(stem_of(sound_of(latin + "a")), means)


def _cases(word: str, stem: str, kind: Kind) -> tuple[str, ...] | None:
    """Return the cases of a word of which no ending may be taken, in Latin letters, without those that its own stem has.

    Null for one that is known by the stem. Of Киров, Тунис, Перу nothing is an ending; Ханой is no adjective; Индия has no more
    endings than its cases.

    >>> _cases("киров", "kir", "place"), _cases("перу", "per", "place"), _cases("морской", "morsk", "trade")
    ((), (), None)
    >>> _cases("сирия", "sir", "place")
    ('sirii', 'siriyu', 'siriyey')
    """
    word = word.casefold()
    latin = in_latin(word)
    if word.endswith("ия"):
        return tuple(latin[:-2] + end for end in ("i", "yu", "yey")) if kind == "place" or len(stem) < PART_MIN else None
    if word.endswith("й"):
        adjective = word.endswith(("ый", "ий")) or (word.endswith("ой") and word not in _NO_ADJECTIVES)
        if adjective and (kind != "place" or word.endswith(("ский", "ской", "ный"))):
            return None
        return tuple(latin[:-1] + end for end in ("ya", "yu", "em", "e"))
    if word[-1] in "ая" and kind in _NAMING and not word.endswith(("ная", "ская")):
        soft = word[-1] == "я"
        nominative = "i" if soft or word[-2] in _NEVER_HARD else "y"
        ends = (nominative, "e", "yu", "ey", "yam", "yami", "yakh") if soft else (nominative, "e", "u", "oy", "am", "ami", "akh")
        return tuple(latin.removesuffix("a").removesuffix("y") + end for end in ends)
    if latin[-1] in "aeiouy":
        return () if kind == "place" and word[-1] in _UNDECLINED else None
    return ()


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


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield (meaning, words) of the lines of a section, in their order."""
    for line in text.splitlines():
        meaning, _, words = line.partition(":")
        if words.strip() or meaning.strip():
            yield meaning.strip(), words
