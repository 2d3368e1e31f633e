"""How watchlist readers write: one `Subject` collects the designations and statements of one listed subject.

The subject's id is made of the list's id and the publisher's own number (or, where the publisher gives none, of the values
as published that tell its subjects apart), so that files read one by one, in any order, meet in `subject_id`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.errors import SourceDrift
from enduse.model.sources import DESIGNATION_SNAPSHOTS, DESIGNATIONS, STATEMENTS
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import DateOrder, clean, iso_date, script_of
from enduse.sources.watchlists.numbers import identifiers
from enduse.terms.further_names import opening
from enduse.terms.ids import Raw, hash_of
from enduse.terms.territories import country_code

MEASURES = ("asset_freeze", "export_ban", "end_user", "import_ban", "investment_ban", "debarment", "other")

UNKNOWN_SCHEMA = "Thing"
"""FollowTheMoney's widest word: the file says nothing about what kind of thing the subject is."""

_BRACKETED = re.compile(r"^(?P<outer>[^()]+?)\s*\((?P<label>[A-Z][a-z]+(?: spelling| script)?:\s*)?(?P<inner>[^()]+)\)\s*$")
_FORMERLY, _ALSO = opening("earlier"), opening("other")


@dataclass(frozen=True)
class WatchList:
    """What all designations of one list share, as declared in source.yml."""

    list_id: str
    authority: str
    measure: str
    measure_as_published: str | None = None
    program: str | None = None
    url: str | None = None


def watch_list(source: SourceDefinition, file: InputFile, key: str, what: str = "list") -> WatchList:
    """Return the list declared under `layout.lists`; raises SourceDrift naming an unknown one and what is declared."""
    declared: Mapping[str, Any] = source.layout["lists"]
    if key not in declared:
        raise SourceDrift(source.id, file.name, f"unknown {what} {key!r}", sorted(declared), "Declare it with its measure in source.yml.")
    found = WatchList(**declared[key])
    if found.measure not in MEASURES:
        raise SourceDrift(source.id, file.name, f"{what} {key!r} has the unknown measure {found.measure!r}", MEASURES)
    return found


def category(source: SourceDefinition, file: InputFile, table: str, value: str, locator: str) -> str:
    """Return what `layout.<table>` declares for a printed category; raises SourceDrift naming an unknown one."""
    declared: Mapping[str, str] = source.layout[table]
    if value not in declared:
        raise SourceDrift(source.id, file.name, f"{locator}: unknown {table.rstrip('s')} {value!r}", sorted(declared))
    return declared[value]


@dataclass(frozen=True)
class Act:
    """One act of listing: what its publisher says of programme, dates and reason; None for what it does not say."""

    program: str | None = None
    listed_on: str | None = None
    started_on: str | None = None
    ended_on: str | None = None
    published_on: str | None = None
    reason: str | None = None
    source_url: str | None = None
    measure: str | None = None
    measure_as_published: str | None = None
    dates_as_published: tuple[str | None, ...] = ()


