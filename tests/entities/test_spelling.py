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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kestronas Energy Trading", "Kestronix Energy Trading"),  # two letters wrong in one brand
        ("Padvymtech Industries", "Privymtech Industries"),  # what stands before a shared ending
        ("Vymyslot Electronics", "Vymel"),  # beginnings of a brand are not the brand
        ("Karvo Service", "Cargo Service"),  # the only brand of a name is no word of trade mistyped
        ("Air Vymyslov Industries", "Air Kovyo Vymyslov"),  # near to a translation of a word, and to nothing that is printed
        ("Kestrel Freight Vymoovers", "KV Osprey Kestrel"),  # two first letters
        ("Ocean Solution", "Marine Solution"),  # two words of trade, one met by what it means
        ("Plaza Hotel Tower Group", "Plaza Hotel Vymysl"),
    ],
)
def test_what_is_nearly_alike_is_another_brand(left: str, right: str) -> None:
    """Names of companies on no list and of listed ones are as near to each other by chance: they are no match."""
    assert compare(left, right).probability < 0.5


@pytest.mark.parametrize(
    ("left", "right", "most"),
    [
        ("Vymu Distribution", "Vymus Distribution", 0.8),  # a last s is no plural of a brand
        ("Vymtex Trade", "Pymtex Trade", 0.8),  # another first letter
        ("Vymanti Global", "Vymantika Global", 0.8),  # an ending that only Russian would give
        ("Oslo Plaza Hotel", "Plaza Hotel", 0.6),  # a common word, and a place more
        ("United Sea", "United Ocean", 0.65),  # two words of English, and no translator between them
        ("JM Machinery", "JYM Machinery", 0.8),  # first letters
    ],
)
def test_what_may_be_another_brand_is_hardly_likely(left: str, right: str, most: float) -> None:
    """Such pairs are worth a question, and no more than that."""
    assert compare(left, right).probability < most


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sanbjerivym Chimija", "Zanberivym Khimiya"),  # two systems of romanisation
        ("Kestronas Energy Trading", "Kestrnoas Energy Trading"),  # two letters swapped
        ("Kogivymel Suppcy Chain", "Kogivymel Supply Chain"),  # a word of trade mistyped beside a brand
        ("Vymysltehprom", "Vymysl Tehnika Promyshlennost"),  # beginnings of words, the brand whole
    ],
)
def test_one_slip_and_another_spelling_stay_one(left: str, right: str) -> None:
    """What clerks and systems of romanisation do to a name makes no other name."""
    assert compare(left, right).probability > 0.5
