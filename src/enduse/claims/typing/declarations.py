"""How goods were declared: "engines that X sent to Y in 2023 were declared as refrigeration equipment".

Words for goods may be filed under codes that no catalogue foresees, so only a code printed in the sentence can be contradicted.
"""

from __future__ import annotations

from enduse.claims.typing.goods import words_of
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import period
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import WHEN, end_of, first_match, party, party_of, whole

_WHAT = r"(?:[Tt]he )?(?:⟦g(?P<goods>\d+)⟧|(?:[Ss]hipments?|[Gg]oods|[Cc]onsignments?|[Dd]eliveries))"
_SENT = r"(?:sent|shipped|delivered|supplied|exported)"
_AS = r"(?:declared|described|labell?ed) (?:to customs )?(?:as|under) ⟦g(?P<codes>\d+)⟧"
_WERE = r"(?:was|were|had been|have been)"
_DECLARED = whole(
    rf"{_WHAT}(?: that| which)? {party('S')} {_SENT} to {party('C')}{WHEN}? {_WERE} {_AS}{WHEN}?",
    rf"{_WHAT}(?: {_SENT})? (?:by|from) {party('S')} to {party('C')}{WHEN}? {_WERE} {_AS}{WHEN}?",
    rf"{_WHAT} {_SENT} to {party('C')} by {party('S')}{WHEN}? {_WERE} {_AS}{WHEN}?",
    rf"{party('S')} declared {_WHAT} (?:(?:it|that it|which it) )?{_SENT} to {party('C')}{WHEN}? (?:as|under) ⟦g(?P<codes>\d+)⟧{WHEN}?",
)


def typed_declaration(said: Said) -> Typed | Undecided | None:
    """Return a declaration under other codes typed; Undecided when a part is missing or open; None when none is worded."""
    match = first_match(_DECLARED, said.text)
    if match is None:
        return None
    if said.quantities:
        return Undecided("ambiguous_parameter", "Whether the number counts all that was declared so is not clear.")
    when = period(said)
    if isinstance(when, Undecided):
        return when
    declared = said.goods[int(match["codes"])].goods
    if not declared.narrow:
        return Undecided("missing_parameter", f"No code is known for {declared.label!r}.")
    sender, receiver = end_of(match, "S"), end_of(match, "C")
    if sender is None or receiver is None:
        return Undecided("missing_parameter", "Sender and receiver are not both named.")
    own = said.goods[int(match["goods"])].goods if match["goods"] else None
    says = {**when, **({"described_as": words_of(own)} if own and own.narrow else {})}
    parties = {"supplier": party_of(said, sender), "consignee": party_of(said, receiver)}
    return Typed("declared_as", says, parties, (declared,), may_contradict=declared.narrow == declared.wide and declared.label[:3] == "HS ")
