"""Claims of ties and seats: registries as of their date, chains of owners, questions of identity."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.model import TABLES
from enduse.store import StageRun
from tests.claims.desks import EXAMPLE, KESTREL, OTHER, prepare, register, verdict

HOLDING, PERSON = "Invented Holding", "Orla Inventova"


def linked(relation: str = "owner", by: str = HOLDING, as_of: str | None = None) -> dict[str, Any]:
    """Return a proposition that Example Trading is tied to another."""
    return {"linked": {"company": EXAMPLE, "by": by, "relation": relation, **({"as_of": as_of} if as_of else {})}}


@pytest.mark.parametrize(
    ("relation", "as_of", "word", "reason"),
    [
        ("owner", None, "supported", "rows_agree"),
        ("any", None, "supported", "rows_agree"),
        ("parent", None, "supported", "rows_agree"),
        ("director", None, "not_decidable", "tie_open"),
        ("owner", "2023-06", "supported", "rows_agree"),
        ("owner", "2023-06-02", "partly_supported", "older_list"),
        ("owner", "2022", "partly_supported", "date_open"),
    ],
)
def test_a_registered_owner(desk: StageRun, relation: str, as_of: str | None, word: str, reason: str) -> None:
    """The registry of 1 June 2023 names the owner: supported for that day, in part for others, undecided for another kind of tie."""
    found = verdict(register(prepare(desk), (EXAMPLE, "owner", HOLDING)), linked(relation, as_of=as_of))
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_two_registries_enclose_a_day(desk: StageRun) -> None:
    """Stated before the day and after it: supported, both statements cited."""
    register(prepare(desk), (EXAMPLE, "owner", HOLDING), as_of="2022-01-01")
    found = verdict(register(desk, (EXAMPLE, "owner", HOLDING)), linked(as_of="2022-09-09"))
    assert (found.verdict, len(found.rows)) == ("supported", 2)


def test_two_kinds_of_ties_do_not_enclose_a_day(desk: StageRun) -> None:
    """An owner stated before the day and a director stated after it: neither tie is shown for the day."""
    register(prepare(desk), (EXAMPLE, "owner", HOLDING), as_of="2022-01-01")
    register(desk, (EXAMPLE, "director", HOLDING), as_of="2023-06-01")
    found = verdict(desk, linked("any", as_of="2022-09-09"))
    assert (found.verdict, found.reason) == ("partly_supported", "date_open"), found.explanation


def test_owners_of_owners(desk: StageRun) -> None:
    """A parent through a company between is supported with both statements; as owner it is not."""
    register(prepare(desk), (EXAMPLE, "owner", "Invented Middle"), ("Invented Middle", "owner", HOLDING))
    assert (verdict(desk, linked("parent")).verdict, len(verdict(desk, linked("parent")).rows)) == ("supported", 2)
    assert verdict(desk, linked("owner")).verdict == "not_decidable"


def test_owners_of_owners_stated_before_and_after_the_day(desk: StageRun) -> None:
    """Each tie of the chain stands in both files around the day: supported, and every statement cited."""
    for day in ("2022-01-01", "2023-06-01"):
        register(desk if desk.has("statements") else prepare(desk), (EXAMPLE, "owner", "Invented Middle"), as_of=day)
        register(desk, ("Invented Middle", "owner", HOLDING), as_of=day)
    found = verdict(desk, linked("parent", as_of="2022-09-09"))
    assert (found.verdict, len(found.rows)) == ("supported", 4), found.explanation
    assert verdict(desk, linked("parent", as_of="2021-01-01")).reason == "date_open"


@pytest.mark.parametrize(
    ("until", "as_of", "reason"), [("until 2022-05-01", None, "ended"), ("until 2022-05-01", "2022-01-01", "date_open")]
)
def test_a_tie_that_ended(desk: StageRun, until: str, as_of: str | None, reason: str) -> None:
    """An end that the registry states counts from that day on."""
    assert verdict(register(prepare(desk), (EXAMPLE, "owner", HOLDING), value=until), linked(as_of=as_of)).reason == reason


def test_the_other_way_round(desk: StageRun) -> None:
    """That the company owns the other shows nothing of the other owning it."""
    found = verdict(register(prepare(desk), (HOLDING, "owner", EXAMPLE)), linked())
    assert (found.verdict, found.reason) == ("not_decidable", "tie_open")


def test_two_bearers_of_a_name_are_a_question(desk: StageRun) -> None:
    """Two subjects of one registry bear the owner's name: which is meant is open."""
    register(prepare(desk), (EXAMPLE, "owner", HOLDING))
    rows = desk.read("statements").to_pylist()
    twin = {"statement_id": "twin", "subject_id": "r twin", "snapshot_id": "x", "prop": "name", "value": HOLDING, "list_id": "register"}
    desk.write(TABLES["statements"], [*rows, twin])
    assert (verdict(desk, linked()).verdict, verdict(desk, linked()).reason) == ("not_decidable", "identity_open")


