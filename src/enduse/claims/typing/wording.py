"""The parts of English patterns: who, when, and how a sentence may begin and end, over a claim's tokens (see `tokens`).

A pattern names a party by a letter: `party("A")` matches "the Chinese firm ⟦c0⟧" and keeps kind and number in the groups `Ak` and
`An`. Whatever no pattern takes in stays unread, so a sentence that says more than a pattern is not typed by it.
"""

from __future__ import annotations

import re

from enduse.claims.extracted import ExtractedClaim
from enduse.claims.reading.gazetteer import ADJECTIVE
from enduse.claims.typing.shapes import Party, Undecided
from enduse.claims.typing.tokens import Said
from enduse.claims.words.english import DOUBTING

End = tuple[str, int]
"""Kind (c company or person, o body, p place) and number of a party's token."""
START = (
    r"(?P<lead>(?:(?:In|During|From|Since|Over|Throughout|Between|Also|Meanwhile|However|But|And|Overall|That|that)\b[ ,]*|⟦d\d+⟧|"
    r"alone|,|\s|[Tt]he|period|of)*)"
)
WHEN = r"(?:,? (?:(?:in|during|over|throughout|between|from|on|within|for)(?: the)?(?: period)? )?⟦d\d+⟧(?: alone)?)"
STOP = r"[ ,.]*\Z"
_COUNTRIES = "|".join(sorted({re.escape(word) for word in ADJECTIVE if word.isascii()}, key=len, reverse=True))
_LINES = (
    "company|firm|business|manufacturer|maker|chipmaker|producer|trader|supplier|importer|exporter|distributor|plant|factory|group|"
    "businessman|businesswoman|entrepreneur|director|conglomerate|trading company|trading house|enterprise"
)
_DESCRIBED = (
    rf"(?:(?:[Tt]he|[Aa]n?) )?(?:(?:{_COUNTRIES}|(?:⟦p\d+⟧|[A-Z]\w+)-based) )?"
    rf"(?:(?:state-owned|private|military|local) )?(?:(?:{_LINES}) )?"
)


def party(name: str, kinds: str = "co") -> str:
    """Return the pattern of one party of these kinds of tokens; its possessive is not taken in."""
    return rf"{_DESCRIBED}⟦(?P<{name}k>[{kinds}])(?P<{name}n>\d+)⟧(?![’']s?\b)"


def owner(name: str, kinds: str = "co") -> str:
    """Return the pattern of one party in the possessive: "⟦c0⟧'s"."""
    return rf"{_DESCRIBED}⟦(?P<{name}k>[{kinds}])(?P<{name}n>\d+)⟧[’']s?"


def whole(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns that take in all of a sentence, from its lead to its end."""
    return tuple(re.compile(rf"{START}{pattern}{STOP}") for pattern in patterns)


def first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """Return the first pattern's match; None when none takes the text in."""
    return next((found for pattern in patterns if (found := pattern.match(text))), None)


def end_of(match: re.Match[str], name: str) -> End | None:
    """Return the party of that letter; None when the pattern has none."""
    kind = match.groupdict().get(f"{name}k")
    return (kind, int(match[f"{name}n"])) if kind else None


def placed(said: Said, end: End | None, field: str, country: str) -> tuple[dict[str, Party], dict[str, str]] | Undecided:
    """Return the party under `field`, or a country under `country`; both empty for no party."""
    if end is None:
        return {}, {}
    kind, number = end
    if kind == "p":
        code = said.places[number].country
        if not code:
            return Undecided("ambiguous_parameter", f"{said.places[number].text} is no country.")
        return {}, {country: code}
    return {field: party_of(said, end)}, {}


def party_of(said: Said, end: End) -> Party:
    """Return a company, person or body with the countries its words state."""
    kind, number = end
    if kind == "c":
        return Party(said.companies[number], said.countries_of(number))
    return Party(said.organisations[number])


_MODALS = (
    r"(?:may|might|could|must|appears? to|seems? to|is (?:said|believed|thought|understood|alleged|reported) to|are (?:said|believed) to)"
)
_HEDGED = re.compile(rf"\b(?:(?:{DOUBTING})\b|{_MODALS} have\b|{_MODALS} be\b)")


def unhedged(said: Said, claim: ExtractedClaim) -> bool:
    """Take the words of doubt out of the tokens' text, so that patterns see the thing doubted; tell whether there were any.

    What is doubted is still put to the rows: they may show it, and never contradict it.
    """
    text = re.sub(rf"(?:, )?\b(?:{DOUBTING})\b,? ?", " " if claim.stance == "uncertain" else r"\g<0>", said.text)
    if claim.stance == "uncertain":
        text = re.sub(rf"\b{_MODALS} have been\b", "has been", text)
        text = re.sub(rf"\b{_MODALS} have (?=\w)", "", text)
        text = re.sub(rf"\b{_MODALS} be\b", "is", text)
    doubted = claim.stance == "uncertain" or bool(_HEDGED.search(said.text))
    said.text = " ".join(text.split())
    return doubted
