"""Equal rows, revisions and master bills: linked and counted once, and only when the layout can tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from enduse.model.sources import SNAPSHOTS
from enduse.store import StageRun
from tests.records.samples import exported, item, linked, rows


def bill(number: int, **values: Any) -> dict[str, Any]:
    """Return a bill of lading."""
    return item(number, **{"record_kind": "regular_bill", "bill_number": "EXMP1/V1", "hs_code": None, **values})


def counted(desk: StageRun) -> list[int]:
    """Return the numbers of the rows that are counted."""
    return [int(one["shipment_id"], 16) for one in rows(desk, "shipments") if one["counted"]]


@pytest.mark.parametrize("numbered", [{"item_number": "1"}, {"record_id": "abc"}])
def test_an_equal_row_counts_once_where_rows_are_numbered(desk: StageRun, numbered: dict[str, str]) -> None:
    """With an item number or a row id, copies of a row stand behind the first."""
    found = linked(desk, *(item(one, copy_number=one, declaration_number="D1", **numbered) for one in (1, 2, 3)))
    assert found == {2: (1, "equal_row"), 3: (1, "equal_row")}
    assert counted(desk) == [1]


def test_equal_rows_without_a_number_are_all_counted(desk: StageRun) -> None:
    """Where items are not numbered two equal lines may be two consignments."""
    assert linked(desk, item(1, declaration_number="D1"), item(2, copy_number=2, declaration_number="D1")) == {}
    assert counted(desk) == [1, 2]


def copies(*in_file: int, **values: Any) -> list[dict[str, Any]]:
    """Return byte-equal rows without numbers, with their places among the copies in their files."""
    first = item(1)["item_id"]
    return [
        item(number, copy_number=number, copy_of=None if number == 1 else first, copy_in_file=here, **values)
        for number, here in enumerate(in_file, start=1)
    ]


def test_equal_rows_of_overlapping_files_count_as_in_the_fullest_file(desk: StageRun) -> None:
    """Two in one file and three in another are three consignments, not five."""
    found = linked(desk, *copies(1, 2, 1, 2, 3))
    assert (found, counted(desk)) == ({4: (1, "equal_row"), 5: (1, "equal_row")}, [1, 2, 3])


def test_equal_rows_of_one_file_all_count(desk: StageRun) -> None:
    """Two equal lines of one delivery may be two consignments."""
    assert (linked(desk, *copies(1, 2, 3)), counted(desk)) == ({}, [1, 2, 3])


@pytest.mark.parametrize("numbered", [{}, {"item_number": "1", "declaration_number": "D1"}])
def test_an_equal_row_printed_otherwise_in_another_file_counts_once(desk: StageRun, numbered: dict[str, str]) -> None:
    """A file saved as CSV and as a workbook prints 8542.31.901.0 and 8542319010, or another form of the day: the goods moved once."""
    again = item(2, snapshot_id="t", hs_as_published="8542.31.901.0", **numbered)
    assert linked(desk, item(1, **numbered), again) == {2: (1, "equal_row")}
    assert counted(desk) == [1]


@pytest.mark.parametrize(
    "other",
    [{"snapshot_id": "s"}, {"net_mass_kg": 10.5}, {"consignor_name": "Nowhere Heron Ltd"}, {"item_number": "2"}, {"invoice_value": 7.0}],
)
def test_rows_of_one_file_or_of_other_values_are_not_printed_again(desk: StageRun, other: dict[str, Any]) -> None:
    """Two lines of one file may be two consignments, and a row that differs in any value is another row."""
    assert linked(desk, item(1), item(2, **{"snapshot_id": "t", **other})) == {}


def test_rows_printed_otherwise_count_as_in_the_fullest_file(desk: StageRun) -> None:
    """Two equal lines in one file and three in another that prints them otherwise are three consignments."""
    first, second = ({**one, "snapshot_id": "t"} for one in copies(1, 2))
    third, fourth, fifth = (item(number, copy_number=number - 2, copy_in_file=number - 2) for number in (3, 4, 5))
    fourth["copy_of"] = fifth["copy_of"] = third["item_id"]
    assert linked(desk, first, second, third, fourth, fifth) == {4: (1, "equal_row"), 5: (1, "equal_row")}


def test_rows_of_two_directions_are_no_copies(desk: StageRun) -> None:
    """What one country recorded as leaving and another as arriving is for the mirror rule to say."""
    one, other = copies(1, 1)
    assert linked(desk, one, {**other, "direction": "transit", "reporter": "CN"}) == {}


def test_the_highest_revision_of_a_declaration_item_counts(desk: StageRun) -> None:
    """Of three versions of one item the highest counts; another item, source or number is not touched."""
    version = {"declaration_number": "D1", "item_number": "1"}
    found = linked(
        desk, item(1, **version), item(2, **version, revision=2), item(3, **version, revision=1),
        item(4, declaration_number="D1", item_number="2", revision=1), item(5, **version, revision=9, source_id="customs/other"),
    )  # fmt: skip
    assert found == {1: (2, "revision"), 3: (2, "revision")}


def test_equal_revisions_fall_back_to_date_and_id(desk: StageRun) -> None:
    """Among rows of the highest revision the latest date counts, then the smaller id."""
    version = {"declaration_number": "D1", "item_number": "1"}
    found = linked(
        desk, item(1, **version, revision=1), item(2, **version, revision=2, declared_on="2022-03-16"),
        item(3, **version, revision=2, declared_on="2022-03-17"), item(4, **version, revision=2, declared_on="2022-03-17"),
    )  # fmt: skip
    assert {kept for kept, _ in found.values()} == {3}
    assert counted(desk) == [3]


def test_lines_of_one_declaration_without_item_numbers_are_not_revisions(desk: StageRun) -> None:
    """Without an item number two lines of one declaration are two goods items."""
    assert linked(desk, item(1, declaration_number="D1", revision=1), item(2, declaration_number="D1", revision=2)) == {}


def test_the_same_item_without_stated_revisions_cannot_be_told(desk: StageRun) -> None:
    """Two rows of one declaration item without revision numbers stay counted."""
    version = {"declaration_number": "D1", "item_number": "1"}
    assert linked(desk, item(1, **version), item(2, **version, net_mass_kg=3.0)) == {}


def test_a_bill_transmitted_again_under_a_later_date_replaces_the_first(desk: StageRun) -> None:
    """Bills carry no revision number: a later date does; lines of one date stay, another voyage is another bill."""
    found = linked(
        desk, bill(1, declared_on="2022-03-01"), bill(2, declared_on="2022-03-09"), bill(3, declared_on="2022-03-09"),
        bill(4, bill_number="EXMP1/V2", declared_on="2022-03-20"),
    )  # fmt: skip
    assert found == {1: (2, "revision")}


@pytest.mark.parametrize("revision", [None, 20220401])
def test_a_later_date_replaces_within_one_revision_and_lines_stay(desk: StageRun, revision: int | None) -> None:
    """One file numbers all its bills alike: the later date of one bill counts, with all its lines."""
    early, late = {"declared_on": "2022-03-01", "revision": revision}, {"declared_on": "2022-03-09", "revision": revision}
    found = linked(desk, bill(1, **early), bill(2, **late), bill(3, **late), bill(4, bill_number="OTHER", **early))
    assert found == {1: (2, "revision")}
    assert rows(desk, "duplicates")[0]["basis"] == "same bill EXMP1/V1 under a later date"


def test_a_bill_that_returns_to_its_first_content_is_the_latest(desk: StageRun) -> None:
    """A byte-equal row of a later revision is that revision, not a copy of the first; a copy within one revision is a copy."""
    row = {"record_id": "r1"}
    found = linked(
        desk, bill(1, revision=1, **row), bill(2, revision=2, record_id="r2"), bill(3, revision=3, copy_number=2, **row),
        bill(4, revision=3, copy_number=3, **row),
    )  # fmt: skip
    assert found == {1: (3, "revision"), 2: (3, "revision"), 4: (3, "equal_row")}


def test_a_master_bill_gives_way_to_its_houses(desk: StageRun) -> None:
    """A master whose houses are present is not counted, a master without houses is; a regular bill is no house."""
    house = {"record_kind": "house_bill", "master_bill_number": "M1"}
    found = linked(
        desk, bill(1, record_kind="master_bill", bill_number="M1"), bill(2, bill_number="H1", **house),
        bill(3, bill_number="H2", **house), bill(4, record_kind="master_bill", bill_number="M2"),
        bill(5, bill_number="R1", master_bill_number="M2"),
    )  # fmt: skip
    assert found == {1: (2, "master_of_house")}
    assert counted(desk) == [2, 3, 4, 5]


def test_a_kept_row_is_itself_counted(desk: StageRun) -> None:
    """A copy of a superseded row that an importer's record mirrors points to the row counted in the end, not to one between."""
    version = {"declaration_number": "D1", "item_number": "1"}
    found = linked(
        desk, exported(1, **version, revision=1), exported(2, **version, revision=1, copy_number=2),
        exported(3, **version, revision=2), item(4),
    )  # fmt: skip
    assert found == {1: (4, "revision"), 2: (4, "equal_row"), 3: (4, "mirror")}
    assert counted(desk) == [4]


