"""The screening ledger: what was asked, of which list versions, what was found, who had decided, and when.

One line of `screenings.jsonl` for each screening, never changed afterwards. The names asked and the answers rest in the archive
under their SHA-256. Equal inputs give equal lines, but for the time they state.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from enduse.entities.decided import Decisions
from enduse.entities.list_versions import loaded
from enduse.entities.queries import Query
from enduse.entities.screening import Screened
from enduse.errors import StorageFailed
from enduse.store import StageRun, ledger
from enduse.terms.ids import hash_of
from enduse.version import VERSION

FILE_NAME = "screenings.jsonl"
_COUNTED = ("confirmed", "likely", "possible")


@dataclass(frozen=True)
class Question:
    """What a screening was asked: the file's name, where its bytes are, and the settings in force."""

    file: str
    sha256: str
    size_bytes: int
    as_of: dt.date | None
    top: int
    threshold: float


def keep_names(run: StageRun, queries: Iterable[Query]) -> tuple[str, int]:
    """Keep names that came without a file in the archive, a JSON line each; return (sha256, size in bytes)."""
    place = _temporary(run, "asked")
    try:
        with _opened(place) as stream:
            for one in queries:
                stream.write(_line(asdict(one)))
        return run.archive.keep(place)
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def recorded(run: StageRun, question: Question, screened: Iterable[Screened]) -> Generator[Screened, None, None]:
    """Yield what is screened; when it ends, however it ends, one line in the ledger says what was asked and found so far.

    `complete` in that line is false when whoever asked stopped before the last name. Raises StorageFailed when the disk refuses.
    """
    place = _temporary(run, "found")
    counts: Counter[str] = Counter()
    decisions: dict[tuple[str, str], dict[str, Any]] = {}
    complete = False
    try:
        with _opened(place) as stream:
            try:
                for one in screened:
                    _note(one, stream, counts, decisions)
                    yield one
                complete = True
            finally:
                stream.close()
                results, _ = run.archive.keep(place)
                _enter(run, question, results, counts, [decisions[pair] for pair in sorted(decisions)], complete)
    finally:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def history(run: StageRun) -> Iterator[dict[str, Any]]:
    """Yield the screenings of the workspace, the oldest first; `decided` holds what people have decided by now about its hits."""
    decisions = Decisions.load(run)
    for record in ledger.records(run.folder / FILE_NAME):
        yield {**record, "decided": list(_decided(run, record, decisions))}


def _note(one: Screened, stream: BinaryIO, counts: Counter[str], decisions: dict[tuple[str, str], dict[str, Any]]) -> None:
    counts["refused" if one.query.refused else "names"] += 1
    if not one.hits:
        return
    said = one.as_json()
    stream.write(_line(said))
    counts["names_with_hits"] += 1
    counts["hits"] += len(said["hits"])
    for hit in said["hits"]:
        counts[hit["grade"]] += 1
        if hit["decision"]:
            decisions[said["name_id"], hit["id"]] = {
                "name_id": said["name_id"],
                "name": said["name"],
                "subject_id": hit["id"],
                **hit["decision"],
            }


def _enter(run: StageRun, question: Question, results: str, counts: Counter[str], decisions: list[dict[str, Any]], complete: bool) -> None:
    lists = [{**row, "as_of": row["as_of"].isoformat() if row["as_of"] else None} for row in loaded(run, question.as_of)]
    as_of = question.as_of.isoformat() if question.as_of else None
    record: dict[str, Any] = {
        "asked": {
            "file": question.file, "sha256": question.sha256, "size_bytes": question.size_bytes,
            "names": counts["names"], "refused": counts["refused"],
        },
        "as_of": as_of, "complete": complete, "decisions": decisions, "lists": lists, "results_sha256": results,
        "found": {name: counts[name] for name in ("names_with_hits", "hits", *_COUNTED)},
        "settings": {"top": question.top, "threshold": question.threshold, "parameters": dict(run.parameters_used), "version": VERSION},
    }  # fmt: skip
    identity = hash_of([json.dumps(record, ensure_ascii=False, sort_keys=True)])[:12]
    when = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    ledger.append(run.folder / FILE_NAME, {"screening": f"S-{identity}", "at": when, **record})


def _decided(run: StageRun, record: dict[str, Any], decisions: Decisions) -> Iterator[dict[str, Any]]:
    if not decisions:
        return
    with run.archive.path(record["results_sha256"]).open("rb") as stream:
        for line in stream:
            said = json.loads(line)
            for hit in said["hits"]:
                decision = decisions.of(Query(said["name"]), hit["id"])
                if decision is not None:
                    yield {"name_id": said["name_id"], "name": said["name"], "subject_id": hit["id"], **decision._asdict()}


def _line(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "backslashreplace")


def _temporary(run: StageRun, name: str) -> Path:
    return run.folder / "tmp" / f"screening-{name}-{os.getpid()}.jsonl"


def _opened(path: Path) -> BinaryIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error
