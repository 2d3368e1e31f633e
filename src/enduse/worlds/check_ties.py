"""Made cases about ties and seats as registries state them, and about parts in an invented catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from enduse.worlds.check_recipes import CONTRADICTED, OPEN, PARTLY, SUPPORTED
from enduse.worlds.press_names import Draw, Namer

if TYPE_CHECKING:
    from enduse.worlds.check_cases import CheckCases

Row = dict[str, Any]
REGISTRY_DAY = "2023-06-01"


@dataclass(frozen=True)
class Tie:
    """One kind of case: what the registry states, what is claimed, what must come out."""

    name: str
    verdict: str
    relation: str = "owner"
    stated: str = "owner"
    as_of: str | None = None
    words: str = ""
    turned: bool = False
    """The registry states it the other way round."""
    between: bool = False
    """Another company stands between the two."""
    twin: bool = False
    """Another subject of the registry bears the other's name."""
    maybe: bool = False
    """The registry states it of a subject that only may be the company."""
    printed: str = ""
    """The tie is printed on a shipment instead: by the company itself ('sure'), or by one that may be it ('maybe')."""
    dated: bool = True
    stance: str = "asserted"
    cited: bool = True


TIES: tuple[Tie, ...] = (
    Tie("owner", SUPPORTED),
    Tie("any", SUPPORTED, "any"),
    Tie("director", SUPPORTED, "director", "director"),
    Tie("parent-at-once", SUPPORTED, "parent"),
    Tie("parent-between", SUPPORTED, "parent", between=True),
    Tie("owner-between", OPEN, between=True, cited=False),
    Tie("same-month", SUPPORTED, as_of="2023-06"),
    Tie("same-year", SUPPORTED, as_of="2023"),
    Tie("later-day", PARTLY, as_of="2024-02-01"),
    Tie("earlier-day", PARTLY, as_of="2021"),
    Tie("undated-registry", SUPPORTED, dated=False),
    Tie("undated-registry-on-a-day", PARTLY, as_of="2023", dated=False),
    Tie("ended", OPEN, words="until 2022-01-31"),
    Tie("ended-later", PARTLY, as_of="2021-06", words="until 2022-01-31"),
    Tie("other-way-round", OPEN, turned=True),
    Tie("other-kind", OPEN, "director", "owner"),
    Tie("two-bearers", OPEN, twin=True),
    Tie("maybe-the-company", OPEN, maybe=True),
    Tie("not-stated", OPEN, stated="", cited=False),
    Tie("acts-for", SUPPORTED, "acts_for", printed="sure"),
    Tie("acts-for-maybe", OPEN, "acts_for", printed="maybe"),
    Tie("denied-that-day", CONTRADICTED, as_of="2023-06-01", stance="denied"),
    Tie("denied-that-year", CONTRADICTED, as_of="2023", stance="denied"),
    Tie("denied-on-no-day", OPEN, stance="denied"),
    Tie("denied-another-year", OPEN, as_of="2021", stance="denied"),
    Tie("denied-undated-registry", OPEN, as_of="2023", dated=False, stance="denied"),
    Tie("denied-not-stated", OPEN, stated="", stance="denied", cited=False),
)


def tie_cases(draw: Draw, namer: Namer, cases: CheckCases) -> None:
    """Add each kind of tie twice, with a registry that is dated and one that is not."""
    for name, day in (("dated registry", REGISTRY_DAY), ("undated registry", None)):
        cases.add("snapshots", {"snapshot_id": name, "as_of": dt.date.fromisoformat(day) if day else None, "file_name": f"{name}.json"})
    for number, tie in enumerate((*TIES, *TIES)):
        _tie(draw, namer, cases, (number, tie))
    for number, seat in enumerate((*SEATS, *SEATS)):
        _seat(namer, cases, (number, seat))
    part_cases(draw, namer, cases)


def _say(cases: CheckCases, registry: str, subject: str, prop: str, value: str, **more: Any) -> str:
    statement = f"st {len(cases.tables['statements'])}"
    row = {"statement_id": statement, "subject_id": subject, "snapshot_id": registry, "list_id": registry, "prop": prop, "value": value}
    cases.add("statements", {**row, **more})
    return statement


def _tie(draw: Draw, namer: Namer, cases: CheckCases, of: tuple[int, Tie]) -> None:
    number, tie = of
    registry = "dated registry" if tie.dated else "undated registry"
    company = cases.company(f"Example {namer.brand()} Trading", draw.of(("KZ", "TR", "RU")))
    other = f"Invented {namer.brand()} Holding"
    near, far = f"r{number} near", f"r{number} far"
    says = {"company": company, "by": other, "relation": tie.relation, **({"as_of": tie.as_of} if tie.as_of else {})}
    stated: list[str] = []
    if tie.printed:
        stated.append(_printed(draw, namer, cases, (number, tie, company), other))
    else:
        near_name = f"Invented {namer.brand()} Namesake" if tie.maybe else company
        for subject, name in ((near, near_name), (far, other)):
            _say(cases, registry, subject, "name", name)
        if tie.twin:
            _say(cases, registry, f"r{number} twin", "name", other)
        if tie.maybe:
            match = {"entity_id": company, "subject_id": near, "list_id": registry, "grade": "possible"}
            cases.add("listed_matches", match)
        stops = [near, f"r{number} between", far] if tie.between else [near, far]
        if tie.between:
            _say(cases, registry, stops[1], "name", f"Invented {namer.brand()} Middle")
        for left, right in pairwise(stops):
            subject, target = (right, left) if tie.turned else (left, right)
            if tie.stated:
                stated.append(_say(cases, registry, subject, "link", tie.words or target, scheme=tie.stated, object_id=target))
    contradicted = tie.verdict == CONTRADICTED
    truth = {"verdict": tie.verdict, "template": "linked", "covered": contradicted, "rows": stated if tie.cited else []}
    cases.claim(f"linked-{tie.name}-{number}", {"linked": says}, tie.stance, truth)


