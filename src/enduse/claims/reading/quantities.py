"""Quantities and money as printed: value, unit or counted noun, currency, bound, rate and period; by own rules, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from enduse.claims.extracted import Bound, DateSpan, Quantity
from enduse.claims.reading.counted import PER_WORDS, noun_after, rate_of, with_nouns
from enduse.claims.reading.covering import with_period
from enduse.claims.reading.gazetteer import COMPANY_ENDS, LEGAL
from enduse.claims.reading.numbers import NUMBER, SCALES, WORDS, digits, whole
from enduse.claims.reading.quantities_zh import chinese
from enduse.claims.reading.units import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    MEASURES,
    TAIL_BOUNDS,
    VAGUE,
)

_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_BEFORE, key=len, reverse=True))
_AFTER = "|".join(re.escape(word) for word in sorted(CURRENCY_AFTER, key=len, reverse=True))
_SCALE = "|".join(sorted((re.escape(word) for word in SCALES), key=len, reverse=True))
_ONES = "|".join(word for word, number in WORDS.items() if number < 10)
_ALL_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
_WORDED = (
    rf"(?:(?:half )?a dozen|half a (?:million|billion)|(?:{_ALL_WORDS})(?:[- ](?:{_ONES})\b)?(?: hundred)?(?: dozen)?|a (?:hundred|"
    rf"thousand|million|billion))"
)
_VALUE = rf"(?:{NUMBER}|(?<!\w){_WORDED}(?!\w))"
_RANGE = re.compile(
    rf"(?P<sign>{_SIGN})?\s?(?P<first>{_VALUE})(?P<scale1>[ -]?(?:{_SCALE})\b(?:\.(?=\s?[a-zа-я$€–-]))?)?"
    rf"(?:(?:\s?[-–—]\s?|\s(?:to|and|или|до)\s)(?P<sign2>{_SIGN})?(?P<second>{_VALUE}))?(?P<scale>[ "
    rf"-]?(?:{_SCALE})(?![\w-])(?:\.(?=\s[a-zа-я]))?)?"
    rf"(?P<plus>\+)?(?P<percent>\s?(?:%|percent\b|per cent\b|процент\w*))?(?:[ -]?(?P<money>{_AFTER})(?!\w))?",
    re.IGNORECASE,
)
_VAGUE = re.compile(rf"\b(?P<word>{VAGUE})\b(?: of)?(?P<scale> (?:{_SCALE})s?\b(?: of)?)?", re.IGNORECASE)
_BOUND_BEFORE = re.compile(
    rf"(?:(?P<at_most>{AT_MOST})|(?P<at_least>{AT_LEAST})|(?P<about>{ABOUT}))\s*[“”\"’'»]?\s*(?:a |an |the |о |об |в |на |из )?\Z",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(rf"\s?,?(?:{TAIL_BOUNDS})", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|rising|rises?|risen|f[ae]ll|fallen|falls|grew|grow[ns]?|growing|increas\w+|decreas\w+|dropp?\w*|jump\w*|climb\w*|"
    r"declin\w+|cut|"
    r"rais\w+|doubl\w+|tripl\w+|expand\w+|shr[aiu]nk\w*|up|down|went|gone|slip\w+|reduc\w+|mov\w+|chang\w+|surg\w+|soar\w*|plunge\w*|"
    r"scal\w+|lower\w*)\b[^.;]{0,60}\bfrom\s*\Z",
    re.IGNORECASE,
)
"""What goes "from 3 to 11" was 3 and is 11; without such a verb the two numbers are a range."""
_BODY_NAME = re.compile(rf"(?:{LEGAL}|{COMPANY_ENDS})")
_ONE_THING = re.compile(
    r"(?:drone|engine|aircraft|helicopter|shipment|container|truck|ship|vessel|missile|tank|machine|company|firm|plant|unit)\b"
)


def find_quantities(text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[DateSpan]) -> list[Quantity]:
    """Return every quantity of the sentences in order: none overlaps another or a date; a model number or a year is none."""
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for date in dates:
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    for start, end in sentences:
        part: list[Quantity] = []
        for one in (*chinese(text, start, end), *_european(text, start, end), *_vague(text, start, end)):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                part.append(one)
        part.sort(key=lambda one: one.start)
        inside = [date for date in dates if start <= date.start < end]
        found += [with_period(text, one, part, inside, (start, end)) for one in with_nouns(text, start, part)]
    return found


def _european(text: str, start: int, end: int) -> list[Quantity]:
    found = []
    place = start
    while m := _RANGE.search(text, place, end):
        place = m.end()
        if m["second"] and _is_change(m):
            found += _was(text, m, start, end)
            place = m.start("sign2") if m["sign2"] else m.start("second")
            continue
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


def _is_change(m: re.Match[str]) -> bool:
    """Tell whether two numbers are what was and what is: "rose from 3 to 11 million"."""
    begin = m.start("sign") if m["sign"] else m.start("first")
    return bool(_CHANGED.search(m.string[max(0, begin - 90) : begin]))


def _was(text: str, m: re.Match[str], start: int, end: int) -> list[Quantity]:
    """Return the first of two numbers of a change; what it counts may be printed with the second only."""
    one = _RANGE.match(text, m.start(), m.end("scale1") if m["scale1"] else m.end("first"))
    first = _one(text, one, start, end) if one else None
    if first is None or first.value is None or first.unit is not None:
        return [first] if first else []
    shared = _scale(m["scale"]) if m["scale"] and not m["scale1"] and not (m["sign"] and m["sign2"]) else 1.0
    currency = first.currency or CURRENCY_BEFORE.get((m["sign2"] or "").casefold()) or CURRENCY_AFTER.get((m["money"] or "").casefold())
    unit = "percent" if m["percent"] else None if currency else (_unit(text, m.end(), end)[0] or noun_after(text, m.end())[0])
    return [replace(first, value=_exact(first.value * shared), currency=currency, unit=unit)]


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
    per = PER_WORDS.match(text, finish, end)
    return Quantity(
        opened,
        per.end() if per else finish,
        text[opened : per.end() if per else finish],
        _exact(lower),
        unit,
        currency,
        "range" if second is not None and bound == "exact" else bound,
        None if second is None else _exact(second * scale),
        rate_of(per[0]) if per else None,
    )


def _a_number(text: str, m: re.Match[str], begin: int, start: int) -> bool:
    """Tell whether the digits stand alone: neither part of a model's name nor of another number."""
    before = text[max(start, begin - 24) : begin]
    if before and (
        (before[-1].isalnum() and before[-1] < "\u3000") or (before[-1] in "-./#№" and len(before) > 1 and before[-2].isalnum())
    ):
        return False
    if re.search(
        r"(?:[№#]|\bNo\.|\b(?:type|article|paragraph|section|phase|model|version|chapter|page|resolution|code|heading|HS|CN|"
        r"aged?|Article))\s*\Z",
        before,
    ):
        return False
    led = re.search(r"(?<![.!?:]\s)\b([A-Z][\w’'-]+(?<![’']s))\s\Z", before)
    if led and not m["sign"] and m["first"][0].isdigit() and "," not in m["first"] and len(m["first"]) <= 4:
        word = led[1]
        at_start = not text[start : begin - len(word) - 1].strip()
        # "Shahed 136", "Sunflower 200": a name and a number; "Over 200", "Some 97" open a sentence.
        opens = at_start and re.fullmatch(
            r"(?:About|Over|Some|Around|Nearly|Almost|Only|The|All|In|At|Up|To|From|With|Another|These|Those|Its|Their)", word
        )
        if not opens and not (m["scale"] or m["scale1"] or m["percent"] or m["money"]) and not _given_to(text, m, word):
            return False
    return not (
        m["first"][0].isdigit()
        and text[m.end("first") : m.end("first") + 1].isalpha()
        and not (m["scale"] or m["money"] or m["percent"] or m["scale1"] or _unit(text, m.end("first"), len(text))[0])
    )


