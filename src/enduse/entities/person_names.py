"""A person's name read: its words in the order of speaking, without titles, in Latin letters and by whatever else they may be known.

Where letters are of a script that no rule here reads well, the print itself is kept: a dictionary of names knows it or does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import yaml

from enduse.entities.names import romanise, scripts_of
from enduse.entities.person_sounds import ARTICLE, is_arabic, person_sound, plain_arabic
from enduse.terms.garbled import readable
from enduse.terms.hangul import HANGUL, usual
from enduse.terms.scripts import HAN
from enduse.terms.sounds import sound_of

_SIGNS = re.compile(rf"[\u3040-\u30ff{HAN}\uac00-\ud7af]")
_CHINESE = re.compile(f"[{HAN}]+")
_FAMILY_FIRST = re.compile(rf"[{HAN}]{{2,4}}|[\uac00-\ud7af]{{2,4}}")
_LATIN_WORD = re.compile("[a-zA-Z]{2,}")
_PARTED = re.compile(r"[·・•\s]+")
_WORDS = re.compile(r"[^\W_]+")
_PRINTED = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|(?<=[^\x00-\u02ff])[^\s\x00-\u02ff,.·・•()-])*")
"""A word with the marks that belong to it: vowels of Khmer, Thai or Bengali are no letters for Python."""
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc'`\u02bb\u02bd\u02bf\u02be]")
_PATRONYMIC = re.compile(r"(.{3,}?)i?(?:ov|ev|av|iv|(?<=[aeo])u)(?:ic|iC|ik|na|nu|iCh)$")
# Abd al-Aziz, Abdel Aziz, Abdul Aziz, Abdulaziz, Abdurrahman, Abdur Rahman.
_SERVANT = re.compile(
    r"\babd(?:[aeou]l\b[\s-]*|[aeou]l(?!lah\b)(?!\w*(?:ov|ev)a?\b)(?=\w{3})|[\s-]+(?:al|el|ul)(?:[\s-]+|(?=\w{3}))|[aeou]([rnst])(?=\1)|[aeou]([rnstdz])[\s-]+(?=\2))",
    re.IGNORECASE,
)
_OF_GOD = re.compile(r"\babd[aeiou]?[\s-]*[aeiou]?ll+[aie]h?\b", re.IGNORECASE)
# Salah al-Din, Salahaldin, Salaheddine.
_OF_FAITH = re.compile(r"(?<=\w{3})(?:[\s-]*[aeu]l[\s-]*d(?:i|ee)n|(?:[aeu]d|[\s-]+[aeu]d?[\s-]*)d(?:i|ee)ne?)\b", re.IGNORECASE)
_IN_ARABIC = (
    (re.compile(r"(?<=\w)[\s-]*ا?لل[هہةۃ]\b"), "لله"), (re.compile(r"(?<=\w)[\s-]*الد[يیى]ن\b"), "دين"),
    (re.compile(r"\bعبدال(?=\w{2})"), "عبد "),
)  # fmt: skip
"""What stands before the name of God, the faith or a name of God is one name with it, however it is parted."""
_FAMILY_IN_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}\b.*[a-z]{2}")
_READ_HERE = frozenset({"LATIN", "CYRILLIC", "ARABIC"})
_BEHIND = re.compile(
    r"(?<=\w)[\s,;.(\[-]+(?:(?:d\.?o\.?b|date\s+of\s+birth|born|geb|n\u00e9e?\s+le|passport|pass\.?\s+no|national\s+id|id\s+(?:no|card)|род\.?"
    r"|дата\s+рождения|паспорт|инн|inn)\b(?=\D{0,25}\d)|(?:nationality|citizen(?:ship)?(?:\s+of)?|гражданств\w+)\s*:|\d{4}\s?г\.?\s?р\b).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is printed behind a person's name: when he was born, his passport."""
