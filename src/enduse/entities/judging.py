"""Decisions of people put into effect: mentions joined or kept apart, listed matches confirmed or removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from enduse.entities.clusters import Clusters
from enduse.entities.comparing import Asked, Match
from enduse.entities.judgements import Judgement, Verdict
from enduse.entities.listed import ListedIndex
from enduse.entities.merging import JUDGED, Questions
from enduse.entities.outcomes import Compared
from enduse.entities.queries import NAME_ID
from enduse.terms.ids import ARTICLE_NAME, ENTITY

MISSING = "id not in this workspace"
SCREENED = "held for screening"
"""The effect of a decision about a name that was screened: it is no company of the workspace."""
IN_ARTICLES = "held for names in articles"
"""The effect of a decision about a name that articles print: it is honoured where names are linked."""
CONTRADICTS = "contradicts other evidence"


@dataclass
class Judged:
    """What people decided, in the positions of this run."""

    decisions: list[tuple[Judgement, str | None]] = field(default_factory=list)
    """Each decision with its effect; null when the effect depends on the finished clusters."""
    places: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    unsure: list[tuple[int, int]] = field(default_factory=list)
    about_subjects: list[tuple[int, int, Verdict]] = field(default_factory=list)
    """(mention position, subject position, verdict)."""
    same_subjects: list[tuple[int, int]] = field(default_factory=list)
    """Positions of listed subjects judged to be one, both ways round."""

    def unsure_pairs(self, questions: Questions) -> list[tuple[tuple[int, int], tuple[float, str]]]:
        """Return the pairs a person is unsure about as questions of their own."""
        return [((left, right), questions.found.get((left, right), (0.5, "a person is unsure"))) for left, right in self.unsure]

    def subjects(self, clusters: Clusters) -> dict[int, dict[int, Verdict]]:
        """Return {cluster: {subject position: verdict}}; 'same' outweighs 'unsure', 'different' outweighs both."""
        weight = {"unsure": 0, "same": 1, "different": 2}
        found: dict[int, dict[int, Verdict]] = defaultdict(dict)
        for mention, subject, verdict in sorted(self.about_subjects, key=lambda one: weight[one[2]]):
            found[clusters.find(mention)][subject] = verdict
        return found

    def match(self, asked: Asked, index: ListedIndex, position: int, found: Match | None, verdict: Verdict) -> Match:
        """Return the match as a person decided it: confirmed when 'same', never more than possible when 'unsure'."""
        subject = index.subjects[position]
        if found is None:
            name = asked.names[0][0] if asked.names else ""
            found = Match(position, "possible", 0.0, name, subject.names[0].printed if subject.names else subject.subject_id, ())
        said = Compared("judgement", "agree" if verdict == "same" else "unknown", found.name, found.listed_name)
        if verdict == "same":
            return replace(found, grade="confirmed", score=1.0, comparisons=(said, *found.comparisons))
        return replace(found, grade="possible", score=min(found.score, 0.5), comparisons=(said, *found.comparisons))

    def rows(self, clusters: Clusters) -> list[dict[str, Any]]:
        """Return the decisions with what each came to."""
        rows = []
        for one, effect in self.decisions:
            told = effect
            if told is None:
                left, right = self.places[one.left_id, one.right_id]
                together = clusters.find(left) == clusters.find(right)
                told = {"same": "merged" if together else CONTRADICTS, "different": "kept apart", "unsure": "kept apart"}[one.judgement]
            rows.append({**vars(one), "effect": told})
        return rows


def apply(
    decided: Sequence[Judgement],
    mention_ids: Sequence[str],
    entity_ids: Mapping[str, int],
    clusters: Clusters,
    subjects: Mapping[str, int],
) -> Judged:
    """Return the decisions put into effect: 'different' and 'unsure' before 'same', so that no order of lines matters.

    An entity id stands for the entity's oldest mention, so that a decision holds when the entity grows.
    """
    positions = {one: at for at, one in enumerate(mention_ids)} | dict(entity_ids) if decided else {}
    judged = Judged()
    for one in sorted(decided, key=lambda one: (one.judgement == "same", one)):
        left, right = positions.get(one.left_id), positions.get(one.right_id)
        if left is not None and right is not None:
            judged.places[one.left_id, one.right_id] = (left, right)
            judged.decisions.append((one, None if left != right else _same_place(one)))
            if left != right:
                _between_mentions(judged, clusters, one.judgement, left, right)
            continue
        mention = left if left is not None else right
        subject = subjects.get(one.left_id, subjects.get(one.right_id))
        if mention is None or subject is None:
            known = mention is not None or subject is not None
            judged.decisions.append((one, _of_article(one, known) or _between_subjects(judged, one, subjects)))
            continue
        judged.about_subjects.append((mention, subject, one.judgement))
        effects: dict[Verdict, str] = {"same": "merged", "different": "kept apart", "unsure": "already so"}
        judged.decisions.append((one, effects[one.judgement]))
    return judged


def _same_place(one: Judgement) -> str:
    return "already so" if one.judgement == "same" else CONTRADICTS


def _of_article(one: Judgement, known: bool) -> str | None:
    """Return the effect of a decision about a name that articles print; null for another, or when it names no company of the workspace."""
    sides = sorted((one.left_id, one.right_id), key=lambda side: side.startswith(ARTICLE_NAME))
    return IN_ARTICLES if sides[1].startswith(ARTICLE_NAME) and (known or not sides[0].startswith(ENTITY)) else None


def _between_subjects(judged: Judged, one: Judgement, subjects: Mapping[str, int]) -> str:
    left, right = subjects.get(one.left_id), subjects.get(one.right_id)
    if (left is None) != (right is None) and (one.left_id if left is None else one.right_id).startswith(NAME_ID):
        return SCREENED
    if left is None or right is None:
        return MISSING
    if one.judgement != "same":
        return "already so"
    judged.same_subjects += [(left, right), (right, left)]
    return "merged"


def _between_mentions(judged: Judged, clusters: Clusters, verdict: Verdict, left: int, right: int) -> None:
    if verdict == "different":
        clusters.keep_apart(left, right)
    elif verdict == "same":
        clusters.join(left, right, JUDGED)
    else:
        # A person in doubt outweighs a rule: the two stay apart, and the question stays open.
        clusters.keep_apart(left, right)
        judged.unsure.append((min(left, right), max(left, right)))
