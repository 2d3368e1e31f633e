"""English words as lexicon_english.yml lists them and lexicon.yml heads its lines by them: which words are English, and which common."""

from __future__ import annotations

from functools import cache, lru_cache

from enduse.entities.lexicon import KINDS, entries, lexicon, sections
from enduse.terms.sounds import sound_of

_BEGINNING = 3
"""Letters in which words of one root agree: trade, trading."""


@cache
def _real_words() -> frozenset[str]:
    return frozenset(sections("lexicon_english.yml")["real"].split())


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
    """Tell the same of a word, or its plural, as it sounds.

    >>> [english_sound(sound_of(word)) for word in ("power", "cars", "companies", "zavod")]
    [True, True, True, False]
    """
    return sound in _english_sounds()


def two_for_one(sound: str, other: str) -> bool:
    """Tell whether two words that mean one thing are English and begin otherwise: no translator stood between cars and motors.

    >>> two_for_one(sound_of("cars"), sound_of("motors")), two_for_one(sound_of("trade"), sound_of("trading"))
    (True, False)
    """
    return sound[:_BEGINNING] != other[:_BEGINNING] and english_sound(sound) and english_sound(other)


@cache
def _english_sounds() -> frozenset[str]:
    words = _real_words() | _headings()
    # Planets sound as planes do: the plural of a word that ends so is read as its singular (`singular`).
    plurals = (f"{word[:-1]}ies" if word.endswith("y") else f"{word}s" for word in words if not word.endswith("t"))
    return frozenset(map(sound_of, (*words, *plurals)))


@cache
def _headings() -> frozenset[str]:
    return frozenset(meaning for kind in KINDS for meaning, _ in entries(sections()[kind]))
