"""English words as lexicon_english.yml lists them and lexicon.yml heads its lines by them: which words are English, and which common."""

from __future__ import annotations

from functools import cache, lru_cache

from enduse.entities.lexicon import KINDS, entries, lexicon, sections
from enduse.terms.sounds import sound_of


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


@lru_cache(maxsize=200_000)
def english_in_any_number(text: str) -> bool:
    """Tell the same of a word or its plural.

    >>> english_in_any_number("companies"), english_in_any_number("cars"), english_in_any_number("zavods")
    (True, True, False)
    """
    return english(text) or english(text.removesuffix("s")) or (text.endswith("ies") and english(f"{text[:-3]}y"))


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
    return frozenset(meaning for kind in KINDS for meaning, _ in entries(sections()[kind]))
