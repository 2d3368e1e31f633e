"""Scoring: perfect answers score 1, each kind of mistake shows in its own measure."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from enduse.worlds import Answers, questions, score
from enduse.worlds.arrays import record_id

A, B, C = "C000001", "C000002", "C000003"


def company(key: str, *names: str, number: str | None = None) -> dict[str, Any]:
    """Return one company of a truth."""
    return {"id": key, "true": key, "in_data": True, "country": "RU", "cells": [], "ids": {"INN": number} if number else {},
            "names": [{"text": name, "style": "latin", "kind": "clean"} for name in names]}  # fmt: skip


@pytest.fixture
def truth() -> dict[str, Any]:
    """Return a truth of three companies, one of them listed."""
    return {
        "entities": [company(A, "INVENTED KESTREL", "Invented Kestrel LLC", number="0000000018"), company(B, "EXAMPLE HERON"),
                     company(C, "SAMPLE FINCH")],
        "listed": [{"company": A, "external_id": "inv-1"}],
        "duplicates": {"equal_row": 0, "mirror": 1, "master_of_house": 1, "revision": 0},
        "goods_list": "invented_goods_list",
        "flags": {"RF-01": {"yes": [B], "cannot_tell": []}, "RF-02": {"yes": [], "cannot_tell": []}, "RF-03": {"yes": [C], "no": [A]},
                  "RF-40": {"yes": [5], "cannot_tell": []}, "FX-06": {"yes": [6], "admissible": [7]}},
        "chains": [{"id": "trace-001", "kg": 100.0, "direct": 40.0, "expected": {"at_least": 80.0, "at_most": 120.0}}],
        "suppliers": [{"id": "suppliers-001", "count": 4}],
        "claims": {"x-1": {"verdict": "supported"}, "x-2": {"verdict": "contradicted"}},
        "questions": [{"id": "trace-001", "ask": "trace"}],
    }  # fmt: skip


def table(*rows: dict[str, Any]) -> pa.Table:
    """Return rows as a table."""
    return pa.Table.from_pylist(list(rows))


def mention(number: str, name: str, tax_id: str | None = None) -> dict[str, Any]:
    """Return one mention."""
    return {"mention_id": number, "name": name, "name_as_published": name, "tax_id": tax_id}


MENTIONS = table(
    mention("m1", "INVENTED KESTREL", "0000000018"), mention("m2", "Invented  Kestrel LLC"), mention("m3", "EXAMPLE HERON"),
    mention("m4", "SAMPLE FINCH"),
)  # fmt: skip


def joined(*entities: str) -> pa.Table:
    """Return which entity each of the four mentions was judged to be."""
    return table(*({"mention_id": f"m{place}", "entity_id": entity} for place, entity in enumerate(entities, 1)))


def test_entities_all_right(truth: dict[str, Any]) -> None:
    """The true grouping scores 1 throughout."""
    found = score(truth, Answers(mentions=MENTIONS, entity_mentions=joined("a", "a", "b", "c")))
    assert found.value("entities_pairwise_precision") == found.value("entities_pairwise_recall") == 1.0
    assert found.value("entities_bcubed_precision") == found.value("entities_bcubed_recall") == 1.0
    assert found.value("mentions_recognised") == 1.0


def test_a_missed_merge_costs_recall_only(truth: dict[str, Any]) -> None:
    """One company left in two entities lowers recall."""
    found = score(truth, Answers(mentions=MENTIONS, entity_mentions=joined("a", "x", "b", "c")))
    assert found.value("entities_pairwise_recall") == 0.0
    assert found.value("entities_bcubed_precision") == 1.0
    assert found.value("entities_bcubed_recall") == pytest.approx(0.75)


def test_a_wrong_merge_costs_precision_and_accuses(truth: dict[str, Any]) -> None:
    """An unlisted company inside a listed entity counts as falsely named."""
    matches = table({"entity_id": "a", "subject_id": "s1", "grade": "likely"})
    acts = table({"subject_id": "s1", "external_id": "inv-1"})
    found = score(truth, Answers(mentions=MENTIONS, entity_mentions=joined("a", "a", "a", "c"), listed_matches=matches, designations=acts))
    assert found.value("entities_pairwise_precision") == pytest.approx(1 / 3)
    assert found.value("listed_recall") == 1.0
    assert found.value("listed_precision") == 0.5
    assert found.value("false_accusation_rate") == 0.5


def test_possible_matches_accuse_nobody(truth: dict[str, Any]) -> None:
    """A match of grade possible names no company."""
    matches = table({"entity_id": "b", "subject_id": "s1", "grade": "possible"})
    found = score(truth, Answers(mentions=MENTIONS, entity_mentions=joined("a", "a", "b", "c"), listed_matches=matches))
    assert found.value("false_accusation_rate") == 0.0
    assert found.value("listed_recall") == 0.0


def item(item_id: str, file: int, serial: int, version: int = 0) -> dict[str, Any]:
    """Return one goods item."""
    return {"item_id": item_id, "record_id": record_id(file, serial, version), "declaration_number": None}


def test_duplicates(truth: dict[str, Any]) -> None:
    """Rows of one shipment are right; a master may stand for either of its two bills."""
    items = table(item("i1", 1, 5), item("i2", 5, 5), item("i3", 4, 8, 2), item("i4", 4, 9), item("i5", 1, 6))
    rows = table(
        {"shipment_id": "i2", "kept_shipment_id": "i1", "kind": "mirror"},
        {"shipment_id": "i5", "kept_shipment_id": "i1", "kind": "mirror"},
        {"shipment_id": "i3", "kept_shipment_id": "i4", "kind": "master_of_house"},
    )
    found = score(truth, Answers(items=items, duplicates=rows))
    assert found.value("duplicates_mirror_precision") == 0.5
    assert found.value("duplicates_mirror_recall") == 1.0
    assert found.value("duplicates_master_of_house_precision") == found.value("duplicates_master_of_house_recall") == 1.0


def finding(flag: str, entity: str, outcome: str, shipment: str | None = None) -> dict[str, Any]:
    """Return one finding."""
    return {"flag_id": flag, "entity_id": entity, "shipment_id": shipment, "scope": "invented_goods_list", "outcome": outcome}


def test_flags(truth: dict[str, Any]) -> None:
    """Company flags are judged by company, shipment flags by serial; admissible answers count neither way."""
    items = table(item("i5", 1, 5), item("i6", 2, 6), item("i7", 3, 7), item("i8", 1, 8))
    rows = table(
        finding("RF-01", "b", "yes"), finding("RF-01", "c", "yes"), finding("RF-03", "c", "cannot_tell"),
        finding("RF-40", "a", "yes", "i5"),
        finding("FX-06", "a", "yes", "i6"), finding("FX-06", "a", "yes", "i7"), finding("FX-06", "a", "yes", "i8"),
    )  # fmt: skip
    found = score(truth, Answers(mentions=MENTIONS, entity_mentions=joined("a", "a", "b", "c"), items=items, findings=rows))
    assert (found.value("RF-01_precision"), found.value("RF-01_recall")) == (0.5, 1.0)
    assert (found.value("RF-03_recall"), found.value("RF-03_cannot_tell")) == (0.0, 1.0)
    assert (found.value("RF-40_precision"), found.value("RF-40_recall")) == (1.0, 1.0)
    assert (found.value("FX-06_precision"), found.value("FX-06_recall")) == (0.5, 1.0)


@pytest.mark.parametrize(("at_least", "at_most", "inside"), [(80.0, 120.0, 1.0), (101.0, 120.0, 0.0), (80.0, 99.0, 0.0), (80.0, None, 1.0)])
def test_traces(truth: dict[str, Any], at_least: float, at_most: float | None, inside: float) -> None:
    """A trace is right when the true quantity lies within its bounds; an open upper bound excludes nothing."""
    found = score(truth, Answers(results={"trace-001": {"at_least": at_least, "at_most": at_most, "direct": 40.0}}))
    assert found.value("trace_coverage") == inside
    assert found.value("trace_direct_exact") == 1.0


def test_what_was_not_answered_is_not_zero(truth: dict[str, Any]) -> None:
    """Without tables and answers the measures have no value, but the share answered is 0."""
    found = score(truth, Answers(results={"trace-001": None}))
    assert found.value("trace_coverage") is None
    assert found.value("trace_answered") == 0.0
    assert found.value("claims_accuracy") is None
    assert all(one["n"] >= 0 for one in found.as_json()["measures"])


def test_suppliers_and_claims(truth: dict[str, Any]) -> None:
    """Counts are right within their bounds; a wrong contradiction has a measure of its own."""
    results = {"suppliers-001": {"count": {"at_least": 4, "at_most": 5}}}
    verdicts = table({"claim_id": "x-1", "verdict": "contradicted"}, {"claim_id": "x-2", "verdict": "contradicted"})
    found = score(truth, Answers(results=results, verdicts=verdicts))
    assert found.value("suppliers_inside") == 1.0
    assert found.value("claims_accuracy") == 0.5
    assert found.value("claims_wrongly_contradicted") == 1.0


def test_questions_are_those_of_the_truth(truth: dict[str, Any]) -> None:
    """The questions to ask are listed as they stand."""
    assert questions(truth) == [{"id": "trace-001", "ask": "trace"}]


def test_an_unknown_measure_raises(truth: dict[str, Any]) -> None:
    """A misspelt measure is an error, not a missing value."""
    with pytest.raises(KeyError):
        score(truth, Answers()).value("no_such_measure")
