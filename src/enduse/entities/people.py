"""How two people's names answer to each other: word for word, in any order, by sound, with what each side says beside.

A person's name has no trade, place or number. What tells two people apart is a word that stands against another one: a family
name, a given name, a patronymic. A word that only one side prints (a second given name, a patronymic) hardly speaks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

import yaml
from rapidfuzz.distance import OSA

from enduse.entities.names import romanise
from enduse.entities.romanisations import in_wade_giles
from enduse.entities.sides import SideBySide, turned_round
from enduse.terms.sounds import sound_of

How = Literal["same", "short form", "initial", "alike", "joined", "differ"]
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORDS = re.compile(r"[^\W_]+")
_VOWELS = re.compile(r"[aeiouh]")
_FOLDS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("iev", "ev"), ("ei", "i"), ("ai", "i"), ("dj", "j"), ("o", "u"))
_PATRONYMIC = re.compile(r".{3,}(?:ov|ev|av|iv)(?:ic|iC|ik|na|nu|iCh)$")
# 'Abd al-Aziz, Abdel Aziz, Abdul Aziz.
_SERVANT = re.compile(r"\babd(?:[ue]l\b[\s-]*|[\s-]+(?:al|el|ul)[\s-]+)", re.IGNORECASE)
_SAME, _ROMANISED, _ALIKE = 1.0, 0.95, 0.68
_JOINED_FROM = 2
"""Letters from which a word may be one written in two on the other side, or two first letters."""
_TYPED_MIN = 5
_SON_OF = frozenset({"bin", "ben", "ibn", "bint"})
"""What stands before it is the child's name, what stands behind it the father's."""
_FATHER = frozenset({"bin", "ibn", "bint"})
"""No name begins with son of: where one does, the family name was put first."""
_FAMILY_WORDS = 2
_WORDS_LEFT = 1
"""A title is no part of a name, but for the last word."""


class NameWord(NamedTuple):
    """One word of a person's name: as printed, as it sounds, whether it hardly speaks, whether it is a father's name."""

    text: str
    sound: str
    particle: bool
    patronymic: bool


@dataclass(frozen=True, eq=False)
class PersonName:
    """A person's name read: its words in the order of speaking, given name first where a comma says which that is."""

    name: str
    words: tuple[NameWord, ...]
    signs: str = ""
    """The characters of a name written in Chinese, Japanese or Korean signs; empty for all others."""


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
    """Two people's names. `turned` when the tied words stand in another order on the other side, `son_turned` when father and son do."""

    turned: bool = False
    son_turned: bool = False


@lru_cache(maxsize=100_000)
def read_person(name: str) -> PersonName:
    """Return a person's name read; never fails, whatever the text.

    >>> [one.text for one in read_person("Example, Anna B.").words]
    ['anna', 'b', 'example']
    """
    text = unicodedata.normalize("NFKC", name)
    signs = "".join(_SIGNS.findall(text))
    if signs and not re.search(r"[a-zA-Z]", text):
        parts = [part for part in re.split(r"[·・•\s]+", text) if part]
        # 习近平 is 习 and 近平: the family name stands first and has one character.
        parts = [parts[0][:1], parts[0][1:]] if len(parts) == 1 and 2 <= len(parts[0]) <= 4 else parts
        return PersonName(name, tuple(_word(romanise(part).replace(" ", "")) for part in parts if part), signs)
    if text.count(",") == 1:
        family, _, given = text.partition(",")
        text = f"{given} {family}"
    text = _SERVANT.sub(" abdul ", text)
    text = romanise(re.sub("[\u2018\u2019\u02bc'`\u02bb\u02bd]", "", text)).replace("\u02bf", "").replace("\u02be", "")
    tokens = _WORDS.findall(_plain(text))
    for title in [token for token in tokens if token in _known()["titles"]]:
        if len(tokens) > _WORDS_LEFT:
            tokens.remove(title)
    if len(tokens) > _FAMILY_WORDS and tokens[0] in _FATHER:
        tokens = [*tokens[_FAMILY_WORDS:], *tokens[:_FAMILY_WORDS]]
    return PersonName(name, tuple(map(_word, tokens)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text).casefold())
    special = decomposed.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("đ", "d").replace("ə", "a")
    return "".join(letter for letter in special if not unicodedata.combining(letter))


def _word(token: str) -> NameWord:
    token = _plain(token)
    sound = person_sound(token)
    return NameWord(token, sound, token in _known()["particles"], _PATRONYMIC.match(sound_of(token)) is not None)


@lru_cache(maxsize=200_000)
def person_sound(token: str) -> str:
    """Return how a word of a person's name sounds: Mohammed and Muhamad, Osama and Ousama are nearer than their letters.

    >>> person_sound("zelenskyy") == person_sound("Zelenskij".lower())
    True
    """
    sound = sound_of(token)
    if token.startswith("x"):
        # Xi is heard as Si, not as Ksi.
        sound = f"s{sound_of(token[1:])}"
    for spelling, folded in _FOLDS:
        sound = sound.replace(spelling, folded)
    return re.sub(r"(.)\1+", r"\1", sound)


