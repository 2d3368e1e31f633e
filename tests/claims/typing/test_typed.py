"""What an extracted claim says, typed: only when every part stands in its words."""

from __future__ import annotations

import pytest

from enduse.claims.reading import read_text
from enduse.claims.typing import Typed, Undecided, typed

STATED = {"published_on": "2024-07-02", "language": "en", "outlet": "Sample Wire"}
SENDER, RECEIVER = "Invented Kestrel Works Ltd", "Example Trading LLC"


def asked(sentence: str) -> Typed | Undecided | None:
    """Return what the one claim of a sentence is typed as."""
    article = read_text("a.txt", f"An invented title without a verb\n\n{sentence}\n", STATED)
    return next(typed(claim, article.view) for claim in article.claims if not claim.headline)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{SENDER} delivered chips worth at least $2 million to {RECEIVER} in 2023.",
        f"{RECEIVER} received chips worth at least $2 million from {SENDER} in 2023.",
        f"Chips worth at least $2 million were delivered to {RECEIVER} by {SENDER} in 2023.",
        f"{SENDER}, a maker of radios, sent chips worth at least $2 million to {RECEIVER} in 2023.",
        f"In 2023, the Chinese firm {SENDER} supplied {RECEIVER} with chips worth at least $2,000,000.",
        f"Deliveries of chips from {SENDER} to {RECEIVER} totalled at least $2 million in 2023.",
    ],
)
def test_who_sent_what_to_whom_is_read_however_it_is_worded(sentence: str) -> None:
    """Active, received, passive, given and nominal wordings say one thing."""
    found = asked(sentence)
    assert isinstance(found, Typed), found
    assert {field: party.mention.text for field, party in found.parties.items()} == {"supplier": SENDER, "consignee": RECEIVER}
    assert (found.kind, found.says, found.numbers) == (
        "delivered",
        {"since": "2023", "until": "2023"},
        ({"value": 2_000_000.0, "currency": "USD", "bound": "at_least"},),
    )
    assert [one.narrow for one in found.goods] == [("8542",)]


@pytest.mark.parametrize(
    ("sentence", "reason", "says"),
    [
        (f"{SENDER} delivered chips worth $2 million to {RECEIVER}.", "missing_parameter", "period"),
        (f"The maker delivered chips worth $2 million to {RECEIVER} in 2023.", "missing_parameter", "not named"),
        (f"{SENDER} delivered chips in 2023.", "missing_parameter", "receiver"),
        (f"{SENDER} delivered gimbals worth $2 million to {RECEIVER} in 2023.", "missing_parameter", "gimbals"),
        (f"{SENDER} delivered chips and gimbals worth $2 million to {RECEIVER} in 2023.", "missing_parameter", "gimbals"),
        (f"{SENDER} delivered drone components worth $2 million to {RECEIVER} in 2023.", "ambiguous_parameter", "components"),
        (f"{SENDER} delivered chips to {RECEIVER} via Turkey in 2023.", "ambiguous_parameter", "via"),
        (f"{SENDER} delivered chips to {RECEIVER} before 2023.", "ambiguous_parameter", "before"),
        (f"{SENDER} delivered chips to {RECEIVER} and Invented Heron Plant Ltd in 2023.", "ambiguous_parameter", "More companies"),
        (f"In 2023 {SENDER} delivered chips worth $2 million to {RECEIVER} and Invented Heron Plant Ltd.", "ambiguous_parameter", ""),
        (f"{SENDER} delivered dozens of chips to {RECEIVER} in 2023.", "ambiguous_parameter", "dozens"),
        (f"{SENDER} delivered 12 shipments of chips to {RECEIVER} in 2023.", "ambiguous_parameter", "12 shipments"),
        (f"{SENDER} delivered chips worth $2 million a month to {RECEIVER} in 2023.", "ambiguous_parameter", "$2 million"),
        (f"{RECEIVER} is on a sanctions list.", "missing_parameter", "Whose list"),
        (f"{RECEIVER} was sanctioned by the European Union and the United Kingdom in 2022.", "ambiguous_parameter", "authority"),
    ],
)
def test_what_is_missing_or_open_is_said(sentence: str, reason: str, says: str) -> None:
    """A part that is missing, or means more than one thing, leaves the claim undecided and is named."""
    found = asked(sentence)
    assert isinstance(found, Undecided), found
    assert found.reason == reason, found
    assert says in found.sentence, found


