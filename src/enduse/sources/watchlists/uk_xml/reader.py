"""Reads the UK Sanctions List from its XML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.listing import Act, Subject, WatchList, category, watch_list
from enduse.sources.watchlists.reading import elements, local_name

_NAME_PARTS = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
_ADDRESS_PARTS = (
    "AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6", "AddressPostalCode", "AddressCountry",
)  # fmt: skip
_INDICATORS = "SanctionsImposedIndicators"
# Unknown days and months are printed as the letters dd and mm.
_UNKNOWN_DAY = re.compile(r"(?i)^dd/(\d{1,2})/(\d{4})$")
_UNKNOWN_MONTH = re.compile(r"(?i)^(?:dd|\d{1,2})/mm/(\d{4})$")


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one designation and the statements of each subject; raises SourceDrift for another XML or an unknown kind of subject."""
    of = watch_list(source, file, "uk")
    unknown: Counter[str] = Counter()
    number = 0
    for element in elements(file, ("Designation",)):
        number += 1
        locator = f"designation {number}"
        emit.read()
        unique_id = _text(element, "UniqueID")
        if not unique_id or not any(_text(name, part) for name in element.iter("{*}Name") for part in _NAME_PARTS):
            emit.reject(locator, "incomplete_row", "a UniqueID and a name are needed", unique_id)
            continue
        schema = category(source, file, "types", _text(element, "IndividualEntityShip").lower(), locator)
        subject = Subject(emit, of.list_id, [unique_id], f"{locator} {unique_id}", schema=schema, external_id=unique_id)
        _designate(subject, of, element)
        _names(subject, element)
        _values(subject, element, source.layout, unknown)
    if not number:
        raise SourceDrift(source.id, file.name, "the XML holds no Designation", ["the list as published, with Designation elements"])
    if unknown:
        emit.note("elements passed over: " + ", ".join(f"{name} ({count})" for name, count in sorted(unknown.items())[:20]))


def _designate(subject: Subject, of: WatchList, element: Any) -> None:
    indicators = {local_name(one): (one.text or "").strip().lower() for group in element.iter("{*}" + _INDICATORS) for one in group}
    frozen = indicators.get("AssetFreeze") == "true" or (not indicators and "asset freeze" in _text(element, "SanctionsImposed").lower())
    listed = _text(element, "DateDesignated")
    reasons = [clean(one.text or "") for one in element.iter("{*}UKStatementofReasons")]
    subject.designate(
        of,
        Act(
            program=_text(element, "RegimeName") or None,
            listed_on=iso_date(listed) if listed else None,
            reason=" ".join(dict.fromkeys(one for one in reasons if one)) or None,
            measure="asset_freeze" if frozen else None,
            measure_as_published=_text(element, "SanctionsImposed") or None,
            dates_as_published=(listed or None,),
        ),
    )


def _names(subject: Subject, element: Any) -> None:
    # The list's own order of parts: given names in Name1 to Name5, family or whole name in Name6.
    for number, name in enumerate(element.iter("{*}Name"), 1):
        published = " ".join(part for one in _NAME_PARTS if (part := _text(name, one)))
        kind, strength = _text(name, "NameType").lower(), _text(name, "AliasStrength").lower()
        prop = "name" if kind == "primary name" else "weak_alias" if strength.startswith("low") else "alias"
        subject.name(published, prop, at=f"name {number}")
    for number, name in enumerate(element.iter("{*}NameNonLatinScript"), 1):
        subject.say("alias", (name.text or "").strip(), at=f"non-Latin name {number}")


def _values(subject: Subject, element: Any, layout: dict[str, Any], unknown: Counter[str]) -> None:
    for number, address in enumerate(element.iter("{*}Address"), 1):
        subject.say("address", ", ".join(_once(_text(address, one) for one in _ADDRESS_PARTS)), at=f"address {number}")
        if country := _text(address, "AddressCountry"):
            subject.country(country, "address", at=f"address {number} country")
    number = 0
    for leaf in element.iter():
        tag, text = local_name(leaf), (leaf.text or "").strip()
        if len(leaf) or not text or not isinstance(leaf.tag, str) or local_name(leaf.getparent()) == _INDICATORS:
            continue
        number += 1
        if tag in layout["values"]:
            kind, label = [*layout["values"][tag], None][:2]
            _say(subject, kind, text, label, f"{tag} {number}")
        elif tag not in layout["passed_over"]:
            unknown[tag] += 1


def _say(subject: Subject, kind: str, text: str, label: str | None, at: str) -> None:
    if kind == "identifier":
        subject.number(text, label or "number", at=at)
    elif kind == "country":
        subject.country(text, label, at=at)
    elif kind == "date":
        partial = _UNKNOWN_MONTH.sub(r"\1", _UNKNOWN_DAY.sub(lambda found: f"{found[2]}-{int(found[1]):02d}", text))
        subject.say("date", text, iso_date(partial) or clean(text), scheme=label, at=at)
    else:
        subject.say(kind, text, scheme=label, at=at)


def _text(element: Any, name: str) -> str:
    found = element.find("{*}" + name)
    return "" if found is None else (found.text or "").strip()


def _once(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part for part in parts if part))
