"""How two people's names answer to each other: word for word, in any order, by sound, with what each side says beside.

A person's name has no trade, place or number. What tells two people apart is a word that stands against another one: a family
name, a given name, a patronymic. A word that only one side prints (a second given name, a patronymic) hardly speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from enduse.entities.first_words import begins_with_child, family_over, skipped
from enduse.entities.korean import beside_latin, spelled_by
from enduse.entities.of_syllables import in_full, of_syllables
from enduse.entities.person_names import NameWord, PersonName, is_chinese, is_korean
from enduse.entities.person_sounds import coarse_sound, is_arabic, person_sound, unlike_print
from enduse.entities.person_words import ALIKE_MIN, VOWELS, How, alike_in_characters, alike_in_korean, alike_in_syllables, likeness
from enduse.entities.pinyin import PINYIN
from enduse.entities.romanisations import in_wade_giles
from enduse.entities.sides import SideBySide, turned_round
from enduse.entities.two_names import family_name, plainly_two
from enduse.terms.hangul import may_be_korean

_JOINED_FROM = 2
"""Letters from which a word may be one written in two on the other side, or two first letters."""
_JOINED_LONG = 8
"""Letters from which one may be wrong in a word that is written in two on the other side."""
_KOREAN_WORDS = 3
"""Words from which a name may be Korean that could be another people's by its syllables."""
_SON_OF = frozenset({"bin", "ben", "ibn", "bint"})
"""What stands before it is the child's name, what stands behind it the father's."""


class NameTie(NamedTuple):
    """Two words that stand against each other: what they are, how, and how alike (0 to 1)."""

    left: str
    right: str
    how: How
    alike: float
    letters: int
    """Letters of the longer word, folded."""
    patronymic: bool


@dataclass
class PeopleMet(SideBySide[NameTie, NameWord]):
    """Two people's names. `turned` when the tied words stand in another order on the other side, `son_turned` when father and son do.

    `child`: one is the other with a name more in front, as children of Arabs are called.
    """

    turned: bool = False
    son_turned: bool = False
    child: bool = False


def meet_people(left: PersonName, right: PersonName) -> PeopleMet:
    """Return the two names laid side by side: each word of the shorter stands against one of the longer."""
    if left.signs and right.signs:
        return _by_signs(left, right)
    if beside_latin(left, right) or beside_latin(right, left):
        return _by_syllables(left, right)
    found = PeopleMet(left=list(left.words), right=list(right.words))
    if left.generation and right.generation and left.generation != right.generation:
        found.ties.append(NameTie(left.generation, right.generation, "differ", 0.0, 2, False))
    in_characters = is_chinese(left) or is_chinese(right)
    _whole(found, in_characters)
    syllables = all(of_syllables(one.text for one in side.words) for side in (left, right))
    korean = not syllables and _in_korean(left, right)
    likely = alike_in_characters if in_characters else alike_in_syllables if syllables else alike_in_korean if korean else likeness
    pairs = [
        (-alike, at != to, at, to, how)
        for at, one in enumerate(found.left)
        for to, other in enumerate(found.right)
        for alike, how in (likely(one, other),)
    ]
    taken_left: dict[int, int] = {}
    taken_right: set[int] = set()
    for alike, _, at, to, how in sorted(pairs):
        one, other = found.left[at], found.right[to]
        if at in taken_left or to in taken_right or (how == "differ" and (one.particle or other.particle)):
            continue
        taken_left[at] = to
        taken_right.add(to)
        if one.particle and other.particle:
            continue
        letters = max(len(one.sound), len(other.sound))
        found.ties.append(NameTie(one.text, other.text, how, -alike, letters, one.patronymic and other.patronymic))
    _first_words(found, taken_left)
    _given_names(found, left, right)
    # Bin and al stand before any name: which of them answered which says nothing.
    names = [(at, to) for at, to in sorted(taken_left.items()) if not (found.left[at].particle and found.right[to].particle)]
    order = [to for at, to in names if likely(found.left[at], found.right[to])[1] != "differ"]
    found.turned = order != sorted(order)
    found.son_turned = found.turned and all(_SON_OF & {one.text for one in side.words} for side in (left, right))
    found.left = [one for at, one in enumerate(found.left) if at not in taken_left]
    found.right = [one for to, one in enumerate(found.right) if to not in taken_right]
    if in_characters or is_korean(left) or is_korean(right):
        _whole_names(found, left, right)
    elif all(in_full(one.text for one in side.words) for side in (left, right)):
        _in_full(found, left, right)
    return found


