"""Replies: read as a list of offered claims, and kept by the hash of what was asked, so that a second run is offline and equal."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enduse.claims.extracting.endpoint import Reply
from enduse.claims.extracting.refusals import Refusal
from enduse.store import write_bytes
from enduse.terms.ids import canonical

CLAIMS_MAX = 500
_OPENING = re.compile(r"[{\[]")


def read_reply(reply: Reply) -> list[object] | Refusal:
    """Return the offered claims of a reply; a fence or a sentence around one JSON document is passed over, anything else is refused."""
    if not reply.content.strip():
        return Refusal("reply_empty", "the model wrote nothing")
    if reply.cut:
        return Refusal("reply_cut", "raise max_tokens in options, or lower article_chars_max, under [extractor] in enduse.toml")
    document = _document(reply.content)
    if isinstance(document, Refusal):
        return document
    claims = document.get("claims") if isinstance(document, dict) else document
    if not isinstance(claims, list) or (isinstance(document, dict) and set(document) != {"claims"}):
        return Refusal("reply_shape", 'a JSON object {"claims": [...]} and nothing else in it is accepted')
    if len(claims) > CLAIMS_MAX:
        return Refusal("too_many_claims", f"{len(claims)}; at most {CLAIMS_MAX} are read")
    return claims


def _document(text: str) -> Any:
    decoder = json.JSONDecoder(parse_constant=_no_number, object_pairs_hook=_once)
    first = _OPENING.search(text)
    if first is None:
        return Refusal("reply_not_json", "no { or [ in it")
    try:
        document, end = decoder.raw_decode(text, first.start())
    except (ValueError, RecursionError) as error:
        return Refusal("reply_not_json", str(error)[:200])
    if _OPENING.search(text, end):
        return Refusal("reply_ambiguous", f"after the first document, {text[end : end + 60].strip()!r} follows")
    return document


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; raises ValueError for a field given twice, of which readers would take one or the other."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field is given twice")
    return found


class Cache:
    """The folder `cache/extractor/` of a workspace: one file for each question asked. Removing one asks that question again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def name_of(base_url: str, body: Mapping[str, Any]) -> str:
        """Return the hash of everything the reply depends on: address, model, instructions, options and text; never the key."""
        asked = canonical({"base_url": base_url, "body": body})
        return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()

    def path(self, name: str) -> Path:
        """Return where the reply rests, or would."""
        return self.folder / name[:2] / f"{name}.json"

    def held(self, name: str) -> Reply | None:
        """Return the reply kept; None when there is none, or its file is not as it was written."""
        try:
            said = json.loads(self.path(name).read_text(encoding="utf-8"))
            reply = Reply(said["content"], said["cut"])
            whole = said["asked"] == name and said["sha256"] == _sha256(reply)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return reply if whole else None

    def keep(self, name: str, model: str, reply: Reply) -> None:
        """Keep the reply as it came."""
        record = {"asked": name, "model": model, "cut": reply.cut, "sha256": _sha256(reply), "content": reply.content}
        text = json.dumps(record, ensure_ascii=True, indent=1, sort_keys=True) + "\n"
        write_bytes(self.path(name), text.encode("ascii"))


def _sha256(reply: Reply) -> str:
    return hashlib.sha256(f"{reply.cut}\n{reply.content}".encode("utf-8", "surrogatepass")).hexdigest()
