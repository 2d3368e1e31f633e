"""Names whose known words clerks mistyped, cut, translated or ran together; brands are never mended."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from enduse.entities import relating
from enduse.entities.names import analyse
from enduse.entities.relating import relate
from enduse.entities.relation import Relation
from enduse.entities.text import Text, TextMaker, said_in


def text(name: str, maker: TextMaker) -> Text:
    """Return the text of a name."""
    line = said_in(name, analyse(name))
    assert line is not None
    return maker.text(line)


def related(left: str, right: str) -> Relation:
    """Return how two names relate, asserting that the order does not matter."""
    maker = TextMaker()
    one, other = text(left, maker), text(right, maker)
    assert relate(one, other) == relate(other, one)
    return relate(one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Inventkestrel LogisticsPrivate Limited", "Inventkestrel Logistics Pvt Ltd"),
        ("OOOO INVENTKESTREL AVTOZAPCHASTI", "ООО «Инвенткестрел Автозапчасти»"),
        ("Inventkestrel Auto Parts LLC", "LLC Inventkestrel Avtozapchasti"),
        ("Inventkestrel Mashinostroenie", "Inventkestrel Machinery"),
        ("Inventkestrel Trading LimitedLiability Company", "Inventkestrel Trading LLC"),
        ("Trading FZE Inventkestrel", "Inventkestrel Trading FZE"),
        ("LLC InventkestrelEnergeticheskoe Oborudovanie", "Inventkestrel Power Equip LLC"),
        ("MACHINE TOOL INVENTKESTREL No. 16", "Inventkestrel No. 16 Machinetool"),
    ],
)
def test_words_run_together_or_translated_are_equal(left: str, right: str) -> None:
    """A form written onto a word, two words in one and a trade in two languages part no company."""
    assert related(left, right) >= Relation.SOUND


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Inventkestrel Petroch Pvt Ltd", "Inventkestrel Petrochemical Private Limited"),
        ("Inventkestrel Lgstcs LLC", "Inventkestrel Logistics LLC"),
        ("Inventkestrel Tradnig", "«Инвенткестрел Торговля»"),
        ("Inventkestrel Snabjenie", "Inventkestrel Supply Chain"),
        ("Inventkestrel Oborubovanie", "Inventkestrel Equipment"),
        ("Inventkestrel 7 eTchnology", "Inventkestrel 7Technology"),
    ],
)
def test_trade_mistyped_or_cut_is_still_the_trade(left: str, right: str) -> None:
    """A line of business with a letter wrong, in either language, or cut short is no other word."""
    assert related(left, right) == Relation.MISTYPED


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Inventkestrel Instruments CO TLD", "Inventkestrel Instruments Co., Ltd.", Relation.SPELLED),
        ("Inventkestrel ITC LLC", "Inventkestrel LLC", Relation.MORE),
        ("PTO Inventkestrel", "OOO Inventkestrel", Relation.MORE),
        ("Kestrelinc Trading", "Kestrel Trading", Relation.NEARLY),
        ("Inventkestrel Chain", "Inventkestrel", Relation.LESS),
        ("Inventkestrel Supply", "Inventkestrel Supply Chain", Relation.LESS),
        ("Inventkestrel Metal Manufacturing", "Inventkestrel Metal", Relation.LESS),
        ("Inventkestrel Aviastroenie", "Inventkestrel Aviation", Relation.LESS),
        ("Inventkestrel Tradnig", "Inventkestrel Technology", Relation.MORE),
        ("Inventkestrel Mach 2", "Inventkestrel Machinery", Relation.CONFLICT),
        ("Vymyselon Mach", "Inventkestrel Machinery", Relation.CONFLICT),
    ],
)
def test_what_may_be_another_company_is_not_mended(left: str, right: str, expected: Relation) -> None:
    """Another short word, a longer brand, another trade or number, and a word that one name lacks stay what they were."""
    assert related(left, right) == expected


_BRANDS = ("Inventkestrel", "Vymyselon", "Heron Fiction", "Peak Cloud", "Fengyun", "Mnimaya Tsaplya", "Wolfram7")
_TRADES = ("Trading", "Logistics", "Auto Parts", "Торговля", "Mashinostroenie", "Supply Chain", "Technology", "")
_BESIDE = ("", "Ningbo", "Kazan", "No 6", "7", "Group", "1 Invented Road")
_ENDS = ("LLC", "Co., Ltd.", "Private Limited", "OOO", "")


def soiled(rng: random.Random) -> str:
    """Return a name as a clerk may print it: letters swapped, a word cut short, two words run together."""
    words = f"{rng.choice(_BRANDS)} {rng.choice(_BESIDE)} {rng.choice(_TRADES)} {rng.choice(_ENDS)}".split()
    at, how = rng.randrange(len(words)), rng.randrange(4)
    word = words[at]
    if how == 0 and len(word) > 3:
        cut = rng.randrange(1, len(word) - 1)
        words[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    elif how == 1:
        words[at] = word[: max(3, len(word) // 2)]
    elif how == 2 and at:
        words[at - 1 : at + 1] = [words[at - 1] + word]
    return " ".join(words)


def test_what_is_not_mended_for_speed_would_not_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs that are left alone as soon as nothing can answer relate as they do when every word is looked at."""
    rng, maker = random.Random(7), TextMaker()
    names = [text(one, maker) for one in dict.fromkeys(soiled(rng) for _ in range(160)) if said_in(one, analyse(one)) is not None]
    pairs = list(combinations(names, 2))
    quick = [relate(*pair) for pair in pairs]
    monkeypatch.setattr(relating, "_numbered", lambda left, right: False)
    monkeypatch.setattr(relating, "_stands_alone", lambda words, others: False)
    assert [relate(*pair) for pair in pairs] == quick
    assert {Relation.CONFLICT, Relation.MISTYPED, Relation.SOUND} <= set(quick)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Inventkestrel Hotel Ltd", "Inventkestrel Hostel Ltd"),
        ("Inventkestrel Temir LLC", "Inventkestrel Tamir LLC"),
        ("Inventkestrel Motor Ltd", "Inventkestrel Moter Ltd"),
    ],
)
def test_word_of_its_own_is_asked_about(left: str, right: str) -> None:
    """A short word with another letter than a trade's, or one that is a word or a given name itself, is no trade mistyped."""
    assert related(left, right) == Relation.SPELLED
