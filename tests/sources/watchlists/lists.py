"""Writes an invented list file and returns what its reader emits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from enduse.sources.emitting import Emission
from tests.sources.reading import read_file, rows


def read_text(source: str, folder: Path, name: str, content: str | bytes) -> Emission:
    """Return what the reader of watchlists/<source> emits for the content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_file(f"watchlists/{source}", path)


def said(emit: Emission, *props: str) -> list[tuple[str, str | None, str]]:
    """Return (prop, scheme, value) of the statements with these properties, in alphabetical order."""
    found = [(row["prop"], row["scheme"], row["value"]) for row in rows(emit, "statements") if not props or row["prop"] in props]
    return sorted(found, key=lambda one: (one[0], one[1] or "", one[2]))


def values(emit: Emission, prop: str) -> list[str]:
    """Return the values of one property, in alphabetical order."""
    return sorted(row["value"] for row in rows(emit, "statements") if row["prop"] == prop)


def act(emit: Emission) -> dict[str, Any]:
    """Return the only designation."""
    (found,) = rows(emit, "designations")
    return found
