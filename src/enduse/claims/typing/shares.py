"""Shares of a trade: "X accounted for 40 percent of Y's imports in 2023". What is part and what is whole is stated, or nothing is made.

Without "by value" or "by weight" a share is read as one of value, as trade statistics are; rows contradict it only if they
contradict it by mass and by number of shipments as well.
"""

from __future__ import annotations

import re
from typing import Any

from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import bounded, goods_at, period
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import WHEN, end_of, first_match, owner, party, placed, whole

_FRACTIONS = {
    "half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3, "a quarter": 0.25, "one quarter": 0.25,
    "three quarters": 0.75, "three-quarters": 0.75, "one half": 0.5,
}  # fmt: skip
_BOUNDS = {
    "more than": "over", "over": "over", "at least": "at_least", "about": "about", "around": "about", "roughly": "about",
    "some": "about", "nearly": "about", "almost": "about", "less than": "under", "under": "under", "up to": "at_most",
    "at most": "at_most", "": "exact",
}  # fmt: skip
_WORDED = "|".join(sorted(_FRACTIONS, key=len, reverse=True))
_HOW = "|".join(sorted((one for one in _BOUNDS if one), key=len, reverse=True))
_SHARE = (
    rf"(?:⟦q(?P<number>\d+)⟧|(?:(?P<how>(?i:{_HOW})) )?(?P<fraction>(?i:{_WORDED}))|"
    r"(?P<most>[Mm]ost|[Tt]he majority|[Tt]he bulk))"
)
_BUYING, _SELLING = "imports|purchases|supplies", "exports|sales|deliveries|shipments"
_MEASURE = r"(?P<measure> by (?:value|weight|mass|volume)| in (?:value|weight) terms)?"
_GOODS = r"(?: of ⟦g(?P<goods>\d+)⟧)?"
_MADE_UP = r"(?:accounted for|made up|represented|constituted|provided|supplied|delivered)"
_OF_IMPORTS = rf"of {owner('B', 'cop')} (?:total |overall )?(?:⟦g(?P<kind>\d+)⟧ )?(?:{_BUYING}){_GOODS}{_MEASURE}"
_OF_EXPORTS = rf"of {owner('B', 'cop')} (?:total |overall )?(?:⟦g(?P<kind>\d+)⟧ )?(?:{_SELLING}){_GOODS}{_MEASURE}"
_BOUGHT = whole(
    rf"{party('A', 'cop')} {_MADE_UP} {_SHARE} {_OF_IMPORTS}{WHEN}?{_MEASURE.replace('measure', 'later')}",
    rf"{_SHARE} {_OF_IMPORTS}{WHEN}? (?:came|were|was) from {party('A', 'cop')}{WHEN}?",
    rf"{party('A', 'cop')} (?:supplied|provided|delivered) {_SHARE} of {owner('B', 'cop')} ⟦g(?P<goods>\d+)⟧{_MEASURE}{WHEN}?",
    rf"{party('B', 'cop')} (?:imported|received|got) {_SHARE} of its (?:⟦g(?P<goods>\d+)⟧|(?:{_BUYING})){_MEASURE} from "
    rf"{party('A', 'cop')}{WHEN}?",
)
_SOLD = whole(
    rf"{party('A', 'cop')} (?:accounted for|received|took|bought) {_SHARE} {_OF_EXPORTS}{WHEN}?{_MEASURE.replace('measure', 'later')}",
    rf"{_SHARE} {_OF_EXPORTS}{WHEN}? went to {party('A', 'cop')}{WHEN}?",
    rf"{party('B', 'cop')} (?:exported|shipped|sent|delivered) {_SHARE} of its (?:⟦g(?P<goods>\d+)⟧|(?:{_SELLING})){_MEASURE} to "
    rf"{party('A', 'cop')}{WHEN}?",
)
_KIND_OF = whole(rf"⟦g(?P<part>\d+)⟧ {_MADE_UP} {_SHARE} of {owner('B', 'cop')} (?:total |overall )?(?:{_BUYING}){_MEASURE}{WHEN}?")
_MEASURES = {"value": "usd", "weight": "kg", "mass": "kg"}


def typed_share(said: Said) -> Typed | Undecided | None:
    """Return a share typed; Undecided when a part is missing or open; None when no share of a trade is worded."""
    bought, sold, kind = first_match(_BOUGHT, said.text), first_match(_SOLD, said.text), first_match(_KIND_OF, said.text)
    match = bought or sold or kind
    if match is None:
        return None
    number = _number(said, match)
    if number is None:
        return Undecided("ambiguous_parameter", "The share is no plain number.")
    when = period(said)
    if isinstance(when, Undecided):
        return when
    measured = _measure(match)
    if isinstance(measured, Undecided):
        return measured
    part_field, part_country, whole_field, whole_country = (
        ("consignee", "to_country", "supplier", "from_country")
        if match is sold
        else ("supplier", "from_country", "consignee", "to_country")
    )
    part = placed(said, end_of(match, "A"), part_field, part_country)
    rest = placed(said, end_of(match, "B"), whole_field, whole_country)
    if isinstance(part, Undecided):
        return part
    if isinstance(rest, Undecided):
        return rest
    goods = goods_at(said, match.groupdict().get("goods") or match.groupdict().get("kind") or match.groupdict().get("part"))
    if match is kind and not goods:
        return Undecided("missing_parameter", "Which goods the share is of is not stated.")
    of = [*rest[0], *rest[1], *(["goods"] if goods and match is not kind else [])]
    says: dict[str, Any] = {**when, **part[1], **rest[1], "of": of, "measure": measured or "usd"}
    unless = () if measured else ({"measure": "kg"}, {"measure": "shipments"})
    return Typed("share", says, {**part[0], **rest[0]}, goods, (number,), unless=unless)


def _number(said: Said, match: re.Match[str]) -> dict[str, Any] | None:
    """Return the share as fields of a proposition, 0 to 1; None when it is no plain share."""
    if match["most"]:
        return {"share": 0.5, "bound": "over"}
    if match["fraction"]:
        return {"share": round(_FRACTIONS[match["fraction"].casefold()], 4), "bound": _BOUNDS[(match["how"] or "").casefold()]}
    stated = said.quantities[int(match["number"])]
    bound = bounded(stated)
    if bound is None or stated.unit != "percent" or len(said.quantities) != 1 or not 0 <= (stated.value or 0) <= 100:
        return None
    top = {"upper": round(bound["upper"] / 100, 6)} if "upper" in bound else {}
    return {"share": round((stated.value or 0) / 100, 6), **bound, **top}


def _measure(match: re.Match[str]) -> str | Undecided | None:
    """Return what the share is of; None when the words do not say."""
    stated = " ".join(one for name in ("measure", "later") if (one := match.groupdict().get(name)))
    word = next((word for word in stated.split() if word in ("value", "weight", "mass", "volume")), None)
    if word == "volume":
        return Undecided("ambiguous_parameter", "A share by volume may be one of mass or of pieces.")
    return _MEASURES[word] if word else None
