"""What is compared of names that are not equal: words by sound and meaning, without notes; and the keys under which alike ones meet.

Distinct texts are far fewer than printed names, distinct words fewer still: what costs is done once for each.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple, overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.chinese import segments, simplified
from enduse.entities.known import completed
from enduse.entities.lexicon import meanings
from enduse.entities.names import Named, analyse
from enduse.entities.once import PARTS, key_once
from enduse.entities.printed import trades_in_full
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token, Vocabulary, Words, place_of
from enduse.entities.whereabouts import without_place
from enduse.entities.words_joined import joined
from enduse.store import first_places, numbered, starts_of
from enduse.terms.sounds import is_number, sound_of

_DOUBLED = re.compile(r"(.)\1")
_LONG = 6
"""Words of fewer letters are not cut in halves: halves of short words meet by chance."""
_END = 8
_WORD, _NEIGHBOURS, _HEAD, _TAIL, _WHOLE = (kind << 40 for kind in range(5))
_BESIDE_BRAND = (TRADE, PLACE, NUMBER)
_KIND = {"brand": BRAND, "word": BRAND, "place": PLACE, "trade": TRADE, "number": NUMBER, "body": BODY}
SCHEMA = pa.schema(
    [
        ("line", pa.string()), ("identity", pa.string()), ("letters", pa.string()), ("joined", pa.string()), ("brand", pa.string()),
        ("han", pa.bool_()), ("keys", pa.list_(pa.int64())), ("words", pa.list_(pa.int32())), ("place", pa.string()),
        ("behind", pa.bool_()),
    ]
)  # fmt: skip
_HAN_MARK = "\x02"
_BEHIND = "\x03"
"""In a line: what follows is a place that stands behind the name and is no part of it."""
_MADE_MAX = 500_000
"""So many texts are kept when they were looked at; of more, those that came later are made again, which bounds the memory."""
_NUMBERED = re.compile(r"(?:no|nr|n)(\d+)")
_ORDER = attrgetter("sound", "number")
_NUMBER_MARKS = frozenset({"no", "nr", "number", "nomer"})


@dataclass(slots=True)
class Text:
    """One text: its words in alphabetical order of sound and as printed, and how it sounds either way."""

    tokens: tuple[Token, ...]
    printed: tuple[Token, ...]
    han: bool
    telling: int
    """Letters of the brand; a Chinese character counts for three."""
    behind: bool = False
    """The last printed word is a place behind the name, which says where the company is."""
    numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The numbers of `tokens`: a text is laid beside many others."""

    def __post_init__(self) -> None:
        self.numbers = tuple([one.number for one in self.tokens])

    @property
    def name_alone(self) -> Text:
        """The text without the place behind the name."""
        return _text(self.printed[:-1], self.han) if self.behind else self

    @property
    def letters(self) -> str:
        """What its words say, in alphabetical order."""
        return " ".join(sorted([one.said for one in self.tokens]))

    @property
    def joined(self) -> str:
        """Its words as printed, in one piece."""
        return "".join([one.sound for one in self.printed])

    @property
    def brand(self) -> str:
        """The words of its brand, in the order of sound."""
        return " ".join([one.sound for one in self.tokens if one.kind == BRAND])


def said_in(name: str, named: Named) -> str | None:
    """Return what of a name is compared as one line, without notes and with the place behind it marked as such.

    Null for a name that says nothing but a legal form.
    """
    if named.key is None:
        return None
    text, place = without_place(name)
    text = trades_in_full(text)
    if text != name:
        cut = analyse(text)
        named, place = (cut, place) if cut.key is not None else (named, "")
    line = f"{_HAN_MARK}{named.key}" if named.han else " ".join(joined(named.tokens))
    return f"{line}{_BEHIND}{place}" if place and place not in named.tokens else line


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
            found = _text(self._words.several(words), bool(self._han[at]), bool(self._behind[at]))
            if len(self._made) < _MADE_MAX:
                self._made[at] = found
        return found

    def __iter__(self) -> Iterator[Text]:
        return map(self.__getitem__, range(len(self)))


