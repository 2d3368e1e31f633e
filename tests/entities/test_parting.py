"""Several names printed as one."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from enduse.entities.parting import known_as, names_in
from enduse.entities.reading import readings
from enduse.terms.further_names import MAY_HOLD, PIECES

WORDS = (
    "a/k/a", "a.k.a.", "AKA", "f/k/a", "fka", "n.k.a.", "now known as", "also known as", "better known as", "formerly known as",
    "formerly listed as", "formerly", "previously:", "former name:", "old name", "t/a", "trading as", "d/b/a", "DBA", "doing business as",
    "прежнее наименование", "старое название:", "бывшее название", "бывш.", "Бывший", "ранее", "прежде", "известный как",
)  # fmt: skip
BRACKETS = ("(ex ", "( ex-", "[экс-", "(prev. ", "(former ", "(до 2019 г. ", "(до 01.02.2019: ")


@pytest.mark.parametrize(
    "print_", [f"Kestrel Works {one} Sample Works" for one in WORDS] + [f"Kestrel Works {one}Sample Works)" for one in BRACKETS]
)
def test_every_mark_is_seen_by_each_way_of_looking(print_: str) -> None:
    """A name that is parted holds a piece of a mark, and Python and Arrow see that it may hold one."""
    assert known_as(print_) == ("Kestrel Works", "Sample Works")
    assert any(piece in print_.casefold() for piece in PIECES)
    assert re.search(MAY_HOLD, print_)
    assert pc.match_substring_regex(pa.array([print_]), MAY_HOLD).to_pylist() == [True]


def test_initials_before_a_name_are_a_name() -> None:
    """Initials and what they stand for are two names of one company; other dashes part nothing."""
    assert [one.key for one in readings("ВЗП - Вымышленный завод приборов")] == ["priborov vymyshlennyy zavod", "vzp"]
    assert names_in("Sample Works - Moscow") == ()


def test_a_branch_has_a_name_of_its_own() -> None:
    """The name of a branch stands first, the whole print behind it."""
    parted = names_in("Филиал «Вымышленный Завод» – Акционерное Общество «Центр «Образец»")
    assert parted[0] == "Вымышленный Завод"
    assert len(parted) == 2


def test_a_name_is_parted_where_it_says_so_in_every_way() -> None:
    """'Old name', and a bracket with a space in it, part a name wherever several names of one print are asked for."""
    for print_ in ("Kestrel Works (old name: Sample Works)", "Kestrel Works ( ex Sample Works)"):
        assert names_in(print_) == known_as(print_) == ("Kestrel Works", "Sample Works")


def test_words_that_companies_bear_part_no_name() -> None:
    """Initials printed apart, and the word alias, stand in a company's own name."""
    assert known_as("Invented A. K. A. Works") == ("Invented A. K. A. Works",)
    assert known_as("Kestrel Alias Works") == ("Kestrel Alias Works",)
