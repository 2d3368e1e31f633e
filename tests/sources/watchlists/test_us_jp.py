"""Lists of United States agencies and of Japan's METI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.errors import SourceDrift
from tests.sources.reading import faults, rows
from tests.sources.watchlists.lists import act, read_text, said, values

DPL = (
    "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\t"
    "Standard_Order\tLast_Update\tAction\tFR_Citation\n"
)
METI = """○ 国際平和のための措置（令和四年外務省告示第百四号）
指定日：2022 年03月08 日
最終更新日：2022 年07 月05 日
１ 株式会社例示（別称、例示社）
Example Kestrel JSC, a.k.a., the following two aliases:
- OAO Example; and
- Example Works
Kestrel.
所在地：121A, Example Str., Minsk,
220108, Belarus; and 12 Invented Str., Minsk, Belarus２ 有限会社甲（甲乙有限公司）
Invented LLC
所在地：1 Example ave., Minsk, Belarus
"""


def listed(list_id: str, **entity: Any) -> str:
    """Return a list of one entity in the packager's JSON."""
    base: dict[str, Any] = dict.fromkeys(("country", "address", "status", "effective_date", "federal_register", "notes"))
    base["aliases"] = []
    return json.dumps({"list_id": list_id, "entities": [{"name": "Example Kestrel", **base, **entity}]})


def test_a_print_date_is_never_a_listing_date(tmp_path: Path) -> None:
    """The Entity List prints Federal Register citations only: their earliest day is published_on."""
    found = act(
        read_text("us_bis", tmp_path, "a.json", listed("bis-entity-list", federal_register="88 FR 70353, 10/11/23.\n89 FR 1, 1/2/24"))
    )
    assert (found["listed_on"], found["started_on"], found["published_on"]) == (None, None, "2023-10-11")
    assert (found["list_id"], found["measure"]) == ("us_bis_entity_list", "export_ban")


def test_addresses_in_one_cell_are_told_apart(tmp_path: Path) -> None:
    """'; and' separates addresses; a hint to another country is a note; names in brackets are aliases."""
    cell = "1 Example Road, Kabul; and 2 Example Road, Kabul. (See alternate address under Iran); (a.k.a., One and Two), 3 Road"
    emit = read_text("us_bis", tmp_path, "a.json", listed("bis-entity-list", country="Afghanistan", address=cell))
    assert values(emit, "address") == ["1 Example Road, Kabul", "2 Example Road, Kabul", "3 Road"]
    assert values(emit, "alias") == ["One", "Two"]
    assert said(emit, "note") == [("note", "address", "(See alternate address under Iran)")]


def test_alias_phrases_become_kinds_of_names(tmp_path: Path) -> None:
    """'formerly known as' and 'also known as' are read; an address printed with an alias becomes one."""
    aliases = ["Kestrel Co. and formerly known as Old Kestrel", "also known as: EK", "EK Ltd; and 5 Example Street, Omsk"]
    emit = read_text("us_other", tmp_path, "a.json", listed("dhs-uflpa", aliases=aliases))
    assert (values(emit, "alias"), values(emit, "previous_name")) == (["EK", "EK Ltd", "Kestrel Co."], ["Old Kestrel"])
    assert values(emit, "address") == ["5 Example Street, Omsk"]


@pytest.mark.parametrize(
    ("list_id", "measure"),
    [("dhs-uflpa", "import_ban"), ("ofac-nscmic", "investment_ban"), ("state-debarred-statutory", "debarment"), ("dow-1260h", "other")],
)
def test_measures_of_other_lists_are_their_own(tmp_path: Path, list_id: str, measure: str) -> None:
    """An import ban, a debarment and a ban on investment are not asset freezes."""
    assert act(read_text("us_other", tmp_path, "a.json", listed(list_id)))["measure"] == measure


