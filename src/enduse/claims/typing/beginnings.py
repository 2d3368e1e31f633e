"""When deliveries began or ended: "X began deliveries to Y in March 2023". A pause, a resumption or an intention is neither."""

from __future__ import annotations

from enduse.claims.extracted import ArticleView
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import days_of, goods_at, one_date
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import WHEN, end_of, first_match, party, party_of, whole
from enduse.terms.periods import period_of

_FLOW = r"(?:its |the )?(?:deliveries|shipments|exports|supplies)"
_SENDING = r"(?:delivering|shipping|supplying|exporting|sending)"
_GETTING = r"(?:receiving|importing)"
_BEGAN, _ENDED = r"(?:has |had )?(?:began|begun|started|commenced)", r"(?:has |had )?(?:stopped|ended|ceased|discontinued)"
_OF = r"(?: of (?:⟦g(?P<goods>\d+)⟧|goods))?"
_WHAT = r"(?:⟦g(?P<goods>\d+)⟧|goods)"
_ON = rf"(?P<on>{WHEN})"


def _turning(turn: str) -> tuple[str, ...]:
    """Return the wordings of a beginning or an end."""
    sender, receiver = party("S"), party("C")
    return (
        rf"{sender} {turn} {_FLOW}{_OF} to {receiver}{_ON}?",
        rf"{sender} {turn} {_SENDING} (?:{_WHAT} )?to {receiver}{_ON}?",
        rf"{sender} {turn} supplying {receiver}(?: with {_WHAT})?{_ON}?",
        rf"{receiver} {turn} {_GETTING} {_WHAT} from {sender}{_ON}?",
        rf"(?:[Tt]he )?(?:[Dd]eliveries|[Ss]hipments|[Ee]xports|[Ss]upplies){_OF} from {sender} to {receiver} {turn}{_ON}?",
        rf"(?:[Tt]he )?(?:[Dd]eliveries|[Ss]hipments|[Ee]xports|[Ss]upplies){_OF} to {receiver} (?:by|from) {sender} {turn}{_ON}?",
    )


_FIRST = whole(
    *_turning(_BEGAN),
    rf"{party('S')} first (?:delivered|shipped|sent|supplied|exported) {_WHAT} to {party('C')}{_ON}?",
    rf"{party('C')} first (?:received|imported) {_WHAT} from {party('S')}{_ON}?",
)
_LAST = whole(
    *_turning(_ENDED),
    rf"{party('S')} last (?:delivered|shipped|sent|supplied|exported) {_WHAT} to {party('C')}{_ON}?",
)


def typed_turn(said: Said, view: ArticleView) -> Typed | Undecided | None:
    """Return a beginning or an end typed; Undecided when a part is missing or open; None when neither is worded."""
    begun = first_match(_FIRST, said.text)
    match = begun or first_match(_LAST, said.text)
    if match is None:
        return None
    date = one_date(said)
    if date is None or isinstance(date, Undecided):
        return date
    words = said.text[: said.text.find("⟦d")].rstrip().removesuffix(" the").rsplit(" ", 1)[-1].strip(" ,")
    if words.casefold() not in ("in", "on", "during"):
        return Undecided("ambiguous_parameter", f"How {date.text!r} dates it is not clear.")
    first, last = days_of(date)
    if str(first) != str(last):
        return Undecided("ambiguous_parameter", f"{date.text!r} is a stretch of time, not when it turned.")
    published = period_of(view.published) if view.published else None
    # The article speaks up to its own day, when that is known and not before what it tells.
    until = {"until": str(published)} if published and published.until >= last.until else {}
    says = {("first" if begun else "last"): str(first), **until}
    sender, receiver = end_of(match, "S"), end_of(match, "C")
    if sender is None or receiver is None:
        return Undecided("missing_parameter", "Sender and receiver are not both named.")
    goods = goods_at(said, match.groupdict().get("goods"))
    return Typed("first_last", says, {"supplier": party_of(said, sender), "consignee": party_of(said, receiver)}, goods)
