"""The demo: an invented case from raw files to report."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from enduse import worlds
from enduse.errors import SettingError
from enduse.settings import FILE_NAME
from enduse.store import Progress
from enduse.workspace import Workspace

MARK = "raw"
ADDED_AT = "2026-01-01T00:00:00Z"
"""Invented like the rest of the demo, so that two demos are byte-identical."""


def build(folder: Path, progress: Progress) -> dict[str, Any]:
    """Make the demo workspace anew in `folder`, run it, and return headline figures and the report's path."""
    if folder.exists() and any(folder.iterdir()) and not (folder / FILE_NAME).is_file():
        raise SettingError(f"{folder} is not empty and not a demo workspace; give a new folder")
    if (folder / FILE_NAME).is_file() and not (folder / MARK / "truth.json").is_file():
        raise SettingError(f"{folder} is a workspace of your own; give another folder for the demo")
    shutil.rmtree(folder, ignore_errors=True)
    progress("inventing a world", 0, None)
    workspace = Workspace.create(folder, "Demo")
    worlds.demo_case(folder / MARK)
    workspace.fill(folder / MARK, retrieved_at=ADDED_AT)
    workspace = Workspace(folder, progress)
    page = workspace.report()
    return {"headline": workspace.headline(), "report": str(page), "truth": str(folder / MARK / "truth.json")}
