"""Finding companies by what people write, and counting them with their doubts."""

from __future__ import annotations

import pytest

from enduse.entities import count_bounds, describe, find, may_be
from enduse.errors import AmbiguousName, StageNotRun, UnknownName
from enduse.model.companies import ENTITY_MENTIONS, JUDGEMENTS, MENTION_IDENTIFIERS, POSSIBLE_MATCHES
from enduse.store import StageRun
from tests.entities.conftest import Resolve, mention, subject

INN = "9900000017"
LISTED = subject("s1", "Invented Kestrel Works LLC", identifiers=[("INN", INN)])


def test_every_way_of_naming_finds_the_company(resolved: Resolve) -> None:
    """Entity id, mention id, listed subject, tax number, printed name in any case and another spelling lead to one entity."""
    one = mention("Invented Kestrel Works", "RU", INN)
    run = resolved(one, mention("Invented Osprey", "RU"), listed=(LISTED,))
    [entity] = find(run, "Invented Kestrel Works")
    for way in (entity, one["mention_id"], "s1", INN, "invented  KESTREL works", "ООО Kestrel Works Invented"):
        assert find(run, way) == [entity]


def test_unknown_name_suggests_the_nearest(resolved: Resolve) -> None:
    """A misspelt name raises with names that the workspace holds."""
    with pytest.raises(UnknownName) as raised:
        find(resolved(mention("Invented Kestrel Works"), mention("A")), "Invented Kestral Work")
    assert raised.value.suggestions == ("Invented Kestrel Works",)


def test_name_of_two_entities_is_ambiguous(resolved: Resolve) -> None:
    """A name that two entities bear is not answered by chance: both ids are told."""
    run = resolved(mention("Invented Kestrel", "CN"), mention("Invented Kestrel", "KZ"))
    with pytest.raises(AmbiguousName) as raised:
        find(run, "Invented Kestrel")
    assert len(raised.value.candidates) == 2


def test_card_sorts_names_by_use(resolved: Resolve) -> None:
    """A card lists all printed names, the commonest first, and the listings with their grade."""
    run = resolved(mention("Вымысел", "RU", INN, shipments=2), mention("Vymysel Invented", "RU", INN, shipments=5), listed=(LISTED,))
    [card] = describe(run, find(run, INN)).values()
    assert (card.names, card.country, card.listings) == (("Vymysel Invented", "Вымысел"), "RU", (("s1", "invented_list", "confirmed"),))


def test_count_is_an_interval_over_open_questions(resolved: Resolve) -> None:
    """Five importers of which two are spellings that may be one: four to five."""
    names = ("PT Electronic", "PT Elektronik", "Invented Alder", "Invented Birch", "Invented Osprey")
    run = resolved(*(mention(name, "RU") for name in names))
    assert count_bounds(run, run.read("entities")["entity_id"].to_pylist()) == (4, 5)
    assert count_bounds(run, []) == (0, 0)


def test_question_before_the_stage_is_told(desk: StageRun) -> None:
    """Asking before `resolve` has run says which table is missing."""
    with pytest.raises(StageNotRun):
        find(desk, "Invented Kestrel")


def laid(desk: StageRun, *pairs: tuple[str, str], inn: dict[str, str] | None = None, apart: tuple[tuple[str, str], ...] = ()) -> StageRun:
    """Write open questions between entities A, B, C ..., their tax numbers, and what a person judged different."""
    desk.write(POSSIBLE_MATCHES, [{"left_entity_id": left, "right_entity_id": right} for left, right in pairs])
    desk.write(ENTITY_MENTIONS, [{"mention_id": f"m{one}", "entity_id": one} for one in "ABCD"])
    numbers = [{"mention_id": f"m{one}", "scheme": "INN", "value": value, "valid": True} for one, value in (inn or {}).items()]
    desk.write(MENTION_IDENTIFIERS, numbers)
    desk.write(JUDGEMENTS, [{"left_id": left, "right_id": right, "judgement": "different"} for left, right in apart])
    return desk


def test_who_may_be_whom_goes_over_several_questions(desk: StageRun) -> None:
    """B may be A and C; then C may be A, but not over B where B is known to be another company."""
    run = laid(desk, ("A", "B"), ("B", "C"))
    assert may_be(run, ["A", "D"]) == {"A": ("B", "C")}
    assert may_be(run, ["A"], apart_from=["B"]) == {}
    assert may_be(run, []) == {}


def test_who_has_another_number_is_nobody_else(desk: StageRun) -> None:
    """B prints no number and may be A or C, whose numbers differ: C is not A, and nobody beyond C is."""
    run = laid(desk, ("A", "B"), ("B", "C"), ("C", "D"), inn={"A": INN, "C": "9900000024"})
    assert may_be(run, ["A"]) == {"A": ("B",)}


def test_who_was_judged_another_is_nobody_else(desk: StageRun) -> None:
    """A person's word on a mention or an entity holds for every way."""
    run = laid(desk, ("A", "B"), ("B", "C"), apart=(("mA", "C"),))
    assert may_be(run, ["A", "C"]) == {"A": ("B",), "C": ("B",)}


def test_companies_count_as_one_over_a_third(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """A and C may each be B: at least one company where B is one of them, two where the numbers of A and C differ."""
    monkeypatch.setattr("enduse.entities.lookup._NEEDED", ("possible_matches",))
    assert count_bounds(laid(desk, ("A", "B"), ("B", "C")), ["A", "C"]) == (1, 2)
    assert count_bounds(laid(desk, ("A", "B"), ("B", "C"), inn={"A": INN, "C": "9900000024"}), ["A", "C"]) == (2, 2)
