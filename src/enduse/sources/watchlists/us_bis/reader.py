"""Reads the three BIS lists as JSON and the native Denied Persons List."""

from __future__ import annotations

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.listing import Act, Subject, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, table
from enduse.sources.watchlists.us_lists import printed_on, read_entities

DATES = ("Effective_Date", "Expiration_Date")


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of one list; raises SourceDrift for an unknown list, key or column."""
    with file.path.open("rb") as stream:
        is_json = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    if is_json:
        read_entities(source, file, emit)
    else:
        _denied(source, file, emit)


def _denied(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    of = watch_list(source, file, "bis-dpl")
    _, records = table(source, file, emit, {"dpl": source.layout["dpl_columns"]}, delimiter="\t")
    for locator, record in records:
        if not record["Name"].strip():
            emit.reject(locator, BROKEN_ROW, "the row has no name", "\t".join(record.values()))
            continue
        key = [record[column] for column in ("Name", "Country", "Street_Address", "City")]
        subject = Subject(emit, of.list_id, key, locator, schema="LegalEntity")
        started, ended = (iso_date(record[column], "mdy") for column in DATES)
        for column, read_as in zip(DATES, (started, ended), strict=True):
            if record[column].strip() and read_as is None:
                emit.reject(f"{locator} {column}", "ambiguous_date", "no day of the calendar as MM/DD/YYYY", record[column])
        citation = record["FR_Citation"]
        act = Act(
            started_on=started,
            ended_on=ended,
            published_on=printed_on(citation),
            source_url=clean(citation) or None,
            dates_as_published=(record["Effective_Date"], record["Expiration_Date"], citation),
        )
        subject.designate(of, act)
        subject.name(record["Name"])
        parts = [record[column].strip() for column in ("Street_Address", "City", "State", "Postal_Code", "Country")]
        subject.say("address", ", ".join(part for part in parts if part), at="address")
        if record["Country"].strip():
            subject.country(record["Country"], "address")
        for column, scheme in (("Action", "action"), ("Last_Update", "last update"), ("Standard_Order", "standard order")):
            subject.say("note", record[column], scheme=scheme, at=column)
