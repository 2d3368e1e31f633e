"""The distinct texts of many names in columns, with the keys under which alike ones meet.

Distinct texts are far fewer than printed names, distinct words fewer still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.known import completed
from enduse.entities.text import Text, TextMaker, text_of
from enduse.entities.vocabulary import Vocabulary, Words
from enduse.store import first_places, numbered, starts_of

SCHEMA = pa.schema(
    [
        ("line", pa.string()), ("identity", pa.string()), ("letters", pa.string()), ("joined", pa.string()), ("brand", pa.string()),
        ("han", pa.bool_()), ("keys", pa.list_(pa.int64())), ("words", pa.list_(pa.int32())), ("place", pa.string()),
        ("behind", pa.bool_()),
    ]
)  # fmt: skip
_MADE_MAX = 500_000
"""So many texts are kept when they were looked at; of more, those that came later are made again, which bounds the memory."""


class TextTable:
    """The distinct texts, in the order of the first name of each, with the keys under which each can be met.

    What a text says depends on its own line alone, never on other names: what was found once holds for good.
    """

    def __init__(self, lines: Sequence[str] | pa.Array = (), known: pa.Table | None = None, words: pa.Table | None = None) -> None:
        """`lines` as `said_in` gives them, each once; `known` and `words` are of an earlier table, and need not be made again."""
        vocabulary = Vocabulary(words)
        asked = lines if isinstance(lines, pa.Array) else pa.array(lines, pa.string())
        made = completed(asked, known if words is not None else None, SCHEMA, TextMaker(vocabulary).row)
        self.rows, self.words = _numbered(made, vocabulary)
        """One row a line, in the order given; and the distinct words."""
        identity = self.rows["identity"].combine_chunks().dictionary_encode()
        self.of_line: NDArray[np.int32] = identity.indices.to_numpy(zero_copy_only=False).astype(np.int32)
        """The text of each line: lines of the same words in another order are one text."""
        self.line: NDArray[np.int64] = first_places(self.of_line)
        """The first line of each text: the one that is compared."""
        self.earlier = self._earlier(known)
        """Of each row of `known` its text; -1 where its line is no more, or is no more the first of its text."""
        first = self.rows.take(pa.array(self.line))
        self.letters, self.joined, self.brand = (first[name].combine_chunks() for name in ("letters", "joined", "brand"))
        keys = first["keys"].combine_chunks()
        self.key_values: NDArray[np.int64] = keys.flatten().to_numpy(zero_copy_only=False)
        self.key_texts: NDArray[np.int32] = np.repeat(np.arange(len(self.line), dtype=np.int32), pc.list_value_length(keys).to_numpy())
        self.lines: list[str] = first["line"].to_pylist()
        self.han: NDArray[np.bool_] = first["han"].combine_chunks().to_numpy(zero_copy_only=False)
        """Which texts are Chinese: asked of all of them, without making them."""
        self.behind: NDArray[np.bool_] = first["behind"].combine_chunks().to_numpy(zero_copy_only=False)
        """Of which texts the last word is a place behind the name."""
        said = first["words"].combine_chunks()
        self.word_of: NDArray[np.int32] = said.flatten().to_numpy(zero_copy_only=False)
        """The words of all texts one behind the other, each as printed; and whose they are."""
        self.word_texts: NDArray[np.int32] = np.repeat(np.arange(len(self.line), dtype=np.int32), pc.list_value_length(said).to_numpy())
        self.places = first["place"].combine_chunks()
        """Where each text says that its company is."""
        self.texts: Sequence[Text] = _Texts(self)

    def __len__(self) -> int:
        return len(self.line)

    @cached_property
    def said(self) -> NDArray[np.int64]:
        """The letters of each text as a number: texts of equal letters say the same."""
        found: NDArray[np.int64] = self.letters.dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int64)
        return found

    def forget_made(self) -> None:
        """Give back the memory of texts that were made to be looked at; they are made again when they are looked at again."""
        self.texts = _Texts(self)

    def _earlier(self, known: pa.Table | None) -> NDArray[np.int64]:
        if known is None or not len(self):
            return np.empty(0, np.int64)
        row = pc.index_in(known["line"].combine_chunks(), value_set=self.rows["line"].combine_chunks())
        first = self.line[self.of_line] == np.arange(len(self.of_line))
        text = np.append(np.where(first, self.of_line, -1), -1).astype(np.int64)
        found: NDArray[np.int64] = text[pc.fill_null(row, -1).to_numpy(zero_copy_only=False)]
        return found


def _numbered(rows: pa.Table, vocabulary: Vocabulary) -> tuple[pa.Table, Words]:
    """Return the rows with their words numbered anew, and these words: those that no text has any more are left out."""
    said = rows["words"].combine_chunks()
    used, place = numbered(said.flatten().to_numpy(zero_copy_only=False))
    again = pa.ListArray.from_arrays(said.offsets, pa.array(place.astype(np.int32)))
    return rows.set_column(SCHEMA.get_field_index("words"), "words", again), vocabulary.words(used)


class _Texts(Sequence[Text]):
    """Texts made when they are looked at."""

    def __init__(self, table: TextTable) -> None:
        # A memory view gives a single number faster than an array does.
        self._words, self._word_of, self._han, self._behind = table.words, table.word_of.data, table.han.data, table.behind.data
        self._starts = starts_of(table.word_texts, len(table)).data
        self._made: dict[int, Text] = {}

    def __len__(self) -> int:
        return len(self._han)

    @overload
    def __getitem__(self, at: int) -> Text: ...
    @overload
    def __getitem__(self, at: slice) -> list[Text]: ...
    def __getitem__(self, at: int | slice) -> Text | list[Text]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        found = self._made.get(at)
        if found is None:
            words = self._word_of[self._starts[at] : self._starts[at + 1]].tolist()
            found = text_of(self._words.several(words), bool(self._han[at]), bool(self._behind[at]))
            if len(self._made) < _MADE_MAX:
                self._made[at] = found
        return found

    def __iter__(self) -> Iterator[Text]:
        return map(self.__getitem__, range(len(self)))
