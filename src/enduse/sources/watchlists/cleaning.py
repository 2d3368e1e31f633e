"""What all watchlist readers do to a printed value before it is used: fold, name its script, split cells, read dates.

Everything here returns a *cleaned* value; the value as published is kept beside it and ids are made of that one.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

DateOrder = Literal["dmy", "mdy"]

# Full-width ASCII to ASCII, ideographic and no-break spaces to a space, marks without width to nothing.
_PLAIN: dict[int, str | None] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PLAIN |= dict.fromkeys((0x3000, 0x00A0, 0x2007, 0x202F), " ")
_PLAIN |= dict.fromkeys((0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF), None)
_PLAIN |= dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F), " ")

_LATIN_TWINS = "ABCEHKMOPTXYaceopxyIi"
_CYRILLIC_TWINS = "АВСЕНКМОРТХУасеорхуІі"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_MIXED_WORD = re.compile(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")

_SCRIPTS = {
    "Latin": "Latn",
    "Cyrillic": "Cyrl",
    "Han": "Hani",
    "Arabic": "Arab",
    "Hangul": "Hang",
    "Hiragana": "Jpan",
    "Katakana": "Jpan",
    "Greek": "Grek",
    "Hebrew": "Hebr",
    "Armenian": "Armn",
    "Georgian": "Geor",
    "Thai": "Thai",
    "Devanagari": "Deva",
    "Myanmar": "Mymr",
    "Bengali": "Beng",
    "Khmer": "Khmr",
    "Lao": "Laoo",
    "Ethiopic": "Ethi",
    "Tamil": "Taml",
    "Telugu": "Telu",
    "Mongolian": "Mong",
    "Gujarati": "Gujr",
    "Gurmukhi": "Guru",
    "Kannada": "Knda",
    "Malayalam": "Mlym",
    "Sinhala": "Sinh",
    "Tibetan": "Tibt",
    "Thaana": "Thaa",
    "Syriac": "Syrc",
    "Bopomofo": "Bopo",
    "Canadian_Aboriginal": "Cans",
    "Cherokee": "Cher",
}


def clean(text: str) -> str:
    """Return `text` in NFC with spaces folded, full-width forms as ASCII, and look-alike letters in the script of their word.

    >>> clean("ГAСПАРЯН"), clean(" Tverskaya　１２ "), clean("O'Example") == "O'Example"
    ('ГАСПАРЯН', 'Tverskaya 12', True)
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return " ".join(_MIXED_WORD.sub(_one_script, plain).split())


def _one_script(match: re.Match[str]) -> str:
    word = match[0]
    latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
    latin_only_twins = all(letter in _LATIN_TWINS for letter in latin)
    cyrillic_only_twins = all(letter in _CYRILLIC_TWINS for letter in cyrillic)
    if latin_only_twins and (not cyrillic_only_twins or len(cyrillic) > len(latin)):
        return word.translate(_TO_CYRILLIC)
    if cyrillic_only_twins and (not latin_only_twins or len(latin) > len(cyrillic)):
        return word.translate(_TO_LATIN)
    return word


@lru_cache(maxsize=100_000)
def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of most of the letters; Jpan for any kana, Hani for Chinese characters; None without letters.

    >>> script_of("Example 12"), script_of("Пример Ltd, Пример"), script_of("株式会社アルグト"), script_of("12-34")
    ('Latn', 'Cyrl', 'Jpan', None)
    """
    if text.isascii():
        return "Latn" if any(letter.isalpha() for letter in text) else None
    from rigour.text.scripts import codepoint_script

    letters = (codepoint_script(ord(letter)) for letter in text if letter.isalpha())
    found = Counter(_SCRIPTS.get(name, "Zyyy") for name in letters if name not in (None, "Common", "Inherited"))
    if not found:
        return None
    if "Jpan" in found:
        return "Jpan"
    return min(found, key=lambda code: (-found[code], code))


_PART = re.compile(r'\s*("[^"]*"(?=\s*(?:;|$))|[^;]*)\s*(?:;|$)')


def split_cell(cell: str) -> list[str]:
    """Return the values of a cell that joins them by '; '; a value in double quotes may hold semicolons.

    >>> split_cell('one; "two; three"; four')
    ['one', 'two; three', 'four']
    """
    if ";" not in cell:
        return [cell.strip()] if cell.strip() else []
    parts = (match[1].strip() for match in _PART.finditer(cell))
    return [part[1:-1] if len(part) > 1 and part[0] == part[-1] == '"' else part for part in parts if part]


_LETTERED = re.compile(r"[,;.]?\s*\(?\b[a-z]\)\s*")


def split_lettered(part: str) -> list[str]:
    """Return the values of a text that numbers them '(a) one, (b) two'; any other text whole.

    >>> split_lettered("(a) 1964, (b) 13.4.1965"), split_lettered("12 (b) Main Street")
    (['1964', '13.4.1965'], ['12 (b) Main Street'])
    """
    if not re.match(r"\(?a\)\s", part):
        return [part]
    return [one for one in (piece.strip() for piece in _LETTERED.split(part)) if one]


def once(values: Iterable[str]) -> list[str]:
    """Return the values in their order, each once, empty ones left out."""
    return [value for value in dict.fromkeys(values) if value]


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_YEAR = re.compile(r"(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})")
_DAY_MONTH_YEAR = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_MONTH_DAY_YEAR = re.compile(r"([A-Za-z]{3,9})\.? ?(\d{1,2}),? (\d{4})")


def iso_date(text: str | None, order: DateOrder = "dmy") -> str | None:
    """Return the ISO date that `text` states, partial when it is partial; None when it is no date or no day of the calendar.

    `order` says how the publisher writes dates in figures: nothing is guessed from the values.

    >>> iso_date("17.3.2014"), iso_date("3/14/2014", "mdy"), iso_date("Nov 1975"), iso_date("June 21, 2022"), iso_date("31/02/2020")
    ('2014-03-17', '2014-03-14', '1975-11', '2022-06-21', None)
    """
    if text is None:
        return None
    stripped = clean(text).strip(" .")
    if found := _YEAR.fullmatch(stripped):
        return found[1]
    if found := _ISO.fullmatch(stripped):
        return _date(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(stripped):
        first, second, year = found.groups()
        day, month = (first, second) if order == "dmy" else (second, first)
        return _date(_century(year), month, day)
    if found := _MONTH_DAY_YEAR.fullmatch(stripped):
        return _date(found[3], _month(found[1]), found[2])
    if found := _DAY_MONTH_YEAR.fullmatch(stripped):
        return _date(found[3], _month(found[2]), found[1])
    return None


def _month(name: str) -> str | None:
    number = _MONTHS.get(name.lower())
    return str(number) if number else None


def _century(year: str) -> str:
    # The Federal Register began in 1936: '36' to '99' are of the last century.
    return year if len(year) == 4 else f"{19 if int(year) >= 36 else 20}{year}"


def _date(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return None
    try:
        found = dt.date(int(year), int(month), int(day) if day else 1)
    except ValueError:
        return None
    return found.isoformat() if day else f"{found:%Y-%m}"
