"""The anchors' side of a turn: nomenklatura, rapidfuzz, pypinyin and Splink on the question of turns.py.

    BENCH_PYTHON -m names.anchor METHOD GIVEN.json ANSWER.json

Runs in an environment of its own and imports nothing of enduse. Loading libraries is not timed; preparing the data is.
"""

from __future__ import annotations

import importlib
import json
import logging
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from names.clock import Clock

Given = dict[str, Any]
Answer = dict[str, Any]
_PROPERTIES = {"Person": {"registrationNumber": "idNumber"}, "Vessel": {"registrationNumber": "imoNumber"}}
_HAN_FORMS = re.compile(r"(股份)?(有限)?(责任)?(公司|集团)|股份|有限")
_FORMS = re.compile(
    r"\b(co|company|ltd|limited|llc|inc|corp|corporation|jsc|pjsc|ooo|oao|zao|pao|ao|gmbh|plc|fze|fzco|pte|sti|as|"
    r"limited liability company|joint stock company)\b"
)
CANDIDATES = 75
SHARED_MAX = 20


def proxy(entity: dict[str, Any], number: str) -> Any:
    """Return the entity as nomenklatura takes it, under an id of its own: its comparisons remember ids."""
    from followthemoney import model

    schema = entity.get("schema") or "Company"
    made = model.make_entity(schema)
    made.id = number
    for name, values in entity.items():
        prop = _PROPERTIES.get(schema, {}).get(name, name)
        if name not in ("id", "schema") and prop in made.schema.properties:
            made.add(prop, values, quiet=True)
    return made


def logic(method: str) -> Callable[[Any, Any], float]:
    """Return nomenklatura's scorer of that name with its default settings."""
    matching = importlib.import_module("nomenklatura.matching")
    algorithm = matching.get_algorithm(method)
    if algorithm is None:
        raise SystemExit(f"nomenklatura has no algorithm {method}")
    config = algorithm.default_config() if hasattr(algorithm, "default_config") else matching.ScoringConfig.defaults()
    return lambda left, right: float(algorithm.compare(left, right, config).score)


def warmed(method: str) -> Callable[[Any, Any], float]:
    """Return the scorer with its name lists loaded: they are read on first use of a person, a company and a ship."""
    compare = logic(method)
    for schema in ("Person", "Company", "Vessel"):
        compare(
            proxy({"schema": schema, "name": ["Anne Warm 1 LLC"]}, f"w{schema}"),
            proxy({"schema": schema, "name": ["Ann Worm OOO"]}, schema),
        )
    return compare


@lru_cache(maxsize=1_000_000)
def folded(name: str) -> str:
    """Return the name in lower-case ASCII without legal forms."""
    from normality import ascii_text

    text = re.sub(r"[^\w\s]", " ", (ascii_text(name) or "").lower())
    return " ".join(_FORMS.sub(" ", text).split())


@lru_cache(maxsize=1_000_000)
def in_pinyin(name: str) -> str:
    """Return a Han name as whole-name pinyin without legal form, a Latin name in lower-case letters without legal form."""
    from pypinyin import lazy_pinyin

    text = "".join(lazy_pinyin(_HAN_FORMS.sub("", name))) if re.search("[\u4e00-\u9fff]", name) else folded(name)
    return re.sub(r"[^a-z0-9]", "", text.lower())


def pairs(method: str, given: Given) -> Answer:
    """Return the score of each pair, in the order given: the best over the names of both sides."""
    entities = given["entities"]
    if method in ("token-sort", "jaro-winkler", "wratio"):
        from rapidfuzz import fuzz
        from rapidfuzz.distance import JaroWinkler

        scorers: dict[str, Callable[[str, str], float]] = {
            "token-sort": fuzz.token_sort_ratio, "wratio": fuzz.WRatio, "jaro-winkler": lambda a, b: 100 * JaroWinkler.similarity(a, b),
        }  # fmt: skip
        scorer = scorers[method]
        folded("warm")
        clock = Clock()
        scores = [
            max(scorer(folded(a), folded(b)) / 100 for a in entities[left]["name"] for b in entities[right]["name"])
            for left, right in given["pairs"]
        ]
        return clock.answer(scores)
    compare = warmed(method)
    clock = Clock()
    made = [proxy(entity, f"e{number}") for number, entity in enumerate(entities)]
    return clock.answer([compare(made[left], made[right]) for left, right in given["pairs"]])


