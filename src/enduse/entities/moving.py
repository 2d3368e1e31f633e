"""Open questions of identity, ranked by how much of the answer they move, and told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.engine import Step
from enduse.model.companies import POSSIBLE_MATCHES
from enduse.store import StageRun, rows_of

STEP = Step.load("enduse.entities", "possible_matches.sql")
LISTED_STEP = Step.load("enduse.entities", "listed_questions.sql")
_ASKED = """
select q.*, l.name as left_name, l.country as left_country, r.name as right_name, r.country as right_country
from possible_matches q
join entities l on l.entity_id = q.left_entity_id
join entities r on r.entity_id = q.right_entity_id
order by q.place
"""


@dataclass(frozen=True)
class _Asked:
    """A question, ranked: `place` is 1 for what moves most."""

    place: int

    @property
    def moves(self) -> str:
        """What would change if the answer were yes, in words."""
        raise NotImplementedError

    def as_json(self) -> dict[str, Any]:
        """Return the question as `enduse questions --json` prints it."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__} | {"moves": self.moves}


@dataclass(frozen=True)
class OpenQuestion(_Asked):
    """Two companies that may be one, why, and what would change. Units stand in the names; null: not stated.

    `moves_listed`: one of the two answers to a listed subject, the other does not. `place` is 1 for what moves most.
    """

    left_entity_id: str
    left_name: str
    right_entity_id: str
    right_name: str
    score: float
    evidence: str
    judgement: str | None
    moves_listed: bool
    moves_suppliers: int
    moves_shipments: int
    moves_value_usd: float | None

    @property
    def moves(self) -> str:
        """What would change if the two were one, in words."""
        told = ["one of them is listed, the other is not"] if self.moves_listed else []
        if self.moves_suppliers:
            told.append(f"{self.moves_suppliers:,} supplier{'s' * (self.moves_suppliers != 1)} of listed companies more or fewer")
        told.append(_rows(self.moves_shipments, self.moves_value_usd))
        return "; ".join(told)


@dataclass(frozen=True)
class ListedQuestion(_Asked):
    """A company that may be a listed subject: its match is *possible*, so it is not followed. Null: not stated.

    `listed_already`: it surely answers to another subject. Rows and dollars are those counted on which it is consignee
    (`received`) or consignor (`sent`). `place` is 1 for what moves most: who answers surely to no list first, then by what it received.
    """

    entity_id: str
    name: str
    country: str | None
    subject_id: str
    list_id: str
    listed_name: str
    entity_name: str
    score: float
    evidence: str
    listed_already: bool
    received: int
    sent: int
    received_usd: float | None
    sent_usd: float | None

    @property
    def moves(self) -> str:
        """What would be a listed company's, in words."""
        told = ["it is listed already"] if self.listed_already else []
        if self.received:
            told.append(f"received {_rows(self.received, self.received_usd)}")
        if self.sent:
            told.append(f"sent {_rows(self.sent, self.sent_usd)}")
        return "; ".join(told) or "no row as consignor or consignee"


def _rows(count: int, usd: float | None) -> str:
    """Return a number of rows and the dollars they state, in words."""
    return f"{count:,} row{'s' * (count != 1)}{'' if usd is None else f', {usd:,.0f} USD stated'}"


def write_questions(run: StageRun, rows: Sequence[dict[str, Any]]) -> None:
    """Write possible_matches with what each moves; call when mentions are resolved and listed matches are written."""
    asked = ("left_entity_id", "right_entity_id", "score", "evidence", "judgement")
    run.put("possible_pairs", rows_of(POSSIBLE_MATCHES, rows).select(list(asked)))
    run.write(POSSIBLE_MATCHES, run.ask(STEP))


def questions(run: StageRun) -> Iterator[OpenQuestion]:
    """Yield the open questions of identity, what moves most first."""
    run.attach("possible_matches", "entities")
    known = OpenQuestion.__dataclass_fields__
    for row in run.query(_ASKED).to_pylist():
        yield OpenQuestion(**{name: row[name] for name in known})


def listed_questions(run: StageRun) -> Iterator[ListedQuestion]:
    """Yield the companies that may be on a list (grade *possible*), what moves most first; needs `resolve`."""
    if not run.has("listed_matches"):
        return
    known = ListedQuestion.__dataclass_fields__
    for row in sorted(run.ask(LISTED_STEP).to_pylist(), key=lambda row: row["place"]):
        yield ListedQuestion(**{name: row[name] for name in known})