def test_what_is_no_deed_is_not_typed() -> None:
    """Plans and forecasts are recorded, never put to the rows; a negation is not read as its opposite."""
    assert asked(f"{SENDER} plans to deliver chips to {RECEIVER} in 2025.") is None
    assert not isinstance(asked(f"{SENDER} did not deliver chips to {RECEIVER} in 2023."), Typed)


def test_a_total_between_countries_needs_a_number() -> None:
    """Countries as ends make a total; the number and its currency stand in it."""
    found = asked("China exported semiconductors worth $3 billion to Russia in 2023.")
    assert isinstance(found, Typed)
    assert (found.kind, found.says["from_country"], found.says["to_country"]) == ("trade_total", "CN", "RU")


def test_a_counted_noun_is_goods_and_pieces() -> None:
    """'42 engines' asks for pieces of engines; narrow codes lie within the wide ones."""
    found = asked(f"{SENDER} shipped 42 aircraft engines to {RECEIVER} in March 2023.")
    assert isinstance(found, Typed)
    assert found.numbers == ({"quantity": 42.0, "unit": "pieces", "bound": "exact"},)
    assert all(any(code.startswith(wide) for wide in found.goods[0].wide) or code == "841210" for code in found.goods[0].narrow)


@pytest.mark.parametrize(
    ("sentence", "authority", "as_of", "started"),
    [
        (f"{RECEIVER} was sanctioned by the European Union in December 2022.", "European Union", "2022-12-31", "2022-12-01"),
        (f"The US Treasury sanctioned {RECEIVER} in May 2023.", "US Treasury", "2023-05-31", "2023-05-01"),
        (f"{RECEIVER} is under US sanctions.", "United States", "2024-07-02", None),
    ],
)
def test_a_listing_is_asked_as_of_a_day(sentence: str, authority: str, as_of: str, started: str | None) -> None:
    """The last day stated, or the article's own day; when it is said to have begun is kept apart."""
    found = asked(sentence)
    assert isinstance(found, Typed), found
    assert (found.kind, found.says) == ("listed", {"authority": authority, "as_of": as_of})
    assert (found.started or (None,))[0] == started


@pytest.mark.parametrize(
    "sentence",
    [
        f"{SENDER} delivered almost all of its chips to {RECEIVER} in 2023.",
        f"{SENDER} delivered the first chips to {RECEIVER} in 2023.",
        f"{SENDER} delivered fewer chips to {RECEIVER} in 2023.",
        f"{SENDER} delivered Chinese chips to {RECEIVER} in 2023.",
        f"{SENDER} delivered chips to a subsidiary of {RECEIVER} in 2023.",
        f"{SENDER} delivered chips to {RECEIVER}'s warehouse in 2023.",
        f"A subsidiary of {SENDER} delivered chips to {RECEIVER} in 2023.",
        f"{SENDER} nearly delivered chips to {RECEIVER} in 2023.",
        f"{SENDER} received $2 million from {RECEIVER} in 2023.",
        f"{SENDER} delivered chips worth $2 million to {RECEIVER} in 2023, twice as much as in 2022.",
        f"{SENDER} exported chips to Russia, including to {RECEIVER}, in 2023.",
        f"If {SENDER} delivered chips to {RECEIVER} in 2023 nobody saw it.",
        f"{RECEIVER} supplied a plant sanctioned by the European Union in 2022.",
        f"The director of {RECEIVER} was sanctioned by the European Union in 2022.",
        f"The European Union sanctioned the owner of {RECEIVER} in 2022.",
        f"The European Union has not sanctioned {RECEIVER}.",
    ],
)
def test_what_says_more_or_other_than_rows_show_is_not_typed(sentence: str) -> None:
    """Shares, firsts, origins, others' deeds, conditions: nothing of it is put to the rows as a plain claim."""
    assert not isinstance(asked(sentence), Typed)


def test_a_list_of_one_authority_is_that_authoritys() -> None:
    """The Entity List is the Commerce Department's, not any list of the United States."""
    found = asked(f"{RECEIVER} was added to the US Entity List in March 2023.")
    assert isinstance(found, Typed), found
    assert found.says == {"authority": "US Commerce Department", "as_of": "2023-03-31"}
