"""Chinese quantities: numerals with 万 and 亿, counters with the noun after them, bounds on either side."""

from __future__ import annotations

import re

from enduse.claims.extracted import Bound, Quantity
from enduse.claims.reading.numbers import digits, han
from enduse.claims.reading.units import COUNTERS, ZH_UNITS
from enduse.terms.scripts import HAN

_HAN_VALUE = r"(?:\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千]+)"
_CHINESE = re.compile(
    rf"(?P<bound>至少|不少于|不低于|超过|逾|多于|最多|至多|不超过|大约|约|近|"
    rf"将近)?(?P<first>{_HAN_VALUE})(?P<scale>[十百千]?[万亿萬億])?(?P<more>多|余|餘)?"
    rf"(?P<scale2>[万亿萬億])?(?P<unit>{'|'.join(sorted(ZH_UNITS, key=len, reverse=True))})(?P<plus>以上|以下|"
    rf"左右)?(?P<noun>[{HAN}]{{0,8}})"
)
_RATE_ZH = re.compile(r"每(?:个)?([月年天日周])[^，。；]{0,8}\Z")


def chinese(text: str, start: int, end: int) -> list[Quantity]:
    """Return the quantities of a stretch, in order."""
    found = []
    place = start
    while m := _CHINESE.search(text, place, end):
        # The noun is looked at, not taken: another number may stand in it.
        place = m.end("plus") if m["plus"] else m.end("unit")
        value = digits(m["first"]) if m["first"][0].isdigit() else han(m["first"])
        if value is None or (m["unit"] in COUNTERS and value == 1 and not m["first"][0].isdigit()):
            continue
        for scale in (m["scale"], m["scale2"]):
            for letter in scale or "":
                value *= {"十": 10, "百": 100, "千": 1000, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}[letter]
        unit, currency = ZH_UNITS[m["unit"]]
        words = f"{m['bound'] or ''}{m['more'] or ''}{m['plus'] or ''}"
        bound: Bound = "exact"
        if re.search("最多|至多|不超过|以下", words):
            bound = "at_most"
        elif re.search("至少|不少于|不低于|超过|逾|多于|多|余|餘|以上", words):
            bound = "at_least"
        elif words:
            bound = "about"
        finish = m.end("plus") if m["plus"] else m.end("unit")
        if unit is None and currency is None:
            noun = re.split(r"[的在于是和与及并被从向给对已将所以等]", m["noun"] or "")[0]
            unit, finish = (noun, finish + len(noun)) if noun else (m["unit"], finish)
        rate = _RATE_ZH.search(text, start, m.start())
        per = {"月": "month", "年": "year", "周": "week"}.get(rate[1], "day") if rate else None
        found.append(Quantity(m.start(), finish, text[m.start() : finish], round(value, 6), unit, currency, bound, per=per))
    return found
