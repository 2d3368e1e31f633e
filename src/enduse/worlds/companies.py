"""Invented companies: a brand of made-up parts, a line of business, valid invented numbers, and the dirty ways they get printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from enduse.worlds import identifiers
from enduse.worlds.arrays import Floats, Ints
from enduse.worlds.words import (
    CHINESE_PLACES,
    COUNTRY_NAMES,
    KAZAKH_PLACES,
    LOOKALIKES,
    OTHER_PLACES,
    RUSSIAN_PLACES,
    SIGNS,
    SYLLABLES,
    TRADES,
    latin,
)

Style = Literal["latin", "cyrillic", "han"]
STYLES: tuple[Style, ...] = ("latin", "cyrillic", "han")
EASY = frozenset({"clean", "case", "form_back", "punctuation", "form_spelled"})
"""Variants that differ from the clean name in nothing but case, punctuation and the legal form."""
RUSSIAN_FORMS = (("ООО", "OOO", "LLC"), ("АО", "AO", "JSC"), ("ЗАО", "ZAO", "CJSC"), ("ООО", "OOO", "LLC"))


@dataclass(frozen=True)
class Printed:
    """One way a company gets printed: `kind` says how it was made from the clean name."""

    text: str
    style: Style
    kind: str


@dataclass
class Company:
    """One invented company. `names` holds the clean name of a style first; `cells` are names with numbers glued in front."""

    index: int
    country: str
    names: list[Printed]
    place: tuple[str, str]
    street: int
    inn: str | None = None
    ogrn: str | None = None
    business_number: str | None = None
    credit_code: str | None = None
    planted: bool = False
    cells: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The company's id in the truth."""
        return f"C{self.index:06d}"

    def name(self, style: Style = "latin") -> str:
        """Return the clean name in a style; the Latin one when the style is not used."""
        return next((one.text for one in self.names if one.style == style), self.names[0].text)

    @property
    def tax_id(self) -> str | None:
        """The number that its own customs prints."""
        return self.inn or self.business_number

    def address(self, style: Style = "latin") -> str:
        """Return the invented address."""
        english, russian, chinese = COUNTRY_NAMES[self.country]
        if style == "cyrillic":
            return f"{russian}, Г. {self.place[0] if self.country in ('RU', 'KZ') else self.place[1]}, УЛ. ВЫМЫШЛЕННАЯ, Д. {self.street}"
        if style == "han" and self.country == "CN":
            return f"{chinese}{self.place[0]}市虚构路{self.street}号"
        return f"NO {self.street} INVENTED ROAD, {self.place[1]}, {english}"

    def as_truth(self) -> dict[str, Any]:
        """Return what the truth says of it."""
        numbers = {"INN": self.inn, "OGRN": self.ogrn, "BIN": self.business_number, "USCC": self.credit_code}
        return {
            "id": self.key,
            "country": self.country,
            "names": [{"text": one.text, "style": one.style, "kind": one.kind} for one in self.names],
            "cells": self.cells,
            "ids": {scheme: value for scheme, value in numbers.items() if value},
        }


