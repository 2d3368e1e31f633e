"""Who the report is about: the end users followed, their suppliers, and the words for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enduse import entities, graph
from enduse.errors import AmbiguousName, UnknownName
from enduse.settings import Parameter
from enduse.store import StageRun

TRACED_SUPPLIERS = Parameter(
    "report_traced_suppliers",
    8,
    "The report traces this many of the largest direct suppliers through intermediaries when the case names none.",
)
END_USERS_MAX = Parameter(
    "report_end_users", 40, "The report follows at most this many listed consignees, largest by rows, when the case names none."
)
FOLLOWED_GRADES = ("confirmed", "likely")


@dataclass(frozen=True)
class CaseView:
    """The case as the tables answer it; ids are entity ids, `unknown` are names that the workspace does not hold."""

    end_users: tuple[str, ...]
    suppliers: tuple[str, ...]
    traced: tuple[str, ...]
    goods: tuple[str, ...]
    since: str | None
    until: str | None
    cards: dict[str, entities.EntityCard]
    direct: dict[str, Any]
    unknown: tuple[str, ...]

    def name(self, entity_id: str) -> str:
        """Return the printed name of an entity, with its Latin form when that differs."""
        card = self.cards.get(entity_id)
        if card is None:
            return entity_id
        return card.name if card.name_latin in (None, card.name) else f"{card.name} ({card.name_latin})"


def view(run: StageRun) -> CaseView:
    """Return the case: end users named by enduse.toml, or else every consignee that answers to a list."""
    case = run.settings.case
    unknown: list[str] = []
    end_users = _named(run, case.end_users, unknown) if case.end_users else _listed_consignees(run)
    empty: dict[str, Any] = {"count": {"at_least": 0, "at_most": 0}, "suppliers": [], "possible": []}
    direct = graph.suppliers(run, end_users, case.goods, case.since, case.until).as_json() if end_users else empty
    suppliers = tuple(one["entity"] for one in direct["suppliers"])
    chosen = _named(run, case.suppliers, unknown) if case.suppliers else suppliers[: run.parameter(TRACED_SUPPLIERS)]
    traced = tuple(one for one in chosen if one not in end_users)
    possible = {one for buyer in direct["possible"] for one in (buyer["entity"], *buyer["suppliers"])}
    ids = sorted({*end_users, *suppliers, *traced, *possible})
    return CaseView(end_users, suppliers, traced, case.goods, case.since, case.until, entities.describe(run, ids), direct, tuple(unknown))


def _named(run: StageRun, names: tuple[str, ...], unknown: list[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        try:
            found.update(dict.fromkeys(entities.find(run, name)))
        except AmbiguousName as error:
            # Several companies of one printed name: the case means all of them, and the page says that they may differ.
            found.update(dict.fromkeys(sorted(entity for entity, _ in error.candidates)))
        except UnknownName:
            unknown.append(name)
    return tuple(found)


def _listed_consignees(run: StageRun) -> tuple[str, ...]:
    matches = run.read("listed_matches", ["entity_id"], [("grade", "in", list(FOLLOWED_GRADES))])
    followed = set(matches["entity_id"].to_pylist())
    if not followed:
        return ()
    legs = run.query("select consignee_id, count(*) as n from legs group by consignee_id")
    rows = sorted(
        ((-n, entity) for entity, n in zip(legs["consignee_id"].to_pylist(), legs["n"].to_pylist(), strict=True) if entity in followed)
    )
    return tuple(entity for _, entity in rows[: run.parameter(END_USERS_MAX)])
