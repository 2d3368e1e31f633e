"""What holds for the whole house."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path

import pytest

import enduse
from enduse import errors
from enduse.sources import definitions

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(enduse.__file__).parent
ACCUSING = re.compile(r"\b(evader|guilty|smuggler|criminal|culprit|violator)s?\b", re.IGNORECASE)


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_room_is_called_common() -> None:
    """Rooms are named for what lives there."""
    names = {path.stem for path in SOURCE.rglob("*")}
    assert not names & {"common", "utils", "helpers", "core", "misc"}


def test_no_word_accuses() -> None:
    """Neither code nor templates call anybody names."""
    for path in SOURCE.rglob("*"):
        if path.suffix in {".py", ".j2", ".yml", ".sql", ".csv"}:
            assert not ACCUSING.search(path.read_text(encoding="utf-8")), path


def test_the_error_tree_is_drawn_in_full() -> None:
    """Every exception class stands in the module's docstring and has one of its own."""
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, Exception) and kind.__module__ == errors.__name__:
            assert name in (errors.__doc__ or ""), name
            assert kind.__doc__, name


def test_every_source_is_licensed_and_described() -> None:
    """A source without licence, publisher or description cannot be added."""
    for one in definitions().values():
        assert one.licence, one.id
        assert one.publisher, one.id
        assert len(one.description) > 40, one.id


def test_no_package_host_is_named() -> None:
    """Neither lock files nor docs name where packages are fetched from."""
    hosts = re.compile("|".join(["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)", "deb" + r"ian\.org"]))
    for path in _tracked():
        if path.suffix in {".py", ".md", ".txt", ".toml", ".yml", ".in", ".sh", ""}:
            assert not hosts.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_files_stay_readable() -> None:
    """No source file grows past 500 lines."""
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 500, path


def test_heavy_libraries_are_not_imported_by_the_package() -> None:
    """`import enduse` stays light: no engine, no solver, no page renderer."""
    script = "import sys, enduse; print([m for m in ('duckdb', 'ortools', 'scipy', 'altair', 'lxml') if m in sys.modules])"
    result = subprocess.run([__import__("sys").executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
