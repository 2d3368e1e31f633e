"""Names of goods and parts beside catalogues: HS headings, components loaded. Entries, not identities."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from enduse.claims.casefile.rows import candidate_row
from enduse.store import StageRun

Row = dict[str, Any]
_SIGNS = re.compile(r"[\W_]+")
_MOST = 10
"""Of one name so many parts are shown."""


def catalogue_candidates(run: StageRun, names: Mapping[str, tuple[str, str]]) -> list[Row]:
    """Return candidates of goods (HS prefixes) and of products and makers (components)."""
    # Its patterns take a third of a second to compile, which a question that asks about no claim does without.
    from enduse.claims.typing.goods import goods_of

    texts, parts = _hs_texts(run), _components(run)
    rows: list[Row] = []
    for name, (kind, text) in names.items():
        if kind == "goods" and (goods := goods_of(text)):
            for code in goods.narrow:
                heading = ("hs_prefix", code, texts.get(code, goods.label))
                rows.append(candidate_row(name, (kind, text), heading, "listed", None, f"filed as {goods.label}"))
        if kind in ("product", "company", "goods"):
            for one in parts.get(_folded(text), ())[:_MOST]:
                part = ("component", one["component_id"], one["name_marking"] or text)
                rows.append(candidate_row(name, (kind, text), part, "listed", None, f"recorded in {one['found_in']}"))
    return rows


def _hs_texts(run: StageRun) -> dict[str, str]:
    """Return the texts of codes, of the newest edition loaded."""
    if not run.has("hs_codes"):
        return {}
    rows = run.read("hs_codes", ["hs_edition", "code", "description"]).to_pylist()
    return {row["code"]: row["description"] for row in sorted(rows, key=lambda row: (row["hs_edition"], row["code"]))}


def _components(run: StageRun) -> dict[str, list[Row]]:
    if not run.has("components"):
        return {}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in run.read("components").to_pylist():
        for value in dict.fromkeys(_folded(row[name] or "") for name in ("part_number", "name_marking", "manufacturer", "found_in")):
            if len(value) > 2:
                found[value].append(row)
    return found


def _folded(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
