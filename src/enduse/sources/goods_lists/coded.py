"""Lists of goods codes as CSV: code, tier, days, description; one code of one version of one list for each row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from enduse.errors import SettingError
from enduse.model.sources import GOODS_CODES
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.named_rows import Columns, named_rows, settings_of
from enduse.terms.hs import EDITIONS, digits
from enduse.terms.ids import hash_of
from enduse.terms.periods import parse, period_of

ISO_DAY = "%Y-%m-%d"
_DATED_NAME = re.compile(r"(.+?)[-_ .]*(\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_LIST_ID = re.compile(r"[a-z0-9][a-z0-9_]*")


@dataclass(frozen=True)
class CodeList:
    """Which version of which list a file is, and how its days are written."""

    list_id: str
    list_version: str
    hs_edition: str
    date_format: str = ISO_DAY


def code_row(of: CodeList, code: str, *, hs_edition: str | None = None, **values: Any) -> dict[str, Any]:
    """Return one row of the table goods_codes; the id is made of list, version, edition and code."""
    edition = hs_edition or of.hs_edition
    return {
        "goods_code_id": hash_of([of.list_id, of.list_version, edition, code]),
        "list_id": of.list_id,
        "list_version": of.list_version,
        "code": code,
        "hs_edition": edition,
        **values,
    }


def read_codes(source: SourceDefinition, file: InputFile, emit: Emission, of: CodeList, tiers: Mapping[str, str] | None = None) -> None:
    """Emit every code of the file; `tiers` (where the list has fixed ones) maps the printed tier to the authority's word.

    A code that is not 2 to 10 digits (an even number), an unreadable day, a tier that the list does not have: to rejects.
    """
    given = file.column_map or {}
    columns: dict[str, list[str]] = {name: list(spellings) for name, spellings in source.layout["columns"].items()}
    named, passed = given.get("columns") or {}, given.get("ignore") or ()
    if not isinstance(named, dict) or not isinstance(passed, (list, tuple)):
        raise SettingError(f"the map given with {file.name}: `columns` is a mapping (code: HEADER), `ignore` a list of headers")
    for name, spelling in named.items():
        if name not in columns:
            raise SettingError(f"the map given with {file.name} names the column {name!r}; accepted: {', '.join(columns)}")
        columns[name] = [str(spelling)]
    ignored = [*source.layout.get("ignore", ()), *map(str, passed)]
    met: dict[tuple[str, str], str] = {}
    for locator, row in named_rows(source, file, emit, Columns(columns, ("code",), tuple(ignored))):
        values = _values(row, of, tiers)
        if isinstance(values, str):
            reason, _, detail = values.partition(": ")
            emit.reject(locator, reason, detail, "; ".join(f"{name}={cell}" for name, cell in row.items()))
            continue
        key = (values["hs_edition"], values["code"])
        if key in met:
            emit.reject(locator, "repeated_code", f"the code stands in {met[key]} already; each stands once", row["code"])
            continue
        met[key] = locator
        emit.row(GOODS_CODES, **values)


def _values(row: dict[str, str], of: CodeList, tiers: Mapping[str, str] | None) -> dict[str, Any] | str:
    """Return the row's values, or 'reason: detail'."""
    code = digits(row["code"])
    if code is None or not 2 <= len(code) <= 10 or len(code) % 2 or code[:2] == "00":
        return f"hs_digits: {row['code']!r} is not a code of 2, 4, 6, 8 or 10 digits (a leading zero may have been lost)"
    edition = row.get("hs_edition") or of.hs_edition
    if edition not in EDITIONS:
        return f"hs_edition: {edition!r}; accepted: {', '.join(EDITIONS)}"
    tier = row.get("tier") or None
    if tier is not None and tiers is not None:
        if tier not in tiers:
            return f"unknown_tier: {tier!r}; accepted: {', '.join(sorted(set(tiers)))}"
        tier = tiers[tier]
    days: dict[str, dt.date | None] = {}
    for name in ("valid_from", "valid_until"):
        printed = row.get(name) or None
        period = parse(printed, of.date_format) if printed else None
        if printed and (period is None or not period.is_day):
            return f"unreadable_date: {name} is {printed!r}; a day written as {of.date_format} is accepted"
        days[name] = period.from_ if period else None
    if days["valid_from"] and days["valid_until"] and days["valid_until"] < days["valid_from"]:
        return f"unreadable_date: valid_until {days['valid_until']} lies before valid_from {days['valid_from']}"
    return code_row(of, code, hs_edition=edition, tier=tier, description=row.get("description") or None, **days)


def list_of(source: SourceDefinition, file: InputFile, emit: Emission) -> CodeList:
    """Return which list the file is: the map's word, else the source's, else what the file is called (`name_2024-02-23.csv`).

    Without any word about the version the file's as-of day is it, else 'undated'; the edition is then taken as the newest,
    and a note says so.
    """
    given = settings_of(source, file)
    stem = file.name.rsplit("/", 1)[-1].split(".", 1)[0]
    dated = _DATED_NAME.fullmatch(stem)
    if dated and period_of(dated[2]) is None:
        dated = None
    declared: Mapping[str, Any] = source.layout
    list_id = str(given.get("list_id") or declared.get("list_id") or _slug(dated[1] if dated else stem))
    if not _LIST_ID.fullmatch(list_id):
        raise SettingError(f"list_id {list_id!r} given with {file.name}: small Latin letters, digits and underscores are accepted")
    version = given.get("list_version") or (file.as_of and file.as_of.isoformat()) or (dated and dated[2]) or declared.get("list_version")
    edition = given.get("hs_edition") or declared.get("hs_edition")
    if edition is None:
        edition = EDITIONS[-1]
        emit.note(f"taken as codes of HS {edition}, since no map said otherwise")
    if str(edition) not in EDITIONS:
        raise SettingError(f"hs_edition {edition!r} given with {file.name}; accepted: {', '.join(EDITIONS)}")
    return CodeList(list_id, str(version or "undated"), str(edition), str(given.get("date_format") or ISO_DAY))


def _slug(text: str) -> str:
    kept = "".join(one if one.isascii() and one.isalnum() else "_" for one in text.lower())
    return re.sub(r"_+", "_", kept).strip("_") or "user_list"


def tiers_of(declared: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return {printed tier: the authority's word} from {word: spellings}."""
    return {str(spelling): str(word) for word, spellings in declared.items() for spelling in (word, *spellings)}
