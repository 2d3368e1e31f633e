"""Companies against the truth: are mentions of one company together, are listed companies found, are others left alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from enduse.worlds.manifests import CUT
from enduse.worlds.measures import Measure, agreement, precision_recall, share

NAMED = ("confirmed", "likely")
"""Grades at which a company is named as listed."""


@dataclass(frozen=True)
class Recognised:
    """Which true company stands behind each mention: `rows` are (entity_id, true company), `unknown` mentions nobody invented."""

    rows: tuple[tuple[str, str], ...]
    unknown: int

    @property
    def companies(self) -> dict[str, set[str]]:
        """Entity ids by true company."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity, company in self.rows:
            found[company].add(entity)
        return dict(found)

    @property
    def entities(self) -> dict[str, set[str]]:
        """True companies by entity id."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity, company in self.rows:
            found[entity].add(company)
        return dict(found)


def recognise(truth: Mapping[str, Any], mentions: pa.Table | None, entity_mentions: pa.Table | None) -> Recognised:
    """Return the true company of every mention that the world's names or numbers tell apart."""
    if mentions is None or entity_mentions is None:
        return Recognised((), 0)
    by_name, by_number = _books(truth)
    entity = dict(zip(entity_mentions["mention_id"].to_pylist(), entity_mentions["entity_id"].to_pylist(), strict=True))
    rows: list[tuple[str, str]] = []
    unknown = 0
    columns = [mentions[name].to_pylist() for name in ("mention_id", "name", "name_as_published", "tax_id")]
    for mention, name, cell, number in zip(*columns, strict=True):
        company = by_number.get(number or "") or _only(by_name, name) or _only(by_name, cell)
        if company is None or mention not in entity:
            unknown += 1
        else:
            rows.append((entity[mention], company))
    return Recognised(tuple(sorted(rows)), unknown)


def _books(truth: Mapping[str, Any]) -> tuple[dict[str, set[str]], dict[str, str]]:
    by_name: dict[str, set[str]] = defaultdict(set)
    by_number: dict[str, str] = {}
    for one in truth["entities"]:
        if not one["in_data"]:
            continue
        for text in (*(name["text"] for name in one["names"]), *one["cells"]):
            by_name[_folded(text)].add(one["true"])
            # Manifests cut names.
            by_name[_folded(text[:CUT])].add(one["true"])
        for scheme in ("INN", "BIN", "USCC"):
            if scheme in one["ids"]:
                by_number[one["ids"][scheme]] = one["true"]
    return dict(by_name), by_number


def _folded(text: str) -> str:
    return " ".join(text.split())


def _only(book: dict[str, set[str]], text: str | None) -> str | None:
    found = book.get(_folded(text)) if text else None
    return next(iter(found)) if found and len(found) == 1 else None


def resolution(known: Recognised) -> list[Measure]:
    """Return pairwise and B-cubed precision and recall of the entities, over recognised mentions."""
    found = agreement(known.rows)
    what = "mentions of one company"
    return [
        Measure(
            "entities_pairwise_precision", found.pairwise_precision, found.said_pairs, f"Of pairs put together, the share that are {what}."
        ),
        Measure("entities_pairwise_recall", found.pairwise_recall, found.true_pairs, f"Of pairs that are {what}, the share put together."),
        Measure("entities_bcubed_precision", found.bcubed_precision, found.things, "B-cubed precision over mentions."),
        Measure("entities_bcubed_recall", found.bcubed_recall, found.things, "B-cubed recall over mentions."),
        share("mentions_recognised", len(known.rows), len(known.rows) + known.unknown, "Mentions that the truth knows, of all."),
    ]


def listing(truth: Mapping[str, Any], known: Recognised, matches: pa.Table | None, designations: pa.Table | None) -> list[Measure]:
    """Return precision, recall and the false-accusation rate of listed matches; a company counts once, whatever its entities."""
    told = _listed_entities(matches)
    true = {one["id"]: one["true"] for one in truth["entities"]}
    listed = {true[one["company"]] for one in truth["listed"]}
    companies = known.companies if matches is not None else {}
    named = {company for company, entities in companies.items() if entities & told.keys()}
    present = listed & companies.keys()
    precision, recall = precision_recall("listed", len(named & present), len(named), len(present), "companies named as listed")
    innocent = companies.keys() - listed
    accused = share(
        "false_accusation_rate", len(named - listed), len(innocent),
        "Of companies in the data that no list names, the share named as listed (grade confirmed or likely).",
    )  # fmt: skip
    return [precision, recall, accused, _right_subject(truth, known, told, designations)]


def _listed_entities(matches: pa.Table | None) -> dict[str, set[str]]:
    told: dict[str, set[str]] = defaultdict(set)
    if matches is not None:
        for entity, subject, grade in zip(*(matches[name].to_pylist() for name in ("entity_id", "subject_id", "grade")), strict=True):
            if grade in NAMED:
                told[entity].add(subject)
    return dict(told)


def _right_subject(truth: Mapping[str, Any], known: Recognised, told: dict[str, set[str]], designations: pa.Table | None) -> Measure:
    """Of the matches told, the share that name the right entry of the list."""
    sentence = "Of entries named for a company, the share that are its own."
    if designations is None:
        return Measure("listed_right_entry", None, 0, sentence)
    number = dict(zip(designations["subject_id"].to_pylist(), designations["external_id"].to_pylist(), strict=True))
    true = {one["id"]: one["true"] for one in truth["entities"]}
    own = {one["external_id"]: true[one["company"]] for one in truth["listed"]}
    right = total = 0
    for entity, companies in known.entities.items():
        for subject in told.get(entity, set()):
            total += 1
            right += own.get(number.get(subject) or "") in companies
    return share("listed_right_entry", right, total, sentence)
