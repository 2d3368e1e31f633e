"""Days and years reckoned from the article's own stated day: yesterday, on Tuesday, last year. Without a full stated day they stay open."""

from __future__ import annotations

import datetime as dt
import re

from enduse.terms.periods import months_away

_WEEKDAYS = (
    ("monday", "понедельник", "一"),
    ("tuesday", "вторник", "二"),
    ("wednesday", "среду", "三"),
    ("thursday", "четверг", "四"),
    ("friday", "пятницу", "五"),
    ("saturday", "субботу", "六"),
    ("sunday", "воскресенье", "日"),
)
_AHEAD = re.compile(
    r"\b(?:next|coming|will|would|due|scheduled|expected|by|until|before|from)\b|(?<!\w)(?:будет|будут|до)(?!\w)|将|下", re.IGNORECASE
)
_YEARS = {
    "last year": -1,
    "this year": 0,
    "next year": 1,
    "в прошлом году": -1,
    "в этом году": 0,
    "去年": -1,
    "今年": 0,
    "明年": 1,
    "previous year": -1,
}
_DAYS = {"yesterday": -1, "today": 0, "昨日": -1, "昨天": -1, "今日": 0, "今天": 0, "вчера": -1, "сегодня": 0}
_MONTHS = {"last month": -1, "this month": 0, "в прошлом месяце": -1, "в этом месяце": 0, "本月": 0, "上月": -1}


def reckoned(words: str, around: str, published: str | None) -> str | None:
    """Return the day, month or year (ISO, as partial as worded) that words mean on the day of publication; None when they may mean another.

    A weekday is the last one up to that day, unless the words around it look ahead.

    >>> reckoned("yesterday", "", "2024-03-01"), reckoned("last year", "", "2024-03-01"), reckoned("Tuesday", "it said on ", "2024-03-01")
    ('2024-02-29', '2023', '2024-02-27')
    >>> reckoned("Tuesday", "it will meet on ", "2024-03-01"), reckoned("last year", "", "2024-03")
    (None, None)
    """
    if published is None or len(published) != 10:
        return None
    day = dt.date.fromisoformat(published)
    said = words.casefold().strip()
    if said in _YEARS:
        return str(day.year + _YEARS[said])
    if said in _DAYS:
        return (day + dt.timedelta(days=_DAYS[said])).isoformat()
    if said in _MONTHS:
        return f"{months_away(day, _MONTHS[said]):%Y-%m}"
    for place, names in enumerate(_WEEKDAYS):
        if said in names[:2] or said in (f"last {names[0]}", f"周{names[2]}", f"星期{names[2]}"):
            return None if _AHEAD.search(around) else (day - dt.timedelta(days=(day.weekday() - place) % 7)).isoformat()
    return None
