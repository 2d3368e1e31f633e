"""Reads the repackaged SDN list, JSON or CSV; subjects have the ids that OFAC's own files give them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import split_cell
from enduse.sources.watchlists.listing import Act, WatchList, category, watch_list
from enduse.sources.watchlists.ofac_csv.reader import subject_of
from enduse.sources.watchlists.reading import BROKEN_ROW, document, known_keys, table


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and names; raises SourceDrift for an unknown key, column or type."""
    of = watch_list(source, file, "sdn")
    with file.path.open("rb") as stream:
        is_json = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    if is_json:
        _json(source, file, emit, of)
        return
    _, records = table(source, file, emit, {"csv": source.layout["csv_columns"]})
    for locator, record in records:
        names = split_cell(record["alternate_names"])
        _subject(source, file, emit, of, locator, (record["uid"], record["name"], record["type"], split_cell(record["programs"]), names))


def _json(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList) -> None:
    content = document(file, emit)
    if not isinstance(content, dict) or not isinstance(content.get("entries"), list):
        raise SourceDrift(source.id, file.name, "the document has no list 'entries'", ["an object with 'entries'"])
    if published := content.get("published"):
        emit.note(f"published {published}")
    for number, entry in enumerate(content["entries"], 1):
        locator = f"entry {number}"
        emit.read()
        if problem := _problem(entry):
            emit.reject(locator, BROKEN_ROW, problem, str(entry))
            continue
        known_keys(source, file, entry, source.layout["json_keys"], locator)
        values = (str(entry["uid"]), entry["name"], entry.get("type") or "", entry.get("programs") or [], entry.get("alternateNames") or [])
        _subject(source, file, emit, of, locator, values)


def _problem(entry: Any) -> str | None:
    if not isinstance(entry, dict) or not entry.get("uid") or not isinstance(entry.get("name"), str) or not entry["name"].strip():
        return "an entry needs a uid and a name"
    if not isinstance(entry.get("type") or "", str):
        return "type is not text"
    for key in ("programs", "alternateNames"):
        listed = entry.get(key) or []
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            return f"{key} is not a list of texts"
    return None


def _subject(
    source: SourceDefinition,
    file: InputFile,
    emit: Emission,
    of: WatchList,
    locator: str,
    values: tuple[str, str, str, Sequence[Any], Sequence[Any]],
) -> None:
    uid, name, kind, programs, others = values
    if not uid.strip().isdigit() or not name.strip():
        emit.reject(locator, BROKEN_ROW, f"entry number {uid!r}, name {name!r}; a number and a name are accepted", str(values))
        return
    subject = subject_of(emit, of, uid, locator, category(source, file, "types", kind, locator))
    subject.name(name)
    for number, other in enumerate(others, 1):
        subject.name(other, "alias", at=f"alternate name {number}")
    for program in programs or [None]:
        subject.designate(of, Act(program=program))
