"""Whether the place behind a name is where the company of the same name without it says that it is: by country, or by address."""

from __future__ import annotations

from functools import cache

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from enduse.entities.mentions import Mentions
from enduse.entities.relation import Relation
from enduse.entities.values import NONE
from enduse.entities.whereabouts import cities_in
from enduse.store import ordered, starts_of
from enduse.terms.territories import country_code, country_named, is_country

Ints = NDArray[np.int64]
_KEPT = "countries of places"
_PLACES = pa.schema([("place", pa.string()), ("country", pa.string())])


def settle_places(mentions: Mentions, cluster: Ints, left: Ints, right: Ints, relation: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the relation of each pair of clusters; of those that a place parts, SAME where it is the other's own, CONFLICT where not.

    What is not stated leaves the pair a question. `cluster` is that of each mention.
    """
    asked = np.flatnonzero(relation == Relation.PLACED)
    found = relation.copy()
    if len(asked):
        stating = _Stating(mentions, cluster)
        for at, one, other in zip(asked.tolist(), left[asked].tolist(), right[asked].tolist(), strict=True):
            found[at] = stating.relation(one, other)
        stating.keep()
    return found


class _Stating:
    """What each cluster says of where it is; looked up once."""

    def __init__(self, mentions: Mentions, cluster: Ints) -> None:
        self._mentions = mentions
        rows = mentions.known.get(_KEPT)
        kept = [] if rows is None else [rows[name].to_pylist() for name in _PLACES.names]
        self._had: dict[str, str | None] = dict(zip(*kept, strict=True))
        self._met: dict[str, str | None] = {}
        self._order = ordered(cluster)
        self._starts = starts_of(cluster, int(cluster.max()) + 1)
        self.printed, self.countries, self.cities = cache(self._printed), cache(self._countries), cache(self._cities)

    def relation(self, one: int, other: int) -> Relation:
        """Return how two clusters of one name relate that differ by the places behind it."""
        ours, theirs = self.printed(one), self.printed(other)
        said = [self._agrees(place, other) for place in ours - theirs] + [self._agrees(place, one) for place in theirs - ours]
        if False in said:
            return Relation.CONFLICT
        return Relation.PLACED if None in said or not said else Relation.SAME

    def _agrees(self, place: str, other: int) -> bool | None:
        """Tell whether a place is where another cluster is; null where that one does not say."""
        countries, country = self.countries(other), self._country(place)
        if country is not None and countries and country not in countries:
            return False
        if is_country(place):
            return True if countries else None
        cities = self.cities(other)
        if not cities:
            return None
        return place in cities if len(cities) == 1 or place not in cities else None

    def _country(self, place: str) -> str | None:
        """The country that a place is, by its code; null where it is none. To see that opens a book of two seconds: it is kept."""
        if place not in self._met:
            self._met[place] = self._had[place] if place in self._had else country_named(place) or country_code(place)
        return self._met[place]

    def keep(self) -> None:
        """Keep for the next run which countries the places are."""
        self._mentions.known.put(_KEPT, pa.table([list(self._met), list(self._met.values())], _PLACES))

    def _rows(self, one: int) -> list[int]:
        rows: list[int] = self._order[self._starts[one] : self._starts[one + 1]].tolist()
        return rows

    def _printed(self, one: int) -> frozenset[str]:
        """The places behind the names of a cluster, as the lexicon knows them."""
        named = self._mentions.named
        texts = {int(named.text[self._mentions.names.of[row]]) for row in self._rows(one)} - {NONE}
        last = [named.texts.texts[text].printed[-1] for text in texts if named.texts.behind[text]]
        return frozenset(word.means or word.sound for word in last)

    def _countries(self, one: int) -> frozenset[str]:
        """The countries that a cluster states."""
        return frozenset(country for row in self._rows(one) if (country := self._mentions.country[row]))

    def _cities(self, one: int) -> frozenset[str]:
        """The cities that the addresses of a cluster name."""
        return frozenset().union(*map(cities_in, {address for row in self._rows(one) if (address := self._mentions.address[row])}))
