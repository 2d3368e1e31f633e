"""Which mentions are one company: a shared valid number, an equal name in one country, or a person's decision.

What is not certain is not merged: it becomes a question. The order of rows changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from enduse.entities.clusters import Clusters
from enduse.entities.mentions import Mention, Mentions
from enduse.entities.namesakes import namesakes
from enduse.entities.postings import expand
from enduse.entities.relating import unlike
from enduse.entities.stated import Printing, names_beside
from enduse.entities.values import NONE
from enduse.store import among, ordered

SAME_NUMBER = "same identifier"
SAME_NAME = "same normalised name and country"
JUDGED = "judgement"
_STAR = 30
Ints = NDArray[np.int64]


@dataclass
class Questions:
    """Pairs of mentions that may be one company, with a score and what agrees and differs."""

    found: dict[tuple[int, int], tuple[float, str]] = field(default_factory=dict)

    def ask(self, left: int, right: int, score: float, evidence: str) -> None:
        """Keep the question unless a stronger one about the same pair is kept."""
        if left == right:
            return
        pair = (min(left, right), max(left, right))
        if pair not in self.found or (score, evidence) > self.found[pair]:
            self.found[pair] = (round(score, 4), evidence)


def by_numbers(mentions: Mentions, clusters: Clusters, questions: Questions, names_max: int) -> None:
    """Join mentions that share a number that means one company; ask where the number is not enough."""
    merging = mentions.said.merging
    rows = Printing(merging, mentions.said_of)
    plain = np.zeros(len(rows.starts), bool) if clusters.joined else _join_plain(mentions, clusters, rows, names_max)
    day, keys = mentions.day, mentions.key
    for number, members in rows.where(np.flatnonzero(~plain)):
        scheme, value = number.split("\0", 1)
        members.sort(key=lambda position: (day[position], position))
        names = len({keys[position] for position in members})
        if names > names_max:
            table, of = mentions.named.texts.texts, mentions.named.text
            texts = sorted({int(of[mentions.names.of[position]]) for position in members} - {NONE})
            names = unlike([table[text] for text in texts], (names_max,))
        if names > names_max:
            _star(questions, members, 0.5, f"same {scheme} {value}, which stands beside more than {names_max} different names")
            continue
        _join_numbered(mentions, clusters, questions, members, f"{scheme} {value}")
    rows, roots = Printing(mentions.said.bare, mentions.said_of), clusters.roots()
    # What is one by now raises no question.
    several = np.flatnonzero(~_one_value(roots[rows.row], NONE, rows.starts)) if len(rows.row) else rows.starts
    for value, group in rows.where(several):
        for other in [position for position in group[1:] if _one_country(mentions, group[0], position)][:_STAR]:
            asked = (min(other, group[0]), max(other, group[0])) in questions.found
            if not asked and roots[other] != roots[group[0]]:
                questions.ask(group[0], other, 0.7, f"the same number {value}, whose kind or check digits leave doubt")


def _join_plain(mentions: Mentions, clusters: Clusters, rows: Printing, names_max: int) -> NDArray[np.bool_]:
    """Join rows that print one number of which nothing else is read, under few names and in one country; tell which numbers these are.

    These rows are in no other group, and nothing can speak against joining them: they need not be looked at one by one.
    """
    merging = mentions.said.merging
    alone = np.ones(len(merging.values), bool)
    alone[merging.key[np.bincount(merging.said)[merging.said] > 1]] = False
    group = np.repeat(np.arange(len(rows.starts)), np.diff(np.append(rows.starts, len(rows.key))))
    names = names_beside(group, mentions.key[rows.row].astype(np.int64), len(rows.starts))
    plain = alone[rows.keys] & (names <= names_max)
    if len(plain):
        plain &= _one_value(mentions.country.of[rows.row], NONE, rows.starts)
    joined, group = rows.row[plain[group]], group[plain[group]]
    clusters.join_alone(joined, np.flatnonzero(np.diff(group, prepend=-1)), SAME_NUMBER)
    return plain


def _join_numbered(mentions: Mentions, clusters: Clusters, questions: Questions, members: list[int], number: str) -> None:
    first = members[0]
    for position in members[1:]:
        if not _one_country(mentions, first, position) and not _alike(mentions[position], mentions[first]):
            countries = f"countries differ ({mentions.country[first]}, {mentions.country[position]})"
            questions.ask(first, position, 0.7, f"same {number}; {countries} and names share nothing")
        elif refused := clusters.join(first, position, SAME_NUMBER):
            questions.ask(first, position, 0.7, f"same {number}, but {refused}")


def _one_country(mentions: Mentions, left: int, right: int) -> bool:
    ours, theirs = mentions.country.of[left], mentions.country.of[right]
    return bool(ours in (theirs, NONE) or theirs == NONE)


def _alike(left: Mention, right: Mention) -> bool:
    return left.named.key == right.named.key or fuzz.ratio(left.named.sound, right.named.sound) >= 60


def by_names(mentions: Mentions, clusters: Clusters, questions: Questions, overlap_min: float) -> None:
    """Join mentions of one normalised name where nothing stated differs; ask where something does."""
    keys, named = mentions.named.keys, mentions.named
    contested = namesakes(mentions, clusters).contested
    splits = (_by_country, _by_form, _by_national_form, _by_numbers, _by_place(overlap_min, contested))
    for members, plain in _groups(mentions, clusters, contested):
        if plain:
            for position in members[1:]:
                clusters.join(members[0], position, SAME_NAME)
            continue
        key = int(mentions.key[members[0]])
        if named.generic[key]:
            _generic(mentions, clusters, questions, members, keys[key])
            continue
        parts = [members]
        for split in splits:
            parts = [smaller for part in parts for smaller in split(mentions, clusters, part)]
        for part in parts:
            for position in part[1:]:
                # A refusal here is certain: two valid numbers of one kind, or a person's word. No question is left.
                clusters.join(part[0], position, SAME_NAME)
        _between(mentions, clusters, questions, parts, keys[key])


def _groups(mentions: Mentions, clusters: Clusters, contested: NDArray[np.bool_]) -> Iterator[tuple[list[int], bool]]:
    """Yield the mentions of each normalised name that two and more bear, and whether they state nothing that could differ."""
    if not len(mentions):
        return
    order = ordered(mentions.key)
    keys = mentions.key[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    ends = np.append(starts[1:], len(keys))
    of_name = mentions.names.of[order]
    roots = clusters.roots()
    numbered_roots = np.array(clusters.numbered(), np.int64)
    numbered = np.where(among(roots, numbered_roots), roots, NONE)[order]
    plain = ~mentions.named.generic[keys[starts]] & ~contested[order[starts]]
    for values, none in (
        (mentions.country.of[order], NONE), (mentions.named.bodies[of_name].astype(np.int64), 0),
        (mentions.named.national[of_name], 0), (numbered, NONE),
    ):  # fmt: skip
        plain &= _one_value(values, none, starts)
    places = mentions.place[mentions.address.of[order]]
    plain &= ~mentions.named.one_word[keys[starts]] | _one_value(places, NONE, starts)
    # Mentions that state no number and stand alone are in no other group: nothing that is joined elsewhere is read of them.
    alone = np.logical_and.reduceat((numbered == NONE) & (np.bincount(roots, minlength=len(roots))[roots] == 1)[order], starts)
    free = plain & alone & (ends - starts > 1) & (not clusters.kept_apart)
    of = np.repeat(free, ends - starts)
    clusters.join_alone(order[of], np.cumsum((ends - starts)[free]) - (ends - starts)[free], SAME_NAME)
    left = ~free & (ends - starts > 1)
    starts, ends, plain = starts[left], ends[left], plain[left]
    group = np.repeat(np.arange(len(starts)), ends - starts)
    members = order[expand(starts, ends - starts)[0]]
    if not clusters.kept_apart:
        sure = _sure(group, roots[members], plain, len(roots), numbered_roots)
        firsts = order[starts][group]
        clusters.join_sure(firsts[sure[group]], members[sure[group]], SAME_NAME)
        starts, ends, plain = starts[~sure], ends[~sure], plain[~sure]
    for start, end, is_plain in zip(starts.tolist(), ends.tolist(), plain.tolist(), strict=True):
        yield order[start:end].tolist(), is_plain


def _sure(group: Ints, root: Ints, plain: NDArray[np.bool_], size: int, numbered_roots: Ints) -> NDArray[np.bool_]:
    """Tell of which groups joining is never refused: all that hangs together with one is plain, and one cluster there has numbers at most.

    What one joins then is all that another meets, so that their order changes nothing either. `group` has the cluster `root` as a member.
    """
    nodes = len(plain)
    shape = (np.ones(len(group), bool), (group, nodes + root))
    number, label = connected_components(coo_array(shape, shape=(nodes + size, nodes + size)), directed=False)
    sure = np.bincount(label[nodes + numbered_roots], minlength=number) <= 1
    sure[label[:nodes][~plain]] = False
    found: NDArray[np.bool_] = sure[label[:nodes]]
    return found


def _one_value(values: NDArray[Any], none: int, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of each group whether at most one value is stated in it."""
    wide = values.astype(np.int64)
    highest = np.maximum.reduceat(np.where(wide == none, -1, wide), starts)
    lowest = np.minimum.reduceat(np.where(wide == none, np.iinfo(np.int64).max, wide), starts)
    one: NDArray[np.bool_] = (highest == -1) | (highest == lowest)
    return one


