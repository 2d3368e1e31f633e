"""Chinese companies in Cyrillic letters beside their names in pinyin and in characters."""

from __future__ import annotations

import pytest

from enduse.entities import analyse, compare, match
from enduse.entities.palladius import LOOSE, STRICT, in_cyrillic, pinyin_of
from enduse.entities.transcribed import transcribes

INVENTED = "浙江虚构云峰科技有限公司"


@pytest.mark.parametrize(
    ("word", "pinyin", "sure"),
    [("хаосян", "haoxiang", STRICT), ("чанъань", "changan", STRICT), ("цзюйли", "juli", STRICT), ("жуйда", "ruida", STRICT),
     ("дзиньлун", "jinlong", LOOSE), ("шеньжень", "shenzhen", LOOSE), ("хаосянг", "haoxiang", LOOSE), ("хаосян", "haoxian", LOOSE)],
)  # fmt: skip
def test_syllables(word: str, pinyin: str, sure: float) -> None:
    """Syllables of Palladius are read by the system, and as clerks write them with less certainty."""
    assert pinyin_of(word)[pinyin] == sure


@pytest.mark.parametrize("word", ["вымысел", "си", "kestrel", ""])
def test_no_transcription(word: str) -> None:
    """Words of no Chinese syllables, and of one only, are none."""
    assert pinyin_of(word) == {}


def test_every_place_reads_back() -> None:
    """What the system writes is read as the same pinyin."""
    assert all(pinyin in pinyin_of(in_cyrillic(pinyin)[0]) for pinyin in ("wenzhou", "xiamen", "luoyang", "jiujiang", "changan"))


def test_own_letters_need_no_transcription() -> None:
    """A Russian word that happens to be Chinese syllables and sounds so in Latin letters is no reason to ask."""
    assert not transcribes("ООО Тайга Луна")


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("ШЭНЬЧЖЭНЬ СЮЙГОУ ТЕКНОЛОДЖИ КО., ЛТД", "Shenzhen Xugou Technology Co., Ltd."),
     ("Нинбо Сюйгоу Импорт энд Экспорт Ко Лтд", "NINGBO XU GOU IMPORT AND EXPORT CO LTD"),
     ("Вэньчжоу Сюй Гоу Мануфэкчуринг", "Wenzhou Xugou Manufacturing Co Ltd"), ("Сюйгоу Луншэн Машинери", "Xugou Longsheng Machinery"),
     ("ГУАНЖОУ СЮГОУ ТРЕЙДИНГ", "Guangzhou Xugou Trading"), ("ЧЖЕДЖИАНГ СЮЙГОУ ХАРДВЭР", "Zhejiang Xugou Hardware")],
)  # fmt: skip
def test_pinyin_answers(cyrillic: str, latin: str) -> None:
    """An invented Chinese company in a Russian declaration is the one in Latin letters, co. and ltd. being no words of its name."""
    assert compare(cyrillic, latin).probability > 0.95
    assert compare(latin, cyrillic).score == compare(cyrillic, latin).score


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Шэньчжэнь Сюйгоу Текнолоджи", "Shenzhen Xufeng Technology"), ("Шэньчжэнь Сюйгоу Текнолоджи", "Ningbo Xugou Technology"),
     ("Шэньчжэнь Хаофэн Текнолоджи", "Shenzhen Haoxiang Technology")],
)  # fmt: skip
def test_another_company(cyrillic: str, latin: str) -> None:
    """Another syllable is another brand, another city another company."""
    assert compare(cyrillic, latin).probability < 0.2


def test_characters_answer() -> None:
    """The characters answer to the transcription of their reading, not to that of another."""
    assert compare(INVENTED, "Чжэцзян Сюйгоу Юньфэн Текнолоджи").probability > 0.95
    assert compare(INVENTED, "ЧЖЕДЖИАНГ СЮЙГОУ ЮНЬФЭН ТЕКНОЛОДЖИ").probability > 0.95
    assert compare(INVENTED, "Чжэцзян Сюйгоу Луншэн Текнолоджи").probability < 0.2


