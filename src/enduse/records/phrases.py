"""The words inside a party cell that introduce another party, and the words that are no party at all."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

from rigour.names import extract_org_types

# Markers that nobody writes inside a company name. Longer ones stand before their beginnings.
_PLAIN = (
    r"for\s+and\s+on\s+behalf\s+of", r"on\s+behalf\s+of", r"on\s+behalf", r"o/b\s+of", r"o/b",
    r"(?:by|on|under|upon|as\s+per)\s+(?:the\s+)?orders?\s+of", r"by\s+(?:the\s+)?orders?", r"to\s+(?:the\s+)?order\s+of",
    r"by\s+(?:the\s+)?(?:commission|instructions?)\s+of", r"commissioned\s+by", r"(?:for|on)\s+(?:the\s+)?account\s+of",
    r"in\s+the\s+(?:name|interests?)\s+of", r"as\s+(?:an?\s+)?agents?\s+(?:for|of)", r"as\s+(?:an?\s+)?agents?",
    r"по\s+поручению", r"по\s+поруч\.", r"по\s+заказу", r"по\s+приказу", r"от\s+имени", r"от\s+лица", r"в\s+интересах", r"за\s+сч[её]т",
    r"ч/з",
    r"за\s+дорученням", r"від\s+імені", r"на\s+замовлення",
    r"por\s+cuenta\s+(?:y\s+orden\s+)?de", r"por\s+orden\s+de", r"en\s+nombre\s+de", r"a\s+la\s+orden\s+de",
)  # fmt: skip
# Markers that are also words of names and streets ('VIA ROMA 15', 'CENTRE FOR TRADE'): believed only between two names
# that both carry a legal form.
_AMBIGUOUS = (r"through", r"via", r"care\s+of", r"c/o", r"for", r"через", r"для")
_MARKER = re.compile(rf"(?<!\w)(?:(?P<plain>{'|'.join(_PLAIN)})|(?P<doubtful>{'|'.join(_AMBIGUOUS)}))(?!\w)", re.IGNORECASE)
_NO_PARTY = frozenset(
    {
        "", "null", "none", "n/a", "n.a.", "nil", "0", "unknown", "not available", "not stated", "not known", "to order", "to the order",
        "order", "to bearer", "bearer", "to order of shipper", "to the order of shipper", "same as consignee", "same as consignor",
        "same as shipper", "as consignee", "various", "various consignees", "отсутствует", "не указан", "не указано", "нет", "неизвестен",
        "неизвестно", "разные", "контрагенты", "по списку", "see list", "відсутній", "різні", "sin datos", "no declarado", "bilinmiyor",
    }
)  # fmt: skip
_SPREADSHEET_ESCAPE = re.compile(r"_x00(?:0[0-9A-Fa-f]|1[0-9A-Fa-f]|7[Ff])_")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
_EDGES = " \t\r\n,;:|/–—-"


class Part(NamedTuple):
    """One name of a cell: `text` as printed there, `phrase` the printed words that introduce it (null when none)."""

    text: str
    phrase: str | None


def clean(text: str | None) -> str | None:
    """Return the text for reading: entities unescaped once, control characters and runs of spaces folded; null when nothing is left.

    HTML tags stay as the text they are.
    """
    if text is None:
        return None
    plain = html.unescape(text) if "&" in text else text
    if "_x" in plain:
        plain = _SPREADSHEET_ESCAPE.sub(" ", plain)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).translate(_INVISIBLE)
    if not plain.isprintable():
        plain = "".join(one if unicodedata.category(one)[0] != "C" else " " for one in plain)
    return " ".join(plain.split()) or None


def is_party(text: str) -> bool:
    """Tell whether a cell or part can be a party: not empty, not a filler word, not punctuation alone.

    >>> is_party("TO ORDER"), is_party("--"), is_party("NA Trading")
    (False, False, True)
    """
    folded = (clean(text) or "").casefold().strip(" .,;:()[]*\"'«»-–—_/\\")
    return folded not in _NO_PARTY


def split(cell: str) -> list[Part]:
    """Return the names of a party cell in printed order, each with its phrase; one part when no marker stands in it.

    >>> [tuple(part) for part in split("A LTD ON BEHALF OF B LTD THROUGH C LTD")]
    [('A LTD', None), ('B LTD', 'ON BEHALF OF'), ('C LTD', 'THROUGH')]
    """
    found = [match for match in _MARKER.finditer(cell) if match["plain"] or _between_companies(cell, match)]
    if not found:
        return [Part(cell.strip(), None)]
    begins: list[int] = [0]
    phrases: list[str | None] = [None]
    ends: list[int] = []
    for match in found:
        ends.append(match.start())
        begins.append(match.end())
        phrases.append(clean(match[0]))
    ends.append(len(cell))
    parts = [Part(_trimmed(cell[begin:end]), phrase) for begin, end, phrase in zip(begins, ends, phrases, strict=True)]
    return [part for part in parts if is_party(part.text)]


def _between_companies(cell: str, match: re.Match[str]) -> bool:
    """Tell whether a doubtful marker stands right behind or right before a legal form, with a legal form on either side."""
    left, right = cell[: match.start()], cell[match.end() :]
    if re.fullmatch(r"for|для", match["doubtful"], re.IGNORECASE):
        # 'IVANOV IVAN FOR LLC EXAMPLE': a person has no legal form, the firm's stands first.
        words = right.split()
        return bool(left.strip()) and len(words) > 1 and _has_form(words[0])
    return _has_form(" ".join(left.split()[-3:])) and _has_form(right)


def _has_form(text: str) -> bool:
    return bool(text.strip()) and bool(extract_org_types(text.casefold()))


def _trimmed(text: str) -> str:
    """Return the part without the punctuation that only held the phrase, and without one unpaired bracket."""
    part = text.strip(_EDGES)
    if part.endswith("(") or (part.endswith(")") and part.count(")") > part.count("(")):
        part = part[:-1].rstrip(_EDGES)
    if part.startswith(")") or (part.startswith("(") and part.count("(") > part.count(")")):
        part = part[1:].lstrip(_EDGES)
    return part
