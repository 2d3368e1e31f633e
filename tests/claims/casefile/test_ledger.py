"""The articles of a case as tables: what is kept is what was read, again and again the same."""

from __future__ import annotations

from dataclasses import replace

from enduse.claims import attribute
from enduse.claims.casefile import load
from enduse.claims.casefile.attributing import read_case
from enduse.claims.casefile.names_known import CaseNames
from enduse.model.published import TABLES as LEDGER
from enduse.store import StageRun
from tests.claims.casefile.cases import SENT, add, article, with_articles

OFFICIAL = "Engines reached the plant in 2023, two officials told the Sample Daily Wire on condition of anonymity."
DENIED = '"We never delivered engines," a spokesperson for Invented Kestrel Works said. "At least 40 of 100 engines failed."'


def test_what_is_loaded_is_what_was_read(desk: StageRun) -> None:
    """Claims, speakers, numbers, dates, names and relations come back from the tables as they were."""
    with_articles(desk, article(f"{SENT}\n\n{OFFICIAL}\n\n{DENIED}", published_on="2024-07-02"))
    read, kept = read_case(desk, CaseNames(desk)), load(desk)
    assert [one.claims for one in kept.articles] == [one.claims for one in read.articles]
    assert [one.view.furniture for one in kept.articles] == [one.view.furniture for one in read.articles]
    assert replace(kept.lineage, origins=()) == replace(read.lineage, origins=())
    assert kept.lineage.origins == tuple(sorted(read.lineage.origins, key=lambda one: one.id))
    assert kept.article_ids == read.article_ids


def test_every_quote_is_verbatim_and_none_is_furniture(desk: StageRun) -> None:
    """The offsets cut the quote out of the stored text; a cookie line is claimed from by nobody."""
    with_articles(desk, article(f"{SENT}\n\nWe use cookies to improve your experience. Accept all cookies\n\n{OFFICIAL}"))
    text = desk.read("articles")["text"].to_pylist()[0]
    rows = desk.read("extracted_claims").to_pylist()
    assert rows
    assert all(text[row["quote_start"] : row["quote_end"]] == row["quote"] for row in rows)
    furniture = [(row["span_start"], row["span_end"]) for row in desk.read("article_furniture").to_pylist()]
    assert not [
        row for row in rows if not row["headline"] for start, end in furniture if start < row["quote_end"] and row["quote_start"] < end
    ]


def test_the_order_of_articles_changes_nothing(desk: StageRun) -> None:
    """Two runs on the same articles, added in another order, write the same rows."""
    articles = [article(SENT, "a.txt", outlet="Sample Wire"), article(OFFICIAL, "b.txt", outlet="Nowhere Herald")]
    with_articles(desk, *articles)
    first = {table.name: desk.read(table.name).to_pylist() for table in LEDGER if table.name != "grades"}
    add(desk, *reversed(articles))
    attribute(desk)
    assert {name: desk.read(name).to_pylist() for name in first} == first


def test_a_text_printed_by_two_outlets_is_two_publications(desk: StageRun) -> None:
    """Each copy has claims of its own; they share their origin, and the copy published first keeps the ids of the text."""
    copies = [
        article(OFFICIAL, "a.txt", outlet="Nowhere Herald", published_on="2024-07-03"),
        article(OFFICIAL, "b.txt", outlet="Sample Daily Wire", published_on="2024-07-02"),
    ]
    with_articles(desk, *copies)
    rows = desk.read("extracted_claims").to_pylist()
    assert len({row["claim_id"] for row in rows}) == len(rows)
    assert len({row["article_id"] for row in rows}) == 2
    assert len({row["origin_id"] for row in rows}) == 1


def test_without_articles_the_tables_are_empty(desk: StageRun) -> None:
    """A case of rows alone has an empty ledger."""
    with_articles(desk)
    assert [desk.read(table.name).num_rows for table in LEDGER] == [0] * len(LEDGER)
