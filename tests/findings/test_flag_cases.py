"""The cases an analyst can add to: each flag fires, misses or cannot tell as the case says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from enduse.findings import FLAGS, assess
from enduse.store import StageRun
from tests.findings.desks import prepare

NUMBERS: dict[str, Callable[[str], float]] = {"each": int, "consignee_share": float, "hs_share": float}
FOLDER = Path(__file__).resolve().parents[1] / "cases" / "flags"
CASES: list[tuple[str, dict[str, Any]]] = [
    (path.stem.upper().replace("_", "-"), case)
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
]


@pytest.mark.parametrize(("flag_id", "case"), CASES, ids=[f"{flag_id}: {case['name']}" for flag_id, case in CASES])
def test_case(flag_id: str, case: dict[str, Any], make_desk: Any) -> None:
    """The flag answers the case with the outcome written beside it."""
    desk: StageRun = prepare(make_desk(parameters={"keep_no_for": "all"}), _typed(case))
    assess(desk)
    shipment = f"s{int(case['shipment']):04d}" if "shipment" in case else None
    asked = (flag_id, case.get("about", "Example Trading"), shipment)
    found = [row for row in desk.read("findings").to_pylist() if (row["flag_id"], row["entity_id"], row["shipment_id"]) == asked]
    assert [row["outcome"] for row in found] == ([] if case["outcome"] == "none" else [case["outcome"]]), found
    if found:
        assert case.get("because", "") in (found[0]["cannot_tell_because"] or "")


def test_every_flag_has_the_three_kinds() -> None:
    """Each flag has a case that fires, a near miss, and one that cannot tell."""
    shown = {flag.id: {case["shows"] for flag_id, case in CASES if flag_id == flag.id} for flag in FLAGS}
    assert shown == {flag.id: {"fires", "near miss", "cannot tell"} for flag in FLAGS}


def _typed(value: Any) -> Any:
    """Return the case with null, booleans and numbers as such; dates and codes stay text."""
    if isinstance(value, dict):
        return {key: NUMBERS[key](inner) if key in NUMBERS else _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    return {"null": None, "true": True, "false": False}.get(value, value)
