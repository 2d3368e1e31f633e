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
from enduse.worlds.check_plans import Cast, Plan, Planners
from enduse.worlds.check_recipes import DELIVERED, TOTALS, Recipe
from enduse.worlds.check_ties import tie_cases
from enduse.worlds.check_times import DECLARATIONS, TIMES
from enduse.worlds.check_ways import way_cases
from enduse.worlds.check_wholes import COUNTS, SHARES
from enduse.worlds.measures import Measure, share
from enduse.worlds.press_names import Draw, Namer

SUPPLIER_COUNTRY = "CN"
REGIMES: dict[str, tuple[str, str, bool]] = {
    "whole": ("KZ", SUPPLIER_COUNTRY, True), "export": ("US", "HK", True), "none": ("RU", SUPPLIER_COUNTRY, False),
    "partial": ("TR", SUPPLIER_COUNTRY, False), "scoped": ("AE", SUPPLIER_COUNTRY, False), "thin": ("MY", SUPPLIER_COUNTRY, False),
}  # fmt: skip
"""How complete the data are -> the buyer's country, the supplier's, and whether absence means something in 2023."""
MONTHS = tuple(f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13))
HALF = "2023-06"
"""The last month that the source of the regime 'partial' declares complete."""
Row = dict[str, Any]


@dataclass
class CheckCases:
    """Tables as the earlier rooms would leave them, claims in the shape of a ledger, and the truth by claim id."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)
    truth: dict[str, Row] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, *rows: Row) -> None:
        """Add rows to a table."""
        self.tables.setdefault(name, []).extend(rows)

    def claim(self, name: str, says: Row, stance: str, truth: Row) -> None:
        """Add a claim with what must come out."""
        self.claims.append({"id": name, "outlet": "Invented Courier", "quote": "An invented quote.", "stance": stance, "says": says})
        self.truth[name] = truth

    def company(self, name: str, country: str) -> str:
        """Add a company, whose id is its name, and return it."""
        self.countries[name] = country
        self.add("entities", {"entity_id": name, "name": name, "country": country})
        self.add("mentions", {"mention_id": f"m {name}", "name": name, "country": country})
        self.add("entity_mentions", {"mention_id": f"m {name}", "entity_id": name, "basis": "alone"})
        return name

    def ship(self, shipment: str, row: Row, of: tuple[str, str, str]) -> None:
        """Add a shipment {on, usd, kg, pieces, text, counted} between two companies, with its parties and, when it counts, its leg."""
        seller, buyer, hs_code = of
        day, counted = dt.date.fromisoformat(row["on"]), row.get("counted", True)
        sent, received = self.countries[seller], self.countries[buyer]
        both = {"shipment_id": shipment, "source_id": "customs/invented", "date_from": day, "date_until": day, "hs_code": hs_code}
        self.add(
            "shipments",
            {
                **both, "direction": "import", "reporter": received, "counted": counted, "hs_edition": "2022", "hs_basis": "declared",
                "value_usd": row["usd"], "net_mass_kg": row["kg"], "pieces": row.get("pieces"), "goods_description": row.get("text"),
                "country_of_dispatch": sent, "country_of_origin": sent, "country_of_destination": received,
            },
        )  # fmt: skip
        for role, company in (("consignor", seller), ("consignee", buyer)):
            self.add("shipment_parties", {"shipment_id": shipment, "role": role, "ordinal": 1, "mention_id": f"m {company}"})
        if counted:
            self.add("legs", {**both, "consignor_id": seller, "consignee_id": buyer, "kg": row["kg"], "usd": row["usd"]})


_TABLES = (
    "shipments", "shipment_parties", "legs", "links", "statements", "components", "entities", "mentions", "entity_mentions",
    "mention_identifiers", "listed_matches", "possible_matches", "coverage", "exchange_rates", "snapshots", "designations", "judgements",
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
    for planners in (SHARES, COUNTS, TIMES, DECLARATIONS):
        for kind in planners.made:
            for regime in REGIMES:
                number += 1
                _planned(draw, namer, cases, (f"{planners.kind}-{kind}-{regime}", f"{840000 + number}"), (planners, kind, regime))
    way_cases(draw, namer, cases)
    tie_cases(draw, namer, cases)
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
        cases.ship(shipment, row, (other or seller, buyer, hs_code))
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
    if recipe.stance == "denied":
        covered = _denial_covered(recipe, regime, made)
    word = recipe.covered if covered and not recipe.open_period else recipe.uncovered
    cases.claim(
        name, {kind: says}, recipe.stance, {"verdict": word, "template": kind, "covered": covered, "rows": [] if recipe.unknown else cited}
    )


def _denial_covered(recipe: Recipe, regime: str, made: list[Row]) -> bool:
    """Tell whether the rows that a denial is about stand in months declared complete."""
    in_half = [row["on"][:7] <= HALF for row in made if row.get("in", True)]
    enough = all(in_half) if recipe.shown_in == "all" else any(in_half)
    return REGIMES[regime][2] or (regime == "partial" and bool(recipe.shown_in) and enough)


def _planned(draw: Draw, namer: Namer, cases: CheckCases, named: tuple[str, str], of: tuple[Planners, str, str]) -> None:
    """Add one planned case under one regime of coverage."""
    name, hs_code = named
    planners, kind, regime = of
    buyer_country, seller_country, _ = REGIMES[regime]
    sellers = [cases.company(f"Invented {namer.brand()} {line}", seller_country) for line in ("Works", "Factory", "Plant", "Mill")]
    buyers = [cases.company(f"Example {namer.brand()} {line}", buyer_country) for line in ("Trading", "Supply")]
    plan: Plan = planners.made[kind](draw, Cast(sellers[0], tuple(sellers[1:]), buyers[0], buyers[1], hs_code))
    for pair in plan.maybe_same:
        left, right = sorted(pair)
        cases.add("possible_matches", {"left_entity_id": left, "right_entity_id": right})
    cited = []
    for place, row in enumerate(plan.rows):
        shipment = f"s {name} {place}"
        cases.ship(shipment, row, (row["from"], row["to"], hs_code))
        if row["cited"]:
            cited.append(shipment)
    covered = regime in plan.covered_under
    word = plan.covered if covered else plan.uncovered
    truth = {"verdict": word, "template": planners.kind, "covered": covered, "rows": cited}
    cases.claim(name, {planners.kind: plan.says}, plan.stance, truth)


def _coverage(cases: CheckCases) -> None:
    """Declare what is complete: all of it, exports only, half a year, other goods, or rows that often name nobody."""
    full = dict.fromkeys(("consignor_share", "consignee_share", "hs_share", "net_mass_share", "value_share"), 1.0)
    for month in MONTHS:
        half = "complete" if month <= HALF else "partial"
        for reporter, direction, status, scope, shares in (
            ("GE", "import", "complete", None, full), ("GE", "export", "complete", None, full),
            ("KZ", "import", "complete", None, full), ("HK", "export", "complete", None, full), ("TR", "import", half, None, full),
            ("AE", "import", "complete", "72", full), ("MY", "import", "partial", None, dict.fromkeys(full, 0.9)),
        ):  # fmt: skip
            place = {"source_id": "customs/invented", "reporter": reporter, "direction": direction, "month": month}
            cases.add("coverage", {**place, "status": status, "goods_scope": scope, **shares})


def score_checks(truth: Mapping[str, Mapping[str, Any]], verdicts: Iterable[Mapping[str, Any]]) -> tuple[Measure, ...]:
    """Return how verdicts ({claim_id, verdict, rows: [{kind, ref_id}]}) agree with the truth; rows of the calendar are not judged."""
    found = {one["claim_id"]: one for one in verdicts}
    agree = {name: name in found and found[name]["verdict"] == one["verdict"] for name, one in truth.items()}
    by_template: dict[str, list[bool]] = {}
    for name, one in truth.items():
        by_template.setdefault(one["template"], []).append(agree[name])
    said = {(name, row["ref_id"]) for name, one in found.items() for row in one["rows"] if row["kind"] != "coverage"}
    true = {(name, row) for name, one in truth.items() for row in one["rows"]}
    both = len(said & true)
    f1 = 2 * both / (len(said) + len(true)) if said or true else None
    without = sum(one["verdict"] == "contradicted" and not truth[name]["covered"] for name, one in found.items())
    absent = sum(
        one["verdict"] == "contradicted" and not any(row["kind"] in ("coverage", "designation", "statement") for row in one["rows"])
        for one in found.values()
    )
    return (
        share("check_accuracy", sum(agree.values()), len(truth), "Of the made checks, the share with the right verdict."),
        Measure("check_rows_f1", f1, len(true), "F1 of the rows that verdicts cite."),
        Measure(
            "contradicted_without_coverage", float(without), len(found), "Verdicts 'contradicted' where nothing was declared complete."
        ),
        Measure("contradicted_without_citation", float(absent), len(found), "Verdicts 'contradicted' that cite no coverage or dated list."),
        *[share(f"check_{kind.replace(' ', '_')}", sum(ok), len(ok), f"The same, of template {kind}.") for kind, ok in by_template.items()],
    )
