"""Every number the report prints: its question, its answer, and the rows behind it.

A figure is made by asking a question; `explain` asks the same question again and compares. There is no other way to put a
number with bounds on the page, so a figure that cannot be computed again cannot be printed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from enduse import claims, entities, graph
from enduse.errors import SettingError
from enduse.store import StageRun
from enduse.terms.ids import canonical
from enduse.terms.measures import counted

Row = tuple[str, str]
"""(kind, key) of one row: kind is shipment, designation, finding or claim."""
Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Answer:
    """A number with its bounds and rows; None is 'cannot tell' (or, for `at_most`, open)."""

    at_least: float | None
    central: float | None
    at_most: float | None
    rows: tuple[Row, ...]
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """One number on the page, in words, with its unit and question."""

    figure_id: str
    label: str
    unit: str
    question: Mapping[str, Any]
    answer: Answer

    @property
    def unit_said(self) -> str:
        """The unit as it stands beside the number: 1 claim, 2 claims."""
        return counted(self.unit, self.answer.at_least, self.answer.at_most)

    @property
    def rows_sha256(self) -> str:
        """The hash of the sorted row keys: equal hashes mean the same rows."""
        text = "\n".join(f"{kind} {ref}" for kind, ref in sorted(self.answer.rows))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def group(self) -> str:
        """A short name for the set of rows behind the figure."""
        return self.rows_sha256[:12]

    def row(self) -> dict[str, Any]:
        """Return the figure as a row of the table `figures`."""
        return {
            "figure_id": self.figure_id,
            "label": self.label,
            "unit": self.unit,
            "at_least": self.answer.at_least,
            "central": self.answer.central,
            "at_most": self.answer.at_most,
            "question": canonical(self.question),
            "rows_sha256": self.rows_sha256,
            "rows": len(self.answer.rows),
        }


def _supplier_key(of: Iterable[str], span: Mapping[str, Any]) -> str:
    """Return what the answer about an end user's suppliers is kept under."""
    return canonical([list(of), span["goods"], span["since"], span["until"]])


