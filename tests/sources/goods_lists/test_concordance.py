"""Correlations between HS editions from the workbooks of the UN Statistics Division."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from enduse.errors import SourceDrift, UnreadableFile
from tests.sources.reading import faults, read_file, rows

PAIRS = [
    ("010101", "010101", "1:1"), ("020202", "020201", "1:n"), ("020202", "020203", "1:n"), ("030301", "030303", "n:1"),
    ("030302", "030303", "n:1"), ("040401", "040401", "n:n"), ("040401", "040402", "n:n"), ("040402", "040401", "n:n"),
    ("040402", "040402", "n:n"),
]  # fmt: skip


def _workbook(
    folder: Path, pairs: list[Any], conversions: list[Any], header: tuple[str, str] = ("HS 2022", "HS 2017"), name: str = "x.xlsx"
) -> Path:
    book = Workbook()
    conversion = book.active
    assert conversion is not None
    conversion.title = "Conversions"
    conversion.append([f"From {header[0]}", f"To {header[1]}"])
    for pair in conversions:
        conversion.append(pair[:2])
    correlation = book.create_sheet("Correlations")
    correlation.append(["Between"])
    correlation.append([header[0], header[1], "Relationship"])
    for pair in pairs:
        correlation.append(pair)
    book.save(folder / name)
    return folder / name


def test_the_relation_is_counted_from_the_pairs(tmp_path: Path) -> None:
    """1:1, 1:n, n:1 and n:n come from the rows; `converts` marks what the conversion picks."""
    emit = read_file("goods_lists/concordance", _workbook(tmp_path, PAIRS, [PAIRS[0], PAIRS[1]]))
    found = rows(emit, "hs_concordance")
    assert [(row["from_code"], row["to_code"], row["relation"]) for row in found] == PAIRS
    assert {row["from_edition"] for row in found} == {"2022"}
    assert [row["to_code"] for row in found if row["converts"]] == ["010101", "020201"]


def test_a_printed_relation_that_differs_is_noted(tmp_path: Path) -> None:
    """The rows are believed, the note says how often the print differs."""
    pairs = [("010101", "010101", "n:n"), *PAIRS[1:]]
    emit = read_file("goods_lists/concordance", _workbook(tmp_path, pairs, PAIRS[:1]))
    assert rows(emit, "hs_concordance")[0]["relation"] == "1:1"
    assert any(note.startswith("1 pairs are printed with another relation") for note in emit.notes)


def test_numbers_get_their_lost_zero_and_nothing_corresponding_is_noted(tmp_path: Path) -> None:
    """A cell stored as the number 10101 is 010101; n/a is a note; seven digits are a reject."""
    pairs = [*PAIRS[1:], (10101, 10101.0, "1:1"), ("n/a", "380999", "n/a"), ("0101011", "010101", "1:1")]
    emit = read_file("goods_lists/concordance", _workbook(tmp_path, pairs, PAIRS[1:2]))
    assert ("010101", "010101") in {(row["from_code"], row["to_code"]) for row in rows(emit, "hs_concordance")}
    assert any("nothing corresponds to 380999" in note for note in emit.notes)
    assert list(faults(emit).values()) == ["hs_digits"]


def test_editions_come_from_the_header_or_the_file_name(tmp_path: Path) -> None:
    """Without editions in the header, hs2022_to_hs2012.xlsx tells them; without both, nothing is published."""
    named = _workbook(tmp_path, PAIRS, PAIRS[:1], ("left", "right"), "hs2022_to_hs2012.xlsx")
    assert {row["to_edition"] for row in rows(read_file("goods_lists/concordance", named), "hs_concordance")} == {"2012"}
    with pytest.raises(SourceDrift, match="editions cannot be told"):
        read_file("goods_lists/concordance", _workbook(tmp_path, PAIRS, PAIRS[:1], ("left", "right")))
    with pytest.raises(SourceDrift, match="editions cannot be told"):
        read_file("goods_lists/concordance", _workbook(tmp_path, PAIRS, PAIRS[:1], ("HS 2022", "HS 2019")))


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    """A sheet with another name is drift; a file that is no workbook is unreadable."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["010101", "010101"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(SourceDrift, match="unexpected sheet"):
        read_file("goods_lists/concordance", tmp_path / "other.xlsx")
    (tmp_path / "no.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(UnreadableFile):
        read_file("goods_lists/concordance", tmp_path / "no.xlsx")


@pytest.mark.shared
def test_2022_to_2017_loads_whole(shared: Path) -> None:
    """5,613 conversions and every correlated pair, against another spreadsheet library."""
    path = shared / "data/goods/concordance/hs2022_to_hs2017.xlsx"
    emit = read_file("goods_lists/concordance", path)
    found = rows(emit, "hs_concordance")
    book = load_workbook(path, read_only=True)
    plain = {(str(row[0]), str(row[1])) for row in book["HS2022-HS2017 Correlations"].iter_rows(min_row=3, values_only=True)}
    book.close()
    assert {(row["from_code"], row["to_code"]) for row in found} == plain
    assert (sum(row["converts"] for row in found), emit.rows_rejected) == (5613, 0)


@pytest.mark.shared
@pytest.mark.slow
def test_every_workbook_loads(shared: Path) -> None:
    """Fifteen workbooks, old format and new: no reject, and every code of the conversion is picked once."""
    paths = sorted((shared / "data/goods/concordance").iterdir())
    assert len(paths) == 15
    for path in paths:
        emit = read_file("goods_lists/concordance", path)
        chosen = [row["from_code"] for row in rows(emit, "hs_concordance") if row["converts"]]
        assert emit.rows_rejected == 0
        assert len(chosen) == len(set(chosen)) >= 5200
