"""What became of companies since the workspace was last resolved: which were merged, split, or only bear another id.

The history of a workspace is kept: each run adds its own events and leaves the earlier ones as they are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pyarrow as pa

from enduse.entities.merging import JUDGED
from enduse.model.companies import ENTITY_EVENTS
from enduse.store import StageRun

_MOVED = """
with moved as (
    select o.entity_id as old_id, n.entity_id as new_id, count(*) as mentions
    from earlier_members o
    join resolved_mentions n on n.mention_id = o.mention_id
    group by o.entity_id, n.entity_id
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
from (
    select o.entity_id as old_id, n.entity_id as new_id, o.mention_id
    from earlier_members o
    join resolved_mentions n on n.mention_id = o.mention_id
) m
join entity_mentions e on e.mention_id = m.mention_id
where m.new_id in :changed or m.old_id in :changed
group by m.old_id, m.new_id, e.basis
order by m.old_id, m.new_id, e.basis
"""
_PARTED = "numbers or evidence differ"


def earlier(run: StageRun) -> pa.Table | None:
    """Return the companies of the last run by mention; null when the workspace was never resolved. Call before writing them anew."""
    return run.read("entity_mentions", ("mention_id", "entity_id")) if run.has("entity_mentions") else None


def write_events(run: StageRun, before: pa.Table | None, history: list[dict[str, Any]], parted: set[str]) -> None:
    """Write the history and what this run changed; `parted` are the companies that a person's decision took apart."""
    rows: list[dict[str, Any]] = []
    if before is not None and before.num_rows:
        run.put("earlier_members", before)
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


def _kinds(moved: dict[str, Any]) -> list[str]:
    kinds = [kind for kind, parts in (("split", moved["old_parts"]), ("merged", moved["new_parts"])) if parts > 1]
    return kinds or ["renumbered"]
