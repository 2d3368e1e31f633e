"""Names that a form's field cut off, and the longer names that begin so: a question, for who knows what stood behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from enduse.terms.cut_forms import FIELD_MIN
from enduse.terms.legal_forms import without_forms

_FIELDS = (30, 35, 40, 50, 60, 64, 70, 80, 100)
_ENDS = pa.array(sorted({size - less for size in _FIELDS for less in (0, 1)}), pa.int32())
"""Characters of a name that fills a field: one fewer where it was cut off behind a space."""
_WORDS_MIN, _MOST = 3, 20
"""Words from which a beginning says something, and names that begin alike from which it says nothing."""
_TAIL_MAX = 2
_COUNTS = re.compile(r"[ivxlcdm]+|\d+")
"""Fund XII is not Fund XIII cut off, nor Plant 1 Plant 12; Plant C may be Plant Co."""


def cut_names(names: pa.Array) -> Iterator[tuple[int, int]]:
    """Yield (name, longer name that begins so), as positions in `names`, of names that fill a field of a usual size.

    Signs and spaces count as one space, upper and lower case alike. A name that ends in a number is yielded with no longer number. A short
    word behind a legal form may begin an address: such a name is yielded with the name in front of that word.

    >>> longer = "Invented Kestrel Instrument Works Company"
    >>> list(cut_names(pa.array([longer, longer[:35], longer[:20]])))
    [(1, 0)]
    """
    long = pc.indices_nonzero(pc.greater_equal(pc.utf8_length(names), FIELD_MIN))
    said = pc.utf8_trim_whitespace(pc.replace_substring_regex(pc.utf8_lower(names.take(long)), r"[^\pL\pN]+", " "))
    order = pc.sort_indices(said)
    texts: list[str] = said.take(order).to_pylist()
    place: list[int] = long.take(order).to_pylist()
    filling = pc.is_in(pc.utf8_length(pc.utf8_trim_whitespace(names.take(long))), value_set=_ENDS)
    for at in pc.indices_nonzero(filling.take(order)).to_pylist():
        words = texts[at].split(" ")
        if len(words) < _WORDS_MIN:
            continue
        begin = end = bisect_left(texts, texts[at])
        while end < len(texts) and end - begin <= _MOST and texts[end].startswith(texts[at]):
            end += 1
        if end - begin <= _MOST:
            for other in range(begin, end):
                begun = texts[other].split(" ")[len(words) - 1]
                if texts[other] != texts[at] and (_is_form(begun) or not _COUNTS.fullmatch(words[-1])):
                    yield place[at], place[other]
        if len(words[-1]) <= _TAIL_MAX and words[-1].isalpha() and _is_form(words[-2]):
            front = " ".join(words[:-1])
            other = bisect_left(texts, front)
            if other < len(texts) and texts[other] == front:
                yield place[at], place[other]


@lru_cache(maxsize=10_000)
def _is_form(word: str) -> bool:
    return not without_forms([word]).tokens
