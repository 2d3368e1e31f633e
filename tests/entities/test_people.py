"""Comparing people's names: word for word, in any order, across spellings and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.entities import Compared, Entity, Pool, compare
from enduse.entities.person_names import read_person
from enduse.entities.person_sounds import person_sound
from tests.entities.conftest import probability


@pytest.mark.parametrize(
    ("left", "right"),
    [("Example, Anna B.", "Anna Beatrice Example"),
     ("Мухаммад Вымыслов", "Mohammed Vymyslov"), ("Anna Vymyslova", "Anna Ivanovna Vymyslova"),
     ("JanDaniel Invented", "Jan Daniel Invented"), ("Abd al-Aziz Inventi", "Abdul Aziz Inventi"), ("Dr. Bob Kestrel", "Robert Kestrel"),
     ("Volodymyr Inventenko", "Vladimir Inventenko"), ("虚构明", "虚构明"),
     ("Kestrel Tse-tung", "Kestrel Zedong"), ("bin Vymysel Hassan", "Hassan bin Vymysel"), ("Anna Kestrelov", "Anna Kestralav"),
     ("Senator Anna Kestrel", "Anna Kestrel")],
)  # fmt: skip
def test_one_person(left: str, right: str) -> None:
    """Order after a comma or behind bin, initials, patronymics, romanisation, words written in one, short forms, slips: one person."""
    assert probability(left, right) >= 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anna Example", "Berta Example"), ("Ivan Petrovich Vymyslov", "Ivan Borisovich Vymyslov"),
     ("Hassan Abdullah Inventi", "Hassan Abdullah Osprey"),
     ("William G. Kestrel", "William W. Kestrel"), ("Invented", "Invented Kestrel Osprey"), ("虚构明", "虚构亮"), ("A. B.", "Anna Berta"),
     ("Anna Kest", "Anna Pelt")],
)  # fmt: skip
def test_not_said_to_be_one_person(left: str, right: str) -> None:
    """One word that stands against another, or too little said: not one person."""
    assert probability(left, right) < 0.5


def test_a_name_printed_in_both_letters_is_one_name() -> None:
    """Where Latin and Korean letters print one name, the Latin ones are compared."""
    assert probability("허진우", "HEO Jin Woo 허진우") >= 0.9
    assert probability("허진우", "HEO Ho Kyu 허호규") < 0.1
    assert probability("Heo Jin-woo", "HEO Jin Woo 허진우") >= 0.9


def test_of_one_is_not_that_one() -> None:
    """In Arabic letters Muhammadi is no slip of Muhammad."""
    assert probability("فهد محمدي", "فهد محمد") < 0.5


def test_a_word_on_both_sides_is_no_first_letters() -> None:
    """JJ beside JO is not J and J of the same name."""
    assert probability("Anna JJ Jo", "Anna JJ Jo") > 0.9


@pytest.mark.parametrize("printed", ["Anna Example, DOB 24.05.1970", "EXAMPLE Anna (passport 1234567)", "Anna Example born 1 May 1970"])
def test_what_is_printed_behind_a_person_is_no_part_of_the_name(printed: str) -> None:
    """A birth date or a passport behind a name turns it round no more than it denies it; Born is a name as well."""
    assert [one.text for one in read_person("BORN, Max").words] == ["max", "born"]
    assert {one.text for one in read_person(printed).words} == {"anna", "example"}


@pytest.mark.parametrize(
    ("korean", "latin"),
    [("허진우", "Heo Jin-woo"), ("진우 허", "HUH, Jinwoo"), ("허우진", "Ho U Jin"), ("허교안", "Kyo-ahn Hur"),
     ("허영철", "Huh Young Cheol"), ("허영철", "Ho Yong-chol"), ("허진우", "J. W. Heo")],
)  # fmt: skip
def test_korean_letters_are_spelled_in_many_ways(korean: str, latin: str) -> None:
    """A Korean name is what Seoul, Pyongyang or its bearer spells, in one word or two, family name first or last."""
    assert probability(korean, latin) >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("허진우", "Heo Ho-jin"), ("허미정", "Heo Myong-jin"), ("허영", "Heo Yong-chol"), ("허동운", "Heo Jong Un"),
     ("전구영", "Ku Chun Ryong"), ("허철", "Heo Chol Hy"), ("Young Huh", "Huh Yong-chol"), ("Xu Gou", "Xu Gou Ming"),
     ("허진우", "Heo Daniel")],
)  # fmt: skip
def test_another_syllable_is_another_korean(one: str, other: str) -> None:
    """A syllable more, less or other is another name, in Korean letters and in Latin ones."""
    assert probability(one, other) < 0.5


def test_korean_letters_find_every_spelling() -> None:
    """A question in Korean letters finds a name in a pool however it is spelled, one in Latin letters none that it does not spell."""
    spelled = ["HEO Yong", "HO Kyong-song", "Young-nam Huh", "Anna Example", "HUR Pyong Chol"]
    pool = Pool([Entity((name,), id=name, schema="Person") for name in spelled])
    asked = [Entity((name,), schema="Person") for name in ("허영", "허경성", "허영남", "허병철", "가나")]
    assert [[hit.pool_id for hit in hits] for hits in pool.answers(asked)] == [[spelled[0]], [spelled[1]], [spelled[2]], [spelled[4]], []]
    pool.remove("HEO Yong")
    assert not pool.ask(asked[0])


def test_each_word_is_told() -> None:
    """What agrees, differs and stands on one side only is told with the words that met."""
    told = compare(Entity(("Anna Maria Example",), schema="Person"), Entity(("Anna Osprey",), schema="Person")).explanation
    assert Compared("word of the name, same", "agree", "anna", "anna") in told
    assert {one.outcome for one in told} == {"agree", "differ", "unknown"}


def test_a_person_is_no_company() -> None:
    """Equal names of a person and a company are never one."""
    assert compare(Entity(("Anna Example",), schema="Person"), Entity(("Anna Example",), schema="Company")).probability < 1e-9


def test_spellings_of_one_sound() -> None:
    """Romanisations of one name sound alike."""
    assert person_sound("zelenskyy") == person_sound("zelenskij")
    assert person_sound("mohammad") == person_sound("mohamad")


# The dictionary of names in other scripts is read at the first of them, for seconds.
@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read(name: str) -> None:
    """No text breaks the reader, and a name with words answers to itself."""
    read = read_person(name)
    assert not read.words or probability(name, name) > 0.05


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("Xi Vymysel", "Si Vymysel", True), ("Bibi Vymyselny", "Benjamin Vymyselny", True),
     ("Oleksandr Vymyselenko", "Petro Oleksandrovych Vymyselenko", False), ("Anna bin Karl Vymysel", "Karl bin Anna Vymysel", False),
     ("Olga Vymyselova", "Oleg Vymyselov", False)],
)  # fmt: skip
def test_what_a_word_of_a_name_is(left: str, right: str, one: bool) -> None:
    """A given name is no father's name, and what stands around 'bin' has its place."""
    assert (compare(Entity((left,), schema="Person"), Entity((right,), schema="Person")).probability >= 0.5) is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("Mohammed Inventi", "محمد انونتي", True), ("Ahmad al-Wahmi", "أحمد الوهمي", True), ("Hamid al-Wahmi", "أحمد الوهمي", False),
     ("Abdul Rahman Wahmi", "عبد الرحمن وهمي", True), ("Abdallah Wahmi", "عبد الله وهمي", True),
     ("Sanaullah Wahmi", "ثناء اللہ وهمي", True),
     ("Salim Wahmi", "سلام وهمي", False),
     ("Khalid Essaadi Wahmi", "خالد السعدي وهمي", True), ("Hasan Wahmi", "حسين وهمي", False)],
)  # fmt: skip
def test_arabic_print_is_compared_by_consonants(left: str, right: str, one: bool) -> None:
    """Short vowels are not written, the article may stand on the word, and عبد with what follows is one name."""
    assert (probability(left, right) >= 0.5) is one


