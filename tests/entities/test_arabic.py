"""Companies' names in Arabic letters: what they say, and which Latin names answer them. All companies are invented."""

from __future__ import annotations

import pytest

from enduse.entities import Entity, analyse, compare, match


@pytest.mark.parametrize(
    ("printed", "key", "forms"),
    [("شركة الخيال ذ.م.م", "الخيال", ["llc"]), ("الخيال ش.ذ.م.م", "الخيال", ["llc"]), ("شرکت خیال با مسئولیت محدود", "خيال", ["llc"]),
     ("خيال م.د.م.س", "خيال", []), ("شركة خيال المساهمة العامة", "خيال", ["jsc"]), ("شركة", "شرکه", [])],
)  # fmt: skip
def test_legal_forms_fall(printed: str, key: str, forms: list[str]) -> None:
    """Forms from Dubai to Tehran are no part of the name, in whichever hand they are typed; a name that is nothing else stays."""
    assert (analyse(printed).key, sorted(analyse(printed).forms)) == (key, forms)


def test_one_name_in_two_hands() -> None:
    """An Arab's and a Persian's keyboard print one name with other letters."""
    assert analyse("شركة ايران خيالي").key == analyse("شرکت ایران خیالی").key


def test_what_is_written_onto_a_word() -> None:
    """The article, and, and for are taken off a word of trade: للتجارة والنقل is trade and transport."""
    assert analyse("الخيال للتجارة والنقل").trades == ("trade", "transport")


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("شركة الخيال للتجارة العامة", "Al Khayal General Trading Company"), ("شرکت خیال صنعت پارس", "Khial Sanat Pars Company"),
     ("فيميسل شيبينغ م.د.م.س", "Vymysel Shipping DMCC"), ("شركة الخيالي للمقاولات", "Al-Khayali Contracting Est."),
     ("خیال پرداز سامان", "Khialpardaz Saman Co"), ("شركة فيميسل لخدمات الحراسة", "Vymysel Security Services"),
     ("بنیاد تعاون ویمسل", "Vymysel Cooperation Foundation"), ("بنیاد تعاون ویمسل", "Vymysel Cooperative Foundation")],
)  # fmt: skip
def test_letters_and_meanings_answer(arabic: str, latin: str) -> None:
    """Brands are heard by consonants and long vowels, words of trade are understood, English in Arabic letters is both."""
    assert compare(arabic, latin).probability > 0.8
    assert compare(latin, arabic).score == compare(arabic, latin).score


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("شركة الخيال للتجارة", "Al Khulud Trading Company"), ("شركة الخيال للتجارة", "General Trading Company"),
     ("شركة دمشق الخيال للنقل", "Aleppo Khayal Transport"), ("شركة التجارة العامة", "Kestrel General Trading LLC")],
)  # fmt: skip
def test_another_company(arabic: str, latin: str) -> None:
    """Another long vowel or place is another company, and words of trade alone are nobody's name."""
    assert compare(arabic, latin).probability < 0.3


def test_trade_alone_merges_nobody() -> None:
    """A name of words of trade in Arabic letters is as general as one in Latin letters."""
    from enduse.entities.names import analyse as named

    assert named("شركة التجارة العامة").generic
    assert not named("شركة الخيال للتجارة").generic


def test_a_question_finds_its_company() -> None:
    """A name in Arabic letters is found by its consonants among names in Latin ones, and no person answers it."""
    pool = [
        Entity((name,), id=name, schema="Company") for name in ("Al Khayal Trading LLC", "Al Khulud Trading LLC", "Kestrel Shipping DMCC")
    ]
    pool.append(Entity(("Khayal Trading",), id="person", schema="Person"))
    asked = Entity(("شركة الخيال للتجارة",), schema="Company")
    assert [hit.pool_id for hit in match([asked], pool)] == ["Al Khayal Trading LLC"]
