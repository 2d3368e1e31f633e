"""A target is missed by a seed that falls short of it, and by nobody having measured it."""

from __future__ import annotations

import pytest

from enduse.worlds.measures import Measure
from reaching import missed


def _measure(name: str, value: float | None) -> Measure:
    return Measure(name, value, 10, "an invented measure")


def test_every_seed_must_reach_a_target(capsys: pytest.CaptureFixture[str]) -> None:
    """One seed of two below it is a miss; what no target names is only printed."""
    seeds = [[_measure("share", 0.9), _measure("other", 0.1)], [_measure("share", 0.7)]]
    assert (missed({"share": (">=", 0.7)}, seeds), missed({"share": (">=", 0.8)}, seeds)) == (0, 1)
    assert "other" in capsys.readouterr().out


def test_a_target_that_nobody_measured_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    """A measure that is absent, or could not be told in any seed, reaches nothing."""
    assert missed({"share": (">=", 0.7), "absent": ("<=", 0.0)}, [[_measure("share", None)]]) == 2
    assert capsys.readouterr().out.count("not measured in any seed: MISSED") == 2
