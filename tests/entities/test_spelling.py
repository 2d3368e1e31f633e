"""Short brands that are nearly alike: which are one mistyped, and which are two."""

from __future__ import annotations

import pytest

from enduse.entities import compare


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vikral JSC", "Vokrol LLC"),  # vowels wrong in two places
        ("OOO Yuvitek", "VITC"),  # the consonants alone
        ("TSMVbank", "PJSC Vemrbank"),  # a bank each, and little before it
        ("VTS Global", "VSS"),  # letters that only sound alike
        ("MKV", "MCV"),  # first letters
    ],
)
def test_these_are_two(left: str, right: str) -> None:
    """Short brands that share sounds and not letters are no match, and say so."""
    assert compare(left, right).probability < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Vipol", "Vipaul"), ("OAO Vezprom", "Vesprom JSC"), ("TEV LLC", "OOO TEV"), ("ЦВТ", "TsVT"), ("VEK", "VEC")],
)
def test_these_may_be_one(left: str, right: str) -> None:
    """A vowel written otherwise, a letter of a longer name, another way to write Russian: a match."""
    assert compare(left, right).probability > 0.5
