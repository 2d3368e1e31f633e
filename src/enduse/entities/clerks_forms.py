"""Legal forms as clerks write them: onto a word, run together, with a letter wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from enduse.entities.english_words import real_word
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
_MISTYPED = frozenset(
    re.findall(
        r"\w+",
        "limited liability company private gesellschaft sirketi anonim corporation incorporated obshchestvo ogranichennoy "
        "otvetstvennostyu aktsionernoe aktsionernoye joint stock",
    )
)
"""Words of legal forms, long enough to be known with a letter wrong."""
_MISTYPED_MIN, _TWICE_MIN = 4, 9
"""Letters from which a word may be one of these, and which one of these has that may have two letters wrong."""
_DOUBLED = re.compile(r"(.)\1+")
_BESIDE_MIN = 5
"""Letters of a name from which a form may be written onto it."""


def ends_of(printed: Sequence[Token]) -> set[int]:
    """Return the numbers of the words at both ends of a name that may be short legal forms, those beside another such word too."""
    found: set[int] = set()
    for side in (printed, printed[::-1]):
        for one in side:
            if not like_a_short_form(one):
                break
            found.add(one.number)
    return found


def like_a_short_form(one: Token) -> bool:
    """Tell whether a word may be a short legal form, perhaps with a slip in it; one that stands at an end of a name is (`ends_of`)."""
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


@lru_cache(maxsize=50_000)
def broken_form(text: str, form: str) -> bool:
    """Tell whether a short word is this legal form with letters swapped, doubled or one lost; another letter makes another word.

    >>> broken_form("sjc", "jsc"), broken_form("ldt", "ltd"), broken_form("oooo", "ooo"), broken_form("ltk", "ltd")
    (True, True, True, False)
    """
    if len(form) < PART_MIN or not _SHORT_MIN <= len(text) <= len(form) + 2 or len(form) > _SHORT_MAX:
        return False
    if len(form) == len(text) and sorted(form) != sorted(text):
        return False
    return OSA.distance(text, form, score_cutoff=1) <= 1 or _DOUBLED.sub(r"\1", text) == _DOUBLED.sub(r"\1", form)


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


def like_a_form(one: Token) -> bool:
    """Tell whether a word is that of a legal form with a letter or two wrong; a word of English is itself: point, joint."""
    return one.kind == BRAND and len(one.sound) >= _MISTYPED_MIN and _mistyped(one.sound) and not real_word(one.sound)


@lru_cache(maxsize=200_000)
def _mistyped(sound: str) -> bool:
    short, long = _mistyped_sounds()
    return any(
        process.extractOne(sound, forms, scorer=OSA.distance, score_cutoff=most) is not None for forms, most in ((short, 1), (long, 2))
    )


@cache
def _mistyped_sounds() -> tuple[list[str], list[str]]:
    """Return how words of legal forms sound, the short ones and the long ones."""
    sounds = sorted({sound_of(one) for one in _MISTYPED})
    return [one for one in sounds if len(one) < _TWICE_MIN], [one for one in sounds if len(one) >= _TWICE_MIN]


@lru_cache(maxsize=200_000)
def form_at_an_end(sound: str) -> bool:
    """Tell whether a word begins or ends as a legal form sounds."""
    return sound.startswith(form_sounds()) or sound.endswith(form_sounds())


def form_beside(ours: str, theirs: str) -> bool:
    """Tell whether one of two names is the other with a legal form written onto it."""
    short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if len(short) < _BESIDE_MIN:
        return False
    return (long.startswith(short) and long[len(short) :] in _glued_sounds()) or (
        long.endswith(short) and long[: -len(short)] in _glued_sounds()
    )


@cache
def _glued_sounds() -> frozenset[str]:
    return frozenset(sound_of(one) for one in (*SHORT_FORMS, "limited", "company"))
