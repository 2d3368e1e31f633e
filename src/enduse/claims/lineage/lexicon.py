"""Words that mean the same to lineage (lexicon.yml): what is done, with what, and words that tell stories apart by nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

from enduse.claims.lineage.scripts import words_of

_LISTS: dict[str, Any] = yaml.safe_load(files("enduse.claims.lineage").joinpath("lexicon.yml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_forms(_LISTS[name]))


def _forms(words: str) -> list[str]:
    """Return listed words as words of a text are compared; a hyphen or a Chinese word of three gives several."""
    return [form for word in str(words).split() for form in (words_of(word) if not word.isascii() else [word])]


LADDER: tuple[tuple[str, ...], ...] = (
    ("consider", "talk", "plan"), ("agree",), ("develop",), ("test",), ("produce", "deliver", "route", "pay"), ("use",),
)  # fmt: skip
"""From what is only spoken of to what was done: a retelling that climbs it is stronger than its source."""
NEAR: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        ("consider", "deliver"), ("talk", "agree"), ("plan", "produce"), ("develop", "produce"), ("route", "deliver"), ("develop", "test"),
        ("consider", "plan"), ("talk", "develop"), ("agree", "develop"),
    )
)  # fmt: skip
"""Classes of doing that retellings of one claim confuse."""
INCLUDES: dict[str, tuple[str, ...]] = {"weapon": ("weapon", "drone", "missile", "shell")}
"""A denial about weapons answers claims about these, not about components."""
REPORTING = _words("reporting")
STOP = _words("stop")
COMPANY_WORDS = _words("company_words")
MAKERS = _words("makers")
WHOLESALE = _words("wholesale")
GENERIC_ROOTS = _words("generic_roots")
NATION_OF: dict[str, str] = {word: code for code, words in _LISTS["nations"].items() for word in _forms(words)}
NATIONS = frozenset(NATION_OF)
WELL_KNOWN = _words("well_known")
TOPICS = _words("topics")
OUTLETS: tuple[tuple[str, ...], ...] = tuple(tuple(name.strip() for name in names.split(",")) for names in _LISTS["outlets"])
"""Names of one outlet in several languages, the first as it is compared."""
GOVERNMENT = frozenset(("ministry", "embassy", "government", "kremlin", "department", "ambassador", "president", "minister"))

_ACTION_OF: dict[str, str] = {word: kind for kind, words in _LISTS["actions"].items() for word in _forms(words)}
_GOODS_OF: dict[str, str] = {word: kind for kind, words in _LISTS["goods"].items() for word in _forms(words)}


def action(word: str) -> str | None:
    """Return the class of doing a word belongs to; None for others.

    >>> action("shipped"), action("weighing"), action("plant")
    ('deliver', 'consider', None)
    """
    return _ACTION_OF.get(word)


def goods(word: str) -> str | None:
    """Return the family of goods a word names; None for others."""
    return _GOODS_OF.get(word)
