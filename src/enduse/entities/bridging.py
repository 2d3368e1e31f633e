"""Chinese names and names in Latin letters that answer to them word for word, each word explained: by sound, or by meaning.

Only exact answers, found by looking up; what answers in part is weighed in `across` and only asks. Where a Latin name answers to
two different Chinese ones, or a word of trade is mistyped, the answer is one that chance may meet.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.candidates import Wanted, candidates
from enduse.entities.chinese import SPAN_MAX, Span
from enduse.entities.chinese_sounds import sounds, spelled
from enduse.entities.clerks_forms import like_a_form
from enduse.entities.covering import Keys, bits_of_spans, may_cover, numbers_may_agree
from enduse.entities.glosses import glosses
from enduse.entities.known import Known, completed
from enduse.entities.mending import stands_for
from enduse.entities.once import said_once
from enduse.entities.postings import expand
from enduse.entities.relation import Relation
from enduse.entities.remembered import Remembered
from enduse.entities.text import Text
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, TRADE, Token, gloss_keys, together
from enduse.store import distinct, first_places, ordered

_NUMBER_SIGN = "第"
_FORM = "jointstock"
_NO_WORD = frozenset({"number", _FORM})
_CORES = pa.schema(
    [
        ("joined", pa.string()), ("brand", pa.string()), ("words", pa.list_(pa.string())), ("numbers", pa.list_(pa.string())),
        ("place", pa.string()), ("said", pa.string()),
    ]
)  # fmt: skip
_BRANDS = pa.schema(
    [
        ("brand", pa.string()), ("heard", pa.list_(pa.string())), ("heard_at", pa.list_(pa.int8())), ("alone", pa.list_(pa.string())),
        ("alone_at", pa.list_(pa.int8())), ("meant", pa.list_(pa.string())), ("meant_at", pa.list_(pa.int8())),
    ]
)  # fmt: skip
"""By what the characters of a brand are said: sounds of several together, of one alone, meanings; and which characters, as bits."""
_NO_ANSWER = -1


class Answers(NamedTuple):
    """Pairs of texts, by their numbers, of which one is Chinese, and how: HEARD, MEANT, or RENDERED when chance may meet it."""

    chinese: NDArray[np.int64]
    latin: NDArray[np.int64]
    relation: NDArray[np.int8]


class _Core(NamedTuple):
    """What a Chinese text says: characters of its brand, words of place and trade by meaning, numbers."""

    brand: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    place: str


def answers(table: TextTable, characters_min: int, known: Known | None = None) -> Answers:
    """Return the pairs of texts that answer, each once, in the order of numbers.

    A brand of fewer than `characters_min` characters is RENDERED: short ones have homophones and synonyms. `known` says how pairs
    of an earlier run answered, and is told of those of this one.
    """
    had = known or Known()
    cores = _Cores(table, had)
    if not len(cores) or table.han.all():
        return Answers(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int8))
    brands = _Brands(cores, had)
    which, texts = candidates(table, brands.wanted())
    remembered = Remembered(table, had, "answers")
    kinds = remembered.of(cores.bearing[cores.starts[which]], texts, lambda new: _answered(table, cores, brands, which[new], texts[new]))
    remembered.keep()
    met = np.flatnonzero(kinds != _NO_ANSWER)
    which, texts, kinds = which[met], texts[met], kinds[met]
    brand = cores.brand.dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int64)
    width = len(cores)
    answering = np.bincount(distinct(texts * width + brand[which]) // width, minlength=len(table))
    sure = pc.and_(pc.not_equal(cores.place, ""), pc.greater_equal(pc.utf8_length(cores.brand), characters_min))
    # Homophones are two companies until something else tells which one is meant; without a place, or by a short brand, chance meets them.
    certain = sure.to_numpy(zero_copy_only=False)[which] & (answering[texts] == 1)
    kinds = np.where(certain, kinds, np.int8(Relation.RENDERED)).astype(np.int8)
    at, owner = expand(cores.starts[which], cores.counts[which])
    chinese, latin, relation = cores.bearing[at], texts[owner], kinds[owner]
    order = ordered(chinese, latin)
    return Answers(chinese[order], latin[order], relation[order])


class _Cores:
    """What the Chinese texts say, each once in the order of the first text that says it; a `_Core` is made when one is looked at."""

    def __init__(self, table: TextTable, known: Known) -> None:
        han = np.flatnonzero(table.han)
        joined = table.joined.take(pa.array(han))
        rows = completed(joined.unique(), known.get("cores"), _CORES, _core_row)
        known.put("cores", rows)
        said = rows["said"].combine_chunks().dictionary_encode()
        of_row = pc.fill_null(said.indices, -1).to_numpy(zero_copy_only=False).astype(np.int64)
        of = of_row[pc.index_in(joined, value_set=rows["joined"].combine_chunks()).to_numpy(zero_copy_only=False)]
        order = ordered(of)
        order = order[np.searchsorted(of[order], 0) :]
        self.bearing: NDArray[np.int64] = han[order]
        """The texts, those that say one thing one behind the other."""
        self.starts = np.searchsorted(of[order], np.arange(len(said.dictionary)))
        self.counts = np.diff(np.append(self.starts, len(order)))
        spoken = np.flatnonzero(of_row >= 0)
        self._rows = rows.take(pa.array(spoken[first_places(of_row[spoken])]))
        self.brand, self.place = (self._rows[name].combine_chunks() for name in ("brand", "place"))
        self.numbers: NDArray[np.int64] = pc.list_value_length(self._rows["numbers"]).to_numpy().astype(np.int64)
        """How many numbers each says."""

    def __len__(self) -> int:
        return len(self.brand)

    def several(self, which: NDArray[np.int64]) -> dict[int, _Core]:
        """Return the names with these numbers."""
        found = distinct(which)
        rows = self._rows.take(pa.array(found))
        columns = (rows[name].to_pylist() for name in _Core._fields)
        return {
            at: _Core(brand, tuple(words), tuple(numbers), place)
            for at, brand, words, numbers, place in zip(found.tolist(), *columns, strict=True)
        }


def _core_row(joined: str) -> tuple[Any, ...]:
    core = _core(joined)
    return joined, *(core or (None,) * len(_Core._fields)), repr(core) if core else None


class _Brands:
    """By what the brands of Chinese names are said, each brand once."""

    def __init__(self, cores: _Cores, known: Known) -> None:
        self._rows = completed(cores.brand.unique(), known.get("brands"), _BRANDS, _brand_row)
        known.put("brands", self._rows)
        self.brands = self._column("brand")
        self._of = pc.index_in(cores.brand, value_set=self.brands)
        self._place = cores.place
        self.of: NDArray[np.int64] = self._of.to_numpy().astype(np.int64)
        """The brand of each name."""

    def _column(self, name: str) -> pa.Array:
        return self._rows[name].combine_chunks()

    def wanted(self) -> Wanted:
        """Return by what the answers to each name are found."""
        heard, meant = (self._column(name).take(self._of) for name in ("heard", "meant"))
        return Wanted(heard, meant, self._place)

    def said(self) -> list[Keys]:
        """Return by what each brand is said."""
        return [Keys(name != "meant", self._column(name), self._column(f"{name}_at")) for name in ("heard", "alone", "meant")]


def _brand_row(brand: str) -> tuple[str, list[str], list[int], list[str], list[int], list[str], list[int]]:
    heard: dict[str, int] = {}
    alone: dict[str, int] = {}
    for sound, spans in _heard(brand).items():
        several = any(span.end - span.start > 1 for span in spans)
        (heard if several else alone)[sound] = bits_of_spans(spans)
    meant = {key: bits_of_spans(spans) for key, spans in _meant(brand).items()}
    return brand, list(heard), list(heard.values()), list(alone), list(alone.values()), list(meant), list(meant.values())


def _answered(table: TextTable, cores: _Cores, brands: _Brands, which: NDArray[np.int64], texts: NDArray[np.int64]) -> NDArray[np.int8]:
    """Return how each text answers each Chinese name; -1 where it does not."""
    kinds = np.full(len(which), _NO_ANSWER, np.int8)
    may = numbers_may_agree(table, texts, cores.numbers[which])
    may[may] = may_cover(table, brands.brands, brands.said(), brands.of[which[may]], texts[may])
    last, said = -1, _Said(Text((), (), False, 0))
    # Each text in letters is looked at once, beside all the Chinese ones that it may answer, and near others that answer the same.
    first = np.full(len(table), len(cores), np.int64)
    np.minimum.at(first, texts, which)
    asked = np.flatnonzero(may)
    looked_at = cores.several(which[asked])
    for place in asked[np.lexsort((which[asked], texts[asked], first[texts[asked]]))].tolist():
        if texts[place] != last:
            last = int(texts[place])
            said = _Said(table.texts[last])
        if (relation := _answer(looked_at[which[place]], said)) is not None:
            kinds[place] = relation
    return kinds


def _core(joined: str) -> _Core | None:
    """Return what a Chinese text says, characters typed twice read once; null without a brand of two characters and a known word."""
    brand, words, numbers, place = "", [], [], ""
    for kind, what in said_once(joined):
        if kind == "brand":
            brand += what
        elif kind == "number":
            brand = brand.removesuffix(_NUMBER_SIGN)
            numbers.append(what)
        else:
            words += [word for word in what.split() if word not in _NO_WORD]
            place = what if kind == "place" else place
    if not 2 <= len(brand) <= SPAN_MAX or not words or brand.isascii():
        return None
    return _Core(brand, tuple(sorted(words)), tuple(sorted(numbers)), place)


class _Said:
    """What a text in letters says: its numbers, its other words, and which meanings these may have."""

    def __init__(self, text: Text) -> None:
        self.numbers = tuple(sorted([one.sound for one in text.tokens if one.kind == NUMBER and one.sound.isdigit()]))
        self.words = [one for one in text.printed if one.means != "number" and not (one.kind == NUMBER and one.sound.isdigit())]
        self._means = {word for one in self.words if one.means for word in one.means.split()}
        self._says: dict[str, bool] = {}
        self._together: set[str | None] | None = None

    def may_say(self, word: str) -> bool:
        """Tell whether a word, two of them in one, or a mistyped one may have this meaning, whatever the others are needed for."""
        if word not in self._says:
            self._says[word] = word in self._means or word in self.together or any(_mistyped(one, word) for one in self.words)
        return self._says[word]

    @property
    def together(self) -> set[str | None]:
        """What two of its words mean when they are written in one."""
        if self._together is None:
            self._together = {together(left.sound, right.sound) for left, right in combinations(self.words, 2)}
        return self._together


def _answer(core: _Core, said: _Said) -> Relation | None:
    """Return how a text in Latin letters answers; null when a word of either side is left over."""
    if said.numbers != core.numbers or not all(map(said.may_say, core.words)):
        return None
    rest = said.words.copy()
    mistyped = False
    for word in core.words:
        met = next((one for one in rest if one.means and word in one.means.split()), None)
        if met is not None:
            rest.remove(met)
        elif word in said.together and (two := next((pair for pair in pairwise(rest) if _means_together(*pair) == word), None)) is not None:
            rest = [one for one in rest if one not in two]
        elif (wrong := next((one for one in rest if _mistyped(one, word)), None)) is not None:
            rest.remove(wrong)
            mistyped = True
        else:
            return None
    rest = [one for one in rest if not (like_a_form(one) or (one.kind == BODY and one.means in _BODIES))]
    found = _covered(core.brand, tuple((one.sound, one.means) for one in rest)) if rest else None
    return Relation.RENDERED if found is not None and mistyped else found


def _mistyped(one: Token, word: str) -> bool:
    """Tell whether an unknown word is one of this meaning with a letter wrong, or cut short."""
    return one.kind == BRAND and one.means is None and stands_for(one.sound, Token("", TRADE, word, -1))


_BODIES = frozenset({"limited", "company", _FORM})


@lru_cache(maxsize=50_000)
def _covered(brand: str, words: tuple[tuple[str, str | None], ...]) -> Relation | None:
    """Return how the words make up the brand, each character by one word; null when they do not."""
    heard, meant = _heard(brand), _meant(brand)
    places = [
        [(span, False) for span in heard.get(sound, ())] + [(span, True) for key in gloss_keys(sound, means) for span in meant.get(key, ())]
        for sound, means in words
    ]
    best: list[Relation] = []

    def fill(number: int, taken: int, by_meaning: bool) -> None:
        if number == len(places):
            if taken == (1 << len(brand)) - 1:
                best.append(Relation.MEANT if by_meaning else Relation.HEARD)
            return
        for span, glossed in places[number]:
            bits = ((1 << (span.end - span.start)) - 1) << span.start
            if not taken & bits:
                fill(number + 1, taken | bits, by_meaning or glossed)

    if all(places):
        fill(0, 0, False)
    return max(best) if best else None


@lru_cache(maxsize=50_000)
def _heard(brand: str) -> dict[str, list[Span]]:
    """Return the stretches of a brand by their sound, the whole only in its commonest reading when that differs from the others."""
    found = sounds(brand)
    whole = Span(0, len(brand))
    first = spelled(brand)
    return {sound: spans for sound, spans in found.items() if sound == first or whole not in spans}


@lru_cache(maxsize=50_000)
def _meant(brand: str) -> dict[str, list[Span]]:
    return glosses(brand)


def _means_together(left: Token, right: Token) -> str | None:
    return together(left.sound, right.sound)
