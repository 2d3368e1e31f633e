"""One story told in English, Russian and Chinese is one origin; another story of the same outlets is not. All invented."""

from __future__ import annotations

import pytest

from enduse.claims.extracted import ArticleClaims, Lineage
from enduse.claims.lineage import group
from enduse.claims.reading import read_text

FIRST = (
    "Kestrelvan Works sent 1,240 engines worth $3.5 million to Dobrimun Plant in May 2023, two European officials told the {0}.\n\n"
    "The engines reached Dobrimun Plant through Zunlap Trading, a firm in Kazakhstan, the officials said."
)
RETOLD: dict[str, tuple[str, str, str]] = {
    "names": (
        "ru",
        "Вымышленная газета",
        "Компания Kestrelvan Works отправила заводу Dobrimun Plant 1240 двигателей на 3,5 млн долларов в мае 2023 года, сообщает {0} "
        "со ссылкой на двух европейских чиновников.\n\nПо данным издания, двигатели попали на завод через фирму Zunlap Trading.",
    ),
    "transliterated": (
        "ru",
        "Пример Новости",
        "Завод «Добримун» получил в мае 2023 года 1240 двигателей от компании «Кестрелван», пишет {0}. "
        "Стоимость партии составила 3,5 миллиона долларов.",
    ),
    "chinese": (
        "zh",
        "虚构日报",
        "据《{0}》报道，Kestrelvan Works公司于2023年5月向Dobrimun Plant运送了1240台发动机，价值350万美元。"
        "报道称，这些发动机经由哈萨克斯坦的Zunlap Trading公司运抵。",
    ),
}
"""A retelling: language, outlet, text with a place for the outlet it cites."""
OTHER = {
    "other-en.txt": (
        "en",
        "Nowhere Herald",
        "Sample Logistics sent 77 machine tools worth $1.1 million to Vymysel Electronics in June 2022, according to customs records "
        "seen by the Nowhere Herald.",
    ),
    "other-ru.txt": (
        "ru",
        "Вымышленная газета",
        "Компания Sample Logistics отправила заводу Vymysel Electronics 77 станков на 1,1 млн долларов в июне 2022 года, сообщает "
        "Nowhere Herald со ссылкой на таможенные документы.",
    ),
}


def article(name: str, language: str, outlet: str, day: int, text: str) -> ArticleClaims:
    """Return an article read as the command reads it."""
    return read_text(name, text, {"outlet": outlet, "language": language, "published_on": f"2024-05-{day:02d}"})


@pytest.fixture(scope="module")
def lineage() -> Lineage:
    """Return the lineage of one story in three languages beside another in two."""
    told = [article("first.txt", "en", "Invented Courier", 6, FIRST.format("Invented Courier"))]
    told += [article(f"{name}.txt", lang, outlet, 7, text.format("Invented Courier")) for name, (lang, outlet, text) in RETOLD.items()]
    return group([*told, *(article(name, lang, outlet, 8, text) for name, (lang, outlet, text) in OTHER.items())])


def test_retellings_in_other_languages_are_one_origin(lineage: Lineage) -> None:
    """The outlet cited, the numbers and the names bring them together, whatever the language, and count once."""
    assert [(one.articles, one.independent) for one in lineage.origins] == [
        (("chinese.txt", "first.txt", "names.txt", "transliterated.txt"), True),
        (("other-en.txt", "other-ru.txt"), True),
    ]


def test_the_same_claim_is_found_across_languages(lineage: Lineage) -> None:
    """The delivery is one claim of four articles."""
    members = [claim for claim, top in lineage.same_as.items() if top == lineage.same_as[_first(lineage)]]
    assert len(members) == 4


def _first(lineage: Lineage) -> str:
    story = next(one for one in lineage.origins if "first.txt" in one.articles)
    return max(story.claims, key=lambda claim: sum(lineage.same_as.get(claim) == top for top in lineage.same_as.values()))


@pytest.mark.parametrize(("language", "cited"), [("ru", "агентство Рейтер"), ("zh", "路透社")])
def test_an_outlet_is_known_under_its_name_in_other_scripts(language: str, cited: str) -> None:
    """An agency cited in Russian or Chinese is the one that published the story in English."""
    kind = "transliterated" if language == "ru" else "chinese"
    first = article("first.txt", "en", "Reuters", 6, FIRST.format("Reuters"))
    retold = article("retold.txt", language, RETOLD[kind][1], 7, RETOLD[kind][2].format(cited))
    found = group([first, retold])
    assert [one.articles for one in found.origins] == [("first.txt", "retold.txt")]
    assert sum(one.independent is True for one in found.origins) == 1
