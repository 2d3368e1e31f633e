"""Whether a word in Latin letters spells a Cyrillic one."""

from __future__ import annotations

import pytest

from enduse.terms.romanising import spells
from enduse.terms.sounds import in_latin


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("schtschokino", "щёкино"), ("szczokino", "щёкино"), ("chtchekino", "щекино"), ("joly", "жолы"), ("cacak", "чачак"),
     ("ouraly", "уралы"), ("zelezara", "железара"), ("sergejew", "сергеев"), ("majak", "маяк"), ("jandex", "яндекс"),
     ("romanoff", "романов"), ("elektrozink", "электроцинк"), ("kuprija", "ќуприја"), ("krylja", "крылья"), ("ischora", "ижора")],
)  # fmt: skip
def test_a_word_is_spelled_in_any_system(latin: str, cyrillic: str) -> None:
    """Germans, Poles, Frenchmen, Kazakhs and Serbs write one letter in their own ways."""
    assert spells(latin, in_latin(cyrillic))


@pytest.mark.parametrize(
    ("latin", "cyrillic"), [("tula", "тува"), ("sigma", "цигма"), ("zigma", "сигма"), ("kors", "курс"), ("rusija", "россия")]
)
def test_another_letter_is_another_word(latin: str, cyrillic: str) -> None:
    """What no system explains is not spelled."""
    assert not spells(latin, in_latin(cyrillic))


def test_first_letters_are_spelled_letter_by_letter() -> None:
    """ЗНТЦ is ZNTC and ГЗК is HZK; but МКС is no MCS, for nobody reads it aloud."""
    assert spells("zntc", in_latin("знтц"))
    assert spells("hzk", in_latin("гзк"))
    assert not spells("mcs", in_latin("мкс"))
