"""The shapes in which a verb of saying hands something over: before its content, after it, within it, or calling it names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from enduse.claims.reading.attribution.content import complete, content_after, has_verb, is_adverbial, named_listener, tells_whom
from enduse.claims.reading.attribution.piece import MARKS, QUOTED, Piece, Reader, Span, Stretch, within
from enduse.claims.reading.letters import UPPER
from enduse.claims.words.english import ADVERBS, DENY, EVIDENCE, EVIDENT, PARTICIPLE, SAY, UNTRUE

_CITING = re.compile(
    rf",?\s*\b(?:citing|quoting|based on|on the basis of|with reference to)\s+(?P<src>[^;\x01]+?)(?=,? that\b|\s*\Z|"
    rf",\s(?=[{UPPER}\x01“\"]))",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    rf"(?:,\s*(?:but|and|while|yet)|\s(?:but|and))\s+(?:{ADVERBS}\s+)*(?P<cue>{SAY}|{EVIDENCE}|{DENY})(?: out)?\s+that\s+", re.IGNORECASE
)
_ADDING = re.compile(rf",\s+(?:and\s+)?(?:also\s+)?(?P<cue>{PARTICIPLE})\s*,?\s*(?:that\s+)?(?=\S)")
_AND_THAT = re.compile(
    rf",?\s+(?:and|but)\s+(?:also\s+|further\s+)?that\s+(?=(?:the|it|its|he|she|they|their|his|her|an?|no|there|some|both|all|"
    rf"any|most|several|two|"
    rf"three|more|[{UPPER}\d])[\w’'-]*\s)"
)
_EXPECTS = re.compile(r"(?:expect|hope|fear)(?:s|ed|d)?")
_PUT = re.compile(r"\s+[^,.;\x01]{2,60}?\s(?:at|to)\s[^,.;\x01]{0,24}\d")
_HELD = re.compile(
    r"\s+(?:[^,.;\x01]{2,60}?)\s+(?:as |to be )?(?:un)?(?:likely|possible|credible|legal|lawful|realistic|reliable|plausible|"
    r"impossible|probable|genuine|authentic|proven|safe|serious|dangerous)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    rf"\b(?:{UNTRUE}|fairy ?tales?|fantas(?:y|ies)|myth|hoax|farce|theatre|theater|propaganda|provocation|fake|lies?|invented|"
    r"slander\w*|disinformation|smear)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"(?P<what>\s+(?:[^,;.\x01]{{2,90}}?))\s+(?:as\s+)?(?:[{MARKS}]|(?:complete(?:ly)? |totally |entirely |utterly )?(?:{UNTRUE}|"
    rf"fake|absurd|lies?|ridiculous)\b)",
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


def said_after(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return what "CONTENT, SRC said on Monday" hands over."""
    text, end, prior = said.text, said.end, cue.prior
    tail = _ADDING.search(text, cue.end, end)
    end = tail.start() if tail else end
    after = text[cue.end : end]
    if prior is None or cue.kind not in ("say", "believe", "deny", "evidence") or not (is_adverbial(after) or tells_whom(cue.word, after)):
        return None
    if cue.kind == "evidence" and cue.evidence and not (EVIDENT.search(text[slice(*cue.subject)]) and not after.strip(" .")):
        return None
    if not complete(text, *prior) and not (len(text[slice(*prior)].split()) >= 5 and not after.strip(" .")):
        return None
    cited = _CITING.search(text, cue.end, end)
    sources = (*named_listener(text, cue.start, end), cue.subject, *((cited.span("src"),) if cited else ()))
    handed = within(read(said.inner(*prior, *sources)), cue.kind, cue.word)
    if tail:
        handed += within(read(said.inner(tail.end(), said.end, *sources)), "say", tail["cue"].casefold())
    return handed


def said_by(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
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
        or has_verb(re.sub(rf"\b[{UPPER}]\w+|,\s.*|\swho\s.*|\bsaid\b", "", source["src"]))
        or not complete(text, start, content_end)
    ):
        return None
    span = (cue.end + source.start("src"), cue.end + source.end("src"))
    handed = within(read(said.inner(start, content_end, span)), cue.kind, cue.word)
    rest = cue.end + source.end()
    return handed + ([Piece(rest, end, (*said.sources, span), cue.word, cue.kind)] if rest < end - 3 else [])


