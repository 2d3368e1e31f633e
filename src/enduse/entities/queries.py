"""Names to screen: what is asked, and how a table of them is read, whatever file it comes in."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from enduse.entities.comparing import Asked
from enduse.entities.listed import strong
from enduse.entities.names import analyse
from enduse.entities.stated_entity import Entity
from enduse.errors import SettingError, UnreadableFile
from enduse.sources.tabular import NoHeader, Wanted, chunks_of, format_of, nowhere, open_table
from enduse.sources.text_encoding import find_encoding
from enduse.terms.identifiers import TAX_ID, Identifier, identify, scheme_of
from enduse.terms.ids import hash_of
from enduse.terms.territories import country_code

_SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "company", "company_name", "entity", "entity_name", "consignee", "consignor", "caption", "наименование", "название", "名称",
    ),
    "country": ("country", "country_code", "jurisdiction", "страна", "国家"),
    "identifiers": (
        "identifiers", "identifier", "tax_id", "tax_number", "registration_number", "inn", "ogrn", "инн", "огрн", "uscc", "lei", "bin",
        "imo", "imo_number",
    ),
    "id": ("id", "ref", "reference", "row", "number", "no", "№"),
    "schema": ("schema", "kind", "type", "entity_type", "тип", "类型"),
    "address": ("address", "addresses", "full_address", "registered_address", "адрес", "地址"),
    "phone": ("phone", "phones", "telephone", "tel", "phone_number", "mobile", "fax", "телефон", "电话"),
    "email": ("email", "emails", "e_mail", "mail", "почта", "邮箱", "电子邮件"),
    "source": ("source", "dataset", "list", "list_id", "источник", "来源"),
    "birth_date": ("birth_date", "birth_dates", "birthdate", "date_of_birth", "dob", "born", "дата_рождения", "出生日期"),
    "vessel": ("vessel", "vessel_name", "ship", "ship_name", "судно", "船名"),
}  # fmt: skip
NAME_ID = "N-"
"""How the ids of names that are screened begin."""
_NAME_MAX = 1000
_DELIMITERS = ",;\t|"
_HEAD = 1 << 16
"""Bytes in which the first line is looked for."""
_UTF8 = "utf-8-sig"
_ONE_COLUMN = "\x1f"
"""What parts the cells of a table whose header has one column: nothing that names hold, so that a comma is part of a name."""
_SCHEMAS = {
    **dict.fromkeys(
        ("company", "entity", "organization", "organisation", "legalentity", "publicbody", "business", "компания", "организация",
         "юридическое лицо", "юрлицо", "公司", "企业", "机构", "组织"), "Organization"),
    **dict.fromkeys(("person", "individual", "natural person", "физическое лицо", "физлицо", "个人", "自然人"), "Person"),
    **dict.fromkeys(("vessel", "ship", "судно", "船舶", "船"), "Vessel"),
    **dict.fromkeys(("airplane", "aircraft", "самолет", "самолёт", "воздушное судно", "飞机"), "Airplane"),
}  # fmt: skip


@dataclass(frozen=True)
class Query:
    """One name to screen. `identifiers` as printed, several in one text; `id` is the asker's own.

    `schema` is the FollowTheMoney kind (Organization, Person ...); null when it is not stated: the name may be anybody's.
    """

    name: str
    country: str | None = None
    identifiers: str | None = None
    id: str | None = None
    schema: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    source: str | None = None
    """The list it stands in; only `link` asks for it."""
    birth_date: str | None = None
    """A person's, as printed; several in one text."""
    refused: str | None = None
    """Why the row cannot be asked, with its line; null for a row that can."""

    @property
    def name_id(self) -> str:
        """What stands for this name in judgements.csv, whoever asks about it: a hash of the name, upper and lower case alike."""
        return NAME_ID + hash_of([" ".join(self.name.split()).casefold()])[:12]

    def numbers(self) -> list[Identifier]:
        """Return the identifiers stated, told apart and checked."""
        return identify(self.identifiers, None, self.country_code) if self.identifiers else []

    @property
    def country_code(self) -> str | None:
        """The ISO 3166 alpha-2 code of the country; null when none is stated or it is not known."""
        return country_code(self.country) if self.country else None

    def entity(self, number: str) -> Entity:
        """Return the query as `compare` and `match` take it; `number` is its id where it has none."""
        country = (self.country,) if self.country else ()
        addresses, phones, emails = (tuple(value.split("; ")) if value else () for value in (self.address, self.phone, self.email))
        return Entity(
            (self.name,), country, (self.identifiers,) if self.identifiers else (), self.id or number, self.schema,
            addresses, phones, emails, self.source, (self.birth_date,) if self.birth_date else (),
        )  # fmt: skip

    def asked(self) -> Asked:
        """Return the query as the scorer takes it."""
        found = self.numbers()
        numbers, merging = strong(found)
        unnamed = frozenset(one.value for one in found if one.scheme == TAX_ID and one.valid is None)
        countries = frozenset((self.country_code,)) if self.country_code else frozenset[str]()
        return Asked(((self.name, analyse(self.name)),), countries, numbers, frozenset(merging), unnamed)


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a file, in the order of its rows: CSV, packed with gzip too, a workbook (XLSX) or Parquet.

    Columns: name (needed), id, country, identifiers, schema, address, phone, email, source, birth_date, under these words or common
    synonyms; comma, semicolon, tab or `|` between; where the header has one column a line is a name. Text is UTF-8, or in an encoding
    that its letters or its first bytes say. A column `vessel` names a ship: what is asked where there is no name, and asked as well,
    under the id with `/vessel` behind it, where there is one. Raises SettingError saying which line, and what is accepted.
    """
    return list(_usable(path))


def _usable(path: Path) -> Iterator[Query]:
    for one in stream_queries(path):
        if one.refused:
            raise SettingError(f"{path}, {one.refused}")
        yield one


def stream_queries(path: Path) -> Iterator[Query]:
    """Yield the queries of a file as `read_queries` returns them, one at a time, and one with `refused` for a row that names nobody.

    Raises SettingError for what is no table of names at all: no column of names, bytes that are no text, quotes left open.
    """
    try:
        # What can be read only once, a pipe, is CSV in UTF-8.
        known = path.is_file() and path.stat().st_size > 0
        found = format_of(path, str(path)) if known else "text"
        if found in ("workbook", "parquet"):
            yield from _cells(path)
            return
        encoding = find_encoding(chunks_of(path, str(path), found), str(path)).name if known else _UTF8
        # With the mark at the beginning, which is no part of the first header.
        encoding = _UTF8 if encoding == "utf-8" else "utf-16" if encoding.startswith("utf-16") else encoding
        with _opened(path, found) as file:
            first = re.split(r"[\r\n]", file.read(_HEAD).decode(encoding, "replace"), maxsplit=1)[0]
            delimiter = max(_DELIMITERS, key=first.count)
            file.seek(0)
            stream = io.TextIOWrapper(file, encoding=encoding, newline="")
            apart = delimiter if delimiter in first else _ONE_COLUMN
            yield from _rows(path, csv.reader(_text(path, stream), delimiter=apart, strict=True))
    except UnreadableFile as error:
        raise SettingError(f"{path}: {error.reason}; save it as CSV in UTF-8") from error
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text ({error.reason}); save it as CSV in UTF-8") from error


def _opened(path: Path, found: str) -> BinaryIO:
    """Return the bytes of a file, unpacked; what can be read only once, a pipe, is read to its end."""
    file = cast(BinaryIO, gzip.GzipFile(path)) if found == "gzip" else path.open("rb")
    if file.seekable():
        return file
    with file:
        return io.BytesIO(file.read())


def _cells(path: Path) -> Iterator[Query]:
    """Yield the queries of a workbook or Parquet; raises SettingError where several sheets may be meant."""
    table = open_table(path, str(path), Wanted(_likeness), nowhere)
    if isinstance(table, NoHeader):
        _columns(path, [cell.strip() for cell in table.first])
        return
    if table.other_sheets:
        sheets = ", ".join(table.other_sheets)
        raise SettingError(f"{path} has other sheets with rows beside {table.sheet}: {sheets}; hide them, or save the one meant as CSV")
    header = _header(path, table.header)
    number = 0
    for batch in table.batches:
        for line, cells in zip(batch.numbers, batch.rows, strict=True):
            if any(cell.strip() for cell in cells):
                number += 1
                yield from _queries(f"{table.unit} {line}", number, cells, header)


def _text(path: Path, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if "\0" in line:
            raise SettingError(f"{path} holds NUL bytes; it must be plain CSV text")
        yield line


class _Header(NamedTuple):
    """The first line of a table of names: its cells, where each field stands, and what a column says its numbers are."""

    cells: list[str]
    columns: dict[str, list[int]]
    labels: list[str | None]


def _rows(path: Path, reader: Any) -> Iterator[Query]:
    try:
        cells: list[str] = next(reader, [])
        header = _header(path, cells)
        number = 0
        for cells in reader:
            if any(cell.strip() for cell in cells):
                number += 1
                yield from _queries(f"line {reader.line_num}", number, cells, header)
    except csv.Error as error:
        raise SettingError(f"{path}, line {reader.line_num}: not readable as CSV ({error})") from error


def _header(path: Path, cells: list[str]) -> _Header:
    return _Header(cells, _columns(path, cells), [scheme_of(cell) for cell in cells])


def _fields(header: list[str]) -> dict[str, list[int]]:
    """Return where each field stands among the cells of a header."""
    folded = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in header]
    found = {field: [at for at, cell in enumerate(folded) if cell in words] for field, words in _SYNONYMS.items()}
    taken = {at for places in found.values() for at in places}
    # Whatever header says which register its numbers are of: 统一社会信用代码, ЕДРПОУ, ИНН/КПП.
    named = [at for at, cell in enumerate(header) if at not in taken and any(map(scheme_of, cell.split("/")))]
    found["identifiers"] = sorted((*found["identifiers"], *named))
    return found


def _likeness(header: list[str]) -> int:
    """Return how many columns of a header are known; 0 where none names anybody."""
    found = _fields(header)
    return sum(map(len, found.values())) if found["name"] or found["vessel"] else 0


def _columns(path: Path, header: list[str]) -> dict[str, list[int]]:
    found = _fields(header)
    if not (found["name"] or found["vessel"]):
        accepted = ", ".join(_SYNONYMS["name"])
        said = f"among {', '.join(header)}" if header else "in an empty line"
        raise SettingError(f"{path}, line 1: no column with names {said}. Accepted: {accepted}")
    return found


def _refused(cells: list[str], header: _Header, names: list[tuple[int, str]], ship: str | None) -> str | None:
    """Return why a row cannot be asked; null when it can. `names` are the places and cells of its columns of names that say something."""
    if any(cell.strip() for cell in cells[len(header.cells) :]):
        # A comma inside a name: what stands behind it would be read as another column, or as nothing.
        many = f"{len(cells)} cells where the header has {len(header.cells)}"
        return f"{many}; a cell that holds the mark between cells stands in quotes"
    longest = max((len(one) for one in (*(name for _, name in names), ship or "")), default=0)
    if not longest:
        return "the name is empty; give one or remove the line"
    if longest > _NAME_MAX:
        return f"the name has {longest} characters; at most {_NAME_MAX} are accepted"
    if len({" ".join(name.split()).casefold() for _, name in names}) > 1:
        titles = ", ".join(header.cells[at].strip() for at, _ in names)
        return f"{titles} hold different names; rename the columns that are not asked, or give each name a row of its own"
    return None


def _queries(where: str, number: int, cells: list[str], header: _Header) -> Iterator[Query]:
    """Yield what one row asks, or why it cannot; `number` is its place from 1, the id of a row without one where a row may ask twice."""
    columns, labels = header.columns, header.labels

    def stated(field: str) -> list[tuple[int, str]]:
        return [(at, cells[at].strip()) for at in columns[field] if at < len(cells) and cells[at].strip()]

    name, ship = (next((value for _, value in stated(field)), None) for field in ("name", "vessel"))
    # A column called INN says what its numbers are; the label goes with the number.
    numbers = [f"{labels[at]} {value}" if labels[at] else value for at, value in stated("identifiers")]
    country, asker, kind, source = (next((value for _, value in stated(field)), None) for field in ("country", "id", "schema", "source"))
    schema = _SCHEMAS.get(kind.casefold()) if kind else None
    if columns["vessel"] and columns["name"]:
        # Where rows have ids a number may be another row's.
        asker = asker or (f"row {number}" if columns["id"] else str(number))
    if refused := _refused(cells, header, stated("name"), ship):
        yield Query((name or ship or "")[:_NAME_MAX], id=asker, refused=f"{where}: {refused}")
        return
    beside = ("address", "phone", "email", "birth_date")
    address, phone, email, birth = ("; ".join(value for _, value in stated(field)) or None for field in beside)
    if name:
        others = [one for one in numbers if not one.startswith("IMO ")] if ship else numbers
        yield Query(name, country, "; ".join(others) or None, asker, schema, address, phone, email, source, birth)
    if ship:
        # Beside a company the country is the company's, and of the numbers only an IMO number is the ship's.
        own = [one for one in numbers if one.startswith("IMO ")] if name else numbers
        yield Query(ship, None if name else country, "; ".join(own) or None, f"{asker}/vessel" if name else asker, "Vessel")