def _in_korean(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names in Latin letters are Korean: one with a family name that Koreans bear, the other at least of such syllables.

    Two words alone (Don Lee) may be anybody's.
    """
    sides = [[one.text for one in side.words] for side in (left, right)]
    return max(map(len, sides)) >= _KOREAN_WORDS and all(may_be_korean(one) for side in sides for one in side) and any(map(in_full, sides))


def _first_words(found: PeopleMet, tied: dict[int, int]) -> None:
    """Say what the order of two names tells, which single words do not."""
    back = {to: at for at, to in tied.items()}
    for tell in (skipped, family_over):
        ours, theirs = tell(found.left, found.right, tied), tell(found.right, found.left, back)
        if theirs and not ours:
            ours = theirs[1], theirs[0]
        if ours is None:
            continue
        at, to = ours
        found.ties.append(NameTie(found.left[at].text, found.right[to].text, "differ", 0.0, 1, False))
    found.child = begins_with_child(found.left, found.right, tied) or begins_with_child(found.right, found.left, back)


def _given_names(found: PeopleMet, left: PersonName, right: PersonName) -> None:
    """Part the given names where they are short and another letter makes another one, and call none a slip of the other."""
    given = left.given, right.given
    at = next((at for at, tie in enumerate(found.ties) if (tie.left, tie.right) == given), None)
    if at is None or len(found.ties) == 1 or any(family_name(one) for one in given):
        return
    tie = found.ties[at]
    if tie.how == "differ" or (tie.how == "alike" and plainly_two(tie.left, tie.right)):
        found.ties[at] = tie._replace(how="differ", alike=min(tie.alike, ALIKE_MIN / 2))


def _whole_names(found: PeopleMet, left: PersonName, right: PersonName) -> None:
    """Part a name in signs from one with a syllable more or less, for no part is ever left out.

    Beside a Chinese one a Latin word that is no syllable may be a name in English, beside a Korean one any may.
    """
    for side, own, other, turned in ((found.left, left, right, False), (found.right, right, left, True)):
        syllables = [one for one in side if own.signs or (is_chinese(other) and PINYIN.fullmatch(one.text))]
        _stand_against(found, side, syllables, other, turned)


def _in_full(found: PeopleMet, left: PersonName, right: PersonName) -> None:
    """Part two names of syllables, one of which has a syllable more: Heo Yong is not Heo Yong Chol."""
    _stand_against(found, found.left, list(found.left), right, False)
    _stand_against(found, found.right, list(found.right), left, True)


def _stand_against(found: PeopleMet, side: list[NameWord], over: list[NameWord], other: PersonName, turned: bool) -> None:
    """Let words that are over on one side stand against the whole other name."""
    for word in [one for one in over if not one.particle]:
        pair = turned_round(word.text, " ".join(one.text for one in other.words), turned)
        found.ties.append(NameTie(*pair, "differ", 0.0, len(word.text), False))
        side.remove(word)


def _by_signs(left: PersonName, right: PersonName) -> PeopleMet:
    """Return two names in signs side by side: another sign is another name."""
    found = PeopleMet()
    for one, other in zip(left.signs, right.signs, strict=False):
        same = one == other
        found.ties.append(NameTie(one, other, "same" if same else "differ", float(same), 3, False))
    common = len(found.ties)
    found.left, found.right = ([NameWord(sign, sign, False, False) for sign in side.signs[common:]] for side in (left, right))
    return found


def _by_syllables(left: PersonName, right: PersonName) -> PeopleMet:
    """Return a name in Korean letters beside one in Latin letters: each part is spelled by words, or stands against what is left.

    A Latin word that is no Korean syllable may be a name in English.
    """
    turned = not beside_latin(left, right)
    korean, latin = (right, left) if turned else (left, right)
    words, order = list(enumerate(latin.words)), list[int]()
    ties, parted = list[NameTie](), list[str]()
    for part, word in zip(korean.parts, korean.words, strict=True):
        met = spelled_by(part, word.text, words)
        if met is None:
            parted.append(word.text)
            continue
        text = " ".join(one.text for _, one in words[met.run])
        order.append(words[met.run][0][0])
        del words[met.run]
        ties.append(NameTie(*turned_round(part, text, turned), met.how, met.alike, max(len(text), len(word.sound)), False))
    for text in parted:
        other = words.pop(0)[1].text if words else " ".join(one.text for one in latin.words)
        ties.append(NameTie(*turned_round(text, other, turned), "differ", 0.0, len(text), False))
    more = [one for _, one in words if not one.particle and may_be_korean(one.text)]
    whole = " ".join(one.text for one in korean.words)
    ties += [NameTie(*turned_round(whole, one.text, turned), "differ", 0.0, len(one.text), False) for one in more]
    left_over = [one for _, one in words if one not in more]
    found = PeopleMet(ties, turned=order != sorted(order))
    found.left, found.right = (left_over, []) if turned else ([], left_over)
    return found


def _whole(found: PeopleMet, in_characters: bool) -> None:
    """Tie words that are one word on the other side: 'Jan Daniel' and 'Jandaniel', 'J C' and 'JC', 'Jean Claude' and 'JC'.

    Beside Chinese characters letters tell, not what they sound like.
    """
    for first, second, turned in ((found.left, found.right, False), (found.right, found.left, True)):
        # A word that stands on both sides is no other words' first letters.
        own = {one.text for one in first}
        for other in [one for one in second if len(one.text) >= _JOINED_FROM and one.text not in own]:
            met = _run(first, other)
            if met is None and len(first) > 1 and first[-1].text + first[0].text == other.text:
                # The family name stands behind the others where a comma stood behind it.
                pair = turned_round(f"{first[-1].text} {first[0].text}", other.text, turned)
                found.ties.append(NameTie(*pair, "joined", 1.0, len(other.sound), False))
                second.remove(other)
                del first[-1], first[0]
            if met is None:
                continue
            run, how = met
            text = "".join(one.text for one in first[run])
            if in_characters and other.text not in (text, in_wade_giles(text)) and in_wade_giles(other.text) != text:
                continue
            pair = turned_round(" ".join(one.text for one in first[run]), other.text, turned)
            found.ties.append(NameTie(*pair, how, 1.0, len(other.sound), False))
            second.remove(other)
            del first[run]


def _run(words: list[NameWord], one: NameWord) -> tuple[slice, How] | None:
    for start in range(len(words) - 1):
        text, initials = words[start].text, words[start].text[0]
        begins = (one.text[:1], in_wade_giles(one.text)[:1])
        if initials not in begins and coarse_sound(words[start].text)[:1] != coarse_sound(one.text)[:1]:
            continue
        for end in range(start + 1, min(start + 3, len(words))):
            text, initials = text + words[end].text, initials + words[end].text[0]
            singles = sum(len(word.text) == 1 for word in words[start : end + 1])
            if singles in (0, end + 1 - start) and _one_word(words[start : end + 1], text, one):
                return slice(start, end + 1), "joined"
            if initials == one.text and not VOWELS.search(initials):
                return slice(start, end + 1), "initial"
    return None


def _one_word(words: list[NameWord], text: str, one: NameWord) -> bool:
    if all(word.printed for word in words) and is_arabic(words[0].printed) and not one.printed:
        return not unlike_print("".join(word.printed for word in words), one.text)
    if is_arabic(one.printed) and not any(word.printed for word in words) and not unlike_print(one.printed, text):
        # Wahmi Ali is not وهمی: one of them would be nothing.
        return all(unlike_print(one.printed, text.replace(word.text, "", 1)) for word in words if not word.particle)
    if any(coarse_sound("".join(other.text for other in words if other is not word)) == coarse_sound(one.text) for word in words):
        # One of them would be nothing.
        return False
    if len(one.sound) >= _JOINED_LONG and OSA.distance(person_sound(text), one.sound) <= 1:
        # The family name Uss is no slip at the end of the patronymic before it.
        rests = (text.replace(word.text, "", 1) for word in words if not word.particle)
        return all(OSA.distance(person_sound(rest), one.sound) > 1 for rest in rests)
    return person_sound(text) == one.sound or coarse_sound(text) == coarse_sound(one.text) or in_wade_giles(one.text) == text