@cache
def _known() -> dict[str, frozenset[str]]:
    text = (resources.files("enduse.entities") / "people.yml").read_text(encoding="utf-8")
    read: dict[str, str] = yaml.safe_load(text)
    return {kind: frozenset(read[kind].split()) for kind in ("particles", "titles")}


@cache
def _short_forms() -> dict[str, frozenset[int]]:
    """Return {word as it sounds: the lines of people.yml it stands on}."""
    text = (resources.files("enduse.entities") / "people.yml").read_text(encoding="utf-8")
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(yaml.safe_load(text)["short"].splitlines()):
        for word in line.split():
            found[person_sound(word)] = found.get(person_sound(word), frozenset()) | {number}
    return found


def meet_people(left: PersonName, right: PersonName) -> PeopleMet:
    """Return the two names laid side by side: each word of the shorter stands against one of the longer."""
    if left.signs and right.signs:
        return _by_signs(left, right)
    found = PeopleMet(left=list(left.words), right=list(right.words))
    _whole(found)
    pairs = [
        (-alike, at != to, at, to, how)
        for at, one in enumerate(found.left)
        for to, other in enumerate(found.right)
        for alike, how in (likeness(one, other),)
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
    order = [to for at, to in sorted(taken_left.items()) if likeness(found.left[at], found.right[to])[1] != "differ"]
    found.turned = order != sorted(order)
    found.son_turned = found.turned and all(_SON_OF & {one.text for one in side.words} for side in (left, right))
    found.left = [one for at, one in enumerate(found.left) if at not in taken_left]
    found.right = [one for to, one in enumerate(found.right) if to not in taken_right]
    return found


def _by_signs(left: PersonName, right: PersonName) -> PeopleMet:
    """Return two names in signs side by side: another sign is another name."""
    found = PeopleMet()
    for one, other in zip(left.signs, right.signs, strict=False):
        same = one == other
        found.ties.append(NameTie(one, other, "same" if same else "differ", float(same), 3, False))
    common = len(found.ties)
    found.left, found.right = ([NameWord(sign, sign, False, False) for sign in side.signs[common:]] for side in (left, right))
    return found


def _whole(found: PeopleMet) -> None:
    """Tie words that are one word on the other side: 'Jan Daniel' and 'Jandaniel', 'J C' and 'JC', 'Jean Claude' and 'JC'."""
    for first, second, turned in ((found.left, found.right, False), (found.right, found.left, True)):
        for other in [one for one in second if len(one.text) >= _JOINED_FROM]:
            met = _run(first, other)
            if met is None:
                continue
            run, how = met
            pair = turned_round(" ".join(one.text for one in first[run]), other.text, turned)
            found.ties.append(NameTie(*pair, how, 1.0, len(other.sound), False))
            second.remove(other)
            del first[run]


def _run(words: list[NameWord], one: NameWord) -> tuple[slice, How] | None:
    for start in range(len(words) - 1):
        text, initials = words[start].text, words[start].text[0]
        if initials not in (one.text[0], in_wade_giles(one.text)[:1]) and words[start].sound[:1] != one.sound[:1]:
            continue
        for end in range(start + 1, min(start + 3, len(words))):
            text, initials = text + words[end].text, initials + words[end].text[0]
            singles = sum(len(word.text) == 1 for word in words[start : end + 1])
            if singles in (0, end + 1 - start) and (person_sound(text) == one.sound or in_wade_giles(one.text) == text):
                return slice(start, end + 1), "joined"
            if initials == one.text and not _VOWELS.search(initials):
                return slice(start, end + 1), "initial"
    return None


@lru_cache(maxsize=200_000)
def likeness(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return how alike two words are (0 to 1) and by what; below .68 they differ. A given name is not a father's name."""
    alike, how = _likeness(one, other)
    return (alike, "differ") if how == "alike" and one.patronymic != other.patronymic else (alike, how)


def _likeness(one: NameWord, other: NameWord) -> tuple[float, How]:
    a, b = one.sound, other.sound
    if a == b or one.text == other.text:
        return _SAME, "same"
    if min(len(one.text), len(other.text)) == 1:
        return (0.9, "initial") if one.text[:1] == other.text[:1] else (0.0, "differ")
    if one.text == in_wade_giles(other.text) or other.text == in_wade_giles(one.text):
        return _ROMANISED, "same"
    if _short_forms().get(a, frozenset()) & _short_forms().get(b, frozenset()):
        return 0.85, "short form"
    slips = float(min(OSA.distance(a, b), OSA.distance(one.text, other.text)))
    if len(a) >= _TYPED_MIN and len(b) >= _TYPED_MIN and _VOWELS.sub("", a) == _VOWELS.sub("", b) and len(_VOWELS.sub("", a)) > 1:
        slips = min(slips, 0.5 * OSA.distance(a, b))
    alike = 1 - slips / max(len(a), len(b))
    return (alike, "alike") if alike >= _ALIKE else (max(alike, 0.0), "differ")
