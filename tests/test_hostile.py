"""Hostile input through the command line: one clear error with its code, or rejects; the workspace stays whole and goes on working."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from enduse import Workspace, worlds
from enduse.cli import main
from tests import cases_nine_rows
from tests import hostile_files as files
from tests.hostile_files import GOOD, HEADER, MB, ROW, Content, company, laughs, lines, outside, put, repeated

ADDED_AT = "2026-01-01T00:00:00Z"
CODES = {"SettingError": 2, "UnreadableFile": 3, "SourceDrift": 3, "WorkspaceError": 4, "StorageFailed": 4}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the nine-row workspace with its raw files beside it, run up to `check`."""
    base = tmp_path_factory.mktemp("template")
    data, column_map = cases_nine_rows.write(base)
    case = Workspace.create(base / "case")
    case.add("customs/generic", data, column_map=column_map, retrieved_at=ADDED_AT)
    case.check()
    return base


class Desk:
    """A copy of the template to be ill-treated."""

    def __init__(self, template: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.raw, self.folder, self.case, self._capsys = template, folder, folder / "case", capsys
        shutil.copytree(template / "case", self.case)
        self.before = hashes(self.case)

    def said(self, *arguments: object) -> dict[str, Any]:
        """Run a command with --json; return its answer, or its error with the code it left with."""
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*map(str, arguments), "--json"])
        out, err = self._capsys.readouterr()
        if not left.value.code:
            return dict(json.loads(out))
        told = dict(json.loads(err)["error"])
        assert told["exit_code"] == left.value.code == CODES[told["type"]]
        assert told["message"].strip()
        return {"error": told}

    def take(self, source: str, path: Path, column_map: Path | None = None) -> dict[str, Any]:
        """Add a file and run (customs up to `check`, others `read`); whatever comes of it, every table reads."""
        given = column_map or (self.raw / "map.yml" if source == "customs/generic" else None)
        answer = self.said("add", self.case, source, path, *(["--map", given] if given else []))
        answer = (
            answer if "error" in answer else self.said("run", self.case, "--until", "check" if source.startswith("customs/") else "read")
        )
        for name in Workspace(self.case).tables.names():
            Workspace(self.case).table(name)
        if "error" in answer:
            assert hashes(self.case) == self.before
        return answer

    def refused(self, source: str, path: Path, match: str, column_map: Path | None = None) -> None:
        """The file is refused with a message that says what; without it the next run is a good one."""
        told = self.take(source, path, column_map)["error"]["message"]
        assert re.search(match, told), told
        settings = self.case / "enduse.toml"
        settings.write_text((self.raw / "case" / "enduse.toml").read_text())
        assert "error" not in self.said("run", self.case, "--until", "check")
        assert hashes(self.case) == self.before

    def rejects(self, source: str, path: Path, match: str) -> None:
        """The file is read but for its bad rows."""
        assert "error" not in self.take(source, path)
        said = [f"{row['locator']} {row['reason']} {row['detail']}" for row in Workspace(self.case).table("rejects").to_pylist()]
        assert any(re.search(match, one) for one in said) if match else not said, said


def hashes(case: Path) -> dict[str, str]:
    """Return {table: sha256}."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((case / "tables").glob("*.parquet"))}


@pytest.fixture
def desk(template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a fresh copy of the template."""
    return Desk(template, tmp_path, capsys)


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


ROOTS = {"un_xml": "CONSOLIDATED_LIST", "eu_xml": "export", "ofac_xml": "sdnList", "uk_xml": "Designations"}


