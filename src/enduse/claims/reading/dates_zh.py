"""Chinese dates: patterns with what each admits, tried after the European ones."""

from __future__ import annotations

import re
from collections.abc import Callable

from enduse.claims.reading.numbers import whole

Bounds = tuple[str | None, str | None, str | None]
_Y = r"(?P<y>(?:19|20)\d\d)年"
_N = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"


def _span(year: str, first: int, last: int) -> Bounds | None:
    if not 1 <= first <= last <= 12:
        return None
    return (year, year, None) if (first, last) == (1, 12) else (f"{year}-{first:02d}", f"{year}-{last:02d}", None)


def _first(m: re.Match[str]) -> Bounds | None:
    count = whole(m["n"]) or 0
    return _span(m["y"], 1, count) if m["which"] in "前头首" else _span(m["y"], 13 - count, 12)


def _quarter(m: re.Match[str]) -> Bounds | None:
    number = whole(m["n"]) or 0
    return _span(m["y"], number * 3 - 2, number * 3)


def _day(m: re.Match[str]) -> Bounds | None:
    month, day = whole(m["m"]) or 0, whole(m["d"]) or 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return (None, None, f"--{month:02d}-{day:02d}") if m["y"] is None else (f"{m['y']}-{month:02d}-{day:02d}",) * 2 + (None,)


def _month(m: re.Match[str]) -> Bounds | None:
    number = whole(m["m"]) or 0
    return _span(m["y"], number, number)


def _months(m: re.Match[str]) -> Bounds | None:
    return _span(m["y"], whole(m["m"]) or 0, whole(m["k"]) or 0)


CHINESE: tuple[tuple[str, Callable[[re.Match[str]], Bounds | None]], ...] = (
    (rf"{_Y}(?:的)?(?P<which>[前头首后])(?P<n>{_N})个月", _first),
    (rf"{_Y}(?:的)?(?P<which>[上下])半年", lambda m: _span(m["y"], 1, 6) if m["which"] == "上" else _span(m["y"], 7, 12)),
    (rf"{_Y}(?:的)?第?(?P<n>[一二三四1-4])季度", _quarter),
    (rf"{_Y}(?P<m>{_N})月?(?:至|到|[-–—~])(?P<k>{_N})月", _months),
    (rf"(?:{_Y})?(?P<m>{_N})月(?P<d>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[日号]", _day),
    (rf"{_Y}(?P<m>{_N})月", _month),
    (r"(?P<y>(?:19|20)\d\d)年?(?:至|到|[-–—~])(?P<z>(?:19|20)\d\d)年", lambda m: (m["y"], m["z"], None) if m["y"] < m["z"] else None),
    (rf"(?:整个)?{_Y}(?:全年|整年|初|底|末)?", lambda m: (m["y"], m["y"], None)),
    (r"去年|今年|明年|昨日|昨天|本月|上月|今日|(?:星期|周)[一二三四五六日天](?!\w*方)", lambda _: (None, None, None)),
)
