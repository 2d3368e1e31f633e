"""Counts of watchlist files by plain csv, json, xml and text code: nothing of enduse's readers is used, so that they can be checked.

Every counter takes a path and returns {"subjects", "designations", "names", "identifiers", "addresses"}; a number that the file's
form does not allow to count without reading it as the reader does is left out.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Counts = dict[str, int]


def _native(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [["" if cell.strip() == "-0-" else cell for cell in row] for row in csv.reader(stream) if len(row) > 1]


def _table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def ofac_primary(path: Path) -> Counts:
    """Rows, programmes between brackets, and names: one for each row and one for each quoted a.k.a. or f.k.a. of the remarks."""
    rows = _native(path)
    quoted = sum(len(re.findall(r"[afn]\.k\.a\. '", row[11])) for row in rows)
    return {
        "subjects": len({row[0] for row in rows}),
        "designations": sum(len(set(row[3].split("] ["))) for row in rows),
        "names": len(rows) + quoted,
        "addresses": 0,
    }


def ofac_alternate(path: Path) -> Counts:
    """One name for each row."""
    rows = _native(path)
    return {"subjects": len({row[0] for row in rows}), "designations": 0, "names": len(rows), "identifiers": 0, "addresses": 0}


def ofac_address(path: Path) -> Counts:
    """One address for each row that states more than a country."""
    rows = _native(path)
    stated = [row for row in rows if (row[2] + row[3]).strip()]
    said = {row[0] for row in rows if "".join(row[2:]).strip()}
    return {"subjects": len(said), "designations": 0, "names": 0, "identifiers": 0, "addresses": len(stated)}


def ofac_json(path: Path) -> Counts:
    """Entries, their programmes and their names."""
    entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
    return {
        "subjects": len({entry["uid"] for entry in entries}),
        "designations": sum(len(entry["programs"]) for entry in entries),
        "names": len(entries) + sum(len(entry["alternateNames"]) for entry in entries),
        "identifiers": 0,
        "addresses": 0,
    }


def ofac_json_csv(path: Path) -> Counts:
    """The same of the CSV twin, whose cells join values by '; '."""
    rows = _table(path)
    return {
        "subjects": len({row["uid"] for row in rows}),
        "designations": sum(len(row["programs"].split("; ")) for row in rows),
        "names": len(rows) + sum(len(row["alternate_names"].split("; ")) for row in rows if row["alternate_names"]),
        "identifiers": 0,
        "addresses": 0,
    }


# Kinds of the idList that are no numbers of the subject.
_SENTENCES = (
    "Additional Sanctions", "Website", "Secondary sanctions", "Transactions Prohibited", "Executive Order", "Aircraft Model",
    "Aircraft Manufacture Date", "Aircraft Operator", "Former Vessel Flag", "Email Address", "Organization", "CAATSA",
    "Nationality", "Other Vessel", "IFCA", "Phone", "Gender",
)  # fmt: skip


def ofac_xml(path: Path) -> Counts:
    """Elements sdnEntry, program, aka, address, and id where its type is no sentence."""
    root = ET.parse(path).getroot()
    space = {"o": root.tag[1:].split("}")[0]}
    entries = root.findall("o:sdnEntry", space)
    parts = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode")
    numbers = [
        one for one in root.iterfind(".//o:id", space)
        if not one.findtext("o:idType", "", space).startswith(_SENTENCES) and one.find("o:idNumber", space) is not None
    ]  # fmt: skip
    quoted = sum(len(re.findall(r"[afn]\.k\.a\. '", entry.findtext("o:remarks", "", space))) for entry in entries)
    return {
        "subjects": len(entries),
        "designations": len(root.findall(".//o:program", space)),
        "names": len(entries) + len(root.findall(".//o:aka", space)) + quoted,
        "identifiers": len(numbers),
        "addresses": sum(any(one.findtext(f"o:{part}", "", space) for part in parts) for one in root.iterfind(".//o:address", space)),
    }


def eu_xml(path: Path) -> Counts:
    """Elements sanctionEntity, regulation, nameAlias, identification and address that state something."""
    root = ET.parse(path).getroot()
    space = {"e": root.tag[1:].split("}")[0]}
    keys = ("street", "place", "poBox", "zipCode", "city", "region")
    return {
        "subjects": len(root.findall("e:sanctionEntity", space)),
        "designations": len(root.findall("e:sanctionEntity/e:regulation", space)),
        "names": sum(bool(one.get("wholeName", "").strip()) for one in root.iterfind(".//e:nameAlias", space)),
        "identifiers": sum(bool(one.get("number")) for one in root.iterfind(".//e:identification", space)),
        "addresses": sum(any(one.get(key, "").strip() for key in keys) for one in root.iterfind("e:sanctionEntity/e:address", space)),
    }


def un_xml(path: Path) -> Counts:
    """Elements INDIVIDUAL and ENTITY, their aliases (several in one element joined by semicolons), documents and addresses."""
    root = ET.parse(path).getroot()
    subjects = root.findall("INDIVIDUALS/INDIVIDUAL") + root.findall("ENTITIES/ENTITY")
    names = len(subjects)
    identifiers = addresses = 0
    for subject in subjects:
        names += bool(subject.findtext("NAME_ORIGINAL_SCRIPT", "").strip())
        for alias in subject.findall(f"{subject.tag}_ALIAS"):
            names += len({part.strip() for part in (alias.findtext("ALIAS_NAME") or "").split(";") if part.strip()})
        identifiers += sum(bool((one.findtext("NUMBER") or "").strip()) for one in subject.findall(f"{subject.tag}_DOCUMENT"))
        for one in subject.findall(f"{subject.tag}_ADDRESS"):
            addresses += any((one.findtext(tag) or "").strip() for tag in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"))
    return {"subjects": len(subjects), "designations": len(subjects), "names": names, "identifiers": identifiers, "addresses": addresses}


_ARTEFACTS = {"Text of image", "Chinese:", "Korean:", "Farsi:"}
_JOURNAL_NUMBERS = (
    "passportNumber", "registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "kppCode", "okpoCode", "leiCode", "swiftBic",
    "imoNumber", "mmsi", "ticker",
)  # fmt: skip


def _cell(cell: str) -> list[str]:
    """The values of a Journal cell, by the csv module: semicolons separate, double quotes protect."""
    if not cell.strip():
        return []
    (values,) = csv.reader([cell], delimiter=";", skipinitialspace=True)
    return [value.strip() for value in values if value.strip()]


def _lettered(values: list[str]) -> int:
    return sum(len(re.findall(r"(?<![\w)])\(?[a-z]\)\s", value)) if re.match(r"\(?a\)\s", value) else 1 for value in values)


def eu_journal(path: Path) -> Counts:
    """Rows, and the values of each cell."""
    rows = _table(path)
    columns = ("alias", "weakAlias", "previousName")
    others = [one for row in rows for column in columns for one in _cell(row[column]) if one not in _ARTEFACTS]
    names = len(rows) + len(others)
    keys = {(row["annex"].removesuffix(".PERSONS").removesuffix(".ENTITIES"), row["recordId"], row["name"]) for row in rows}
    return {
        "subjects": len(keys),
        "designations": len(rows),
        "names": names,
        "identifiers": sum(_lettered(_cell(row[column])) for row in rows for column in _JOURNAL_NUMBERS),
        "addresses": sum(_lettered(_cell(row["address"])) for row in rows),
    }


def uk_tables(path: Path) -> Counts:
    """Distinct values of each of the four tables."""
    rows = _table(path)
    subjects = len({row["unique_id"] for row in rows})
    found = {"subjects": subjects, "designations": 0, "names": 0, "identifiers": 0, "addresses": 0}
    if "date_designated" in rows[0]:
        found["designations"] = len(rows)
    elif "full_name" in rows[0]:
        kinds = {"primary": "name", "primary_variation": "alias", "alias": "alias"}
        weak = {"low_quality_aka": "weak"}
        values = {(row["unique_id"], weak.get(row["alias_strength"], kinds[row["name_type"]]), row["full_name"]) for row in rows}
        found["names"] = len(values)
    elif "identifier_type" in rows[0]:
        found["identifiers"] = len({(row["unique_id"], row["identifier_type"], row["raw_value"]) for row in rows})
    return found


def us_json(path: Path) -> Counts:
    """Entities that differ in name, country or address; aliases and addresses as separated by semicolons."""
    entities = json.loads(path.read_text(encoding="utf-8"))["entities"]
    parts = [part.strip() for one in entities for part in (one["address"] or "").split(";")]
    addresses = [part for part in parts if part not in ("", "and") and not part.startswith("(See alt")]
    numbers = sum(len(re.findall(r"USCC: ", one["notes"] or "")) for one in entities)
    imposed = sum(max(1, (one["notes"] or "").count("; imposed ")) for one in entities)
    return {
        "subjects": len({(one["name"], one["country"], one["address"]) for one in entities}),
        "designations": imposed,
        "aliases": sum(len(one["aliases"]) for one in entities),
        "identifiers": numbers,
        "addresses": len(addresses),
    }


def bis_dpl(path: Path) -> Counts:
    """Rows of the tab-separated file."""
    rows = _table(path, "\t")
    keys = {(row["Name"], row["Country"], row["Street_Address"], row["City"]) for row in rows}
    return {"subjects": len(keys), "names": len(rows), "identifiers": 0, "addresses": len(rows)}


def jp_meti(path: Path) -> Counts:
    """Each entry has one line that begins its address; its number is checked by the last number of the text."""
    text = unicodedata.normalize("NFKC", path.read_text(encoding="utf-8"))
    entries = len(re.findall(r"所\s*在\s*地\s*:", text))
    return {"subjects": entries, "designations": entries, "identifiers": 0}


BY_SOURCE: dict[str, Callable[[Path], Counts]] = {
    "ofac_csv primary": ofac_primary, "ofac_csv alternate": ofac_alternate, "ofac_csv address": ofac_address, "ofac_json": ofac_json,
    "ofac_json csv": ofac_json_csv, "ofac_xml": ofac_xml, "eu_xml": eu_xml, "un_xml": un_xml, "eu_journal": eu_journal,
    "uk_tables": uk_tables, "us_bis": us_json, "us_bis dpl": bis_dpl, "us_other": us_json, "jp_meti": jp_meti,
}  # fmt: skip

PLACES: tuple[tuple[str, str, str], ...] = (
    ("native_formats_2021/ofac/sdn.csv", "watchlists/ofac_csv", "ofac_csv primary"),
    ("native_formats_2021/ofac/cons_prim.csv", "watchlists/ofac_csv", "ofac_csv primary"),
    ("native_formats_2021/ofac/*alt.csv", "watchlists/ofac_csv", "ofac_csv alternate"),
    ("ofac/alt_*.csv", "watchlists/ofac_csv", "ofac_csv alternate"),
    ("native_formats_2021/ofac/*add.csv", "watchlists/ofac_csv", "ofac_csv address"),
    ("ofac/add_*.csv", "watchlists/ofac_csv", "ofac_csv address"),
    ("ofac/ofac-sdn.json", "watchlists/ofac_json", "ofac_json"),
    ("ofac/ofac-sdn.csv", "watchlists/ofac_json", "ofac_json csv"),
    ("native_formats_2021/ofac/sdn.xml", "watchlists/ofac_xml", "ofac_xml"),
    ("native_formats_2021/eu/*.xml", "watchlists/eu_xml", "eu_xml"),
    ("native_formats_2021/un/*.xml", "watchlists/un_xml", "un_xml"),
    ("un/*.xml", "watchlists/un_xml", "un_xml"),
    ("eu_journal/*.csv", "watchlists/eu_journal", "eu_journal"),
    ("uk/*.csv", "watchlists/uk_tables", "uk_tables"),
    ("bis/bis_*.json", "watchlists/us_bis", "us_bis"),
    ("native_formats_2021/bis/dpl.txt", "watchlists/us_bis", "us_bis dpl"),
    ("other/us/*.json", "watchlists/us_other", "us_other"),
    ("other/jp_meti/*.txt", "watchlists/jp_meti", "jp_meti"),
)


def files(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield (file, source id, counter) for every list file in the folder."""
    for pattern, source, counter in PLACES:
        for path in sorted(folder.glob(pattern)):
            yield path, source, counter


def count(path: Path, counter: str) -> Counts:
    """Return the plain counts of one file."""
    return BY_SOURCE[counter](path)


def unread(folder: Path) -> list[Any]:
    """Return the list files that no pattern covers: descriptions of the packagers only."""
    covered = {path for path, _, _ in files(folder)}
    return sorted(path for path in folder.rglob("*") if path.is_file() and path not in covered)
