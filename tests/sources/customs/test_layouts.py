"""The pinned layouts: Russia, Kazakhstan, Turkey, United States, Korea."""

import datetime as dt
from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from enduse.sources.catalog import definitions
from enduse.sources.customs.layout import CRITICAL, layout_of
from tests.sources.customs.samples import KZ, RU, TR, US, headers_of, read_file, read_text, wide

SIZES = {"ru_imports": 47, "kz_imports": 76, "kz_exports": 76, "tr_imports": 36, "tr_exports": 37, "us_manifests": 61, "kr_synthetic": 22}


@pytest.mark.parametrize(("layout", "size"), SIZES.items())
def test_every_layout_pins_its_headers(layout: str, size: int) -> None:
    """Each layout names each of its columns once, as mapped or as ignored."""
    headers = headers_of(f"customs/{layout}")
    assert len(headers) == len(set(headers)) == size


@pytest.mark.parametrize("layout", sorted(SIZES))
def test_another_column_is_drift(tmp_path: Path, layout: str) -> None:
    """A column that the edition does not have stops the reading."""
    lines = wide(f"customs/{layout}", [{}]).splitlines()
    text = "\n".join(f"{one},{extra}" for one, extra in zip(lines, ("NEW_COLUMN", "x"), strict=True))
    with pytest.raises(SourceDrift, match="NEW_COLUMN"):
        read_text(tmp_path, text, source_id=f"customs/{layout}")


@pytest.mark.parametrize("layout", sorted(SIZES))
def test_a_missing_column_that_matters_is_drift(tmp_path: Path, layout: str) -> None:
    """Parties, masses, values and dates cannot be missing."""
    source = f"customs/{layout}"
    columns = layout_of(definitions()[source].layout, source).columns
    gone = next(rule.header[0] for name, rule in columns.items() if name in CRITICAL)
    with pytest.raises(SourceDrift, match="is missing"):
        read_text(tmp_path, wide(source, [{}]).replace(gone, "RENAMED", 1), source_id=source)


def test_a_russian_import(tmp_path: Path) -> None:
    """Roubles are the customs value whatever currency stands beside; the invoice amount is not stated; 0 is no item number."""
    item = read_text(tmp_path, wide("customs/ru_imports", [RU]), source_id="customs/ru_imports").only
    assert (item["customs_value"], item["customs_currency"], item["invoice_value"]) == (90000.5, "RUB", None)
    assert (item["tnved_code"], item["hs_code"], item["hs_edition"], item["hs_basis"]) == ("8471500000", "847150", "2022", "declared")
    assert (item["consignor_name"], item["consignee_tax_id"]) == ("EXAMPLE TRADING CO LTD", "7700000000")
    assert [item[one] for one in ("item_number", "brand", "packages", "declarant_name", "country_of_dispatch")] == [None] * 5
    assert (item["reporter"], item["direction"], item["record_kind"], item["quantity_unit"]) == ("RU", "import", "declaration", "ШТ")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"CUSTOMS_CODE": "10000001"}, "office_conflict"),
        ({"IMP_DATE": "2025-01-16"}, "date_conflict"),
        ({"DECLARATION_NUMBER": "10000000-150125"}, "declaration_number"),
        ({"NET_WEIGHT_KG": "-1"}, "negative_measure"),
        ({"IMP_DATE": "15.01.2025"}, "bad_date"),
        ({"HS_CODE": "84715"}, "hs_digits"),
    ],
)
def test_a_russian_row_that_contradicts_itself_is_rejected(tmp_path: Path, change: dict[str, str], reason: str) -> None:
    """The number, the office and the date must agree: a mismatch is a reject, never a repair."""
    read = read_text(tmp_path, wide("customs/ru_imports", [{**RU, **change, "RECORD_ID": "r2"}, RU]), source_id="customs/ru_imports")
    assert read.reasons == [("line 2", reason)]
    assert len(read.items) == 1