def test_nonproliferation_notes_hold_one_act_for_each_authority(tmp_path: Path) -> None:
    """Each authority has its own day, end and print date."""
    notes = (
        "Authority: Example Act; imposed 7/30/1998; status: Lifted on 04/01/04; Vol. 63, No. 151, 08/06/98, Federal Register"
        " | Authority: Other Act; imposed 2/4/2003; status: Active; Vol. 68, No. 33, 02/19/03, Federal Register"
    )
    found = rows(read_text("us_other", tmp_path, "a.json", listed("state-nonproliferation", notes=notes)), "designations")
    assert sorted((row["program"], row["started_on"], row["ended_on"], row["published_on"]) for row in found) == [
        ("Example Act", "1998-07-30", "2004-04-01", "1998-08-06"),
        ("Other Act", "2003-02-04", None, "2003-02-19"),
    ]


def test_namesakes_with_two_addresses_are_two_subjects(tmp_path: Path) -> None:
    """Where the publisher gives no number, entries of one name and two addresses are not merged."""
    one, two = (json.loads(listed("bis-entity-list", address=f"{number} Example Road"))["entities"][0] for number in (1, 2))
    emit = read_text("us_bis", tmp_path, "a.json", json.dumps({"list_id": "bis-entity-list", "entities": [one, two]}))
    assert len({row["subject_id"] for row in rows(emit, "designations")}) == 2


def test_native_denied_persons_have_effect_and_end(tmp_path: Path) -> None:
    """Months come first; the citation's day is the day of print."""
    line = "ANN EXAMPLE\t1 EXAMPLE ROAD\tEL PASO\tTX\tUS\t79905\t06/19/2003\t06/29/2056\tY\t2007-01-31\tADDED\t68 F.R. 38290 6/27/03\n"
    found = act(read_text("us_bis", tmp_path, "dpl.txt", DPL + line))
    assert (found["started_on"], found["ended_on"], found["published_on"]) == ("2003-06-19", "2056-06-29", "2003-06-27")


def test_undeclared_list_or_key_is_drift_and_a_nameless_entity_a_reject(tmp_path: Path) -> None:
    """A list without a declared measure is refused by name; a bad entity is kept with its place."""
    with pytest.raises(SourceDrift, match=r"moon-list.*bis-meu"):
        read_text("us_bis", tmp_path, "a.json", listed("moon-list"))
    with pytest.raises(SourceDrift, match="colour"):
        read_text("us_bis", tmp_path, "a.json", listed("bis-meu", colour="red"))
    assert faults(read_text("us_bis", tmp_path, "a.json", listed("bis-meu", name=" "))) == {"entity 1": "broken_row"}


def test_meti_entries_are_found_by_number_even_in_mid_line(tmp_path: Path) -> None:
    """Full-width numbers, wrapped names and addresses, and an entry glued to the one before are read."""
    emit = read_text("jp_meti", tmp_path, "a.txt", METI)
    assert values(emit, "name") == ["Example Kestrel JSC", "Invented LLC"]
    assert values(emit, "alias") == ["Example Works Kestrel", "OAO Example", "例示社", "有限会社甲", "株式会社例示", "甲乙有限公司"]
    assert values(emit, "address") == [
        "1 Example ave., Minsk, Belarus",
        "12 Invented Str., Minsk, Belarus",
        "121A, Example Str., Minsk, 220108, Belarus",
    ]


def test_meti_dates_are_of_the_list_not_of_the_entry(tmp_path: Path) -> None:
    """The last update is kept as a date of publication; no day of listing is claimed."""
    found = rows(read_text("jp_meti", tmp_path, "a.txt", METI), "designations")
    assert {(row["list_id"], row["measure"], row["listed_on"], row["published_on"]) for row in found} == {
        ("jp_meti_belarus", "export_ban", None, "2022-07-05"),
    }


def test_meti_stray_lines_are_rejected_and_unknown_notices_drift(tmp_path: Path) -> None:
    """No line is lost in silence; a notice without a declared list is refused."""
    stray = METI.replace("最終更新日：2022 年07 月05 日\n", "最終更新日：2022 年07 月05 日\na stray line\n")
    assert faults(read_text("jp_meti", tmp_path, "a.txt", stray)) == {"line 4": "broken_row"}
    with pytest.raises(SourceDrift, match="第百四号"):
        read_text("jp_meti", tmp_path, "b.txt", METI.replace("第百四号", "第九百号"))
