"""Words that look like a slip of another word, and are words or names of their own."""

from __future__ import annotations

import pytest

from enduse.entities import compare
from enduse.entities.english_words import english_sound
from enduse.entities.meaning import meanings
from enduse.entities.other_words import _listed
from enduse.terms.sounds import sound_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Arslan Vymport Ltd", "Aslan Vymport Ltd"),
        ("Müller Vymport GmbH", "Möller Vymport GmbH"),
        ("Jovanović Vymport d.o.o.", "Jovanov Vymport d.o.o."),
        ("Vymford Cable Ltd", "Vymford Table Ltd"),
    ],
)
def test_two_words_are_two_companies(left: str, right: str) -> None:
    """Two names that people bear, or a trade and another word, are no slip of each other."""
    assert compare(left, right).probability < 0.5


def test_slips_and_spellings_still_agree() -> None:
    """A word that nobody knows is the known one mistyped, and another spelling of a family name is that name."""
    assert compare("Vymford Electronics Ltd", "Vymford Electronisc Ltd").probability > 0.9
    assert compare("Müller Vymport GmbH", "Mueller Vymport GmbH").probability > 0.9


def test_list_holds_no_word_of_trade() -> None:
    """What the lexicon knows, or lists as common English, stands in no line of the other words: a line would do nothing there."""
    once = {word for word in _listed() if not word.endswith("s")}
    assert not {word for word in once if (found := meanings(sound_of(word))) and found[0].kind in ("trade", "place", "body")}
    assert not {word for word in once if english_sound(sound_of(word))}


@pytest.mark.parametrize(("left", "right"), [("Vymford Metal Ltd", "Vymford Medal Ltd"), ("Vymford Lime Ltd", "Vymford Line Ltd")])
def test_a_common_english_word_is_no_slip_either(left: str, right: str) -> None:
    """Real words of trade and of everyday English need no line in the file of other words."""
    assert compare(left, right).probability < 0.5
