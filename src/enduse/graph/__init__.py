"""Connected: legs and links, what can have moved between companies, and who supplied whom."""

from enduse.engine import Step
from enduse.graph.answer import Trace
from enduse.graph.links import write_links
from enduse.graph.parameters import PARAMETERS
from enduse.graph.question import Unit
from enduse.graph.suppliers import Suppliers, suppliers, suppliers_of_each
from enduse.graph.timeline import Edge, Month, monthly, sankey
from enduse.graph.trace import trace
from enduse.model.companies import LEGS
from enduse.store import StageRun

LEGS_STEP = Step.load("enduse.graph", "legs.sql")


def connect(run: StageRun) -> None:
    """`legs` and `links` are written from the conformed shipments and the resolved companies; empty where there are none."""
    if all(run.has(table) for table in LEGS_STEP.reads):
        run.step(LEGS_STEP)
    else:
        run.write(LEGS, [])
    write_links(run)


__all__ = [
    "PARAMETERS", "Edge", "Month", "Suppliers", "Trace", "Unit", "connect", "monthly", "sankey", "suppliers", "suppliers_of_each", "trace",
]  # fmt: skip
