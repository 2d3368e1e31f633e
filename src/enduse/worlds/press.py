"""Articles and the ledger of their claims: invented outlets, invented sources, and the verdict each claim must get."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from enduse.worlds.companies import Company
from enduse.worlds.demo import Cast
from enduse.worlds.families import CHIP, COOLER, COOLER_PART, ENGINE
from enduse.worlds.watchlists import AUTHORITY

Speaker = tuple[str, str]
"""(type, name) of one node of a chain."""
OFFICIAL: Speaker = ("anonymous", "an official of an invented agency")
RECORDS: Speaker = ("dataset", "invented trade records")


@dataclass
class Told:
    """One claim as an article tells it: `quote` stands in the article, `verdict` is what the rows must give."""

    quote: str
    says: dict[str, Any]
    verdict: str
    chain: tuple[Speaker, ...]
    origin: str
    stance: str = "asserted"


@dataclass
class Article:
    """One article: its paragraphs hold every quote word for word."""

    file: str
    outlet: str
    title: str
    published_on: str
    paragraphs: list[str]
    claims: list[Told] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text below the heading."""
        return "\n\n".join([f"INVENTED ARTICLE: {self.title}", *self.paragraphs]) + "\n"

    def tell(
        self, quote: str, says: dict[str, Any], verdict: str, chain: tuple[Speaker, ...], origin: str, stance: str = "asserted"
    ) -> None:
        """Add a claim; a quote that no paragraph holds becomes a paragraph of its own."""
        if not any(quote in one for one in self.paragraphs):
            self.paragraphs.append(quote)
        self.claims.append(Told(quote, says, verdict, (("outlet", self.outlet), *chain), origin, stance))


def write(folder: Path, articles: list[Article]) -> dict[str, dict[str, str]]:
    """Write the articles and claims.yml; return {claim id: {verdict, origin, article}}."""
    ledger: list[dict[str, Any]] = []
    truth: dict[str, dict[str, str]] = {}
    for article in articles:
        heading = {"outlet": article.outlet, "title": article.title, "published_on": article.published_on, "language": "en"}
        front = yaml.safe_dump(heading, sort_keys=False, allow_unicode=True)
        (folder / article.file).write_text(f"---\n{front}---\n{article.text}", encoding="utf-8")
        for number, told in enumerate(article.claims, 1):
            name = f"{Path(article.file).stem}-{number}"
            chain = [{"type": kind, "name": who} for kind, who in told.chain]
            ledger.append(
                {
                    "id": name, "article": article.file, "outlet": article.outlet, "chain": chain, "origin": told.origin,
                    "stance": told.stance, "quote": told.quote, "says": told.says,
                }
            )  # fmt: skip
            truth[name] = {"verdict": told.verdict, "origin": told.origin, "article": article.file}
    text = yaml.safe_dump({"claims": ledger}, sort_keys=False, allow_unicode=True, width=1000)
    (folder / "claims.yml").write_text("# INVENTED: claims of invented articles about invented companies.\n" + text, encoding="utf-8")
    return truth


def of_demo(cast: Cast) -> list[Article]:
    """Return the articles of the demo case: one from records, three that repeat one official, one denial."""
    return [_investigation(cast), *_repeated(cast), _denial()]


def _investigation(cast: Cast) -> Article:
    article = Article(
        "courier.txt", "The Invented Courier", "Engines, bearings and a refrigerator that flies", "2024-12-10",
        ["The Invented Courier worked through invented trade records of five years.",
         "The records are incomplete, and the companies did not answer questions."],
    )  # fmt: skip
    plant, origin = cast.plant.name("cyrillic"), "courier-records"
    chain = (RECORDS,)
    article.tell(
        "Huanbo Bell Pine Import and Export delivered at least $3.5 million worth of aircraft engines to the Zubrivel Aviation Plant "
        "in the first three months of 2023.",
        _delivered(cast.exporter, plant, ["8411"], 3_500_000, "at_least", "2023-01", "2023-03"), "supported", chain, origin,
    )  # fmt: skip
    article.tell(
        "Xuning Crane Lantern Engine, a maker of engines, sold goods worth more than $1.5 million in 2022 and 2023.",
        {"trade_total": {"supplier": cast.maker.name(), **_dollars(1_500_000, "at_least"), "since": "2022", "until": "2023"}},
        "supported", chain, origin,
    )  # fmt: skip
    article.tell(
        "The maker sent the plant engines and refrigerating equipment worth at least $900,000 in those two years.",
        _delivered(cast.maker, plant, [ENGINE[:4], COOLER[:4]], 900_000, "at_least", "2022", "2023"), "partly_supported", chain, origin,
    )  # fmt: skip
    article.tell(
        "Kongjin Umbrella Tea Technology delivered chips worth at least $800,000 to Mozdru Instrument in the first half of 2024.",
        _delivered(cast.chip_supplier, cast.line.name("cyrillic"), [CHIP[:4]], 800_000, "at_least", "2024-01", "2024-06"), "contradicted",
        chain, origin,
    )  # fmt: skip
    article.tell(
        "In November 2023 alone, Nizhou Shark Paper Trading sent circuit boards worth at least $200,000 to Tamkromet.",
        _delivered(cast.hidden, cast.metrics.name("cyrillic"), ["8534"], 200_000, "at_least", "2023-11", "2023-11"),
        "not_decidable", chain, origin,
    )  # fmt: skip
    article.tell(
        "The plant has been on the list of the Invented Sanctions Office since December 2022.",
        {"listed": {"entity": plant, "authority": AUTHORITY, "as_of": "2023-01-15"}}, "supported", chain, origin,
    )  # fmt: skip
    article.tell(
        "The reporters counted 97 Chinese suppliers.", {"other": "97 Chinese suppliers delivered directly to five importers"},
        "not_decidable", chain, origin,
    )  # fmt: skip
    return article


