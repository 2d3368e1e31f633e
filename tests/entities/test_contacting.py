"""Addresses, telephones and e-mail: what brings entities together, and what is generic."""

from __future__ import annotations

import pytest

from enduse.entities import Entity, Pool, compare
from enduse.entities.contacting import contacts_in

PHONE, MAIL, ADDRESS = "+7 495 000-00-00", "office@kestrel.example", "5 Example Street, Suite 12, Inventown 190000"


def with_phone(*names: str, phone: str = PHONE, emails: tuple[str, ...] = ()) -> Entity:
    """Return an entity with a telephone; its id is its first name."""
    return Entity(names, id=names[0], phones=(phone,), emails=emails)


@pytest.mark.parametrize(
    "asked",
    [
        Entity(("Unlike Anything",), phones=("8 (495) 000 00 00",)),
        Entity(("Unlike Anything",), emails=("sales@KESTREL.example",)),
        Entity(("Unlike Anything",), addresses=("Inventown, Example st. 5-12, 190000",)),
    ],
)
def test_each_kind_of_value_brings_two_together(asked: Entity) -> None:
    """Whatever the names, who shares a telephone, e-mail domain or address is among the candidates."""
    pool = Pool([Entity(("Invented Kestrel",), id="a", phones=(PHONE,), emails=(MAIL,), addresses=(ADDRESS,)), Entity(("Other",), id="b")])
    assert pool.candidates(asked) == {0}
    assert pool.ask(asked) == []


def test_a_shared_value_lifts_names_that_agree_and_says_so() -> None:
    """A telephone that both state makes a doubtful pair of names a hit, with both values in the explanation."""
    left, right = "Invented Kastral", "Invented Kestrel Machines"
    bare, shared = compare(left, right), compare(with_phone(left), with_phone(right, phone="84950000000"))
    assert bare.score + 2 < shared.score
    assert ("telephone", "agree", PHONE, "84950000000") in shared.explanation


def test_sisters_of_one_house_stay_two() -> None:
    """Another city is another company, though both print one telephone and one e-mail domain."""
    left, right = (with_phone(f"Invented Kestrel Trading, {city}", emails=(MAIL,)) for city in ("Moscow", "Kazan"))
    assert compare(left, right).score == compare("Invented Kestrel Trading, Moscow", "Invented Kestrel Trading, Kazan").score


def test_a_value_of_many_names_says_nothing() -> None:
    """A telephone beside 30 differently named entities is generic: the score is that of the names, and the hit says why."""
    words = [f"{first}{second}" for first in ("Kest", "Her", "Ospr", "Fal", "Mer", "Sto") for second in ("rel", "on", "ey", "lin", "ank")]
    crowd = [with_phone(f"Invented {word}") for word in words]
    asked = with_phone("Invented Kestrel Machines")
    [hit] = [one for one in Pool([*crowd, with_phone("Invented Kestrel Machine")]).ask(asked, 9, 0.0) if one.pool_id.endswith("Machine")]
    [alone] = Pool([Entity(("Invented Kestrel Machine",), id="x")]).ask(Entity(asked.names), 1, 0.0)
    assert hit.score <= alone.score
    assert any(one.comparison == "telephone, generic (weighs nothing): 30 names" for one in hit.explanation)


def test_open_domains_and_short_values_are_no_keys() -> None:
    """At a domain open to all only the same letter box meets; an extension and a bare town meet nothing."""
    ours, theirs = (contacts_in((), (), (box,)) for box in ("a.invented@gmail.com", "b.invented@gmail.com"))
    assert {one.key for one in ours}.isdisjoint(one.key for one in theirs)
    assert contacts_in(["Inventown"], ["12-34"], ["no address"]) == ()
