"""Deliveries and totals: who sent what to whom, how much, when. Every part stands in the sentence and means one thing, or none is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from enduse.claims.extracted import DateSpan, Quantity
from enduse.claims.typing.goods import Goods, goods_of
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.tokens import Said

_NOT_DESCRIBING = (
    r"(?!(?:of|for|from|to|by|with|at|near|via|through|and|or|than|behind|under|against|about|on|in|as|that|which|who|not|no|customers?|"
    r"clients?|owners?|directors?|employees?|founders?|heads?|agents?|representatives?|subsidiar\w+ of)\b)"
)
_PARTY = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Aa]nother) )?(?:{_NOT_DESCRIBING}(?:⟦g\d+⟧|[\w’'&-]+) ){{0,5}}?⟦([cop])(\d+)⟧(?![’']s\b)"
_ADVERBS = (
    r"(?:(?:has|have|had|also|directly|reportedly|allegedly|apparently|secretly|illegally|legally|then|later|already|repeatedly|regularly|"
    r"itself|in turn|in total|altogether) )*"
)
_DELIVER = r"(delivered|shipped|sent|supplied|exported|sold|provided|transferred)"
_RECEIVE = r"(received|imported|bought|purchased|obtained|acquired|procured|took delivery of)"
_TOTAL = r"(?:totall?ed|amounted to|reached|came to|stood at|were worth|was worth)"
_START = (
    r"(?P<lead>(?:(?:In|During|From|Since|Over|Throughout|Between|Also|Meanwhile|However|But|And|Overall|That|that)\b[ ,]*|⟦d\d+⟧|"
    r"alone|,|\s|[Tt]he|period|of)*)"
)
_ACTIVE = re.compile(rf"{_START}{_PARTY} {_ADVERBS}{_DELIVER}\b(?P<rest>.*)\Z", re.DOTALL)
_RECEIVED = re.compile(rf"{_START}{_PARTY} {_ADVERBS}{_RECEIVE}\b(?P<rest>.*)\Z", re.DOTALL)
_PASSIVE = re.compile(
    rf"{_START}(?P<object>[^.;]*?) (?:was|were|has been|have been|had been) (?:also |directly |reportedly |allegedly "
    rf")*{_DELIVER}\b(?P<rest>.*)\Z",
    re.DOTALL,
)
_NOMINAL = re.compile(
    rf"{_START}(?:[Tt]he |[Ii]ts )?(?:[Dd]eliveries|[Ss]hipments|[Ee]xports|[Ss]upplies|[Ss]ales|"
    rf"[Ii]mports)\b(?P<object>.*?){_TOTAL}\b(?P<rest>.*)\Z",
    re.DOTALL,
)
_TO, _FROM, _BY = (re.compile(rf"\b{word} {_PARTY}") for word in ("to", "from", "by"))
_GIVEN = re.compile(rf"\A {_PARTY}")
_DANGEROUS = re.compile(
    r"\b(?:via|through|intermediar\w*|on behalf|indirectly|jointly|instead|if|unless|would|could|may|might|should|will|plan(?:s|"
    r"ned)?|agreed|"
    r"contract\w*|orders?|ordered|each|every|annual\w*|monthly|daily|weekly|average|percent|per cent|some of|most of|half of|"
    r"part of|one of|"
    r"not|never|no|nor|without|fail\w*|refus\w*|attempt\w*|tried|trying|offer\w*|promis\w*|expected|after|before|until|while|"
    r"because|although|"
    r"except|excluding|who|which|that|when|but|and (?:then|later|also)|both|either|or|than|compared|up from|down from|increase\w*|twice|"
    r"including|such as|related|similar|like|components?|parts?|equipment|technolog\w+|materials?|licen[cs]\w+|services?)\b"
)
_SALE = ("sold", "bought", "purchased", "procured", "acquired", "obtained", "provided")
_GENERIC = re.compile(r"\b(?:shipments?|consignments?|deliveries|supplies)\b")
_BEFORE_DATE = re.compile(
    r"\b(?:in|during|over|throughout|between|from|since|for|of|on|within|in the|during the|over the)(?: the)? ?\Z", re.IGNORECASE
)
_AROUND_DATE = re.compile(
    r"\b(?:before|after|until|till|by|prior to|following|early in|late in|end of|beginning of)(?: the)? ?\Z", re.IGNORECASE
)
_WITHIN = re.compile(r"(?:in|between|from|since|during|over|throughout)\b", re.IGNORECASE)
_UNREAD = re.compile(
    r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|"
    r"several|many|few)\b"
)
_FILLER = re.compile(
    r"\b(?:worth of|worth|valued at|total value of|value|in total|a total of|an?|the|of|in all|with|combined|altogether|to|from|"
    r"directly)\b|[,.\s]"
)
_AFTER_GOODS = re.compile(
    r"\A(?:\Z|[,.;]|\s*(?:worth|valued|total|for|used|made|to|from|in|with|on|over|during|since|between|by|and|or|of|directly|"
    r"alone|⟦[qd])|\s*\Z)"
)
_MASSES = frozenset(["kg", "kilogram", "kilograms", "t", "tonne", "tonnes", "ton", "tons", "g"])
_COUNTS = frozenset(["piece", "pieces", "unit", "units", "item", "items", "pcs"])
_BOUNDS = ("exact", "at_least", "at_most", "about")


@dataclass
class _Frame:
    """Who stands where in a sentence: token kinds and numbers; `object` is where goods and numbers are spoken of."""

    verb: str
    object: str
    rest: str
    supplier: tuple[str, int] | None = None
    consignee: tuple[str, int] | None = None


def typed_delivery(said: Said) -> Typed | Undecided | None:
    """Return a delivery or a total typed; Undecided when a part is missing or means more than one thing."""
    frame = _frame(said)
    if frame is None:
        return Undecided("missing_parameter", "Who sent what to whom is not named in the sentence (or not as something done).")
    if isinstance(frame, Undecided):
        return frame
    if len(said.companies) + len(said.organisations) > sum(one is not None and one[0] in "co" for one in (frame.supplier, frame.consignee)):
        return Undecided("ambiguous_parameter", "More companies or bodies are named than the two ends of a delivery.")
    if danger := _DANGEROUS.search(f"{frame.object} {frame.rest}"):
        return Undecided("ambiguous_parameter", f"The words {danger[0]!r} make it more than a plain delivery.")
    if unread := _UNREAD.search(re.sub(r"⟦[^⟧]*⟧", " ", said.text)):
        return Undecided("ambiguous_parameter", f"What {unread[0]!r} counts is not clear.")
    period = _period(said)
    if isinstance(period, Undecided):
        return period
    goods = _goods(said, frame)
    if isinstance(goods, Undecided):
        return goods
    numbers = _numbers(said)
    if isinstance(numbers, Undecided):
        return numbers
    return _made(said, frame, period, (goods, numbers))


def _made(
    said: Said, frame: _Frame, period: dict[str, str], what: tuple[tuple[Goods, ...], tuple[dict[str, Any], ...]]
) -> Typed | Undecided:
    goods, numbers = what
    parties: dict[str, Party] = {}
    says: dict[str, Any] = dict(period)
    for field, country, end in (("supplier", "from_country", frame.supplier), ("consignee", "to_country", frame.consignee)):
        if end is None:
            continue
        kind, number = end
        if kind == "p":
            code = said.places[number].country
            if not code:
                return Undecided("ambiguous_parameter", f"{said.places[number].text} is no country.")
            says[country] = code
        else:
            mention = (said.companies if kind == "c" else said.organisations)[number]
            parties[field] = Party(mention, said.countries_of(number) if kind == "c" else ())
    unused = [at for at in range(len(said.places)) if ("p", at) not in (frame.supplier, frame.consignee) and not _locates(said, at)]
    if unused:
        return Undecided("ambiguous_parameter", f"What {said.places[unused[0]].text} is to the delivery is not clear.")
    may_contradict = frame.verb not in _SALE
    if len(parties) == 2:
        return Typed("delivered", says, parties, goods, numbers, may_contradict)
    if not parties and not says.keys() & {"from_country", "to_country"}:
        return Undecided("missing_parameter", "Neither sender nor receiver is named.")
    if not numbers:
        missing = "the receiver" if frame.consignee is None else "the sender" if frame.supplier is None else "a quantity or value"
        return Undecided("missing_parameter", f"Not stated in the sentence: {missing}.")
    return Typed("trade_total", says, parties, goods, numbers, may_contradict)


def _frame(said: Said) -> _Frame | Undecided | None:
    text = said.text.rstrip(" .")
    if match := _ACTIVE.match(text):
        own = (match[2], int(match[3]))
        rest, verb = match["rest"], match[4]
        given = _GIVEN.match(rest)
        if given and given[1] in "co":
            return _Frame(verb, rest[given.end() :], "", own, (given[1], int(given[2])))
        return _ends(verb, rest, own, None, _TO)
    if match := _RECEIVED.match(text):
        return _ends(match[4], match["rest"], None, (match[2], int(match[3])), _FROM)
    if match := _PASSIVE.match(text):
        return _passive(match[3], match["object"], match["rest"])
    if match := _NOMINAL.match(text):
        return _passive("delivered", match["object"] + " " + match["rest"], match["object"])
    return None


def _ends(
    verb: str, rest: str, supplier: tuple[str, int] | None, consignee: tuple[str, int] | None, pattern: re.Pattern[str]
) -> _Frame | Undecided:
    found = list(pattern.finditer(rest))
    if len(found) > 1:
        return Undecided("ambiguous_parameter", "More than one sender or receiver is named.")
    other = (found[0][1], int(found[0][2])) if found else None
    goods = rest[: found[0].start()] + " " + rest[found[0].end() :] if found else rest
    if re.search(r"\b(?:to|from) (?!⟦[qd])", goods) and (found or re.search(r"\bto\b" if supplier else r"\bfrom\b", goods)):
        return Undecided("ambiguous_parameter", "Where the goods came from or went is worded in more than one way.")
    return _Frame(verb, goods, "", supplier or other, consignee or other)


def _passive(verb: str, goods: str, rest: str) -> _Frame | Undecided:
    ends = {
        name: [(one[1], int(one[2])) for pattern in patterns for one in pattern.finditer(rest)]
        for name, patterns in (("to", (_TO,)), ("by", (_BY, _FROM)))
    }
    if len(ends["to"]) > 1 or len(ends["by"]) > 1:
        return Undecided("ambiguous_parameter", "More than one sender or receiver is named.")
    for pattern in (_TO, _BY, _FROM):
        rest, goods = pattern.sub(" ", rest), pattern.sub(" ", goods)
    return _Frame(
        verb, goods if goods.strip() == rest.strip() else f"{goods} {rest}", "", next(iter(ends["by"]), None), next(iter(ends["to"]), None)
    )


def _period(said: Said) -> dict[str, str] | Undecided:
    """Return since and until of the one period stated; the year must be printed with it or follow from the article's own date."""
    used = [at for at in range(len(said.dates)) if f"⟦d{at}⟧" in said.text]
    if not used:
        return Undecided("missing_parameter", "No period is stated in the sentence.")
    if len(used) > 1:
        return Undecided("ambiguous_parameter", "More than one date is stated; which is the delivery's is not clear.")
    date: DateSpan = said.dates[used[0]]
    if date.since is None or date.basis in ("none", "article"):
        return Undecided("missing_parameter", f"The year of {date.text!r} is not stated.")
    before = said.text[: said.text.find(f"⟦d{used[0]}⟧")]
    if _AROUND_DATE.search(before) or not (_BEFORE_DATE.search(before) or _WITHIN.match(date.text)):
        return Undecided("ambiguous_parameter", f"How {date.text!r} bounds the delivery is not clear.")
    return {"since": date.since, **({"until": date.until} if date.until else {})}


