"""Codes of the Harmonized System: digits, padding, the edition in force, prefixes. A prefix stays a prefix."""

from __future__ import annotations

import datetime as dt
import re

from enduse.terms.periods import Period

EDITIONS = ("2012", "2017", "2022")
_SEPARATORS = re.compile(r"[\s.\-*]+")
_FLOAT = re.compile(r"(\d+)\.0+")
# Reporters that took an edition later than 1 January of its year. United States: Proclamations 8771 and 10326;
# customs union of Belarus, Kazakhstan and Russia: Decision 54 of 16 July 2012.
_LATER: dict[tuple[str, str], dt.date] = {
    ("US", "2012"): dt.date(2012, 2, 3),
    ("US", "2022"): dt.date(2022, 1, 27),
    ("RU", "2012"): dt.date(2012, 8, 23),
    ("KZ", "2012"): dt.date(2012, 8, 23),
    ("BY", "2012"): dt.date(2012, 8, 23),
}


def digits(text: str) -> str | None:
    """Return the digits of a printed code ('8542.31', '8542 31 90 10', '8542*', '84715000.0'); None when it is not one.

    >>> digits("8542 31 90 10"), digits("8471500000.0"), digits("8542*"), digits("CHIPS 8542")
    ('8542319010', '8471500000', '8542', None)
    """
    stripped = text.strip()
    whole = _FLOAT.fullmatch(stripped)
    # '8542.00' is a heading with two zeros, '84715000.0' a number: a code of 7 digits and more before the point is a number.
    if whole and (len(whole[1]) > 6 or not stripped.endswith("00")):
        stripped = whole[1]
    bare = _SEPARATORS.sub("", stripped)
    return bare if bare.isascii() and bare.isdigit() and len(bare) >= 2 else None


def padded(code: str, width: int) -> str | None:
    """Return the digits at the layout's width: one missing zero is put back in front where the chapter is then 01 to 09.

    A code of even length stays the prefix it is. None (reject hs_digits) for more digits than the layout has, and for a
    length that is neither a prefix nor one digit short.

    >>> padded("101210000", 10), padded("8542", 10), padded("85423", 10), padded("85423190101", 10)
    ('0101210000', '8542', None, None)
    """
    if len(code) > width:
        return None
    if len(code) == width - 1 and len(code) % 2:
        return f"0{code}" if code[0] != "0" else None
    if len(code) == width or not len(code) % 2:
        return code if "01" <= code[:2] <= "99" else None
    return None


def hs6(code: str) -> str | None:
    """Return the first six digits; None when fewer are known."""
    return code[:6] if len(code) >= 6 else None


def edition_on(date: dt.date, reporter: str | None = None) -> str | None:
    """Return the edition in force at the reporter on a day: 2012, 2017 or 2022; None before 2012.

    An edition begins on 1 January of its year, save where the reporter is known to have taken it later. A default: a
    source that declares its edition is believed instead.
    """
    in_force: str | None = None
    for edition in EDITIONS:
        begins = _LATER.get((reporter or "", edition), dt.date(int(edition), 1, 1))
        if date >= begins:
            in_force = edition
    return in_force


def edition_of(period: Period, reporter: str | None = None) -> str | None:
    """Return the edition in force on every day of the period; None when it changed within, or is unknown."""
    first = edition_on(period.from_, reporter)
    return first if first == edition_on(period.until, reporter) else None


def matches_prefix(code: str, prefix: str) -> bool | None:
    """Tell whether the code stands under the prefix; None when the code is too short to tell.

    >>> matches_prefix("854231", "8542"), matches_prefix("85", "8542"), matches_prefix("8471", "8542")
    (True, None, False)
    """
    if code.startswith(prefix):
        return True
    return None if prefix.startswith(code) else False
