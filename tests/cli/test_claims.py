"""`enduse claims` and `enduse check` on a workspace's own articles."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.telling import told

TEXT = "---\noutlet: Sample Wire\n---\nInvented Kestrel Works delivered engines to Example Trading in 2023, an official said.\n"


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a workspace with one article."""
    (tmp_path / "wire.txt").write_text(TEXT)
    for arguments in (["init"], ["add", "press/article", tmp_path / "wire.txt"]):
        assert told(capsys, arguments[0], tmp_path / "case", *arguments[1:])[0] == 0
    return tmp_path / "case"


def test_a_workspace_is_told_as_its_files_are(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same claims at the same offsets of the same file, with candidates beside the names."""
    _, own = told(capsys, "claims", case)
    _, files = told(capsys, "claims", case.parent / "wire.txt")
    keys = ("id", "start", "end", "quote", "speaker_chain", "stance", "type", "dates", "quantities")
    assert [{key: one[key] for key in keys} for one in own["claims"]] == [{key: one[key] for key in keys} for one in files["claims"]]
    assert all(TEXT[one["start"] : one["end"]] == one["quote"] for one in own["claims"])
    assert all("candidates" in entity for one in own["claims"] for entity in one["entities"])


def test_verdicts_stand_in_the_ledger_once_checked(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`claims` leaves verdicts out until `check` has run on what the workspace holds now; `check` lists them."""
    assert {one["verdict"] for one in told(capsys, "claims", case)[1]["claims"]} == {None}
    verdicts = told(capsys, "check", case)[1]["verdicts"]
    assert [(one["verdict"], one["reason"]) for one in verdicts] == [("not_decidable", "unknown_company")]
    assert [one["verdict"]["reason"] for one in told(capsys, "claims", case)[1]["claims"]] == ["unknown_company"]
    (case.parent / "more.txt").write_text("Example Trading received chips from Invented Heron Plant in 2022.\n")
    assert told(capsys, "add", case, "press/article", case.parent / "more.txt")[0] == 0
    assert {one["verdict"] for one in told(capsys, "claims", case)[1]["claims"]} == {None}


def test_the_ledger_is_written_as_csv(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each claim, and links beside it."""
    _, said = told(capsys, "claims", case, "--csv", case.parent / "out")
    with (case.parent / "out" / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["quote"] for row in csv.DictReader(stream)] == [one["quote"] for one in said["claims"]]
    assert {path.name for path in (case.parent / "out").iterdir()} >= {"links.csv", "origins.csv", "quantities.csv", "articles.csv"}


@pytest.mark.parametrize(
    ("more", "says"), [(["{raw}/wire.txt"], "not both"), (["--extractor", "endpoint"], "read by rules")], ids=["both", "endpoint"]
)
def test_what_a_workspace_does_not_take_is_said(case: Path, capsys: pytest.CaptureFixture[str], more: list[str], says: str) -> None:
    """A workspace beside files, or another reader than rules, is refused in one sentence."""
    code, error = told(capsys, "claims", case, *[part.replace("{raw}", str(case.parent)) for part in more])
    assert (code, says in error["message"]) == (2, True), error


def test_an_unreadable_article_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When nothing could be read, the message names the file once and says what to do; beside others it is listed as unread."""
    (tmp_path / "empty.txt").write_text("\n")
    code, error = told(capsys, "claims", tmp_path / "empty.txt")
    assert code == 3
    assert error["message"] == (
        "empty.txt: no text was found in it. Save the article's text as a .txt file in UTF-8. No article could be read."
    )
    (tmp_path / "wire.txt").write_text(TEXT)
    _, said = told(capsys, "claims", tmp_path / "empty.txt", tmp_path / "wire.txt")
    assert [one["file"] for one in said["unread"]] == ["empty.txt"]
