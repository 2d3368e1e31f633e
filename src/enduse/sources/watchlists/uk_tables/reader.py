"""Reads the UK Sanctions List's four tables; each is one input, they meet in the publisher's unique id."""

from __future__ import annotations

from collections.abc import Iterator

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import iso_date
from enduse.sources.watchlists.listing import Act, Subject, WatchList, category, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, table

Records = Iterator[tuple[str, dict[str, str]]]


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit what one of the four tables says; raises SourceDrift for another header or an unknown category."""
    of = watch_list(source, file, "uk")
    layout, records = table(source, file, emit, source.layout["headers"])
    readers = {"subjects": _subjects, "names": _names, "identifiers": _identifiers, "countries": _countries}
    readers[layout](source, file, emit, of, _with_id(emit, records))


def _with_id(emit: Emission, records: Records) -> Records:
    for locator, record in records:
        if not record["unique_id"].strip():
            emit.reject(locator, BROKEN_ROW, "the row has no unique_id", ",".join(record.values()))
            continue
        yield locator, record


def _subject(emit: Emission, of: WatchList, record: dict[str, str], locator: str) -> Subject:
    return Subject(emit, of.list_id, [record["unique_id"].strip()], locator, external_id=record["unique_id"].strip())


def _subjects(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, records: Records) -> None:
    for locator, record in records:
        subject = _subject(emit, of, record, locator)
        subject.schema = category(source, file, "types", record["subject_type"], locator)
        listed = record["date_designated"]
        measure = source.layout["ship_measure"] if subject.schema == "Vessel" else None
        subject.designate(of, Act(listed_on=iso_date(listed), measure=measure, dates_as_published=(listed or None,)))
        if listed and iso_date(listed) is None:
            emit.reject(f"{locator} date_designated", "ambiguous_date", "no day of the calendar as DD/MM/YYYY", listed)
        for column, scheme in (("un_reference_number", "United Nations number"), ("ofsi_group_id", "OFSI group")):
            subject.say("note", record[column], scheme=scheme, at=column)


def _names(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, records: Records) -> None:
    seen: set[tuple[str, str, str]] = set()
    for locator, record in records:
        prop = category(source, file, "names", record["name_type"], locator)
        if category(source, file, "strengths", record["alias_strength"], locator) == "weak":
            prop = "weak_alias"
        if not record["full_name"].strip():
            emit.reject(locator, BROKEN_ROW, "the row has no full_name", ",".join(record.values()))
            continue
        if _first(seen, record["unique_id"], prop, record["full_name"]):
            _subject(emit, of, record, locator).name(record["full_name"], prop)


def _identifiers(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, records: Records) -> None:
    seen: set[tuple[str, str, str]] = set()
    for locator, record in records:
        label = category(source, file, "identifier_types", record["identifier_type"], locator)
        value, said = record["raw_value"], record["additional_info"].strip()
        if not value.strip(" '’"):
            emit.reject(locator, BROKEN_ROW, "the row has no raw_value", ",".join(record.values()))
            continue
        subject = _subject(emit, of, record, locator)
        if _first(seen, record["unique_id"], label, value):
            subject.number(value, f"{said} / {label}" if label == "national number" and _names_a_number(said) else label)
        if said and _first(seen, record["unique_id"], f"{label} {value}", said):
            subject.say("note", record["additional_info"], scheme=label, at="additional_info")


def _names_a_number(said: str) -> bool:
    return len(said) < 40 and any(word in said.lower() for word in ("inn", "tax", "ogrn"))


def _countries(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, records: Records) -> None:
    seen: set[tuple[str, str, str]] = set()
    unresolved = 0
    for locator, record in records:
        scheme = category(source, file, "country_types", record["country_type"], locator)
        known = category(source, file, "resolutions", record["resolution_method"], locator) == "yes"
        resolved = known and record["iso_available"] == "True"
        unresolved += not resolved
        if record["raw_value"].strip() and _first(seen, record["unique_id"], scheme, record["iso"] or record["raw_value"]):
            value = record["iso"] if resolved else None
            _subject(emit, of, record, locator).country(record["raw_value"], scheme, value=value)
    emit.note(f"{unresolved} rows name a place that is no country of today; kept as written")


def _first(seen: set[tuple[str, str, str]], *key: str) -> bool:
    one = (key[0], key[1], key[2])
    if one in seen:
        return False
    seen.add(one)
    return True