def _printed(draw: Draw, namer: Namer, cases: CheckCases, of: tuple[int, Tie, str], other: str) -> str:
    """Print on a shipment that the company (or one that may be it) acts for the other; return the shipment."""
    number, tie, company = of
    cases.company(other, "CN")
    acting = company
    if tie.printed == "maybe":
        acting = cases.company(f"Example {namer.brand()} Agency", "KZ")
        left, right = sorted((company, acting))
        cases.add("possible_matches", {"left_entity_id": left, "right_entity_id": right})
    shipment = f"s tie {number}"
    cases.ship(shipment, {"on": f"2023-02-{draw.between(1, 28):02d}", "usd": 10.0, "kg": 1.0}, (other, acting, "841950"))
    cases.add("links", {"link_id": f"l{number}", "kind": "acts_for", "left_id": acting, "right_id": other, "cited": shipment})
    return shipment


@dataclass(frozen=True)
class Seat:
    """One kind of case about a country: what a registry states, what shipments print (KZ), what is claimed."""

    name: str
    claimed: str
    verdict: str
    stated: str | None = None
    as_of: str | None = None
    stance: str = "asserted"


SEATS: tuple[Seat, ...] = (
    Seat("registered", "AE", SUPPORTED, "AE"),
    Seat("registered-that-year", "AE", SUPPORTED, "AE", "2023"),
    Seat("registered-before", "AE", PARTLY, "AE", "2024"),
    Seat("elsewhere", "TR", OPEN, "AE"),
    Seat("nothing-stated", "TR", OPEN),
    Seat("denied", "AE", OPEN, "AE", stance="denied"),
)


def _seat(namer: Namer, cases: CheckCases, of: tuple[int, Seat]) -> None:
    number, seat = of
    company = cases.company(f"Example {namer.brand()} Bureau", "KZ")
    cited = []
    if seat.stated:
        _say(cases, "dated registry", f"b{number}", "name", company)
        statement = _say(cases, "dated registry", f"b{number}", "country", seat.stated)
        cited = [statement] if seat.stated == seat.claimed else []
    says = {"company": company, "country": seat.claimed, **({"as_of": seat.as_of} if seat.as_of else {})}
    truth = {"verdict": seat.verdict, "template": "based", "covered": False, "rows": cited}
    cases.claim(f"based-{seat.name}-{number}", {"based": says}, seat.stance, truth)


PARTS: tuple[tuple[str, Row, str, str], ...] = (
    ("maker", {}, SUPPORTED, "maker"),
    ("in-weapon", {"weapon": True}, SUPPORTED, "maker"),
    ("by-number", {"maker": False, "part": True}, SUPPORTED, "first"),
    ("as-many", {"weapon": True, "count": 0}, SUPPORTED, "maker"),
    ("at-least-met", {"count": -1, "bound": "at_least"}, SUPPORTED, "maker"),
    ("more-claimed", {"count": 20, "bound": "over"}, PARTLY, "maker"),
    ("fewer-claimed", {"count": -1}, PARTLY, "maker"),
    ("at-most", {"count": 9, "bound": "at_most"}, OPEN, "maker"),
    ("other-weapon", {"weapon": False}, OPEN, "none"),
    ("longer-name", {"longer": True}, OPEN, "maker"),
    ("nobody", {"unheard": True}, OPEN, "none"),
    ("denied", {"weapon": True, "denied": True}, OPEN, "maker"),
)
"""Name, how the claim is made of the maker's parts, the verdict, and which parts are cited. `count` is beside the true number."""


def part_cases(draw: Draw, namer: Namer, cases: CheckCases) -> None:
    """Add each kind of claim about parts twice, each with a maker and a weapon of its own."""
    for number, (name, made, verdict, cited) in enumerate((*PARTS, *PARTS)):
        maker, weapon = f"Invented {namer.brand()} Semiconductor", f"{namer.brand()}-{draw.between(11, 99)}"
        parts = [f"p{number} {place}" for place in range(draw.between(2, 5))]
        numbers = [f"{namer.brand()[:5].upper()}{draw.between(100, 999)}X" for _ in parts]
        for part, code in zip(parts, numbers, strict=True):
            cases.add(
                "components",
                {"component_id": part, "external_id": part, "name_marking": f"Invented chip {code}", "part_number": code,
                 "manufacturer": f"{maker} LLC", "manufacturer_country": "KR", "found_in": f"{weapon} UAV (sample)"},
            )  # fmt: skip
        says: Row = {}
        if made.get("maker", True):
            says["maker"] = (
                f"Unheard {namer.brand()} Company" if made.get("unheard") else maker.rsplit(" ", 1)[0] if made.get("longer") else maker
            )
        if made.get("part"):
            says["part"] = numbers[0]
        if "weapon" in made:
            says["found_in"] = weapon.replace("-", " ") if made["weapon"] else f"{namer.brand()}-9"
        if "count" in made:
            says["count"] = made["count"] if made["count"] > 0 else len(parts) + made["count"]
            says["bound"] = made.get("bound", "exact")
        rows = {"maker": parts, "first": parts[:1], "none": []}[cited]
        truth = {"verdict": verdict, "template": "component", "covered": False, "rows": rows}
        cases.claim(f"component-{name}-{number}", {"component": says}, "denied" if made.get("denied") else "asserted", truth)
