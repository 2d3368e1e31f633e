"""The lists of a world."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from followthemoney import model

from enduse.worlds import World

from .conftest import truth_of


def test_entities_are_followthemoney(demo: World) -> None:
    """Every entity has a known schema and only properties of it with accepted values."""
    for line in (demo.folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        proxy = model.get_proxy(given, cleaned=False)
        assert proxy.schema.name == given["schema"]
        assert set(proxy.properties) == set(given["properties"])


def test_every_dated_listing_is_in_the_file(small: World) -> None:
    """Companies, days and programmes of the list are those of the truth."""
    entities = [json.loads(line) for line in (small.folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]
    acts = {one["properties"]["entity"][0]: one["properties"]["startDate"][0] for one in entities if one["schema"] == "Sanction"}
    assert acts == {one["external_id"]: one["started_on"] for one in truth_of(small)["listed"] if one["list"] == "invented"}


def test_native_files_have_no_header_and_end_with_a_control_character(small: World) -> None:
    """The three files have 12, 5 and 6 columns and the last line of the real ones."""
    for name, width in (("sdn.csv", 12), ("alt.csv", 5), ("add.csv", 6)):
        path = small.folder / name
        if path.exists():
            text = path.read_bytes().decode("ascii")
            assert text.endswith("\r\n\x1a")
            assert {len(row) for row in csv.reader(text.rstrip("\x1a").splitlines())} == {width}


@pytest.mark.shared
def test_no_invented_name_is_a_listed_one(shared: Path, small: World, demo: World) -> None:
    """No name of an invented company, folded, occurs among the names of the real lists."""
    real: set[str] = set()
    folder = shared / "data" / "watchlists"
    for path in (*sorted((folder / "eu_journal").glob("*.csv")), *sorted((folder / "uk").glob("subject_names.csv")),
                 *sorted((folder / "ofac").glob("*.csv"))):  # fmt: skip
        with path.open(encoding="utf-8", errors="replace", newline="") as source:
            real |= {folded(part) for row in csv.reader(source) for cell in row for part in cell.split(";")}
    for path in sorted((folder / "bis").glob("bis_*.json")):
        real |= {folded(part) for part in path.read_text(encoding="utf-8").split('"')}
    invented = {folded(name["text"]) for world in (small, demo) for one in truth_of(world)["entities"] for name in one["names"]}
    assert len(real) > 50_000
    assert not invented & real


def folded(text: str) -> str:
    """Return letters and digits only, upper-case."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
