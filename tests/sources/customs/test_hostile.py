"""Damaged and hostile files: a clear error or a reject with its line, never a crash."""

import gzip
import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from enduse.errors import SourceDrift, UnreadableFile
from tests.sources.customs.samples import GENERIC_MAP, HEADER, LINE, read_file, read_lines, read_text

GOOD = f"{HEADER}\n{LINE}\n"
RUSSIAN = "1,ООО Пример торговля,Завод «Выдумка»,2022-03-01,5"
SPANISH = "1,Compañía Ejemplo,Fábrica Inventada,2022-03-01,5"
CHINESE = "1,虚构贸易有限公司,示例进出口公司,2022-03-01,5"


def _workbook(path: Path, *sheets: Sequence[Sequence[object]], hidden: bool = False) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if hidden and number else "visible"
    book.save(path)
    return path


def _repacked(path: Path, part: str, content: bytes) -> Path:
    """Replace one part of a workbook."""
    with zipfile.ZipFile(path) as package:
        parts = {one.filename: package.read(one) for one in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, old in {**parts, part: content}.items():
            package.writestr(name, old)
    return path


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_byte_order_marks_are_understood(tmp_path: Path, encoding: str) -> None:
    """A file with a BOM is read in the encoding the BOM says."""
    bom = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    read = read_text(tmp_path, bom + f"{HEADER}\r\n{RUSSIAN}\r\n".encode(encoding))
    assert read.only["consignor_name"] == "ООО Пример торговля"


@pytest.mark.parametrize(
    ("encoding", "line"),
    [("cp1251", RUSSIAN), ("cp866", RUSSIAN.replace("«", "").replace("»", "")), ("cp1252", SPANISH), ("gb18030", CHINESE)],
)
def test_one_plausible_encoding_is_found(tmp_path: Path, encoding: str, line: str) -> None:
    """Without a BOM, the encoding is the only one whose letters make words."""
    read = read_text(tmp_path, "\n".join([HEADER, *[line] * 5]).encode(encoding))
    assert read.emit.encoding == encoding
    assert read.items[0]["consignor_name"] == line.split(",")[1]


def test_utf_16_may_be_declared_as_such(tmp_path: Path) -> None:
    """The name that the error for an unknown encoding offers is accepted, with a byte-order mark."""
    column_map = {**GENERIC_MAP, "encoding": "utf-16"}
    assert read_text(tmp_path, f"{HEADER}\n{LINE}\n".encode("utf-16"), column_map=column_map).only["net_mass_kg"] == 100.0


def test_letters_that_may_be_turkish_or_icelandic_must_be_declared(tmp_path: Path) -> None:
    """Where two encodings make sense, the user is asked; a declared encoding is believed."""
    content = f"{HEADER}\n1,Örnek Şirketi,Uydurma Çelik,2022-03-01,5\n".encode("cp1254")
    with pytest.raises(UnreadableFile, match="encoding: cp1254"):
        read_text(tmp_path, content)
    assert read_text(tmp_path, content, column_map={**GENERIC_MAP, "encoding": "cp1254"}).only["consignor_name"] == "Örnek Şirketi"


def test_an_unknown_declared_encoding_is_refused(tmp_path: Path) -> None:
    """A misspelt encoding names the accepted ones."""
    with pytest.raises(UnreadableFile, match="cp1251, cp866"):
        read_text(tmp_path, GOOD, column_map={**GENERIC_MAP, "encoding": "cp12511"})


def test_lines_in_another_encoding_are_rejected(tmp_path: Path) -> None:
    """In a UTF-8 file a cp1251 line goes to rejects; the lines around it are read."""
    lines = [HEADER.encode(), *[RUSSIAN.encode()] * 9, RUSSIAN.encode("cp1251"), RUSSIAN.encode()]
    read = read_text(tmp_path, b"\n".join(lines))
    assert (len(read.items), read.reasons) == (10, [("line 11", "encoding")])


def test_utf8_lines_in_a_cp1251_file_are_rejected(tmp_path: Path) -> None:
    """The other way round too: no line is read as letter soup."""
    lines = [HEADER.encode(), *[RUSSIAN.encode("cp1251")] * 9, RUSSIAN.encode()]
    assert read_text(tmp_path, b"\n".join(lines)).reasons == [("line 11", "encoding")]


def test_half_and_half_is_unreadable(tmp_path: Path) -> None:
    """When neither encoding prevails the file is refused."""
    lines = [HEADER.encode(), *[RUSSIAN.encode(), RUSSIAN.encode("cp1251")] * 5]
    with pytest.raises(UnreadableFile, match="5 lines are UTF-8 and 5 are in another encoding"):
        read_text(tmp_path, b"\n".join(lines))


def test_a_nul_byte_rejects_its_line(tmp_path: Path) -> None:
    """A line with a NUL byte is rejected, the next is read, and the reject holds no NUL."""
    read = read_lines(tmp_path, "1,A\0B,C,2022-03-01,5", LINE)
    assert (len(read.items), read.reasons) == (1, [("line 2", "nul_byte")])
    assert "\0" not in read.rejects[0]["as_published"]


@pytest.mark.parametrize(
    "broken",
    ['1,"Example A,B,2022-03-01,5', '1,"Exam"ple,B,2022-03-01,5', "1,A,B", "1,A,B,2022-03-01,5,extra", '"', '1,"A\nB,C,2022-03-01,5'],
)
def test_a_broken_line_is_rejected_and_reading_goes_on(tmp_path: Path, broken: str) -> None:
    """An unclosed quote or a wrong number of cells costs that line, not those after it."""
    read = read_lines(tmp_path, LINE, broken, *[f"{n},A,B,2022-03-01,5" for n in range(500)])
    assert read.reasons[0] == ("line 3", "broken_row")
    assert len(read.items) == 501


def test_a_quoted_cell_may_hold_line_ends_and_separators(tmp_path: Path) -> None:
    """Line ends and separators inside quotes belong to the cell, and doubled quotes are quotes."""
    read = read_lines(tmp_path, '1,"Example; ""A"",\nSecond line",B,2022-03-01,5', LINE)
    assert [one["consignor_name"] for one in read.items] == ['Example; "A", Second line', "Example Trading"]
    assert read.items[1]["locator"] == "line 4"


def test_a_truncated_last_line_is_rejected(tmp_path: Path) -> None:
    """A last line cut short is not an item."""
    assert read_text(tmp_path, GOOD + "2,A,B,20").reasons == [("line 3", "broken_row")]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_found(tmp_path: Path, separator: str) -> None:
    """Semicolons, tabs and bars separate cells as well as commas."""
    assert read_text(tmp_path, GOOD.replace(",", separator)).only["net_mass_kg"] == 100.0


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_found(tmp_path: Path, end: str) -> None:
    """Windows and old Macintosh line ends are line ends."""
    assert read_text(tmp_path, GOOD.replace("\n", end).encode()).only["net_mass_kg"] == 100.0


def test_a_long_line_is_rejected_without_being_held(tmp_path: Path) -> None:
    """A line of 8 MB is rejected with its beginning; the lines after it are read."""
    read = read_lines(tmp_path, "x" * 8_000_000, LINE)
    assert (len(read.items), read.reasons) == (1, [("line 2", "line_too_long")])
    assert len(read.rejects[0]["as_published"]) <= 2_000


@pytest.mark.slow
def test_a_line_of_100_mb_costs_no_memory(tmp_path: Path) -> None:
    """A 100 MB line without end is rejected within 150 MB."""
    import tracemalloc

    path = tmp_path / "long.csv"
    with path.open("wb") as stream:
        stream.write(GOOD.encode())
        for _ in range(100):
            stream.write(b"y" * 1_000_000)
    tracemalloc.start()
    read = read_file(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read.reasons == [("line 3", "line_too_long")]
    assert peak < 150_000_000


def test_a_long_cell_is_rejected(tmp_path: Path) -> None:
    """A cell of 200,000 characters is no name."""
    assert read_lines(tmp_path, f"1,{'x' * 200_000},B,2022-03-01,5", LINE).reasons == [("line 2", "cell_too_long")]


def test_gzip_is_read_and_a_cut_one_refused(tmp_path: Path) -> None:
    """A gzip is read; one cut short is refused as a whole."""
    packed = gzip.compress(GOOD.encode())
    assert read_text(tmp_path, packed, name="a.csv.gz").only["net_mass_kg"] == 100.0
    with pytest.raises(UnreadableFile, match="damaged or cut"):
        read_text(tmp_path, packed[:-9], name="b.csv.gz")


@pytest.mark.slow
def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    """A small gzip that unpacks a thousandfold is refused."""
    path = tmp_path / "bomb.csv.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(250):
            stream.write(b"0" * 1_000_000)
    with pytest.raises(UnreadableFile, match="decompression bomb"):
        read_file(path)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 xxx", b"PK\x03\x04garbage", b"PAR1garbagePAR1", b"\x1f\x8bgarbage", bytes(range(256)) * 4]
)
def test_what_is_no_table_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    """An empty, foreign or damaged file is an UnreadableFile or SourceDrift with a sentence."""
    with pytest.raises((UnreadableFile, SourceDrift)):
        read_text(tmp_path, content)


def test_a_workbook_is_read_with_native_cells(tmp_path: Path) -> None:
    """Numbers and dates of a sheet are read as such, under a banner, with sheet row numbers."""
    import datetime as dt

    rows: list[Sequence[object]] = [["DATA"], [], HEADER.split(","), [1, "Example Trading", "B", dt.date(2022, 3, 1), 1234.5]]
    item = read_file(_workbook(tmp_path / "a.xlsx", rows)).only
    assert (item["declared_on"], item["net_mass_kg"], item["locator"]) == ("2022-03-01", 1234.5, "row 4")


def test_native_numbers_survive_a_declared_decimal_comma(tmp_path: Path) -> None:
    """A sheet that mixes text with commas and native numbers reads both."""
    rows: list[Sequence[object]] = [HEADER.split(","), [1, "A", "B", "2022-03-01", 1.234], [2, "A", "B", "2022-03-01", "1,234"]]
    columns = {**GENERIC_MAP["columns"], "net_mass_kg": {"header": "kg", "decimal": ","}}
    read = read_file(_workbook(tmp_path / "a.xlsx", rows), column_map={**GENERIC_MAP, "columns": columns})
    assert [one["net_mass_kg"] for one in read.items] == [1.234, 1.234]


def test_formulas_are_never_evaluated(tmp_path: Path) -> None:
    """A formula without a cached value says nothing; it is not computed."""
    rows: list[Sequence[object]] = [HEADER.split(","), [1, "A", "B", "2022-03-01", "=1+1"], [2, "A", "B", "2022-03-01", 5]]
    assert [one["net_mass_kg"] for one in read_file(_workbook(tmp_path / "a.xlsx", rows)).items] == [None, 5.0]


def test_a_second_visible_sheet_is_drift_and_a_hidden_one_is_passed(tmp_path: Path) -> None:
    """Which of two sheets is meant, only the user knows; a hidden sheet is not read."""
    rows: list[Sequence[object]] = [list(HEADER.split(",")), list(LINE.split(","))]
    assert read_file(_workbook(tmp_path / "a.xlsx", rows, rows, hidden=True)).only["net_mass_kg"] == 100.0
    with pytest.raises(SourceDrift, match="further visible sheets hold rows: S1"):
        read_file(_workbook(tmp_path / "b.xlsx", rows, rows))


def test_a_workbook_bomb_is_refused_before_opening(tmp_path: Path) -> None:
    """A part that would unpack two-hundredfold is refused by its declared size."""
    path = _repacked(_workbook(tmp_path / "a.xlsx", [HEADER.split(",")]), "xl/worksheets/sheet1.xml", b" " * 60_000_000)
    with pytest.raises(UnreadableFile, match="decompression bomb"):
        read_file(path)


def test_a_workbook_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """A part that unpacks to more than it declares is refused."""
    path = _repacked(_workbook(tmp_path / "a.xlsx", [HEADER.split(",")]), "xl/junk.bin", b"\0" * 5_000_000)
    content = path.read_bytes()
    assert content.count(struct.pack("<I", 5_000_000)) == 2
    path.write_bytes(content.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 100)))
    with pytest.raises(UnreadableFile, match="more than its archive says"):
        read_file(path)


