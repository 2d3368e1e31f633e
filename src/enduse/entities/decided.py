"""What people decided about names that are screened: lines of judgements.csv that tie a name to a listed subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from enduse.entities import judgements
from enduse.entities.judgements import Verdict
from enduse.entities.outcomes import Compared, Outcome
from enduse.entities.queries import Query
from enduse.store import StageRun

_BEARERS = """
select em.entity_id, m.mention_id, m.name
from mentions m
left join entity_mentions em on em.mention_id = m.mention_id
"""
_OUTCOMES: dict[Verdict, Outcome] = {"same": "agree", "different": "differ", "unsure": "unknown"}


class Decision(NamedTuple):
    """One line of judgements.csv about a name and a listed subject: what, who, when, why."""

    judgement: Verdict
    judged_by: str
    judged_on: str
    reason: str

    def compared(self, name: str, listed_name: str) -> Compared:
        """Return the decision as a line of an explanation."""
        who = ", ".join(part for part in (self.judged_by, self.judged_on) if part)
        return Compared(f"judgement of {who or 'a person'}", _OUTCOMES[self.judgement], name, listed_name)


class Decisions:
    """Decisions by (id of a name, listed subject). A decision about a mention or entity holds for the names it bears."""

    def __init__(self, known: Mapping[tuple[str, str], Decision]) -> None:
        self._known = known
        self._same: dict[str, list[str]] = defaultdict(list)
        for (one, other), said in sorted(known.items()):
            if said.judgement == "same":
                self._same[one].append(other)

    @classmethod
    def load(cls, run: StageRun) -> Decisions:
        """Return the decisions of the workspace; raises SettingError for lines that cannot be used."""
        decided = judgements.load(run.folder)
        known: dict[tuple[str, str], Decision] = {}
        for one in decided:
            said = Decision(one.judgement, one.judged_by, one.judged_on, one.reason)
            known[one.left_id, one.right_id] = known[one.right_id, one.left_id] = said
        judged = {part for pair in known for part in pair}
        if judged and run.has("mentions") and run.has("entity_mentions"):
            for row in run.query(_BEARERS).to_pylist():
                for bearer in sorted({row["mention_id"], row["entity_id"]} & judged):
                    name_id = Query(row["name"]).name_id
                    known |= {
                        (name_id, other): said
                        for (one, other), said in sorted(known.items())
                        if one == bearer and (name_id, other) not in known
                    }
        return cls(known)

    def __bool__(self) -> bool:
        return bool(self._known)

    def of(self, query: Query, subject_id: str) -> Decision | None:
        """Return what was decided about the name and the subject; null when nothing was."""
        return self._known.get((query.name_id, subject_id)) if self else None

    def same(self, query: Query) -> list[str]:
        """Return the ids that a person judged to be one with the name, whatever it is called on the lists."""
        return self._same.get(query.name_id, []) if self else []
