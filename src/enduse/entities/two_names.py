"""When two words of people's names that look alike are two names and no slip of one: Amir and Amin, Paul and Paula, Moroz and Morozov.

A slip of the pen seldom makes another name that people bear, and a habit of romanising never does.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import yaml
from rapidfuzz.distance import OSA

from enduse.entities.person_names import father_of, short_lines
from enduse.entities.person_sounds import coarse_sound, spelled
from enduse.terms.sounds import sound_of

_FEMININE_FAMILY = re.compile(r"(?:[oe]v|in|sk|[sc]h?k|y|i|j)a$|aya$|aia$|[^aeiou]k[ao]$")
"""A family name that has a form for women, and the ending that some write with a and some with o."""
_MISTYPED = re.compile(r"([^aeioul])\1")
"""No name begins with a doubled consonant, but for Lloyd."""
_SHORT = 5
"""Letters up to which another letter of a given name makes another given name."""
_SLIPS, _LONG = 2, 11
"""Letters that are no slip where one of them is a consonant, and of how many letters two may be wrong all the same."""
_LIKE_A_SLIP = 0.68
"""How alike two words are in which two letters of seven are wrong."""
_FIRST_CONSONANTS = frozenset("Skptsflmnr")
_HEARD_ALIKE = frozenset(map(frozenset, ("kS", "fp")))
"""First consonants, as they sound coarsely, that languages read differently: Celik and Jelik, Vasilis and Basil."""
_VOWELS, _VOWELS_AT_END = re.compile("[aiuh]"), frozenset("aiu")
_OF_GOD = ("uddin", "ullah", "allah")
_EAST = "middle_east"
_ROOT_MIN, _BORNE_MIN = 3, 3
"""Letters from which a word has a form for women, and from which it is looked up: shorter ones are syllables of many languages."""
_CONSONANT_ENDS = re.compile(r"[bcdfgjklmnpqrstvxz]$")
_BELONGS = ("ov", "ev", "enko", "enkov", "chuk", "in", "uk", "iuk", "enkova")


@lru_cache(maxsize=200_000)
def two_names(one: str, other: str) -> bool:
    """Tell whether two words in Latin letters are two names, however few letters part them; a word nobody knows tells nothing.

    >>> two_names("hasan", "hosein"), two_names("hassan", "hasan"), two_names("amir", "amri")
    (True, False, False)
    >>> two_names("manturov", "manturova"), two_names("denis", "denisa"), two_names("moroz", "morozov")
    (False, True, True)
    """
    if (apart := _borne_apart(one, other)) is not None:
        return apart
    return _of_other_sex(*sorted((one, other), key=len)) or _derived(*sorted((one, other), key=len))


def known_as_two(one: str, other: str) -> bool:
    """Tell whether two words are both names that people bear, and not one name.

    >>> known_as_two("arslan", "aslan"), known_as_two("muller", "mueller"), known_as_two("arslan", "kestrelan")
    (True, False, False)
    """
    return _borne_apart(one, other) is True


def _borne_apart(one: str, other: str) -> bool | None:
    """Tell whether two known names have no name in common; null where one of them is not known, or spellings of the East do not tell."""
    ours, theirs = borne(one), borne(other)
    if ours and theirs and (spelled(one) != spelled(other) or not (of_the_east(one) or of_the_east(other))):
        return ours.isdisjoint(theirs)
    return None


def one_name(one: str, other: str) -> bool:
    """Tell whether two words are known as spellings of one name: Yury and Iouri, Qasim and Ghasem.

    >>> one_name("evgeny", "yauheni"), one_name("evgeny", "evgenia")
    (True, False)
    """
    return any(number < _many_names() for number in borne(one) & borne(other))


def plainly_two(one: str, other: str) -> bool:
    """Tell whether two short given names are two though nobody knows them: another consonant, or another vowel at the end.

    Not so where only habits of romanising part them, or two letters are swapped.

    >>> plainly_two("nabih", "nabil"), plainly_two("yuki", "yuko"), plainly_two("nashir", "nassir"), plainly_two("moshen", "mohsen")
    (True, True, False, False)
    """
    if max(len(one), len(other)) > _SHORT or sorted(one) == sorted(other) or one_name(one, other):
        return False
    ours, theirs = coarse_sound(one.replace("e", "i")).lower(), coarse_sound(other.replace("e", "i")).lower()
    if _VOWELS.sub("", ours) != _VOWELS.sub("", theirs):
        return True
    return ours[-1:] != theirs[-1:] and {ours[-1:], theirs[-1:]} <= _VOWELS_AT_END


def another_name(one: str, other: str, slips: float, alike: float) -> bool:
    """Tell whether a word is no slip of another, though few letters part them.

    A slip is one letter; what ears and habits of romanising part are vowels. So two letters one of which is a consonant make another
    name where the word is long or known, two consonants in any word; and so does another consonant at the beginning, which is missed least.

    >>> another_name("babkin", "babushkin", 2, 0.75), another_name("radic", "tadic", 1, 0.8), another_name("katsuba", "kacuba", 1, 0.8)
    (True, True, False)
    """
    if sorted(one) == sorted(other):
        return False
    ours, theirs = coarse_sound(one), coarse_sound(other)
    if slips >= _SLIPS and max(len(ours), len(theirs)) < _LONG:
        consonants = OSA.distance(_VOWELS.sub("", ours), _VOWELS.sub("", theirs))
        if consonants >= _SLIPS or (consonants and (alike >= _LIKE_A_SLIP or borne(one) or borne(other))):
            return True
    first = frozenset((ours[:1], theirs[:1]))
    dropped = ours[1:2] == theirs[:1] or theirs[1:2] == ours[:1]
    return len(first & _FIRST_CONSONANTS) > 1 and first not in _HEARD_ALIKE and one[0] != other[0] and not dropped


def fathers(word: str) -> frozenset[int]:
    """Return the names that the father may have whom a patronymic is made of, as numbers; none when he is not known."""
    return next((found for one in father_of(sound_of(word)) if (found := borne(one))), frozenset())


@lru_cache(maxsize=100_000)
def borne(word: str) -> frozenset[int]:
    """Return the names that a word may be, as numbers; none when it is nobody's that is known."""
    if len(word) < _BORNE_MIN or _MISTYPED.match(word):
        return frozenset()
    known, eastern = _known()
    for each in (word, word.removesuffix("a")) if _FEMININE_FAMILY.search(word) else (word,):
        if found := known.get(sound_of(each)) or eastern.get(spelled(each)):
            return found
    return frozenset()