def test_a_dictionary_of_names_reads_what_no_rule_does() -> None:
    """A given name in Georgian or Khmer letters is known by its forms; one of another person is not."""
    assert probability("Vladimir Vymyslov", "ვლადიმერ ვიმისლოვი") >= 0.5
    assert probability("Boris Vymyslov", "ვლადიმერ ვიმისლოვი") < 0.5
    assert probability("Pol Vymyslov", "ប៉ុល Vymyslov") >= 0.5


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("Jo Yong Vymysel", "Cho Yong Vymysel", True), ("Saeed Inventi Wahmi", "Said Inventi Wahmi", True),
     ("Vymysel Kang", "Vymysel Jang", False),
     ("Abdelmalek Inventi", "Abdul Malik Inventi", True), ("Abdurrahman Inventi", "Abd al-Rahman Inventi", True),
     ("김허구", "Kim Ho Gu", True), ("김허구", "Kim Ho Chol", False), ("Salah al-Din Inventi", "Salaheddine Inventi", True),
     ("Cho Yong-won Vymysel", "Jo Yongwon Vymysel", True)],
)  # fmt: skip
def test_habits_of_romanising(left: str, right: str, one: bool) -> None:
    """What only systems of romanisation write differently hardly differs; another first consonant of a short word is another name."""
    assert (probability(left, right) >= 0.5) is one


