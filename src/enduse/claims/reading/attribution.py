"""Who a sentence hands its content to: direct, indirect and mixed quotations, "according to", passives, nouns, participles, nested cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from enduse.claims.reading.cues import (
    ADVERBS,
    AMBIGUOUS,
    BELIEVE,
    CONCERN,
    DENY,
    EVIDENCE,
    FINITE,
    INFERRING,
    NO_COMMENT,
    NOUN_BEFORE,
    PARTICIPLE,
    SAY,
)  # fmt: skip
from enduse.claims.reading.sentences import Quotation

Span = tuple[int, int]
_QUOTED = "\x01"
_MARKS = '“”"«»„‟「」『』'
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<concern>{CONCERN})|(?P<accuse>accuse[sd]?)|(?P<deny>{DENY})|(?P<part>{PARTICIPLE})|(?P<say>{SAY})|(?P<evidence>{EVIDENCE}))(?![\w-])(?: out\b)?"
)
_EVIDENCE = re.compile(EVIDENCE)
_NEGATED = re.compile(r"(?:\bnot|n[’']t|\bnever|\bcannot|\bto|\bcan)\s+(?:\w+ly\s+)?\Z")
_ADJECTIVE_BEFORE = re.compile(r"\b(?:the|a|an|these|those|this|its|their|his|her|of)\s+\Z", re.IGNORECASE)
_ADVERBIAL_MID = re.compile(
    r"\s*(?:\Z|,|(?:to|in|on|at|with|via|during|by|through|for|from|citing|early|late|last|this|yesterday|today|earlier|when|after|as)\b|(?:\w+ ?){1,4}\Z|[A-Z])"
)
_LEAD = re.compile(
    r"\s*(?:(?:However|Furthermore|Moreover|Meanwhile|Additionally|Besides|But|And|Yet|Still|Instead|Also|In addition|For (?:its|his|her|their) part|Separately|Earlier|Later|On \w+day|On [A-Z][a-z]+ \d+|"
    r"(?:In|During|At) (?:an?|the) (?:\w+ ){0,3}(?:statement|interview|release|email|briefing|press conference|post|report|comment|speech)(?: (?:with|to|on|for|by) [^,]{1,40})?|Recently|Yesterday|Last \w+|Thus|Therefore),?\s+)*"
)
_ACCORDING = re.compile(r"\s*(?:according to|citing|quoting|per|as reported by|as told to|in the words of)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s*,?\s+(?:according to|as reported by|as told to|citing|quoting)\s+(?P<src>(?:(?!\bthat\b)[^\x01;]){2,220}?)\s*[.!]?\s*\Z",
    re.IGNORECASE,
)
_INNER_ACCORDING = re.compile(r",\s+(?:according to|citing)\s+(?P<src>[^,\x01;]{2,120}),\s", re.IGNORECASE)
_CITING = re.compile(
    r",?\s*\b(?:citing|quoting|based on|on the basis of|with reference to)\s+(?P<src>[^;\x01]+?)(?=,? that\b|\s*\Z|,\s(?=[A-Z\x01“\"]))",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|with|by|told|tells|tell|for)\s+(?P<who>(?:the\s+)?[A-Z][\w’'./-]*(?:\s+(?:of\s+)?[A-Z][\w’'./-]*){0,4})")
_THAT = re.compile(r"(?P<mid>[^\x01;“\"«]{0,170}?)(?:,\s*|\s+)that\s+(?!of\b)", re.IGNORECASE)
_SHORT_MID = re.compile(
    r"(?P<mid>(?:\s*,?\s*(?:(?:to|with) (?:the )?[A-Z][\w’'./-]*(?: [A-Z][\w’'./-]*){0,3}|(?:the )?(?:[A-Z][\w’'./-]*(?: [A-Z][\w’'./-]*){0,3}|reporters|journalists|lawmakers|parliament|the newspaper|the agency|him|her|them|us)(?=,? (?:that|the|it|they|he|she|[A-Z]))|"
    r"on (?:\w+day,? )?(?:(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?|\w+day)|(?:in|during|at|via) (?:an?|the) (?:\w+ ){0,3}(?:statement|interview|release|email|briefing|conference|post|report|letter|speech)"
    r"(?: (?:with|to|on|for) (?:the )?[A-Z]\w*(?: [A-Z]\w*){0,3})?(?: on \w+day)?|by (?:phone|email|telephone)|yesterday|today|earlier|last \w+|this week))*)\s*,?\s*"
)
_ADVERBIAL = re.compile(
    r"\s*(?:(?:,\s*)?(?:on|in|at|during|to|by|via|from|through|with|for|of|late|early|earlier|last|this|yesterday|today|afterwards|speaking|without|who|when|after|under|,|the same|before|citing|quoting|following|as)\b[^\x01]*)?[.!?]?\s*\Z",
    re.IGNORECASE,
)
_TOLD_WHOM = re.compile(
    r"\s+(?:(?:the )?[A-Z][\w’'./-]*(?: [A-Z][\w’'./-]*){0,4}|reporters|journalists|lawmakers|the newspaper|the agency)(?:\s+(?:on|in|at|by|during|via)\b[^\x01]*)?[.]?\s*"
)
_BY = re.compile(
    r"\b(?:identified|obtained|seen|reviewed|published|compiled|uncovered|collected|named|viewed|examined|analy[sz]ed|released|cited|gathered|documented|listed|recorded|traced|shared) (?:by|with)\s+(?P<src>(?:[Tt]he |an? )?[A-Z][\w.’'&-]*(?: (?:of |and )?[A-Z][\w’'&-]*){0,5})"
)
_NOMINAL = re.compile(
    r"(?P<src>[^,;\x01]{2,80}?)(?:[’']s)?\s+(?:claims?|allegations?|assessments?|statements?|assertions?|accusations?|insistence|warnings?|findings?|belief|suspicions?)\s+(?:by (?P<by>[^,;\x01]{2,60}?)\s+)?that\s+",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\s*(?:it (?:was|is|has been|had been)|there (?:were|are) (?:reports|claims)) (?:\w+ly )?(?:reported|claimed|alleged|revealed|announced|confirmed|stated|said|disclosed)?\s*(?:by (?P<src>[^,;\x01]{2,80}?)|in (?P<doc>[^,;\x01]{2,60}?))\s*,?\s*that\s+",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*(?P<src>[^\x01:;.]{2,90}):\s*(?=[“\"«”„])")
_COORDINATED = re.compile(
    rf"(?:,\s*(?:but|and|while|yet)|\s(?:but|and))\s+(?:{ADVERBS}\s+)*(?P<cue>{SAY}|{EVIDENCE}|{DENY})(?: out)?\s+that\s+", re.IGNORECASE
)
_EXTRA = re.compile(
    rf",\s+(?:(?:but|and|while)\s+)?(?:also\s+)?(?:(?P<part>{PARTICIPLE})|(?P<infer>{INFERRING}))\s*,?\s*(?:that\s+)?(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True)
class Piece:
    """A stretch of content and who it is handed to: `sources` are spans of phrases, outermost first; empty: nobody is named here."""

    start: int
    end: int
    sources: tuple[Span, ...] = ()
    cue: str = ""
    kind: str = "none"
    """say, believe, evidence, deny, concern, accuse, no_comment, inference, quote or none."""
    direct: bool = False


def masked(text: str, quotes: Sequence[Quotation], least: int = 24) -> str:
    """Return the text with what stands between quotation marks hidden, so that no cue is found inside one.

    A quotation of up to three words, shorter than `least` letters, is a word in marks and stays.
    """
    parts: list[str] = []
    place = 0
    for one in quotes:
        if one.start < place or (one.end - one.start < least and len(text[one.start : one.end].split()) <= 3):
            continue
        parts += [text[place : one.start], _QUOTED * (one.end - one.start)]
        place = one.end
    return "".join((*parts, text[place:]))


def pieces(text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation]) -> list[Piece]:
    """Return the pieces of one English sentence in order. `hidden`: the text masked; `quotes`: those that touch the sentence."""
    if NO_COMMENT.search(hidden[start:end]):
        subject = _no_comment_subject(hidden, start, end)
        return [Piece(start, end, (subject,) if subject else (), "no comment", "no_comment")]
    going_on = next((one for one in quotes if one.start < start < one.end < end - 3), None)
    if going_on is not None and going_on.end - start > 3:
        rest = [one for one in _read(hidden, going_on.end, end, ()) if len(text[one.start : one.end].split()) >= 4]
        return [_trim(text, one) for one in (Piece(start, going_on.end, (), "", "quote", True), *rest)]
    found = _read(hidden, start, end, ())
    found = [piece for one in found for piece in _extras(hidden, one)]
    return [_trim(text, _mark_direct(_told(text, one), quotes)) for one in found if one.end - one.start > 3]


def _told(text: str, piece: Piece) -> Piece:
    """Return "expressed concern about this" whole: what points back says nothing by itself."""
    if piece.kind == "concern" and piece.sources and len(text[piece.start : piece.end].split()) <= 6 and piece.sources[-1][0] < piece.start:
        return replace(piece, start=piece.sources[-1][0])
    return piece


def _read(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int = 0) -> list[Piece]:
    if depth > 4 or end - start < 8:
        return [Piece(start, end, outer, "", "say" if outer else "none")]
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    for reader in (_according, _trailing, _passive, _colon, _verbal, _nominal):
        found = reader(text, begin, end, outer, depth)
        if found is not None:
            return found
    inside = _INNER_ACCORDING.search(text, begin, end)
    if inside:
        return [Piece(start, end, (*outer, inside.span("src")), "according to", "say")]
    by = _BY.search(text, begin, end)
    if by and re.search(r"[A-Z]", by["src"]):
        return [Piece(start, end, (*outer, by.span("src")), by[0].split()[0], "evidence")]
    return [Piece(start, end, outer, "", "say" if outer else "none")]


def _within(pieces_found: list[Piece], kind: str, cue: str) -> list[Piece]:
    """Give the pieces of a content their cue unless an inner one gave them another."""
    return [replace(one, kind=kind, cue=cue) if one.cue == "" or one.kind == "none" else one for one in pieces_found]


def _according(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    opening = _ACCORDING.match(text, start, end)
    if not opening:
        return None
    place = first = opening.end()
    cited: list[Span] = []
    while True:
        comma = text.find(",", place, end)
        if comma < 0:
            return None
        rest = text[comma + 1 : end]
        tail = re.match(
            r"\s*(?:based on|citing|quoting|who|which|whose|familiar|speaking|seen by|reviewed by|obtained by|on condition)\b", rest
        )
        following = text.find(",", comma + 1, end)
        chunk = text[comma + 1 : following] if following > 0 else ""
        apposed = (
            following > 0
            and not re.match(r"(?:the|these|those|this|both) [a-z]", text[first:comma])
            and not FINITE.search(chunk)
            and re.match(r"\s*(?:an?|the|\d{4}\b)", chunk)
            and len(chunk.split()) < 14
        )
        if not (tail or apposed):
            break
        if tail and re.match(r"\s*(?:based on|citing|quoting)", rest):
            cited.append((first, comma))
            first = comma + 1 + re.match(r"\s*(?:based on|citing|quoting)\s*", rest).end()  # type: ignore[union-attr]
        if following < 0:
            return None
        place = comma + 1
    cited.append((first, comma))
    return _within(_read(text, comma + 1, end, (*outer, *cited), depth + 1), "say", "according to")


def _trailing(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    found = _TRAILING.search(text, start, end)
    if not found or not FINITE.search(text[start : found.start()].replace(_QUOTED, " is ", 1)):
        return None
    if found[0].lstrip(" ,").casefold().startswith(("citing", "quoting")) and _verbal(text, start, found.start(), outer, depth):
        inner = _verbal(text, start, found.start(), outer, depth) or []
        return [replace(one, sources=(*one.sources, found.span("src"))) for one in inner]
    return _within(_read(text, start, found.start(), (*outer, found.span("src")), depth + 1), "say", "according to")


def _passive(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    found = _PASSIVE.match(text, start, end)
    if not found:
        return None
    return _within(_read(text, found.end(), end, (*outer, found.span("src" if found["src"] else "doc")), depth + 1), "say", "reported by")


def _colon(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:  # noqa: ARG001 - one signature for all readers
    found = _COLON.match(text, start, end)
    return [Piece(found.end(), end, (*outer, found.span("src")), ":", "say", True)] if found else None


def _nominal(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    found = _NOMINAL.match(text, start, end)
    if not found or FINITE.search(found["src"]):
        return None
    return _within(_read(text, found.end(), end, (*outer, found.span("by" if found["by"] else "src")), depth + 1), "say", "claim")


def _verbal(text: str, start: int, end: int, outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    for cue in _CUE.finditer(text, start, end):
        word = cue[0].casefold()
        lead = text[max(start, cue.start() - 30) : cue.start()]
        if (
            (NOUN_BEFORE.search(lead) and word in AMBIGUOUS)
            or _NEGATED.search(lead)
            or (word.endswith("ed") and _ADJECTIVE_BEFORE.search(lead))
        ):
            continue
        if word in AMBIGUOUS and re.match(r"\s+(?:of|by|from|in|about)\b", text[cue.end() : end]):
            continue
        found = _participle(text, start, end, cue, outer, depth) if cue["part"] else _finite(text, start, end, cue, outer, depth)
        if found is not None:
            return found
    return None


def _kind(cue: re.Match[str]) -> str:
    if cue["deny"]:
        return "deny"
    if cue["concern"] or cue["accuse"]:
        return "concern" if cue["concern"] else "accuse"
    if _EVIDENCE.fullmatch(cue[0]):
        return "evidence"
    return "believe" if cue[0].casefold() in BELIEVE else "say"


def _participle(text: str, start: int, end: int, cue: re.Match[str], outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    before = text[start : cue.start()].rstrip()
    if not before.endswith(","):
        return None
    subject = _main_subject(text, start, start + len(before) - 1)
    if subject is None:
        return None
    that = re.compile(r"\s*,?\s*(?:that\s+)?").match(text, cue.end(), end)
    begin = that.end() if that else cue.end()
    said = _to_outlet(text, subject[1], cue.start())
    sources = (*outer, *said, subject)
    found: list[Piece] = []
    main = text[subject[1] : start + len(before) - 1]
    if (
        not re.match(
            rf"\s*(?:{ADVERBS}\s+)*(?:responded|replied|spoke|commented|answered|issued|released|wrote|reacted|tweeted|posted|published)\b",
            main,
        )
        and len(main.split()) > 2
    ):
        found += _read(text, start, start + len(before) - 1, outer, depth + 1)
    kind = "deny" if cue[0].casefold() == "denying" else "say"
    return found + _within(_content(text, begin, end, sources, depth), kind, cue[0].casefold())


def _main_subject(text: str, start: int, end: int) -> Span | None:
    verb = FINITE.search(text, start, end)
    named = re.search(r"\S", text[start : verb.start()]) if verb else None
    if verb is None or named is None or verb.start() - start > 140:
        return None
    return start + named.start(), start + len(text[start : verb.start()].rstrip(" ,"))


def _finite(text: str, start: int, end: int, cue: re.Match[str], outer: tuple[Span, ...], depth: int) -> list[Piece] | None:
    stripped = re.sub(rf"(?:\s+{ADVERBS})+\s*\Z", " ", text[start : cue.start()], flags=re.IGNORECASE)
    before_end = start + len(stripped.rstrip())
    before = text[start:before_end]
    after = text[cue.end() : end]
    kind = _kind(cue)
    if not before:
        return None
    subject, prior = _subject(text, start, before_end)
    word_told = cue[0].casefold().startswith("t")
    # "CONTENT," SRC said. / CONTENT, SRC said on Monday.
    if (
        kind in ("say", "believe", "deny")
        and prior is not None
        and (_ADVERBIAL.fullmatch(after) or (word_told and _TOLD_WHOM.fullmatch(after)))
        and (_complete(text, *prior) or (len(text[slice(*prior)].split()) >= 5 and not after.strip(" .")))
    ):
        extra = _to_outlet(text, cue.start(), end)
        cited = _CITING.search(text, cue.end(), end)
        sources = (*outer, *extra, subject, *((cited.span("src"),) if cited else ()))
        return _within(_read(text, prior[0], prior[1], sources, depth + 1), kind, cue[0].casefold())
    # CONTENT, said SRC.
    if (
        kind == "say"
        and re.search(rf"[,{_MARKS}]\s*\Z", before)
        and re.match(r"\s+(?:[A-Z]|(?:an?|the|one|two|several)\s)", after)
        and not re.match(r"\s+\w+\s+that\b", after)
    ):
        source = re.match(r"\s+(?P<src>[^.\x01;]+?)\s*(?:[.]?\s*\Z|,\s*(?=[“\"]))", after)
        content_end = start + len(before.rstrip(" ,"))
        if source and not _verbs(re.sub(r"\b[A-Z]\w+", "", source["src"])) and _complete(text, start, content_end):
            span = (cue.end() + source.start("src"), cue.end() + source.end("src"))
            found = _within(_read(text, start, content_end, (*outer, span), depth + 1), kind, cue[0].casefold())
            rest = cue.end() + source.end()
            return found + ([Piece(rest, end, (*outer, span), cue[0].casefold(), kind)] if rest < end - 3 else [])
    # The plant, argued SRC, cannot work.
    voiced = re.match(r"\s+(?P<src>[A-Z][^,.\x01;]{2,60}),\s+(?=[a-z])", after)
    if kind in ("say", "believe") and voiced and before.endswith(",") and not _verbs(before) and _verbs(after[voiced.end() :]):
        return [Piece(start, end, (*outer, (cue.end() + voiced.start("src"), cue.end() + voiced.end("src"))), cue[0].casefold(), kind)]
    # X, he argues, Y.
    if (
        prior is not None
        and re.match(r"\s*,", after)
        and len(text[subject[0] : subject[1]].split()) <= 6
        and not re.match(r"\s*,\s*(?:citing|quoting|that)\b|\s*,\s*[“\"”]", after)
        and kind in ("say", "believe")
    ):
        return [Piece(start, end, (*outer, subject), cue[0].casefold(), kind)]
    content = _after(text, cue, end, kind)
    if content is None or not _can_say(text, subject, kind, cue):
        return None
    begin, middle = content
    named = [*outer, *_to_outlet(text, cue.start(), middle), subject]
    cited = _CITING.search(text, cue.end(), middle)
    if cited:
        named.append(cited.span("src"))
    found = []
    if prior is not None and _verbs(text[prior[0] : prior[1]]) and len(text[prior[0] : prior[1]].split()) >= 4:
        found += _read(text, prior[0], prior[1], outer, depth + 1)
    return found + _within(_content(text, begin, end, tuple(named), depth), kind, cue[0].casefold())


def _content(text: str, start: int, end: int, sources: tuple[Span, ...], depth: int) -> list[Piece]:
    """Return the content's pieces; a second cue of the same speaker ("... but acknowledged that ...") begins another."""
    second = _COORDINATED.search(text, start, end)
    if second:
        kind = "deny" if re.fullmatch(DENY, second["cue"], re.IGNORECASE) else "say"
        first = _read(text, start, second.start(), sources, depth + 1)
        return [*first, *_within(_content(text, second.end(), end, sources, depth + 1), kind, second["cue"].casefold())]
    return _read(text, start, end, sources, depth + 1)