def test_every_link_says_why(desk: StageRun) -> None:
    """The basis names what agrees, in words."""
    version = {"declaration_number": "D1", "item_number": "7"}
    linked(desk, item(1, **version, revision=1), item(2, **version, revision=2))
    assert rows(desk, "duplicates")[0]["basis"] == "same declaration D1, item 7: revision 1, the latest is 2"


TWO_FILES = [{"snapshot_id": name, "as_of": day} for name, day in (("s", dt.date(2022, 4, 1)), ("t", dt.date(2022, 5, 1)))]
NUMBERED = {"declaration_number": "D1", "item_number": "1"}


@pytest.mark.parametrize("numbers", [NUMBERED, {"record_id": "r1"}])
@pytest.mark.parametrize("other", [{"net_mass_kg": 12.0}, {"consignor_name": "Another Kestrel Ltd"}, {"invoice_value": 7.0}])
def test_an_item_that_a_later_file_states_otherwise_counts_once(desk: StageRun, numbers: dict[str, str], other: dict[str, Any]) -> None:
    """A corrected mass, party or value is the same goods: the file that speaks for the later day counts."""
    desk.write(SNAPSHOTS, TWO_FILES)
    assert linked(desk, item(1, **numbers), item(2, snapshot_id="t", **numbers, **other)) == {1: (2, "revision")}
    assert counted(desk) == [2]


