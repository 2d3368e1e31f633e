"""One extracted claim made into what a template asks for, or into the reason why that is not possible."""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView, ExtractedClaim
from enduse.claims.typing import deliveries, listings
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.tokens import tokenise

_GOES_ON = re.compile(
    r"\s*,?\s*(?:(?:and|or|as well as|together with|but also|,)\s+(?:the )?(?P<name>)|(?:via|through|over|within|between|during|"
    r"since|until|on behalf|worth|"
    r"in|to|from|for|by|per|each|a (?:month|year|week|day))\b)"
)
_TAKEN_BACK = re.compile(
    r"\b(?:and|or)\s*\Z|\b(?:if|whether|unless|not|never|no|deny|den(?:ies|ied)|false\w*|untrue|rumou?rs?|doubt\w*|unclear|would|"
    r"could|might|may|until|before|after)\b",
    re.IGNORECASE,
)
"""What stands before a claim in its sentence and takes it back, or makes it one half of something."""
_NAME_ENDS = re.compile(r"[’']?s?\s*(?:\Z|[,.;:]|(?:in|during|and|or|as well|between|since|over|from|to)\b)")
CHECKABLE = ("delivery", "procurement", "listing", "quantity")
"""Types of claims that a template may cover; relations, plans, opinions, forecasts and the like are recorded, not checked."""
LANGUAGES = ("en", None)
__all__ = ["CHECKABLE", "Typed", "Undecided", "typed"]


def typed(claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return the claim typed, why it cannot be, or None when it is of no kind that is checked.

    Nothing is taken from another sentence: a company that is only 'it' or 'the maker' here is a parameter not stated.
    """
    if claim.type not in CHECKABLE or claim.headline:
        return None
    if view.language not in LANGUAGES:
        return None if claim.type == "quantity" else Undecided("not_testable", f"Claims in {view.language!r} are recorded, not checked.")
    if claim.stance == "denied" or claim.polarity == "negative":
        return (
            None
            if claim.type == "quantity"
            else Undecided("not_testable", "It says that something did not happen; what it denies is checked.")
        )
    if beyond := going_on(claim, view):
        return None if claim.type == "quantity" else Undecided("ambiguous_parameter", f"The sentence goes on with {beyond!r}.")
    said = tokenise(claim)
    undecided: Undecided | None = None
    if claim.type != "listing":
        sent = deliveries.typed_delivery(said)
        if isinstance(sent, Typed):
            return sent
        undecided = sent
    stands = listings.typed_listing(said, claim, view)
    if isinstance(stands, Typed):
        return stands
    undecided = undecided or stands
    if claim.type == "quantity":
        # A number that is no delivery's is counted by nothing here.
        return None
    return undecided or Undecided("missing_parameter", "Who did what to whom is not worded in a way that is checked.")


def going_on(claim: ExtractedClaim, view: ArticleView) -> str | None:
    """Return how the sentence goes on beyond the claim when that belongs to what it says (another receiver, a period); None otherwise."""
    first, last = next(
        ((start, end) for start, end in view.sentences if start <= claim.start and claim.end <= end), (claim.start, claim.end)
    )
    before = view.text[first : claim.start]
    if found := _TAKEN_BACK.search(before):
        return found[0].strip()
    rest = view.text[claim.end : last]
    match = _GOES_ON.match(rest)
    if match is None:
        return None
    told = " ".join(rest.split()[:6]).strip(" ,.")
    if match["name"] is None:
        return told
    place = claim.end + match.end()
    named = next(
        (one for one in view.mentions if one.start == place and one.kind in ("company", "organisation", "place", "goods", "product")), None
    )
    # Another clause with a subject of its own is another claim; a name that only stands there is one more party of this one.
    return told if named is not None and _NAME_ENDS.match(view.text[named.end : last]) else None
