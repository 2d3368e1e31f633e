"""Parts found in a weapon: "a microcontroller made by X was found in the Y-7 drone"."""

from __future__ import annotations

import re
from typing import Any

from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import bounded
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import end_of, first_match, owner, party, whole

_ANY = r"(?:parts?|components?|electronics|electronic components?|electronic parts?|microelectronics)"
_NOUN = (
    r"(?!(?:[Nn]o|[Ff]ew|[Aa]ny|[Ss]imilar|[Ss]uch|[Oo]ther|[Cc]ounterfeit|[Ff]ake|[Cc]opied|[Uu]sed)\b)"
    r"[A-Za-z][a-z-]+(?: (?!(?:made|manufactured|produced|by)\b)[a-z-]+)?"
)
_THING = rf"(?:⟦q(?P<count>\d+)⟧|⟦g(?P<goods>\d+)⟧|(?P<any>(?i:{_ANY}))|(?P<noun>{_NOUN}))"
_PART = rf"(?:[Aa]n? |[Tt]he |[Ss]ome |[Ss]everal )?{_THING}"
_MADE = rf"(?:(?:made|manufactured|produced) )?by {party('M')}"
_FINDER = r"(?:⟦[cop]\d+⟧|[Ii]nvestigators|[Ee]xperts|[Rr]esearchers|[Aa]nalysts)"
_FOUND = r"(?:found|identified|discovered|recovered|detected)"
_WEAPON = (
    r"(?:the |an? |the wreckage of (?:the |an? )?)?(?P<weapon>[A-Z][\w-]*(?:[- ][A-Z\d][\w-]*){0,3})"
    r"(?: (?:⟦g\d+⟧|drones?|missiles?|UAVs?|aircraft|bombs?|helicopters?|rockets?))?"
)
_INSIDE = whole(
    rf"{_PART} {_MADE} (?:was|were|has been|have been) {_FOUND} (?:in|inside) {_WEAPON}",
    rf"{owner('M')} {_THING} (?:was|were|has been|have been) {_FOUND} (?:in|inside) {_WEAPON}",
    rf"{_FINDER}(?: have| had)? {_FOUND} {_PART} {_MADE} (?:in|inside) {_WEAPON}",
)
_HELD = whole(
    rf"(?:[Tt]he |[Aa]n? )?(?P<weapon>[A-Z][\w-]*(?:[- ][A-Z\d][\w-]*){{0,3}})(?: ⟦g\d+⟧)? (?:contains|contained) {_PART} {_MADE}"
)
_GENERIC = re.compile(rf"(?i:{_ANY})\Z")


def typed_part(said: Said) -> Typed | Undecided | None:
    """Return a part found in a weapon typed; Undecided when a part of the claim is missing or open; None when none is worded."""
    match = first_match(_INSIDE, said.text) or first_match(_HELD, said.text)
    maker = end_of(match, "M") if match else None
    if match is None or maker is None:
        return None
    if not re.search(r"\d|-", match["weapon"]) and " " not in match["weapon"] and len(match["weapon"]) < 4:
        return Undecided("ambiguous_parameter", f"Which weapon {match['weapon']!r} is is not clear.")
    says: dict[str, Any] = {
        "maker": (said.companies if maker[0] == "c" else said.organisations)[maker[1]].text,
        "found_in": match["weapon"],
    }
    named = _named(said, match)
    if isinstance(named, Undecided):
        return named
    return Typed("component", {**says, **named}, {})


def _named(said: Said, match: re.Match[str]) -> dict[str, Any] | Undecided:
    """Return part and count as stated; parts of any kind name none."""
    if match["any"]:
        return {}
    if match["count"]:
        counted = said.quantities[int(match["count"])]
        bound = bounded(counted)
        if bound is None or counted.value is None or counted.value != int(counted.value) or counted.currency:
            return Undecided("ambiguous_parameter", f"How many {counted.text!r} are is not clear.")
        kind = {} if _GENERIC.match(counted.unit or "") else {"part": _singular(counted.unit or "")}
        return {"count": int(counted.value), **bound, **kind}
    if match["goods"]:
        found = said.goods[int(match["goods"])]
        return {"part": _singular(found.text)}
    return {"part": _singular(match["noun"])}


def _singular(noun: str) -> str:
    word = noun.strip().casefold()
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
