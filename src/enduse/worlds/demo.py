"""The demo case: the shape of a real investigation, everything in it invented.

Five listed importers of which two are spellings of one firm; about a hundred suppliers, 97 of them Chinese; one maker whose
engines go directly, through two named hubs and to where the records end, some declared as refrigerating equipment; a
successor after a listing; articles of which three repeat one source.
"""

from __future__ import annotations

from dataclasses import dataclass

from enduse.worlds.companies import Company, Maker, Printed
from enduse.worlds.families import BEARING, CHIP, CONNECTOR, COOLER, COOLER_PART, ENGINE, PROGRAM, importers, namesake
from enduse.worlds.ledger import Listing
from enduse.worlds.scene import Amount, Scene

SHIPMENTS = 25_000
CHINESE_SUPPLIERS = 97
_ORDINARY = (CONNECTOR, "853400", "854239", "850131", "853690", "901420", "852691", "681511", "701912", "848220")


@dataclass
class Cast:
    """The companies that the articles speak of."""

    plant: Company
    metrics: Company
    electronic: Company
    elektronik: Company
    line: Company
    maker: Company
    exporter: Company
    old: Company
    new: Company
    first_hub: Company
    second_hub: Company
    trader: Company
    bystander: Company
    chip_supplier: Company
    hidden: Company

    @property
    def end_users(self) -> tuple[Company, ...]:
        """The five listed importers, as printed."""
        return (self.plant, self.metrics, self.electronic, self.elektronik, self.line)


def plant_demo(scene: Scene) -> Cast:
    """Plant the demo case and return its cast."""
    cast = _cast(scene.maker)
    for one in vars(cast).values():
        one.planted = True
    scene.same[cast.elektronik.index] = cast.electronic.index
    _listings(scene, cast)
    _engines(scene, cast)
    _exporter(scene, cast)
    _successor(scene, cast)
    _suppliers(scene, cast)
    _others(scene, cast)
    _questions(scene, cast)
    return cast


def _russian(maker: Maker, cyrillic: str, latin: str, english: str) -> Company:
    return maker.make(
        "RU", fixed=[Printed(cyrillic, "cyrillic", "clean"), Printed(latin, "latin", "clean"), Printed(english, "latin", "translated")]
    )


def _two_scripts(maker: Maker, country: str, latin: str, other: str) -> Company:
    style = "han" if country == "CN" else "cyrillic"
    return maker.make(country, fixed=[Printed(latin, "latin", "clean"), Printed(other, "han" if style == "han" else "cyrillic", "clean")])


def _cast(maker: Maker) -> Cast:
    def china(latin: str, han: str) -> Company:
        return _two_scripts(maker, "CN", latin, han)

    return Cast(
        plant=_russian(maker, 'АО "ЗУБРИВЕЛ АВИАЗАВОД"', 'AO "ZUBRIVEL AVIAZAVOD"',
                       "ZUBRIVEL AVIATION PLANT JSC"),
        metrics=_russian(maker, 'ООО "ТАМКРОМЕТ"', 'OOO "TAMKROMET"', "TAMKROMET LLC"),
        electronic=_russian(maker, 'ООО "PEKLUN ELECTRONIC"', "PEKLUN ELECTRONIC LLC", "PEKLUN ELECTRONIC LTD"),
        elektronik=maker.make("RU", fixed=[Printed('ООО "PEKLUN ELEKTRONIK"', "cyrillic", "clean"),
                                           Printed("PEKLUN ELEKTRONIK LLC", "latin", "clean")], inn=None, ogrn=None),
        line=_russian(maker, 'ООО "МОЗДРУ ПРИБОР"', 'OOO "MOZDRU PRIBOR"', "MOZDRU INSTRUMENT LLC"),
        maker=china("XUNING CRANE LANTERN ENGINE CO LTD", "虚宁鹤灯发动机有限公司"),
        exporter=china("HUANBO BELL PINE IMPORT AND EXPORT CO LTD", "幻波铃松进出口有限公司"),
        old=china("MENGZHEN FROG MIRROR ELECTRONICS CO LTD", "梦圳蛙镜电子有限公司"),
        new=china("MENGZHEN MELON FLUTE ELECTRONICS CO LTD", "梦圳瓜笛电子有限公司"),
        first_hub=_two_scripts(maker, "KZ", 'TOO "NAFGOB TRANS"', 'ТОО "НАФГОБ ТРАНС"'),
        second_hub=_two_scripts(maker, "KZ", 'TOO "SABRIM LOGISTIK"', 'ТОО "САБРИМ ЛОГИСТИК"'),
        trader=_russian(maker, 'ООО "ДЕГЛАП СНАБ"', 'OOO "DEGLAP SNAB"', "DEGLAP SUPPLY LLC"),
        bystander=_russian(maker, 'ООО "ГИВФАЗ МОТОР"', 'OOO "GIVFAZ MOTOR"', "GIVFAZ MOTOR LLC"),
        chip_supplier=china("KONGJIN UMBRELLA TEA TECHNOLOGY CO LTD", "空津伞茶科技有限公司"),
        hidden=china("NIZHOU SHARK PAPER TRADING CO LTD", "拟州鲨纸贸易有限公司"),
    )  # fmt: skip


