"""A claims file taken apart: every value as the text it is written as, each claim with its line and its first fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from enduse.errors import UnreadableFile
from enduse.terms.propositions import Claim

BYTES_MAX = 20_000_000
_DEPTH_MAX = 20
_VALUES_MAX = 10_000
"""In one claim; references could otherwise make more of them than memory holds."""
_NULLS = ("", "~", "null", "Null", "NULL")
_LIST = "claims"


@dataclass(frozen=True)
class Entry:
    """One claim of the file: read (`claim`), or wrong (`fault` says why); `text` is what stands there, for a reject."""

    locator: str
    claim: Claim | None
    fault: str
    text: str


def entries(path: Path, name: str) -> list[Entry]:
    """Return the claims of a YAML ledger in their order; raises UnreadableFile when the file as a whole is none.

    Scalars are read as text (a code 0101 keeps its zero, a country NO stays Norway, 2022 a year); the claim's own types say
    which of them are numbers. A claim id that two different claims use is a fault of both.
    """
    items = _items(path, name)
    found: list[Entry] = []
    for number, item in enumerate(items, 1):
        locator = f"claim {number} (line {item.start_mark.line + 1})"
        text = item.start_mark.buffer[item.start_mark.pointer : item.end_mark.pointer] if item.start_mark.buffer else ""
        try:
            claim = Claim.model_validate(_plain(item, 0, [0]))
        except ValidationError as error:
            found.append(Entry(locator, None, _fault(error), text))
        except ValueError as error:
            found.append(Entry(locator, None, str(error), text))
        else:
            found.append(Entry(locator, claim, "", text))
    return _told_apart(found)


def read_ledger(path: Path) -> list[Claim]:
    """Return the claims of a ledger file; raises UnreadableFile naming every claim that is wrong."""
    found = entries(path, path.name)
    if wrong := [f"{one.locator}: {one.fault}" for one in found if one.claim is None]:
        more = f"; and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        raise UnreadableFile(path, "; ".join(wrong[:5]) + more, "Mend these claims and check again.")
    return list({one.claim.claim_id: one.claim for one in found if one.claim is not None}.values())


def _items(path: Path, name: str) -> list[Any]:
    try:
        if path.stat().st_size > BYTES_MAX:
            raise UnreadableFile(name, f"larger than {BYTES_MAX:,} bytes", "A ledger is a YAML file with a list `claims:`.")
        text = path.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except OSError as error:
        raise UnreadableFile(name, error.strerror or str(error), "Give a YAML ledger: one list `claims:`.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, f"not UTF-8 text: {error.reason} at byte {error.start}", "Save it as UTF-8.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile(
            name, f"not YAML: {str(error).splitlines()[0] if str(error) else 'nested too deeply'}", _remedy(error)
        ) from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    lists = [value for key, value in pairs if key.value == _LIST and isinstance(value, yaml.SequenceNode)]
    others = sorted(str(key.value) for key, _ in pairs if key.value != _LIST)
    if len(lists) != 1 or others:
        met = f" beside {', '.join(others)}" if others else ""
        raise UnreadableFile(
            name, f"it holds {len(lists)} lists called claims{met}", "A ledger is one list `claims:` with a claim for each entry."
        )
    items: list[Any] = lists[0].value
    return items


def _remedy(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"Look at line {mark.line + 1}, column {mark.column + 1}." if mark is not None else ""


def _plain(node: Any, depth: int, met: list[int]) -> Any:
    """Return a YAML node as text, lists and mappings; raises ValueError for a key met twice, deep nesting or endless references."""
    met[0] += 1
    if depth > _DEPTH_MAX or met[0] > _VALUES_MAX:
        raise ValueError("nested too deeply, too large, or refers to itself")
    if isinstance(node, yaml.ScalarNode):
        if any("\ud800" <= one <= "\udfff" for one in node.value):
            raise ValueError("half a character written as an escape; write the letter itself")
        # Quoted words are words, even 'null'.
        return None if node.style is None and node.value in _NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, depth + 1, met) for one in node.value]
    plain: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else str(key.tag)
        if name in plain:
            raise ValueError(f"{name} stands twice")
        plain[name] = _plain(value, depth + 1, met)
    return plain


def _told_apart(found: list[Entry]) -> list[Entry]:
    contents = {(one.claim.claim_id, one.claim.canonical()) for one in found if one.claim is not None}
    shared = {claim_id for claim_id, times in Counter(claim_id for claim_id, _ in contents).items() if times > 1}
    return [
        Entry(one.locator, None, f"id: {one.claim.claim_id!r} stands for different claims; each needs its own", one.text)
        if one.claim is not None and one.claim.claim_id in shared
        else one
        for one in found
    ]


def _fault(error: ValidationError) -> str:
    """Return every fault in one sentence: where, what was met, what is accepted."""
    parts = []
    for one in error.errors(include_url=False):
        where = ".".join(str(step) for step in one["loc"] if step != "function-before") or "the claim"
        parts.append(f"{where}: {one['msg'].removeprefix('Value error, ')}")
    return "; ".join(dict.fromkeys(parts))