def _generic(mentions: Mentions, clusters: Clusters, questions: Questions, members: list[int], key: str) -> None:
    """Join mentions of a generic name only when everything else that is printed is the same and something else is printed."""
    equal: dict[Hashable, list[int]] = defaultdict(list)
    for position in members:
        one = mentions[position]
        stated = (one.address, one.tax_id) if one.address or one.tax_id else position
        equal[(one.name.casefold(), one.country, stated)].append(position)
    for part in equal.values():
        for position in part[1:]:
            clusters.join(part[0], position, SAME_NAME)
    firsts = sorted({clusters.find(position) for position in members})
    if printed := key.strip("\0"):
        _star(questions, firsts, 0.5, f"same generic name ({printed}), which many companies may bear")


Split = Callable[[Mentions, Clusters, list[int]], list[list[int]]]


def _agree(numbers: memoryview, part: Iterable[int], none: int) -> bool:
    """Tell whether what the mentions of a part state is one value at most: seen from its numbers, before any value is made."""
    return len({numbers[position] for position in part} - {none}) <= 1


def _by_country(mentions: Mentions, clusters: Clusters, part: list[int]) -> list[list[int]]:
    if _agree(mentions.country.of.data, part, NONE):
        return [part]
    return _split(clusters, part, lambda position: frozenset({mentions.country[position]} - {None}))


