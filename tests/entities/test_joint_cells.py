"""Two companies in one cell (A on behalf of B): whose the cell's number is, other records say."""

from __future__ import annotations

from enduse.entities import resolve
from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES
from enduse.store import StageRun
from tests.entities.conftest import Row, clusters, mention

INN = "9900000017"
BROKER, PRINCIPAL = mention("ООО Пустельга Брокер", "RU", INN), mention("ООО Вымысел Приборы")


def resolved(desk: StageRun, *rows: Row) -> StageRun:
    """Return a desk where a broker acts for a company in one cell, and other mentions stand alone, resolved."""
    cells = [("S0", 1, BROKER), ("S0", 2, PRINCIPAL), *((f"S{at}", 1, one) for at, one in enumerate(rows, 1))]
    printed = [{"shipment_id": cell, "role": "consignee", "ordinal": at, "mention_id": one["mention_id"]} for cell, at, one in cells]
    desk.write(MENTIONS, [BROKER, PRINCIPAL, *rows])
    desk.write(SHIPMENT_PARTIES, printed)
    resolve(desk)
    return desk


def test_a_broker_is_not_whom_it_acts_for(desk: StageRun) -> None:
    """A number that stands beside the principal alone joins the broker to nobody, nor do the broker's own rows become the principal's."""
    run = resolved(desk, mention("ООО Вымысел Приборы", "RU", INN), mention("ООО Пустельга Брокер", "RU"))
    assert clusters(run) == {frozenset({"ООО Пустельга Брокер"}), frozenset({"ООО Вымысел Приборы"})}


def test_a_number_beside_the_first_name_alone_is_its_own(desk: StageRun) -> None:
    """Where another record prints the number beside the same name and nobody else, it is that company's."""
    run = resolved(desk, mention("ООО Пустельга Брокер", "RU", INN, "Пермь"), mention("Pustelga Invented LLC", "RU", INN))
    assert frozenset({"ООО Пустельга Брокер", "Pustelga Invented LLC"}) in clusters(run)
