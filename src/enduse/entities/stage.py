"""The stage `resolve`: mentions into companies, questions about them, and the listed subjects they answer to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.engine import Step
from enduse.entities import events, judgements, merging
from enduse.entities.asking import ask
from enduse.entities.clusters import Clusters
from enduse.entities.companies import Companies, entity_id_of, identifiers
from enduse.entities.comparing import Asked, Match
from enduse.entities.judging import Judged, apply
from enduse.entities.known import Known, completed
from enduse.entities.likely import join_likely
from enduse.entities.listed import ListedIndex
from enduse.entities.listed import load as load_listed
from enduse.entities.meeting import meet
from enduse.entities.mentions import Mentions
from enduse.entities.mentions import load as load_mentions
from enduse.entities.moving import write_questions
from enduse.entities.names import Named, analyse, romanise
from enduse.entities.namesakes import namesakes
from enduse.entities.parameters import ADDRESS_OVERLAP_MIN, IDENTIFIER_NAMES_MAX
from enduse.entities.parting import known_as
from enduse.entities.whereabouts import without_place
from enduse.model.companies import ENTITY_MENTIONS, JUDGEMENTS, LISTED_MATCHES, MENTION_IDENTIFIERS
from enduse.store import StageRun
from enduse.terms.identifiers import TAX_ID

_ROMANISED = pa.schema([("name", pa.string()), ("latin", pa.string())])
ENTITIES_STEP = Step.load("enduse.entities", "entities.sql")


def resolve(run: StageRun) -> None:
    """Write mention identifiers, entities, their mentions, possible matches, judgements and listed matches."""
    run.progress("resolving: reading mentions", 0, 4)
    decided = judgements.load(run.folder)
    mentions = load_mentions(run)
    index = load_listed(run)
    clusters = Clusters(len(mentions), mentions.numbers())
    questions = merging.Questions()
    entity_ids = _entity_ids(decided, mentions)
    run.progress("resolving: joining", 1, 4)
    judged = apply(decided, mentions.ids, entity_ids, clusters, {one.subject_id: at for at, one in enumerate(index.subjects)})
    merging.by_numbers(mentions, clusters, questions, run.parameter(IDENTIFIER_NAMES_MAX))
    merging.by_names(mentions, clusters, questions, run.parameter(ADDRESS_OVERLAP_MIN))
    run.progress("resolving: comparing names", 2, 4)
    roots, pairs = join_likely(run, mentions, clusters)
    ask(run, mentions, clusters, questions, roots, pairs)
    contested = namesakes(mentions, clusters).contested
    # What was compared is no longer needed: at a million records it is a gigabyte.
    del roots, pairs
    mentions.named.forget_texts()
    companies = Companies(mentions, clusters)
    before = events.earlier(run)
    history = run.read("entity_events").to_pylist() if run.has("entity_events") else []
    members = _write_entities(run, mentions, clusters, companies)
    events.write_events(run, before, members, history, _parted(judged, before, mentions))
    possible = _possible(questions, judged, clusters, companies.id_of)
    run.write(JUDGEMENTS, judged.rows(clusters))
    run.progress("resolving: meeting lists", 3, 4)
    run.write(LISTED_MATCHES, _listed(run, mentions, companies, index, judged, clusters, contested))
    write_questions(run, possible)
    known = mentions.known
    # What is kept is put into the form of a file in memory: what was resolved is no longer needed.
    del mentions, clusters, companies, questions, judged, possible, before, members
    known.save(run)
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


def _write_entities(run: StageRun, mentions: Mentions, clusters: Clusters, companies: Companies) -> pa.Table:
    """Write the identifiers, the members and the entities themselves; return of which company each mention is."""
    run.write(MENTION_IDENTIFIERS, identifiers(mentions))
    mention_ids = mentions.id_column
    entity_ids = companies.ids.take(pa.array(companies.of))
    several = pa.array((companies.sizes > 1)[companies.of])
    basis = pc.if_else(several, clusters.reasons(), "alone")
    members = pa.table({"mention_id": mention_ids, "entity_id": entity_ids, "basis": basis})
    run.write(ENTITY_MENTIONS, members)
    seen = {"first_seen": mentions.first_seen, "last_seen": mentions.last_seen}
    company = pa.array(companies.of.astype("int32"))
    run.put("resolved_mentions", pa.table({"mention_id": mention_ids, "entity_id": entity_ids, "company": company, **seen}))
    names = companies.commonest(mentions.names)
    numbers = pa.array(range(len(companies.ids)), pa.int32())
    columns = {
        "entity_id": companies.ids, "company": numbers, "name": names, "name_latin": _latin(names, mentions.known),
        "country": companies.commonest(mentions.country),
    }  # fmt: skip
    run.put("resolved_names", pa.table(columns))
    run.step(ENTITIES_STEP)
    return members.select(["mention_id", "entity_id"])


def _latin(names: pa.Array, known: Known) -> pa.Array:
    """Return each name in Latin letters, for reading."""
    asked = names.filter(pc.invert(pc.string_is_ascii(names))).unique()
    asked = asked.take(pc.array_sort_indices(asked))
    rows = completed(asked, known.get("romanised"), _ROMANISED, lambda name: (name, romanise(name)))
    known.put("romanised", rows)
    return pc.coalesce(rows["latin"].combine_chunks().take(pc.index_in(names, value_set=asked)), names)


def _possible(questions: merging.Questions, judged: Judged, clusters: Clusters, ids: dict[int, str]) -> list[dict[str, Any]]:
    """Return the questions between entities, the strongest of each pair; what a person decided is no question."""
    found: dict[tuple[str, str], tuple[float, str]] = {}
    unsure = {tuple(sorted((ids[clusters.find(left)], ids[clusters.find(right)]))) for left, right in judged.unsure}
    roots, kept_apart = clusters.roots().tolist(), clusters.kept_apart
    for (left, right), said in [*questions.found.items(), *judged.unsure_pairs(questions)]:
        a, b = roots[left], roots[right]
        if a == b:
            continue
        first, second = ids[a], ids[b]
        pair = (first, second) if first < second else (second, first)
        if not kept_apart or pair in unsure or clusters.refusal(a, b) != "judged different":
            found[pair] = max(found[pair], said) if pair in found else said
    return [
        {
            "left_entity_id": pair[0], "right_entity_id": pair[1], "score": score, "evidence": evidence,
            "judgement": "unsure" if pair in unsure else None,
        }
        for pair, (score, evidence) in found.items()
    ]  # fmt: skip


def _listed(
    run: StageRun, mentions: Mentions, companies: Companies, index: ListedIndex, judged: Judged, clusters: Clusters,
    contested: NDArray[np.bool_],
) -> list[dict[str, Any]]:  # fmt: skip
    if not index.subjects:
        return []
    asked = [_asked(mentions, members, contested) for _, members in companies.members()]
    rows = []
    decided = judged.subjects(clusters)
    for (root, entity), one, found in zip(companies.id_of.items(), asked, meet(run, asked, index), strict=True):
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
                    "entity_id": entity, "subject_id": index.subjects[position].subject_id, "list_id": index.subjects[position].list_id,
                    "grade": match.grade, "score": match.score, "entity_name": match.name, "listed_name": match.listed_name,
                    "evidence": match.evidence,
                }
            )  # fmt: skip
    return rows


def _asked(mentions: Mentions, members: Sequence[int], contested: NDArray[np.bool_]) -> Asked:
    """Return what the mentions of one company ask: every name, those on most rows first, countries and numbers.

    A name is asked as printed, and without the notes and places around it; an earlier or other name that it prints is asked too.
    """
    names: dict[str, Named] = {}
    alone: dict[str, Named] = {}
    further: list[tuple[str, Named]] = []
    numbers: dict[str, frozenset[str]] = {}
    # Names are numbered in alphabetical order.
    for at in sorted(members, key=lambda at: (-mentions.shipments[at], mentions.names.of[at])) if len(members) > 1 else members:
        name = int(mentions.names.of[at])
        if (printed := mentions.names.values[name]) not in names:
            names[printed] = mentions.named.of(name)
            if (bare := without_place(printed)[0]) != printed:
                alone[printed] = analyse(bare)
            if len(several := known_as(printed)) > 1:
                further += [(printed, analyse(part)) for part in several]
        translated = mentions.translated[at]
        if translated and translated not in names:
            names[translated] = analyse(translated)
    twice = {mentions.names.values[int(mentions.names.of[at])] for at in members if contested[at]}
    borne = frozenset(read.key for several in (names, alone) for name, read in several.items() if name in twice and read.key is not None)
    said = [mentions.stated[at] for at in members if at in mentions.stated]
    for one in said:
        for scheme, values in one.numbers.items():
            numbers[scheme] = numbers.get(scheme, frozenset()) | values
    merging_numbers = frozenset(pair for one in said for pair in one.merging)
    unnamed = frozenset(number.value for one in said for number in one.identifiers if number.scheme == TAX_ID and number.valid is None)
    countries = frozenset(country for at in members if (country := mentions.country[at]))
    return Asked((*names.items(), *alone.items(), *further), countries, numbers, merging_numbers, unnamed, borne)
