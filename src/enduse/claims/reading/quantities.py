"""Quantities and money as printed: value, unit or counted noun, currency, bound, rate and period; by own rules, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from enduse.claims.extracted import Bound, DateSpan, Quantity
from enduse.claims.reading.numbers import NUMBER, SCALES, WORDS, digits, han, whole
from enduse.claims.reading.units import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    COUNTERS,
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    MEASURES,
    NOT_NOUNS,
    PER,
    TAIL_BOUNDS,
    VAGUE,
    ZH_UNITS,
)  # fmt: skip

_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_BEFORE, key=len, reverse=True))
_AFTER = "|".join(re.escape(word) for word in sorted(CURRENCY_AFTER, key=len, reverse=True))
_SCALE = "|".join(sorted((re.escape(word) for word in SCALES), key=len, reverse=True))
_ONES = "|".join(word for word, number in WORDS.items() if number < 10)
_ALL_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
_WORDED = rf"(?:(?:half )?a dozen|(?:{_ALL_WORDS})(?:[- ](?:{_ONES})\b)?(?: hundred)?(?: dozen)?|a (?:hundred|thousand|million|billion))"
_VALUE = rf"(?:{NUMBER}|(?<!\w){_WORDED}(?!\w))"
_RANGE = re.compile(
    rf"(?P<sign>{_SIGN})?\s?(?P<first>{_VALUE})(?P<scale1>[ -]?(?:{_SCALE})\b\.?)?"
    rf"(?:(?:\s?[-–—]\s?|\s(?:to|and|или|до)\s)(?P<sign2>{_SIGN})?(?P<second>{_VALUE}))?(?P<scale>[ -]?(?:{_SCALE})(?![\w-])(?:\.(?=\s[a-zа-я]))?)?"
    rf"(?P<plus>\+)?(?P<percent>\s?(?:%|percent\b|per cent\b|процент\w*))?(?:[ -]?(?P<money>{_AFTER})(?!\w))?",
    re.IGNORECASE,
)
_HAN_VALUE = r"(?:\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千]+)"
_CHINESE = re.compile(
    rf"(?P<bound>至少|不少于|不低于|超过|逾|多于|最多|至多|不超过|大约|约|近|将近)?(?P<first>{_HAN_VALUE})(?P<scale>[十百千]?[万亿萬億])?(?P<more>多|余|餘)?"
    rf"(?P<scale2>[万亿萬億])?(?P<unit>{'|'.join(sorted(ZH_UNITS, key=len, reverse=True))})(?P<plus>以上|以下|左右)?(?P<noun>[\u4e00-\u9fff]{{0,8}})"
)
_VAGUE = re.compile(rf"\b(?P<word>{VAGUE})\b(?: of)?(?P<scale> (?:{_SCALE})s?\b(?: of)?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_PER = re.compile(PER, re.IGNORECASE)
_BOUND_BEFORE = re.compile(
    rf"(?:(?P<at_most>{AT_MOST})|(?P<at_least>{AT_LEAST})|(?P<about>{ABOUT}))\s*[“”\"’'»]?\s*(?:a |an |the )?\Z", re.IGNORECASE
)
_BOUND_AFTER = re.compile(rf"\s?,?(?:{TAIL_BOUNDS})", re.IGNORECASE)
_ONE_THING = re.compile(
    r"(?:drone|engine|aircraft|helicopter|shipment|container|truck|ship|vessel|missile|tank|machine|company|firm|plant|unit)\b"
)
_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |their |those |these |all )?\Z")
_RATE_ZH = re.compile(r"每(?:个)?([月年天日周])[^，。；]{0,8}\Z")
_SUBJECT = re.compile(
    r"(?P<noun>[\w-]+) (?:output|production|exports?|deliver(?:y|ies)|sales|imports?|shipments?|stocks?|numbers?)\b", re.IGNORECASE
)
_NO_RATE = ("km", "percent", "m", "hp", "kw", "h", "°c", "years", "year", "months", "month", "days", "day", "hours", "weeks", "week",
               "companies", "firms", "suppliers", "sources", "officials", "people", "countries", "banks", "entities", "individuals", "factories")  # fmt: skip


def find_quantities(text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[DateSpan]) -> list[Quantity]:
    """Return every quantity of the sentences in order: none overlaps another or a date; a model number or a year is none."""
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for date in dates:
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    for start, end in sentences:
        part: list[Quantity] = []
        for one in (*_chinese(text, start, end), *_european(text, start, end), *_vague(text, start, end)):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                part.append(one)
        part.sort(key=lambda one: one.start)
        inside = [date for date in dates if start <= date.start < end]
        found += [_with_period(text, one, part, inside, (start, end)) for one in _with_nouns(text, start, part)]
    return found


def _european(text: str, start: int, end: int) -> list[Quantity]:
    found = []
    place = start
    while m := _RANGE.search(text, place, end):
        place = m.end()
        if m["second"] and not _is_range(m):
            # "€12.4 million to three of them", "the 3 and 40 others": two numbers, not one range.
            place = m.start("second")
            m = _RANGE.match(text, m.start(), place) or m
            place = max(m.end(), m.start() + 1)
        one = _one(text, m, start, end)
        if one is not None:
            found.append(one)
    return found


def _is_range(m: re.Match[str]) -> bool:
    """Tell whether two numbers with "to" or a dash between them run from a lower to a higher one of the same thing."""
    comma = _comma_decimal(m["first"])
    first, second = _value(m["first"], comma), _value(m["second"], comma)
    if first is None or second is None:
        return False
    own, shared = (_scale(m["scale1"]) if m["scale1"] else None), (_scale(m["scale"]) if m["scale"] else 1.0)
    return second * shared > first * (own if own is not None else shared)


def _one(text: str, m: re.Match[str], start: int, end: int) -> Quantity | None:
    begin = m.start("sign") if m["sign"] else m.start("first")
    if not _a_number(text, m, begin, start):
        return None
    comma = _comma_decimal(m["first"])
    first = _value(m["first"], comma)
    second = _value(m["second"], comma) if m["second"] else None
    finish = m.end()
    if first is None or (second is not None and _joined_years(m)):
        return None
    scale = _scale(m["scale"]) if m["scale"] else 1.0
    if m["scale1"] and second is None:
        scale *= _scale(m["scale1"])
    lower = first * (_scale(m["scale1"]) if m["scale1"] and second is not None else scale)
    currency = CURRENCY_BEFORE.get((m["sign"] or "").casefold()) or CURRENCY_AFTER.get((m["money"] or "").casefold())
    money = bool(m["sign"] or m["money"])
    unit: str | None = "percent" if m["percent"] else None
    if not money and unit is None:
        unit, finish = _unit(text, finish, end)
        if unit is None and _not_counted(text, m, begin, finish):
            return None
    bound, opened = _bound(text, begin, start)
    after = _BOUND_AFTER.match(text, finish, end)
    if after and bound == "exact":
        said = after[0].casefold()
        bound = "about" if "so" in said or "примерно" in said else ("at_most" if re.search(r"less|fewer|most", said) else "at_least")
        finish = after.end()
    if m["plus"]:
        bound = "at_least"
    per = _PER.match(text, finish, end)
    return Quantity(
        opened, per.end() if per else finish, text[opened : per.end() if per else finish], _exact(lower), unit, currency,
        "range" if second is not None and bound == "exact" else bound, None if second is None else _exact(second * scale),
        _per(per[0]) if per else None,
    )  # fmt: skip


def _a_number(text: str, m: re.Match[str], begin: int, start: int) -> bool:
    """Tell whether the digits stand alone: neither part of a model's name nor of another number."""
    before = text[max(start, begin - 24) : begin]
    if before and (before[-1].isalnum() or (before[-1] in "-./#№" and len(before) > 1 and before[-2].isalnum())):
        return False
    if re.search(
        r"(?:[№#]|\bNo\.|\b(?:type|article|paragraph|section|phase|model|version|chapter|page|resolution|code|heading|HS|CN|aged?|Article))\s*\Z",
        before,
    ):
        return False
    led = re.search(r"(?<![.!?:]\s)\b([A-Z][\w’'-]+)\s\Z", before)
    if led and not m["sign"] and m["first"][0].isdigit() and "," not in m["first"] and len(m["first"]) <= 4:
        word = led[1]
        at_start = not text[start : begin - len(word) - 1].strip()
        # "Shahed 136", "Sunflower 200": a name and a number; "Over 200", "Some 97" open a sentence.
        opens = at_start and re.fullmatch(
            r"(?:About|Over|Some|Around|Nearly|Almost|Only|The|All|In|At|Up|To|From|With|Another|These|Those|Its|Their)", word
        )
        if not opens and not (m["scale"] or m["percent"] or m["money"]):
            return False
    return not (m["first"][0].isdigit() and text[m.end("first") : m.end("first") + 1].isalpha() and not (m["scale"] or m["money"] or m["percent"]
                or m["scale1"] or _unit(text, m.end("first"), len(text))[0]))  # fmt: skip


