"""What each decision of a person changed: the companies of a workspace with it and without it, laid side by side.

The mentions near a decision (those of the companies it names, and of companies that may be one of them) are resolved twice, with
all decisions and with all but this one; what differs is its consequence. Only mentions and subjects near by are looked at: how
common a name is in the whole workspace plays no part, and where resolving the near mentions does not give the companies that
stand in the tables, that is said.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from enduse.engine import Engine, closing
from enduse.entities import judgements
from enduse.entities.companies import entity_id_of
from enduse.entities.judgements import COLUMNS, FILE_NAME, Judgement
from enduse.entities.judging import CONTRADICTS, IN_ARTICLES, MISSING, SCREENED
from enduse.entities.stage import resolve
from enduse.model import TABLES
from enduse.store import StageRun, Tables
from enduse.terms.ids import ENTITY

_NEAR_MAX = 2_000
"""With more mentions near by nothing is resolved again, and the consequences cannot be told."""
_INPUTS = ("mentions", "shipment_parties", "shipments", "statements", "designations")
Group = frozenset[str]


@dataclass(frozen=True)
class Consequence:
    """One decision, its effect, and what would be otherwise without it. Companies go by the names they print.

    `told` is false where it cannot be told: the consequences then are empty and `why` says why; null otherwise.
    """

    judgement: Judgement
    effect: str
    merged: tuple[tuple[str, ...], ...] = ()
    """Each: companies that are one and would be several."""
    parted: tuple[tuple[str, ...], ...] = ()
    """Each: companies that are several and would be one."""
    listed_gained: tuple[tuple[str, str], ...] = ()
    """(company, listed subject) pairs that would not answer to each other."""
    listed_lost: tuple[tuple[str, str], ...] = ()
    questions_settled: tuple[tuple[str, str], ...] = ()
    """Pairs of companies that would be an open question."""
    questions_raised: tuple[tuple[str, str], ...] = ()
    names_linked: tuple[tuple[str, str], ...] = ()
    """(name printed in articles, what it stands for) by this decision."""
    told: bool = True
    why: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the consequence as `enduse judgements --json` prints it."""
        return vars(self.judgement) | {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "judgement"}

    @property
    def words(self) -> list[str]:
        """What the decision changed, a line each; one line says so when it changed nothing."""
        if not self.told:
            return [self.why or "cannot tell"]
        lines = [f"merged: {' + '.join(names)}" for names in self.merged]
        lines += [f"kept apart: {' | '.join(names)}" for names in self.parted]
        lines += [f"listed match gained: {name} = {subject}" for name, subject in self.listed_gained]
        lines += [f"listed match lost: {name} = {subject}" for name, subject in self.listed_lost]
        lines += [f"question settled: {left} / {right}" for left, right in self.questions_settled]
        lines += [f"question raised: {left} / {right}" for left, right in self.questions_raised]
        lines += [f"in articles {name} stands for {thing}" for name, thing in self.names_linked]
        return lines or ["nothing else changed"]


@dataclass
class _World:
    """The near mentions as resolved once."""

    groups: dict[str, Group]
    """The company of each mention, as its mentions."""
    listed: set[tuple[Group, str]] = field(default_factory=set)
    open: set[frozenset[Group]] = field(default_factory=set)


def consequences(run: StageRun, open_engine: Callable[[Path], Engine]) -> Iterator[Consequence]:
    """Yield what each decision in judgements.csv changed, sorted by its ids; `open_engine` opens an engine in a folder.

    The stage `resolve` must have run on these decisions. Raises StageNotRun otherwise, SettingError for lines that cannot be used.
    """
    decided = judgements.load(run.folder)
    first = _first_mentions(run, decided)
    effects = {(row["left_id"], row["right_id"]): row["effect"] for row in run.read("judgements").to_pylist()}
    for number, one in enumerate(decided):
        run.progress("weighing decisions", number, len(decided))
        effect = effects.get((one.left_id, one.right_id))
        if effect is None:
            yield Consequence(one, "not yet honoured", told=False, why="this line was added since the last run: run `enduse run`")
        elif effect == IN_ARTICLES:
            yield Consequence(one, effect, names_linked=tuple(_linked(run, one)))
        elif effect in (MISSING, SCREENED, CONTRADICTS):
            yield Consequence(one, effect)
        else:
            sides = tuple(dict.fromkeys((*(first.get(side, side) for side in (one.left_id, one.right_id)), one.left_id, one.right_id)))
            yield _compared(run, one, effect, sides, decided, open_engine)


