"""`enduse fetch`: the files a source definition declares, whole, with size, hash and validators kept beside them."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from enduse.errors import FetchFailed, SettingError, StorageFailed
from enduse.sources.catalog import Download, SourceDefinition, definition_of, definitions
from enduse.sources.downloading import Arrived, Patience, Validators, download
from enduse.store import Progress, sha256_of, silent, write_json, writing

RECORD_SUFFIX = ".fetch.json"
_TAIL = 4096


@dataclass(frozen=True)
class Fetched:
    """One file in place. `unchanged` when the copy held was still the publisher's; null validators were not sent."""

    source_id: str
    file: str
    url: str
    size_bytes: int
    sha256: str
    etag: str | None
    last_modified: str | None
    retrieved_at: str
    """UTC time at which these bytes came (not the time of a later check that found them unchanged)."""
    unchanged: bool

    def as_json(self) -> dict[str, Any]:
        """Return the record as plain values."""
        return asdict(self)


def fetch(
    source_id: str, into: Path, mirror: str | None = None, progress: Progress = silent, patience: Patience | None = None
) -> list[Fetched]:
    """Return the source's declared files, each whole in `into`, with a record `NAME.fetch.json` beside it.

    `mirror` replaces scheme and host of every address: an http(s) or file:// address, or a folder; in a folder the path of the
    address or the bare file name is looked for. A file that the publisher says is unchanged is not downloaded again.
    Raises SettingError for a source without downloads, FetchFailed with the reason (the earlier file stays as it was, what
    had arrived is kept for a resume), StorageFailed when the disk refuses, WorkspaceLocked while another fetch writes there.
    """
    definition = definition_of(source_id)
    if not definition.fetch:
        offering = ", ".join(one.id for one in definitions().values() if one.fetch)
        raise SettingError(f"{source_id} declares no download. Sources that do: {offering or 'none'}")
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(into, error.strerror or str(error)) from error
    with writing(into, "enduse fetch"):
        return [_one(definition, wanted, into, mirror, progress, patience or Patience()) for wanted in definition.fetch]


def _one(definition: SourceDefinition, wanted: Download, into: Path, mirror: str | None, progress: Progress, patience: Patience) -> Fetched:
    target = into / wanted.file
    part = target.with_name(target.name + ".part")
    held = _held(target)
    folder = _folder(mirror)

    def report(done: int, total: int | None) -> None:
        progress(f"fetching {wanted.file}", done, total)

    if folder is not None:
        url = _copy(folder, wanted, part, report)
        arrived = Arrived(Validators(url), False)
    else:
        url = _address(wanted.url, mirror)
        known = Validators(url, held.etag, held.last_modified) if held and held.url == url else None
        arrived = download(url, target, known, report, patience)
    if arrived.unchanged and held is not None:
        return held
    try:
        _check(url, part, wanted)
    except FetchFailed:
        # These bytes are wrong, not few: a resume would only keep them.
        part.unlink(missing_ok=True)
        part.with_name(part.name + ".json").unlink(missing_ok=True)
        raise
    return _settle(definition.id, part, target, arrived.validators, held)


def _settle(source_id: str, part: Path, target: Path, sent: Validators, held: Fetched | None) -> Fetched:
    """Move the part to its name and write the record; equal bytes keep the time at which they first came."""
    try:
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        size, sha256 = part.stat().st_size, sha256_of(part)
        same = held is not None and held.sha256 == sha256
        when = held.retrieved_at if held is not None and same else dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        fetched = Fetched(source_id, target.name, sent.url, size, sha256, sent.etag, sent.last_modified, when, same)
        part.replace(target)
        part.with_name(part.name + ".json").unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(target, error.strerror or str(error)) from error
    kept = fetched.as_json()
    del kept["unchanged"]
    write_json(_record(target), kept)
    return fetched


def _address(url: str, mirror: str | None) -> str:
    """Return the address to ask: the publisher's, or the mirror's with the publisher's path."""
    if mirror is None:
        return url
    asked = urlsplit(url)
    return mirror.rstrip("/") + asked.path + (f"?{asked.query}" if asked.query else "")


def _folder(mirror: str | None) -> Path | None:
    """Return the mirror's folder; None for a mirror on the web or none; raises SettingError for anything else."""
    if mirror is None:
        return None
    parts = urlsplit(mirror)
    if parts.scheme in ("http", "https"):
        return None
    folder = Path(unquote(parts.path)) if parts.scheme == "file" else Path(mirror)
    if not folder.is_dir():
        raise SettingError(f"the mirror {mirror!r} is not a folder; an http(s) or file:// address or a folder is accepted")
    return folder.resolve()


def _copy(folder: Path, wanted: Download, part: Path, report: Callable[[int, int | None], None]) -> str:
    """Copy the file from the folder (under the path of its address, else under its bare name); return where it was found."""
    places = (folder / unquote(urlsplit(wanted.url).path).lstrip("/"), folder / wanted.file)
    found = next((one for one in places if one.is_file()), None)
    if found is None:
        named = " nor ".join(str(one) for one in places)
        raise FetchFailed(folder.as_uri(), f"the mirror holds neither {named}", "Put the file there, or leave --mirror out.")
    try:
        part.with_name(part.name + ".json").unlink(missing_ok=True)
        report(0, found.stat().st_size)
        shutil.copyfile(found, part)
        report(part.stat().st_size, part.stat().st_size)
    except OSError as error:
        raise StorageFailed(part, error.strerror or str(error)) from error
    return found.as_uri()


def _held(target: Path) -> Fetched | None:
    """Return the record of an earlier fetch if the file is still the one it describes."""
    try:
        record = json.loads(_record(target).read_text(encoding="utf-8"))
        held = Fetched(**record, unchanged=True)
    except (OSError, ValueError, TypeError):
        return None
    return held if target.is_file() and target.stat().st_size == held.size_bytes and sha256_of(target) == held.sha256 else None


def _record(target: Path) -> Path:
    return target.with_name(target.name + RECORD_SUFFIX)


def _check(url: str, part: Path, wanted: Download) -> None:
    """Raise FetchFailed when what came is too small, an error page, or ends in the middle."""
    size = part.stat().st_size
    if size < wanted.size_min:
        raise FetchFailed(url, f"{size:,} bytes came; the file has at least {wanted.size_min:,}", "Look at the address in a browser.")
    with part.open("rb") as stream:
        head = stream.read(_TAIL).lstrip(b"\xef\xbb\xbf \t\r\n")
        stream.seek(max(size - _TAIL, 0))
        tail = stream.read().rstrip(b" \t\r\n\x00\x1a")
    suffix = Path(wanted.file).suffix.lower()
    if suffix not in (".html", ".htm") and re.match(rb"(?i)<!doctype html|<html", head):
        raise FetchFailed(url, "a web page came in place of the file", "Look at the address in a browser.")
    if suffix == ".xml" and not (head.startswith(b"<") and re.search(rb"</[\w:.-]+\s*>(?:\s*<!--.*?-->)*$|/>$", tail, re.DOTALL)):
        raise FetchFailed(url, "the XML ends in the middle", "Run the same command again.")
    if suffix in (".json", ".jsonl") and tail[-1:] not in (b"}", b"]"):
        raise FetchFailed(url, "the JSON ends in the middle", "Run the same command again.")
