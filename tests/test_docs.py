"""Pages point to what exists and name commands that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from enduse.cli import commands

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def _commands() -> set[str]:
    group = typer.main.get_command(commands.app)
    return set(group.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_local_links_resolve(page: Path) -> None:
    """Every link to a file of the project finds it."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_code_blocks_name_commands_that_exist() -> None:
    """What a page tells the reader to type can be typed."""
    known = _commands()
    for page in PAGES:
        for block in re.findall(r"```(?:sh|text)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for name in re.findall(r"^(?:\.venv/bin/)?enduse ([a-z]+)", block, re.MULTILINE):
                assert name in known, f"{page.name}: enduse {name}"


def test_every_command_is_documented() -> None:
    """Each command has its section in the reference, with a sentence."""
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for name in _commands():
        assert re.search(rf"^## enduse {name}\n\n\S", reference, re.MULTILINE), name


def test_the_contract_of_commands_is_whole() -> None:
    """The commands promised are the commands there are."""
    asked = {"screen", "match", "trace", "suppliers", "claims", "check", "explain", "report", "questions", "judgements"}
    promised = {"init", "add", "sources", "map", "fetch", "run"} | asked
    assert _commands() == promised | {"simulate", "score", "demo"}


def test_every_page_of_decisions_is_numbered_once() -> None:
    """Two decisions never share a number."""
    numbers = [page.name[:4] for page in (ROOT / "docs" / "adr").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))