@pytest.mark.parametrize(("first", "kept"), [(10.0, 1), (15.0, 2), (None, 2)])
def test_of_files_that_say_no_day_the_lesser_counts(desk: StageRun, first: float | None, kept: int) -> None:
    """Whichever is right, at least as much moved."""
    linked(desk, item(1, net_mass_kg=first, **NUMBERED), item(2, snapshot_id="t", net_mass_kg=12.0, **NUMBERED))
    assert counted(desk) == [kept]
    assert "what states less counts" in rows(desk, "duplicates")[0]["basis"]


@pytest.mark.parametrize(
    "other",
    [
        {"item_number": "2"}, {"declared_on": "2022-03-16"}, {"reporter": "KZ"}, {"snapshot_id": "s"},
        {"consignor_name": "Another Ltd", "consignee_name": "Another LLC"}, {"hs_as_published": "8473302008", "hs_code": "847330"},
    ],
)  # fmt: skip
def test_numbers_that_return_elsewhere_are_other_goods(desk: StageRun, other: dict[str, Any]) -> None:
    """Serial numbers begin anew every day and in every office: another day, item, country, both parties or goods are another item."""
    assert linked(desk, item(1, **NUMBERED), item(2, **{**NUMBERED, "snapshot_id": "t", "net_mass_kg": 12.0, **other})) == {}


def test_item_numbers_that_one_file_repeats_tell_nothing(desk: StageRun) -> None:
    """Where a file holds two rows under one item number, another file's row may be either or a third."""
    twice = [item(number, net_mass_kg=float(number), **NUMBERED) for number in (1, 2)]
    assert linked(desk, *twice, item(3, snapshot_id="t", net_mass_kg=3.0, **NUMBERED)) == {}


def unnumbered(alike: int) -> list[dict[str, Any]]:
    """Return two files that hold so many rows of a declaration alike, and one row each of which masses differ."""
    goods = {"declaration_number": "D1", "goods_description": "invented circuits"}
    same = [item(number, copy_in_file=1, net_mass_kg=100.0 + number, **goods) for number in range(1, alike + 1)]
    again = [
        {**one, "item_id": f"{at + 50:020x}", "snapshot_id": "t", "copy_number": 2, "copy_of": one["item_id"]}
        for at, one in enumerate(same)
    ]
    return [*same, *again, item(91, net_mass_kg=10.0, **goods), item(92, snapshot_id="t", net_mass_kg=12.0, **goods)]


def test_items_without_numbers_are_matched_where_files_overlap(desk: StageRun) -> None:
    """Two extracts that share the other lines of a declaration state its last line differently: it moved once."""
    linked(desk, *unnumbered(alike=1))
    assert counted(desk) == [1, 91]


def test_parts_of_one_extract_are_not_matched(desk: StageRun) -> None:
    """Files that share no row are parts of one extract: two lines of a declaration with other masses are two lines."""
    linked(desk, *unnumbered(alike=0))
    assert counted(desk) == [91, 92]


def test_amounts_in_two_currencies_do_not_say_which_version_states_less(desk: StageRun) -> None:
    """90 roubles are no more than 70 dollars by their numbers: what is compared is the invoice, in one currency."""
    rouble = {"customs_value": 90.0, "customs_currency": "RUB", "invoice_value": 1.0, "invoice_currency": "USD"}
    dollar = {"customs_value": 70.0, "customs_currency": "USD", "invoice_value": 2.0, "invoice_currency": "USD"}
    linked(desk, item(1, **NUMBERED, **rouble), item(2, snapshot_id="t", **NUMBERED, **dollar))
    assert counted(desk) == [1]


@pytest.mark.parametrize(("days", "kept"), [(False, [1, 2]), (True, [2])])
def test_versions_for_two_companies_are_both_counted_unless_one_is_later(desk: StageRun, days: bool, kept: list[int]) -> None:
    """Two tax ids for one item: without days nobody can tell whose goods they are, and neither company is chosen."""
    if days:
        desk.write(SNAPSHOTS, TWO_FILES)
    one, other = ({**NUMBERED, "consignee_tax_id": number} for number in ("9900000017", "9900000024"))
    linked(desk, item(1, **one), item(2, snapshot_id="t", **other))
    assert counted(desk) == kept
