"""Names to screen: what is asked, and how a CSV of them is read."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from enduse.entities.comparing import Asked
from enduse.entities.listed import strong
from enduse.entities.names import analyse
from enduse.entities.weighing import Entity
from enduse.errors import SettingError
from enduse.terms.identifiers import TAX_ID, Identifier, identify, scheme_of
from enduse.terms.territories import country_code

_SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "company", "company_name", "entity", "entity_name", "consignee", "consignor", "caption", "наименование", "название", "名称",
    ),
    "country": ("country", "country_code", "jurisdiction", "страна", "国家"),
    "identifiers": (
        "identifiers", "identifier", "tax_id", "tax_number", "registration_number", "inn", "ogrn", "инн", "огрн", "uscc", "lei", "bin",
    ),
    "id": ("id", "ref", "reference", "row", "number", "no", "№"),
}  # fmt: skip
_NAME_MAX = 1000


@dataclass(frozen=True)
class Query:
    """One name to screen. `identifiers` as printed, several in one text; `id` is the asker's own."""

    name: str
    country: str | None = None
    identifiers: str | None = None
    id: str | None = None

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
        return Entity((self.name,), country, (self.identifiers,) if self.identifiers else (), self.id or number)

    def asked(self) -> Asked:
        """Return the query as the scorer takes it."""
        found = self.numbers()
        numbers, merging = strong(found)
        unnamed = frozenset(one.value for one in found if one.scheme == TAX_ID and one.valid is None)
        countries = frozenset((self.country_code,)) if self.country_code else frozenset[str]()
        return Asked(((self.name, analyse(self.name)),), countries, numbers, frozenset(merging), unnamed)


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a CSV file, in the order of its rows.

    Columns: name (needed), id, country, identifiers, under these words or common synonyms; comma, semicolon or tab between.
    Raises SettingError saying which line, and what is accepted.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text (byte {error.start}); save it as CSV in UTF-8") from error
    if "\0" in text:
        raise SettingError(f"{path} holds NUL bytes; it must be plain CSV text")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, [])
        columns = _columns(path, header)
        labels = [scheme_of(cell) for cell in header]
        filled = ((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
        return [_query(f"{path}, line {line}", cells, columns, labels) for line, cells in filled]
    except csv.Error as error:
        raise SettingError(f"{path}, line {reader.line_num}: not readable as CSV ({error})") from error


def _columns(path: Path, header: list[str]) -> dict[str, list[int]]:
    folded = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in header]
    found = {field: [at for at, cell in enumerate(folded) if cell in words] for field, words in _SYNONYMS.items()}
    if not found["name"]:
        accepted = ", ".join(_SYNONYMS["name"])
        raise SettingError(f"{path}, line 1: no column with names among {', '.join(header) or 'nothing'}. Accepted: {accepted}")
    return found


def _query(where: str, cells: list[str], columns: dict[str, list[int]], labels: list[str | None]) -> Query:
    def stated(field: str) -> list[tuple[int, str]]:
        return [(at, cells[at].strip()) for at in columns[field] if at < len(cells) and cells[at].strip()]

    name = next((value for _, value in stated("name")), None)
    if not name:
        raise SettingError(f"{where}: the name is empty; give one or remove the line")
    if len(name) > _NAME_MAX:
        raise SettingError(f"{where}: the name has {len(name)} characters; at most {_NAME_MAX} are accepted")
    # A column called INN says what its numbers are; the label goes with the number.
    numbers = [f"{labels[at]} {value}" if labels[at] else value for at, value in stated("identifiers")]
    country, asker = (next((value for _, value in stated(field)), None) for field in ("country", "id"))
    return Query(name, country, "; ".join(numbers) or None, asker)
