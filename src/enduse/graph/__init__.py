"""Connected: legs and links, what can have moved between companies, and who supplied whom."""

import pyarrow as pa

from enduse.engine import Step
from enduse.entities import forwards
from enduse.graph.answer import Trace
from enduse.graph.links import write_links
from enduse.graph.parameters import PARAMETERS
from enduse.graph.question import Unit
from enduse.graph.sales import Suppliers
from enduse.graph.suppliers import suppliers, suppliers_of_each
from enduse.graph.timeline import Edge, Month, monthly, sankey
from enduse.graph.trace import trace
from enduse.model.companies import LEGS
from enduse.store import StageRun

LEGS_STEP = Step.load("enduse.graph", "legs.sql")
_FORWARDERS = "forwarders"
_NAMED_TOGETHER = """
select distinct m.mention_id, m.name
from shipment_parties p
join shipment_parties later on later.shipment_id = p.shipment_id and later.role = p.role and later.ordinal = 2
join mentions m on m.mention_id = p.mention_id
"""


def connect(run: StageRun) -> None:
    """`legs` and `links` are written from the conformed shipments and the resolved companies; empty where there are none."""
    if all(run.has(table) for table in LEGS_STEP.reads if table != _FORWARDERS):
        named = run.query(_NAMED_TOGETHER).to_pylist()
        found = sorted(one["mention_id"] for one in named if forwards(one["name"] or ""))
        run.put(_FORWARDERS, pa.table({"mention_id": pa.array(found, pa.string())}))
        run.step(LEGS_STEP)
    else:
        run.write(LEGS, [])
    write_links(run)


__all__ = [
    "PARAMETERS", "Edge", "Month", "Suppliers", "Trace", "Unit", "connect", "monthly", "sankey", "suppliers", "suppliers_of_each", "trace",
]  # fmt: skip
