"""Manners of handing a statement on, of printing a change, and what a page prints beside its article; names and numbers are invented."""

from __future__ import annotations

import time

import pytest

from enduse.claims.extracted import ArticleClaims
from enduse.claims.reading import read_text


def _read(text: str) -> ArticleClaims:
    return read_text("made.txt", text)


@pytest.mark.parametrize(
    ("sentence", "roots"),
    [
        (
            "Citing Anna Example, head of the Sample Institute, the Invented Courier wrote that the plant had bought engines.",
            ["Anna Example"],
        ),
        (
            "The Invented Courier, citing a report by the Sample Wire that quoted two officials, said the plant had bought engines.",
            ["The Invented Courier", "the Sample Wire", "two officials"],
        ),
        ("Anna Example, its accountant, was certain: the engines had gone abroad.", ["Anna Example"]),
        ("He said ”we have never sold engines.”", ["He"]),
        ("“We have sold nothing, Anna Example said. The plant stood empty.", ["Anna Example"]),
        ("The Sample Ministry said it had stopped the sale and that the engines were kept.", ["Sample Ministry"]),
    ],
)
def test_who_says_it_is_read_as_deep_as_it_is_cited(sentence: str, roots: list[str]) -> None:
    """Nested citations, a speaker sure of something, a pronoun nobody explains and a mark nobody closed: the publisher is not the root."""
    claim = _read(sentence + "\n").claims[0]
    assert [node.name for node in claim.chain][-len(roots) :] == roots


def test_two_clauses_said_by_one_are_two_claims() -> None:
    """A second that-clause is a second claim."""
    quotes = [one.quote for one in _read("The ministry said it had stopped the sale and that the engines were kept in a store.\n").claims]
    assert quotes == ["it had stopped the sale", "the engines were kept in a store"]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Exports rose from 3 to 8 million euros.", [(3e6, None, "EUR"), (8e6, None, "EUR")]),
        ("The plant paid Example Trading $2 million.", [(2e6, None, "USD")]),
        ("It sold Example Trading LLC 40 tonnes of steel.", [(40, "tonnes", None)]),
        ("It bought a Shahed 136 last year.", []),
        ("The order takes 10 to 15 days.", [(10, "days", None)]),
    ],
)
def test_changes_and_numbers_beside_names(sentence: str, values: list[tuple[float, str | None, str | None]]) -> None:
    """What rose from one number to another are two; a stop belongs to no number; a number after a company is a number."""
    assert [(one.value, one.unit, one.currency) for one in _read(sentence + "\n").view.quantities] == values


def test_an_unnamed_source_is_typed() -> None:
    """Class, affiliation, number, and how they know rather than that they would not be named."""
    text = "Two European intelligence officials who had reviewed the documents and asked not to be named said the plant had engines.\n"
    node = next(one for one in _read(text).claims[0].chain if one.type == "anonymous")
    assert (node.source_class, node.affiliation, node.number, node.access) == (
        "intelligence",
        "European",
        2,
        "who had reviewed the documents",
    )


@pytest.mark.parametrize(
    "line",
    [
        "You have 2 free articles left this month.",
        "Your support makes our journalism possible.",
        "Workers leave the plant in Sample City, March 3, 2024. REUTERS/Ann Example",
        "Bob Example contributed reporting from Sample City.",
        "The full report can be found here.",
        "Please enable JavaScript to view the comments.",
        "Earlier: Example Works fined $3m for shipping chips.",
        "Редакция не несёт ответственности за содержание комментариев.",
        "免责声明：本文仅代表作者个人观点。",
    ],
)
def test_what_a_page_asks_of_its_readers_is_no_claim(line: str) -> None:
    """Notices, credits, teasers and disclaimers that are worded as sentences stay furniture."""
    body = "A plant bought lathes\n\nThe plant bought 14 lathes in 2023, papers show.\n\n{}\n\nThe plant makes parts for the army.\n"
    text = body.format(line)
    begin = text.index(line)
    assert [one.quote for one in _read(text).claims if one.start < begin + len(line) and begin < one.end] == []


@pytest.mark.parametrize("word", ["A", '"', "said ", "Example Trading ", "rose from 1 to ", "citing X, quoting Y, ", "1,", ", which was"])
def test_hostile_repetition_takes_no_more_than_its_share(word: str) -> None:
    """Twice as much of one word takes about twice the time: no pattern runs back and forth."""
    spent = []
    for size in (4_000, 16_000):
        began = time.process_time()
        _read(word * (size // len(word)))
        spent.append(time.process_time() - began)
    assert spent[1] < max(9 * spent[0], 0.6)
