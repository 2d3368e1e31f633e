"""A stretch of content with the phrases of who it is handed to; quotation marks hidden, trimmed, or marked as direct speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from enduse.claims.reading.sentences import Quotation

Span = tuple[int, int]
QUOTED = "\x01"
MARKS = '“”"«»„‟「」『』‘’'
_DEEPEST = 4


@dataclass(frozen=True)
class Piece:
    """A stretch of content and who it is handed to: `sources` are spans of phrases, outermost first; empty: nobody is named here."""

    start: int
    end: int
    sources: tuple[Span, ...] = ()
    cue: str = ""
    kind: str = "none"
    """say, believe, evidence, deny, concern, accuse, doubt, no_comment, inference, quote or none."""
    direct: bool = False


@dataclass(frozen=True)
class Stretch:
    """A part of a masked text that is still to be handed out, with the sources found around it, outermost first."""

    text: str
    start: int
    end: int
    sources: tuple[Span, ...] = ()
    depth: int = 0

    @property
    def words(self) -> str:
        """The stretch as printed."""
        return self.text[self.start : self.end]

    def inner(self, start: int, end: int, *sources: Span) -> Stretch:
        """Return a part of the stretch, handed on to further sources."""
        return Stretch(self.text, start, end, (*self.sources, *sources), self.depth + 1)

    def whole(self, cue: str = "", kind: str = "none", *sources: Span) -> Piece:
        """Return the stretch as one piece."""
        return Piece(self.start, self.end, (*self.sources, *sources), cue, kind)

    @property
    def too_deep(self) -> bool:
        """Whether nothing more is looked for inside."""
        return self.depth > _DEEPEST or self.end - self.start < 8


Reader = Callable[[Stretch], list[Piece]]
"""Reads what a rule leaves over."""


def within(found: list[Piece], kind: str, cue: str) -> list[Piece]:
    """Return the pieces of a content with their cue, unless an inner one gave them another."""
    return [replace(one, kind=kind, cue=cue) if one.cue == "" or one.kind == "none" else one for one in found]


def masked(text: str, quotes: Sequence[Quotation], least: int = 24) -> str:
    """Return the text with what stands between quotation marks hidden, so that no cue is found inside one.

    A quotation of up to three words, shorter than `least` letters, is a word in marks and stays.
    """
    parts: list[str] = []
    place = 0
    for one in quotes:
        if one.start < place or (one.end - one.start < least and len(text[one.start : one.end].split()) <= 3):
            continue
        parts += [text[place : one.start], QUOTED * (one.end - one.start)]
        place = one.end
    return "".join((*parts, text[place:]))


def mark_direct(piece: Piece, quotes: Sequence[Quotation]) -> Piece:
    """Return the piece as direct speech when most of it stands between quotation marks."""
    for one in quotes:
        overlap = min(piece.end, one.end) - max(piece.start, one.start)
        if overlap > 0 and overlap >= 0.6 * (piece.end - piece.start):
            return replace(piece, direct=True, kind="quote" if piece.kind == "none" else piece.kind)
    return piece


def trim(text: str, piece: Piece) -> Piece:
    """Return the piece without blanks, commas and quotation marks at its ends."""
    start, end = piece.start, piece.end
    while start < end and (text[start].isspace() or text[start] in ",;:–—" or text[start] in MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—" or text[end - 1] in MARKS):
        end -= 1
    # A scare quote at either end stays whole: its mark was not the quotation's.
    if start > piece.start and text[start - 1] in MARKS and any(one in text[start:end] for one in '”"»') and not piece.direct:
        start -= 1
    if end < piece.end and text[end] in MARKS and any(one in text[start:end] for one in '“"«') and not piece.direct:
        end += 1
    return replace(piece, start=start, end=end)
