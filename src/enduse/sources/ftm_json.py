"""FollowTheMoney as sources speak it: one JSON entity a line, statements as CSV, and simplified targets as CSV.

Shared by the watchlist and the registry readers. Files are read line by line; an entity that points at another (a Sanction, an
Ownership, a Directorship) needs no lookup, because subject ids are made of the entity's own id alone.

A link reads from the company to the other: `object_id` is the `scheme` of `subject_id` (its owner, its director ...).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.ftm_words import (
    IDENTIFIERS,
    LINKS,
    LISTED_TOPICS,
    NOTES,
    PROPS,
    SKIPPED,
    STATEMENT_COLUMNS,
    TARGET_COLUMNS,
)
from enduse.sources.watchlists.cleaning import clean, iso_date, split_cell
from enduse.sources.watchlists.listing import UNKNOWN_SCHEMA, Act, Subject, WatchList
from enduse.sources.watchlists.reading import BROKEN_ROW, encoding_of, json_of, table

COLLECTION = "ftm"
"""List id of an entity that several datasets speak of, and the space of all FollowTheMoney subject ids."""

TARGET_PROPS = {
    "aliases": "alias",
    "countries": "country",
    "birth_date": "birthDate",
    "addresses": "address",
    "phones": "phone",
    "emails": "email",
}
LINE_CHARACTERS_MAX = 8 * 1024 * 1024
"""A longer line is no entity; it goes to rejects."""

NESTED_MAX = 10
"""Exports put entities inside entities two or three deep; what lies deeper is left out."""


@dataclass
class Measures:
    """Which measure a dataset means, as declared in source.yml; others are 'other'."""

    datasets: Mapping[str, str] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)

    def of(self, dataset: str) -> str:
        """Return the measure of a dataset; 'other', counted, when source.yml does not say."""
        if dataset not in self.datasets:
            self.unknown[dataset] += 1
        return self.datasets.get(dataset, "other")


class _Desk:
    """What one file needs kept until its end: the schema of each entity, and what waits for it.

    That are Sanctions, whose entity may come later, and entities that a topic calls listed, of which a Sanction may still come.
    """

    def __init__(self, source: SourceDefinition, file: InputFile, emit: Emission, designate: bool) -> None:
        self.source, self.file, self.emit, self.designate = source, file, emit, designate
        self.measures = Measures(source.layout.get("dataset_measures", {}))
        self.schemata: dict[str, str] = {}
        self.sanctions: list[tuple[Mapping[str, list[Any]], str, str]] = []
        self.topical: dict[str, tuple[str, str, set[str]]] = {}

    def schema(self, schema: str, entity_id: str, locator: str) -> str:
        """Return a known schema and remember whose it is; raises SourceDrift for an unknown one."""
        if schema not in _schemata():
            raise SourceDrift(self.source.id, self.file.name, f"{locator}: unknown schema {schema!r}", sorted(_schemata()))
        if self.designate:
            self.schemata[entity_id] = sys.intern(schema)
        return schema

    def topics(self, entity_id: str, list_id: str, locator: str, topics: list[Any]) -> None:
        """Remember an entity that a topic calls listed."""
        if self.designate and (listed := LISTED_TOPICS.keys() & {one for one in topics if isinstance(one, str)}):
            self.topical.setdefault(entity_id, (list_id, locator, set()))[2].update(listed)

    def close(self) -> None:
        """Emit the designations that waited, and say which datasets have no declared measure and what is listed by its topic alone."""
        for properties, dataset, locator in self.sanctions if self.designate else []:
            for target in _ids(properties.get("entity", [])):
                schema = self.schemata.get(target, UNKNOWN_SCHEMA)
                sanction(subject_of(self.emit, target, dataset, schema, locator), properties, self.measures)
                self.topical.pop(target, None)
        for entity_id, (list_id, locator, topics) in self.topical.items():
            by_topic(subject_of(self.emit, entity_id, list_id, self.schemata[entity_id], locator), topics, self.measures)
        if self.topical:
            self.emit.note(
                f"{len(self.topical)} designations rest on a topic alone, without a Sanction: programme and dates are not stated"
            )
        if unknown := self.measures.unknown:
            named = ", ".join(sorted(unknown)[:20])
            self.emit.note(f"{sum(unknown.values())} designations of datasets without a declared measure are 'other': {named}")


def read_entities(source: SourceDefinition, file: InputFile, emit: Emission, *, designate: bool) -> None:
    """Emit statements (and with `designate` designations) of `entities.ftm.json`, one entity a line; a broken line goes to rejects."""
    desk = _Desk(source, file, emit, designate)
    emit.encoding = encoding_of(file.path, file.name)
    for locator, text in _lines(file, emit):
        emit.read()
        entity = _parsed(emit, locator, text)
        if entity is not None:
            _entity(desk, entity, locator)
    desk.close()


def _lines(file: InputFile, emit: Emission) -> Iterator[tuple[str, str]]:
    with file.path.open(encoding=emit.encoding) as stream:
        number = 0
        while text := stream.readline(LINE_CHARACTERS_MAX):
            number += 1
            if not text.endswith("\n") and len(text) >= LINE_CHARACTERS_MAX:
                emit.read()
                emit.reject(f"line {number}", BROKEN_ROW, f"longer than {LINE_CHARACTERS_MAX} characters", text)
                while (text := stream.readline(LINE_CHARACTERS_MAX)) and not text.endswith("\n"):
                    pass
                continue
            if text.strip():
                yield f"line {number}", text


def _parsed(emit: Emission, locator: str, text: str) -> dict[str, Any] | None:
    try:
        entity = json_of(text)
    except (ValueError, RecursionError) as error:
        emit.reject(locator, BROKEN_ROW, f"not JSON: {type(error).__name__}", text)
        return None
    if not _whole(entity):
        emit.reject(locator, BROKEN_ROW, "an entity needs an id, a schema and properties", text)
        return None
    found: dict[str, Any] = entity
    return found


def _whole(entity: Any) -> bool:
    if not isinstance(entity, dict) or not isinstance(entity.get("properties", {}), dict):
        return False
    return bool(isinstance(entity.get("id"), str) and entity["id"] and isinstance(entity.get("schema"), str))


def _entity(desk: _Desk, entity: dict[str, Any], locator: str, depth: int = 0) -> None:
    schema = desk.schema(entity["schema"], entity["id"], locator)
    emit = desk.emit
    properties = {name: _values(values) for name, values in entity.get("properties", {}).items()}
    datasets = [one for one in _values(entity.get("datasets")) if isinstance(one, str) and one] or [COLLECTION]
    list_id = datasets[0] if len(datasets) == 1 else COLLECTION
    if schema == "Sanction":
        desk.sanctions.append((properties, datasets[0], locator))
    elif schema in LINKS:
        link(emit, schema, properties, list_id, locator)
    elif schema not in SKIPPED:
        subject = subject_of(emit, entity["id"], list_id, schema, locator)
        desk.topics(entity["id"], list_id, locator, properties.get("topics", []))
        for prop, values in properties.items():
            for number, value in enumerate(values, 1):
                if isinstance(value, str):
                    say(subject, prop, value, at=f"{prop} {number}", country=_only(properties))
    # Nested exports put the sanctions and links of an entity inside it.
    for values in properties.values():
        for value in values:
            if depth < NESTED_MAX and _whole(value) and value["schema"] in {"Sanction", *LINKS}:
                _entity(desk, value, locator, depth + 1)


def subject_of(emit: Emission, entity_id: str, list_id: str, schema: str, locator: str) -> Subject:
    """Return the subject of a FollowTheMoney entity: its id does not depend on the dataset that speaks of it."""
    subject = Subject(emit, COLLECTION, [entity_id], locator, schema=schema, external_id=entity_id)
    subject.list_id = list_id
    return subject


def _only(properties: Mapping[str, list[Any]]) -> str | None:
    """Return the one country of an entity, which helps to tell whose register a number is of; None when it names several."""
    found = {value for name in ("jurisdiction", "country", "mainCountry") for value in properties.get(name, []) if isinstance(value, str)}
    return found.pop() if len(found) == 1 else None


def say(subject: Subject, prop: str, value: str, *, at: str, country: str | None = None) -> None:
    """Emit one value of one property; a property that is neither name, number, place, date nor text to keep is left out."""
    if prop in PROPS:
        kind, scheme = PROPS[prop]
        if kind == "country":
            subject.country(value, scheme, at=at)
        elif kind == "date" and scheme:
            subject.date(value, scheme, at=at)
        elif kind in ("name", "alias", "weak_alias", "previous_name"):
            subject.say(kind, value, at=at)
        else:
            subject.say(kind, value, scheme=scheme, at=at)
    elif prop in IDENTIFIERS:
        subject.number(value, IDENTIFIERS[prop], country, at=at)
    elif prop in NOTES:
        subject.say("note", value, scheme=NOTES[prop], at=at)


def sanction(subject: Subject, properties: Mapping[str, list[Any]], measures: Measures) -> None:
    """Emit the designation that a Sanction entity states of a subject: one for each programme it names."""
    dataset = subject.list_id

    def first(*names: str) -> str | None:
        return next((value for name in names for value in properties.get(name, []) if isinstance(value, str) and value.strip()), None)

    said = [value for value in properties.get("provisions", []) if isinstance(value, str)]
    of = WatchList(dataset, first("authority", "publisher") or dataset, measures.of(dataset), "; ".join(said) or None)
    dates = tuple(first(name) for name in ("listingDate", "startDate", "endDate"))
    listed, started, ended = (iso_date(date) for date in dates)
    named = properties.get("program", []) or properties.get("programId", [])
    programs: list[str | None] = [value for value in named if isinstance(value, str)]
    for program in programs or [None]:
        act = Act(
            program=program,
            listed_on=listed,
            started_on=started,
            ended_on=ended,
            reason=first("reason"),
            source_url=first("sourceUrl", "programUrl"),
            dates_as_published=dates,
        )
        subject.designate(of, act)


def by_topic(subject: Subject, topics: set[str], measures: Measures) -> None:
    """Emit the designation of a subject that a topic calls listed and no Sanction explains: by whom, why and since when is not said."""
    meant = next(measure for topic, measure in LISTED_TOPICS.items() if topic in topics)
    measure = measures.datasets.get(subject.list_id, meant)
    subject.designate(WatchList(subject.list_id, subject.list_id, measure, f"topics: {', '.join(sorted(topics))}"), Act())


def link(emit: Emission, schema: str, properties: Mapping[str, list[Any]], list_id: str, locator: str) -> None:
    """Emit a link for each pair of ends; `value` is the role or share as stated, else the other's id."""
    near, far, scheme = LINKS[schema]
    stated = ("role", "percentage", "relationship", "sharesType", "ownershipType", "summary")
    roles = [str(value) for name in stated for value in properties.get(name, [])]
    ended = [str(value) for value in properties.get("endDate", [])]
    text = "; ".join([*roles, *(f"until {date}" for date in ended)])
    for company in _ids(properties.get(near, [])):
        for other in _ids(properties.get(far, [])):
            subject = subject_of(emit, company, list_id, "Thing", locator)
            object_id = subject_of(emit, other, list_id, "Thing", locator).subject_id
            subject.say("link", other, clean(text) or other, scheme=scheme, object_id=object_id, at=f"{schema} {other}")


