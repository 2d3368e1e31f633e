"""What lies in a workspace's folder besides tables: an empty one, a line more in enduse.toml, names that can be written there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from enduse.errors import SettingError
from enduse.settings import FILE_NAME, block
from enduse.store import write_bytes

_TEMPLATE = """# An enduse workspace. Lines may be edited by hand; `enduse add` appends inputs at the end.
[case]
title = {title}
# Names or ids of the end users followed; empty: every consignee that answers to a list.
end_users = []
# HS prefixes followed; empty: all goods.
goods = []

[parameters]
# Any parameter the report's method section prints, for example:  class_digits = 6
"""
_JUDGEMENTS = "left_id,right_id,judgement,judged_by,judged_on,reason\n"


def make(folder: Path, title: str) -> None:
    """Make the folder with an empty enduse.toml and judgements.csv; a workspace already there is left untouched.

    Raises SettingError for a file, and for a folder that holds something else.
    """
    if folder.exists() and not folder.is_dir():
        raise SettingError(f"{folder} is a file; give a folder for the workspace")
    if (folder / FILE_NAME).exists():
        return
    if folder.is_dir() and any(folder.iterdir()):
        raise SettingError(f"{folder} is not empty and not a workspace; give a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    write_bytes(folder / "judgements.csv", _JUDGEMENTS.encode())
    write_bytes(folder / FILE_NAME, _TEMPLATE.format(title=_quoted(title)).encode())


def append(folder: Path, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the rows as blocks `[[name]]` at the end of enduse.toml; what stands there is left as it is."""
    if not rows:
        return
    path = folder / FILE_NAME
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    write_bytes(path, (text + "".join("\n" + block(name, dict(row)) for row in rows)).encode("utf-8"))


def set_case(folder: Path, case: Mapping[str, Any]) -> None:
    """Write the case into enduse.toml in place of the one that stands there."""
    path = folder / FILE_NAME
    lines = path.read_text(encoding="utf-8").split("\n")
    body = block("case", dict(case)).split("\n")[1:]
    if "[case]" not in lines:
        # Before everything else: behind a `[[inputs]]` the table would be its own all the same, but nobody would find it.
        write_bytes(path, "\n".join(["[case]", *body, *lines]).encode("utf-8"))
        return
    start = lines.index("[case]")
    end = next((number for number in range(start + 1, len(lines)) if lines[number].startswith("[")), len(lines))
    write_bytes(path, "\n".join([*lines[: start + 1], *body, *lines[end:]]).encode("utf-8"))


def printable(text: str) -> str:
    """Return a name with the bytes that are no UTF-8 replaced: enduse.toml and the tables hold text only."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _quoted(text: str) -> str:
    return block("x", {"title": printable(text)}).split(" = ", 1)[1].strip()
