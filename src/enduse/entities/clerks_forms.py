"""Legal forms as clerks write them: onto a word, run together, with a letter wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from enduse.entities.vocabulary import BRAND, Token
from enduse.terms.sounds import sound_of

_LONG_FORMS = ("limited", "liability", "company", "private", "anonim", "sirketi", "gesellschaft", "joint", "stock")
SHORT_FORMS = (
    "ltd", "llc", "ooo", "oao", "zao", "pao", "ao", "jsc", "co", "coltd", "pvtltd", "gmbh", "srl", "spa", "fze", "fzco", "sti", "ltdsti",
    "pvt", "spzoo",
)  # fmt: skip
"""Legal forms as clerks write them onto the word beside them."""
_APART = ("inc", "corp")
"""And those that also end brands."""
NO_COMPANY = frozenset({"number", "limited", "company", "society", "jointstock", "private"})
"""Meanings that say what kind of body a name is of, and nothing of who it is."""
PART_MIN = 3
"""Letters from which a form, or a part of a word, is known when it is run together with another."""
_SHORT_MIN, _SHORT_MAX = 2, 4


def ends_of(printed: Sequence[Token]) -> set[int]:
    """Return the numbers of the words at both ends of a name that may be short legal forms, those beside another such word too."""
    found: set[int] = set()
    for side in (printed, printed[::-1]):
        for one in side:
            if not _like_a_short_form(one):
                break
            found.add(one.number)
    return found


def _like_a_short_form(one: Token) -> bool:
    return one.kind == BRAND and not one.means and _SHORT_MIN <= len(one.sound) <= _SHORT_MAX and _short_form(one.sound)


@lru_cache(maxsize=50_000)
def _short_form(sound: str) -> bool:
    """Tell whether a short word is a legal form, perhaps with a letter lost, added or swapped; another letter makes another word."""
    return sound in _short_sounds() or (
        len(sound) > _SHORT_MIN
        and any(
            len(form) > _SHORT_MIN
            and (len(form) != len(sound) or sorted(form) == sorted(sound))
            and OSA.distance(sound, form, score_cutoff=1) <= 1
            for form in _short_sounds()
        )
    )


@cache
def _short_sounds() -> tuple[str, ...]:
    return tuple(
        sorted(
            {sound for form in (*SHORT_FORMS, *_APART, "as", "sa", "ag") for sound in (form, sound_of(form)) if len(sound) >= _SHORT_MIN}
        )
    )


@cache
def form_sounds() -> tuple[str, ...]:
    """Return how legal forms of three letters and more sound, the longest first."""
    return tuple(
        sorted({sound_of(one) for one in (*_LONG_FORMS, *SHORT_FORMS, *_APART) if len(one) >= PART_MIN}, key=lambda one: (-len(one), one))
    )


@cache
def clear_forms() -> frozenset[str]:
    """Return the sounds of those that no word ends in: Kestrelltd, but not Kestrelinc."""
    return frozenset(sound_of(one) for one in (*_LONG_FORMS, "ltd", "pvt", "gmbh", "spzoo", "fze", "fzco", "pvtltd", "coltd", "ltdsti"))


@cache
def sorted_forms() -> tuple[list[str], ...]:
    """Return the letters of short forms in alphabetical order, for forms printed letter by letter in any order."""
    return tuple(sorted(sound) for sound in sorted({*SHORT_FORMS, *_short_sounds(), "zoo", "doo"}))


@lru_cache(maxsize=200_000)
def all_form(sound: str) -> bool:
    """Tell whether a word is nothing but words of legal forms run together: limitedliability."""
    return sound.startswith(form_sounds()) and any(
        sound.startswith(form) and (sound == form or all_form(sound[len(form) :])) for form in form_sounds()
    )
