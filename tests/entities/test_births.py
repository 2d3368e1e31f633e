"""Dates of birth beside people's names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enduse import entities
from enduse.entities import Compared, Entity, Query, compare
from enduse.entities.births import born
from enduse.entities.queries import read_queries
from tests.entities.conftest import Resolve, subject


def person(*born_on: str) -> Entity:
    """Return one and the same name with dates of birth."""
    return Entity(("Anna Maria Vymyslova",), schema="Person", birth_dates=born_on)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("1960-05-01", "1 May 1960", True), ("1960", "01/05/1960", True), ("circa 1960", "1962-03", True), ("5.1.1960", "1.5.1960", True),
     ("1960-05-01", "1984-05-01", False), ("1960", "1973", False), ("1960", "not stated", True)],
)  # fmt: skip
def test_a_generation_parts_two_of_one_name(left: str, right: str, one: bool) -> None:
    """Dates agree by the days that they admit; ten years apart are two people, and what cannot be read says nothing."""
    assert (compare(person(left), person(right)).probability >= 0.5) is one


def test_the_best_of_several_dates_counts() -> None:
    """A list that prints two dates says that either may be right."""
    assert compare(person("1960 or 1975"), person("1975-02-03")).score > compare(person("1960"), person("1975-02-03")).score


def test_a_shared_day_joins_no_two_names() -> None:
    """Twins are born on one day."""
    anna, inna = (Entity((f"{name} Vymyslova",), schema="Person", birth_dates=("1960-05-01",)) for name in ("Anna", "Inna"))
    assert compare(anna, inna).probability < 0.5


def test_both_dates_are_told() -> None:
    """The explanation holds the two dates as they were read, and how they answer to each other."""
    told = compare(person("1 May 1960"), person("1984")).explanation
    assert Compared("date of birth", "differ", "1960-05-01", "1984") in told


@pytest.mark.parametrize("text", ["", "N/D", "31.2.1960", "1982-1980", "99.99.1960", "10 October (year unknown)"])
def test_any_text_is_read(text: str) -> None:
    """What is no date is left out, and breaks nothing."""
    assert all(one.from_ <= one.until for one in born([text]))


def test_a_column_of_dates_is_asked(tmp_path: Path) -> None:
    """A CSV of names may say when people were born."""
    path = tmp_path / "names.csv"
    path.write_text("name,type,date of birth\nAnna Vymyslova,person,1.5.1960\n", encoding="utf-8")
    assert read_queries(path)[0].entity("1").born[0].from_ == dt.date(1960, 5, 1)


def test_dates_of_the_list_are_asked(resolved: Resolve) -> None:
    """Of two listed people of one name the one born on the day asked comes first, and the other is no hit."""
    listed = [
        subject(number, "Anna Maria Vymyslova", schema="Person", born=born_on) for number, born_on in (("s1", "1930"), ("s2", "1960-05-01"))
    ]
    hits = entities.screen(resolved(listed=tuple(listed)), [Query("Anna Maria Vymyslova", schema="Person", birth_date="1.5.1960")])
    assert [hit.subject_id for hit in hits] == ["s2"]
