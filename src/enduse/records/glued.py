"""Tax ids glued to a name: split off only when length and check digits fit a scheme, otherwise left where they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from enduse.terms.identifiers import identify
from enduse.terms.number_labels import LABELS, LABELS_OR_WORDS

_LABELS_IN_TWO = r"ИНН\s*/\s*КПП|INN\s*/\s*KPP|БИН\s*/\s*ИИН|VERGI\s+NO|(?:VAT|TAX)\s+(?:ID|NO|NUMBER)(?:\s+NO)?"
_LABEL = rf"(?:{_LABELS_IN_TWO}|{LABELS}|{LABELS_OR_WORDS})(?![^\W\d_])"
_LEADING = re.compile(
    rf"^\s*(?:(?P<label>{_LABEL})\s*[.:№#]*\s*)?(?P<number>[A-Z]{{2}}\d{{8,12}}|\d{{8,15}})(?:[\s/]+(?:(?:КПП|KPP)\W*)?(?P<branch>\d{{9}}))?"
    r"[\s,;:]+(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TRAILING = re.compile(
    rf"^(?P<name>.*\S)[\s,;(]+(?:(?P<label>{_LABEL})\s*[.:№#]*\s*)(?P<number>[0-9A-Z][0-9A-Z-]{{6,19}})"
    r"(?:[\s/,]+(?:(?:КПП|KPP)\W*)?(?P<branch>\d{9}))?\s*\)?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_VAT_LAST = re.compile(r"^(?P<name>.*\S)[\s,;(]+(?P<number>[A-Z]{2}[0-9A-Z]{8,12})\)?\s*$", re.DOTALL)
_LABEL_LEFT = re.compile(r"[\s,;(]+(?:код|ust-?id(?:-?nr)?|vat(?:\s+(?:no|number|id))?|tax|id)\s*[.:№#]*$", re.IGNORECASE)
"""What of a label in two words, or of one that says nothing more, stays in front of the number."""
_LETTER = re.compile(r"[^\W\d_]")


class Glued(NamedTuple):
    """A name and the tax id that was glued to it, both as printed."""

    name: str
    tax_id: str


def unglue(text: str, country: str | None = None) -> Glued | None:
    """Return the name and its tax id; null when no number is glued to it, or none whose check digits hold.

    `country` is the party's country where known (ISO 3166 alpha-2): a bare number is then read in that country's scheme.

    >>> unglue("9900000017 770701001 ООО ПРИМЕР")
    Glued(name='ООО ПРИМЕР', tax_id='9900000017')
    >>> unglue("9900000018 770701001 ООО ПРИМЕР") is None
    True
    """
    if not any(one.isdigit() for one in text):
        return None
    for pattern in (_LEADING, _TRAILING, _VAT_LAST):
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        name = groups["name"].strip(" \t\r\n,;:")
        if pattern is not _LEADING:
            name = _LABEL_LEFT.sub("", name) or name
        if _LETTER.search(name) and _holds(groups["number"], groups.get("label"), groups.get("branch"), country):
            return Glued(name, groups["number"])
    return None


def _holds(number: str, label: str | None, branch: str | None, country: str | None) -> bool:
    """Tell whether the number's check digits hold in the scheme its label, its branch number or the country name."""
    printed = f"{number}/{branch}" if branch else number
    wanted = number.upper().replace("-", "")
    named = (label or "").split("/")[0].strip() or None
    return any(one.valid and one.value.upper() == wanted for one in identify(printed, named, country))


def same_number(first: str, second: str) -> bool:
    """Tell whether two printed numbers are one, apart from case, spaces and punctuation."""
    return _bare(first) == _bare(second)


def _bare(number: str) -> str:
    return re.sub(r"[\W_]", "", number).upper()