def read_statements(source: SourceDefinition, file: InputFile, emit: Emission, *, designate: bool) -> None:
    """Emit statements of an OpenSanctions `statements.csv`; a Sanction's rows become a designation once its last row is read.

    Raises SourceDrift when a needed column is missing. Rows are grouped by entity in any order: only Sanctions and links wait.
    """
    desk = _Desk(source, file, emit, designate)
    waiting: dict[str, tuple[str, str, str, dict[str, list[Any]]]] = {}
    for locator, record in _columns(source, file, emit, STATEMENT_COLUMNS):
        entity_id, schema, prop, value = record["canonical_id"] or record["entity_id"], record["schema"], record["prop"], record["value"]
        if not entity_id or not schema or not prop:
            emit.reject(locator, BROKEN_ROW, "a statement needs an entity, a schema and a property", ",".join(record.values()))
            continue
        desk.schema(schema, entity_id, locator)
        if schema == "Sanction" or schema in LINKS:
            one = waiting.setdefault(entity_id, (schema, record["dataset"], locator, {}))
            one[3].setdefault(prop, []).append(value)
        elif schema not in SKIPPED and prop != "id":
            subject = subject_of(emit, entity_id, record["dataset"] or COLLECTION, schema, locator)
            if prop == "topics":
                desk.topics(entity_id, record["dataset"] or COLLECTION, locator, [value])
            say(subject, prop, value, at=prop)
    for schema, dataset, locator, properties in waiting.values():
        if schema != "Sanction":
            link(emit, schema, properties, dataset or COLLECTION, locator)
        else:
            desk.sanctions.append((properties, dataset or COLLECTION, locator))
    desk.close()


