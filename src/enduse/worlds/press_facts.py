"""What invented stories say: facts with several wordings each, numbers as printed, strong and weak verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from enduse.worlds import press_domains
from enduse.worlds.press_names import GOODS, MONTHS, PLACES, TRANSIT, Draw

WORDINGS: dict[str, tuple[str, ...]] = {
    "delivered_money": (
        "{s} delivered {g} worth {n} to {c} in {p}", "{c} received {n} worth of {g} from {s} in {p}",
        "{s} shipped {g} valued at {n} to {c} in {p}", "{g} worth {n} went from {s} to {c} in {p}",
        "in {p}, {s} sold {g} worth {n} to {c}",
    ),
    "delivered_count": (
        "{s} sent {n} {g} to {c} in {p}", "{c} received {n} {g} from {s} in {p}", "{n} {g} were delivered to {c} by {s} in {p}",
        "in {p}, {s} supplied {c} with {n} {g}",
    ),
    "developing": (
        "{s} and {c} began developing the {x}, an attack drone, in {p}",
        "{c} has been developing an attack drone called {x} with {s} since {p}",
        "the development of the {x}, an attack drone, was started by {s} and {c} in {p}",
        "{c} and its partner {s} started work on the {x} attack drone in {p}",
    ),
    "talks": (
        "{s} and {c} held talks about the {x} in {p}", "{c} negotiated with {s} over the {x} in {p}",
        "managers of {s} met managers of {c} in {p} to discuss the {x}", "talks between {c} and {s} about the {x} took place in {p}",
    ),
    "considering": (
        "{s} is considering sending {n} {g} to {c}", "{s} is weighing a shipment of {n} {g} to {c}",
        "a shipment of {n} {g} to {c} is being considered by {s}",
    ),
    "output": (
        "{c} produced {n} {x} drones in {p}", "output of {x} drones at {c} reached {n} in {p}",
        "in {p}, {c} built {n} drones of the type {x}", "the {c} works turned out {n} {x} drones in {p}",
    ),
    "suppliers": (
        "{n} suppliers sold {g} to {c} in {p}", "{c} bought {g} from {n} suppliers in {p}",
        "in {p}, {c} obtained {g} from {n} different suppliers",
    ),
    "listed": (
        "{c} has been under sanctions of {a} since {p}", "{a} put {c} on its sanctions list in {p}",
        "{c} was sanctioned by {a} in {p}", "sanctions were imposed on {c} by {a} in {p}",
    ),
    "routed": (
        "the {g} reached {c} through {i}, a trading firm in {l}", "{i}, a trading firm in {l}, passed the {g} on to {c}",
        "{c} got the {g} by way of {i}, a trading firm in {l}",
    ),
    "paid": (
        "{c} paid {s} {n} through {i}, a firm in {l}, in {p}", "payments of {n} from {c} to {s} ran through {i}, a firm in {l}, in {p}",
        "in {p}, {i}, a firm in {l}, passed {n} from {c} on to {s}",
    ),
    "tested": (
        "the {x} was tested near {t} in {p}", "{c} tested the {x} near {t} in {p}", "in {p}, a prototype of the {x} flew near {t}",
        "tests of the {x} took place near {t} in {p}",
    ),
    "planned": (
        "{c} plans to build {n} {x} drones a year", "{c} intends to make {n} {x} drones a year",
        "the plan of {c} is to turn out {n} {x} drones a year",
    ),
}  # fmt: skip
STRONGER: dict[str, tuple[str, ...]] = {
    "considering": ("{s} is sending {n} {g} to {c}", "{s} has sent {n} {g} to {c}"),
    "talks": ("{s} and {c} agreed on the {x} in {p}", "{c} and {s} struck a deal on the {x} in {p}"),
    "planned": ("{c} builds {n} {x} drones a year",),
    "developing": ("{s} and {c} have built the {x}, an attack drone, since {p}",),
}
"""The same thing told as more than it is."""
HEDGED: dict[str, tuple[str, ...]] = {
    "delivered_money": (
        "{s} may have delivered {g} worth {n} to {c} in {p}",
        "{s} is believed to have shipped {g} worth {n} to {c} in {p}",
    ),
    "delivered_count": ("{s} may have sent {n} {g} to {c} in {p}", "{c} possibly received {n} {g} from {s} in {p}"),
    "tested": ("the {x} may have been tested near {t} in {p}", "the {x} was reportedly tested near {t} in {p}"),
    "routed": ("the {g} may have reached {c} through {i}, a trading firm in {l}",),
}
_SLOT = re.compile(r"\{(\w)\}")
NUMBERED = {"delivered_money": "money", "paid": "money", "delivered_count": "goods", "considering": "goods", "suppliers": "suppliers",
            "output": "drones", "planned": "drones"}  # fmt: skip
ABOUT_PRODUCT = ("developing", "talks", "output", "tested", "planned")
BOUNDS: dict[str, tuple[str, ...]] = {
    "exact": ("",), "at_least": ("at least ", "more than ", "over "), "about": ("about ", "around "), "at_most": ("up to ",)
}  # fmt: skip


@dataclass(frozen=True)
class Amount:
    """A number as the origin gives it; `currency` None: it counts things."""

    value: float
    currency: str | None = None
    bound: str = "exact"

    def printed(self, draw: Draw) -> str:
        """Return it in one of the ways it is printed."""
        before = draw.of(BOUNDS[self.bound])
        if self.currency is None:
            return f"{before}{self.value:,.0f}"
        sign, word = {"USD": ("$", "dollars"), "EUR": ("€", "euros")}[self.currency]
        if self.value >= 1_000_000:
            short = f"{self.value / 1_000_000:g} million"
            return f"{before}{sign}{short}" if draw.chance(0.6) else f"{before}{short} {word}"
        return f"{before}{sign}{self.value:,.0f}"


@dataclass(frozen=True)
class Fact:
    """One thing an origin says. `topic`: the goods or the product it is about; `hedged`: the origin itself is not sure."""

    fact: str
    kind: str
    names: dict[str, str]
    topic: str
    goods: int | None = None
    amount: Amount | None = None
    hedged: bool = False


@dataclass
class Worded:
    """A fact put into words: a finite clause, with the printed number and how strong it is."""

    clause: str
    number: str | None
    amount: Amount | None
    unit: str | None
    strength: str
    """same, stronger or weaker than the origin."""
    words: dict[str, str] = field(default_factory=dict)


def word(draw: Draw, fact: Fact, amount: Amount | None, strength: str, short: bool = False) -> Worded:
    """Return the fact in words; `strength` stronger drops the hedge or lifts the verb, when there is a way to."""
    forms, is_hedged = (WORDINGS | press_domains.WORDINGS)[fact.kind], fact.hedged
    stronger = STRONGER | press_domains.STRONGER
    if strength == "stronger" and fact.hedged:
        is_hedged = False
    elif strength == "stronger" and fact.kind in stronger:
        forms = stronger[fact.kind]
    else:
        strength = "same"
    if is_hedged:
        forms = (HEDGED | press_domains.HEDGED)[fact.kind]
    names = {key: draw.of(name.split("|")) for key, name in sorted(fact.names.items())}
    if fact.goods is not None:
        names["g"] = draw.of(GOODS[fact.goods])
    if short:
        names = {key: name.split()[0] if key in "sci" and name[:1].isupper() else name for key, name in names.items()}
    number = amount.printed(draw) if amount else None
    if number:
        names["n"] = number
    counted = NUMBERED.get(fact.kind) or press_domains.AMOUNTS.get(fact.kind, ("",))[0]
    unit = names.get("g") if counted == "goods" else None if counted == "money" else counted or None
    return Worded(draw.of(forms).format(**names), number, amount, unit, strength, names)


@dataclass(frozen=True)
class Cast:
    """Who a story is about."""

    supplier: str
    consignee: str
    intermediary: str
    product: str
    goods: tuple[int, int]
    agency: str
    year: int
    domain: str = "parts"
    others: tuple[tuple[str, str], ...] = ()
    """Who a story of another domain is about: slot and name."""


def facts(draw: Draw, cast: Cast, story: str, count: int) -> list[Fact]:
    """Return the facts of a story: deliveries of both goods, and others; of another domain, what it always has, and others."""
    domain = press_domains.DOMAINS.get(cast.domain)
    if domain is not None:
        chosen = [*domain.must, *draw.some(domain.others, min(count - 2, len(domain.others)))]
        return [_other(draw, cast, f"{story}-f{number + 1}", kind) for number, kind in enumerate(chosen)]
    kinds = ["delivered_money", "delivered_count", *draw.some([kind for kind in WORDINGS if not kind.startswith("delivered")], count - 2)]
    made = []
    for number, kind in enumerate(kinds):
        goods = cast.goods[1] if kind in ("delivered_count", "suppliers") else cast.goods[0]
        made.append(_fact(draw, cast, f"{story}-f{number + 1}", kind, goods))
    return made


def _fact(draw: Draw, cast: Cast, name: str, kind: str, goods: int) -> Fact:
    about_goods = kind not in ABOUT_PRODUCT and kind not in ("listed", "paid")
    topic = cast.product if kind in ABOUT_PRODUCT else GOODS[goods][0] if about_goods else kind
    names = {
        "s": cast.supplier, "c": cast.consignee, "i": cast.intermediary, "x": cast.product, "a": cast.agency, "l": draw.of(TRANSIT),
        "t": draw.of(PLACES), "p": period(draw, cast.year),
    }  # fmt: skip
    if kind == "listed":
        # A company is listed by an authority on one day, and a firm stands in one place, whoever tells of it.
        names["p"] = str(2014 + _lasting(cast.consignee + cast.agency) % 8)
    names["l"] = TRANSIT[_lasting(cast.intermediary) % len(TRANSIT)]
    return Fact(name, kind, names, topic, goods if about_goods else None, amount(draw, kind), kind in HEDGED and draw.chance(0.2))


def _lasting(name: str) -> int:
    """Return a number that a name always has."""
    return sum(ord(letter) * place for place, letter in enumerate(name, 1))


def content(fact: Fact) -> tuple[object, ...]:
    """Return what a fact says: two facts of equal content are one claim, whoever tells them."""
    used = {slot for form in (WORDINGS | press_domains.WORDINGS)[fact.kind] for slot in _SLOT.findall(form)}
    return (fact.kind, fact.goods if "g" in used else None, fact.amount, *sorted((key, fact.names.get(key)) for key in used - {"n", "g"}))


def _other(draw: Draw, cast: Cast, name: str, kind: str) -> Fact:
    names = {**dict(cast.others), "l": draw.of(TRANSIT), "t": draw.of(PLACES), "p": period(draw, cast.year)}
    return Fact(name, kind, names, kind, None, amount(draw, kind), kind in press_domains.HEDGED and draw.chance(0.2))


def period(draw: Draw, year: int) -> str:
    """Return a period as printed."""
    return draw.of((str(year), f"{draw.of(MONTHS)} {year}", f"the first half of {year}", f"the first three months of {year}"))


def amount(draw: Draw, kind: str) -> Amount | None:
    """Return a number for this kind of fact; None when it has none."""
    if kind in press_domains.AMOUNTS:
        what, least, most, step = press_domains.AMOUNTS[kind]
        about = draw.of(("exact", "exact", "at_least", "about"))
        return Amount(draw.between(least, most) * step, draw.of(("USD", "EUR")) if what == "money" else None, about)
    counted = NUMBERED.get(kind)
    bound = draw.of(("exact", "exact", "exact", "at_least", "about", "at_most"))
    if counted == "money":
        return Amount(draw.between(11, 990) * 100_000, draw.of(("USD", "EUR")), bound if bound != "at_most" else "exact")
    if counted == "suppliers":
        return Amount(draw.between(12, 140), None, "exact")
    return Amount(draw.between(3, 950) * (10 if counted == "drones" else 1), None, bound) if counted else None


def changed(draw: Draw, amount: Amount) -> Amount:
    """Return the number as a careless retelling gives it: digits swapped, doubled or a bound lost."""
    digits = f"{amount.value:.0f}".rstrip("0")
    zeros = len(f"{amount.value:.0f}") - len(digits)
    swapped = float(digits[::-1] + "0" * zeros)
    value = swapped if digits[::-1] != digits and draw.chance(0.5) else amount.value * 2
    return replace(amount, value=value)
