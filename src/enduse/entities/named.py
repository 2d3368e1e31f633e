"""Every distinct printed name analysed once, in columns: the key that merges, and what the rules of merging ask of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.known import Known, completed
from enduse.entities.names import KINDS_OF_BODY, Named, analyse
from enduse.entities.related import Related
from enduse.entities.text import said_in
from enduse.entities.texts import TextTable
from enduse.entities.whereabouts import without_place
from enduse.store import first_places

_KEPT = 100_000
_BITS: list[frozenset[int]] = [frozenset(bit for bit in range(8) if bits >> bit & 1) for bits in range(256)]
_BIT = {kind: 1 << at for at, kind in enumerate(sorted(KINDS_OF_BODY))}
_SCHEMA = pa.schema(
    [
        ("name", pa.string()), ("key", pa.string()), ("tokens", pa.string()), ("classes", pa.string()), ("han", pa.bool_()),
        ("national", pa.string()), ("inner", pa.string()), ("line", pa.string()), ("generic", pa.bool_()), ("one_word", pa.bool_()),
        ("bodies", pa.uint8()),
    ]
)  # fmt: skip
NO_KEY = "\0"
"""Before the letters of a name that is nothing but a legal form or signs, which has no key."""


class NameTable:
    """What each distinct name says. Numbers of keys and texts follow the order of names, which is alphabetical.

    `names` and `texts` known from an earlier run are taken, not analysed again.
    """

    def __init__(self, names: pa.Array, known: Known | None = None, earlier: NDArray[np.int64] | None = None) -> None:
        """`earlier` tells which row each name has among the known names, -1 for none; without it that is looked up."""
        had = known or Known()
        rows = completed(names, had.get("names"), _SCHEMA, _Analyst().row, earlier)
        had.put("names", rows)
        self.rows = rows
        """One row a name, in the order given."""
        keys = rows["key"].combine_chunks().dictionary_encode()
        self.key: NDArray[np.int32] = keys.indices.to_numpy(zero_copy_only=False)
        self.keys: list[str] = keys.dictionary.to_pylist()
        """Normalised names; a name that is nothing but a legal form or signs stands as its letters behind a null character."""
        lines = rows["line"].combine_chunks().dictionary_encode()
        self.texts = TextTable(lines.dictionary, had.get("texts"), had.get("words"))
        self.related = Related(self.texts, had)
        had.put("texts", self.texts.rows)
        had.put("words", self.texts.words.rows)
        of_line = np.append(self.texts.of_line, np.int32(-1))
        self.text: NDArray[np.int32] = of_line[pc.fill_null(lines.indices, -1).to_numpy(zero_copy_only=False)]
        """What is compared when names are not equal, a position in `texts`."""
        told = np.flatnonzero(self.text >= 0)
        self.first_of_text: NDArray[np.int64] = told[first_places(self.text[told])]
        """By text: the first name in the alphabet that says it."""
        self.bodies: NDArray[np.uint8] = rows["bodies"].to_numpy()
        """Kinds of body as bits: two names without a bit in common, both with some, are two kinds."""
        national = rows["national"].combine_chunks().dictionary_encode()
        self._nationals: list[frozenset[str]] = [frozenset(), *(frozenset(one.split(" ")) for one in national.dictionary.to_pylist())]
        self.national = np.where(
            rows["national"].to_numpy() == "", 0, national.indices.to_numpy(zero_copy_only=False).astype(np.int16) + 1
        ).astype(np.int16)
        stated = pc.indices_nonzero(rows["inner"].is_valid())
        self.inner: dict[int, str] = dict(zip(stated.to_pylist(), rows["inner"].take(stated).to_pylist(), strict=True))
        """Key of a second name in brackets, for names that have one."""
        first = first_places(self.key)
        self.generic: NDArray[np.bool_] = rows["generic"].to_numpy()[first]
        """By key: nothing in the name tells one company from another."""
        self.one_word: NDArray[np.bool_] = rows["one_word"].to_numpy()[first]
        """By key: one word, or none, tells the company apart."""
        self._columns = [rows[name].combine_chunks() for name in _SCHEMA.names[1:7]]
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def forget_texts(self) -> None:
        """Give back the memory of the texts; what is known of keys stays."""
        self.related.keep()
        self.texts = TextTable()
        self.related = Related(self.texts, Known())

    def kinds_of_body(self, at: int) -> frozenset[int]:
        """Return the kinds of body in a name, as bits."""
        return _BITS[int(self.bodies[at])]

    def national_forms(self, at: int) -> frozenset[str]:
        """Return the national legal forms in a name."""
        return self._nationals[int(self.national[at])]

    def _of(self, at: int) -> Named:
        """Return the analysis of one name."""
        key, tokens, classes, han, national, inner = [column[at].as_py() for column in self._columns]
        split = [frozenset(one.split(" ")) if one else frozenset() for one in (classes, national)]
        return Named(
            None if key.startswith(NO_KEY) else key, tuple(tokens.split(" ")) if tokens else (), split[0], han, split[1], inner
        )  # fmt: skip


class _Analyst:
    """Analyses names for the table."""

    def __init__(self) -> None:
        self._folded: dict[str, tuple[Any, ...]] = {}

    def row(self, name: str) -> tuple[Any, ...]:
        """Return the row of one name, in the order of the schema."""
        if not name.isascii():
            return name, *_said(name)
        # In plain letters upper and lower case say the same: what one has said the other need not.
        folded = name.casefold()
        if folded not in self._folded:
            self._folded[folded] = _said(name)
        return name, *self._folded[folded]


def _said(name: str) -> tuple[Any, ...]:
    named = analyse(name)
    text, place = without_place(name)
    if text != name and not place and (alone := analyse(text)).key is not None and named.inner is None:
        # A number of the line or a role in front makes no other name.
        named = alone
    informative = named.informative
    return (
        named.key or NO_KEY + "".join(filter(str.isalnum, name.casefold())), " ".join(named.tokens), _joined(named.classes),
        named.han, _joined(named.national), named.inner, said_in(name, named), named.generic,
        len(informative) <= 1 and not named.han, _bodies(named.classes),
    )  # fmt: skip


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words)) if words else ""


@lru_cache(maxsize=1000)
def _bodies(classes: frozenset[str]) -> int:
    return sum(_BIT[kind] for kind in classes & KINDS_OF_BODY)
