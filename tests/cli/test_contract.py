"""The JSON of trace and suppliers word by word, and the ways in which each command fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from enduse.cli import commands, filling, main
from enduse.pipeline import STAGE_NAMES
from enduse.version import VERSION
from tests import cases_nine_rows
from tests.cli.telling import told

COMMANDS = sorted(typer.main.get_command(commands.app).commands)  # type: ignore[attr-defined]


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the nine-row workspace, run."""
    data, column_map = cases_nine_rows.write(tmp_path)
    for arguments in (["init"], ["add", "customs/generic", data, "--map", column_map], ["run"]):
        assert told(capsys, arguments[0], tmp_path / "case", *arguments[1:])[0] == 0
    return tmp_path / "case"


def test_trace_says_what_was_promised(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every key of the contract, with its type."""
    _, said = told(capsys, "trace", case, "--from", "S", "--to", "E", "--unit", "kg")
    assert said["unit"] == "kg"
    assert all(isinstance(said[name], float) for name in ("direct", "at_least", "central", "at_most", "at_most_open"))
    assert all(isinstance(one, str) for one in said["shipments"])
    assert all(isinstance(said[name], list) and said[name] for name in ("shipments", "paths", "assumptions"))
    assert isinstance(said["coverage"], dict)
    for one in said["intermediaries"]:
        assert one["entity"].startswith("E-")
        assert 0 <= one["at_least"] <= one["central"] <= one["at_most"]


def test_suppliers_says_what_was_promised(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts with bounds; each supplier with names, value (null: not stated), mass and row ids."""
    _, said = told(capsys, "suppliers", case, "--of", "E")
    assert set(said["count"]) == {"at_least", "at_most"}
    for one in said["suppliers"]:
        assert one["entity"].startswith("E-")
        assert all(isinstance(name, str) for name in one["names"])
        assert one["value_usd"] is None
        assert one["net_mass_kg"] > 0
        assert all(isinstance(row, str) for row in one["shipments"])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--help says what the command does, and every command has --json."""
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert not left.value.code
    assert "--json" in capsys.readouterr().out


def test_the_command_line_starts_light() -> None:
    """No room is imported before a command asks for it, so that --help answers at once."""
    heavy = ("enduse.workspace", "enduse.entities", "duckdb")
    asked = f"import sys, enduse.cli.commands; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_the_package_is_the_command_and_says_its_version() -> None:
    """`python -m enduse --version` prints what `enduse.__version__` says."""
    said = subprocess.run([sys.executable, "-m", "enduse", "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"enduse {VERSION}\n"


def test_init_again_changes_nothing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a title, or with the one it has, a workspace is told as it is."""
    for arguments in ((), ("--title", "Untitled case")):
        assert told(capsys, "init", case, *arguments)[1]["title"] == "Untitled case"


def test_run_names_every_stage_in_order() -> None:
    """What `run` says it runs is what there is to run."""
    assert ", ".join(STAGE_NAMES) in str(filling.run.__doc__)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["map", "{raw}"], 3, "not a file"),
        (["map", "{raw}/nothing.csv"], 3, "not a file"),
        (["score", "{case}", "{raw}/map.yml"], 3, "not a JSON document"),
        (["score", "{case}", "{raw}"], 3, "truth.json"),
        (["score", "{case}", "{raw}/odd.json"], 3, "says nothing of"),
        (["screen", "{case}", "{raw}"], 2, "cannot be read"),
        (["screen", "{case}", "{raw}/rows.csv"], 2, "no column with names"),
        (["check", "{case}", "{raw}/nothing.yml"], 3, "nothing.yml"),
        (["explain", "{case}", "nothing"], 2, "Give a figure's id"),
        (["simulate", "{raw}/rows.csv"], 2, "is in use"),
        (["demo", "{raw}"], 2, "not empty"),
        (["demo", "{raw}/rows.csv"], 4, "rows.csv"),
        (["check", "{case}", "{raw}/nothing.yml"], 3, "one list `claims:`"),
        (["claims", "{raw}/nothing.txt", "--extractor", "nobody"], 2, "rules or endpoint are accepted"),
        (["claims", "{raw}/nothing.txt", "--extractor", "endpoint"], 2, "add --workspace DIR"),
        (["init", "{raw}/rows.csv"], 2, "is a file"),
        (["init", "{raw}/rows.csv/case"], 4, "rows.csv"),
        (["init", "{case}", "--title", "Another"], 2, "titled 'Untitled case'"),
        (["run", "{case}", "--from", "report", "--until", "read"], 2, "comes after"),
        (["fetch", "customs/generic"], 2, "declares no download"),
        (["fetch", "watchlists/un_xml", "--mirror", "{raw}", "--into", "{raw}/into"], 3, "the mirror holds neither"),
    ],
)
def test_every_command_fails_in_one_sentence(
    case: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    """A wrong argument ends with the documented code and a message that names the thing."""
    (case.parent / "odd.json").write_text("[1]")
    left, error = told(capsys, *[part.replace("{case}", str(case)).replace("{raw}", str(case.parent)) for part in arguments])
    assert (left, says in error["message"]) == (code, True), error


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing"], "No such command"),
        (["trace"], "Missing argument 'DIR'"),
        (["trace", "case"], "Missing option '--from'"),
        (["suppliers", "case", "--of", "A", "--goods"], "--goods is given no value"),
        (["match", "a.csv", "b.csv", "--threshold", "3"], "--threshold"),
        (["simulate", "world", "--shipments", "many"], "--shipments"),
    ],
)
def test_wrong_arguments_are_told_as_json(capsys: pytest.CaptureFixture[str], arguments: list[str], says: str) -> None:
    """A program that asked for JSON reads the error of its own arguments in the one shape that every error has."""
    left, error = told(capsys, *arguments)
    assert (left, error["type"], error["exit_code"], says in error["message"]) == (2, "SettingError", 2, True), error


