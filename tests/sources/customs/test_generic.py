"""Any customs file under a user's column map."""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest

from enduse.errors import SettingError, SourceDrift
from enduse.model.sources import GOODS_ITEMS
from enduse.sources.column_maps import map_of
from enduse.sources.customs.layout import layout_of
from enduse.terms.ids import hash_of
from tests.sources.customs.samples import GENERIC_MAP, HEADER, LINE, read_file, read_lines, read_text


def _map(**changes: Any) -> dict[str, Any]:
    return {**GENERIC_MAP, **changes}


def _mapped(**columns: Any) -> dict[str, Any]:
    return _map(columns={**GENERIC_MAP["columns"], **columns})


def test_a_nine_row_table_becomes_goods_items(tmp_path: Path) -> None:
    """A row of five columns is a goods item with its parties, day, mass, reporter and place in the file."""
    item = read_lines(tmp_path, LINE).only
    assert (item["consignor_name"], item["consignee_name"], item["net_mass_kg"]) == ("Example Trading", "Invented Kestrel Works", 100.0)
    assert (item["declared_on"], item["date_from"]) == ("2022-03-01", dt.date(2022, 3, 1))
    assert (item["reporter"], item["direction"], item["locator"], item["hs_code"]) == ("RU", "import", "line 2", None)


def test_the_item_id_is_a_hash_of_the_raw_cells(tmp_path: Path) -> None:
    """The id is hash_of the source and the cells in alphabetical order of header, so others can recompute it."""
    cells = ["Invented Kestrel Works", "Example Trading", "2022-03-01", "100", "1"]
    assert read_lines(tmp_path, LINE).only["item_id"] == hash_of(["customs/generic", *cells])


def test_permuted_rows_and_columns_give_the_same_ids(tmp_path: Path) -> None:
    """Neither the order of rows nor that of columns changes an id, copies included."""
    rows = [f"{n},Example {n % 3},Invented {n % 2},2022-03-0{n % 9 + 1},{n}" for n in range(20)] + ["1,A,B,2022-01-01,5"] * 3
    shuffled = random.Random(1).sample(rows, len(rows))
    turned = [",".join(reversed(one.split(","))) for one in shuffled]
    first = read_lines(tmp_path, *rows)
    other = read_text(tmp_path, "\n".join([",".join(reversed(HEADER.split(","))), *turned]), name="other.csv")
    assert {one["item_id"] for one in first.items} == {one["item_id"] for one in other.items}
    assert len({one["item_id"] for one in first.items}) == 23


def test_equal_rows_are_kept_and_numbered(tmp_path: Path) -> None:
    """Without an item number, equal rows may be two items: both stay, the second with copy number 2."""
    read = read_lines(tmp_path, LINE, LINE)
    base = hash_of([read.items[0]["item_id"], 2])
    assert [(one["copy_number"], one["copy_in_file"], one["copy_of"]) for one in read.items] == [
        (1, 1, None),
        (2, 2, read.items[0]["item_id"]),
    ]
    assert read.items[1]["item_id"] == base