def test_an_open_match_is_a_question(desk: StageRun) -> None:
    """The owner is stated for a subject that only may be the company: not decidable, and the reason says so."""
    register(prepare(desk), (OTHER, "owner", HOLDING))
    desk.write(TABLES["listed_matches"], [{"entity_id": EXAMPLE, "subject_id": f"r {OTHER}", "list_id": "register", "grade": "possible"}])
    assert (verdict(desk, linked()).verdict, verdict(desk, linked()).reason) == ("not_decidable", "identity_open")


def test_a_tie_not_found_contradicts_nothing(desk: StageRun) -> None:
    """A registry without the tie, and no registry at all, decide nothing; a denial of what a dated one states is contradicted."""
    assert verdict(prepare(desk), linked()).reason == "list_not_loaded"
    register(desk, (EXAMPLE, "director", PERSON))
    assert verdict(desk, linked()).reason == "unknown_company"
    assert verdict(desk, linked(by=PERSON)).reason == "tie_open"
    denied = verdict(desk, linked("director", PERSON, "2023"), stance="denied")
    assert verdict(desk, linked("director", PERSON), stance="denied").verdict == "not_decidable"
    assert (denied.verdict, denied.reason, {one.kind for one in denied.rows}) == ("contradicted", "denied_and_shown", {"statement"})


def test_an_undated_registry_contradicts_no_denial(desk: StageRun) -> None:
    """Without a date of the registry the denial stays open."""
    found = verdict(register(prepare(desk), (EXAMPLE, "owner", HOLDING), as_of=None), linked(as_of="2023"), stance="denied")
    assert (found.verdict, found.reason) == ("not_decidable", "rows_against_denial")


@pytest.mark.parametrize(("sure", "reason"), [(EXAMPLE, "rows_agree"), (OTHER, "identity_open")])
def test_acting_for_another(desk: StageRun, sure: str, reason: str) -> None:
    """A printed 'on behalf of' supports; of a company that only may be the one named it decides nothing."""
    prepare(desk, [{}], maybe_same=[(EXAMPLE, OTHER)])
    desk.write(TABLES["links"], [{"link_id": "l", "kind": "acts_for", "left_id": sure, "right_id": KESTREL, "cited": "s0"}])
    assert verdict(desk, linked("acts_for", KESTREL)).reason == reason


@pytest.mark.parametrize(
    ("country", "word", "reason"),
    [("KZ", "partly_supported", "weak_source"), ("AE", "supported", "rows_agree"), ("TR", "not_decidable", "stated_elsewhere")],
)
def test_a_seat(desk: StageRun, country: str, word: str, reason: str) -> None:
    """A registry's country supports, a printed one in part, another one contradicts nothing."""
    register(prepare(desk, [{}]), (EXAMPLE, "owner", HOLDING))
    rows = desk.read("statements").to_pylist()
    seat = {
        "statement_id": "seat",
        "subject_id": f"r {EXAMPLE}",
        "snapshot_id": "x",
        "prop": "country",
        "value": "AE",
        "list_id": "register",
    }
    desk.write(TABLES["statements"], [*rows, seat])
    found = verdict(desk, {"based": {"company": EXAMPLE, "country": country}})
    assert (found.verdict, found.reason) == (word, reason), found.explanation
