"""Identities: hashes of raw source values written as a JSON list.

Cleaning may change from version to version; ids may not, because judgements and articles refer to them. So an id is
made of values as published, and a list is written as JSON so that ("ab", "c") and ("a", "bc") stay apart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

ARTICLE_NAME = "name-"
"""How the ids of names that articles print begin."""
ENTITY = "E-"
"""How the ids of companies begin."""
Raw = str | int | float | None

_LINE_ENDS = {number: f"\\u{number:04x}" for number in (0x85, 0x2028, 0x2029)}
# One encoder for all calls: ids are made for every row, and json.dumps builds an encoder each time.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """Return a JSON value as text, keys sorted and without spaces: equal values are equal texts.

    >>> canonical({"b": [1, None], "a": "№"})
    '{"a":"№","b":[1,null]}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unbroken(text: str) -> str:
    r"""Return JSON with every character at which some programs end a line written as its number: a line stays a line.

    >>> print(unbroken(json.dumps("a" + chr(0x2028), ensure_ascii=False)))
    "a\u2028"
    """
    return text.translate(_LINE_ENDS)


def hash_of(values: Sequence[Raw], length: int = 20) -> str:
    """Return the first `length` hex digits of the SHA-256 of `values` as a JSON list.

    >>> hash_of(["ab", "c"]) == hash_of(["a", "bc"])
    False
    """
    return hashlib.sha256(_encode(list(values)).encode("utf-8", "surrogatepass")).hexdigest()[:length]
