"""Mentions as the room works on them: analysed names, identifiers with their check digits, addresses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from enduse.entities.names import Named, address_words, analyse
from enduse.store import StageRun
from enduse.terms.identifiers import STRONG, TAX_ID, UNCHECKED, Identifier, identify

# Where the declaring country says whose number it is: the buyer's side of an import, the seller's side of an export.
_CONTEXT = """
select mention_id, min(reporter) as reporter
from (
    select p.mention_id, s.reporter
    from shipment_parties p
    join shipments s on s.shipment_id = p.shipment_id
    where s.reporter is not null
      and ((s.direction = 'import' and p.role in ('consignee', 'buyer', 'declarant'))
        or (s.direction = 'export' and p.role in ('consignor', 'seller', 'declarant')))
    group by p.mention_id, s.reporter
) seen
group by mention_id
having count(*) = 1
"""
_UNCHECKED_STRONG = UNCHECKED & STRONG


@dataclass(frozen=True)
class Mention:
    """One mention, analysed. `named.key` is null when the name says nothing but a legal form."""

    mention_id: str
    name: str
    named: Named
    country: str | None
    address: str | None
    identifiers: tuple[Identifier, ...]
    tax_country: str | None
    """The country whose number `tax_id` is taken for: the party's own, else that of the customs which recorded it."""
    translated: str | None
    first_seen: dt.date | None
    last_seen: dt.date | None
    shipments: int
    tax_id: str | None
    role: str | None

    @property
    def age(self) -> tuple[dt.date, str]:
        """What orders mentions from the oldest; a mention without a day comes last."""
        return (self.first_seen or dt.date.max, self.mention_id)

    @cached_property
    def merging(self) -> tuple[tuple[str, str], ...]:
        """(scheme, number) pairs that mean one company: valid strong identifiers, national numbers of a known country."""
        found = []
        for one in self.identifiers:
            if one.scheme in STRONG and (one.valid or (one.valid is None and one.scheme in UNCHECKED)):
                found.append((one.scheme, one.value))
            elif one.scheme == TAX_ID and one.valid is None and self.tax_country and sum(map(str.isdigit, one.value)) >= 6:
                found.append((f"{TAX_ID} {self.tax_country}", one.value))
        return tuple(found)

    @cached_property
    def numbers(self) -> dict[str, frozenset[str]]:
        """Identifiers that contradict another number of their scheme: checked ones, and national ones without check digits."""
        found: dict[str, frozenset[str]] = {}
        for one in self.identifiers:
            if one.scheme in STRONG and (one.valid or (one.valid is None and one.scheme in _UNCHECKED_STRONG)):
                found[one.scheme] = found.get(one.scheme, frozenset()) | {one.value}
        return found

    @cached_property
    def place(self) -> frozenset[str]:
        """Words of the address; empty when none is stated."""
        return address_words(self.address) if self.address else frozenset()


def load(run: StageRun) -> list[Mention]:
    """Return every mention in the order of its id."""
    rows = run.read("mentions")
    context: dict[str, str] = {}
    if run.has("shipments") and run.has("shipment_parties"):
        found = run.query(_CONTEXT)
        context = dict(zip(found["mention_id"].to_pylist(), found["reporter"].to_pylist(), strict=True))
    named: dict[str, Named] = {name: analyse(name) for name in sorted(set(rows["name"].to_pylist()) - {None})}
    mentions = []
    for row in rows.to_pylist():
        country = row["country"] or context.get(row["mention_id"])
        name = row["name"] or ""
        mentions.append(
            Mention(
                row["mention_id"], name, named[name] if name in named else analyse(name), row["country"], row["address"],
                tuple(identify(row["tax_id"], None, country)) if row["tax_id"] else (), country, row["name_translated"],
                row["first_seen"], row["last_seen"], row["shipments"] or 0, row["tax_id"], row["role"],
            )
        )  # fmt: skip
    return sorted(mentions, key=lambda one: one.mention_id)