def test_without_a_map_it_says_how_to_get_one(tmp_path: Path) -> None:
    """The generic source needs a map."""
    (tmp_path / "a.csv").write_text(HEADER)
    with pytest.raises(SettingError, match="must be mapped"):
        read_file(tmp_path / "a.csv", column_map={"columns": {}})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"columns": {"consignee_name": "consignee", "declared_on": "date", "net_mass_kg": "kg"}}, "consignor_name must be mapped"),
        ({"columns": {"consignor_name": "consignor", "consignee_name": "consignee", "declared_on": "date"}}, "one measure must be mapped"),
        ({"constants": {"direction": "sideways"}}, "import, export or transit"),
        ({"colums": {}}, "colums"),
        ({"columns": {**GENERIC_MAP["columns"], "weight": "kg"}}, "weight is not known; accepted"),
    ],
)
def test_a_wrong_map_is_refused_with_what_is_accepted(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    """A mistake in the map names the entry and what is accepted."""
    with pytest.raises(SettingError, match=message):
        read_lines(tmp_path, LINE, column_map=_map(**change))


def test_an_unknown_column_is_drift_that_says_how_to_ignore_it(tmp_path: Path) -> None:
    """A column the map does not know stops the reading, by name."""
    with pytest.raises(SourceDrift, match=r"unknown columns 'n'.*ignored: \[n\]"):
        read_lines(tmp_path, LINE, column_map=_map(ignored=[]))


def test_a_missing_party_column_is_drift_and_a_missing_brand_a_note(tmp_path: Path) -> None:
    """What feeds party, mass, value or date must be there; other columns may be missing."""
    assert "columns missing: Brand" in read_lines(tmp_path, LINE, column_map=_mapped(brand="Brand")).emit.notes
    with pytest.raises(SourceDrift, match=r"'Declarant' \(declarant_name\) is missing"):
        read_lines(tmp_path, LINE, column_map=_mapped(declarant_name="Declarant"))


def test_a_repeated_header_is_drift_unless_each_is_declared(tmp_path: Path) -> None:
    """Two columns of one name are only read by declared occurrence."""
    text = "date,kg,Firm,Firm\n2022-03-01,5,Example A,Example B\n"
    columns = {**GENERIC_MAP["columns"], "consignor_name": "Firm", "consignee_name": {"header": "Firm", "occurrence": 2}}
    item = read_text(tmp_path, text, column_map={"columns": columns}).only
    assert (item["consignor_name"], item["consignee_name"]) == ("Example A", "Example B")
    with pytest.raises(SourceDrift, match="'consignor' stands 2 times"):
        read_text(tmp_path, f"{HEADER},consignor\n{LINE},x\n")


def test_monthly_sums_are_refused(tmp_path: Path) -> None:
    """An aggregate is not a table of goods items."""
    with pytest.raises(SourceDrift, match="monthly sums, not goods items"):
        read_text(tmp_path, f"{HEADER},MONTHYEAR,%GTTOTALVALUE\n{LINE},Mar 2025,3\n")


def test_the_header_is_found_under_a_banner(tmp_path: Path) -> None:
    """Five banner rows before the header are passed over; the line numbers stay those of the file."""
    read = read_text(tmp_path, f"\nDATA\n,,,,\nExample Provider;2025\n\n{HEADER}\n{LINE}\n")
    assert read.only["locator"] == "line 7"


def test_no_header_is_drift(tmp_path: Path) -> None:
    """A file without the declared headers is not read."""
    with pytest.raises(SourceDrift, match="no header among the first 20 rows"):
        read_text(tmp_path, "a,b,c\n1,2,3\n")


@pytest.mark.parametrize("content", [HEADER + "\n", HEADER + "\n" + "\n\n"])
def test_a_header_alone_is_drift_unless_declared(tmp_path: Path, content: str) -> None:
    """Zero rows are drift, unless the source may be empty."""
    with pytest.raises(SourceDrift, match="not one row"):
        read_text(tmp_path, content)
    assert read_text(tmp_path, content, column_map=_map(may_be_empty=True)).items == []


def test_a_required_column_without_any_value_is_drift(tmp_path: Path) -> None:
    """A file in which nobody is named cannot be meant."""
    with pytest.raises(SourceDrift, match="not one row states consignor_name"):
        read_lines(tmp_path, "1,NULL,B,2022-03-01,5", "2,N/A,B,2022-03-01,6")


def test_a_thousand_rows_are_probably_cut(tmp_path: Path) -> None:
    """Exactly 1,000 rows are noted as a probable cut; 999 are not."""
    rows = [f"{n},A,B,2022-03-01,5" for n in range(1000)]
    assert any("probably cut" in one for one in read_lines(tmp_path, *rows).emit.notes)
    assert not any("probably cut" in one for one in read_lines(tmp_path, *rows[1:]).emit.notes)


@pytest.mark.parametrize(
    ("date", "format_", "reason"),
    [
        ("03/04/2022", ["%d/%m/%Y", "%m/%d/%Y"], "ambiguous_date"),
        ("03/04/2022", [], "ambiguous_date"),
        ("2025-02-30", [], "bad_date"),
        ("00:00.0", [], "bad_date"),
        ("45930", [], "bad_date"),
        ("05-Mar-25", [], "bad_date"),
        ("31/12/2025", ["%m/%d/%Y"], "bad_date"),
    ],
)
def test_a_date_is_never_guessed(tmp_path: Path, date: str, format_: list[str], reason: str) -> None:
    """A date that fits no declared format, or two, sends the row to rejects."""
    rule = {"header": "date", "format": format_}
    read = read_lines(
        tmp_path, LINE.replace("2022-03-01", date), "2,A,B,12/31/2021,5" if format_ else LINE, column_map=_mapped(declared_on=rule)
    )
    assert ("line 2", reason) in read.reasons


def test_dates_in_declared_formats_are_read(tmp_path: Path) -> None:
    """A declared format reads its dates; 0 is not stated; a month stays a month."""
    rule = {"header": "date", "format": ["%d.%m.%Y", "%m.%Y"]}
    read = read_lines(tmp_path, "1,A,B,31.12.2021,5", "2,A,B,12.2021,5", "3,A,B,0,5", column_map=_mapped(declared_on=rule))
    assert [one["declared_on"] for one in read.items] == ["2021-12-31", "2021-12", None]


def test_a_date_after_the_day_the_file_speaks_for_is_a_conflict(tmp_path: Path) -> None:
    """Nothing can be declared after the snapshot was made."""
    read = read_lines(tmp_path, LINE, LINE.replace("2022-03-01", "2023-01-01"), as_of=dt.date(2022, 12, 31))
    assert read.reasons == [("line 3", "date_conflict")]


@pytest.mark.parametrize(
    ("printed", "rule", "expected"),
    [
        ("1.234,56", {"decimal": ",", "thousands": "."}, 1234.56),
        ("1 234,56", {"decimal": ","}, 1234.56),
        ("1 234,5", {}, 1234.5),
        ("1,234", {"decimal": ".", "thousands": ","}, 1234.0),
        ("12.345", {"decimal": "."}, 12.345),
        ("1234.5", {}, 1234.5),
        ("2", {"unit": "t"}, 2000.0),
        ("10", {"unit": "LB"}, 4.5359237),
        ("0", {}, None),
    ],
)
def test_numbers_are_read_by_the_declared_marks(tmp_path: Path, printed: str, rule: dict[str, str], expected: float | None) -> None:
    """Marks and units as declared; a mass of 0 is not stated."""
    item = read_lines(tmp_path, f'1,A,B,2022-03-01,"{printed}"', column_map=_mapped(net_mass_kg={"header": "kg", **rule})).only
    assert item["net_mass_kg"] == pytest.approx(expected) if expected is not None else item["net_mass_kg"] is None


@pytest.mark.parametrize(
    ("printed", "rule", "reason"),
    [
        ("1,234", {}, "ambiguous_number"),
        ("12.345", {}, "ambiguous_number"),
        ("1,234", {"decimal": "."}, "ambiguous_number"),
        ("12,34,5", {"decimal": "."}, "bad_number"),
        ("-5", {}, "negative_measure"),
        ("abc", {}, "bad_number"),
        ("1e999", {}, "bad_number"),
        ("nan", {"decimal": "."}, "bad_number"),
        ("=1+1", {}, "bad_number"),
    ],
)
def test_a_number_that_fits_two_readings_is_rejected(tmp_path: Path, printed: str, rule: dict[str, str], reason: str) -> None:
    """No comma is stripped on a guess; negative masses are rejected."""
    read = read_lines(tmp_path, f'1,A,B,2022-03-01,"{printed}"', LINE, column_map=_mapped(net_mass_kg={"header": "kg", **rule}))
    assert read.reasons == [("line 2", reason)]


@pytest.mark.parametrize(
    ("printed", "hs", "national", "reason"),
    [
        ("84715000.0", "847150", "84715000", None),
        ("1012100", "010121", "01012100", None),
        ("8542*", None, "8542", None),
        ("8542.31", "854231", "854231", None),
        ("85423190101", None, None, "hs_digits"),
        ("85423", None, None, "hs_digits"),
        ("0", None, None, None),
    ],
)
def test_codes_keep_their_digits(tmp_path: Path, printed: str, hs: str | None, national: str | None, reason: str | None) -> None:
    """A lost zero is put back, a prefix stays one, too many digits are rejected."""
    given = _map(columns={**GENERIC_MAP["columns"], "national_code": "n"}, ignored=[], hs_digits=8)
    read = read_lines(tmp_path, f"{printed},A,B,2022-03-01,5", "84715000,A,B,2022-03-01,5", column_map=given)
    assert [one["reason"] for one in read.rejects] == ([reason] if reason else [])
    assert reason is not None or (read.items[0]["hs_code"], read.items[0]["national_code"]) == (hs, national)


def test_the_edition_is_the_one_in_force_unless_declared(tmp_path: Path) -> None:
    """The date gives the edition; a declared constant replaces it; no code has none."""
    given = _map(columns={**GENERIC_MAP["columns"], "hs_code": "n"}, ignored=[])
    lines = ["847150,A,B,2021-12-31,5", "847150,A,B,2022-01-01,5", ",A,B,2022-01-01,5"]
    assert [one["hs_edition"] for one in read_lines(tmp_path, *lines, column_map=given).items] == ["2017", "2022", None]
    given["constants"] = {"hs_edition": "2012"}
    assert [one["hs_edition"] for one in read_lines(tmp_path, *lines, column_map=given).items] == ["2012", "2012", None]


def test_null_words_are_nobody_and_a_company_called_na_can_live(tmp_path: Path) -> None:
    """The list of null words is the map's; what is not on it is a name."""
    names = [
        one["consignor_name"]
        for one in read_lines(tmp_path, *(f"1,{name},B,2022-03-01,5" for name in ("NULL", "n/a", "-", "0", "NA"))).items
    ]
    assert names == [None, None, None, None, "NA"]
    given = _mapped(consignor_name={"header": "consignor", "null_words": ["NA"]})
    assert read_lines(tmp_path, "1,NA,B,2022-03-01,5", column_map=given).only["consignor_name"] is None


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("EXAMPLE &amp; SONS&#10;LTD", "EXAMPLE & SONS LTD"),
        ("EXAMPLE_x000D_ LTD", "EXAMPLE LTD"),
        ("\ufeffEXAMPLE\u00a0 LTD  ", "EXAMPLE LTD"),
        ("ЙОД ПРИМЕР", "ЙОД ПРИМЕР"),
        ("<script>alert(1)</script> LTD", "<script>alert(1)</script> LTD"),
        ("EХAMPLE", "EХAMPLE"),
        ("EXAMPLE LTD TEL: +7 (495) 000-00-00", "EXAMPLE LTD"),
        ("EXAMPLE LTD a.b@example.com", "EXAMPLE LTD"),
        ("=cmd|' /C'!A0", "=cmd|' /C'!A0"),
    ],
)
def test_names_are_cleaned_but_never_rewritten(tmp_path: Path, printed: str, kept: str) -> None:
    """Entities, spaces and contact data go; letters, markup and homoglyphs stay as printed."""
    assert read_lines(tmp_path, f'1,"{printed}",B,2022-03-01,5').only["consignor_name"] == kept