def _subject(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """Return the subject before a cue, and what stands before it in the sentence (None: nothing)."""
    before = text[start:end]
    if before.endswith(","):
        head = before[:-1]
        closed = max((found.end() for found in re.finditer(rf"\x01[{_MARKS}],?\s+", head)), default=0)
        if closed:
            return (start + closed, end - 1), (start, start + len(head[:closed].rstrip()))
        # "Anna Example, a researcher at ..., said": the commas enclose; unless a clause came first.
        chunks = head.split(", ")
        if len(chunks) > 2 and _verbs(chunks[0]) and _QUOTED not in head and not re.match(r"\s*(?:who|which)\b", chunks[1]):
            cut = start + len(chunks[0])
            return (cut + 2, end - 1), (start, cut)
        return (start, end - 1), None
    cut = -1
    for found in re.finditer(
        rf",\s+(?:(?:but|and|while|although|as|yet|though)\s+)?|;\s+|[{_MARKS}]\s+(?:but\s+)?|\s(?:but|while|whereas)\s+|\s[–—-]\s", before
    ):
        cut = found.end()
        mark = found.start()
    if cut <= 0:
        return (start, end), None
    return (start + cut, end), (start, start + mark)


def _verbs(text: str) -> bool:
    return bool(FINITE.search(text))


def _complete(text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    return _QUOTED in piece or (_verbs(piece) and len(piece.split()) >= 4) or bool(re.search(rf"[{_MARKS}]\s*,?\s*\Z", piece))


def _can_say(text: str, subject: Span, kind: str, cue: re.Match[str]) -> bool:
    phrase = text[subject[0] : subject[1]].strip()
    if not phrase or len(phrase) > 260:
        return False
    if kind == "evidence":
        return bool(
            re.search(
                r"\b(?:reports?|documents?|assessments?|investigations?|data|records?|analys[ei]s|images?|imagery|sources?|websites?|experts?|officials?|analysts?|stud(?:y|ies)|evidence|findings?|statistics|figures|researchers?|media|"
                r"papers?|photos?|photographs|letters?|contracts?|invoices?|e-?mails?|memos?|database|tracking|filings|intelligence|review|survey|audit|ministry|agency|spokes\w+|embassy|department|police|court|minister)\b",
                phrase, re.IGNORECASE,
            )
        ) or (cue["evidence"] is None and bool(re.match(r"(?:[A-Z]|he\b|she\b|they\b|it\b)", phrase)) and not re.search(r"[’']s \w+s\Z", phrase))  # fmt: skip
    if kind == "deny" and re.match(r"(?:which|that|this|it has been)\b", phrase):
        return False
    return not re.search(r"\b(?:which|that|to|not|be|been)\s*\Z", phrase)


def _after(text: str, cue: re.Match[str], end: int, kind: str) -> tuple[int, int] | None:
    """Return where the content after a cue begins and where the words between cue and content end."""
    after = text[cue.end() : end]
    if cue["accuse"] or cue["concern"]:
        lead = re.match(r"\s*(?:that\s+|about\s+|over\s+)?", after)
        return (cue.end() + (lead.end() if lead else 0), cue.end()) if len(after.split()) >= 2 else None
    quote = re.match(rf"(?P<mid>[^\x01;]{{0,120}}?)(?:,|:|that|as)?\s*(?=[{_MARKS}]\x01)", after)
    that = _THAT.match(after)
    if (
        that
        and _ADVERBIAL_MID.match(that["mid"])
        and not _verbs(re.sub(r"\b(?:citing|based|quoting|interviewed|seen|requested|reviewed|familiar|\w+ed)\b", "", that["mid"]))
        and not (quote and quote.end() < that.start("mid") + len(that["mid"]))
    ):
        return cue.end() + that.end(), cue.end() + len(that["mid"])
    if quote and not _verbs(quote["mid"]):
        return cue.end() + quote.end(), cue.end() + len(quote["mid"])
    middle = _SHORT_MID.match(after)
    begin = middle.end() if middle else 0
    rest = after[begin:].strip(" .")
    if kind == "evidence":
        return (cue.end() + begin, cue.end() + begin) if len(rest.split()) >= 3 else None
    if kind == "deny":
        return (cue.end() + begin, cue.end() + begin) if rest else None
    if re.match(r"(?:to|of|about|how|whether|as|for|in|on|at|with|by)\b", rest) and not re.match(
        r"(?:in|on|at|by|for|as|with|from|during)\b[^,]{2,60},\s\S", rest
    ):
        about = re.match(r"\s*(?:of|about|to)\s+", after[begin:])
        if cue[0].casefold().startswith(("warn", "pledge", "vow", "promise", "agree", "propos")) and about and len(rest.split()) >= 3:
            return cue.end() + begin + about.end(), cue.end() + begin
        return None
    if len(rest.split()) >= 3 and (_verbs(rest) or _QUOTED in rest):
        return cue.end() + begin, cue.end() + begin
    return None


def _to_outlet(text: str, start: int, end: int) -> list[Span]:
    return [found.span("who") for found in _TO.finditer(text, start, end)][:1]


def _no_comment_subject(text: str, start: int, end: int) -> Span | None:
    asked = re.search(
        r"\b(?:comments?|requests?|response) (?:from|to|by|at)\s+(?P<who>[^.,;]{3,120}?)(?=\s+(?:went|were|was|did|has|have|remained)\b|[.,;])",
        text[start:end],
    )
    if asked:
        return start + asked.start("who"), start + asked.end("who")
    found = NO_COMMENT.search(text, start, end)
    if found is None or found.start() - start < 3:
        return None
    return start, start + len(re.sub(r"(?:\s+(?:has|have|had|also))*\s*\Z", "", text[start : found.start()]))


def _extras(text: str, piece: Piece) -> list[Piece]:
    """Cut off ", indicating that ..." and ", adding that ..." as pieces of the same speaker."""
    if piece.direct:
        return [piece]
    found = _EXTRA.search(text, piece.start + 1, piece.end)
    if not found or _QUOTED in text[piece.start : found.start()] or not _verbs(text[found.end() : piece.end]):
        return [piece]
    kind = "inference" if found["infer"] else piece.kind
    return [
        replace(piece, end=found.start()),
        replace(piece, start=found.end(), kind=kind, cue=(found["infer"] or found["part"]).casefold()),
    ]


def _mark_direct(piece: Piece, quotes: Sequence[Quotation]) -> Piece:
    for one in quotes:
        overlap = min(piece.end, one.end) - max(piece.start, one.start)
        if overlap > 0 and overlap >= 0.6 * (piece.end - piece.start):
            return replace(piece, direct=True, kind="quote" if piece.kind == "none" else piece.kind)
    return piece


def _trim(text: str, piece: Piece) -> Piece:
    start, end = piece.start, piece.end
    while start < end and (text[start].isspace() or text[start] in ",;:–—" or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—" or text[end - 1] in _MARKS):
        end -= 1
    # A scare quote at either end stays whole: its mark was not the quotation's.
    if start > piece.start and text[start - 1] in _MARKS and any(one in text[start:end] for one in '”"»') and not piece.direct:
        start -= 1
    if end < piece.end and text[end] in _MARKS and any(one in text[start:end] for one in '“"«') and not piece.direct:
        end += 1
    return replace(piece, start=start, end=end)
