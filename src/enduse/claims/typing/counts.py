"""How many companies supplied one company: "about a hundred companies supplied X in 2023"."""

from __future__ import annotations

import re

from enduse.claims.extracted import Quantity
from enduse.claims.reading.gazetteer import ADJECTIVE
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import bounded, goods_at, period
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import WHEN, end_of, first_match, party, party_of, whole

_GOODS = r"(?:⟦g(?P<goods>\d+)⟧|goods|shipments|deliveries|supplies)"
_COUNTED = whole(
    rf"⟦q(?P<count>\d+)⟧ (?:directly )?supplied (?:{_GOODS} to )?{party('C')}{WHEN}?",
    rf"⟦q(?P<count>\d+)⟧ (?:delivered|shipped|sent|exported|supplied) {_GOODS} to {party('C')}{WHEN}?",
    rf"⟦q(?P<count>\d+)⟧ supplied {party('C')} with {_GOODS}{WHEN}?",
    rf"{party('C')} (?:had|counted) ⟦q(?P<suppliers>\d+)⟧{WHEN}?",
    rf"{party('C')} (?:was|has been) supplied by ⟦q(?P<count>\d+)⟧{WHEN}?",
    rf"{party('C')} (?:received|imported) (?:{_GOODS}) from ⟦q(?P<count>\d+)⟧{WHEN}?",
)
_COMPANIES = frozenset(
    ["companies", "firms", "suppliers", "exporters", "manufacturers", "enterprises", "businesses", "producers", "makers", "vendors"]
)
_SUPPLIERS = frozenset(["suppliers", "supplier", "vendors"])
_NUMBER_WORDS = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|at least|more than|over|up to|fewer than|less than|no more than|an?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|and|different|separate)\b|[\d,.\s-]+",
    re.IGNORECASE,
)


def typed_count(said: Said) -> Typed | Undecided | None:
    """Return a count of suppliers typed; Undecided when a part is missing or open; None when none is worded."""
    match = first_match(_COUNTED, said.text)
    if match is None:
        return None
    at = match.groupdict().get("count") or match.groupdict().get("suppliers")
    consignee = end_of(match, "C")
    if at is None or consignee is None:
        return None
    counted = said.quantities[int(at)]
    if (counted.unit or "").casefold() not in (_SUPPLIERS if match.groupdict().get("suppliers") else _COMPANIES):
        return None
    bound = bounded(counted)
    if bound is None or counted.value is None or counted.value != int(counted.value) or len(said.quantities) != 1:
        return Undecided("ambiguous_parameter", f"How many {counted.text!r} are is not clear.")
    country = _country(counted)
    if isinstance(country, Undecided):
        return country
    when = period(said)
    if isinstance(when, Undecided):
        return when
    number = {"count": int(counted.value), **bound}
    says = {**when, **({"from_country": country} if country else {})}
    # "Three companies supplied it" is not untrue when four did; "it had three suppliers" counts them all.
    more = ({"bound": "at_least"},) if match.groupdict().get("count") and bound["bound"] == "exact" else ()
    parties = {"consignees.1": party_of(said, consignee)}
    return Typed("suppliers", says, parties, goods_at(said, match.groupdict().get("goods")), (number,), unless=more)


def _country(counted: Quantity) -> str | Undecided | None:
    """Return the country of "two Chinese companies"; Undecided when the words say more of them than that."""
    rest = " ".join(_NUMBER_WORDS.sub(" ", counted.text).split()).removesuffix(counted.unit or "").strip()
    if not rest:
        return None
    code = ADJECTIVE.get(rest)
    return code or Undecided("ambiguous_parameter", f"Which companies are {rest!r} is not clear.")