def of_the_east(word: str) -> bool:
    """Tell whether a word is a given name of Arabs, Turks or Persians, whose names are chains of such."""
    return word.endswith(_OF_GOD) or not borne(word).isdisjoint(_numbers(_EAST))


def family_name(word: str) -> bool:
    """Tell whether a word is known as a family name only."""
    found = borne(word)
    return bool(found) and found <= _numbers("families")


def _of_other_sex(shorter: str, longer: str) -> bool:
    """Tell whether one of two words is the other's form for a woman: Jan, Jana; Julio, Julia. Family names have one too, and are one."""
    if len(shorter) < _ROOT_MIN or _FEMININE_FAMILY.search(longer) or _FEMININE_FAMILY.search(shorter):
        return False
    if len(shorter) == len(longer):
        return shorter[:-1] == longer[:-1] and {shorter[-1], longer[-1]} == {"a", "o"}
    if longer in (f"{shorter}ka", f"{shorter[:-1]}is", f"{shorter[:-1]}os"):
        # Stoyan, Stoyanka; Dimitra, Dimitris.
        return longer.endswith("ka") or shorter.endswith("a")
    return longer == f"{shorter}a" and _CONSONANT_ENDS.search(shorter) is not None


def _derived(shorter: str, longer: str) -> bool:
    """Tell whether one family name is made of the other: Moroz, Morozov; Bondar, Bondarenko; of a given name of the East: Vahid, Vahidi."""
    if longer[-1:] in tuple("iy") and spelled(longer) == f"{spelled(shorter)}i" and of_the_east(shorter):
        return borne(longer).isdisjoint(borne(shorter))
    return len(shorter) > _ROOT_MIN and longer.startswith(shorter) and longer[len(shorter) :] in _BELONGS


@cache
def _known() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Return {word as it sounds: its names}, and of the East {what spellings of one name share: the names}."""
    known: dict[str, frozenset[int]] = {}
    eastern: dict[str, frozenset[int]] = {}
    sections = [(section, name.split("/")) for section, names in _file().items() for name in names.split()]
    for number, (section, spellings) in enumerate([*sections, *(("short", line) for line in short_lines())]):
        for word in spellings:
            known[sound_of(word)] = known.get(sound_of(word), frozenset()) | {number}
            if section == _EAST:
                eastern[spelled(word)] = eastern.get(spelled(word), frozenset()) | {number}
    return known, eastern


@cache
def _many_names() -> int:
    """Return how many names the file holds; the numbers of short forms stand behind."""
    return sum(len(names.split()) for names in _file().values())


@cache
def _numbers(section: str) -> frozenset[int]:
    """Return the numbers of the names of one section of the file."""
    sections = [one for one, names in _file().items() for _ in names.split()]
    return frozenset(number for number, one in enumerate(sections) if one == section)


@cache
def _file() -> dict[str, str]:
    text = (resources.files("enduse.entities") / "people_names.yml").read_text(encoding="utf-8")
    read: dict[str, str] = yaml.safe_load(text)
    return read
