"""Furniture is labelled, headlines are told from menus, sentences keep their offsets, broken quotation marks survive."""

from __future__ import annotations

import pytest

from enduse.claims.reading.layout import language_of, lay_out
from enduse.claims.reading.sentences import quotations, split

PAGE = """Home » News » Invented plant buys engines

Invented Courier
Invented plant buys Example engines
By Ann Example, Invented Courier
Published: 2 July 2024

Photo: the plant in winter / Example Archive

Example Trading delivered 40 engines to Invented Works in 2023, two officials said.

We use cookies to improve your experience on this site. Accept all

Invented Works denied the report.

Read more: Another plant received 900 helicopters from Example Holding

Related stories
Example Holding shipped 900 helicopters, a minister said on Monday in the capital.
Leave a Comment
This was a bad deal and everybody knows that it was.
Diese Seite ist nicht verfügbar und wird von der Redaktion nicht mehr betreut.
© 2024 Invented Courier. All rights reserved.
"""


def test_only_the_article_itself_is_prose() -> None:
    """Menu, byline, caption, cookie line, teasers, comments and footers are labelled; two sentences are left."""
    page = lay_out(PAGE)
    assert [PAGE[start:end] for start, end in page.blocks()] == [
        "Example Trading delivered 40 engines to Invented Works in 2023, two officials said.",
        "Invented Works denied the report.",
    ]
    assert page.headline is not None
    assert PAGE[slice(*page.headline)] == "Invented plant buys Example engines"
    assert {one.kind for one in page.furniture} >= {"menu", "caption", "cookie", "teaser", "comments", "byline"}


def test_outlet_and_date_are_taken_from_the_page_only_when_it_states_them() -> None:
    """A masthead and a dateline are statements; a citation of a newspaper is none."""
    page = lay_out(PAGE)
    assert (page.outlet, page.published, page.language) == ("Invented Courier", "2024-07-02", "en")
    other = lay_out("A title of three words\n\nThe Invented Courier reported on July 2 that the plant had bought seven engines.\n")
    assert (other.outlet, other.published) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "By using intermediaries in two countries, the company bought the engines it needed.",
        "Related companies were put under sanctions in 2023, the ministry said in a statement.",
        "Comments by three officials suggest that the plant received the engines in 2023.",
        "Topics of the talks included drones, engines and the supply of spare parts.",
    ],
)
def test_prose_that_begins_like_furniture_stays_prose(line: str) -> None:
    """Furniture is known by more than its first word."""
    text = f"A title of the article\n\nThe plant received seven engines in 2023, officials said.\n\n{line}\n"
    assert len(lay_out(text).blocks()) == 2


def test_lines_wrapped_by_hand_are_one_sentence() -> None:
    """A line break inside a sentence does not end it."""
    told = "The plant received seven engines from the Example Trading company\nin the capital in 2023, officials said. It used two."
    text = f"A title of the article\n\n{told}\n"
    page = lay_out(text)
    assert [text[a:b] for a, b in split(text, page.blocks())][1] == "It used two."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. official spoke. He left.", 2),
        ("It cost $3.5 million. Mr. Example paid.", 2),
        ("It confirmed the supply chain.Analysts agree with that.", 2),
        ("Завод получил 5 млн руб. в 2023 г. за дроны. Он молчит.", 2),
        ("工厂收到七架无人机。公司否认。", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: int) -> None:
    """Abbreviations and decimals do not end one; a lost blank does not join two."""
    assert len(split(text, [(0, len(text))])) == sentences


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “we sold it” twice.", ["we sold it"]),
        ("It cannot afford to ”abandon the plant.”", ["abandon the plant."]),
        ('He said "we sold it" twice.', ["we sold it"]),
        ("“We sold nothing, he said. It was late.", ["We sold nothing"]),
        ("Он сказал: «мы ничего не продали».", ["мы ничего не продали"]),
        ("他说：“我们没有出售。”", ["我们没有出售。"]),
    ],
)
def test_quotation_marks_are_paired_by_where_they_stand(text: str, inside: list[str]) -> None:
    """Reversed and lost marks are recovered."""
    assert [text[one.start : one.end] for one in quotations(text, [(0, len(text))])] == inside


def test_language_is_told_by_letters_or_not_at_all() -> None:
    """Too few words tell nothing."""
    assert [language_of(one) for one in ("The plant is in the city", "Завод получил дроны", "工厂收到七架无人机", "OK")] == [
        "en",
        "ru",
        "zh",
        None,
    ]
