"""Names in two scripts that answer to each other by sound and meaning. They only ever ask.

Only names in another script are looked at, and of these only those that share rare sounds or meanings with the name asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.keying import keys
from enduse.entities.known import Known, completed
from enduse.entities.mentions import Mentions
from enduse.entities.outcomes import in_words
from enduse.entities.postings import HELD, Postings
from enduse.entities.reading import analyse
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import BRAND
from enduse.entities.weighing import explain, probability, weigh

_CANDIDATES = 10
_SHARE_MIN = 0.6
"""A name that shares less than this part of what the best one shares is not compared."""
_ANSWERS = 4
_SCORE_MIN = -6
_CYRILLIC = "[\u0400-\u04ff]"
_KEYS = pa.schema([("name", pa.string()), ("keys", pa.list_(pa.string()))])
_SCORES = pa.schema([("pair", pa.string()), ("score", pa.float64())])
_TOLD = pa.schema([("pair", pa.string()), ("told", pa.string())])


def answers_across(mentions: Mentions, names_max: int, probability_min: float) -> Iterator[tuple[int, int, float, str]]:
    """Yield (key, key of a name in another script, probability, reason) for at most `names_max` names, Chinese ones first.

    A Russian name is asked when no word of it is a brand: brands meet by sound, whatever the script.
    """
    table = mentions.named.texts
    # The first name in the alphabet speaks for a text; every text has one.
    first = mentions.named.first_of_text
    name_of: list[int] = first.tolist()
    name = {at: mentions.names.values[name_of[at]] for at in _may_ask(table, mentions, first)}
    asked = sorted(name, key=lambda at: (not table.han[at], name[at]))[:names_max]
    if not asked or table.han.all():
        return
    near = dict(zip(asked, _near(table, [name[at] for at in asked], mentions.known), strict=True))
    name |= {at: mentions.names.values[name_of[at]] for at in set(chain.from_iterable(near.values()))}
    key: list[int] = mentions.named.key[name_of].tolist()
    found: list[tuple[int, int, float]] = []
    for at, hits in _hits(near, name, mentions.known):
        for negative, _, other in hits[:_ANSWERS]:
            if (likely := probability(-negative)) >= probability_min and key[at] != key[other]:
                found.append((at, other, likely))
    told = _told([(name[at], name[other]) for at, other, _ in found], mentions.known)
    for (at, other, likely), reason in zip(found, told, strict=True):
        yield key[at], key[other], likely, reason


def _may_ask(table: TextTable, mentions: Mentions, first: NDArray[np.int64]) -> list[int]:
    """Return the Chinese texts, and those printed in Cyrillic of which each word is known."""
    words, of, texts = table.words, table.word_of, table.word_texts
    unknown = np.bincount(texts, ((words.kinds == BRAND) & words.means.is_null().to_numpy(zero_copy_only=False))[of], len(table)) > 0
    several = np.bincount(texts, ~words.numbered[of], len(table)) > 1
    known = np.flatnonzero(~table.han & ~unknown & several)
    names = pa.array([mentions.names.values[at] for at in first[known].tolist()], pa.string())
    cyrillic = known[pc.match_substring_regex(names, _CYRILLIC).to_numpy(zero_copy_only=False)]
    return [*np.flatnonzero(table.han).tolist(), *cyrillic.tolist()]


def _near(table: TextTable, names: Sequence[str], known: Known) -> Iterator[list[int]]:
    """Yield for each name the texts in letters that share most with it, likeliest first."""
    rows = completed(pa.array(names, pa.string()), known.get("keys across"), _KEYS, lambda name: (name, _keys(name)))
    known.put("keys across", rows)
    wanted = rows["keys"].combine_chunks()
    every = pc.unique(wanted.flatten())
    every = every.take(pc.array_sort_indices(every))
    # Keys stand in the order of the alphabet, here and in each name.
    places = pc.index_in(wanted.flatten(), value_set=every).to_numpy(zero_copy_only=False).astype(np.int64)
    asked = np.split(places, wanted.offsets.to_numpy()[1:-1])
    return Postings(table, every.to_pylist()).near(asked, _SHARE_MIN, _CANDIDATES)


def _keys(name: str) -> list[str]:
    return sorted(key for key in keys(analyse(name)) if key[0] in HELD)


def _hits(near: Mapping[int, Sequence[int]], name: Mapping[int, str], known: Known) -> Iterator[tuple[int, list[tuple[float, str, int]]]]:
    """Yield each text asked with (minus the score, name, text) of those that answer it, best first."""
    pair = {(at, other): _pair(name[at], name[other]) for at, others in near.items() for other in others}
    asked = pa.array(sorted(set(pair.values())), pa.string())
    rows = completed(asked, known.get("across"), _SCORES, lambda pair: (pair, _score(*json.loads(pair))))
    known.put("across", rows)
    score = dict(zip(rows["pair"].to_pylist(), rows["score"].to_pylist(), strict=True))
    for at, others in near.items():
        found = [(-weighed, name[other], other) for other in others if (weighed := score[pair[at, other]]) is not None]
        yield at, sorted(found, key=lambda hit: hit[:2])


def _pair(*names: str) -> str:
    return json.dumps(names, ensure_ascii=False)


def _score(*names: str) -> float | None:
    """Return how two names answer, as log-odds; null where they are of one script, or have next to nothing in common."""
    reading, other = map(analyse, names)
    score = weigh(reading, other) if other.script != reading.script else _SCORE_MIN
    return round(score, 4) if score > _SCORE_MIN else None


def _told(pairs: Sequence[tuple[str, str]], known: Known) -> list[str]:
    """Return why the names of each pair answer."""
    asked = pa.array([_pair(*names) for names in pairs], pa.string())
    distinct = asked.unique()
    rows = completed(distinct, known.get("told across"), _TOLD, lambda pair: (pair, in_words(explain(*map(analyse, json.loads(pair))))))
    known.put("told across", rows)
    told: list[str] = rows["told"].take(pc.index_in(asked, value_set=distinct)).to_pylist()
    return told
