"""What an extracted claim says, typed as a template wants it: only when every part is stated in its words, and means one thing."""

from enduse.claims.typing.typed import Typed, Undecided, typed

__all__ = ["Typed", "Undecided", "typed"]
