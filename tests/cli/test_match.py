"""`enduse match`: one table against another, one JSON object a line."""

from __future__ import annotations

import csv
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from enduse import Workspace
from tests.cli.test_commands import run

POOL = 'id,name,country\np1,Romashka LLC,RU\np2,"Ningbo Peak Cloud Import and Export Co., Ltd",CN\np2,Peak Cloud Ningbo,CN\np3,Vasilek,RU\n'


@pytest.fixture
def tables(tmp_path: Path) -> tuple[str, str]:
    """Return a table of queries and a pool, as files."""
    queries, pool = tmp_path / "queries.csv", tmp_path / "pool.csv"
    queries.write_text("id,name,country\nq1,宁波峰云进出口有限公司,CN\n,ООО Ромашка,RU\nq3,Unlike Anything,\n", encoding="utf-8")
    pool.write_text(POOL, encoding="utf-8")
    return str(queries), str(pool)


def added(case: str, file: Path, name: str) -> None:
    """Add to the workspace an invented list of one company."""
    subject = {"id": "inv-1", "schema": "Company", "properties": {"name": [name]}, "datasets": ["invented"]}
    act = {"id": "s-1", "schema": "Sanction", "properties": {"entity": ["inv-1"], "authority": ["Example"]}, "datasets": ["invented"]}
    file.write_text("\n".join(json.dumps(one) for one in (subject, act)), encoding="utf-8")
    assert run("add", case, "watchlists/ftm", str(file), "--as-of", "2026-02-27") == 0


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return a workspace with a list of one company."""
    case = str(tmp_path / "case")
    assert run("init", case) == 0
    added(case, tmp_path / "list.json", "Invented Kestrel Works LLC")
    assert run("run", case, "--until", "resolve") == 0
    capsys.readouterr()
    return case


def test_one_object_a_line_best_first(tables: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every query has its line, with hits or without, each hit with id, score, probability and explanation."""
    assert run("match", *tables, "--top", "2", "--threshold", "0.6", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["query"], [hit["id"] for hit in line["hits"]]) for line in lines] == [("q1", ["p2"]), ("2", ["p1"]), ("q3", [])]
    hit = lines[0]["hits"][0]
    assert {"id", "score", "probability", "explanation"} <= set(hit)
    assert {"comparison": "brand, gloss", "outcome": "agree", "left": "峰", "right": "peak"} in hit["explanation"]


def test_a_line_stays_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name with characters at which some programs end a line is printed on one line, and read back as it was."""
    name = f"Romashka{chr(0x2028)}Invented{chr(0x85)}LLC"
    queries, pool = tmp_path / "queries.csv", tmp_path / "pool.csv"
    queries.write_text(f'id,name\nq1,"{name}"\n', encoding="utf-8")
    pool.write_text(POOL, encoding="utf-8")
    assert run("match", str(queries), str(pool), "--json") == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["name"] == name


def test_a_table_for_people(tables: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the hits are a table."""
    assert run("match", *tables) == 0
    assert "Romashka" in capsys.readouterr().out


