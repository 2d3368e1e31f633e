"""Who a sentence hands its content to: direct, indirect and mixed quotations, "according to", passives, nouns, participles, nested cues."""

from enduse.claims.reading.attribution import english, russian_chinese
from enduse.claims.reading.attribution.piece import Piece, masked

__all__ = ["Piece", "english", "masked", "russian_chinese"]
