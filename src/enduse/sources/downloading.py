"""One download over HTTP that ends whole or not at all: resume, validators, timeouts, retries, and a check of what came.

A server may stall, cut, redirect, or lie about length; none of that may leave half a file under its final name. What has
arrived rests in `NAME.part`, with the validators it was sent with in `NAME.part.json`; only a file that passed every
check is renamed to `NAME`, in one step.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from enduse.errors import FetchFailed, StorageFailed
from enduse.store import write_json
from enduse.version import VERSION

_ACCEPTED = ("http", "https")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSED = {
    401: "the server asks for credentials",
    403: "the server refuses access",
    404: "the server has no such file",
    410: "the publisher has withdrawn the file",
    451: "the server refuses access for legal reasons",
}
_BY_HAND = "Download the file in a browser and add it, or give --mirror; the address in the source definition may be out of date."


@dataclass(frozen=True)
class Patience:
    """How long to wait and how often to try; seconds and bytes."""

    connect_s: float = 20.0
    read_s: float = 60.0
    """Longest silence between two pieces."""
    stall_s: float = 120.0
    """Within so long, at least `stall_bytes` must come: a server that drips is a server that stalls."""
    stall_bytes: int = 4096
    tries: int = 5
    """Failures in a row without a new byte before giving up."""
    backoff_s: float = 1.0
    """Wait before the second try; doubled each time, at most `backoff_max_s`."""
    backoff_max_s: float = 30.0
    redirects: int = 5
    bytes_max: int = 8 << 30


@dataclass(frozen=True)
class Validators:
    """What the server said about the version it sent; null when it did not."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def strong(self) -> str | None:
        """What If-Range may carry: a strong ETag, else the date; null when neither was sent."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.last_modified


@dataclass(frozen=True)
class Arrived:
    """A download that ended: `unchanged` when the server said that the file held is still current."""

    validators: Validators
    unchanged: bool


class _TryAgain(Exception):
    """This attempt failed in a way that another may not; `after_s` is how long the server asked to wait."""

    def __init__(self, reason: str, after_s: float | None = None) -> None:
        self.reason = reason
        self.after_s = after_s
        super().__init__(reason)


def download(url: str, target: Path, held: Validators | None, report: Callable[[int, int | None], None], patience: Patience) -> Arrived:
    """Return once `target.part` holds the whole file, or the server says that the version `held` is current.

    Raises FetchFailed with the reason (what had arrived stays for a resume), StorageFailed when the disk refuses.
    """
    part = target.with_name(target.name + ".part")
    timeout = httpx.Timeout(patience.read_s, connect=patience.connect_s)
    headers = {"User-Agent": f"enduse/{VERSION}", "Accept-Encoding": "identity"}
    failures = 0
    with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
        while True:
            before = _size(part)
            try:
                return _Attempt(client, url, part, report, patience).run(held)
            except _TryAgain as error:
                failures = 1 if _size(part) > before else failures + 1
                if failures >= patience.tries:
                    raise FetchFailed(url, f"{error.reason} ({failures} tries)") from error
                time.sleep(min(error.after_s or patience.backoff_s * 2 ** (failures - 1), patience.backoff_max_s))


class _Attempt:
    """One try: a request (with its redirects), its body, and the check that all of it came."""

    def __init__(self, client: httpx.Client, url: str, part: Path, report: Callable[[int, int | None], None], patience: Patience) -> None:
        self.client = client
        self.url = url
        self.part = part
        self.note = part.with_name(part.name + ".json")
        self.report = report
        self.patience = patience

    def run(self, held: Validators | None) -> Arrived:
        resumed = self._resumable()
        headers: dict[str, str] = {}
        if resumed is not None and resumed.strong:
            headers = {"Range": f"bytes={_size(self.part)}-", "If-Range": resumed.strong}
        elif held is not None:
            if held.etag:
                headers["If-None-Match"] = held.etag
            if held.last_modified:
                headers["If-Modified-Since"] = held.last_modified
        try:
            with contextlib.ExitStack() as stack:
                answer = self._follow(stack, headers)
                return self._take(answer, resumed, held)
        except httpx.TimeoutException as error:
            raise _TryAgain(f"the server did not answer in time ({type(error).__name__})") from error
        except httpx.TransportError as error:
            raise _TryAgain(f"the connection failed: {error or type(error).__name__}") from error
        except httpx.InvalidURL as error:
            raise FetchFailed(self.url, f"not an address: {error}", _BY_HAND) from error

    def _follow(self, stack: contextlib.ExitStack, headers: dict[str, str]) -> httpx.Response:
        """Return the answer behind redirects; raises FetchFailed for a loop, another protocol or a step down from https."""
        address = httpx.URL(self.url)
        for _ in range(self.patience.redirects + 1):
            answer = stack.enter_context(self.client.stream("GET", address, headers=headers))
            if answer.status_code not in _REDIRECTS:
                return answer
            location = answer.headers.get("Location")
            if not location:
                raise FetchFailed(self.url, f"status {answer.status_code} without saying where to", _BY_HAND)
            following = address.join(location)
            if following.scheme not in _ACCEPTED:
                raise FetchFailed(self.url, f"redirected to {following}; only http and https are followed", _BY_HAND)
            if address.scheme == "https" and following.scheme == "http":
                raise FetchFailed(self.url, f"redirected from https down to {following}; not followed", _BY_HAND)
            address = following
        raise FetchFailed(self.url, f"redirected more than {self.patience.redirects} times, last to {address}", _BY_HAND)

    def _take(self, answer: httpx.Response, known: Validators | None, held: Validators | None) -> Arrived:
        status = answer.status_code
        if status == 304 and held is not None and known is None:
            return Arrived(held, True)
        if status == 416 and known is not None and answer.headers.get("Content-Range") == f"bytes */{_size(self.part)}":
            # Killed between the last byte and the rename: nothing is missing.
            return Arrived(known, False)
        if status == 416:
            self._forget()
            raise _TryAgain("the part held does not fit the file; beginning anew")
        if status in _AGAIN:
            raise _TryAgain(f"the server answered {status} {answer.reason_phrase}", _wait(answer))
        if status not in (200, 206):
            raise FetchFailed(self.url, _REFUSED.get(status, f"the server answered {status} {answer.reason_phrase}"), _BY_HAND)
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise FetchFailed(self.url, "the server compressed the file although none of it was asked for", _BY_HAND)
        validators = Validators(self.url, answer.headers.get("ETag"), answer.headers.get("Last-Modified"))
        start = 0
        if status == 206:
            start = self._start(answer, known, validators)
            validators = known or validators
        self._body(answer, start, validators)
        self._probe(answer, validators)
        return Arrived(validators, False)

    def _start(self, answer: httpx.Response, known: Validators | None, sent: Validators) -> int:
        """Return where the piece begins: the end of what is held of the same version; anything else begins anew."""
        said = answer.headers.get("Content-Range", "")
        other = known is None or (sent.strong and known.strong and sent.strong != known.strong)
        if other or not said.startswith(f"bytes {_size(self.part)}-"):
            self._forget()
            raise _TryAgain(f"the server sent another piece than asked ({said or 'no Content-Range'})")
        return _size(self.part)

    def _body(self, answer: httpx.Response, start: int, validators: Validators) -> None:
        said = answer.headers.get("Content-Length", "")
        expected = start + int(said) if said.isascii() and said.isdigit() else None
        done, window_bytes, window_began = start, 0, time.monotonic()
        try:
            with self.part.open("ab" if start else "wb") as out:
                # After the part was emptied: a note never speaks of bytes of another version.
                write_json(self.note, {"url": self.url, "etag": validators.etag, "last_modified": validators.last_modified})
                self.report(done, expected)
                for piece in answer.iter_raw():
                    out.write(piece)
                    done += len(piece)
                    window_bytes += len(piece)
                    self.report(done, expected)
                    if done > self.patience.bytes_max:
                        raise FetchFailed(self.url, f"more than {self.patience.bytes_max:,} bytes came", _BY_HAND)
                    if window_bytes >= self.patience.stall_bytes:
                        window_bytes, window_began = 0, time.monotonic()
                    elif time.monotonic() - window_began > self.patience.stall_s:
                        raise _TryAgain(f"only {window_bytes} bytes came in {self.patience.stall_s:g} seconds")
        except OSError as error:
            raise StorageFailed(self.part, error.strerror or str(error)) from error
        if expected is not None and done != expected:
            raise _TryAgain(f"{done:,} bytes came, {expected:,} were announced")

    def _probe(self, answer: httpx.Response, validators: Validators) -> None:
        """Ask for the byte after the last: a server that has one announced too short a length, and cut its own file."""
        if answer.status_code != 206 and answer.headers.get("Accept-Ranges") != "bytes":
            return
        size = _size(self.part)
        headers = {"Range": f"bytes={size}-"} | ({"If-Range": validators.strong} if validators.strong else {})
        # A probe that fails says nothing about the file.
        with contextlib.suppress(httpx.TransportError), self.client.stream("GET", answer.url, headers=headers) as more:
            if more.status_code == 206 and more.headers.get("Content-Range", "").startswith(f"bytes {size}-"):
                raise _TryAgain(f"the server announced {size:,} bytes but holds more")

    def _resumable(self) -> Validators | None:
        """Return what is known of the part held; None (and no part) when it cannot be continued."""
        if not _size(self.part):
            return None
        try:
            said: dict[str, Any] = json.loads(self.note.read_text(encoding="utf-8"))
            known = Validators(str(said["url"]), said["etag"], said["last_modified"])
        except (OSError, ValueError, KeyError, TypeError):
            self._forget()
            return None
        if known.url != self.url or not known.strong:
            self._forget()
            return None
        return known

    def _forget(self) -> None:
        self.part.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)


def _wait(answer: httpx.Response) -> float | None:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() and len(said) < 5 else None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