class TextMaker:
    """Makes texts of lines; words repeat from line to line, so each is read once."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self._vocabulary = vocabulary or Vocabulary()
        self._tokens: dict[str, Token] = {}
        self._segments: dict[tuple[str, str], Token] = {}
        self._parted: dict[str, tuple[Token, ...]] = {}
        self._spelled: dict[bool, dict[int, _Spelled]] = {True: {}, False: {}}
        """Words of texts that are Chinese, or are not, by where they are in memory."""

    def text(self, line: str) -> Text:
        """Return the text of one line."""
        return _text(self._printed(line), line.startswith(_HAN_MARK), _BEHIND in line)

    def row(self, line: str) -> tuple[Any, ...]:
        """Return the row of one line, in the order of SCHEMA."""
        han = line.startswith(_HAN_MARK)
        tokens, known = self._printed(line), self._spelled[han]
        printed = [known.get(id(one)) or self._spell(one, han) for one in tokens]
        behind = _BEHIND in line
        # A name with a place behind it is met by the same name without one: what is alike is the name.
        letters = " ".join(sorted([one.said for one in (printed[:-1] if behind else printed)]))
        joined = "".join([one.order[0] for one in printed])
        identity = " ".join(sorted([one.hexadecimal for one in printed])) + _BEHIND * behind
        words = [one.place for one in printed]
        printed.sort(key=_BY_SOUND)
        brand = " ".join([one.order[0] for one in printed if one.kind == BRAND])
        keys = sorted(_keys(printed, han, letters, joined))
        return line, identity, letters, joined, brand, han, keys, words, place_of(tokens), behind

    def _printed(self, line: str) -> tuple[Token, ...]:
        known = self._tokens
        name, _, behind = line.partition(_BEHIND)
        if not name.startswith(_HAN_MARK):
            return tuple([known.get(one) or self._token(one) for one in line.replace(_BEHIND, " ").split(" ")])
        return (*self._chinese(name), self._token(behind)) if behind else self._chinese(name)

    def _spell(self, one: Token, han: bool) -> _Spelled:
        # Words stand as long as this maker does: nothing else is where they are.
        found = self._spelled[han][id(one)] = _spelled(one, han, self._vocabulary.place(one))
        return found

    def _token(self, token: str) -> Token:
        if token not in self._tokens:
            sound = sound_of(token)
            kind, means = _meaning(token, sound)
            self._tokens[token] = Token(sound, kind, means, _number(token, kind, means))
        return self._tokens[token]

    def _chinese(self, line: str) -> tuple[Token, ...]:
        # Parting characters into words costs ten times what parting a line does.
        if line not in self._parted:
            self._parted[line] = tuple(self._han(line[1:]))
        return self._parted[line]

    def _han(self, key: str) -> list[Token]:
        text = simplified(key)
        found: list[Token] = []
        for one in segments(text):
            part = text[one.start : one.end]
            if one.means:
                found.append(self._known(part, one.means[0].kind, " ".join(meant.meaning for meant in one.means)))
                continue
            pieces = PARTS.findall(part)
            found += [self._token(piece) if piece.isascii() else self._known(piece, "brand", None) for piece in pieces]
        return found

    def _known(self, part: str, kind: str, means: str | None) -> Token:
        found = self._segments.get((part, kind))
        if found is None:
            found = self._segments[part, kind] = Token(part, _KIND[kind], means, _number(part, _KIND[kind], means))
        return found


def _text(printed: tuple[Token, ...], han: bool, behind: bool = False) -> Text:
    telling = sum([len(one.sound) for one in printed if one.kind == BRAND]) * (3 if han else 1)
    return Text(tuple(sorted(printed, key=_ORDER)), printed, han, telling, behind)


def _number(token: str, kind: int, means: str | None) -> int:
    """Return a number for a word that depends on the word alone, whatever other words were seen before it."""
    said = f"{token}\0{kind}\0{means or ''}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "big")


def printed_as(one: Token, letters: Iterable[str]) -> bool:
    """Tell whether a word that means nothing is printed as one of these: J sounds as I does."""
    return any(one.number == _number(token, BRAND, None) for token in letters)


def _meaning(token: str, sound: str) -> tuple[int, str | None]:
    if is_number(token) and len(token) < 7:
        return NUMBER, sound
    if token in _NUMBER_MARKS:
        return BODY, "number"
    if token[0] == "n" and (numbered := _NUMBERED.fullmatch(token)) is not None:
        return NUMBER, numbered[1]
    found = meanings(sound)
    if not found:
        return BRAND, None
    return _KIND[found[0].kind], " ".join(one.meaning for one in found)


class _Spelled(NamedTuple):
    """A word of a text with what rows and keys are made of. A key begun is a number with which `zlib.crc32` goes on."""

    order: tuple[str, int]
    """Its sound and number."""
    kind: int
    place: int
    hexadecimal: str
    said: str
    keys: tuple[int, ...]
    """Of a word of a brand: keys that are its own."""
    beside: tuple[tuple[int, int], ...]
    """Of a word of a brand: kinds of keys with what is said beside it, each with the key begun."""
    before: int
    """The key with the word behind it, begun."""
    behind: bytes
    """What it adds to the key of the word in front."""


_BY_SOUND = attrgetter("order")


def _spelled(one: Token, han: bool, place: int) -> _Spelled:
    sound, said, size = one.sound, one.said, len(one.sound)
    keys: list[int] = []
    cuts: set[int] = set()
    if one.kind == BRAND:
        keys = [_hashed(_WORD, sound), *([_hashed(_WHOLE, _DOUBLED.sub(r"\1", sound))] if han else [])]
        cuts = {2} if han else {size // 2, (size + 1) // 2} if size >= _LONG else set()
    beside = [(kind, _begun(part)) for cut in sorted(cuts) for kind, part in ((_HEAD, sound[:cut]), (_TAIL, sound[-cut:]))]
    return _Spelled(
        (sound, one.number), one.kind, place, f"{one.number:x}", said, tuple(keys), tuple(beside), _begun(said), said.encode()
    )  # fmt: skip


def _begun(text: str) -> int:
    return zlib.crc32(f"{text}\0".encode())


def _keys(words: list[_Spelled], han: bool, letters: str, joined: str) -> set[int]:
    """Return the keys of a text: words of the brand, their halves beside the trade, neighbouring words, both ends of the whole."""
    found = {_hashed(_WHOLE, letters)}
    trade = "/".join(sorted([one.said for one in words if one.kind in _BESIDE_BRAND])).encode()
    for one in words:
        if one.kind == BRAND:
            found.update(one.keys)
            for kind, begun in one.beside:
                found.add(kind | zlib.crc32(trade, begun))
    for before, one in pairwise(words):
        if BRAND in (one.kind, before.kind):
            found.add(_NEIGHBOURS | zlib.crc32(one.behind, before.before))
    if han:
        found.add(_hashed(_WHOLE, key_once(joined)))
    elif len(joined) >= _END:
        found |= {_hashed(_HEAD, joined[:_END]), _hashed(_TAIL, joined[-_END:])}
    return found


def _hashed(kind: int, text: str) -> int:
    """Return a number for a key; two keys of one number only cost a comparison more."""
    return kind | zlib.crc32(text.encode())