class Pool:
    """What nomenklatura's blocker asks of a store: the entities, and a name for the log."""

    def __init__(self, made: list[Any]) -> None:
        self._made = made

    def entities(self, include_schemata: list[Any] | None = None) -> Iterator[Any]:
        """Yield the entities, of any schema."""
        del include_schemata
        yield from self._made


def match(method: str, given: Given) -> Answer:
    """Return for each query its hits, best first, and the candidates that were compared."""
    return _match_pinyin(given) if method == "pinyin" else _match_logic(method, given)


def _match_pinyin(given: Given) -> Answer:
    import numpy as np
    from rapidfuzz import fuzz, process

    in_pinyin("暖 warm")
    clock = Clock()
    owners, names = _flat(given["pool"])
    keys = [in_pinyin(name) for name in names]
    hits: dict[str, list[tuple[str, float]]] = {}
    for query in given["queries"]:
        best: dict[str, float] = {}
        asked = [in_pinyin(name) for name in query["name"]]
        scores = process.cdist(asked, keys, scorer=fuzz.ratio, dtype=np.float32, workers=1).max(axis=0)
        for at in np.argsort(-scores, kind="stable")[: 5 * given["top"]]:
            best[owners[at]] = max(best.get(owners[at], 0.0), float(scores[at]) / 100)
        hits[query["id"]] = _top(best, given)
    return clock.answer({"hits": hits, "candidates": {}})


def _match_logic(method: str, given: Given) -> Answer:
    index_of = importlib.import_module("nomenklatura.blocker").Index

    compare = warmed(method)
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        pool = {f"p{number}": proxy(entity, f"p{number}") for number, entity in enumerate(given["pool"])}
        index = index_of(Pool(list(pool.values())), Path(folder), options={"max_candidates": CANDIDATES})
        index.build()
        prepared = Clock()
        queries = {f"q{number}": proxy(query, f"q{number}") for number, query in enumerate(given["queries"])}
        hits: dict[str, list[tuple[str, float]]] = {query["id"]: [] for query in given["queries"]}
        candidates: dict[str, list[str]] = {query["id"]: [] for query in given["queries"]}
        for number, found in index.match_entities(queries.values()):
            query = given["queries"][int(number.id[1:])]["id"]
            best: dict[str, float] = {}
            for other, _ in found:
                owner = given["pool"][int(other.id[1:])]["id"]
                candidates[query].append(owner)
                best[owner] = max(best.get(owner, 0.0), compare(queries[number.id], pool[other.id]))
            hits[query] = _top(best, given)
        index.close()
        answer = clock.answer({"hits": hits, "candidates": candidates})
        return {**answer, "asking_cpu_seconds": prepared.cpu()}


def _top(best: dict[str, float], given: Given) -> list[tuple[str, float]]:
    ordered = sorted(best.items(), key=lambda one: (-one[1], one[0]))
    return [(owner, score) for owner, score in ordered[: given["top"]] if score >= given["threshold"]]


def _flat(pool: Iterable[dict[str, Any]]) -> tuple[list[str], list[str]]:
    flat = [(entity["id"], name) for entity in pool for name in entity["name"]]
    return [owner for owner, _ in flat], [name for _, name in flat]