def test_quantity_zero_without_unit_is_not_stated(tmp_path: Path) -> None:
    """0 beside no unit is no quantity; 0 pieces stay 0 pieces."""
    rows = [{**RU, "QUANTITY": "0", "UNIT": "NULL"}, {**RU, "QUANTITY": "0", "RECORD_ID": "r2"}]
    read = read_text(tmp_path, wide("customs/ru_imports", rows), source_id="customs/ru_imports")
    assert [one["quantity"] for one in read.items] == [None, 0.0]


def test_a_kazakh_import(tmp_path: Path) -> None:
    """Totals of the declaration never reach the item; codes printed as numbers get their zeros; box 9 is the buyer."""
    item = read_text(tmp_path, wide("customs/kz_imports", [KZ]), source_id="customs/kz_imports").only
    assert (item["invoice_value"], item["customs_value"], item["customs_currency"]) == (None, 5000.0, "KZT")
    assert (item["customs_office"], item["procedure"], item["consignee_tax_id"]) == ("50000", "40", "012345678901")
    assert (item["buyer_name"], item["direction"], item["quantity"]) == ("ТОО ВЫДУМАННЫЙ ПЛАТЕЛЬЩИК", "import", None)


def test_a_kazakh_export_swaps_the_parties(tmp_path: Path) -> None:
    """The exporter is the consignor with the tax id, box 9 the seller; another direction in the file is rejected."""
    row = {
        **KZ,
        "DIRECTION": "ЭК",
        "EXPORTER_NAME": "ТОО ПРИМЕР",
        "EXPORTER_CODE": "123456789012",
        "BUYER_NAME": "EXAMPLE LTD",
        "CARGO_VALUE_IN_FC": "70",
    }
    kept = {key: value for key, value in row.items() if not key.startswith(("IMPORTER_", "SUPPLIER_"))}
    item = read_text(tmp_path, wide("customs/kz_exports", [kept]), source_id="customs/kz_exports").only
    assert (item["consignor_name"], item["consignor_tax_id"], item["consignee_name"]) == ("ТОО ПРИМЕР", "123456789012", "EXAMPLE LTD")
    assert (item["invoice_value"], item["invoice_currency"], item["seller_name"]) == (70.0, "USD", "ТОО ВЫДУМАННЫЙ ПЛАТЕЛЬЩИК")
    wrong = read_text(tmp_path, wide("customs/kz_exports", [kept, {**kept, "DIRECTION": "ИМ"}]), source_id="customs/kz_exports")
    assert wrong.reasons == [("line 3", "direction_conflict")]


def test_a_turkish_import(tmp_path: Path) -> None:
    """Amounts of the declaration are left out; a tax number gets its zero; the year and the office of the number must agree."""
    item = read_text(tmp_path, wide("customs/tr_imports", [TR]), source_id="customs/tr_imports").only
    assert (item["invoice_value"], item["declared_value_usd"], item["quantity"], item["item_number"]) == (None, None, None, None)
    assert (item["consignee_tax_id"], item["consignee_name"], item["national_code"]) == ("0123456789", "ÖRNEK SANAYİ A.Ş.", "8471500000")
    rows = [TR, {**TR, "RECORD_ID": "r2", "REGISTRATION_DATE": "2024-01-15"}, {**TR, "RECORD_ID": "r3", "CUSTOMS_OFFICE_CODE": "340001"}]
    read = read_text(tmp_path, wide("customs/tr_imports", rows), source_id="customs/tr_imports")
    assert read.reasons == [("line 3", "date_conflict"), ("line 4", "office_conflict")]