def _listings(scene: Scene, cast: Cast) -> None:
    dated = (("2022-12-15", cast.plant), ("2023-06-20", cast.metrics), ("2023-06-20", cast.electronic), ("2023-09-14", cast.elektronik),
             ("2024-02-23", cast.line))  # fmt: skip
    for number, (started_on, company) in enumerate(dated, 1):
        names = tuple(dict.fromkeys(one.text for one in company.names))
        scene.listed(Listing(company, "invented", f"inv-{number:03d}", started_on, PROGRAM, started_on,
                             "Invented reason: named as a user of parts for drones.", names, company is cast.elektronik))  # fmt: skip
    scene.listed(Listing(cast.plant, "ofac", "90001", None, "INVENTED", None, "", (cast.plant.names[2].text, cast.plant.name("latin"))))
    scene.listed(Listing(cast.old, "invented", "inv-006", "2023-05-20", "INVENTED-SUPPLIERS", "2023-05-20",
                         "Invented reason: named as a supplier.", (cast.old.name("latin"), cast.old.name("han"))))  # fmt: skip


def _engines(scene: Scene, cast: Cast) -> None:
    """Engines of 20 kg at 5,000 dollars: 120 directly, 100 to one hub, 80 to another, 24 to a trader where the records end."""
    maker, plant = cast.maker, cast.plant

    def send(on: str, seller: Company, buyer: Company, engines: int, declared: str | None = None, origin: str | None = None) -> int:
        return scene.ship(on, seller, buyer, ENGINE, Amount(20.0 * engines, engines, 5_000.0 * engines, origin), declared)

    before = [send(on, maker, plant, 10) for on in ("2022-03-10", "2022-05-04", "2022-07-19", "2022-10-06", "2023-01-24")]
    after = [
        send(on, maker, plant, 14, (COOLER, COOLER_PART)[number % 2])
        for number, on in enumerate(("2023-03-15", "2023-05-11", "2023-07-20", "2023-09-07", "2023-12-05"))
    ]
    rival = scene.company("CN", trade=6)
    hub, other = cast.first_hub, cast.bystander
    first = [
        send("2022-06-01", maker, hub, 60), send("2022-07-11", rival, hub, 40), send("2022-08-02", maker, hub, 40),
        send("2022-09-15", hub, plant, 90, origin="CN"), send("2022-10-20", hub, other, 50, origin="CN"),
    ]  # fmt: skip
    second = [
        send("2023-04-12", maker, cast.second_hub, 80, COOLER), send("2023-06-08", cast.second_hub, plant, 60, COOLER, "CN"),
    ]  # fmt: skip
    lost = [send("2023-02-14", maker, cast.trader, 24)]
    scene.code_changes.append({"supplier": maker.key, "consignee": plant.key, "goods": ENGINE, "declared_as": [COOLER, COOLER_PART],
                               "serials_before": before, "serials_after": after})  # fmt: skip
    goods = [ENGINE[:4], COOLER[:4]]
    asked = {"from": [maker.name()], "to": [plant.name("cyrillic")], "goods": goods, "since": None, "until": None}
    true = {"kg": 5100.0, "pieces": 255.0, "usd": 1_275_000.0}
    via = [{"company": hub.key, "kg": 1500.0}, {"company": cast.second_hub.key, "kg": 1200.0}]
    story = {"direct": 2400.0, "via": via, "supplied": 6480.0, "unresolved": 480.0, "expected": {"at_least": 4600.0, "at_most": 5400.0}}
    serials = [*before, *after, *first, *second, *lost]
    scene.chain("maker", {**asked, "unit": "kg"}, {"kg": true["kg"], "usd": true["usd"], **story}, serials)


