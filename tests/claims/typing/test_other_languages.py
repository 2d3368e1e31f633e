"""Russian and Chinese sentences, all invented: typed as they must be, or left alone; more than twenty of each with their truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from enduse.claims.reading import read_text
from enduse.claims.typing import Typed, typed

TOLD = Path(__file__).resolve().parents[2] / "cases" / "told" / "development.yml"
STATED = {"published_on": "2024-07-02", "outlet": "Sample Wire"}


def found_in(language: str, sentence: str) -> list[Typed]:
    """Return everything typed in a sentence."""
    article = read_text("a.txt", f"{sentence}\n", {**STATED, "language": language})
    made = (typed(claim, article.view) for claim in article.claims)
    return [one for one in made if isinstance(one, Typed)]


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_each_sentence_is_typed_as_its_template_or_left_alone(language: str) -> None:
    """Deliveries, totals and listings; negations, plans, doubts, pronouns and other orders of words."""
    held: dict[str, Any] = yaml.safe_load(TOLD.read_text(encoding="utf-8"))[language]
    lines = [line for lines in held.values() for line in lines]
    assert len(lines) > 40
    wrong = [
        sentence
        for template, _, sentence in lines
        if [one.kind for one in found_in(language, sentence)] != ([] if template == "-" else [template])
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "sentence", "supplier", "consignee"),
    [
        ("ru", "ООО «Мнимая Цапля» поставило подшипники ТОО «Пример Снаб» в 2023 году.", "Мнимая Цапля", "Пример Снаб"),
        ("ru", "ТОО «Пример Снаб» получило подшипники от ООО «Мнимая Цапля» в 2023 году.", "Мнимая Цапля", "Пример Снаб"),
        ("ru", "Подшипники были поставлены компании «Пример Снаб» компанией «Мнимая Цапля» в 2023 году.", "Мнимая Цапля", "Пример Снаб"),
        ("zh", "虚构苍鹭电子有限公司2023年向样本采购有限公司供应了轴承。", "虚构苍鹭", "样本采购"),
        ("zh", "样本采购有限公司2023年从虚构苍鹭电子有限公司进口了轴承。", "虚构苍鹭", "样本采购"),
    ],
)
def test_cases_and_prepositions_tell_who_is_who(language: str, sentence: str, supplier: str, consignee: str) -> None:
    """Subject, receiver and sender by case, 'от', 向 and 从."""
    (found,) = found_in(language, sentence)
    assert supplier in found.parties["supplier"].mention.text
    assert consignee in found.parties["consignee"].mention.text
    assert found.says == {"since": "2023", "until": "2023"}


def test_a_stem_names_goods_only_with_an_ending_of_its_own() -> None:
    """Motors are engines; motor oils are not."""
    assert [one.goods[0].label for one in found_in("ru", "Китай экспортировал в Казахстан моторы на 3 млн долларов в 2023 году.")] == [
        "engines"
    ]
    assert found_in("ru", "Китай экспортировал в Казахстан моторные масла на 3 млн долларов в 2023 году.") == []
