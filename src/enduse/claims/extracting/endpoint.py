"""One question to an OpenAI-compatible endpoint, answered whole or refused: no redirect, no proxy, a deadline, a limit of size."""

from __future__ import annotations

import json
import os
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

from enduse.errors import EndpointFailed, SettingError
from enduse.settings import Extractor
from enduse.version import VERSION

_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_REMEDIES = {
    400: 'The server does not accept the request: look at model, reply_format (try "none") and options under [extractor] in enduse.toml.',
    401: "Put a valid key in the environment variable that key_env names.",
    403: "The key may not use this model; ask for access, or choose another model under [extractor] in enduse.toml.",
    404: "Look at base_url (it ends before /chat/completions) and model under [extractor] in enduse.toml.",
    413: "Make article_chars_max under [extractor] in enduse.toml smaller.",
    422: 'The server does not accept the request: look at model, reply_format (try "none") and options under [extractor] in enduse.toml.',
}
_JSON = {"Content-Type": "application/json", "Accept": "application/json"}
_SHOWN, _SECRET_LEAST = 200, 16


@dataclass(frozen=True)
class Wait:
    """Seconds between tries: doubled each time, at most `most_s`, also when the server asks for more."""

    first_s: float = 2.0
    most_s: float = 30.0


@dataclass(frozen=True)
class Reply:
    """What the model wrote; `cut` when the server says it stopped at its length limit."""

    content: str
    cut: bool = False


class _TryAgain(Exception):
    """Another try may succeed; `after_s`: how long the server asked to wait."""

    def __init__(self, reason: str, after_s: float | None = None) -> None:
        self.reason = reason
        self.after_s = after_s
        super().__init__(reason)


def key_of(settings: Extractor, environment: Mapping[str, str] | None = None) -> str | None:
    """Return the key from the environment; None when none is set, which local servers accept. Its value is in no message."""
    known = os.environ if environment is None else environment
    key = known.get(settings.key_env, "").strip()
    if not key:
        if "key_env" in settings.model_fields_set:
            raise SettingError(
                f"the environment variable {settings.key_env} (key_env in enduse.toml) is not set; put the endpoint's key in it"
            )
        return None
    if not re.fullmatch(r"[\x21-\x7e]+", key):
        raise SettingError(f"the environment variable {settings.key_env} holds blanks or letters no key has; put only the key in it")
    return key


@cache
def _trusted() -> ssl.SSLContext:
    """Return the authorities a server's certificate must come from; loaded once."""
    return httpx.create_ssl_context(trust_env=False)


def ask(settings: Extractor, body: Mapping[str, Any], key: str | None, wait: Wait | None = None) -> Reply:
    """Return the reply to one request; raises EndpointFailed with what to do, after as many tries as the settings allow."""
    url = f"{settings.base_url}/chat/completions"
    patience = wait or Wait()
    headers = {"User-Agent": f"enduse/{VERSION}", "Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {})
    # No proxy and no .netrc from the environment: the text goes to the address in the settings and nowhere else.
    with httpx.Client(timeout=settings.timeout_s, headers=headers, follow_redirects=False, trust_env=False, verify=_trusted()) as client:
        for number in range(1, settings.tries + 1):
            try:
                return _Attempt(client, url, settings, key).run(body)
            except _TryAgain as error:
                if number == settings.tries:
                    tried = f"{error.reason} ({number} {'try' if number == 1 else 'tries'})"
                    raise EndpointFailed(url, tried, "Look whether the server runs, or wait and run the command again.") from error
                time.sleep(min(error.after_s or patience.first_s * 2 ** (number - 1), patience.most_s))
    raise AssertionError("unreachable: tries is at least 1")


class _Attempt:
    """One request and its answer."""

    def __init__(self, client: httpx.Client, url: str, settings: Extractor, key: str | None) -> None:
        self.client, self.url, self.settings, self.key = client, url, settings, key

    def run(self, body: Mapping[str, Any]) -> Reply:
        try:
            # Escaped to ASCII: a text may hold halves of letters that UTF-8 does not know.
            with self.client.stream("POST", self.url, content=json.dumps(body).encode("ascii"), headers=_JSON) as answer:
                return self._read(answer)
        except httpx.TimeoutException as error:
            raise _TryAgain(f"the server did not answer within {self.settings.timeout_s:g} seconds") from error
        except httpx.TransportError as error:
            raise _TryAgain(f"the connection failed: {self._harmless(str(error)) or type(error).__name__}") from error
        except httpx.InvalidURL as error:
            raise EndpointFailed(self.url, "not an address", "Correct base_url under [extractor] in enduse.toml.") from error

    def _read(self, answer: httpx.Response) -> Reply:
        status = answer.status_code
        if 300 <= status < 400:
            to = self._harmless(answer.headers.get("Location", "an unnamed place"))
            remedy = "Article text is sent only to the address a person chose; if the new one is right, set base_url to it."
            raise EndpointFailed(self.url, f"the server redirects to {to}; not followed", remedy)
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise EndpointFailed(
                self.url, "the server compressed its reply, which was not asked for", "Turn compression off on the server."
            )
        content = self._body(answer)
        if status in _AGAIN:
            raise _TryAgain(f"the server answered {status} {answer.reason_phrase}", _asked_wait(answer))
        if status != 200:
            said = self._harmless(content.decode("utf-8", "replace"))
            reason = f"the server answered {status} {answer.reason_phrase}" + (f" ({said})" if said else "")
            raise EndpointFailed(self.url, reason, _REMEDIES.get(status, "Look at [extractor] in enduse.toml."))
        return self._unwrapped(content)

    def _body(self, answer: httpx.Response) -> bytes:
        most, ends = self.settings.reply_bytes_max, time.monotonic() + self.settings.timeout_s
        content = bytearray()
        for piece in answer.iter_raw():
            content += piece
            if len(content) > most:
                remedy = "If replies may be that long, raise reply_bytes_max under [extractor] in enduse.toml."
                raise EndpointFailed(self.url, f"the reply is longer than {most:,} bytes", remedy)
            if time.monotonic() > ends:
                raise _TryAgain(f"the reply was not whole within {self.settings.timeout_s:g} seconds")
        return bytes(content)

    def _unwrapped(self, content: bytes) -> Reply:
        """Return the model's text out of the answer's envelope."""
        self._without_key(content.decode("utf-8", "replace"))
        try:
            choice = json.loads(content)["choices"][0]
            text, finish = choice["message"].get("content") or "", choice.get("finish_reason")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
            remedy = "base_url must be that of an OpenAI-compatible server (its answers have choices[0].message.content)."
            raise EndpointFailed(self.url, "the answer is no chat completion", remedy) from error
        if not isinstance(text, str):
            raise EndpointFailed(self.url, "the answer's message is no text", "Choose a model that answers in text.")
        self._without_key(text)
        return Reply(text, finish == "length")

    def _without_key(self, said: str) -> None:
        # "EMPTY" or "none" is what local servers take for a key; such a word may well be in a reply.
        if self.key and len(self.key) >= _SECRET_LEAST and self.key in said:
            remedy = "Do not use this endpoint before its operator has explained that; the reply was not kept."
            raise EndpointFailed(self.url, "the reply holds the key that was sent", remedy)

    def _harmless(self, said: str) -> str:
        """Return the server's words in one short line, without the key."""
        plain = re.sub(r"[^\x20-\x7e\u00a0-\ud7ff]+", " ", said)
        return (plain.replace(self.key, "[key]") if self.key else plain).strip()[:_SHOWN]


def _asked_wait(answer: httpx.Response) -> float | None:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() and len(said) < 6 else None
