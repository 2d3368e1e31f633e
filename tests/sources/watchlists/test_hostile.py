"""Hostile files end in one clear error or in rejects, never in a traceback or in what they ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import UnreadableFile
from tests.sources.reading import faults, rows
from tests.sources.watchlists.lists import read_text, values

BOMB = (
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>'
    "<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>&y;</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><CONSOLIDATED_LIST><FIRST_NAME>&x;</FIRST_NAME></CONSOLIDATED_LIST>'
ALT = '9001,1,"aka","{}",-0- \r\n'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<CONSOLIDATED_LIST><ENTITY>", "not xml at all", ""])
@pytest.mark.parametrize("source", ["un_xml", "eu_xml", "ofac_xml"])
def test_xml_with_entities_or_without_end_is_unreadable(tmp_path: Path, source: str, text: str) -> None:
    """A document type, a cut file and no XML at all are refused in one sentence."""
    with pytest.raises(UnreadableFile, match=r"a\.xml"):
        read_text(source, tmp_path, "a.xml", text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"entries": [', "\x00"])
def test_json_without_end_is_unreadable(tmp_path: Path, text: str) -> None:
    """Nesting without end and cut documents are refused."""
    with pytest.raises(UnreadableFile, match=r"a\.json"):
        read_text("us_other", tmp_path, "a.json", text)


def test_nul_bytes_and_endless_cells_are_rejected(tmp_path: Path) -> None:
    """One bad row goes to rejects with its place, the next is read."""
    content = ALT.format("A\x00B") + ALT.format("X" * 200_000) + ALT.format("EXAMPLE")
    emit = read_text("ofac_csv", tmp_path, "alt.csv", ALT.format("FIRST") + content)
    assert faults(emit) == {"row 2": "broken_row", "row 3": "broken_row"}
    assert values(emit, "alias") == ["EXAMPLE", "FIRST"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    """Marks and old Windows text are understood."""
    assert values(read_text("ofac_csv", tmp_path, "alt.csv", ALT.format("CAFÉ EXAMPLE").encode(encoding)), "alias") == ["CAFÉ EXAMPLE"]


def test_row_order_changes_no_id(tmp_path: Path) -> None:
    """Subjects and designations have the same ids whatever the order of rows."""
    lines = [f'{number},"EXAMPLE {number}",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n' for number in (1, 2, 3)]
    one, two = (read_text("ofac_csv", tmp_path, f"sdn{place}.csv", "".join(order)) for place, order in enumerate((lines, lines[::-1])))
    assert [row["designation_id"] for row in rows(one, "designations")] == [row["designation_id"] for row in rows(two, "designations")]
