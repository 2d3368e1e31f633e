"""Hostile customs files, column maps and paths: one clear error with its code, or rejects; the case stays whole."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest

from enduse import Workspace, worlds
from tests import hostile_files as files
from tests.hostile.ill_treated import Desk
from tests.hostile_files import GOOD, HEADER, MB, ROW, Content, put, repeated

CUSTOMS: list[tuple[str, Content, str]] = [
    ("a.csv", b"", "the file is empty"),
    ("a.csv", HEADER.encode(), "not one row could be read"),
    ("a.csv", GOOD.decode().encode("utf-16-le"), "no header"),
    ("a.csv", b"\0" * 10_000, "no header"),
    ("a.csv", b"%PDF-1.7 x", "not a table"),
    ("a.csv", b"<html><body>not found</body></html>", "no header"),
    ("a.csv.gz", gzip.compress(GOOD * 1000)[:-20], "damaged or cut"),
    ("a.csv.gz", gzip.compress(gzip.compress(GOOD)), "none of the known encodings"),
    ("a.parquet", b"PAR1" + b"x" * 100 + b"PAR1", "not a readable Parquet"),
    ("a.parquet", files.numbers_for_names, "not one row could be read|not one row states"),
    ("a.xlsx", b"PK\x03\x04garbage", "archive is damaged"),
    ("a.xlsx", files.cut_workbook, "archive is damaged"),
    ("a.csv", (HEADER + f"1,A,B,2022-03-01,{'9' * 400}\n2,A,B,2022-03-01,1e300\n").encode(), "cannot be read|not one row"),
]


@pytest.mark.parametrize(("name", "content", "match"), CUSTOMS)
def test_customs_files_that_are_none_are_refused(desk: Desk, name: str, content: Content, match: str) -> None:
    """Empty, foreign, cut and damaged files end in one sentence, and the next run without them is a good one."""
    desk.refused("customs/generic", put(desk.folder / name, content), match)


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"\xef\xbb\xbf" + GOOD, ""),
        (GOOD.decode().encode("utf-16"), ""),
        (GOOD + b"2,Ex\0ample,B,2022-03-01,5\n", "line 3 nul_byte"),
        (GOOD * 1 + ROW.replace("Example", "Пример").encode() * 9 + "2,Пример,Б,2022-03-01,5\n".encode("cp1251"), "line 12 encoding"),
        (GOOD + ROW.encode() * 40 + b"2,A,B,2022-03-01,NaN\n", "line 43 bad_number"),
        (GOOD + ROW.encode() * 40 + b"2,A,B,2022-03-01,1e300\n", "line 43 bad_number"),
        (GOOD + ROW.encode() * 40 + b"2,A,B,2022-02-30,5\n", "line 43 bad_date"),
        (GOOD + b"2,\"=cmd|' /C calc'!A0\",@SUM(A1),2022-03-01,5\n", ""),
        (GOOD + "2,A\x01\x1b[31m\u202e,\u200b\u200f,2022-03-01,5\n3,\ufeff,a\uffff,2022-03-01,6\n".encode(), ""),
    ],
)
def test_readable_customs_files_lose_only_their_bad_rows(desk: Desk, content: bytes, match: str) -> None:
    """Byte-order marks, NUL bytes, other encodings, impossible numbers and days, formulas, control characters."""
    desk.rejects("customs/generic", put(desk.folder / "a.csv", content), match)


def test_formula_cells_of_a_workbook_say_nothing(desk: Desk) -> None:
    """A formula is not computed and becomes no name; the row beside it is read."""
    assert "error" not in desk.take("customs/generic", put(desk.folder / "a.xlsx", files.workbook))
    names = {row["consignor_name"] for row in Workspace(desk.case).table("goods_items").to_pylist()}
    assert "Example Trading" in names
    assert not any("HYPERLINK" in (name or "") for name in names)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "match"),
    [
        ("a.xlsx", files.workbook_bomb, "decompression bomb"),
        ("a.csv.gz", files.gzip_bomb, "decompression bomb"),
        ("a.csv", repeated(b"", b"y," * 500_000, 100, b"\n" + ROW.encode()), "no header"),
        ("a.csv", repeated(GOOD + b'1,"', b"y,\n" * 300_000, 100), "cannot be read"),
        ("a.csv", repeated(b"claims: ", b"[" * MB, 30), "no header"),
    ],
)
def test_large_hostile_customs_files_are_refused(desk: Desk, name: str, content: Content, match: str) -> None:
    """Bombs, a header of 100 MB, a quote that never closes."""
    desk.refused("customs/generic", put(desk.folder / name, content), match)


@pytest.mark.slow
def test_a_line_of_100_mb_is_one_reject(desk: Desk) -> None:
    """The rows around it are read."""
    path = put(desk.folder / "a.csv", repeated(GOOD, b"y" * MB, 100, b"\n" + ROW.encode()))
    desk.rejects("customs/generic", path, "line 3 line_too_long")


def _russian(folder: Path) -> list[bytes]:
    worlds.simulate(folder, 1000, seed=2)
    return (folder / "ru_imports.csv").read_bytes().split(b"\n")[:200]


@pytest.mark.slow
def test_a_declared_layout_is_as_strict(desk: Desk) -> None:
    """ru_imports: another column is drift, a line in another encoding and one with NUL are rejects, UTF-16 is read."""
    rows = _russian(desk.folder / "world")
    at = next(number for number, line in enumerate(rows) if b"DECLARATION_NUMBER" in line)
    other = b"\n".join(line + (b",SECRET" if number == at else b",1" if number > at else b"") for number, line in enumerate(rows))
    desk.refused("customs/ru_imports", put(desk.folder / "other.csv", other), "unknown columns? 'SECRET'")
    bad = [*rows[:150], rows[150].decode().encode("cp1251", "replace") + "Ю".encode("cp1251"), rows[151][:50] + b"\0" + rows[151][50:]]
    desk.rejects("customs/ru_imports", put(desk.folder / "bad.csv", b"\n".join(bad) + b"\n"), "encoding|nul_byte")
    wide = b"\n".join(rows).decode().encode("utf-16")
    assert "error" not in desk.take("customs/ru_imports", put(desk.folder / "wide.csv", wide))


COLUMNS = (
    'columns: {item_number: "no", consignor_name: from, consignee_name: to, '
    'declared_on: {header: day, format: "%Y-%m-%d"}, net_mass_kg: kg}\n'
)
BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (b"", "not a YAML mapping"),
        (b"[1, 2]", "not a YAML mapping"),
        (b"{{{{", "not readable as YAML"),
        (b"a: " + b"[" * 100_000, "not readable as YAML"),
        (b"x: !!python/object/apply:os.abort []", "not readable as YAML"),
        (b"columns: {? [a] : b}", "not readable as YAML"),
        (b"columns: \0", "not readable as YAML"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"columns: [" + b"a," * MB + b"]", "larger than"),
        (b"columns: 5", "valid dictionary"),
        (b"columns: {consignor_name: []}", "header|must be mapped"),
        (b"columns: {1: x}", "is not known"),
        (COLUMNS.encode() + b"constants: {reporter: [1]}", "valid string"),
        (COLUMNS.encode() + b'constants: {country_of_origin: "\\ud800"}', "half a character"),
        (COLUMNS.encode() + b'number: {pattern: "((("}', "not a pattern"),
        (COLUMNS.replace("kg}", "{header: kg, factor: inf}}").encode(), "finite"),
        ((BOMB + COLUMNS + "ignored: *a11\n").encode(), "valid string"),
    ],
)
def test_column_maps_that_are_none_are_refused_when_added(desk: Desk, text: bytes, match: str) -> None:
    """Nothing is added with a map that cannot be used."""
    path, column_map = put(desk.folder / "a.csv", GOOD), put(desk.folder / "m.yml", text)
    told = desk.said("add", desk.case, "customs/generic", path, "--map", column_map)["error"]
    assert told["type"] == "SettingError"
    assert re.search(match, told["message"]), told["message"]
    assert len(Workspace(desk.case).settings.inputs) == 1


@pytest.mark.parametrize("encoding", ["base64", "undefined", "a\\0b", "rot13", "no-such", "utf-32"])
def test_declared_encodings_that_are_none_are_refused(desk: Desk, encoding: str) -> None:
    """What is no text encoding names those that are."""
    column_map = put(desk.folder / "m.yml", f'{COLUMNS}encoding: "{encoding}"\n'.encode())
    desk.refused("customs/generic", put(desk.folder / "a.csv", GOOD), "declared encoding", column_map)


@pytest.mark.parametrize(
    "name", ["a\nb\"c'<script>.csv", "[bold]x[red].csv", "n" * 240 + ".csv", "a\x1b[31m\x07\x7f.csv", os.fsdecode(b"a\xff.csv")]
)
def test_file_names_may_hold_anything(desk: Desk, name: str) -> None:
    """Line ends, quotes, markup, terminal commands and bytes that are no text: kept as names, printed harmlessly."""
    assert "error" not in desk.take("customs/generic", put(desk.folder / name, GOOD))
    page = Path(desk.said("report", desk.case)["report"]).read_text(encoding="utf-8")
    assert "<script" not in page
    assert len(Workspace(desk.case).settings.inputs) == 2


def test_what_is_no_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Folders, dangling and endless links, pipes and devices are not opened; a link to a file is read."""
    names = {"folder": "folder.csv", "dangling": "dangling.csv", "loop": "loop.csv", "pipe": "pipe.csv", "device": "device.csv"}
    paths = {what: tmp_path / name for what, name in names.items()}
    paths["folder"].mkdir()
    paths["dangling"].symlink_to("nowhere")
    paths["loop"].symlink_to(paths["loop"])
    os.mkfifo(paths["pipe"])
    paths["device"].symlink_to("/dev/zero")
    for path in paths.values():
        assert "is not a file" in desk.take("customs/generic", path)["error"]["message"]
    put(tmp_path / "target.csv", GOOD)
    (tmp_path / "link.csv").symlink_to(tmp_path / "target.csv")
    assert "error" not in desk.take("customs/generic", tmp_path / "link.csv")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_an_unreadable_file_is_said_to_be_so(desk: Desk) -> None:
    """A file without permission is an UnreadableFile, not a full disk."""
    path = put(desk.folder / "a.csv", GOOD)
    path.chmod(0)
    assert "cannot be opened" in desk.take("customs/generic", path)["error"]["message"]
