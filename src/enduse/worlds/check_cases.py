"""Made cases for the checks: tables of invented shipments, lists and coverage; claims about them; the verdict each must get.

    cases = check_cases(seed=1)        # cases.tables, cases.claims, cases.truth
    score_checks(cases.truth, verdicts)

Each case has companies and goods of its own, so no row belongs to two. What must come out follows from how a case was built,
not from the checks: it is contradicted only where the months, the goods and the fields were declared complete.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from enduse.worlds.check_lists import listed_cases
from enduse.worlds.check_recipes import DELIVERED, TOTALS, Recipe
from enduse.worlds.measures import Measure, share
from enduse.worlds.press_names import Draw, Namer

SUPPLIER_COUNTRY = "CN"
REGIMES: dict[str, tuple[str, str, bool]] = {
    "whole": ("KZ", SUPPLIER_COUNTRY, True), "export": ("US", "HK", True), "none": ("RU", SUPPLIER_COUNTRY, False),
    "partial": ("TR", SUPPLIER_COUNTRY, False), "scoped": ("AE", SUPPLIER_COUNTRY, False), "thin": ("MY", SUPPLIER_COUNTRY, False),
}  # fmt: skip
"""How complete the data are -> the buyer's country, the supplier's, and whether absence means something in 2023."""
MONTHS = tuple(f"2023-{month:02d}" for month in range(1, 13))
Row = dict[str, Any]


@dataclass
class CheckCases:
    """Tables as the earlier rooms would leave them, claims in the shape of a ledger, and the truth by claim id."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)
    truth: dict[str, Row] = field(default_factory=dict)

    def add(self, name: str, *rows: Row) -> None:
        """Add rows to a table."""
        self.tables.setdefault(name, []).extend(rows)

    def claim(self, name: str, says: Row, stance: str, truth: Row) -> None:
        """Add a claim with what must come out."""
        self.claims.append({"id": name, "outlet": "Invented Courier", "quote": "An invented quote.", "stance": stance, "says": says})
        self.truth[name] = truth

    def company(self, name: str, country: str) -> str:
        """Add a company, whose id is its name, and return it."""
        self.add("entities", {"entity_id": name, "name": name, "country": country})
        self.add("mentions", {"mention_id": f"m {name}", "name": name, "country": country})
        self.add("entity_mentions", {"mention_id": f"m {name}", "entity_id": name, "basis": "alone"})
        return name


_TABLES = (
    "shipments", "shipment_parties", "entities", "mentions", "entity_mentions", "mention_identifiers", "listed_matches",
    "possible_matches", "coverage", "exchange_rates", "snapshots", "designations", "judgements",
)  # fmt: skip


def check_cases(seed: int) -> CheckCases:
    """Return at least 200 cases over all templates, with and without coverage; the same seed gives the same."""
    draw = Draw(seed, 9)
    namer = Namer(draw)
    cases = CheckCases({name: [] for name in _TABLES})
    _coverage(cases)
    days = [dt.date(2023, 1, 2) + dt.timedelta(days=number) for number in range(364)]
    cases.add("exchange_rates", *({"currency": "EUR", "rate_on": day, "usd_per_unit": 1.25} for day in days if day.weekday() < 5))
    number = 0
    for recipes, kind in ((DELIVERED, "delivered"), (TOTALS, "trade_total")):
        for recipe in recipes:
            for regime in REGIMES:
                number += 1
                _case(draw, namer, cases, (f"{kind}-{recipe.name}-{regime}", f"{840000 + number}"), (recipe, regime, kind))
    listed_cases(draw, namer, cases)
    return cases


