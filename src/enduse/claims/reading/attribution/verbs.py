"""Verbs of saying, showing and denying: which of them hand something over, and the shapes in which they do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from enduse.claims.reading.attribution.content import (
    complete,
    content_after,
    has_verb,
    is_adverbial,
    named_listener,
    tells_whom,
)  # fmt: skip
from enduse.claims.reading.attribution.piece import MARKS, QUOTED, Piece, Reader, Span, Stretch, within
from enduse.claims.reading.cues import ADVERBS, AMBIGUOUS, BELIEVE, CONCERN, DENY, EVIDENCE, EVIDENT, FINITE, NOUN_BEFORE, PARTICIPLE, SAY
from enduse.claims.reading.letters import UPPER

_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<concern>{CONCERN})|(?P<accuse>accuse[sd]?)|(?P<deny>{DENY})|(?P<call>calls?|called|dubs?|dubbed|describes?|described|labels?|labell?ed|brands?|branded|considers?|deems?|regards?)|(?P<part>{PARTICIPLE})|(?P<say>{SAY})|(?P<evidence>{EVIDENCE}))"
    r"(?![\w-])(?: out\b)?"
)
_EVIDENCE = re.compile(EVIDENCE)
_NEGATED = re.compile(r"(?:\bnot|n[’']t|\bnever|\bcannot|\bto|\bcan|\bbe|\bbeing|\bwas|\bwere|\bis|\bare|\bbeen)\s+(?:\w+ly\s+)?\Z")
_ADJECTIVE_BEFORE = re.compile(r"\b(?:the|a|an|these|those|this|its|their|his|her|of)\s+\Z", re.IGNORECASE)
_CITING = re.compile(
    rf",?\s*\b(?:citing|quoting|based on|on the basis of|with reference to)\s+(?P<src>[^;\x01]+?)(?=,? that\b|\s*\Z|,\s(?=[{UPPER}\x01“\"]))",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    rf"(?:,\s*(?:but|and|while|yet)|\s(?:but|and))\s+(?:{ADVERBS}\s+)*(?P<cue>{SAY}|{EVIDENCE}|{DENY})(?: out)?\s+that\s+", re.IGNORECASE
)
_JOINED = re.compile(rf"\s(?:and|but)\s+(?:{ADVERBS}\s+)*\Z")
_SPEECH_ACT = re.compile(
    rf"\s*(?:{ADVERBS}\s+)*(?:responded|replied|spoke|commented|answered|issued|released|wrote|reacted|tweeted|posted|published)\b"
)
_ADDING = re.compile(rf",\s+(?:and\s+)?(?:also\s+)?(?P<cue>{PARTICIPLE})\s*,?\s*(?:that\s+)?(?=\S)")
_PLAIN = re.compile(
    r"sa(?:id|ys?)|told|tells?|add(?:ed|s)|wrote|writes?|argue[ds]|explain(?:ed|s)|recall(?:ed|s)|noted|insist(?:ed|s)|warn(?:ed|s)|stated|announced|admit(?:ted|s)|showe?[dns]?|shows?",
    re.IGNORECASE,
)
_OFFICIAL_ACT = re.compile(
    r"\s+(?:(?:an?|the|its|his|her|their|this|that|any|several|\d+|two|three)\s+)?(?:[\w-]+ ){0,2}(?:appeals?|bids?|requests?|offers?|proposals?|applications?|lawsuits?|suits?|case|complaints?|motions?|petitions?|amendments?|tenders?|parts|shipments?|consignments?|goods|batch|deal|visas?|licen[cs]es?|entry|access|permits?|permission|bail)\b",
    re.IGNORECASE,
)
"""What an authority dismisses or denies without anybody being accused."""
_SUBORDINATE = re.compile(r"\s*(?:When|After|Before|If|Once|Until|Unless|Having|Where)\b")
_HELD = re.compile(
    r"\s+(?:[^,.;\x01]{2,60}?)\s+(?:as |to be )?(?:un)?(?:likely|possible|credible|legal|lawful|realistic|reliable|plausible|impossible|probable|genuine|authentic|proven|safe|serious|dangerous)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:false|baseless|fake|groundless|untrue|unfounded|nonsense|fabricat\w+|lies?|invented|slander\w*|disinformation|smear)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"(?P<what>\s+(?:[^,;.\x01]{{2,90}}?))\s+(?:as\s+)?(?:[{MARKS}]|(?:complete(?:ly)? |totally |entirely |utterly )?(?:false|baseless|fake|groundless|untrue|unfounded|nonsense|absurd|fabricat\w+|lies?|ridiculous)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cue:
    """One verb of a stretch that may hand something over: whose it is, and what stands before its subject (None: nothing)."""

    start: int
    end: int
    word: str
    kind: str
    evidence: bool
    subject: Span
    prior: Span | None


Shape = Callable[[Stretch, Cue, Reader], list[Piece] | None]


def verbal(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return what the first verb that hands something over makes of a stretch; None when no verb does.

    A verb of saying at the very end ("..., its lawyer said on Monday") comes before all others: it holds the whole.
    """
    cues = [one for one in _CUE.finditer(said.text, said.start, said.end) if _hands_over(said, one)]
    for found in reversed(cues[1:]):
        shapes = (_said_after,) if _PLAIN.fullmatch(found[0]) else ()
        if found["say"] and _JOINED.search(said.text, said.start, found.start()):
            shapes = (*shapes, _said_before)
        handed = _finite(said, found, read, shapes) if shapes else None
        if handed is not None:
            return handed
    for found in cues:
        handed = _participle(said, found, read) if found["part"] else _finite(said, found, read, _SHAPES)
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
        or (word in AMBIGUOUS and re.match(r"\s+(?:of|by|from|in|about)\b", said.text[found.end() : said.end]))
    ):
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
    return pieces + within(_content(said.inner(begin, end, *sources), read), kind, found[0].casefold())


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


