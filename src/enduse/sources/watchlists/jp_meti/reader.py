"""Reads METI's lists from page text: entries are found by their running number, and no line is dropped in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from enduse.errors import SourceDrift, UnreadableFile
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.jp_meti.entries import parts_of
from enduse.sources.watchlists.listing import Act, Subject, WatchList, watch_list
from enduse.sources.watchlists.reading import BROKEN_ROW, encoding_of
from enduse.sources.watchlists.us_lists import split_addresses
from enduse.terms.scripts import HAN
from enduse.terms.territories import country_code

BYTES_MAX = 16 * 1024 * 1024
"""The text of the longest notice is a hundredth of this."""
SKIPPED_NUMBERS = 3
"""How many running numbers may be missing before an entry is no longer recognised."""
_NOTICE = re.compile(r"[（(]?(令和\S+?外務省告示第\S+?号)")
_DATE_LINE = re.compile(r"^(指定日|最終更新日)[:：]\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_JAPANESE = re.compile(rf"[\u3040-\u30ff{HAN}]")


@dataclass
class Entry:
    """The lines of one numbered entry, as published."""

    number: int
    first_line: int
    lines: list[str] = field(default_factory=list)


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of every entry; raises SourceDrift when the notice is not a declared one."""
    if file.path.stat().st_size > BYTES_MAX:
        raise UnreadableFile(file.name, f"larger than {BYTES_MAX:,} bytes", "The text of one notice is accepted.")
    emit.encoding = encoding_of(file.path, file.name)
    lines = file.path.read_text(encoding=emit.encoding).splitlines()
    first = next((number for number, line in enumerate(lines) if _starts(line, 1) == 0), len(lines))
    of, dates = _heading(source, file, emit, lines[:first])
    expected = 1
    for entry in entries(lines, first):
        emit.read()
        locator = f"line {entry.first_line}"
        if entry.number != expected:
            emit.note(f"entries {expected} to {entry.number - 1} were not found as such; their lines stand with entry {expected - 1}")
        expected = entry.number + 1
        _emit(emit, of, entry, locator, dates.get("最終更新日"))
    if expected == 1:
        raise SourceDrift(source.id, file.name, "no numbered entry was found", ["lines such as '1 <Japanese name>'"])


def entries(lines: list[str], first: int) -> Iterator[Entry]:
    """Yield the entries from line index `first`; an entry may begin in the middle of a line, glued to the one before."""
    current: Entry | None = None
    for position in range(first, len(lines)):
        rest = lines[position]
        while True:
            wanted = current.number + 1 if current else 1
            found = _next_start(rest, wanted)
            if found is None:
                break
            at, number = found
            if current:
                if rest[:at].strip():
                    current.lines.append(rest[:at])
                yield current
            current = Entry(number, position + 1)
            rest = re.sub(r"^\s*[\d０-９]+\s*", "", rest[at:], count=1)
        if current and rest.strip():
            current.lines.append(rest)
    if current:
        yield current


def _next_start(line: str, wanted: int) -> tuple[int, int] | None:
    """Return where an entry begins in a line, and its number; the wanted number anywhere, a later one only where the line begins."""
    at = _starts(line, wanted)
    if at is not None:
        return at, wanted
    for number in range(wanted + 1, wanted + 1 + SKIPPED_NUMBERS):
        if _starts(line, number) == 0 and wanted > 1:
            return 0, number
    return None


def _starts(line: str, number: int) -> int | None:
    # Full-width digits have the width of one character in NFKC too, so positions stay the same; other forms are left alone.
    plain = "".join(unicodedata.normalize("NFKC", letter) if "０" <= letter <= "９" else letter for letter in line)
    for found in re.finditer(rf"(?:^\s*|(?<=[.,;。A-Za-z）)]))({number})\s+(?=\S)", plain):
        # A wrapped English address may begin with a number too: an entry's first line is Japanese.
        if _JAPANESE.search(plain[found.end(1) :]):
            return found.start(1)
    return None


def _heading(source: SourceDefinition, file: InputFile, emit: Emission, lines: list[str]) -> tuple[WatchList, dict[str, str]]:
    dates: dict[str, str] = {}
    joined = ""
    for number, line in enumerate(lines, 1):
        plain = unicodedata.normalize("NFKC", line).strip()
        if found := _DATE_LINE.match(plain):
            stated = iso_date(f"{found[2]}-{found[3]}-{found[4]}")
            if stated:
                dates[found[1]] = stated
            emit.note(f"{found[1]} {stated}")
        elif not dates:
            joined += plain
        elif plain:
            emit.read()
            emit.reject(f"line {number}", BROKEN_ROW, "the line stands before the first entry and is no date", line)
    notice = _NOTICE.search(joined)
    return watch_list(source, file, notice[1] if notice else joined[:80], "notice"), dates


def _emit(emit: Emission, of: WatchList, entry: Entry, locator: str, updated: str | None) -> None:
    parts = parts_of(entry.lines)
    if not parts.japanese and not parts.english:
        emit.reject(locator, BROKEN_ROW, f"entry {entry.number} has no name", "\n".join(entry.lines))
        return
    subject = Subject(
        emit,
        of.list_id,
        [entry.number, parts.japanese or parts.english],
        locator,
        schema="Organization",
        external_id=str(entry.number),
    )
    subject.designate(of, Act(published_on=updated))
    if parts.english:
        subject.name(parts.english, at="name")
    if parts.japanese:
        subject.say("alias" if parts.english else "name", parts.japanese, at="Japanese name")
    for number, alias in enumerate(parts.aliases, 1):
        subject.say("alias", alias, clean(alias), at=f"alias {number}")
    for number, alias in enumerate(parts.japanese_aliases, 1):
        subject.say("alias", alias, at=f"Japanese alias {number}")
    for number, address in enumerate(split_addresses(parts.address), 1):
        subject.say("address", address, clean(address).rstrip("."), at=f"address {number}")
        country = clean(address).rstrip(".").rsplit(",", 1)[-1].strip()
        if country_code(country):
            subject.country(country, "address", at=f"address {number}")
