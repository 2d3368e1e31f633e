"""A file that only grows: one JSON record a line, each written whole, none ever changed."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from enduse.errors import StorageFailed, WorkspaceError


def append(path: Path, record: Mapping[str, Any]) -> None:
    """Add the record as the last line; raises StorageFailed when the disk refuses, and then the lines before it are as they were.

    Equal records give equal bytes. Processes that append at once wait for each other.
    """
    line = (json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "backslashreplace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            size = stream.seek(0, os.SEEK_END)
            if size and _last_byte(stream.fileno(), size) != b"\n":
                # A process died while it wrote: its half line stays, and is passed over.
                line = b"\n" + line
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error


def _last_byte(descriptor: int, size: int) -> bytes:
    return os.pread(descriptor, 1, size - 1)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records in the order they were added; none when there is no file. A half line of a process that died is no record."""
    try:
        with path.open("rb") as stream:
            for line in stream:
                try:
                    record = json.loads(line)
                except ValueError:
                    continue
                if isinstance(record, dict):
                    yield record
    except FileNotFoundError:
        return
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be read: {error.strerror or error}") from error
