"""Who may be whom by the open questions: over several of them too, and nobody of whom it is known that he is another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from enduse.entities.clusters import Numbers, contradict
from enduse.store import StageRun
from enduse.terms.identifiers import Identifier


def may_be(run: StageRun, entity_ids: Iterable[str], apart_from: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return for each of these entities the others that it may be by the open questions, in one answer or several, sorted.

    Whose numbers or whom a person's word keep apart are no answer, nor is what would lead over an entity of `apart_from`. Those that
    may be no other are left out.
    """
    asked, never = set(entity_ids), frozenset(apart_from)
    if not asked or not run.has("possible_matches"):
        return {}
    near: dict[str, set[str]] = defaultdict(set)
    pairs = run.read("possible_matches", ["left_entity_id", "right_entity_id"])
    for left, right in zip(pairs["left_entity_id"].to_pylist(), pairs["right_entity_id"].to_pylist(), strict=True):
        near[left].add(right)
        near[right].add(left)
    asked &= near.keys()
    known = _reached(asked, near, near.__contains__)
    numbers, parted = _numbers(run, known), _judged_apart(run)
    found = {}
    for one in sorted(asked):

        def may(other: str, one: str = one) -> bool:
            return (
                other not in never
                and frozenset((one, other)) not in parted
                and not contradict(numbers.get(one, {}), numbers.get(other, {}))
            )

        if others := _reached({one}, near, may) - {one}:
            found[one] = tuple(sorted(others))
    return found


def _reached(start: set[str], near: Mapping[str, set[str]], may: Callable[[str], bool]) -> set[str]:
    """Return what can be reached over pairs, by steps to entities that may be meant only."""
    found, todo = set(start), list(start)
    while todo:
        fresh = {one for one in near[todo.pop()] - found if may(one)}
        found |= fresh
        todo += fresh
    return found


def _numbers(run: StageRun, entity_ids: Iterable[str]) -> dict[str, Numbers]:
    """Return the numbers of each entity that mean one company, by scheme."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    wanted = tuple(sorted(entity_ids))
    if not wanted or not run.has("mention_identifiers"):
        return {}
    run.attach("mention_identifiers", "entity_mentions")
    stated = run.query(
        "select distinct e.entity_id, i.scheme, i.value, i.valid from mention_identifiers i "
        "join entity_mentions e on e.mention_id = i.mention_id where e.entity_id in :wanted",
        wanted=wanted,
    )
    for row in stated.to_pylist():
        if Identifier(row["scheme"], row["value"], row["valid"]).means_one:
            held = found[row["entity_id"]]
            held[row["scheme"]] = held.get(row["scheme"], frozenset()) | {row["value"]}
    return dict(found)


def _judged_apart(run: StageRun) -> set[frozenset[str]]:
    """Return the pairs of entities that a person said are two companies."""
    if not run.has("judgements"):
        return set()
    said = run.read("judgements", ["left_id", "right_id"], [("judgement", "=", "different")]).to_pylist()
    of_mention: dict[str, str] = {}
    if said and run.has("entity_mentions"):
        named = tuple(sorted({row[side] for row in said for side in ("left_id", "right_id")}))
        run.attach("entity_mentions")
        rows = run.query("select mention_id, entity_id from entity_mentions where mention_id in :named", named=named)
        of_mention = dict(zip(rows["mention_id"].to_pylist(), rows["entity_id"].to_pylist(), strict=True))
    return {frozenset(of_mention.get(row[side], row[side]) for side in ("left_id", "right_id")) for row in said}
