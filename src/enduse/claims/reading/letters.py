"""Letters of Latin names with their accents, as classes for patterns."""

from __future__ import annotations

UPPER = "A-Z" + "".join(chr(code) for code in range(0x00C0, 0x0250) if chr(code).isupper())
LOWER = "a-z" + "".join(chr(code) for code in range(0x00C0, 0x0250) if chr(code).islower())
CAP = rf"[{UPPER}][\w’'&-]{{0,48}}"
"""A word with a capital letter, as names are printed."""
NAME = rf"{CAP}(?:(?: (?:of|and|de|del|di|von|van|der|den|al|bin|the|&))? {CAP}){{0,5}}"
"""Capital words in a row, with the small words that join them."""
