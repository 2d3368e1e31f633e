"""The command that matches one table of companies against another, without a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from enduse.cli import showing
from enduse.cli.options import COLUMNS, FILES, Json, Least


def match_tables(
    queries: Annotated[
        Path,
        typer.Argument(metavar="QUERIES.csv", help=f"{FILES}. Columns {COLUMNS}, source; name or vessel is needed."),
    ],
    pool: Annotated[Path, typer.Argument(metavar="POOL.csv", help="Likewise; rows that repeat an id are names of one company.")],
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="At most this many hits a query.")] = 5,
    threshold: Least = None,
    linked: Annotated[
        bool, typer.Option("--link", help="In each table a company stands once: of two answers that cannot be one the better takes it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Match a table of companies against another, across scripts, without a workspace; each hit says how probable and why.

    With --json one object a line and query: {query, name, hits: [{id, name, score, probability, explanation}]}, best first. `query`
    is the query's id, or its row number from 1 without one; `score` is the log of the odds. A row without a name is told (`refused`).
    """
    from enduse.entities import PROBABILITY_MIN, matched_tables
    from enduse.store import holding_much

    least = float(PROBABILITY_MIN.default) if threshold is None else threshold
    rows: list[tuple[str, ...]] = []
    refused: list[str] = []
    passed_over: list[str] = []
    found = 0
    with holding_much():
        for one in matched_tables(queries, pool, top, least, linked, passed_over.append):
            if as_json:
                showing.show_line(one.as_json())
                continue
            refused += [one.refused] if one.refused else []
            found += len(one.hits)
            shown = one.hits[: showing.HITS_MAX - len(rows)]
            rows += [(hit.query, hit.name, hit.pool_id, f"{hit.probability:.3f}", f"{hit.score:.2f}", hit.reason) for hit in shown]
    if not as_json:
        columns = ["name", "answers to", "id", "probability", "score", "why"]
        showing.show_table(showing.many(found, "hit"), columns, rows, right=["probability", "score"])
        showing.say_unshown(found - len(rows))
    for file, reasons in ((queries, refused), (pool, passed_over)):
        if reasons:
            showing.remark(f"{file}: {showing.not_asked(reasons)}")