def _by_form(mentions: Mentions, clusters: Clusters, part: list[int]) -> list[list[int]]:
    if _agree(mentions.named.bodies.data, (mentions.names.of[position] for position in part), 0):
        return [part]
    return _split(clusters, part, lambda position: mentions.named.kinds_of_body(mentions.names.of[position]))


def _by_national_form(mentions: Mentions, clusters: Clusters, part: list[int]) -> list[list[int]]:
    if _agree(mentions.named.national.data, (mentions.names.of[position] for position in part), 0):
        return [part]
    return _split(clusters, part, lambda position: mentions.named.national_forms(mentions.names.of[position]))


def _by_numbers(_: Mentions, clusters: Clusters, part: list[int]) -> list[list[int]]:
    """Split by cluster when two of them hold different valid numbers of one scheme."""
    numbered = {clusters.find(position) for position in part if clusters.numbers(position)}
    held = sorted(numbered)
    agree = len(held) <= _STAR and not any(clusters.refusal(left, right) for at, left in enumerate(held) for right in held[at + 1 :])
    return [part] if agree else _split(clusters, part, lambda position: frozenset({clusters.find(position)} & numbered))


def _by_place(overlap_min: float, contested: NDArray[np.bool_]) -> Split:
    def split(mentions: Mentions, clusters: Clusters, part: list[int]) -> list[list[int]]:
        """Split a one-word name by address: two firms of one name are told apart by where they are.

        So is a name of any length that numbers say two companies bear: there a record without number and address joins none that has one.
        """
        if contested[part[0]]:
            numbered: list[int] = []
            addressed: list[int] = []
            silent: list[int] = []
            for position in part:
                (numbered if clusters.numbers(position) else addressed if mentions.place_words(position) else silent).append(position)
            places = _at_one_place(mentions, clusters, addressed, overlap_min) if addressed else []
            return sorted(one for one in (numbered, *places, silent) if one)
        if _agree(mentions.place.data, (mentions.address.of[position] for position in part), NONE):
            return [part]
        named = mentions.named.of(int(mentions.names.of[part[0]]))
        if len(named.informative) > 1 or named.han:
            return [part]
        return _at_one_place(mentions, clusters, part, overlap_min)

    return split


