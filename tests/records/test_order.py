"""Same rows, same bytes: the order in which rows come changes no table."""

from __future__ import annotations

import random

from enduse.model.sources import GOODS_ITEMS
from enduse.model.trade import TABLES
from enduse.records import conform
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.records.samples import exported, hashes, item

NAMES = [table.name for table in TABLES]


def mixed(seed: int) -> list[dict[str, object]]:
    """Return the same rows, with pairs that tie in every respect but their ids, in an order made from the seed."""
    found = [
        *(item(one, quantity=5.0, quantity_unit="ШТ", invoice_value=1.1 * one, invoice_currency="EUR") for one in range(1, 40)),
        *(exported(one, consignee_name_translated=f"Translated {one % 3}") for one in range(40, 80)),
        *(item(one, declaration_number="D", item_number="1", revision=one % 4, declared_on="2022-05") for one in range(80, 100)),
        *(
            item(one, consignee_name=f"A{one % 5} LTD ON BEHALF OF B{one % 7} LTD", reporter=("KZ", "RU")[one % 2])
            for one in range(100, 140)
        ),
    ]
    random.Random(seed).shuffle(found)
    return found


def written(desk: StageRun, seed: int) -> dict[str, str]:
    """Return the hashes of all tables of the room, made from rows in the seed's order."""
    goods = desk.open(GOODS_ITEMS)
    goods.columns({name: [row.get(name) for row in mixed(seed)] for name in GOODS_ITEMS.column_names})
    desk.finish()
    conform(desk)
    desk.finish()
    return hashes(desk, NAMES)


def test_the_order_of_rows_changes_no_byte(make_desk: MakeDesk) -> None:
    """Three orders of one set of rows give byte-identical tables."""
    first, second, third = (written(make_desk(), seed) for seed in (1, 2, 3))
    assert first == second == third
