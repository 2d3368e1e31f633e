"""Comparing people's names: word for word, in any order, across spellings and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.entities import Compared, Entity, compare
from enduse.entities.people import person_sound, read_person


def probability(left: str, right: str) -> float:
    """Return how probable it is that two names are one person's, whichever side is asked first."""
    one, other = (compare(Entity((a,), schema="Person"), Entity((b,), schema="Person")) for a, b in ((left, right), (right, left)))
    assert one.score == pytest.approx(other.score)
    return one.probability


@pytest.mark.parametrize(
    ("left", "right"),
    [("Example, Anna B.", "Anna Beatrice Example"),
     ("Мухаммад Вымыслов", "Mohammed Vymyslov"), ("Anna Vymyslova", "Anna Ivanovna Vymyslova"),
     ("JanDaniel Invented", "Jan Daniel Invented"), ("Abd al-Aziz Inventi", "Abdul Aziz Inventi"), ("Dr. Bob Kestrel", "Robert Kestrel"),
     ("Volodymyr Inventenko", "Vladimir Inventenko"), ("虚构明", "虚构明"),
     ("Kestrel Tse-tung", "Kestrel Zedong"), ("bin Vymysel Hassan", "Hassan bin Vymysel"), ("Anna Kestrelov", "Anna Kestralav"),
     ("Senator Anna Kestrel", "Anna Kestrel")],
)  # fmt: skip
def test_one_person(left: str, right: str) -> None:
    """Order after a comma or behind bin, initials, patronymics, romanisation, words written in one, short forms, slips: one person."""
    assert probability(left, right) >= 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anna Example", "Berta Example"), ("Ivan Petrovich Vymyslov", "Ivan Borisovich Vymyslov"),
     ("Hassan Abdullah Inventi", "Hassan Abdullah Osprey"),
     ("William G. Kestrel", "William W. Kestrel"), ("Invented", "Invented Kestrel Osprey"), ("虚构明", "虚构亮"), ("A. B.", "Anna Berta"),
     ("Anna Kest", "Anna Pelt")],
)  # fmt: skip
def test_not_said_to_be_one_person(left: str, right: str) -> None:
    """One word that stands against another, or too little said: not one person."""
    assert probability(left, right) < 0.5


def test_each_word_is_told() -> None:
    """What agrees, differs and stands on one side only is told with the words that met."""
    told = compare(Entity(("Anna Maria Example",), schema="Person"), Entity(("Anna Osprey",), schema="Person")).explanation
    assert Compared("word of the name, same", "agree", "anna", "anna") in told
    assert {one.outcome for one in told} == {"agree", "differ", "unknown"}


def test_a_person_is_no_company() -> None:
    """Equal names of a person and a company are never one."""
    assert compare(Entity(("Anna Example",), schema="Person"), Entity(("Anna Example",), schema="Company")).probability < 1e-9


def test_spellings_of_one_sound() -> None:
    """Romanisations of one name sound alike."""
    assert person_sound("zelenskyy") == person_sound("zelenskij")
    assert person_sound("mohammad") == person_sound("mohamad")


@given(st.text(max_size=40))
def test_any_text_is_read(name: str) -> None:
    """No text breaks the reader, and a name with words answers to itself."""
    read = read_person(name)
    assert not read.words or probability(name, name) > 0.05


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("Xi Vymysel", "Si Vymysel", True), ("Bibi Vymyselny", "Benjamin Vymyselny", True),
     ("Oleksandr Vymyselenko", "Petro Oleksandrovych Vymyselenko", False), ("Anna bin Karl Vymysel", "Karl bin Anna Vymysel", False),
     ("Olga Vymyselova", "Oleg Vymyselov", False)],
)  # fmt: skip
def test_what_a_word_of_a_name_is(left: str, right: str, one: bool) -> None:
    """A given name is no father's name, and what stands around 'bin' has its place."""
    assert (compare(Entity((left,), schema="Person"), Entity((right,), schema="Person")).probability >= 0.5) is one
