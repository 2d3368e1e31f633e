"""Interviews printed as turns ("Q: ... A: ...", "Anna Example: ..."): who answers, who asks, and where each turn's words begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from enduse.claims.extracted import ChainNode, Mention
from enduse.claims.reading.letters import CAP
from enduse.terms.scripts import HAN

_LABEL = re.compile(
    rf"(?P<label>Q|A|Question|Answer|Вопрос|Ответ|В|О|问|答|{CAP}(?: {CAP}){{0,3}}|[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+){{0,2}}|"
    rf"[{HAN}]{{2,8}}|[A-Z]{{2,4}})\s*(?:[:：]|\.(?= [A-Z]))\s*(?=\S)"
)
_ASKS = ("Q", "Question", "Вопрос", "В", "问", "记者", "Interviewer", "Корреспондент")
_ANSWERS = ("A", "Answer", "Ответ", "О", "答")
_LEAST = 3


@dataclass(frozen=True)
class Turn:
    """One turn: the words begin at `begin`. `speaker` None: the interviewer's turn, which the publisher asks."""

    begin: int
    speaker: ChainNode | None


def turns_of(text: str, blocks: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> dict[int, Turn]:
    """Return the turns by the start of their block; empty when the text is no interview.

    It is one when labels before a colon come back, or questions and answers are marked as such.
    """
    found = {start: match for start, end in blocks if (match := _LABEL.match(text, start, end)) and match.end() < end}
    ends = dict(blocks)
    counts = Counter(_short(match["label"]) for match in found.values())
    kept = {start: match for start, match in found.items() if counts[_short(match["label"])] > 1 or match["label"] in (*_ASKS, *_ANSWERS)}
    marked = {match["label"] for match in kept.values()}
    if len(kept) < _LEAST and not (marked & {*_ASKS} and marked & {*_ANSWERS}):
        return {}
    asked = Counter(_short(match["label"]) for start, match in kept.items() if text[start : ends[start]].rstrip().endswith(("?", "？")))
    said: dict[int, Turn] = {}
    for start, match in kept.items():
        label = match["label"]
        asking = label in _ASKS or (label not in _ANSWERS and asked[_short(label)] * 2 >= counts[_short(label)])
        said[start] = Turn(match.end(), None if asking else _speaker(match, kept, mentions, min(kept)))
    return said if any(one.speaker for one in said.values()) else {}


def _short(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1]


def _speaker(match: re.Match[str], kept: dict[int, re.Match[str]], mentions: Sequence[Mention], first: int) -> ChainNode | None:
    """Return who a label stands for: its own name, in the longest form printed as a label, or the person the introduction names most."""
    label = match["label"]
    if label not in _ANSWERS:
        full = max((one["label"] for one in kept.values() if _short(one["label"]) == _short(label)), key=len)
        person = next(
            (one.text for one in mentions if one.kind == "person" and one.text.endswith(_short(full)) and len(one.text) > len(full)), full
        )
        return ChainNode("person", person, start=match.start("label"), end=match.end("label"))
    people = [one for one in mentions if one.kind == "person" and one.start < first]
    named = Counter(one.text for one in people)
    if not named:
        return None
    # A byline's name stands in furniture and is no mention; of those the introduction names, the one named most, then first.
    name = max(named, key=lambda one: (named[one], -next(other.start for other in people if other.text == one)))
    place = next(one for one in people if one.text == name)
    return ChainNode("person", name, implied=True, start=place.start, end=place.end)
