"""A case that is damaged or has no room left: what is said, and what stays readable."""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from enduse import Workspace
from enduse.cli import main
from tests import hostile_files as files
from tests.hostile.ill_treated import Desk, hashes
from tests.hostile_files import GOOD, HEADER, MB, ROW, Content, laughs, lines, put, repeated

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