@pytest.mark.parametrize("source", ROOTS)
def test_xml_bombs_and_outside_entities_are_refused(desk: Desk, source: str) -> None:
    """Billion laughs, files of the machine, nesting without end, no XML at all, nothing: refused, and nothing of it kept."""
    root = ROOTS[source]
    contents = [
        (laughs(root), "document type|entity|Entity"),
        (outside(root), "document type"),
        (b"<a>" * 100_000, "not well-formed"),
        (b"not xml", "not well-formed"),
        (b"", "not well-formed|empty"),
        (f"<{root}>\0</{root}>".encode(), "not well-formed"),
        (f"<{root}/>".encode(), "0 data rows|holds no"),
    ]
    for number, (content, match) in enumerate(contents):
        desk.refused(f"watchlists/{source}", put(desk.folder / f"{number}.xml", content), match)


LISTS: list[tuple[str, str, bytes, str]] = [
    ("us_other", "a.json", b"[" * 200_000, "nested too deeply"),
    ("us_other", "a.json", b'{"entities": [', "not JSON"),
    ("us_other", "a.json", b'{"entities": ' + b"9" * 5000 + b"}", "digits"),
    ("us_other", "a.json", b'{"entities": [NaN, Infinity]}', "unknown list"),
    ("us_bis", "a.json", b'{"list_id": 5, "entities": "x"}', "no list 'entities'"),
    ("ofac_json", "a.json", b'{"entries": [{"uid": 1, "name": 5}, {"uid": 2, "name": [1]}]}', "cannot be read|data rows"),
    ("ofac_json", "a.json", json.dumps({"entries": [{"uid": 1, "name": "A", "type": {"a": 1}}] * 2}).encode(), "type is not text"),
    ("ofac_csv", "sdn.csv", b"", "columns"),
    ("ofac_csv", "sdn.csv", bytes(range(256)) * 50, "bytes|columns"),
    ("ofac_csv", "sdn.csv", "1,2\n".encode("utf-16") + b"x", "UTF-16|columns|bytes"),
    ("eu_journal", "32014R0269.csv", b"a,b\n1,2\n", "header"),
    ("uk_tables", "subjects.csv", b'"\n' * 1000, "header"),
    ("jp_meti", "a.txt", "１ x\n".encode("utf-16") + b"x", "bytes|notice"),
    ("ftm", "a.json", b"", "begins with"),
    ("ftm", "a.csv", b"id,schema,name," + b"x" * MB, "begins with|column|header"),
]


@pytest.mark.parametrize(("source", "name", "content", "match"), LISTS)
def test_lists_that_are_none_are_refused(desk: Desk, source: str, name: str, content: bytes, match: str) -> None:
    """Deep JSON, huge integers, NaN, wrong types, wrong headers, half characters of UTF-16."""
    desk.refused(f"watchlists/{source}", put(desk.folder / name, content), match)


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (lines() + b"[" * 200_000 + b"\n", "line 2 broken_row"),
        (lines() + b"9" * 6000 + b"\n", "line 2 broken_row"),
        (lines() + b'{"id":"z","schema":"Company","properties":{"name":[' + b"9" * 6000 + b"]}}\n", "line 2 broken_row"),
        (company(properties=[1]), "line 2 broken_row"),
        (company(id=5), "line 2 broken_row"),
        (company(datasets=5), ""),
        (company(properties={"name": [1, None, {"b": 1}, "a\ud800b", "a\0b"]}), ""),
        (company(properties={"sanctions": [{"id": "s", "schema": "Sanction", "properties": [1]}]}), ""),
        (company(schema="Sanction", properties={"entity": ["x1", 5], "listingDate": ["-", 5, "2022-13-45"], "program": [5]}), ""),
    ],
)
def test_broken_entities_are_rejected_or_read_in_part(desk: Desk, content: bytes, match: str) -> None:
    """One bad line costs that line; values of a wrong type say nothing."""
    desk.rejects("watchlists/ftm", put(desk.folder / "entities.ftm.json", content), match)


@pytest.mark.slow
def test_an_entity_of_100_mb_is_one_reject(desk: Desk) -> None:
    """A line beyond any entity is not parsed."""
    path = put(desk.folder / "entities.ftm.json", repeated(lines() + b'"', b"x" * MB, 100, b'"\n'))
    desk.rejects("watchlists/ftm", path, "line 2 broken_row")


