"""Our side of a turn: the room of companies on the question of turns.py.

    python ours.py METHOD GIVEN.json ANSWER.json

Where the room does not offer a function yet, rapidfuzz on the room's normalised keys stands in, and the answer says so.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import enduse.entities as room
from enduse.entities.names import analyse

Given = dict[str, Any]
Answer = dict[str, Any]
THRESHOLD = 0.5
"""The probability from which a pair is called a match: the same everywhere."""
STAND_IN = 0.85
"""The same for the stand-in, which gives similarities."""


def stands_in(name: str) -> bool:
    """Tell whether the room does not offer this function yet."""
    return not callable(getattr(room, name, None))


def compared(left: dict[str, Any], right: dict[str, Any]) -> float:
    """Return the probability that two entities are one, by the room's `compare`."""
    return float(room.compare(query(left), query(right)).probability)  # type: ignore[attr-defined]


def query(entity: dict[str, Any]) -> Any:
    """Return the entity as the room takes it."""
    make: Callable[..., Any] | None = getattr(room, "Entity", None)
    one = {"names": tuple(entity["name"]), "countries": tuple(entity.get("country", ())), "id": entity.get("id")}
    if make is not None:
        return make(**one, identifiers=tuple(entity.get("registrationNumber", ())), schema=entity.get("schema"))
    return room.Query(entity["name"][0], (entity.get("country") or [None])[0], "; ".join(entity.get("registrationNumber", ())) or None)


def likeness(left: dict[str, Any], right: dict[str, Any]) -> float:
    """Return the stand-in's similarity: the best over the names of both sides, words in any order."""
    from rapidfuzz import fuzz

    return max((fuzz.token_sort_ratio(_key(a), _key(b)) / 100 for a in left["name"] for b in right["name"]), default=0.0)


def _key(name: str) -> str:
    return analyse(name).key or ""


def pairs(given: Given) -> Answer:
    """Return the score of each pair, in the order given."""
    standing = stands_in("compare")
    score = likeness if standing else compared
    for schema in ("Person", "Company", "Vessel"):
        score({"schema": schema, "name": ["Warm 1 LLC"]}, {"schema": schema, "name": ["ООО Ворм 1"]})
    clock = Clock()
    entities = given["entities"]
    scores = [score(entities[left], entities[right]) for left, right in given["pairs"]]
    return clock.answer(scores, standing)


def match(given: Given) -> Answer:
    """Return for each query its hits, best first."""
    if stands_in("match"):
        return _match_stand_in(given)
    clock = Clock()
    queries, pool = [query(one) for one in given["queries"]], [query(one) for one in given["pool"]]
    hits: dict[str, list[tuple[str, float]]] = {one["id"]: [] for one in given["queries"]}
    found = room.match(queries, pool, top=given["top"], threshold=given["threshold"])  # type: ignore[attr-defined]
    for one in found:
        hits[one.query_id].append((one.pool_id, one.probability))
    return clock.answer({"hits": hits, "candidates": {}}, False)


def _match_stand_in(given: Given) -> Answer:
    import numpy as np
    from rapidfuzz import fuzz, process

    _key("warm")
    clock = Clock()
    owners = [(entity["id"], name) for entity in given["pool"] for name in entity["name"]]
    keys = [_key(name) for _, name in owners]
    hits: dict[str, list[tuple[str, float]]] = {}
    for one in given["queries"]:
        scores = process.cdist([_key(name) for name in one["name"]], keys, scorer=fuzz.ratio, dtype=np.float32, workers=1).max(axis=0)
        best: dict[str, float] = {}
        for at in np.argsort(-scores, kind="stable")[: 5 * given["top"]]:
            best[owners[at][0]] = max(best.get(owners[at][0], 0.0), float(scores[at]) / 100)
        ordered = sorted(best.items(), key=lambda hit: (-hit[1], hit[0]))[: given["top"]]
        hits[one["id"]] = [(owner, score) for owner, score in ordered if score >= given["threshold"]]
    return clock.answer({"hits": hits, "candidates": {}}, True)


def warm(given: Given) -> Answer:
    """Return the wall seconds of each query asked alone against a pool that stands ready."""
    if stands_in("Pool"):
        return {**Clock().answer([], True)}
    pool = room.Pool([query(one) for one in given["pool"]])  # type: ignore[attr-defined]
    clock, taken = Clock(), []
    for one in given["queries"]:
        began = time.perf_counter()
        pool.match([query(one)], top=given["top"], threshold=given["threshold"])
        taken.append(time.perf_counter() - began)
    return {**clock.answer([], False), "each": taken}


def resolve(given: Given) -> Answer:
    """Return the cluster of each record, in the order of record ids: the stage `resolve` on a workspace of these mentions.

    Equal mentions stand once in a workspace, so that distinct values are taken here too; that is counted as preparing.
    """
    import pyarrow.parquet as pq

    from enduse.engine.duckdb import DuckDBEngine
    from enduse.model.trade import MENTIONS
    from enduse.settings import Settings
    from enduse.store import Archive, StageRun, Tables

    clock = Clock()
    records = pq.read_table(given["records"]).sort_by("record_id").to_pylist()
    mention_of: dict[tuple[Any, ...], str] = {}
    rows, told = [], []
    for one in records:
        values = tuple(one[name] for name in ("name", "country", "address", "tax_id", "phone", "email"))
        if values not in mention_of:
            mention_of[values] = f"M-{len(mention_of):08d}"
            rows.append(mention(mention_of[values], one))
        told.append(mention_of[values])
    prepared = clock.cpu()
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        engine = DuckDBEngine(folder / "tmp")
        run = StageRun(folder, Tables(folder / "tables"), Archive(folder / "archive"), engine, Settings())
        run.write(MENTIONS, rows)
        room.resolve(run)
        found = run.read("entity_mentions")
        cluster = dict(zip(found["mention_id"].to_pylist(), found["entity_id"].to_pylist(), strict=True))
        engine.close()
    answer = clock.answer({"own": [cluster[one] for one in told]}, False)
    return {**answer, "preparing_cpu_seconds": prepared}


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

    def answer(self, result: Any, stand_in: bool) -> Answer:
        """Return the answer with what it cost, and whether the stand-in gave it."""
        return {"cpu_seconds": self.cpu(), "seconds": time.monotonic() - self._wall, "result": result, "stand_in": stand_in}


def main(arguments: Sequence[str]) -> None:
    """Answer one question."""
    given = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    tasks: dict[str, Callable[[Given], Answer]] = {"pairs": pairs, "match": match, "warm": warm, "resolve": resolve}
    Path(arguments[2]).write_text(json.dumps(tasks[given["task"]](given), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
