"""What is asked of all texts in columns is what asking text by text gives."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest

from enduse.entities import across, bridging
from enduse.entities.names import analyse
from enduse.entities.postings import Postings
from enduse.entities.text import Text, TextMaker, said_in
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import NUMBER, TRADE, gloss_keys, place_of
from tests.entities.conftest import Resolve, mention

_PARTS = (
    "Kestrel",
    "Peak",
    "Cloud",
    "Feng",
    "Yun",
    "Ningbo",
    "Moscow",
    "Bearings",
    "Trading",
    "Electronic",
    "Plant",
    "No. 5",
    "宁波峰云进出口",
)
_WEIGHTS = {"s": 1.0, "m": 0.7, "w": 0.55, "c": 0.6}


def _table(seed: int) -> TextTable:
    rng = random.Random(seed)
    names = {" ".join(rng.sample(_PARTS, rng.randrange(2, 6))) for _ in range(80)}
    return TextTable(sorted({line for name in names if (line := said_in(name, analyse(name)))}))


def _held(table: TextTable, text: Text) -> set[str]:
    """Return the keys under which one text is found."""
    found: set[str] = set()
    for at in range(len(table.words)):
        one = table.words[at]
        if one in text.printed and one.kind != NUMBER:
            stem = table.words.stems[at].as_py()
            found |= {f"s:{one.sound}"} | ({f"m:{one.means}"} if one.means else set()) | ({f"w:{stem}"} if one.kind != TRADE else set())
    found |= {f"s:{left.sound}{right.sound}" for left, right in pairwise(text.printed)}
    means = sorted({one.means for one in text.printed if one.means and one.kind != NUMBER})
    return found | {f"c:{one}|{other}" for one, other in combinations(means[:8], 2)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_texts_that_share_most_are_found(seed: int) -> None:
    """For any keys the same texts in the same order as when each text is asked for its keys; Chinese texts are not among them."""
    table, rng = _table(seed), random.Random(seed)
    rows: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(table.texts):
        for key in () if text.han else _held(table, text):
            rows[key].append(at)
    wanted = sorted({*rng.sample(sorted(rows), len(rows) // 2), "s:nobodysaysit"})
    asked = [np.array(sorted(rng.sample(range(len(wanted)), min(12, len(wanted)))), np.int64) for _ in range(100)]
    met = 0
    bounds = np.cumsum([0, *map(len, asked)])
    names, texts = Postings(table, wanted).near(np.concatenate(asked), bounds, 0.6, 10)
    for number, keys in enumerate(asked):
        found = texts[names == number].tolist()
        sums: dict[int, float] = defaultdict(float)
        for key in (wanted[at] for at in keys.tolist()):
            for at in rows[key]:
                sums[at] += _WEIGHTS[key[0]] * math.log((len(table) + 1) / len(rows[key]))
        enough = [at for at, total in sums.items() if total >= 0.6 * max(sums.values())]
        assert found == sorted(enough, key=lambda at: (-round(sums[at], 9), at))[:10]
        met += len(found)
    assert met > 100


def test_texts_made_of_columns_are_those_made_of_lines() -> None:
    """A text that is known from an earlier run has the same words, place and glosses as one that is made anew."""
    table = _table(4)
    again = TextTable(table.lines, table.rows, table.words.rows)
    assert list(again.texts) == list(table.texts)
    assert again.places.to_pylist() == [place_of(text.printed) for text in table.texts]
    said = [gloss_keys(one.sound, one.means) if one.kind != NUMBER else () for one in (again.words[at] for at in range(len(again.words)))]
    assert [tuple(one) for one in again.words.glosses.to_pylist()] == said
    assert again.earlier.tolist() == [text if table.line[text] == row else -1 for row, text in enumerate(table.of_line.tolist())]


def test_names_across_scripts_are_weighed_once(resolved: Resolve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolved again, no two names across scripts are weighed, laid beside each other or explained; a new name is."""
    names = ("宁波峰云进出口有限公司", "Ningbo Peak Cloud Import and Export", "宁波峰云贸易有限公司", "ООО Хаосян Пустельга")
    rows = [mention(name, "CN") for name in names]
    asked: list[object] = []

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: object) -> Any:
            asked.append(given)
            return real(*given)

        return call

    across_scripts = ("weigh", "explain", "keys", "transcribes")
    for module, name in (*((across, one) for one in across_scripts), (bridging, "_answer"), (bridging, "_core")):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    resolved(*rows)
    assert len(asked) > 5
    assert ("ООО Хаосян Пустельга",) in asked
    asked.clear()
    resolved(*rows)
    assert asked == []
    resolved(*rows, mention("Ningbo Peak Cloud Trading", "CN"))
    assert asked


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kestrel Real Estate LLC", None), ("Kestrel Wind Power GmbH", None), ("H & K Kestrel Ltd", None),
        ("Kestrel Costa Rica", "costarica"), ("Kestrel El Salvador", "elsalvador"), ("Kestrel Hong Kong Ltd", "hongkong"),
    ],
)  # fmt: skip
def test_only_a_place_of_two_words_is_where_a_company_is(name: str, place: str | None) -> None:
    """A line of business of two words, and two initials, were kept as a place."""
    line = said_in(name, analyse(name))
    assert line is not None
    assert place_of(TextMaker().text(line).printed) == place