def _joined_years(m: re.Match[str]) -> bool:
    return bool(
        re.fullmatch(r"(?:19|20)\d\d", m["first"]) and m["second"] and re.fullmatch(r"(?:19|20)?\d\d", m["second"]) and not m["sign"]
    )


def _not_counted(text: str, m: re.Match[str], begin: int, finish: int) -> bool:
    """Tell whether a number without currency or measure is no quantity: a pronoun, an ordinal, part of a title, a year."""
    if m["scale"] or m["scale1"]:
        return False
    noun = _noun(text, finish)[0]
    if not m["first"][0].isdigit():
        return noun is None or (m["first"].casefold() in ("one", "один", "одна", "одно", "одного") and not _ONE_THING.match(noun))
    if re.fullmatch(r"(?:19|20)\d\d", m["first"]) and (noun is None or re.search(r"\b(?:the|its|this|that|of)\s\Z", text[:begin][-6:])):
        return True
    return bool(re.match(r"(?:st|nd|rd|th)\b|[/:]\d|-[a-zа-я]|[.]\d|\s?[ap]\.?m\b", text[finish : finish + 5]))


def _value(text: str, comma: bool) -> float | None:
    if text[0].isdigit():
        return digits(text, comma)
    folded = text.casefold()
    if folded == "half a dozen":
        return 6.0
    total = 12.0 if folded.endswith("dozen") else 1.0
    total *= 100 if "hundred" in folded else 1
    folded = re.sub(r"\s*(?:hundred|dozen)", "", folded)
    if folded in ("a", ""):
        return total
    if folded.startswith("a "):
        return SCALES[folded[2:]]
    small = whole(folded)
    return None if small is None else small * total