def _repeated(cast: Cast) -> list[Article]:
    """Three outlets, one official who is not named."""
    articles = [
        Article(
            "wire.txt",
            "Sample Daily Wire",
            "Official: two firms talk about a drone",
            "2024-07-02",
            ["Sample Daily Wire spoke to one official.", "They spent more than $4 million on it, the official said."],
        ),
        Article(
            "observer.txt",
            "Example Observer",
            "Report: firms said to develop a drone",
            "2024-07-03",
            ["Two companies spent $4 million on an attack drone, Sample Daily Wire reported on 2 July 2024, citing the official."],
        ),
        Article(
            "herald.txt",
            "Nowhere Herald",
            "Drone talks, say reports",
            "2024-07-05",
            ["The two companies spent $6 million on the attack drone, according to the Example Observer."],
        ),
    ]
    through: tuple[tuple[Speaker, ...], ...] = (
        (OFFICIAL,),
        (("outlet", "Sample Daily Wire"), OFFICIAL),
        (("outlet", "Example Observer"), ("outlet", "Sample Daily Wire"), OFFICIAL),
    )
    for article, chain in zip(articles, through, strict=True):
        article.tell(
            "Two companies began to develop an attack drone in 2023, the official said.",
            {"other": "two companies began to develop an attack drone in 2023"}, "not_decidable", chain, "official-1",
        )  # fmt: skip
        article.tell(
            "Peklun Electronic received chips from Mengzhen Melon Flute Electronics in 2024, according to the official.",
            _delivered(cast.new, cast.electronic.name("cyrillic"), [CHIP[:4]], None, "exact", "2024", "2024"),
            "supported", chain, "official-1",
        )  # fmt: skip
    return articles


def _denial() -> Article:
    article = Article(
        "denial.txt",
        "Sample Daily Wire",
        "Invented ministry answers",
        "2024-07-09",
        [
            "Peklun Electronic received chips from Mengzhen Melon Flute Electronics in 2024, Sample Daily Wire reported on 2 July 2024.",
            "Mengzhen Melon Flute Electronics denied delivering chips to Peklun Electronic.",
        ],
    )
    article.tell(
        "We strictly control the export of dual-use goods and know of no such project, a spokesperson of the invented ministry said.",
        {"other": "the ministry controls exports of dual-use goods and knows of no such project"}, "not_decidable",
        (("organisation", "an invented ministry"),), "invented-ministry", "denied",
    )  # fmt: skip
    return article


def _delivered(
    supplier: Company, consignee: str, goods: list[str], value: int | None, bound: str, since: str, until: str
) -> dict[str, Any]:
    amount = {} if value is None else _dollars(value, bound)
    return {"delivered": {"supplier": supplier.name(), "consignee": consignee, "goods": goods, **amount, "since": since, "until": until}}


def _dollars(value: int, bound: str) -> dict[str, Any]:
    return {"value": value, "currency": "USD", "bound": bound}


def of_family(end_user: Company, supplier: Company, old: Company, maker: Company) -> list[Article]:
    """Return the articles of a simulated world, about its first family."""
    name, chain = end_user.name("cyrillic"), (RECORDS,)
    article = Article("courier.txt", "The Invented Courier", "Bearings by way of a hub", "2024-12-10", ["An invented investigation."])
    article.tell(
        "The supplier sent at least 200 kg of bearings straight to the plant in January 2023.",
        {"delivered": {"supplier": supplier.name(), "consignee": name, "goods": ["8482"], "quantity": 200, "unit": "kg",
                       "bound": "at_least", "since": "2023-01", "until": "2023-01"}}, "supported", chain, "courier-records",
    )  # fmt: skip
    article.tell(
        "Chips worth at least $500,000 came from the first supplier in the first half of 2024.",
        _delivered(old, name, ["8542"], 500_000, "at_least", "2024-01", "2024-06"), "contradicted", chain, "courier-records",
    )  # fmt: skip
    article.tell(
        "Circuit boards worth at least $90,000 arrived in November 2023.",
        _delivered(supplier, name, ["8534"], 90_000, "at_least", "2023-11", "2023-11"), "not_decidable", chain, "courier-records",
    )  # fmt: skip
    article.tell(
        "The plant has been listed since December 2022.",
        {"listed": {"entity": name, "authority": AUTHORITY, "as_of": "2023-02-01"}}, "supported", chain, "courier-records",
    )  # fmt: skip
    second = Article("wire.txt", "Sample Daily Wire", "Official: engines in refrigerators", "2024-12-12", ["One official spoke."])
    second.tell(
        "Engines travelled as refrigerating equipment in 2023, an official said.",
        _delivered(maker, name, [COOLER, COOLER_PART], None, "exact", "2023-04", "2023-10"), "supported", (OFFICIAL,), "official-1",
    )  # fmt: skip
    return [article, second]
