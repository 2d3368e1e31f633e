"""Names across scripts by sound: foreign brands in characters, other romanisations, names printed as one, rivals in a pool."""

from __future__ import annotations

import pytest

from enduse.entities import Entity, Pool, analyse, compare
from enduse.entities.aligning import align
from enduse.entities.chinese_sounds import syllables
from enduse.entities.glosses import says
from enduse.entities.hearing import heard
from enduse.entities.lexicon import lexicon
from enduse.entities.meaning import meanings
from enduse.terms.sounds import coarse, in_latin, sound_of


@pytest.mark.parametrize(("han", "latin"), [("西门子", "siemens"), ("博世", "bosch"), ("施耐德", "schneider"), ("爱默生", "emerson")])
def test_foreign_brands_are_heard_in_characters(han: str, latin: str) -> None:
    """Well-known brands and how China writes them share their consonants, and are alike enough to tie."""
    assert heard(syllables(han), latin) >= 0.8


@pytest.mark.parametrize(("han", "latin"), [("西门子", "simatec"), ("博世", "bashi"), ("施耐德", "sandoz"), ("爱默生", "amstel")])
def test_other_words_are_not_heard(han: str, latin: str) -> None:
    """Other consonants are another brand, and a word of Chinese syllables is never a foreign one misheard."""
    assert heard(syllables(han), latin) == 0.0


def test_a_pool_is_asked_by_consonants() -> None:
    """No syllable and no meaning is shared, yet the name is found and told why."""
    pool = Pool([Entity(("Wuhan Vymyslex Technology Co. Ltd",), id="1"), Entity(("Wuhan Klantor Technology Co. Ltd",), id="2")])
    hits = pool.ask("武汉克兰托科技有限公司", 5, 0.5)
    assert [hit.pool_id for hit in hits] == ["2"]
    assert any(one.comparison == "brand, alike" and one.left == "克兰托" for one in hits[0].explanation)


@pytest.mark.parametrize(("latin", "how"), [("Yungfeng", "pinyin"), ("Wingfung", "pinyin"), ("Yongfeng", "pinyin")])
def test_other_romanisations_of_characters_tie(latin: str, how: str) -> None:
    """永丰 is Yongfeng, Yungfeng in Taiwan and Wing Fung in Hong Kong."""
    ties = align(analyse("永丰贸易有限公司"), analyse(f"{latin} Trading")).ties
    assert ("永丰", how) in [(tie.left, tie.how) for tie in ties]


def test_a_folded_sound_is_no_syllable() -> None:
    """Jiyuan folds to the sound of yuan; it is another word."""
    assert not [tie for tie in align(analyse("元富科技"), analyse("Jiyuan Technology")).ties if tie.kind == "brand"]


def test_syllables_are_no_inflected_gloss() -> None:
    """Suning is not sun with an ending; rising is rise."""
    assert (says("旭", "suning"), says("升", "rising")) == (False, True)


def test_part_of_a_brand_is_another_brand() -> None:
    """Where characters are left over beside a name's sound the two are not reported as one."""
    whole, part = (compare(han, "Shanghai Tenglong Electronic Trading Co. Ltd").probability for han in
                   ("上海腾龙电子贸易有限公司", "上海泽腾龙峰电子贸易有限公司"))  # fmt: skip
    assert part < 0.5 < whole


def test_a_name_that_explains_more_leaves_others_behind() -> None:
    """One place fewer is enough where another name of the pool says all; the order of the pool does not matter."""
    full, less = Entity(("Vobin Electronic (HK) Co., Limited",), id="full"), Entity(("Vobin Electronics Technology",), id="less")
    alone = Pool([less]).ask("香港沃宾电子有限公司", 5, 0.0)[0].probability
    for pool in (Pool([full, less]), Pool([less, full])):
        found = {hit.pool_id: hit for hit in pool.ask("香港沃宾电子有限公司", 5, 0.0)}
        assert found["less"].probability < alone
        assert found["full"].probability > found["less"].probability
        assert any(one.comparison.startswith("another name") and one.right == full.names[0] for one in found["less"].explanation)


def test_contradicting_names_share_the_probability() -> None:
    """Two cities, one brand and trade: neither is more likely than the other, and both less than alone."""
    names = ["Shandong Vobin Technology Co., Ltd", "Dalian Vobin Technology Co., Ltd"]
    hits = Pool([Entity((name,), id=name) for name in names]).ask("沃宾科技有限公司", 5, 0.0)
    alone = Pool([Entity((names[0],), id="0")]).ask("沃宾科技有限公司", 5, 0.0)[0]
    assert len({hit.probability for hit in hits}) == 1
    assert hits[0].probability < alone.probability


@pytest.mark.parametrize("latin", ["Elektromechaniki", "Elektromekhaniki", "elektromehaniki"])
def test_systems_of_romanisation_meet(latin: str) -> None:
    """German, English and plain spellings of one Russian word mean what it means."""
    assert coarse(sound_of(latin.casefold())) == coarse(sound_of(in_latin("электромеханики")))
    assert meanings(sound_of(latin.casefold())) == meanings(sound_of(in_latin("электромеханики"))) != ()


def test_short_words_are_not_declined() -> None:
    """Odes is not a case of Odessa, nor Tipu one of a type: brands are not hidden behind Russian endings."""
    assert (meanings("odes"), meanings("tipu")) == ((), ())


def test_ordinals_of_institutes_are_numbers() -> None:
    """第五十四研究所 is institute 54; the three of Three Rivers is no number."""
    assert analyse("虚构集团第五十四研究所").numbers == ("54",)
    assert analyse("虚构三江集团").numbers == ()


def test_chinese_words_stand_among_chinese_ones() -> None:
    """A line of the lexicon without Russian words still gives its Chinese ones."""
    assert not [word for word in lexicon().russian if not word.isascii()]
    assert lexicon().chinese["太阳能"][0].meaning == "solarpower"
