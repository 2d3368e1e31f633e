"""Dates and periods as printed in English, Russian and Chinese: found by own rules, kept partial, and never given a year nobody printed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from enduse.claims.extracted import Basis, DateSpan, Problem
from enduse.claims.reading.dates_relative import reckoned
from enduse.claims.reading.dates_zh import CHINESE
from enduse.claims.reading.numbers import WORDS, whole

_MONTH_WORDS = (
    ("january jan января январе январь январю январём", 1),
    ("february feb февраля феврале февраль февралю", 2),
    ("march mar марта марте март марту", 3),
    ("april apr апреля апреле апрель апрелю", 4),
    ("may мая мае май маю", 5),
    ("june jun июня июне июнь июню", 6),
    ("july jul июля июле июль июлю", 7),
    ("august aug августа августе август августу", 8),
    ("september sept sep сентября сентябре сентябрь сентябрю", 9),
    ("october oct октября октябре октябрь октябрю", 10),
    ("november nov ноября ноябре ноябрь ноябрю", 11),
    ("december dec декабря декабре декабрь декабрю", 12),
)
MONTHS = {word: number for words, number in _MONTH_WORDS for word in words.split()}
_ENGLISH = "|".join(word.capitalize() for word in MONTHS if word.isascii())
_RUSSIAN = "|".join(word for word in MONTHS if not word.isascii())
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAMES = "|".join(day.capitalize() for day in WEEKDAYS)
_MON = rf"(?:{_ENGLISH})\b\.?"
_Y = r"(?:19[4-9]\d|20\d\d)(?![\d%]|[.,]\d)"
_COUNT = "|".join(["\\d{1,2}", *[word for word, number in WORDS.items() if number <= 12 and word.isascii()]])
_ORD = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORD_RU = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4}
_BEFORE = re.compile(
    r"(?P<since>\b(?:since|starting|beginning|as of|from|after|с|со|после|начиная с)\s+(?:the\s+|in\s+|early\s+|late\s+)?)?"
    r"(?P<until>\b(?:by|until|till|before|up to|no later than|through|ahead of|к|до|не позднее)\s+(?:the\s+)?(?:end of\s+|"
    r"конца\s+|концу\s+)?)?\Z",
    re.IGNORECASE,
)
Bounds = tuple[str | None, str | None, str | None]
"""(since, until, month_day)."""
Found = tuple[int, int, Bounds, Basis]


def month_of(word: str) -> int:
    """Return the number of a printed month."""
    return MONTHS[word.casefold().rstrip(".")]


def months(year: str, first: int, last: int) -> Bounds:
    """Return the months `first` to `last` of a year; the year itself when it is whole."""
    if (first, last) == (1, 12):
        return year, year, None
    return f"{year}-{first:02d}", f"{year}-{last:02d}", None


def day_of(year: str | None, month: int, day: int) -> Bounds | None:
    """Return one day; None when the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(int(year) if year else 2024, month)[1]:
        return None
    if year is None:
        return None, None, f"--{month:02d}-{day:02d}"
    return (iso := f"{year}-{month:02d}-{day:02d}"), iso, None


def _first_months(m: re.Match[str]) -> Bounds | None:
    count = whole(m["n"]) or 0
    length = {"m": 1, "q": 3, "м": 1, "к": 3}[m["what"][0].lower()]
    count *= length
    if not 1 <= count <= 12:
        return None
    last = m["which"].lower() in ("last", "final", "closing") or m["which"].lower().startswith("послед")
    return months(m["y"], 13 - count, 12) if last else months(m["y"], 1, count)


def _half(m: re.Match[str]) -> Bounds:
    which = m["which"].lower()
    return months(m["y"], 1, 6) if which in ("first", "1", "1st", "i") or which.startswith("перв") else months(m["y"], 7, 12)


