"""Proposes the column map of an unknown customs file, from its headers and its values; what is not clear becomes a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from enduse.errors import UnreadableFile
from enduse.sources.customs.evidence import Evidence, evidence_of
from enduse.sources.customs.header_units import number_rule, states_mass_unit, unit_column
from enduse.sources.customs.layout import AGGREGATED, CANONICAL, MASSES, NUMBERS, VALUES
from enduse.sources.customs.map_text import map_yaml
from enduse.sources.tabular import NoHeader, OpenTable, Wanted, header_key, nowhere, open_table
from enduse.terms.currencies import CURRENCIES

SAMPLE_ROWS = 2_000
SURE, LIKELY, UNSURE, PART, BY_VALUES = 0.95, 0.8, 0.6, 0.5, 0.45
HEADER_LONGEST = 80
"""Characters; what is longer is a sentence, and the words in it are no names of a column."""
ACCEPTED = 0.6
"""A column is mapped from this certainty on; below, it is a question."""
KIND_OF: dict[str, str] = {
    "declared_on": "date", "hs_as_published": "hs", "quantity_unit": "unit", "invoice_currency": "currency",
    "country_of_origin": "country", "country_of_dispatch": "country", "country_of_destination": "country", "trading_country": "country",
    "consignor_country": "country", "consignee_country": "country", "consignor_tax_id": "tax_id", "consignee_tax_id": "tax_id",
    **dict.fromkeys(NUMBERS, "number"),
}  # fmt: skip
MUST_FIT = frozenset({"date", "number", "hs"})
REQUIRED = ("consignor_name", "consignee_name", "declared_on")


_PARTS = {
    "name": "NAME COMPANY FULLNAME НАИМЕНОВАНИЕ НАЗВАНИЕ НАЗВА НАЙМЕНУВАННЯ ФИРМА КОМПАНИЯ АТАУЫ ADI UNVAN UNVANI TÊN NOMBRE 名称 企业名称",
    "country": "COUNTRY COUNTRYCODE СТРАНА КОДСТРАНЫ КРАЇНА ЕЛІ ÜLKE ÜLKESI NƯỚC PAÍS 国家 国别",
    "address": "ADDRESS АДРЕС АДРЕСА МЕКЕНЖАЙЫ ADRES ADRESI ĐỊACHỈ DIRECCIÓN 地址",
    "tax_id": "TAXID TAXNO TAXNUMBER TAXCODE INN BIN ИНН БИН БСН ЄДРПОУ ЕДРПОУ VKN VERGINO MST MÃSỐTHUẾ NIT RUC 统一社会信用代码",
}
PARTS: dict[str, frozenset[str]] = {part: frozenset(words.split()) for part, words in _PARTS.items()}
"""What a header below the name of a role means, as header keys."""
NUMBER = frozenset(["NUMBER", "NO", "NUM", "НОМЕР", "НОМЕРІ", "NUMARASI", "SỐ", "NÚMERO", "编号", "号"])


@dataclass(frozen=True)
class ColumnProposal:
    """What one column is proposed to be: `canonical` is null for a question or a column of no use; `certainty` is 0 to 1."""

    header: str
    canonical: str | None
    certainty: float
    why: str
    rule: dict[str, Any] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapProposal:
    """A proposed column map, how sure each part of it is, and what only the user can answer."""

    file: str
    columns: tuple[ColumnProposal, ...]
    questions: tuple[str, ...]
    encoding: str | None
    sheet: str | None
    """The sheet that was looked at, where a workbook has several."""
    rows_seen: int

    @property
    def layout(self) -> dict[str, Any]:
        """The map as customs/generic takes it: what is a question stands under `ignored`."""
        mapped = {one.canonical: {"header": one.header, **one.rule} for one in self.columns if one.canonical}
        ignored = self.ignored
        given: dict[str, Any] = {"columns": mapped}
        if ignored:
            given["ignored"] = ignored
        if self.encoding not in (None, "utf-8"):
            given["encoding"] = self.encoding
        if self.sheet is not None:
            given["sheet"] = self.sheet
        return given

    @property
    def ignored(self) -> list[str]:
        """The headers that nothing is read from: questions, and columns of no use."""
        units = {one.rule.get("unit_header") for one in self.columns if one.canonical}
        return [one.header for one in self.columns if not one.canonical and one.header and one.header not in units]

    def yaml(self) -> str:
        """Return the map as YAML with the certainty and the reason beside each column, and the questions on top."""
        return map_yaml(self)

    def as_json(self) -> dict[str, Any]:
        """Return the map, the certainties, the reasons and the questions as plain values."""
        return {
            "file": self.file,
            "rows_seen": self.rows_seen,
            "map": self.layout,
            "columns": [
                {
                    "header": one.header,
                    "canonical": one.canonical,
                    "certainty": one.certainty,
                    "why": one.why,
                    "candidates": list(one.candidates),
                }
                for one in self.columns
            ],
            "questions": list(self.questions),
        }


def propose_map(path: Path, name: str | None = None, encoding: str | None = None) -> MapProposal:
    """Return the proposed map of the file at `path`; raises UnreadableFile when no table with a header can be found in it.

    Looks at the first 2,000 rows; of a workbook, those of the sheet whose header says most. Date formats and decimal marks are stated
    only when the values admit one reading.
    """
    shown = name or path.name
    if not path.is_file():
        raise UnreadableFile(path, "not a file", "Give a customs file: CSV, TSV, gzip of these, XLSX or Parquet.")
    opened = open_table(path, shown, Wanted(_likeness, encoding, score_below=_likeness_below), nowhere)
    if isinstance(opened, NoHeader):
        likeliest = ", ".join(cell for cell in opened.first if cell)[:300] or "nothing"
        what = f"no header among the first 20 rows; the likeliest row reads {likeliest}"
        raise UnreadableFile(shown, what, "A header row of two or more names is needed.")
    rows = _sample(opened)
    seen = [evidence_of([row[at] for row in rows]) for at in range(len(opened.header))]
    above = (*opened.above, *[""] * len(opened.header))
    proposals = [_column(one, above[at], seen[at], opened.header[:at].count(one) + 1) for at, one in enumerate(opened.header)]
    proposals = _with_units(proposals, [one.share("unit") for one in seen])
    if not any(one.canonical or one.candidates for one in proposals):
        what = f"no header and no values look like customs data; the likeliest header reads {', '.join(opened.header)[:200]}"
        raise UnreadableFile(shown, what, "Give a customs file; texts go to `enduse claims`, lists and articles to `enduse add`.")
    proposals, questions = _settled(proposals)
    missing = [one for one in REQUIRED if not any(one in (each.canonical, *each.candidates) for each in proposals)]
    questions += [f"no column looks like {one}: which is it? The map needs it." for one in missing]
    if not any(one.canonical in NUMBERS for one in proposals):
        questions.append("no measure is mapped (net_mass_kg, gross_mass_kg, quantity, invoice_value ...): the map needs one.")
    questions.append("whose customs recorded this, and were these imports or exports? Add constants: {reporter: RU, direction: import}")
    if AGGREGATED & set(map(header_key, opened.header)):
        questions.insert(0, "the rows look like monthly sums, not goods items: such a file is refused.")
    sheet = opened.sheet if opened.other_sheets else None
    if sheet is not None:
        questions.insert(0, f"the workbook has further sheets: {', '.join(opened.other_sheets)}. Is {sheet!r} the one you mean?")
    return MapProposal(shown, tuple(proposals), tuple(questions), opened.encoding, sheet, len(rows))


@cache
def synonyms() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Return {header key: ((canonical, sure), ...)} from synonyms.yml."""
    text = (resources.files("enduse.sources.customs") / "synonyms.yml").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, bool]]] = {}
    for canonical, lists in yaml.safe_load(text).items():
        for certainty in ("sure", "unsure"):
            for spelling in lists.get(certainty, ()):
                found.setdefault(_key(str(spelling)), []).append((canonical, certainty == "sure"))
    return {key: tuple(dict.fromkeys(each)) for key, each in found.items()}