def test_quick_and_slow_reading_agree(tmp_path: Path) -> None:
    """Columns of only new cells are read at once; the values are those of reading cell by cell."""
    names = ["Example", " Example  A ", "null", "Ünternehmen Beispiel", "x &amp; y", "0", "12.0"]
    lines = [f"{n},{names[n % 7]} {n if n % 7 in (0, 3) else ''},Firm {n},2022-03-01,{n / 8}" for n in range(45_000)]
    whole = {one["item_id"]: one for one in read_lines(tmp_path, *lines).items}
    for start in (0, 21_000, 44_000):
        for item in read_lines(tmp_path, *lines[start : start + 40]).items:
            other = whole[item["item_id"]]
            assert {**item, "locator": ""} == {**other, "locator": ""}


def test_currency_is_iso_or_unknown(tmp_path: Path) -> None:
    """What is no currency is null unless the map says what it means; a number or a word is the code it stands for."""
    columns = {**GENERIC_MAP["columns"], "invoice_value": {"header": "kg"}, "invoice_currency": {"header": "n"}}
    del columns["net_mass_kg"]
    lines = ["usd,A,B,2022-03-01,5", "RS,A,B,2022-03-01,5", "840,A,B,2022-03-01,5"]
    found = read_lines(tmp_path, *lines, column_map=_map(columns=columns, ignored=[])).items
    assert [one["invoice_currency"] for one in found] == ["USD", None, "USD"]
    columns["invoice_currency"] = {"header": "n", "values": {"RS": "PKR"}}
    assert read_lines(tmp_path, lines[1], column_map=_map(columns=columns, ignored=[])).only["invoice_currency"] == "PKR"


