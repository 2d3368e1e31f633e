"""Ties and seats: "X is owned by Y", "Z is the director of X", "X is based in China". Direction and kind are those worded."""

from __future__ import annotations

from enduse.claims.extracted import ArticleView
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import one_date
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import end_of, first_match, owner, party, party_of, placed, whole
from enduse.terms.periods import period_of
from enduse.terms.territories import country_code

_ON = r"(?: (?:in|on|as of) ⟦d\d+⟧)?"
_IS, _WAS = r"(?P<now>is|remains)", r"(?:was)"
_BE = rf"(?:{_IS}|{_WAS})(?: also| still)?"
_WHOLLY = r"(?:(?:wholly|fully|ultimately|beneficially) )?"
_DIRECTING = r"(?:the |a )?(?:director|general director|managing director|chief executive|CEO|head)"
A, B = party("A"), party("B")
_TIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("owner", (
        rf"{A} {_BE} {_WHOLLY}owned by {B}{_ON}", rf"{A} (?P<now>belongs|belong) to {B}{_ON}", rf"{A} belonged to {B}{_ON}",
        rf"{B} (?P<now>owns)(?: ⟦q(?P<part>\d+)⟧ (?:of|in))? {A}{_ON}", rf"{B} owned(?: ⟦q(?P<part>\d+)⟧ (?:of|in))? {A}{_ON}",
        rf"{B} {_BE} (?:the |an |the sole )?owner of {A}{_ON}", rf"{B} {_BE} {owner('A')} (?:sole )?owner{_ON}",
        rf"{owner('A')} (?:sole )?owner {_BE} {B}{_ON}",
    )),
    ("parent", (
        rf"{A} {_BE} (?:a |the )?(?:wholly owned )?subsidiary of {B}{_ON}", rf"{A} {_BE} {owner('B')} (?:wholly owned )?subsidiary{_ON}",
        rf"{B} {_BE} (?:the )?parent(?: company)? of {A}{_ON}", rf"{B} {_BE} {owner('A')} parent(?: company)?{_ON}",
        rf"{owner('A')} parent(?: company)? {_BE} {B}{_ON}",
    )),
    ("director", (
        rf"{B} {_BE} {_DIRECTING} of {A}{_ON}", rf"{B} {_BE} {owner('A')} {_DIRECTING}{_ON}",
        rf"{A} {_BE} (?:headed|led|run|managed) by (?:{_DIRECTING} )?{B}{_ON}", rf"{owner('A')} {_DIRECTING} {_BE} {B}{_ON}",
    )),
    ("acts_for", (rf"{A} (?P<now>acts|is acting) (?:for|on behalf of) {B}{_ON}", rf"{A} acted (?:for|on behalf of) {B}{_ON}")),
    ("shares_address", (
        rf"{A} (?P<now>shares) an address with {B}{_ON}", rf"{A} and {B} (?P<now>share) an address{_ON}",
        rf"{A} {_BE} registered at the same address as {B}{_ON}",
    )),
    ("any", (
        rf"{A} {_BE} (?:linked|tied|connected|related) to {B}{_ON}", rf"{A} {_BE} affiliated (?:with|to) {B}{_ON}",
        rf"{A} (?P<now>has) (?:links|ties) (?:to|with) {B}{_ON}",
    )),
)  # fmt: skip
_WORDED = tuple((relation, whole(*patterns)) for relation, patterns in _TIES)
_SEAT = whole(
    rf"{A} {_BE} (?:based|headquartered|registered|located|incorporated) in (?:the )?(?:(?P<city>(?:[A-Z][\w’'-]+|⟦p\d+⟧)"
    rf"(?: [A-Z][\w’'-]+)*), )?(?:the )?⟦(?P<Pk>p)(?P<Pn>\d+)⟧{_ON}"
)
_NOW = ("is", "remains", "owns", "belongs", "belong", "acts", "is acting", "shares", "share", "has")


def typed_tie(said: Said, view: ArticleView) -> Typed | Undecided | None:
    """Return a tie or a seat typed; Undecided when a part is missing or open; None when neither is worded."""
    for relation, patterns in _WORDED:
        if match := first_match(patterns, said.text):
            day = _day(said, view, match.groupdict().get("now"))
            if isinstance(day, Undecided):
                return day
            company, by = end_of(match, "A"), end_of(match, "B")
            if company is None or by is None or company == by:
                return Undecided("missing_parameter", "The two that are tied are not both named.")
            part = match.groupdict().get("part")
            if part and said.quantities[int(part)].unit != "percent":
                return Undecided("ambiguous_parameter", f"What {said.quantities[int(part)].text!r} is a part of is not clear.")
            parties = {"company": party_of(said, company), "by": party_of(said, by)}
            return Typed("linked", {"relation": relation, **day}, parties, unchecked=("how large the share is",) if part else ())
    return _seat(said, view)


def _seat(said: Said, view: ArticleView) -> Typed | Undecided | None:
    match = first_match(_SEAT, said.text)
    company = end_of(match, "A") if match else None
    if match is None or company is None:
        return None
    day = _day(said, view, match.groupdict().get("now"))
    if isinstance(day, Undecided):
        return day
    place = said.places[int(match["Pn"])]
    seat = placed(said, ("p", int(match["Pn"])), "", "country")
    if isinstance(seat, Undecided):
        return seat
    # A capital stands for its country in the gazetteer; that the seat is in that very city is not checked.
    city = match["city"] or (None if country_code(place.text) == seat[1]["country"] and not _is_city(place.text) else place.text)
    unchecked = ("the city",) if city else ()
    return Typed("based", {**seat[1], **day}, {"company": party_of(said, company)}, unchecked=unchecked)


def _is_city(name: str) -> bool:
    return name in ("Beijing", "Moscow", "Kremlin", "Dubai", "Abu Dhabi", "Washington", "London", "Brussels", "Tokyo")


def _day(said: Said, view: ArticleView, now: str | None) -> dict[str, str] | Undecided:
    """Return the day, month or year spoken of: the one stated, or the article's own for what is said to be so now."""
    date = one_date(said, needed=False)
    if isinstance(date, Undecided):
        return date
    if date is not None:
        if date.since != date.until:
            return Undecided("ambiguous_parameter", f"{date.text!r} is a stretch of time.")
        return {"as_of": str(date.since)}
    if now not in _NOW:
        return Undecided("missing_parameter", "It is told as past, and when is not stated.")
    published = period_of(view.published) if view.published else None
    return {"as_of": str(published)} if published else {}
