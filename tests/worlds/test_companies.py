"""Invented companies and their printed names."""

from __future__ import annotations

import numpy as np

from enduse.worlds.companies import EASY, Maker, Names
from enduse.worlds.words import SIGNS, SYLLABLES, latin


def test_no_two_companies_share_a_printed_name() -> None:
    """Names tell 3,000 companies apart, in every script and variant."""
    maker = Maker(1)
    for number in range(3_000):
        maker.make(("CN", "RU", "KZ", "US", "TR")[number % 5])
    texts = [name.text for company in maker.companies for name in company.names]
    assert len(texts) == len(set(texts))


def test_variants_of_every_kind() -> None:
    """A Russian company is printed in two scripts, mistyped, transliterated, translated and with look-alike letters."""
    company = Maker(1).make("RU")
    assert {"clean", "case", "typo", "homoglyph", "translated", "transliterated", "form_back", "address"} <= {
        one.kind for one in company.names
    }
    assert {one.style for one in company.names} == {"latin", "cyrillic"}
    assert company.cells[0].startswith(f"{company.inn} ")


def test_chinese_names_go_by_sound_or_by_meaning() -> None:
    """The translated name of a Chinese company uses the other of the two ways."""
    company = Maker(1).make("CN")
    brand = company.name("han")[2:5]
    sound = "".join(one[1] for sign in brand for one in SIGNS if one[0] == sign)
    meaning = " ".join(one[2] for sign in brand for one in SIGNS if one[0] == sign)
    translated = next(one.text for one in company.names if one.kind == "translated")
    assert {sound in company.name(), sound in translated} == {True, False}
    assert {meaning in company.name(), meaning in translated} == {True, False}


def test_brands_are_made_of_the_fixed_parts() -> None:
    """Latin and Cyrillic syllables say the same."""
    assert all(latin(cyrillic) == roman for roman, cyrillic in SYLLABLES)
    assert len({one[0] for one in SYLLABLES}) == len(SYLLABLES)
    assert len({one[1] for one in SIGNS}) == len(SIGNS)


def test_low_draws_pick_clean_names_and_high_ones_dirty_names() -> None:
    """The draw decides how dirty a name is printed."""
    maker = Maker(2)
    company = maker.make("RU")
    names = Names(maker.companies, dirty_share=0.2)
    kinds = {one.text: one.kind for one in company.names if one.style == "cyrillic"}
    picked = [kinds[names.pool[place]] for place in names.pick("cyrillic", np.zeros(3, np.int64), np.array([0.1, 0.7, 0.99]))]
    assert picked[0] == "clean"
    assert picked[1] in EASY
    assert picked[2] not in EASY
