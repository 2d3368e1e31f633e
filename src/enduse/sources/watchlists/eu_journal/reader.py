"""Reads the Official Journal's annexes: one list for each regulation and annex, with the annex's own measure."""

from __future__ import annotations

import re

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date, split_cell, split_lettered
from enduse.sources.watchlists.listing import Act, Subject, WatchList, category
from enduse.sources.watchlists.reading import BROKEN_ROW, table

NAMES = {"name": "name", "alias": "alias", "weakAlias": "weak_alias", "previousName": "previous_name"}
COUNTRIES = {"country": "country", "nationality": "nationality", "jurisdiction": "jurisdiction", "flag": "flag"}
DATES = {"birthDate": "birth", "incorporationDate": "incorporation"}
PLAIN = {"phone": "phone", "email": "email", "website": "website"}
NOTES = {
    "birthPlace": "birth place",
    "position": "position",
    "gender": "gender",
    "appearance": "appearance",
    "ethnicity": "ethnicity",
    "fatherName": "father's name",
    "motherName": "mother's name",
    "legalForm": "legal form",
    "sector": "sector",
    "notes": "notes",
}
NUMBERS = {
    "passportNumber": "passport",
    "registrationNumber": "registration number",
    "taxNumber": "tax number",
    "idNumber": "ID number",
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "kppCode": "KPP",
    "okpoCode": "OKPO",
    "leiCode": "LEI",
    "swiftBic": "SWIFT/BIC",
    "imoNumber": "IMO",
    "mmsi": "MMSI",
    "ticker": "Equity Ticker",
}
_CELEX = re.compile(r"3(\d{4})R(\d{4})")
_LABEL = re.compile(
    r"^(?:in )?(?:Chinese|Korean|Farsi|Persian|Arabic|Russian|Ukrainian|Belarusian|Hebrew|Stage name)(?: script| spelling)?:\s*",
    re.IGNORECASE,
)


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of every row; raises SourceDrift for an unknown column, measure, schema or regulation number."""
    _, records = table(source, file, emit, {"annexes": source.layout["columns"]})
    for locator, record in records:
        if not record["name"].strip():
            emit.reject(locator, BROKEN_ROW, "the entry has no name", ",".join(record.values()))
            continue
        of = _list_of(source, file, record, locator)
        schema = category(source, file, "schemas", record["schema"], locator)
        key = [record["recordId"], record["name"]]
        subject = Subject(emit, of.list_id, key, locator, schema=schema, external_id=record["recordId"].strip() or None)
        start = record["startDate"]
        # The row's start date is the day of the entry: from it the measure has effect. The Journal prints no separate day of listing here.
        act = Act(started_on=iso_date(start), reason=clean(record["reason"]) or None, dates_as_published=(start or None,))
        subject.designate(of, act)
        if start and act.started_on is None:
            subject.say("date", start, scheme="start", at="startDate")
        _statements(source, subject, record)


def list_id_of(celex: str, annex: str) -> str | None:
    """Return the list's id; None when the CELEX number is not one of a regulation.

    >>> list_id_of("32014R0269", "I.ENTITIES"), list_id_of("32014R0833", "IV"), list_id_of("32020R1998", "I.A")
    ('eu_269_2014_annex_i', 'eu_833_2014_annex_iv', 'eu_2020_1998_annex_i_a')
    """
    found = _CELEX.fullmatch(celex.strip())
    if not found:
        return None
    year, number = found[1], int(found[2])
    # Until the end of 2014 regulations were cited number first.
    cited = f"{number}_{year}" if int(year) < 2015 else f"{year}_{number}"
    part = re.sub(r"\W+", "_", re.sub(r"\.(?:ENTITIES|PERSONS)$", "", annex.strip())).strip("_").lower()
    return f"eu_{cited}_annex_{part}" if part else f"eu_{cited}"


def _list_of(source: SourceDefinition, file: InputFile, record: dict[str, str], locator: str) -> WatchList:
    list_id = list_id_of(record["celex"], record["annex"])
    if list_id is None:
        raise SourceDrift(source.id, file.name, f"{locator}: celex {record['celex']!r}", ["a regulation's number such as 32014R0269"])
    return WatchList(
        list_id=list_id,
        authority=source.layout["authority"],
        measure=category(source, file, "measures", record["measure"], locator),
        measure_as_published=record["measure"],
        program=f"{record['programKey']} {record['celex']} Annex {record['annex']}",
        url=f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{record['celex']}",
    )


def _statements(source: SourceDefinition, subject: Subject, record: dict[str, str]) -> None:
    artefacts = frozenset(source.layout["artefacts"])
    for column, prop in NAMES.items():
        parts = [record["name"]] if column == "name" else split_cell(record[column])
        for number, published in enumerate(without_artefacts(parts, artefacts), 1):
            subject.name(published, prop, value=_named(published, artefacts), at=f"{column} {number}")
    country = record["jurisdiction"] or record["country"] or None
    for column, label in NUMBERS.items():
        for number, part in enumerate(_parts(record[column]), 1):
            subject.number(part, label, country, at=f"{column} {number}")
    for column, scheme in COUNTRIES.items():
        for number, part in enumerate(_parts(record[column]), 1):
            subject.country(part, scheme, value=_country(part), at=f"{column} {number}")
    for column, scheme in DATES.items():
        for number, part in enumerate(_parts(record[column]), 1):
            subject.date(part, scheme, at=f"{column} {number}")
    for number, part in enumerate(_parts(record["address"]), 1):
        subject.say("address", part, at=f"address {number}")
    for column, prop in PLAIN.items():
        for number, part in enumerate(split_cell(record[column]), 1):
            subject.say(prop, part, at=f"{column} {number}")
    for column, scheme in NOTES.items():
        if record[column].strip():
            subject.say("note", record[column], scheme=scheme, at=column)


def without_artefacts(parts: list[str], artefacts: frozenset[str]) -> list[str]:
    """Return the values as published, an artefact of the page joined to the value that follows it (or that it follows).

    >>> without_artefacts(["Chinese:", "Text of image", "甲公司", "Example"], frozenset({"Chinese:", "Text of image"}))
    ['Chinese:; Text of image; 甲公司', 'Example']
    """
    found: list[str] = []
    waiting: list[str] = []
    for part in parts:
        if part in artefacts or (waiting and part.rstrip(":") in artefacts):
            waiting.append(part)
        else:
            found.append("; ".join([*waiting, part]))
            waiting = []
    if waiting and found:
        found[-1] = "; ".join([found[-1], *waiting])
    return found


def _named(published: str, artefacts: frozenset[str]) -> str:
    kept = [part for part in published.split("; ") if part not in artefacts]
    return _LABEL.sub("", clean("; ".join(kept)))


def _country(part: str) -> str:
    # 'Indonesian. National Identification No.: ...' and 'Russian (as at 2003)' still say a nationality first.
    return re.split(r"[.(/]", part)[0] if re.search(r"\. |\(|/", part) else part


def _parts(cell: str) -> list[str]:
    return [one for part in split_cell(cell) for one in split_lettered(part)]