class Subject:
    """Writes the statements and designations of one subject of one list, each with its place in the file.

    `key` is the publisher's number, or the values as published that stand in for one; `locator` is the subject's place.
    """

    def __init__(
        self,
        emit: Emission,
        list_id: str,
        key: Sequence[Raw],
        locator: str,
        *,
        schema: str = UNKNOWN_SCHEMA,
        external_id: str | None = None,
    ) -> None:
        self.emit = emit
        self.list_id = list_id
        self.key = tuple(key)
        self.schema = schema
        self.locator = locator
        self.external_id = external_id
        self.subject_id = hash_of([list_id, *key])
        self._seen: dict[tuple[str, str, str], set[tuple[str, str | None]]] = {}

    def designate(self, of: WatchList, act: Act) -> None:
        """Emit one designation; dates enter its id as published."""
        program = act.program or of.program
        designation_id = hash_of([self.list_id, *self.key, program, *act.dates_as_published])
        self.emit.row(DESIGNATION_SNAPSHOTS, designation_id=designation_id, locator=self.locator, list_id=of.list_id)
        self.emit.row(
            DESIGNATIONS,
            designation_id=designation_id,
            subject_id=self.subject_id,
            locator=self.locator,
            list_id=self.list_id,
            authority=of.authority,
            measure=act.measure or of.measure,
            measure_as_published=act.measure_as_published or of.measure_as_published,
            program=program,
            subject_type=self.schema,
            listed_on=act.listed_on,
            started_on=act.started_on,
            ended_on=act.ended_on,
            published_on=act.published_on,
            reason=act.reason,
            source_url=act.source_url or of.url,
            external_id=self.external_id,
        )

    def say(
        self,
        prop: str,
        published: str,
        value: str | None = None,
        *,
        scheme: str | None = None,
        at: str = "",
        object_id: str | None = None,
        valid: bool | None = None,
    ) -> None:
        """Emit one statement; `value` defaults to the cleaned text, an empty one is not emitted; `at` is the place within the subject."""
        cleaned = clean(published) if value is None else value
        if not cleaned:
            return
        place = f"{self.locator} {at}" if at else self.locator
        said = self._seen.setdefault((prop, published, place), set())
        if (cleaned, scheme) in said:
            return
        said.add((cleaned, scheme))
        # Two values read from one published text (a tax number and a branch code) need two places.
        locator = place if len(said) == 1 else f"{place} #{len(said)}"
        self.emit.row(
            STATEMENTS,
            statement_id=hash_of([self.subject_id, prop, published, locator]),
            subject_id=self.subject_id,
            list_id=self.list_id,
            schema=self.schema,
            prop=prop,
            scheme=scheme,
            value=cleaned,
            value_as_published=published,
            script=script_of(cleaned),
            object_id=object_id,
            locator=locator,
            valid=valid,
        )

    def name(self, published: str, prop: str = "name", *, value: str | None = None, at: str = "name") -> None:
        """Emit a name; a form in another script that follows in brackets, and phrases such as 'formerly known as', are told apart."""
        text = clean(published) if value is None else value
        if found := _FORMERLY.match(text):
            prop, text = ("previous_name" if prop != "name" else prop), text[found.end() :]
        elif found := _ALSO.match(text):
            prop, text = ("alias" if prop == "name" else prop), text[found.end() :]
        form = _BRACKETED.match(text)
        inner = clean(form["inner"]) if form else ""
        phrase = _FORMERLY.match(inner) or _ALSO.match(inner)
        if form and (phrase or _other_script(form["outer"], inner)):
            self.say(prop, published, clean(form["outer"]), at=at)
            second = "previous_name" if _FORMERLY.match(inner) else "alias" if phrase or prop == "name" else prop
            self.say(second, form["inner"], inner[phrase.end() if phrase else 0 :], at=f"{at} in brackets")
            return
        self.say(prop, published, text, at=at)

    def number(self, published: str, label: str, country: str | None = None, *, value: str | None = None, at: str = "identifier") -> None:
        """Emit the identifiers printed in one text under the publisher's label; a number that fits no scheme keeps the label as scheme.

        Wrong check digits are kept with `valid` False. `country` is the country's name or code as printed.
        """
        text = clean(published) if value is None else value
        for one in identifiers(text, label, country):
            self.say("identifier", published, one.value, scheme=one.scheme, valid=one.valid, at=at)

    def country(self, published: str, scheme: str | None = None, *, value: str | None = None, at: str = "country") -> None:
        """Emit a country: its ISO code when the name is known, else the name as cleaned."""
        text = clean(published if value is None else value)
        self.say("country", published, country_code(text) or text, scheme=scheme, at=at)

    def date(self, published: str, scheme: str, order: DateOrder = "dmy", *, at: str = "date") -> None:
        """Emit a date: ISO, partial when it is partial, or the cleaned words when they are no plain date ('circa 1951')."""
        self.say("date", published, iso_date(published, order) or clean(published), scheme=scheme, at=at)


def _other_script(outer: str, inner: str) -> bool:
    left, right = script_of(outer), script_of(inner)
    return left is not None and right is not None and left != right
