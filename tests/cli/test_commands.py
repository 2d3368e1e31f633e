"""The commands are a public contract: what they answer, how they fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.cli import main
from tests import cases_nine_rows


def run(*arguments: str) -> int:
    """Run one command in this process and return its exit code."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    code = left.value.code
    assert code is None or isinstance(code, int)
    return code or 0


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Run one command with --json and return its answer."""
    capsys.readouterr()
    assert run(*arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def nine_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return a workspace made of the nine-row example by init, add and run."""
    data, column_map = cases_nine_rows.write(tmp_path)
    folder = str(tmp_path / "case")
    assert run("init", folder) == 0
    assert run("add", folder, "customs/generic", str(data), "--map", str(column_map)) == 0
    assert run("run", folder) == 0
    return folder


def test_trace_answers_the_worked_example(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Direct 20, at least 80, central 95, at most 120, open 120."""
    told = answer(capsys, "trace", nine_rows, "--from", "S", "--to", "E")
    bounds = [told[name] for name in ("unit", "direct", "at_least", "central", "at_most", "at_most_open")]
    assert bounds == ["kg", 20.0, 80.0, 95.0, 120.0, 120.0]
    assert {one["name"] for one in told["intermediaries"]} == {"A", "B"}
    assert told["paths"]
    assert told["assumptions"]
    assert told["coverage"]


def test_answers_for_people_say_no_more_than_there_is(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An exact count is one number, nothing to list is one line."""
    for arguments, says in (
        (("suppliers", nine_rows, "--of", "E"), "Suppliers: 3\n"),
        (("judgements", nine_rows), "0 decisions\n"),
        (("screen", nine_rows, "--ledger"), "0 screenings\n"),
    ):
        capsys.readouterr()
        assert run(*arguments) == 0
        assert says in "\n".join(line.rstrip() for line in capsys.readouterr().out.split("\n"))


def test_suppliers_answers_with_bounds_and_rows(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Three companies shipped to E directly, with masses and row ids."""
    told = answer(capsys, "suppliers", nine_rows, "--of", "E")
    assert told["count"] == {"at_least": 3, "at_most": 3}
    assert {one["names"][0]: one["net_mass_kg"] for one in told["suppliers"]} == {"A": 60.0, "B": 70.0, "S": 20.0}
    assert all(one["shipments"] for one in told["suppliers"])


def test_run_again_runs_nothing(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing changed every stage is skipped."""
    assert not any(one["ran"] for one in answer(capsys, "run", nine_rows)["stages"])


def test_run_from_a_stage_runs_it_again(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--from forces its stage; with equal results the later ones stay."""
    told = answer(capsys, "run", nine_rows, "--from", "connect")["stages"]
    assert [(one["stage"], one["ran"]) for one in told][:2] == [("connect", True), ("assess", False)]


def test_an_unknown_name_fails_with_code_2_and_says_the_nearest(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The error is one JSON object on standard error, with the exit code in it."""
    capsys.readouterr()
    assert run("trace", nine_rows, "--from", "Nobody", "--to", "E", "--json") == 2
    told = json.loads(capsys.readouterr().err)["error"]
    assert (told["type"], told["exit_code"]) == ("UnknownName", 2)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["run", "no-such-folder"], 4),
        (["add", "no-such-folder", "customs/generic", "x.csv"], 4),
        (["trace", "{case}", "--from", "S", "--to", "E", "--since", "yesterday"], 2),
        (["trace", "{case}", "--from", "S", "--to", "E", "--goods", "engines"], 2),
        (["run", "{case}", "--from", "nonsense"], 2),
        (["add", "{case}", "customs/nonsense", "{case}/enduse.toml"], 2),
        (["explain", "{case}", "no-such-figure"], 2),
    ],
)
def test_failures_have_documented_codes(nine_rows: str, arguments: list[str], code: int) -> None:
    """Each trouble has its exit code and no traceback."""
    assert run(*[part.replace("{case}", nine_rows) for part in arguments]) == code


def test_map_proposal_can_be_used_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`map FILE -o MAP` writes a map that `add --map` accepts."""
    data = tmp_path / "imports.csv"
    data.write_text(
        "Shipper,Consignee,Date,HS Code,Net Weight KG\nExample Trading,Invented Works,2023-02-13,847989,12.5\n"
        "Example Trading,Invented Works,2023-02-25,847989,11\n"
    )
    column_map, folder = tmp_path / "map.yml", str(tmp_path / "case")
    assert run("map", str(data), "-o", str(column_map)) == 0
    assert run("init", folder) == 0
    assert run("add", folder, "customs/generic", str(data), "--map", str(column_map)) == 0
    assert run("run", folder) == 0
    told = answer(capsys, "suppliers", folder, "--of", "Invented Works")
    assert told["suppliers"][0]["net_mass_kg"] == 23.5


def test_sources_lists_every_source_with_licence(capsys: pytest.CaptureFixture[str]) -> None:
    """Each source says publisher, licence and accepted files."""
    told = answer(capsys, "sources")["sources"]
    assert {"customs/generic", "customs/ru_imports", "customs/us_manifests"} <= {one["id"] for one in told}
    assert all(one["licence"] and one["publisher"] and one["formats"] for one in told)


def test_every_figure_of_a_report_can_be_explained(nine_rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures named in enduse.toml's case recompute to the printed values."""
    settings = Path(nine_rows) / "enduse.toml"
    settings.write_text(settings.read_text().replace("end_users = []", 'end_users = ["E"]'))
    answer(capsys, "report", nine_rows)
    figures = json.loads((Path(nine_rows) / "report" / "report.json").read_text())["figures"]
    assert {"suppliers", "direct-kg", "reached-1"} <= {one["figure_id"] for one in figures}
    for one in figures:
        told = answer(capsys, "explain", nine_rows, one["figure_id"])
        assert (told["at_least"], told["at_most"]) == (one["at_least"], one["at_most"])
        assert len(told["rows"]) == one["rows"]
