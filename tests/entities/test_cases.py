"""The pairs of tests/cases/names.yml: same, different or a question."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.conftest import CHECKOUT
from tests.entities.conftest import Resolve, mention

CASES: dict[str, list[list[Any]]] = yaml.safe_load((CHECKOUT / "tests" / "cases" / "names.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expected", "left", "right"),
    [pytest.param(kind, left, right, id=f"{kind}: {why}") for kind, pairs in CASES.items() for left, right, why in pairs],
)
def test_pair(resolved: Resolve, expected: str, left: list[str], right: list[str]) -> None:
    """The pair comes out as an analyst judged it."""
    run = resolved(mention(*left), mention(*right, role="consignor"))
    questions = run.read("possible_matches").num_rows
    assert {(1, 0): "same", (2, 0): "different", (2, 1): "question"}[run.read("entities").num_rows, questions] == expected
