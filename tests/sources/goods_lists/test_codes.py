"""Goods lists from CSV, and the list that ships with the package."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from enduse.errors import SettingError, SourceDrift
from enduse.sources import shipped_goods_codes
from enduse.sources.stage import read
from tests.conftest import MakeDesk
from tests.sources.reading import faults, read_file, rows

TIERS = {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}


def _file(folder: Path, text: str, name: str = "my_list_2024-02-23.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_list_has_the_published_tiers() -> None:
    """Fifty codes of HS 2022 in six tiers, nine of them (tiers 1 and 2) in chapter 85, the start of none of them known."""
    codes = shipped_goods_codes()
    assert Counter(row["tier"] for row in codes) == TIERS
    assert {row["code"][:2] for row in codes if row["tier"] in ("1", "2")} == {"85"}
    by_code = {row["code"]: row["tier"] for row in codes}
    assert (by_code["850440"], by_code["845710"], by_code.get("400921")) == ("3.A", "4.B", None)
    assert {(row["hs_edition"], row["list_version"], row["valid_from"]) for row in codes} == {("2022", "2024-02-23", None)}


def test_the_shipped_list_stands_in_every_workspace(make_desk: MakeDesk) -> None:
    """Without any input, the read stage writes the fifty codes with no snapshot."""
    desk = make_desk()
    read(desk)
    desk.finish()
    table = desk.read("goods_codes")
    assert table.num_rows == 50
    assert table["snapshot_id"].null_count == 50


def test_a_user_list_is_named_by_its_file(tmp_path: Path) -> None:
    """my_list_2024-02-23.csv is version 2024-02-23 of my_list; a heading covers what stands below it."""
    emit = read_file("goods_lists/user_csv", _file(tmp_path, "HS Code;Annex;Description\n8542;A;circuits\n8407.10;B;engines\n"))
    found = {row["code"]: row for row in rows(emit, "goods_codes")}
    assert set(found) == {"8542", "840710"}
    one = found["840710"]
    assert (one["list_id"], one["list_version"], one["tier"], one["description"]) == ("my_list", "2024-02-23", "B", "engines")
    assert any("HS 2022" in note for note in emit.notes)


def test_a_map_names_list_version_edition_and_dates(tmp_path: Path) -> None:
    """The map's words win over the file's name; days follow the declared format."""
    given = {
        "list_id": "annex_xl",
        "list_version": "14th",
        "hs_edition": "2017",
        "date_format": "%d.%m.%Y",
        "columns": {"code": "Ware"},
        "ignore": ["Nr"],
    }
    path = _file(tmp_path, "Nr,Ware,from,until\n1,854231,24.02.2024,25.06.2024\n")
    (row,) = rows(read_file("goods_lists/user_csv", path, given), "goods_codes")
    assert (row["list_id"], row["list_version"], row["hs_edition"]) == ("annex_xl", "14th", "2017")
    assert (row["valid_from"], row["valid_until"]) == (dt.date(2024, 2, 24), dt.date(2024, 6, 25))


def test_the_as_of_day_is_the_version_of_an_undated_file(tmp_path: Path) -> None:
    """Else the version is called undated."""
    path = _file(tmp_path, "code\n854231\n", "list.csv")
    assert rows(read_file("goods_lists/user_csv", path, as_of="2024-03-01"), "goods_codes")[0]["list_version"] == "2024-03-01"
    assert rows(read_file("goods_lists/user_csv", path), "goods_codes")[0]["list_version"] == "undated"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("85423,,,", "hs_digits"),
        ("chips,,,", "hs_digits"),
        ("854231901234,,,", "hs_digits"),
        ("854232,,2024-02,", "unreadable_date"),
        ("854232,,2024-02-30,", "unreadable_date"),
        ("854232,,2024-03-01,2024-02-01", "unreadable_date"),
        ("854231,,,", "repeated_code"),
        ("854231", "broken_row"),
    ],
)
def test_a_wrong_row_is_rejected_and_the_rest_read(tmp_path: Path, row: str, reason: str) -> None:
    """A lost zero, a partial or impossible day, a code met twice, a short row: rejected with the line; nothing is guessed."""
    emit = read_file("goods_lists/user_csv", _file(tmp_path, f"code,tier,valid_from,valid_until\n854231,1,,\n{row}\n"))
    assert faults(emit) == {"line 3": reason}
    assert len(rows(emit, "goods_codes")) == 1


def test_an_unknown_column_or_map_key_is_refused(tmp_path: Path) -> None:
    """What is not declared is drift, and the message says how to go on."""
    path = _file(tmp_path, "code,colour\n854231,red\n")
    with pytest.raises(SourceDrift, match=r"colour.*ignore: \[colour\]"):
        read_file("goods_lists/user_csv", path)
    with pytest.raises(SettingError, match="list_name"):
        read_file("goods_lists/user_csv", path, {"list_name": "x"})


def test_tiers_take_the_authoritys_form(tmp_path: Path) -> None:
    """3A is tier 3.A; a tier the list does not have is rejected."""
    emit = read_file("goods_lists/chpl", _file(tmp_path, "hs6,tier\n850440,3A\n845710,Tier 4.B\n854231,5\n", "chpl.csv"))
    assert {row["code"]: row["tier"] for row in rows(emit, "goods_codes")} == {"850440": "3.A", "845710": "4.B"}
    assert faults(emit) == {"line 4": "unknown_tier"}


def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    """The same codes in another order give the same rows."""
    first = read_file("goods_lists/chpl", _file(tmp_path, "hs6,tier\n850440,3A\n854231,1\n", "a.csv"))
    second = read_file("goods_lists/chpl", _file(tmp_path, "hs6,tier\n854231,1\n850440,3A\n", "b.csv"))
    strip = [[{**row, "snapshot_id": None} for row in rows(one, "goods_codes")] for one in (first, second)]
    assert strip[0] == strip[1]


@pytest.mark.shared
def test_the_real_list_agrees_with_the_shipped_one(shared: Path) -> None:
    """The file's fifty codes and tiers are those that ship."""
    found = rows(read_file("goods_lists/chpl", shared / "data/goods/chpl.csv"), "goods_codes")
    assert {(row["goods_code_id"], row["tier"]) for row in found} == {(row["goods_code_id"], row["tier"]) for row in shipped_goods_codes()}
    assert Counter(row["tier"] for row in found) == TIERS