def said_within(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
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


def calling(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:  # noqa: ARG001 - one signature for all shapes
    """Return 'SRC calls the account "a fabrication"': what is called, with what it is called."""
    if cue.kind != "call":
        return None
    if cue.word.startswith("put"):
        return [said.whole("put at", "say", cue.subject)] if _PUT.match(said.text, cue.end, said.end) and _can_say(said.text, cue) else None
    if cue.word.startswith(("consider", "deem", "regard")):
        return (
            [said.whole(cue.word, "believe", cue.subject)]
            if _HELD.match(said.text, cue.end, said.end) and _can_say(said.text, cue)
            else None
        )
    called = _CALLED.match(said.text, cue.end, said.end)
    if (
        called is None
        or not _can_say(said.text, cue)
        or re.search(r"\bthat\b", called["what"])
        or re.match(r"\s+(?:[Oo]n|for|off|up)\b", called["what"])
    ):
        return None
    begin = called.start() + len(called[0]) - len(called[0].lstrip())
    if re.fullmatch(r"\s+(?:that|it|this|them|him|her|these|those|me|us)", called["what"]):
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


def said_before(said: Stretch, cue: Cue, read: Reader) -> list[Piece] | None:
    """Return 'SRC said (that) CONTENT', with what stands before the subject."""
    text, end = said.text, said.end
    if cue.kind == "call":
        return None
    if cue.kind == "believe" and _EXPECTS.fullmatch(cue.word) and re.match(r"\s+to\s+\w", text[cue.end : end]) and _can_say(text, cue):
        # "The company expects to reach ...": what is expected has no subject of its own, so the sentence is the claim.
        return [said.whole(cue.word, "believe", cue.subject)]
    content = content_after(text, cue.word, cue.end, end, cue.kind)
    if content is None or not _can_say(text, cue):
        return None
    begin, middle = content
    shown = cue.kind == "evidence" and (cue.evidence or EVIDENT.search(text[slice(*cue.subject)]))
    if shown and cue.prior is None and not has_verb(text[begin:end]) and QUOTED not in text[begin:end]:
        # "The manifest lists 2,300 tonnes of cement": what is shown is no clause, so the sentence is the claim.
        return [said.whole(cue.word, cue.kind, cue.subject)]
    named = [*named_listener(text, cue.start, middle), cue.subject]
    cited = _CITING.search(text, cue.end, middle)
    if cited:
        named.append(cited.span("src"))
    handed: list[Piece] = []
    if cue.prior is not None and has_verb(text[slice(*cue.prior)]) and len(text[slice(*cue.prior)].split()) >= 4:
        handed += read(said.inner(*cue.prior))
    return handed + within(content_pieces(said.inner(begin, end, *named), read), cue.kind, cue.word)


def content_pieces(said: Stretch, read: Reader) -> list[Piece]:
    """Return the content's pieces; a second cue of the same speaker ("... but acknowledged that ...") begins another."""
    second = _COORDINATED.search(said.text, said.start, said.end)
    if second is None:
        also = _AND_THAT.search(said.text, said.start, said.end)
        if also is None or not has_verb(said.text[also.end() : said.end]) or not complete(said.text, said.start, also.start()):
            return read(said)
        front = Stretch(said.text, said.start, also.start(), said.sources, said.depth)
        return [*read(front), *content_pieces(Stretch(said.text, also.end(), said.end, said.sources, said.depth + 1), read)]
    kind = "deny" if re.fullmatch(DENY, second["cue"], re.IGNORECASE) else "say"
    rest = Stretch(said.text, second.end(), said.end, said.sources, said.depth + 1)
    return [
        *read(Stretch(said.text, said.start, second.start(), said.sources, said.depth)),
        *within(content_pieces(rest, read), kind, second["cue"].casefold()),
    ]


def _can_say(text: str, cue: Cue) -> bool:
    phrase = text[slice(*cue.subject)].strip()
    if not phrase or len(phrase) > 260 or re.search(r"(?:^|\s)(?:the|an?|of|this|these|those|its|their|his|her)\Z", phrase, re.IGNORECASE):
        return False
    if cue.kind == "evidence":
        named = re.match(rf"(?:[{UPPER}]|he\b|she\b|they\b|it\b)", phrase) and not re.search(r"[’']s \w+s\Z", phrase)
        return bool(EVIDENT.search(phrase)) or (not cue.evidence and bool(named))
    if cue.kind == "deny" and re.match(r"(?:which|that|this|it has been)\b", phrase):
        return False
    return not re.search(r"\b(?:which|that|to|not|be|been)\s*\Z", phrase)


SHAPES: tuple[Shape, ...] = (calling, said_within, said_after, said_by, said_before)
"""In the order in which they are tried."""