@pytest.mark.parametrize(
    ("name", "content", "match"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"a\0b", "NUL"),
        ("a.txt", bytes(range(256)), "not UTF-8"),
        ("a.txt", b"---\n&a [*a]\n---\nx", "not YAML|recursive"),
        ("a.txt", b"---\n" + b"[" * 50_000 + b"\n---\nx", "not YAML"),
        ("a.txt", b'---\ntitle: "\\ud800"\n---\nx', "half a character"),
        ("a.html", b"<html></html>", "no text"),
        ("a.html", bytes(range(256)) * 100, "no text|not readable"),
    ],
)
def test_articles_that_are_none_are_refused(desk: Desk, name: str, content: bytes, match: str) -> None:
    """Empty, binary, self-referring headings, half characters."""
    desk.refused("press/article", put(desk.folder / name, content), match)


@pytest.mark.parametrize(
    "content",
    [b"", b"a: b", b"- a", b"claims: \0", b"claims: " + b"[" * 100_000, bytes(range(256)), b"claims: *x", b"claims: []\n---\nclaims: []"],
)
def test_ledgers_that_are_none_are_refused(desk: Desk, content: bytes) -> None:
    """A claims file that is not YAML with one list of claims is refused; `check` with it as argument too."""
    path = put(desk.folder / "claims.yml", content)
    assert desk.said("check", desk.case, path)["error"]["exit_code"] == 3
    desk.refused("press/claims", path, "claims.yml")


@pytest.mark.parametrize("claim", [b"5", b"{}", b"&a {id: *a}", b"{? [a] : b}", b'{id: "\\ud800"}', b"!!python/object/apply:os.abort []"])
def test_a_wrong_claim_is_one_reject(desk: Desk, claim: bytes) -> None:
    """No claim runs anything, refers to itself or holds half a character."""
    desk.rejects("press/claims", put(desk.folder / "claims.yml", b"claims: [" + claim + b"]"), "claim 1")


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
        (COLUMNS.encode() + b"constants: {reporter: 1}", "valid string"),
        (COLUMNS.encode() + b'constants: {country_of_origin: "\\ud800"}', "half a character"),
        (COLUMNS.encode() + b'number: {pattern: "((("}', "not a pattern"),
        (COLUMNS.replace("kg}", "{header: kg, factor: .inf}}").encode(), "finite"),
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


SETTINGS: list[tuple[str, str, str]] = [
    ("[case]", "[[[", "not valid TOML"),
    ("[case]", "[case]\nsince = 'yesterday'", "is not a day"),
    ("[case]", "[case]\nsince = '2023-02-01'\nuntil = '2023-01-01'", "comes after"),
    ("[case]", "[case]\nfoo = 1", "case.foo"),
    ("goods = []", "goods = ['engines']", "HS prefixes"),
    ("[parameters]", "[parameters]\nclass_digit = 6", "no parameter 'class_digit'. Nearest: class_digits"),
    ("[[inputs]]", "[[inputs]]\nas_of = 'sometime'", "is not a day"),
    ('sha256 = "', 'sha256 = "../../etc/', "sha256"),
    ("[case]", "rates = ['no.csv']\n[case]", "no.csv"),
    ("[[inputs]]", "[[coverage]]\nsource='x'\nsince='2022-13'\nuntil='2023-01'\nstatus='complete'\n[[inputs]]", "coverage.0.since"),
    ("[[inputs]]", "[[coverage]]\nsource='x'\nsince='2023-02'\nuntil='2023-01'\nstatus='complete'\n[[inputs]]", "comes after"),
]


@pytest.mark.parametrize(("old", "new", "match"), SETTINGS)
def test_settings_that_cannot_be_used_are_named(desk: Desk, old: str, new: str, match: str) -> None:
    """A wrong line of enduse.toml is named, and no table changes."""
    settings = desk.case / "enduse.toml"
    settings.write_text(settings.read_text().replace(old, new, 1))
    told = desk.said("run", desk.case)["error"]
    assert told["exit_code"] == 2
    assert re.search(match, told["message"]), told["message"]
    assert hashes(desk.case) == desk.before


