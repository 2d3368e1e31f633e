"""Legal entities of GLEIF as statements."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from stdnum import lei

from enduse.errors import SettingError, SourceDrift
from enduse.model.sources import STATEMENTS
from tests.sources.reading import emission, faults, read_file, rows

GOOD, WRONG = "00EXAMPLE00KESTREL81", "00EXAMPLE00KESTREL10"
NATIVE = (
    "LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames.OtherEntityName.1,Entity.OtherEntityNames.OtherEntityName.1.type,"
    "Entity.LegalAddress.FirstAddressLine,Entity.LegalAddress.City,Entity.LegalAddress.Country,Entity.EntityCategory,"
    "Entity.RegistrationAuthority.RegistrationAuthorityID,Entity.RegistrationAuthority.RegistrationAuthorityEntityID,"
    "Entity.EntityCreationDate,Registration.RegistrationStatus\n"
)


def _table(folder: Path, *found: tuple[str, str, str, str]) -> Path:
    columns = list(zip(*found, strict=True))
    table = pa.table({name: pa.array(values) for name, values in zip(("lei", "name", "country", "category"), columns, strict=True)})
    pq.write_table(table, folder / "names.parquet")
    return folder / "names.parquet"


def test_an_entity_states_name_identifier_and_country(tmp_path: Path) -> None:
    """Three statements, and a fourth for a category that says something; check digits are judged."""
    path = _table(tmp_path, (GOOD, "Пример  Трейдинг", "HK", "GENERAL"), (WRONG, "Example Fund", "LU", "FUND"))
    found = rows(read_file("registries/gleif", path), "statements")
    said = {(row["prop"], row["scheme"], row["value"], row["script"], row["valid"]) for row in found}
    assert ("name", None, "Пример Трейдинг", "Cyrl", None) in said
    assert ("identifier", "LEI", GOOD, "Latn", True) in said
    assert ("identifier", "LEI", WRONG, "Latn", False) in said
    assert ("note", "category", "FUND", "Latn", None) in said
    assert len(said) == len(found) == 7
    assert lei.is_valid(GOOD)
    assert not lei.is_valid(WRONG)


def test_gleifs_own_header_gives_other_names_address_and_register(tmp_path: Path) -> None:
    """Columns of the golden copy that hold nothing for us are passed over."""
    line = f"{GOOD},Example Trading,en,Old Example,PREVIOUS_LEGAL_NAME,1 Invented Road,Exampleville,HK,GENERAL,"
    line += "RA000388,1234567,2010-02-03T00:00:00+00:00,ISSUED\n"
    (tmp_path / "lei.csv").write_text(NATIVE + line)
    said = {(row["prop"], row["scheme"], row["value"]) for row in rows(read_file("registries/gleif", tmp_path / "lei.csv"), "statements")}
    assert ("previous_name", None, "Old Example") in said
    assert ("address", None, "1 Invented Road, Exampleville, HK") in said
    assert ("identifier", "register RA000388", "1234567") in said
    assert ("date", "incorporation", "2010-02-03") in said


def test_a_map_keeps_to_some_countries(tmp_path: Path) -> None:
    """The golden copy is too large to keep whole; what is left out is counted."""
    path = _table(tmp_path, (GOOD, "Example Trading", "HK", "GENERAL"), (WRONG, "Example Fund", "LU", "FUND"))
    emit = read_file("registries/gleif", path, {"countries": ["HK"]})
    assert {row["subject_id"] for row in rows(emit, "statements")} != set()
    assert (emit.rows_read, emit.counts["statements"]) == (2, 3)
    assert any("1 entities elsewhere" in note for note in emit.notes)
    with pytest.raises(SettingError, match="countries"):
        read_file("registries/gleif", path, {"countries": "Hong Kong"})


def test_a_row_without_lei_or_name_is_rejected(tmp_path: Path) -> None:
    """Nothing is stated about an entity that cannot be told."""
    path = _table(tmp_path, (GOOD, "", "HK", "GENERAL"), ("123", "Example", "HK", "GENERAL"))
    assert set(faults(read_file("registries/gleif", path)).values()) == {"incomplete_row"}


def test_an_unknown_category_is_drift(tmp_path: Path) -> None:
    """The message names it and what is known."""
    with pytest.raises(SourceDrift, match="unknown category 'CLUB'"):
        read_file("registries/gleif", _table(tmp_path, (GOOD, "Example", "HK", "CLUB")))


def test_the_same_file_twice_states_everything_once(tmp_path: Path) -> None:
    """Columns emitted twice under one key stand once, the later one."""
    path, emit = _table(tmp_path, (GOOD, "Example", "HK", "GENERAL")), emission()
    read_file("registries/gleif", path, into=emit)
    read_file("registries/gleif", path, into=emit)
    assert emit.arrow(STATEMENTS).num_rows == 3


@pytest.mark.shared
@pytest.mark.slow
def test_the_real_names_load_whole(shared: Path) -> None:
    """399,203 entities, each with one name and one LEI; names and countries are the file's."""
    path = shared / "data/registry/gleif_names.parquet"
    emit = read_file("registries/gleif", path)
    table, plain = emit.arrow(STATEMENTS), pq.read_table(path)
    props = dict(zip(*(one.to_pylist() for one in pc.value_counts(table["prop"]).flatten()), strict=True))
    assert (emit.rows_read, emit.rows_rejected, props["name"], props["identifier"]) == (399_203, 0, 399_203, 399_203)
    assert props["country"] == 399_203 - plain["country"].null_count
    published = table.filter(pc.equal(table["prop"], "name"))["value_as_published"]
    assert sorted(published.to_pylist()) == sorted(plain["name"].to_pylist())