def _given_to(text: str, m: re.Match[str], word: str) -> bool:
    """Tell whether a number after a capital word is no part of its name: "sold Example Trading LLC 40 tonnes", not "Shahed 136 drones"."""
    return _unit(text, m.end("first"), len(text))[0] is not None or bool(
        _BODY_NAME.fullmatch(word) and re.match(r"\s[a-z]", text[m.end("first") : m.end("first") + 2])
    )


def _joined_years(m: re.Match[str]) -> bool:
    return bool(
        re.fullmatch(r"(?:19|20)\d\d", m["first"]) and m["second"] and re.fullmatch(r"(?:19|20)?\d\d", m["second"]) and not m["sign"]
    )


def _not_counted(text: str, m: re.Match[str], begin: int, finish: int) -> bool:
    """Tell whether a number without currency or measure is no quantity: a pronoun, an ordinal, part of a title, a year."""
    if m["scale"] or m["scale1"]:
        return False
    noun = noun_after(text, finish)[0]
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
    if folded.startswith("half a "):
        return SCALES[folded[7:]] / 2
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


def _vague(text: str, start: int, end: int) -> list[Quantity]:
    found = []
    for m in _VAGUE.finditer(text, start, end):
        noun, finish = noun_after(text, m.end())
        if noun or m["scale"]:
            found.append(Quantity(m.start(), finish, text[m.start() : finish], None, noun, None, "vague"))
    return found