def _goods(said: Said, frame: _Frame) -> tuple[Goods, ...] | Undecided:
    """Return the goods spoken of; empty for goods of any kind. Words for goods that no catalogue holds are an open parameter."""
    region = re.sub(
        r"\b(?:in|during|over|throughout|between|from|since|for|on|within)(?: the)? ⟦d\d+⟧(?: alone)?|⟦d\d+⟧(?: alone)?", " ", frame.object
    )
    found: list[Goods] = [goods for one in said.quantities if one.unit and (goods := goods_of(one.unit))]
    for part in re.split(r", | and | & ", region):
        tokens = re.findall(r"⟦g(\d+)⟧", part)
        for at in tokens:
            after = part[part.find(f"⟦g{at}⟧") + len(f"⟦g{at}⟧") :]
            if not _AFTER_GOODS.match(after):
                return Undecided(
                    "ambiguous_parameter", f"{said.goods[int(at)].goods.label} {after.split()[0]!r} are other goods than the catalogue's."
                )
            found.append(said.goods[int(at)].goods)
        bare = " ".join(_FILLER.sub(" ", _GENERIC.sub(" ", re.sub(r"⟦[a-z]\d+⟧", " ", part))).split())
        if bare and not tokens:
            return Undecided("missing_parameter", f"No code is known for the goods {bare[:60]!r}.")
        if bare:
            # "All its chips", "the first chips", "Ruritanian chips": what the words add would not be checked.
            return Undecided("ambiguous_parameter", f"The words {bare[:60]!r} say more than rows show.")
    if not found and not _GENERIC.search(region):
        return Undecided("missing_parameter", "Which goods are meant is not stated.")
    return tuple(dict.fromkeys(one for one in found if one.narrow))


