"""The stage `resolve`: mentions into companies, questions about them, and the listed subjects they answer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from enduse.engine import Step
from enduse.entities import events, judgements, merging
from enduse.entities.asking import ask
from enduse.entities.clusters import Clusters
from enduse.entities.comparing import Asked, Match
from enduse.entities.judging import Judged, apply
from enduse.entities.known import Known, completed
from enduse.entities.likely import join_likely
from enduse.entities.listed import ListedIndex
from enduse.entities.listed import load as load_listed
from enduse.entities.meeting import meet
from enduse.entities.mentions import NONE, Mentions
from enduse.entities.mentions import load as load_mentions
from enduse.entities.moving import write_questions
from enduse.entities.names import Named, analyse, romanise
from enduse.entities.parameters import ADDRESS_OVERLAP_MIN, IDENTIFIER_NAMES_MAX
from enduse.model.companies import ENTITY_MENTIONS, JUDGEMENTS, LISTED_MATCHES, MENTION_IDENTIFIERS
from enduse.store import StageRun
from enduse.terms.identifiers import TAX_ID
from enduse.terms.ids import hash_of

_ROMANISED = pa.schema([("name", pa.string()), ("latin", pa.string())])
ENTITIES_STEP = Step.load("enduse.entities", "entities.sql")


def entity_id_of(mention_id: str) -> str:
    """Return the id of the entity whose oldest mention this is."""
    return "E-" + hash_of([mention_id])[:12]


def resolve(run: StageRun) -> None:
    """Write mention identifiers, entities, their mentions, possible matches, judgements and listed matches."""
    run.progress("resolving: reading mentions", 0, 4)
    decided = judgements.load(run.folder)
    mentions = load_mentions(run)
    index = load_listed(run)
    clusters = Clusters(len(mentions), {at: one.numbers for at, one in mentions.stated.items()})
    questions = merging.Questions()
    entity_ids = _entity_ids(decided, mentions)
    run.progress("resolving: joining", 1, 4)
    judged = apply(decided, mentions.ids, entity_ids, clusters, {one.subject_id: at for at, one in enumerate(index.subjects)})
    merging.by_numbers(mentions, clusters, questions, run.parameter(IDENTIFIER_NAMES_MAX))
    merging.by_names(mentions, clusters, questions, run.parameter(ADDRESS_OVERLAP_MIN))
    run.progress("resolving: comparing names", 2, 4)
    roots, pairs = join_likely(run, mentions, clusters)
    ask(run, mentions, clusters, questions, roots, pairs)
    # What was compared is no longer needed: at a million records it is a gigabyte.
    del roots, pairs
    mentions.named.forget_texts()
    groups = _groups(clusters)
    ids = {root: entity_id_of(mentions.ids[mentions.oldest(members)]) for root, members in groups.items()}
    before = events.earlier(run)
    history = run.read("entity_events").to_pylist() if run.has("entity_events") else []
    _write_entities(run, mentions, clusters, groups, ids)
    events.write_events(run, before, history, _parted(judged, before, mentions))
    possible = _possible(questions, judged, clusters, ids)
    run.write(JUDGEMENTS, judged.rows(clusters))
    run.progress("resolving: meeting lists", 3, 4)
    run.write(LISTED_MATCHES, _listed(run, mentions, groups, ids, index, judged, clusters))
    write_questions(run, possible)
    mentions.known.save(run)
    run.progress("resolving", 4, 4)


def _entity_ids(decided: Sequence[judgements.Judgement], mentions: Mentions) -> dict[str, int]:
    """Return where the mention stands that gives an entity its id; nothing when nobody decided anything."""
    return {entity_id_of(mention_id): at for at, mention_id in enumerate(mentions.ids)} if decided else {}


def _parted(judged: Judged, before: pa.Table | None, mentions: Mentions) -> set[str]:
    """Return the companies of the last run that held two mentions which a person keeps apart."""
    apart = [judged.places[one.left_id, one.right_id] for one, effect in judged.decisions if effect is None and one.judgement != "same"]
    if not apart or before is None:
        return set()
    entity = dict(zip(before["mention_id"].to_pylist(), before["entity_id"].to_pylist(), strict=True))
    pairs = ((entity.get(mentions.ids[left]), entity.get(mentions.ids[right])) for left, right in apart)
    return {left for left, right in pairs if left is not None and left == right}


def _groups(clusters: Clusters) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for position, root in enumerate(clusters.roots()):
        groups.setdefault(root, []).append(position)
    return groups


def _write_entities(run: StageRun, mentions: Mentions, clusters: Clusters, groups: dict[int, list[int]], ids: dict[int, str]) -> None:
    """Write the identifiers, the members and the entities themselves."""
    numbers = sorted(
        {(mentions.ids[at], one.scheme, one.value): one.valid for at, said in mentions.stated.items() for one in said.identifiers}.items()
    )
    identifiers = {
        name: pa.array([key[place] for key, _ in numbers], pa.string()) for place, name in enumerate(("mention_id", "scheme", "value"))
    }
    run.write(MENTION_IDENTIFIERS, pa.table({**identifiers, "valid": pa.array([valid for _, valid in numbers], pa.bool_())}))
    roots = clusters.roots()
    mention_ids = pa.array(mentions.ids, pa.string())
    entity_ids = pa.array([ids[root] for root in roots], pa.string())
    basis = [clusters.reason[at] if len(groups[root]) > 1 else "alone" for at, root in enumerate(roots)]
    members = pa.table({"mention_id": mention_ids, "entity_id": entity_ids, "basis": pa.array(basis, pa.string())})
    run.write(ENTITY_MENTIONS, members)
    seen = {"first_seen": mentions.first_seen, "last_seen": mentions.last_seen}
    run.put("resolved_mentions", pa.table({"mention_id": mention_ids, "entity_id": entity_ids, **seen}))
    borne = [_commonest(mentions, positions) for positions in groups.values()]
    latin = _latin([name for name, _ in borne], mentions.known)
    columns: dict[str, Sequence[str | None]] = {
        "entity_id": [ids[root] for root in groups], "name": [name for name, _ in borne], "name_latin": latin,
        "country": [country for _, country in borne],
    }  # fmt: skip
    run.put("resolved_names", pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()}))
    run.step(ENTITIES_STEP)


def _latin(names: list[str], known: Known) -> list[str]:
    """Return each name in Latin letters, for reading."""
    asked = pa.array(sorted({name for name in names if not name.isascii()}), pa.string())
    rows = completed(asked, known.get("romanised"), _ROMANISED, lambda name: (name, romanise(name)))
    known.put("romanised", rows)
    latin = dict(zip(rows["name"].to_pylist(), rows["latin"].to_pylist(), strict=True))
    return [latin.get(name, name) for name in names]


def _commonest(mentions: Mentions, members: list[int]) -> tuple[str, str | None]:
    """Return the printed name and the country that stand on most rows; ties in alphabetical order."""
    printed, country = mentions.names, mentions.country
    if len(members) == 1:
        return printed.values[printed.of[members[0]]], country[members[0]]
    # Values are numbered in alphabetical order, so that the smaller number breaks a tie.
    names: Counter[int] = Counter()
    countries: Counter[int] = Counter()
    for at in members:
        weight = max(int(mentions.shipments[at]), 1)
        names[int(printed.of[at])] += weight
        if country.of[at] != NONE:
            countries[int(country.of[at])] += weight
    name = min(names, key=lambda one: (-names[one], one))
    return printed.values[name], country.values[min(countries, key=lambda one: (-countries[one], one))] if countries else None


def _possible(questions: merging.Questions, judged: Judged, clusters: Clusters, ids: dict[int, str]) -> list[dict[str, Any]]:
    """Return the questions between entities, the strongest of each pair; what a person decided is no question."""
    found: dict[tuple[str, str], tuple[float, str]] = {}
    unsure = {tuple(sorted((ids[clusters.find(left)], ids[clusters.find(right)]))) for left, right in judged.unsure}
    for (left, right), said in [*questions.found.items(), *judged.unsure_pairs(questions)]:
        a, b = clusters.find(left), clusters.find(right)
        first, second = sorted((ids[a], ids[b]))
        if a != b and ((first, second) in unsure or clusters.refusal(a, b) != "judged different"):
            found[first, second] = max(found.get((first, second), (0.0, "")), said)
    return [
        {
            "left_entity_id": pair[0], "right_entity_id": pair[1], "score": score, "evidence": evidence,
            "judgement": "unsure" if pair in unsure else None,
        }
        for pair, (score, evidence) in found.items()
    ]  # fmt: skip


def _listed(
    run: StageRun, mentions: Mentions, groups: dict[int, list[int]], ids: dict[int, str], index: ListedIndex, judged: Judged,
    clusters: Clusters,
) -> list[dict[str, Any]]:  # fmt: skip
    if not index.subjects:
        return []
    roots = sorted(groups)
    asked = [_asked(mentions, groups[root]) for root in roots]
    rows = []
    decided = judged.subjects(clusters)
    for root, one, found in zip(roots, asked, meet(run, asked, index), strict=True):
        matches: dict[int, Match] = dict(found)
        for position, verdict in sorted(decided.get(root, {}).items()):
            if verdict == "different":
                matches.pop(position, None)
            elif verdict == "same" or position in matches:
                matches[position] = judged.match(one, index, position, matches.get(position), verdict)
        for one_subject, other in judged.same_subjects:
            if one_subject in matches and matches[one_subject].grade == "confirmed":
                matches[other] = judged.match(one, index, other, matches.get(other), "same")
        for position, match in sorted(matches.items()):
            rows.append(
                {
                    "entity_id": ids[root], "subject_id": index.subjects[position].subject_id, "list_id": index.subjects[position].list_id,
                    "grade": match.grade, "score": match.score, "entity_name": match.name, "listed_name": match.listed_name,
                    "evidence": match.evidence,
                }
            )  # fmt: skip
    return rows


def _asked(mentions: Mentions, members: Sequence[int]) -> Asked:
    """Return what the mentions of one company ask: every name, those on most rows first, countries and numbers."""
    names: dict[str, Named] = {}
    numbers: dict[str, frozenset[str]] = {}
    # Names are numbered in alphabetical order.
    for at in sorted(members, key=lambda at: (-mentions.shipments[at], mentions.names.of[at])) if len(members) > 1 else members:
        name = int(mentions.names.of[at])
        if (printed := mentions.names.values[name]) not in names:
            names[printed] = mentions.named.of(name)
        translated = mentions.translated[at]
        if translated and translated not in names:
            names[translated] = analyse(translated)
    said = [mentions.stated[at] for at in members if at in mentions.stated]
    for one in said:
        for scheme, values in one.numbers.items():
            numbers[scheme] = numbers.get(scheme, frozenset()) | values
    merging_numbers = frozenset(pair for one in said for pair in one.merging)
    unnamed = frozenset(number.value for one in said for number in one.identifiers if number.scheme == TAX_ID and number.valid is None)
    countries = frozenset(country for at in members if (country := mentions.country[at]))
    return Asked(tuple(names.items()), countries, numbers, merging_numbers, unnamed)
