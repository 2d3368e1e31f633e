"""Sentences with offsets, and quotation marks paired by direction and paragraph, with recovery for odd or reversed marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|St|Jr|Sr|No|Inc|Ltd|Co|Corp|Bros|vs|etc|approx|Jan|Feb|"
    r"Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|"
    r"Fig|Art|pp?|cf|al|e\.g|i\.e|ca|a\.m|p\.m|est|Rs|Pte|Pvt|Plc)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:г|гг|тыс|млн|млрд|руб|"
    r"т|ул|им|см|стр|долл|ред|св))\Z"
)
_END = re.compile(r"(?:[.!?…]+|[。！？]+)[\"”’»」』)\]*]*")
_SINGLE = re.compile(r"(?<!\w)['‘]((?=\w)[^'‘’]*(?:\w['’](?=\w)[^'‘’]*)*[,.!?…])['’](?!\w)")
"""Single marks enclose speech when the text has no double ones there and the words end with a stop: an apostrophe does not."""
_SAID = re.compile(
    r"(?<=[,.?!])\s+(?:[\w’'.-]+ ){0,8}?(?:said|says|told [\w’' ]{2,40}|added|adds|insisted|insists|explained|recalled|argued|"
    r"wrote|noted|claimed)"
    r"(?: [\w’'., -]{2,60})?[.!?]?\Z|(?<=,)\s+(?:сказал\w*|заявил\w*|сообщил\w*|отметил\w*|добавил\w*)\s[^.]{2,60}\.?\Z"
)
_LONGEST = 1200
_OPENERS, _CLOSERS, _EITHER = "“«„「『《", "”»」』》", '"‟'


@dataclass(frozen=True)
class Quotation:
    """What stands between quotation marks: `start` to `end` is the inside, also where one of the marks is missing."""

    start: int
    end: int


def split(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences of the blocks as offsets, without blanks around them; a list's bullet belongs to none."""
    found: list[tuple[int, int]] = []
    for start, end in blocks:
        place = start
        for stop in _END.finditer(text, start, end):
            if stop.start() < place or not _is_end(text, stop, place, end):
                continue
            _add(text, place, stop.end(), found)
            place = stop.end()
        _add(text, place, end, found)
    return found


def _is_end(text: str, stop: re.Match[str], place: int, end: int) -> bool:
    if stop[0][0] in "。！？" or stop.end() >= end:
        return True
    following = text[stop.end() : stop.end() + 2]
    glued = not following[0].isspace()
    before = text[place : stop.start()]
    if glued:
        # "chain.Analysts": a blank was lost; "3.5", "U.S.", "example.com" are not ends.
        return (
            stop[0] in (".", "!", "?")
            and following[0].isupper()
            and len(following) > 1
            and following[1].islower()
            and bool(re.search(r"[a-zа-я]{3}\Z", before))
        )
    if stop[0].startswith(".") and _ABBREVIATIONS.search(before):
        if re.search(r"\b(?:млн|млрд|тыс|руб|долл)\Z", before):
            return bool(re.match(r"\s+[«“\"]?[А-ЯЁ]", text[stop.end() : end]))
        return bool(
            re.search(r"(?:\b[a-z]+\.[mM]|U\.S|г|гг|Inc|Ltd|Co|Corp|etc)\Z", before)
            and re.match(r"\s+(?:The|A|An|It|He|She|They|In|On|But|However|This|These|По|В|Это)\b", text[stop.end() : end])
        )
    nxt = re.compile(r"[\s*•–—-]*[\"“”«„‘’(\[]*(\S)").match(text, stop.end(), end)
    return not (nxt and nxt[1].islower())


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while end - start > _LONGEST:
        # No sentence of a newspaper; rules that look back and forth would take minutes over it.
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        _add(text, start, cut if cut > 0 else start + _LONGEST, found)
        start = cut if cut > 0 else start + _LONGEST
    lead = re.compile(r"\s*(?:[*•▪■◦–—-]\s+|\(?\d{1,2}[.)]\s+)?").match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > 1 and any(one.isalnum() for one in text[start:end]):
        found.append((start, end))


def quotations(text: str, blocks: list[tuple[int, int]]) -> list[Quotation]:
    """Return the quotations of each block in order. A reversed mark is read by where it stands; a lost one ends at the sentence's end."""
    found: list[Quotation] = []
    for start, end in blocks:
        first = len(found)
        opened: int | None = None
        for mark in re.finditer(r"[“”«»„「」『』《》\"‟]", text[start:end]):
            place = start + mark.start()
            if mark[0] in "《》":
                continue
            if _opens(text, place, mark[0], opened is not None, start, end):
                if opened is not None:
                    stop = _sentence_end(text, opened, place)
                    stop = _speaker_after(text, opened, stop)
                    found.append(Quotation(opened, stop))
                opened = place + 1
            elif opened is not None:
                if place > opened:
                    found.append(Quotation(opened, place))
                opened = None
            else:
                # A closing mark with no opening: the quotation began with the sentence.
                begin = max((stop.end() for stop in re.finditer(r"[.!?]\s+|,\s+(?=[A-Z])", text[start:place])), default=0) + start
                if place - begin > 12:
                    found.append(Quotation(begin, place))
        if opened is not None and end - opened > 3:
            found.append(Quotation(opened, _speaker_after(text, opened, end)))
        if len(found) == first:
            found += [Quotation(one.start(1), one.end(1)) for one in _SINGLE.finditer(text, start, end)]
    return found


def _opens(text: str, place: int, mark: str, is_open: bool, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    before_is_gap = before.isspace() or before in "([—–-:："
    after_is_gap = after.isspace() or after in ".,;:!?)]—–。，；！？"
    if before_is_gap and not after_is_gap:
        # Stands like an opening mark, whatever its shape: ”abandon Putin.” is a quotation.
        return not (is_open and mark in _CLOSERS and not before.isspace()) and not (is_open and mark in _EITHER and before in "—–-")
    if after_is_gap and not before_is_gap:
        return False
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:
        return False
    return not is_open


def _speaker_after(text: str, start: int, end: int) -> int:
    """Return where the words of a quotation that nobody closed end: before ", the director said." or at `end`."""
    first = _sentence_end(text, start, end)
    said = _SAID.search(text, start, min(end, first))
    if said is None or said.end() < min(end, first) - 1:
        return end
    return said.start() - (text[said.start() - 1] == ",")


def _sentence_end(text: str, start: int, before: int) -> int:
    stop = re.search(r"[.!?](?=\s|\Z)", text[start:before])
    return start + stop.end() if stop else before