def _scale(text: str) -> float:
    return SCALES[text.strip(" -.").casefold()]


def _exact(value: float) -> float:
    # 3.5 x 1,000,000 and 1.1 x 1,000,000 are whole in print, if not in binary.
    return round(value, 6)


def _comma_decimal(printed: str) -> bool:
    return "," in printed and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", printed)


def _unit(text: str, at: int, end: int) -> tuple[str | None, int]:
    m = re.compile(r"[ \u00a0-]?(°C|[A-Za-zА-Яа-я²³]+(?: ч)?)").match(text, at, end)
    if m and m[1].casefold() in MEASURES:
        return MEASURES[m[1].casefold()], m.end()
    return None, at


def _bound(text: str, begin: int, start: int) -> tuple[Bound, int]:
    m = _BOUND_BEFORE.search(text[max(start, begin - 40) : begin])
    if not m:
        return "exact", begin
    bound: Bound = "at_most" if m["at_most"] else "at_least" if m["at_least"] else "about"
    return bound, max(start, begin - 40) + m.start()


def _per(text: str) -> str:
    folded = text.casefold().strip(" ,/")
    for word in ("month", "day", "year", "week", "hour", "quarter", "unit", "piece", "kilogram", "kg", "tonne"):
        if word in folded:
            return word
    for stem, word in (("дн", "day"), ("сут", "day"), ("недел", "week"), ("мес", "month"), ("год", "year"), ("шт", "piece")):
        if stem in folded:
            return word
    return {"daily": "day", "apiece": "piece", "each": "piece", "annually": "year"}.get(folded, folded)


def _with_nouns(text: str, start: int, part: list[Quantity]) -> list[Quantity]:
    """Return the quantities with the noun each counts; a number without one takes that of the number before it, or of the subject."""
    found: list[Quantity] = []
    for printed in part:
        one = printed
        if one.unit is None and one.currency is None and not _is_money(one):
            noun, end = _noun(text, one.end)
            if noun is None:
                earlier = next((other.unit for other in reversed(found) if other.unit and other.currency is None), None)
                subjects = [*_SUBJECT.finditer(text, start, one.start)]
                subject = subjects[-1] if subjects else None
                noun = earlier or (subject["noun"].lower() if subject else None)
                if one.value is not None and one.value < 10 and text[one.start : one.end][-1].isalpha():
                    continue
                one = replace(one, unit=noun)
            else:
                # "a month" may follow the noun: "10,000 drones a month".
                per = _PER.match(text, end)
                end = per.end() if per else end
                one = replace(one, unit=noun, end=end, text=text[one.start : end], per=_per(per[0]) if per else one.per)
        elif one.per is None and (rate := _PER.match(text, one.end)):
            one = replace(one, end=rate.end(), text=text[one.start : rate.end()], per=_per(rate[0]))
        if one.per is None and re.search(
            r"\b(?:every|each|per|a) (month|day|week|year|hour)\b", text[one.end : one.end + 40].split(".", maxsplit=1)[0]
        ):
            rate = re.search(r"\b(?:every|each|per|a) (month|day|week|year|hour)\b", text[one.end : one.end + 40].split(".", maxsplit=1)[0])
            one = replace(one, per=rate[1] if rate else None)
        found.append(one)
    for place in range(len(found) - 2, -1, -1):
        one, following = found[place], found[place + 1]
        if one.unit is None and one.currency is None and _OF_WHOLE.fullmatch(text[one.end : following.start]):
            found[place] = replace(one, unit=following.unit)
    return found


