"""The planted stories of a simulated world: one family holds one of each, with companies of its own."""

from __future__ import annotations

from enduse.worlds.arrays import day
from enduse.worlds.companies import Company, Printed
from enduse.worlds.ledger import Listing
from enduse.worlds.scene import Amount, Scene

BEARING, CHIP, ENGINE, COOLER, COOLER_PART, CONNECTOR = "848210", "854231", "840710", "841869", "841899", "853669"
PROGRAM = "INVENTED-DRONE-PROGRAMME"
LISTED_ON = "2022-12-15"
_TRADE_AVIATION, _TRADE_ENGINE, _TRADE_BEARING = 3, 6, 5


def plant(scene: Scene, family: int) -> None:
    """Plant one family of stories."""
    end_user = scene.company("RU", trade=_TRADE_AVIATION)
    number = f"inv-{family + 1:03d}"
    _list(scene, end_user, number, LISTED_ON, PROGRAM)
    other = scene.company("RU", trade=0)
    _hub(scene, end_user, other)
    _successor(scene, end_user, number)
    _declared_as_another(scene, end_user)
    importers(scene)
    namesake(scene, number)
    _partly_dated(scene, number)
    _suppliers(scene, end_user)
    _made_elsewhere(scene, number)


def _list(scene: Scene, company: Company, number: str, started_on: str | None, program: str, list_name: str = "invented") -> None:
    scene.listed(
        Listing(
            company, list_name, number, started_on, program, started_on, "Invented reason: named in an invented programme.",
            (company.name("latin"), company.name("cyrillic")),
        )
    )  # fmt: skip


def _hub(scene: Scene, end_user: Company, other: Company) -> None:
    """A supplier's goods go directly and through a hub that also buys elsewhere; a second hub sold before it bought."""
    supplier, rival = scene.company("CN", trade=_TRADE_BEARING), scene.company("CN", trade=_TRADE_BEARING)
    hub, early = scene.company("KZ"), scene.company("KZ")
    serials = [
        scene.ship("2023-01-20", supplier, end_user, BEARING, Amount(200.0), mirrored=True),
        scene.ship("2023-01-10", supplier, hub, BEARING, Amount(900.0)),
        scene.ship("2023-02-05", rival, hub, BEARING, Amount(300.0), mirrored=True),
        scene.ship("2023-02-10", supplier, hub, BEARING, Amount(600.0)),
        scene.ship("2023-03-01", hub, end_user, BEARING, Amount(1000.0, origin="CN"), mirrored=True),
        scene.ship("2023-03-20", hub, other, BEARING, Amount(500.0, origin="CN"), mirrored=True),
        scene.ship("2023-01-05", early, end_user, BEARING, Amount(400.0, origin="CN")),
        scene.ship("2023-02-12", supplier, early, BEARING, Amount(400.0)),
    ]
    asked = {"from": [supplier.name()], "to": [end_user.name("cyrillic")], "goods": [BEARING], "since": None, "until": None, "unit": "kg"}
    via = [{"company": hub.key, "kg": 850.0}, {"company": early.key, "kg": 0.0}]
    scene.chain("hub", asked, {"kg": 1050.0, "direct": 200.0, "via": via, "supplied": 2100.0}, serials)


def _successor(scene: Scene, end_user: Company, number: str) -> None:
    """A supplier is listed; six weeks later another company at its address sends the same goods to the same consignee."""
    old, new = scene.company("CN", trade=1), scene.company("CN", trade=1)
    new.place, new.street = old.place, old.street
    serials = [
        scene.ship(when, old, end_user, CHIP, Amount(scene.mass(12.0)), mirrored=index % 3 == 0)
        for index, when in enumerate(scene.spread("2022-06-01", "2023-05-01", 10))
    ]
    serials += [scene.ship(when, new, end_user, CHIP, Amount(scene.mass(12.0))) for when in scene.spread("2023-07-05", "2024-06-01", 9)]
    scene.listed(Listing(old, "invented", f"{number}-s", "2023-05-20", "INVENTED-SUPPLIERS", "2023-05-20", "Invented reason.",
                         (old.name("latin"), old.name("han"))))  # fmt: skip
    scene.successions.append({"old": old.key, "new": new.key, "listed_on": "2023-05-20", "serials": serials})


def _declared_as_another(scene: Scene, end_user: Company) -> None:
    """Engines are declared as engines, later as refrigerating equipment: mass per piece and price stay those of engines."""
    maker = scene.company("CN", trade=_TRADE_ENGINE)
    before = [
        scene.ship(when, maker, end_user, ENGINE, Amount(200.0, 10, 50_000.0)) for when in scene.spread("2022-04-01", "2023-02-20", 6)
    ]
    after = [
        scene.ship(when, maker, end_user, ENGINE, Amount(240.0, 12, 60_000.0), declared=(COOLER, COOLER_PART)[index % 2])
        for index, when in enumerate(scene.spread("2023-03-10", "2024-03-01", 8))
    ]
    scene.code_changes.append(
        {"supplier": maker.key, "consignee": end_user.key, "goods": ENGINE, "declared_as": [COOLER, COOLER_PART],
         "serials_before": before, "serials_after": after}
    )  # fmt: skip


