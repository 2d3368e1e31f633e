"""One Chinese name spelled by sound in one print and translated in another: a question with its reason, never a merge."""

from __future__ import annotations

import numpy as np
import pytest

from enduse.entities.known import Known
from enduse.entities.names import analyse
from enduse.entities.rendered import Rendered
from enduse.entities.text import said_in
from enduse.entities.texts import TextTable


def met(*names: str) -> list[tuple[str, str, str]]:
    """Return (translated, spelled, how) of the pairs found among the names."""
    table = TextTable([line for name in names if (line := said_in(name, analyse(name))) is not None])
    return [(names[one.translated], names[one.spelled], one.told) for one in Rendered(table, Known()).among(np.ones(len(table), bool))]


def test_a_translation_meets_its_spelling_word_by_word() -> None:
    """Each English word leads to a syllable, in order; place and trade agree."""
    assert met("SHENZHEN FLUTE PEAK CICADA ENGINE CO LTD", "Shenzhen Difengchan Engine Co., Ltd.") == [
        ("SHENZHEN FLUTE PEAK CICADA ENGINE CO LTD", "Shenzhen Difengchan Engine Co., Ltd.", "flute = di, peak = feng, sikada = Can")
    ]


def test_one_word_may_be_translated_and_the_others_kept() -> None:
    """Maitreya is Mile; Haoxiang stands in both."""
    assert met("Maitreya Haoxiang Technology", "Mile Haoxiang Technology")[0][2] == "maitreia = mile"


def test_a_word_of_trade_may_be_a_brands() -> None:
    """Crane is a machine and a bird."""
    assert (
        met("XUNING CRANE LANTERN RAINBOW ENGINE CO LTD", "XUNING HEDENGHONG ENGINE CO LTD")[0][2]
        == "krane = he, lantern = deng, rainbov = hong"
    )


@pytest.mark.parametrize(
    "other",
    [
        "Guangzhou Difengchan Engine Co Ltd",
        "Shenzhen Difengchan Furniture Co Ltd",
        "Shenzhen Fengdichan Engine Co Ltd",
        "Shenzhen Difeng Engine Co Ltd",
        "Shenzhen Difengchan",
    ],
)
def test_another_city_trade_order_or_word_is_no_rendering(other: str) -> None:
    """What is left over, or differs, is not explained away."""
    assert met("SHENZHEN FLUTE PEAK CICADA ENGINE CO LTD", other) == []


def test_one_syllable_is_no_evidence() -> None:
    """Da may mean great, and very much else."""
    assert met("Shenzhen Great Trading", "Shenzhen Da Trading") == []