class Asker:
    """Answers questions; answers that several figures share are computed once."""

    def __init__(self, run: StageRun) -> None:
        self._run = run
        self._traces: dict[str, dict[str, Any]] = {}
        self._suppliers: dict[str, dict[str, Any]] = {}

    def figure(self, figure_id: str, label: str, unit: str, question: Mapping[str, Any]) -> Figure:
        """Return the figure that answers `question`."""
        return Figure(figure_id, label, unit, question, self.answer(question))

    def answer(self, question: Mapping[str, Any]) -> Answer:
        """Return the answer; raises SettingError for a question of an unknown kind."""
        kinds: dict[str, Callable[[Mapping[str, Any]], Answer]] = {
            "companies": self._companies,
            "suppliers": self._supplier_figure,
            "trace": self._trace_figure,
            "findings": self._findings,
            "verdict": self._verdict,
            "verdicts": self._verdicts,
            "origins": self._origins,
            "read": self._read,
            "read_verdicts": self._read_verdicts,
            "read_origins": self._read_origins,
        }
        kind = question["ask"]
        if kind not in kinds:
            raise SettingError(f"unknown question {kind!r}; known: {', '.join(sorted(kinds))}")
        return kinds[kind](question)

    def suppliers(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return graph.suppliers for the question's arguments."""
        key = _supplier_key(question["of"], question)
        if key not in self._suppliers:
            found = graph.suppliers(self._run, question["of"], question["goods"], question["since"], question["until"])
            self._suppliers[key] = found.as_json()
        return self._suppliers[key]

    def ask_each(self, of: Iterable[str], span: Mapping[str, Any]) -> None:
        """Ask about the suppliers of each end user on its own, together: later questions find their answers here."""
        for one, found in graph.suppliers_of_each(self._run, tuple(of), span["goods"], span["since"], span["until"]).items():
            self._suppliers[_supplier_key([one], span)] = found.as_json()

    def trace(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return graph.trace for the question's arguments."""
        arguments = [question[name] for name in ("from", "to", "goods", "since", "until", "unit")]
        key = canonical(arguments)
        if key not in self._traces:
            self._traces[key] = graph.trace(self._run, *arguments).as_json()
        return self._traces[key]

    def _companies(self, question: Mapping[str, Any]) -> Answer:
        at_least, at_most = entities.count_bounds(self._run, question["ids"])
        listed = self._run.read("listed_matches", filters=[("entity_id", "in", list(question["ids"]) or [""])])
        subjects = sorted(set(listed["subject_id"].to_pylist()))
        acts = self._run.read("designations", ["designation_id"], filters=[("subject_id", "in", subjects or [""])])
        rows = tuple(("designation", one) for one in sorted(acts["designation_id"].to_pylist()))
        return Answer(float(at_least), None, float(at_most), rows, {})

    def _supplier_figure(self, question: Mapping[str, Any]) -> Answer:
        answer = self.suppliers(question)
        if "possible" in question:
            return _if_an_end_user(answer, question["possible"], question["measure"])
        if "supplier" in question:
            one = next((one for one in answer["suppliers"] if one["entity"] == question["supplier"]), None)
            if one is None:
                return Answer(0.0, 0.0, 0.0, (), answer)
            told, behind = one, {*one["shipments"], *one["possible_shipments"]}
        else:
            told, behind = answer, {row for one in (*answer["suppliers"], *answer["possible"]) for row in one["shipments"]}
        counted = question["measure"] == "count"
        bounds = answer["count"] if counted else told["bounds"][question["measure"]]
        least, most = (None if one is None else float(one) for one in (bounds["at_least"], bounds["at_most"]))
        return Answer(least, None if counted else _settled(least, most), most, _shipments(behind), answer)

    def _trace_figure(self, question: Mapping[str, Any]) -> Answer:
        answer = self.trace(question)
        rows = _shipments({*answer["shipments"], *answer["possible_shipments"]})
        measure = question.get("measure", "reached")
        if measure == "reached":
            return _of_stated(answer, answer, rows, answer)
        if measure == "direct":
            return Answer(answer["direct"], _settled(answer["direct"], answer["direct_at_most"]), answer["direct_at_most"], rows, answer)
        if measure == "supplied":
            # Rows that do not state the amount leave it open at the top.
            least, most = answer["supplied_range"]["at_least"], answer["supplied_range"]["at_most"]
            most = None if answer["supplied_range"]["unstated"] else most
            return Answer(least, _settled(least, most), most, rows, answer)
        if measure == "unresolved":
            return _unresolved(answer, rows)
        through = next((one for one in answer["intermediaries"] if one["entity"] == question["through"]), None)
        if through is None:
            return Answer(0.0, 0.0, 0.0, (), answer)
        return _of_stated(through, answer, rows, answer)

    def _findings(self, question: Mapping[str, Any]) -> Answer:
        conditions = [("flag_id", "=", question["flag"]), ("outcome", "=", question["outcome"])]
        found = self._run.read("findings", ["finding_id"], filters=conditions)["finding_id"].to_pylist()
        return Answer(float(len(found)), None, float(len(found)), tuple(("finding", one) for one in sorted(found)), {})

    def _verdict(self, question: Mapping[str, Any]) -> Answer:
        verdict = claims.recheck(self._run, question["claim"]).as_json()
        rows = tuple((one["kind"], one["ref_id"]) for one in verdict["rows"])
        return Answer(verdict["found_at_least"], None, verdict["found_at_most"], rows, verdict)

    def _verdicts(self, question: Mapping[str, Any]) -> Answer:
        ledger = set(self._run.read("claims", ["claim_id"])["claim_id"].to_pylist())
        given = self._run.read("verdicts", ["claim_id"], filters=[("verdict", "=", question["verdict"])])["claim_id"].to_pylist()
        found = [one for one in given if one in ledger]
        return Answer(float(len(found)), None, float(len(found)), tuple(("claim", one) for one in sorted(found)), {})

    def _read(self, question: Mapping[str, Any]) -> Answer:
        ids = self._run.read("extracted_claims", ["claim_id"])["claim_id"].to_pylist()
        count = len(ids) if question["count"] == "claims" else self._run.read("article_readings", ["article_id"]).num_rows
        return Answer(float(count), None, float(count), tuple(("claim", one) for one in sorted(ids)), dict(question))

    def _read_verdicts(self, question: Mapping[str, Any]) -> Answer:
        return _counted(claims.verdicts_of(self._run, question["verdict"]), question)

    def _read_origins(self, question: Mapping[str, Any]) -> Answer:
        return _counted(claims.origins_of(self._run, question.get("story")), question)

    def _origins(self, question: Mapping[str, Any]) -> Answer:
        found = claims.origins(self._run)
        ids = self._run.read("claims", ["claim_id"])["claim_id"].to_pylist()
        return Answer(float(found.at_least), None, float(found.at_most), tuple(("claim", one) for one in sorted(ids)), dict(question))


def _shipments(ids: Iterable[str]) -> Rows:
    return tuple(("shipment", one) for one in sorted(ids))


def _if_an_end_user(answer: dict[str, Any], entity: str, measure: str) -> Answer:
    """Return what was sent to a company that may be an end user: nothing counts at least."""
    one = next((one for one in answer["possible"] if one["entity"] == entity), None)
    if one is None:
        return Answer(0.0, 0.0, 0.0, (), answer)
    return Answer(0.0, None, one["bounds"][measure]["at_most"], _shipments(one["shipments"]), answer)


def _settled(at_least: float | None, at_most: float | None) -> float | None:
    """Return the number that is both least and most; None where they differ or one is open."""
    return at_least if at_least == at_most else None


def _of_stated(bounds: Mapping[str, Any], trace: Mapping[str, Any], rows: Rows, detail: dict[str, Any]) -> Answer:
    """Return bounds as a figure. Shipments on a way that do not state the amount are in none of them and leave it open at the top."""
    if trace["unmeasured"]:
        return Answer(bounds["at_least"], None, None, rows, detail)
    return Answer(bounds["at_least"], bounds["central"], bounds["at_most"], rows, detail)


def _unresolved(trace: dict[str, Any], rows: Rows) -> Answer:
    """Return what the suppliers sold and nothing shows to have arrived: the mirror image of what reached.

    A direct sale that does not state the amount is missing on both sides alike. Another sale of the suppliers without it leaves
    the figure open at the top, and any other shipment on a way without it may have carried all of the rest.
    """
    at_least = _less(trace["supplied_range"]["at_least"], trace["at_most"])
    central = _less(trace["supplied"], trace["central"])
    at_most = _less(trace["supplied_range"]["at_most"], trace["at_least"])
    direct = trace["direct_rows"]["unstated"]
    if trace["supplied_range"]["unstated"] > direct:
        central = at_most = None
    if len(trace["unmeasured"]) > direct:
        at_least, central = None if trace["supplied"] is None else 0.0, None
    return Answer(at_least, central, at_most, rows, trace)


def _counted(found: Any, question: Mapping[str, Any]) -> Answer:
    return Answer(float(found.at_least), None, float(found.at_most), tuple(("claim", one) for one in found.claims), dict(question))


def _less(total: float | None, part: float | None) -> float | None:
    return None if total is None or part is None else round(max(total - part, 0.0), 6)


def group_rows(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Return figures by the set of rows they rest on, in the order given."""
    grouped: dict[str, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(figure.group, []).append(figure)
    return grouped
