"""Which shipped codes stand on which goods list, between which days: surely, or only under some admissible reading.

A code of another HS edition than the list's is carried over by the concordance: it surely stands on the list when every
code it became does, possibly when any does. Without a concordance between the two editions an equal code is only possible:
codes change their meaning between editions. A code guessed by a provider, and a list code longer than six digits, are
only possible too.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

import pyarrow as pa

from enduse.engine import Step
from enduse.findings.asking import rows
from enduse.findings.parameters import LIST_BEFORE_FIRST_VERSION, choice_parameter
from enduse.store import StageRun
from enduse.terms.hs import matches_prefix
from enduse.terms.periods import FIRST, LAST

GOODS_SHIPPED = Step.load("enduse.findings", "goods_shipped.sql")
_DAY = dt.timedelta(days=1)
Interval = tuple[dt.date, dt.date]
Concordance = dict[tuple[str, str], dict[str, tuple[str, ...]]]

HITS = pa.schema(
    [
        ("list_id", pa.string()),
        ("hs_code", pa.string()),
        ("hs_edition", pa.string()),
        ("hs_basis", pa.string()),
        ("valid_from", pa.date32()),
        ("valid_until", pa.date32()),
        ("sure", pa.int32()),
        ("tier", pa.string()),
        ("goods_code_id", pa.string()),
    ]
)


@dataclass(frozen=True)
class _Listed:
    code: str
    edition: str
    tier: str
    goods_code_id: str
    valid: Interval
    dated: bool
    """False when the list does not say since when and is not read backwards: on any day the code is only possible."""


@dataclass(frozen=True)
class GoodsList:
    """One goods list as loaded: its versions in words, and its codes (what it is limited to)."""

    list_id: str
    versions: str
    codes: tuple[str, ...]


def goods_lists(run: StageRun) -> dict[str, GoodsList]:
    """Return the loaded lists by id, in order of id; empty when no goods list is loaded."""
    loaded = rows(run, "goods_codes", ["list_id", "list_version", "code"]).to_pylist()
    lists: dict[str, GoodsList] = {}
    for list_id in sorted({row["list_id"] for row in loaded}):
        own = [row for row in loaded if row["list_id"] == list_id]
        versions = ", ".join(sorted({row["list_version"] or "undated" for row in own}))
        lists[list_id] = GoodsList(list_id, versions, tuple(sorted({row["code"] for row in own})))
    return lists


def list_hits(run: StageRun) -> pa.Table:
    """Return one row per list, shipped code and span of days on which the code stands on the list (`sure` 1) or may (`sure` 0)."""
    backwards = choice_parameter(run, LIST_BEFORE_FIRST_VERSION, ("first", "none")) == "first"
    lists = _lists(run, backwards)
    concordance = _concordance(run)
    shipped = run.ask(GOODS_SHIPPED).to_pylist()
    hits = [
        dict(zip(HITS.names, (list_id, one["hs_code"], one["hs_edition"], one["hs_basis"], *span), strict=True))
        for list_id, listed in lists.items()
        for one in shipped
        for span in _spans(one["hs_code"], one["hs_edition"], one["hs_basis"] == "guessed", listed, concordance)
    ]
    return pa.Table.from_pylist(hits, schema=HITS)


def _lists(run: StageRun, backwards: bool) -> dict[str, list[_Listed]]:
    lists: dict[str, list[_Listed]] = defaultdict(list)
    loaded = sorted(rows(run, "goods_codes").to_pylist(), key=lambda row: (row["list_id"], row["goods_code_id"]))
    first: dict[str, dt.date] = {}
    for row in loaded:
        if row["valid_from"]:
            first[row["list_id"]] = min(first.get(row["list_id"], LAST), row["valid_from"])
    for row in loaded:
        starts = row["valid_from"] or FIRST
        if backwards and starts == first.get(row["list_id"]):
            starts = FIRST
        valid, dated = (starts, row["valid_until"] or LAST), backwards or row["valid_from"] is not None
        lists[row["list_id"]].append(_Listed(row["code"], row["hs_edition"] or "", row["tier"] or "", row["goods_code_id"], valid, dated))
    return dict(lists)


def _concordance(run: StageRun) -> Concordance:
    """Return {(from edition, to edition): {code: codes it became}}, each loaded pair read in both directions."""
    pairs: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    columns = rows(run, "hs_concordance", ["from_edition", "from_code", "to_edition", "to_code"]).to_pydict()
    for from_edition, from_code, to_edition, to_code in zip(*columns.values(), strict=True):
        pairs[from_edition, to_edition][from_code].add(to_code)
        pairs[to_edition, from_edition][to_code].add(from_code)
    return {pair: {code: tuple(sorted(became)) for code, became in codes.items()} for pair, codes in pairs.items()}


def _spans(
    code: str, edition: str, guessed: bool, listed: list[_Listed], concordance: Concordance
) -> list[tuple[dt.date, dt.date, int, str, str]]:
    """Return (first day, last day, sure, best tier, a cited code) for each span in which the code may or does stand on the list."""
    sure: list[Interval] = []
    possible: list[Interval] = []
    met: list[_Listed] = []
    for list_edition in sorted({one.edition for one in listed}):
        same_edition = [one for one in listed if one.edition == list_edition]
        became: tuple[str, ...] | None = (code,)
        if edition != list_edition or not edition:
            became = concordance.get((edition, list_edition), {}).get(code)
        by_target: list[list[Interval]] = []
        for target in became or (code,):
            hits = [(one, matches_prefix(target, one.code)) for one in same_edition]
            met += [one for one, matches in hits if matches is not False]
            possible += [one.valid for one, matches in hits if matches is not False]
            by_target.append(_merged([one.valid for one, matches in hits if matches and one.dated]))
        if became and not guessed:
            sure += _common(by_target)
    if not met:
        return []
    tier, cited = min(one.tier for one in met), min(one.goods_code_id for one in met)
    spans = [(first, last, 1, tier, cited) for first, last in _merged(sure)]
    return spans + [(first, last, 0, tier, cited) for first, last in _merged(possible)]


def _merged(spans: list[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + _DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _common(lists: list[list[Interval]]) -> list[Interval]:
    common = lists[0] if lists else []
    for other in lists[1:]:
        common = [
            (max(left[0], right[0]), min(left[1], right[1]))
            for left in common
            for right in other
            if max(left[0], right[0]) <= min(left[1], right[1])
        ]
    return common
