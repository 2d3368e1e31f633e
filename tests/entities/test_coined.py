"""Chinese names in letters that are not plain pinyin: coined words, first letters, stretches across the trade, southern spellings."""

from __future__ import annotations

import pytest

from enduse.entities import Entity, Pool, analyse, compare
from enduse.entities.aligning import align
from enduse.entities.coined import coined
from enduse.entities.hearing import heard
from enduse.entities.pinyin import PINYIN, plain
from enduse.entities.whole import first_letters


@pytest.mark.parametrize(("word", "pinyin"), [("haoxiang", True), ("yuanlv", True), ("tokyo", False), ("kingfa", False), ("konko", False)])
def test_pinyin_is_what_a_chinese_syllable_may_be(word: str, pinyin: bool) -> None:
    """A word with a syllable that Chinese does not have is no pinyin, whatever it looks like."""
    assert (PINYIN.fullmatch(plain(word)) is not None) == pinyin


@pytest.mark.parametrize(
    ("han", "latin", "text"),
    [("宁波虚东方电气有限公司", "Ningbo Xudongfang Electric", "虚东方"), ("武汉虚轮机械有限公司", "Wuhan Xulun Machinery", "虚轮"),
     ("东方电气有限公司", "Dongfang Electric", "东方"), ("香港永鸿丰贸易有限公司", "Hong Kong Wing Hung Fung Trading", "永鸿丰"),
     ("宁波一零一虚构贸易有限公司", "Ningbo 101 Xugou Trading", "一零一"), ("宁波虚绿源贸易有限公司", "Ningbo Xulvyuan Trading", "虚绿源")],
)  # fmt: skip
def test_letters_spell_characters_whatever_the_lexicon_calls_them(han: str, latin: str, text: str) -> None:
    """East is Dongfang where it is spelled, a tyre is Lun, and the syllables of Hong Kong need not be pinyin."""
    assert text in [tie.left for tie in align(analyse(han), analyse(latin)).ties]


def test_a_word_may_be_half_meaning_and_half_sound() -> None:
    """峰 means peak and 购 is gou; a word of another sound is not coined from them."""
    assert coined("峰购", "peakgoo") == 0.7
    assert coined("峰购", "peakstar") == coined("峰购", "haigou") == 0.0


def test_the_south_has_k_where_mandarin_has_j() -> None:
    """Nanking is Nanjing; with another consonant it is another brand."""
    assert heard(("jin", "fa"), "kingfa") > 0.6
    assert heard(("jin", "fa"), "kingda") == 0.0


def test_first_letters_find_and_do_not_report() -> None:
    """HX may be 浩翔, and many others: of names of one city and trade it comes first, below one half."""
    pool = Pool([Entity((f"Shenzhen {brand} Technology Co Ltd",), id=brand) for brand in ("HX", "QW", "Vymyslex", "Gaoming")])
    hits = pool.ask("深圳浩翔科技有限公司", 4, 0.0)
    assert hits[0].pool_id == "HX"
    assert hits[0].probability < 0.5
    assert "szhx" in first_letters(analyse("深圳浩翔科技有限公司"))


def test_chinese_syllables_that_do_not_spell_a_name_count_against_it() -> None:
    """A trade name says nothing of a Chinese brand; another brand in pinyin says that it is another company."""
    other, abroad = (compare("深圳浩翔科技有限公司", f"Shenzhen {brand} Technology").score for brand in ("Gaoming", "Kestrel"))
    assert other < abroad < 0


def test_what_may_be_meant_by_single_characters_is_not_reported() -> None:
    """Each of two characters may mean the word among many others: with nothing beside them that is a question."""
    assert compare("通威有限公司", "Well Power Limited").probability < 0.5


def test_shaanxi_is_not_shanxi() -> None:
    """Two provinces, told apart by a doubled letter."""
    right, wrong = (compare("陕西虚构机械有限公司", f"{province} Xugou Machinery").probability for province in ("Shaanxi", "Shanxi"))
    assert wrong < 0.5 < right


@pytest.mark.parametrize(
    ("cyrillic", "words"), [("комплексы", ["complex"]), ("Новые", ["new"]), ("Солюшнс", ["solution"]), ("тройка", ["three"])]
)
def test_russian_words_mean_what_they_mean_with_any_ending(cyrillic: str, words: list[str]) -> None:
    """A final s is no plural, three letters and an adjective's ending are a word, English is written in Cyrillic."""
    assert [one.means for one in analyse(f"Вымысел {cyrillic}").words][1:] == words


def test_a_word_of_trade_alone_in_quotation_marks_is_a_brand() -> None:
    """The alloy of НПО «Сплав» is its name; quoted with others it stays a line of business."""
    assert [one.kind for one in analyse("НПО «Сплав»").words][-1] == "word"
    assert [one.kind for one in analyse("НПО «Сплав Вымысел»").words][-2] == "trade"
    assert compare("НПО «Сплав»", "NPO Splav JSC").probability > 0.5 > compare("НПО «Сплав»", "NPO Lavina JSC").probability


def test_a_trade_written_onto_a_brand_is_found_apart() -> None:
    """Names written in one meet their translation although no word is shared."""
    pool = Pool([Entity(("Vymysel Insurance LLC",), id="1"), Entity(("Kestrel Insurance LLC",), id="2")])
    assert pool.ask("ООО «Вымыселстрахование»", 1, 0.5)[0].pool_id == "1"
