"""Legal forms that a field cut off."""

from __future__ import annotations

import pytest

from enduse.terms.cut_forms import begins_form, completed
from enduse.terms.legal_forms import without_forms


@pytest.mark.parametrize("cut", ["limited liability comp", "joint stock c", "aktieng", "sociedad limi", "ltd st", "sdn b", "pte l"])
def test_a_cut_form_is_completed_to_one_that_is_known(cut: str) -> None:
    """What is completed is taken for a legal form: nothing but the name is left."""
    assert without_forms(completed(["kestrel", *cut.split()])).tokens == ("kestrel",)


@pytest.mark.parametrize("piece", ["li", "anonim", "limitad", "obshch", "companie"])
def test_a_piece_of_a_long_word_of_a_form_says_nothing(piece: str) -> None:
    """The words are those of the forms that are completed, and a few that no piece completes."""
    assert begins_form(piece)


@pytest.mark.parametrize("piece", ["pt", "sd", "stoc", "joint"])
def test_a_piece_of_a_short_word_of_a_form_may_be_a_word_of_the_name(piece: str) -> None:
    """PT and SD are initials as often, Stock and Joint words of trade."""
    assert not begins_form(piece)


def test_a_word_that_others_begin_like_is_not_completed() -> None:
    """'Societ' may be Society: it is left as it is printed."""
    assert completed(["kestrel", "societ"]) == ["kestrel", "societ"]