class Maker:
    """Makes companies that never share a printed name, in the order asked; deterministic by `seed`."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, 101])))
        self.companies: list[Company] = []
        self._taken: set[str] = set()
        self._brands = self.rng.permutation(len(SYLLABLES) ** 3)
        self._signs = self.rng.permutation(len(SIGNS) ** 3)
        self._next_brand = self._next_sign = 0

    def make(self, country: str, trade: int | None = None, fixed: list[Printed] | None = None, **numbers: str | None) -> Company:
        """Return a new company; `fixed` gives its printed names instead of inventing them, `numbers` replace its own."""
        index = len(self.companies)
        places = {"CN": CHINESE_PLACES, "RU": RUSSIAN_PLACES, "KZ": KAZAKH_PLACES}.get(country, OTHER_PLACES)
        company = Company(index, country, [], places[int(self.rng.integers(len(places)))], int(self.rng.integers(1, 200)))
        if country == "RU":
            company.inn, company.ogrn = identifiers.inn(index + 1), identifiers.ogrn(index + 1)
        elif country == "KZ":
            company.business_number = identifiers.business_number(index + 1)
        elif country == "CN":
            company.credit_code = identifiers.credit_code(index + 1)
        for name, value in numbers.items():
            setattr(company, name, value)
        names = fixed if fixed is not None else self._invent(company, trade)
        # A variant that came out like another name, its own company's or another's, is dropped.
        unique = {one.text: one for one in reversed(names)}
        company.names = [one for one in names if unique[one.text] is one and (one.kind == "clean" or one.text not in self._taken)]
        self._taken.update(one.text for one in company.names)
        if company.inn:
            company.cells = [f"{company.inn} {identifiers.KPP} {company.name('cyrillic')}"]
        self.companies.append(company)
        return company

    def _invent(self, company: Company, trade: int | None) -> list[Printed]:
        chosen = int(self.rng.integers(len(TRADES))) if trade is None else trade
        while True:
            names = self._chinese(company, chosen) if company.country == "CN" else self._lettered(company, chosen)
            if not any(one.text in self._taken for one in names if one.kind == "clean"):
                return names

    def _lettered(self, company: Company, trade: int) -> list[Printed]:
        roman, russian = self._brand()
        ru, en, _ = TRADES[trade]
        if company.country not in ("RU", "KZ"):
            return _foreign(company, f"{roman} {en}", self._typo(roman) + f" {en}")
        form, form_latin, form_english = ("ТОО", "TOO", "LLP") if company.country == "KZ" else RUSSIAN_FORMS[self.rng.integers(4)]
        core = f"{russian} {ru}"
        address = f'{form} "{core}" Г. {company.place[0]}, Д. {company.street}'
        return [
            Printed(f'{form} "{core}"', "cyrillic", "clean"),
            Printed(f'{form_latin} "{latin(core)}"', "latin", "clean"),
            Printed(f"{core} {form}", "cyrillic", "form_back"),
            Printed(f'{form} "{core.title()}"', "cyrillic", "case"),
            Printed(f"{form} {core}", "cyrillic", "punctuation"),
            Printed(f'{form} "{self._typo(russian)} {ru}"', "cyrillic", "typo"),
            Printed(f'{form} "{roman.translate(LOOKALIKES)} {ru}"', "cyrillic", "homoglyph"),
            Printed(address, "cyrillic", "address"),
            Printed(f"{roman} {en} {form_english}", "latin", "translated"),
            Printed(f"{latin(core, other=True)} {form_english}", "latin", "transliterated"),
            Printed(f"{latin(core)} {form_english}", "latin", "form_back"),
        ]

    def _chinese(self, company: Company, trade: int) -> list[Printed]:
        signs = self._three_signs()
        _, en, zh = TRADES[trade]
        place = company.place
        sound, meaning = "".join(one[1] for one in signs), " ".join(one[2] for one in signs)
        brand, other = (sound, meaning) if self.rng.random() < 0.6 else (meaning, sound)
        han = "".join(one[0] for one in signs)
        latin_names = _foreign(company, f"{place[1]} {brand} {en}", f"{place[1]} {self._typo(brand)} {en}", "CO LTD", "COMPANY LIMITED")
        return [
            *latin_names,
            Printed(f"{place[1]} {other} {en} CO LTD", "latin", "translated"),
            Printed(f"{place[0]}{han}{zh}有限公司", "han", "clean"),
            Printed(f"{place[0]}市{han}{zh}有限责任公司", "han", "form_spelled"),
        ]

    def _brand(self) -> tuple[str, str]:
        while True:
            number = int(self._brands[self._next_brand % len(self._brands)])
            self._next_brand += 1
            first, second, third = number // len(SYLLABLES) ** 2, number // len(SYLLABLES) % len(SYLLABLES), number % len(SYLLABLES)
            if len({first, second, third}) == 3:
                parts = [SYLLABLES[one] for one in (first, second, third)]
                return "".join(one[0] for one in parts), "".join(one[1] for one in parts)

    def _three_signs(self) -> list[tuple[str, str, str]]:
        while True:
            number = int(self._signs[self._next_sign % len(self._signs)])
            self._next_sign += 1
            chosen = (number // len(SIGNS) ** 2, number // len(SIGNS) % len(SIGNS), number % len(SIGNS))
            if len(set(chosen)) == 3:
                return [SIGNS[one] for one in chosen]

    def _typo(self, word: str) -> str:
        """Swap two neighbouring letters inside the word."""
        place = int(self.rng.integers(1, max(len(word) - 2, 2)))
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _foreign(company: Company, core: str, mistyped: str, form: str = "LLC", long_form: str = "LIMITED LIABILITY COMPANY") -> list[Printed]:
    dotted = "CO., LTD." if form == "CO LTD" else "L.L.C."
    return [
        Printed(f"{core} {form}", "latin", "clean"),
        Printed(f"{core} {dotted}", "latin", "punctuation"),
        Printed(f"{core} {form}".title(), "latin", "case"),
        Printed(f"{core} {long_form}", "latin", "form_spelled"),
        Printed(f"{mistyped} {form}", "latin", "typo"),
        Printed(f"{core} {form} NO {company.street} INVENTED ROAD", "latin", "address"),
    ]


class Names:
    """Every printed name of a world in one pool, with a vectorised choice of a variant for many rows at once."""

    def __init__(self, companies: list[Company], dirty_share: float) -> None:
        self.pool: list[str] = []
        self.dirty_share = dirty_share
        count = len(companies)
        self.start = {style: np.zeros(count, np.int64) for style in STYLES}
        self.size = {style: np.zeros(count, np.int64) for style in STYLES}
        self.easy = {style: np.zeros(count, np.int64) for style in STYLES}
        for company in companies:
            for style in STYLES:
                own = sorted(
                    (one for one in company.names if one.style == style), key=lambda one: (one.kind != "clean", one.kind not in EASY)
                )
                if not own:
                    own = [one for one in company.names if one.kind == "clean"][:1]
                self.start[style][company.index] = len(self.pool)
                self.size[style][company.index] = len(own)
                self.easy[style][company.index] = sum(one.kind in EASY for one in own)
                self.pool += [one.text for one in own]

    def pick(self, style: Style, company: Ints, draw: Floats) -> Ints:
        """Return a place in the pool for each row; `draw` (0 to 1) decides: clean below 0.6, easy variants next, dirty ones last."""
        size, easy = self.size[style][company], self.easy[style][company]
        dirty = np.maximum(size - easy, 0)
        limit = 1.0 - self.dirty_share
        easy_pick = np.floor((np.clip(draw, 0.6, limit) - 0.6) / max(limit - 0.6, 1e-9) * np.maximum(easy, 1) * 0.999999)
        dirty_pick = easy + np.floor((np.clip(draw, limit, 1.0) - limit) / max(self.dirty_share, 1e-9) * np.maximum(dirty, 1) * 0.999999)
        offset = np.where(
            draw < 0.6, 0, np.where((draw < limit) | (dirty == 0), np.minimum(easy_pick, np.maximum(easy - 1, 0)), dirty_pick)
        )
        picked: Ints = self.start[style][company] + offset.astype(np.int64)
        return picked