def _is_money(one: Quantity) -> bool:
    return bool(re.search(r"[$€£¥₽₴₹₺]|\b(?:dollar|euro|yuan|r[uo]u?ble|pound|yen|kr)", one.text))


def _noun(text: str, at: int) -> tuple[str | None, int]:
    """Return the head of the noun phrase after `at` and where it ends: "military drones manufactured" -> drones."""
    head: tuple[str, int] | None = None
    place = at
    for number in range(6):
        gap = re.compile(r"[  ]+(?:of (?=\w)|of the (?=\w))?").match(text, place) if number == 0 else re.compile(r"[  ]").match(text, place)
        if gap is None:
            break
        word = _WORD.match(text, gap.end())
        model = re.compile(r"[A-Z][\w-]*\d[\w-]*").match(text, gap.end())
        if model:
            place = model.end()
            continue
        if word is None:
            break
        folded = word[0].casefold()
        if folded in NOT_NOUNS or (head and re.search(r"(?:ed|ing|ly)$", folded)):
            break
        place = word.end()
        if not re.search(r"ly$", folded):
            head = (word[0], word.end())
        plural = re.search(r"(?:[^s]s|people|aircraft|men|women|personnel|ов|ей|ий)$", folded)
        nxt = re.compile(r"[  ]([a-zA-Z][\w-]*)").match(text, place)
        if plural and not (nxt and re.fullmatch(r"[a-z-]+(?:[^s]s|aircraft)", nxt[1]) and nxt[1].casefold() not in NOT_NOUNS):
            break
        if "а" <= folded[0] <= "я" and not re.search(r"(?:ых|их|ые|ие|ого|ной|ный)$", folded):
            break
    return (head[0], head[1]) if head else (None, at)


def _vague(text: str, start: int, end: int) -> list[Quantity]:
    found = []
    for m in _VAGUE.finditer(text, start, end):
        noun, finish = _noun(text, m.end())
        if noun or m["scale"]:
            found.append(Quantity(m.start(), finish, text[m.start() : finish], None, noun, None, "vague"))
    return found


def _chinese(text: str, start: int, end: int) -> list[Quantity]:
    found = []
    for m in _CHINESE.finditer(text, start, end):
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
        found.append(Quantity(m.start(), finish, text[m.start() : finish], _exact(value), unit, currency, bound, per=per))
    return found


def _with_period(text: str, one: Quantity, part: list[Quantity], dates: list[DateSpan], sentence: tuple[int, int]) -> Quantity:
    """Return the quantity with the period it covers: the date before the next quantity of its clause, else the one before it."""
    if not dates or (one.unit or "") in ("km", "percent", "m"):
        return one
    starts = [other.start for other in part]
    after = starts[bisect_right(starts, one.start)] if bisect_right(starts, one.start) < len(starts) else sentence[1]
    following = [date for date in dates if one.end <= date.start < after and not re.search(r"[;]|[.!?]\s", text[one.end : date.start])]
    leading = [date for date in dates if date.end <= one.start]
    period = following[0] if following else (leading[-1] if leading and (len(part) == 1 or _leads(text, leading[-1], sentence)) else None)
    if period is None:
        return one
    return replace(one, period=period, per_month=_per_month(one, period))


def _leads(text: str, date: DateSpan, sentence: tuple[int, int]) -> bool:
    return not re.search(r"[.;]", text[sentence[0] : date.start]) and len(text[sentence[0] : date.start].split()) <= 4


def _per_month(one: Quantity, period: DateSpan) -> float | None:
    if one.value is None or (one.unit or "").casefold() in _NO_RATE:
        return None
    if one.per is not None:
        return {"month": one.value, "year": round(one.value / 12, 6), "quarter": round(one.value / 3, 6)}.get(one.per)
    length = months_in(period)
    return round(one.value / length, 6) if length else None


def months_in(period: DateSpan) -> int | None:
    """Return how many whole months a period has; None when it is open, or a matter of days."""
    if period.since is None or period.until is None or len(period.since) == 10:
        return None
    first = int(period.since[:4]) * 12 + (int(period.since[5:7]) - 1 if len(period.since) > 4 else 0)
    last = int(period.until[:4]) * 12 + (int(period.until[5:7]) - 1 if len(period.until) > 4 else 11)
    return last - first + 1
