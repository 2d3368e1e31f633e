"""The report's sections as plain values, each number a figure; the page, the JSON and the CSV files all print these."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from enduse import claims, entities, findings, graph
from enduse.report.case import CaseView, view
from enduse.report.figures import Asker, Figure
from enduse.report.published import published
from enduse.settings import Parameter
from enduse.store import StageRun

HEADLINE = (
    "end-users",
    "suppliers",
    "direct-usd",
    "direct-kg",
    "reached-1",
    "direct-1",
    "unresolved-1",
    "claims-supported",
    "claims-contradicted",
    "origins",
    "articles-read",
    "read-origins",
    "read-supported",
    "read-contradicted",
)
FINDINGS_SHOWN = Parameter("report_findings", 200, "The page lists at most this many findings of each flag; findings.csv holds all.")
MAY_BE_LISTED = Parameter(
    "report_may_be_listed", 20, "The page shows at most this many consignees that may be on a list; may_be_listed.csv holds all."
)
OUTCOMES = ("yes", "cannot_tell", "no")


@dataclass
class Contents:
    """Everything the report tells, before it is drawn."""

    view: CaseView
    figures: dict[str, Figure]
    end_users: list[dict[str, Any]]
    possible: list[dict[str, Any]]
    """Companies that may be one of the end users, and what was sent to them."""
    may_be_listed: list[dict[str, Any]]
    """Consignees that may be a listed subject and are not followed, what was sent to most of them first; the first with figures."""
    suppliers: list[dict[str, Any]]
    traces: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    monthly: list[dict[str, Any]]
    marks: list[dict[str, str]]
    flags: list[dict[str, Any]]
    stories: list[dict[str, Any]]
    published: dict[str, Any]
    method: dict[str, Any]
    sources: list[dict[str, Any]]
    coverage: list[dict[str, Any]]
    rejects: list[dict[str, Any]]
    stood_for: list[dict[str, Any]]
    """Rows that are not counted because another row stands for the same goods, by kind and source."""


def contents(run: StageRun) -> Contents:
    """Return every section of the report; each number in it is a figure that `explain` can compute again."""
    seen = view(run)
    asker = Asker(run)
    made: dict[str, Figure] = {}

    def figure(figure_id: str, label: str, unit: str, question: dict[str, Any]) -> Figure:
        made[figure_id] = asker.figure(figure_id, label, unit, question)
        return made[figure_id]

    span = {"goods": list(seen.goods), "since": seen.since, "until": seen.until}
    direct = {"ask": "suppliers", "of": list(seen.end_users), **span}
    if seen.end_users:
        figure("end-users", "End users followed", "companies", {"ask": "companies", "ids": list(seen.end_users)})
        figure("suppliers", "Companies that shipped to them directly", "companies", {**direct, "measure": "count"})
        figure("direct-usd", "Recorded direct deliveries to them", "USD", {**direct, "measure": "value_usd"})
        figure("direct-kg", "Net mass of the recorded direct deliveries", "kg", {**direct, "measure": "net_mass_kg"})
    asker.ask_each(seen.end_users, span)
    end_users = [_end_user(run, seen, entity, number, figure, span) for number, entity in enumerate(seen.end_users, 1)]
    possible = [_possible(seen, one, number, figure, direct) for number, one in enumerate(seen.direct["possible"], 1)]
    may_be_listed = _may_be_listed(run, seen, figure, asker, span)
    suppliers = [_supplier(seen, one, number, figure, direct) for number, one in enumerate(seen.direct["suppliers"], 1)]
    traces = [_trace(seen, entity, number, figure, asker, span) for number, entity in enumerate(seen.traced, 1)] if seen.end_users else []
    flags = _flags(run, seen, figure)
    stories = _stories(run, figure)
    articles = published(run, figure)
    edges = graph.sankey(run, seen.end_users, seen.goods, seen.since, seen.until, 40) if seen.end_users else []
    monthly = graph.monthly(run, seen.end_users, seen.goods, seen.since, seen.until) if seen.end_users else []
    return Contents(
        seen,
        made,
        end_users,
        possible,
        may_be_listed,
        suppliers,
        traces,
        [dict(edge) for edge in edges],
        [dict(row) for row in monthly],
        _marks(end_users),
        flags,
        stories,
        articles,
        _method(run),
        sorted(run.read("snapshots").to_pylist(), key=lambda row: (row["source_id"], row["file_name"], row["sha256"])),
        run.read("coverage").to_pylist(),
        _rejects(run),
        _stood_for(run),
    )


def _end_user(run: StageRun, seen: CaseView, entity: str, number: int, figure: Any, span: dict[str, Any]) -> dict[str, Any]:
    card = seen.cards[entity]
    question = {"ask": "suppliers", "of": [entity], **span}
    matches = run.read("listed_matches", filters=[("entity_id", "=", entity)]).to_pylist()
    subjects = sorted({row["subject_id"] for row in matches})
    acts = run.read("designations", filters=[("subject_id", "in", subjects or [""])]).to_pylist()
    grades = {row["subject_id"]: row for row in matches}
    listings = [
        {**act, "grade": grades[act["subject_id"]]["grade"], "evidence": grades[act["subject_id"]]["evidence"]}
        for act in sorted(acts, key=lambda act: (act["started_on"] or act["listed_on"] or "9999", act["list_id"], act["designation_id"]))
    ]
    return {
        "entity": entity,
        "name": card.name,
        "name_latin": card.name_latin,
        "names": list(card.names),
        "country": card.country,
        "listings": listings,
        "suppliers": figure(
            f"end-user-{number}-suppliers", f"Companies that shipped directly to {card.name}", "companies", {**question, "measure": "count"}
        ),
        **_amounts(figure, f"end-user-{number}", f"to {card.name}", question),
    }


def _possible(seen: CaseView, one: dict[str, Any], number: int, figure: Any, direct: dict[str, Any]) -> dict[str, Any]:
    card = seen.cards[one["entity"]]
    question = {**direct, "possible": one["entity"]}
    return {
        **one,
        "name": card.name,
        "name_latin": card.name_latin,
        "country": card.country,
        "may_be_names": [seen.name(other) for other in one["may_be"]],
        **_amounts(figure, f"possible-{number}", f"to {card.name}, if it is one of them", question),
    }


def _may_be_listed(run: StageRun, seen: CaseView, figure: Any, asker: Asker, span: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a row for each consignee and listed subject; those that are followed, or surely another subject, are left out.

    The first consignees have figures, and the number of their rows in the goods and days of the case; the others null.
    """
    found = [
        one for one in entities.listed_questions(run) if one.received and not one.listed_already and one.entity_id not in seen.end_users
    ]
    names = {one.entity_id: one.name for one in found}
    shown = list(names)[: run.parameter(MAY_BE_LISTED)]
    asker.ask_each(shown, span)
    told: dict[str, dict[str, Any]] = {}
    for number, entity in enumerate(shown, 1):
        question = {"ask": "suppliers", "of": [entity], **span}
        amounts = _amounts(figure, f"may-be-listed-{number}", f"to {names[entity]}", question)
        told[entity] = amounts | {"rows": asker.suppliers(question)["total"]["rows"] or 0}
    nothing = {"usd": None, "kg": None, "rows": None}
    return [one.as_json() | told.get(one.entity_id, nothing) for one in found]