def test_damaged_letters_in_many_rows_are_drift(tmp_path: Path) -> None:
    """Text that was read under a wrong encoding before it came here is kept and counted; above 1 % it is drift."""
    good = [f"{n},Example {n},B,2022-03-01,5" for n in range(300)]
    read = read_lines(tmp_path, *good, "1,CompaÃ±ia Example,B,2022-03-01,5")
    assert "1 rows hold broken letters" in read.emit.notes
    with pytest.raises(SourceDrift, match="broken letters"):
        read_lines(tmp_path, *good[:50], *["1,CompaÃ±ia Example,B,2022-03-01,5"] * 2)


def test_one_row_id_with_two_contents_is_drift(tmp_path: Path) -> None:
    """The same row id may repeat a row, but not stand for another one."""
    given = _map(columns={**GENERIC_MAP["columns"], "record_id": "n"}, ignored=[])
    assert [one["copy_number"] for one in read_lines(tmp_path, LINE, LINE, column_map=given).items] == [1, 2]
    with pytest.raises(SourceDrift, match="repeat a n with other content"):
        read_lines(tmp_path, LINE, LINE.replace("100", "101"), column_map=given)


def test_net_above_gross_is_kept_and_counted(tmp_path: Path) -> None:
    """An odd pair of masses is noted, not corrected."""
    given = _map(columns={**GENERIC_MAP["columns"], "gross_mass_kg": "n"}, ignored=[])
    read = read_lines(tmp_path, LINE, column_map=given)
    assert (read.only["net_mass_kg"], read.only["gross_mass_kg"]) == (100.0, 1.0)
    assert "1 rows: net mass above gross mass" in read.emit.notes


