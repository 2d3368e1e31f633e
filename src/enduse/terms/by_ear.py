"""English words and the names of English letters as Russian takes them down by ear, in the letters of `sounds`.

Pure: the same word always sounds the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.terms.sounds import sound_of

_WORD_MIN = 3
LETTERS_MIN, LETTERS_MAX = 2, 5
"""So many letters may be spelled out."""
_NAMES = {
    "a": "ei|ey", "b": "bi", "c": "si", "d": "di", "f": "ef", "g": "dzhi", "h": "eich|eych", "i": "ai|ay", "j": "dzhei|dzhey",
    "k": "kei|key", "l": "el", "m": "em", "n": "en", "o": "ou", "p": "pi", "q": "kyu", "r": "ar|er", "s": "es", "t": "ti", "u": "yu",
    "v": "vi", "w": "dablyu", "x": "eks|iks", "y": "uai|uay|vai|vay", "z": "zed|zet",
}  # fmt: skip
"""How Russian writes the names of English letters, in Latin letters again; a lone vowel would stand anywhere and is left out."""
_LONGEST_FIRST = sorted(_NAMES.items(), key=lambda one: -one[1].find("|") if "|" in one[1] else -len(one[1]))
_LETTER = re.compile("|".join(f"(?P<{letter}>{names})" for letter, names in _LONGEST_FIRST))
_ENGLISH = tuple((re.compile(letters), sound) for letters, sound in (
    (r"^wh", "v"), (r"^wr", "r"), (r"^kn", "n"), (r"ph", "f"), (r"tech", "tek"), (r"chr", "kr"), (r"tions?$", "shn"), (r"tion", "shn"),
    (r"sion", "zhn"), (r"ture$", "cher"), (r"igh", "ai"), (r"ck", "k"), (r"qu", "kv"), (r"c(?=[eiy])", "s"), (r"dge?$", "dzh"),
    (r"ge$", "dzh"), (r"j", "dzh"), (r"g(?=[ei])", "dzh"), (r"ey$", "i"), (r"(?<=.)ce$", "s"), (r"ai|ay", "ei"),
    (r"^([^aeiouy]+)y$", r"\1ai"), (r"^([^aeiouy]+)ive$", r"\1aiv"), (r"a([^aeiouyrwx])e$", r"ei\1"),
    (r"i([^aeiouyvwx])e$", r"ai\1"), (r"o([^aeiouyrwx])e$", r"ou\1"), (r"u([^aeiouyrwx])e$", r"iu\1"), (r"(?<=[aiu]r)e$", ""),
    (r"(?<=[^aeiouy])e$", ""), (r"oo", "u"), (r"ee|ea", "i"), (r"ou|ow", "au"), (r"oa", "ou"), (r"ew|ue$", "iu"),
))  # fmt: skip
"""What English letters sound like, in the letters of `sounds`; in this order."""
_CLOSED_U = re.compile("(?<=[^aeiouy])u(?=[^aeiouy])")
_MAY_DIFFER = re.compile(
    r"^(?:wh|wr|kn|[^aeiouy]+y$)|ph|tech|chr|[ts]ion|ture$|igh|ck|qu|c[eiy]|dg|j|g[ei]|ey$|a[iy]|[^aeiouy]e$|oo|e[ea]|o[uwa]|ew|ue$"
    r"|[^aeiouy]u[^aeiouy]"
)
"""What a word has that one of the above, or an u, changes: most words of names have none of it."""


@lru_cache(maxsize=100_000)
def spoken(text: str) -> tuple[str, ...]:
    """Return how an English word sounds to a Russian ear, where that is not how it is spelled; empty for words of two letters.

    >>> spoken("line"), spoken("retail"), spoken("vympel")
    (('lain',), ('reteil',), ())
    """
    if len(text) < _WORD_MIN or not text.isascii() or not _MAY_DIFFER.search(text):
        return ()
    heard = text
    for letters, sound in _ENGLISH:
        heard = letters.sub(sound, heard)
    plain = sound_of(text)
    found = {sound_of(heard), sound_of(_CLOSED_U.sub("a", heard))}
    return tuple(sorted(found - {plain}))


@lru_cache(maxsize=100_000)
def letters_of(text: str) -> str:
    """Return the English letters whose names a text is made of; empty when it is not, or is one letter only.

    >>> letters_of("yuesem"), letters_of("dzhiefkei"), letters_of("vympel")
    ('usm', 'gfk', '')
    """
    found, at = "", 0
    while at < len(text):
        one = _LETTER.match(text, at)
        if one is None:
            return ""
        found += str(one.lastgroup)
        at = one.end()
    return found if LETTERS_MIN <= len(found) <= LETTERS_MAX else ""