def _numbers(said: Said) -> tuple[dict[str, Any], ...] | Undecided:
    found: list[dict[str, Any]] = []
    for at, one in enumerate(said.quantities):
        if f"⟦q{at}⟧" not in said.text:
            return Undecided("ambiguous_parameter", f"What {one.text!r} counts is not clear.")
        made = _number(one)
        if made is None:
            return Undecided("ambiguous_parameter", f"{one.text!r} is no value, mass or number of pieces that rows state.")
        found.append(made)
    return tuple(found)


def _number(one: Quantity) -> dict[str, Any] | None:
    if one.value is None or one.value < 0 or one.bound not in _BOUNDS or one.per or one.upper is not None:
        return None
    if one.currency:
        return {"value": one.value, "currency": one.currency, "bound": one.bound}
    unit = (one.unit or "").casefold()
    if unit in _MASSES:
        return {"quantity": one.value, "unit": unit, "bound": one.bound}
    if unit in _COUNTS or (unit and (goods := goods_of(unit)) and goods.narrow):
        return {"quantity": one.value, "unit": "pieces", "bound": one.bound}
    return None


def _locates(said: Said, at: int) -> bool:
    """Tell whether a place only says where a company is."""
    return bool(re.search(rf"⟦c\d+⟧ (?:in|of|from) (?:the )?⟦p{at}⟧", said.text)) or f"⟦p{at}⟧" not in said.text