def test_a_us_bill(tmp_path: Path) -> None:
    """A bill has a kind, a key of bill, voyage and manifest, a guessed code, a recomputed mass and no value."""
    item = read_text(tmp_path, wide("customs/us_manifests", [US]), source_id="customs/us_manifests", as_of=dt.date(2025, 2, 1)).only
    assert (item["record_kind"], item["bill_number"]) == ("house_bill", "EXMP0000001 / 001W / 123456")
    assert item["master_bill_number"] == "EXMP0000009 / 001W / 123456"
    assert (item["hs_basis"], item["declared_value_usd"], item["revision"]) == ("guessed", None, 20250201)
    assert (item["gross_mass_kg"], item["packages"], item["country_of_dispatch"]) == (45.36, 7.0, "IN, INDIA")
    assert (item["consignor_name"], item["country_of_destination"]) == ("EXAMPLE SHIPPER", None)


def test_a_us_mass_is_recomputed_from_its_unit(tmp_path: Path) -> None:
    """Where the provider's kilograms are not the printed weight, the printed weight stands and the row is counted."""
    read = read_text(tmp_path, wide("customs/us_manifests", [{**US, "WEIGHT_IN_KG": "100"}]), source_id="customs/us_manifests")
    assert read.only["gross_mass_kg"] == pytest.approx(45.359237)
    assert any("1 rows: WEIGHT_IN_KG" in one for one in read.emit.notes)


def test_equal_us_masses_are_no_news(tmp_path: Path) -> None:
    """A file whose kilograms are the printed weight carries no note about them."""
    read = read_text(tmp_path, wide("customs/us_manifests", [US]), source_id="customs/us_manifests")
    assert not any("WEIGHT_IN_KG" in one for one in read.emit.notes)


def test_us_bills_to_order_and_unknown_types(tmp_path: Path) -> None:
    """'TO ORDER' is nobody; a bill type outside the table is rejected; a revision needs a dated file."""
    rows = [
        {**US, "RAW_CONSIGNEE_NAME": "TO ORDER"},
        {**US, "BILL_TYPE_CODE": "Q", "RECORD_ID": "r2"},
        {**US, "BILL_TYPE_CODE": "R", "RECORD_ID": "r3"},
    ]
    read = read_text(tmp_path, wide("customs/us_manifests", rows), source_id="customs/us_manifests")
    assert [(one["consignee_name"], one["record_kind"]) for one in read.items] == [
        (None, "house_bill"),
        ("INVENTED KESTREL WORKS", "regular_bill"),
    ]
    assert read.reasons == [("line 3", "unknown_category")]
    assert read.items[0]["revision"] is None


def test_a_korean_row_has_codes_and_no_names(tmp_path: Path) -> None:
    """Codes are ids, not names; the edition is that of its time; the amount has no currency."""
    text = wide(
        "customs/kr_synthetic",
        [
            {
                "Declaration ID": "41256141",
                "Date": "2021-04-01",
                "Importer ID": "Y3OM027",
                "Seller ID": "FQKH1PD",
                "HS6 Code": "90190",
                "Net Mass": "1.0",
                "Item Price": "1248.7",
                "Fraud": "1",
            }
        ],
    )
    item = read_text(tmp_path, text.replace("NULL", ""), source_id="customs/kr_synthetic").only
    assert (item["consignor_name"], item["consignor_tax_id"], item["consignee_tax_id"]) == (None, "FQKH1PD", "Y3OM027")
    assert (item["hs_code"], item["hs_edition"], item["customs_value"], item["customs_currency"]) == ("090190", "2017", 1248.7, None)


@pytest.mark.shared
@pytest.mark.parametrize(("part", "rows"), [("train", 37_385), ("valid", 8_134), ("test", 8_481)])
def test_the_korean_files_load_whole(shared: Path, tmp_path: Path, part: str, rows: int) -> None:
    """Every line of the real files is an item; none is rejected."""
    copy = tmp_path / f"{part}.csv"
    copy.write_bytes((shared / f"data/customs/kr_synthetic/df_syn_{part}_eng.csv").read_bytes())
    read = read_file(copy, "customs/kr_synthetic")
    assert (len(read.items), read.rejects, copy.read_bytes().count(b"\n") - 1) == (rows, [], rows)
