"""The truth agrees with the files: everything is counted again from the raw rows, without the package's readers."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from typing import Any

import pytest

from enduse.worlds import World

from .conftest import Book, rows_of, serial_of, truth_of

T0 = "2022-02-24"
IMPORTS = (("ru_imports", "SUPPLIER_NAME", "IMPORTER_NAME"), ("kz_imports", "SUPPLIER_NAME", "IMPORTER_NAME"))
EXPORTS = (("kz_exports", "EXPORTER_NAME", "BUYER_NAME"), ("cn_exports", "境内发货人", "境外收货人"))


def shipments(world: World) -> dict[int, dict[str, Any]]:
    """Return every shipment to Russia and Kazakhstan once, importer's row first: serial to parties, day, code, kg."""
    book = Book(truth_of(world))
    found: dict[int, dict[str, Any]] = {}
    for name, seller, buyer in (*IMPORTS, *EXPORTS):
        for row in rows_of(world, name):
            serial = serial_of(row.get("RECORD_ID") or row["记录号"])
            found.setdefault(
                serial,
                {
                    "file": name,
                    "seller": book.who(row[seller]),
                    "buyer": book.who(row[buyer]),
                    "day": row.get("IMP_DATE") or row.get("REGISTRATION_DATE") or row["申报日期"],
                    "code": (row.get("HS_CODE") or row["商品编号"])[:6],
                    "kg": float(row.get("NET_WEIGHT_KG") or row.get("N_WEIGHT") or row["净重"]),
                },
            )
    return found


@pytest.mark.parametrize("name", ["small", "demo"])
def test_suppliers(request: pytest.FixtureRequest, name: str) -> None:
    """The number of suppliers is that of distinct consignors in the rows."""
    world = request.getfixturevalue(name)
    rows = shipments(world).values()
    for one in truth_of(world)["suppliers"]:
        same = {entity["id"]: entity["true"] for entity in truth_of(world)["entities"]}
        wanted = {same[key] for key in one["companies"]}
        assert sorted({row["seller"] for row in rows if row["buyer"] in wanted}) == one["suppliers"]
        assert len(one["suppliers"]) == one["count"]


@pytest.mark.parametrize("name", ["small", "demo"])
def test_chains(request: pytest.FixtureRequest, name: str) -> None:
    """Direct and supplied quantities of each planted chain are the sums of the rows."""
    world = request.getfixturevalue(name)
    truth, book, rows = truth_of(world), Book(truth_of(world)), list(shipments(world).values())
    asked = {one["id"]: one for one in truth["questions"]}
    for chain in truth["chains"]:
        question = asked[chain["id"]]
        supplier, end_user = book.who(question["from"][0]), book.who(question["to"][0])
        own = [row for row in rows if row["seller"] == supplier and row["code"].startswith(tuple(question["goods"]))]
        assert sum(row["kg"] for row in own) == pytest.approx(chain["supplied"])
        assert sum(row["kg"] for row in own if row["buyer"] == end_user) == pytest.approx(chain["direct"])
        assert chain["direct"] + sum(one["kg"] for one in chain["via"]) == pytest.approx(chain["kg"])


def test_first_ever_importers_and_switchers(small: World) -> None:
    """RF-01 and RF-02 of Russian consignees follow from the rows."""
    truth = truth_of(small)
    with (small.folder / "invented_goods_list.csv").open(encoding="utf-8") as source:
        listed = {row["hs_code"] for row in csv.DictReader(source)}
    russian = {one["id"] for one in truth["entities"] if one["country"] == "RU"}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in shipments(small).values():
        period = "before" if row["day"] < T0 else "after"
        counts[row["buyer"]][period] += 1
        counts[row["buyer"]][f"listed {period}"] += row["code"] in listed
    after = {company for company in russian if counts[company]["listed after"]}
    first = {company for company in after if not counts[company]["before"]}
    switched = {company for company in after - first if not counts[company]["listed before"]}
    assert sorted(first) == truth["flags"]["RF-01"]["yes"]
    assert sorted(switched) == truth["flags"]["RF-02"]["yes"]


