"""FollowTheMoney in its three forms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.errors import SourceDrift
from tests.sources.reading import faults, read_file, rows
from tests.sources.watchlists.lists import act, read_text, said

COMPANY: dict[str, Any] = {
    "id": "NK-ex1",
    "schema": "Company",
    "datasets": ["us_ofac_sdn", "eu_fsf"],
    "properties": {"name": ["Example Kestrel"], "alias": ["Пример"], "registrationNumber": ["1029900000019"], "country": ["ru"]},
}
SANCTION: dict[str, Any] = {
    "id": "s1",
    "schema": "Sanction",
    "datasets": ["us_bis_entity_list"],
    "properties": {"entity": ["NK-ex1"], "program": ["EAR"], "authority": ["BIS"], "listingDate": ["2022-03-31"], "startDate": ["2022-04"]},
}
OWNERSHIP: dict[str, Any] = {
    "id": "o1",
    "schema": "Ownership",
    "datasets": ["ext"],
    "properties": {"owner": ["NK-ex2"], "asset": ["NK-ex1"], "percentage": ["51"]},
}


def lines(*entities: dict[str, Any]) -> str:
    """Return entities.ftm.json."""
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


@pytest.mark.parametrize("order", [(COMPANY, SANCTION), (SANCTION, COMPANY)])
def test_a_sanction_becomes_a_designation_of_its_entity(tmp_path: Path, order: tuple[dict[str, Any], ...]) -> None:
    """The dataset is the list and has its measure; the order of lines changes nothing."""
    found = act(read_text("ftm", tmp_path, "e.json", lines(*order)))
    assert (found["list_id"], found["measure"], found["program"], found["subject_type"]) == (
        "us_bis_entity_list",
        "export_ban",
        "EAR",
        "Company",
    )
    assert (found["listed_on"], found["started_on"]) == ("2022-03-31", "2022-04")


def test_every_version_that_holds_a_designation_is_kept(tmp_path: Path) -> None:
    """The act stands once, cited from the later file; both files are named as holding it."""
    older, newer = tmp_path / "older.json", tmp_path / "newer.json"
    older.write_text(lines(COMPANY, SANCTION), encoding="utf-8")
    newer.write_text(lines(COMPANY, SANCTION, OWNERSHIP), encoding="utf-8")
    emit = read_file("watchlists/ftm", older)
    earlier = emit.snapshot_id
    read_file("watchlists/ftm", newer, into=emit)
    assert act(emit)["snapshot_id"] == emit.snapshot_id
    held = rows(emit, "designation_snapshots")
    assert {(one["designation_id"], one["snapshot_id"]) for one in held} == {
        (act(emit)["designation_id"], snapshot) for snapshot in (earlier, emit.snapshot_id)
    }


def test_names_numbers_and_links_are_statements(tmp_path: Path) -> None:
    """A link reads from the company to its owner, and both have the ids their own lines give them."""
    emit = read_text(
        "ftm", tmp_path, "e.json", lines(COMPANY, OWNERSHIP, {**COMPANY, "id": "NK-ex2", "properties": {"name": ["Invented Holding"]}})
    )
    assert said(emit, "alias", "identifier", "link") == [
        ("alias", None, "Пример"),
        ("identifier", "OGRN", "1029900000019"),
        ("link", "owner", "51"),
    ]
    found = {row["value"]: row for row in rows(emit, "statements")}
    assert found["51"]["subject_id"] == found["Example Kestrel"]["subject_id"]
    assert found["51"]["object_id"] == found["Invented Holding"]["subject_id"]


TOPICAL: dict[str, Any] = {**COMPANY, "datasets": ["us_ofac_sdn"], "properties": {"name": ["Example Heron"], "topics": ["sanction", "poi"]}}


def test_a_topic_without_a_sanction_is_a_listing_without_programme_or_date(tmp_path: Path) -> None:
    """Whom a file calls sanctioned and gives no Sanction for is screened all the same; a note counts them."""
    emit = read_text("ftm", tmp_path, "e.json", lines(TOPICAL))
    found = act(emit)
    assert (found["list_id"], found["measure"], found["measure_as_published"]) == ("us_ofac_sdn", "asset_freeze", "topics: sanction")
    assert (found["program"], found["listed_on"], found["subject_type"]) == (None, None, "Company")
    assert emit.notes == ["1 designations rest on a topic alone, without a Sanction: programme and dates are not stated"]


@pytest.mark.parametrize("datasets", [["us_ofac_sdn"], ["us_ofac_sdn", "eu_fsf"]])
def test_a_topic_beside_a_sanction_adds_nothing(tmp_path: Path, datasets: list[str]) -> None:
    """The Sanction says it all, before or behind the entity."""
    entity = {**TOPICAL, "datasets": datasets}
    for order in ((entity, SANCTION), (SANCTION, entity)):
        emit = read_text("ftm", tmp_path, "e.json", lines(*order))
        assert (act(emit)["program"], emit.notes) == ("EAR", [])


def test_who_is_only_near_a_sanctioned_one_is_not_listed(tmp_path: Path) -> None:
    """`sanction.linked` and other topics list nobody, and neither does a registry."""
    near = {**TOPICAL, "properties": {"name": ["Example Heron"], "topics": ["sanction.linked", "role.pep"]}}
    assert rows(read_text("ftm", tmp_path, "e.json", lines(near)), "designations") == []
    path = tmp_path / "r.json"
    path.write_text(lines(TOPICAL), encoding="utf-8")
    assert rows(read_file("registries/ftm", path), "designations") == []


def test_broken_lines_are_rejected_and_unknown_schemas_drift(tmp_path: Path) -> None:
    """A line that is no entity does not stop the file; a schema that FollowTheMoney does not know does."""
    emit = read_text("ftm", tmp_path, "e.json", lines(COMPANY) + "{broken\n[1]\n")
    assert faults(emit) == {"line 2": "broken_row", "line 3": "broken_row"}
    with pytest.raises(SourceDrift, match="Robot"):
        read_text("ftm", tmp_path, "e.json", lines({**COMPANY, "schema": "Robot"}))


def test_statements_say_what_the_entities_say(tmp_path: Path) -> None:
    """The rows of a Sanction, wherever they stand, make one designation of the same subject."""
    header = "canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen\n"
    told = [
        ("s1", "entity", "Sanction", "NK-ex1"),
        ("NK-ex1", "name", "Company", "Example Kestrel"),
        ("s1", "listingDate", "Sanction", "2022-03-31"),
    ]
    text = header + "".join(f"{entity},x,{prop},t,{schema},{value},us_ofac_sdn,,,f,2023,2024\n" for entity, prop, schema, value in told)
    found = act(read_text("ftm", tmp_path, "s.csv", text))
    assert (found["measure"], found["listed_on"], found["subject_type"]) == ("asset_freeze", "2022-03-31", "Company")
    assert found["subject_id"] == act(read_text("ftm", tmp_path, "e.json", lines(COMPANY, SANCTION)))["subject_id"]
    topical = header + "".join(
        f"k,x,{prop},t,Company,{value},us_bis_meu,,,f,2023,2024\n" for prop, value in (("name", "A"), ("topics", "sanction"))
    )
    assert act(read_text("ftm", tmp_path, "t.csv", topical))["measure"] == "end_user"


def test_simple_targets_have_no_dates_and_undeclared_datasets_are_noted(tmp_path: Path) -> None:
    """A dataset without a declared measure is 'other', and a note names it."""
    header = (
        "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
        "dataset,first_seen,last_seen,last_change\n"
    )
    row = (
        'NK-ex1,Company,Example Kestrel,Пример;EK,,ru,"1 Example Street, Omsk",9900000017,An example act,,,Example Dataset,2023,2024,2024\n'
    )
    emit = read_text("ftm", tmp_path, "t.csv", header + row)
    assert said(emit, "alias", "identifier") == [("alias", None, "EK"), ("alias", None, "Пример"), ("identifier", "INN", "9900000017")]
    assert (act(emit)["measure"], act(emit)["measure_as_published"], act(emit)["listed_on"]) == ("other", "An example act", None)
    assert "Example Dataset" in emit.notes[0]


def test_another_form_is_drift(tmp_path: Path) -> None:
    """A file of none of the three forms is refused with what is accepted."""
    with pytest.raises(SourceDrift, match=r"colour.*statements"):
        read_text("ftm", tmp_path, "x.csv", "colour\nred\n")
