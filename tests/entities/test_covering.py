"""What is looked up in arrays before an answer across scripts is tried leaves out no answer, and leaves out most of what is none."""

from __future__ import annotations

import random

import numpy as np
import pytest

from enduse.entities.bridging import _answer, _Brands, _Cores, _heard, _meant, _Said
from enduse.entities.covering import bits_of_spans, may_cover, numbers_may_agree
from enduse.entities.known import Known
from enduse.entities.names import analyse
from enduse.entities.text import said_in
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import gloss_keys

_HAN = (
    "宁波峰云进出口有限公司", "宁波云翔贸易有限公司", "深圳浩翔技术有限公司", "第五峰云机械宁波有限公司",
    "宁波峰云机械有限公司", "深圳浩翔贸易有限公司", "宁波峰云贸易有限公司",
)  # fmt: skip
_PLACES = ("Ningbo", "Shenzhen", "")
_BRANDS_SAID = ("Peak Cloud", "Fengyun", "Feng Cloud", "Cloud Soaring", "Hao Xiang", "Peak", "Kestrel Cloud", "5 Fengyun", "5 Peak Cloud")
_TRADES = ("Import and Export", "Trading", "Tradng", "Technology", "Machinery", "Bearings")


def _table(seed: int) -> TextTable:
    rng = random.Random(seed)
    names = [*_HAN, *(" ".join(map(rng.choice, (_PLACES, _BRANDS_SAID, _TRADES))) for _ in range(150))]
    return TextTable(sorted({line for name in names if (line := said_in(name, analyse(name)))}))


@pytest.mark.parametrize("portion", [7, 500_000])
def test_brands_are_covered_as_word_by_word(portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text may cover a brand just where every character is heard or meant by one of its words, however many pairs go at once."""
    monkeypatch.setattr("enduse.entities.covering._PORTION", portion)
    table, known = _table(1), Known()
    cores = _Cores(table, known)
    brands, texts = _Brands(cores, known), np.flatnonzero(~table.han)
    which, of = np.repeat(np.arange(len(brands.brands)), len(texts)), np.tile(texts, len(brands.brands))
    asked = np.random.default_rng(1).permutation(len(which))
    expected = []
    for brand, text in zip(brands.brands.take(which[asked]).to_pylist(), of[asked].tolist(), strict=True):
        bits = 0
        for word in table.texts[text].printed:
            bits |= bits_of_spans(_heard(brand).get(word.sound, []))
            bits |= bits_of_spans([span for key in gloss_keys(word.sound, word.means) for span in _meant(brand).get(key, [])])
        expected.append(bits == (1 << len(brand)) - 1)
    assert may_cover(table, brands.brands, brands.said(), which[asked], of[asked]).tolist() == expected
    assert 0.02 < np.mean(expected) < 0.5


def test_no_answer_is_left_out() -> None:
    """Whatever answers a Chinese name may cover its brand and say as many numbers."""
    table, known = _table(2), Known()
    cores = _Cores(table, known)
    brands, texts = _Brands(cores, known), np.flatnonzero(~table.han)
    answered = 0
    for at, core in cores.several(np.arange(len(cores))).items():
        which = np.full(len(texts), at)
        may = numbers_may_agree(table, texts, cores.numbers[which])
        may &= may_cover(table, brands.brands, brands.said(), brands.of[which], texts)
        answers = np.array([_answer(core, _Said(table.texts[text])) is not None for text in texts.tolist()])
        assert may[answers].all()
        answered += int(answers.sum())
    assert answered > 5


def test_a_number_more_is_no_answer() -> None:
    """A text with one number may say one, and neither none nor two."""
    table = TextTable(["kestrel 5 bearings"])
    assert numbers_may_agree(table, np.zeros(3, np.int64), np.array([0, 1, 2])).tolist() == [False, True, False]
