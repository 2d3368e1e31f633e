"""The demo case has the shape it promises."""

from __future__ import annotations

from enduse.worlds import World

from .conftest import rows_of, truth_of


def test_five_listed_importers_of_which_two_are_one(demo: World) -> None:
    """Five names are followed; the truth knows four firms, and one spelling prints no tax number."""
    truth = truth_of(demo)
    users = [one for one in truth["entities"] if one["names"][0]["text"] in truth["case"]["end_users"]]
    assert len(truth["case"]["end_users"]) == len(users) == 5
    assert len({one["true"] for one in users}) == truth["expected"]["importers"]["true"] == 4
    unnumbered = [one for one in users if not one["ids"]]
    assert [one["names"][0]["text"] for one in unnumbered] == ['ООО "PEKLUN ELEKTRONIK"']
    printed = {row["IMPORTER_CODE"] for row in rows_of(demo, "ru_imports") if "ELEKTRONIK" in row["IMPORTER_NAME"]}
    assert printed == {"NULL"}


def test_97_chinese_suppliers(demo: World) -> None:
    """97 Chinese consignors ship directly to the five, beside a few of other countries."""
    (suppliers,) = truth_of(demo)["suppliers"]
    assert suppliers["by_country"]["CN"] == 97
    assert 97 < suppliers["count"] < 105


def test_the_maker_s_goods_add_up(demo: World) -> None:
    """Direct, through two hubs, and what the records lose add up to what the maker sold."""
    maker = truth_of(demo)["expected"]["maker"]
    assert maker["supplied"]["usd"] == 1_620_000
    assert maker["direct"]["kg"] + sum(one["kg"] for one in maker["via_kg"]) == maker["reached_kg"]
    assert maker["bounds_kg"]["at_least"] <= maker["reached_kg"] <= maker["bounds_kg"]["at_most"] < maker["supplied"]["kg"]


def test_three_articles_repeat_one_source(demo: World) -> None:
    """Three articles share one origin; the fourth rests on records, the fifth is a denial."""
    articles: dict[str, set[str]] = {}
    for claim in truth_of(demo)["claims"].values():
        articles.setdefault(claim["origin"], set()).add(claim["article"])
    assert sorted(len(files) for files in articles.values()) == [1, 1, 3]
    assert len(articles) == truth_of(demo)["expected"]["origins"]


def test_every_verdict_occurs(demo: World) -> None:
    """The claims of the demo need all four verdicts."""
    verdicts = {claim["verdict"] for claim in truth_of(demo)["claims"].values()}
    assert verdicts == {"supported", "partly_supported", "contradicted", "not_decidable"}


def test_size(demo: World) -> None:
    """The demo stays small enough to run in a minute."""
    assert 20_000 <= sum(demo.rows.values()) <= 40_000