def test_a_question_in_arabic_finds_latin_names() -> None:
    """Names are found by consonants, also those that came after the first question; a name taken out is not."""
    pool = Pool([Entity(("Ahmad al-Wahmi",), id="a", schema="Person"), Entity(("Hamid al-Wahmi",), id="b", schema="Person")])
    asked = Entity(("أحمد الوهمي",), id="q", schema="Person")
    assert [hit.pool_id for hit in pool.match([asked])] == ["a"]
    pool.add(Entity(("Ahmed Alwahmi",), id="c", schema="Person"))
    assert {hit.pool_id for hit in pool.match([asked])} == {"a", "c"}
    pool.remove("a")
    assert [hit.pool_id for hit in pool.match([asked])] == ["c"]


def test_names_taken_out_do_not_crowd_others_out() -> None:
    """However many equal names stood before it and are gone, the one that is left is found."""
    gone = [Entity((f"Ahmad al-Wahmi {number}",), id=str(number), schema="Person") for number in range(80)]
    pool = Pool([*gone, Entity(("Ahmed Wahmi",), id="left", schema="Person")])
    for one in gone:
        pool.remove(str(one.id))
    assert [hit.pool_id for hit in pool.match([Entity(("أحمد الوهمي",), id="q", schema="Person")])] == ["left"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Hassan Wahmi", "Hossein Wahmi"), ("Anna Vymyslova", "Inna Vymyslova"), ("Vymyslova Maria Petrovna", "Vymyslova Marina Petrovna"),
     ("Jan Kestrelny", "Jana Kestrelny"), ("Paul Kestrel", "Paula Kestrel"), ("Luis Inventado", "Luisa Inventado"),
     ("Denis Vymyslov", "Denisa Vymyslova"), ("Igor Vymyslov", "Egor Vymyslov"), ("Nabih Wahmi", "Nabil Wahmi"), ("Xu Ming", "Xu Min"),
     ("Хасан Вымыслов", "Hossein Vymyslov"), ("Anna Moroz", "Anna Morozova"), ("Peter Hansen", "Peter Jansen"),
     ("Abdul Rahman Wahmi", "Abdul Rahim Wahmi"), ("Ivan Mikhailovich Vymyslov", "Ivan Maksimovich Vymyslov"),
     ("Anna Vymysel", "Dana Vymysel"), ("Pak Kwang Ho", "Yu Kwang Ho"), ("حازم الوهمي", "هاشم الوهمي"), ("예준 이", "YUN HO-JIN"),
     ("虚娥 張", "ZHANG, Xu"), ("博 虚 赵", "Bo Xu"), ("旭 张", "SU, Zhao"), ("军 俊 虚", "Jo Yon Jun"),
     ("俊 袁", "Tsang Yung Yuan"), ("정식 은주 김", "KIM JONG SIK"), ("宇 阳 虚", "YANG, Liu"), ("ماهان عبدالعلی", "Abd El Illah")],
)  # fmt: skip
def test_two_names_that_people_bear_are_two_people(left: str, right: str) -> None:
    """A slip of the pen seldom makes another name: one given or family name apart, two people."""
    assert probability(left, right) < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ghasem Wahmi", "Qasim Wahmi"), ("Iouri Vymyslov", "Yury Vymyslov"), ("Mohsen Wahmi", "Muhsin Wahmi"),
     ("Anna Vymyslau", "Anna Vymyslov"),
     ("Siarhei Mikalaevich Vymyslau", "Sergei Nikolaevich Vymyslov"), ("Paco Inventado", "Francisco Inventado"),
     ("Abdur Rahman Wahmi", "Abd al-Rahman Wahmi"), ("Sergei Vymysline", "Sergei Vymyslin"), ("Anna Elwahmi", "Anna Wahmi"),
     ("Mohd Ijaz Wahmi", "Muhammad Ijaz Wahmi"), ("Moshen Wahmi", "Mohsen Wahmi"), ("Yu. Vymyslov", "Yury Vymyslov"),
     ("A. Vymyslov", "VYMYSLOV, Aleksandr A."), ("J. Kestrel Wahmi", "John Wahmi"), ("Ali M. Hassan", "Ali Mohammed"),
     ("李虚", "Lee Xu"), ("虚平", "Jack Xu Ping"), ("虚晓龙", "Xu Xiao Long"),
     ("虚泽东", "Hsu Tse-tung"), ("김정식", "Kim Jong Sik"), ("欧阳虚", "Ouyang Xu"), ("吕虚", "Lyu Xu"),
     ("이가공", "Lee Ga-gong"), ("이룡해", "Ri Ryong Hae"), ("أحمد الوهمی", "احمد وهمي"),
     ("محمد الضيف", "Mohammed Deif"), ("Seyyed Ali Wahmi", "Ali Wahmi"), ("Anna Bishop", "Anna Bishop")],
)  # fmt: skip
def test_spellings_of_one_name_agree(left: str, right: str) -> None:
    """Habits of romanising, the article, titles, familiar forms and the father's name in another language part nobody."""
    assert probability(left, right) >= 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [("Salim Hussein al-Wahmi", "Uday Salim Hussein al-Wahmi"), ("A. S. Vymyslov", "Sergei Vymyslov"),
     ("Anna W. Kestrel", "Anna H. W. Kestrel"),
     ("Leila N. Inventi", "Nadim Inventi"), ("Anna Kestrel Jr.", "Anna Kestrel Sr."), ("Kestrel, Bob, Sr.", "Bob Kestrel Jr"),
     ("Bob Kestrel II", "Bob Kestrel III"), ("Anna C. Kestrel", "Anna Cormorant"), ("Kestrel Anna C.", "Anna Cormorant"),
     ("Bruno A. Kestrel", "Abu Bruno"), ("Anna T. Kestrel", "JAN-T")],
)  # fmt: skip
def test_the_order_of_words_tells(left: str, right: str) -> None:
    """A chain with one name more in front is the child's; an initial is no other name than the place it stands in says; jr is not sr."""
    assert probability(left, right) < 0.5


def test_a_surname_that_is_a_title_too_is_kept() -> None:
    """King in front of a name is a title, behind it a family name."""
    assert [one.text for one in read_person("King Anna Kestrel").words] == ["anna", "kestrel"]
    assert [one.text for one in read_person("Anna King").words] == ["anna", "king"]
    assert probability("Anna King", "Anna Kestrel") < 0.5


def test_a_family_name_run_together_with_the_first_name_is_read() -> None:
    """The comma that parted them is lost, and the family name stands last on the other side; another first name is another person."""
    one = Entity(("VYMYSELOVMARAT Abdulovich",), schema="Person")
    same, other = (Entity((f"VYMYSELOV, {first} Abdulovich",), schema="Person") for first in ("Marat", "Murad"))
    assert compare(one, same).probability > 0.5 > compare(one, other).probability
