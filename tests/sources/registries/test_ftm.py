"""Companies, owners and directors from FollowTheMoney JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sources.reading import faults, read_file, rows

COMPANY = {
    "id": "c1", "schema": "Company",
    "properties": {"name": ["Invented Kestrel Works"], "previousName": ["Пример Старый"], "innCode": ["9900000017"], "jurisdiction": ["ru"],
                   "address": ["1 Invented Road"], "incorporationDate": ["2010-02"]},
}  # fmt: skip
OWNER = {"id": "p1", "schema": "Person", "properties": {"name": ["Example Person"], "nationality": ["by"]}}
OWNERSHIP = {
    "id": "o1",
    "schema": "Ownership",
    "properties": {"owner": ["p1"], "asset": ["c1"], "percentage": ["51"], "startDate": ["2019"]},
}


def _lines(folder: Path, *entities: Any) -> Path:
    path = folder / "entities.ftm.json"
    path.write_text("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in entities), encoding="utf-8")
    return path


def test_a_company_states_names_numbers_countries_and_days(tmp_path: Path) -> None:
    """Each value is one statement in our words; identifiers carry scheme and check digits, countries their code."""
    found = rows(read_file("registries/ftm", _lines(tmp_path, COMPANY)), "statements")
    said = {(row["prop"], row["scheme"], row["value"], row["valid"]) for row in found}
    assert said == {
        ("name", None, "Invented Kestrel Works", None), ("previous_name", None, "Пример Старый", None),
        ("identifier", "INN", "9900000017", True),
        ("country", "jurisdiction", "RU", None), ("address", None, "1 Invented Road", None), ("date", "incorporation", "2010-02", None),
    }  # fmt: skip


def test_an_ownership_links_two_subjects(tmp_path: Path) -> None:
    """The link stands on the company and points at its owner, whatever the order of the lines."""
    for order in ((OWNERSHIP, COMPANY, OWNER), (OWNER, COMPANY, OWNERSHIP)):
        found = rows(read_file("registries/ftm", _lines(tmp_path, *order)), "statements")
        by_name = {row["value"]: row["subject_id"] for row in found if row["prop"] == "name"}
        (link,) = [row for row in found if row["prop"] == "link"]
        assert (link["subject_id"], link["object_id"]) == (by_name["Invented Kestrel Works"], by_name["Example Person"])
        assert (link["scheme"], link["value"]) == ("owner", "51")


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}', '{"id": "x", "schema": "Company", "properties": []}', "[" * 100_000])
def test_a_line_that_is_no_entity_is_rejected(tmp_path: Path, line: str) -> None:
    """Broken JSON, a missing id or schema: rejected with the line's number, the others read."""
    emit = read_file("registries/ftm", _lines(tmp_path, COMPANY, line, OWNER))
    assert faults(emit) == {"line 2": "broken_row"}
    assert {row["value"] for row in rows(emit, "statements") if row["prop"] == "name"} == {"Invented Kestrel Works", "Example Person"}


def test_a_register_designates_nobody(tmp_path: Path) -> None:
    """A Sanction entity makes no designation here."""
    sanction = {"id": "s", "schema": "Sanction", "properties": {"entity": ["c1"], "program": ["Invented"]}}
    emit = read_file("registries/ftm", _lines(tmp_path, sanction, COMPANY))
    assert emit.counts["designations"] == 0