def _exporter(scene: Scene, cast: Cast) -> None:
    """3.52 million dollars of aircraft engines and their parts in the first quarter of 2023, and nothing like it after."""
    for on, kg, usd in (("2023-01-17", 1400.0, 1_120_000.0), ("2023-02-09", 1500.0, 1_200_000.0), ("2023-03-22", 1500.0, 1_200_000.0)):
        scene.ship(on, cast.exporter, cast.plant, "841112", Amount(kg, int(kg // 125), usd), mirrored=on == "2023-02-09")
    scene.ship("2022-11-08", cast.exporter, cast.plant, "841191", Amount(120.0, 48, 96_000.0))


def _successor(scene: Scene, cast: Cast) -> None:
    cast.new.place, cast.new.street = cast.old.place, cast.old.street = ("梦圳", "MENGZHEN"), 17
    serials = [
        scene.ship(when, cast.old, cast.electronic, CHIP, Amount(scene.mass(12.0)), mirrored=number % 4 == 0)
        for number, when in enumerate(scene.spread("2022-05-01", "2023-05-05", 14))
    ]
    serials += [
        scene.ship(when, cast.new, cast.electronic, CHIP, Amount(scene.mass(12.0))) for when in scene.spread("2023-07-01", "2024-08-01", 13)
    ]
    scene.successions.append({"old": cast.old.key, "new": cast.new.key, "listed_on": "2023-05-20", "serials": serials})


def _suppliers(scene: Scene, cast: Cast) -> None:
    """As many further Chinese suppliers as make 97 with the named ones, and one Turkish firm."""
    named = (cast.maker, cast.exporter, cast.old, cast.new, cast.chip_supplier, cast.hidden)
    users = cast.end_users
    for number in range(CHINESE_SUPPLIERS - len(named)):
        supplier = scene.company("CN")
        for when in scene.spread("2022-03-05", "2024-11-20", 2 + number % 4):
            good = _ORDINARY[number % len(_ORDINARY)]
            scene.ship(when, supplier, users[number % len(users)], good, Amount(scene.mass(60.0)), mirrored=number % 9 == 0)
    turkish = scene.company("TR")
    for when in scene.spread("2022-04-01", "2023-12-20", 3):
        scene.ship(when, turkish, cast.line, "848180", Amount(scene.mass(150.0)))
    for on in ("2022-04-11", "2022-06-21", "2022-09-01"):
        scene.ship(on, cast.chip_supplier, cast.line, CHIP, Amount(20.0, 10_000, 40_000.0))
    # Only the exporter's side shows this one: the importer's file lacks the month.
    scene.ship("2023-11-16", cast.hidden, cast.metrics, CONNECTOR, Amount(75.0, 3_750, 4_500.0), mirrored=True)
    scene.ship("2023-08-08", cast.hidden, cast.metrics, CONNECTOR, Amount(125.0, 6_250, 7_500.0))


def _others(scene: Scene, cast: Cast) -> None:
    """A hub that sold bearings before it bought any, importers for the flags, a namesake of a listed firm."""
    supplier, early = scene.company("CN", trade=5), scene.company("KZ", trade=2)
    scene.ship("2023-01-05", early, cast.metrics, BEARING, Amount(400.0, origin="CN"))
    scene.ship("2023-02-12", supplier, early, BEARING, Amount(400.0))
    asked = {
        "from": [supplier.name()],
        "to": [cast.metrics.name("cyrillic")],
        "goods": [BEARING],
        "since": None,
        "until": None,
        "unit": "kg",
    }
    true = {"kg": 0.0, "direct": 0.0, "via": [{"company": early.key, "kg": 0.0}], "supplied": 400.0,
            "expected": {"at_least": 0.0, "at_most": 0.0}}  # fmt: skip
    scene.chain("too_late", asked, true, [])
    # In the month that the importer's file lacks, the exporter's shows goods made elsewhere than they were shipped from.
    scene.ship("2023-11-20", cast.second_hub, cast.line, CONNECTOR, Amount(64.0, 3_200, 3_840.0, "CN"), mirrored=True)
    importers(scene)
    namesake(scene, "inv-010")


def _questions(scene: Scene, cast: Cast) -> None:
    users = [one.name("cyrillic") for one in cast.end_users]
    keys = [one.key for one in cast.end_users]
    scene.questions.append(
        {"id": "suppliers-all", "ask": "suppliers", "of": users, "goods": [], "since": None, "until": None, "companies": keys}
    )
