"""Which names are worth comparing: those that share a rare word, a beginning, an ending or a sound."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pyarrow as pa
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from enduse.entities.names import Named
from enduse.store import StageRun
from enduse.terms.sounds import is_number

SOUND_LETTERS_MIN = 4
"""Shorter sounds meet by chance: 'A' and 'AA'."""
_CHUNK = 250_000
_PAIRS = """
with counted as (
    select block, sum(case when side = 'l' then 1 else 0 end) as left_names, sum(case when side = 'r' then 1 else 0 end) as right_names
    from name_blocks
    group by block
), few as (
    select block from counted where left_names > 0 and right_names > 0 and left_names <= :most and right_names <= :most
)
select l.name_number as left_number, r.name_number as right_number
from name_blocks l
join few on few.block = l.block
join name_blocks r on r.block = l.block and r.side = 'r'
where l.side = 'l'
  and l.letters * 10 >= r.letters * 8 and r.letters * 10 >= l.letters * 8
  and (:two_sided or l.name_number < r.name_number)
group by l.name_number, r.name_number
order by left_number, right_number
"""


def blocks(named: Named) -> set[str]:
    """Return the blocks a name stands in: each token, the beginning and ending of long tokens and of the whole, its sounds."""
    key = named.key or ""
    whole = key.replace(" ", "")
    found = {f"s:{named.sound}", f"s:{named.run_together}"}
    if named.han:
        return found
    informative = named.informative or named.tokens
    for token in informative:
        found.add(f"t:{token}")
        if len(token) >= 6:
            found |= {f"b:{token[:5]}", f"e:{token[-5:]}"}
    ordered = sorted(named.tokens)
    found |= {f"2:{left} {right}" for left, right in pairwise(ordered)}
    if len(whole) >= 8:
        found |= {f"B:{whole[:7]}", f"E:{whole[-7:]}"}
    return found


def similar_pairs(
    run: StageRun, left: Sequence[Named], right: Sequence[Named] | None, most: int, similarity_min: float, difference_min: float
) -> list[tuple[int, int, float]]:
    """Return (left position, right position, similarity) of Latin keys that are alike but not equal, sorted.

    `right` null compares `left` with itself, each pair once. Similarity is rapidfuzz's token sort ratio, 0 to 1.
    """
    others = left if right is None else right
    pairs = candidate_pairs(run, left, right, most)
    found: list[tuple[int, int, float]] = []
    for start in range(0, pairs.num_rows, _CHUNK):
        part = pairs.slice(start, _CHUNK)
        lefts, rights = part["left_number"].to_pylist(), part["right_number"].to_pylist()
        scores = cpdist(
            [left[at].key for at in lefts], [others[at].key for at in rights],
            scorer=fuzz.ratio, score_cutoff=similarity_min * 100, dtype=np.float32, workers=1,
        )  # fmt: skip
        for at in np.flatnonzero(scores):
            one, other = left[lefts[at]], others[rights[at]]
            if not one.han and not other.han and one.key != other.key and differences_alike(one, other, difference_min):
                found.append((lefts[at], rights[at], round(float(scores[at]) / 100, 4)))
    return found


def candidate_pairs(run: StageRun, left: Sequence[Named], right: Sequence[Named] | None, most: int) -> pa.Table:
    """Return the pairs of positions that share a block of at most `most` names on each side."""
    sides = [_rows("l", left), _rows("r", left if right is None else right)]
    run.put("name_blocks", pa.concat_tables(sides))
    return run.query(_PAIRS, most=most, two_sided=right is not None)


def differences_alike(left: Named, right: Named, difference_min: float) -> bool:
    """Tell whether the words in which two names differ are themselves alike; numbers and initials never are.

    A whole word more on one side is alike only when it is a word of trade or place.
    """
    ours, theirs = set(left.tokens), set(right.tokens)
    only_left, only_right = sorted(ours - theirs), sorted(theirs - ours)
    if not only_left or not only_right:
        return not set(only_left + only_right) & set(left.informative + right.informative)
    if any(is_number(word) or len(word) < 2 for word in only_left + only_right):
        return "".join(left.tokens) == "".join(right.tokens)
    return fuzz.ratio("".join(only_left), "".join(only_right)) >= difference_min * 100


def _rows(side: str, names: Sequence[Named]) -> pa.Table:
    numbers: list[int] = []
    letters: list[int] = []
    found: list[str] = []
    for number, named in enumerate(names):
        for block in sorted(blocks(named)):
            numbers.append(number)
            letters.append(len(named.key or ""))
            found.append(block)
    return pa.table(
        {
            "side": pa.array([side] * len(numbers), pa.string()),
            "name_number": pa.array(numbers, pa.int64()),
            "letters": pa.array(letters, pa.int64()),
            "block": pa.array(found, pa.string()),
        }
    )
