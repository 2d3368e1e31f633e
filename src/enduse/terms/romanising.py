"""Whether a word in Latin letters spells a Cyrillic one, whoever took it down: passports, ISO 9, a German, a Frenchman, a Pole.

Each system writes a letter in its own way (щ is shch, šč, schtsch, chtch or szcz), and names mix systems. So of a
Cyrillic word is known what each of its letters may become. Pure; the Cyrillic word comes as `sounds.in_latin` writes it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_LETTERS_MIN = 2
_INITIALS_MAX = 6
_MAY_BE: dict[str, str] = {
    "shch": "shch|sch|sc|schtsch|szcz|chtch|tschtsch|shtch|sht|s", "iya": "iya|ia|ija|iia|ya|ja", "iyu": "iyu|iu|iju|iiu|yu|ju",
    "iye": "iye|ie|ije|ye|je", "dzh": "dzh|dz|dj|j|g|dsch", "zh": "zh|z|j|sch|sh|g", "kh": "kh|h|ch|x", "ts": "ts|tz|c|cz|z|tc",
    "ch": "ch|tch|tsch|cz|c|tsh|tc", "sh": "sh|sch|ch|sz|s", "yu": "yu|iu|ju|you|iou|jou|u", "ya": "ya|ia|ja", "ye": "ye|ie|je|e",
    "yi": "yi|i|ji|ii", "lj": "lj|ly|li|l", "nj": "nj|ny|ni|n", "dj": "dj|d|gj|dy", "gj": "gj|g|dj", "kj": "kj|k|c|tj", "ks": "ks|x",
    "v": "v|w", "g": "g|h|gh|gu", "e": "e|ye|ie|je|yo|io|jo", "i": "i|y|j|ii|yi", "y": "y|i|j|ij|", "k": "k|c|ck|q|ch", "u": "u|ou|w",
    "f": "f|ph|v", "j": "j|y|i|", "h": "h|kh|x|ch",
}  # fmt: skip
"""What is written for a letter or two; every other letter is itself. Accents are gone, doubled letters are one."""
_GERMAN = {"z": "z|s"}
_SPELLED_OUT = {"ts": "ts|c|tc", "zh": "zh|z|j", "kh": "kh|h|x|ch", "ch": "ch|c", "sh": "sh|s", "shch": "shch|sc|sch", "g": "g|h",
                "v": "v|w", "y": "y|j|i", "i": "i|y", "ya": "ya|ja|ia", "yu": "yu|ju|iu", "e": "e"}  # fmt: skip
"""The same of first letters, which are no word to any ear: ЗНТЦ is ZNTC, but МКС is no MCS."""
_AT_THE_END = {"v": "v|w|f"}
_UNIT = re.compile("shch|iy[aue]|dzh|zh|kh|ts|ch|sh|y[aeiu]|lj|nj|dj|gj|kj|ks|[a-z]")
_SIGNS_OF_GERMAN = re.compile("w|sch|tz")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=100_000)
def spells(latin: str, cyrillic: str) -> bool:
    """Tell whether a word in Latin letters may be a Cyrillic one, given as `sounds.in_latin` writes it.

    >>> spells("schtschokinoasot", "shchekinoazot"), spells("joly", "zholy"), spells("cacak", "chachak"), spells("zntc", "zntts")
    (True, True, True, True)
    >>> spells("mcs", "mks"), spells("tula", "tuva")
    (False, False)
    """
    if not (latin.isascii() and cyrillic.isascii() and latin.isalpha() and cyrillic.isalpha() and len(cyrillic) >= _LETTERS_MIN):
        return False
    if not 0.5 <= len(latin) / len(cyrillic) <= 2.0:
        return False
    initials = len(cyrillic) <= _INITIALS_MAX and not _VOWEL.search(cyrillic)
    german = not initials and _SIGNS_OF_GERMAN.search(latin) is not None
    unit = _UNIT.match(cyrillic)
    if unit is not None and (begins := _begins(unit[0], initials, german)) and latin[0] not in begins:
        # Most words: letter by letter only those are read that begin alike.
        return False
    return _is_written(latin if initials else _DOUBLED.sub(r"\1", latin), _each_letter(cyrillic, initials, german))


def _is_written(latin: str, each: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a word is made of one of what may be written for each letter: an expression is made for hundreds of times as much."""
    ends = {0}
    for written in each:
        ends = {at + len(one) for at in ends for one in written if latin.startswith(one, at)}
        if not ends:
            return False
    return len(latin) in ends


@cache
def _begins(unit: str, initials: bool, german: bool) -> str:
    """Return the first letters of what may be written for the first letter of a word; none when it may be left out."""
    table = _SPELLED_OUT if initials else _MAY_BE | _GERMAN if german else _MAY_BE
    written = [*table.get(unit, unit).split("|"), *_AT_THE_END.get(unit, unit).split("|")]
    return "" if "" in written else "".join(one[0] for one in written)


@lru_cache(maxsize=50_000)
def _each_letter(cyrillic: str, initials: bool, german: bool) -> tuple[tuple[str, ...], ...]:
    """Return what may be written for each letter or two of a word."""
    units = _UNIT.findall(cyrillic)
    if initials:
        return tuple(tuple(_SPELLED_OUT.get(unit, unit).split("|")) for unit in units)
    table = _MAY_BE | _GERMAN if german else _MAY_BE
    each = []
    for before, unit, after in zip(("", *units), units, (*units[1:], ""), strict=False):
        written = _once(_AT_THE_END[unit] if not after and unit in _AT_THE_END else table.get(unit, unit))
        if unit == "e" and before.endswith("h"):
            # Щёкино is printed without its dots.
            written = (*written, "o")
        each.append((*written, "") if unit == before else written)
    return tuple(each)


def _once(alternatives: str) -> tuple[str, ...]:
    """Return what may be written with doubled letters made one, as they are in what is asked."""
    return tuple(dict.fromkeys(_DOUBLED.sub(r"\1", one) for one in alternatives.split("|")))
