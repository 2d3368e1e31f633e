"""Who a phrase names as a source: outlet, organisation, person, document, dataset, or somebody unnamed by class, affiliation, number and access."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from enduse.claims.extracted import ChainNode, DateSpan, Mention, NodeType
from enduse.claims.reading.gazetteer import ADJECTIVE, COUNTRY
from enduse.claims.reading.numbers import whole

PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|он|она|они|оно|他|她|他们|它)\Z", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"(?:the|these|those|this|that|both|same|such|该|эти|этот|эта)\s+(?:same |two |three |four |\w+ed |other |latter |first |second )*"
    r"(?P<head>officials?|sources?|insiders?|people|persons?|person|experts?|analysts?|spokes(?:person|man|woman)|ministry|company|firm|newspaper|paper|agency|outlet|news agency|report|investigation|investigators|"
    r"documents?|records|researchers?|researcher|professor|embassy|broadcaster|article|diplomats?|minister|ambassador|lecturer|study|assessment|letter|statement|department|institute|man|woman|manager|director|executives?|employees?|witness(?:es)?|board|service|bureau|committee|commission|council|authority|government|office|centre|center|group|watchdog|think tank|archive|bank|plant|manufacturer|supplier|regulator|court|police|military|army)\Z",
    re.IGNORECASE,
)
_CLASSES = (
    ("intelligence", r"intelligence (?:officials?|sources?|officers?|agenc\w+|services?)|spies"),
    ("military", r"(?:military|defen[cs]e|army|security) (?:officials?|sources?|officers?|experts?)|(?:military|army) intelligence|commanders?|soldiers?|troops|forces"),
    ("diplomat", r"diplomats?|diplomatic sources?|envoys?|дипломат\w*|外交官"),
    ("spokesperson", r"spokes(?:person|people|man|woman|men)|press (?:service|secretary|office)|representative of|пресс-секретар\w*|пресс-служб\w*|представител\w*|发言人"),
    ("official", r"officials?|authorities|civil servants?|lawmakers?|regulators?|чиновник\w*|официальн\w+ лиц\w*|官员"),
    ("insider", r"insiders?|people (?:familiar|close|with knowledge|briefed)|persons? (?:familiar|close|with knowledge|briefed)|industry sources?|知情人士?|消息人士|инсайдер\w*"),
    ("executive", r"executives?|managers?|employees?|traders?|workers?|businessm[ae]n|owners?|сотрудник\w*"),
    ("analyst", r"analysts?|аналитик\w*|分析人士|分析师"),
    ("expert", r"experts?|researchers?|scholars?|observers?|investigators?|economists?|lawyers?|эксперт\w*|专家|观察人士"),
    ("witness", r"witness(?:es)?|residents?|locals?"),
    ("source", r"sources?|источник\w*"),
    ("government", r"(?:some|other|several|many|these) (?:countries|governments|states|capitals|allies)"),
    ("person", r"people|persons?|individuals?|critics|observers|men|women"),
)  # fmt: skip
_CLASS = tuple((name, re.compile(rf"(?:\b|(?<=[\u4e00-\u9fff]))(?:{words})(?:\b|(?![a-zа-я]))", re.IGNORECASE)) for name, words in _CLASSES)
_ACCESS = re.compile(
    r"(?:familiar with [\w’' -]+|with (?:direct )?knowledge of [\w’' -]+|close to [\w’' -]+|briefed on [\w’' -]+|who (?:saw|have seen|had seen|reviewed|have reviewed|read) [\w’' -]+|(?:who )?(?:requested|asked for|requesting|demanded) anonymity|"
    r"(?:on|under) condition of anonymity|on the condition of anonymity|(?:who )?(?:declined|refused|asked not|spoke on condition) [\w’' -]*(?:named|identified|anonymity)[\w’' -]*|not authori[sz]ed to speak[\w’' -]*|"
    r"with access to [\w’' -]+|involved in [\w’' -]+|знаком\w+ с [\w -]+|на условиях анонимности|匿名|熟悉[\u4e00-\u9fff]+)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:documents?|reports?|assessments?|memos?|letters?|e-?mails?|contracts?|invoices?|filings?|stud(?:y|ies)|analys[ei]s|investigations?|papers?|reviews?|findings?|statements?|evidence|photographs?|photos?|images?|imagery|"
    r"websites?|presentations?|notes?|cables?|files?|publications?|media reports?|surveys?|audit|dossier|reporting|footage|video|bulletin|order|indictment)\b|документ\w*|доклад\w*|отч[её]т\w*|расследовани\w*|报告|文件|调查",
    re.IGNORECASE,
)
_DATASET = re.compile(
    r"\b(?:(?:customs|trade|shipping|export|import|corporate|registry|market|official|declaration) (?:data|records?|statistics|figures|declarations|database)|data(?:base|set)?|statistics|registry|registers?|records|figures)\b|"
    r"таможенн\w+ (?:данн\w+|статистик\w+)|данные|海关数据|数据",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?!\s+of\b)", re.IGNORECASE)
_ORG_VOICE = re.compile(r"(?:White House|Kremlin|Pentagon|Ministry|ministry|department|embassy|government|company|Company|firm|agency|committee|council|commission|police|military|army|regulator|bank|institute|group|NGO|think tank|"
                        r"министерств\w*|МИД|Минобороны|посольств\w*|компани\w*|правительств\w*|Кремл\w*|外交部|国防部|商务部|使馆|政府|公司|白宫|方面)")  # fmt: skip


_BODIES = frozenset(
    [
        "ministry",
        "company",
        "firm",
        "embassy",
        "department",
        "institute",
        "it",
        "оно",
        "它",
        "we",
        "board",
        "service",
        "bureau",
        "committee",
        "commission",
        "council",
        "authority",
        "government",
        "office",
        "centre",
        "center",
        "group",
        "watchdog",
        "think tank",
        "archive",
        "bank",
        "plant",
        "manufacturer",
        "supplier",
        "regulator",
        "court",
        "police",
        "military",
        "army",
    ]
)


@dataclass
class Memory:
    """Who spoke so far, latest last: what pronouns and "the source" carry back to."""

    spoken: list[tuple[ChainNode, ...]] = field(default_factory=list)

    def add(self, nodes: tuple[ChainNode, ...]) -> None:
        """Keep the nodes of a cue just read."""
        if nodes:
            self.spoken.append(nodes)

    def carried(self, phrase: str) -> tuple[ChainNode, ...]:
        """Return the last speakers a pronoun or "the officials" can mean; empty when nobody fits."""
        fits = _fitting(phrase)
        # Nobody is carried over more than a hundred speakers.
        for nodes in reversed(self.spoken[-100:]):
            for place in range(len(nodes) - 1, -1, -1):
                if fits(nodes[place]):
                    return nodes[: place + 1]
        return ()


def _fitting(phrase: str) -> Callable[[ChainNode], bool]:
    folded = phrase.casefold().strip()
    found = _ANAPHOR.match(phrase.strip())
    head = found["head"].casefold() if found else folded
    if head in (
        "he",
        "she",
        "он",
        "она",
        "他",
        "她",
        "who",
        "i",
        "professor",
        "researcher",
        "ambassador",
        "minister",
        "lecturer",
        "director",
        "man",
        "woman",
        "manager",
    ):
        return lambda one: (
            one.type == "person" or (one.type == "anonymous" and one.number in (1, None)) or one.source_class == "spokesperson"
        )
    if head in ("newspaper", "paper", "agency", "outlet", "news agency", "broadcaster", "article"):
        return lambda one: one.type == "outlet"
    if head in ("records", "record", "documents", "document", "letter", "data", "assessment"):
        return lambda one: one.type in ("document", "dataset")
    if head in ("report", "investigation", "investigators", "study", "statement"):
        return lambda one: one.type in ("document", "dataset", "organisation", "outlet")
    if head in _BODIES:
        return lambda one: one.type in ("organisation", "outlet") or one.source_class == "spokesperson"
    if head.startswith("spokes"):
        return lambda one: one.source_class == "spokesperson"
    if head in ("they", "они", "他们"):
        return lambda one: one.type in ("anonymous", "organisation", "person")
    return lambda one: one.type == "anonymous"


def is_anaphor(phrase: str) -> bool:
    """Tell whether a phrase only points back: a pronoun, "the source", "these officials"."""
    return bool(PRONOUN.match(phrase.strip()) or _ANAPHOR.match(phrase.strip()))


def nodes_of(text: str, start: int, end: int, mentions: Sequence[Mention], dates: Sequence[DateSpan] = ()) -> tuple[ChainNode, ...]:
    """Return the nodes a source phrase names, outermost first: an outlet, then the people it cites, then the documents they saw.

    Empty when the phrase names nothing that can speak.
    """
    inside = [one for one in mentions if start <= one.start and one.end <= end]
    outlets = [one for one in inside if one.kind == "outlet"]
    nodes: list[ChainNode] = []
    spoken_to = None
    if outlets:
        said = next((one for one in dates if start <= one.start < end), None)
        nodes.append(ChainNode("outlet", outlets[0].text, start=outlets[0].start, end=outlets[0].end, said_on=said))
        spoken_to = outlets[0]
    seen = spoken_to and re.search(
        r"\b(?:seen|reviewed|obtained|viewed|examined|analy[sz]ed|compiled|published) by\s+(?:the\s+)?\Z", text[start : spoken_to.start]
    )
    rest_start, rest_end = (start, end) if seen else _around(text, start, end, spoken_to)
    inner = _inner(text, rest_start, rest_end, [one for one in inside if one is not spoken_to]) if rest_end - rest_start > 2 else []
    if (
        spoken_to is not None
        and inner
        and inner[0].type == "document"
        and re.fullmatch(
            r"(?:an? |the )?(?:\w+ )?(?:report|article|investigation|story|interview|publication)s?(?: (?:by|of|from|in))?\W*",
            inner[0].name or "",
            re.IGNORECASE,
        )
    ):
        inner = inner[1:]
    nodes += inner
    if not nodes and (other := re.search(r"[а-яёА-ЯЁ\u4e00-\u9fff].*[\w»]", text[start:end])) and len(other[0]) <= 60:
        # A Russian or Chinese phrase before a verb of saying is a source even when no list knows it.
        named = bool(re.fullmatch(r"[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)+|[\u4e00-\u9fff]{1,2}某", other[0]))
        begin = start + other.start()
        nodes.append(ChainNode("person" if named else "anonymous", other[0], start=begin, end=begin + len(other[0])))
    return tuple(nodes)


def _around(text: str, start: int, end: int, outlet: Mention | None) -> tuple[int, int]:
    if outlet is None:
        return start, end
    after = text[outlet.end : end]
    if len(re.findall(r"\w+", re.sub(r"\bon \w+ \d+\b|\bon the \d+\w+\b|\breports?\b|’s|'s", "", after))) >= 2:
        lead = re.match(r"(?:[’']s)?[^\w]*", after)
        return outlet.end + (lead.end() if lead else 0), end
    return start, outlet.start


def _inner(text: str, start: int, end: int, inside: Sequence[Mention]) -> list[ChainNode]:
    """Return the nodes of a phrase without outlets: people first, then what they saw."""
    phrase = text[start:end]
    trimmed = phrase.strip(' ,:;“”"«»')
    if not trimmed:
        return []
    start += phrase.index(trimmed)
    end = start + len(trimmed)
    anonymous = _anonymous(text, start, end, inside)
    person = next((one for one in inside if one.kind == "person"), None)
    if person is not None and not (anonymous and anonymous.source_class == "spokesperson" and person.start > start + 60):
        return [
            ChainNode(
                "person",
                person.text,
                start=person.start,
                end=person.end,
                affiliation=_affiliation(text, start, end, [one for one in inside if one is not person]),
            )
        ]
    nodes: list[ChainNode] = [anonymous] if anonymous else []
    datum = _DATASET.search(trimmed)
    document = _DOCUMENT.search(trimmed)
    by = re.search(r"\b(?:by|of|from|at)\s+(?:the\s+)?(?P<who>[A-Z][\w’' .&-]+)", trimmed)
    body = next((one for one in inside if one.kind in ("organisation", "company")), None)
    if document or datum:
        if not nodes and body is not None and (by or body.start < start + (document or datum).start()):  # type: ignore[union-attr]
            nodes.append(ChainNode("organisation", body.text, start=body.start, end=body.end))
        elif (
            not nodes
            and by
            and document
            and re.match(r"investigat|analys|stud|report|research", document[0], re.IGNORECASE)
            and by["who"].split()[0] not in COUNTRY
        ):
            who = by["who"].strip()
            nodes.append(ChainNode("organisation", who, start=start + by.start("who"), end=start + by.start("who") + len(who)))
        found = datum if datum and (not document or datum.start() <= document.start()) else document
        assert found is not None
        if not (
            nodes
            and nodes[0].type == "organisation"
            and re.match(r"investigat|analys|stud|report|research|statement|assessment", found[0], re.IGNORECASE)
        ):
            kind: NodeType = "dataset" if found is datum else "document"
            begin, finish = (
                (start, end)
                if not nodes or (re.search(r"\bby\b", trimmed) and len(trimmed.split()) < 9)
                else _document_span(text, start, start + found.start(), start + found.end())
            )
            nodes.append(ChainNode(kind, text[begin:finish], start=begin, end=finish))
        return nodes
    if nodes:
        return nodes
    if body is not None:
        return [ChainNode("organisation", body.text, start=body.start, end=body.end)]
    place = next((one for one in inside if one.kind == "place"), None)
    if place is not None and (len(trimmed) <= len(place.text) + 8 or _ORG_VOICE.search(trimmed)):
        return [ChainNode("organisation", trimmed, start=start, end=end, affiliation=place.text)]
    if _ORG_VOICE.search(trimmed):
        return [ChainNode("organisation", trimmed, start=start, end=end)]
    if (
        re.fullmatch(r"(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}|[А-ЯЁ][а-яё]+|[\u4e00-\u9fff]{2,4}", trimmed)
        and trimmed not in COUNTRY
    ):
        return [ChainNode("person", trimmed, start=start, end=end)]
    return []


def _document_span(text: str, start: int, begin: int, finish: int) -> tuple[int, int]:
    words = re.search(r"(?:[\w’'-]+ ){0,2}\Z", text[start:begin])
    lead = words[0] if words else ""
    lead = re.sub(r"^.*\b(?:and|or|of|in|seen|from|that|based|by|on)\s", "", lead)
    return begin - len(lead), finish


def _anonymous(text: str, start: int, end: int, inside: Sequence[Mention]) -> ChainNode | None:
    phrase = text[start:end]
    for name, words in _CLASS:
        found = next((one for one in words.finditer(phrase) if one.start() == 0 or not one[0][0].isascii() or one[0][0].islower()), None)
        if not found or (_DOCUMENT.search(phrase[: found.start()]) and name in ("expert", "person", "source")):
            continue
        if name == "spokesperson" and re.match(r"spokes\w+ [A-Z]", phrase[found.start() :]) and any(one.kind == "person" for one in inside):
            return None
        start, end = _narrowed(text, start, end, start + found.start())
        found = words.search(phrase := text[start:end]) or found
        affiliation = _affiliation(text, start, end, inside)
        number = _number(phrase, found)
        access = _ACCESS.search(phrase)
        if name == "spokesperson":
            # A spokesperson is the voice of a body: the body answers for the words.
            body = next((one for one in inside if one.kind in ("organisation", "company", "place")), None)
            return ChainNode(
                "organisation" if body or _ORG_VOICE.search(phrase) else "anonymous",
                phrase.strip(" ,"),
                start=start,
                end=end,
                source_class=name,
                affiliation=affiliation,
                number=number,
            )
        return ChainNode(
            "anonymous",
            phrase.strip(" ,"),
            start=start,
            end=end,
            source_class=name,
            affiliation=affiliation,
            number=number,
            access=access[0].strip() if access else None,
        )
    return None


def _narrowed(text: str, start: int, end: int, head: int) -> tuple[int, int]:
    """Return the phrase without "information from" before the people and "and reviewed documents" after them."""
    lead = re.search(
        r"\b(?:information|interviews?|testimony|comments?|accounts?|statements?|remarks|tips?|conversations?|what)\s+(?:provided |given |obtained )?(?:from|with|by|of)\s+",
        text[start:head],
    )
    tail = re.search(r",?\s+and\s+(?:\w+\s+){0,3}(?:documents?|records?|data|images?|contracts?|invoices?)\b", text[head:end])
    return start + (lead.end() if lead else 0), head + tail.start() if tail else end


def _number(phrase: str, head: re.Match[str]) -> int | None:
    before = phrase[: head.start()]
    found = _NUMBER.search(before)
    if found:
        return 1 if found["n"].casefold() in ("a", "an") else whole(found["n"])
    said = re.search(r"(两|三|四|五|多)(?:名|位)", phrase)
    return whole(said[1]) if said else None


def _affiliation(text: str, start: int, end: int, inside: Sequence[Mention]) -> str | None:
    phrase = text[start:end]
    of = re.search(
        r"\b(?:in|at|from|of|for|with|inside|within)\s+(?:an?\s+|the\s+)?(?P<who>(?:[A-Z][\w.’'&-]*\s?(?:of |and |the |in )*|intelligence |agency|ministry|government|embassy|company|service)+)",
        phrase,
    )
    if of and len(of["who"].strip()) > 2:
        return re.sub(r"\s(?:of|and|the|in)\Z", "", of["who"].strip())
    body = next((one for one in inside if one.kind in ("organisation", "company")), None)
    if body is not None:
        return body.text
    adjective = re.search(r"\b(?P<who>(?:North |South |Hong )?[A-Z][\w.]+)(?=[\s-])", phrase)
    if adjective and (
        adjective["who"] in ADJECTIVE or adjective["who"] in ("European", "Western", "NATO", "EU", "Asian", "Allied", "US", "U.S.", "UN")
    ):
        return adjective["who"]
    place = next((one for one in inside if one.kind == "place"), None)
    return place.text if place else None


def implied(nodes: tuple[ChainNode, ...]) -> tuple[ChainNode, ...]:
    """Return the nodes as carried over rather than stated here."""
    return tuple(replace(one, implied=True) for one in nodes)
