"""Reads the consolidated list of the UN Security Council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date, split_cell
from enduse.sources.watchlists.listing import Act, Subject, category, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, elements

TAGS = ("INDIVIDUAL", "ENTITY")
NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
KNOWN = {
    "DATAID",
    "VERSIONNUM",
    *NAMES,
    "UN_LIST_TYPE",
    "REFERENCE_NUMBER",
    "LISTED_ON",
    "SUBMITTED_ON",
    "SUBMITTED_BY",
    "GENDER",
    "COMMENTS1",
    "NATIONALITY",
    "NATIONALITY2",
    "TITLE",
    "DESIGNATION",
    "LIST_TYPE",
    "LAST_DAY_UPDATED",
    "NAME_ORIGINAL_SCRIPT",
    "SORT_KEY",
    "SORT_KEY_LAST_MOD",
    "DELISTED_ON",
    *(f"{kind}_{part}" for kind in TAGS for part in ("ALIAS", "ADDRESS", "DATE_OF_BIRTH", "PLACE_OF_BIRTH", "DOCUMENT")),
}
PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_FORMER = re.compile(r"(?:previously|formerly) listed|formerly known", re.IGNORECASE)


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of every individual and entity; raises SourceDrift for an unknown element or regime."""
    of = watch_list(source, file, "un")
    for element in elements(file, TAGS):
        emit.read()
        locator = f"line {element.sourceline}"
        unknown = {str(child.tag) for child in element if isinstance(child.tag, str)} - KNOWN
        if unknown:
            raise SourceDrift(source.id, file.name, f"{locator}: unknown element {min(unknown)!r}", sorted(KNOWN))
        number, name = _text(element, "DATAID"), " ".join(part for tag in NAMES if (part := _text(element, tag)))
        if not number or not name:
            emit.reject(locator, BROKEN_ROW, f"DATAID {number!r}, name {name!r}; both are needed", _text(element, "REFERENCE_NUMBER") or "")
            continue
        schema = "Person" if element.tag == "INDIVIDUAL" else "Organization"
        regime, listed = _text(element, "UN_LIST_TYPE") or "", _text(element, "LISTED_ON")
        reference = clean(_text(element, "REFERENCE_NUMBER") or number)
        subject = Subject(emit, of.list_id, [number], locator, schema=schema, external_id=reference)
        act = Act(
            program=regime or None,
            measure=category(source, file, "regimes", regime, locator),
            listed_on=iso_date(listed),
            ended_on=iso_date(_text(element, "DELISTED_ON")),
            reason=_text(element, "COMMENTS1"),
            dates_as_published=(listed,),
        )
        subject.designate(of, act)
        subject.name(name)
        _names(source, file, subject, element)
        _places(subject, element)
        _documents(subject, element)


def _names(source: SourceDefinition, file: InputFile, subject: Subject, element: Any) -> None:
    if original := _text(element, "NAME_ORIGINAL_SCRIPT"):
        subject.name(original, "alias", at="NAME_ORIGINAL_SCRIPT")
    for one, at in _each(element, "ALIAS"):
        prop = category(source, file, "qualities", clean(_text(one, "QUALITY") or ""), f"{subject.locator} {at}")
        note = _text(one, "NOTE") or ""
        if prop == "alias" and _FORMER.search(note):
            prop = "previous_name"
        # Low-quality names often share one element, joined by semicolons.
        for part in split_cell(_text(one, "ALIAS_NAME") or ""):
            subject.name(part, prop, at=at)
        if birth := _text(one, "DATE_OF_BIRTH"):
            subject.date(birth, "birth (of an alias)", at=at)
        if note:
            subject.say("note", note, scheme="alias", at=at)
    for tag in ("TITLE", "DESIGNATION"):
        for number, value in enumerate(element.findall(f"{tag}/VALUE"), 1):
            subject.say("note", value.text or "", scheme=tag.lower(), at=f"{tag} {number}")
    if gender := _text(element, "GENDER"):
        subject.say("note", gender, scheme="gender", at="GENDER")


def _places(subject: Subject, element: Any) -> None:
    for number, value in enumerate(element.findall("NATIONALITY/VALUE"), 1):
        subject.country(value.text or "", "nationality", at=f"NATIONALITY {number}")
    for one, at in _each(element, "ADDRESS"):
        parts = [part for tag in PLACE if (part := _text(one, tag))]
        if country := _text(one, "COUNTRY"):
            subject.country(country, "address", at=at)
        if len(parts) > (1 if country else 0):
            subject.say("address", ", ".join(parts), at=at)
        if note := _text(one, "NOTE"):
            subject.say("note", note, scheme="address", at=at)
    for one, at in _each(element, "PLACE_OF_BIRTH"):
        if country := _text(one, "COUNTRY"):
            subject.country(country, "birth", at=at)
        subject.say("note", ", ".join(part for tag in (*PLACE, "NOTE") if (part := _text(one, tag))), scheme="birth place", at=at)
    for one, at in _each(element, "DATE_OF_BIRTH"):
        exact, first, last = _text(one, "DATE"), _text(one, "FROM_YEAR"), _text(one, "TO_YEAR")
        stated = exact or _text(one, "YEAR") or (f"{first} to {last}" if first else "")
        about = "circa " if clean(_text(one, "TYPE_OF_DATE") or "") == "APPROXIMATELY" else ""
        if stated:
            subject.date(f"{about}{stated}", "birth", at=at)
        if note := _text(one, "NOTE"):
            subject.say("note", note, scheme="birth", at=at)


def _documents(subject: Subject, element: Any) -> None:
    for one, at in _each(element, "DOCUMENT"):
        label = clean(_text(one, "TYPE_OF_DOCUMENT") or _text(one, "TYPE_OF_DOCUMENT2") or "document")
        country = _text(one, "ISSUING_COUNTRY") or _text(one, "COUNTRY_OF_ISSUE")
        if number := _text(one, "NUMBER"):
            # Documents of people, whatever the language of their label.
            kind = "PASSPORT" if re.search("pas+(?:port|eport|aport)", label, re.IGNORECASE) else label
            subject.say("identifier", number, scheme=kind, at=at)
        rest = "; ".join(part for tag in ("TYPE_OF_DOCUMENT2", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "NOTE") if (part := _text(one, tag)))
        if country or rest:
            subject.say("note", "; ".join(part for part in (label, country, rest) if part), scheme="document", at=at)


def _each(element: Any, part: str) -> Iterator[tuple[Any, str]]:
    tag = f"{element.tag}_{part}"
    for number, one in enumerate(element.findall(tag), 1):
        yield one, f"{tag} {number}"


def _text(element: Any, tag: str) -> str | None:
    found = element.find(tag)
    text = found.text if found is not None else None
    return text if text and text.strip() else None
