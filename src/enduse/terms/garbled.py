"""Letters that a program read in the wrong code: Cyrillic printed as Ð—Ð°Ð²Ð¾Ð´, Çàâîä or Р—Р°РІРѕРґ read as it was meant.

Every text that is compared comes in here first: what no program could go on with (half letters, a whole file in one cell) stays out.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LATEST = 0x9F
_NO_BYTE = 0x98
"""The one byte to which the Cyrillic code page gives no letter: it is left out, or a sign says that something was."""


def _letters(code: str) -> dict[int, int]:
    """Return the byte of each letter of a code page, by the letter's number; what it leaves open stands for itself."""
    found = {number: number for number in range(0x80, _LATEST + 1)}
    for number in range(0x80, 0x100):
        letter = bytes([number]).decode(code, "ignore")
        if letter:
            found[ord(letter)] = number
    return found


_LOST, _NEVER = 0xFFFD, 0xFF
"""The sign for a byte without a letter, and a byte that UTF-8 never has: which of five was lost in Western text nobody can tell."""
_WESTERN, _CYRILLIC = _letters("cp1252") | {_LOST: _NEVER}, _letters("cp1251") | {_LOST: _NO_BYTE}
_AS_UTF8 = re.compile("[ÂÃÄÅÆÇÈÉÊÎÏÐÑØÙáâãäåæçèé][\x80-\xbf\u0152-\u2122\ufffd]|[ВГДЕРСТбв][\x80-\xbf\u0400-\u040f\u0450-\u2122\ufffd]")
"""What the first byte of a letter in UTF-8 and a byte that may follow it look like in either code page."""
_AS_WESTERN = re.compile("[À-ÿ¨¸ª²³º¿]{4,}")
"""A word all of whose letters bear accents is one in Cyrillic: no language writes four in a row."""
_CYRILLIC_BYTES = {
    letter: ord(meant)
    for letter, number in _letters("cp1252").items()
    if (meant := bytes([number]).decode("cp1251", "ignore")) and number > _LATEST
}
_SIGNS = re.compile("\ufffd+")
_EXPECTED = ("LATIN", "CYRILLIC", "GREEK", "CJK", "ARABIC", "HEBREW", "HIRAGANA", "KATAKANA", "HANGUL", "GEORGIAN", "ARMENIAN", "THAI",
             "DEVANAGARI", "COMBINING", "MASCULINE", "FEMININE", "MICRO")  # fmt: skip
"""How the names of letters begin that names are written in; Nº and Mª too, and what stands in between where two programs erred."""
_CUT_OFF_MAX = 3
"""Bytes of a last letter of which the end was cut off."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of letters, which stand for a byte that no code page knows: they can be neither looked up nor written."""
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_TAG = re.compile(
    r"</?(?:(?P<inline>a|abbr|b|big|em|font|i|mark|nobr|small|span|strong|sub|sup|u)|br|div|h[1-6]|li|ol|p|table|tbody|td|th|tr|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""A tag of HTML that stands in texts: inside a line it parts no words, else it does. Other angle brackets are the text's own."""
_LETTERS_MAX = 2_000
"""No name, address or country has more letters: what follows is other text, and reading a cell of 100,000 would take minutes."""


def readable(text: str) -> str:
    """Return a text whose letters were read in the wrong code, once or several times, as it was meant; any other unchanged.

    References of pages and XML (`&amp;`) are what they stand for, and tags of pages (`<b>`) are no part of a text.

    All its letters must say so, and what comes out must be letters that names are written in. Of a text of more than 2,000 letters
    the first ones are returned; half a letter becomes the sign for a lost one.

    >>> readable("Ð—Ð°Ð²Ð¾Ð´ Â«ÐŸÑ€Ð¸Ð¼ÐµÑ€Â»"), readable("Çàâîä «Ïðèìåð»")
    ('Завод «Пример»', 'Завод «Пример»')
    >>> readable("Example &amp; Sample"), readable("Example &amp;quot;Sample&amp;quot;"), readable("A&B; C&D;")
    ('Example & Sample', 'Example "Sample"', 'A&B; C&D;')
    >>> readable("<b>Example</b> Works<br/>LLC"), readable("<Example> Works")
    ('Example Works LLC', '<Example> Works')
    >>> readable("MÃ¼ller GmbH"), readable("Р—Р°РІРѕРґ"), readable("SÃO JOSÉ «CAFÉ»"), readable("Завод Пример")
    ('Müller GmbH', 'Завод', 'SÃO JOSÉ «CAFÉ»', 'Завод Пример')
    """
    text = text[:_LETTERS_MAX]
    if "&" in text and ";" in text:
        text = _without_references(text)
    if "<" in text and ">" in text:
        text = _TAG.sub(lambda found: "" if found["inline"] else " ", text).strip()
    if text.isascii():
        return text
    meant = _HALVES.sub(chr(_LOST), text)
    while (again := _read_again(meant)) != meant:
        meant = again
    return meant


def _without_references(text: str) -> str:
    """Return a text with the references of HTML and XML made what they stand for: pages and lists are saved with them, even twice."""
    while (again := _REFERENCE.sub(lambda found: html.unescape(found[0]), text)) != text:
        text = again
    return text


def _read_again(text: str) -> str:
    """Return a text read in the code that its letters say; each time it is read in another one it has fewer Western letters."""
    if _AS_UTF8.search(text):
        for page in (_WESTERN, _CYRILLIC):
            if found := _from_utf8(text, page):
                return found
    if _AS_WESTERN.search(text):
        return text.translate(_CYRILLIC_BYTES)
    return text


def _from_utf8(text: str, page: dict[int, int]) -> str | None:
    """Return the text as UTF-8 when every letter of it is a byte of the page; null where one is none, or nothing sensible comes out."""
    numbers = [ord(letter) if letter.isascii() else page.get(ord(letter), -1) for letter in text]
    if -1 in numbers:
        return None
    given = bytes(numbers)
    if _NEVER in given:
        found = _SIGNS.sub(chr(_LOST), given.decode("utf-8", "replace"))
        return found if found.count(chr(_LOST)) <= text.count(chr(_LOST)) and all(map(_expected, found)) else None
    try:
        found = given.decode("utf-8")
    except UnicodeDecodeError as wrong:
        if len(given) - wrong.start > _CUT_OFF_MAX or "end of data" not in wrong.reason:
            return None
        found = given[: wrong.start].decode("utf-8")
    return found if found and all(map(_expected, found)) else None


def _expected(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith(_EXPECTED)