def test_a_sheet_with_a_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    """One cell at XFD1048576 would make a reader hold 17 thousand million empty cells."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "consignor"
    book.active["XFD1048576"] = "x"
    book.save(path)
    with pytest.raises(UnreadableFile, match="spans over"):
        read_file(path)


def test_xml_entities_in_a_workbook_are_not_expanded(tmp_path: Path) -> None:
    """A billion laughs or a file entity in a sheet ends in an error or as nothing, never in the name."""
    (tmp_path / "secret").write_text("SECRET")
    rows: list[Sequence[object]] = [list(HEADER.split(",")), list(LINE.split(",")), list(LINE.split(","))]
    path = _workbook(tmp_path / "a.xlsx", rows)
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as package:
        cells = package.read(part).decode()
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path / "secret"}">]>'
    at = cells.index("<worksheet")
    evil = cells[:at] + entity + cells[at:].replace("Example Trading", "&e;", 1)
    assert "&e;" in evil
    try:
        read = read_file(_repacked(path, part, evil.encode()))
    except (UnreadableFile, SourceDrift):
        return
    assert all("SECRET" not in str(one) for one in read.items)


def test_parquet_is_read(tmp_path: Path) -> None:
    """Columns of a Parquet file are read whatever their types."""
    import datetime as dt

    table = pa.table({"n": [1], "consignor": ["A"], "consignee": ["B"], "date": [dt.date(2022, 3, 1)], "kg": [2.5]})
    pq.write_table(table, tmp_path / "a.parquet")
    item = read_file(tmp_path / "a.parquet").only
    assert (item["declared_on"], item["net_mass_kg"], item["locator"]) == ("2022-03-01", 2.5, "row 1")


def test_nested_parquet_is_refused(tmp_path: Path) -> None:
    """A column of lists is not a table of cells."""
    pq.write_table(pa.table({"consignor": [["A"]]}), tmp_path / "a.parquet")
    with pytest.raises(UnreadableFile, match="lists or structures"):
        read_file(tmp_path / "a.parquet")


def test_formats_agree(tmp_path: Path) -> None:
    """The same cells as CSV, workbook and Parquet give the same ids."""
    cells = [HEADER.split(","), LINE.split(",")]
    pq.write_table(pa.table({name: [value] for name, value in zip(*cells, strict=True)}), tmp_path / "a.parquet")
    ids = {
        read_text(tmp_path, GOOD).only["item_id"],
        read_file(_workbook(tmp_path / "b.xlsx", [list(one) for one in cells])).only["item_id"],
        read_file(tmp_path / "a.parquet").only["item_id"],
    }
    assert len(ids) == 1


def test_a_mostly_unreadable_file_is_given_up(tmp_path: Path) -> None:
    """Tens of thousands of broken lines end the reading instead of filling memory."""
    out = io.StringIO()
    out.write(GOOD)
    out.writelines("1,A\n" for _ in range(30_000))
    with pytest.raises(SourceDrift, match=r"of the first 200\d\d rows cannot be read"):
        read_text(tmp_path, out.getvalue())
