"""Our side of a turn: the room of companies on the question of turns.py.

python -m names.ours METHOD GIVEN.json ANSWER.json; a METHOD that is a task is done in place of the task given.
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
from enduse.store import holding_much
from names.clock import Clock

Given = dict[str, Any]
Answer = dict[str, Any]
THRESHOLD = 0.5
"""The probability from which a pair is called a match: the same everywhere."""


def query(entity: dict[str, Any]) -> room.Entity:
    """Return the entity as the room takes it."""
    return room.Entity(
        tuple(entity["name"]), tuple(entity.get("country", ())), tuple(entity.get("registrationNumber", ())), entity.get("id"),
        entity.get("schema"), source=entity.get("source"),
    )  # fmt: skip


def pairs(given: Given) -> Answer:
    """Return the probability of each pair, in the order given."""
    for schema in ("Person", "Company", "Vessel"):
        room.compare(room.Entity(("Anne Warm 1 LLC", "深圳暖贸易有限公司"), schema=schema), room.Entity(("ООО Ворм 1",), schema=schema))
    room.compare("Warm Mexico", "Warm Tula")
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
    pool.make_ready()
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


def link(given: Given) -> Answer:
    """Return for each query its hits as `match` does, the table linked with the pool: who answers better takes an answer."""
    _warm()
    clock = Clock()
    pool = room.Pool([query(one) for one in given["pool"]])
    hits: dict[str, list[tuple[str, float]]] = {one["id"]: [] for one in given["queries"]}
    for hit in room.link([query(one) for one in given["queries"]], pool, given["top"], given["threshold"]):
        hits[hit.query_id].append((hit.pool_id, hit.probability))
    return clock.answer({"hits": hits, "candidates": {}})


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
    # A country's name in another language than English: rigour reads the names of all of them.
    # A word of trade mistyped beside a brand of another script: the tables of meanings and of English words.
    asked = room.Entity(("Warm 1 Technolgoy LLC",), ("Russland",), ("INN 9900000017",), schema="Company")
    room.match([asked], [room.Entity(("ООО Ворм 1 Технология", "深圳暖贸易有限公司", "Warm 1 Technology"), ("China",))])


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
    new = max(1, int(rows.num_rows * given["share"]))
    with desk() as run:
        clusters(run, rows.slice(0, rows.num_rows - new))
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


def mentions(path: str) -> tuple[Any, list[str]]:
    """Return the distinct mentions of a file of records as rows, and the mention of each record in the order of record ids.

    A table of mentions has no columns for telephone and e-mail: they stand in the address, as customs files print them.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    records = pq.read_table(path).sort_by("record_id")
    stated = [
        records["address"], pc.binary_join_element_wise("TEL", records["phone"], " "), records["email"],
    ]  # fmt: skip
    address = pc.binary_join_element_wise(*(pc.fill_null(one, "") for one in stated), ", ")
    address = pc.utf8_trim(pc.replace_substring_regex(address, "(?:, )+", ", "), " ,")
    address = pc.if_else(pc.equal(address, ""), None, address)
    printed = {"name": records["name"], "country": records["country"], "address": address, "tax_id": records["tax_id"]}
    key = pc.binary_join_element_wise(*(pc.fill_null(one, "\x01") for one in printed.values()), "\x00").combine_chunks()
    if isinstance(key, pa.ChunkedArray):
        key = key.combine_chunks()
    number = key.dictionary_encode().indices.to_numpy()
    ids = pa.array([f"M-{at:08d}" for at in range(int(number.max()) + 1)])
    first = pa.array(_firsts(number))
    rows = pa.table({"mention_id": ids, **{name: column.take(first) for name, column in printed.items()}})
    return _whole(rows), ids.take(pa.array(number)).to_pylist()


def _firsts(number: Any) -> Any:
    import numpy as np

    return np.unique(number, return_index=True)[1]


def _whole(rows: Any) -> Any:
    """Return the rows with every column that the table of mentions has."""
    import pyarrow as pa

    from enduse.model.trade import MENTIONS

    size = rows.num_rows
    given = {name: rows[name] for name in rows.column_names}
    given |= {"shipments": pa.array([1] * size, pa.int64()), "role": pa.array(["consignee"] * size)}
    return pa.table({column.name: given.get(column.name, pa.nulls(size, column.type)) for column in MENTIONS.schema})


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


def clusters(run: Any, rows: Any) -> dict[str, str]:
    """Return {mention: entity} after the stage `resolve`."""
    import pyarrow as pa

    from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES

    size = rows.num_rows
    given = {"shipment_id": rows["mention_id"], "role": rows["role"], "ordinal": pa.array([0] * size), "mention_id": rows["mention_id"]}
    parties = {column.name: given.get(column.name, pa.nulls(size, column.type)) for column in SHIPMENT_PARTIES.schema}
    run.write(MENTIONS, rows)
    run.write(SHIPMENT_PARTIES, pa.table(parties))
    room.resolve(run)
    found = run.read("entity_mentions")
    return dict(zip(found["mention_id"].to_pylist(), found["entity_id"].to_pylist(), strict=True))


def main(arguments: Sequence[str]) -> None:
    """Answer one question."""
    given = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    tasks: dict[str, Callable[[Given], Answer]] = {
        "pairs": pairs, "match": match, "link": link, "warm": warm, "resolve": resolve, "increment": increment,
    }  # fmt: skip
    task = tasks.get(arguments[0]) or tasks[given["task"]]
    # As the commands and the pipeline do.
    with holding_much():
        answer = task(given)
    Path(arguments[2]).write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
