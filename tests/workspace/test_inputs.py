"""A folder with an inputs.yml fills a workspace; what it says wrongly is told in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse import Workspace
from enduse.errors import EnduseError, SettingError, UnreadableFile
from tests import cases_nine_rows

LISTING = """
inputs: [{source: customs/generic, file: rows.csv, map: map.yml, as_of: "2024-01-31"}]
coverage: [{source: customs/generic, since: 2022-01, until: 2022-12, status: complete}]
case: {title: Nine invented rows, invented: true}
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Return a folder of files with the inputs.yml that lists them."""
    cases_nine_rows.write(tmp_path)
    (tmp_path / "inputs.yml").write_text(LISTING, encoding="utf-8")
    return tmp_path


def test_filling_twice_adds_nothing_twice(listed: Path) -> None:
    """Files, coverage and case stand in enduse.toml once."""
    case = Workspace.create(listed / "case")
    assert [one.file for one in case.fill(listed)] == ["rows.csv"]
    before = (listed / "case" / "enduse.toml").read_bytes()
    assert case.fill(listed) == []
    assert (listed / "case" / "enduse.toml").read_bytes() == before
    assert (len(case.settings.inputs), len(case.settings.coverage), case.settings.case.invented) == (1, 1, True)


def test_a_case_is_set_where_none_stood(listed: Path) -> None:
    """An enduse.toml whose [case] somebody took out gets one."""
    case = Workspace.create(listed / "case")
    (listed / "case" / "enduse.toml").write_text("[parameters]\nclass_digits = 4\n", encoding="utf-8")
    case.fill(listed)
    assert (case.settings.case.title, case.settings.parameters) == ("Nine invented rows", {"class_digits": 4})


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        (None, SettingError, "holds no inputs.yml"),
        ("inputs: [", UnreadableFile, "not a YAML document"),
        ("- rows.csv", UnreadableFile, "inputs.yml lists"),
        ("inputs: [{file: rows.csv}]", UnreadableFile, "inputs.0.source"),
        ("inputs: []\ncoverage: [{source: x, since: 2022-05, until: 2022-01, status: complete}]", UnreadableFile, "comes after"),
        ("inputs: [{source: customs/generic, file: none.csv, map: map.yml}]", SettingError, "is not a file"),
        ("inputs: [{source: customs/generic, file: ., map: map.yml}]", SettingError, "not a file but a folder"),
    ],
)
def test_a_wrong_listing_is_told(listed: Path, text: str | None, error: type[EnduseError], says: str) -> None:
    """What is wrong with an inputs.yml is said, and nothing is added."""
    (listed / "inputs.yml").unlink() if text is None else (listed / "inputs.yml").write_text(text, encoding="utf-8")
    case = Workspace.create(listed / "case")
    with pytest.raises(error, match=says):
        case.fill(listed)
    assert case.settings.inputs == ()
