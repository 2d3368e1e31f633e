"""Whether an authority as an article names it is the authority of a list: by its words, and by common short names."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W_]+")
# What articles call an authority -> words that must all stand in the list's authority or id.
_SHORT: dict[str, tuple[str, ...]] = {
    "us": ("us",), "usa": ("us",), "united states": ("us",), "america": ("us",), "washington": ("us",),
    "us treasury": ("us", "ofac"), "treasury": ("us", "ofac"), "us department of the treasury": ("us", "ofac"),
    "us commerce department": ("us", "bis"), "us department of commerce": ("us", "bis"),
    "eu": ("eu",), "european union": ("eu",), "brussels": ("eu",),
    "uk": ("uk",), "united kingdom": ("uk",), "britain": ("uk",), "great britain": ("uk",),
    "un": ("un",), "united nations": ("un",), "japan": ("jp",), "tokyo": ("jp",),
}  # fmt: skip


def is_authority(claimed: str, authority: str | None, list_id: str) -> bool:
    """Tell whether a list of `authority` answers to the authority a claim names.

    >>> is_authority("the EU", "Council of the European Union", "eu_833_2014_annex_iv")
    True
    >>> is_authority("OFAC", "US Treasury, OFAC", "us_ofac_sdn"), is_authority("OFAC", "US Commerce, BIS", "us_bis_entity_list")
    (True, False)
    """
    words = _words(claimed)
    own = {*_words(authority or ""), *_words(list_id)}
    wanted = _SHORT.get(" ".join(words), tuple(words))
    return bool(wanted) and set(wanted) <= own


def _words(text: str) -> list[str]:
    folded = text.casefold().replace("u.s.", "us").replace("u.k.", "uk").replace("u.n.", "un")
    words = _WORDS.findall(folded.replace("_", " "))
    return [word for word in words if word != "the"] or words