def _said_after(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return what "CONTENT, SRC said on Monday" hands over."""
    text, end, prior = said.text, said.end, cue.prior
    tail = _ADDING.search(text, cue.end, end)
    end = tail.start() if tail else end
    after = text[cue.end : end]
    if prior is None or cue.kind not in ("say", "believe", "deny", "evidence") or not (is_adverbial(after) or tells_whom(cue.word, after)):
        return None
    if cue.kind == "evidence" and not (EVIDENT.search(text[slice(*cue.subject)]) and not after.strip(" .")):
        return None
    if not complete(text, *prior) and not (len(text[slice(*prior)].split()) >= 5 and not after.strip(" .")):
        return None
    cited = _CITING.search(text, cue.end, end)
    sources = (*named_listener(text, cue.start, end), cue.subject, *((cited.span("src"),) if cited else ()))
    handed = within(read(said.inner(*prior, *sources)), cue.kind, cue.word)
    if tail:
        handed += within(read(said.inner(tail.end(), said.end, *sources)), "say", tail["cue"].casefold())
    return handed


def _said_by(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return 'CONTENT, said SRC.' and what goes on after it."""
    text, start, end = said.text, said.start, said.end
    before = text[start : cue.start]
    after = text[cue.end : end]
    if (
        cue.kind not in ("say", "believe")
        or not re.search(rf"[,{MARKS}]\s*\Z", before)
        or not re.match(rf"\s+(?:[{UPPER}]|(?:an?|the|one|two|several|his|her|its|their|another)\s|(?:[a-z-]+ ){{1,4}}[{UPPER}])", after)
        or re.match(r"\s+\w+\s+that\b", after)
    ):
        return None
    source = re.match(rf"\s+(?P<src>[^.\x01;]+?)\s*(?:[.]?\s*\Z|[,.:]\s*(?:and |but )?(?=[{MARKS}\"]\x01))", after)
    content_end = start + len(before.rstrip(" ,"))
    if (
        not source
        or has_verb(re.sub(rf"\b[{UPPER}]\w+|,?\s(?:who|which)\s.*|\bsaid\b", "", source["src"]))
        or not complete(text, start, content_end)
    ):
        return None
    span = (cue.end + source.start("src"), cue.end + source.end("src"))
    handed = within(read(said.inner(start, content_end, span)), cue.kind, cue.word)
    rest = cue.end + source.end()
    return handed + ([Piece(rest, end, (*said.sources, span), cue.word, cue.kind)] if rest < end - 3 else [])


def _said_within(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return what is said around its cue: 'The plant, argued SRC, cannot work' or 'The plant, SRC argues, cannot work'."""
    text, end = said.text, said.end
    after = text[cue.end : end]
    if cue.kind not in ("say", "believe"):
        return None
    before = text[said.start : cue.start].rstrip()
    voiced = re.match(rf"\s+(?P<src>[{UPPER}][^,.\x01;]{{2,60}}),\s+(?=[a-z])", after)
    if voiced and before.endswith(",") and not has_verb(before) and has_verb(after[voiced.end() :]):
        return [said.whole(cue.word, cue.kind, (cue.end + voiced.start("src"), cue.end + voiced.end("src")))]
    resumed = re.match(rf"(?:\s+[^,.\x01;]{{2,60}})?\s*[,:.]?\s*(?:and |but )?(?=[{MARKS}\"]\x01)", after)
    if cue.prior is not None and QUOTED in text[slice(*cue.prior)] and resumed and cue.end + resumed.end() < end - 3:
        first = within(read(said.inner(*cue.prior, cue.subject)), cue.kind, cue.word)
        return [*first, Piece(cue.end + resumed.end(), end, (*said.sources, cue.subject), cue.word, cue.kind)]
    if (
        cue.prior is not None
        and re.match(r"\s*,", after)
        and len(text[slice(*cue.subject)].split()) <= 6
        and not re.match(rf"\s*,\s*(?:citing|quoting|that|which|who)\b|\s*,\s*[{MARKS}\"]", after)
        and not complete(text, *cue.prior)
    ):
        return [said.whole(cue.word, cue.kind, cue.subject)]
    return None


def _calling(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:  # noqa: ARG001 - one signature for all shapes
    """Return 'SRC calls the account "a fabrication"': what is called, with what it is called."""
    if cue.kind != "call":
        return None
    if cue.word.startswith(("consider", "deem", "regard")):
        return (
            [said.whole(cue.word, "believe", cue.subject)]
            if _HELD.match(said.text, cue.end, said.end) and _can_say(said.text, cue)
            else None
        )
    called = _CALLED.match(said.text, cue.end, said.end)
    if called is None or not _can_say(said.text, cue) or re.match(r"\s+(?:[Oo]n|for|off|up)\b", called["what"]):
        return None
    begin = called.start() + len(called[0]) - len(called[0].lstrip())
    if len(called["what"].split()) <= 2 and not re.match(r"\s+(?:the|this|its|his|her)\b", called["what"]):
        # "called that a fairy tale": what points back is not part of what is said.
        begin = called.end() - 1
    return [
        Piece(
            begin,
            said.end,
            (*said.sources, cue.subject),
            cue.word,
            "deny" if _DISOWNED.search(said.text, called.start(), said.end) else "say",
        )
    ]


def _said_before(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return 'SRC said (that) CONTENT', with what stands before the subject."""
    text, end = said.text, said.end
    if cue.kind == "call":
        return None
    content = content_after(text, cue.word, cue.end, end, cue.kind)
    if content is None or not _can_say(text, cue):
        return None
    begin, middle = content
    if cue.kind == "evidence" and cue.evidence and cue.prior is None and not has_verb(text[begin:end]) and QUOTED not in text[begin:end]:
        # "The manifest lists 2,300 tonnes of cement": what is shown is no clause, so the sentence is the claim.
        return [said.whole(cue.word, cue.kind, cue.subject)]
    named = [*named_listener(text, cue.start, middle), cue.subject]
    cited = _CITING.search(text, cue.end, middle)
    if cited:
        named.append(cited.span("src"))
    handed: list[Piece] = []
    if cue.prior is not None and has_verb(text[slice(*cue.prior)]) and len(text[slice(*cue.prior)].split()) >= 4:
        handed += read(said.inner(*cue.prior))
    return handed + within(_content(said.inner(begin, end, *named), read), cue.kind, cue.word)


_SHAPES: tuple[Shape, ...] = (_calling, _said_within, _said_after, _said_by, _said_before)


def _content(said: Stretch, read: Reader) -> list[Piece]:
    """Return the content's pieces; a second cue of the same speaker ("... but acknowledged that ...") begins another."""
    second = _COORDINATED.search(said.text, said.start, said.end)
    if second is None:
        return read(said)
    kind = "deny" if re.fullmatch(DENY, second["cue"], re.IGNORECASE) else "say"
    rest = Stretch(said.text, second.end(), said.end, said.sources, said.depth + 1)
    return [
        *read(Stretch(said.text, said.start, second.start(), said.sources, said.depth)),
        *within(_content(rest, read), kind, second["cue"].casefold()),
    ]


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
        if len(chunks) > 2 and has_verb(chunks[0]) and QUOTED not in head and not re.match(r"\s*(?:who|which)\b", chunks[1]):
            cut = start + len(chunks[0])
            return (cut + 2, end - 1), (start, cut)
        return (start, end - 1), None
    cut = -1
    for found in re.finditer(
        rf",\s+(?:(?:but|and|while|although|as|yet|though)\s+)?|;\s+|\x01[{MARKS}]\s+(?:but\s+)?|[”»]\s+(?:but\s+)?|\s(?:but|while|whereas)\s+|\s[–—-]\s",
        before,
    ):
        cut = found.end()
        mark = found.start() + (1 if found[0][0] in QUOTED else 0)
    if cut <= 0:
        return (start, end), None
    return (start + cut, end), (start, start + mark)


def _can_say(text: str, cue: Cue) -> bool:
    phrase = text[slice(*cue.subject)].strip()
    if not phrase or len(phrase) > 260:
        return False
    if cue.kind == "evidence":
        named = re.match(rf"(?:[{UPPER}]|he\b|she\b|they\b|it\b)", phrase) and not re.search(r"[’']s \w+s\Z", phrase)
        return bool(EVIDENT.search(phrase)) or (not cue.evidence and bool(named))
    if cue.kind == "deny" and re.match(r"(?:which|that|this|it has been)\b", phrase):
        return False
    return not re.search(r"\b(?:which|that|to|not|be|been)\s*\Z", phrase)
