"""English words and letters as Russian takes them down by ear."""

from __future__ import annotations

import pytest

from enduse.terms.by_ear import letters_of, spoken
from enduse.terms.sounds import in_latin, sound_of


@pytest.mark.parametrize(("english", "russian"), [("retail", "ретейл"), ("line", "лайн"), ("digital", "диджитал"), ("sky", "скай")])
def test_an_english_word_is_heard(english: str, russian: str) -> None:
    """What Russian writes by ear is among the sounds of the English word."""
    assert sound_of(in_latin(russian)) in spoken(english)


@pytest.mark.parametrize(("russian", "letters"), [("юэсэм", "usm"), ("эрбиэйч", "rbh"), ("айтиси", "itc"), ("вымысел", ""), ("эм", "")])
def test_names_of_letters_are_letters(russian: str, letters: str) -> None:
    """Two to five names of English letters side by side are those letters; any other text is none."""
    assert letters_of(in_latin(russian)) == letters


def test_a_word_that_sounds_as_it_is_spelled_has_no_other_sound() -> None:
    """Most words of names are left alone."""
    assert spoken("vympel") == spoken("ao") == ()
