"""The stage `conform`: goods items as published -> shipments, parties, mentions, duplicates, exchange rates, coverage."""

from __future__ import annotations

from enduse.engine import Step
from enduse.model.trade import EXCHANGE_RATES
from enduse.model.trade import SHIPMENTS as SHIPMENTS_TABLE
from enduse.records.conversions import put_conversions
from enduse.records.coverage import write_coverage
from enduse.records.duplicates import write_duplicates
from enduse.records.parties import SCHEMA, named
from enduse.records.rates import all_rates, as_table
from enduse.store import StageRun

CELLS = Step.load("enduse.records", "party_cells.sql")
PARTIES = Step.load("enduse.records", "shipment_parties.sql")
MENTIONS = Step.load("enduse.records", "mentions.sql")
SHIPMENTS = Step.load("enduse.records", "shipments.sql")

ROWS_PER_SLICE = 250_000
_ACTS = 5


def conform(run: StageRun) -> None:
    """Write exchange_rates, shipment_parties, mentions, duplicates, shipments and coverage.

    Masses are in kg, pieces counted, values in US dollars at dated rates, countries ISO codes; parties stay as printed. A
    row that another row stands for is linked in duplicates and not counted. Raises SettingError for a rates file that
    cannot be used.
    """
    run.progress("reading exchange rates", 0, _ACTS)
    _convert(run)
    run.progress("splitting party names", 1, _ACTS)
    run.put("party_names", named(run.ask(CELLS)))
    run.step(PARTIES)
    run.step(MENTIONS)
    run.put("party_names", SCHEMA.empty_table())  # a large working table that nothing below reads: its memory goes to the sorts
    run.progress("finding duplicates", 2, _ACTS)
    write_duplicates(run)
    run.progress("conforming shipments", 3, _ACTS)
    _write_shipments(run)
    run.progress("drawing the coverage calendar", 4, _ACTS)
    write_coverage(run)
    run.progress("conformed", _ACTS, _ACTS)


def _convert(run: StageRun) -> None:
    """Write exchange_rates and put the working tables; the rates themselves, a quarter of a million, are then let go."""
    book = all_rates(run.folder, run.settings.rates)
    run.write(EXCHANGE_RATES, as_table(book))
    put_conversions(run, book)


def _write_shipments(run: StageRun) -> None:
    """Write shipments slice by slice in the order of their ids: each slice is sorted alone, so a large table needs no large sort."""
    run.attach(*SHIPMENTS.reads)
    rows = run.query("select count(*) as n from goods_items")["n"][0].as_py()
    writer = run.open(SHIPMENTS_TABLE)
    for first, end in slices(rows):
        writer.stream(run.engine.run(SHIPMENTS, {"first": first, "end": end}))
    run.steps_run.append(SHIPMENTS.name)
    run.finish()


def slices(rows: int) -> list[tuple[str, str | None]]:
    """Return (first, end) of ranges of ids that together hold every text; ids are hexadecimal, so 16 ranges fill evenly.

    >>> slices(10), slices(400_000)
    ([('', None)], [('', '8'), ('8', None)])
    """
    count = next((one for one in (1, 2, 4, 8) if rows <= one * ROWS_PER_SLICE), 16)
    edges = [f"{16 // count * place:x}" for place in range(1, count)]
    return list(zip(["", *edges], [*edges, None], strict=True))
