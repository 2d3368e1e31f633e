"""Which countries a text says goods come from: a denial of one does not answer what is said of another."""

from __future__ import annotations

from collections.abc import Sequence

from enduse.claims.lineage.lexicon import INCLUDES, NATION_OF, NATIONS, goods
from enduse.claims.lineage.scripts import words_of

_BEFORE_OTHERS = frozenset(("to", "for", "in", "into", "against", "at", "on", "of", "with", "near", "inside", "в", "на", "для"))
"""A country behind one of these is where goods go or where something is, not who gives them."""
_BETWEEN = frozenset(("the", "and", "or", "both", "countries", "states", "like", "such", "as", "including", "namely", "mainly"))
_PARTS = frozenset(("components", "parts", "component", "part", "technology", "support", "equipment", "items", "goods", "materials"))


def givers(text: str, kinds: Sequence[str] = ()) -> set[str]:
    """Return the countries that a text says something of these families of goods comes from or is sent by; empty when it names none.

    >>> sorted(givers("Russia relies on drones from countries like North Korea and Iran, and on parts from China", ["drone"]))
    ['ir', 'kp']
    >>> sorted(givers("China is providing drones to Russia")), givers("drones for Russia")
    (['cn'], set())
    """
    words = words_of(text)
    wide = {kind for one in kinds for kind in INCLUDES.get(one, (one,))}
    came: set[str] = set()
    spoken: set[str] = set()
    last: str | None = None
    place = 0
    while place < len(words):
        word = words[place]
        if word == "from":
            place, named = _listed(words, place + 1)
            if named and (not wide or last is None or last in wide):
                came |= named
            last = "?"
            continue
        if goods(word):
            last = goods(word)
        elif word in _PARTS:
            last = "?"
        nation = _nation(words, place)
        if nation and (place == 0 or words[place - 1] not in _BEFORE_OTHERS):
            spoken.add(nation)
        place += 1
    return came or spoken


def _listed(words: Sequence[str], place: int) -> tuple[int, set[str]]:
    """Return where a list of countries that begins here ends, and the countries."""
    named: set[str] = set()
    while place < len(words):
        nation = _nation(words, place)
        if nation:
            named.add(nation)
        elif words[place] not in _BETWEEN and words[place] not in NATIONS:
            break
        place += 1
    return place, named


def _nation(words: Sequence[str], place: int) -> str | None:
    """Return the country that a word means; "states" alone are no country."""
    nation = NATION_OF.get(words[place], "others")
    return None if nation == "others" or (words[place] == "states" and words[place - 1 : place] != ["united"]) else nation
