"""What a page without the usual tags states about its outlet, headline and day; every name is invented."""

from __future__ import annotations

import pytest
from lxml import html

from enduse.sources.press.article.publisher import stated_by

LINKED = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "publisher": {"name": "Sample Wire"}, "datePublished": "2024-03-02"}</script>'
)


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        ("<title>Plant buys lathes | The Sample Courier</title><h1>Plant buys lathes</h1>", "The Sample Courier"),
        ("<title>Lathes - Sample Courier</title><header>Sample Courier</header><h1>Plant buys lathes</h1>", "Sample Courier"),
        ("<title>Plant buys lathes | World News</title><h1>Plant buys lathes</h1>", None),
        ("<title>Lathes - Sample Courier</title><h1>Plant buys lathes</h1>", None),
        ("<title>Plant buys lathes</title><footer><p>© 2024 The Sample Courier. All rights reserved.</p></footer>", "The Sample Courier"),
        ("<title>Plant buys lathes</title><footer><p>Copyright 2024 Sample Media Ltd</p></footer>", None),
        (f"<head>{LINKED}</head><p>x</p>", "Sample Wire"),
    ],
)
def test_an_outlet_is_what_the_page_says_and_nothing_else(page: str, outlet: str | None) -> None:
    """Linked data, the end of the title over the headline, the copyright line; a section or a company is no outlet."""
    assert stated_by(html.document_fromstring(page)).get("outlet") == outlet


def test_linked_data_states_the_day() -> None:
    """The day of publication stands in linked data; broken data states nothing."""
    assert stated_by(html.document_fromstring(f"<head>{LINKED}</head><p>x</p>"))["published_on"] == "2024-03-02"
    assert stated_by(html.document_fromstring('<script type="application/ld+json">{"@type":</script><p>x</p>')) == {}
