"""Reading names: words by sound and by meaning, whatever the script."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml

from enduse.entities import analyse, compare, lexicon
from enduse.entities.chinese import segments, simplified
from enduse.entities.glosses import glossed
from enduse.entities.reading import readings
from enduse.terms.sounds import sound_of


def test_russian_words_mean_what_english_ones_do() -> None:
    """Place and trade of a Russian name stand in English words, whatever the case ending."""
    one, other = analyse("АО «Уральский завод гражданской авиации»"), analyse("JSC Ural Works of Civil Aviation")
    assert (one.places, one.trades) == (other.places, other.trades) == (("ural",), ("aviation", "civil", "plant"))


def test_transliterated_russian_means_the_same() -> None:
    """A Russian word in Latin letters is the same word."""
    assert analyse("Uralskiy zavod grazhdanskoy aviatsii").trades == analyse("Уральский завод гражданской авиации").trades


def test_chinese_names_are_cut_into_place_brand_and_trade() -> None:
    """What is neither a place nor a word of trade is the brand."""
    one = analyse("宁波市虚构进出口有限公司")
    assert ([brand.text for brand in one.brands], one.places, one.trades) == (["虚构"], ("ningbo",), ("export", "import"))
    assert one.forms == {"llc"}


def test_traditional_characters_are_read_as_simplified() -> None:
    """A Hong Kong spelling and a mainland one are one."""
    assert simplified("國際貿易") == "国际贸易"
    assert analyse("虛構貿易").brands[0].text == analyse("虚构贸易").brands[0].text


def test_characters_have_sounds_and_glosses() -> None:
    """弥勒 sounds Mile and means Maitreya."""
    brand = analyse("弥勒浩翔").brands[0]
    assert "mile" in brand.sounds
    assert "maitreia" in glossed("弥勒")


def test_a_trade_character_inside_a_brand_stays_brand() -> None:
    """A single character is a word of trade only at the end."""
    assert [bool(one.means) for one in segments("船虚厂")] == [False, True]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("Invented Plant 12", ("12",)), ("Invented Plant XII", ("12",)), ("1st Invented Bank", ("1",)), ("Brigade Forty-Four", ("44",)),
     ("Invented Plant", ())],
)  # fmt: skip
def test_numbers_are_read_in_digits(name: str, numbers: tuple[str, ...]) -> None:
    """Digits, Roman numerals, ordinals and spelled numbers are one."""
    assert analyse(name).numbers == numbers


@pytest.mark.parametrize(
    ("name", "keys"),
    [("АО «Концерн Вымысел» (АО «Вымысел»)", ["kontsern vymysel", "vymysel"]), ("Example (Hong Kong) Ltd", ["example hong kong"]),
     ("Kestrel Works / Osprey Works", ["kestrel works", "osprey works"])],
)  # fmt: skip
def test_second_names_are_read_apart(name: str, keys: list[str]) -> None:
    """A name in brackets or behind a slash is a name; a place in brackets is part of the first."""
    assert [one.key for one in readings(name)] == keys


@pytest.mark.parametrize("name", ["", " ", "\0", "()", "«»", "有限公司", "ООО", "LLC", "a" * 5000, "🙂", "\ud7ff", "１２３"])
def test_anything_can_be_read(name: str) -> None:
    """No text breaks the reader; what is no name has no key."""
    assert analyse(name).name == name


@pytest.mark.slow
def test_reading_is_fast() -> None:
    """At least 5,000 Latin and Cyrillic names a second, half of what is measured."""
    names = [f"Invented {word} Kestrel {at} Works Ltd" for at in range(2500) for word in ("Завод", "Plant")]
    began = time.process_time()
    for name in names:
        analyse(name)
    assert len(names) / (time.process_time() - began) > 5000


@pytest.mark.parametrize(
    ("printed", "trades"),
    [("Kestrel Versicherungsgesellschaft", ("insurance",)), ("Construcciones Kestrel", ("construction",)),
     ("Kestrel Wind Power", ("windpower",)),
     ("Kestrel Bilgisayar Yazılım", ("computer", "software")), ("Sherkat Bazargani Kestrel", ("trade",)), ("Kestrel Kogyo", ("industry",))],
)  # fmt: skip
def test_words_of_other_languages_mean_what_english_ones_do(printed: str, trades: tuple[str, ...]) -> None:
    """Words of lexicon_languages.yml, compounds of them and words of trade parted say a line of business in English words."""
    assert analyse(printed).trades == trades


def test_no_word_of_trade_sounds_as_a_short_other_word() -> None:
    """A word of lexicon_languages.yml whose sound is another word of four letters or fewer would take brands for trade (cia, Sijia)."""
    printed = yaml.safe_load((Path(lexicon.__file__).parent / "lexicon_languages.yml").read_text(encoding="utf-8"))
    words = {word for lines in printed.values() for line in lines.splitlines() for word in line.partition(":")[2].split()}
    assert len(words) > 1000
    sounds = {word: sound_of(word) for word in words if word.isascii()}
    assert {word: sound for word, sound in sounds.items() if sound != word and len(sound) <= 4 and re.search("[aeiouy]", sound)} == {}


@pytest.mark.parametrize(
    ("left", "right"),
    [("ООО Вымпорт Кира", "ООО Вымпорт Киров"),
     ("Hana Vymport Co Ltd", "Hanoi Vymport Co Ltd"), ("Vymport Tuna Ltd", "Vymport Tunisia Ltd"),
     ("ООО Пара", "ООО Парус"), ("ООО Гера", "ООО Герой"), ("Sira Vymport Ltd", "Syria Vymport Ltd"),
     ("Pera Vymport Ltd", "Peru Vymport Ltd"), ("Vymport Vero Ltd", "Vymport Vera Ltd"),
     ("ООО Вымпорт Баран", "ООО Вымпорт Буран")],
)  # fmt: skip
def test_what_is_no_ending_is_not_taken_off(left: str, right: str) -> None:
    """The last letters of Киров and Перу are no endings, though they look like some: Кира and Пера are other words."""
    assert compare(left, right).probability < 0.2


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Кирова", "kirov"), ("Кирове", "kirov"), ("Туниса", "tunisia"), ("Ханоя", "hanoi"), ("Сирии", "syria"), ("Насосов", "pump"),
     ("Keniyu", "kenya"), ("Tunis", "tunisia"), ("Kira", None), ("Насы", None), ("Адане", "adana"),
     ("Adany", "adana"), ("Adani", None), ("Core", None), ("Кореи", "korea"),
     ("Luny", "moon"), ("Maharaja", None), ("Asbestos", None)],
)  # fmt: skip
def test_their_cases_mean_the_same(name: str, meant: str | None) -> None:
    """A word that is known as it stands is known in its cases too."""
    assert analyse(f"Вымысел {name}").words[-1].means == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Rossii", "russia"), ("Rose", None), ("Lewis", None), ("NII", "science"), ("NY", None), ("NPC", "science"), ("PCC", None),
     ("Cube", None), ("Hermanos", "brother"), ("Citigroup", None)],
)  # fmt: skip
def test_short_russian_words_are_meant_by_their_letters(name: str, meant: str | None) -> None:
    """A word in Latin letters that only sounds as a short Russian one is a brand."""
    assert analyse(f"Vymysel {name}").words[1].means == meant
