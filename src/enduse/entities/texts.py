"""What is compared of names that are not equal: words by sound and meaning, without notes; and the keys under which alike ones meet.

Distinct texts are far fewer than printed names, distinct words fewer still: what costs is done once for each.
"""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass

from enduse.entities.chinese import segments, simplified
from enduse.entities.lexicon import meanings
from enduse.entities.names import Named, analyse
from enduse.entities.once import key_once
from enduse.terms.sounds import is_number, sound_of

# What clerks write behind a name: on behalf of whom, to whose attention, a telephone, a tax number, which office.
_NOTES = re.compile(
    r"(?:^|[\s,;(])(?:\(?(?:O/B|A/C|C/O|ON\s+BEHALF\s+OF|AS\s+AGENTS?\b|ATTN\b|ATTENTION\b|TEL\b\W*\d|TEL:|PHONE\b|FAX\b|INN\W*\d|ИНН\W*\d"
    r"|HEAD\s+OFFICE)).*$",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = re.compile(r"[a-z]+|\d+|[^a-z\d\s]+")
_DOUBLED = re.compile(r"(.)\1")
_LONG = 6
"""Words of fewer letters are not cut in halves: halves of short words meet by chance."""
_END = 8
_WORD, _NEIGHBOURS, _HEAD, _TAIL, _WHOLE = (kind << 40 for kind in range(5))
BRAND, PLACE, TRADE, NUMBER, BODY = range(5)
_BESIDE_BRAND = (TRADE, PLACE, NUMBER)
_KIND = {"brand": BRAND, "word": BRAND, "place": PLACE, "trade": TRADE, "number": NUMBER, "body": BODY}
_NUMBERED = re.compile(r"(?:no|nr|n)(\d+)")
_NUMBER_MARKS = frozenset({"no", "nr", "number", "nomer"})


@dataclass(slots=True)
class Token:
    """One word: its sound, its kind, what it means (null: the lexicon does not know it), its number among words."""

    sound: str
    kind: int
    means: str | None
    number: int

    @property
    def said(self) -> str:
        """What it means, else how it sounds."""
        return self.means or self.sound


@dataclass(slots=True)
class Text:
    """One text: its words in alphabetical order of sound and as printed, and how it sounds either way."""

    tokens: tuple[Token, ...]
    printed: tuple[Token, ...]
    letters: str
    joined: str
    han: bool
    telling: int
    """Letters of the brand; a Chinese character counts for three."""
    brand: str


class TextTable:
    """The distinct texts, in the order in which they were added, with the keys under which each can be met."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.key_values = array("q")
        self.key_texts = array("i")
        self._number: dict[tuple[int, ...], int] = {}
        self._tokens: dict[str, Token] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, name: str, named: Named) -> int:
        """Return the number of the name's text; NONE (-1) for a name that says nothing but a legal form."""
        if named.key is None:
            return -1
        note = _NOTES.search(name)
        if note and note.start() > 2:
            cut = analyse(name[: note.start()])
            named = cut if cut.key is not None else named
        if named.han:
            printed = self._han(named.key or "")
        else:
            known = self._tokens
            printed = [known.get(token) or self._token(token) for token in named.tokens]
        identity = tuple(sorted([one.number for one in printed]))
        found = self._number.get(identity)
        if found is None:
            found = self._number[identity] = len(self.texts)
            tokens = tuple(sorted(printed, key=lambda one: (one.sound, one.number)))
            brand = [one.sound for one in tokens if one.kind == BRAND]
            telling = sum(map(len, brand)) * (3 if named.han else 1)
            letters, joined = " ".join(sorted(one.said for one in tokens)), "".join(one.sound for one in printed)
            self.texts.append(Text(tokens, tuple(printed), letters, joined, named.han, telling, " ".join(brand)))
            for key in sorted(_keys(self.texts[-1])):
                self.key_values.append(key)
                self.key_texts.append(found)
        return found

    def _token(self, token: str) -> Token:
        if token not in self._tokens:
            sound = sound_of(token)
            self._tokens[token] = Token(sound, *_meaning(token, sound), len(self._tokens))
        return self._tokens[token]

    def _han(self, key: str) -> list[Token]:
        text = simplified(key)
        found: list[Token] = []
        for one in segments(text):
            part = text[one.start : one.end]
            if one.means:
                found.append(self._known(part, one.means[0].kind, " ".join(meant.meaning for meant in one.means)))
                continue
            pieces = _PARTS.findall(part)
            found += [self._token(piece) if piece.isascii() else self._known(piece, "brand", None) for piece in pieces]
        return found

    def _known(self, part: str, kind: str, means: str | None) -> Token:
        found = self._tokens.get(part)
        if found is None:
            found = self._tokens[part] = Token(part, _KIND[kind], means, len(self._tokens))
        return found


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


def _keys(text: Text) -> set[int]:
    """Return the keys of a text: words of the brand, their halves beside the trade, neighbouring words, both ends of the whole."""
    found: set[int] = set()
    trade = "/".join(sorted([one.means or one.sound for one in text.tokens if one.kind in _BESIDE_BRAND]))
    before: Token | None = None
    for one in text.tokens:
        if before is not None and BRAND in (one.kind, before.kind):
            found.add(_hashed(_NEIGHBOURS, f"{before.means or before.sound}\0{one.means or one.sound}"))
        before = one
        if one.kind != BRAND:
            continue
        sound = one.sound
        found.add(_hashed(_WORD, sound))
        size = len(sound)
        if text.han:
            found |= {_hashed(_HEAD, f"{sound[:2]}\0{trade}"), _hashed(_TAIL, f"{sound[-2:]}\0{trade}")}
            found.add(_hashed(_WHOLE, _DOUBLED.sub(r"\1", sound)))
        elif size >= _LONG:
            for half in {size // 2, (size + 1) // 2}:
                found |= {_hashed(_HEAD, f"{sound[:half]}\0{trade}"), _hashed(_TAIL, f"{sound[-half:]}\0{trade}")}
    if not text.han and len(text.joined) >= _END:
        found |= {_hashed(_HEAD, text.joined[:_END]), _hashed(_TAIL, text.joined[-_END:])}
    found.add(_hashed(_WHOLE, text.letters))
    if text.han:
        found.add(_hashed(_WHOLE, key_once(text.joined)))
    return found


def _hashed(kind: int, text: str) -> int:
    """Return a number for a key; two keys of one number only cost a comparison more."""
    return kind | zlib.crc32(text.encode())
