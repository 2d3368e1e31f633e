"""EU: consolidated XML and the Official Journal's annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from enduse.sources.catalog import definition_of
from tests.sources.reading import faults, rows
from tests.sources.watchlists.lists import act, read_text, said, values

XML = """<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity designationDate=""
 designationDetails="Date of listing: 15.3.2019"
 euReferenceNumber="EU.1.1" logicalId="1"><regulation publicationDate="2019-03-16" entryIntoForceDate="2019-03-17"
 numberTitle="2019/1 (OJ L1)"
 programme="UKR" logicalId="9"/><subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="Example Kestrel" strong="true"
 logicalId="2"/><nameAlias wholeName="Пример Кречет" strong="false" logicalId="3"/><nameAlias wholeName="Old Example" strong="true"
 logicalId="4">
 <remark>formerly known as</remark></nameAlias><address street="1 Example Street" city="Omsk" countryIso2Code="RU"
 countryDescription="RUSSIAN FEDERATION"
 logicalId="5"/><identification number="9900000017/ 770701001" identificationTypeCode="regnumber" countryIso2Code="00" logicalId="6"/>
 <remark>Invented.</remark></sanctionEntity></export>"""
COLUMNS: list[str] = definition_of("watchlists/eu_journal").layout["columns"]


def journal(**cells: str) -> str:
    """Return a Journal file with one row."""
    row = {
        "celex": "32014R0833",
        "recordId": "7",
        "annex": "IV",
        "measure": "Export control",
        "schema": "Company",
        "name": "Example Works",
        **cells,
    }
    return ",".join(COLUMNS) + "\n" + ",".join('"' + row.get(column, "").replace('"', '""') + '"' for column in COLUMNS) + "\n"


def test_publication_force_and_listing_stay_apart(tmp_path: Path) -> None:
    """A publication date is no listing date; the day of listing is taken only where it is stated."""
    found = act(read_text("eu_xml", tmp_path, "a.xml", XML))
    assert (found["listed_on"], found["started_on"], found["published_on"]) == ("2019-03-15", "2019-03-17", "2019-03-16")
    assert found["program"] == "UKR 2019/1 (OJ L1)"


def test_xml_names_addresses_and_glued_numbers(tmp_path: Path) -> None:
    """Strength and 'formerly known as' decide the kind of name; an INN glued to a KPP gives two numbers."""
    emit = read_text("eu_xml", tmp_path, "a.xml", XML)
    assert said(emit, "name", "alias", "weak_alias", "previous_name", "identifier", "country", "address") == [
        ("address", None, "1 Example Street, Omsk, RUSSIAN FEDERATION"),
        ("country", "address", "RU"),
        ("identifier", "INN", "9900000017"),
        ("identifier", "KPP", "770701001"),
        ("name", None, "Example Kestrel"),
        ("previous_name", None, "Old Example"),
        ("weak_alias", None, "Пример Кречет"),
    ]


def test_each_annex_is_a_list_with_its_own_measure(tmp_path: Path) -> None:
    """269/2014 Annex I freezes assets, 833/2014 Annex IV bans exports: two lists, two subjects."""
    ban = act(read_text("eu_journal", tmp_path, "a.csv", journal(startDate="16.12.2022")))
    freeze = act(read_text("eu_journal", tmp_path, "b.csv", journal(celex="32014R0269", annex="I.ENTITIES", measure="Asset freeze")))
    assert (ban["list_id"], ban["measure"], ban["started_on"], ban["listed_on"]) == (
        "eu_833_2014_annex_iv",
        "export_ban",
        "2022-12-16",
        None,
    )
    assert (freeze["list_id"], freeze["measure"]) == ("eu_269_2014_annex_i", "asset_freeze")
    assert ban["subject_id"] != freeze["subject_id"]


def test_artefacts_of_the_page_are_no_names(tmp_path: Path) -> None:
    """'Chinese:; Text of image' is cleaned from the value and kept as published."""
    emit = read_text("eu_journal", tmp_path, "a.csv", journal(alias="Chinese:; Text of image; 甲乙有限公司; Example Kestrel"))
    found = {row["value"]: row["value_as_published"] for row in rows(emit, "statements") if row["prop"] == "alias"}
    assert found == {"甲乙有限公司": "Chinese:; Text of image; 甲乙有限公司", "Example Kestrel": "Example Kestrel"}


def test_a_form_in_another_script_in_brackets_is_a_further_name(tmp_path: Path) -> None:
    """A Cyrillic form behind a Latin name, and a look-alike letter in it, are read; an abbreviation in brackets stays where it is."""
    emit = read_text("eu_journal", tmp_path, "a.csv", journal(name="Example KREСHET (Russian: Пример КPЕЧЕТ)", alias="Example Works (EW)"))
    assert values(emit, "name") == ["Example KRECHET"]
    assert values(emit, "alias") == ["Example Works (EW)", "Пример КРЕЧЕТ"]


def test_journal_numbers_keep_wrong_check_digits(tmp_path: Path) -> None:
    """A wrong number of the source stays, marked as not holding; a labelled one finds its scheme."""
    emit = read_text("eu_journal", tmp_path, "a.csv", journal(ogrnCode="1029900000010", registrationNumber="9900000017 (Tax ID/INN)"))
    found = sorted((row["scheme"], row["value"], row["valid"]) for row in rows(emit, "statements") if row["prop"] == "identifier")
    assert found == [("INN", "9900000017", True), ("OGRN", "1029900000010", False)]


@pytest.mark.parametrize("cells", [{"measure": "Travel ban"}, {"schema": "Robot"}, {"celex": "2014/512"}])
def test_unknown_categories_are_drift(tmp_path: Path, cells: dict[str, str]) -> None:
    """An unknown measure, schema or act is named with what is accepted."""
    with pytest.raises(SourceDrift, match=next(iter(cells.values()))):
        read_text("eu_journal", tmp_path, "a.csv", journal(**cells))


def test_another_header_is_drift_and_a_nameless_row_a_reject(tmp_path: Path) -> None:
    """A new column stops the file; one bad row does not."""
    with pytest.raises(SourceDrift, match="header"):
        read_text("eu_journal", tmp_path, "a.csv", journal().replace("celex,", "celex,new,"))
    assert faults(read_text("eu_journal", tmp_path, "b.csv", journal(name=""))) == {"row 2": "broken_row"}
