"""The words of a company's name, one by one: what each means, of which kind it is, and how much it tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from enduse.entities.english_words import singular
from enduse.entities.glosses import gloss_stem
from enduse.entities.lexicon import Kind, Meaning
from enduse.entities.meaning import by_chance, in_one, meanings, meanings_alone
from enduse.entities.numerals import ORDINALS, SPELLED, number_in, numbers_joined
from enduse.entities.printed import articles, without_form_before, without_marks
from enduse.entities.words_joined import FIRST, ONE_WORD, in_full_beside
from enduse.terms.sounds import is_number, sound_alone, sound_of

_ARTICLES = frozenset({"al", "el", "la", "le", "les", "los", "las", "der", "die", "das"})
"""In front of a name they tell next to nothing; between its words they are left out (`printed`)."""
_SCIENCE, _INITIALS_MAX = "science", 4
WEIGHT: dict[Kind, float] = {"brand": 0.0, "word": 4.0, "place": 2.5, "trade": 2.2, "body": 0.6, "number": 2.5}
"""How much a word tells, in natural log units: about the logarithm of how many companies share it. A brand's grows with its length."""
_BRAND_BASE, _BRAND_LETTER, _BRAND_MAX = 1.5, 0.9, 9.0
FURTHER_PART = "+"
"""In the sound of every part of a compound but its first."""
_PARTED_MIN = 8
"""Letters of a known word that was printed in two."""
_COMMON_TRADE = frozenset(
    {"trade", "technology", "import", "export", "electronic", "engineering", "system", "equipment", "science", "logistics"}
)
"""Words of trade that so many names bear that they tell less than others."""
_NAMED, _DEDICATED = "named", 0.3
"""Behind this word stands whom a body is named after, and what of a brand word that tells beside another brand."""
_BEFORE_NAME = frozenset({"i", "v", "ii", "iv", "vi"})  # initials printed without full stops
_LEARNING, _FIELD = frozenset({"university", "academy"}), 4.0
"""What a field tells beside one of these: one city has a state university and a state technical university."""
_POSSESSIVE = "s"  # What is left of Bank's.


class Word(NamedTuple):
    """One word of a name: as printed, as it sounds, what it means, of which kind, and how much it tells."""

    text: str
    sound: str
    means: str | None
    kind: Kind
    weight: float


def words_of(
    tokens: tuple[str, ...], initials: frozenset[str] = frozenset(), russian: bool = False, possessive: bool = True
) -> Iterator[Word]:
    """Yield the words of the tokens of a name in Latin letters.

    `initials` are tokens printed as first letters; `russian`, the name was printed in Cyrillic; `possessive`, a single s is none of it.
    """
    read = _known_joined(_initials_joined(numbers_joined(without_marks(articles(in_full_beside(tokens)))), possessive))
    each = ((_initials_word(token),) if token in initials else _token_words(token, russian) for token in read)
    words = [word for found in each for word in found]
    said = [one.means for one in words]
    if "research" in said:
        words = _produced(words)
    if not _LEARNING.isdisjoint(said):
        words = [one._replace(weight=_FIELD) if one.kind == "trade" and one.means not in _LEARNING else one for one in words]
    if _NAMED not in said:
        yield from words
        return
    named = said.index(_NAMED)
    # A plant that has a name of its own is rarely called by whom it is named after.
    dedicated = any(one.kind in ("brand", "word") for one in words[:named])
    for at, one in enumerate(words):
        if at > named and one.kind == "number" and one.text in _BEFORE_NAME:
            yield _initials_word(one.text)
        else:
            yield one._replace(weight=one.weight * _DEDICATED) if dedicated and at > named and one.kind in ("brand", "word") else one


def _initials_word(token: str) -> Word:
    return Word(token, token, None, "brand", brand_weight(token) * _DEDICATED)


def _produced(words: list[Word]) -> list[Word]:
    """Return the words with research in front of production as science: one Russian word is translated in both ways."""
    return [
        one._replace(means=_SCIENCE) if one.means == "research" and other.means == "products" else one
        for one, other in pairwise((*words, *words[-1:]))
    ]