def _quarter(m: re.Match[str]) -> Bounds | None:
    which = m["which"].lower()
    number = _ORD.get(which) or {"last": 4, "final": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}.get(which)
    number = number or next((n for stem, n in _ORD_RU.items() if which.startswith(stem)), None) or (int(which) if which.isdigit() else None)
    return months(m["y"], number * 3 - 2, number * 3) if number and number <= 4 else None


def _years(m: re.Match[str]) -> Bounds | None:
    first, last = m["y"], m["z"]
    last = first[:2] + last if len(last) == 2 else last
    return (first, last, None) if first < last else None


def _month_range(m: re.Match[str]) -> Bounds | None:
    first, last, year = month_of(m["m"]), month_of(m["k"]), m["y"]
    begin = m["x"] or year
    return (f"{begin}-{first:02d}", f"{year}-{last:02d}", None) if (begin, first) <= (year, last) else None


def _days_range(m: re.Match[str]) -> Bounds | None:
    first, last = (day_of(m["y"], month_of(m["m"]), int(m[name])) for name in ("d", "e"))
    if first is None or last is None or int(m["d"]) > int(m["e"]):
        return None
    return first[0], last[0], None if m["y"] else first[2]


def _a_day(m: re.Match[str]) -> Bounds | None:
    return day_of(m["y"], month_of(m["m"]), int(m["d"]))


def _numeric(m: re.Match[str]) -> Bounds | None:
    first, second, year = int(m["a"]), int(m["b"]), m["y"]
    if m["sep"] == "." or first > 12 or first == second:
        return day_of(year, second, first)
    # 07/02 may be July or February: only the year is sure.
    return day_of(year, first, second) if second > 12 else (year, year, None)


def _plain_year(m: re.Match[str]) -> Bounds:
    return m["y"], m["y"], None


def _month(m: re.Match[str]) -> Bounds:
    return months(m["y"], month_of(m["m"]), month_of(m["m"])) if m["y"] else (None, None, f"--{month_of(m['m']):02d}")


def _nothing(_: re.Match[str]) -> Bounds:
    return None, None, None


def _iso(m: re.Match[str]) -> Bounds | None:
    return day_of(m["y"], int(m["b"]), int(m["d"])) if m["d"] else (months(m["y"], *[int(m["b"])] * 2) if 0 < int(m["b"]) < 13 else None)