def test_trade_after_designation(small: World) -> None:
    """RF-40 names the shipments of listed companies on or after the day of effect."""
    truth = truth_of(small)
    # A listing dated to the month is surely in effect from the month's last day.
    since = {one["company"]: (one["started_on"] + "-30")[:10] for one in truth["listed"] if one["started_on"]}
    late = [
        serial
        for serial, row in shipments(small).items()
        if any(row["day"] >= since.get(row[side], "9999") for side in ("seller", "buyer"))
    ]
    assert sorted(late) == sorted(truth["flags"]["RF-40"]["yes"])


@pytest.mark.parametrize("name", ["small", "demo"])
def test_duplicates(request: pytest.FixtureRequest, name: str) -> None:
    """The planted duplicates are those that the record ids show."""
    world = request.getfixturevalue(name)
    files = {one: [row.get("RECORD_ID") or row["记录号"] for row in rows_of(world, one)] for one in world.rows}
    equal = sum(len(ids) - len(set(ids)) for ids in files.values())
    imported = {serial_of(one) for file in ("ru_imports", "kz_imports") for one in files[file]}
    mirrors = sum(serial_of(one) in imported for file in ("kz_exports", "cn_exports") for one in set(files[file]))
    masters = sum(row["BILL_TYPE_CODE"] == "M" for row in rows_of(world, "us_manifests"))
    assert truth_of(world)["duplicates"] == {
        "equal_row": equal, "mirror": mirrors, "master_of_house": masters, "revision": world.rows["us_manifests_later"],
    }  # fmt: skip


def test_every_master_has_two_houses(small: World) -> None:
    """The mass of a master bill is that of its two house bills."""
    rows = rows_of(small, "us_manifests")
    houses: dict[str, list[float]] = defaultdict(list)
    for row in {row["RECORD_ID"]: row for row in rows}.values():
        houses[row["MASTER_BILL_OF_LADING"]].append(float(row["WEIGHT_IN_KG"]))
    for row in (row for row in rows if row["BILL_TYPE_CODE"] == "M"):
        assert len(houses[row["BILL_OF_LADING"]]) == 2
        assert sum(houses[row["BILL_OF_LADING"]]) == pytest.approx(float(row["WEIGHT_IN_KG"]))


def test_gaps_hold_no_rows(small: World) -> None:
    """A month said to be missing is missing from that file, and from no other."""
    for gap in truth_of(small)["coverage_gaps"]:
        name = gap["source"].split("/")[1]
        column = "IMP_DATE" if name == "ru_imports" else "REGISTRATION_DATE"
        months = {row[column][:7] for row in rows_of(small, name)}
        assert not {month for month in months if gap["since"] <= month <= gap["until"]}
    assert any(row["REGISTRATION_DATE"].startswith("2023-11") for row in rows_of(small, "kz_exports"))


def test_engines_keep_their_mass_and_price(small: World) -> None:
    """Goods declared under another code still weigh and cost what engines do."""
    rows = {serial_of(row["RECORD_ID"]): row for row in rows_of(small, "ru_imports")}
    for change in truth_of(small)["code_changes"]:
        for serial in change["serials_after"]:
            row = rows[serial]
            assert row["HS_CODE"][:6] in change["declared_as"]
            assert float(row["NET_WEIGHT_KG"]) / float(row["QUANTITY"]) == pytest.approx(20)
            assert float(row["TOTAL_VALUE_USD"]) / float(row["NET_WEIGHT_KG"]) == pytest.approx(250)


def test_successors_begin_after_the_listing(small: World) -> None:
    """The old supplier ships only before its designation, the new one only after."""
    rows = shipments(small)
    for one in truth_of(small)["successions"]:
        days = {
            company: [rows[serial]["day"] for serial in one["serials"] if rows[serial]["seller"] == company]
            for company in (one["old"], one["new"])
        }
        assert max(days[one["old"]]) < one["listed_on"] < min(days[one["new"]])
