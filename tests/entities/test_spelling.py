"""Short brands that are nearly alike: which are one mistyped, and which are two."""

from __future__ import annotations

import pytest

from enduse.entities import analyse, compare
from enduse.entities.shortening import mistyped, syllables


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
        ("Vamorik Trading LLC", "Vimerek Trading LLC"),  # every vowel is another
        ("OV Agro Products LLP", "Производственно-аграрное объединение «Вымысел»"),  # first letters, one of them a general word's
        ("Kbeacon Trading", "Beacon Trading"),  # a known word, and no slip at its beginning
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
        ("Vymtexal Shipping", "Bymtexal Shipping", 0.95),  # another first letter of eight
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
        ("Vamorik Trading LLC", "Vimorek Trading LLC"),  # two vowels of three
        ("УК «Вымысел»", "MC Vymysel"),  # first letters of general words beside the brand
    ],
)
def test_one_slip_and_another_spelling_stay_one(left: str, right: str) -> None:
    """What clerks and systems of romanisation do to a name makes no other name."""
    assert compare(left, right).probability > 0.5


def test_an_ending_and_a_slip_make_no_other_word() -> None:
    """A brand is not a known word with a letter wrong because it would be one without its ending."""
    savannah, swan, beacon, beacorn = (analyse(name).words[0] for name in ("Savannah", "Swan", "Beacon", "Beacorn"))
    assert not mistyped(savannah, swan)
    assert mistyped(beacorn, beacon)


def test_syllables_of_one_script_keep_their_first_letter() -> None:
    """Who writes beginnings of words together writes them as they stand."""
    joined, words = analyse("Kubavymysl").words[0], list(analyse("Quality Bag Vymysl").words)
    assert syllables(joined, words, one_script=False) == words
    assert not syllables(joined, words, one_script=True)
