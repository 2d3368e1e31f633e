"""Parts found in weapons."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from enduse.errors import SourceDrift
from enduse.sources.components.gur.part_numbers import part_number
from tests.sources.reading import faults, read_file, rows

HEADER = (
    "component_id,name_marking,category,function,manufacturer,manufacturer_country,oem_part_number,production_date,found_in_drones,"
    "sanctions_status,is_dual_use,replaceable_with,price_retail_usd,source_url,evidence_image,last_verified,notes\n"
)


def _row(
    number: str, marking: str = "Servo XK-1000", weapon: str = '"[""invented-uav""]"', note: str = "", maker: str = "Invented Works"
) -> str:
    return f"{number},{marking},motor,,{maker},UNK,,,{weapon},unknown,False,[],,,,2026-06-13,{note}\n"


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "components.csv"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return path


def test_a_part_has_its_marking_number_maker_and_weapon(tmp_path: Path) -> None:
    """The publisher's name of the weapon wins over the compiler's id; UNK is no country."""
    emit = read_file("components/gur", _file(tmp_path, _row("x-1", note="Linked weapon as published by GUR: Invented UAV")))
    (row,) = rows(emit, "components")
    assert (row["name_marking"], row["part_number"], row["manufacturer"]) == ("Servo XK-1000", "XK-1000", "Invented Works")
    assert (row["found_in"], row["manufacturer_country"]) == ("Invented UAV", None)


def test_two_weapons_are_two_rows_and_equal_rows_one(tmp_path: Path) -> None:
    """The grain is one part in one weapon; a repeated row adds nothing and is counted in the note."""
    twice = _row("x-1", weapon='"[""a-uav"", ""b-uav""]"')
    emit = read_file("components/gur", _file(tmp_path, twice, twice))
    assert sorted(row["found_in"] for row in rows(emit, "components")) == ["a-uav", "b-uav"]
    assert emit.rows_read == 2
    assert any("repeat another" in note for note in emit.notes)


def test_one_number_for_two_parts_is_rejected(tmp_path: Path) -> None:
    """Whatever the order of the rows, the same one is kept and the other goes to rejects."""
    one, other = _row("x-1", "Servo A-1000"), _row("x-1", "Servo B-1000")
    first, second = (read_file("components/gur", _file(tmp_path, *lines)) for lines in ((one, other), (other, one)))
    assert list(faults(first).values()) == ["repeated_id"]
    assert rows(first, "components")[0]["name_marking"] == rows(second, "components")[0]["name_marking"]


@pytest.mark.parametrize("weapon", ["[]", "no list", '"[1]"'])
def test_a_part_without_a_weapon_is_rejected(tmp_path: Path, weapon: str) -> None:
    """The weapons are a JSON list of names."""
    emit = read_file("components/gur", _file(tmp_path, _row("x-1", weapon=weapon), _row("x-2")))
    assert faults(emit) == {"line 2": "incomplete_row"}


def test_words_for_nothing_are_nothing(tmp_path: Path) -> None:
    """(unspecified) and Not identified are null, not names."""
    (row,) = rows(read_file("components/gur", _file(tmp_path, _row("x-1", "(unspecified)", maker="Not identified"))), "components")
    assert (row["name_marking"], row["part_number"], row["manufacturer"]) == (None, None, None)


@pytest.mark.parametrize(
    ("marking", "compiled", "expected"),
    [
        ("Modem XK-F358", "F358", "XK-F358"),
        ("Driver (MC34119L)", "MC34119L", "MC34119L"),
        ("Inverter 75A5X5K HCT04", "CMOS", None),
        ("DC/DC converter 12V", None, None),
        ("32-bit controller STM32F030F4P6", None, "STM32F030F4P6"),
        (None, None, None),
    ],
)
def test_part_numbers_are_read_from_the_marking(marking: str | None, compiled: str | None, expected: str | None) -> None:
    """A cut number is made whole, a mere kind or a rating is none, two candidates cannot be told apart."""
    assert part_number(marking, compiled, {"CMOS"}) == expected


def test_another_header_is_drift(tmp_path: Path) -> None:
    """A file that is none of the three is refused, naming them."""
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(SourceDrift, match=r"components: .*weapons: .*manufacturers: "):
        read_file("components/gur", tmp_path / "x.csv")


@pytest.mark.shared
def test_the_real_catalogue_loads_whole(shared: Path) -> None:
    """8,326 rows are read, none rejected; 2,520 repeat another in every cell, so 5,806 parts stand."""
    folder = shared / "data/components"
    emit = read_file("components/gur", folder / "components.csv")
    with (folder / "components.csv").open(encoding="utf-8", newline="") as stream:
        plain = [tuple(row.values()) for row in csv.DictReader(stream)]
    assert (len(plain), len(set(plain))) == (8326, 5806)
    assert (emit.rows_read, emit.rows_rejected, len(rows(emit, "components"))) == (8326, 0, 5806)
    assert [row["name_marking"] for row in rows(emit, "components") if row["external_id"] == "gur-2090"] == [None]
    for name, count in (("drones", 195), ("manufacturers", 621)):
        assert read_file("components/gur", folder / f"{name}.csv").rows_read == count
