"""What is declared about a customs file: which column is what, its formats, what is ignored, what is constant.

The same model reads the `layout` part of a `source.yml` and the column map a user gives with customs/generic.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from enduse.errors import SettingError, SourceDrift
from enduse.model.sources import GOODS_ITEMS, PARTY_ROLES
from enduse.sources.tabular import header_key
from enduse.terms.measures import unit_of

MASSES = ("gross_mass_kg", "net_mass_kg")
VALUES = ("invoice_value", "customs_value", "declared_value_usd")
NUMBERS = (*MASSES, "quantity", "packages", *VALUES)
NAMES = tuple(f"{role}_name" for role in PARTY_ROLES)
TAX_IDS = tuple(f"{role}_tax_id" for role in PARTY_ROLES)
HS_TARGETS = ("tnved_code", "cn_code", "hts_code", "national_code")
MADE_HERE = (
    "item_id",
    "snapshot_id",
    "locator",
    "source_id",
    "copy_number",
    "copy_of",
    "copy_in_file",
    "date_from",
    "date_until",
    "hs_code",
    "hs_basis",
    "revision",
)
CANONICAL: tuple[str, ...] = tuple(one for one in GOODS_ITEMS.column_names if one not in (*MADE_HERE, *HS_TARGETS, "hs_edition"))
"""What a column can be."""
CONSTANTS: tuple[str, ...] = (
    "reporter", "direction", "record_kind", "hs_edition", "hs_basis", "invoice_currency", "customs_currency", "quantity_unit",
    "country_of_origin", "country_of_dispatch", "country_of_destination", "transport_mode", "procedure", "incoterm", "customs_office",
)  # fmt: skip
SHORT_NAMES = {
    "date": "declared_on", "hs_code": "hs_as_published", "value_usd": "declared_value_usd", "description": "goods_description",
    "bill_of_lading": "bill_number", **{role: f"{role}_name" for role in PARTY_ROLES},
}  # fmt: skip
CRITICAL = frozenset(
    {*NUMBERS, *NAMES, *TAX_IDS, "declared_on", "declaration_number", "item_number", "bill_number", "master_bill_number", "record_kind",
     "direction", "hs_as_published", "quantity_unit", "invoice_currency", "customs_currency"}
)  # fmt: skip
"""A missing column of these is drift: it feeds identity, party, mass, value, code or date."""
AGGREGATED = frozenset({"MONTHYEAR"})
FAULTS_TOLD = 10


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class ColumnRule(_Strict):
    """One column: its header and how its cells are written."""

    header: tuple[str, ...] = Field(min_length=1)
    """Accepted spellings; exactly one of them stands in the file."""
    fallback: str | None = None
    """The header whose cell counts where this one's says nothing."""
    occurrence: int = 1
    """1 for the first column of that header, 2 for the second, where a layout repeats it."""
    format: tuple[str, ...] = ()
    """Date formats (strptime, excel_serial, dmmyyyy); several only if no cell fits two with different days."""
    decimal: Literal[".", ","] | None = None
    thousands: Literal[".", ",", " ", "'"] | None = None
    null_words: tuple[str, ...] = ()
    zero: Literal["keep", "null"] | None = None
    """Whether 0 means 'not stated'; masses, packages and quantities without a unit: always."""
    unit: str | None = None
    """The unit the header states: masses are turned into kg by it, a quantity gets it as its unit."""
    unit_header: str | None = None
    """The header of the column that holds the unit of each mass; a unit that is not stated leaves the mass not stated."""
    factor: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """What every number is multiplied by, for a header such as 'thousand USD'."""
    digits: int | None = None
    """Width of a code that is printed as a number: '.0' is dropped, lost zeros are put back in front."""
    values: dict[str, str] = {}
    """What each printed word means, for example {ИМ: import}; another word is rejected."""

    _one = field_validator("header", "format", "null_words", mode="before")(_tuple)

    @field_validator("zero", mode="before")
    @classmethod
    def _said_null(cls, given: Any) -> Any:
        """Take `zero: null` as written, which YAML reads as nothing said."""
        return "null" if given is None else given


class NumberRule(_Strict):
    """How a declaration number is built, so that it can be compared with the office and the date beside it."""

    pattern: str
    """Python pattern with the groups office and date, where the number holds them."""
    date_format: str | None = None
    office_digits: int | None = None

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(f"{pattern[:80]!r} is not a pattern: {error}") from error
        return pattern


