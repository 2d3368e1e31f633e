"""Sentences typed for the templates beyond plain deliveries: which template, who is who, and what stays unchecked."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.claims.typing import Typed, Undecided
from tests.claims.typing.test_typed import RECEIVER, SENDER, asked

HOLDER = "Invented Holdings Ltd"


def typed_as(sentence: str) -> Typed:
    """Return what the sentence is typed as; it must be typed."""
    found = asked(sentence)
    assert isinstance(found, Typed), found
    return found


def parties(found: Typed) -> dict[str, str]:
    """Return the names of the parties by field."""
    return {field: party.mention.text.rstrip(".") for field, party in found.parties.items()}


@pytest.mark.parametrize(
    ("sentence", "kind", "who", "says"),
    [
        (f"{SENDER} delivered chips to {RECEIVER} through {HOLDER} in 2023.", "delivered",
         {"supplier": SENDER, "consignee": RECEIVER, "via.1": HOLDER}, {}),
        (f"{SENDER} sent chips to {RECEIVER} via unnamed intermediaries in 2023.", "delivered",
         {"supplier": SENDER, "consignee": RECEIVER}, {"route": "any"}),
        (f"{SENDER} accounted for 40 percent of {RECEIVER}'s imports in 2023.", "share",
         {"supplier": SENDER, "consignee": RECEIVER}, {"of": ["consignee"]}),
        (f"{RECEIVER} accounted for 40 percent of {SENDER}'s exports in 2023.", "share",
         {"supplier": SENDER, "consignee": RECEIVER}, {"of": ["supplier"]}),
        (f"{SENDER} began deliveries of chips to {RECEIVER} in March 2023.", "first_last",
         {"supplier": SENDER, "consignee": RECEIVER}, {"first": "2023-03", "until": "2024-07-02"}),
        (f"{SENDER} stopped shipping chips to {RECEIVER} in March 2023.", "first_last",
         {"supplier": SENDER, "consignee": RECEIVER}, {"last": "2023-03", "until": "2024-07-02"}),
        (f"About a hundred companies supplied {RECEIVER} in 2023.", "suppliers", {"consignees.1": RECEIVER}, {"since": "2023"}),
        (f"{SENDER} is owned by {HOLDER}.", "linked", {"company": SENDER, "by": HOLDER}, {"relation": "owner"}),
        (f"{HOLDER} owns {SENDER}.", "linked", {"company": SENDER, "by": HOLDER}, {"relation": "owner"}),
        (f"{SENDER} is a subsidiary of {HOLDER}.", "linked", {"company": SENDER, "by": HOLDER}, {"relation": "parent"}),
        (f"{SENDER} is linked to {HOLDER}.", "linked", {"company": SENDER, "by": HOLDER}, {"relation": "any"}),
        (f"{SENDER} is headquartered in China.", "based", {"company": SENDER}, {"country": "CN", "as_of": "2024-07-02"}),
    ],
)  # fmt: skip
def test_a_template_takes_in_what_is_worded(sentence: str, kind: str, who: dict[str, str], says: dict[str, Any]) -> None:
    """The direction is the one worded: who supplies, who owns, whose whole it is."""
    found = typed_as(sentence)
    assert (found.kind, parties(found)) == (kind, who)
    assert says.items() <= found.says.items()


def test_a_share_is_a_fraction_and_of_value_unless_it_says_otherwise() -> None:
    """Without a measure it is read as value, and contradicted only if mass and shipments contradict it too."""
    found = typed_as(f"{SENDER} accounted for more than half of {RECEIVER}'s imports in 2023.")
    assert found.numbers == ({"share": 0.5, "bound": "over"},)
    assert [one["measure"] for one in found.unless] == ["kg", "shipments"]
    assert typed_as(f"{SENDER} accounted for 40 percent of {RECEIVER}'s imports by weight in 2023.").says["measure"] == "kg"


def test_a_count_of_those_who_supplied_is_not_untrue_of_more() -> None:
    """'Three companies supplied it' leaves room for a fourth; 'it had three suppliers' does not."""
    assert typed_as(f"Three companies supplied {RECEIVER} in 2023.").unless == ({"bound": "at_least"},)
    assert typed_as(f"{RECEIVER} had three suppliers in 2023.").unless == ()


def test_words_of_the_goods_and_of_the_declaration_are_kept_apart() -> None:
    """What was declared gives the codes, what it was gives the words to look for; words for goods are never contradicted."""
    found = typed_as(f"Engines that {SENDER} sent to {RECEIVER} in 2023 were declared as refrigerators.")
    assert [one.label for one in found.goods] == ["refrigerating equipment"]
    assert {"engine", "двигател", "发动机"} <= set(found.says["described_as"])
    assert not found.may_contradict
    assert typed_as(f"Engines that {SENDER} sent to {RECEIVER} in 2023 were declared under HS code 8418.").may_contradict


def test_a_part_found_in_a_weapon() -> None:
    """Maker, part and weapon stand in the sentence; parts of any kind name no part."""
    found = typed_as(f"A microcontroller made by {SENDER} was found in the Zimorodok-7 drone.")
    assert found.says == {"maker": SENDER, "found_in": "Zimorodok-7", "part": "microcontroller"}
    assert typed_as(f"Parts made by {SENDER} were found in the Zimorodok-7 drone.").says == {"maker": SENDER, "found_in": "Zimorodok-7"}


@pytest.mark.parametrize(
    ("sentence", "unchecked"),
    [
        (f"{RECEIVER} was sanctioned by the European Union in May 2023 for supplying engines.", "the reason given for the listing"),
        (f"{HOLDER} owns 60 percent of {SENDER}.", "how large the share is"),
        (f"{SENDER} is based in Shenzhen, China.", "the city"),
    ],
)
def test_what_rows_do_not_answer_is_named(sentence: str, unchecked: str) -> None:
    """A reason, a size, a city beside what is checked: said to be unchecked."""
    assert typed_as(sentence).unchecked == (unchecked,)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{SENDER} may have delivered chips to {RECEIVER} in 2023.",
        f"{SENDER} reportedly began deliveries to {RECEIVER} in March 2023.",
        f"{SENDER} is believed to have delivered chips to {RECEIVER} in 2023.",
        f"{RECEIVER} was reportedly sanctioned by the European Union in May 2023.",
    ],
)
def test_doubt_is_kept(sentence: str) -> None:
    """A hedge is taken out of the wording and kept with the claim."""
    assert typed_as(sentence).hedged


@pytest.mark.parametrize(
    "sentence",
    [
        f"{SENDER} agreed to deliver chips to {RECEIVER} in 2023.",
        f"{SENDER} and {RECEIVER} signed a contract on chips in 2023.",
        f"{SENDER} held talks on deliveries to {RECEIVER} in 2023.",
        f"{SENDER} resumed deliveries to {RECEIVER} in March 2023.",
        f"{SENDER} temporarily stopped deliveries to {RECEIVER} in March 2023.",
        f"{SENDER} owned {HOLDER}.",
        f"{SENDER} is partly owned by {HOLDER}.",
        f"{SENDER} accounts for 40 percent of {RECEIVER}'s imports.",
        f"{SENDER} delivered chips to {RECEIVER} in 2022 and 2023.",
        f"{SENDER} delivered chips to {RECEIVER} in 2023, according to a rumour.",
    ],
)
def test_another_stage_or_another_thing_is_not_typed(sentence: str) -> None:
    """No rung of the ladder is climbed, and nothing that a row would not show is put to the rows."""
    assert not isinstance(asked(sentence), Typed)


def test_a_kind_that_should_be_checked_gets_a_reason() -> None:
    """A tie worded in no known way is answered with words, not with silence."""
    found = asked(f"It is owned by {HOLDER}.")
    assert isinstance(found, Undecided)
    assert found.sentence
