"""The words by which articles are read stand once, and a word of a list counts wherever the list is asked."""

from __future__ import annotations

import re

import pytest

from enduse.claims.extracted import STAGES
from enduse.claims.words import chinese, deeds, english, russian
from enduse.claims.words.across import HEDGES, NEGATIVE, NO_COMMENT, UNAWARE, UNTRUE

DOUBTS = [word for language in (english, russian, chinese) for word in language.DOUBTING.split("|")]


@pytest.mark.parametrize("word", DOUBTS)
def test_every_adverb_of_doubt_is_a_hedge(word: str) -> None:
    """A word that may not be cut off in front of a quote makes the claim uncertain as well."""
    assert HEDGES.fullmatch(word)


def test_the_rungs_are_those_of_the_ladder() -> None:
    """Each stage has its words, in the order of the ladder."""
    assert tuple(one.name for one in deeds.RUNGS) == STAGES


def test_each_deed_is_listed_once() -> None:
    """No class of verbs stands twice, and each has English words."""
    names = [one.name for one in deeds.PREDICATES]
    assert len(names) == len(set(names))
    assert all(one.english for one in (*deeds.RUNGS, *deeds.PREDICATES))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (NEGATIVE, ("it did not", "он никогда", "从未交付")),
        (UNTRUE, ("baseless claims", "это ложь", "纯属谣言")),
        (UNAWARE, ("was not aware", "не располагает", "不知情")),
        (NO_COMMENT, ("declined to comment", "не ответила", "拒绝置评")),
    ],
)
def test_what_is_asked_is_asked_in_three_languages(asked: re.Pattern[str], says: tuple[str, ...]) -> None:
    """Negations, rejections, ignorance and silence are known in English, Russian and Chinese."""
    assert all(asked.search(one) for one in says)
