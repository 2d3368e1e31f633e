"""Listings: whose list, who, as of when, and for what. An authority that is not named is a parameter not stated."""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView, ExtractedClaim
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.stated import days_of, one_date
from enduse.claims.typing.tokens import Said
from enduse.terms.periods import period_of

_LEAD = r"(?:(?:In|On|Since|During|Also|Meanwhile|And|But|That|that)\b[ ,]*|⟦d\d+⟧|,|\s)*"
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:of|for|from|to|by|with|and|or|that|which|who|owners?|directors?)\b)(?:⟦g\d+⟧|[\w’'&-]+) ){0,5}?"
    r"⟦c0⟧(?![’']s)"
)
_WHOSE = r"(?:the |its |an? |their )?(?:(?:⟦[op]\d+⟧|US|U\.S\.|EU|UK|American|British|European|Treasury|OFAC)(?:[’']s)? )*"
_LIST = rf"{_WHOSE}(?:Entity List|SDN List|(?:sanctions |export control |black)?list)"
_WHEN = r"(?:,? ?(?:in|on|since|from)? ?⟦d\d+⟧)?"
_BY = r"(?: (?:by|of) (?:the )?(?:⟦[op]\d+⟧|[\w.]+(?: [A-Z][\w.]+){0,3}))?"
_AUTHOR = r"(?:[Tt]he )?(?:⟦[op]\d+⟧|EU|US|UK|OFAC|U\.S\.|Treasury)(?: has| had)?(?: also)?"
_STANDS = r"(?:is|was|has been|had been|remains|stands)"
_LISTED = tuple(
    re.compile(rf"{_LEAD}{pattern}{_WHEN}{_BY}{_WHEN} ?\.?\Z")
    for pattern in (
        rf"{_WHO} (?:{_STANDS}|became)(?: also| already| first)? (?:sanctioned|blacklisted|designated|placed under sanctions)",
        rf"{_WHO} {_STANDS}(?: also| already| still)?(?: placed)? under {_WHOSE}sanctions",
        rf"{_WHO} {_STANDS}(?: also| already| first)?(?: added to| put on| placed on| included (?:on|in)| on) {_LIST}",
        rf"{_AUTHOR} (?:sanctioned|blacklisted|designated|imposed sanctions (?:on|against)|placed sanctions on) {_WHO}",
        rf"{_AUTHOR} (?:added|put|placed|included) {_WHO} (?:to|on|in) {_LIST}",
    )
)
_DANGEROUS = re.compile(
    r"\b(?:not|never|no longer|remov\w+|delist\w*|lift\w*|eas\w+|could|may|might|would|should|will|if|unless|consider\w*|propos\w+|"
    r"plan(?:s|ned|ning)?|call\w*|urg\w+|threat\w*|circumvent\w*|evad\w*|avoid\w*|secondary|until|before|after|owners?|director|"
    r"subsidiar\w+|affiliat\w+|linked|associated|connected|like|than|drafts?|was expected|requested|recommended)\b"
)
_REASON = re.compile(
    r",? (?P<reason>(?:for (?!⟦d)|over |because |due to |in connection with |in response to |on suspicion of |as part of |citing |"
    r"which |who ).+?)\.?\Z",
    re.DOTALL,
)
"""What follows a listing and gives its ground: told, not checked."""
_CHARGE = re.compile(r"\A(?P<reason>(?:Accused|Suspected) of [^,]+), ")
_AUTHORITY = re.compile(
    r"(?<!\w)(?:(?:the )?(?:U\.?S\.?|US) (?:Treasury(?: Department)?|Commerce Department|Department of (?:the )?(?:Treasury|Commerce))|"
    r"OFAC|Treasury|European Union|EU|United States|U\.S\.|US|USA|United Kingdom|UK|U\.K\.|Britain|United Nations|UN|U\.N\.|Washington|"
    r"Brussels|Japan|Tokyo)(?!\w)"
)
_OF_COUNTRY = {"US": "United States", "GB": "United Kingdom", "JP": "Japan"}
_NAMED_LISTS: dict[str, tuple[str, frozenset[str]]] = {
    "Entity List": ("US Commerce Department", frozenset({"United States", "US Commerce Department", "Commerce Department"})),
    "SDN List": ("OFAC", frozenset({"United States", "OFAC", "Treasury", "US Treasury", "US Treasury Department"})),
}
"""A list of one authority: whose, and what else may be said of whose it is."""
_ADJECTIVES = {"American": "United States", "British": "United Kingdom", "European": "European Union", "Japanese": "Japan"}


def typed_listing(said: Said, claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return a listing typed; Undecided when company, authority or day is missing or open; None when it speaks of no listing."""
    if claim.type == "listing" and not said.companies:
        return Undecided("missing_parameter", "No company is named in the sentence.")
    core, reason = _apart(said)
    if not any(one.match(core.text) for one in _LISTED):
        return None if claim.type != "listing" else Undecided("missing_parameter", "That somebody stands on a list is not stated plainly.")
    if danger := _DANGEROUS.search(core.text):
        return Undecided("ambiguous_parameter", f"The word {danger[0]!r} makes it more than a plain listing.")
    if len(core.companies) != 1:
        what = "No company is named in the sentence." if not core.companies else "Several companies are named in the sentence."
        return Undecided("missing_parameter" if not core.companies else "ambiguous_parameter", what)
    if re.search(r"⟦c0⟧[’']s\b", core.text):
        return Undecided("ambiguous_parameter", f"Something of {core.companies[0].text}'s is spoken of, not the company.")
    authority = _authority(core)
    if isinstance(authority, Undecided):
        return authority
    day = asked_day(core, view)
    if isinstance(day, Undecided):
        return day
    says = {"authority": authority, "as_of": day[0]}
    parties = {"entity": Party(core.companies[0], core.countries_of(0))}
    return Typed("listed", says, parties, started=day[1], unchecked=("the reason given for the listing",) if reason else ())


def _apart(said: Said) -> tuple[Said, str]:
    """Return the claim's tokens without the reason given for the listing, and that reason; '' for none.

    Only a reason that stands after the listing, or before it as what somebody is accused of, is set apart.
    """
    text, reasons = said.text, []
    for pattern in (_CHARGE, _REASON):
        if found := pattern.search(text):
            shorter = text[: found.start()] if pattern is _REASON else text[found.end() :]
            if "⟦c" in shorter:
                reasons.append(found["reason"])
                text = shorter
    if not reasons:
        return said, ""
    return said.within(text), " ".join(reasons)


def _authority(said: Said) -> str | Undecided:
    found = {one.text.removeprefix("the ").removeprefix("The ") for one in said.organisations}
    found |= {_OF_COUNTRY[one.country] for one in said.places if one.country in _OF_COUNTRY}
    plain = re.sub(r"⟦[^⟧]*⟧", " ", said.text)
    if named := next((name for name in _NAMED_LISTS if name in said.text), None):
        # The country alone would mean any of its lists.
        whose, others = _NAMED_LISTS[named]
        return whose if found <= others else Undecided("ambiguous_parameter", f"Whose {named} is meant?")
    found |= {match[0].removeprefix("the ") for match in _AUTHORITY.finditer(plain)}
    found |= {name for word, name in _ADJECTIVES.items() if re.search(rf"\b{word} (?:sanctions|blacklist)", plain)}
    if not found:
        return Undecided("missing_parameter", "Whose list is meant is not stated.")
    if len(found) > 1 or any(re.search(r"\band\b.*\b(?:Union|Kingdom|States|EU|US|UK|Treasury|Office)\b", one) for one in found):
        return Undecided("ambiguous_parameter", f"More than one authority is named: {', '.join(sorted(found))}.")
    return found.pop()


def asked_day(said: Said, view: ArticleView) -> tuple[str, tuple[str, str] | None] | Undecided:
    """Return the day asked about and the days on which the listing is said to have begun."""
    date = one_date(said, needed=False)
    if isinstance(date, Undecided):
        return date
    if date is not None:
        first, last = days_of(date)
        return last.until.isoformat(), (first.from_.isoformat(), last.until.isoformat())
    published = period_of(view.published) if view.published else None
    if published is None:
        return Undecided("missing_parameter", "Neither the sentence nor the article states a day.")
    return str(published), None
