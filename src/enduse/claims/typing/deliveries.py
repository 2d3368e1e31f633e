"""Deliveries and totals: who sent what to whom, through whom, how much, when. Every part stands in the sentence and means one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from enduse.claims.typing.goods import Goods
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.stated import named_goods, numbers, period
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import START, End, party_of, placed

_NOT_DESCRIBING = (
    r"(?!(?:of|for|from|to|by|with|at|near|via|through|and|or|nor|neither|than|behind|under|against|about|on|in|as|that|which|who|not|no|"
    r"if|had|should|were|customers?|clients?|owners?|directors?|employees?|founders?|heads?|agents?|representatives?|subsidiar\w+ of)\b)"
)
_PARTY = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Aa]nother) )?(?:{_NOT_DESCRIBING}(?:⟦g\d+⟧|[\w’'&-]+) ){{0,5}}?"
    r"⟦([cop])(\d+)⟧(?![’']s\b)"
)
_ADVERBS = (
    r"(?:(?:has|have|had|also|directly|reportedly|allegedly|apparently|secretly|illegally|legally|then|later|already|repeatedly|regularly|"
    r"itself|in turn|in total|altogether) )*"
)
_DELIVER = r"(delivered|shipped|sent|supplied|exported|sold|provided|transferred)"
_RECEIVE = r"(received|imported|bought|purchased|obtained|acquired|procured|took delivery of)"
_TOTAL = r"(?:totall?ed|amounted to|reached|came to|stood at|were worth|was worth)"
_FLOW = r"(?:[Dd]eliveries|[Ss]hipments|[Ee]xports|[Ss]upplies|[Ss]ales|[Ii]mports)"
_ACTIVE = re.compile(rf"{START}{_PARTY} {_ADVERBS}{_DELIVER}\b(?P<rest>.*)\Z", re.DOTALL)
_RECEIVED = re.compile(rf"{START}{_PARTY} {_ADVERBS}{_RECEIVE}\b(?P<rest>.*)\Z", re.DOTALL)
_PASSIVE = re.compile(
    rf"{START}(?P<object>[^.;]*?) (?:was|were|has been|have been|had been) (?:also |directly |reportedly |allegedly )*{_DELIVER}\b"
    r"(?P<rest>.*)\Z",
    re.DOTALL,
)
_NOMINAL = re.compile(rf"{START}(?:[Tt]he |[Ii]ts )?{_FLOW}\b(?P<object>.*?){_TOTAL}\b(?P<rest>.*)\Z", re.DOTALL)
_IMPORTS_OF = re.compile(
    rf"{START}⟦([cp])(\d+)⟧[’']s? (?P<flow>[Ii]mports|[Pp]urchases)\b(?P<object>.*?){_TOTAL}\b(?P<rest>.*)\Z", re.DOTALL
)
_EXPORTS_OF = re.compile(
    rf"{START}⟦([cp])(\d+)⟧[’']s? (?P<flow>[Ee]xports|[Ss]hipments|[Dd]eliveries|[Ss]ales)\b(?P<object>.*?){_TOTAL}\b(?P<rest>.*)\Z",
    re.DOTALL,
)
_TO, _FROM, _BY = (re.compile(rf"\b{word} {_PARTY}") for word in ("to", "from", "by"))
_VIA = re.compile(rf"\b(?:via|through|by way of) {_PARTY}")
_SOMEBODY = re.compile(
    r"\b(?:via|through) (?:(?:several|various|multiple|unnamed|undisclosed|unknown|other|third-country|a network of|a chain of) )*"
    r"(?:an? )?(?:unnamed |undisclosed |unknown )?(?:intermediar(?:y|ies)|middlem[ae]n|third part(?:y|ies)|go-betweens?)\b"
)
_GIVEN = re.compile(rf"\A {_PARTY}")
_DANGEROUS = re.compile(
    r"\b(?:via|through|intermediar\w*|on behalf|indirectly|jointly|instead|if|unless|would|could|may|might|should|will|plan(?:s|ned)?|"
    r"agreed|contract\w*|orders?|ordered|each|every|annual\w*|monthly|daily|weekly|average|percent|per cent|some of|most of|half of|"
    r"part of|one of|not|never|no|nor|without|fail\w*|refus\w*|attempt\w*|tried|trying|offer\w*|promis\w*|expected|after|before|until|"
    r"while|because|although|except|excluding|who|which|that|when|but|and (?:then|later|also)|both|either|or|than|compared|up from|"
    r"down from|increase\w*|twice|including|such as|related|similar|like|components?|parts?|equipment|technolog\w+|materials?|"
    r"licen[cs]\w+|services?)\b"
)
SALE = ("sold", "bought", "purchased", "procured", "acquired", "obtained", "provided")
"""What need not show as a shipment."""
_UNREAD = re.compile(
    r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|several|"
    r"many|few)\b"
)


@dataclass
class _Frame:
    """Who stands where in a sentence; `object` is where goods and numbers are spoken of, `rest` what follows it."""

    verb: str
    object: str
    rest: str
    supplier: End | None = None
    consignee: End | None = None
    via: End | None = None
    any_route: bool = False


def typed_delivery(said: Said) -> Typed | Undecided:
    """Return a delivery or a total typed; Undecided when a part is missing or means more than one thing."""
    frame = _frame(said)
    if frame is None:
        return Undecided("missing_parameter", "Who sent what to whom is not named in the sentence (or not as something done).")
    if isinstance(frame, Undecided):
        return frame
    named = [one for one in (frame.supplier, frame.consignee, frame.via) if one is not None and one[0] in "co"]
    if len(said.companies) + len(said.organisations) > len(named):
        return Undecided("ambiguous_parameter", "More companies or bodies are named than the ends of a delivery.")
    if danger := _DANGEROUS.search(f"{frame.object} {frame.rest}"):
        return Undecided("ambiguous_parameter", f"The words {danger[0]!r} make it more than a plain delivery.")
    if unread := _UNREAD.search(re.sub(r"⟦[^⟧]*⟧", " ", said.text)):
        return Undecided("ambiguous_parameter", f"What {unread[0]!r} counts is not clear.")
    when = period(said)
    if isinstance(when, Undecided):
        return when
    goods = named_goods(said, frame.object)
    if isinstance(goods, Undecided):
        return goods
    stated = numbers(said)
    if isinstance(stated, Undecided):
        return stated
    return _made(said, frame, when, (goods, stated))


def _made(said: Said, frame: _Frame, when: dict[str, str], what: tuple[tuple[Goods, ...], tuple[dict[str, Any], ...]]) -> Typed | Undecided:
    goods, stated = what
    parties: dict[str, Party] = {}
    says: dict[str, Any] = dict(when)
    for field, country, end in (("supplier", "from_country", frame.supplier), ("consignee", "to_country", frame.consignee)):
        found = placed(said, end, field, country)
        if isinstance(found, Undecided):
            return found
        parties |= found[0]
        says |= found[1]
    used = (frame.supplier, frame.consignee)
    unused = [at for at in range(len(said.places)) if ("p", at) not in used and not _locates(said, at)]
    if unused:
        return Undecided("ambiguous_parameter", f"What {said.places[unused[0]].text} is to the delivery is not clear.")
    may_contradict = frame.verb not in SALE
    through = _through(said, frame)
    if through:
        if len(parties) < 2:
            return Undecided("missing_parameter", "A delivery through others needs both companies, sender and receiver, in the sentence.")
        return Typed("delivered", {**says, **through[1]}, {**parties, **through[0]}, goods, stated, may_contradict)
    if len(parties) == 2:
        return Typed("delivered", says, parties, goods, stated, may_contradict)
    if not parties and not says.keys() & {"from_country", "to_country"}:
        return Undecided("missing_parameter", "Neither sender nor receiver is named.")
    if not stated:
        missing = "the receiver" if frame.consignee is None else "the sender" if frame.supplier is None else "a quantity or value"
        return Undecided("missing_parameter", f"Not stated in the sentence: {missing}.")
    return Typed("trade_total", says, parties, goods, stated, may_contradict)


def _through(said: Said, frame: _Frame) -> tuple[dict[str, Party], dict[str, str]] | None:
    """Return the party named between, or the open route; None for a delivery that names neither."""
    if frame.via is not None:
        return {"via.1": party_of(said, frame.via)}, {}
    return ({}, {"route": "any"}) if frame.any_route else None


def _frame(said: Said) -> _Frame | Undecided | None:
    text = said.text.rstrip(" .")
    between = list(_VIA.finditer(text))
    if len(between) > 1 or any(one[1] == "p" for one in between):
        return Undecided("ambiguous_parameter", f"The word {between[0][0].split()[0]!r} is not followed by one named company.")
    if between and re.match(r",? (?:and|or|as well as) ", text[between[0].end() :]):
        return Undecided("ambiguous_parameter", "More than one company is named between.")
    via = (between[0][1], int(between[0][2])) if between else None
    text = " ".join(_VIA.sub(" ", text).split())
    any_route = bool(_SOMEBODY.search(text))
    frame = _of(" ".join(_SOMEBODY.sub(" ", text).split()))
    if isinstance(frame, _Frame):
        frame.via, frame.any_route = via, any_route
        if via and any_route:
            return Undecided("ambiguous_parameter", "A company between is named, and others are not.")
    return frame


def _of(text: str) -> _Frame | Undecided | None:
    if match := _ACTIVE.match(text):
        own = (match[2], int(match[3]))
        rest, verb = match["rest"], match[4]
        given = _GIVEN.match(rest)
        if given and given[1] in "co":
            return _Frame(verb, rest[given.end() :], "", own, (given[1], int(given[2])))
        return _ends(verb, rest, own, None)
    if match := _RECEIVED.match(text):
        return _ends(match[4], match["rest"], None, (match[2], int(match[3])))
    if match := _PASSIVE.match(text):
        return _passive(match[3], match["object"], match["rest"])
    for pattern in (_IMPORTS_OF, _EXPORTS_OF):
        if match := pattern.match(text):
            end, rest = (match[2], int(match[3])), f"{match['object']} {match['rest']}"
            flow = match["flow"].casefold()
            verb = "bought" if flow in ("purchases", "sales") else "delivered"
            return _ends(verb, rest, None, end) if pattern is _IMPORTS_OF else _ends(verb, rest, end, None)
    if match := _NOMINAL.match(text):
        return _passive("delivered", match["object"] + " " + match["rest"], match["object"])
    return None


def _ends(verb: str, rest: str, supplier: End | None, consignee: End | None) -> _Frame | Undecided:
    """Return the frame of a sentence whose subject is one end; the other, if named, stands after 'to' or 'from'."""
    found = list((_TO if supplier else _FROM).finditer(rest))
    if len(found) > 1:
        return Undecided("ambiguous_parameter", "More than one sender or receiver is named.")
    other = (found[0][1], int(found[0][2])) if found else None
    goods = rest[: found[0].start()] + " " + rest[found[0].end() :] if found else rest
    if re.search(r"\b(?:to|from) (?!⟦[qd])", goods) and (found or re.search(r"\bto\b" if supplier else r"\bfrom\b", goods)):
        return Undecided("ambiguous_parameter", "Where the goods came from or went is worded in more than one way.")
    return _Frame(verb, goods, "", supplier or other, consignee or other)


def _passive(verb: str, goods: str, rest: str) -> _Frame | Undecided:
    both = rest if goods.strip() == rest.strip() or rest in goods else f"{goods} {rest}"
    to = [(one[1], int(one[2])) for one in _TO.finditer(both)]
    by = [(one[1], int(one[2])) for pattern in (_BY, _FROM) for one in pattern.finditer(both)]
    if len(to) > 1 or len(by) > 1:
        return Undecided("ambiguous_parameter", "More than one sender or receiver is named.")
    for pattern in (_TO, _BY, _FROM):
        both = pattern.sub(" ", both)
    return _Frame(verb, both, "", next(iter(by), None), next(iter(to), None))


def _locates(said: Said, at: int) -> bool:
    """Tell whether a place only says where a company is."""
    return bool(re.search(rf"⟦c\d+⟧ (?:in|of|from) (?:the )?⟦p{at}⟧", said.text)) or f"⟦p{at}⟧" not in said.text
