"""What clerks do to words that everybody knows: mistyped and cut trades, legal forms written onto them, one word for two.

Works on the words of two names in letters that answer to no equal word of the other. A brand is never mended: another letter
makes another name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from enduse.entities.clerks_forms import (
    NO_COMPANY,
    PART_MIN,
    all_form,
    clear_forms,
    ends_of,
    form_at_an_end,
    form_sounds,
    like_a_short_form,
    sorted_forms,
)
from enduse.entities.lexicon import spellings, stem_of
from enduse.entities.meaning import meanings
from enduse.entities.other_words import word_of_its_own
from enduse.entities.text import Text, printed_as
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token

_AND, _I, _LETTERS_OF_AND = frozenset({"and", "i", "und"}), "i", ("i", "y")
_MISTYPED_MIN, _MISTYPED_TWICE_MIN, _CUT_MIN, _CUT_OFF = 5, 9, 3, 2
_REPLACED_MAX = 6
"""Letters up to which another letter in the place of one is as likely another word, of a language nobody here reads: Stahl, Strahl."""
_GLUED_MIN, _PLURAL_FROM = 6, 4
_ATTACHED = re.compile(r"(\d+)([^\W\d]{4,})")
_VOWELS = re.compile(r"[aeiou]")
_UNNUMBERED, _SILENT = -1, -2
"""Numbers of words that no name prints so: parts of one, and parts that one language writes and another leaves out."""
_MADE = frozenset({"machine", "instrument"})
_SUPPLY, _SUPPLY_SOUND = "supply", "supli"


class Mended(NamedTuple):
    """What is left over of two names when known words are mended; whether one was mistyped or cut, and whether a guess was doubtful."""

    left: list[Token]
    right: list[Token]
    mistyped: bool
    doubtful: bool
    """A short word at an end that may be a legal form with a letter wrong was left out, or a word mended that may be one of its own."""


def mend(left: list[Token], right: list[Token], one: Text, other: Text) -> Mended:
    """Return what is left over of two names, `left` of `one` and `right` of `other`, when known words are mended."""
    ours, theirs = _units(left, one, other), _units(right, other, one)
    _tie_equal(ours, theirs)
    doubtful = False
    if any(map(like_a_short_form, (*ours, *theirs))):
        ends = ends_of(one.printed) | ends_of(other.printed)
        for side in (ours, theirs):
            bare = [it for it in side if it.number not in ends]
            doubtful |= len(bare) < len(side)
            side[:] = bare
    guessed = False
    for here, there in ((ours, theirs), (theirs, ours)):
        _tie_joined(here, there)
        guessed |= _tie_glued(here, there)
    for here, there in ((ours, theirs), (theirs, ours)):
        for word, known in _tie_guessed(here, there):
            guessed = True
            doubtful |= maybe_another(word, known)
    for side in (ours, theirs):
        side[:] = [it for it in side if it.number != _SILENT]
    return Mended(ours, theirs, guessed, doubtful)


def _units(words: list[Token], own: Text, other: Text) -> list[Token]:
    """Return the words, those of several meanings parted, without words of legal forms; `own` is their name, `other` the other one."""
    silent = _SUPPLY in [it.means for it in own.tokens] and _SUPPLY_SOUND not in [it.sound for it in other.tokens]
    found: list[Token] = []
    letters = [one for one in words if one.kind == BRAND and not one.means and len(one.sound) <= 1]
    spelled = bool(letters) and sorted("".join([one.sound for one in letters])) in sorted_forms()
    for one in words:
        if one.kind == NUMBER or (one.kind == BRAND and one.means):
            found.append(one)
        elif one.means and " " in one.means:
            found += _parted(one)
        elif one.means:
            if silent and one.means == "chain":
                # Снабжение is supply and supply chain.
                found.append(Token(one.sound, one.kind, one.means, _SILENT))
            elif one.means not in NO_COMPANY:
                found.append(one)
        elif one.sound[:1].isdigit() and (attached := _ATTACHED.fullmatch(one.sound)) is not None:
            found += [Token(attached[1], NUMBER, attached[1], _UNNUMBERED), *_units([_word(attached[2])], own, other)]
        elif not (_and(one) or all_form(one.sound) or (spelled and one in letters)):
            found.append(one)
    return found


def _and(one: Token) -> bool:
    """Tell whether a word is and; the initial J, which sounds as the Russian one does, is not."""
    return one.sound in _AND and (one.sound != _I or printed_as(one, _LETTERS_OF_AND))


def _parted(one: Token) -> list[Token]:
    """Return a word of several meanings as one word for each, without those of a legal form. Машиностроение is machinery."""
    told = meanings(one.sound)
    means = [it.meaning for it in told] if told else (one.means or "").split()
    kind = TRADE if one.kind == BRAND else one.kind
    silent = "make" if _MADE.intersection(means) else None
    return [Token(it, kind, it, _SILENT if it == silent else _UNNUMBERED) for it in means if it not in NO_COMPANY]


def _word(sound: str) -> Token:
    """Return a part of a word as a word."""
    found = meanings(sound)
    kind = {"place": PLACE, "trade": TRADE, "body": BODY}.get(found[0].kind, BRAND) if found else BRAND
    return Token(sound, kind, " ".join(one.meaning for one in found) or None, _UNNUMBERED)


def _tie_equal(ours: list[Token], theirs: list[Token]) -> None:
    for one in list(ours):
        for other in theirs:
            if other.sound == one.sound or (one.means is not None and other.means == one.means):
                ours.remove(one)
                theirs.remove(other)
                break


def _tie_joined(ours: list[Token], theirs: list[Token]) -> None:
    """Tie a word to two of the other side that mean it together: machinetool, machine tool."""
    if len(theirs) < 2:
        return
    for one in [it for it in ours if it.means and it.kind == TRADE]:
        found = next(
            ((a, b) for a in theirs for b in theirs if a is not b and a.means and b.means and _means(a.sound + b.sound) == one.means), None
        )
        if found is not None:
            ours.remove(one)
            theirs[:] = [it for it in theirs if it is not found[0] and it is not found[1]]


def _means(sound: str) -> str | None:
    return " ".join(one.meaning for one in meanings(sound)) or None


def _tie_glued(ours: list[Token], theirs: list[Token]) -> bool:
    """Tie a word in which words of the other side stand run together, or one with a legal form; tell whether one of them is mistyped."""
    guessed = False
    for one in [it for it in ours if it.kind == BRAND and not it.means and len(it.sound) >= _GLUED_MIN] if theirs else ():
        found = _taken_apart(one.sound, theirs)
        if found is not None:
            ours.remove(one)
            theirs[:] = [it for it in theirs if not any(it is taken for taken in found[0])]
            guessed |= found[1]
    return guessed


def _taken_apart(rest: str, theirs: list[Token]) -> tuple[list[Token], bool] | None:
    """Return the words of the other side that make up a word, and whether one is mistyped; null when something remains."""
    taken: list[Token] = []
    while rest:
        free = [it for it in theirs if it.kind != NUMBER and not (taken and any(it is one for one in taken))]
        if taken and all_form(rest):
            # A brand may end as a form does (Kestrelinc): only forms that no word ends in are cut off one.
            return (taken, False) if rest in clear_forms() or all(it.means for it in taken) else None
        last = _last_part(rest, free) if taken or form_at_an_end(rest) else None
        if last is not None:
            return [*taken, last[0]], last[1]
        ends = [it for it in free if len(it.sound) >= PART_MIN and (rest.startswith(it.sound) or rest.endswith(it.sound))]
        if not ends:
            return None
        met = max(ends, key=lambda it: len(it.sound))
        taken.append(met)
        rest = rest[len(met.sound) :] if rest.startswith(met.sound) else rest[: -len(met.sound)]
    return taken, False


def _last_part(rest: str, free: list[Token]) -> tuple[Token, bool] | None:
    """Return the word that what remains of a glued word stands for, forms cut off, and whether it is mistyped."""
    for form in ("", *form_sounds()) if form_at_an_end(rest) else ("",):
        if not (rest.endswith(form) or rest.startswith(form)):
            continue
        bare = rest[: len(rest) - len(form)] if rest.endswith(form) else rest[len(form) :]
        if len(bare) < PART_MIN:
            continue
        # A sound ends without the s of a plural.
        bare = bare.removesuffix("s") if len(bare) > _PLURAL_FROM else bare
        means = _means(bare)
        for it in free:
            if (it.sound == bare and (it.means or not form or form in clear_forms())) or (means is not None and it.means == means):
                return it, False
        for it in free:
            if stands_for(bare, it):
                return it, True
    return None


def _tie_guessed(ours: list[Token], theirs: list[Token]) -> list[tuple[Token, Token]]:
    """Tie an unknown word to the known one that it stands for; return the pairs."""
    tied: list[tuple[Token, Token]] = []
    for one in [it for it in ours if it.kind == BRAND and not it.means] if theirs else ():
        other = next((it for it in theirs if stands_for(one.sound, it)), None)
        if other is not None:
            ours.remove(one)
            theirs[:] = [it for it in theirs if it is not other]
            tied.append((one, other))
    return tied


def maybe_another(one: Token, known: Token) -> bool:
    """Tell whether an unknown word that may be a known one mistyped may as well be a word of its own: Marina, marine; Stehl, Stahl."""
    return word_of_its_own(one.sound) or (known.means is not None and _replaced(one.sound, known.means))


@lru_cache(maxsize=100_000)
def _replaced(sound: str, means: str) -> bool:
    """Tell whether nothing but another letter in the place of one makes a short word one of this meaning."""
    near = [known for known in _sounds(means) if OSA.distance(sound, known, score_cutoff=1) <= 1] if len(sound) <= _REPLACED_MAX else []
    return bool(near) and all(len(known) == len(sound) and sorted(known) != sorted(sound) for known in near)


def stands_for(sound: str, known: Token) -> bool:
    """Tell whether an unknown word is a known one of trade or place mistyped, or one of trade cut short."""
    if known.means is None or known.kind not in (TRADE, PLACE, BODY) or not sound.isalpha():
        # A digit is a number written onto the word.
        return False
    return _mistyped(sound, known.means) or (known.kind == TRADE and _cut(sound, known.means))


@lru_cache(maxsize=200_000)
def _mistyped(sound: str, means: str) -> bool:
    if len(sound) < _MISTYPED_MIN:
        # A letter lost of five: trde.
        return len(sound) == _MISTYPED_MIN - 1 and any(
            len(known) == _MISTYPED_MIN and known[0] == sound[0] and OSA.distance(sound, known, score_cutoff=1) <= 1
            for known in _sounds(means)
        )
    most = 2 if len(sound) >= _MISTYPED_TWICE_MIN else 1
    tried = {sound, stem_of(sound)}
    long = _long_sounds(means)
    return any(process.extractOne(one, long, scorer=OSA.distance, score_cutoff=most) is not None for one in tried)


@lru_cache(maxsize=200_000)
def _cut(sound: str, means: str) -> bool:
    """Tell whether a word is the beginning of one with this meaning, or its consonants: log, mach, trdg."""
    if len(sound) < _CUT_MIN:
        return False
    bare = _VOWELS.search(sound) is None
    for known in _sounds(means):
        if len(known) >= len(sound) + _CUT_OFF and (
            known.startswith(sound) or (bare and _VOWELS.sub("", known).startswith(sound[0]) and _within(sound, known))
        ):
            return True
    return False


def _within(short: str, long: str) -> bool:
    """Tell whether the letters stand in the long word in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=10_000)
def _long_sounds(means: str) -> tuple[str, ...]:
    return tuple([known for known in _sounds(means) if len(known) >= _MISTYPED_MIN - 1])


def _sounds(means: str) -> tuple[str, ...]:
    return spellings().get(means, ())