def _case(draw: Draw, namer: Namer, cases: CheckCases, named: tuple[str, str], of: tuple[Recipe, str, str]) -> None:
    """Add one case of a recipe under one regime of coverage."""
    name, hs_code = named
    recipe, regime, kind = of
    buyer_country, seller_country, covered = REGIMES[regime]
    seller = cases.company(f"Invented {namer.brand()} Works", seller_country)
    buyer = cases.company(f"Example {namer.brand()} Trading", buyer_country)
    made = recipe.rows(draw)
    total = sum(row["usd"] or 0 for row in made if row.get("counted", True) and row.get("in", True))
    mass = sum(row["kg"] or 0 for row in made if row.get("counted", True) and row.get("in", True))
    other = cases.company(f"Invented {namer.brand()} Factory", seller_country) if recipe.other_seller else None
    if other:
        left, right = sorted((seller, other))
        cases.add("possible_matches", {"left_entity_id": left, "right_entity_id": right})
    cited = []
    for place, row in enumerate(made):
        shipment = f"s {name} {place}"
        _ship(cases, shipment, row, (other or seller, buyer, hs_code, buyer_country, seller_country))
        if row.get("counted", True) and row.get("in", True):
            cited.append(shipment)
    says: Row = {"since": "2023", "until": "2023", "goods": [hs_code], **recipe.number(total, mass)}
    if recipe.open_period:
        del says["until"]
    if kind == "trade_total":
        says |= {"from_country": seller_country, "to_country": buyer_country}
    else:
        says |= {"supplier": f"Unheard {namer.brand()} Company" if recipe.unknown else seller, "consignee": buyer}
        if recipe.one_side:
            del says["supplier"]
    word = recipe.covered if covered and not recipe.open_period else recipe.uncovered
    cases.claim(
        name, {kind: says}, recipe.stance, {"verdict": word, "template": kind, "covered": covered, "rows": [] if recipe.unknown else cited}
    )


def _ship(cases: CheckCases, shipment: str, row: Row, of: tuple[str, str, str, str, str]) -> None:
    seller, buyer, hs_code, buyer_country, seller_country = of
    day = dt.date.fromisoformat(row["on"])
    cases.add(
        "shipments",
        {
            "shipment_id": shipment, "source_id": "customs/invented", "direction": "import", "reporter": buyer_country,
            "counted": row.get("counted", True), "date_from": day, "date_until": day, "hs_code": hs_code, "hs_edition": "2022",
            "hs_basis": "declared", "value_usd": row["usd"], "net_mass_kg": row["kg"], "pieces": None,
            "country_of_dispatch": seller_country, "country_of_origin": seller_country, "country_of_destination": buyer_country,
        },
    )  # fmt: skip
    for role, company in (("consignor", seller), ("consignee", buyer)):
        cases.add("shipment_parties", {"shipment_id": shipment, "role": role, "ordinal": 1, "mention_id": f"m {company}"})


def _coverage(cases: CheckCases) -> None:
    """Declare what is complete: all of it, exports only, half a year, other goods, or rows that often name nobody."""
    full = dict.fromkeys(("consignor_share", "consignee_share", "hs_share", "net_mass_share", "value_share"), 1.0)
    for month in MONTHS:
        half = "complete" if month <= "2023-06" else "partial"
        for reporter, direction, status, scope, shares in (
            ("KZ", "import", "complete", None, full), ("HK", "export", "complete", None, full), ("TR", "import", half, None, full),
            ("AE", "import", "complete", "72", full), ("MY", "import", "partial", None, dict.fromkeys(full, 0.9)),
        ):  # fmt: skip
            place = {"source_id": "customs/invented", "reporter": reporter, "direction": direction, "month": month}
            cases.add("coverage", {**place, "status": status, "goods_scope": scope, **shares})


def score_checks(truth: Mapping[str, Mapping[str, Any]], verdicts: Iterable[Mapping[str, Any]]) -> tuple[Measure, ...]:
    """Return how verdicts ({claim_id, verdict, rows: [{kind, ref_id}]}) agree with the truth; rows of the calendar are not judged."""
    found = {one["claim_id"]: one for one in verdicts}
    right = sum(name in found and found[name]["verdict"] == one["verdict"] for name, one in truth.items())
    said = {(name, row["ref_id"]) for name, one in found.items() for row in one["rows"] if row["kind"] != "coverage"}
    true = {(name, row) for name, one in truth.items() for row in one["rows"]}
    both = len(said & true)
    f1 = 2 * both / (len(said) + len(true)) if said or true else None
    without = sum(one["verdict"] == "contradicted" and not truth[name]["covered"] for name, one in found.items())
    absent = sum(
        one["verdict"] == "contradicted" and not any(row["kind"] in ("coverage", "designation") for row in one["rows"])
        for one in found.values()
    )
    return (
        share("check_accuracy", right, len(truth), "Of the made checks, the share with the right verdict."),
        Measure("check_rows_f1", f1, len(true), "F1 of the rows that verdicts cite."),
        Measure(
            "contradicted_without_coverage", float(without), len(found), "Verdicts 'contradicted' where nothing was declared complete."
        ),
        Measure("contradicted_without_citation", float(absent), len(found), "Verdicts 'contradicted' that cite no coverage or dated list."),
    )