def _key(header: str) -> str:
    """Return the header key; the Turkish capital İ is the one that 'i' has elsewhere."""
    return header_key(header).replace("İ", "I")


def _by_two_rows(header: str, above: str) -> list[tuple[str, float, str]]:
    """Return what a header means below another: 'Name' below 'Consignor', 'Number' below 'Declaration'; empty when that says nothing."""
    key, over = _key(header), _key(above)
    if not over or not key or over == key:
        return []
    why = f"the header {header!r} below {above!r}"
    if over + key in synonyms():
        return [(canonical, SURE if sure else UNSURE, why) for canonical, sure in synonyms()[over + key]]
    part = next((part for part, words in PARTS.items() if key in words), None)
    roles = {canonical.removesuffix("_name") for canonical, _ in synonyms().get(over, ()) if canonical.endswith("_name")}
    if part is not None and len(roles) == 1 and f"{min(roles)}_{part}" in CANONICAL:
        return [(f"{min(roles)}_{part}", LIKELY, why)]
    if key in NUMBER and "declaration_number" in {canonical for canonical, _ in synonyms().get(over, ())}:
        return [("declaration_number", LIKELY, why)]
    return []


def _likeness(cells: list[str]) -> int:
    filled = [cell.strip() for cell in cells if cell.strip()]
    known = sum(_key(cell) in synonyms() for cell in filled)
    wordy = len(filled) > 1 and len(set(filled)) == len(filled) and not any(cell[0].isdigit() for cell in filled)
    return known * 100 + (len(filled) if wordy else 0) if len(filled) > 1 else 0


