"""Bytes by hash: every file read is kept, once, under its SHA-256, and never changed."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from enduse.errors import StorageFailed, UnreadableFile, WorkspaceError

_CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file's bytes as hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _opened(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise UnreadableFile(source, f"cannot be opened: {error.strerror or error}", "Nothing was added.") from error


class Archive:
    """The folder `archive/` of a workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash rest; raises WorkspaceError when they do not."""
        path = self._place(sha256)
        if not path.is_file():
            raise WorkspaceError(f"{path} is missing from the archive; add the file again")
        return path

    def keep(self, source: Path) -> tuple[str, int]:
        """Keep a copy of `source`; return (sha256, size in bytes). A copy already there is left as it is."""
        digest = hashlib.sha256()
        size = 0
        partial = self.folder / f".incoming-{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with _opened(source) as reading, partial.open("wb") as writing:
                while chunk := reading.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    writing.write(chunk)
                writing.flush()
                os.fsync(writing.fileno())
            sha256 = digest.hexdigest()
            place = self._place(sha256)
            place.parent.mkdir(parents=True, exist_ok=True)
            partial.replace(place)
        except OSError as error:
            raise StorageFailed(self.folder, f"keeping {source}: {error.strerror or error}") from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        return sha256, size

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256