def read_targets(source: SourceDefinition, file: InputFile, emit: Emission, *, designate: bool) -> None:
    """Emit statements of an OpenSanctions `targets.simple.csv`: one row is one target, several values joined by semicolons.

    Sanctions are prose there ('programme - authority'), so a designation keeps them whole as its measure_as_published.
    """
    desk = _Desk(source, file, emit, designate)
    for locator, record in _columns(source, file, emit, TARGET_COLUMNS):
        if not record["id"] or not record["name"].strip():
            emit.reject(locator, BROKEN_ROW, "a target needs an id and a name", ",".join(record.values()))
            continue
        desk.schema(record["schema"], record["id"], locator)
        datasets = split_cell(record.get("dataset", "")) or [COLLECTION]
        subject = subject_of(emit, record["id"], datasets[0] if len(datasets) == 1 else COLLECTION, record["schema"], locator)
        subject.say("name", record["name"], at="name")
        countries = split_cell(record["countries"])
        for column, prop in TARGET_PROPS.items():
            for number, value in enumerate(split_cell(record[column]), 1):
                say(subject, prop, value, at=f"{column} {number}")
        for number, value in enumerate(split_cell(record["identifiers"]), 1):
            subject.number(value, "identifiers", countries[0] if len(countries) == 1 else None, at=f"identifiers {number}")
        for said in split_cell(record["sanctions"]) if designate else []:
            for dataset in datasets:
                of = WatchList(dataset, dataset, desk.measures.of(dataset), said)
                subject.list_id = dataset
                subject.designate(of, Act(program=said))
    desk.close()


def _columns(source: SourceDefinition, file: InputFile, emit: Emission, needed: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a CSV whose header holds at least the needed columns, whatever their order."""
    emit.encoding = encoding_of(file.path, file.name)
    with file.path.open(encoding=emit.encoding) as stream:
        header = [cell.strip().strip('"') for cell in stream.readline(1 << 16).strip().split(",")]
    missing = [column for column in needed if column not in header]
    if missing:
        raise SourceDrift(source.id, file.name, f"the column {missing[0]!r} is missing", needed)
    return table(source, file, emit, {"header": header})[1]


def _values(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def _ids(values: list[Any]) -> list[str]:
    found = (value.get("id") if isinstance(value, dict) else value for value in values)
    return [value for value in found if isinstance(value, str) and value]


@cache
def _schemata() -> frozenset[str]:
    from followthemoney import model

    return frozenset(model.schemata)
