"""The stage `report`: figures as tables, and the page with its files."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from enduse import entities
from enduse.claims import ledger_exports
from enduse.errors import StorageFailed
from enduse.model.judged import FIGURE_ROWS, FIGURES
from enduse.report import diagrams, exports
from enduse.report.figures import Figure, group_rows
from enduse.report.ledger_files import ledger_files
from enduse.report.parameters import sentences
from enduse.report.rows import PLACE_COLUMNS, SHIPMENT_COLUMNS, described, shipments
from enduse.report.sections import HEADLINE, Contents, contents
from enduse.settings import Parameter
from enduse.store import StageRun, write_bytes
from enduse.terms.measures import number
from enduse.version import VERSION

ROWS_SHOWN = Parameter("report_rows", 12, "The page shows at most this many rows behind a figure; the CSV beside it holds all.")


def write(run: StageRun) -> None:
    """Write the tables figures and figure_rows, and the folder `report/` (page, CSV, JSON, FollowTheMoney)."""
    told = contents(run)
    figures = list(told.figures.values())
    run.write(FIGURES, [figure.row() for figure in figures])
    run.write(
        FIGURE_ROWS,
        [
            {"figure_id": figure.figure_id, "kind": kind, "ref_id": ref}
            for figure in figures
            for kind, ref in sorted(set(figure.answer.rows))
        ],
    )
    run.progress("writing the report", 0, None)
    groups = _groups(run, figures)
    # Written aside and moved when whole: a disk that fills up leaves the report that was there.
    folder = run.folder / "tmp" / "report"
    shutil.rmtree(folder, ignore_errors=True)
    for group in groups:
        write_bytes(folder / "rows" / f"{group['id']}.csv", exports.as_csv(group["all"], group["columns"]))
    for name, data in _files(run, told).items():
        write_bytes(folder / name, data)
    write_bytes(folder / "index.html", _page(run, told, groups).encode("utf-8", "replace"))
    _publish(folder, run.folder / "report")


def _publish(written: Path, folder: Path) -> None:
    """Move what was written into place; the page goes last: whoever finds it finds everything it points to."""
    try:
        shutil.rmtree(folder / "rows", ignore_errors=True)
        (folder / "rows").mkdir(parents=True, exist_ok=True)
        paths = sorted(path for path in written.rglob("*") if path.is_file() and path.name != "index.html")
        for path in [*paths, written / "index.html"]:
            path.replace(folder / path.relative_to(written))
    except OSError as error:
        raise StorageFailed(folder, error.strerror or str(error)) from error
    shutil.rmtree(written, ignore_errors=True)


def _groups(run: StageRun, figures: list[Figure]) -> list[dict[str, Any]]:
    most = run.parameter(ROWS_SHOWN)
    grouped = group_rows(figures)
    wanted = {row for sharing in grouped.values() for row in sharing[0].answer.rows}
    told = {(row["kind"], row["ref_id"]): row for row in described(run, wanted)}
    result: list[dict[str, Any]] = []
    for key, sharing in grouped.items():
        rows = [told[row] for row in sorted(set(sharing[0].answer.rows))]
        rows.sort(key=lambda row: (row["kind"], row.get("declared_on") or "", row["ref_id"]))
        columns = [
            "kind",
            "ref_id",
            "what",
            *[name for name in SHIPMENT_COLUMNS if name != "ref_id" and any(name in row for row in rows[:1])],
        ]
        result.append({"id": key, "figures": sharing, "count": len(rows), "rows": rows[:most], "all": rows, "columns": columns})
    return result


def _files(run: StageRun, told: Contents) -> dict[str, bytes]:
    case = run.settings.case
    cited = sorted({ref for figure in told.figures.values() for kind, ref in figure.answer.rows if kind == "shipment"})
    legs = {
        row["shipment_id"]: row
        for row in run.read("legs", ["shipment_id", "consignor_id", "consignee_id"], [("shipment_id", "in", cited or [""])]).to_pylist()
    }
    rows = [{**row, **legs.get(row["ref_id"], {})} for row in shipments(run, cited)]
    figures = [figure.row() for figure in told.figures.values()]
    suppliers = [
        {**one, "rows": len(one["shipments"]), "listed": ", ".join(listing["list_id"] for listing in one["listings"])}
        for one in told.suppliers
    ]
    end_users = [
        {**one, "names": " | ".join(one["names"]), "lists": " | ".join(sorted({act["list_id"] for act in one["listings"]}))}
        for one in told.end_users
    ]
    verdicts = {row["claim_id"]: row for row in run.read("verdicts").to_pylist()}
    claims = [{**row, **verdicts.get(row["claim_id"], {})} for row in run.read("claims").to_pylist()]
    return {
        **{f"ledger-{name}": data for name, data in ledger_files(told.published["told"]).items()},
        **ledger_exports(run, case.title),
        "figures.csv": exports.as_csv(figures, list(figures[0]) if figures else ["figure_id"]),
        "suppliers.csv": exports.as_csv(
            suppliers, ["entity", "name", "name_latin", "country", "value_usd", "net_mass_kg", "rows", "first", "last", "listed"]
        ),
        "end_users.csv": exports.as_csv(end_users, ["entity", "name", "name_latin", "country", "names", "lists"]),
        "shipments.csv": exports.as_csv(rows, list(SHIPMENT_COLUMNS)),
        "may_be_listed.csv": exports.as_csv(
            told.may_be_listed,
            [
                "entity_id",
                "name",
                "country",
                "subject_id",
                "list_id",
                "listed_name",
                "score",
                "evidence",
                "received",
                "received_usd",
                "sent",
                "sent_usd",
            ],
        ),
        "findings.csv": _whole(run, "findings"),
        "citations.csv": exports.as_csv(_citations(run), ["finding_id", "ordinal", "kind", "ref_id", "what", "file", "locator", "sha256"]),
        "claims.csv": exports.as_csv(
            claims,
            [
                "claim_id",
                "article",
                "quote",
                "origin",
                "stance",
                "kind",
                "verdict",
                "reason",
                "explanation",
                "claimed",
                "found_at_least",
                "found_at_most",
                "unit",
            ],
        ),
        "coverage.csv": _whole(run, "coverage"),
        "rejects.csv": _whole(run, "rejects"),
        "duplicates.csv": _whole(run, "duplicates"),
        "report.json": exports.as_json(told, case.title, case.invented),
        "entities.ftm.json": exports.as_ftm(told, rows, "enduse"),
    }


def _whole(run: StageRun, name: str) -> bytes:
    """Return a table as it stands, as CSV."""
    table = run.read(name)
    return exports.as_csv(table.to_pylist(), table.column_names)


def _citations(run: StageRun) -> list[dict[str, Any]]:
    """Return every row cited by a finding, with its file and place."""
    cited = run.read("finding_citations").to_pylist()
    told = {(row["kind"], row["ref_id"]): row for row in described(run, {(row["kind"], row["ref_id"]) for row in cited}, PLACE_COLUMNS)}
    return [{**told[row["kind"], row["ref_id"]], **row} for row in cited]


def _page(run: StageRun, told: Contents, groups: list[dict[str, Any]]) -> str:
    pages = resources.files("enduse.report") / "pages"
    loader = jinja2.FunctionLoader(lambda name: (pages / name).read_text(encoding="utf-8"))
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["number"] = number
    template = environment.get_template("report.html.j2")
    names = {entity: _short(card.name_latin or card.name) for entity, card in told.view.cards.items()}
    for edge in told.edges:
        for side in ("left", "right"):
            names.setdefault(edge[side], edge.get(f"{side}_name") or edge[side])
    measure = "usd" if any(edge.get("usd") for edge in told.edges) else "kg"
    unit = "USD" if measure == "usd" else "kg"
    without = sum(1 for edge in told.edges if not edge.get(measure))
    days = sorted(str(one["as_of"]) for one in told.sources if one["as_of"])
    return template.render(
        c=told,
        case=run.settings.case,
        style=(pages / "report.css").read_text(encoding="utf-8"),
        as_of=days[-1] if days else None,
        headline=[told.figures[name] for name in HEADLINE if name in told.figures],
        doubts=_doubts(run, told),
        flow=diagrams.flow(told.edges, names, measure, unit),
        flow_unit=unit,
        flow_note=f"{without} edges state no {unit} and are not drawn." if without else "",
        timeline=diagrams.timeline(told.monthly, told.marks, names, measure, f"{unit} delivered directly, by month"),
        calendar=diagrams.calendar(told.coverage),
        groups=groups,
        sentences=sentences(),
        version=VERSION,
    )


def _doubts(run: StageRun, told: Contents) -> list[str]:
    """Return the open identity questions among end users and suppliers, in words, what moves most first."""
    ids = set(told.view.cards)
    return [
        f"{one.left_name} and {one.right_name} may be one company: {one.evidence}. If they are, this moves: {one.moves}."
        for one in entities.questions(run)
        if one.left_entity_id in ids and one.right_entity_id in ids
    ]


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"


def page_path(folder: Path) -> Path:
    """Return where the page of the workspace at `folder` stands."""
    return folder / "report" / "index.html"
