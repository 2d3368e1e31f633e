"""Every real list loads whole: the readers' numbers are those of plain counting code."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHECKOUT
from tests.sources.reading import read_file, rows

pytestmark = pytest.mark.shared
LISTS = CHECKOUT.parent / "shared" / "data" / "watchlists"


def _benchmark(name: str) -> Any:
    folder = str(CHECKOUT / "benchmarks")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def _files() -> list[Any]:
    found = _benchmark("independent_lists").files(LISTS) if LISTS.is_dir() else []
    return [pytest.param(*one, id=str(one[0].relative_to(LISTS))) for one in found]


@pytest.mark.parametrize(("path", "source", "counter"), _files())
def test_the_reader_finds_what_plain_code_counts(shared: Path, tmp_path: Path, path: Path, source: str, counter: str) -> None:
    """Subjects, designations, names, identifiers and addresses agree with an independent count, and no row is rejected."""
    found = _benchmark("list_counts").load(path, source, counter, tmp_path / "spare.parquet").found
    plain = _benchmark("independent_lists").count(path, counter)
    assert {name: found[name] for name in plain if name != "aliases"} == {
        name: number for name, number in plain.items() if name != "aliases"
    }
    assert found["rejects"] == 0
    assert found["aliases"] >= plain.get("aliases", 0)


def test_every_list_file_has_a_reader(shared: Path) -> None:
    """Only the packagers' own descriptions are left out."""
    assert [path.name for path in _benchmark("independent_lists").unread(LISTS)] == ["lists.json", "metadata.json"]


def test_named_companies_stand_where_they_should(shared: Path) -> None:
    """COMPEL is OFAC 41999 and UK RUS2098; STRELOI is two entries; FENIKS is two entries of one name."""
    names = rows(read_file("watchlists/ofac_json", LISTS / "ofac" / "ofac-sdn.json"), "statements")
    uids = {
        row["external_id"]: row["subject_id"]
        for row in rows(read_file("watchlists/ofac_json", LISTS / "ofac" / "ofac-sdn.json"), "designations")
    }
    said = {uid: {row["value"] for row in names if row["subject_id"] == uids[uid]} for uid in ("41999", "44853", "46589", "48686", "47650")}
    assert any("COMPEL" in name for name in said["41999"])
    assert all("STRELOI" in " ".join(said[uid]) for uid in ("44853", "46589"))
    assert uids["44853"] != uids["46589"]
    assert uids["48686"] != uids["47650"]
    uk = rows(read_file("watchlists/uk_tables", LISTS / "uk" / "subject_names.csv"), "statements")
    assert {"JSC COMPEL", "JSC KOMPEL"} <= {row["value"] for row in uk}


def test_one_company_under_two_measures(shared: Path) -> None:
    """833/2014 Annex IV is an export ban, 269/2014 Annex I an asset freeze, and no list prints a listing date where it has none."""
    ban = rows(read_file("watchlists/eu_journal", LISTS / "eu_journal" / "32014R0833.csv"), "designations")
    freeze = rows(read_file("watchlists/eu_journal", LISTS / "eu_journal" / "32014R0269.csv"), "designations")
    assert {row["measure"] for row in ban if row["list_id"] == "eu_833_2014_annex_iv"} == {"export_ban"}
    assert {(row["list_id"], row["measure"]) for row in freeze} == {("eu_269_2014_annex_i", "asset_freeze")}
    bis = rows(read_file("watchlists/us_bis", LISTS / "bis" / "bis_entity_list.json"), "designations")
    assert {row["listed_on"] for row in bis} == {None}
    assert "2023-10-11" in {row["published_on"] for row in bis}


def test_wrong_and_glued_numbers_of_the_journal(shared: Path) -> None:
    """Numbers glued with a slash are two; numbers whose check digits fail are kept as not holding; page artefacts are no names."""
    found = rows(read_file("watchlists/eu_journal", LISTS / "eu_journal" / "32014R0269.csv"), "statements")
    glued = {row["scheme"] for row in found if row["value_as_published"] == "7702165310 / 770101001"}
    assert glued == {"INN", "KPP"}
    assert any(row["valid"] is False and row["scheme"] == "INN" for row in found)
    assert not [
        row["value"]
        for row in found
        if row["prop"] in ("name", "alias") and ("Text of image" in row["value"] or row["value"].endswith(":"))
    ]
