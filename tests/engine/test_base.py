"""Steps carry their header; values become literals."""

from __future__ import annotations

import datetime as dt

import pytest

from enduse.engine.base import Step, literal, render
from enduse.engine.duckdb import DuckDBEngine
from enduse.errors import QueryFailed


def test_values_become_literals_that_cannot_escape() -> None:
    """Quotes are doubled, dates are typed, an empty list matches nothing."""
    assert literal("x' or 1=1 --") == "'x'' or 1=1 --'"
    assert literal(dt.date(2022, 2, 24)) == "date '2022-02-24'"
    assert literal(()) == "(null)"


def test_a_missing_parameter_is_our_mistake() -> None:
    """A parameter without a value raises instead of being left in the text."""
    with pytest.raises(KeyError, match="day"):
        render("select :day", {})


def test_comments_are_not_rendered() -> None:
    """A colon in a comment is no parameter."""
    assert render("-- see :this\nselect 1", {}) == "select 1"


def test_every_step_of_the_product_has_its_header() -> None:
    """Each .sql file of a room says what it reads, what it writes, the grain and the key."""
    from importlib import resources

    found = 0
    for room in ("records", "entities", "graph", "findings", "claims"):
        for entry in resources.files(f"enduse.{room}").iterdir():
            if entry.name.endswith(".sql") and "-- Writes:" in entry.read_text(encoding="utf-8"):
                step = Step.load(f"enduse.{room}", entry.name)
                assert step.reads, step.name
                assert step.key, step.name
                found += 1
    assert found


def test_a_failed_step_is_told_with_its_sql(tmp_path: object) -> None:
    """The error carries the text that failed."""
    from pathlib import Path

    engine = DuckDBEngine(Path(str(tmp_path)))
    with pytest.raises(QueryFailed, match="no_such_table") as caught:
        engine.query("select * from no_such_table", {})
    assert "no_such_table" in caught.value.sql
