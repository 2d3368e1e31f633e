"""Tables for people say what the rows hold, also where no terminal folds them."""

from __future__ import annotations

import pytest
from rich.console import Console

from enduse.cli import showing


def test_a_name_is_printed_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """Words between colons are no pictures."""
    showing.say("Example:x:Works")
    showing.show_table("", ["name"], [("Invented :apple: Trading",)])
    out = capsys.readouterr().out
    assert "Example:x:Works" in out
    assert "Invented :apple: Trading" in out


def test_in_a_file_a_name_stands_on_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight columns that no terminal of 80 characters would hold are not folded where there is no terminal."""
    monkeypatch.delenv("COLUMNS", raising=False)
    name = "Joint Stock Company Invented Electromechanical Plant"
    showing.show_table("Hits", list("abcdefgh"), [(name, name, *"cdefgh")])
    assert capsys.readouterr().out.count(name) == 2


def test_an_id_that_people_copy_is_never_folded(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The ids of sources stay whole on a narrow terminal."""
    monkeypatch.setattr(showing, "unwatched", Console(width=60))
    showing.show_table("Sources", ["id", "what"], [("watchlists/native_format", "words " * 40)], whole=["id"])
    assert "watchlists/native_format" in capsys.readouterr().out