@lru_cache(maxsize=200_000)
def _token_words(token: str, russian: bool = False) -> tuple[Word, ...]:
    """Return the words of one token: several of a compound. Tokens repeat from name to name, so each is read once."""
    number = number_in(token)
    if number is not None:
        # "three" answers to тройка, which is a word of brands.
        return (Word(token, number, token if token in SPELLED else None, "number", WEIGHT["number"]),)
    sound = sound_of(singular(token))
    found = meanings(sound, russian)
    if found and by_chance(token, sound):
        # НПЦ is NPC as often as NPTs, and no НПК.
        found = _meant(token.replace("c", "ts")) if len(token) <= _INITIALS_MAX else ()
    if not found and (rest := without_form_before(token)) != token:
        return _token_words(rest, russian)
    if not found:
        if token in _ARTICLES:
            return (Word(token, sound, None, "body", WEIGHT["body"]),)
        return (Word(token, sound, None, "brand", brand_weight(sound)),)
    return tuple(meant_word(token, sound if at == 0 else f"{sound}{FURTHER_PART}{at}", one) for at, one in enumerate(found))


def _meant(token: str) -> tuple[Meaning, ...]:
    sound = sound_of(token)
    return () if by_chance(token, sound) else meanings(sound)


def meant_word(text: str, sound: str, meaning: Meaning) -> Word:
    """Return a word of known meaning; without a sound it goes by its meaning."""
    if meaning.meaning in ORDINALS:
        return Word(text, ORDINALS[meaning.meaning], None, "number", WEIGHT["number"])
    weight = WEIGHT[meaning.kind] if meaning.meaning not in _COMMON_TRADE else 1.2
    return Word(text, sound or meaning.meaning, meaning.meaning, meaning.kind, weight)


def brand_weight(sound: str) -> float:
    """Return how much a word of a brand tells: more with each letter, up to a limit."""
    return min(_BRAND_MAX, _BRAND_BASE + _BRAND_LETTER * len(sound))


def rest_of_brand(sound: str) -> Word:
    """Return what is left of a brand when a word written onto it is taken off."""
    return Word(sound, sound, None, "brand", brand_weight(sound))


def brand_stem(word: Word) -> str:
    """Return under which stem a Latin word meets the meaning of a Chinese one."""
    return sound_of(word.means) if word.means else gloss_stem(word.text)


def _initials_joined(tokens: list[str], possessive: bool) -> list[str]:
    """Return the tokens with single letters that stand side by side joined: 'l x c' is 'lxc'. A `possessive` s is left out."""
    if tokens and min(map(len, tokens)) > 1 and FIRST.isdisjoint(tokens):
        return tokens
    found: list[str] = []
    joining = False
    for token in tokens:
        single = len(token) == 1 and token.isalpha()
        if found and (found[-1], token) in ONE_WORD:
            found[-1] += token
        elif single and possessive and token == _POSSESSIVE and found and not joining:
            continue
        elif single and joining:
            found[-1] += token
        else:
            found.append(token)
        joining = single
    return found


def _known_joined(tokens: list[str]) -> list[str]:
    """Return the tokens with two that the lexicon writes in one joined: real estate, health care, wind power."""
    found: list[str] = []
    for token in tokens:
        if found and found[-1].isalpha() and token.isalpha() and _one_word(found[-1], token):
            found[-1] += token
        else:
            found.append(token)
    return found


@lru_cache(maxsize=100_000)
def _one_word(first: str, second: str) -> bool:
    """Tell whether two words are one of trade, or one known word parted; II Investment is none, though its sound is that of Investment."""
    joined = sound_alone(first + second)
    if in_one(joined):
        return joined not in (sound_of(first), sound_of(second))
    if len(joined) < _PARTED_MIN or meanings(sound_of(second)):
        return False
    sounds = sound_of(first), sound_of(second)
    if min(map(len, sounds)) < 2 or any(map(is_number, sounds)):
        return False
    # Intern ational: the first part may be known as the whole cut short.
    return meanings(sounds[0]) in ((), known) if (known := meanings_alone(joined)) else False