def test_wrong_arguments_are_told_with_the_usage_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json: the usage, where help is, and what is wrong; nothing on standard output."""
    with pytest.raises(SystemExit) as left:
        main(["trace", "case"])
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (2, "")
    assert err.startswith("Usage: enduse trace")
    assert "Missing option '--from'" in err


def test_an_interrupted_command_says_that_nothing_is_lost(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves with the documented code and one sentence."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("enduse.sources.definitions", interrupt)
    with pytest.raises(SystemExit) as left:
        main(["sources"])
    assert left.value.code == 130
    assert "run the command again" in capsys.readouterr().err


def test_fetch_takes_a_mirror(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that lies in a folder is fetched from there; the second time nothing has changed."""
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror" / "un_consolidated.xml").write_text("<CONSOLIDATED_LIST>" + " " * 2_000_000 + "</CONSOLIDATED_LIST>")
    arguments = ["fetch", "watchlists/un_xml", "--mirror", f"file://{tmp_path}/mirror", "--into", tmp_path / "into"]
    assert [told(capsys, *arguments)[1]["fetched"][0]["unchanged"] for _ in range(2)] == [False, True]


def test_adding_twice_adds_once(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes with the same map are there already."""
    raw = case.parent
    code, said = told(capsys, "add", case, "customs/generic", raw / "rows.csv", "--map", raw / "map.yml")
    assert (code, said) == (0, {"added": [], "already_there": 1})


def test_lists_with_a_layout_of_their_own_need_no_map(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only customs/generic must have a map; goods lists and GLEIF may."""
    goods = case.parent / "list_2024-01-01.csv"
    goods.write_text("code,tier\n840734,1\n")
    assert told(capsys, "add", case, "goods_lists/user_csv", goods)[0] == 0
    assert told(capsys, "add", case, "customs/generic", case.parent / "rows.csv")[1]["exit_code"] == 2


def test_map_reads_numbers_too_long_for_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A column of numbers of twelve digits and more is no column of spreadsheet days."""
    data = tmp_path / "a.csv"
    data.write_text(
        "Shipper,Consignee,Date,Net weight kg,Ref\nA,B,2022-03-01,5,000044621999\nA,C,2022-03-02,6," + "0" * 9 + "4" * 5000 + "\n"
    )
    assert told(capsys, "map", data)[0] == 0


def test_questions_and_judgements_say_what_was_promised(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Open questions come with what they move, best first; a decision comes with what it changed, or why that cannot be told."""
    _, said = told(capsys, "questions", case)
    assert said["open"] == len(said["questions"])
    assert [one["place"] for one in said["questions"]] == list(range(1, said["open"] + 1))
    assert said["listed_open"] == len(said["listed"])
    (case / "judgements.csv").write_text(
        "left_id,right_id,judgement,judged_by,judged_on,reason\nE-unknown,S-unknown,same,an analyst,2024-05-01,none\n", encoding="utf-8"
    )
    [one] = told(capsys, "judgements", case)[1]["judgements"]
    assert (one["told"], one["effect"]) == (False, "not yet honoured")
