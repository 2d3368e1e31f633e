"""What a number counts: the head of the noun phrase after it, or that of the number before, or the sentence's subject; and its rate."""

from __future__ import annotations

import re
from dataclasses import replace

from enduse.claims.extracted import Quantity
from enduse.claims.reading.units import NOT_NOUNS, PER

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
PER_WORDS = re.compile(PER, re.IGNORECASE)
_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |their |those |these |all )?\Z")
_SUBJECT = re.compile(
    r"(?P<noun>[\w-]+) (?:output|production|exports?|deliver(?:y|ies)|sales|imports?|shipments?|stocks?|numbers?)\b", re.IGNORECASE
)


def rate_of(text: str) -> str:
    """Return the unit of time or of goods that words of a rate name: "a month" is month."""
    folded = text.casefold().strip(" ,/")
    for word in ("month", "day", "year", "week", "hour", "quarter", "unit", "piece", "kilogram", "kg", "tonne"):
        if word in folded:
            return word
    for stem, word in (("дн", "day"), ("сут", "day"), ("недел", "week"), ("мес", "month"), ("год", "year"), ("шт", "piece")):
        if stem in folded:
            return word
    return {"daily": "day", "apiece": "piece", "each": "piece", "annually": "year"}.get(folded, folded)


def with_nouns(text: str, start: int, part: list[Quantity]) -> list[Quantity]:
    """Return the quantities with the noun each counts; a number without one takes that of the number before it, or of the subject."""
    found: list[Quantity] = []
    for printed in part:
        one = printed
        if one.unit is None and one.currency is None and not _is_money(one):
            noun, end = noun_after(text, one.end)
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
                per = PER_WORDS.match(text, end)
                end = per.end() if per else end
                one = replace(one, unit=noun, end=end, text=text[one.start : end], per=rate_of(per[0]) if per else one.per)
        elif one.per is None and (rate := PER_WORDS.match(text, one.end)):
            one = replace(one, end=rate.end(), text=text[one.start : rate.end()], per=rate_of(rate[0]))
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


def noun_after(text: str, at: int) -> tuple[str | None, int]:
    """Return the head of the noun phrase after `at` and where it ends: "military drones manufactured" -> drones."""
    head: tuple[str, int] | None = None
    place = at
    for number in range(6):
        gap = (
            re.compile(r"[”\"’»]?[  ]+(?:of (?:the|its|his|her|their|these|those|such|our) (?=\w)|of (?=\w))?").match(text, place)
            if number == 0
            else re.compile(r"[  ]").match(text, place)
        )
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
