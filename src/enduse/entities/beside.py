"""What clusters state beside their names: telephones, domains, addresses, doubtful numbers, and what each of them weighs."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.contacts import COMMON, FEW
from enduse.entities.fingerprints import mixed, prints_of, summed
from enduse.entities.known import Known
from enduse.entities.mentions import Mentions
from enduse.entities.postings import expand
from enduse.entities.relating import relate, unlike
from enduse.entities.remembered import earlier_pairs, rows_of_pairs
from enduse.entities.stated import Printing
from enduse.entities.text import Text
from enduse.entities.texts import TextTable
from enduse.entities.values import NONE
from enduse.store import distinct, first_places, numbered, starts_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
COMMON_WEIGHT = 0.5
"""Of the weight of a telephone, domain, address or number that more than a few names share."""
_RELATIONS = "relations beside"
_STEP = np.uint64(0x9E3779B97F4A7C15)
_UNLIKE = pa.schema([("texts", pa.binary()), ("count", pa.int64())])


def distinct_pairs(first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """Return the distinct pairs, sorted."""
    if not len(first):
        return first, second
    width = int(second.max()) + 1
    codes = distinct(first * width + second)
    return codes // width, codes % width


def each_pair(starts_left: Ints, counts_left: Ints, starts_right: Ints, counts_right: Ints) -> tuple[Ints, Ints, Ints]:
    """Return for each pair of runs every pair of places in them, and the number of the pair of runs."""
    sizes = counts_left * counts_right
    owner = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = counts_right[owner]
    return starts_left[owner] + within // width, starts_right[owner] + within % width, owner


def bits_of(values: NDArray[np.int32], cluster: Ints, size: int) -> list[NDArray[np.uint64]]:
    """Return which values each cluster states as bits, 64 values a word; negative values are none."""
    words = [np.zeros(size, np.uint64) for _ in range(0, int(values.max(initial=0)) + 1, 64)]
    for number, word in enumerate(words):
        chosen = (values >= number * 64) & (values < number * 64 + 64)
        np.bitwise_or.at(word, cluster[chosen], np.uint64(1) << (values[chosen] - number * 64).astype(np.uint64))
    return words


def numbers_of(words: list[NDArray[np.uint64]]) -> list[int]:
    """Return the bits of each cluster as one number."""
    first: list[int] = words[0].tolist()
    for number, word in enumerate(words[1:], 1):
        first = [one | more << number * 64 for one, more in zip(first, word.tolist(), strict=True)]
    return first


def stated_values(mentions: Mentions, cluster: Ints) -> dict[str, tuple[Ints, Ints, Floats]]:
    """Return of each of BESIDE (value, cluster) and the weight of the value by its number: 1, less when common, 0 when generic."""
    brands = mentions.named.texts.brand.dictionary_encode().indices.to_numpy(zero_copy_only=False)
    of_text = np.append(brands.astype(np.int64), NONE)
    brand = of_text[mentions.named.text[mentions.names.of]]
    first = first_places(of_text[:-1])
    site = mentions.site.astype(np.int64)
    rows: dict[str, tuple[Ints, Ints]] = {
        "telephone": _spread(mentions, *_listed(mentions.contacts["phones"])),
        "domain": _spread(mentions, *_listed(mentions.contacts["domains"])),
        "address": _spread(mentions, site[site != NONE], np.flatnonzero(site != NONE)),
        "doubtful": _doubtful(mentions),
    }
    found: dict[str, tuple[Ints, Ints, Floats]] = {}
    counted = _Counted(mentions.named.texts, mentions.known)
    for name, (value, row_of) in rows.items():
        size = int(value.max()) + 1 if len(value) else 0
        borne = _borne(value, brand[row_of], size, mentions.named.texts, first, counted)
        weight = np.where(borne > COMMON, 0.0, np.where(borne > FEW, COMMON_WEIGHT, 1.0))
        found[name] = (*distinct_pairs(value, cluster[row_of]), weight)
    counted.keep()
    return found


def _listed(lists: pa.ChunkedArray) -> tuple[Ints, Ints]:
    """Return (number of the value, position of the list) for every value in a column of lists."""
    whole = lists.combine_chunks()
    numbers = whole.flatten().dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return numbers, pc.list_parent_indices(whole).to_numpy().astype(np.int64)


def _spread(mentions: Mentions, values: Ints, addresses: Ints) -> tuple[Ints, Ints]:
    """Return (value, row of a mention) for what distinct addresses say; `addresses` ascends."""
    of = mentions.address.of
    rows = np.flatnonzero(of != NONE)
    counts = np.bincount(addresses, minlength=len(mentions.address))
    starts = np.cumsum(counts) - counts
    at, owner = expand(starts[of[rows]], counts[of[rows]])
    return values[at], rows[owner]


def _doubtful(mentions: Mentions) -> tuple[Ints, Ints]:
    """Return (number of a printed number that does not merge, row of a mention)."""
    printing = Printing(mentions.said.doubtful, mentions.said_of)
    return printing.key, printing.row


def _borne(value: Ints, brand: Ints, size: int, table: TextTable, first: Ints, known: _Counted) -> Ints:
    """Return beside how many brands each value stands: whether more than FEW, than COMMON; alike brands count once, mistypes are none."""
    stated, of = distinct_pairs(value, brand + 1)
    borne = np.bincount(stated, minlength=size)
    several = (borne > FEW)[stated] & (of > 0)
    stated, texts = stated[several], first[of[several] - 1]
    starts = starts_of(stated, size)
    asked, place = numbered(texts)
    # Of texts that have the same letters the first one leads: their order counts as well.
    rank = np.arange(len(stated)) - starts[stated]
    halves = prints_of((table.lines[at] for at in asked.tolist()), 2).T
    sums = [summed(mixed(half[place] + rank.astype(np.uint64) * _STEP), stated, size) for half in halves]
    for one in np.flatnonzero(borne > FEW).tolist():
        said = b"".join(int(found[one]).to_bytes(8, "big") for found in sums)
        borne[one] = known.unlike(said, texts[starts[one] : starts[one + 1]].tolist())
    return borne


class _Counted:
    """How many of several texts are unlike each other: known from an earlier run where the texts are the same.

    Where one more stands among them, it is known of each two of the others how they relate.
    """

    def __init__(self, table: TextTable, known: Known) -> None:
        rows = known.get("unlike")
        self._had: dict[bytes, int] = {} if rows is None else dict(zip(*(rows[name].to_pylist() for name in _UNLIKE.names), strict=True))
        self._now: dict[bytes, int] = {}
        self._table, self._known = table, known
        codes, kinds = earlier_pairs(table, known.get(_RELATIONS), False)
        self._kinds: dict[int, int] = dict(zip(codes.tolist(), kinds.tolist(), strict=True))

    def unlike(self, said: bytes, texts: list[int]) -> int:
        """Return a number that exceeds FEW and COMMON where that of the unlike texts does; `said` is a number made of their lines."""
        found = self._had.get(said)
        self._now[said] = self._counted(texts) if found is None else found
        return self._now[said]

    def _counted(self, texts: list[int]) -> int:
        made = [self._table.texts[at] for at in texts]
        place = {id(one): at for one, at in zip(made, texts, strict=True)}
        width, kinds = len(self._table) + 1, self._kinds

        def related(one: Text, other: Text) -> int:
            code = place[id(one)] * width + place[id(other)]
            found = kinds.get(code)
            if found is None:
                found = kinds[code] = relate(one, other)
            return found

        return unlike(made, (FEW, COMMON), related)

    def keep(self) -> None:
        """Keep what was counted for the next run, and how any two relate that still stand."""
        self._known.put("unlike", pa.table({"texts": list(self._now), "count": list(self._now.values())}, _UNLIKE))
        codes, kinds = np.array(list(self._kinds), np.int64), np.array(list(self._kinds.values()), np.int8)
        self._known.put(_RELATIONS, rows_of_pairs(self._table, codes, kinds))
