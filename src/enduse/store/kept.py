"""What a stage keeps from one run to the next so as not to work it out again: never part of an answer, and safe to delete.

One file holds several tables. It is replaced whole and carries a checksum: a file that is missing, cut short, damaged or of
other code is as good as none.
"""

from __future__ import annotations

import fcntl
import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

FOLDER = "kept"
_MARK = b"enduse kept 2\n"
_PLACE, _SUM = 8, 4
_START = len(_MARK) + _PLACE + _SUM


def load(folder: Path, name: str, version: str) -> dict[str, pa.Table]:
    """Return the tables kept under a name by the same code; empty when there are none that can be trusted.

    Each table has its own memory, which is given back when the table is forgotten.
    """
    try:
        with (folder / FOLDER / name).open("rb") as stream:
            start = stream.read(_START)
            place = int.from_bytes(start[len(_MARK) : len(_MARK) + _PLACE], "big")
            size = stream.seek(0, os.SEEK_END)
            if not start.startswith(_MARK) or not _START <= place < size:
                return {}
            stream.seek(place)
            head = stream.read()
            said = json.loads(head)
            if said["version"] != version or sum(length for _, length in said["parts"]) != place - _START:
                return {}
            stream.seek(_START)
            bodies = {part: stream.read(length) for part, length in said["parts"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    total = 0
    for body in (*bodies.values(), head):
        total = zlib.crc32(body, total)
    if total != int.from_bytes(start[-_SUM:], "big"):
        return {}
    try:
        return {part: pa.ipc.open_stream(pa.py_buffer(body)).read_all() for part, body in bodies.items()}
    except (ValueError, OSError, pa.ArrowException):
        return {}


def keep(folder: Path, name: str, version: str, tables: Mapping[str, pa.Table]) -> None:
    """Keep the tables under a name in place of what was kept before. A disk that refuses only costs the next run time.

    Of two processes that keep at once one does, and the other leaves it. They are not compressed: that would take longer than all
    else that is done with them.
    """
    place = folder / FOLDER / name
    # One name, so that what a killed run left is written over.
    waiting = place.with_suffix(".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(waiting, os.O_RDWR | os.O_CREAT, 0o666), "r+b") as stream:
            if _alone(stream, waiting):
                _replace(place, waiting, stream, version, tables)
    except OSError:
        return


def _alone(stream: BinaryIO, waiting: Path) -> bool:
    """Tell whether nobody else writes the file: it is locked until it is closed, and has not been moved into its place meanwhile."""
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(stream.fileno()), waiting.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


def _replace(place: Path, waiting: Path, stream: BinaryIO, version: str, tables: Mapping[str, pa.Table]) -> None:
    try:
        stream.truncate(0)
        stream.write(bytes(_START))
        parts, sink = [], _Summing(stream)
        for part, rows in tables.items():
            begin = sink.size
            with pa.ipc.new_stream(sink, rows.schema) as body:
                body.write_table(rows, max_chunksize=1 << 20)
            parts.append((part, sink.size - begin))
        head = json.dumps({"version": version, "parts": parts}).encode()
        end = _START + sink.size
        stream.write(head)
        stream.seek(0)
        stream.write(_MARK + end.to_bytes(_PLACE, "big") + zlib.crc32(head, sink.total).to_bytes(_SUM, "big"))
        stream.flush()
        # While it is locked: whoever opens it next finds it whole, or finds another.
        waiting.replace(place)
    except OSError:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


class _Summing:
    """Writes what it is given, and tells how much that was and its checksum: nothing is put together in memory first."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = self.total = 0

    def write(self, part: Any) -> int:
        self.total = zlib.crc32(part, self.total)
        self.size += len(part)
        return self._stream.write(part)


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
