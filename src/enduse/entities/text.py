"""What is compared of a name that equals no other: its words by sound and meaning, without notes.

What costs is done once for each word: a text depends on its own line alone, never on other names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from enduse.entities.chinese import segments, simplified
from enduse.entities.meaning import meanings
from enduse.entities.names import Named, analyse
from enduse.entities.once import PARTS
from enduse.entities.printed import trades_in_full
from enduse.entities.text_keys import BY_SOUND, Spelled, keys_of, spelled
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token, Vocabulary, place_of
from enduse.entities.whereabouts import without_place
from enduse.entities.word_order import fixed
from enduse.entities.words_joined import joined
from enduse.terms.sounds import is_number, sound_of

_KIND = {"brand": BRAND, "word": BRAND, "place": PLACE, "trade": TRADE, "number": NUMBER, "body": BODY}
_HAN_MARK = "\x02"
_BEHIND = "\x03"
"""In a line: what follows is a place that stands behind the name and is no part of it."""
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
        return text_of(self.printed[:-1], self.han) if self.behind else self

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


def fixed_words(printed: Sequence[Token]) -> list[Token]:
    """Return the words of a text, not a Chinese one, that stand in their order."""
    return [printed[at] for at in fixed([one.sound for one in printed], [one.kind == NUMBER for one in printed])]


class TextMaker:
    """Makes texts of lines; words repeat from line to line, so each is read once."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self._vocabulary = vocabulary or Vocabulary()
        self._tokens: dict[str, Token] = {}
        self._segments: dict[tuple[str, str], Token] = {}
        self._parted: dict[str, tuple[Token, ...]] = {}
        self._spelled: dict[bool, dict[int, Spelled]] = {True: {}, False: {}}
        """Words of texts that are Chinese, or are not, by where they are in memory."""

    def text(self, line: str) -> Text:
        """Return the text of one line."""
        return text_of(self._printed(line), line.startswith(_HAN_MARK), _BEHIND in line)

    def row(self, line: str) -> tuple[Any, ...]:
        """Return the row of one line, in the order of `texts.SCHEMA`."""
        han = line.startswith(_HAN_MARK)
        tokens, known = self._printed(line), self._spelled[han]
        printed = [known.get(id(one)) or self._spell(one, han) for one in tokens]
        behind = _BEHIND in line
        # A name with a place behind it is met by the same name without one: what is alike is the name.
        letters = " ".join(sorted([one.said for one in (printed[:-1] if behind else printed)]))
        joined = "".join([one.order[0] for one in printed])
        # Lines of the same words in another order are one text, but for those that stand in their order.
        told = [] if han else [known[id(one)].hexadecimal for one in fixed_words(tokens)]
        identity = " ".join([*sorted([one.hexadecimal for one in printed]), *told]) + _BEHIND * behind
        words = [one.place for one in printed]
        printed.sort(key=BY_SOUND)
        brand = " ".join([one.order[0] for one in printed if one.kind == BRAND])
        keys = sorted(keys_of(printed, han, letters, joined))
        return line, identity, letters, joined, brand, han, keys, words, place_of(tokens), behind

    def _printed(self, line: str) -> tuple[Token, ...]:
        known = self._tokens
        name, _, behind = line.partition(_BEHIND)
        if not name.startswith(_HAN_MARK):
            return tuple([known.get(one) or self._token(one) for one in line.replace(_BEHIND, " ").split(" ")])
        return (*self._chinese(name), self._token(behind)) if behind else self._chinese(name)

    def _spell(self, one: Token, han: bool) -> Spelled:
        # Words stand as long as this maker does: nothing else is where they are.
        found = self._spelled[han][id(one)] = spelled(one, han, self._vocabulary.place(one))
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


def text_of(printed: tuple[Token, ...], han: bool, behind: bool = False) -> Text:
    """Return the text of words as printed; `behind` where the last one is a place behind the name."""
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
