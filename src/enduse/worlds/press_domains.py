"""What invented stories of other fields say: oil at sea, ammunition between states, money through banks; most name hardly anybody."""

from __future__ import annotations

from dataclasses import dataclass

from enduse.worlds.press_names import PLACES, TRANSIT, Draw, Namer


@dataclass(frozen=True)
class Domain:
    """A field of stories: the kinds of facts every story has, the others, and which of them a denial of its topic speaks against."""

    must: tuple[str, ...]
    others: tuple[str, ...]
    denied: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()


WORDINGS: dict[str, tuple[str, ...]] = {
    "oil_fleet": (
        "{n} tankers carried {k} oil to {z} in {p} with their signals switched off",
        "in {p}, {n} ships hid their position while they took {k} crude to {z}",
        "{k} crude reached {z} in {p} on {n} tankers that had turned off their transponders",
        "{n} vessels loaded with {k} oil sailed to {z} in {p} without showing where they were",
    ),
    "oil_value": (
        "the cargoes were worth {n}", "the oil was valued at {n}", "buyers in {z} paid {n} for the crude",
        "crude worth {n} changed hands",
    ),
    "oil_transfer": (
        "the oil was pumped from ship to ship off {l} in {p}", "ship-to-ship transfers took place near {l} in {p}",
        "in {p}, the cargo changed ships in the waters off {l}",
    ),
    "oil_owner": (
        "{s}, a company registered in {l}, owns {n} of the vessels", "{n} of the ships belong to {s}, which is registered in {l}",
        "{n} of the tankers are the property of {s} from {l}",
    ),
    "oil_refinery": (
        "{c} bought {n} barrels a day", "{c} processed {n} barrels of it a day", "{n} barrels a day went to {c}",
    ),
    "oil_insured": (
        "{n} of the tankers had no insurance", "{n} vessels sailed uninsured", "no insurer covered {n} of the ships",
    ),
    "arms_shells": (
        "{a} sent {n} artillery shells to {b} in {p}", "{b} received {n} shells from {a} in {p}",
        "{n} rounds of artillery ammunition were shipped from {a} to {b} in {p}", "in {p}, {a} supplied {b} with {n} shells",
    ),
    "arms_port": (
        "the containers were loaded in the port of {t} in {p}", "the cargo left from the port of {t} in {p}",
        "in {p}, ships took the ammunition on board in {t}",
    ),
    "arms_factory": (
        "{b} is building a factory for guided missiles near {t}", "a plant for guided missiles is under construction near {t}",
        "near {t}, {b} builds a works that is to make guided missiles",
    ),
    "arms_crews": (
        "{n} specialists from {a} are training crews in {b}", "crews in {b} are being taught by {n} instructors from {a}",
        "{a} has sent {n} instructors to {b}",
    ),
    "arms_talks": (
        "officials of {a} and {b} held talks about air defence systems in {p}",
        "{a} and {b} negotiated about systems of air defence in {p}", "in {p}, delegations of {a} and {b} discussed air defence systems",
    ),
    "arms_considering": (
        "{a} is considering sending {n} attack drones to {b}", "{a} is weighing a delivery of {n} attack drones to {b}",
        "a delivery of {n} attack drones to {b} is being considered by {a}",
    ),
    "arms_unused": (
        "none of the missiles has been used at the front so far", "the missiles have not been fired in the war yet",
        "the missiles have not been deployed in combat so far",
    ),
    "bank_flow": (
        "{n} passed through accounts at {e} in {p}", "accounts at {e} were used to move {n} in {p}",
        "in {p}, {e} handled transfers of {n} for suppliers of arms makers",
    ),
    "bank_clients": (
        "{n} companies under sanctions held accounts at the bank", "the bank had {n} clients that are under sanctions",
        "{n} firms on sanctions lists were clients of the bank",
    ),
    "bank_owner": (
        "the bank is controlled by the brother of a minister in {z}", "a minister's brother in {z} controls the bank",
        "the bank belongs to a brother of a minister in {z}",
    ),
    "bank_coins": (
        "{n} was moved in digital coins by way of {l} in {p}", "digital coins worth {n} went through {l} in {p}",
        "in {p}, {n} went through an exchange for digital coins in {l}",
    ),
    "bank_closed": (
        "the bank closed {n} accounts in {p}", "in {p}, {n} accounts at the bank were shut", "{n} accounts were closed by the bank in {p}",
    ),
    "bank_fees": ("the bank charged up to {n} percent for a transfer", "customers paid {n} percent of each sum to the bank"),
}  # fmt: skip
STRONGER: dict[str, tuple[str, ...]] = {
    "arms_considering": ("{a} is sending {n} attack drones to {b}", "{a} has sent {n} attack drones to {b}"),
    "arms_talks": ("{a} and {b} agreed on air defence systems in {p}",),
    "arms_factory": ("{b} makes guided missiles in a factory near {t}",),
}
HEDGED: dict[str, tuple[str, ...]] = {
    "arms_shells": ("{a} may have sent {n} artillery shells to {b} in {p}", "{a} is believed to have shipped {n} shells to {b} in {p}"),
    "oil_transfer": ("the oil was reportedly pumped from ship to ship off {l} in {p}",),
    "bank_coins": ("{n} may have been moved in digital coins by way of {l} in {p}",),
}
AMOUNTS: dict[str, tuple[str, int, int, int]] = {
    "oil_fleet": ("tankers", 5, 90, 1), "oil_value": ("money", 11, 990, 1_000_000), "oil_owner": ("vessels", 3, 9, 1),
    "oil_refinery": ("barrels", 11, 240, 1_000), "oil_insured": ("vessels", 10, 40, 1), "arms_shells": ("shells", 11, 990, 1_000),
    "arms_crews": ("specialists", 11, 190, 1), "arms_considering": ("drones", 11, 400, 1), "bank_flow": ("money", 11, 990, 100_000),
    "bank_clients": ("companies", 11, 190, 1), "bank_coins": ("money", 11, 990, 100_000), "bank_closed": ("accounts", 11, 900, 1),
    "bank_fees": ("percent", 3, 12, 1),
}  # fmt: skip
"""Kind of fact to what its number counts, and its least, most and step."""
UNSAID = frozenset(
    kind for kind in WORDINGS if not kind.startswith(("arms_shells", "arms_crews", "arms_talks", "arms_cons", "arms_fact", "bank_flow"))
)
"""Kinds whose words do not say whom they are about ("the bank"): nobody can tell whether two stories mean the same."""
DOMAINS: dict[str, Domain] = {
    "oil": Domain(("oil_fleet", "oil_value"), ("oil_transfer", "oil_owner", "oil_refinery", "oil_insured")),
    "arms": Domain(
        ("arms_shells", "arms_port"), ("arms_factory", "arms_crews", "arms_talks", "arms_considering", "arms_unused"), ("arms_shells",),
        ("{a}'s foreign ministry", "the foreign ministry of {a}", "the embassy of {a}"),
    ),
    "bank": Domain(("bank_flow", "bank_clients"), ("bank_owner", "bank_coins", "bank_closed", "bank_fees")),
}  # fmt: skip
STATES = ("Vymyslia", "Nowhereland", "Imaginia", "Primeria", "Oydania")
EXPORTERS = (("Iranian", "China"), ("Russian", "India"), ("Venezuelan", "China"), ("Russian", "Turkey"), ("Iranian", "Malaysia"))
REFINERS = ("a refiner in Huanbo|a refinery in Huanbo", "a refinery near Nizhou|a refiner near Nizhou", "two refineries in Xuning")


def names_of(draw: Draw, namer: Namer, domain: str) -> dict[str, str]:
    """Return who a story of a domain is about; several ways to put it are parted by |."""
    if domain == "oil":
        exporter, buyer = draw.of(EXPORTERS)
        return {"k": exporter, "z": buyer, "s": namer.company(("Shipping", "Maritime", "Lines")), "c": draw.of(REFINERS)}
    if domain == "arms":
        giver, taker = draw.some(STATES, 2)
        return {"a": giver, "b": taker}
    place, where = draw.of(PLACES), draw.of(TRANSIT)
    bank = f"a bank in {place}|a lender from {place}" if draw.chance(0.6) else f"{namer.brand()} Bank"
    return {"e": bank, "z": where}
