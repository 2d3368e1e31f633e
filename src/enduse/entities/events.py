"""What became of companies since the workspace was last resolved: which were merged, split, or only bear another id.

The history of a workspace is kept: each run adds its own events and leaves the earlier ones as they are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from enduse.entities.merging import JUDGED
from enduse.model.companies import ENTITY_EVENTS
from enduse.store import StageRun

_MOVED = """
with moved as (
    select old_id, new_id, count(*) as mentions from members_moved group by old_id, new_id
), olds as (
    select old_id, count(*) as parts from moved group by old_id
), news as (
    select new_id, count(*) as parts from moved group by new_id
)
select m.old_id, m.new_id, m.mentions, o.parts as old_parts, n.parts as new_parts
from moved m
join olds o on o.old_id = m.old_id
join news n on n.new_id = m.new_id
where o.parts > 1 or n.parts > 1 or m.old_id <> m.new_id
order by m.old_id, m.new_id
"""
_CAUSES = """
select m.old_id, m.new_id, e.basis
from members_moved m
join entity_mentions e on e.mention_id = m.mention_id
where m.new_id in :changed or m.old_id in :changed
group by m.old_id, m.new_id, e.basis
order by m.old_id, m.new_id, e.basis
"""
_PARTED = "numbers or evidence differ"


def earlier(run: StageRun) -> pa.Table | None:
    """Return the companies of the last run by mention; null when the workspace was never resolved. Call before writing them anew."""
    return run.read("entity_mentions", ("mention_id", "entity_id")) if run.has("entity_mentions") else None


def write_events(run: StageRun, before: pa.Table | None, now: pa.Table, history: list[dict[str, Any]], parted: set[str]) -> None:
    """Write the history and what this run changed; `parted` are the companies that a person's decision took apart.

    `before` and `now` say of which company each mention is.
    """
    rows: list[dict[str, Any]] = []
    members = _moved(before, now) if before is not None else None
    if members is not None and members.num_rows:
        run.put("members_moved", members)
        moved = run.query(_MOVED).to_pylist()
        causes: dict[tuple[str, str], set[str]] = defaultdict(set)
        if moved:
            changed = tuple(sorted({one[name] for one in moved for name in ("old_id", "new_id")}))
            for one in run.query(_CAUSES, changed=changed).to_pylist():
                causes[one["old_id"], one["new_id"]].add(one["basis"])
        joined: dict[str, set[str]] = defaultdict(set)
        for (_, new), found in causes.items():
            joined[new] |= found - {"alone"}
        number = 1 + max((one["run_number"] for one in history), default=0)
        for one in moved:
            for kind in _kinds(one):
                cause = JUDGED if kind == "split" and one["old_id"] in parted else _PARTED
                if kind != "split":
                    cause = "; ".join(sorted(joined[one["new_id"]])) if kind == "merged" else "an older mention"
                row = {"run_number": number, "kind": kind, "old_entity_id": one["old_id"], "new_entity_id": one["new_id"]}
                rows.append({**row, "mentions": one["mentions"], "cause": cause})
    run.write(ENTITY_EVENTS, history + rows)


def _moved(before: pa.Table, now: pa.Table) -> pa.Table:
    """Return the mentions of both runs, with both companies, of all companies that hold one whose company has another id now."""
    at = pc.index_in(before["mention_id"].combine_chunks(), value_set=now["mention_id"].combine_chunks())
    there = at.is_valid()
    mention, old = (before[name].combine_chunks().filter(there) for name in ("mention_id", "entity_id"))
    new = now["entity_id"].combine_chunks().take(at.filter(there))
    other = pc.not_equal(old, new)
    changed = pa.concat_arrays([old.filter(other), new.filter(other)]).unique()
    members = pa.table({"mention_id": mention, "old_id": old, "new_id": new})
    return members.filter(pc.or_(pc.is_in(old, value_set=changed), pc.is_in(new, value_set=changed)))


def _kinds(moved: dict[str, Any]) -> list[str]:
    kinds = [kind for kind, parts in (("split", moved["old_parts"]), ("merged", moved["new_parts"])) if parts > 1]
    return kinds or ["renumbered"]
