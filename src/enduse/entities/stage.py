"""The stage `resolve`: mentions into companies, questions about them, and the listed subjects they answer to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from enduse.engine import Step
from enduse.entities import judgements, merging
from enduse.entities.asking import ask_about_alike
from enduse.entities.clusters import Clusters
from enduse.entities.comparing import Asked, Match
from enduse.entities.judging import Judged, apply
from enduse.entities.listed import ListedIndex
from enduse.entities.listed import load as load_listed
from enduse.entities.meeting import meet
from enduse.entities.mentions import Mention
from enduse.entities.mentions import load as load_mentions
from enduse.entities.names import Named, analyse, romanise
from enduse.entities.parameters import ADDRESS_OVERLAP_MIN, IDENTIFIER_NAMES_MAX
from enduse.model.companies import ENTITY_MENTIONS, JUDGEMENTS, LISTED_MATCHES, MENTION_IDENTIFIERS, POSSIBLE_MATCHES
from enduse.store import StageRun
from enduse.terms.identifiers import TAX_ID
from enduse.terms.ids import hash_of

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
    clusters = Clusters([one.numbers for one in mentions])
    questions = merging.Questions()
    entity_ids = {entity_id_of(one.mention_id): at for at, one in enumerate(mentions)}
    run.progress("resolving: joining", 1, 4)
    judged = apply(decided, mentions, entity_ids, clusters, {one.subject_id: at for at, one in enumerate(index.subjects)})
    merging.by_numbers(mentions, clusters, questions, run.parameter(IDENTIFIER_NAMES_MAX))
    merging.by_names(mentions, clusters, questions, run.parameter(ADDRESS_OVERLAP_MIN))
    run.progress("resolving: comparing names", 2, 4)
    ask_about_alike(run, mentions, clusters, questions)
    groups = _groups(mentions, clusters)
    oldest = {root: min((mentions[at] for at in members), key=lambda one: one.age) for root, members in groups.items()}
    ids = {root: entity_id_of(one.mention_id) for root, one in oldest.items()}
    _write_entities(run, mentions, clusters, groups, ids)
    run.write(POSSIBLE_MATCHES, _possible(questions, judged, clusters, ids))
    run.write(JUDGEMENTS, judged.rows(clusters))
    run.progress("resolving: meeting lists", 3, 4)
    run.write(LISTED_MATCHES, _listed(run, mentions, groups, ids, index, judged, clusters))
    run.progress("resolving", 4, 4)


def _groups(mentions: Sequence[Mention], clusters: Clusters) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for position in range(len(mentions)):
        groups[clusters.find(position)].append(position)
    return groups


def _write_entities(
    run: StageRun, mentions: Sequence[Mention], clusters: Clusters, groups: dict[int, list[int]], ids: dict[int, str]
) -> None:
    """Write the identifiers, the members and the entities themselves."""
    numbers = {(m.mention_id, one.scheme, one.value): one.valid for m in mentions for one in m.identifiers}
    run.write(MENTION_IDENTIFIERS, [{"mention_id": m, "scheme": s, "value": v, "valid": ok} for (m, s, v), ok in numbers.items()])
    members = [
        {
            "mention_id": one.mention_id,
            "entity_id": ids[clusters.find(at)],
            "basis": clusters.reason[at] if len(groups[clusters.find(at)]) > 1 else "alone",
        }
        for at, one in enumerate(mentions)
    ]
    run.write(ENTITY_MENTIONS, members)
    texts = {"mention_id": [one["mention_id"] for one in members], "entity_id": [one["entity_id"] for one in members]}
    run.put(
        "resolved_mentions",
        pa.table(
            {name: pa.array(values, pa.string()) for name, values in texts.items()}
            | {name: pa.array([getattr(one, name) for one in mentions], pa.date32()) for name in ("first_seen", "last_seen")}
        ),
    )
    names: dict[str, list[str | None]] = {"entity_id": [], "name": [], "name_latin": [], "country": []}
    for root in sorted(groups):
        name, country = _commonest(mentions, groups[root])
        for column, value in zip(names, (ids[root], name, romanise(name), country), strict=True):
            names[column].append(value)
    run.put("resolved_names", pa.table({name: pa.array(values, pa.string()) for name, values in names.items()}))
    run.step(ENTITIES_STEP)


def _commonest(mentions: Sequence[Mention], members: list[int]) -> tuple[str, str | None]:
    """Return the printed name and the country that stand on most rows; ties in alphabetical order."""
    names: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for at in members:
        one = mentions[at]
        names[one.name] += max(one.shipments, 1)
        if one.country:
            countries[one.country] += max(one.shipments, 1)
    name = min(names, key=lambda printed: (-names[printed], printed))
    return name, min(countries, key=lambda code: (-countries[code], code)) if countries else None


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
    run: StageRun, mentions: Sequence[Mention], groups: dict[int, list[int]], ids: dict[int, str], index: ListedIndex, judged: Judged,
    clusters: Clusters,
) -> list[dict[str, Any]]:  # fmt: skip
    roots = sorted(groups)
    asked = [_asked([mentions[at] for at in groups[root]]) for root in roots]
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


def _asked(members: Sequence[Mention]) -> Asked:
    names: dict[str, Named] = {}
    numbers: dict[str, frozenset[str]] = {}
    for one in sorted(members, key=lambda one: (-one.shipments, one.name)):
        names.setdefault(one.name, one.named)
        if one.translated and one.translated not in names:
            names[one.translated] = analyse(one.translated)
        for scheme, values in one.numbers.items():
            numbers[scheme] = numbers.get(scheme, frozenset()) | values
    merging_numbers = frozenset(pair for one in members for pair in one.merging)
    unnamed = frozenset(number.value for one in members for number in one.identifiers if number.scheme == TAX_ID and number.valid is None)
    countries = frozenset(one.country for one in members if one.country)
    return Asked(tuple(names.items()), countries, numbers, merging_numbers, unnamed)
