"""Names made comparable enough to recognise one shipment in two countries' records. Not entity resolution: that comes later."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.fuzz import token_sort_ratio
from rigour.names import remove_org_types
from rigour.text import ascii_text

from enduse.terms.legal_forms import without_forms
from enduse.terms.sounds import in_latin, sound_of

_NAMES_KEPT = 100_000
"""One name stands beside many others: what it says is worked out once."""


@lru_cache(maxsize=_NAMES_KEPT)
def key(name: str) -> str | None:
    """Return the name case-folded, without legal forms, in ASCII letters, words sorted; null when no letter or digit is left.

    >>> key("ООО «Пример Трейд»") == key("Primer Treyd LLC"), key("Example Trading Co., Ltd.")
    (False, 'example trading')
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = remove_org_types(folded)
    for text in (bare, folded):
        words = sorted(word for printed in _words(text) for word in _words(_ascii(printed)))
        if words:
            return " ".join(words)
    return None


@lru_cache(maxsize=_NAMES_KEPT)
def sound(name: str) -> str | None:
    """Return the name without legal forms, what romanisations of Cyrillic write differently made equal; null as for `key`.

    Coarser than a name: two names of one sound are one party only where the rest of the shipment says so too.

    >>> sound("ЗАО «ВЫМЫШЛЕННЫЙ АВИАЦИОННЫЙ ЗАВОД»") == sound("VYMYSHLENNYY AVIATSIONNYI ZAVOD ZAO")
    True
    >>> sound("ТОО ПРИМЕР ТЕХНОЛОГИИ") == sound("TOO PRIMER TEKHNOLOGII"), sound("Пример Яхт") == sound("Primer Yakht")
    (True, True)
    """
    folded = _words(unicodedata.normalize("NFKC", name).casefold())
    # A Chinese word has no Latin letters of its own: it stays as it is.
    words = [sound_of(in_latin(word) or word) for word in without_forms(folded).tokens or folded]
    return " ".join(sorted(words)) or None


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in text).split()


@lru_cache(maxsize=200_000)
def _ascii(word: str) -> str:
    """Return the word in ASCII letters; transliteration is slow and words repeat, so each is done once."""
    return word if word.isascii() else ascii_text(word).lower()


@lru_cache(maxsize=_NAMES_KEPT)
def script(name: str) -> str:
    """Return the script of most of the name's letters: latin, cyrillic or other."""
    counts = {"latin": 0, "cyrillic": 0, "other": 0}
    for letter in name:
        if letter.isalpha():
            title = unicodedata.name(letter, "")
            counts["latin" if title.startswith("LATIN") else "cyrillic" if title.startswith("CYRILLIC") else "other"] += 1
    return max(counts, key=lambda one: counts[one])


def contradict(first: str, second: str, similarity: float) -> bool | None:
    """Tell whether two names say two different parties; null (cannot tell) when they stand in different scripts.

    In one script: no when their keys are equal, one holds all words of the other, or their words are at least as similar
    as `similarity` (0 to 1).
    """
    one, other = key(first), key(second)
    if one is None or other is None:
        return None
    if one == other or sound(first) == sound(second):
        return False
    if script(first) != script(second):
        return None
    words, others = set(one.split()), set(other.split())
    if words <= others or others <= words:
        return False
    return token_sort_ratio(one, other) < 100 * similarity
