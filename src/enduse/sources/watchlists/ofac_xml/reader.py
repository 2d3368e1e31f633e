"""Reads OFAC's SDN.XML, entry by entry; subjects have the ids that OFAC's CSV files give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean
from enduse.sources.watchlists.listing import Act, Subject, category, watch_list
from enduse.sources.watchlists.ofac_csv.reader import subject_of
from enduse.sources.watchlists.ofac_csv.remarks import dates_of_programs, is_number_label, read_piece, read_remarks
from enduse.sources.watchlists.reading import BROKEN_ROW, elements, local_name

TAGS = ("sdnEntry", "publshInformation")
KNOWN = {
    "uid",
    "firstName",
    "lastName",
    "title",
    "sdnType",
    "remarks",
    "programList",
    "idList",
    "akaList",
    "addressList",
    "nationalityList",
    "citizenshipList",
    "dateOfBirthList",
    "placeOfBirthList",
    "vesselInfo",
}
_VESSEL = {
    "callSign": "call sign",
    "vesselType": "vessel type",
    "vesselOwner": "vessel owner",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross registered tonnage",
}


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of every entry; raises SourceDrift for an unknown element, type or kind of name."""
    of = watch_list(source, file, "sdn")
    declared: str | None = None
    for element in elements(file, TAGS):
        if local_name(element) == "publshInformation":
            declared = _text(element, "Record_Count")
            emit.note(f"published {_text(element, 'Publish_Date')} (month/day/year)")
            continue
        emit.read()
        locator = f"line {element.sourceline}"
        unknown = {local_name(child) for child in element if isinstance(child.tag, str)} - KNOWN
        if unknown:
            raise SourceDrift(source.id, file.name, f"{locator}: unknown element {min(unknown)!r}", sorted(KNOWN))
        uid, name = _text(element, "uid"), _full_name(element)
        if not uid or not uid.isdigit() or not name:
            emit.reject(locator, BROKEN_ROW, f"uid {uid!r}, name {name!r}; a number and a name are accepted", name or "")
            continue
        subject = subject_of(emit, of, uid, locator, category(source, file, "types", _text(element, "sdnType") or "", locator))
        subject.name(name)
        remarks = _text(element, "remarks") or ""
        dates = dates_of_programs(remarks)
        programs: list[str | None] = [clean(one.text or "") for one in element.iter("{*}program")]
        for program in programs or [None]:
            listed, started = dates.for_program(program)
            subject.designate(of, Act(program, listed, started, dates_as_published=dates.as_published(program)))
        _names(source, file, subject, element)
        _details(subject, element)
        read_remarks(subject, remarks.removeprefix("(").removesuffix(")") if remarks.startswith("(") else remarks)
    if declared and declared.isdigit() and int(declared) != emit.rows_read:
        emit.note(f"the file says {declared} entries and holds {emit.rows_read}")


def _names(source: SourceDefinition, file: InputFile, subject: Subject, element: Any) -> None:
    for aka in element.iter("{*}aka"):
        locator = f"{subject.locator} aka {_text(aka, 'uid')}"
        prop = category(source, file, "names", _text(aka, "type") or "", locator)
        if category(source, file, "strengths", _text(aka, "category") or "", locator) == "weak" and prop == "alias":
            prop = "weak_alias"
        subject.name(_full_name(aka), prop, at=f"aka {_text(aka, 'uid')}")


def _details(subject: Subject, element: Any) -> None:
    if title := _text(element, "title"):
        subject.say("note", title, scheme="title", at="title")
    for one, at in _each(element, "address"):
        parts = [_text(one, tag) for tag in ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode")]
        given = [part for part in parts if part]
        country = _text(one, "country")
        if country:
            subject.country(country.removeprefix("Region: "), "address", at=at)
        if given:
            subject.say("address", ", ".join([*given, *([country] if country else [])]), at=at)
    for one, at in _each(element, "id"):
        kind, number, country = _text(one, "idType") or "", _text(one, "idNumber") or "", _text(one, "idCountry")
        piece = f"{kind} {number}{f' ({country})' if country else ''}".strip()
        # The idList mixes numbers with sentences about secondary sanctions: the remarks' lead words tell them apart.
        if is_number_label(kind) and number and not number.startswith("IMO "):
            subject.number(piece, kind.rstrip("# "), country, value=number, at=at)
        else:
            read_piece(subject, piece, at)
    for one, at in _each(element, "dateOfBirthItem"):
        subject.date(_text(one, "dateOfBirth") or "", "birth", at=at)
    for one, at in _each(element, "placeOfBirthItem"):
        subject.say("note", _text(one, "placeOfBirth") or "", scheme="birth place", at=at)
    for tag, scheme in (("nationality", "nationality"), ("citizenship", "citizenship")):
        for one, at in _each(element, tag):
            subject.country(_text(one, "country") or "", scheme, at=at)
    for one in element.iter("{*}vesselInfo"):
        for tag, kind in _VESSEL.items():
            subject.say("note", _text(one, tag) or "", scheme=kind, at=kind)
        if flag := _text(one, "vesselFlag"):
            subject.country(flag, "flag", at="vessel flag")


def _each(element: Any, tag: str) -> Iterator[tuple[Any, str]]:
    for number, one in enumerate(element.iter(f"{{*}}{tag}"), 1):
        yield one, f"{tag} {_text(one, 'uid') or number}"


def _full_name(element: Any) -> str:
    return ", ".join(part for part in (_text(element, "lastName"), _text(element, "firstName")) if part)


def _text(element: Any, tag: str) -> str | None:
    found = element.find(f"{{*}}{tag}")
    text = found.text if found is not None else None
    return text if text and text.strip() else None