def test_soft_signs_rank() -> None:
    """Who prints soft signs means them: Хаосянь is Haoxian before it is Haoxiang."""
    scores = [compare("Шэньчжэнь Хаосянь Текнолоджи", f"Shenzhen {name} Technology").score for name in ("Haoxian", "Haoxiang")]
    assert scores[0] > scores[1] + 1


def test_a_pool_finds_it() -> None:
    """Asked in Cyrillic letters a pool of pinyin answers, and the other way round."""
    latin, cyrillic = "Shenzhen Xugou Yunfeng Technology", "Шэньчжэнь Сюйгоу Юньфэн Текнолоджи"
    others = [f"Shenzhen {brand} Technology" for brand in ("Longsheng", "Jinmeng", "Ruida", "Hongtai")]
    assert [hit.name for hit in match([cyrillic], [latin, *others])] == [latin]
    assert [hit.name for hit in match([latin], [cyrillic, *others])] == [cyrillic]


def test_a_trading_house_spelled_out() -> None:
    """Behind the form in full a trading house stays one: rigour knows the two as one form, and the parent company is another."""
    spelled = analyse("Общество с ограниченной ответственностью «Торговый дом Вымысел»")
    assert spelled.key == analyse("ООО «Торговый дом Вымысел»").key
    assert compare(spelled.name, "ООО Вымысел").probability < 0.5 < compare(spelled.name, "TD Vymysel LLC").probability


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Кестрел Машина Санайи ве Тиджарет Лтд Шти", "Kestrel Makina Sanayi ve Ticaret Ltd Sti"),
     ("Кестрел Трейдинг ДМСС", "Kestrel Trading DMCC"),
     ("Кестрел Индастриз Прайвит Лимитед", "Kestrel Industries Private Limited"),
     ("Кестрел Сайнс энд Текнолоджи Ко", "Kestrel Science & Technology Co"),
     ("КЕСТРЕЛ ТЕКНИК ГМБХ И КО КГ", "Kestrel Technik GmbH & Co. KG"),
     ("Кестрел энд Санз Пте. Лтд. (Сингапур)", "Kestrel & Sons Pte Ltd (Singapore)")],
)  # fmt: skip
def test_other_countries_forms(cyrillic: str, latin: str) -> None:
    """Names and forms from Turkey, India, Dubai and Germany are known as declarations print them in Cyrillic letters."""
    assert compare(cyrillic, latin).probability > 0.9


@pytest.mark.parametrize(
    ("printed", "other"),
    [("«Վիմիսել Թրեյդ» ՍՊԸ", "Vimisel Trade LLC"), ("Վիմիսել ՓԲԸ", "Vimisel CJSC"), ("Vimisel ASC", "Vimisel OJSC"),
     ("Vimisel Logistika Məhdud Məsuliyyətli Cəmiyyəti", "Vimisel Logistics LLC"), ("ИП ООО «VIMISEL TEXNO»", "FE LLC Vimisel Techno"),
     ("СП ООО «Вымысел»", "JV LLC Vymysel"), ("ИП Вымыслов А.А.", "IE Vymyslov A.A."), ("LTD ВЫМЫСЕЛ ДЖОРДЖИЯ", "Vymysel Georgia Ltd"),
     ("Kestrel Dış Ticaret Ltd. Şti.", "Kestrel Foreign Trade Ltd"), ("Кестрел Дыш Тиджарет Лтд Шти", "Kestrel Foreign Trade Ltd")],
)  # fmt: skip
def test_forms_from_baku_to_tashkent(printed: str, other: str) -> None:
    """Legal forms of the countries through which goods pass are no part of the name, and none speaks against the same in English."""
    assert compare(printed, other).probability > 0.9
