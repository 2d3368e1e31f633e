"""Legal forms are recognised in front, behind and spelled out; names survive."""

from __future__ import annotations

import pytest

from enduse.terms.legal_forms import without_forms, without_han_forms


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("ооо ромашка", "ромашка"), ("example co ltd", "example"), ("example sp z oo", "example"), ("gmbh example", "example"),
        ("общество с ограниченной ответственностью ромашка", "ромашка"), ("example ag trading", "example ag trading"),
        ("too example", "example"), ("example too", "example too"), ("corp", ""), ("a", "a"), ("ао нпо пример", "нпо пример"),
        ("llc pt elektronik", "pt elektronik"), ("pt elektronik", "elektronik"), ("jsc example ltd moscow", "example moscow"),
    ],
)  # fmt: skip
def test_forms_are_taken(name: str, left: str) -> None:
    """Only the legal form goes; short forms inside a name, and names of one letter, stay."""
    assert " ".join(without_forms(name.split()).tokens) == left


def test_classes_tell_kinds_of_body() -> None:
    """Limited and joint stock companies are told apart, in both scripts."""
    assert without_forms(["ооо", "x"]).classes == without_forms(["x", "llc"]).classes == {"llc"}
    assert without_forms(["зао", "x"]).classes == {"jsc"}


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("虚构贸易有限公司", "虚构贸易"),
        ("虚构股份有限公司", "虚构"),
        ("株式会社架空", "架空"),
        ("有限公司", ""),
        ("虚构公司深圳分公司", "虚构公司深圳分公司"),
    ],
)
def test_han_forms_are_taken(name: str, left: str) -> None:
    """Chinese and Japanese forms go at either end; a branch stays its own party."""
    assert without_han_forms(name)[0] == left


@pytest.mark.parametrize("form", ["Designated Activity Company", "Community Interest Company", "Unlimited Company"])
def test_forms_written_in_full_behind_the_name(form: str) -> None:
    """A form of several words is no part of the name; alone, or in front, the words stay."""
    words = form.casefold().split()
    assert without_forms(["zimorodok", *words]).tokens == ("zimorodok",)
    assert without_forms(["designated", "zimorodok"]).tokens == ("designated", "zimorodok")


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [("invented kestrel sa rl", {"llc"}), ("invented kestrel wll", {"llc"}), ("invented kestrel sp k", {"lp"}),
     ("kabushiki kaisha invented kestrel", {"jsc"}), ("société anonyme invented kestrel", {"jsc"}), ("invented kestrel ab publ", {"jsc"}),
     ("invented kestrel sa de cv", {"jsc"}), ("invented kestrel in liquidation", set())],
)  # fmt: skip
def test_forms_of_many_countries(printed: str, kinds: set[str]) -> None:
    """Forms that stand in national_forms are taken off at either end, and name their kind of body."""
    stripped = without_forms(printed.split())
    assert stripped.tokens == ("invented", "kestrel")
    assert kinds <= stripped.classes


def test_a_form_inside_a_name_or_alone_stays() -> None:
    """A short form is taken at the ends only, and never when nothing is left."""
    assert without_forms(["kestrel", "jv", "invented"]).tokens == ("kestrel", "jv", "invented")
    assert without_forms(["wll"]).tokens == ("wll",)


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [("ат вымысел", {"jsc"}), ("дп вымысел", set()), ("ақ вымысел", {"jsc"}), ("вымысел жшс", {"llc"}), ("вымысел аж", {"jsc"}),
     ("ҷсп вымысел", {"jsc"}), ("вымысел ххк", {"llc"}), ("вымысел төүг", set()), ("ҷдмм вымысел", {"llc"}),
     ("акціонерне товариство вымысел", {"jsc"})],
)  # fmt: skip
def test_cyrillic_forms_are_taken_in_their_own_letters(printed: str, kinds: set[str]) -> None:
    """Forms from Belgrade to Ulaanbaatar tell nothing of a company; in Latin letters AT and DP stay what they are."""
    stripped = without_forms(printed.split())
    assert stripped.tokens == ("вымысел",)
    assert set(stripped.classes) == kinds
    assert without_forms(["dp", "vymysel"]).tokens == ("dp", "vymysel")


def test_a_form_in_front_of_the_city_is_taken() -> None:
    """Serbia and North Macedonia print the city behind the form; what was taken is told."""
    stripped = without_forms(["вымысел", "доо", "београд"])
    assert stripped.tokens == ("вымысел", "београд")
    assert (set(stripped.classes), set(stripped.taken)) == ({"llc"}, {"doo"})
