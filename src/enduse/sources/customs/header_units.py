"""What a header says about the numbers below it: tonnes, pounds, thousands; and which column holds the unit of each mass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from enduse.sources.tabular import header_key
from enduse.terms.measures import unit_of

_MULTIPLES: dict[float, str] = {
    1e3: "THOUSAND THOUSANDS THOUS THS THSD 1000 000 ТЫС ТЫСЯЧ ТИС ТИСЯЧ МЫҢ MILES MIL BIN NGHÌN NGÀN 千",
    1e4: "万 萬",
    1e5: "LAKH LAKHS LAC",
    1e6: "MILLION MILLIONS MLN MIO МЛН МИЛЛИОНОВ МІЛЬЙОНІВ MILLONES MILYON TRIỆU 百万",
    1e7: "CRORE CRORES",
    1e9: "BILLION BILLIONS BLN МЛРД MILYAR",
}
MULTIPLES: dict[str, float] = {word: factor for factor, words in _MULTIPLES.items() for word in words.split()}
_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"[(\[（,;/]\s*([^\W\d_]{1,4})\s*[)\]）.]?\s*$")
"""What a header adds in brackets or after a comma, short as units are."""
_HAN_MULTIPLE = re.compile("百万|万|萬|千(?!克)")
_WEIGHT = ("WEIGHT", "MASS", "ВЕС", "ВАГ", "МАСС", "МАСА", "PESO", "AĞIRLIK", "重")
ABOUT_UNITS = 0.8


def number_rule(header: str, *, mass: bool, sure: bool) -> tuple[dict[str, Any], str]:
    """Return the unit and the factor that a header states, as a column rule, and the doubt when it leaves one.

    `sure` is True when the whole header is a known spelling: then nothing in it is left unexplained.

    >>> number_rule("Вес нетто, т", mass=True, sure=False), number_rule("Net weight, kg", mass=True, sure=True)
    (({'unit': 'т'}, ''), ({}, ''))
    >>> number_rule("Value (thousand USD)", mass=False, sure=False)
    ({'factor': 1000.0}, '')
    """
    words = _WORDS.findall(unicodedata.normalize("NFKC", header))
    rule: dict[str, Any] = {}
    factors = {MULTIPLES[word.upper()] for word in words if word.upper() in MULTIPLES}
    factors |= {MULTIPLES[one] for one in _HAN_MULTIPLE.findall(header)}
    if len(factors) > 1:
        return {}, "the header states several multiples: which factor is meant?"
    if factors:
        rule["factor"] = factors.pop()
    if not mass:
        return rule, ""
    stated = {word: unit.factor for word in words if (unit := unit_of(word)) is not None and unit.code == "kg"}
    stated |= {one: factor for one, factor in (("吨", 1000.0), ("磅", 0.45359237)) if one in header}
    if len(set(stated.values())) > 1:
        return rule, f"the header states {' and '.join(stated)}: which unit is it?"
    if stated:
        word, factor = next(iter(stated.items()))
        return ({**rule, "unit": word} if factor != 1.0 else rule), ""
    aside = _ASIDE.search(header)
    if aside and not sure and aside[1].upper() not in MULTIPLES:
        return rule, f"the header adds {aside[1]!r}: if that is a unit, state it as unit: kg, t, lb ..."
    return rule, ""


def states_mass_unit(header: str) -> bool:
    """Tell whether a header states kilograms or another unit of mass.

    >>> states_mass_unit("WEIGHT_IN_KG"), states_mass_unit("Net weight")
    (True, False)
    """
    words = _WORDS.findall(unicodedata.normalize("NFKC", header))
    return any(unit is not None and unit.code == "kg" for unit in map(unit_of, words))


def unit_column(headers: Sequence[str], shares: Sequence[float]) -> str | None:
    """Return the header of the one column that holds units of masses: it speaks of weight, and its values are units. Null: none.

    >>> unit_column(["Net weight", "Unit", "Weight unit"], [0.0, 1.0, 1.0])
    'Weight unit'
    """
    found = [
        header for header, share in zip(headers, shares, strict=True)
        if share >= ABOUT_UNITS and any(word in header_key(header) for word in _WEIGHT)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None
