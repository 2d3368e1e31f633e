"""In which order answers of one score are told."""

from __future__ import annotations

import pytest

from enduse.entities import match


def test_an_answer_by_sound_stands_before_one_by_meaning() -> None:
    """Телеком is Telekom before it is Svyaz, which means the same; both have one score."""
    first, second = match(["ООО Вымысел Телеком"], ["Vymysel Svyaz LLC", "Vymysel Telekom LLC"])
    assert (first.name, second.name, first.score) == ("Vymysel Telekom LLC", "Vymysel Svyaz LLC", second.score)


def test_the_legal_form_comes_first() -> None:
    """An answer of another legal form stands behind one by meaning."""
    first, second = match(["ООО Вымысел Телеком"], ["Vymysel Telekom JSC", "Vymysel Svyaz LLC"])
    assert (first.name, second.name) == ("Vymysel Svyaz LLC", "Vymysel Telekom JSC")


def test_what_leaves_nothing_over_comes_first() -> None:
    """Vymysel Holding is another company more often than Vymysel is; general words take nothing off the score."""
    first, second = match(["ПАО «Вымысел Телеком»"], ["Vymysel Telekom Holding PJSC", "Vymysel Telekom PJSC"])
    assert (first.name, second.name, first.score) == ("Vymysel Telekom PJSC", "Vymysel Telekom Holding PJSC", second.score)


def test_no_form_answers_no_form() -> None:
    """A name that states no form stands before one with a form where none is asked for, and before one of another form."""
    pool = ["Vymysel Telekom JSC", "Vymysel Telekom"]
    assert [hit.name for hit in match(["Вымысел Телеком"], pool)] == ["Vymysel Telekom", "Vymysel Telekom JSC"]
    assert [hit.name for hit in match(["ООО Вымысел Телеком"], pool)] == ["Vymysel Telekom", "Vymysel Telekom JSC"]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("ОАО «Вымысел»", "OJSC Vymysel"),
        ("«Вымысел», ОАО", "Vymysel OJSC"),
        ("Открытое акционерное общество «Вымысел»", "Open Joint Stock Company Vymysel"),
    ],
)
def test_the_form_printed_as_in_the_question_comes_first(asked: str, first: str) -> None:
    """Of namesakes the one whose form stands in the same place, and is in full or in short as the question's, is named first."""
    assert match([asked], ["Vymysel OJSC", "Open Joint Stock Company Vymysel", "OJSC Vymysel"])[0].name == first


def test_letters_decide_last() -> None:
    """Vymysel is spelled so before it is Wymysel; both sound the same."""
    hits = match(["АО «Вымысел Узор»"], ["JSC Wymysel Uzor", "JSC Vymysel Uzor"])
    assert [hit.name for hit in hits] == ["JSC Vymysel Uzor", "JSC Wymysel Uzor"]


def test_a_form_that_says_no_more_comes_first() -> None:
    """Asked for a joint-stock company, one that does not say whether it is open stands before an open one."""
    assert [hit.name for hit in match(["АО «Вымысел»"], ["OJSC Vymysel", "Vymysel JSC"])] == ["Vymysel JSC", "OJSC Vymysel"]