def _amounts(figure: Any, figure_id: str, whither: str, question: dict[str, Any]) -> dict[str, Any]:
    """Return the figures of dollars and net kilograms that were delivered `whither`."""
    return {
        "usd": figure(f"{figure_id}-usd", f"Recorded direct deliveries {whither}", "USD", {**question, "measure": "value_usd"}),
        "kg": figure(f"{figure_id}-kg", f"Net mass delivered directly {whither}", "kg", {**question, "measure": "net_mass_kg"}),
    }


def _supplier(seen: CaseView, one: dict[str, Any], number: int, figure: Any, direct: dict[str, Any]) -> dict[str, Any]:
    card = seen.cards[one["entity"]]
    question = {**direct, "supplier": one["entity"]}
    return {
        **one,
        "name": card.name,
        "name_latin": card.name_latin,
        "country": card.country,
        "listings": [{"subject_id": subject, "list_id": listed, "grade": grade} for subject, listed, grade in card.listings],
        **_amounts(figure, f"supplier-{number}", f"from {card.name}", question),
    }


def _trace(seen: CaseView, entity: str, number: int, figure: Any, asker: Asker, span: dict[str, Any]) -> dict[str, Any]:
    name = seen.name(entity)
    question = {"ask": "trace", "from": [entity], "to": list(seen.end_users), **span, "unit": "kg"}
    answer = asker.trace(question)
    usd = {**question, "unit": "usd"}
    through = [
        {
            **one,
            "figure": figure(
                f"through-{number}-{place}",
                f"Goods of {name} that reached the end users through {one.get('name') or one['entity']}",
                "kg",
                {**question, "measure": "through", "through": one["entity"]},
            ),
        }
        for place, one in enumerate(answer["intermediaries"], 1)
    ]
    return {
        "entity": entity,
        "name": name,
        "answer": answer,
        "supplied": figure(
            f"supplied-{number}", f"All recorded sales of {name} in the goods asked about", "kg", {**question, "measure": "supplied"}
        ),
        "direct": figure(f"direct-{number}", f"Goods of {name} delivered directly", "kg", {**question, "measure": "direct"}),
        "reached": figure(f"reached-{number}", f"Goods of {name} that reached the end users, directly or through others", "kg", question),
        "reached_usd": figure(f"reached-{number}-usd", f"The same in money: goods of {name} that reached the end users", "USD", usd),
        "unresolved": figure(
            f"unresolved-{number}",
            f"Goods of {name} that no record shows to have reached the end users",
            "kg",
            {**question, "measure": "unresolved"},
        ),
        "through": through,
    }