def _first_mentions(run: StageRun, decided: Sequence[Judgement]) -> dict[str, str]:
    """Return the mention that gives an entity named in a decision its id: the entity itself may be part of another by now."""
    wanted = {side for one in decided for side in (one.left_id, one.right_id) if side.startswith(ENTITY)}
    if not wanted:
        return {}
    every = run.read("entity_mentions", ("mention_id",))["mention_id"].to_pylist()
    return {entity: mention for mention in every if (entity := entity_id_of(mention)) in wanted}


def _compared(
    run: StageRun, one: Judgement, effect: str, sides: tuple[str, ...], decided: Sequence[Judgement], open_engine: Callable[[Path], Engine]
) -> Consequence:
    near, subjects = _near(run, sides)
    if not near or len(near) > _NEAR_MAX:
        why = "no company of the workspace is named" if not near else f"{len(near):,} mentions are near by, more than {_NEAR_MAX:,}"
        return Consequence(one, effect, told=not near, why=why if near else None)
    names = _names(run, near)
    # In the workspace, as all that is written; a workspace that may not be written answers all the same.
    inside = run.folder / "tmp"
    with tempfile.TemporaryDirectory(prefix="near-", dir=inside if os.access(inside, os.W_OK) else None) as folder:
        place = Path(folder)
        _copy(run, place, near, subjects)
        now = _resolved(run, place, decided, open_engine)
        other = _resolved(run, place, [each for each in decided if each != one], open_engine)
    if now.groups != _standing(run, near):
        why = "the near mentions alone do not give the companies of the workspace"
        return Consequence(one, effect, told=False, why=why)
    return _differing(one, effect, now, other, names)


def _differing(one: Judgement, effect: str, now: _World, other: _World, names: Mapping[str, str]) -> Consequence:
    """Return what stands in one world and not in the other; matches and questions of companies that changed go by their mentions."""

    def named(group: Group) -> str:
        return min(names[mention] for mention in group)

    def split(left: _World, right: _World) -> tuple[tuple[str, ...], ...]:
        found = set()
        for group in set(left.groups.values()) - set(right.groups.values()):
            parts = {right.groups[mention] for mention in group}
            if len(parts) > 1:
                found.add(tuple(sorted(map(named, parts))))
        return tuple(sorted(found))

    def matches(left: _World, right: _World) -> tuple[tuple[str, str], ...]:
        held = {(mention, subject) for group, subject in right.listed for mention in group}
        return tuple(sorted({(names[m], subject) for group, subject in left.listed for m in group if (m, subject) not in held}))

    def asked(left: _World, right: _World) -> tuple[tuple[str, str], ...]:
        held = {frozenset((a, b)) for pair in right.open for a in min(pair, key=sorted) for b in max(pair, key=sorted)}
        found = set()
        for pair in left.open:
            a, b = sorted(pair, key=sorted)
            if not any(frozenset((m, n)) in held for m in a for n in b):
                found.add((min(named(a), named(b)), max(named(a), named(b))))
        return tuple(sorted(found))

    return Consequence(
        one, effect, split(now, other), split(other, now), matches(now, other), matches(other, now), asked(other, now), asked(now, other)
    )


