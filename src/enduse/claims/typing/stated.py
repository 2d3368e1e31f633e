"""What a sentence states besides its parties: the one period, the goods, the numbers. Each means one thing, or is Undecided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from enduse.claims.extracted import DateSpan, Quantity
from enduse.claims.measures import KILOGRAMS, PIECES
from enduse.claims.typing.goods import Goods, goods_of
from enduse.claims.typing.shapes import Undecided
from enduse.claims.typing.tokens import Said
from enduse.terms.periods import Period, period_of

BEFORE_DATE = re.compile(
    r"\b(?:in|during|over|throughout|between|from|since|for|of|on|within|in the|during the|over the)(?: the)?(?: period)? ?\Z",
    re.IGNORECASE,
)
AROUND_DATE = re.compile(
    r"\b(?:before|after|until|till|by|prior to|following|early in|late in|end of|beginning of)(?: the)? ?\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:the )?(?:period )?(?:between|from)\b|между|с ", re.IGNORECASE)
_WITHIN = re.compile(r"(?:in|between|from|since|during|over|throughout)\b", re.IGNORECASE)
_GENERIC = re.compile(r"\b(?:shipments?|consignments?|deliveries|supplies)\b")
_FILLER = re.compile(
    r"\b(?:worth of|worth|valued at|total value of|value|in total|a total of|an?|the|of|in all|with|combined|altogether|to|from|directly)"
    r"\b|[,.\s]"
)
_AFTER_GOODS = re.compile(
    r"\A(?:\Z|[,.;]|\s*(?:worth|valued|total|for|used|made|to|from|in|with|on|over|during|since|between|by|and|or|of|directly|alone|⟦[qd])"
    r"|\s*\Z)"
)
_DATED = re.compile(r"\b(?:in|during|over|throughout|between|from|since|for|on|within)(?: the)? ⟦d\d+⟧(?: alone)?|⟦d\d+⟧(?: alone)?")
_BOUNDS = ("exact", "at_least", "at_most", "about")


def dates_used(said: Said) -> list[DateSpan]:
    """Return the dates that stand in the claim's own words, asides apart."""
    return [date for at, date in enumerate(said.dates) if f"⟦d{at}⟧" in said.text]


def one_date(said: Said, needed: bool = True) -> DateSpan | Undecided | None:
    """Return the one date stated, its year sure; None when none is stated and none is needed."""
    used = dates_used(said)
    if not used:
        return Undecided("missing_parameter", "No period is stated in the sentence.") if needed else None
    if len(used) > 1:
        return Undecided("ambiguous_parameter", "More than one date is stated; which is meant is not clear.")
    if used[0].since is None or used[0].basis in ("none", "article"):
        return Undecided("missing_parameter", f"The year of {used[0].text!r} is not stated.")
    if period_of(used[0].since) is None or (used[0].until and period_of(used[0].until) is None):
        return Undecided("ambiguous_parameter", f"{used[0].text!r} is no day of the calendar.")
    if re.search(r"\b(?:and|or|и|или)\b|和|或", used[0].text) and not _BETWEEN.match(used[0].text):
        # "In 2022 and 2023" says something of each; rows of one of them would not show it.
        return Undecided("ambiguous_parameter", f"{used[0].text!r} are two times, each of which would have to be shown.")
    return used[0]


def period(said: Said) -> dict[str, str] | Undecided:
    """Return since and until of the one period stated; the year must be printed with it or follow from the article's own date."""
    date = one_date(said)
    if date is None or isinstance(date, Undecided):
        return date or {}
    before = said.text[: said.text.find(f"⟦d{said.dates.index(date)}⟧")]
    if AROUND_DATE.search(before) or not (BEFORE_DATE.search(before) or _WITHIN.match(date.text)):
        return Undecided("ambiguous_parameter", f"How {date.text!r} bounds the delivery is not clear.")
    return since_until(date)


def since_until(date: DateSpan) -> dict[str, str]:
    """Return the fields of a period."""
    return {**({"since": date.since} if date.since else {}), **({"until": date.until} if date.until else {})}