def test_hs_codes_keep_their_zeros_and_totals_are_no_codes(tmp_path: Path) -> None:
    """01 stays 01; the statistics' TOTAL is no code; a code shorter than its level is rejected."""
    text = 'section,hscode,description,parent,level\nI,01,Animals,TOTAL,2\nI,010121,"Horses, live",0101,6\nI,1012,x,01,6\n,TOTAL,Total,,0\n'
    emit = read_file("goods_lists/hs", _file(tmp_path, text))
    assert {row["code"]: row["description"] for row in rows(emit, "hs_codes")} == {"01": "Animals", "010121": "Horses, live"}
    assert faults(emit) == {"line 4": "hs_digits"}


@pytest.mark.shared
def test_the_real_nomenclature_loads_whole(shared: Path) -> None:
    """6,940 rows, of which one is the total; codes and texts are the file's."""
    path = shared / "data/goods/hs2022.csv"
    emit = read_file("goods_lists/hs", path)
    with path.open(encoding="utf-8", newline="") as stream:
        plain = {row["hscode"]: row["description"].strip() for row in csv.DictReader(stream)}
    assert (emit.rows_read, emit.rows_rejected, len(plain)) == (6940, 0, 6940)
    del plain["TOTAL"]
    assert {row["code"]: row["description"] for row in rows(emit, "hs_codes")} == plain
