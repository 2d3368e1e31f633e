"""Questions ranked by what they move, and what each decision changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.engine import Engine
from enduse.engine.duckdb import DuckDBEngine
from enduse.entities import Consequence, consequences, listed_questions, questions, resolve
from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES, SHIPMENTS
from enduse.store import StageRun
from tests.entities.conftest import Resolve, mention, subject


def shipped(run: StageRun, legs: list[tuple[str, str, float | None]], names: dict[str, str | None]) -> StageRun:
    """Resolve legs (consignor, consignee, USD) between mentions of these names and countries."""
    rows = {(name, role): mention(name, names[name], role=role) for a, b, _ in legs for name, role in ((a, "consignor"), (b, "consignee"))}
    run.write(MENTIONS, list(rows.values()))
    run.write(SHIPMENTS, [{"shipment_id": f"S{at}", "value_usd": usd} for at, (_, _, usd) in enumerate(legs)])
    parties = [
        {"shipment_id": f"S{at}", "role": role, "ordinal": 1, "mention_id": rows[name, role]["mention_id"]}
        for at, leg in enumerate(legs)
        for name, role in zip(leg[:2], ("consignor", "consignee"), strict=True)
    ]
    run.write(SHIPMENT_PARTIES, parties)
    resolve(run)
    return run


LISTED = subject("s1", "Invented Kestrel Works", country="RU")
NAMES = {"Invented Kestrel Works": "RU", "Invented Heron Supply": "CN", "Invented Hedon Supply": None, "Invented Osprey": "KZ",
         "Invented Ospray": None, "Invented Merlin Trade": "TR", "Invented Kestral Works": "RU"}  # fmt: skip


def test_questions_say_what_they_move_and_the_most_comes_first(resolved: Resolve) -> None:
    """First the question about a listing, then the one about a supplier, then the one about rows only; counts and dollars are told."""
    run = shipped(
        resolved(listed=(LISTED,)),
        [
            ("Invented Heron Supply", "Invented Kestrel Works", 5.0), ("Invented Hedon Supply", "Invented Kestrel Works", 7.0),
            ("Invented Merlin Trade", "Invented Kestral Works", None), ("Invented Osprey", "Invented Merlin Trade", 100.0),
            ("Invented Ospray", "Invented Merlin Trade", 100.0), ("Invented Osprey", "Invented Merlin Trade", 100.0),
        ],
        NAMES,
    )  # fmt: skip
    told = {frozenset((one.left_name, one.right_name)): one for one in questions(run)}
    kestrel = told[frozenset(("Invented Kestrel Works", "Invented Kestral Works"))]
    heron = told[frozenset(("Invented Heron Supply", "Invented Hedon Supply"))]
    osprey = told[frozenset(("Invented Osprey", "Invented Ospray"))]
    assert kestrel.place < heron.place < osprey.place
    assert (kestrel.moves_listed, kestrel.moves_suppliers, kestrel.moves_shipments, kestrel.moves_value_usd) == (True, 1, 1, None)
    assert (heron.moves_listed, heron.moves_suppliers, heron.moves_shipments, heron.moves_value_usd) == (False, 1, 1, 5.0)
    assert (osprey.moves_suppliers, osprey.moves_shipments, osprey.moves_value_usd) == (0, 1, 100.0)
    assert heron.moves == "1 supplier of listed companies more or fewer; 1 row, 5 USD stated"


def test_who_may_be_on_a_list_is_asked_and_what_was_sent_to_them_told(resolved: Resolve) -> None:
    """Two entries bear the name: both are questions; consignees come before others; who is surely listed comes last."""
    twice = (subject("s1", "Invented Kestrel Works", country="RU"), subject("s2", "Invented Kestrel Works", country="RU"))
    run = resolved(listed=(*twice, subject("s3", "Invented Osprey", country="KZ")))
    legs: list[tuple[str, str, float | None]] = [("Invented Merlin Trade", "Invented Kestrel Works", 5.0)] * 2
    told = list(listed_questions(shipped(run, [*legs, ("Invented Merlin Trade", "Invented Osprey", 9.0)], NAMES)))
    assert [(one.name, one.subject_id, one.received, one.received_usd, one.sent) for one in told] == [
        ("Invented Kestrel Works", "s1", 2, 10.0, 0),
        ("Invented Kestrel Works", "s2", 2, 10.0, 0),
    ]
    assert "2 entries of this list bear the name" in told[0].evidence
    assert told[0].moves == "received 2 rows, 10 USD stated"


def test_rows_that_another_row_stands_for_move_nothing(resolved: Resolve) -> None:
    """A row that is not counted is in no question's rows and dollars."""
    run = resolved(listed=(LISTED,))
    shipped(
        run, [("Invented Heron Supply", "Invented Kestral Works", 5.0), ("Invented Heron Supply", "Invented Kestrel Works", 5.0)], NAMES
    )
    run.write(SHIPMENTS, [{"shipment_id": f"S{at}", "value_usd": 5.0, "counted": at == 1} for at in range(2)])
    resolve(run)
    assert [(one.moves_shipments, one.moves_value_usd) for one in questions(run)] == [(0, None)]


