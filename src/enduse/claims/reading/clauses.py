"""Content cut into atomic clauses: coordination, relative clauses, parentheses and participles that say something of their own."""

from __future__ import annotations

import re

from enduse.claims.words.english import FINITE
from enduse.terms.scripts import HAN, count_han, has_han

Span = tuple[int, int]
_BOUNDARY = re.compile(
    r"\s*;\s+|,\s+(?:and|but|while|whereas|although|though|so|yet)\s+(?:also\s+|even\s+|then\s+|instead\s+)?|[，；]\s*|,\s+(?:а|"
    r"но|однако|при этом)\s+|\s+а также\s+(?=\w+л[аио]?\b)"
)
_COMMA = re.compile(
    r",\s+(?=(?:the|its|his|her|their|no one|nobody|no|every|each|it|they|he|she|we|all|both|some)\s(?:(?!that\b|which\b|"
    r"who\b)[\w’'-]+\s){0,5}?"
    r"(?:is|are|was|were|has|have|had|will|would|did|does|can|could)\b)|"
    r",\s+(?=(?![а-яё]+(?:л|ла|ло|ли)\s)(?!котор|что|как|если|когда|где|хотя|поскольк|так|пока|чтобы|будто|[авиксуо]\s|но\s|на\s|"
    r"по\s|из\s|от\s|до\s|не\s|за\s|или\s)"
    r"[а-яё]+\s(?:[а-яё]+\s){0,2}?[а-яё]{3,}(?:л|ла|ло|ли)\s)"
)
"""Clauses joined by a comma alone, as in an enumeration: "the lists were checked, the invoices had been paid, and ..."."""
_VERB_PHRASE = re.compile(
    rf"\s+(?:and|but)\s+(?:even\s+|also\s+|then\s+|later\s+|indeed\s+)?(?={FINITE.pattern}|began\b|(?:strictly|actively|secretly)\s)"
)
_FOLLOWED = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|did|does|do)\s+(?:\w+\s+)?\w+|"
    r"(?:strictly |even |also |then )?[\w’']+(?:\s+(?:up|out|off|over))?\s+(?:the|a|an|its|their|his|her|to|in|on|for|that|this|"
    r"these|from|with|over|more|at|by|until|since|under|as|two|three|four|five|six|seven|eight|nine|ten|no|each|every|another|"
    r"after|before|during|through|into|between|\w+ing|[A-Z0-9€$£]|some|several|all|any|not|been|dual|drones?|them|it)",
)
_PROGRESSIVE = re.compile(r"\s+and\s+(?=(?!testing\b|including\b|according\b)\w{3,}ing\s+\w+)")
_RELATIVE = re.compile(r",\s+(?=(?:which|who|whose|where)\b)")
_TAIL = re.compile(
    r",\s+(?=(?:thereby |thus |also "
    r")?(?:[a-z]{3,}ing)\b(?<!including)(?<!being)(?<!during)(?<!according)(?<!regarding)(?<!concerning)(?<!excluding)(?<!pending"
    r"))"
)
_PARENTHESIS = re.compile(r"\((?P<in>[^()]{8,160})\)")
_DESPITE = re.compile(r"\b(?:despite|even though|although|while)\s+(?P<in>(?:being|having been|they are|it is|he is)\s[^,.;]{6,120})")
_TELLING = re.compile(
    r"\b(?:sanction|blacklist|listed|designat|owned|subsidiary|based in|controlled by|founded|registered|import|export|suppl|"
    r"deliver)\w*|\d|санкци|制裁",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\s*(?:(?:and|but)\s+)?(?:if|when|as|although|though|while|since|because|once|after|before|unless|despite|apart|in|on|at|by|for|with|"
    r"如果|если|хотя|когда)\b",
    re.IGNORECASE,
)
_LEAST = 3


def atoms(text: str, start: int, end: int) -> list[Span]:
    """Return the clauses of a content in order; asides (parentheses, "despite being ...") stand beside the clause that holds them."""
    main = _coordinated(text, start, end)
    found: list[Span] = []
    for begin, finish in main:
        found += _tails(text, begin, finish)
    for rule in (_PARENTHESIS, _DESPITE):
        for match in rule.finditer(text, start, end):
            if _TELLING.search(match["in"]) and len(match["in"].split()) >= _LEAST:
                found.append(match.span("in"))
    return sorted({_trimmed(text, *one) for one in found})


def _long(text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    return len(piece.split()) >= _LEAST or count_han(piece) >= 6


def _coordinated(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    place = start
    cuts = [*_BOUNDARY.finditer(text, start, end)]
    cuts += [one for one in _COMMA.finditer(text, start, end) if not _SUBORDINATE.match(text, start, end)]
    cuts += [one for one in _VERB_PHRASE.finditer(text, start, end) if _FOLLOWED.match(text, one.end())]
    cuts += [
        one
        for one in _PROGRESSIVE.finditer(text, start, end)
        if re.search(r"\b(?:is|are|was|were|been|be)\s(?:\w+ly\s)?\w+ing\s+(?:\S+\s+){2,}\S+\Z", text[start : one.start()])
    ]
    for cut in sorted(cuts, key=lambda one: one.start()):
        if cut.start() < place:
            continue
        left, right = text[place : cut.start()], text[cut.end() : end]
        if left.count("(") > left.count(")") or left.count("“") > left.count("”") + 1:
            continue
        if re.search(r"\bto (?:\w+ly )?\w+\Z", left) or (", " in cut[0] and not _finite_soon(right)):
            continue
        if not _long(text, place, cut.start()) or not _long(text, cut.end(), end) or not _says(left) or not _says(right[:160]):
            continue
        if _SUBORDINATE.match(left) and ", " not in left:
            # "While X, Y": the first comma ends the condition, and the two are one proposition.
            continue
        found.append((place, cut.start()))
        place = cut.end()
    return [*found, (place, end)]


def _finite_soon(piece: str) -> bool:
    return (not piece.isascii() and bool(re.search(rf"[а-я{HAN}]", piece))) or bool(FINITE.search(piece[:70]))


def _says(piece: str) -> bool:
    if has_han(piece):
        return bool(
            re.search(
                r"[了是将已有在被达向从为收交提生开进出曾报申值签购买卖售获计能会可应要没不未属占超增减降升涨使用建造产研测试谈判讨论]",
                piece,
            )
        )
    if re.search(r"[а-я]", piece):
        return bool(re.search(r"\w+(?:л|ла|ло|ли|ет|ют|ит|ат|ят|ется|ются|лся|лась|лись|но|ны|на)\b", piece))
    return bool(FINITE.search(piece) or re.search(r"\b\w{3,}ing\b", piece[:30]))


def _tails(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    relative = next(
        (one for one in _RELATIVE.finditer(text, start, end) if _long(text, one.end(), end) and _long(text, start, one.start())), None
    )
    if relative is not None:
        close = text.find(", ", relative.end(), end)
        while close > 0 and not FINITE.search(text[relative.end() : close].replace("who ", "", 1)):
            # "whose previous company, Fiktiv Avia, was fined": the comma opens an aside of the clause.
            close = text.find(", ", close + 2, end)
        # A relative clause in the middle leaves its sentence whole.
        if close > 0 and FINITE.search(text[close + 2 : end]) and not re.match(r"(?:and|or|but)\b", text[close + 2 : end]):
            return [(start, end), (relative.end(), close)]
        found.append((relative.end(), end))
        end = relative.start()
    for tail in _TAIL.finditer(text, start, end):
        rest = text[tail.end() : end]
        if (
            _long(text, start, tail.start())
            and FINITE.search(text[start : tail.start()])
            and not FINITE.search(text[tail.end() : tail.end() + 12])
            and (re.search(r"\d", rest) or (len(rest.split()) >= 5 and re.search(r"[A-Z]", rest)))
        ):
            if ", " in rest and FINITE.search(rest[rest.rindex(", ") :]) and not re.search(r"\d", rest):
                continue
            found.append((tail.end(), end))
            end = tail.start()
            break
    return [(start, end), *found]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;，；:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;，；:"):
        end -= 1
    if (
        end - start > 2
        and text[end - 1] in ".!?。！？"
        and not re.search(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|U\.S|U\.K|etc|руб|гг|г))\.\Z", text[start:end])
    ):
        end -= 1
    return start, end