@pytest.mark.parametrize("options", [(), ("--link",)])
def test_a_row_without_an_id_is_not_the_row_whose_id_is_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    """The second row has no id and the first has the id 2: they stay two companies."""
    queries, pool = tmp_path / "queries.csv", tmp_path / "pool.csv"
    pool.write_text("id,name\n2,Invented Heron Works\n,Invented Kestrel Trading\n", encoding="utf-8")
    queries.write_text("id,name\n2,Invented Kestrel Trading\n,Invented Heron Works\n", encoding="utf-8")
    assert run("match", str(queries), str(pool), *options, "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["query"], [hit["id"] for hit in line["hits"]]) for line in lines] == [("2", ["row 2"]), ("row 2", ["2"])]


@pytest.mark.parametrize("options", [(), ("--link",)])
def test_a_row_without_a_name_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    """Rows that name nobody are told, a query in its line and a row of the pool beside the answer, and the others are matched."""
    queries, pool = tmp_path / "queries.csv", tmp_path / "pool.csv"
    queries.write_text("id,name\nq1,\nq2,Invented Heron Works\n", encoding="utf-8")
    pool.write_text("id,name\np1,Invented Heron Works\np2,\n", encoding="utf-8")
    assert run("match", str(queries), str(pool), *options, "--json") == 0
    said = capsys.readouterr()
    refused, asked = map(json.loads, said.out.splitlines())
    assert (refused["query"], refused["hits"], refused["refused"].split(":")[0]) == ("q1", [], "line 2")
    assert ([hit["id"] for hit in asked["hits"]], "refused" in asked) == (["p1"], False)
    assert "pool.csv: 1 row could not be asked: line 3" in " ".join(said.err.split())


def test_an_unreadable_table_is_refused(tables: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pool without names is refused in one sentence, with what would be accepted."""
    (tmp_path / "bad.csv").write_text("city\nX\n", encoding="utf-8")
    assert run("match", tables[0], str(tmp_path / "bad.csv")) == 2
    assert "no column with names" in " ".join(capsys.readouterr().err.split())


def test_screening_prints_a_line_a_name_and_enters_the_ledger(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each name has its line of JSON; the ledger lists the screening in JSON and in a table."""
    names = tmp_path / "names.csv"
    names.write_text("id,name\nq1,Invented Kestrel Works\nq2,Unlike Anything\n", encoding="utf-8")
    capsys.readouterr()
    assert run("screen", case, str(names), "--json", "--top", "3", "--threshold", "0.6") == 0
    assert [json.loads(line)["query"] for line in capsys.readouterr().out.splitlines()] == ["q1", "q2"]
    assert run("screen", case, "--ledger", "--json") == 0
    [record] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (record["asked"]["file"], record["asked"]["names"], record["settings"]["top"]) == ("names.csv", 2, 3)
    assert run("screen", case, "--ledger") == 0
    assert record["screening"] in "".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("command", ["match", "screen"])
def test_names_come_through_a_pipe(
    command: str, case: str, tables: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be read only once, as `<(...)` and /dev/stdin, is read as a file is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text("id,name\nq1,Invented Kestrel Works\n", encoding="utf-8"))
    writer.start()
    capsys.readouterr()
    assert run(*(("screen", case, str(pipe)) if command == "screen" else ("match", str(pipe), tables[1])), "--json") == 0
    writer.join()
    assert json.loads(capsys.readouterr().out)["query"] == "q1"


def test_an_empty_day_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script whose day is empty by mistake is told so, and not answered as of any day."""
    case, names = str(tmp_path / "case"), tmp_path / "names.csv"
    names.write_text("name\nInvented Kestrel Works\n", encoding="utf-8")
    assert run("init", case) == 0
    assert run("screen", case, str(names), "--as-of", "") == 2
    assert "is not a day" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["names.csv", "case/judgements.csv", "."])
def test_answers_are_not_written_over_what_is_needed(tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The file of names, the decisions of people and a folder are refused before a name is screened."""
    case, names = tmp_path / "case", tmp_path / "names.csv"
    names.write_text("name\nInvented Kestrel Works\n", encoding="utf-8")
    assert run("init", str(case)) == 0
    before = [(case / "judgements.csv").read_bytes(), names.read_bytes()]
    assert run("screen", str(case), str(names), "--csv", str(tmp_path / target)) == 2
    assert "give" in capsys.readouterr().err
    assert [(case / "judgements.csv").read_bytes(), names.read_bytes()] == before
    assert not (case / "screenings.jsonl").exists()


def test_screening_against_nothing_is_no_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a list, and before a run has read the one that was added, the command says so and lists no name as without a hit."""
    case, names = str(tmp_path / "case"), tmp_path / "names.csv"
    names.write_text("name\nInvented Kestrel Works\n", encoding="utf-8")
    assert run("init", case) == 0
    assert run("screen", case, str(names)) == 4
    assert "no list to screen against" in capsys.readouterr().err
    added(case, tmp_path / "list.json", "Invented Kestrel Works LLC")
    assert run("screen", case, str(names)) == 4
    assert f"Run: enduse run {case}" in capsys.readouterr().err


def test_a_list_that_no_run_has_read_is_told(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who adds a newer list and screens without a run is told, beside the answer, that it was not asked."""
    names = tmp_path / "names.csv"
    names.write_text("name\nInvented Kestrel Works\n", encoding="utf-8")
    assert run("screen", case, str(names), "--json") == 0
    assert capsys.readouterr().err == ""
    added(case, tmp_path / "newer.json", "Invented Heron Works LLC")
    assert run("screen", case, str(names), "--json") == 0
    assert "no run has read it yet: newer.json" in " ".join(capsys.readouterr().err.split())


def test_screening_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without names and without --ledger the command says what to give."""
    assert run("init", str(tmp_path / "case")) == 0
    assert run("screen", str(tmp_path / "case")) == 2
    assert "--ledger" in capsys.readouterr().err


def test_linked_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --link each answer goes to one query; a table linked with itself names no row beside itself."""
    queries, pool = tmp_path / "queries.csv", tmp_path / "pool.csv"
    queries.write_text("id,name\n1,JSC Vymyslond\n2,Vymyslon Plant\n", encoding="utf-8")
    pool.write_text("id,name\n1,AO Vymyslond\n2,Zavod Vymyslon\n", encoding="utf-8")
    found = []
    for table in (pool, queries):
        assert run("match", str(queries), str(table), "--link", "--json") == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        found.append([(line["query"], [hit["id"] for hit in line["hits"]]) for line in lines])
    assert found[0] == [("1", ["1"]), ("2", ["2"])]
    assert all(query not in hits for query, hits in found[1])


def test_screening_as_csv_accounts_for_every_name(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hit has a line with its reasons and the list's version, each other name or row one that says so; no cell runs."""
    monkeypatch.delenv("COLUMNS", raising=False)
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text("id,name\nq1,Invented Kestrel Works\nq2,=Unlike()\nq3,\n", encoding="utf-8")
    assert run("screen", case, str(names), "--csv", str(out)) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "for 2 names" in said
    assert "1 row could not be asked: line 4: the name is empty" in said
    hit, none, refused = csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines())
    assert (hit["query"], hit["listed_name"], hit["list_as_of"]) == ("q1", "Invented Kestrel Works LLC", "2026-02-27")
    assert "kestrel / kestrel" in hit["why"]
    assert (none["query"], none["name"], none["grade"], none["list_id"]) == ("q2", "'=Unlike()", "no hit", "")
    assert (refused["query"], refused["name_id"], refused["grade"]) == ("q3", "", "refused")
    assert refused["why"].startswith("line 4: the name is empty")
    assert run("screen", case, "--ledger") == 0
    assert "2 names of names.csv (1 row could not be asked)" in " ".join(capsys.readouterr().out.split())


def test_an_interrupted_screening_leaves_whole_names_and_says_so(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was answered stands in a file of another name; the one asked for is not written."""
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text("id,name\nq1,Invented Kestrel Works\nq2,Unlike\n", encoding="utf-8")
    answers = Workspace.screenings

    def interrupted(*arguments: Any) -> Iterator[Any]:
        yield next(answers(*arguments))
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "screenings", interrupted)
    assert run("screen", case, str(names), "--csv", str(out)) == 130
    said = capsys.readouterr().err
    assert "answered so far: 1 name, in" in said
    assert not out.exists()
    assert [row["query"] for row in csv.DictReader((tmp_path / "out.part.csv").read_text(encoding="utf-8-sig").splitlines())] == ["q1"]


def test_a_row_without_an_id_goes_by_no_other_rows(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its number is another row's id: it goes by `row 1`; so does a ship's."""
    names = tmp_path / "names.csv"
    names.write_text("id,name,vessel\n,Invented Kestrel Works,\n1,Unlike,\n,Unlike,Vymysel\n", encoding="utf-8")
    assert run("screen", case, str(names), "--json") == 0
    assert [json.loads(line)["query"] for line in capsys.readouterr().out.splitlines()] == ["row 1", "1", "row 3", "row 3/vessel"]
    names.write_text("id,name\n,Invented Kestrel Works\n1,Unlike\n,Unlike\n", encoding="utf-8")
    assert run("screen", case, str(names), "--json") == 0
    assert [json.loads(line)["query"] for line in capsys.readouterr().out.splitlines()] == ["row 1", "1", "3"]


def test_one_decision_is_one(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The title of a table counts in the singular too."""
    with (Path(case) / "judgements.csv").open("a", encoding="utf-8") as file:
        file.write("E-000000000000,E-000000000001,same,an analyst,2024-07-01,invented\n")
    assert run("judgements", case) == 0
    assert capsys.readouterr().out.splitlines()[0].strip() == "1 decision"
