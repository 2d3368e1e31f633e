"""Linking a table with a table: who answers better takes it."""

from __future__ import annotations

import random
from dataclasses import replace

from enduse.entities import Entity, Match, Pool, link, match


def listed(source: str, **names: str) -> list[Entity]:
    """Return entities of one list, their names parted by semicolons."""
    return [Entity(tuple(text.split("; ")), id=key, source=source) for key, text in names.items()]


def pairs(hits: list[Match]) -> set[tuple[str, str]]:
    """Return who answers whom."""
    return {(hit.query_id, hit.pool_id) for hit in hits}


ASKED = listed("one", a="JSC Vymyslond", b="Vymyslond-TM LLC")
POOL = listed("other", x="AO Vymyslond", y="OOO Vymyslond-TM")


def test_a_better_answer_takes_it() -> None:
    """Alone each of two names alike answers for both; linked each answers for its own, and the explanation says who took it."""
    assert len(pairs(match(ASKED, POOL))) > 2
    assert pairs(link(ASKED, POOL)) == {("a", "x"), ("b", "y")}
    [lost] = [hit for hit in link(ASKED[:1], POOL, threshold=0.01) if hit.pool_id == "y"]
    assert (lost.explanation[-1].comparison, lost.explanation[-1].right) == ("another is a better answer", "AO Vymyslond")


def test_the_one_who_asks_better_takes_it() -> None:
    """An entity of the pool goes to the query it answers best, though the other query has no other answer."""
    assert pairs(link(ASKED, POOL[:1])) == {("a", "x")}


def test_names_of_one_company_take_nothing_from_each_other() -> None:
    """A company that stands twice under names alike is found twice."""
    twice = listed("other", x="AO Vymyslond", z="Vymyslond, Joint Stock Company")
    assert pairs(link(ASKED[:1], twice)) == {("a", "x"), ("a", "z")}


def test_of_namesakes_the_legal_form_decides() -> None:
    """Of two entries of one list that differ in their form, the one of the form asked for; of two lists both may be meant."""
    namesakes = ("OOO Foreign Kestrel Association", "OAO Foreign Kestrel Association")
    asked = listed("one", a=namesakes[0])
    assert pairs(link(asked, listed("other", x=namesakes[0], y=namesakes[1]))) == {("a", "x")}
    assert len(link(asked, [*listed("other", x=namesakes[0]), *listed("third", y=namesakes[1])])) == 2


def test_a_shared_number_makes_namesakes_one() -> None:
    """Two entries with one number are one company whatever their form."""
    number = ("INN 9900000017",)
    pool = [Entity((f"{form} Foreign Kestrel Association",), (), number, form, source="other") for form in ("OOO", "OAO")]
    assert len(link(listed("one", a="OOO Foreign Kestrel Association"), pool)) == 2


def test_a_stray_alias_does_not_outweigh_the_names() -> None:
    """An answer under one alias of many takes nothing from an answer under all names."""
    asked = listed("one", a="JSC Zimorod; NPO Vymysel Unmanned Aircraft")
    pool = listed("other", x="Kestrel Aviation Works; Works of Kestrel Planes; NPO Vymysel Unmanned Aircraft", y="Zimorod JSC")
    assert pairs(link(asked, pool)) == {("a", "x"), ("a", "y")}


def test_a_table_is_linked_with_itself() -> None:
    """No entity answers itself; what only one of two asks finds is told for both."""
    table = [*listed("one", a="JSC Vymyslond"), *listed("two", x="AO Vymyslond", y="Unlike Anything")]
    assert pairs(link(table, Pool(table))) == {("a", "x"), ("x", "a")}


def test_no_order_matters() -> None:
    """The tables in another order give the same hits."""
    shuffled = [random.Random(3).sample(one, len(one)) for one in (ASKED, POOL)]
    found = [sorted(map(str, link(asked, pool, threshold=0.0))) for asked, pool in ((ASKED, POOL), (shuffled[0], shuffled[1]))]
    assert found[0] == found[1]


def test_of_one_list_the_entry_under_far_more_names_is_meant() -> None:
    """An alias that two entries of a list share is an answer for the one whose other names answer too; of two lists for both."""
    asked = listed("one", a="Vymysel Brigade of Samara; Vymysel Fighters of Samara; Sons of Kestrelov")
    own, other = listed(
        "two",
        x="Vymysel Brigade of Samara; Vymysel Samara Fighters; Sons of Kestrelov",
        y="Vymysel Brigade of Perm; Old Perm Guard; Sons of Kestrelov",
    )
    assert pairs(match(asked, [own, other])) == {("a", "x"), ("a", "y")}
    assert pairs(link(asked, [own, other])) == {("a", "x")}
    assert len(link(asked, [own, replace(other, source="three")])) == 2


def test_a_sure_answer_is_lost_in_its_own_list_only() -> None:
    """Two lists may print one company under two of its names; of one list only the better entry is meant."""
    asked = listed("one", a="Vymysel Production Complex; Samara Design Bureau Zimorod")
    own, other = listed("two", x="Vymysel Production Complex", y="Samara Design Bureau Zimorod")
    assert pairs(link(asked, [own, other])) == {("a", "y")}
    assert pairs(link(asked, [replace(own, source="three"), other])) == {("a", "x"), ("a", "y")}
