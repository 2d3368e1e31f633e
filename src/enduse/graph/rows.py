"""The legs as arrays: who, whom, which class of goods, when. Quantities and ids are fetched later, for the few rows that matter.

Columns are read one at a time and coded, so that ten million legs need some hundred megabytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.store import StageRun

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]

OTHER_GOODS = -1
_NO_DAY = -(2**30)


@dataclass(frozen=True)
class Rows:
    """All legs, in the order of the table; companies and classes as codes.

    `goods` is -1 for goods not asked about; `undated` marks rows that state no date and are taken to admit any day of the table.
    """

    consignor: Codes
    consignee: Codes
    goods: Codes
    first_day: Codes
    last_day: Codes
    undated: Flags
    without_code: Flags
    entities: tuple[str, ...]
    classes: tuple[str, ...]

    def codes(self, entity_ids: Sequence[str]) -> Codes:
        """Return the codes of those entities that have legs."""
        places = ((bisect_left(self.entities, one), one) for one in entity_ids)
        found = [at for at, one in places if at < len(self.entities) and self.entities[at] == one]
        return np.array(sorted(found), dtype=np.int32)

    def marked(self, entity_ids: Iterable[str]) -> Flags:
        """Return which companies are those entities."""
        chosen = np.zeros(len(self.entities), dtype=np.bool_)
        chosen[self.codes(sorted(entity_ids))] = True
        return chosen

    def merged(self, kept: int, gone: int) -> Rows:
        """Return the rows as if the company `gone` were `kept`."""
        return replace(
            self,
            consignor=np.where(self.consignor == gone, np.int32(kept), self.consignor),
            consignee=np.where(self.consignee == gone, np.int32(kept), self.consignee),
        )


def load(run: StageRun, prefixes: Sequence[str], class_digits: int) -> Rows:
    """Return all legs; the class of a row is the longest of `prefixes` its code begins with, or its first digits when none are given."""
    left, left_ids = _coded(run, "consignor_id")
    right, right_ids = _coded(run, "consignee_id")
    entities = tuple(sorted(set(left_ids) | set(right_ids)))
    known = pa.array(entities, pa.string())
    codes, printed = _coded(run, "hs_code")
    classes, class_of = classify(printed, prefixes, class_digits)
    first, last = _days(run, "date_from"), _days(run, "date_until")
    undated = (first == _NO_DAY) | (last == _NO_DAY)
    dated = ~undated
    if undated.any():
        low, high = (int(first[dated].min()), int(last[dated].max())) if dated.any() else (0, 0)
        first, last = np.where(first == _NO_DAY, np.int32(low), first), np.where(last == _NO_DAY, np.int32(high), last)
    return Rows(
        consignor=_recode(left, left_ids, known),
        consignee=_recode(right, right_ids, known),
        goods=class_of[codes],
        first_day=first,
        last_day=np.maximum(first, last),
        undated=undated,
        without_code=np.array([code == "" for code in printed], dtype=np.bool_)[codes],
        entities=entities,
        classes=classes,
    )


def classify(printed: Sequence[str], prefixes: Sequence[str], class_digits: int) -> tuple[tuple[str, ...], Codes]:
    """Return the classes, and for each printed code the number of its class (-1: not asked about).

    >>> classify(["854231", "854232", "840999", ""], ["8542", "854232"], 6)[1].tolist()
    [0, 1, -1, -1]
    >>> classify(["854231", "854239", ""], [], 4)[0]
    ('', '8542')
    """
    if prefixes:
        names = tuple(sorted(prefixes))
        found = [max((one for one in names if code.startswith(one)), key=len, default=None) for code in printed]
    else:
        found = [code[:class_digits] for code in printed]
        names = tuple(sorted({one for one in found if one is not None}))
    number = {name: at for at, name in enumerate(names)}
    return names, np.array([OTHER_GOODS if one is None else number[one] for one in found], dtype=np.int32)


def column(run: StageRun, name: str, positions: Ints) -> list[Any]:
    """Return one column of the legs at `positions`."""
    values: list[Any] = run.read("legs", [name])[name].take(pa.array(positions)).to_pylist()
    return values


def numbers(run: StageRun, name: str, positions: Ints) -> NDArray[np.float64]:
    """Return one number column of the legs at `positions`; not stated is NaN."""
    taken = run.read("legs", [name])[name].take(pa.array(positions))
    filled: NDArray[np.float64] = pc.fill_null(taken, float("nan")).to_numpy()
    return filled


def _coded(run: StageRun, name: str) -> tuple[Codes, list[str]]:
    """Return one text column as codes and the distinct values; null counts as ''."""
    values = pc.fill_null(run.read("legs", [name])[name], "")
    coded = values.combine_chunks().dictionary_encode() if values.num_chunks != 1 else values.chunk(0).dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.unify_dictionaries().combine_chunks()
    return coded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False), coded.dictionary.to_pylist()


def _recode(codes: Codes, values: list[str], known: pa.Array) -> Codes:
    places = pc.index_in(pa.array(values, pa.string()), value_set=known).to_numpy(zero_copy_only=False).astype(np.int32)
    return places[codes] if len(values) else codes


def _days(run: StageRun, name: str) -> Codes:
    days: Codes = pc.fill_null(run.read("legs", [name])[name].cast(pa.int32()), _NO_DAY).to_numpy()
    return days
