"""Who and what invented stories are about: outlets, companies, products, people and places that exist nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from enduse.worlds.words import SYLLABLES

T = TypeVar("T")

OUTLETS: tuple[str, ...] = (
    "The Invented Courier", "Example Observer", "Nowhere Herald", "Sample Daily Wire", "Zubrivel Gazette", "Vymysel Times", "Tamkro Post",
    "Mnimograd Tribune", "Primerovo Dispatch", "Oydan News Agency", "Exampleville Chronicle", "Sampletown Monitor", "Nebylsk Review",
    "Velzun Telegraph", "Krodap Journal", "Pekrim Broadcasting", "Nowhereport Mirror", "Fictional Press Agency",
)  # fmt: skip
PLANTS = ("Aviation Plant", "Electronics", "Instrument", "Aerospace", "Design Bureau", "Motor Works")
TRADERS = ("Trading", "Import and Export", "Technology", "Engine", "Bearing", "Logistics", "Composites")
GOODS: tuple[tuple[str, ...], ...] = (
    ("aircraft engines", "aviation engines", "engines"),
    ("microchips", "chips", "integrated circuits"),
    ("ball bearings", "bearings", "roller bearings"),
    ("optical lenses", "lenses", "glass lenses"),
    ("carbon fibre", "carbon fabric", "fibre"),
    ("navigation antennas", "antennas", "satellite antennas"),
    ("servo motors", "servos", "steering motors"),
    ("thermal cameras", "cameras", "infrared cameras"),
    ("machine tools", "milling machines", "lathes"),
    ("lithium batteries", "batteries", "battery packs"),
)
"""Each with its synonyms, the plainest first."""
FIRST_NAMES = ("Orla", "Imbert", "Tessaly", "Dorin", "Quilla", "Marek", "Ysolde", "Bastian", "Nerida", "Caspar")
TITLES = ("head of", "director of", "a senior analyst at", "spokeswoman for", "deputy head of")
AGENCIES: tuple[str, ...] = (
    "the Invented Sanctions Office", "the Nowhere Security Service", "the Ministry of Invented Trade", "the Example Customs Agency",
    "the Fictional Export Control Board", "the Imagined Defence Ministry",
)  # fmt: skip
INSTITUTES: tuple[str, ...] = (
    "Zubrivel Institute", "Nowhere Trade Observatory", "Example Arms Monitor", "Institute for Invented Commerce", "Sample Supply Watch",
    "Fictional Conflict Archive",
)  # fmt: skip
PLACES = ("Vymyslogorsk", "Primerovo", "Nebylsk", "Mnimograd", "Huanbo", "Xuning", "Mengzhen", "Nizhou", "Mysaltau", "Oydankala")
TRANSIT = ("Kazakhstan", "Turkey", "the United Arab Emirates", "Hong Kong", "Malaysia")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Draw:
    """Choices that follow from a seed."""

    def __init__(self, *seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def of(self, things: Sequence[T]) -> T:
        """Return one of them."""
        return things[int(self.rng.integers(len(things)))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Return `count` different ones, in a drawn order."""
        return [things[int(place)] for place in self.rng.permutation(len(things))[:count]]

    def chance(self, share: float) -> bool:
        """Return true in this share of draws."""
        return bool(self.rng.random() < share)

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return int(self.rng.integers(least, most + 1))


class Namer:
    """Gives out names, each once; or, in a share `again` of cases, one of its companies and products once more."""

    def __init__(self, draw: Draw, again: float = 0.0) -> None:
        self.draw = draw
        self.again = again
        self._taken: set[str] = set()
        self._companies: dict[tuple[str, ...], list[str]] = {}
        self._products: list[str] = []

    def brand(self) -> str:
        """Return a made-up word of three syllables that was not given out before."""
        while True:
            word = "".join(one for one, _ in self.draw.some(SYLLABLES, 3)).capitalize()
            if word not in self._taken:
                self._taken.add(word)
                return word

    def company(self, lines: Sequence[str]) -> str:
        """Return a company: a brand and its line of business."""
        known = self._companies.setdefault(tuple(lines), [])
        if known and self.again and self.draw.chance(self.again):
            return self.draw.of(known)
        known.append(f"{self.brand()} {self.draw.of(lines)}")
        return known[-1]

    def person(self) -> str:
        """Return a first name and a made-up surname."""
        return f"{self.draw.of(FIRST_NAMES)} {self.brand()}"

    def product(self) -> str:
        """Return a drone's designation."""
        if self._products and self.again and self.draw.chance(self.again):
            return self.draw.of(self._products)
        word = self.brand()[:6].rstrip("aeiou").capitalize()
        self._products.append(f"{word}-{self.draw.between(2, 9)}" if self.draw.chance(0.5) else f"{word} {self.draw.between(11, 40) * 10}")
        return self._products[-1]