def _flags(run: StageRun, seen: CaseView, figure: Any) -> list[dict[str, Any]]:
    found = run.read("findings").to_pylist()
    asked = sorted({row["entity_id"] for row in found if row["entity_id"]} - seen.cards.keys())
    names = {entity: card.name for entity, card in entities.describe(run, asked).items()} if asked else {}
    cited: dict[str, list[dict[str, Any]]] = {}
    for row in run.read("finding_citations").to_pylist():
        cited.setdefault(row["finding_id"], []).append(row)
    most = run.parameter(FINDINGS_SHOWN)
    told: list[dict[str, Any]] = []
    for doc in findings.flag_docs():
        own = [row for row in found if row["flag_id"] == doc.id]
        ordered = sorted(own, key=lambda row: (OUTCOMES.index(row["outcome"]), row["summary"], row["finding_id"]))
        counts = {
            outcome: figure(
                f"flag-{doc.id}-{outcome}",
                f"{doc.id} {doc.name}: {outcome.replace('_', ' ')}",
                "findings",
                {"ask": "findings", "flag": doc.id, "outcome": outcome},
            )
            for outcome in OUTCOMES
        }
        shown = [
            {
                **row,
                "about": names.get(row["entity_id"]) or seen.name(row["entity_id"] or ""),
                "citations": cited.get(row["finding_id"], []),
            }
            for row in ordered
            if row["outcome"] != "no"
        ]
        told.append({"doc": doc, "counts": counts, "findings": shown[:most], "more": max(0, len(shown) - most)})
    return told


def _stories(run: StageRun, figure: Any) -> list[dict[str, Any]]:
    """Return claims by origin, each origin with the articles that repeat it; independent origins first."""
    verdicts = {row["claim_id"]: row for row in run.read("verdicts").to_pylist()}
    rows = {row["claim_id"]: {**row, **verdicts.get(row["claim_id"], {})} for row in run.read("claims").to_pylist()}
    if not rows:
        return []
    figure("origins", "Independent origins behind the claims entered by hand", "origins", {"ask": "origins"})
    for verdict in claims.VERDICT_WORDS:
        figure(
            f"claims-{verdict.replace('_', '-')}",
            f"Claims entered by hand {verdict.replace('_', ' ')}",
            "claims",
            {"ask": "verdicts", "verdict": verdict},
        )
    for claim, row in rows.items():
        row["speaker_chain"] = json.loads(row["speaker_chain"])
        label = f"What the rows hold for claim {claim}"
        row["figure"] = figure(f"verdict-{claim}", label, row.get("unit") or "rows", {"ask": "verdict", "claim": claim})
    groups = sorted(claims.origins(run).groups, key=lambda group: (not group.independent, -len(group.articles), group.name))
    return [
        {
            "name": group.name,
            "independent": group.independent,
            "articles": list(group.articles),
            "claims": sorted(
                (rows[one] for one in group.claims), key=lambda row: (row["article"] or "", row["quote_start"] or 0, row["claim_id"])
            ),
        }
        for group in groups
    ]


def _marks(end_users: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the first effective listing of each end user as a mark on the time line."""
    marks: dict[str, list[str]] = {}
    for one in end_users:
        days = sorted(day for act in one["listings"] if (day := act["started_on"] or act["listed_on"]) and len(day) == 10)
        if days:
            marks.setdefault(days[0], []).append((one["name_latin"] or one["name"])[:24])
    return [{"day": day, "label": f"{', '.join(sorted(marks[day]))} listed"} for day in sorted(marks)]


def _method(run: StageRun) -> dict[str, Any]:
    used: dict[str, Any] = {}
    steps: dict[str, list[str]] = {}
    for stage in ("read", "conform", "resolve", "attribute", "connect", "assess", "check"):
        record = run.tables.record(stage) or {}
        used |= record.get("parameters", {})
        steps[stage] = record.get("steps", [])
    used |= run.parameters_used
    return {"parameters": dict(sorted(used.items())), "steps": steps}


def _rejects(run: StageRun) -> list[dict[str, Any]]:
    return _rows(
        run,
        """
        select p.file_name, r.reason, count(*) as rows_rejected, min(r.detail) as example
        from rejects r join snapshots p on p.snapshot_id = r.snapshot_id
        group by p.file_name, r.reason order by p.file_name, r.reason
        """,
    )


def _stood_for(run: StageRun) -> list[dict[str, Any]]:
    return _rows(
        run,
        """
        select d.kind, s.source_id, count(*) as rows_stood_for, min(d.basis) as example
        from duplicates d join shipments s on s.shipment_id = d.shipment_id
        group by d.kind, s.source_id order by d.kind, s.source_id
        """,
    )


def _rows(run: StageRun, sql: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = run.query(sql).to_pylist()
    return rows