def test_settings_saved_with_a_mark_are_read(desk: Desk) -> None:
    """Some editors put a byte-order mark in front."""
    settings = desk.case / "enduse.toml"
    settings.write_bytes(b"\xef\xbb\xbf" + settings.read_bytes())
    assert "error" not in desk.said("run", desk.case, "--until", "check")


@pytest.mark.parametrize(
    "content",
    [b"", bytes(range(256)), b"left_id\0", b"a,b\n", b"left_id,right_id,judgement,judged_by,judged_on,reason\na,b\n", b"x" * 2 * MB],
)
def test_judgements_that_cannot_be_read_are_named(desk: Desk, content: bytes) -> None:
    """A broken judgements.csv stops the run, says the line, and changes nothing."""
    (desk.case / "judgements.csv").write_bytes(content)
    told = desk.said("run", desk.case)["error"]
    assert told["type"] == "SettingError"
    assert "judgements.csv" in told["message"]
    assert hashes(desk.case) == desk.before


def test_damaged_tables_are_named_and_made_anew(desk: Desk) -> None:
    """A question to a damaged table says which, with code 4; the next run writes it again, byte for byte."""
    for content in (b"", b"PAR1xx"):
        (desk.case / "tables" / "legs.parquet").write_bytes(content)
        told = desk.said("trace", desk.case, "--from", "S", "--to", "E")["error"]
        assert (told["exit_code"], "legs.parquet" in told["message"]) == (4, True)
        desk.said("run", desk.case, "--until", "check")
        assert hashes(desk.case) == desk.before


def test_a_damaged_record_costs_a_run_and_nothing_else(desk: Desk) -> None:
    """Without a readable record the stage runs again."""
    for content in ("{", "[]"):
        (desk.case / "tables" / ".stage-read.json").write_text(content)
        assert desk.said("run", desk.case, "--until", "check")["stages"][0]["ran"] is True
        assert hashes(desk.case) == desk.before


def test_changed_bytes_of_the_archive_are_noticed(desk: Desk) -> None:
    """A file in the archive that no longer is what was added is not read."""
    for path in (desk.case / "archive").rglob("*"):
        if path.is_file():
            path.write_bytes(GOOD)
    told = desk.said("run", desk.case, "--from", "read")["error"]
    assert (told["exit_code"], "no longer holds" in told["message"]) == (4, True)


def test_names_sound_like_commands_and_stay_names(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Terminal commands and reversed text in a company's name are not sent to the terminal."""
    name = "Invented\x1b]0;owned\x07\u202e Works"
    assert "error" not in desk.take("customs/generic", put(desk.folder / "a.csv", (HEADER + f"1,{name},E,2022-03-01,5\n").encode()))
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["suppliers", str(desk.case), "--of", "E"])
    shown = capsys.readouterr().out
    assert "Invented" in shown
    assert not re.search("[\x1b\x07\u202e]", shown)


