"""A case to be ill-treated: hostile files are added to it, and what comes of them is checked."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from enduse import Workspace
from enduse.cli import main

ADDED_AT = "2026-01-01T00:00:00Z"
CODES = {"SettingError": 2, "UnreadableFile": 3, "SourceDrift": 3, "WorkspaceError": 4, "StorageFailed": 4}


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
