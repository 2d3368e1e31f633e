"""Evidence and weights: what each piece is, which way it points, and that the guide prints what the code prints."""

from __future__ import annotations

import contextlib
import io
import re
from typing import Any

import pytest

from enduse.entities import Compared, compare
from enduse.entities.aligning import align
from enduse.entities.notes import without_notes
from enduse.entities.pieces import COUNTRY_PIECES, PIECES, evidence
from enduse.entities.printed import bare
from enduse.entities.reading import analyse
from enduse.entities.weights import weights
from tests.conftest import CHECKOUT

AGAINST = (
    "slips",
    "generic",
    "conflict",
    "conflict_any",
    "place_differs",
    "trade_differs",
    "number_differs",
    "number_one_side",
    "country_differs",
)


def held(left: str, right: str) -> dict[str, float]:
    """Return the pieces of evidence of two names."""
    return dict(zip(PIECES, evidence(align(analyse(left), analyse(right))), strict=True))


def test_every_piece_has_a_weight() -> None:
    """The fitted file names exactly the pieces that are counted."""
    assert set(weights("companies")) == {*PIECES, *COUNTRY_PIECES}


@pytest.mark.parametrize("piece", AGAINST)
def test_contradictions_weigh_against(piece: str) -> None:
    """What speaks against a match has a weight below zero."""
    assert weights("companies")[piece] < 0


def test_sister_companies_hold_what_differs() -> None:
    """Place, line of business and number that differ are pieces of their own."""
    assert held("Kestrel Trading Moscow", "Kestrel Trading Kazan")["place_differs"] == 1
    assert held("Kestrel Trading", "Kestrel Textile")["trade_differs"] > 0
    assert held("Kestrel Plant 1", "Kestrel Plant No. 2")["number_differs"] == 1


def test_trades_alone_are_no_brand() -> None:
    """A works that has a name answers to its name before it does to a line of business; beside its city no name is lacking."""
    asked = "АО Вымысловский судостроительный завод «Узорчик»"
    assert compare(asked, "Uzorchik").score > compare(asked, "Sudostroitelnyy Zavod").score
    assert held(asked, "Sudostroitelnyy Zavod")["brand_unmet"] == 1
    assert held("АО Пермский завод «Узорчик»", "Perm Plant")["brand_unmet"] == 0
    assert held(asked, "Uzorchik")["brand_unmet"] == held("Sudostroitelnyy Zavod", "Shipbuilding Plant")["brand_unmet"] == 0


def test_evidence_is_the_same_from_both_sides() -> None:
    """Which name is first makes no difference."""
    assert held("ООО Вымысел Трейд", "Vymysel Logistics") == pytest.approx(held("Vymysel Logistics", "ООО Вымысел Трейд"))


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [("НПП «Вымысел»", "NPP Vymysel", "sound"), ("Центр морских исследований «Вымысел»", "TsMI Vymysel", "initials"),
     ("VymyselPlant", "Вымысел завод", "meaning"),
     ("Plantvymysel", "завод Вымысел", "joined"), ("Vymysel Technolgoy", "Вымысел технологии", "alike")],
)  # fmt: skip
def test_words_stand_for_others(left: str, right: str, how: str) -> None:
    """First letters, words written onto each other and words of trade mistyped are tied, and told how."""
    assert any(one.outcome == "agree" and one.comparison.endswith(how) for one in compare(left, right).explanation)


def test_another_syllable_is_another_name() -> None:
    """Two well-formed Chinese words that differ by a syllable are no misspelling of each other."""
    assert compare("Wuxi Fengcheng Chemical", "Wuxi Fenghong Chemical").probability < 0.5
    assert Compared("brand", "differ", "虚 构", "haoxiang") in compare("虚构机械", "Haoxiang Machinery").explanation


@pytest.mark.parametrize(
    ("printed", "left"),
    [("Kestrel Works TEL: +7 495 000", "Kestrel Works"), ("Kestrel №6", "Kestrel 6"), ("Kestrel NO6", "Kestrel 6"),
     ("虚构有限限公司", "虚构有限公司"), ("Attn Kestrel", "Attn Kestrel"), ("Casino Nova", "Casino Nova")],
)  # fmt: skip
def test_notes_and_signs_go(printed: str, left: str) -> None:
    """What a clerk prints around a name is cut off; what may be the name stays."""
    assert bare(without_notes(printed)[0]) == left


def test_the_guide_prints_what_the_code_prints() -> None:
    """Each example of docs/guide/names.md is followed by what it prints now."""
    text = (CHECKOUT / "docs" / "guide" / "names.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    for code, printed in examples:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(compile(code, "names.md", "exec"), names)
        assert said.getvalue().strip() == printed.strip()
    assert len(examples) == 3


def test_what_brackets_take_off_is_told() -> None:
    """Where only names in brackets meet, the explanation says that they tell less; where a name of its own meets, it does not."""
    told = compare("Kestrel Vymys Stores (Ospreyville)", "Sokolov Dalny Stores (Ospreyville)").explanation
    assert Compared("name in brackets only", "unknown", "Ospreyville", "Ospreyville") in told
    own = compare("Kestrel Vymys Stores (Ospreyville)", "Kestrel Vymys Stores").explanation
    assert "name in brackets only" not in [one.comparison for one in own]
