"""Hostile lists: one clear error with its code, or rejects; the case stays whole."""

from __future__ import annotations

import json

import pytest

from tests.hostile.ill_treated import Desk
from tests.hostile_files import MB, company, laughs, lines, outside, put, repeated

ROOTS = {"un_xml": "CONSOLIDATED_LIST", "eu_xml": "export", "ofac_xml": "sdnList", "uk_xml": "Designations"}


@pytest.mark.parametrize("source", ROOTS)
def test_xml_bombs_and_outside_entities_are_refused(desk: Desk, source: str) -> None:
    """Billion laughs, files of the machine, nesting without end, no XML at all, nothing: refused, and nothing of it kept."""
    root = ROOTS[source]
    contents = [
        (laughs(root), "document type|entity|Entity"),
        (outside(root), "document type"),
        (b"<a>" * 100_000, "not well-formed"),
        (b"not xml", "not well-formed"),
        (b"", "not well-formed|empty"),
        (f"<{root}>\0</{root}>".encode(), "not well-formed"),
        (f"<{root}/>".encode(), "0 data rows|holds no"),
    ]
    for number, (content, match) in enumerate(contents):
        desk.refused(f"watchlists/{source}", put(desk.folder / f"{number}.xml", content), match)


LISTS: list[tuple[str, str, bytes, str]] = [
    ("us_other", "a.json", b"[" * 200_000, "nested too deeply"),
    ("us_other", "a.json", b'{"entities": [', "not JSON"),
    ("us_other", "a.json", b'{"entities": ' + b"9" * 5000 + b"}", "digits"),
    ("us_other", "a.json", b'{"entities": [NaN, Infinity]}', "unknown list"),
    ("us_bis", "a.json", b'{"list_id": 5, "entities": "x"}', "no list 'entities'"),
    ("ofac_json", "a.json", b'{"entries": [{"uid": 1, "name": 5}, {"uid": 2, "name": [1]}]}', "cannot be read|data rows"),
    ("ofac_json", "a.json", json.dumps({"entries": [{"uid": 1, "name": "A", "type": {"a": 1}}] * 2}).encode(), "type is not text"),
    ("ofac_csv", "sdn.csv", b"", "columns"),
    ("ofac_csv", "sdn.csv", bytes(range(256)) * 50, "bytes|columns"),
    ("ofac_csv", "sdn.csv", "1,2\n".encode("utf-16") + b"x", "UTF-16|columns|bytes"),
    ("eu_journal", "32014R0269.csv", b"a,b\n1,2\n", "header"),
    ("uk_tables", "subjects.csv", b'"\n' * 1000, "header"),
    ("jp_meti", "a.txt", "１ x\n".encode("utf-16") + b"x", "bytes|notice"),
    ("ftm", "a.json", b"", "begins with"),
    ("ftm", "a.csv", b"id,schema,name," + b"x" * MB, "begins with|column|header"),
]


@pytest.mark.parametrize(("source", "name", "content", "match"), LISTS)
def test_lists_that_are_none_are_refused(desk: Desk, source: str, name: str, content: bytes, match: str) -> None:
    """Deep JSON, huge integers, NaN, wrong types, wrong headers, half characters of UTF-16."""
    desk.refused(f"watchlists/{source}", put(desk.folder / name, content), match)


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (lines() + b"[" * 200_000 + b"\n", "line 2 broken_row"),
        (lines() + b"9" * 6000 + b"\n", "line 2 broken_row"),
        (lines() + b'{"id":"z","schema":"Company","properties":{"name":[' + b"9" * 6000 + b"]}}\n", "line 2 broken_row"),
        (company(properties=[1]), "line 2 broken_row"),
        (company(id=5), "line 2 broken_row"),
        (company(datasets=5), ""),
        (company(properties={"name": [1, None, {"b": 1}, "a\ud800b", "a\0b"]}), ""),
        (company(properties={"sanctions": [{"id": "s", "schema": "Sanction", "properties": [1]}]}), ""),
        (company(schema="Sanction", properties={"entity": ["x1", 5], "listingDate": ["-", 5, "2022-13-45"], "program": [5]}), ""),
    ],
)
def test_broken_entities_are_rejected_or_read_in_part(desk: Desk, content: bytes, match: str) -> None:
    """One bad line costs that line; values of a wrong type say nothing."""
    desk.rejects("watchlists/ftm", put(desk.folder / "entities.ftm.json", content), match)


@pytest.mark.slow
def test_an_entity_of_100_mb_is_one_reject(desk: Desk) -> None:
    """A line beyond any entity is not parsed."""
    path = put(desk.folder / "entities.ftm.json", repeated(lines() + b'"', b"x" * MB, 100, b'"\n'))
    desk.rejects("watchlists/ftm", path, "line 2 broken_row")
