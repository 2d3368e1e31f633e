"""Reads the EU's consolidated list: one sanctionEntity is one subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.listing import Act, Subject, WatchList, category, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, elements, local_name

KNOWN = {"regulation", "subjectType", "nameAlias", "citizenship", "address", "birthdate", "identification", "remark"}
UNKNOWN_COUNTRY = ("", "00", "UNKNOWN")
CONTACTS = {"PHONE": ("phone", None), "FAX": ("phone", "fax"), "EMAIL": ("email", None), "WEB": ("website", None)}
_LISTED = re.compile(r"^(?:date of (?:UN )?(?:listing|designation):?\s*)?(?P<date>\d{1,2}\.\d{1,2}\.\d{4})\.?$", re.IGNORECASE)
_FORMER = re.compile(r"formerly|previous|maiden|f\.?k\.?a", re.IGNORECASE)


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of every sanctionEntity; raises SourceDrift for an unknown element or code."""
    of = watch_list(source, file, "fsf")
    for element in elements(file, ("sanctionEntity",)):
        emit.read()
        locator = f"line {element.sourceline}"
        unknown = {local_name(child) for child in element if isinstance(child.tag, str)} - KNOWN
        if unknown:
            raise SourceDrift(source.id, file.name, f"{locator}: unknown element {min(unknown)!r}", sorted(KNOWN))
        number = element.get("logicalId") or ""
        kind = element.find("{*}subjectType")
        names = [one for one, _ in _each(element, "nameAlias") if _name_of(one)]
        if not number or kind is None or not names:
            emit.reject(locator, BROKEN_ROW, "an entry needs a logicalId, a subjectType and a name", element.get("euReferenceNumber") or "")
            continue
        schema = category(source, file, "types", kind.get("code") or "", locator)
        subject = Subject(emit, of.list_id, [number], locator, schema=schema, external_id=element.get("euReferenceNumber") or number)
        _designations(subject, of, element)
        _names(subject, element)
        _places(source, file, subject, element)


def _designations(subject: Subject, of: WatchList, element: Any) -> None:
    remarks = [remark.text or "" for remark in element.findall("{*}remark")]
    reason = " ".join(clean(text) for text in remarks if clean(text) not in ("", "none")) or None
    stated = element.get("designationDate") or _listed([element.get("designationDetails") or "", *remarks])
    for regulation in element.findall("{*}regulation"):
        published, force = regulation.get("publicationDate"), regulation.get("entryIntoForceDate")
        url = regulation.find("{*}publicationUrl")
        title, programme = regulation.get("numberTitle") or "", regulation.get("programme") or ""
        act = Act(
            program=f"{programme} {title}".strip() or None,
            listed_on=iso_date(stated),
            started_on=iso_date(force),
            published_on=iso_date(published),
            reason=reason,
            source_url=url.text if url is not None else None,
            dates_as_published=(stated, force, published),
        )
        subject.designate(of, act)
    if element.get("unitedNationId"):
        subject.say("note", element.get("unitedNationId"), scheme="United Nations number", at="unitedNationId")


def _listed(texts: list[str]) -> str | None:
    """Return the date of listing that a remark states in so many words; a bare date counts only in designationDetails."""
    for number, text in enumerate(texts):
        found = _LISTED.match(clean(text))
        if found and (number == 0 or not clean(text)[0].isdigit()):
            return found["date"]
    return None


def _names(subject: Subject, element: Any) -> None:
    first = True
    for one, at in _each(element, "nameAlias"):
        published = _name_of(one)
        if not published:
            continue
        remark = " ".join(found.text or "" for found in one.findall("{*}remark"))
        prop = "name" if first else "alias" if one.get("strong") != "false" else "weak_alias"
        if not first and _FORMER.search(remark):
            prop = "previous_name"
        subject.name(published, prop, at=at)
        first = False
        for key in ("function", "title"):
            if one.get(key):
                subject.say("note", one.get(key), scheme=key, at=f"{at} {key}")
        if one.get("gender"):
            subject.say("note", one.get("gender"), scheme="gender", at=f"{at} gender")


def _name_of(one: Any) -> str:
    whole = one.get("wholeName") or ""
    return whole if whole.strip() else " ".join(part for key in ("firstName", "middleName", "lastName") if (part := one.get(key)))


def _places(source: SourceDefinition, file: InputFile, subject: Subject, element: Any) -> None:
    for one, at in _each(element, "citizenship"):
        _country(subject, one, "citizenship", at)
    for one, at in _each(element, "address"):
        _country(subject, one, "address", at)
        printed = [one.get(key) or "" for key in ("street", "place", "poBox", "zipCode", "city", "region")]
        parts = [part for part in printed if part.strip()]
        if parts:
            name = one.get("countryDescription") or ""
            subject.say("address", ", ".join([*parts, *([name] if name not in UNKNOWN_COUNTRY else [])]), at=at)
        for contact in one.findall("{*}contactInfo"):
            prop, scheme = CONTACTS.get(contact.get("key") or "", ("note", contact.get("key")))
            subject.say(prop, contact.get("value") or "", scheme=scheme, at=f"{at} {contact.get('key')}")
        _remarks(subject, one, at, "address")
    for one, at in _each(element, "birthdate"):
        year, month = one.get("year") or "", one.get("monthOfYear") or ""
        stated = one.get("birthdate") or (f"{year}-{int(month):02d}" if year and month.isdigit() else year)
        if stated:
            subject.date(f"circa {stated}" if one.get("circa") == "true" else stated, "birth", at=at)
        _country(subject, one, "birth", at)
        place = ", ".join(part for key in ("place", "city", "region") if (part := one.get(key)))
        if place:
            subject.say("note", place, scheme="birth place", at=at)
        _remarks(subject, one, at, "birth")
    for one, at in _each(element, "identification"):
        label = category(source, file, "identifications", one.get("identificationTypeCode") or "", f"{subject.locator} {at}")
        said = " ".join(clean(found.text or "") for found in one.findall("{*}remark"))
        country = one.get("countryIso2Code") if one.get("countryIso2Code") not in UNKNOWN_COUNTRY else None
        if number := one.get("number") or "":
            # The remark names the register ('Tax ID (INN no.)') where the code only says 'registration number'.
            subject.number(number, f"{said} / {label}" if said and len(said) < 60 else label, country, at=at)
        _remarks(subject, one, at, "identification")


def _country(subject: Subject, one: Any, scheme: str, at: str) -> None:
    code, name = one.get("countryIso2Code") or "", one.get("countryDescription") or ""
    if code not in UNKNOWN_COUNTRY:
        subject.country(name or code, scheme, value=code, at=at)


def _remarks(subject: Subject, one: Any, at: str, kind: str) -> None:
    for number, remark in enumerate(one.findall("{*}remark"), 1):
        subject.say("note", remark.text or "", scheme=kind, at=f"{at} remark {number}")


def _each(element: Any, tag: str) -> Iterator[tuple[Any, str]]:
    for number, one in enumerate(element.findall(f"{{*}}{tag}"), 1):
        yield one, f"{tag} {one.get('logicalId') or number}"
