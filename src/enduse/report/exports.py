"""Files beside the page: CSV that is safe to open, JSON, FollowTheMoney."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from enduse.report.sections import Contents
from enduse.terms.ids import unbroken

# A cell that starts with one of these is run as a formula by common spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_STARTS = frozenset(FORMULA_STARTS)


def safe_cell(value: Any) -> Any:
    """Return a cell that no spreadsheet runs: text that starts like a formula gets a leading apostrophe; numbers stay numbers.

    >>> safe_cell("=cmd()"), safe_cell(-5.0), safe_cell(None), safe_cell("plain")
    ("'=cmd()", -5.0, '', 'plain')
    """
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return value
    text = (value if type(value) is str else str(value)).replace("\x00", "\ufffd")
    return "'" + text if text[:1] in _STARTS else text


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Return rows as CSV in UTF-8 with a byte-order mark (so that spreadsheets read the letters right)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    # Of millions of cells most are numbers or not stated: those need no look.
    writer.writerows([cell if cell is None or type(cell) is float else safe_cell(cell) for cell in map(row.get, columns)] for row in rows)
    return stream.getvalue().encode("utf-8-sig", "replace")


def as_json(contents: Contents, title: str, invented: bool) -> bytes:
    """Return the whole report as JSON: figures with question and row count, tables, traces, claims."""
    view = contents.view
    document = {
        "title": title,
        "invented": invented,
        "figures": [figure.row() for figure in contents.figures.values()],
        "end_users": _plain(contents.end_users),
        "possible_end_users": _plain(contents.possible),
        "may_be_listed": _plain(contents.may_be_listed),
        "suppliers": _plain(contents.suppliers),
        "traces": _plain(contents.traces),
        "flow": contents.edges,
        "claims": _plain(contents.stories),
        "published": contents.published["told"],
        "method": contents.method,
        "sources": contents.sources,
        "unknown_names": list(view.unknown),
    }
    return (json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1, default=str) + "\n").encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    """Return nested values with each figure written as its id."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value.figure_id if hasattr(value, "figure_id") else value


def as_ftm(contents: Contents, shipments: Iterable[Mapping[str, Any]], dataset: str) -> bytes:
    """Return companies, their sanctions and the cited shipments as FollowTheMoney entities, one JSON object a line."""
    lines = [_company(one["entity"], contents) for one in (*contents.end_users, *contents.suppliers)]
    for one in contents.end_users:
        lines += [_sanction(one["entity"], act) for act in one["listings"]]
    lines += [_declaration(row) for row in shipments]
    unique = {line["id"]: {**line, "datasets": [dataset]} for line in lines}
    written = "".join(json.dumps(unique[key], ensure_ascii=False, sort_keys=True) + "\n" for key in sorted(unique))
    return unbroken(written).encode("utf-8", "replace")


def _proxy(schema: str) -> Any:
    """Return an empty FollowTheMoney entity; the library is imported here because it takes a second, and only reports need it."""
    from followthemoney import model

    return model.make_entity(schema)


def _company(entity: str, contents: Contents) -> dict[str, Any]:
    card = contents.view.cards[entity]
    proxy = _proxy("LegalEntity")
    proxy.id = entity
    proxy.add("name", card.name)
    proxy.add("alias", [name for name in card.names if name != card.name])
    if card.country:
        proxy.add("country", card.country.lower())
    return dict(proxy.to_dict())


def _sanction(entity: str, act: Mapping[str, Any]) -> dict[str, Any]:
    proxy = _proxy("Sanction")
    proxy.id = f"{act['designation_id']}-{entity}"
    proxy.add("entity", entity)
    for prop, value in (
        ("authority", act["authority"]),
        ("program", act["program"]),
        ("listingDate", act["listed_on"]),
        ("startDate", act["started_on"]),
        ("endDate", act["ended_on"]),
        ("reason", act["reason"]),
        ("sourceUrl", act["source_url"]),
        ("summary", f"identity of the company with the listed subject: {act['grade']}"),
    ):
        if value:
            proxy.add(prop, value)
    return dict(proxy.to_dict())


def _declaration(row: Mapping[str, Any]) -> dict[str, Any]:
    proxy = _proxy("EconomicActivity")
    proxy.id = row["ref_id"]
    for prop, value in (
        ("date", row["declared_on"]),
        ("goodsDescription", row["goods"]),
        ("vedCode", row["hs_code"]),
        ("ccdNumber", row["declaration_number"]),
        ("originCountry", row["origin"]),
        ("departureCountry", row["dispatch"]),
        ("destinationCountry", row["destination"]),
        ("sender", row.get("consignor_id")),
        ("receiver", row.get("consignee_id")),
        ("invoiceAmount", None if row["invoice_value"] is None else f"{row['invoice_value']} {row['invoice_currency'] or ''}".strip()),
    ):
        if value:
            proxy.add(prop, value)
    return dict(proxy.to_dict())
