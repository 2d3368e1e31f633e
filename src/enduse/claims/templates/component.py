"""A part of a maker was found in a weapon, or is catalogued for it: checked against catalogues of parts.

A row meets the claim when maker (in its normal form), part (name or ordering code), maker's country and weapon all fit. Names
that only overlap, and parts whose maker the catalogue does not name, are possible: they decide nothing. A catalogue holds what
somebody found, never everything: no claim is contradicted by it, and a count beyond it is supported in part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from enduse import entities
from enduse.claims.comparing import BOUND_WORDS, position
from enduse.claims.parameters import CITED_ROWS_MAX, NAMES_MAX, TOLERANCE_ABOUT
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Verdict, Word
from enduse.findings import Citation
from enduse.store import StageRun
from enduse.terms.measures import number
from enduse.terms.propositions import Component
from enduse.terms.territories import country_code

_COLUMNS = ("component_id", "external_id", "name_marking", "part_number", "brand", "manufacturer", "manufacturer_country", "found_in")
# A word, or a run of digits in it: Shahed-136, Shahed136 and Shahed 136 are one name.
_PIECES = re.compile(r"\d+|[^\W\d_]+")


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a part."""
    says = question.says
    assert isinstance(says, Component)
    rows = run.read("components", _COLUMNS).to_pylist() if run.has("components") else []
    if not rows:
        return Verdict(question.claim_id, "not_decidable", "list_not_loaded", "No catalogue of parts is loaded.", question.query)
    makers = _makers(run, says.maker, rows)
    sure: list[dict[str, Any]] = []
    possible: list[dict[str, Any]] = []
    for row in sorted(rows, key=lambda one: str(one["component_id"])):
        fit = _fit(says, row, makers)
        if fit is not False:
            (possible if fit is None else sure).append(row)
    return _Told(run, question, says).verdict(sure, possible)


class _Told:
    """One claim with the catalogue's rows."""

    def __init__(self, run: StageRun, question: Question, says: Component) -> None:
        self.run, self.question, self.says = run, question, says

    def verdict(self, sure: Sequence[dict[str, Any]], possible: Sequence[dict[str, Any]]) -> Verdict:
        """Return what the rows say: parts are counted once however many weapons they stand in."""
        least, most = _parts(sure), _parts([*sure, *possible])
        what = f"Parts catalogued{_words(self.says)}: {least}" + (f", and {most - least} that may be" if most > least else "")
        if self.says.count is not None:
            top = f" to {number(self.says.upper)}" if self.says.upper is not None else ""
            what = f"Claimed: {BOUND_WORDS[self.says.bound]}{self.says.count}{top}. {what}"
        word, reason, said = self._decided(least, most)
        cited = [*sure, *possible] if not sure or word != "supported" else sure
        rows = tuple(Citation("component", one["component_id"]) for one in cited)[: self.run.parameter(CITED_ROWS_MAX)]
        numbers = (float(self.says.count), float(least), None, "parts") if self.says.count is not None else ()
        return Verdict(self.question.claim_id, word, reason, f"{what}. {said}".strip(), self.question.query, rows, *numbers)

    def _decided(self, least: int, most: int) -> tuple[Word, str, str]:
        if not most:
            return "not_decidable", "not_in_data", "A catalogue holds what was found, not everything."
        if not least:
            return "not_decidable", "identity_open", "Whether they are of this maker, part or weapon is open."
        count = self.says.count
        if count is None:
            return "supported", "rows_agree", ""
        tolerance = self.run.parameter(TOLERANCE_ABOUT) * count if self.says.bound == "about" else 0.0
        if self.says.bound in ("at_most", "under"):
            return "not_decidable", "rows_exceed" if least > count else "no_coverage", "A catalogue sets no upper limit."
        place = position(self.says.bound, (float(count), self.says.upper), (float(least), float(least)), tolerance)
        if place == "inside":
            return "supported", "rows_agree", ""
        if least > count:
            return "partly_supported", "rows_exceed", "The catalogue holds more than claimed."
        return "partly_supported", "partial_sum", "They are a lower bound."


def _fit(says: Component, row: dict[str, Any], makers: dict[str, bool | None]) -> bool | None:
    """Tell whether the row is one of the claim's; None: it may be."""
    fits: list[bool | None] = []
    if says.maker:
        named = [makers[one] for one in (row["manufacturer"], row["brand"]) if one]
        fits.append(None if not named else True if True in named else None if None in named else False)
    if says.country:
        printed = row["manufacturer_country"]
        fits.append(None if not printed else (country_code(printed) or printed) == says.country)
    if says.part:
        texts = [one for one in (row["part_number"], row["name_marking"]) if one]
        fits.append(any(contains(one, says.part) for one in texts))
    if says.found_in:
        fits.append(contains(row["found_in"] or "", says.found_in))
    return False if False in fits else None if None in fits else True


def _makers(run: StageRun, maker: str | None, rows: Sequence[dict[str, Any]]) -> dict[str, bool | None]:
    """Return for each printed maker or brand whether it is the claim's: True for the same normal form, None when words overlap."""
    printed = sorted({name for row in rows for name in (row["manufacturer"], row["brand"]) if name})
    if maker is None:
        return dict.fromkeys(printed, False)
    key = entities.analyse(maker).key
    wanted = " ".join(maker.split()).casefold()
    close = len(printed) <= run.parameter(NAMES_MAX)
    found: dict[str, bool | None] = {}
    for name in printed:
        same = " ".join(name.split()).casefold() == wanted or (close and bool(key) and entities.analyse(name).key == key)
        overlapping = contains(name, maker) or contains(maker, name)
        found[name] = True if same else None if overlapping else False
    return found


def contains(printed: str, words: str) -> bool:
    """Tell whether a printed name holds the words one after the other, however they are joined.

    >>> contains("Shahed-136 (GERAN-2) MS001", "Geran 2"), contains("Orlan-10", "Orlan-1"), contains("Geran-3", "Geran 2")
    (True, False, False)
    """
    met, wanted = _pieces(printed), _pieces(words)
    return bool(wanted) and any(met[at : at + len(wanted)] == wanted for at in range(len(met) - len(wanted) + 1))


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(unicodedata.normalize("NFKC", text).casefold())


def _parts(rows: Sequence[dict[str, Any]]) -> int:
    return len({row["external_id"] or row["component_id"] for row in rows})


def _words(says: Component) -> str:
    said = [("of ", says.part), ("made by ", says.maker), ("from ", says.country), ("in ", says.found_in)]
    return "".join(f" {before}{value}" for before, value in said if value)


TEMPLATE = Template("component", (), check)
