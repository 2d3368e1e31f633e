"""Names in two scripts that answer to each other by sound and meaning. They only ever ask.

Only names in another script are looked at, and of these only those that share rare sounds or meanings with the name asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

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
from enduse.entities.transcribed import keys_transcribed, transcribes
from enduse.entities.vocabulary import BRAND
from enduse.entities.weighing import explain, probability, weigh

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_BETWEEN = ":"
_BY_SOUND = "s"
_CANDIDATES = 10
_SHARE_MIN = 0.6
"""A name that shares less than this part of what the best one shares is not compared."""
_ANSWERS = 4
_SCORE_MIN = -6
_CYRILLIC = "[\u0400-\u04ff]"
_KEYS = pa.schema([("name", pa.string()), ("keys", pa.list_(pa.string()))])
_TRANSCRIBING = pa.schema([("name", pa.string()), ("transcribes", pa.bool_())])
_SCORES = pa.schema([("pair", pa.string()), ("score", pa.float64())])
_TOLD = pa.schema([("pair", pa.string()), ("told", pa.string())])


def answers_across(mentions: Mentions, names_max: int, probability_min: float) -> Iterator[tuple[int, int, float, str]]:
    """Yield (key, key of a name in another script, probability, reason) for at most `names_max` names, Chinese ones first.

    A Russian name is asked when no word of it is a brand, or one is Chinese: other brands meet by sound, whatever the script.
    """
    table = mentions.named.texts
    # The first name in the alphabet speaks for a text; every text has one.
    first = mentions.named.first_of_text
    asked = _may_ask(table, mentions, first)
    # Names are numbered in alphabetical order.
    asked = asked[np.lexsort((first[asked], ~table.han[asked]))][:names_max]
    if not len(asked) or table.han.all():
        return
    names = mentions.names.column.take(pa.array(first))
    order, others = _near(table, names.take(pa.array(asked)), mentions.known)
    key = mentions.named.key[first]
    texts = asked[order]
    scores = _scores(_pairs(names, texts, others), mentions.known)
    # Of equal scores the first name in the alphabet answers first.
    met = np.flatnonzero(~np.isnan(scores))
    met = met[np.lexsort((first[others[met]], -scores[met], order[met]))]
    met = met[np.arange(len(met)) - np.searchsorted(order[met], order[met]) < _ANSWERS]
    met = met[key[texts[met]] != key[others[met]]]
    likely = [probability(score) for score in scores[met].tolist()]
    met = met[np.array(likely, float) >= probability_min]
    told = _told(_pairs(names, texts[met], others[met]), mentions.known)
    likely = [one for one in likely if one >= probability_min]
    yield from zip(key[texts[met]].tolist(), key[others[met]].tolist(), likely, told, strict=True)


def _may_ask(table: TextTable, mentions: Mentions, first: NDArray[np.int64]) -> Ints:
    """Return the Chinese texts, and those printed in Cyrillic of which each word is known, or one transcribes a Chinese word."""
    words, of, texts = table.words, table.word_of, table.word_texts
    unknown = np.bincount(texts, ((words.kinds == BRAND) & words.means.is_null().to_numpy(zero_copy_only=False))[of], len(table)) > 0
    several = np.bincount(texts, ~words.numbered[of], len(table)) > 1
    letters = np.flatnonzero(~table.han & several)
    names = mentions.names.column.take(pa.array(first[letters]))
    cyrillic = pc.match_substring_regex(names, _CYRILLIC).to_numpy(zero_copy_only=False)
    letters, names, branded = letters[cyrillic], names.filter(pa.array(cyrillic)), unknown[letters[cyrillic]]
    chosen = ~branded
    asked = names.filter(pa.array(branded))
    rows = completed(asked, mentions.known.get("transcribing"), _TRANSCRIBING, lambda name: (name, transcribes(name)))
    mentions.known.put("transcribing", rows)
    chosen[branded] = rows["transcribes"].to_numpy()
    return np.concatenate([np.flatnonzero(table.han), letters[chosen]])


def _near(table: TextTable, names: pa.Array, known: Known) -> tuple[Ints, Ints]:
    """Return (place among the names, text in letters) of the texts that share most with each name, likeliest first."""
    rows = completed(names, known.get("keys across"), _KEYS, lambda name: (name, _keys(name)))
    known.put("keys across", rows)
    wanted = rows["keys"].combine_chunks()
    every = pc.unique(wanted.flatten())
    every = every.take(pc.array_sort_indices(every))
    # Keys stand in the order of the alphabet, here and in each name.
    places = pc.index_in(wanted.flatten(), value_set=every).to_numpy(zero_copy_only=False).astype(np.int64)
    bounds = wanted.offsets.to_numpy().astype(np.int64) - wanted.offsets[0].as_py()
    return Postings(table, every.to_pylist()).near(places, bounds, _SHARE_MIN, _CANDIDATES)


def _keys(name: str) -> list[str]:
    reading = analyse(name)
    found = keys(reading)
    if spelled := keys_transcribed(reading):
        # Its own letters are met by itself only, and by that better than any other name meets the pinyin.
        found = {key for key in found if key[0] != _BY_SOUND} | spelled
    return sorted(key for key in found if key[0] in HELD)


def _pairs(names: pa.Array, left: Ints, right: Ints) -> pa.Array:
    """Return the two names of each pair as one text, before which stands how many letters the first one has."""
    ours, theirs = (names.take(pa.array(side)) for side in (left, right))
    return pc.binary_join_element_wise(pc.utf8_length(ours).cast(pa.string()), pc.binary_join_element_wise(ours, theirs, ""), _BETWEEN)


def _parted(pair: str) -> tuple[str, str]:
    """Return the two names of a pair.

    >>> _parted("8:Primerkaexample")
    ('Primerka', 'example')
    """
    length, names = pair.split(_BETWEEN, 1)
    return names[: int(length)], names[int(length) :]


def _scores(pairs: pa.Array, known: Known) -> Floats:
    """Return how the names of each pair answer, not a number where they do not."""
    asked = pairs.unique()
    rows = completed(asked, known.get("across"), _SCORES, lambda pair: (pair, _score(*_parted(pair))))
    known.put("across", rows)
    scores: Floats = pc.fill_null(rows["score"].combine_chunks(), math.nan).take(pc.index_in(pairs, value_set=asked)).to_numpy()
    return scores


def _score(*names: str) -> float | None:
    """Return how two names answer, as log-odds; null where they are of one script, or have next to nothing in common."""
    reading, other = map(analyse, names)
    score = weigh(reading, other) if other.script != reading.script else _SCORE_MIN
    return round(score, 4) if score > _SCORE_MIN else None


def _told(pairs: pa.Array, known: Known) -> list[str]:
    """Return why the names of each pair answer."""
    distinct = pairs.unique()
    rows = completed(distinct, known.get("told across"), _TOLD, lambda pair: (pair, in_words(explain(*map(analyse, _parted(pair))))))
    known.put("told across", rows)
    told: list[str] = rows["told"].take(pc.index_in(pairs, value_set=distinct)).to_pylist()
    return told
