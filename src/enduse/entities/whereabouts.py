"""Where a printed name says that its company is: a country or a city that stands behind the name and is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.entities.contacts import contacts_of
from enduse.entities.meaning import meanings
from enduse.entities.notes import A_ROAD, HAN, before_bracket, place_in, without_notes
from enduse.terms.cyrillic_forms import BEHIND as BEHIND_CYRILLIC
from enduse.terms.garbled import readable
from enduse.terms.legal_forms import without_forms
from enduse.terms.national_forms import BEHIND
from enduse.terms.sounds import in_latin, sound_of
from enduse.terms.territories import country_named, is_country

_BEHIND_SIGN = re.compile(r"(?<=[^\W_]|[.)»\"”’'])(?:\s*[,;，；/]\s*|\s+[-–—]\s+)(?P<place>[^,;，；/()]{2,40}?)[\s.,;]*$")
_BEHIND_FORM = tuple(re.compile(rf"(?<=[^\W_]|[.»\"”’'])\s+(?P<place>[^\W\d_]+(?:[ -][^\W\d_]+){{{words}}})[\s.,;]*$") for words in (0, 1))
_QUOTED = ("»", '"', "”", "’", "'")
_HAN_FORM = re.compile(r"(?:公司|企业|工厂|厂)$")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[,;\n]")
_CITY_LETTERS_MIN = 3
_CITY = (["g"], ["gor"], ["gorod"])
_REGIONS = frozenset({"oblast", "obl", "region", "rayon", "raion", "krai", "kray", "area", "district", "province"})
"""Behind such a word's adjective stands no city: Пермский край."""
_CODE_LETTERS = 2
_ENDS = frozenset({"federation", "федерация", "republic", "республика", "of", "kingdom", "states", "emirates", "эмираты", "королевство"})
"""Last words of countries' names in several words."""
_NAME_MIN = 3
_PLACES_MAX = 3
"""So many places stand behind a name at most: a city, a region, a country."""


@lru_cache(maxsize=100_000)
def without_place(name: str) -> tuple[str, str]:
    """Return a name without its notes and without the places behind it, and the nearest of these in Latin letters; empty without one.

    A country counts in brackets, behind a sign, and behind a legal form; a city in brackets, behind `г.`, and behind a legal form. What
    stands in front of a legal form is part of the name.

    >>> without_place("ООО Пример (РФ)"), without_place("Example LLC, MOSCOW, RUSSIA")
    (('ООО Пример', 'rf'), ('Example LLC', 'moscow'))
    >>> without_place("Example (China) Co., Ltd."), without_place("Example Russia"), without_place("Example, Jordan")
    (('Example (China) Co., Ltd.', ''), ('Example Russia', ''), ('Example, Jordan', ''))
    """
    text, nearest = without_notes(readable(name))
    for _ in range(_PLACES_MAX):
        text, place = _cut(text)
        if not place:
            break
        nearest = place
    return text, nearest


def _cut(text: str) -> tuple[str, str]:
    """Return a text without the last place behind it, and that place; empty without one."""
    last = _last_word(text)
    if not last or not _may_end_place(last):
        return text, ""
    head, place = before_bracket(text, cities=True)
    if place:
        return head, place
    for pattern in (_BEHIND_SIGN, *_BEHIND_FORM):
        found = pattern.search(text)
        if found is None:
            continue
        head, said = text[: found.start()], found["place"]
        form = _form_at_end(head)
        if pattern in _BEHIND_FORM and _is_form(said, head):
            continue
        if (form or (pattern is _BEHIND_SIGN and " " in head.strip())) and (place := place_in(said, cities=form)):
            return head, place
    return text, ""


def _last_word(text: str) -> str:
    """Return the last letters of a text that stand side by side; empty without any. Every name is asked for them.

    >>> _last_word("Example LLC."), _last_word("Example, г.Пермь 5"), _last_word("5")
    ('LLC', 'Пермь', '')
    """
    *_, word = text.rsplit(None, 1) or ("",)
    if word.isalpha():
        return word
    end = len(text)
    while end and not _is_letter(text[end - 1]):
        end -= 1
    start = end
    while start and _is_letter(text[start - 1]):
        start -= 1
    return text[start:end]


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()


def _is_form(said: str, head: str) -> bool:
    """Tell whether what looks like a place behind a name is the last word of its legal form: ХХК, & Co. KG, SARL AU."""
    word, before = said.casefold(), _WORD.findall(head.casefold())[-1:]
    return word in BEHIND_CYRILLIC or " ".join([*before, word]) in BEHIND


@lru_cache(maxsize=50_000)
def _may_end_place(word: str) -> bool:
    """Tell whether a name may end in a place whose last word this is: most names do not, and are not looked at further."""
    found = meanings(sound_of(in_latin(word.casefold())))
    if (found and found[0].kind == "place") or len(word) == _CODE_LETTERS or HAN.search(word) is not None:
        return True
    return word.casefold() in _ENDS or country_named(word) is not None


def _form_at_end(text: str) -> bool:
    """Tell whether a name ends where its legal form does, or its quotation marks: nothing behind that is part of it."""
    text = text.rstrip()
    if text.endswith(_QUOTED) or _HAN_FORM.search(text):
        return True
    tokens = [in_latin(one) for one in _WORD.findall(text.casefold())]
    kept = list(without_forms(tokens).tokens)
    return sum(map(len, kept)) >= _NAME_MIN and len(kept) < len(tokens) and kept == tokens[: len(kept)]


def meaning_of_place(place: str) -> str | None:
    """Return what a place in Latin letters means, as the lexicon has it; null for none.

    >>> meaning_of_place("rf"), meaning_of_place("moskva"), meaning_of_place("")
    ('russia', 'moscow', None)
    """
    found = meanings(sound_of(place)) if place else ()
    return found[0].meaning if found and found[0].kind == "place" else None


@lru_cache(maxsize=50_000)
def cities_in(address: str) -> frozenset[str]:
    """Return the cities that an address names, as the lexicon knows them: no countries, regions and names of roads.

    >>> sorted(cities_in("Россия, 420000, г. Казань, ул. Московская, 5")), sorted(cities_in("5 Primernaya st., Perm"))
    (['kazan'], ['perm'])
    """
    parts = [_WORD.findall(part) for part in _PART.split(contacts_of(address).rest.casefold())]
    return frozenset(place for part in parts for place in _places([in_latin(one) for one in part]))


def _places(words: list[str]) -> Iterator[str]:
    """Yield the cities among the words between two commas."""
    for at, word in enumerate(words):
        found = meanings(sound_of(word))
        if len(word) < _CITY_LETTERS_MIN or not found or found[0].kind != "place":
            continue
        before, behind = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
        road = any(A_ROAD.fullmatch(one) or one in _REGIONS for one in (*before, *behind))
        meant = found[0].meaning
        if (before in _CITY or not road) and not is_country(meant) and meant not in _REGIONS:
            yield meant
