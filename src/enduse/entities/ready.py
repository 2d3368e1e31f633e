"""The listed subjects ready to be screened against: taken from what an earlier question kept of the same rows, else made and kept.

Reading every listed name takes most of a minute, and a question meets few of them. What is kept is a function of the rows, the
code, its words and the libraries, and its fingerprint is made of all of these; of anything else it counts as none.
"""

from __future__ import annotations

import platform
from hashlib import sha256
from typing import NamedTuple

import pyarrow as pa

from enduse.entities.known import version
from enduse.entities.listed import ListedIndex, listed_rows
from enduse.store import StageRun

_NAME = "screening"


def ready(run: StageRun) -> ListedIndex:
    """Return the index of every subject that some designation names, with its pool; empty when no list is loaded."""
    rows = listed_rows(run)
    index = ListedIndex(rows)
    if rows is None or not len(index.subjects):
        return index
    fingerprint = _fingerprint(rows)
    if kept := run.kept(_NAME, fingerprint):
        try:
            index.restore(kept, _Shelf(run, fingerprint))
        except (KeyError, ValueError, pa.ArrowException):
            # The checksum is right, and yet no index can have been kept so: somebody made it up.
            index = ListedIndex(rows)
        else:
            return index
    run.keep(_NAME, fingerprint, index.kept())
    return index


class _Shelf(NamedTuple):
    """Files beside that of the index, of what few questions ask for: made and kept when the first of them comes."""

    run: StageRun
    fingerprint: str

    def take(self, part: str) -> pa.Table | None:
        return self.run.kept(f"{_NAME}-{part}", self.fingerprint).get(part)

    def put(self, part: str, rows: pa.Table) -> None:
        self.run.keep(f"{_NAME}-{part}", self.fingerprint, {part: rows})


def _fingerprint(rows: pa.Table) -> str:
    """Return what the kept index is a function of: the very rows that the lists were read from, and all that reads them."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows.combine_chunks())
    return f"{version()}, python {platform.python_version()}, rows {sha256(sink.getvalue()).hexdigest()}"
