"""Listings: whose list, who, and as of when. An authority that is not named is a parameter not stated."""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView, ExtractedClaim
from enduse.claims.typing.shapes import Party, Typed, Undecided
from enduse.claims.typing.tokens import Said
from enduse.terms.periods import period_of

_LISTED = re.compile(
    r"\b(?:sanctioned|blacklisted|designated|under (?:the )?(?:[\w.]+ )?sanctions|(?:added|put|placed|included|stands?|is|was|been) (?:on|to|in) (?:the |a |its |their )?"
    r"(?:⟦[op]\d+⟧(?:[’']s)? )?(?:[\w.]+ )?(?:sanctions |black)?list|on the (?:sanctions |black)?list of|imposed sanctions (?:on|against)|placed sanctions on|"
    r"listed by|(?:⟦[op]\d+⟧|[Tt]reasury|OFAC)(?:[’']s)? (?:has |have )?listed)\b|\bunder (?:⟦[op]\d+⟧(?:[’']s)? )?sanctions\b|\bon (?:the )?⟦[op]\d+⟧(?:[’']s)? (?:sanctions |black)?list\b"
)
_DANGEROUS = re.compile(
    r"\b(?:not|never|no longer|remov\w+|delist\w*|lift\w*|eas\w+|could|may|might|would|should|will|if|unless|consider\w*|propos\w+|plan(?:s|ned|ning)?|call\w*|urg\w+|"
    r"threat\w*|circumvent\w*|evad\w*|avoid\w*|secondary|until|before|after|owners?|director|subsidiar\w+|affiliat\w+|linked|associated|connected|like|than|"
    r"drafts?|was expected|requested|recommended)\b"
)
_AUTHORITY = re.compile(
    r"(?<!\w)(?:(?:the )?(?:U\.?S\.?|US) (?:Treasury(?: Department)?|Commerce Department|Department of (?:the )?(?:Treasury|Commerce))|OFAC|Treasury|"
    r"European Union|EU|United States|U\.S\.|US|USA|United Kingdom|UK|U\.K\.|Britain|United Nations|UN|U\.N\.|Washington|Brussels|Japan|Tokyo)(?!\w)"
)
_OF_COUNTRY = {"US": "United States", "GB": "United Kingdom", "JP": "Japan"}
_ADJECTIVES = {"American": "United States", "British": "United Kingdom", "European": "European Union", "Japanese": "Japan"}


def typed_listing(said: Said, claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return a listing typed; Undecided when company, authority or day is missing or open; None when it speaks of no listing."""
    if not _LISTED.search(said.text):
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
