"""One writer at a time: an advisory lock that the system gives back when its holder dies."""

from __future__ import annotations

import fcntl
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.errors import StorageFailed, WorkspaceLocked


@contextmanager
def writing(folder: Path, act: str) -> Iterator[None]:
    """Hold the workspace's lock; raises WorkspaceLocked naming the process that holds it."""
    path = folder / ".lock"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkspaceLocked(folder, _holder(descriptor)) from error
        note = json.dumps({"act": act, "process": os.getpid(), "host": platform.node()})
        try:
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, note.encode(), 0)
        except OSError as error:
            raise StorageFailed(path, error.strerror or str(error)) from error
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    try:
        note = json.loads(os.pread(descriptor, 4096, 0) or b"{}")
        return f"'{note['act']}' (process {note['process']} on {note['host']})"
    except (ValueError, KeyError):
        return "another process"
