"""What readers emit: rows and columns of one table meet, and what comes later stands."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.model.sources import HS_CODES
from enduse.sources import emitting
from enduse.sources.emitting import Emission
from tests.sources.reading import emission, rows


def _row(emit: Emission, code: str, text: str) -> None:
    emit.row(HS_CODES, hs_edition="2022", code=code, description=text)


def _columns(emit: Emission, code: str, text: str) -> None:
    emit.columns(HS_CODES, {"hs_edition": ["2022"], "code": [code], "description": [text]})


@pytest.mark.parametrize("waiting", [1, 2, 200_000])
@pytest.mark.parametrize("acts", [(_row, _columns, _row), (_columns, _row, _columns), (_columns, _columns, _columns)])
def test_the_last_of_equal_keys_stands(monkeypatch: pytest.MonkeyPatch, acts: tuple[Any, ...], waiting: int) -> None:
    """However rows and columns alternate, and however many rows wait, one key is one row: the last."""
    monkeypatch.setattr(emitting, "WAITING_ROWS", waiting)
    emit = emission()
    emit.begin("s")
    for number, act in enumerate(acts):
        act(emit, "01", f"text {number}")
        act(emit, f"0{number + 2}", "other")
    found = {row["code"]: row["description"] for row in rows(emit, "hs_codes")}
    assert found == {"01": "text 2", "02": "other", "03": "other", "04": "other"}
    assert emit.counts["hs_codes"] == 6


def test_columns_carry_the_snapshot_and_refuse_unknown_ones() -> None:
    """A column left out is null, the file is filled in, a column the table has not is our mistake."""
    emit = emission()
    emit.begin("snapshot")
    emit.columns(HS_CODES, {"hs_edition": ["2022"], "code": ["01"]})
    assert rows(emit, "hs_codes") == [{"hs_edition": "2022", "code": "01", "description": None, "snapshot_id": "snapshot"}]
    with pytest.raises(KeyError, match="colour"):
        emit.columns(HS_CODES, {"code": ["01"], "colour": ["red"]})
