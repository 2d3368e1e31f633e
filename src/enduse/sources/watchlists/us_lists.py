"""Lists of United States agencies in the common JSON form of one packager: {list_id, entities: [{name, aliases, country, ...}]}.

`effective_date` is the day a listing has effect, and empty on some lists. The Federal Register citation's date is the day the
rule was printed: it goes to `published_on`, never to `listed_on`, because rules take effect days before or after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.listing import Act, Subject, WatchList, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, document, known_keys
from enduse.terms.territories import country_code

KEYS = ["name", "aliases", "country", "address", "status", "effective_date", "federal_register", "notes"]
NOT_A_COMPANY = "Category listing (not a named company)"
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{2}\b|\b[A-Z][a-z]{2,8}\.? ?\d{1,2}, \d{4}")
_CORRECTED = re.compile(r"\(corrected by [^)]*\)|corrected by .*$", re.IGNORECASE)
_SEE_ALSO = re.compile(r"[,.]?\s*\((?:See|all of preceding)[^()]*\)\.?\s*$", re.IGNORECASE)
_ALSO_KNOWN = re.compile(r"^\(a\.k\.a\.,?\s+(?P<names>[^()]+)\),?\s*")
_FORMERLY = re.compile(r"\s+and\s+(?=formerly known as)")
_IMPOSED = re.compile(r"Authority: (?P<program>.*?); imposed (?P<imposed>[^;]*?); status: (?P<status>[^;]*)(?:; (?P<citation>.*))?$")
_ENDED = re.compile(r"\b(?:expired|lifted|terminated|removed|rescinded|revoked|waived)\b\D*(\d{1,2}/\d{1,2}/\d{2,4})", re.IGNORECASE)
_PIECES: dict[str, tuple[str, str]] = {
    "Date of birth": ("date", "birth"),
    "USCC": ("identifier", "USCC"),
    "Target Type": ("note", "target type"),
    "Linked To": ("link", "linked_to"),
    "Industry": ("note", "industry"),
    "Merchandise": ("note", "merchandise"),
    "Type of denial": ("note", "type of denial"),
}


def read_entities(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of one list; raises SourceDrift for an undeclared list or key."""
    content = document(file, emit)
    if not isinstance(content, dict) or not isinstance(content.get("entities"), list):
        raise SourceDrift(source.id, file.name, "the document has no list 'entities'", ["an object with list_id and entities"])
    of = watch_list(source, file, str(content.get("list_id")))
    reasons = frozenset(source.layout.get("notes_are_reasons", ()))
    for number, entity in enumerate(content["entities"], 1):
        locator = f"entity {number}"
        emit.read()
        problem = _problem(entity)
        if problem:
            emit.reject(locator, BROKEN_ROW, problem, str(entity))
            continue
        known_keys(source, file, entity, KEYS, locator)
        _entity(emit, of, entity, locator, of.list_id in reasons)


def _problem(entity: Any) -> str | None:
    if not isinstance(entity, dict) or not isinstance(entity.get("name"), str) or not entity["name"].strip():
        return "an entity needs a name"
    wrong = [key for key in KEYS if key != "aliases" and not isinstance(entity.get(key), (str, type(None)))]
    if wrong or not isinstance(entity.get("aliases") or [], list):
        return f"{(wrong or ['aliases'])[0]} is not text"
    return None


def _entity(emit: Emission, of: WatchList, entity: dict[str, Any], locator: str, notes_are_reasons: bool) -> None:
    notes = entity.get("notes") or ""
    schema = "Thing" if notes.startswith(NOT_A_COMPANY) else "LegalEntity"
    # No publisher's number: name, country and address as printed tell subjects apart, so that namesakes stay two.
    subject = Subject(emit, of.list_id, [entity["name"], entity.get("country"), entity.get("address")], locator, schema=schema)
    subject.name(entity["name"], value=clean(_SEE_ALSO.sub("", entity["name"])))
    for number, alias in enumerate(entity.get("aliases") or [], 1):
        read_alias(subject, str(alias), f"alias {number}")
    if country := entity.get("country"):
        if country_code(country):
            subject.country(country, "listed under")
        else:
            subject.say("note", country, scheme="country as published", at="country")
    read_addresses(subject, entity.get("address") or "")
    if entity.get("status"):
        subject.say("note", entity["status"], scheme="status", at="status")
    for act in _acts(entity, notes, notes_are_reasons):
        subject.designate(of, act)
    _notes(subject, notes)