def resolve(method: str, given: Given) -> Answer:
    """Return a cluster for each record of a Parquet file at each of the thresholds: Splink 5 with tight rules."""
    del method
    import duckdb

    # By name: type checkers of the product's environment do not know the anchors.
    splink, cl = importlib.import_module("splink"), importlib.import_module("splink.comparison_library")
    block_on = splink.block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    folded("warm")
    clock = Clock()
    connection = duckdb.connect()
    connection.execute(f"set threads to {int(given.get('threads', 2))}")
    _columns(connection, given["records"])
    prepared = clock.cpu()
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        blocking_rules_to_generate_predictions=[
            block_on("tax_id"), block_on("phone"), block_on("email"), block_on("name_key", "country"),
            block_on("rare_1", "rare_2"), block_on("rare_1", "place"),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("name_key", [0.98, 0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("place", [0.95, 0.8]),
            cl.ExactMatch("country"), cl.ExactMatch("tax_id"), cl.ExactMatch("phone"), cl.ExactMatch("email"),
        ],
    )  # fmt: skip
    linker = splink.Linker(splink.DuckDBAPI(connection).register("records"), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("tax_id")], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("tax_id"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("rare_1", "rare_2"))
    predictions = linker.inference.predict(threshold_match_probability=min(given["thresholds"]))
    clusters: dict[str, list[Any]] = {}
    for threshold in given["thresholds"]:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=threshold)
        rows = connection.execute(f"select cluster_id from {found.physical_name} order by record_id").fetchall()
        clusters[str(threshold)] = [row[0] for row in rows]
        if threshold == given["thresholds"][0]:
            answer = clock.answer(clusters)
    # One clustering is what a user pays for: the further thresholds are a gift to the anchor and not counted.
    return {**answer, "result": clusters, "preparing_cpu_seconds": prepared}


def _columns(connection: Any, path: str) -> None:
    """Prepare the columns of the rules: a folded name, its two rarest words, the words of the address."""
    import pyarrow as pa

    names = [row[0] for row in connection.execute(f"select distinct name from '{path}'").fetchall()]
    connection.register("folded_names", pa.table({"name": names, "folded": [folded(name) for name in names]}))
    places = [row[0] for row in connection.execute(f"select distinct address from '{path}' where address is not null").fetchall()]
    connection.register("folded_places", pa.table({"address": places, "place": [folded(place) for place in places]}))
    connection.execute(
        f"""
        create table words as
          select name, word, count(*) over (partition by word) as df
          from (select distinct name, unnest(string_split(folded, ' ')) as word from folded_names where folded <> '');
        create table ranked as
          select name, word, row_number() over (partition by name order by df, word) as rank_no from words;
        create table keys as
          select name, string_agg(word, ' ' order by word) as name_key,
                 max(case when rank_no = 1 then word end) as rare_1, max(case when rank_no = 2 then word end) as rare_2
          from ranked group by name;
        create table raw as
          select r.record_id, k.name_key, k.rare_1, k.rare_2, p.place, r.country, r.tax_id, r.phone, r.email
          from '{path}' r left join keys k on k.name = r.name left join folded_places p on p.address = r.address
        """
    )
    # What a careful user does by hand: values that many names share (a forwarder's) are taken out.
    for column in ("place", "phone", "email", "tax_id"):
        connection.execute(
            f"create table common_{column} as select {column} as value from raw where {column} is not null "
            f"group by {column} having count(distinct rare_1) > {SHARED_MAX}"
        )
    cleaned = ", ".join(
        f"case when {column} in (select value from common_{column}) then null else {column} end as {column}"
        for column in ("place", "phone", "email", "tax_id")
    )
    connection.execute(f"create table records as select record_id, name_key, rare_1, rare_2, country, {cleaned} from raw")


def main(method: str, given: Path, answer: Path) -> None:
    """Answer one question."""
    question = json.loads(given.read_text(encoding="utf-8"))
    tasks = {"pairs": pairs, "match": match, "resolve": resolve}
    found = tasks[question["task"]](method, question)
    answer.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
