"""Every company asked about against every listed subject: who meets whom, best reason first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice

from enduse.entities.blocking import similar_pairs
from enduse.entities.comparing import Asked, How, Match, Met, compare
from enduse.entities.listed import ListedIndex
from enduse.entities.names import Named
from enduse.entities.parameters import ACROSS_NAMES_MAX, BLOCK_MAX, DIFFERENCE_MIN, PROBABILITY_MIN, RARE_TOKEN_MAX, SIMILARITY_MIN
from enduse.entities.pool import Match as Hit
from enduse.entities.reading import Reading, analyse
from enduse.store import StageRun

_SOUND = 0.92
_ACROSS_MAX = 10
Note = Callable[[int, int, Met | None], None]
Bearers = dict[str, list[tuple[int, str, Named]]]
Meetings = dict[str, dict[str, tuple[How, float]]]


def meet(run: StageRun, asked: Sequence[Asked], index: ListedIndex) -> list[dict[int, Match]]:
    """Return for each company asked about its best match with each listed subject that it answers to.

    Keys of the inner mapping are positions in `index.subjects`.
    """
    bearers: Bearers = defaultdict(list)
    for number, one in enumerate(asked):
        for printed, named in one.names:
            if named.key is not None:
                bearers[named.key].append((number, printed, named))
    rare_max = run.parameter(RARE_TOKEN_MAX)
    found: list[dict[int, Match]] = [{} for _ in asked]

    def note(number: int, position: int, met: Met | None) -> None:
        match = compare(asked[number], index.subjects[position], position, met, index, rare_max)
        if match is not None and (position not in found[number] or match.rank > found[number][position].rank):
            found[number][position] = match

    for key, similar in sorted(_meetings(run, bearers, index).items()):
        for number, printed, named in bearers[key]:
            for listed_key, (how, similarity) in similar.items():
                for position, at in index.by_key[listed_key]:
                    note(number, position, Met(printed, named, index.subjects[position].names[at], how, similarity))
    for number, one in enumerate(asked):
        for value in sorted({value for _, value in one.merging} | one.unnamed):
            for position in index.by_number.get(value, ()):
                if position not in found[number] and one.shared(index.subjects[position]):
                    note(number, position, None)
    _across(asked, index, run, note)
    return found


def _across(asked: Sequence[Asked], index: ListedIndex, run: StageRun, note: Note) -> None:
    """Note listed names in another script than a name asked that answer to it by sound and meaning."""
    probability_min = run.parameter(PROBABILITY_MIN)
    by_script: dict[str, list[tuple[int, str, Named]]] = defaultdict(list)
    for one in _to_ask(asked, run.parameter(ACROSS_NAMES_MAX)):
        by_script[analyse(one[1]).script].append(one)
    for script, names in sorted(by_script.items()):
        answers = index.pool(script).answers([printed for _, printed, _ in names], _ACROSS_MAX, probability_min)
        for (number, printed, named), hits in zip(names, answers, strict=True):
            for hit in hits:
                _note_hit(hit, number, printed, named, index, note)


def _note_hit(hit: Hit, number: int, printed: str, named: Named, index: ListedIndex, note: Note) -> None:
    told = tuple(said for said in hit.explanation if said.outcome != "unknown" and "legal form" not in said.comparison)
    for position, at in index.by_name[hit.name]:
        if index.subjects[position].craft:
            # A company that bears a ship's name is no ship.
            continue
        listed = index.subjects[position].names[at]
        note(number, position, Met(printed, named, listed, "across", round(hit.probability, 4), told))


def _to_ask(asked: Sequence[Asked], names_max: int) -> list[tuple[int, str, Named]]:
    """Return (number, printed name, analysed name) of at most `names_max` names that may be translated, Chinese ones first."""
    # A name may stand there twice, as printed and without its notes: the first is asked.
    names = [
        (number, printed, named)
        for number, one in enumerate(asked)
        for printed, named in dict(reversed(one.names)).items()
        if named.key is not None
    ]
    # Reading a name is dear: the script is seen from its letters, and names are read only until enough are found.
    names = sorted(names, key=lambda one: (_script_order(one[1]), one[1], one[0]))
    return list(islice((one for one in names if _worth_asking(analyse(one[1]))), names_max))


def _script_order(name: str) -> int:
    """Return 0 for a name with Chinese characters, 1 for a Cyrillic one, 2 for one in other letters."""
    if name.isascii():
        return 2
    return (
        0 if any("\u3040" <= letter <= "\u9fff" for letter in name) else 1 if any("\u0400" <= letter <= "\u052f" for letter in name) else 2
    )


def _worth_asking(reading: Reading) -> bool:
    """Tell whether a name may be translated: a Cyrillic one that is all brand already meets its spelling by sound."""
    return reading.script != "cyrillic" or any(one.means and one.kind != "body" for one in reading.words)


def _meetings(run: StageRun, bearers: Bearers, index: ListedIndex) -> Meetings:
    """Return {key: {listed key: (how they meet, similarity)}}; the strongest way wins."""
    keys = sorted(bearers)
    names = [bearers[key][0][2] for key in keys]
    met: Meetings = defaultdict(dict)
    listed_keys = sorted(index.named)
    listed = [index.named[key] for key in listed_keys]
    if keys and listed:
        pairs = similar_pairs(run, names, listed, run.parameter(BLOCK_MAX), run.parameter(SIMILARITY_MIN), run.parameter(DIFFERENCE_MIN))
        for left, right, similarity in pairs:
            met[keys[left]][listed_keys[right]] = ("alike", similarity)
    for key, named in zip(keys, names, strict=True):
        for sound in {named.sound, named.run_together} - {""}:
            for listed_key in sorted(index.by_sound.get(sound, ())):
                met[key][listed_key] = ("sound", _SOUND)
        if key in index.by_key:
            met[key][key] = ("same", 1.0)
    return met