class Layout(_Strict):
    """A declared layout."""

    columns: dict[str, ColumnRule]
    ignored: tuple[str, ...] = ()
    constants: dict[str, str] = {}
    null_words: tuple[str, ...] = ("NULL", "N/A", "-")
    encoding: str | None = None
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    sheet: str | None = None
    """The sheet of a workbook that is read; a workbook with several needs it."""
    decimal: Literal[".", ","] | None = None
    thousands: Literal[".", ",", " ", "'"] | None = None
    date_format: tuple[str, ...] = ()
    hs_digits: int | None = Field(default=None, ge=2, le=14)
    hs_into: Literal["tnved_code", "cn_code", "hts_code", "national_code"] | None = None
    number: NumberRule | None = None
    item_identity: bool = False
    """True when rows carry an item number or a row id, so that byte-equal rows are one row sent twice."""
    may_be_null: tuple[str, ...] = ()
    """Required columns that a healthy file may leave empty throughout."""
    may_be_empty: bool = False
    required: tuple[str, ...] = ("consignor_name", "consignee_name", "declared_on")

    _one = field_validator("ignored", "null_words", "date_format", "may_be_null", "required", mode="before")(_tuple)

    @model_validator(mode="before")
    @classmethod
    def _generous(cls, given: Any) -> Any:
        """Accept `name: Header` for `name: {header: Header}`, and the short names of columns."""
        if not isinstance(given, dict) or not isinstance(given.get("columns"), dict):
            return given
        columns: dict[str, Any] = {}
        further: dict[str, Any] = {}
        for name, rule in given["columns"].items():
            canonical = SHORT_NAMES.get(str(name), str(name))
            if canonical in HS_TARGETS:
                further = {"hs_into": canonical, "hs_digits": 8 if canonical == "cn_code" else 10 if canonical != "national_code" else None}
                canonical = "hs_as_published"
            if canonical in columns:
                raise ValueError(f"columns: {name} is given twice")
            columns[canonical] = {"header": rule} if isinstance(rule, str | list) else rule
        return {**further, **given, "columns": columns}

    @model_validator(mode="after")
    def _known(self) -> Layout:
        unknown = sorted(set(self.columns) - set(CANONICAL))
        if unknown:
            raise ValueError(f"columns: {', '.join(unknown)} is not known; accepted: {', '.join((*SHORT_NAMES, *HS_TARGETS, *CANONICAL))}")
        strange = sorted(set(self.constants) - set(CONSTANTS))
        if strange:
            raise ValueError(f"constants: {', '.join(strange)} is not known; accepted: {', '.join(CONSTANTS)}")
        if self.constants.get("direction", "import") not in ("import", "export", "transit"):
            raise ValueError("constants: direction is import, export or transit")
        for name, rule in self.columns.items():
            if rule.unit_header is not None and (name not in MASSES or rule.unit is not None):
                raise ValueError(f"columns: {name}: unit_header is for masses whose unit no header states")
            if rule.unit is not None and name in MASSES and getattr(unit_of(rule.unit), "code", None) != "kg":
                raise ValueError(f"columns: {name}: {rule.unit!r} is not a known unit of mass")
        missing = [one for one in self.required if one not in self.columns and one.replace("_name", "_tax_id") not in self.columns]
        if missing:
            raise ValueError(f"columns: {', '.join(missing)} must be mapped")
        if not set(NUMBERS) & set(self.columns):
            raise ValueError(f"columns: one measure must be mapped: {', '.join(NUMBERS)}")
        return self

    @property
    def headers(self) -> list[str]:
        """Every header the layout knows: mapped (with fallbacks), then ignored."""
        mapped = [one for rule in self.columns.values() for one in (*rule.header, rule.fallback, rule.unit_header) if one]
        return [*mapped, *self.ignored]

    def decimals(self) -> dict[str, str]:
        """Return the declared decimal mark of each number column, by header key."""
        return {
            header_key(header): rule.decimal or self.decimal or "."
            for name, rule in self.columns.items() if name in NUMBERS
            for header in rule.header
        }  # fmt: skip

    def likeness(self, cells: list[str]) -> int:
        """Return how many cells are headers the layout knows; 0 when too few for a header."""
        known = {header_key(one) for one in self.headers} | AGGREGATED
        met = len(known & {header_key(cell) for cell in cells if cell})
        return met if met >= max(2, len(self.columns) // 3) else 0


def layout_of(given: dict[str, Any], where: str) -> Layout:
    """Return the layout declared in `given`; raises SettingError naming each wrong entry and what is accepted."""
    try:
        return Layout.model_validate(given)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        wrong = "; ".join(f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}".lstrip(": ") for one in found[:FAULTS_TOLD])
        more = f"; and {len(found) - FAULTS_TOLD} more" if len(found) > FAULTS_TOLD else ""
        raise SettingError(f"{where}: {wrong.replace('Value error, ', '')}{more}") from error


@dataclass(frozen=True)
class Bound:
    """A layout laid over one file's header: the position of every mapped column, and the order in which cells make ids."""

    positions: dict[str, int]
    fallbacks: dict[str, int]
    units: dict[str, int]
    by_key: dict[str, int]
    id_order: tuple[int | None, ...]
    """Positions in alphabetical order of header key, None for an absent column, so that the order of columns changes no id."""
    blank: tuple[int, ...]
    absent: tuple[str, ...]


def bind(layout: Layout, header: list[str], source_id: str, file: str) -> Bound:
    """Return where each declared column stands; raises SourceDrift for an aggregate, an unknown, a repeated or a missing column."""
    keys = [header_key(cell) for cell in header]
    drift = _Drift(source_id, file)
    if AGGREGATED & set(keys) or any(cell.startswith("%") for cell in header):
        drift("an aggregated layout: rows are monthly sums, not goods items", remedy="Ask for the rows of the declarations.")
    places = _places(keys)
    claimed: dict[tuple[str, int], str] = {}
    positions: dict[str, int] = {}
    fallbacks: dict[str, int] = {}
    units: dict[str, int] = {}
    absent: list[str] = []
    for name, rule in layout.columns.items():
        met = [one for one in dict.fromkeys(map(header_key, rule.header)) if (one, rule.occurrence) in places]
        if len(met) > 1:
            drift(f"{name} is met under two headers, {' and '.join(header[places[one, rule.occurrence]] for one in met)}")
        if met:
            positions[name] = places[met[0], rule.occurrence]
            claimed[met[0], rule.occurrence] = name
        elif name in CRITICAL:
            drift(f"the column {rule.header[0]!r} ({name}) is missing", header)
        else:
            absent.append(rule.header[0])
        if rule.fallback and (header_key(rule.fallback), 1) in places:
            fallbacks[name] = places[header_key(rule.fallback), 1]
            claimed[header_key(rule.fallback), 1] = name
        if rule.unit_header:
            if (header_key(rule.unit_header), 1) not in places:
                drift(f"the column {rule.unit_header!r} (the unit of {name}) is missing", header)
            units[name] = places[header_key(rule.unit_header), 1]
            claimed[header_key(rule.unit_header), 1] = name
    ignored = {header_key(one) for one in layout.ignored}
    unknown = [header[at] for (key, number), at in places.items() if key and key not in ignored and (key, number) not in claimed]
    repeated = [cell for cell in unknown if keys.count(header_key(cell)) > 1]
    if repeated:
        times = keys.count(header_key(repeated[0]))
        drift(f"the header {repeated[0]!r} stands {times} times", remedy="Map each by its occurrence, or ignore it.")
    if unknown:
        remedy = f"If they are of no use, list them in the column map: ignored: [{', '.join(unknown)}]."
        drift(f"unknown columns {', '.join(repr(one) for one in unknown)}", sorted(set(layout.headers)), remedy)
    return Bound(
        positions, fallbacks, units, {key: at for (key, number), at in places.items() if number == 1}, _id_order(layout, places),
        tuple(at for at, key in enumerate(keys) if not key), tuple(absent),
    )  # fmt: skip


class _Drift:
    def __init__(self, source_id: str, file: str) -> None:
        self.source_id, self.file = source_id, file

    def __call__(self, what: str, accepted: list[str] | None = None, remedy: str = "") -> None:
        raise SourceDrift(self.source_id, self.file, what, accepted or (), remedy)


def _places(keys: list[str]) -> dict[tuple[str, int], int]:
    seen: Counter[str] = Counter()
    places: dict[tuple[str, int], int] = {}
    for at, key in enumerate(keys):
        seen[key] += 1
        places[key, seen[key]] = at
    return places


def _id_order(layout: Layout, places: dict[tuple[str, int], int]) -> tuple[int | None, ...]:
    # Spellings of one column share one place in the order, so that a renamed header changes no id.
    wanted: set[tuple[str, int]] = set()
    spelt: dict[str, str] = {}
    for rule in layout.columns.values():
        first = header_key(rule.header[0])
        wanted.add((first, rule.occurrence))
        spelt[first] = next((key for key in map(header_key, rule.header) if (key, rule.occurrence) in places), first)
        wanted |= {(header_key(one), 1) for one in (rule.fallback, rule.unit_header) if one}
    for one in layout.ignored:
        key = header_key(one)
        wanted.add((key, 1))
        wanted |= {place for place in places if place[0] == key}
    return tuple(places.get((spelt.get(key, key), number)) for key, number in sorted(wanted) if key)
