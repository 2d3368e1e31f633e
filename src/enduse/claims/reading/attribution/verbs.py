"""Verbs of saying, showing and denying: which of them hand something over, and the shapes in which they do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.reading.attribution.content import (
    has_verb,
    named_listener,
)
from enduse.claims.reading.attribution.piece import MARKS, QUOTED, Piece, Reader, Span, Stretch, within
from enduse.claims.reading.attribution.shapes import SHAPES, Cue, Shape, content_pieces, said_after, said_before, said_by
from enduse.claims.words.english import ADVERBS, AMBIGUOUS, BELIEVE, CONCERN, DENY, EVIDENCE, FINITE, NOUN_BEFORE, PARTICIPLE, SAY

_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<concern>{CONCERN})|(?P<accuse>accuse[sd]?)|(?P<deny>{DENY})|(?P<call>calls?|called|dubs?|dubbed|"
    rf"describes?|described|labels?|labell?ed|brands?|branded|considers?|deems?|regards?|puts?)|(?P<part>{PARTICIPLE})|"
    rf"(?P<say>{SAY})|(?P<evidence>{EVIDENCE}))"
    r"(?![\w-])(?: out\b)?"
)
_EVIDENCE = re.compile(EVIDENCE)
_NEGATED = re.compile(r"(?:\bnot|n[’']t|\bnever|\bcannot|\bto|\bcan|\bbe|\bbeing|\bwas|\bwere|\bis|\bare|\bbeen)\s+(?:\w+ly\s+)?\Z")
_ADJECTIVE_BEFORE = re.compile(r"\b(?:the|a|an|these|those|this|its|their|his|her|of)\s+\Z", re.IGNORECASE)
_JOINED = re.compile(rf"\s(?:and|but)\s+(?:{ADVERBS}\s+)*\Z")
_SPEECH_ACT = re.compile(
    rf"\s*(?:{ADVERBS}\s+)*(?:responded|replied|spoke|commented|answered|issued|released|wrote|reacted|tweeted|posted|published)\b"
)
_PLAIN = re.compile(
    r"sa(?:id|ys?)|told|tells?|add(?:ed|s)|wrote|writes?|argue[ds]|explain(?:ed|s)|recall(?:ed|s)|noted|insist(?:ed|s)|warn(?:ed|"
    r"s)|stated|announced|admit(?:ted|s)|showe?[dns]?|shows?",
    re.IGNORECASE,
)
_OFFICIAL_ACT = re.compile(
    r"\s+(?:(?:an?|the|its|his|her|their|this|that|any|several|\d+|two|three)\s+)?(?:[\w-]+ ){0,2}(?:appeals?|bids?|requests?|"
    r"offers?|proposals?|applications?|lawsuits?|suits?|case|complaints?|motions?|petitions?|amendments?|tenders?|parts|"
    r"shipments?|consignments?|goods|batch|deal|visas?|licen[cs]es?|entry|access|permits?|permission|bail)\b",
    re.IGNORECASE,
)
"""What an authority dismisses or denies without anybody being accused."""
_APPOSED = re.compile(r"\s*(?:who|which|whose|where|an?|former|once|now|then|[a-z]+(?:ed|ing))\b")
"""How a description of the speaker between commas begins, rather than a clause."""
_BASE = AMBIGUOUS & {"report", "claim", "state", "note", "comment", "estimate", "list", "document", "point", "stress", "detail", "address"}
_PLURAL = re.compile(rf"(?:s|people|police|media|men|women|they|we|I|you|who|which)[”\"]?,?\s+(?:{ADVERBS}\s+)*\Z")
"""What a verb in its base form follows; after anything else "state" is a noun."""
_DECLARED_AS = re.compile(
    r"\s+(?!that\b)[^,.;\x01]{2,60}?\s(?:as|at|to customs)\b|\s+(?:goods|cargo|loads?|consignments?|shipments?|values?)\b"
)
"""Goods declared at a border, rather than words."""
_SUBORDINATE = re.compile(r"\s*(?:When|After|Before|If|Once|Until|Unless|Having|Where)\b")


def verbal(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return what the first verb that hands something over makes of a stretch; None when no verb does.

    A verb of saying at the very end ("..., its lawyer said on Monday") comes before all others: it holds the whole.
    """
    cues = [one for one in _CUE.finditer(said.text, said.start, said.end) if _hands_over(said, one)]
    for found in reversed(cues[1:]):
        shapes: tuple[Shape, ...] = (said_after, said_by) if _PLAIN.fullmatch(found[0]) else ()
        if found["say"] and _JOINED.search(said.text, said.start, found.start()):
            shapes = (*shapes, said_before)
        handed = _finite(said, found, read, shapes) if shapes else None
        if handed is not None:
            return handed
    for found in cues:
        handed = _participle(said, found, read) if found["part"] else _finite(said, found, read, SHAPES)
        if handed is not None:
            return handed
    return None


