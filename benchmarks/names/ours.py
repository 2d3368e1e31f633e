"""Our side of a turn: the room of companies on the question of turns.py.

python ours.py METHOD GIVEN.json ANSWER.json
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import enduse.entities as room

Given = dict[str, Any]
Answer = dict[str, Any]
THRESHOLD = 0.5
"""The probability from which a pair is called a match: the same everywhere."""


def query(entity: dict[str, Any]) -> room.Entity:
    """Return the entity as the room takes it."""
    return room.Entity(
        tuple(entity["name"]), tuple(entity.get("country", ())), tuple(entity.get("registrationNumber", ())), entity.get("id"),
        entity.get("schema"),
    )  # fmt: skip


def pairs(given: Given) -> Answer:
    """Return the probability of each pair, in the order given."""
    for schema in ("Person", "Company", "Vessel"):
        room.compare(room.Entity(("Anne Warm 1 LLC", "深圳暖贸易有限公司"), schema=schema), room.Entity(("ООО Ворм 1",), schema=schema))
    clock = Clock()
    entities = [query(one) for one in given["entities"]]
    return clock.answer([room.compare(entities[left], entities[right]).probability for left, right in given["pairs"]])


def match(given: Given) -> Answer:
    """Return for each query its hits, best first, and the candidates among which they were sought; making the pool is counted too.

    All queries are asked at once, as a table.
    """
    _warm()
    clock = Clock()
    pool = room.Pool([query(one) for one in given["pool"]])
    ready = Clock()
    asked = [query(one) for one in given["queries"]]
    found = [[(hit.pool_id, hit.probability) for hit in hits] for hits in pool.answers(asked, given["top"], given["threshold"])]
    asking = ready.cpu()
    hits = {one["id"]: each for one, each in zip(given["queries"], found, strict=True)}
    answer = clock.answer({"hits": hits, "candidates": {}})
    # What was compared is told apart from the clock: nobody who asks needs it.
    for one, entity in zip(given["queries"], asked, strict=True):
        answer["result"]["candidates"][one["id"]] = sorted({str(pool.entities[at].id) for at in pool.candidates(entity)})
    return {**answer, "asking_cpu_seconds": asking}


def warm(given: Given) -> Answer:
    """Return the wall seconds of each query asked alone against a pool that stands ready."""
    _warm()
    pool = room.Pool([query(one) for one in given["pool"]])
    clock, taken = Clock(), []
    for one in given["queries"]:
        began = time.perf_counter()
        pool.match([query(one)], top=given["top"], threshold=THRESHOLD)
        taken.append(time.perf_counter() - began)
    return {**clock.answer([]), "each": taken}


def _warm() -> None:
    """Load dictionaries and lists of countries, as the anchors do before their clock runs."""
    asked = room.Entity(("Warm 1 LLC",), ("Russia",), ("INN 9900000017",), schema="Company")
    room.match([asked], [room.Entity(("ООО Ворм 1", "深圳暖贸易有限公司"), ("China",))])


def resolve(given: Given) -> Answer:
    """Return the cluster of each record, in the order of record ids: the stage `resolve` on a workspace of these mentions.

    Equal mentions stand once in a workspace, so that distinct values are taken here too; that is counted as preparing.
    """
    clock = Clock()
    rows, told = mentions(given["records"])
    prepared = clock.cpu()
    with desk() as run:
        cluster = clusters(run, rows)
    answer = clock.answer({"own": [cluster[one] for one in told]})
    return {**answer, "preparing_cpu_seconds": prepared}


def increment(given: Given) -> Answer:
    """Return what resolving again costs after one per cent of new records, beside a run on all of them, and what differs."""
    rows, told = mentions(given["records"])
    new = max(1, int(len(rows) * given["share"]))
    with desk() as run:
        clusters(run, rows[:-new])
        clock = Clock()
        after = clusters(run, rows)
        again = clock.cpu()
    with desk() as run:
        full = Clock()
        at_once = clusters(run, rows)
        whole = full.cpu()
    members: dict[str, set[str]] = defaultdict(set)
    expected: dict[str, set[str]] = defaultdict(set)
    for one in told:
        members[after[one]].add(one)
        expected[at_once[one]].add(one)
    different = sum(members[after[one]] != expected[at_once[one]] for one in told)
    return clock.answer({"share_of_full_run": again / whole, "different": different})


def mentions(path: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the distinct mentions of a file of records, and the mention of each record in the order of record ids."""
    import pyarrow.parquet as pq

    mention_of: dict[tuple[Any, ...], str] = {}
    rows, told = [], []
    for one in pq.read_table(path).sort_by("record_id").to_pylist():
        values = tuple(one[name] for name in ("name", "country", "address", "tax_id", "phone", "email"))
        if values not in mention_of:
            mention_of[values] = f"M-{len(mention_of):08d}"
            rows.append(mention(mention_of[values], one))
        told.append(mention_of[values])
    return rows, told


@contextmanager
def desk() -> Iterator[Any]:
    """Yield the tables of an empty workspace."""
    from enduse.engine.duckdb import DuckDBEngine
    from enduse.settings import Settings
    from enduse.store import Archive, StageRun, Tables

    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        engine = DuckDBEngine(folder / "tmp")
        yield StageRun(folder, Tables(folder / "tables"), Archive(folder / "archive"), engine, Settings())
        engine.close()


def clusters(run: Any, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Return {mention: entity} after the stage `resolve`."""
    from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES

    blank = {column.name: None for column in SHIPMENT_PARTIES.columns}
    parties = ({"shipment_id": one["mention_id"], "role": one["role"], "ordinal": 0, "mention_id": one["mention_id"]} for one in rows)
    run.write(MENTIONS, rows)
    run.write(SHIPMENT_PARTIES, [{**blank, **one} for one in parties])
    room.resolve(run)
    found = run.read("entity_mentions")
    return dict(zip(found["mention_id"].to_pylist(), found["entity_id"].to_pylist(), strict=True))


def mention(mention_id: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return one record as a row of the table of mentions; columns that the table does not have are left out."""
    from enduse.model.trade import MENTIONS

    row: dict[str, Any] = defaultdict(lambda: None)
    row |= {**record, "mention_id": mention_id, "shipments": 1, "role": "consignee"}
    return {column.name: row[column.name] for column in MENTIONS.columns}


class Clock:
    """Processor and wall time since it was made."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.monotonic()

    def cpu(self) -> float:
        """Return the processor seconds of this process so far."""
        return time.process_time() - self._cpu

    def answer(self, result: Any) -> Answer:
        """Return the answer with what it cost."""
        return {"cpu_seconds": self.cpu(), "seconds": time.monotonic() - self._wall, "result": result}


def main(arguments: Sequence[str]) -> None:
    """Answer one question."""
    given = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    tasks: dict[str, Callable[[Given], Answer]] = {"pairs": pairs, "match": match, "warm": warm, "resolve": resolve, "increment": increment}
    Path(arguments[2]).write_text(json.dumps(tasks[given["task"]](given), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