# Several names in one cell.
_SEVERAL = re.compile(r"[;(\[]|\ba\.?k\.?a\b|\s/\s", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_KNOWN_AS = re.compile(r"\s*a\.?k\.?a\b", re.IGNORECASE)
_PARTS = re.compile(r";|\s/\s|\ba\.?k\.?a\b\.?", re.IGNORECASE)
_TWO_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_FATHER = frozenset({"bin", "ibn", "bint"})
"""No name begins with son of: where one does, the family name was put first."""
_FAMILY_WORDS = 2
_ARTICLES = frozenset({"al", "el"})
_WORD_LISTS = ("particles", "titles", "titles_in_front", "titles_in_arabic", "titles_in_front_in_arabic", "families_of_two",
               "korean_families")  # fmt: skip
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


class NameWord(NamedTuple):
    """One word of a person's name: in Latin letters, as it sounds, whether it hardly speaks, whether it is a father's name.

    `printed` is the word in Arabic letters, or in those of a script that only a dictionary of names reads; empty for all others.
    """

    text: str
    sound: str
    particle: bool
    patronymic: bool
    printed: str = ""


@dataclass(frozen=True, eq=False)
class PersonName:
    """A person's name read: its words in the order of speaking, given name first where a comma says which that is."""

    name: str
    words: tuple[NameWord, ...]
    signs: str = ""
    """The characters of a name written in Chinese, Japanese or Korean signs; empty for all others."""
    parts: tuple[str, ...] = ()
    """The same, one part for each word."""
    given: str = ""
    """The first word where it is likely the given name: not where it alone is in capitals, as a family name put first is,
    nor where a digit stands in it or another script."""
    generation: str = ""
    """The elder or the younger of two of one name, where it says which: sr, jr, ii, iii."""


@lru_cache(maxsize=100_000)
def read_person(name: str) -> PersonName:
    """Return a person's name read; never fails, whatever the text.

    >>> [one.text for one in read_person("Example, Anna B.").words]
    ['anna', 'b', 'example']
    """
    text = unicodedata.normalize("NFKC", readable(name))
    signs = "".join(_SIGNS.findall(text))
    if signs and not re.search(r"[a-zA-Z]", text):
        return _in_signs(name, [part for part in _PARTED.split(text) if part], signs)
    text = _BEHIND.sub("", text)
    if signs and len(_LATIN_WORD.findall(text)) > 1:
        # One name printed twice: the Latin print is spelled, the Korean one says no more.
        text = HANGUL.sub(" ", text)
    if text.count(",") == 1:
        family, _, given = text.partition(",")
        text = f"{given} {family}"
    text = _APOSTROPHES.sub("", text)
    for parted, whole in _IN_ARABIC:
        text = parted.sub(whole, text)
    text = _SERVANT.sub(" abdul ", _OF_GOD.sub("abdullah", _OF_FAITH.sub("uddin", text)))
    words = [word for printed in _PRINTED.findall(text) for word in _words(printed)]
    # Sr. in front is a Spanish Mr., behind a comma it is the elder.
    behind = words if "," in name else words[1:]
    generation = next((_GENERATIONS[word.text] for word in behind if word.text in _GENERATIONS), "")
    words = _without_titles(words)
    if all(word.particle for word in words):
        # Ben alone is a name: a word that hardly speaks does so beside others.
        words = [word._replace(particle=False) for word in words]
    if len(words) > _FAMILY_WORDS and words[0].text in _FATHER:
        words = [*words[_FAMILY_WORDS:], *words[:_FAMILY_WORDS]]
    if words and words[-1].particle:
        # It stands before or between names: behind them it is one (Ten, O).
        words[-1] = words[-1]._replace(particle=False)
    likely = bool(words) and words[0].text.isalpha() and not words[0].printed and not _FAMILY_IN_CAPITALS.match(text.strip())
    first = words[0].text if likely else ""
    return PersonName(name, tuple(words), given=first, generation=generation)


@lru_cache(maxsize=50_000)
def printed_names(name: str) -> tuple[str, ...]:
    """Return the names that a person's cell holds: behind a semicolon, behind a.k.a., in brackets in other letters; else the one.

    >>> printed_names("Anna Example; Anne Exampel"), printed_names("Anna (a.k.a. Anne) Example")
    (('Anna Example', 'Anne Exampel'), ('Anna Example',))
    >>> printed_names("Anna VYMYSLOVA (Анна ВЫМЫСЛОВА)"), printed_names("Anna Example")
    (('Anna VYMYSLOVA', 'Анна ВЫМЫСЛОВА'), ('Anna Example',))
    """
    if not _SEVERAL.search(name):
        return (name,)
    inside = _BRACKETED.findall(name)
    outside = _BRACKETED.sub(" ", name)
    told = [one for one in inside if _KNOWN_AS.match(one) or scripts_of(one).isdisjoint(scripts_of(outside))]
    found = [] if len(told) == len(inside) else [name]
    # Spellings of a single word stand behind commas, and are no name.
    found += [part for text in (outside, *(one for one in told if "," not in one)) for part in _PARTS.split(text)]
    names = (" ".join(part.strip(" ,-\u2013").split()) for part in found)
    return tuple(dict.fromkeys(one for one in names if len(_WORDS.findall(one)) > 1)) or (name,)


def behind_article(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the Arabic article stands in Latin letters in front of a word of a name."""
    return at > 0 and words[at - 1].text in _ARTICLES


def _without_titles(words: list[NameWord]) -> list[NameWord]:
    """Return the words that are no titles; the last word is left when nothing else says who it is: al-Hajj."""
    known = _known()
    left: list[NameWord] = []
    for at, word in enumerate(words):
        title = word.text in known["titles"] or (not left and word.text in known["titles_in_front"])
        if word.printed:
            bare = plain_arabic(word.printed)
            title = title or bare in known["titles_in_arabic"] or (not left and bare in known["titles_in_front_in_arabic"])
        # Behind all others the article makes a family name of it: al-Shaykh, El Sayed.
        family = title and left and at == len(words) - 1 and (behind_article(words, at) or word.printed.startswith(ARTICLE))
        if family or not title:
            left.append(word)
    return left if any(not word.particle for word in left) else words[-1:]


@lru_cache(maxsize=100_000)
def like_a_person(name: str) -> bool:
    """Tell whether a name can only be a person's: beside another word stands a common given name, a patronymic, or the son of.

    >>> like_a_person("Vladimir Vymyslov"), like_a_person("Vymyslov Kestrel"), like_a_person("Vladimir")
    (True, False, False)
    """
    words = read_person(name).words
    return len(words) > 1 and any(one.patronymic or one.text in _FATHER or is_given(one.text) for one in words)


def is_chinese(name: PersonName) -> bool:
    """Tell whether a name is written in Chinese characters alone."""
    return bool(name.signs) and _CHINESE.fullmatch(name.signs) is not None


def is_korean(name: PersonName) -> bool:
    """Tell whether a name is written in Korean letters."""
    return HANGUL.search(name.signs) is not None


def is_given(word: str) -> bool:
    """Tell whether a word is a common given name: Vladimir, which is a city too."""
    return person_sound(word) in short_forms()


def _in_signs(name: str, parts: list[str], signs: str) -> PersonName:
    """Return a name in signs read: 习近平 is 习 and 近平, for the family name stands first and has one character, seldom two."""
    if len(parts) == 1 and _FAMILY_FIRST.fullmatch(parts[0]):
        family = 2 if parts[0][:2] in _known()["families_of_two"] and len(parts[0]) > 2 else 1
        both = (parts[0][:family], parts[0][family:])
        return PersonName(name, tuple(_word(_latin(part)) for part in both), signs, both)
    # What is parted by a dot, or is written by sound, is no Chinese name.
    read = [(_word(latin, part), part) for part in parts if (latin := _latin(part))]
    return PersonName(name, tuple(word for word, _ in read), signs, tuple(part for _, part in read))


def _latin(part: str) -> str:
    if not HANGUL.fullmatch(part):
        return re.sub(r"[^\w]", "", romanise(part))
    # A family name of one letter is no initial: Yi, that is Lee.
    latin = usual(part)[0]
    return latin if len(latin) > 1 else f"y{latin}"


def _words(printed: str) -> list[NameWord]:
    """Return the words that one printed word is: MacDonald and AlHamad are two when written so."""
    if scripts_of(printed) <= _READ_HERE and not is_arabic(printed):
        return [_word(one) for one in _WORDS.findall(_plain(romanise(printed)))]
    latin = "".join(_WORDS.findall(_plain(_APOSTROPHES.sub("", romanise(printed)))))
    return [_word(latin, printed)] if latin else []


def _plain(text: str) -> str:
    if text.isascii():
        return text if text.islower() else _TWO_WORDS.sub(" ", text).casefold()
    decomposed = unicodedata.normalize("NFKD", _TWO_WORDS.sub(" ", text).casefold())
    special = decomposed.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("đ", "d").replace("ə", "a")
    return "".join(letter for letter in special if not unicodedata.combining(letter))


def _word(token: str, printed: str = "") -> NameWord:
    token = _plain(token)
    sound = person_sound(token)
    return NameWord(token, sound, token in _known()["particles"], _PATRONYMIC.match(sound_of(token)) is not None, printed)


@cache
def _known() -> dict[str, frozenset[str]]:
    return {kind: frozenset(_file()[kind].split()) for kind in _WORD_LISTS}


def korean_families() -> frozenset[str]:
    """Return the family names that most Koreans bear, in Latin letters."""
    return _known()["korean_families"]


def father_of(sound: str) -> tuple[str, ...]:
    """Return what a father may be called whose name a patronymic is made of, as it sounds, the likeliest first.

    None when the word is no patronymic.

    >>> father_of("sergeeviC"), father_of("ivanovna"), father_of("ivanov")
    (('sergeei', 'sergei', 'serge'), ('ivanei', 'ivani', 'ivan'), ())
    """
    found = _PATRONYMIC.match(sound)
    return (f"{found[1]}ei", f"{found[1]}i", found[1]) if found else ()


@cache
def short_forms() -> dict[str, frozenset[int]]:
    """Return {common given name or short form as it sounds: the lines of people.yml it stands on}."""
    return _by_sound(_lines("short"))


@cache
def familiar_forms() -> dict[str, frozenset[int]]:
    """Return the same with what friends and clerks say, and with family names of Koreans."""
    return _by_sound(short_lines())


def short_lines() -> list[list[str]]:
    """Return the lines of short and familiar forms, each the words of one name."""
    return _lines("short") + _lines("familiar")


def _lines(kind: str) -> list[list[str]]:
    return [line.split() for line in _file()[kind].splitlines()]


def _by_sound(lines: list[list[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, words in enumerate(lines):
        for word in words:
            found[person_sound(word)] = found.get(person_sound(word), frozenset()) | {number}
    return found


@cache
def _file() -> dict[str, str]:
    text = (resources.files("enduse.entities") / "people.yml").read_text(encoding="utf-8")
    read: dict[str, str] = yaml.safe_load(text)
    return read
