"""Party cells as printed -> names, one row per name, with id, country and address.

Works on distinct cells. A cell's address, country and tax id belong to its first name; a later name has only the tax id
that is glued to it. Ids are made of the printed parts, so cleaning may change without changing them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pyarrow as pa

from enduse.records.glued import same_number, unglue
from enduse.records.phrases import clean, is_party, split
from enduse.terms.identifiers import country_of, identify, is_filler
from enduse.terms.ids import hash_of
from enduse.terms.territories import country_code

BATCH_ROWS = 50_000

CELL_COLUMNS = ("role", "cell_name", "cell_address", "cell_country", "cell_tax_id", "domestic")
_NEW = (
    ("ordinal", pa.int64()), ("phrase", pa.string()), ("mention_id", pa.string()), ("name", pa.string()), ("address", pa.string()),
    ("country", pa.string()), ("tax_id", pa.string()), ("implied_country", pa.string()), ("name_translated", pa.string()),
)  # fmt: skip
SCHEMA = pa.schema([*((name, pa.string()) for name in CELL_COLUMNS), *_NEW])
"""One row per name of a distinct cell."""


class Name(NamedTuple):
    """One party of a cell; `raw_*` as printed, for the id."""

    phrase: str | None
    raw_name: str | None
    raw_tax_id: str | None
    raw_address: str | None
    raw_country: str | None


def names_of(
    name: str | None, address: str | None = None, country: str | None = None, tax_id: str | None = None, domestic: str | None = None
) -> list[Name]:
    """Return the parties of one cell in printed order; none when it holds no party.

    `domestic` is the reporter's country when the form requires this role to be registered there. A cell with a tax id but
    no name is a party without a name.
    """
    if name is None or not is_party(name):
        return [Name(None, None, tax_id, address, country)] if tax_id is not None and is_party(tax_id) else []
    found: list[Name] = []
    for part in split(name):
        first = not found
        glued = unglue(part.text, (country_code(country) or domestic) if first else None)
        if glued and first and tax_id is not None and is_filler(tax_id):
            # 0000000000 is no other number than the one at the name.
            tax_id = None
        if glued and first and tax_id is not None and not same_number(glued.tax_id, tax_id):
            glued = None  # the cell states another number beside: which is right cannot be told, so the name stays whole
        text, own_id = (glued.name, glued.tax_id) if glued else (part.text, None)
        stated = (tax_id if tax_id is not None else own_id) if first else own_id
        found.append(Name(part.phrase, text, stated, address if first else None, country if first else None))
    if len(found) > 1 and tax_id is not None and any(one.raw_tax_id and same_number(one.raw_tax_id, tax_id) for one in found[1:]):
        # 'IVANOV IVAN FOR LLC EXAMPLE INN ...': the firm's number stands in the person's column.
        found[0] = found[0]._replace(raw_tax_id=None)
    unique: dict[tuple[str | None, ...], Name] = {}
    for one in found:
        unique.setdefault(one[1:], one)
    return list(unique.values())


def mention_id(name: Name, role: str) -> str:
    """Return the id of a mention: hash of [name, country, tax id, address, role] as printed."""
    return hash_of([name.raw_name, name.raw_country, name.raw_tax_id, name.raw_address, role])


@lru_cache(maxsize=65_536)
def implied_country(tax_id: str | None, domestic: str | None) -> str | None:
    """Return the reporter's country when the number holds in one of its own schemes; null otherwise.

    Used only where the form requires the role to be registered with the reporter (importer, declarant and payer of an
    import; exporter, declarant and seller of an export). Russian numbers beginning 9909 are given to foreign firms.

    >>> implied_country("9900000017", "RU"), implied_country("9900000018", "RU"), implied_country("9909083891", "RU")
    ('RU', None, None)
    """
    if tax_id is None or domestic is None or (domestic == "RU" and tax_id.strip().startswith("9909")):
        return None
    return domestic if any(one.valid and country_of(one.scheme) == domestic for one in identify(tax_id, None, domestic)) else None


def named(cells: pa.Table) -> pa.Table:
    """Return one row per name of each distinct cell, with the columns of SCHEMA."""
    batches = list(_batches(cells))
    return pa.Table.from_batches(batches, SCHEMA)


def _batches(cells: pa.Table) -> Iterator[pa.RecordBatch]:
    for batch in cells.to_batches(max_chunksize=BATCH_ROWS):
        columns = [batch.column(name).to_pylist() for name in (*CELL_COLUMNS, "cell_translated")]
        places: list[int] = []
        new: dict[str, list[Any]] = {name: [] for name, _ in _NEW}
        for place, cell in enumerate(zip(*columns, strict=True)):
            for row in _rows(*cell):
                places.append(place)
                for column, value in zip(new.values(), row, strict=True):
                    column.append(value)
        taken = batch.take(pa.array(places, pa.int64()))
        arrays = [taken.column(name).cast(pa.string()) for name in CELL_COLUMNS]
        yield pa.RecordBatch.from_arrays([*arrays, *(pa.array(new[name], kind) for name, kind in _NEW)], schema=SCHEMA)


def _rows(
    role: str, name: str | None, address: str | None, country: str | None, tax_id: str | None, domestic: str | None, translated: str | None
) -> Iterator[tuple[Any, ...]]:
    parties = names_of(name, address, country, tax_id, domestic)
    for ordinal, one in enumerate(parties, 1):
        number = clean(one.raw_tax_id)
        yield (
            ordinal,
            one.phrase,
            mention_id(one, role),
            # A party known by its number alone is called by it.
            clean(one.raw_name) or number,
            clean(one.raw_address),
            country_code(one.raw_country),
            number,
            implied_country(number, domestic) if one.raw_country is None else None,
            clean(translated) if len(parties) == 1 else None,
        )
