"""The goods of the invented worlds: real HS codes with our own short words, typical mass of a piece and price of a kilogram."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from enduse.worlds.arrays import NEW_EDITION, Flags, Floats, Ints

MODELS = 16
"""Different model words per good and language."""


@dataclass(frozen=True)
class Goods:
    """Goods as columns; `group` is chpl (on the Common High Priority List), world (on the invented list) or plain."""

    hs_code: tuple[str, ...]
    hs_code_2017: tuple[str, ...]
    en: tuple[str, ...]
    ru: tuple[str, ...]
    zh: tuple[str, ...]
    kg_per_piece: Floats
    usd_per_kg: Floats
    weight: Floats
    group: tuple[str, ...]

    def place(self, hs_code: str) -> int:
        """Return the place of a code; raises KeyError for one that no world trades in."""
        try:
            return self.hs_code.index(hs_code)
        except ValueError as error:
            raise KeyError(hs_code) from error

    def chosen(self, *groups: str) -> Ints:
        """Return the places of the goods of these groups."""
        return np.array([place for place, group in enumerate(self.group) if group in groups], dtype=np.int64)

    @property
    def by_mass(self) -> Flags:
        """Which goods are sold by mass and state no pieces."""
        return np.array([code[:4] in ("6815", "7019", "3907") for code in self.hs_code])

    @property
    def on_list(self) -> Flags:
        """Which goods stand on the world's own goods list: those of the Common High Priority List and a few more."""
        return np.array([group != "plain" for group in self.group])

    def described(self, language: str) -> list[str]:
        """Return MODELS descriptions for each good, in the order of the goods."""
        words: tuple[str, ...] = getattr(self, language)
        label = {"en": "MODEL INV", "ru": "МОДЕЛЬ INV", "zh": "型号INV"}[language]
        text = [word.upper() for word in words]
        return [f"{word}, {label}-{100 + 7 * place + model}" for place, word in enumerate(text) for model in range(MODELS)]

    def codes(self, places: Ints, day: Ints) -> tuple[Ints, list[str]]:
        """Return (places, codes): the six digits in force on each day, places pointing into the codes."""
        return places + np.where(day < NEW_EDITION, len(self.hs_code), 0), [*self.hs_code, *self.hs_code_2017]


@cache
def goods() -> Goods:
    """Return the shipped table of goods."""
    text = (resources.files("enduse.worlds") / "goods.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return Goods(
        tuple(columns["hs_code"]), tuple(columns["hs_code_2017"]), tuple(columns["en"]), tuple(columns["ru"]), tuple(columns["zh"]),
        np.array(columns["kg_per_piece"], dtype=np.float64), np.array(columns["usd_per_kg"], dtype=np.float64),
        np.array(columns["weight"], dtype=np.float64), tuple(columns["group"]),
    )  # fmt: skip