def _likeness_below(cells: list[str], above: tuple[str, ...]) -> int:
    """Return the likeness of a header whose upper row groups its columns; 0 when the upper row adds nothing."""
    met = [bool(_by_two_rows(cell, over)) for cell, over in zip(cells, above, strict=False)]
    return (sum(met) + sum(_key(cell) in synonyms() for cell, two in zip(cells, met, strict=False) if not two)) * 100 if any(met) else 0


def _sample(opened: OpenTable) -> list[list[str]]:
    return [row for batch in islice(opened.batches, 1) for row in batch.rows[:SAMPLE_ROWS]]


def _by_header(header: str) -> list[tuple[str, float, str]]:
    """Return (canonical, certainty, why) of the spellings that fit: the whole header, its form code, or the longest part."""
    key = _key(header)
    if key in synonyms():
        return [(canonical, SURE if sure else UNSURE, f"the header {header!r}") for canonical, sure in synonyms()[key]]
    words = header.replace("(", " ").split()
    code = header_key(words[0]) if words else ""
    graph = code if code.startswith("G") else f"G{code}"
    if any(letter.isdigit() for letter in graph) and graph in synonyms():
        return [(canonical, LIKELY, f"the form code {words[0]}") for canonical, _ in synonyms()[graph]]
    if len(key) > HEADER_LONGEST:
        return []
    inside = [one for one in synonyms() if one in key and (len(one) >= 6 or (len(one) >= 2 and not one.isascii() and one[0] >= "一"))]
    longest = max(map(len, inside), default=0)
    nearest = sorted(one for one in inside if len(one) == longest)
    return [(canonical, PART, f"the header holds {one!r}") for one in nearest for canonical, sure in synonyms()[one] if sure]


def _column(header: str, above: str, seen: Evidence, occurrence: int) -> ColumnProposal:
    named = _by_two_rows(header, above) or _by_header(header)
    candidates = [_weighed(*one, seen) if seen.stated else one for one in named] or _by_values(seen)
    if not candidates:
        return ColumnProposal(header, None, 0.0, "nothing known by this name" + ("" if seen.stated else "; no value in it"))
    candidates.sort(key=lambda one: (-one[1], one[0]))
    canonical, certainty, why = candidates[0]
    names = tuple(one[0] for one in candidates if one[1] > 0.2)
    tied = len(candidates) > 1 and candidates[1][1] >= certainty - 0.1
    rule, doubt = _rule(canonical, seen)
    if occurrence > 1:
        rule = {"occurrence": occurrence, **rule}
    if canonical in MASSES or canonical in VALUES:
        stated, unclear = number_rule(header, mass=canonical in MASSES, sure=certainty >= LIKELY)
        rule, doubt = {**rule, **stated}, doubt or unclear
    money = next((word for word in re.split(r"[^A-Za-z]+", header.upper()) if word in CURRENCIES), None)
    if money is not None and canonical in ("invoice_value", "customs_value"):
        constant = canonical.replace("value", "currency")
        factor = f", with factor: {rule['factor']:.0f}" if "factor" in rule else ""
        doubt = f"the header states {money}: if it is this amount, map it{factor} and add constants: {{{constant}: {money}}}"
    if canonical == "declared_on" and seen.no_dates and seen.share("date"):
        values = f"{len(seen.no_dates)} of {seen.stated} different values"
        why = f"{why}; {values} are no dates and send their rows to rejects (such as {seen.no_dates[0][:40]!r})"
    if tied or certainty < ACCEPTED or doubt:
        reason = doubt or (f"{why}; may be {' or '.join(names)}" if tied else f"{why}, which is not enough")
        return ColumnProposal(header, None, round(certainty, 2), reason, rule, names or (canonical,))
    return ColumnProposal(header, canonical, round(certainty, 2), why, rule, (canonical,))