def importers(scene: Scene) -> None:
    """First-ever importers, switchers, spikes, and a steady importer that must not be flagged."""
    supplier = scene.company("CN", trade=0)
    first, switcher, spike, steady = (scene.company("RU", trade=place) for place in (2, 13, 1, 9))
    for when in scene.spread("2022-06-01", "2024-09-01", 6):
        scene.ship(when, supplier, first, CONNECTOR, Amount(scene.mass(30.0)))
    for when in scene.spread("2020-03-01", "2022-02-10", 12):
        scene.ship(when, supplier, switcher, "392690", Amount(scene.mass(300.0)))
    for when in scene.spread("2022-05-01", "2024-10-01", 10):
        scene.ship(when, supplier, switcher, CHIP, Amount(scene.mass(5.0)))
    for when in scene.spread("2020-02-01", "2022-02-01", 6):
        scene.ship(when, supplier, spike, BEARING, Amount(scene.mass(60.0)))
    for when in scene.spread("2022-04-01", "2024-11-01", 120):
        scene.ship(when, supplier, spike, BEARING, Amount(scene.mass(60.0)))
    for first_day, last_day in (("2020-02-01", "2022-02-01"), ("2022-03-01", "2024-11-01")):
        for when in scene.spread(first_day, last_day, 14):
            scene.ship(when, supplier, steady, "853690", Amount(scene.mass(20.0)))
    scene.spikes.append(spike.key)
    scene.steady.append(steady.key)


def namesake(scene: Scene, number: str) -> None:
    """A listed company that never trades has the name of one that does; their tax numbers differ."""
    trading = scene.company("RU", trade=2)
    twin = scene.company("RU", fixed=[Printed(one.text, one.style, one.kind) for one in trading.names if one.kind == "clean"])
    for when in scene.spread("2021-01-10", "2024-06-01", 5):
        scene.ship(when, scene.company("CN"), trading, "640399", Amount(scene.mass(200.0)))
    _list(scene, twin, f"{number}-n", "2023-03-01", PROGRAM)
    scene.namesakes.append({"trading": trading.key, "listed": twin.key})


def _partly_dated(scene: Scene, number: str) -> None:
    """One designation is dated to the month only, one not at all: rows inside the month, or all rows, cannot be told."""
    monthly, undated, supplier = scene.company("RU", trade=8), scene.company("RU", trade=4), scene.company("CN")
    _list(scene, monthly, f"{number}-m", "2023-06", PROGRAM)
    _list(scene, undated, str(90_000 + scene.maker.companies[-1].index), None, "INVENTED", "ofac")
    for when in ("2023-04-03", "2023-06-14", "2023-08-21"):
        scene.ship(when, supplier, monthly, "853400", Amount(scene.mass(25.0)))
        scene.ship(when, supplier, undated, "850440", Amount(scene.mass(25.0)))


def _suppliers(scene: Scene, end_user: Company) -> None:
    """A few further direct suppliers of the end user, and the question who they all are."""
    for count in range(4):
        supplier = scene.company("CN")
        for when in scene.spread("2022-03-01", "2024-10-01", 2):
            scene.ship(when, supplier, end_user, (CONNECTOR, "853400", "850131", "854239")[count], Amount(scene.mass(40.0)))
    hidden = scene.company("CN")
    # The month that the Russian file lacks: known only from the exporter's side.
    scene.ship(day("2023-11-12"), hidden, end_user, CONNECTOR, Amount(33.0), mirrored=True)
    scene.questions.append(
        {"id": f"suppliers-{len(scene.questions) + 1:03d}", "ask": "suppliers", "of": [end_user.name("cyrillic")], "goods": [],
         "since": None, "until": None, "companies": [end_user.key]}
    )  # fmt: skip


def _made_elsewhere(scene: Scene, number: str) -> None:
    """A listed importer in the hub country: some of its goods were made elsewhere than they were shipped from."""
    importer, supplier = scene.company("KZ", trade=8), scene.company("CN", trade=8)
    _list(scene, importer, f"{number}-k", "2023-01-10", PROGRAM)
    for place, when in enumerate(scene.spread("2022-03-01", "2024-06-01", 7)):
        scene.ship(when, supplier, importer, "903020", Amount(scene.mass(18.0), origin="JP" if place % 2 else None))
