"""Sources that stand beside a clause: "according to", passives, nouns of saying, a speaker before a colon."""

from __future__ import annotations

import re

from enduse.claims.reading.attribution.content import has_verb
from enduse.claims.reading.attribution.piece import QUOTED, Piece, Reader, Span, Stretch, within
from enduse.claims.reading.attribution.verbs import main_subject, verbal
from enduse.claims.reading.letters import CAP, UPPER
from enduse.claims.words.english import ADVERBS, BESIDE, DENY, FINITE, PARTICIPLE, SAY, SEEN, VIEW

_CONVINCED = re.compile(
    r"\s*(?P<src>(?!(?:it|this|that|there|what|which|one thing|nobody|no one|nothing)\b)[^:;\x01]{2,120}?),?\s+(?:is|was|are|"
    r"were|remains?|remained|sounds?|"
    r"sounded|seems?|seemed)\s+(?:\w+ly |quite |very |less |more )?(?P<cue>certain|sure|convinced|adamant|confident|emphatic|"
    r"unequivocal|blunt|"
    r"categorical|in no doubt|clear|unapologetic|dismissive|frank|candid|direct)(?:\s+that\s+|\s*:\s+|\s+[–—]\s+)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    rf"\s*(?:{BESIDE}|per|in the (?:{VIEW}) of|in the eyes of)\s+",
    re.IGNORECASE,
)
_VIEW = re.compile(rf"\s*in (?P<src>[^,\x01;]{{2,80}}?)[’']s? (?:{VIEW}),\s+", re.IGNORECASE)
_ASKED = re.compile(
    r"\s*(?:asked|pressed|questioned) (?:about|whether|if|why|how|by|when|for|on|what|where|who)\b[^,\x01;]{2,160},\s+", re.IGNORECASE
)
_TRAILING = re.compile(
    rf"\s*,?\s+(?:{BESIDE}|(?<=, )per|in the (?:{VIEW}) of)\s+"
    r"(?P<src>(?:(?!\bthat\b(?! (?:cited|cites|quoted|was|were|had|has|is)\b))[^\x01;]){2,220}?)\s*[.!]?\s*\Z",
    re.IGNORECASE,
)
_AS_SHOWN = re.compile(
    rf",\s+as\s+(?P<src>[^,\x01;]{{2,120}}?)\s+(?:{ADVERBS}\s+)*(?:{SAY}|shows?|showed|indicates?|confirms?|puts? it|put it|"
    rf"suggests?|reveals?|told [^,]{{2,40}})\s*[.!]?\s*\Z",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ly )?(?P<cue>believed|thought|said|understood|reported|suspected|expected|alleged|"
    r"assessed|estimated|considered|known|seen) by (?P<src>[^,\x01;]{2,80}?) (?:to|as)\s",
    re.IGNORECASE,
)
_QUOTED_AS = re.compile(
    r"(?:(?P<outlet>[^,;\x01]{2,80}?)\s+(?:also |later |has |had )*(?:quoted|cited|quotes|cites)\s+(?P<src>[^,;\x01]{2,120}?)|"
    r"(?P<person>[^,;\x01]{2,120}?)\s+(?:is|was|were|are|has been|had been) (?:also )?(?:quoted|cited)(?: by "
    r"(?P<by>[^,;\x01]{2,80}?)| in (?P<doc>[^,;\x01]{2,80}?))?)"
    rf"\s+as\s+(?P<cue>{PARTICIPLE}|confirming)[,:]?\s+(?:that\s+)?",
    re.IGNORECASE,
)
_INNER_ACCORDING = re.compile(rf",\s+(?:{BESIDE})\s+(?P<src>[^,\x01;]{{2,120}}),\s", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:{SEEN}|identified|published|compiled|uncovered|collected|named|analy[sz]ed|released|"
    r"cited|gathered|documented|listed|recorded|traced|shared|first reported) (?:by|with)\s+"
    rf"(?P<src>(?:[Tt]he |an? )?{CAP}(?: (?:of |and )?{CAP}){{0,5}})"
)
_NOMINAL = re.compile(
    r"(?P<src>(?!(?:the|an?|any|this|that|these|such)\s+(?:claim|alleg|assess|statement|assert|accus|warning|finding|belief|"
    r"suspic))[^,;\x01]{2,80}?)(?:[’']s?)?\s+(?:claims?|allegations?|assessments?|statements?|assertions?|accusations?|"
    r"insistence|warnings?|findings?|belief|suspicions?)\s+(?:by (?P<by>[^,;\x01]{2,60}?)\s+)?that\s+",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\s*(?:it (?:was|is|has been|had been)|there (?:were|are) (?:reports|claims)) (?:\w+ly )?(?:reported|claimed|alleged|"
    r"revealed|announced|confirmed|stated|said|disclosed|made known)?\s*"
    r"(?:(?:on|in|last|late|early|this) [\w ]{3,24}? )?(?:by (?P<src>[^,;\x01]{2,80}?)|in (?P<doc>[^,;\x01]{2,60}?))\s*,?\s*that\s+",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*(?P<src>[^\x01:;.]{2,90}):\s*(?=[“\"«”„‘'])")
_WRITES = re.compile(rf"\s*(?P<src>[^\x01:;.]{{2,90}}?)\s+(?:{ADVERBS}\s+)*(?P<cue>{SAY})(?:\s[^,:;\x01]{{1,40}})?:\s+(?=\S)")
_REJECTED = re.compile(
    rf"\s*(?:,|[–—-])\s+(?P<tail>(?:(?:an?|the|something|which|both) ?(?:charge|claim|allegation|accusation|suggestion|figure|"
    rf"assertion)?s? ?(?:that |which )?)(?P<who>it|he|she|they|the [\w ]{{2,30}}?|{CAP}(?: "
    rf"{CAP}){{0,3}})\s+(?:{ADVERBS}\s+)*(?:{DENY}))\s*[.]?\s*\Z"
)


def convinced(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "SRC is certain that content" and "SRC was blunt: content"."""
    found = _CONVINCED.match(said.text, said.start, said.end)
    if not found or not has_verb(said.text[found.end() : said.end]):
        return None
    return within(read(said.inner(found.end(), said.end, found.span("src"))), "say", found["cue"].casefold())


def according(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "According to SRC, an apposition, content" and "In SRC's view, content"."""
    view = _VIEW.match(said.text, said.start, said.end)
    if view:
        return within(read(said.inner(view.end(), said.end, view.span("src"))), "say", "in the view of")
    opening = _ACCORDING.match(said.text, said.start, said.end)
    if not opening:
        return None
    text, end, place, first = said.text, said.end, opening.end(), opening.end()
    cited: list[Span] = []
    while True:
        comma = text.find(",", place, end)
        if comma < 0:
            return None
        tail = re.match(
            rf"\s*(?:based on|citing|quoting|who|which|whose|familiar|speaking|(?:{SEEN}) by|on condition|a copy of)\b",
            text[comma + 1 : end],
        )
        following = text.find(",", comma + 1, end)
        if not (tail or _apposed(text, first, comma, following)):
            break
        again = re.match(r"\s*(?:based on|citing|quoting)\s*", text[comma + 1 : end])
        if tail and again:
            cited.append((first, comma))
            first = comma + 1 + again.end()
        if following < 0:
            return None
        place = comma + 1
    cited.append((first, comma))
    return within(read(said.inner(comma + 1, end, *cited)), "say", "according to")


def _apposed(text: str, first: int, comma: int, following: int) -> bool:
    """Tell whether what follows a comma describes the source ("an analyst at ...") rather than beginning the content."""
    chunk = text[comma + 1 : following] if following > 0 else ""
    return (
        following > 0
        and not re.match(r"(?:the|these|those|this|both) [a-z]", text[first:comma])
        and not FINITE.search(re.sub(rf"\b[{UPPER}]\w+", "", chunk))
        and bool(
            re.match(
                r"\s*(?:an?|the|\d{4}\b|who|former|chief|senior|deputy|head|director|spokes\w+|(?:co-)?founder|lead|professor|"
                r"analyst|researcher|minister|president|chair\w*|author|editor|owner|manager|lawyer|partner|"
                r"commander|secretary|vice|acting|ambassador|advis[eo]r|officer|lecturer|fellow|member|engineer|economist|expert|"
                r"prosecutor)\b",
                chunk,
            )
        )
        and len(chunk.split()) < 14
    )


def trailing(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "content, according to SRC" and "content, as SRC shows"."""
    shown = _AS_SHOWN.search(said.text, said.start, said.end)
    if shown and FINITE.search(said.text[said.start : shown.start()].replace(QUOTED, " is ", 1)):
        return within(read(said.inner(said.start, shown.start(), shown.span("src"))), "say", "as shown by")
    found = _TRAILING.search(said.text, said.start, said.end)
    if not found or not FINITE.search(said.text[said.start : found.start()].replace(QUOTED, " is ", 1)):
        return None
    head = said.inner(said.start, found.start())
    if found[0].lstrip(" ,").casefold().startswith(("citing", "quoting")) and (told := verbal(head, read)):
        return [Piece(one.start, one.end, (*one.sources, found.span("src")), one.cue, one.kind, one.direct) for one in told]
    return within(read(said.inner(said.start, found.start(), found.span("src"))), "say", "according to")


def passive(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "It was reported by SRC that content"."""
    found = _PASSIVE.match(said.text, said.start, said.end)
    if not found:
        return None
    return within(read(said.inner(found.end(), said.end, found.span("src" if found["src"] else "doc"))), "say", "reported by")


def believed(said: Stretch, read: Reader) -> list[Piece] | None:  # noqa: ARG001 - one signature for all rules
    """Return "X is believed by SRC to have done": the sentence whole."""
    found = _BELIEVED.search(said.text, said.start, said.end)
    if not found:
        return None
    kind = "say" if found["cue"].casefold() in ("said", "reported", "known", "alleged") else "believe"
    return [said.whole(found["cue"].casefold(), kind, found.span("src"))]


def quoted_as(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "OUTLET quoted SRC as saying content" and "SRC was quoted (by OUTLET) as saying content"."""
    found = _QUOTED_AS.match(said.text, said.start, said.end)
    if not found:
        return None
    spans = [found.span(name) for name in ("outlet", "by", "doc", "src", "person") if found[name]]
    kind = "deny" if found["cue"].casefold() == "denying" else "say"
    return within(read(said.inner(found.end(), said.end, *spans)), kind, found["cue"].casefold())


def colon(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return 'SRC: "content"' and "SRC writes: content"."""
    written = _WRITES.match(said.text, said.start, said.end)
    if written and len(written["src"].split()) <= 12:
        return within(read(said.inner(written.end(), said.end, written.span("src"))), "say", written["cue"].casefold())
    found = _COLON.match(said.text, said.start, said.end)
    return [Piece(found.end(), said.end, (*said.sources, found.span("src")), ":", "say", True)] if found else None


def nominal(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "SRC's claim that content" and "claims by SRC that content"."""
    found = _NOMINAL.match(said.text, said.start, said.end)
    if (
        not found
        or FINITE.search(found["src"])
        or not re.search(rf"[{UPPER}]|\b(?:officials?|police|prosecutors|company|his|her|their|its)\b", found["src"])
    ):
        return None
    return within(read(said.inner(found.end(), said.end, found.span("by" if found["by"] else "src"))), "say", "claim")


def rejected(said: Stretch, read: Reader) -> list[Piece] | None:
    """Return "content, a charge it rejects": the content is not denied by who says it, but by who rejects it."""
    found = _REJECTED.search(said.text, said.start, said.end)
    if not found or not FINITE.search(said.text[said.start : found.start()]):
        return None
    who = found.span("who")
    if re.fullmatch(r"it|he|she|they", found["who"]):
        subject = main_subject(said.text, said.start, found.start())
        who = subject or who
    tail = Piece(found.start("tail"), found.end("tail"), (*said.sources, who), "rejects", "deny")
    return [*read(said.inner(said.start, found.start())), tail]


def beside(said: Stretch) -> Piece | None:
    """Return the clause whole when a source stands inside it: ", according to SRC," or "identified by SRC"."""
    inside = _INNER_ACCORDING.search(said.text, said.start, said.end)
    if inside:
        return said.whole("according to", "say", inside.span("src"))
    by = _BY.search(said.text, said.start, said.end)
    return said.whole(by[0].split()[0], "evidence", by.span("src")) if by else None


def after_question(said: Stretch) -> Stretch:
    """Return the stretch without "Asked whether it knew the buyer, " before what was answered."""
    asked = _ASKED.match(said.text, said.start, said.end)
    return Stretch(said.text, asked.end(), said.end, said.sources, said.depth) if asked else said
