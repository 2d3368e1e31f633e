"""OFAC's four forms: native CSV trio, XML, repackaged JSON and CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from tests.sources.reading import faults, rows
from tests.sources.watchlists.lists import act, read_text, said, values

SDN = (
    '9001,"EXAMPLE KESTREL WORKS",-0- ,"RUSSIA-EO14024] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"a.k.a. 'KESTREL; SONS'; Tax ID No. 9900000017 (Russia); Registration Number 1029900000010 (Russia); "
    'Organization Established Date 17 Dec 2016; Linked To: EXAMPLE HOLDING; all offices worldwide."\r\n\x1a'
)
XML = """<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>03/10/2021</Publish_Date>
<Record_Count>2</Record_Count></publshInformation><sdnEntry><uid>9001</uid><lastName>EXAMPLE</lastName><firstName>Ann</firstName>
<sdnType>Individual</sdnType><remarks>(Linked To: EXAMPLE WORKS)</remarks><programList>
<program>SDGT</program></programList><idList><id><uid>1</uid>
<idType>Passport</idType><idNumber>A123</idNumber><idCountry>Panama</idCountry></id></idList><akaList><aka><uid>2</uid><type>a.k.a.</type>
<category>weak</category><lastName>ANNIE</lastName></aka></akaList></sdnEntry></sdnList>"""


def test_sdn_rows_become_one_designation_for_each_programme(tmp_path: Path) -> None:
    """'A] [B' names two programmes; the SDN list freezes assets and prints no date."""
    found = rows(read_text("ofac_csv", tmp_path, "sdn.csv", SDN), "designations")
    assert sorted(row["program"] for row in found) == ["RUSSIA-EO14024", "SDGT"]
    assert {(row["list_id"], row["measure"], row["listed_on"]) for row in found} == {("us_ofac_sdn", "asset_freeze", None)}


def test_remarks_become_statements_and_the_rest_a_note(tmp_path: Path) -> None:
    """Identifiers, dates, links and quoted names are read from prose; what no lead word explains is kept as a note."""
    emit = read_text("ofac_csv", tmp_path, "sdn.csv", SDN)
    assert said(emit, "identifier", "date", "link", "weak_alias", "note") == [
        ("date", "incorporation", "2016-12-17"),
        ("identifier", "INN", "9900000017"),
        ("identifier", "OGRN", "1029900000010"),
        ("link", "linked_to", "EXAMPLE HOLDING"),
        ("note", None, "all offices worldwide"),
        ("weak_alias", None, "KESTREL; SONS"),
    ]
    assert [row["valid"] for row in rows(emit, "statements") if row["scheme"] == "OGRN"] == [False]


def test_alternate_names_and_addresses_join_by_entry_number(tmp_path: Path) -> None:
    """ALT and ADD, read as their own inputs, give statements of the same subject; '-0-' says nothing."""
    subject = {row["subject_id"] for row in rows(read_text("ofac_csv", tmp_path, "sdn.csv", SDN), "designations")}
    names = read_text("ofac_csv", tmp_path, "alt.csv", '9001,1,"fka","EXAMPLE OLD NAME",-0- \r\n9001,2,"aka","EXAMPLE",-0- \r\n\x1a')
    places = read_text(
        "ofac_csv", tmp_path, "add.csv", '9001,1,"1 Example Street","Omsk 1","Russia",-0- \r\n9001,2,-0- ,-0- ,"Russia",-0- \r\n\x1a'
    )
    assert said(names) == [("alias", None, "EXAMPLE"), ("previous_name", None, "EXAMPLE OLD NAME")]
    assert values(places, "address") == ["1 Example Street, Omsk 1, Russia"]
    assert {row["subject_id"] for emit in (names, places) for row in rows(emit, "statements")} == subject


def test_non_sdn_files_are_another_list_with_measures_by_programme(tmp_path: Path) -> None:
    """Listing and effective dates of a programme go to its own designation, each in its own column."""
    dates = "Listing Date (CMIC) 03 Jun 2021; Effective Date (CMIC) 02 Aug 2021."
    line = f'9002,"EXAMPLE CO",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{dates}"'
    found = act(read_text("ofac_csv", tmp_path, "cons_prim.csv", line))
    assert (found["list_id"], found["measure"], found["listed_on"], found["started_on"], found["published_on"]) == (
        "us_ofac_cons",
        "investment_ban",
        "2021-06-03",
        "2021-08-02",
        None,
    )


def test_unknown_programme_type_and_layout_are_drift(tmp_path: Path) -> None:
    """The message names what was met and what is accepted; nothing is published."""
    row = '9002,"EXAMPLE",-0- ,"NEW-EO1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
    with pytest.raises(SourceDrift, match=r"NEW-EO1.*CMIC-EO13959"):
        read_text("ofac_csv", tmp_path, "cons_prim.csv", row)
    with pytest.raises(SourceDrift, match=r"robot.*vessel"):
        read_text("ofac_csv", tmp_path, "sdn.csv", row.replace("-0- ", '"robot"', 1))
    with pytest.raises(SourceDrift, match=r"3 columns.*12 \(SDN\)"):
        read_text("ofac_csv", tmp_path, "sdn.csv", "1,2,3")


def test_a_broken_row_is_rejected_with_its_place(tmp_path: Path) -> None:
    """A row of another width does not stop the file."""
    emit = read_text("ofac_csv", tmp_path, "sdn.csv", SDN.replace("\x1a", '9009,"CUT"\r\n'))
    assert faults(emit) == {"row 2": "broken_row"}
    assert values(emit, "name") == ["EXAMPLE KESTREL WORKS"]


def test_xml_entry_says_what_the_csv_says(tmp_path: Path) -> None:
    """Names are 'SURNAME, Given' as published, weak names are weak, ids are those of the CSV, a cut file is noted."""
    emit = read_text("ofac_xml", tmp_path, "sdn.xml", XML)
    assert said(emit, "name", "weak_alias", "identifier", "link") == [
        ("identifier", "PASSPORT", "A123"),
        ("link", "linked_to", "EXAMPLE WORKS"),
        ("name", None, "EXAMPLE, Ann"),
        ("weak_alias", None, "ANNIE"),
    ]
    native = read_text("ofac_csv", tmp_path, "alt.csv", '9001,1,"aka","X",-0- ')
    assert act(emit)["subject_id"] == rows(native, "statements")[0]["subject_id"]
    assert any("says 2 entries and holds 1" in note for note in emit.notes)


def test_repackaged_json_and_csv_give_the_same_statements(tmp_path: Path) -> None:
    """The two packagings of one list agree, and join OFAC's own files."""
    entry = '{"uid": 9001, "name": "EXAMPLE", "type": "entity", "programs": ["SDGT", "IRAN"], "alternateNames": ["KESTREL"]}'
    one = read_text("ofac_json", tmp_path, "a.json", f'{{"entries": [{entry}]}}')
    two = read_text("ofac_json", tmp_path, "a.csv", "uid,name,type,programs,alternate_names\n9001,EXAMPLE,entity,SDGT; IRAN,KESTREL\n")
    assert said(one) == said(two) == [("alias", None, "KESTREL"), ("name", None, "EXAMPLE")]
    assert {row["designation_id"] for row in rows(one, "designations")} == {row["designation_id"] for row in rows(two, "designations")}


def test_unknown_json_key_is_drift(tmp_path: Path) -> None:
    """A new column is named, not ignored."""
    with pytest.raises(SourceDrift, match="unknown column 'colour'"):
        read_text("ofac_json", tmp_path, "a.json", '{"entries": [{"uid": 1, "name": "EXAMPLE", "type": "entity", "colour": "red"}]}')


def test_a_file_cut_inside_a_quoted_cell_says_so(tmp_path: Path) -> None:
    """The last row goes to rejects with the reason; what stands before it is read."""
    emit = read_text("ofac_csv", tmp_path, "alt.csv", '9001,1,"aka","EXAMPLE",-0- \r\n9001,2,"aka","EXAMPLE OLD NA')
    assert (values(emit, "alias"), faults(emit)) == (["EXAMPLE"], {"row 2": "broken_row"})
    assert "probably cut" in rows(emit, "rejects")[0]["detail"]
