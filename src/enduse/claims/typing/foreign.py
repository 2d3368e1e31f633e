"""What Russian and Chinese typing share: ends of a delivery made into a claim, goods and numbers without prepositions, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from enduse.claims.extracted import ArticleView, Quantity
from enduse.claims.typing.goods import Goods, find_goods
from enduse.claims.typing.listings import asked_day
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.stated import bounded, narrow_only, number, one_date, since_until
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import End, party_of


@dataclass(frozen=True)
class Sent:
    """Who sent to whom: a party's token, or a country's code; None for an end that is not named. `sale`: it need not show as a row."""

    supplier: End | str | None
    consignee: End | str | None
    sale: bool = False


def typed_sent(said: Said, sent: Sent, hedged: bool) -> Typed | Undecided:
    """Return a delivery or a total typed from its ends; Undecided when a part is missing or open."""
    date = one_date(said)
    if date is None or isinstance(date, Undecided):
        return date or Undecided("missing_parameter", "No period is stated in the sentence.")
    goods = goods_named(said)
    if isinstance(goods, Undecided):
        return goods
    numbers = [_number(one) for one in said.quantities]
    stated = tuple(one for one in numbers if one is not None)
    if len(stated) < len(numbers):
        return Undecided("ambiguous_parameter", "A number is no value, mass or number of pieces that rows state.")
    parties: dict[str, Party] = {}
    says: dict[str, Any] = dict(since_until(date))
    for field, country, end in (("supplier", "from_country", sent.supplier), ("consignee", "to_country", sent.consignee)):
        if isinstance(end, str):
            says[country] = end
        elif end is not None:
            parties[field] = party_of(said, end)
    if len(said.companies) + len(said.organisations) > len(parties):
        return Undecided("ambiguous_parameter", "More companies or bodies are named than the ends of a delivery.")
    if len(parties) == 2:
        return Typed("delivered", says, parties, goods, stated, not sent.sale, hedged=hedged)
    if not stated or not (parties or says.keys() & {"from_country", "to_country"}):
        return Undecided("missing_parameter", "Sender, receiver or a number is not stated in the sentence.")
    return Typed("trade_total", says, parties, goods, stated, not sent.sale, hedged=hedged)


def goods_named(said: Said) -> tuple[Goods, ...] | Undecided:
    """Return the goods of the sentence: those named, and those that numbers count; empty for goods of any kind."""
    counted = [found.goods for one in said.quantities for found in find_goods(one.text)]
    named = [one.goods for one in said.goods]
    if not counted and not named:
        return Undecided("missing_parameter", "Which goods are meant is not stated, or no code is known for them.")
    return narrow_only([*counted, *named])


def _number(one: Quantity) -> dict[str, Any] | None:
    made = number(one)
    if made is not None or one.currency:
        return made
    bound = bounded(one)
    found = find_goods(one.text)
    if bound is None or len(found) != 1 or not found[0].goods.narrow or found[0].end != len(one.text):
        return None
    return {"quantity": one.value, "unit": "pieces", **bound}


def typed_listed(said: Said, view: ArticleView, authority: str, hedged: bool) -> Typed | Undecided:
    """Return a listing of the one company named, by an authority already read."""
    if len(said.companies) != 1:
        return Undecided("ambiguous_parameter", "Not one company is named in the sentence.")
    day = asked_day(said, view)
    if isinstance(day, Undecided):
        return day
    says = {"authority": authority, "as_of": day[0]}
    return Typed("listed", says, {"entity": Party(said.companies[0])}, started=day[1], hedged=hedged)


def only(text: str, taken: Sequence[re.Pattern[str]]) -> bool:
    """Tell whether nothing is left of a text when all that the patterns know is taken out: tokens, fillers, signs."""
    for pattern in taken:
        text = pattern.sub(" ", text)
    return not text.strip(" ,.，。、")