def _at_one_place(mentions: Mentions, clusters: Clusters, part: list[int], overlap_min: float) -> list[list[int]]:
    """Split by address: addresses that share enough words are one place."""
    places = sorted({mentions.place_words(position) for position in part} - {frozenset()}, key=sorted)
    if len(places) < 2:
        return [part]
    group = list(range(len(places)))
    for at, left in enumerate(places[:200]):
        for other in range(at + 1, min(len(places), 200)):
            if group[at] != group[other] and len(left & places[other]) >= overlap_min * min(len(left), len(places[other])):
                old, new = max(group[at], group[other]), min(group[at], group[other])
                group = [new if one == old else one for one in group]
    number = dict(zip(places, group, strict=True))
    return _split(clusters, part, lambda position: frozenset({number[p]} if (p := mentions.place_words(position)) else ()))


def _split(clusters: Clusters, part: list[int], stated: Callable[[int], frozenset[Hashable]]) -> list[list[int]]:
    """Split a part by what its mentions state; mentions that state nothing go with the rest only when the rest agrees.

    Mentions that are already one cluster carry their statements for each other, and stay together.
    """
    said = [stated(position) for position in part]
    if len(set(said) - {frozenset()}) <= 1:
        return [part]
    by_cluster: dict[int, set[Hashable]] = defaultdict(set)
    for position, values in zip(part, said, strict=True):
        by_cluster[clusters.find(position)] |= values
    merged: list[set[Hashable]] = []
    for joint in by_cluster.values():
        touching = [one for one in merged if one & joint]
        merged = [one for one in merged if not one & joint]
        if joint:
            merged.append(set(joint).union(*touching))
    if len(merged) <= 1:
        return [part]
    index = {value: number for number, values in enumerate(merged) for value in values}
    parts: dict[int, list[int]] = defaultdict(list)
    for position in part:
        joint = by_cluster[clusters.find(position)]
        parts[index[min(joint, key=repr)] if joint else -1].append(position)
    return sorted(parts.values())


def _between(mentions: Mentions, clusters: Clusters, questions: Questions, parts: list[list[int]], key: str) -> None:
    """Ask about parts of one name that were kept apart, unless their valid numbers say that they are two."""
    parts = sorted(parts)
    for at, left in enumerate(parts[:_STAR]):
        for right in parts[at + 1 : at + 1 + _STAR]:
            if clusters.refusal(left[0], right[0]) is None:
                questions.ask(left[0], right[0], *_kept_apart(mentions, left, right, key))


def _kept_apart(mentions: Mentions, left: list[int], right: list[int], key: str) -> tuple[float, str]:
    countries = [sorted({one for at in part if (one := mentions.country[at])}) for part in (left, right)]
    if countries[0] and countries[1] and set(countries[0]).isdisjoint(countries[1]):
        return 0.6, f"same name ({key}); countries differ ({'/'.join(countries[0])}, {'/'.join(countries[1])})"
    named = [[mentions.named.of(int(mentions.names.of[at])) for at in part] for part in (left, right)]
    if all(one.forms_differ(other) for one in named[0] for other in named[1]):
        forms = ["/".join(sorted({form for one in side for form in one.national or one.classes})) for side in named]
        return 0.8, f"same name ({key}); legal forms differ ({forms[0]}, {forms[1]})"
    places = [frozenset().union(*(mentions.place_words(at) for at in part)) for part in (left, right)]
    if places[0] and places[1]:
        return 0.8, f"same name ({key}); the addresses differ"
    return 0.85, f"same name ({key}); several companies bear it and one side does not say enough to choose"


def _star(questions: Questions, members: Iterable[int], score: float, evidence: str) -> None:
    """Ask about the first against each of the others: enough to say that all may be one."""
    first, *others = members
    for other in others[:_STAR]:
        questions.ask(first, other, score, evidence)
