"""Articles written by hand, about invented companies and hardly any: read and grouped as the command does."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from enduse.claims.extracted import Lineage
from enduse.claims.lineage import group
from enduse.claims.reading import read_paths

ORIGINS = {"drone": 2, "plant": 3, "engine": 2, "customs": 1, "other": 1, "oil": 1, "oil2": 1, "chip": 1, "chip2": 1}
"""Story (the beginning of an article's name) and how many origins it has at most: the report, and answers given on the record."""


@pytest.fixture(scope="module")
def lineage() -> Lineage:
    """Return the lineage of all articles written by hand."""
    articles, unread = read_paths([Path(__file__).parent / "written"])
    assert not unread
    return group(articles)


def main_origins(lineage: Lineage) -> dict[str, str]:
    """Return the origin of most claims of each article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in lineage.origins:
        for article in one.articles:
            votes[article][one.id] += sum(claim in lineage.origin for claim in one.claims)
    return {article: max(found, key=lambda name: (found[name], name)) for article, found in votes.items()}


def story(article: str) -> str:
    """Return the story an article tells."""
    return article.split("-", maxsplit=1)[0]


def test_articles_of_two_stories_never_share_their_origin(lineage: Lineage) -> None:
    """Look-alikes of the same goods, buyers and outlets stay apart."""
    main = main_origins(lineage)
    assert [pair for pair in combinations(sorted(main), 2) if main[pair[0]] == main[pair[1]] and story(pair[0]) != story(pair[1])] == []


def test_retellings_in_other_words_are_one_origin(lineage: Lineage) -> None:
    """Nine retellings in ten are found, with few names or none, sources garbled and numbers changed."""
    main = main_origins(lineage)
    pairs = [pair for pair in combinations(sorted(main), 2) if story(pair[0]) == story(pair[1])]
    assert sum(main[a] == main[b] for a, b in pairs) >= 0.85 * len(pairs)


@pytest.mark.parametrize("name", sorted(ORIGINS))
def test_no_story_has_more_independent_origins_than_it_has_sources(lineage: Lineage, name: str) -> None:
    """The strict count never exceeds the report and the answers on the record."""
    counted = [one for one in lineage.origins if one.independent and {story(article) for article in one.articles} == {name}]
    assert len(counted) <= ORIGINS[name]