def opened(folder: Path) -> Engine:
    """Open an engine in a folder."""
    return DuckDBEngine(folder)


def told(run: StageRun) -> list[Consequence]:
    """Return the consequences of the decisions of a workspace."""
    return list(consequences(run, opened))


FIRST, SECOND = mention("Invented Kestrel Works", "RU"), mention("Invented Kestrel Branch", "KZ")
SAID = "an analyst,2024-05-01,registry extract\n"


def test_a_merge_shows_what_it_joined_and_which_listings_it_brought(resolved: Resolve) -> None:
    """Judged the same: two companies are one, and the second now answers to the list that the first is on."""
    line = f"{FIRST['mention_id']},{SECOND['mention_id']},same,{SAID}"
    [one] = told(resolved(FIRST, SECOND, listed=(LISTED,), judgements=line))
    assert one.effect == "merged"
    assert one.merged == (("Invented Kestrel Branch", "Invented Kestrel Works"),)
    assert one.listed_gained == (("Invented Kestrel Branch", "s1"),)


def test_a_decision_about_a_listing_shows_the_match_lost(resolved: Resolve) -> None:
    """Judged another than the listed subject: the match that the names alone would give is told as lost."""
    [one] = told(resolved(FIRST, listed=(LISTED,), judgements=f"{FIRST['mention_id']},s1,different,{SAID}"))
    assert (one.listed_lost, one.words) == ((("Invented Kestrel Works", "s1"),), ["listed match lost: Invented Kestrel Works = s1"])


def test_different_shows_what_it_kept_apart_and_settled(resolved: Resolve) -> None:
    """Judged two: what equal names would make one is two; and a question between like names is settled."""
    twin = mention("Invented Kestrel Works", "RU", role="consignor")
    [one] = told(resolved(FIRST, twin, judgements=f"{FIRST['mention_id']},{twin['mention_id']},different,{SAID}"))
    assert one.parted == (("Invented Kestrel Works", "Invented Kestrel Works"),)
    like = mention("Invented Kestral Works", "RU")
    [one] = told(resolved(FIRST, like, judgements=f"{FIRST['mention_id']},{like['mention_id']},different,{SAID}"))
    assert one.questions_settled == (("Invented Kestral Works", "Invented Kestrel Works"),)


@pytest.mark.parametrize(
    ("left", "right", "effect"),
    [("name-0123", "s1", "held for names in articles"), ("name-0123", "E-unknown", "id not in this workspace"),
     ("N-0123", "s1", "held for screening"), ("E-unknown", "s1", "id not in this workspace")],
)  # fmt: skip
def test_names_of_articles_and_screenings_are_no_unknown_ids(resolved: Resolve, left: str, right: str, effect: str) -> None:
    """A decision about a name that articles or screenings print is held for them; an unknown id is told."""
    [one] = told(resolved(FIRST, listed=(LISTED,), judgements=f"{left},{right},same,{SAID}"))
    assert (one.effect, one.words) == (effect, ["nothing else changed"])
