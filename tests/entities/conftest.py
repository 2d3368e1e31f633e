"""A small invented workspace for the room: mentions, shipments and lists written straight as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from enduse.entities import Entity, compare, resolve
from enduse.model.sources import DESIGNATION_SNAPSHOTS, DESIGNATIONS, SNAPSHOTS, STATEMENTS
from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES, SHIPMENTS
from enduse.store import StageRun
from enduse.terms.ids import hash_of

Row = dict[str, Any]
Resolve = Callable[..., StageRun]


def probability(left: str, right: str) -> float:
    """Return how probable it is that two names are one person's, whichever side is asked first."""
    one, other = (compare(Entity((a,), schema="Person"), Entity((b,), schema="Person")) for a, b in ((left, right), (right, left)))
    assert one.score == pytest.approx(other.score)
    return one.probability


def mention(name: str, country: str | None = None, tax_id: str | None = None, address: str | None = None, **more: Any) -> Row:
    """Return one mention; its id is a hash of what is printed, as in life."""
    role = more.pop("role", "consignee")
    printed = {"name": name, "country": country, "tax_id": tax_id, "address": address, "role": role}
    return {
        "mention_id": hash_of(list(printed.values())), "name_as_published": name, "first_seen": dt.date(2023, 1, 1),
        "last_seen": dt.date(2023, 2, 1), "shipments": 1, **printed, **more,
    }  # fmt: skip


def subject(
    subject_id: str, *names: str, list_id: str = "invented_list", schema: str = "Company", **more: Any
) -> tuple[list[Row], list[Row]]:
    """Return the statements and one designation of a listed subject; `identifiers` as (scheme, value), `country` a code, `born` a date."""
    values: list[tuple[str, str | None, str]] = [("name" if at == 0 else "alias", None, name) for at, name in enumerate(names)]
    values += [("identifier", scheme, value) for scheme, value in more.pop("identifiers", ())]
    if country := more.pop("country", None):
        values.append(("country", None, country))
    if born := more.pop("born", None):
        values.append(("date", "birth", born))
    statements = [
        {
            "statement_id": hash_of([subject_id, prop, value]), "subject_id": subject_id, "snapshot_id": "snap", "list_id": list_id,
            "schema": schema, "prop": prop, "scheme": scheme, "value": value, "value_as_published": value, "locator": "row 1",
        }
        for prop, scheme, value in values
    ]  # fmt: skip
    designation = {
        "designation_id": hash_of([subject_id, list_id]), "subject_id": subject_id, "snapshot_id": "snap", "locator": "row 1",
        "list_id": list_id, "authority": "Invented Authority", "measure": "asset_freeze", "program": "INVENTED", "subject_type": schema,
        **more,
    }  # fmt: skip
    return statements, [designation]


@pytest.fixture
def resolved(desk: StageRun) -> Resolve:
    """Return a function that resolves mentions (each on one shipment of its own) against listed subjects."""

    def run(*mentions: Row, listed: tuple[tuple[list[Row], list[Row]], ...] = (), judgements: str = "") -> StageRun:
        if judgements:
            header = "left_id,right_id,judgement,judged_by,judged_on,reason\n"
            (desk.folder / "judgements.csv").write_text(header + judgements, encoding="utf-8")
        parties = [
            {"shipment_id": f"S{at}", "role": one["role"], "ordinal": 1, "mention_id": one["mention_id"]} for at, one in enumerate(mentions)
        ]
        desk.write(MENTIONS, mentions)
        desk.write(SHIPMENTS, [{"shipment_id": one["shipment_id"], "source_id": "customs/generic"} for one in parties])
        desk.write(SHIPMENT_PARTIES, parties)
        desk.write(STATEMENTS, [row for statements, _ in listed for row in statements])
        desk.write(DESIGNATIONS, [row for _, designations in listed for row in designations])
        desk.write(DESIGNATION_SNAPSHOTS, [held(row) for _, designations in listed for row in designations])
        desk.write(SNAPSHOTS, [{"snapshot_id": "snap", "sha256": "ab" * 32, "as_of": dt.date(2024, 1, 1)}])
        resolve(desk)
        return desk

    return run


def held(designation: Row, snapshot_id: str | None = None) -> Row:
    """Return the row that says that a version of its list (its own, where none is named) holds a designation."""
    said = {name: designation[name] for name in ("designation_id", "list_id", "locator", "snapshot_id")}
    return said | ({"snapshot_id": snapshot_id} if snapshot_id else {})


def clusters(run: StageRun) -> set[frozenset[str]]:
    """Return the entities as sets of printed names with country, for reading in tests."""
    names = {row["mention_id"]: row["name"] for row in run.read("mentions").to_pylist()}
    found: dict[str, set[str]] = {}
    for row in run.read("entity_mentions").to_pylist():
        found.setdefault(row["entity_id"], set()).add(names[row["mention_id"]])
    return {frozenset(one) for one in found.values()}
