"""The UK tables and the UN list."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from tests.sources.reading import faults, rows
from tests.sources.watchlists.lists import act, read_text, said, values

SUBJECTS = (
    "unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated\nEXA0001,entity,,12,03/04/2022,01/01/2024\n"
)
IDENTIFIERS = "id,unique_id,ofsi_group_id,raw_value,identifier_type,additional_info\n"
NAMES = "name_id,unique_id,name_type,alias_strength,full_name,name_6,name_1,name_2,name_3,name_4,name_5\n"
COUNTRIES = "id,unique_id,raw_value,country_type,iso,resolution_method,iso_available\n"
UN = """<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>EXAMPLE KESTREL</FIRST_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.999 </REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON><COMMENTS1>Invented.</COMMENTS1>
<NAME_ORIGINAL_SCRIPT>예시</NAME_ORIGINAL_SCRIPT>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD EXAMPLE</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ALIAS><QUALITY>Low</QUALITY>
<ALIAS_NAME>EK; Kestrel</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS>
<CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY>
</ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


def test_uk_dates_are_day_first_and_ships_are_not_frozen(tmp_path: Path) -> None:
    """03/04/2022 is the third of April; a specified ship is under another measure."""
    found = act(read_text("uk_tables", tmp_path, "subjects.csv", SUBJECTS))
    assert (found["listed_on"], found["measure"], found["subject_type"]) == ("2022-04-03", "asset_freeze", "Organization")
    assert act(read_text("uk_tables", tmp_path, "subjects.csv", SUBJECTS.replace("entity", "ship")))["measure"] == "other"


def test_uk_impossible_date_is_rejected_and_not_guessed(tmp_path: Path) -> None:
    """Month 13 is no date: the designation stands without one, the cell goes to rejects."""
    emit = read_text("uk_tables", tmp_path, "subjects.csv", SUBJECTS.replace("03/04/2022", "03/13/2022"))
    assert act(emit)["listed_on"] is None
    assert faults(emit) == {"row 2 date_designated": "ambiguous_date"}


def test_uk_repeated_identifiers_stand_once_and_check_digits_decide(tmp_path: Path) -> None:
    """OGRN, INN and KPP under one type are told apart; a leading apostrophe is no part of a number."""
    text = IDENTIFIERS + "".join(
        f"{number},EXA0001,12,{value},business_registration_numbers,\n"
        for number, value in enumerate(["1029900000019", "1029900000019", "INN: 9900000017 KPP: 770701001", "'0012345678"])
    )
    assert said(read_text("uk_tables", tmp_path, "i.csv", text)) == [
        ("identifier", "INN", "9900000017"),
        ("identifier", "KPP", "770701001"),
        ("identifier", "OGRN", "1029900000019"),
        ("identifier", "TAX_ID", "0012345678"),
    ]


def test_uk_names_and_subjects_meet_whatever_the_file(tmp_path: Path) -> None:
    """Names are read without the subjects' file and have its subject id; weak names are weak."""
    text = (
        NAMES
        + "0,EXA0001,primary,,JSC EXAMPLE,,,,,,\n1,EXA0001,primary_variation,,JSC PRIMER,,,,,,\n2,EXA0001,alias,low_quality_aka,EX,,,,,,\n"
    )
    emit = read_text("uk_tables", tmp_path, "n.csv", text)
    assert said(emit) == [("alias", None, "JSC PRIMER"), ("name", None, "JSC EXAMPLE"), ("weak_alias", None, "EX")]
    assert {row["subject_id"] for row in rows(emit, "statements")} == {
        act(read_text("uk_tables", tmp_path, "s.csv", SUBJECTS))["subject_id"]
    }


def test_uk_countries_stand_once_and_unresolved_ones_as_written(tmp_path: Path) -> None:
    """88,029 rows say a few thousand things: one statement for each subject, kind and country."""
    text = (
        COUNTRIES
        + "".join(f"{number},EXA0001,Russia,address,RU,synonym,True\n" for number in range(5))
        + "9,EXA0001,USSR,birth,,unmapped,False\n"
    )
    emit = read_text("uk_tables", tmp_path, "c.csv", text)
    assert said(emit) == [("country", "address", "RU"), ("country", "birth", "USSR")]
    assert emit.rows_read == 6


def test_uk_unknown_header_or_kind_is_drift(tmp_path: Path) -> None:
    """A fifth table is not guessed at, nor a new kind of subject."""
    with pytest.raises(SourceDrift, match="header"):
        read_text("uk_tables", tmp_path, "x.csv", "unique_id,colour\nEXA0001,red\n")
    with pytest.raises(SourceDrift, match=r"robot.*ship"):
        read_text("uk_tables", tmp_path, "s.csv", SUBJECTS.replace("entity", "robot"))


def test_un_entity_with_qualities_and_original_script(tmp_path: Path) -> None:
    """Alias quality decides the kind of name; the original script is a name of its own; low names may share an element."""
    emit = read_text("un_xml", tmp_path, "un.xml", UN)
    found = act(emit)
    assert (found["program"], found["listed_on"], found["external_id"], found["reason"]) == ("DPRK", "2016-03-02", "KPe.999", "Invented.")
    assert values(emit, "weak_alias") == ["EK", "Kestrel"]
    assert (values(emit, "previous_name"), values(emit, "alias"), values(emit, "country")) == (["OLD EXAMPLE"], ["예시"], ["KP"])


def test_un_unknown_regime_or_element_is_drift(tmp_path: Path) -> None:
    """A regime without a declared measure, or a new element, is named."""
    with pytest.raises(SourceDrift, match=r"Atlantis.*DPRK"):
        read_text("un_xml", tmp_path, "un.xml", UN.replace(">DPRK<", ">Atlantis<"))
    with pytest.raises(SourceDrift, match="COLOUR"):
        read_text("un_xml", tmp_path, "un.xml", UN.replace("<COMMENTS1>", "<COLOUR/><COMMENTS1>"))
