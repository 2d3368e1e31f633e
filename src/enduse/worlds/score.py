"""Compares what a workspace found with what is true of its invented world. Pure: tables in, numbers out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from enduse.worlds import scoring_answers, scoring_companies, scoring_rows
from enduse.worlds.measures import Measure


@dataclass(frozen=True)
class Answers:
    """What a workspace found: tables as it wrote them (None: its stage has not run), and answers to the truth's questions.

    `items` needs item_id, record_id and declaration_number of table goods_items. `results` maps a question's id to what
    `trace --json` or `suppliers --json` gives; a question that could not be answered (an unknown name, say) maps to None.
    """

    mentions: pa.Table | None = None
    entity_mentions: pa.Table | None = None
    listed_matches: pa.Table | None = None
    designations: pa.Table | None = None
    items: pa.Table | None = None
    duplicates: pa.Table | None = None
    findings: pa.Table | None = None
    verdicts: pa.Table | None = None
    results: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)


TABLES: dict[str, str] = {
    "mentions": "mentions", "entity_mentions": "entity_mentions", "listed_matches": "listed_matches", "designations": "designations",
    "items": "goods_items", "duplicates": "duplicates", "findings": "findings", "verdicts": "verdicts",
}  # fmt: skip
"""Field of Answers to the name of the table it holds."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "mentions": ("mention_id", "name", "name_as_published", "tax_id"),
    "entity_mentions": ("mention_id", "entity_id"),
    "listed_matches": ("entity_id", "subject_id", "grade"),
    "designations": ("subject_id", "external_id"),
    "items": ("item_id", "record_id", "declaration_number"),
    "duplicates": ("shipment_id", "kept_shipment_id", "kind"),
    "findings": ("flag_id", "entity_id", "shipment_id", "scope", "outcome"),
    "verdicts": ("claim_id", "verdict"),
}
"""The columns that scoring reads of each table: enough to load."""


@dataclass(frozen=True)
class Score:
    """Every measure, in a fixed order."""

    measures: tuple[Measure, ...]

    def value(self, name: str) -> float | None:
        """Return one measure; None when it could not be computed. Raises KeyError for an unknown name."""
        return next(one for one in self.measures if one.measure == name).value if name in self.names else _unknown(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the measures, in order."""
        return tuple(one.measure for one in self.measures)

    def as_json(self) -> dict[str, Any]:
        """Return {measures: [{measure, value, n, sentence}]}; a null value is 'cannot tell'."""
        return {"measures": [one.as_json() for one in self.measures]}


def _unknown(name: str) -> float:
    raise KeyError(name)


TRUTH_PARTS = ("chains", "claims", "duplicates", "entities", "flags", "goods_list", "listed", "questions", "suppliers")
"""What truth.json must say for a workspace to be compared with it."""


def questions(truth: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the questions whose answers `score` compares: {id, ask: trace or suppliers, from, to, of, goods, since, until, unit}.

    Names are as printed. A trace question has from, to and unit, a suppliers question of.
    """
    return [dict(one) for one in truth["questions"]]


def score(truth: Mapping[str, Any], answers: Answers) -> Score:
    """Return how the answers compare with the truth; a measure whose table is missing has no value and n 0."""
    known = scoring_companies.recognise(truth, answers.mentions, answers.entity_mentions)
    serials = scoring_rows.Serials(answers.items)
    return Score(
        (
            *scoring_companies.resolution(known),
            *scoring_companies.listing(truth, known, answers.listed_matches, answers.designations),
            *scoring_rows.duplicates(truth, serials, answers.duplicates),
            *scoring_answers.traces(truth, answers.results),
            *scoring_answers.suppliers(truth, answers.results),
            *scoring_rows.flags(truth, known, serials, answers.findings),
            *scoring_answers.claims(truth, answers.verdicts),
        )
    )
