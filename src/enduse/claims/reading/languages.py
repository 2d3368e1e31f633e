"""In which language a line is written, by script and common words; None rather than a guess."""

from __future__ import annotations

import re
from collections import Counter

from enduse.terms.scripts import is_han

_ENGLISH_WORDS = (
    "the of and to in that is was for on with as by at from it has have are be said this were which not an or its their had been "
    "will if when you we our your use all can may he she they but who what"
)
_FOREIGN_WORDS = (
    "der die das und ist nicht mit den von zu im für auf ein eine le la les et des est dans pour une du que el los las y en de por "
    "una con para il di che non per ve bir bu ile için w na z się jest que não com uma os dos cookies ce cette nous votre vos sur au "
    "aux par ne pas diese dieser wir sie um verwendet auch sich werden eines einer este esta su sus nuestra nuestro questo sito "
    "utilizza del della och att det som är på av te het een van voor niet deze website uw nasz strona używa plików ten ta to"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_FOREIGN = frozenset(_FOREIGN_WORDS.split()) - _ENGLISH


def language_of(text: str) -> str | None:
    """Return en, ru, uk or zh by script and letters; None when it is another language or too little to tell."""
    letters = Counter(
        "zh" if is_han(c) else "cy" if "\u0400" <= c <= "\u04ff" else "la" if c.isalpha() and c < "\u0250" else "?"
        for c in text
        if c.isalpha()
    )
    if not letters:
        return None
    script, count = letters.most_common(1)[0]
    if letters["zh"] * 2 > count and letters["zh"] * 3 > letters["la"]:
        return "zh"
    if script == "cy":
        return "uk" if re.search(r"[іїєґІЇЄҐ]", text) else "ru"
    if script != "la":
        return None
    words = re.findall(r"[a-zà-ÿ]+", text.casefold())
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if len(words) < 4 or (english == 0 and foreign == 0):
        return None
    return "en" if english >= foreign else None


def is_other_latin(text: str, language: str) -> bool:
    """Tell whether a line is in another language of Latin letters than the article."""
    words = re.findall(r"[a-zà-ÿ]+", text.casefold())
    return language == "en" and len(words) >= 6 and sum(word in _FOREIGN for word in words) > sum(word in _ENGLISH for word in words)
