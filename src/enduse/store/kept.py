"""What a stage keeps from one run to the next so as not to work it out again: never part of an answer, and safe to delete.

One file holds several tables. It is replaced whole and carries a checksum: a file that is missing, cut short, damaged or of
other code is as good as none.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pyarrow as pa

FOLDER = "kept"
_MARK = b"enduse kept 1\n"
_LENGTH, _SUM = 8, 4


def load(folder: Path, name: str, version: str) -> dict[str, pa.Table]:
    """Return the tables kept under a name by the same code; empty when there are none that can be trusted."""
    try:
        content = memoryview((folder / FOLDER / name).read_bytes())
    except OSError:
        return {}
    start = len(_MARK) + _LENGTH + _SUM
    end = start + int.from_bytes(content[len(_MARK) : len(_MARK) + _LENGTH], "big")
    if bytes(content[: len(_MARK)]) != _MARK or end > len(content):
        return {}
    if int.from_bytes(content[start - _SUM : start], "big") != zlib.crc32(content[start:]):
        return {}
    found: dict[str, pa.Table] = {}
    try:
        head = json.loads(bytes(content[start:end]))
        for part, size in head["parts"] if head["version"] == version else ():
            with pa.ipc.open_stream(pa.py_buffer(content[end : end + size])) as stream:
                found[part] = stream.read_all()
            end += size
    except (ValueError, KeyError, TypeError, OSError):
        # Arrow's own errors are ValueErrors.
        return {}
    return found


def keep(folder: Path, name: str, version: str, tables: Mapping[str, pa.Table]) -> None:
    """Keep the tables under a name in place of what was kept before. A disk that refuses only costs the next run time."""
    place = folder / FOLDER / name
    # One name, so that what a killed run left is written over; the workspace's lock keeps two runs apart.
    waiting = place.with_suffix(".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        bodies = {part: _written(rows) for part, rows in tables.items()}
        head = json.dumps({"version": version, "parts": [(part, body.size) for part, body in bodies.items()]}).encode()
        total = zlib.crc32(head)
        for body in bodies.values():
            total = zlib.crc32(body, total)
        with waiting.open("wb") as stream:
            stream.write(_MARK + len(head).to_bytes(_LENGTH, "big") + total.to_bytes(_SUM, "big") + head)
            for body in bodies.values():
                stream.write(body)
        waiting.replace(place)
    except OSError:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


def _written(rows: pa.Table) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        stream.write_table(rows, max_chunksize=1 << 20)
    return sink.getvalue()


@cache
def code_of(*rooms: str) -> str:
    """Return the hash of the source text of rooms of the package."""
    digest = sha256()
    for name in rooms:
        _digest(resources.files("enduse") / name, digest)
    return digest.hexdigest()


@cache
def versions_of(*libraries: str) -> str:
    """Return the versions of installed libraries in one line; one that is absent stands without a version."""
    found = []
    for name in libraries:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(name)
    return ", ".join(found)


def _digest(place: Traversable, digest: Any) -> None:
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                _digest(entry, digest)
        elif not entry.name.endswith(".pyc"):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
