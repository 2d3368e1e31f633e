"""Listings: whose list, who, and as of when. An authority that is not named is a parameter not stated."""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView, ExtractedClaim
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.tokens import Said
from enduse.terms.periods import period_of

_LEAD = r"(?:(?:In|On|Since|During|Also|Meanwhile|And|But|That|that)\b[ ,]*|⟦d\d+⟧|,|\s)*"
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:of|for|from|to|by|with|and|or|that|which|who|owners?|directors?)\b)(?:⟦g\d+⟧|[\w’'&-]+) "
    r"){0,5}?⟦c0⟧(?![’']s)"
)
_WHOSE = r"(?:the |its |an? |their )?(?:(?:⟦[op]\d+⟧|US|U\.S\.|EU|UK|American|British|European|Treasury|OFAC)(?:[’']s)? )*"
_LIST = rf"{_WHOSE}(?:Entity List|SDN List|(?:sanctions |export control |black)?list)"
_WHEN = r"(?:,? ?(?:in|on|since|from)? ?⟦d\d+⟧)?"
_BY = r"(?: (?:by|of) (?:the )?(?:⟦[op]\d+⟧|[\w.]+(?: [A-Z][\w.]+){0,3}))?"
_LISTED = tuple(
    re.compile(rf"{_LEAD}{pattern}{_WHEN}{_BY}{_WHEN} ?\.?\Z")
    for pattern in (
        rf"{_WHO} (?:is|was|has been|had been|remains|stands|became)(?: also| already| first)? (?:sanctioned|blacklisted|"
        rf"designated|placed under sanctions)",
        rf"{_WHO} (?:is|was|has been|had been|remains|stands)(?: also| already| still)?(?: placed)? under {_WHOSE}sanctions",
        rf"{_WHO} (?:is|was|has been|had been|remains|stands)(?: also| already| first)?(?: added to| put on| placed on| included "
        rf"(?:on|in)| on) {_LIST}",
        rf"(?:[Tt]he )?(?:⟦[op]\d+⟧|EU|US|UK|OFAC|U\.S\.|Treasury)(?: has| had)?(?: also)? (?:sanctioned|blacklisted|designated|"
        rf"imposed sanctions (?:on|against)|placed sanctions on) {_WHO}",
        rf"(?:[Tt]he )?(?:⟦[op]\d+⟧|EU|US|UK|OFAC|U\.S\.|Treasury)(?: has| had)?(?: also)? (?:added|put|placed) {_WHO} (?:to|on) {_LIST}",
    )
)
_DANGEROUS = re.compile(
    r"\b(?:not|never|no longer|remov\w+|delist\w*|lift\w*|eas\w+|could|may|might|would|should|will|if|unless|consider\w*|"
    r"propos\w+|plan(?:s|ned|ning)?|call\w*|urg\w+|"
    r"threat\w*|circumvent\w*|evad\w*|avoid\w*|secondary|until|before|after|owners?|director|subsidiar\w+|affiliat\w+|linked|"
    r"associated|connected|like|than|"
    r"drafts?|was expected|requested|recommended)\b"
)
_AUTHORITY = re.compile(
    r"(?<!\w)(?:(?:the )?(?:U\.?S\.?|US) (?:Treasury(?: Department)?|Commerce Department|Department of (?:the )?(?:Treasury|"
    r"Commerce))|OFAC|Treasury|"
    r"European Union|EU|United States|U\.S\.|US|USA|United Kingdom|UK|U\.K\.|Britain|United Nations|UN|U\.N\.|Washington|"
    r"Brussels|Japan|Tokyo)(?!\w)"
)
_OF_COUNTRY = {"US": "United States", "GB": "United Kingdom", "JP": "Japan"}
_NAMED_LISTS = {"Entity List": "US Commerce Department", "SDN List": "OFAC"}
_ADJECTIVES = {"American": "United States", "British": "United Kingdom", "European": "European Union", "Japanese": "Japan"}


def typed_listing(said: Said, claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return a listing typed; Undecided when company, authority or day is missing or open; None when it speaks of no listing."""
    if claim.type == "listing" and not said.companies:
        return Undecided("missing_parameter", "No company is named in the sentence.")
    if not any(one.match(said.text) for one in _LISTED):
        return None if claim.type != "listing" else Undecided("missing_parameter", "That somebody stands on a list is not stated plainly.")
    if danger := _DANGEROUS.search(said.text):
        return Undecided("ambiguous_parameter", f"The word {danger[0]!r} makes it more than a plain listing.")
    if len(said.companies) != 1:
        what = "No company is named in the sentence." if not said.companies else "Several companies are named in the sentence."
        return Undecided("missing_parameter" if not said.companies else "ambiguous_parameter", what)
    if re.search(r"⟦c0⟧[’']s\b", said.text):
        return Undecided("ambiguous_parameter", f"Something of {said.companies[0].text}'s is spoken of, not the company.")
    authority = _authority(said)
    if isinstance(authority, Undecided):
        return authority
    day = _day(said, view)
    if isinstance(day, Undecided):
        return day
    as_of, started = day
    says = {"authority": authority, "as_of": as_of}
    return Typed("listed", says, {"entity": Party(said.companies[0], said.countries_of(0))}, started=started)


def _authority(said: Said) -> str | Undecided:
    found = {one.text.removeprefix("the ").removeprefix("The ") for one in said.organisations}
    found |= {_OF_COUNTRY[one.country] for one in said.places if one.country in _OF_COUNTRY}
    plain = re.sub(r"⟦[^⟧]*⟧", " ", said.text)
    if named := next((name for name, whose in _NAMED_LISTS.items() if name in said.text), None):
        # A list of one authority: the country alone would mean any of its lists.
        return (
            _NAMED_LISTS[named]
            if found <= {"United States", _NAMED_LISTS[named]}
            else Undecided("ambiguous_parameter", f"Whose {named} is meant?")
        )
    found |= {match[0].removeprefix("the ") for match in _AUTHORITY.finditer(plain)}
    found |= {name for word, name in _ADJECTIVES.items() if re.search(rf"\b{word} (?:sanctions|blacklist)", plain)}
    if not found:
        return Undecided("missing_parameter", "Whose list is meant is not stated.")
    if len(found) > 1 or any(re.search(r"\band\b.*\b(?:Union|Kingdom|States|EU|US|UK|Treasury|Office)\b", one) for one in found):
        return Undecided("ambiguous_parameter", f"More than one authority is named: {', '.join(sorted(found))}.")
    return found.pop()


def _day(said: Said, view: ArticleView) -> tuple[str, tuple[str, str] | None] | Undecided:
    """Return the day asked about and the days on which the listing is said to have begun."""
    used = [at for at in range(len(said.dates)) if f"⟦d{at}⟧" in said.text]
    if len(used) > 1:
        return Undecided("ambiguous_parameter", "More than one date is stated.")
    if used:
        date = said.dates[used[0]]
        if date.since is None or date.basis in ("none", "article"):
            return Undecided("missing_parameter", f"The year of {date.text!r} is not stated.")
        first = period_of(date.since)
        last = period_of(date.until) if date.until else first
        assert first is not None
        assert last is not None
        return last.until.isoformat(), (first.from_.isoformat(), last.until.isoformat())
    published = period_of(view.published) if view.published else None
    if published is None:
        return Undecided("missing_parameter", "Neither the sentence nor the article states a day.")
    return str(published), None
