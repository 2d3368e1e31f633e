"""One invented case and articles about it, a sentence each: tables as the earlier rooms leave them, and what must come out.

    case = told_case()                       # tables without articles
    add_articles(case.tables, sentences)     # one article for each sentence, all of 2 July 2024
    score_told(sentences, verdicts)          # measures; `wrong(...)` names each case that went wrong

What happened is written down here once; a sentence's truth follows from it by hand (see `tests/cases/told`). Imports and exports of
Kazakhstan are declared complete for 2022 to 2024, those of no other country.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.terms.ids import hash_of
from enduse.worlds.check_cases import MONTHS, CheckCases
from enduse.worlds.measures import Measure, share

Row = dict[str, Any]
PUBLISHED = "2024-07-02"
KESTREL, HERON, OSPREY = "Invented Kestrel Works Ltd", "Invented Heron Plant Ltd", "Sample Osprey Machines GmbH"
TRADING, BUREAU, RAIL = "Example Trading LLC", "Example Bureau LLC", "Imaginary Rail Plant JSC"
TRANSIT, HOLDINGS, MIDDLE = "Invented Transit LLC", "Invented Holdings Ltd", "Invented Middle LLC"
PRINTED: dict[str, tuple[str, tuple[str, ...]]] = {
    KESTREL: ("CN", ("ООО «Выдуманный Кестрель»", "虚构红隼机械有限公司")), HERON: ("CN", ("ООО «Мнимая Цапля»", "虚构苍鹭电子有限公司")),
    OSPREY: ("DE", ()), TRADING: ("KZ", ("ТОО «Образец Трейд»", "示例贸易有限公司")),
    BUREAU: ("KZ", ("ТОО «Пример Снаб»", "样本采购有限公司")), RAIL: ("RU", ("АО «Небыль Завод»", "想象铁路工厂有限公司")),
    TRANSIT: ("KZ", ()),
}  # fmt: skip
"""A company of the shipments -> its country, and how it is printed in other scripts."""
SHIPPED: tuple[tuple[str, str, str, str, float, float, int, str], ...] = (
    ("2023-03-10", KESTREL, TRADING, "854231", 1_200_000.0, 400.0, 50_000, "INTEGRATED CIRCUITS"),
    ("2023-09-05", KESTREL, TRADING, "854231", 1_300_000.0, 420.0, 60_000, "INTEGRATED CIRCUITS"),
    ("2023-05-12", KESTREL, TRADING, "840710", 600_000.0, 3_000.0, 42, "AIRCRAFT ENGINES"),
    ("2023-06-20", HERON, TRADING, "854231", 500_000.0, 150.0, 20_000, "INTEGRATED CIRCUITS"),
    ("2023-02-14", OSPREY, TRADING, "848210", 200_000.0, 5_000.0, 8_000, "BALL BEARINGS"),
    ("2023-04-11", KESTREL, BUREAU, "841810", 90_000.0, 700.0, 10, "REFRIGERATORS, ENGINES FOR EXAMPLE AIRCRAFT"),
    ("2023-06-02", KESTREL, BUREAU, "841810", 30_000.0, 900.0, 30, "REFRIGERATION EQUIPMENT"),
    ("2023-03-04", OSPREY, BUREAU, "848210", 50_000.0, 1_000.0, 900, "BALL BEARINGS"),
    ("2023-05-18", OSPREY, BUREAU, "848210", 50_000.0, 1_000.0, 900, "BALL BEARINGS"),
    ("2023-08-22", OSPREY, BUREAU, "848210", 50_000.0, 1_000.0, 900, "BALL BEARINGS"),
    ("2023-02-01", KESTREL, TRANSIT, "840710", 80_000.0, 500.0, 7, "ENGINES"),
    ("2023-05-20", TRANSIT, RAIL, "840710", 90_000.0, 450.0, 6, "ENGINES"),
    ("2023-07-07", HERON, RAIL, "854231", 300_000.0, 90.0, 9_000, "INTEGRATED CIRCUITS"),
)
"""Day, from, to, code, dollars, kg, pieces, description: everything that ever moved."""
LISTS: tuple[tuple[str, str, str, str], ...] = (
    ("eu_consolidated", "Council of the European Union", TRADING, "2022-12-16"),
    ("us_ofac_sdn", "US Treasury, OFAC", RAIL, "2023-02-24"),
    ("us_bis_entity_list", "US Commerce, BIS", KESTREL, "2024-01-20"),
)
"""List, authority, the one company on it, since when; every list is dated 15 July 2024."""
TIES: tuple[tuple[str, str, str], ...] = (
    (KESTREL, "owner", HOLDINGS), (KESTREL, "director", "Ivan Primerov"), (TRADING, "owner", MIDDLE), (MIDDLE, "owner", HOLDINGS),
)  # fmt: skip
SEATS = {KESTREL: "CN", TRADING: "KZ", OSPREY: "DE", HOLDINGS: "HK"}
"""What the registry states, in its files of 1 January and 15 July 2024."""
PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("Microcontroller SM-100", "Sample Semiconductors Inc", "US", "Zimorodok-7 UAV"),
    ("Transceiver SM-200", "Sample Semiconductors Inc", "US", "Zimorodok-7 UAV"),
    ("Power module SM-300", "Sample Semiconductors Inc", "US", "Strizh-4 UAV"),
    ("Gate array IC-9", "Invented Chips AG", "CH", "Strizh-4 UAV"),
)


def told_case() -> CheckCases:
    """Return the tables of the case, without articles."""
    case = CheckCases({name: [] for name in _TABLES})
    for company, (country, others) in PRINTED.items():
        case.company(company, country)
        for other in others:
            case.add("mentions", {"mention_id": f"m {other}", "name": other, "country": country})
            case.add("entity_mentions", {"mention_id": f"m {other}", "entity_id": company, "basis": "alone"})
    for number, (on, seller, buyer, code, usd, kg, pieces, text) in enumerate(SHIPPED):
        row = {"on": on, "usd": usd, "kg": kg, "pieces": pieces, "text": text}
        case.ship(f"s{number:02d}", row, (seller, buyer, code))
    case.add("links", {"link_id": "l0", "kind": "acts_for", "left_id": TRANSIT, "right_id": RAIL, "cited": "s11"})
    _calendar(case)
    _lists(case)
    for day in ("2024-01-01", "2024-07-15"):
        _registry(case, day)
    for number, (part, maker, country, weapon) in enumerate(PARTS):
        row = {"component_id": f"p{number}", "external_id": f"p{number}", "name_marking": part, "manufacturer": maker}
        case.add("components", {**row, "manufacturer_country": country, "found_in": weapon})
    return case


_TABLES = (
    "shipments", "shipment_parties", "legs", "links", "statements", "components", "entities", "mentions", "entity_mentions", "hs_codes",
    "mention_identifiers", "listed_matches", "possible_matches", "coverage", "exchange_rates", "snapshots", "designations", "judgements",
)  # fmt: skip


def _calendar(case: CheckCases) -> None:
    full = dict.fromkeys(("consignor_share", "consignee_share", "hs_share", "net_mass_share", "value_share"), 1.0)
    for direction in ("import", "export"):
        for month in MONTHS:
            place = {"source_id": "customs/invented", "reporter": "KZ", "direction": direction, "month": month}
            case.add("coverage", {**place, "status": "complete", "goods_scope": None, **full})


def _lists(case: CheckCases) -> None:
    for number, (list_id, authority, company, since) in enumerate(LISTS):
        case.add("snapshots", {"snapshot_id": list_id, "as_of": dt.date(2024, 7, 15), "file_name": f"{list_id}.csv"})
        subject = f"listed {number}"
        entry = {"designation_id": f"d{number}", "subject_id": subject, "snapshot_id": list_id, "list_id": list_id}
        case.add("designations", {**entry, "measure": "asset_freeze", "authority": authority, "started_on": since})
        case.add("listed_matches", {"entity_id": company, "subject_id": subject, "list_id": list_id, "grade": "confirmed"})


def _registry(case: CheckCases, day: str) -> None:
    snapshot = f"registry {day}"
    case.add("snapshots", {"snapshot_id": snapshot, "as_of": dt.date.fromisoformat(day), "file_name": f"{snapshot}.json"})

    def state(subject: str, prop: str, value: str, **more: Any) -> None:
        name = f"{prop} {subject} {value} {day}"
        case.add(
            "statements",
            {"statement_id": name, "subject_id": f"r {subject}", "snapshot_id": snapshot, "list_id": "registry", "prop": prop,
             "value": value, **more},
        )  # fmt: skip

    for name in sorted({one for left, _, right in TIES for one in (left, right)} | set(SEATS)):
        state(name, "name", name)
    for left, kind, right in TIES:
        state(left, "link", f"r {right}", scheme=kind, object_id=f"r {right}")
    for company, country in SEATS.items():
        state(company, "country", country)


@dataclass(frozen=True)
class Told:
    """One sentence and what it must come to. `template` None: nothing may be typed, so nothing may be decided."""

    name: str
    language: str
    group: str
    template: str | None
    verdict: str
    sentence: str


def told_sentences(held: Mapping[str, Mapping[str, Sequence[Sequence[str]]]]) -> list[Told]:
    """Return the sentences of a file of cases: language, group, lines of template ('-' for none), verdict, sentence."""
    return [
        Told(f"{language}-{group}-{number:02d}", language, group, None if template == "-" else template, verdict, sentence)
        for language, groups in held.items()
        for group, lines in groups.items()
        for number, (template, verdict, sentence) in enumerate(lines, start=1)
    ]


def add_articles(case: CheckCases, sentences: Iterable[Told]) -> None:
    """Add one article for each sentence, named as the sentence is."""
    case.tables.setdefault("articles", [])
    for one in sentences:
        text = f"{one.sentence}\n"
        case.add("snapshots", {"snapshot_id": one.name, "file_name": one.name})
        case.add(
            "articles",
            {"article_id": hash_of([one.name, text]), "snapshot_id": one.name, "text": text, "text_offset": 0, "language": one.language,
             "published_on": PUBLISHED},
        )  # fmt: skip


@dataclass(frozen=True)
class Came:
    """What the claims of one sentence came to: the templates asked with their verdicts and reasons; those not typed have no template."""

    template: str | None
    verdict: str
    reason: str
    explanation: str


def went_wrong(told: Told, came: Sequence[Came]) -> str | None:
    """Return what is wrong about a sentence's verdicts; None when all is as it must be.

    Any claim of the sentence that rows decide counts, wanted or not.
    """
    decided = [one for one in came if one.verdict != "not_decidable"]
    typed = [one for one in came if one.template is not None]
    if any(one.verdict != told.verdict or one.template != told.template for one in decided):
        return "decided wrongly"
    if told.verdict != "not_decidable" and not decided:
        return "typed, not decided" if typed else "not typed"
    if told.template is None and typed:
        return "typed, must not be"
    return "not typed" if told.template is not None and not typed else None


def score_told(sentences: Sequence[Told], came: Mapping[str, Sequence[Came]]) -> tuple[Measure, ...]:
    """Return typed share, accuracy and the wrong decisions over the sentences; `came` by the sentence's name."""
    must = [one for one in sentences if one.template is not None]
    typed = sum(any(done.template == one.template for done in came.get(one.name, ())) for one in must)
    words = {one.name: {done.verdict for done in came.get(one.name, ())} - {"not_decidable"} or {"not_decidable"} for one in sentences}
    right = sum(words[one.name] == {one.verdict} for one in sentences)
    near = [one for one in sentences if one.template is None]
    untyped = sum(all(done.template is None for done in came.get(one.name, ())) for one in near)
    wrong = {
        word: sum(word in words[one.name] and one.verdict != word for one in sentences)
        for word in ("supported", "partly_supported", "contradicted")
    }
    return (
        share("told_typed", typed, len(must), "Of the sentences that a template covers, the share typed as that template."),
        share("told_left_alone", untyped, len(near), "Of the sentences that no template covers, the share left untyped."),
        share("told_accuracy", right, len(sentences), "Of all sentences, the share with the right verdict."),
        *[Measure(f"told_wrong_{word}", float(count), len(sentences), f"Sentences wrongly {word}.") for word, count in wrong.items()],
    )
