"""Columns of text -> columns of goods items, one column at a time; rows that cannot be read are marked, not dropped here."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from enduse.model.sources import PARTY_ROLES
from enduse.sources.customs.cells import (
    LARGEST,
    Cells,
    Refusal,
    WholeColumn,
    clean_texts,
    code_reader,
    currency_reader,
    date_reader,
    hs_reader,
    incoterm,
    number_reader,
    party,
    plain_numbers,
    text,
    values_reader,
)
from enduse.sources.customs.layout import MASSES, NUMBERS, TAX_IDS, Bound, ColumnRule, Layout
from enduse.sources.tabular import header_key
from enduse.terms import hs
from enduse.terms.measures import unit_of
from enduse.terms.periods import Period, parse

CODES = frozenset(
    {*TAX_IDS, "declaration_number", "item_number", "bill_number", "master_bill_number", "record_id", "procedure", "customs_office"}
)
PARTIES = frozenset(f"{role}_{part}" for role in PARTY_ROLES for part in ("name", "address")) | {
    "consignor_name_translated", "consignee_name_translated",
}  # fmt: skip
ALWAYS_NULL_AT_ZERO = frozenset({*MASSES, "packages"})
WATCHED = ("consignor_name", "consignee_name", "goods_description")
"""Columns in which broken letters are counted."""

SHORT = 40
_SUMS = (
    "TOTAL TOTALS GRANDTOTAL SUBTOTAL SUM ИТОГО ИТОГ ВСЕГО ОБЩИЙИТОГ ВСЬОГО РАЗОМ БАРЛЫҒЫ ЖИЫНЫ TOPLAM GENELTOPLAM TỔNG TỔNGCỘNG CỘNG "
    "SUMA SUMATOTAL TOTALGENERAL JAMI ЖАМИ 合计 总计 小计 共计 總計 合計"
)
TOTALS = frozenset(_SUMS.split())
"""Words, as header keys, that stand in rows of sums."""


@dataclass
class Rows:
    """One batch at work: finished `columns`, the printed cells, and the rows refused so far."""

    columns: dict[str, list[Any]]
    printed: list[tuple[str, ...]]
    by_key: dict[str, int]
    refused: dict[int, Refusal] = field(default_factory=dict)
    damaged: int = 0

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.printed[0]) if self.printed else 0

    def cells(self, header: str) -> Sequence[str] | None:
        """Return the printed cells under a header; None when the file has no such column."""
        at = self.by_key.get(header_key(header))
        return None if at is None else self.printed[at]

    def refuse(self, at: int, refusal: Refusal) -> None:
        """Send a row to rejects; the first reason stands."""
        self.refused.setdefault(at, refusal)


class Converter:
    """Turns batches of one file into goods items; remembers distinct cells from batch to batch."""

    def __init__(self, layout: Layout, bound: Bound, *, native: bool, as_of: dt.date | None) -> None:
        self.layout, self.bound, self.as_of = layout, bound, as_of
        self.cells = {
            name: Cells(_reading(name, rule, layout, native), (*layout.null_words, *rule.null_words), _whole(name, rule, layout))
            for name, rule in layout.columns.items()
        }
        self.number = re.compile(layout.number.pattern) if layout.number else None
        self.null_words = frozenset(word.upper() for word in layout.null_words)
        self.counts: Counter[str] = Counter()
        self._editions: dict[Any, str | None] = {}
        self._number_dates: dict[str, Period | None] = {}

    def convert(self, rows: list[list[str]]) -> Rows:
        """Return the batch converted; a row may be refused for one cell or for two that contradict each other."""
        at_work = Rows({}, list(zip(*rows, strict=True)), self.bound.by_key)
        for name in self.layout.columns:
            self._column(at_work, name)
        self._constants(at_work)
        self._masses_in_units(at_work)
        self._split_dates(at_work)
        self._split_codes(at_work)
        self._quantities(at_work)
        self._number_agrees(at_work)
        _refuse_totals(at_work)
        for cells in self.cells.values():
            cells.trim()
        return at_work

    def notes(self) -> list[str]:
        """Return one sentence for each oddity that was kept and counted."""
        return [f"{count} rows: {what}" for what, count in sorted(self.counts.items())]

    def _column(self, rows: Rows, name: str) -> None:
        cells = self.cells[name]
        values: list[Any] | None = None
        for place in (self.bound.positions.get(name), self.bound.fallbacks.get(name)):
            if place is None:
                continue
            printed = rows.printed[place]
            found = cells.column(printed)
            if name in WATCHED and cells.damaged:
                rows.damaged += sum(1 for one in printed if one in cells.damaged)
            values = found if values is None else [one if one is not None else other for one, other in zip(values, found, strict=True)]
        if values is None:
            return
        if cells.refusing:
            for at, value in enumerate(values):
                if value.__class__ is Refusal:
                    rows.refuse(at, Refusal(value.reason, f"{self.layout.columns[name].header[0]}: {value.detail}"))
                    values[at] = None
        rows.columns[name] = values

    def _constants(self, rows: Rows) -> None:
        length = len(rows)
        for name, value in {"record_kind": "declaration", **self.layout.constants}.items():
            if name == "direction" and name in rows.columns:
                self._direction_agrees(rows, value)
            elif name not in rows.columns and name not in ("hs_edition", "hs_basis"):
                rows.columns[name] = [value] * length
        rule = self.layout.columns.get("quantity")
        if rule is not None and rule.unit is not None and "quantity_unit" not in rows.columns:
            rows.columns["quantity_unit"] = [rule.unit] * length

    def _masses_in_units(self, rows: Rows) -> None:
        """Turn masses into kilograms by the unit printed beside each; without a unit it is not known what was weighed."""
        for name, place in self.bound.units.items():
            masses = rows.columns[name]
            for at, cell in enumerate(rows.printed[place]):
                if masses[at] is None:
                    continue
                unit = unit_of(cell.strip())
                if not cell.strip() or cell.strip().upper() in self.null_words:
                    masses[at] = None
                    self.counts[f"{name} without a unit: not stated"] += 1
                elif unit is None or unit.code != "kg" or masses[at] * unit.factor > LARGEST:
                    header = self.layout.columns[name].unit_header
                    rows.refuse(at, Refusal("unknown_unit", f"{header}: {cell.strip()[:80]!r} is not a known unit of mass"))
                else:
                    masses[at] *= unit.factor

    def _direction_agrees(self, rows: Rows, declared: str) -> None:
        for at, direction in enumerate(rows.columns["direction"]):
            if direction is not None and direction != declared:
                rows.refuse(at, Refusal("direction_conflict", f"the row is an {direction}, the layout is of {declared}s"))
        rows.columns["direction"] = [declared] * len(rows)

    def _split_dates(self, rows: Rows) -> None:
        dates = rows.columns.get("declared_on")
        if dates is None:
            return
        rows.columns["declared_on"] = [one and one[0] for one in dates]
        rows.columns["date_from"] = [one and one[1] for one in dates]
        rows.columns["date_until"] = [one and one[2] for one in dates]
        if self.as_of is not None:
            for at, one in enumerate(dates):
                if one is not None and one[1] > self.as_of:
                    rows.refuse(at, Refusal("date_conflict", f"{one[0]} lies after {self.as_of}, the day the file speaks for"))

    def _split_codes(self, rows: Rows) -> None:
        codes = rows.columns.get("hs_as_published")
        if codes is None:
            return
        columns, layout = rows.columns, self.layout
        columns["hs_as_published"] = [one and one[0] for one in codes]
        columns["hs_code"] = [one and one[1] for one in codes]
        if layout.hs_into == "national_code":
            columns["national_code"] = [one and one[3] for one in codes]
        elif layout.hs_into is not None:
            columns[layout.hs_into] = [one and one[2] for one in codes]
        basis = layout.constants.get("hs_basis", "declared")
        columns["hs_basis"] = [basis if one is not None else None for one in codes]
        declared = layout.constants.get("hs_edition")
        if declared is not None:
            columns["hs_edition"] = [declared if one is not None else None for one in codes]
        elif "date_from" in columns:
            spans = zip(codes, columns["date_from"], columns["date_until"], strict=True)
            columns["hs_edition"] = [None if one is None or first is None else self._edition(first, last) for one, first, last in spans]

    def _edition(self, first: dt.date, last: dt.date) -> str | None:
        key = (first, last)
        if key not in self._editions:
            self._editions[key] = hs.edition_of(Period(first, last), self.layout.constants.get("reporter"))
        return self._editions[key]

    def _quantities(self, rows: Rows) -> None:
        """Make a quantity of 0 without a unit null; count what is odd but kept."""
        columns = rows.columns
        quantities, units = columns.get("quantity"), columns.get("quantity_unit")
        if quantities is not None and 0.0 in quantities:
            columns["quantity"] = [
                None if value == 0 and (units is None or units[at] is None) else value for at, value in enumerate(quantities)
            ]  # fmt: skip
        net, gross = columns.get("net_mass_kg"), columns.get("gross_mass_kg")
        if net is not None and gross is not None:
            over = sum(1 for one, other in zip(net, gross, strict=True) if one is not None and other is not None and one > other)
            if over:
                self.counts["net mass above gross mass"] += over

    def _number_agrees(self, rows: Rows) -> None:
        """Refuse rows whose declaration number contradicts its form, the office or the date beside it."""
        numbers = rows.columns.get("declaration_number")
        rule = self.layout.number
        if self.number is None or rule is None or numbers is None:
            return
        offices, dates = rows.columns.get("customs_office"), rows.columns.get("date_from")
        for at, number in enumerate(numbers):
            if number is None:
                continue
            parts = self.number.fullmatch(number)
            if parts is None:
                rows.refuse(at, Refusal("declaration_number", f"{number!r} is not built as declared: {rule.pattern}"))
                continue
            groups = parts.groupdict()
            if offices is not None and offices[at] is not None and "office" in groups:
                self._office_agrees(rows, at, groups["office"], offices[at])
            if dates is not None and dates[at] is not None and "date" in groups and rule.date_format:
                self._date_agrees(rows, at, groups["date"], dates[at])

    def _office_agrees(self, rows: Rows, at: int, inside: str, beside: str) -> None:
        width = len(inside)
        if beside[:width].zfill(width) != inside and beside.zfill(width) != inside:
            rows.refuse(at, Refusal("office_conflict", f"the number holds the office {inside}, the column {beside}"))

    def _date_agrees(self, rows: Rows, at: int, inside: str, beside: dt.date) -> None:
        if inside not in self._number_dates:
            assert self.layout.number is not None
            assert self.layout.number.date_format is not None
            self._number_dates[inside] = parse(inside, self.layout.number.date_format)
        found = self._number_dates[inside]
        if found is None or not found.from_ <= beside <= found.until:
            rows.refuse(at, Refusal("date_conflict", f"the number holds the date {inside}, the column {beside}"))


def _refuse_totals(rows: Rows) -> None:
    """Refuse rows that print 'Total' in a cell and neither a date nor a declaration: sums of other rows, not goods that moved."""
    dates, numbers = rows.columns.get("declared_on"), rows.columns.get("declaration_number")
    if dates is None or None not in dates:
        return
    parties = [values for name in ("consignor_name", "consignee_name") if (values := rows.columns.get(name)) is not None]
    for at, date in enumerate(dates):
        if date is not None or (numbers is not None and numbers[at] is not None and not _total(numbers[at], longer=True)):
            continue
        nobody = all(values[at] is None for values in parties)
        word = next((cells[at] for cells in rows.printed if _total(cells[at], longer=nobody)), None)
        if word is not None:
            rows.refuse(at, Refusal("total_row", f"{word.strip()!r} stands in it, and no date: a sum of other rows"))


def _total(cell: str, *, longer: bool) -> bool:
    """Tell whether a cell is a word for a total, or with `longer` a phrase that begins with one ('Total for March')."""
    if not cell or len(cell) > SHORT or cell[0].isdigit():
        return False
    first = cell.split(maxsplit=1)[:1] if longer else []
    return any(header_key(one) in TOTALS for one in (cell, *first))


def _whole(name: str, rule: ColumnRule, layout: Layout) -> WholeColumn | None:
    """Return the quick reading of a whole column, where there is one that gives the same values."""
    if name in NUMBERS and (rule.decimal or layout.decimal) == ".":
        return partial(plain_numbers, factor=_factor(name, rule), zero_is_null=name in ALWAYS_NULL_AT_ZERO or rule.zero == "null")
    special = name in NUMBERS or name in ("declared_on", "hs_as_published", "invoice_currency", "customs_currency", "incoterm")
    if special or rule.values or rule.digits:
        return None
    return partial(clean_texts, kind="code" if name in CODES else "party" if name in PARTIES else "text")


def _factor(name: str, rule: ColumnRule) -> float:
    unit = unit_of(rule.unit) if rule.unit and name in MASSES else None
    return (unit.factor if unit else 1.0) * (rule.factor or 1.0)


def _reading(name: str, rule: ColumnRule, layout: Layout, native: bool) -> Any:
    if name == "declared_on":
        return date_reader(rule.format or layout.date_format, native)
    if name == "hs_as_published":
        return hs_reader(rule.digits or layout.hs_digits)
    if name in NUMBERS:
        zero_is_null = name in ALWAYS_NULL_AT_ZERO or rule.zero == "null"
        return number_reader(rule.decimal or layout.decimal, rule.thousands or layout.thousands, _factor(name, rule), zero_is_null)
    if name in ("invoice_currency", "customs_currency"):
        return currency_reader(rule.values, layout.constants.get("reporter"))
    if rule.values:
        return values_reader(rule.values)
    if name == "incoterm":
        return incoterm
    if name in CODES:
        return code_reader(rule.digits)
    return party if name in PARTIES else text
