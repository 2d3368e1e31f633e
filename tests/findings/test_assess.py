"""What the stage writes: cited, ordered, the same for any order of rows, without the answers nobody asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from enduse.errors import FindingWithoutCitation, SettingError
from enduse.findings import PARAMETERS, Citation, Finding, assess, flag_docs
from enduse.store import StageRun
from tests.findings.desks import prepare

CASE: dict[str, Any] = {
    "shipments": [
        {"on": "2022-05-03"},
        {"on": "2023-03-25", "from": "Invented Kestrel Works", "origin": "DE", "dispatch": "TR"},
        {"on": "2021-05-03", "to": "Example Other", "hs": "620342"},
        {"on": "2022-05-04", "to": "Example Other"},
    ],
    "companies": {"Example Other": "KZ"},
    "listed": [{"company": "Example Trading", "grade": "confirmed", "started_on": "2023-01-01"}],
}


def _assessed(desk: StageRun, case: dict[str, Any] = CASE) -> list[dict[str, Any]]:
    assess(prepare(desk, case))
    found: list[dict[str, Any]] = desk.read("findings").to_pylist()
    return found


def test_a_finding_without_a_row_cannot_be_made() -> None:
    """Constructing a finding without a citation raises."""
    with pytest.raises(FindingWithoutCitation):
        Finding("RF-01", "Example Trading", None, "list", "no", "Nothing.", (), "{}")


def test_grades_belong_to_yes_only() -> None:
    """A no with a confidence is a mistake, and so is a cannot tell without its reason."""
    with pytest.raises(ValueError, match="wrong grades"):
        Finding("RF-01", "Example Trading", None, "list", "cannot_tell", "Cannot tell.", (Citation("shipment", "s1"),), "{}")


def test_every_finding_is_cited(desk: StageRun) -> None:
    """Each row of findings has at least one row of finding_citations, numbered from 1."""
    found = _assessed(desk)
    first = {row["finding_id"] for row in desk.read("finding_citations").to_pylist() if row["ordinal"] == 1}
    assert {row["finding_id"] for row in found} == first


def test_cited_shipments_exist(desk: StageRun) -> None:
    """Every cited shipment and coverage month is a row of its table."""
    _assessed(desk)
    shipments = set(desk.read("shipments")["shipment_id"].to_pylist())
    months = {"|".join((row["source_id"], row["reporter"], row["direction"], row["month"])) for row in desk.read("coverage").to_pylist()}
    cited = desk.read("finding_citations").to_pylist()
    assert {row["ref_id"] for row in cited if row["kind"] == "shipment"} <= shipments
    assert {row["ref_id"] for row in cited if row["kind"] == "coverage"} <= months


def test_no_is_kept_for_targets_only(desk: StageRun) -> None:
    """RF-01 says no about the company with earlier imports, and that is not kept: it answers to no list."""
    found = _assessed(desk)
    assert [row["outcome"] for row in found if (row["flag_id"], row["entity_id"]) == ("RF-01", "Example Other")] == []
    assert [row["outcome"] for row in found if (row["flag_id"], row["entity_id"]) == ("RF-02", "Example Trading")] == ["no"]


def test_row_order_does_not_matter(make_desk: Callable[..., StageRun]) -> None:
    """The same rows in another order give the same findings and citations, save the ids of the rows themselves."""
    case = {**CASE, "goods": [{"code": "854231", "from": "2023-05-01"}, {"code": "8542", "from": "2023-05-01"}]}
    turned = {**case, "goods": list(reversed(case["goods"])), "listed": list(reversed(CASE["listed"]))}
    left, right = make_desk(), make_desk()
    assert _assessed(left, case) == _assessed(right, turned)
    assert left.read("finding_citations").equals(right.read("finding_citations"))


def test_findings_never_accuse(desk: StageRun) -> None:
    """No summary holds a word that accuses."""
    text = " ".join(row["summary"] for row in _assessed(desk)).lower()
    assert not [word for word in ("evad", "guilt", "violat", "smuggl", "illegal", "crime") if word in text]


def test_confirmed_trade_after_designation_names_measure_and_list(desk: StageRun) -> None:
    """RF-40's sentence names measure, list, programme and both dates."""
    found = [row for row in _assessed(desk) if row["flag_id"] == "RF-40" and row["outcome"] == "yes"]
    assert [row["summary"] for row in found] == [
        "Dated 2023-03-25; its consignee is under asset freeze of list invented_list, programme INVENTED, in force since 2023-01-01."
    ]
    assert (found[0]["confidence"], found[0]["severity"]) == ("confirmed", "high")


def test_without_any_table_of_lists_nothing_is_found(desk: StageRun) -> None:
    """A workspace without goods lists, lists or coverage gives empty tables, not an error."""
    found = _assessed(desk, {"shipments": [{"on": "2022-05-03"}], "goods": [], "coverage": []})
    assert found == []


def test_a_wrong_start_date_is_refused(make_desk: Callable[..., StageRun]) -> None:
    """control_start that is no day raises with an example of what is accepted."""
    with pytest.raises(SettingError, match="2022-02-24"):
        assess(prepare(make_desk(parameters={"control_start": "February"}), CASE))


def test_flag_docs_hold_every_part() -> None:
    """Each flag publishes what fires it, its parameters, when it cannot tell, the innocent reading and the source."""
    docs = flag_docs()
    assert [doc.id for doc in docs] == ["RF-01", "RF-02", "RF-03", "RF-40", "FX-06"]
    assert all(doc.parts[part] for doc in docs for part in ("Fires", "Parameters", "Cannot tell", "Innocent reading", "Source"))


def test_every_parameter_is_named_in_its_flags_text() -> None:
    """A parameter that a flag reads stands in its docstring, and in the room's PARAMETERS with a sentence."""
    named = {one.name for one in PARAMETERS}
    for doc in flag_docs():
        assert {one.name for one in doc.parameters} <= named
        assert [one.name for one in doc.parameters if one.name not in doc.text] == []


def test_a_missing_part_raises() -> None:
    """A flag whose docstring lacks its innocent reading cannot publish."""
    from dataclasses import replace

    from enduse.findings import FLAGS

    with pytest.raises(ValueError, match="Innocent reading"):
        replace(FLAGS[0], text=FLAGS[0].text.replace("Innocent reading:", "Another reading:")).doc()
