"""A claim's words with its names, numbers, dates and goods as tokens, so that patterns see how it is built and nothing else.

"Example Trading sent 40 engines to Invented Works in 2023" reads "⟦c0⟧ sent ⟦q0⟧ to ⟦c1⟧ in ⟦d0⟧".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from enduse.claims.extracted import DateSpan, ExtractedClaim, Mention, Quantity
from enduse.claims.reading.gazetteer import ADJECTIVE, COUNTRY
from enduse.claims.typing.goods import Found, find_goods

_DURATIONS = re.compile(r"(?:second|minute|hour|day|week|month|quarter|year|decade)s?\Z")
_LISTS = re.compile(r"\b(?:List|Sanctions)\Z")
"""Names of lists, which are nobody."""
_HELD = {"c": "companies", "o": "organisations", "p": "places", "q": "quantities", "d": "dates", "g": "goods"}
_KINDS = {"company": "c", "person": "c", "organisation": "o", "place": "p"}
_ASIDE = re.compile(
    r"(⟦c\d+⟧)(?:, (?:an?|the|its|which|whose|who|based|headquartered|one of|part of)\b((?:(?!⟦[coqd])[^,])*),| \(([^()⟦⟧]*)\))"
)
_BEFORE_NAME = re.compile(r"\A(?:(?:Most|Half|Much|Some|Part|All) of (?:the )?|[A-Z]\w+-based )")
"""What may stand at the beginning of a name as read and is none of it."""


@dataclass
class Said:
    """The tokens of a claim. `text` is its wording; `asides` what stood beside a company, by its number."""

    text: str
    companies: list[Mention] = field(default_factory=list)
    organisations: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateSpan] = field(default_factory=list)
    goods: list[Found] = field(default_factory=list)
    asides: dict[int, str] = field(default_factory=dict)

    def countries_of(self, number: int) -> tuple[str, ...]:
        """Return the countries that the words right before a company, or beside it, state for it."""
        token = f"⟦c{number}⟧"
        before = self.text[: self.text.find(token)].split(",")[-1]
        last = re.split(r"\b(?:to|from|by|and|of|sent|supplied|delivered|sold|shipped)\b", before)[-1]
        after = re.match(r" (?:in|of|from) (?:the )?⟦p(\d+)⟧", self.text[self.text.find(token) + len(token) :])
        words = f"{last} {self.asides.get(number, '')}"
        found = {
            code for name, code in (*ADJECTIVE.items(), *COUNTRY.items()) if code and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        }
        found |= {code for at in re.findall(r"⟦p(\d+)⟧", words) if (code := self.places[int(at)].country)}
        if after and (code := self.places[int(after[1])].country):
            found.add(code)
        return tuple(sorted(found))

    def within(self, text: str) -> Said:
        """Return the tokens of a part of the wording, numbered anew."""
        made = Said(text)
        lists: dict[str, list[list[Any]]] = {kind: [getattr(self, name), getattr(made, name)] for kind, name in _HELD.items()}

        def renumbered(match: re.Match[str]) -> str:
            kind, number = match[1], int(match[2])
            old, new = lists[kind]
            if not any(one is old[number] for one in new):
                new.append(old[number])
            place = next(at for at, one in enumerate(new) if one is old[number])
            if kind == "c" and number in self.asides:
                made.asides[place] = self.asides[number]
            return f"⟦{kind}{place}⟧"

        made.text = re.sub(r"⟦([a-z])(\d+)⟧", renumbered, text)
        return made


def tokenise(claim: ExtractedClaim) -> Said:
    """Return the claim's words with tokens in place of names, numbers, dates and goods; asides after a company are set apart."""
    taken: list[tuple[int, int, str]] = []
    said = Said("")

    def take(start: int, end: int, kind: str, held: list[object], one: object) -> None:
        if not any(first < end and start < last for first, last, _ in taken):
            taken.append((start, end, f"⟦{kind}{len(held)}⟧"))
            held.append(one)

    lists: dict[str, list[object]] = {"c": said.companies, "o": said.organisations, "p": said.places}  # type: ignore[dict-item]
    ordered = sorted(claim.mentions, key=lambda one: (one.kind == "place", one.start))
    for mention in ordered:
        kind = _KINDS.get(mention.kind)
        if kind == "o" and any(date.start < mention.start < date.end for date in claim.dates):
            continue
        if kind in ("c", "o") and not _LISTS.search(mention.text):
            before = _BEFORE_NAME.match(mention.text)
            take(mention.start + (before.end() if before else 0), mention.end, kind, lists[kind], mention)
    for quantity in claim.quantities:
        if quantity.currency or not _DURATIONS.search(quantity.unit or ""):
            take(quantity.start, quantity.end, "q", said.quantities, quantity)  # type: ignore[arg-type]
    for date in claim.dates:
        take(date.start, date.end, "d", said.dates, date)  # type: ignore[arg-type]
    for mention in ordered:
        if mention.kind == "place":
            take(mention.start, mention.end, "p", lists["p"], mention)
    for found in find_goods(claim.quote):
        take(claim.start + found.start, claim.start + found.end, "g", said.goods, found)  # type: ignore[arg-type]
    said.text = _written(claim, taken)
    _set_asides(said)
    return said


def _written(claim: ExtractedClaim, taken: list[tuple[int, int, str]]) -> str:
    text = claim.quote
    for start, end, token in sorted(taken, reverse=True):
        text = text[: start - claim.start] + token + text[end - claim.start :]
    return " ".join(text.split())


def _set_asides(said: Said) -> None:
    def aside(match: re.Match[str]) -> str:
        said.asides[int(match[1][2:-1])] = match[2] or match[3] or ""
        return match[1]

    said.text = _ASIDE.sub(aside, said.text)
