"""Ties between companies: printed in one cell, by a shared rare address or identifier, or stated by a registry.

Every tie is found on distinct values, in SQL; only address keys and link ids are made here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from rigour.addresses import address_fingerprint

from enduse.engine import Step
from enduse.graph.parameters import ADDRESS_TENANTS_MAX
from enduse.model.companies import LINKS
from enduse.store import StageRun
from enduse.terms.ids import hash_of

ACTS_FOR = Step.load("enduse.graph", "acts_for.sql")
SHARED_VALUES = Step.load("enduse.graph", "shared_values.sql")
THROUGH = ("through", "via", "c/o", "care of", "через", "ч/з", "通过", "经由", "por medio de", "a través de")
"""Phrases after which the later name acts for the earlier one; after all others the earlier acts for the later."""
BRANCH_SCHEMES = ("KPP",)
"""Identifiers that many companies rightly share."""
KEY_LENGTH = 8


def write_links(run: StageRun) -> int:
    """Every tie that the records, the mentions and the registries state stands in `links` once; return how many."""
    links = {link["link_id"]: link for link in (*acting(run), *sharing(run), *stated(run))}
    return run.write(LINKS, links.values())


def acting(run: StageRun) -> Iterator[dict[str, Any]]:
    """Yield 'acts_for' ties: the left company acts for the right one, in the words of `basis`."""
    if not (run.has("shipment_parties") and run.has("entity_mentions")):
        return
    for row in run.ask(ACTS_FOR).to_pylist():
        phrase = row["phrase"].strip()
        turned = phrase.casefold() in THROUGH
        left, right = (row["second_id"], row["first_id"]) if turned else (row["first_id"], row["second_id"])
        yield _link("acts_for", left, right, phrase or "named in one cell", row["cited"])


def sharing(run: StageRun) -> Iterator[dict[str, Any]]:
    """Yield ties by an address or identifier that few companies print; `basis` is the value, `cited` a row that prints the left one's."""
    if not (run.has("shipment_parties") and run.has("entity_mentions") and run.has("mentions")):
        return
    tenants = run.parameter(ADDRESS_TENANTS_MAX)
    _put_addresses(run)
    for row in run.ask(SHARED_VALUES, tenants_max=tenants).to_pylist():
        yield _link("shares_address", row["left_id"], row["right_id"], row["shared_key"], row["cited"])
    if not run.has("mention_identifiers"):
        return
    run.put(
        "shared_values",
        run.query(
            "select concat(i.scheme, ' ', i.value) as shared_key, e.entity_id, i.mention_id from mention_identifiers i "
            "join entity_mentions e on e.mention_id = i.mention_id "
            "where coalesce(i.valid, true) and i.scheme not in :branch_schemes",
            branch_schemes=BRANCH_SCHEMES,
        ),
    )
    for row in run.ask(SHARED_VALUES, tenants_max=tenants).to_pylist():
        yield _link("shares_identifier", row["left_id"], row["right_id"], row["shared_key"], row["cited"])


def stated(run: StageRun) -> Iterator[dict[str, Any]]:
    """Yield owner, director and other ties as registries state them, between listed subjects."""
    if not run.has("statements"):
        return
    found = run.query(
        "select subject_id, object_id, coalesce(scheme, 'other') as scheme, min(value) as words, min(statement_id) as cited "
        "from statements where prop = 'link' and object_id is not null group by subject_id, object_id, coalesce(scheme, 'other')"
    )
    for row in found.to_pylist():
        kind = row["scheme"] if row["scheme"] in ("owner", "director") else "other"
        yield _link(kind, row["subject_id"], row["object_id"], row["words"] or row["scheme"], row["cited"])


def address_key(address: str) -> str | None:
    """Return the key under which spellings of one address meet; None when it names no house.

    >>> address_key("No. 88 Zhongshan Road, Ningbo") == address_key("88, ZHONGSHAN RD. NINGBO")
    True
    >>> address_key("Moscow, Russia") is None
    True
    """
    key = address_fingerprint(address.replace("\x00", " ")[:1000])
    if key is None or len(key) < KEY_LENGTH or not any(letter.isdigit() for letter in key) or not any(letter.isalpha() for letter in key):
        return None
    return key


def _put_addresses(run: StageRun) -> None:
    """Make (shared_key, entity_id, mention_id) readable for every mention with an address that names a house."""
    printed = run.query("select distinct address from mentions where address is not null")["address"].to_pylist()
    keys = [(address, address_key(address)) for address in sorted(printed)]
    kept = [(address, key) for address, key in keys if key is not None]
    spellings, shared = (pa.array([pair[at] for pair in kept], pa.string()) for at in (0, 1))
    run.put("address_keys", pa.table({"address": spellings, "shared_key": shared}))
    run.put(
        "shared_values",
        run.query(
            "select k.shared_key, e.entity_id, m.mention_id from mentions m join address_keys k on k.address = m.address "
            "join entity_mentions e on e.mention_id = m.mention_id"
        ),
    )


def _link(kind: str, left: str, right: str, basis: str, cited: str | None) -> dict[str, Any]:
    made = hash_of([kind, left, right, basis])
    return {"link_id": made, "kind": kind, "left_id": left, "right_id": right, "basis": basis, "cited": cited}