def days_of(date: DateSpan) -> tuple[Period, Period]:
    """Return the first and the last part of a date whose year is known."""
    first = period_of(date.since or "")
    last = period_of(date.until) if date.until else first
    if first is None or last is None:
        raise ValueError(f"{date.text!r} has no day of the calendar")
    return first, last


def named_goods(said: Said, region: str) -> tuple[Goods, ...] | Undecided:
    """Return the goods spoken of in a stretch of the sentence; empty for goods of any kind.

    Words for goods that no catalogue holds are an open parameter, and so are words that say more than rows show ("its first chips").
    """
    region = _DATED.sub(" ", region)
    found: list[Goods] = [goods for one in said.quantities if one.unit and (goods := goods_of(one.unit))]
    for part in re.split(r", | and | & ", region):
        tokens = re.findall(r"⟦g(\d+)⟧", part)
        for at in tokens:
            after = part[part.find(f"⟦g{at}⟧") + len(f"⟦g{at}⟧") :]
            if not _AFTER_GOODS.match(after):
                label = said.goods[int(at)].goods.label
                return Undecided("ambiguous_parameter", f"{label} {after.split()[0]!r} are other goods than the catalogue's.")
            found.append(said.goods[int(at)].goods)
        bare = " ".join(_FILLER.sub(" ", _GENERIC.sub(" ", re.sub(r"⟦[a-z]\d+⟧", " ", part))).split())
        if bare and not tokens:
            return Undecided("missing_parameter", f"No code is known for the goods {bare[:60]!r}.")
        if bare:
            # "All its chips", "the first chips", "Ruritanian chips": what the words add would not be checked.
            return Undecided("ambiguous_parameter", f"The words {bare[:60]!r} say more than rows show.")
    if not found and not _GENERIC.search(region):
        return Undecided("missing_parameter", "Which goods are meant is not stated.")
    return narrow_only(found)


def narrow_only(found: Sequence[Goods]) -> tuple[Goods, ...]:
    """Return the goods that have codes, each once; goods of any kind have none."""
    return tuple(dict.fromkeys(one for one in found if one.narrow))


def goods_at(said: Said, token: str | None) -> tuple[Goods, ...]:
    """Return the goods of a token's number as a pattern found it; empty for none, and for goods of any kind."""
    return narrow_only([said.goods[int(token)].goods]) if token else ()


def numbers(said: Said) -> tuple[dict[str, Any], ...] | Undecided:
    """Return the fields of each number stated: a value, a mass or a number of pieces, all of them readable."""
    found: list[dict[str, Any]] = []
    for at, one in enumerate(said.quantities):
        if f"⟦q{at}⟧" not in said.text:
            return Undecided("ambiguous_parameter", f"What {one.text!r} counts is not clear.")
        made = number(one)
        if made is None:
            return Undecided("ambiguous_parameter", f"{one.text!r} is no value, mass or number of pieces that rows state.")
        found.append(made)
    return tuple(found)


def number(one: Quantity) -> dict[str, Any] | None:
    """Return the fields of one number; None for what rows do not state (a rate, a vague number, another unit)."""
    bound = bounded(one)
    if bound is None:
        return None
    if one.currency:
        return {"value": one.value, "currency": one.currency, **bound}
    unit = (one.unit or "").casefold()
    if unit in KILOGRAMS:
        return {"quantity": one.value, "unit": unit, **bound}
    if unit in PIECES or (unit and (goods := goods_of(unit)) and goods.narrow):
        return {"quantity": one.value, "unit": "pieces", **bound}
    return None


def bounded(one: Quantity) -> dict[str, Any] | None:
    """Return how a number is meant; None for a vague one, a rate, and a range whose ends are turned round."""
    if one.value is None or one.value < 0 or one.per:
        return None
    if one.upper is not None:
        return {"bound": "range", "upper": one.upper} if one.bound == "range" and one.upper >= one.value else None
    return {"bound": one.bound} if one.bound in _BOUNDS else None