def _with_units(proposals: list[ColumnProposal], shares: Sequence[float]) -> list[ColumnProposal]:
    """Return the proposals with the column of units, where there is one, beside the masses: their cells are no kilograms by themselves."""
    column = unit_column([one.header for one in proposals], shares)
    if column is None or not any(one.canonical in MASSES for one in proposals):
        return proposals
    units = "the unit of each mass, named beside the masses"
    return [
        ColumnProposal(one.header, None, LIKELY, units) if one.header == column
        else replace(one, rule={**one.rule, "unit_header": column}) if one.canonical in MASSES and not states_mass_unit(one.header)
        else one
        for one in proposals
    ]  # fmt: skip


def _weighed(canonical: str, certainty: float, why: str, seen: Evidence) -> tuple[str, float, str]:
    """Return the candidate after looking at the values: they confirm, say nothing, or contradict."""
    kind = KIND_OF.get(canonical)
    if kind is None:
        words = canonical.endswith("_name") and seen.share("number") == 1.0
        return (canonical, certainty * 0.3, f"{why}, but the values are numbers") if words else (canonical, certainty, why)
    share = seen.share(kind)
    if share >= 0.8:
        more = 0.04 if certainty >= LIKELY else 0.2
        return canonical, min(0.99, certainty + more), f"{why}; the values are of the kind {kind}"
    if kind in MUST_FIT and share < 0.5:
        example = seen.no_dates[0] if kind == "date" and seen.no_dates else seen.examples[0]
        return canonical, certainty * 0.3, f"{why}, but the values are not of the kind {kind} (such as {example[:40]!r})"
    return canonical, certainty if certainty >= LIKELY else certainty - 0.2, why


def _by_values(seen: Evidence) -> list[tuple[str, float, str]]:
    """Return what the values alone suggest: always less than certain, so that it becomes a question."""
    kinds = (("date", "declared_on"), ("currency", "invoice_currency"), ("unit", "quantity_unit"), ("hs", "hs_as_published"))
    for kind, canonical in kinds:
        if seen.stated and seen.share(kind) >= 0.95 and not (kind == "date" and seen.share("number") == 1.0):
            return [(canonical, BY_VALUES, f"the values are of the kind {kind}, the header says nothing known")]
    if seen.stated > 1 and seen.share("country") >= 0.95:
        names = ("country_of_origin", "country_of_dispatch", "country_of_destination")
        return [(one, BY_VALUES, "the values are countries") for one in names]
    return []


def _rule(canonical: str, seen: Evidence) -> tuple[dict[str, Any], str]:
    """Return the formats the values admit, and the doubt when they admit several."""
    if canonical == "declared_on" and seen.formats:
        if len(seen.formats) > 1:
            return {}, f"every date fits {' and '.join(seen.formats)}: which format is it?"
        return {"format": seen.formats[0]}, ""
    if canonical == "declared_on" and seen.together:
        return {"format": list(seen.together)}, ""
    if canonical in NUMBERS and seen.marks:
        if len(seen.marks) > 1:
            shown = " or ".join(f"decimal {decimal!r} (thousands {thousands!r})" for decimal, thousands in seen.marks)
            return {}, f"{seen.examples[0]!r} may have {shown}: which?"
        decimal, thousands = seen.marks[0]
        return {"decimal": decimal, **({"thousands": thousands} if thousands else {})}, ""
    return {}, ""


def _settled(proposals: Sequence[ColumnProposal]) -> tuple[list[ColumnProposal], list[str]]:
    """Return the proposals with each canonical column given once, and the questions."""
    settled = list(proposals)
    questions: list[str] = []
    for canonical in dict.fromkeys(one.canonical for one in proposals if one.canonical):
        rivals = sorted((at for at, one in enumerate(settled) if one.canonical == canonical), key=lambda at: -settled[at].certainty)
        best = settled[rivals[0]]
        equal = [at for at in rivals if settled[at].certainty > best.certainty - 0.15]
        losers = rivals if len(equal) > 1 else rivals[1:]
        if len(equal) > 1:
            names = " or ".join(repr(settled[at].header) for at in equal)
            questions.append(f"{canonical}: is it {names}?")
        for at in losers:
            one = settled[at]
            why = f"{one.why}; another column fits {canonical} {'as well' if len(equal) > 1 else 'better'}"
            settled[at] = ColumnProposal(one.header, None, one.certainty, why, one.rule, one.candidates)
    for one in settled:
        if one.canonical is None and one.candidates and not any(repr(one.header) in question for question in questions):
            taken = {each.canonical for each in settled}
            free = [name for name in one.candidates if name not in taken]
            if free:
                questions.append(f"is the column {one.header!r} {' or '.join(free)}? {one.why}")
    return settled, questions