_DASH = r"\s?[-–—]\s?"
_RULES: tuple[tuple[str, Callable[[re.Match[str]], Bounds | None]], ...] = (
    (
        rf"(?:the )?\b(?P<which>[Ff]irst|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing) (?P<n>{_COUNT}) (?P<what>months?|quarters?) of "
        rf"(?P<y>{_Y})",
        _first_months,
    ),
    (rf"(?:the )?\b(?P<which>[Ff]irst|[Ss]econd|[Ll]ast|1st|2nd)[ -]half (?:of |in )?(?:the year )?(?P<y>{_Y})", _half),
    (rf"\bH(?P<which>[12]),? (?:of )?(?P<y>{_Y})", _half),
    (
        rf"(?:the )?\b(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[1-4](?:st|nd|rd|th)) quarter (?:of |in "
        rf")?(?P<y>{_Y})",
        _quarter,
    ),
    (rf"\bQ(?P<which>[1-4]),? (?:of )?(?P<y>{_Y})", _quarter),
    (rf"\b(?:the )?(?:entirety|whole|entire|all|full)(?:[ -]year)?(?: of)?(?: the)?(?: year)? (?P<y>{_Y})", _plain_year),
    (r"\b(?P<y>\d{4})-(?P<b>\d\d)(?:-(?P<d>\d\d))?(?!\d|-)", _iso),
    (rf"\b(?:between |from )?(?P<y>{_Y})(?:{_DASH}|/| (?:and|to|until|till|through) )(?P<z>{_Y}|\d\d(?!\d|[.,]\d))", _years),
    (
        rf"\b(?:[Bb]etween |[Ff]rom )?(?P<m>{_MON})(?: (?P<x>{_Y}))?(?:{_DASH}| (?:and|to|until|till|through) )(?P<k>{_MON}),? (?:of "
        rf")?(?P<y>{_Y})",
        _month_range,
    ),
    (
        rf"(?:\b(?:{_DAY_NAMES}),? )?\b(?P<m>{_MON}) (?P<d>\d{{1,2}})(?:{_DASH}| to | and )(?P<e>\d{{1,2}})(?!\d)(?:,? (?P<y>{_Y}))?",
        _days_range,
    ),
    (rf"(?:\b(?P<w>{_DAY_NAMES}),? )?\b(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MON})(?:,? (?P<y>{_Y}))?", _a_day),
    (rf"(?:\b(?P<w>{_DAY_NAMES}),? )?\b(?P<m>{_MON}) (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%]|[.,]\d)(?:,? (?P<y>{_Y}))?", _a_day),
    (rf"\b(?P<m>{_MON}),? (?:of )?(?P<y>{_Y})", _month),
    (rf"(?<=\b[Ii]n )(?P<m>{_MON})(?P<y>(?!))?", _month),
    (rf"\b(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_Y})", _numeric),
    (rf"\bперв\w+ (?P<n>\w+) (?P<what>месяц\w*|квартал\w*) (?P<which>)(?P<y>{_Y})(?:-?го)?(?: года| г\.)?", _first_months),
    (rf"\b(?P<which>перв\w+|втор\w+|I{{1,2}}|[12]-[еом]+) полугоди\w+ (?P<y>{_Y})(?: года| г\.)?", _half),
    (rf"\b(?P<which>перв\w+|втор\w+|трет\w+|четв\w+|I{{1,3}}|IV|[1-4])(?:-[а-я]+)? квартал\w* (?P<y>{_Y})(?: года| г\.)?", _quarter),
    (rf"\b(?P<y>{_Y}){_DASH}(?P<z>{_Y}|\d\d)(?: год\w*| гг\.)?", _years),
    (rf"\bс (?P<y>{_Y})(?: года)? (?:по|до) (?P<z>{_Y})(?: год\w*)?", _years),
    (rf"\b(?P<m>{_RUSSIAN})(?P<x>(?!))?(?:{_DASH}| по )(?P<k>{_RUSSIAN}) (?P<y>{_Y})(?: года| г\.)?", _month_range),
    (rf"\b(?P<w>(?!))?(?P<d>\d{{1,2}})(?:-го)? (?P<m>{_RUSSIAN})\b(?: (?P<y>{_Y})(?: года| г\.)?)?", _a_day),
    (rf"\b(?P<m>{_RUSSIAN}) (?P<y>{_Y})(?: года| г\.)?", _month),
    (rf"(?:\b(?:вес[ьь]|всего|целый) )?\b(?P<y>{_Y})(?:-?(?:го|м|й|ом))?(?: год\w*\b| г\.)", _plain_year),
    (r"\b(?P<w>(?!))?(?:[Oo]n )?the \d{1,2}(?:st|nd|rd|th)\b(?! (?:century|floor|Brigade|anniversary|Regiment|Army|Division))", _nothing),
    (
        r"\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this|[Pp]revious) (?:year|month|week|quarter|summer|winter|spring|autumn|"
        rf"{_DAY_NAMES})\b|\b[Yy]esterday\b|\b[Tt]oday\b|\b[Tt]he same day\b|\b(?:{_DAY_NAMES})\b|\b(?:в прошлом|в этом) (?:году|"
        rf"месяце)\b",
        _nothing,
    ),
)
_COMPILED = tuple((re.compile(pattern), read) for pattern, read in (*_RULES, *CHINESE))
_YEAR = re.compile(rf"(?<![\d.,$€£¥₽-])\b(?P<y>{_Y})(?![-–]\w|/)\b")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|during|throughout|for|to|before|after|through|and|or|year|early|late|mid|than|with|"
    r"versus|vs|around|"
    r"over|spring|summer|autumn|fall|winter|back in|as of|end of|в|с|до|к|за|from)[\s-]+|[(\[]|\b(?:the|that|a) )\Z",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(r"\s(?:[a-z-]+\s)?(?:[a-z]{3,}s|people|pieces|aircraft|tonnes)\b")


