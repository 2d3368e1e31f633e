"""People whose names lists print near each other: what parts them, and what of a print does not."""

from __future__ import annotations

import pytest

from enduse.entities.person_names import printed_names, read_person
from enduse.terms.hangul import one_syllable
from tests.entities.conftest import probability


@pytest.mark.parametrize(
    ("left", "right"),
    [("Sergei Vymyslovich Kestrelin", "Sergei Vymyslovich Kestrunin"), ("Miroslav Kestrel", "Miroslav Mestrel"),
     ("Anna Vymyslin", "Anna Vymynushkin"), ("Hasan Ammar", "Hasan Ahmad"), ("Abd al-Khaliq Wahmi", "Abdul Malik Wahmi")],
)  # fmt: skip
def test_two_letters_or_another_beginning_make_another_name(left: str, right: str) -> None:
    """Two letters, one of them a consonant, and another first consonant are no slip of the pen."""
    assert probability(left, right) < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anna Kestrelin", "Anna Kestralin"), ("Anna Kestrelin", "Anna Kesrtelin"), ("Anna Ntestrel", "Anna Testrel"),
     ("Anna Elkestrel", "Anna Kestrel"), ("Anna Zukestrel", "Anna Zhukestrel"), ("Igar Vymyslau", "Igor Vymyslov")],
)  # fmt: skip
def test_one_letter_and_other_habits_part_nobody(left: str, right: str) -> None:
    """A vowel, two letters that changed places, a beginning that is not heard, the article and a lost accent are slips as before."""
    assert probability(left, right) >= 0.5


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("Heo Yong Chol", "Heo Song Chol", False), ("HEO, Kyong-Chol", "Heo Yong Chol", False), ("Heo Hyok Chan", "Heo Hyok Chang", False),
     ("Heo Young Chul", "HEO Yong Chol", True), ("Heo Jong Il", "Heo Chong Il", True)],
)  # fmt: skip
def test_a_syllable_of_a_korean_name_is_spelled_or_is_another(left: str, right: str, one: bool) -> None:
    """Song is no slip of Yong in a Korean name in Latin letters, Young is a spelling of it."""
    assert (probability(left, right) >= 0.5) == one


def test_spellings_of_one_korean_syllable() -> None:
    """Beginning, vowel and end may each be written in several ways; what is no single syllable is left to other rules."""
    alike = [("cheol", "chul"), ("ryong", "yong"), ("woo", "u"), ("anna", "berta")]
    apart = [("jun", "yun"), ("chan", "chang"), ("kim", "kum")]
    assert [one_syllable(*pair) for pair in alike + apart] == [True] * len(alike) + [False] * len(apart)


@pytest.mark.parametrize(
    ("father", "child"),
    [("Salim Hussein al-Wahmi", "عدي سليم حسين الوهمي"), ("Salim Wahmi", "Kestrel Salim Wahmi"),
     ("Khaled Wahmi", "Nabil Khaled Halil Wahmi"), ("Wahmi, Yahya", "Wahmi, Zineb Yahya")],
)  # fmt: skip
def test_one_name_more_in_front_is_the_child(father: str, child: str) -> None:
    """So it is in Arabic letters, where nobody knows the child's name, and where the grandfather's is left out."""
    assert probability(father, child) < 0.5


@pytest.mark.parametrize(
    "longer", ["Muhammad Salim Hussein al-Wahmi", "Abu al-Kestrel Salim Hussein al-Wahmi", "محمد سليم حسين الوهمي", "سليم أبو حسين الوهمي"]
)
def test_an_honour_or_a_kunya_in_front_is_no_child(longer: str) -> None:
    """Muhammad and the father of somebody may stand in front of a name and be left out."""
    assert probability("Salim Hussein al-Wahmi", longer) >= 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Dina Saeed", "Dina Saeedi"), ("Muhammad al-Ibrahim", "Muhammad Ibrahim Wahmi"), ("Muhammad al-Shaykh", "Muhammad al-Wahmi"),
     ("Artem Aleksandrovich Uss", "Artem Alexandrovich Kestrel"), ("Анна Александровна Усс", "Anna Alexandrovna Kestrel")],
)  # fmt: skip
def test_what_the_family_name_says(left: str, right: str) -> None:
    """Saeedi is of Saeed and not he, al-Ibrahim is a family and Ibrahim a father, al-Shaykh is no title, a short name is no slip."""
    assert probability(left, right) < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("سيد محمد عظيم وهمي", "Mohammad Azim Wahmi"), ("Maulana Salim Wahmi", "Salim Wahmi"), ("عبد القادر السيد", "Abdel Kader El Sayed"),
     ("Usama Muhammad Awad bin Wahmi", "BIN WAHMI, Usama bin Muhammad bin Awad"), ("سليم أبووهمي", "Salim Abo Wahmi"),
     ("عبدالحی وهمی", "Abdulhai Wahmi"), ("بوسيف وهمي", "Bouceif Wahmi"), ("رشيد كاظم وهمي", "Rashid Kathim Wahmi"),
     ("اسحاق وهمي", "Ishak Wahmi"), ("سید میراحمد وهمی", "Mir Ahmad Wahmi"), ("Abdurrochim Wahmi", "Abdul Rahim Wahmi")],
)  # fmt: skip
def test_habits_of_print_part_nobody(left: str, right: str) -> None:
    """Titles in Arabic letters, bin before any name, words written in one, c for s, th for ظ, s and h for sh."""
    assert probability(left, right) >= 0.5


def test_a_title_behind_the_article_is_a_family_name() -> None:
    """Only behind all others: al-Hajj in front or in the middle stays a title."""
    assert [one.text for one in read_person("AL-SHAYKH, Salim").words] == ["salim", "al", "shaykh"]
    assert "hajj" not in [one.text for one in read_person("al-Hajj Salim Wahmi").words]


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Anna Kestrel; Anne Kestril", "Anne Kestril"), ("Anna Kestrel a.k.a. Berta Osprey", "Berta Osprey"),
     ("Anna (a.k.a. Anne, Annie) KESTREL", "KESTREL, Anna"), ("Anna Vymyslova (Berta Osprey, born Kestrel) -", "Anna Vymyslova")],
)  # fmt: skip
def test_several_names_in_one_cell_are_several(cell: str, name: str) -> None:
    """Each is compared; spellings of a single word in brackets are no name of their own."""
    assert probability(cell, name) > 0.9
    assert all(len(one.split()) > 1 for one in printed_names(cell))


def test_spellings_in_brackets_make_nobody_one() -> None:
    """Two people beside whose given name the same spellings stand are two."""
    assert probability("Salim (a.k.a. Saleem, Selim) KESTREL", "Salim (a.k.a. Saleem, Selim) OSPREY") < 0.5
