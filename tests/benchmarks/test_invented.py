"""Invented companies and the dirt on their names."""

from __future__ import annotations

import random

from stdnum.cn import uscc
from stdnum.ru import inn

from names.dirty_pairs import pairs
from names.invented import company, dirty, printed, sister, soiled, world
from names.resolving import records


def test_the_same_seed_gives_the_same_world() -> None:
    """Company and dirt follow from seed and number alone."""
    assert company(7, "s") == company(7, "s")
    assert dirty(company(7, "s"), random.Random(1)) == dirty(company(7, "s"), random.Random(1))
    assert company(7, "s") != company(7, "t")


def test_numbers_hold_their_check_digits() -> None:
    """Tax numbers of Russian and Chinese companies are valid in form."""
    own = [one for one in world(300, "s") if one.has_own_script]
    assert own
    assert all((uscc if one.country == "CN" else inn).is_valid(one.tax_id) for one in own)


def test_a_sister_shares_the_brand_and_is_another_company() -> None:
    """Sisters differ in city, number or line of business, and in their tax number."""
    for number in range(200):
        one = company(number, "s")
        other = sister(one, "s")
        assert one.tax_id != other.tax_id
        assert (one.city, one.ordinal, one.trade) != (other.city, other.ordinal, other.trade)
        assert one.brand == other.brand or one.city != other.city


def test_a_chinese_company_is_printed_by_sound_and_by_meaning() -> None:
    """The same brand stands in Han, in pinyin and translated."""
    one = next(one for one in world(50, "s") if one.country == "CN")
    rng = random.Random(2)
    assert one.brand in printed(one, "own", rng)
    assert one.sound.capitalize() in printed(one, "sound", rng)
    assert one.meaning in printed(one, "meaning", rng)


def test_soiling_keeps_the_script() -> None:
    """A real printed name is changed but not translated or transliterated."""
    changed = {soiled("Example Kestrel Trading Co Ltd", random.Random(seed)) for seed in range(40)}
    assert len(changed) > 12
    assert all(name.isascii() for name in changed)


def test_pairs_that_read_alike_are_not_called_different() -> None:
    """A pair of two companies never prints one name twice, and half of the pairs are one company."""
    made = pairs(400)
    assert all(pair.kind == "same" or pair.left != pair.right for pair in made)
    assert sum(pair.kind == "same" for pair in made) == 200


def test_records_know_their_company() -> None:
    """As many records as asked for, of far fewer companies, with numbers and addresses missing on some."""
    made = list(records(1000))
    assert len(made) == 1000
    assert len({one["truth"] for one in made}) < 500
    assert 0 < sum(one["tax_id"] is None for one in made) < 1000