def _hands_over(said: Stretch, found: re.Match[str]) -> bool:
    """Tell whether a word is a verb that may hand something over: no noun, no passive, not within "When asked, ..."."""
    word = found[0].casefold()
    lead = said.text[max(said.start, found.start() - 30) : found.start()]
    if (
        (NOUN_BEFORE.search(lead) and word in AMBIGUOUS)
        or (_NEGATED.search(lead) and not found["part"])
        or (word.endswith("ed") and _ADJECTIVE_BEFORE.search(lead))
        or (word in _BASE and not _PLURAL.search(lead))
        or (word in AMBIGUOUS and re.match(r"\s+(?:of|by|from|in|about)\b", said.text[found.end() : said.end]))
    ):
        return False
    if word.startswith("declare") and _DECLARED_AS.match(said.text, found.end(), said.end):
        return False
    if found["deny"] and _OFFICIAL_ACT.match(said.text, found.end(), said.end):
        return False
    opened = _SUBORDINATE.match(said.text, said.start, said.end)
    comma = said.text.find(",", said.start, said.end)
    return not (opened and found.start() < comma)


def main_subject(text: str, start: int, end: int) -> Span | None:
    """Return what stands before the first verb of a clause; None when that is nothing, or too much."""
    verb = FINITE.search(text, start, end)
    named = re.search(r"\S", text[start : verb.start()]) if verb else None
    if verb is None or named is None or verb.start() - start > 140:
        return None
    return start + named.start(), start + len(text[start : verb.start()].rstrip(" ,"))


def _kind(found: re.Match[str]) -> str:
    if found["deny"]:
        return "deny"
    if found["concern"] or found["accuse"]:
        return "concern" if found["concern"] else "accuse"
    if found["call"]:
        return "call"
    if _EVIDENCE.fullmatch(found[0]):
        return "evidence"
    return "believe" if found[0].casefold() in BELIEVE else "say"


def _participle(said: Stretch, found: re.Match[str], read: Reader) -> list[Piece] | None:
    text, start, end = said.text, said.start, said.end
    before = text[start : found.start()].rstrip()
    if not before.endswith(","):
        return None
    comma = start + len(before) - 1
    subject = main_subject(text, start, comma)
    if subject is None:
        return None
    that = re.compile(r"\s*,?\s*(?:that\s+)?").match(text, found.end(), end)
    begin = that.end() if that else found.end()
    sources = (*named_listener(text, subject[1], found.start()), subject)
    pieces: list[Piece] = []
    main = text[subject[1] : comma]
    if not _SPEECH_ACT.match(main) and len(main.split()) > 2:
        pieces += read(said.inner(start, comma))
    kind = "deny" if found[0].casefold() == "denying" else "say"
    return pieces + within(content_pieces(said.inner(begin, end, *sources), read), kind, found[0].casefold())


def _finite(said: Stretch, found: re.Match[str], read: Reader, shapes: Sequence[Shape]) -> list[Piece] | None:
    text, start = said.text, said.start
    stripped = re.sub(rf"(?:\s+{ADVERBS})+\s*\Z", " ", text[start : found.start()], flags=re.IGNORECASE)
    before_end = start + len(stripped.rstrip())
    if before_end <= start:
        return None
    subject, prior = _subject(text, start, before_end)
    cue = Cue(found.start(), found.end(), found[0].casefold(), _kind(found), bool(found["evidence"]), subject, prior)
    for shape in shapes:
        handed = shape(said, cue, read)
        if handed is not None:
            return handed
    return None


def _subject(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """Return the subject before a cue, and what stands before it in the sentence (None: nothing)."""
    before = text[start:end]
    if joined := re.search(r"\s+(?:and|but|or)\Z", before):
        # "The ministry called it baseless and said": the verbs share their subject.
        shared = main_subject(text, start, start + joined.start())
        if shared is not None:
            return shared, (start, start + joined.start())
    if before.endswith(","):
        head = before[:-1]
        closed = max((found.end() for found in re.finditer(rf"\x01[{MARKS}],?\s+", head)), default=0)
        if closed:
            return (start + closed, end - 1), (start, start + len(head[:closed].rstrip()))
        # "Anna Example, a researcher at ..., said": the commas enclose; unless a clause came first.
        chunks = head.split(", ")
        told = [place for place, chunk in enumerate(chunks[:-1]) if has_verb(chunk) and not (place and _APPOSED.match(chunk))]
        if len(chunks) > 2 and told and QUOTED not in head and not re.match(r"\s*(?:who|which)\b", chunks[1]):
            cut = start + len(", ".join(chunks[: told[-1] + 1]))
            return (cut + 2, end - 1), (start, cut)
        return (start, end - 1), None
    cut = -1
    for found in re.finditer(
        rf",\s+(?:(?:but|and|while|although|as|yet|though)\s+)?|;\s+|\x01[{MARKS}]\s+(?:but\s+)?|[”»]\s+(?:but\s+)?|\s(?:but|"
        rf"while|whereas|after|because)\s+|\s[–—-]\s",
        before,
    ):
        cut = found.end()
        mark = found.start() + (1 if found[0][0] in QUOTED else 0)
    if cut <= 0:
        return (start, end), None
    return (start + cut, end), (start, start + mark)