def _limited(limit: int, *arguments: object) -> tuple[int, str]:
    """Run a command in a process that may write no file of more than `limit` bytes; return code and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "enduse.cli", *map(str, arguments), "--json"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    return done.returncode, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("limit", [1, 1000, 20_000])
def test_a_full_disk_leaves_everything_as_it_was(desk: Desk, limit: int) -> None:
    """`add`, `run` and `report` end with code 4 and one JSON object; tables, settings and report are as before; then all goes well."""
    desk.said("report", desk.case)
    settings = (desk.case / "enduse.toml").read_text().replace('title = "', 'title = "New ')
    (desk.case / "enduse.toml").write_text(settings)
    before, page = hashes(desk.case), (desk.case / "report" / "index.html").read_bytes()
    data = put(desk.folder / "more.csv", GOOD + ROW.encode() * 2000)
    for command in (
        ["add", desk.case, "customs/generic", data, "--map", desk.raw / "map.yml"],
        ["run", desk.case, "--from", "read"],
        ["report", desk.case],
    ):
        code, said = _limited(limit, *command)
        assert (code, json.loads(said)["error"]["type"]) == (4, "StorageFailed")
        assert hashes(desk.case) == before
        assert (desk.case / "report" / "index.html").read_bytes() == page
        assert (desk.case / "enduse.toml").read_text() == settings
    assert "error" not in desk.said("report", desk.case)


@pytest.mark.slow
def test_a_real_disk_that_fills_up(template: Path, tmp_path: Path) -> None:
    """On a file system of 4 MB: `add` and `run` end with code 4, and every table still reads."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small file system here")
    try:
        shutil.copytree(template / "case", disk / "case")
        before = hashes(disk / "case")
        large = put(tmp_path / "large.csv", GOOD + b"".join(b"%d,Example %d,Invented Works,2022-03-01,5\n" % (n, n) for n in range(40_000)))
        filler = put(disk / "filler", b"x" * (shutil.disk_usage(disk).free - 2_500_000))
        for command in (["add", disk / "case", "customs/generic", large, "--map", template / "map.yml"], ["run", disk / "case"]):
            done = subprocess.run(
                [sys.executable, "-m", "enduse.cli", *map(str, command), "--json"], capture_output=True, text=True, check=False
            )
            if done.returncode:
                break
        assert (done.returncode, json.loads(done.stderr)["error"]["type"]) == (4, "StorageFailed")
        for name in Workspace(disk / "case").tables.names():
            Workspace(disk / "case").table(name)
        filler.unlink()
        assert set(before) <= set(hashes(disk / "case"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


_PEAK_OF_COMMAND = """
import resource, sys
from pathlib import Path
from enduse.cli import main

try:
    main(sys.argv[1:])
finally:
    # ru_maxrss of a child begins at its parent's peak on Linux; VmHWM is this program's own.
    status = Path("/proc/self/status")
    told = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
    print("peak", told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.slow
def test_hostile_files_cost_less_than_a_gigabyte(template: Path, tmp_path: Path) -> None:
    """Peak memory of `run` over bombs and endless lines, each in a process of its own."""
    contents: list[tuple[str, str, Content]] = [
        ("customs/generic", "a.csv", repeated(GOOD, b"y" * MB, 100)),
        ("customs/generic", "a.xlsx", files.workbook_bomb),
        ("watchlists/us_other", "a.json", b"[" + b"{}," * 10_000_000 + b"{}]"),
        ("watchlists/ftm", "a.json", repeated(lines() + b"[", b"{}," * 300_000, 30)),
        ("watchlists/un_xml", "a.xml", laughs("CONSOLIDATED_LIST")),
        ("watchlists/jp_meti", "a.txt", repeated(b"", b"x,\n" * 300_000, 30)),
        ("press/article", "a.html", b"<html><body>" + b"<div>" * 1_000_000),
    ]
    for number, (source, name, content) in enumerate(contents):
        folder = tmp_path / str(number)
        shutil.copytree(template / "case", folder / "case")
        given = ["--map", str(template / "map.yml")] if source == "customs/generic" else []
        with pytest.raises(SystemExit) as left:
            main(["add", str(folder / "case"), source, str(put(folder / name, content)), *given])
        assert not left.value.code
        done = subprocess.run(
            [sys.executable, "-c", _PEAK_OF_COMMAND, "run", str(folder / "case"), "--until", "read"],
            capture_output=True,
            text=True,
            check=False,
        )
        peak = int(re.findall(r"peak (\d+)", done.stderr)[-1]) * 1024
        assert done.returncode in (0, 3), done.stderr
        assert peak < 1_000 * MB, (source, name, peak)