def _acts(entity: dict[str, Any], notes: str, notes_are_reasons: bool) -> list[Act]:
    """Return one act for each authority that the notes name, else one for the entity."""
    effective, citation = entity.get("effective_date"), entity.get("federal_register")
    parts = [found for part in notes.split(" | ") if (found := _IMPOSED.match(part))]
    if parts:
        return [
            Act(
                program=clean(found["program"]),
                started_on=iso_date(found["imposed"], "mdy"),
                ended_on=iso_date(ended[1], "mdy") if (ended := _ENDED.search(found["status"])) else None,
                published_on=printed_on(found["citation"]),
                measure_as_published=clean(found["status"]),
                source_url=clean(found["citation"] or "") or None,
                dates_as_published=(found["imposed"], found["status"], found["citation"]),
            )
            for found in parts
        ]
    listed = re.search(r"Listing Date \([^)]*\): ([^;]+)", notes)
    program = re.search(r"Program: ([^;]+)", notes)
    expires = re.search(r"Expires: ([^;]+)", notes)
    return [
        Act(
            program=clean(program[1]) if program else None,
            listed_on=iso_date(listed[1]) if listed else None,
            started_on=iso_date(effective, "mdy"),
            ended_on=iso_date(expires[1], "mdy") if expires else None,
            published_on=printed_on(citation),
            reason=clean(notes) if notes_are_reasons and notes else None,
            source_url=clean(citation) if citation else None,
            dates_as_published=(effective, citation),
        )
    ]


def printed_on(citation: str | None) -> str | None:
    """Return the earliest day of print in Federal Register citations; None without one. A correction's day is not it.

    >>> printed_on("86 FR 36499, 7/12/21. 87 FR 20300, 4/7/22"), printed_on("87 FR 52834"), printed_on("91 FR 35189 (June 10, 2026)")
    ('2021-07-12', None, '2026-06-10')
    """
    found = [iso_date(day, "mdy") for day in _PRINTED.findall(_CORRECTED.sub("", citation or ""))]
    return min((day for day in found if day), default=None)


def read_addresses(subject: Subject, cell: str) -> None:
    """Emit each address of a cell that joins them by '; and'; a closing 'See alternate address under ...' is a note."""
    for number, part in enumerate(split_addresses(cell), 1):
        see = _SEE_ALSO.search(part)
        text = clean(_SEE_ALSO.sub("", part)).rstrip(".")
        if known := _ALSO_KNOWN.match(text):
            # '(a.k.a., One, Two and Three), 1 Example Street': names printed in the address cell.
            text = text[known.end() :]
            for name in re.split(r",\s*|\s+and\s+", known["names"]):
                subject.say("alias", name, at=f"address {number} in brackets")
        subject.say("address", part, text, at=f"address {number}")
        if see:
            subject.say("note", see[0], clean(see[0]).strip(" .,"), scheme="address", at=f"address {number}")


def split_addresses(cell: str) -> list[str]:
    """Return the addresses of a cell.

    >>> split_addresses("1 Example Road, Kabul; and 2 Example Road, Kabul.")
    ['1 Example Road, Kabul', '2 Example Road, Kabul.']
    """
    return [part for piece in re.split(r";\s*", cell) if (part := re.sub(r"^(?:and|or),?\s+", "", piece.strip()).strip()) and part != "and"]


def read_alias(subject: Subject, cell: str, at: str) -> None:
    """Emit the names in one alias; addresses that were printed with it become addresses, bracketed remarks notes."""
    pieces = [one for piece in cell.split(";") for one in _FORMERLY.split(piece)]
    for number, piece in enumerate(pieces):
        part = re.sub(r"^(?:and|or),?\s+", "", piece.strip()).strip()
        if not part or part in ("and", "or"):
            continue
        if part.startswith("(") and part.rstrip(".").endswith(")"):
            subject.say("note", part, scheme="alias", at=at)
        elif number and re.search(r"\d", part) and part.count(",") >= 1:
            subject.say("address", part, clean(_SEE_ALSO.sub("", part)).rstrip("."), at=at)
        else:
            subject.name(part, "alias", value=clean(_SEE_ALSO.sub("", part)), at=at)


def _notes(subject: Subject, notes: str) -> None:
    for number, piece in enumerate(re.split(r" \| |; ", notes) if notes else [], 1):
        lead, _, rest = piece.partition(":")
        prop, scheme = _PIECES.get(lead.strip(), ("", ""))
        say = _SAYERS.get(prop)
        if say and rest.strip():
            say(subject, piece, rest.strip(), scheme, f"notes {number}")
    if notes:
        subject.say("note", notes, scheme="notes", at="notes")


_SAYERS: dict[str, Callable[[Subject, str, str, str, str], None]] = {
    "date": lambda subject, piece, rest, scheme, at: subject.say("date", piece, iso_date(rest) or clean(rest), scheme=scheme, at=at),
    "identifier": lambda subject, piece, rest, scheme, at: subject.number(piece, scheme, value=rest, at=at),
    "note": lambda subject, piece, rest, scheme, at: subject.say("note", piece, clean(rest), scheme=scheme, at=at),
    "link": lambda subject, piece, rest, scheme, at: subject.say("link", piece, clean(rest), scheme=scheme, at=at),
}
