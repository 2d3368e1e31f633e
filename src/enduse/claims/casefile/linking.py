"""Names of the articles beside what the case holds: companies and listed subjects by the resolver, goods and parts by catalogues.

Every link is a candidate with its score and evidence. Nothing is merged: a name stands for a company surely only when a person
says so in judgements.csv, or when exactly one company of the case bears it word for word, legal form apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from enduse import entities
from enduse.claims.casefile.catalogues import catalogue_candidates
from enduse.claims.casefile.kept import Kept
from enduse.claims.casefile.names_known import CaseNames, Known, Printed
from enduse.claims.casefile.people_and_places import spoken_in_full, territory_candidates
from enduse.claims.casefile.rows import candidate_row
from enduse.claims.naming import name_id
from enduse.claims.parameters import LINK_LIKELY_MIN, LINK_SHOWN_MIN
from enduse.store import StageRun

Row = dict[str, Any]
SOMEBODY = ("company", "organisation", "person")
_SCHEMAS = {"company": None, "organisation": None, "person": "Person"}
"""What a list may hold a name as: a person's name is no company's; what an article calls a company may be anybody."""
_TOP = 6
_OF_COUNTRY = re.compile(
    r"\A(?:[A-Z]\w+['’]s |[A-Z]\w+-based |(?:Most|Half|Much|Some|Part|All) of (?:the )?|"
    r"(?:[Кк]омпани|[Фф]ирм)[а-яё]+ (?=[«\"“„]))"
)
"""What stands before a name and is none of it: "Ruritania's Example Trading", "Shenzhen-based Example Trading", "компания «Пример»"."""


def names_of(kept: Kept) -> dict[str, tuple[str, str]]:
    """Return {name id: (kind, name as printed)} of all mentions in articles and claims; the first printed form of an id stays."""
    found: dict[str, tuple[str, str]] = {}
    for article in kept.articles:
        for mention in (*article.view.mentions, *(one for claim in article.claims for one in claim.mentions)):
            found.setdefault(name_id(mention.kind, mention.text), (mention.kind, mention.text))
    return dict(sorted(found.items()))


def candidates(run: StageRun, kept: Kept, case: CaseNames) -> list[Row]:
    """Return the rows of name_candidates: grain one name and one thing of the case; people's judgements prevail.

    A person printed by surname is asked about by the full name that its article gives, and is a possibility at most.
    """
    names, full = names_of(kept), spoken_in_full(kept)
    somebody = {name: (kind, full.get(name) or _OF_COUNTRY.sub("", text)) for name, (kind, text) in names.items() if kind in SOMEBODY}
    subjects = [_by_surname(row, full) for row in _subjects(run, somebody)]
    entities_met = [_by_surname(row, full) for row in _entities(run, somebody, case)]
    rows = [*_by_list(run, entities_met, subjects), *subjects, *catalogue_candidates(run, names), *territory_candidates(kept)]
    return _judged(run, names, [{**row, "name": names[row["name_id"]][1]} for row in rows])


def _by_surname(row: Row, full: Mapping[str, str]) -> Row:
    if row["name_id"] not in full:
        return row
    return {**row, "grade": "possible", "evidence": f"taken for {full[row['name_id']]}, named so in the article; {row['evidence']}"}


def _entities(run: StageRun, names: Mapping[str, tuple[str, str]], case: CaseNames) -> list[Row]:
    printed = case.like(text for _, text in names.values())
    if not printed:
        return []
    known, gathered = Known(printed), _gathered(printed)
    pool = entities.Pool(gathered.values())
    rows: list[Row] = []
    shown, likely = float(run.parameter(LINK_SHOWN_MIN)), float(run.parameter(LINK_LIKELY_MIN))
    for number, (name, (kind, text)) in enumerate(names.items()):
        run.progress("linking names", number, len(names))
        same = known.entities(text)
        met = {one.pool_id: one for one in pool.ask(entities.Entity((text,), id=name), _TOP, shown)}
        for entity in sorted({*same, *met}):
            hit = met.get(entity)
            grade = "same_name" if entity in same else "likely" if hit and hit.probability >= likely else "possible"
            evidence = hit.reason if hit else "the same name, legal form apart"
            candidate = hit.name if hit else gathered[entity].names[0]
            score = round(hit.probability, 4) if hit else None
            rows.append(candidate_row(name, (kind, text), ("entity", entity, candidate), grade, score, evidence))
    return rows


def _by_list(run: StageRun, rows: list[Row], subjects: list[Row]) -> list[Row]:
    """Return the company rows with those raised to `listed_name` whose name a list prints for a subject that they surely are.

    The list says that the name is the subject's; a valid shared identifier, or a person, says that the company is the subject.
    """
    if not subjects or not run.has("listed_matches"):
        return rows
    sure: dict[str, set[str]] = defaultdict(set)
    for match in run.read("listed_matches", ["entity_id", "subject_id"], [("grade", "=", "confirmed")]).to_pylist():
        sure[match["subject_id"]].add(match["entity_id"])
    found = {(row["name_id"], row["candidate_id"]): row for row in rows}
    for one in subjects:
        if one["grade"] != "same_name":
            continue
        for entity in sorted(sure[one["candidate_id"]]):
            held = found.get((one["name_id"], entity))
            if held is not None and held["grade"] == "same_name":
                continue
            card = entities.describe(run, [entity])[entity]
            base = held or candidate_row(one["name_id"], (one["kind"], one["name"]), ("entity", entity, card.name), "", None, "")
            told = f"a list prints the name for a subject that this company is by a shared identifier or judgement: {one['evidence']}"
            found[one["name_id"], entity] = {**base, "grade": "listed_name", "evidence": told}
    return list(found.values())


def _gathered(printed: Iterable[Printed]) -> dict[str, entities.Entity]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    countries: dict[str, set[str]] = defaultdict(set)
    for one in printed:
        names[one.entity_id][one.name] = None
        if one.country:
            countries[one.entity_id].add(one.country)
    return {entity: entities.Entity(tuple(found), tuple(sorted(countries[entity])), id=entity) for entity, found in names.items()}


def _subjects(run: StageRun, names: Mapping[str, tuple[str, str]]) -> list[Row]:
    if not names or not run.has("designations") or not run.read("designations", ["subject_id"]).num_rows:
        return []
    hits = entities.screen(run, [entities.Query(text, id=name, schema=_SCHEMAS[kind]) for name, (kind, text) in names.items()], None, 3)
    rows: dict[tuple[str, str], Row] = {}
    for hit in hits:
        assert hit.query_id is not None
        # `likely` of the screening is the same normalised name, its country not contradicted.
        grade = "same_name" if hit.grade in ("likely", "confirmed") else "possible"
        told = "; ".join(f"{one.comparison}: {one.left} / {one.right} {one.outcome}" for one in hit.explanation if one.outcome != "unknown")
        evidence = f"{hit.list_id}: {told}"
        candidate = ("subject", hit.subject_id, hit.listed_name)
        row = candidate_row(hit.query_id, names[hit.query_id], candidate, grade, round(hit.probability, 4), evidence)
        rows.setdefault((hit.query_id, hit.subject_id), row)
    return list(rows.values())


def _judged(run: StageRun, names: Mapping[str, tuple[str, str]], rows: list[Row]) -> list[Row]:
    """Return the rows with people's decisions on article names: 'same' is sure and stands alone, 'different' is taken out."""
    if not run.has("judgements"):
        return rows
    found = {(row["name_id"], row["candidate_id"]): row for row in rows}
    for one in run.read("judgements").to_pylist():
        sides = (one["left_id"], one["right_id"])
        name = next((side for side in sides if side in names), None)
        if name is None:
            continue
        other = sides[1] if sides[0] == name else sides[0]
        held = found.get((name, other))
        if one["judgement"] == "different":
            found.pop((name, other), None)
        elif one["judgement"] == "same":
            told = held or candidate_row(name, names[name], _thing(run, other), "judged", None, "")
            evidence = "; ".join(
                part for part in (f"judged the same: {one['reason']}" if one["reason"] else "judged the same", told["evidence"]) if part
            )
            found[name, other] = {**told, "grade": "judged", "evidence": evidence, "judged_by": one["judged_by"] or "not stated"}
        elif held is not None:
            found[name, other] = {**held, "evidence": f"judged unsure; {held['evidence']}", "judged_by": one["judged_by"] or "not stated"}
    return sorted(found.values(), key=lambda row: (row["name_id"], row["candidate_kind"], row["candidate_id"]))


def _thing(run: StageRun, thing: str) -> tuple[str, str, str]:
    card = entities.describe(run, [thing]).get(thing)
    return ("entity", thing, card.name) if card else ("subject", thing, thing)