def find_dates(text: str, published: str | None = None) -> tuple[list[DateSpan], list[Problem]]:
    """Return every date and period of `text` in its order, none overlapping, and the days no calendar has.

    `published`: the article's own stated date (ISO, may be partial); a date without a year takes one only from there, and only
    when a full day is stated and one year alone lies within three months of it.
    """
    spans: list[DateSpan] = []
    problems: list[Problem] = []
    taken = bytearray(len(text))
    for start, end, match, bounds in _matches(text):
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        if bounds is None:
            problems.append(Problem("impossible_date", start, end, f"the calendar has no {text[start:end]!r}"))
            spans.append(DateSpan(start, end, text[start:end]))
            continue
        spans.append(_open_ended(text, _dated(text, start, end, bounds, match, published)))
    spans.sort(key=lambda one: one.start)
    return spans, problems


def _matches(text: str) -> Iterator[tuple[int, int, re.Match[str] | None, Bounds | None]]:
    for pattern, read in _COMPILED:
        for match in pattern.finditer(text):
            # A range that runs backwards is not read as one; a day no calendar has is.
            bounds = read(match)
            if bounds is None and read not in (_a_day, _numeric, _iso):
                continue
            if bounds is None and read is not _a_day and match["y"] and match[0].count("-") != 2 and match[0].count(".") != 2:
                continue
            yield match.start(), match.end(), match, bounds
    for match in _YEAR.finditer(text):
        before = text[max(0, match.start() - 16) : match.start()]
        led = _YEAR_BEFORE.search(before)
        counted = _COUNTED_AFTER.match(text, match.end()) and not before.endswith("the ")
        if led and not (counted and not re.search(r"(?:\bin|\bsince|\bof|\bduring|\()\s*\Z", before)):
            yield match.start(), match.end(), match, (match["y"], match["y"], None)


def _dated(text: str, start: int, end: int, bounds: Bounds, match: re.Match[str] | None, published: str | None) -> DateSpan:
    since, until, month_day = bounds
    span = DateSpan(start, end, text[start:end], since, until, "text" if since or until else "none", month_day)
    if since is None and until is None and month_day is None:
        meant = reckoned(text[start:end], text[max(0, start - 60) : start], published)
        return replace(span, since=meant, until=meant, basis="published") if meant else span
    if month_day is None or len(month_day) != 7 or published is None or len(published) != 10:
        return span
    day = dt.date.fromisoformat(published)
    weekday = match.groupdict().get("w") if match else None
    fitting = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            candidate = dt.date(year, int(month_day[2:4]), int(month_day[5:7]))
        except ValueError:
            continue
        if abs((candidate - day).days) <= 92 and (not weekday or WEEKDAYS[candidate.weekday()] == weekday.casefold()):
            fitting.append(candidate.isoformat())
    if len(fitting) != 1:
        return span
    return replace(span, since=fitting[0], until=fitting[0], basis="weekday" if weekday else "published")


def _open_ended(text: str, span: DateSpan) -> DateSpan:
    """Return "since 2022" without an end and "by 2025" without a beginning."""
    if span.since is None or span.since != span.until:
        return span
    before = _BEFORE.search(text[max(0, span.start - 30) : span.start])
    if before and before["until"]:
        return replace(span, since=None)
    if before and before["since"]:
        # "from 3 May" alone begins something; "from 2022 to 2023" was read as a range before.
        return replace(span, until=None)
    return span
