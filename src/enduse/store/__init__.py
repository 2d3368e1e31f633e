"""Where things rest: archive (bytes by hash), tables (Parquet), ledgers that only grow, the record of runs, the lock."""

from enduse.store import ledger
from enduse.store.archive import Archive, sha256_of
from enduse.store.arrays import among, distinct, distinct_at, first_places, numbered, ordered, starts_of
from enduse.store.edited import edited_rows
from enduse.store.holding import holding_much
from enduse.store.kept import code_of, versions_of
from enduse.store.lock import writing
from enduse.store.stage_run import Progress, StageRun, silent
from enduse.store.tables import Tables, TableWriter, rows_of, write_bytes, write_json

__all__ = [
    "Archive",
    "Progress",
    "StageRun",
    "TableWriter",
    "Tables",
    "among",
    "code_of",
    "distinct",
    "distinct_at",
    "edited_rows",
    "first_places",
    "holding_much",
    "ledger",
    "numbered",
    "ordered",
    "rows_of",
    "sha256_of",
    "silent",
    "starts_of",
    "versions_of",
    "write_bytes",
    "write_json",
    "writing",
]
