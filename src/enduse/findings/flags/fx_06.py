"""Made-in against shipped-from.

Fires: the declared country of origin differs from the country of dispatch, both stated, on a counted shipment. Asked once per
    shipment in scope, and once per consignee in scope over all its shipments.
Parameters: fx06_scope says whose shipments are asked about; origin_default_rows says from how many rows on a source that prints
    one origin throughout is taken to print a default; cited_rows_max bounds the rows cited for a consignee as a whole.
Cannot tell: no shipment states both countries; the source prints one origin on all its rows, which may be its default. Answered
    for the consignee as a whole; shipments that do not state both are counted there.
Innocent reading: ordinary re-export; goods bought from a distributor's warehouse in a third country.
Source: a pattern seen by analysts in one field study dated 2026-09-25 (45 of 1,147 rows were "made in" the hub); not in any
    authority's list. The scope is ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyarrow as pa

from enduse.engine import Step
from enduse.findings.asking import rows, tuples
from enduse.findings.evidence import Evidence
from enduse.findings.finding import Citation, Finding
from enduse.findings.flag import Flag
from enduse.findings.parameters import CITED_ROWS_MAX, choice_parameter
from enduse.settings import Parameter
from enduse.terms.ids import canonical

MADE_ELSEWHERE = Step.load("enduse.findings", "made_elsewhere.sql")
ORIGIN_VARIETY = Step.load("enduse.findings", "origin_variety.sql")
SCOPE = Parameter(
    "fx06_scope",
    "end_users",
    "FX-06 asks about shipments to consignees that answer to a list or are end users of the case ('end_users'), or about 'all'.",
)
ORIGIN_DEFAULT_ROWS = Parameter(
    "origin_default_rows", 100, "A source with at least this many stated origins, all the same, is taken to print a default origin."
)
PARAMETERS = (SCOPE, ORIGIN_DEFAULT_ROWS, CITED_ROWS_MAX)


def ask(evidence: Evidence) -> Iterator[Finding]:
    """Yield yes for each shipment in scope made elsewhere than shipped from, and one answer for each consignee in scope."""
    run = evidence.run
    used = canonical({one.name: run.parameter(one) for one in PARAMETERS})
    wanted = evidence.targets
    if choice_parameter(run, SCOPE, ("end_users", "all")) == "all":
        wanted = frozenset(rows(run, "legs", ["consignee_id"])["consignee_id"].unique().to_pylist())
    run.put("in_scope", pa.table({"entity_id": pa.array(sorted(wanted), pa.string())}))
    least = run.parameter(ORIGIN_DEFAULT_ROWS)
    defaults = {source for source, stated, origins in tuples(run.ask(ORIGIN_VARIETY)) if origins == 1 and stated >= least}
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for entity, shipment, source, origin, dispatch in tuples(run.ask(MADE_ELSEWHERE)):
        of = seen[entity]
        of.shipments.append(shipment)
        if origin is None or dispatch is None or source in defaults:
            of.undecided += 1
        elif origin != dispatch:
            of.elsewhere.append(shipment)
            yield _about_a_shipment(entity, shipment, (origin, dispatch), used)
    for entity in sorted(seen):
        yield seen[entity].finding(entity, used, evidence.cited_most)


class _Seen:
    """What one consignee's shipments say about origin and dispatch."""

    def __init__(self) -> None:
        self.shipments: list[str] = []
        self.elsewhere: list[str] = []
        self.undecided = 0

    def finding(self, entity: str, used: str, most: int) -> Finding:
        """Return the answer over all its shipments."""
        whole, open_ = len(self.shipments), self.undecided
        cited = tuple(Citation("shipment", one) for one in (self.elsewhere or self.shipments)[:most])
        rest = f"; {open_} do not state both countries, or print one origin throughout" if open_ else ""
        if self.elsewhere:
            summary = f"{len(self.elsewhere)} of {whole} shipments were dispatched from another country than that of origin{rest}."
            return Finding("FX-06", entity, None, "all shipments", "yes", summary, cited, used, "confirmed", "low")
        if open_:
            because = f"{open_} of {whole} shipments do not state both countries, or print one origin throughout"
            said = f"Cannot tell: {because}; the others agree."
            return Finding("FX-06", entity, None, "all shipments", "cannot_tell", said, cited, used, cannot_tell_because=because)
        said = f"All {whole} shipments state the same country of origin and of dispatch."
        return Finding("FX-06", entity, None, "all shipments", "no", said, cited, used)


def _about_a_shipment(entity: str, shipment: str, countries: tuple[str, str], used: str) -> Finding:
    origin, dispatch = countries
    summary = f"Declared as made in {origin} and dispatched from {dispatch}."
    cited = (Citation("shipment", shipment),)
    return Finding("FX-06", entity, shipment, f"{origin} against {dispatch}", "yes", summary, cited, used, "confirmed", "low")


FLAG = Flag(
    id="FX-06",
    name="Made-in against shipped-from",
    authority="analysts' pattern; no authority",
    status="ours",
    grain="shipment; and consignee over all its shipments",
    reads=("shipments", "legs"),
    parameters=PARAMETERS,
    ask=ask,
    text=__doc__,
)
