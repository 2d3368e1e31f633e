"""A web server on the loopback address that misbehaves as told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.loopback import listening

BODY = b"<list>" + b"<entry>Invented Kestrel Works</entry>" * 4000 + b"</list>\n"


@dataclass
class Unruly:
    """What the server holds and how it misbehaves; `tricks` are used one per request, then it behaves."""

    body: bytes = BODY
    etag: str | None = '"v1"'
    ranges: bool = True
    tricks: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    base: str = ""


@contextmanager
def serving(unruly: Unruly) -> Iterator[Unruly]:
    """Yield once the server listens on 127.0.0.1; its address is `unruly.base`."""

    class Handler(_Handler):
        told = unruly

    with listening(Handler, unruly.released) as address:
        unruly.base = address
        yield unruly


class _Handler(BaseHTTPRequestHandler):
    told: Unruly

    def do_GET(self) -> None:
        told = self.told
        told.seen.append((self.path, dict(self.headers)))
        trick = told.tricks.pop(0) if told.tricks else ""
        name, _, argument = trick.partition(" ")
        if name == "redirect":
            self._plain(302, {"Location": argument})
        elif name == "status":
            self._plain(int(argument), {})
        elif name == "gzip":
            self._plain(200, {"Content-Encoding": "gzip"})
        elif self.headers.get("If-None-Match") == told.etag is not None:
            self._plain(304, {})
        else:
            self._file(name, int(argument or 0))

    def _plain(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _file(self, trick: str, number: int) -> None:
        told, body, start = self.told, self.told.body, 0
        asked = self.headers.get("Range")
        if asked and told.ranges and self.headers.get("If-Range", told.etag) == told.etag:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                return self._plain(416, {"Content-Range": f"bytes */{len(body)}"})
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start + number if trick == 'shift' else start}-{len(body) - 1}/{len(body)}")
        if told.ranges:
            self.send_header("Accept-Ranges", "bytes")
        if told.etag:
            self.send_header("ETag", told.etag)
        rest = body[start:]
        if trick != "unsaid":
            self.send_header("Content-Length", str(len(rest) + number if trick == "announce" else len(rest)))
        self.end_headers()
        self.close_connection = True
        if trick in ("cut", "stall"):
            self.wfile.write(rest[:number])
            self.wfile.flush()
            if trick == "stall":
                told.released.wait(10)
            return None
        if trick == "drip":
            return self._drip(rest)
        self.wfile.write(rest)
        return None

    def _drip(self, rest: bytes) -> None:
        for place in range(len(rest)):
            if self.told.released.is_set():
                return
            try:
                self.wfile.write(rest[place : place + 1])
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.01)

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing."""
