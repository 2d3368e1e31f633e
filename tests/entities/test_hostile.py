"""Names as no clerk prints them: half letters, marks alone, whole files in one cell; and what holds for any two names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.entities import Entity, analyse, compare, match
from enduse.entities.names import address_words, romanise
from enduse.entities.person_names import read_person
from enduse.terms.garbled import readable
from enduse.terms.territories import country_code

HOSTILE = (
    "", " ", "\0", ".", "«»", "(((", "\ud800", "Kestrel \udcff Works", "\u0301\u0301", "\u202eKestrel", "😀", "٣ ٤", "፩ twenty",
    "LLC", "A", "№", "/", " / ", "of the", "II", "ⅫⅫ", "Kestrel\0Works", "محمد Kestrel", "ﬁ", "İstanbul", "\u2028", "😀ヾ",
)  # fmt: skip
LONG = ("峰", "峰 ", "( ", "x c/o ", "5 street ", "+1", "\u202eab", "五", "a, ", "Ð—", "kestrel trading ")
WORDS = ("Zartek", "Zarttek", "Works", "works", "NPP", "NPPP", "PK", "PKK", "al", "aal", "Himiia", "Khimiya", "A.N.", "No. 5", "ООО",
         "Химия", "Завод", "«Сплав»", "峰云", "有限公司", "Peak", "LLC")  # fmt: skip
PRINTED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_read(name: str) -> None:
    """Nothing fails, alone or beside another name, as a company's or a person's, in an address or for a country."""
    for schema in (None, "Person", "Vessel"):
        one, other = Entity((name,), (name,), (name,), schema=schema, addresses=(name,)), Entity(("Kestrel Works",), schema=schema)
        assert compare(one, other).score == compare(other, one).score
        assert compare(one, one).explanation is not None
    assert len(match([name, "Kestrel"], [name, "Kestrel"])) >= 1
    assert address_words(name) is not None
    assert country_code(name) in (None, "NO", "FI", "TR")
    assert romanise(name) is not None


@pytest.mark.parametrize("part", LONG)
def test_a_whole_file_in_one_cell_is_no_name(part: str) -> None:
    """Of a name of 100,000 letters the beginning is read."""
    name = part * (100_000 // len(part)) + " 研究所"
    assert analyse(name).words == analyse(name[:2_000]).words
    assert 0 <= compare(name, "Kestrel Works").probability < 1
    assert len(readable(name)) <= 2_000


@settings(max_examples=150, deadline=None)
@given(PRINTED, PRINTED)
def test_the_order_of_two_names_does_not_matter(left: list[str], right: list[str]) -> None:
    """Whoever is asked first, the score is the same to the last digit."""
    one, other = " ".join(left), " ".join(right)
    assert compare(one, other).score == compare(other, one).score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("LLC Zartekpribor Himiia", "ООО «ЗАРТЕКПРИБОР ХИМИЯ»"), ("LLC ZARTATORG MASHHINOSTROENIE", "OOO Zartatorg Mashinostroenie"),
        ("AO PK Zartek", "AO PKK Zartek"), ("AL-ZARTEKA IN ARABIA", "AAL-ZARTEKA IN ARABIA"),
    ],
)  # fmt: skip
def test_a_word_known_on_one_side_only(left: str, right: str) -> None:
    """What the letters of a word say on one side only counts the same from either side."""
    assert compare(left, right).score == compare(right, left).score


def test_nothing_is_certain() -> None:
    """However much agrees, the probability stays below one."""
    one = Entity(("Invented Zartekovia Longbrandia Kestrel Works of Perm",), ("RU",), ("INN 9900000017",), phones=("+7 900 000 00 00",))
    told = compare(one, one)
    assert told.score > 30
    assert told.probability < 1


@pytest.mark.parametrize("name", ["Al-Hajj", "Ben", "Sheikh", "Dr. Senator"])
def test_a_person_of_one_word_answers_to_itself(name: str) -> None:
    """A title or a word that hardly speaks is a name where there is no other."""
    one = Entity((name,), schema="Person")
    assert compare(one, one).probability > compare(one, Entity(("Kestrel",), schema="Person")).probability
    assert any(told.outcome == "agree" for told in compare(one, one).explanation)


def test_signs_alone_are_no_word_of_a_person() -> None:
    """What stands between Chinese characters and has no letter is left out."""
    assert all(one.text for one in read_person("&- 有限公司").words)


def test_read_in_the_wrong_code_twice() -> None:
    """What two programs garbled one after the other is read as it was meant, wherever it is read."""
    name = "Завод «Зартек»"
    twice = name.encode().decode("cp1251").encode().decode("cp1251", "replace")
    assert readable(twice) == name
    assert readable(readable(twice)) == readable(twice)


@pytest.mark.parametrize("changed", ["ООО ВЕБ.РФ", "VEB.RF LLC"])
def test_the_country_is_no_legal_form(changed: str) -> None:
    """RF at the end of a name is the Russian Federation, with a legal form or without."""
    assert compare("VEB.RF", changed).probability > 0.5