def _near(run: StageRun, sides: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the mentions near a decision, and the listed subjects: those named and those that near companies answer to."""
    run.attach("entity_mentions", "possible_matches", "listed_matches")
    found = run.query(
        "select distinct entity_id from entity_mentions where entity_id in :sides or mention_id in :sides "
        "union select distinct entity_id from listed_matches where subject_id in :sides",
        sides=sides,
    )
    here = tuple(sorted(found["entity_id"].to_pylist()))
    beside = run.query(
        "select left_entity_id as entity_id from possible_matches where right_entity_id in :here "
        "union select right_entity_id from possible_matches where left_entity_id in :here",
        here=here,
    )
    every = tuple(sorted({*here, *beside["entity_id"].to_pylist()}))
    mentions = run.query("select mention_id from entity_mentions where entity_id in :every order by mention_id", every=every)
    subjects = run.query("select distinct subject_id from listed_matches where entity_id in :every", every=every)
    return tuple(mentions["mention_id"].to_pylist()), tuple(sorted({*sides, *subjects["subject_id"].to_pylist()}))


def _names(run: StageRun, near: tuple[str, ...]) -> dict[str, str]:
    rows = run.query("select mention_id, name from mentions where mention_id in :near", near=near)
    return dict(zip(rows["mention_id"].to_pylist(), rows["name"].to_pylist(), strict=True))


def _standing(run: StageRun, near: tuple[str, ...]) -> dict[str, Group]:
    rows = run.query("select mention_id, entity_id from entity_mentions where mention_id in :near", near=near)
    return _groups(dict(zip(rows["mention_id"].to_pylist(), rows["entity_id"].to_pylist(), strict=True)))


def _groups(entity: Mapping[str, str]) -> dict[str, Group]:
    members: dict[str, set[str]] = defaultdict(set)
    for mention, one in entity.items():
        members[one].add(mention)
    return {mention: frozenset(members[one]) for mention, one in entity.items()}


def _copy(run: StageRun, place: Path, near: tuple[str, ...], subjects: tuple[str, ...]) -> None:
    """Write the rows near by as the tables of a workspace of their own."""
    of = {"mentions": "mention_id in :near", "shipment_parties": "mention_id in :near", "statements": "subject_id in :subjects",
          "designations": "subject_id in :subjects",
          "shipments": "shipment_id in (select shipment_id from shipment_parties where mention_id in :near)"}  # fmt: skip
    tables = Tables(place / "tables")
    for name in _INPUTS:
        if run.has(name):
            run.attach("shipment_parties")
            rows = run.query(f"select * from {name} where {of[name]}", near=near, subjects=subjects)
            writer = tables.writer(TABLES[name])
            writer.sorted(rows)
            writer.close()
    tables.commit("near", {"key": "near"})


def _resolved(run: StageRun, place: Path, decided: Sequence[Judgement], open_engine: Callable[[Path], Engine]) -> _World:
    """Return the near mentions resolved with these decisions; entities of the workspace go by their oldest mention, as ever."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(vars(one) for one in decided)
    (place / FILE_NAME).write_text(text.getvalue(), encoding="utf-8")
    with closing(open_engine(place / "tmp")) as engine:
        again = StageRun(place, Tables(place / "tables"), run.archive, engine, run.settings)
        resolve(again)
        again.finish()
        entity = {row["mention_id"]: row["entity_id"] for row in again.read("entity_mentions").to_pylist()}
        listed = again.read("listed_matches", ("entity_id", "subject_id")).to_pylist()
        pairs = again.read("possible_matches", ("left_entity_id", "right_entity_id")).to_pylist()
    groups = _groups(entity)
    group = {entity[mention]: members for mention, members in groups.items()}
    return _World(
        groups,
        {(group[row["entity_id"]], row["subject_id"]) for row in listed},
        {frozenset((group[row["left_entity_id"]], group[row["right_entity_id"]])) for row in pairs},
    )


def _linked(run: StageRun, one: Judgement) -> Iterator[tuple[str, str]]:
    if not run.has("name_candidates"):
        return
    sides = (one.left_id, one.right_id)
    rows = run.query(
        "select name, candidate from name_candidates where name_id in :sides and candidate_id in :sides and judged_by is not null "
        "order by name, candidate",
        sides=sides,
    )
    yield from ((row["name"], row["candidate"]) for row in rows.to_pylist())
