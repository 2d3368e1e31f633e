"""Where what is handed over begins and ends around a verb of saying, and to whom it was told."""

from __future__ import annotations

import re

from enduse.claims.reading.attribution.piece import MARKS, QUOTED, Span
from enduse.claims.reading.letters import CAP, UPPER
from enduse.claims.words.english import FINITE, OCCASION, WEEKDAY

_LISTENERS = (
    r"(?:reporters|journalists|lawmakers|parliament|(?:the|this|our|a|an|its|his|her|state|local) (?:[\w’'-]+ ){0,3}(?:newspaper|"
    r"paper|agency|news agency|broadcaster|outlet|court|committee|council|senate|house|assembly|jury|"
    r"magazine|site|website|blog|channel|station|reporter|correspondent|journal|weekly|daily|programme|podcast|parliament)|him|"
    r"her|them|us|me)"
)
_LISTENER = rf"(?:(?:the )?{CAP}(?:(?: of(?: the)?)? {CAP}){{0,5}}|{_LISTENERS})"
_ADVERBIAL_MID = re.compile(
    r"\s*(?:\Z|,|(?:to|in|on|at|with|via|during|by|through|for|from|citing|early|late|last|this|yesterday|today|earlier|when|"
    r"after|as)\b|(?:\w+ ?){1,4}\Z|[A-Z])"
)
_TO = re.compile(rf"\b(?:to|with|by|told|tells|tell|for)\s+(?P<who>(?:the\s+)?{CAP}(?:\s+(?:of\s+)?{CAP}){{0,4}})")
_THAT = re.compile(r"(?P<mid>[^\x01;“\"«]{0,170}?)(?:,\s*|\s+)that\s+(?!of\b)", re.IGNORECASE)
_SHORT_MID = re.compile(
    rf"(?P<mid>(?:\s*,?\s*(?:(?:to|with) (?:the )?{CAP}(?: {CAP}){{0,3}}|{_LISTENER}(?=,? (?:that|the|it|its|they|he|she|no|"
    rf"there|his|her|their|an?|[{UPPER}\d])\b)|"
    rf"{WEEKDAY}|on (?:\w+day,? )?(?:(?:[A-Z][a-z]+\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+)(?:,? \d{{4}})?|\w+day)|"
    rf"(?:in|during|at|via|through) (?:an?|the|its|his|her|their) (?:[\w’'-]+ ){{0,4}}(?:{OCCASION})(?: (?:with|to|on|for|by) "
    rf"(?:the )?{CAP}(?: {CAP}){{0,3}})?(?: (?:on|of) (?:\w+day|\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}}))?|"
    r"by (?:phone|email|e-mail|telephone|text message)|yesterday|today|earlier|last \w+|this (?:week|month|morning|year)))*)\s*,?\s*"
)
_ADVERBIAL = re.compile(
    rf"\s*(?:(?:,\s*)?(?:{WEEKDAY}|on|in|at|during|to|by|via|from|through|with|for|of|late|early|"
    r"earlier|last|this|yesterday|today|afterwards|later|again|speaking|without|who|when|after|under|,|the same|always|usually|"
    r"often|sometimes|mostly|before|citing|"
    r"quoting|following|as)\b[^\x01]*)?[.!?]?\s*\Z",
    re.IGNORECASE,
)
_TOLD_WHOM = re.compile(
    rf"\s+{_LISTENER}(?:,?\s+(?:on|in|at|by|during|via|from|after|before|who|which|yesterday|today|last|this|when|through|"
    rf"over)\b[^\x01]*)?[.!]?\s*"
)
_OF_THINGS = ("warn", "pledge", "vow", "promise", "propos")


def has_verb(text: str) -> bool:
    """Tell whether a finite verb is known in the text."""
    return bool(FINITE.search(text))


def has_number_or_verb(text: str) -> bool:
    """Tell whether a fragment after a dash says something of its own."""
    return has_verb(text) or bool(re.search(r"\d", text))


def complete(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch says something by itself: a quotation, or a clause with a verb."""
    piece = text[start:end]
    return QUOTED in piece or (has_verb(piece) and len(piece.split()) >= 4) or bool(re.search(rf"[{MARKS}]\s*,?\s*\Z", piece))


def is_adverbial(after: str) -> bool:
    """Tell whether what follows a verb only says when, where or to whom."""
    return bool(_ADVERBIAL.fullmatch(after))


def tells_whom(word: str, after: str) -> bool:
    """Tell whether "told" is followed by nothing but who was told."""
    return word.startswith("t") and bool(_TOLD_WHOM.fullmatch(after))


def named_listener(text: str, start: int, end: int) -> list[Span]:
    """Return who was told, when a name: an outlet that was told stands between itself and the speaker."""
    return [found.span("who") for found in _TO.finditer(text, start, end)][:1]


def content_after(text: str, word: str, at: int, end: int, kind: str) -> Span | None:
    """Return where the content after a cue begins, and where the words between cue and content end."""
    after = text[at:end]
    if kind in ("accuse", "concern"):
        lead = re.match(r"\s*(?:that\s+|about\s+|over\s+)?", after)
        return (at + (lead.end() if lead else 0), at) if len(after.split()) >= 2 else None
    quote = re.match(rf"(?P<mid>[^\x01;]{{0,120}}?)(?:,|:|that|as)?\s*(?=[{MARKS}']\x01)", after)
    that = _THAT.match(after)
    if (
        that
        and _ADVERBIAL_MID.match(that["mid"])
        and not has_verb(re.sub(r"\b(?:citing|based|quoting|interviewed|seen|requested|reviewed|familiar|\w+ed)\b", "", that["mid"]))
        and not (quote and quote.end() < that.start("mid") + len(that["mid"]))
    ):
        return at + that.end(), at + len(that["mid"])
    if quote and not has_verb(quote["mid"]):
        return at + quote.end(), at + len(quote["mid"])
    return _without_that(text, word, at, end, kind)


def _without_that(text: str, word: str, at: int, end: int, kind: str) -> Span | None:
    after = text[at:end]
    middle = _SHORT_MID.match(after)
    begin = middle.end() if middle else 0
    rest = after[begin:].strip(" .")
    if kind == "evidence":
        return (at + begin, at + begin) if len(rest.split()) >= 3 else None
    if kind == "deny":
        return (at + begin, at + begin) if rest else None
    if re.match(r"(?:to|of|about|how|whether|as|for|in|on|at|with|by)\b", rest) and not re.match(
        r"(?:in|on|at|by|for|as|with|from|during)\b[^,]{2,60},\s\S", rest
    ):
        about = re.match(r"\s*(?:of|about|to)\s+", after[begin:])
        if word.startswith(_OF_THINGS) and about and len(rest.split()) >= 3:
            return at + begin + about.end(), at + begin
        return None
    if len(rest.split()) >= 3 and (has_verb(rest) or QUOTED in rest):
        return at + begin, at + begin
    return None
