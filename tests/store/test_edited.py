"""CSV files that people edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SettingError
from enduse.store import edited_rows

COLUMNS = ("left", "right")


def test_rows_in_any_order_of_columns_with_further_ones(tmp_path: Path) -> None:
    """Cells go by their column's name, empty lines say nothing, and `where` names the line."""
    path = tmp_path / "edited.csv"
    path.write_text("\ufeffright, note,left\n b ,x, a \n,,\n", encoding="utf-8")
    assert list(edited_rows(path, COLUMNS)) == [(f"{path}, line 2", {"right": "b", "note": "x", "left": "a"})]


def test_no_file_says_nothing(tmp_path: Path) -> None:
    """Without a file nobody decided anything."""
    assert list(edited_rows(tmp_path / "absent.csv", COLUMNS)) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"left\na\n", "line 1: the header is left; expected left, right"),
        (b"left,right,left\n", "line 1"),
        (b"", "line 1: the header is empty"),
        (b"left,right\na\n", "line 2: 1 cells; 2 are expected"),
        (b"left,right\na,\xff\n", "not UTF-8 text"),
        (b"left,right\na,\0\n", "NUL bytes"),
        (b'left,right\na,"b\n', "not readable as CSV"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, content: bytes, told: str) -> None:
    """What cannot be read raises with file, line and what was expected."""
    path = tmp_path / "edited.csv"
    path.write_bytes(content)
    with pytest.raises(SettingError, match=told):
        list(edited_rows(path, COLUMNS))
