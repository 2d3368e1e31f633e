"""One extracted claim made into what a template asks for, or into the reason why that is not possible."""

from __future__ import annotations

import re
from dataclasses import replace

from enduse.claims.extracted import ArticleView, ExtractedClaim
from enduse.claims.typing.beginnings import typed_turn
from enduse.claims.typing.chinese import past_object, typed_chinese
from enduse.claims.typing.counts import typed_count
from enduse.claims.typing.declarations import typed_declaration
from enduse.claims.typing.deliveries import typed_delivery
from enduse.claims.typing.listings import typed_listing
from enduse.claims.typing.parts import typed_part
from enduse.claims.typing.russian import typed_russian
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.shares import typed_share
from enduse.claims.typing.ties import typed_tie
from enduse.claims.typing.tokens import Said, tokenise
from enduse.claims.typing.wording import unhedged

_GOES_ON = re.compile(
    r"\s*,?\s*(?:(?:and|or|as well as|together with|but also|,)\s+(?:the )?(?P<name>)|(?:via|through|over|within|between|during|since|"
    r"until|on behalf|worth|in|to|from|for|by|per|each|a (?:month|year|week|day))\b)"
)
_TAKEN_BACK = re.compile(
    r"\b(?:and|or)\s*\Z|\b(?:if|whether|unless|not|never|no|neither|nor|deny|den(?:ies|ied|ying)|reject\w*|refut\w*|false\w*|untrue|"
    r"rumou?rs?|doubt\w*|unclear|would|could|might|may|until|before|after|had\s*\Z)\b|(?:^|\s)(?:не|если|чтобы|или|и\s*\Z)(?:\s|$)|"
    r"опров\w+|отриц\w+|否认|如果|没有|未|和\s*\Z|及\s*\Z|与\s*\Z",
    re.IGNORECASE,
)
"""What stands before a claim in its sentence and takes it back, or makes it one half of something."""
_DOUBTED = re.compile(r"\brumou?rs?\b|\bhearsay\b|\bif (?:true|confirmed|so)\b|слух(?:и|ам|ов)\b|传闻|谣言|不实", re.IGNORECASE)
"""What stands behind a claim in its sentence and leaves open whether anybody stands for it."""
_NAME_ENDS = re.compile(r"[’']?s?\s*(?:\Z|[,.;:]|(?:in|during|and|or|as well|between|since|over|from|to)\b)")
EXPECTED = ("delivery", "procurement", "listing", "relation")
"""Types that a template should cover: one that is not typed gets the reason, not silence."""
NEVER = ("plan", "opinion", "denial", "forecast", "assessment", "no_comment", "retraction")
"""Types that are recorded and never put to the rows."""
BEFORE_DELIVERY = ("considering", "talks", "agreed", "developing", "testing")
"""Rungs of the ladder below what a row of customs shows; a claim stands on the rung its words name."""
_MOVED = ("delivered", "trade_total", "share", "suppliers", "first_last", "declared_as")
__all__ = ["EXPECTED", "NEVER", "Typed", "Undecided", "typed"]


def typed(claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return the claim typed, why it cannot be, or None when it is of no kind that is checked.

    Nothing is taken from another sentence: a company that is only 'it' or 'the maker' here is a parameter not stated.
    """
    if claim.headline:
        return None
    said = tokenise(claim)
    if claim.type in NEVER and not (claim.type == "forecast" and view.language == "zh" and past_object(said, view)):
        return None
    found = _typed(said, claim, view)
    if isinstance(found, Undecided) and claim.type not in EXPECTED:
        # A number, an event, a statement that no template covers is recorded, not checked.
        return None
    return found


def _typed(said: Said, claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    if claim.stance == "denied" or claim.polarity == "negative":
        return Undecided("not_testable", "It says that something did not happen; what it denies is checked.")
    if view.language not in ("en", "ru", "zh", None):
        return Undecided("not_testable", f"Claims in {view.language!r} are recorded, not checked.")
    if "?" in view.text[claim.start : claim.end + 2]:
        return Undecided("not_testable", "It is asked, not said.")
    if beyond := going_on(claim, view):
        return Undecided("ambiguous_parameter", f"The sentence goes on with {beyond!r}.")
    hedged = claim.stance == "uncertain"
    if view.language in ("ru", "zh"):
        found = (typed_russian if view.language == "ru" else typed_chinese)(said, view, hedged)
    else:
        hedged = unhedged(said, claim)
        found = _english(said, claim, view)
    if isinstance(found, Typed):
        if found.kind in _MOVED and claim.stage in BEFORE_DELIVERY:
            return Undecided("not_testable", f"It tells of a stage before delivery ({claim.stage}); rows show what was shipped.")
        return replace(found, hedged=found.hedged or hedged)
    return found or Undecided("missing_parameter", "Who did what to whom is not worded in a way that is checked.")


def _english(said: Said, claim: ExtractedClaim, view: ArticleView) -> Typed | Undecided | None:
    """Return what the first template that knows the wording makes of it; plain deliveries and listings last, they ask least."""
    for found in (
        typed_share(said),
        typed_count(said),
        typed_turn(said, view),
        typed_declaration(said),
        typed_tie(said, view),
        typed_part(said),
    ):
        if found is not None:
            return found
    undecided: Undecided | None = None
    if claim.type not in ("listing", "relation"):
        sent = typed_delivery(said)
        if isinstance(sent, Typed):
            return sent
        undecided = sent
    stands = typed_listing(said, claim, view)
    return stands if isinstance(stands, Typed) else undecided or stands


def going_on(claim: ExtractedClaim, view: ArticleView) -> str | None:
    """Return how the sentence goes on beyond the claim when that belongs to what it says (another receiver, a period); None otherwise."""
    first = max((start for start, _ in view.sentences if start <= claim.start), default=claim.start)
    last = min((end for _, end in view.sentences if claim.end <= end), default=claim.end)
    before = view.text[first : claim.start]
    if found := _TAKEN_BACK.search(before):
        return found[0].strip()
    rest = view.text[claim.end : last]
    if found := _DOUBTED.search(rest):
        return found[0].strip()
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
