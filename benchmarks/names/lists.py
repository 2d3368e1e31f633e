"""The real lists beside the checkout, as plain code reads them: names by script, countries, numbers with valid check digits.

Independent of the product's readers on purpose: a mistake there must not hide itself here.
"""

from __future__ import annotations

import csv
import json
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from stdnum import lei
from stdnum.by import unp
from stdnum.cn import uscc
from stdnum.ru import inn, ogrn

CHECKOUT = Path(__file__).resolve().parents[2]
Script = Literal["Han", "Cyrillic", "Latin", "other"]
_HAN, _CYRILLIC, _LATIN = (re.compile(pattern) for pattern in ("[\u3400-\u9fff]", "[\u0400-\u04ff]", "[A-Za-z]"))
_ARTEFACTS = re.compile(r"^(Chinese:.*|Text of image)$")
_ORGANISATIONS = frozenset({"LegalEntity", "Company", "Organization", "PublicBody"})
# The EU prints the tax number of another works beside the repair base: a mistake of the source (its notice says so).
_WRONG = {"eu:32014R0269:I.ENTITIES:219": ("INN", "5027030107")}
_NOTHING = frozenset({"", "-0-", "-0- "})


def shared() -> Path | None:
    """Return the folder of real data: ENDUSE_SHARED, else `shared` beside the checkout; null when it is not there."""
    folder = Path(os.environ.get("ENDUSE_SHARED") or CHECKOUT.parent / "shared") / "data"
    return folder if folder.is_dir() else None


def needed() -> Path:
    """Return the same folder; ends the program, saying what to do, where it is not there."""
    if (found := shared()) is None:
        raise SystemExit("the real lists are not beside the checkout (../shared/data), and ENDUSE_SHARED does not name their folder")
    return found


@dataclass
class Subject:
    """One entry of one list. `numbers` are (scheme, number) pairs whose check digits hold."""

    key: str
    list_id: str
    schema: str
    names: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    numbers: frozenset[tuple[str, str]] = frozenset()

    def in_script(self, script: Script) -> list[str]:
        """Return the names written in one script, as printed."""
        return [name for name in self.names if script_of(name) == script]

    @property
    def organisation(self) -> bool:
        """True for companies and other bodies."""
        return self.schema in _ORGANISATIONS

    def entity(self) -> dict[str, Any]:
        """Return the subject as the two sides of a turn take it, without numbers: those are what is to be found."""
        return {"id": self.key, "schema": self.schema, "name": self.names, "country": self.countries}


def script_of(name: str) -> Script:
    """Return the script of a name: Han or Cyrillic when most of its letters are, Latin when no other letter is.

    >>> script_of("深圳市比广贸易有限公司"), script_of("ООО T1"), script_of("T1 LLC")
    ('Han', 'Cyrillic', 'Latin')
    """
    han, cyrillic, latin = (len(pattern.findall(name)) for pattern in (_HAN, _CYRILLIC, _LATIN))
    if not han and not cyrillic:
        return "Latin" if latin else "other"
    if han:
        return "Han" if 2 * han >= latin else "other"
    return "Cyrillic" if cyrillic >= latin else "other"


