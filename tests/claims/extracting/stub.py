"""A chat-completions endpoint on the loopback address that answers as told, well or badly; nothing in it is real."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import listening


@dataclass
class Endpoint:
    """`content` is what the model writes; `tricks` are used one a request, then it behaves. `seen` holds (headers, request)."""

    content: str = '{"claims": []}'
    finish: str = "stop"
    tricks: list[str] = field(default_factory=list)
    seen: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    base: str = ""

    def says(self, claims: object) -> None:
        """Make it answer with these claims."""
        self.content = json.dumps({"claims": claims}, ensure_ascii=False)


@contextmanager
def serving(endpoint: Endpoint) -> Iterator[Endpoint]:
    """Yield once the server listens on 127.0.0.1; its address is `endpoint.base`."""

    class Handler(_Handler):
        told = endpoint

    with listening(Handler, endpoint.released) as address:
        endpoint.base = f"{address}/v1"
        yield endpoint


class _Handler(BaseHTTPRequestHandler):
    told: Endpoint

    def do_POST(self) -> None:
        told = self.told
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        told.seen.append((dict(self.headers), request))
        name, _, argument = (told.tricks.pop(0) if told.tricks else "").partition(" ")
        with suppress(OSError):
            self._answer(name, argument)

    def _answer(self, name: str, argument: str) -> None:
        told = self.told
        if name == "status":
            status, _, said = argument.partition(" ")
            self._plain(int(status), said.encode(), {"Retry-After": "0"})
        elif name == "redirect":
            self._plain(307, b"", {"Location": argument})
        elif name == "stall":
            told.released.wait(30)
        elif name == "drip":
            self._head(200, {"Content-Length": "1000000"})
            while not told.released.is_set():
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.02)
        elif name == "hang-up":
            self.close_connection = True
        elif name == "huge":
            self._plain(200, b"x" * int(argument), {})
        elif name == "zipped":
            self._plain(200, b"", {"Content-Encoding": "gzip"})
        elif name == "raw":
            self._plain(200, argument.encode(), {})
        else:
            choice = {"index": 0, "message": {"role": "assistant", "content": told.content}, "finish_reason": told.finish}
            self._plain(200, json.dumps({"choices": [choice]}).encode(), {})

    def _plain(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self._head(status, {"Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""