def test_every_column_that_can_be_mapped_is_a_column_of_goods_items(tmp_path: Path) -> None:
    """The map's words are the table's words."""
    from enduse.sources.customs.layout import CANONICAL, CONSTANTS

    assert {*CANONICAL, *CONSTANTS} <= set(GOODS_ITEMS.column_names)


@pytest.mark.parametrize(
    "row", ["Total,,,,900", "1,TOTAL,,,900", ",,Grand total:,,900", "Итого за март,,,,900", ",,TOPLAM,NULL,900"]
)  # fmt: skip
def test_a_row_of_totals_is_no_shipment(tmp_path: Path, row: str) -> None:
    """A sum printed below the rows goes to rejects with its reason, and no company 'Total' arises."""
    read = read_lines(tmp_path, *[LINE] * 20, row)
    assert (len(read.items), read.reasons) == (20, [("line 22", "total_row")])


def test_a_company_of_that_name_is_kept(tmp_path: Path) -> None:
    """A row with a day is a shipment, whoever receives it; one without a day is kept where no cell is a word for sums."""
    read = read_lines(tmp_path, "1,Example Trading,Total,2022-03-01,5", "2,Example Trading,Total Invented Works,,5")
    assert [one["consignee_name"] for one in read.items] == ["Total", "Total Invented Works"]


def test_masses_are_read_in_the_unit_printed_beside_each(tmp_path: Path) -> None:
    """Tonnes become kilograms; a mass without a unit is not stated; what is no unit of mass rejects the row."""
    column_map = _mapped(net_mass_kg={"header": "kg", "decimal": ".", "unit_header": "unit"})
    rows = [f"1,Example Trading,Invented Kestrel Works,2022-03-01,{cell}" for cell in ("5,KGM", "0.5,TNE", "7,", "7,BOX")]
    read = read_text(tmp_path, "\n".join([f"{HEADER},unit", *rows]), column_map=column_map)
    assert [one["net_mass_kg"] for one in read.items] == [5.0, 500.0, None]
    assert read.reasons == [("line 5", "unknown_unit")]


def test_a_missing_column_of_units_is_drift(tmp_path: Path) -> None:
    """Masses are not taken for kilograms because the column that says what they are is gone."""
    with pytest.raises(SourceDrift, match="the unit of net_mass_kg"):
        read_lines(tmp_path, LINE, column_map=_mapped(net_mass_kg={"header": "kg", "unit_header": "unit"}))


def test_headers_that_yaml_takes_for_other_values_are_headers(tmp_path: Path) -> None:
    """No, Y and 2023 need no quotes in a map; `zero: null` means what it says, numbers and switches stay what they are."""
    path = tmp_path / "map.yml"
    path.write_text(
        "columns:\n  declaration_number: No\n  consignor_name: Y\n  consignee_name: {header: N, occurrence: 1}\n  declared_on: 2023\n"
        "  quantity: {header: 1.10, zero: null, factor: 1000}\nitem_identity: true\nhs_digits: 10\nencoding: null\nignored: [Off]\n"
    )
    layout = layout_of(map_of(path, "the map"), "the map")
    assert [rule.header for rule in layout.columns.values()] == [("No",), ("Y",), ("N",), ("2023",), ("1.10",)]
    quantity = layout.columns["quantity"]
    assert (quantity.zero, quantity.factor, layout.item_identity, layout.hs_digits) == ("null", 1000.0, True, 10)
    assert (layout.encoding, layout.ignored) == (None, ("Off",))