def eu(folder: Path) -> list[Subject]:
    """Return the entries of the EU's consolidated regulations, the rows of one record joined."""
    found: dict[str, Subject] = {}
    for path in sorted((folder / "watchlists" / "eu_journal").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                # Rows without a number are records of their own: joined they were one subject of 2,034 names.
                key = f"eu:{row['celex']}:{row['annex']}:{row['recordId'] or row['name']}"
                one = found.setdefault(key, Subject(key, "eu", row["schema"]))
                cells = (row[name] for name in ("name", "alias", "weakAlias", "previousName"))
                _more(one.names, (name for cell in cells for name in _split(cell)))
                _more(one.countries, _split(row["country"]) or _split(row["jurisdiction"]))
                cells = (row[name] for name in ("registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "leiCode"))
                one.numbers |= numbers_in(" ; ".join(cells)) - {_WRONG.get(key, ("", ""))}
    return [one for one in found.values() if one.names]


def uk(folder: Path) -> list[Subject]:
    """Return the subjects of the UK Sanctions List."""
    found: dict[str, Subject] = {}
    tables = {name: folder / "watchlists" / "uk" / f"{name}.csv" for name in ("subjects", "subject_names", "subject_identifiers")}
    schemas = {"entity": "Organization", "individual": "Person", "ship": "Vessel"}
    for row in _rows(tables["subjects"]):
        key = f"uk:{row['unique_id']}"
        found[row["unique_id"]] = Subject(key, "uk", schemas.get(row["subject_type"], "Person"))
    for row in _rows(tables["subject_names"]):
        if row["unique_id"] in found and row["full_name"]:
            _more(found[row["unique_id"]].names, [row["full_name"]])
    for row in _rows(tables["subject_identifiers"]):
        if row["unique_id"] in found and row["identifier_type"] == "business_registration_numbers":
            found[row["unique_id"]].numbers |= numbers_in(row["raw_value"])
    return [one for one in found.values() if one.names]


def ofac(folder: Path) -> list[Subject]:
    """Return the entries of OFAC's list of 2026-08 (names only), with countries from its addresses of 2026-06."""
    entries = json.loads((folder / "watchlists" / "ofac" / "ofac-sdn.json").read_text(encoding="utf-8"))["entries"]
    schemas = {"entity": "Organization", "individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
    countries: dict[str, list[str]] = defaultdict(list)
    for row in _native(folder / "watchlists" / "ofac" / "add_2026-06.csv"):
        if len(row) > 4 and row[4] not in _NOTHING:
            _more(countries[row[0]], [row[4]])
    printed = _remarks(folder)
    subjects = []
    for entry in entries:
        uid = str(entry["uid"])
        names = [entry["name"], *(other if isinstance(other, str) else other["name"] for other in _aliases(entry))]
        subjects.append(
            Subject(f"ofac:{uid}", "ofac", schemas[entry["type"]], names, countries.get(uid, []), numbers_in(printed.get(uid, "")))
        )
    return subjects


def bis(folder: Path) -> list[Subject]:
    """Return the entries of the Entity List and the Military End Users; they print no numbers."""
    subjects = []
    for name in ("bis_entity_list", "bis_meu"):
        entries = json.loads((folder / "watchlists" / "bis" / f"{name}.json").read_text(encoding="utf-8"))["entities"]
        subjects += [
            Subject(f"{name}:{number}", "bis", "Organization", [one["name"], *one["aliases"]], [one["country"]] if one["country"] else [])
            for number, one in enumerate(entries)
        ]
    return subjects


def numbers_in(text: str) -> frozenset[tuple[str, str]]:
    """Return the numbers in a text that can mean one company and whose check digits hold.

    INN of 10 digits, OGRN of 13, UNP of 9 (Belarus), USCC of 18, LEI of 20. One random number in ten passes as an INN: a shared
    one is evidence all the same, for chance does not print it on two lists.

    >>> sorted(numbers_in("ИНН/КПП: 7707083893/773601001; OGRN 1027700132195"))
    [('INN', '7707083893'), ('OGRN', '1027700132195')]
    """
    words = re.findall(r"(?<!\d)(?:\d{9,13})(?!\d)|[0-9A-Z]{18,20}", unicodedata.normalize("NFKC", text).upper())
    checks: tuple[tuple[str, int, Any], ...] = (("INN", 10, inn), ("OGRN", 13, ogrn), ("UNP", 9, unp), ("USCC", 18, uscc), ("LEI", 20, lei))
    return frozenset(
        (scheme, word) for word in words for scheme, length, module in checks
        if len(word) == length and (word.isdigit() or length > 13) and len(set(word)) > 2 and module.is_valid(word)
    )  # fmt: skip


def groups(subjects: Sequence[Subject]) -> dict[str, int]:
    """Return {key: group}: entries that print the same valid number, or the same name letter by letter, are one company.

    The EU lists one company in several annexes; a hit on its twin is no mistake.
    """
    parent = list(range(len(subjects)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    first: dict[object, int] = {}
    for at, one in enumerate(subjects):
        for value in [*sorted(one.numbers), *(plain(name) for name in one.names)]:
            parent[root(at)] = root(first.setdefault(value, at))
    return {one.key: root(at) for at, one in enumerate(subjects)}


def plain(name: str) -> str:
    """Return a name in lower case without signs.

    >>> plain("JSC “Example”")
    'jsc example'
    """
    return " ".join(re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", name).casefold()).split())


def _split(cell: str) -> list[str]:
    parts = (part.strip() for part in cell.split("; "))
    return [part for part in parts if part and not _ARTEFACTS.match(part)]


def _more(values: list[str], further: Iterable[str]) -> None:
    values += [value for value in dict.fromkeys(further) if value and value not in values]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _native(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="latin-1", newline="") as file:
        yield from csv.reader(file)


@cache
def _remarks(folder: Path) -> dict[str, str]:
    """Return {entry number: remarks} of OFAC's list of 2021: the later files print no numbers."""
    path = folder / "watchlists" / "native_formats_2021" / "ofac" / "sdn.csv"
    return {row[0]: row[11] for row in _native(path) if len(row) > 11}


def _aliases(entry: dict[str, Any]) -> list[Any]:
    found: list[Any] = entry.get("alternateNames") or []
    return found
