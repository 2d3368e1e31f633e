"""Who a phrase names as a source: outlet, body, person, document, dataset, or somebody unnamed by class, body, number and access."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from enduse.claims.extracted import ChainNode, DateSpan, Mention
from enduse.claims.reading.gazetteer import ADJECTIVE, COUNTRY
from enduse.claims.reading.letters import CAP, UPPER
from enduse.claims.reading.naming import kind_of_name
from enduse.claims.reading.numbers import whole
from enduse.claims.words.english import FINITE, SEEN
from enduse.claims.words.voices import ACCESS, BODY_VOICE, CLASSES, DATASET, DOCUMENT, NUMBER
from enduse.terms.propositions import NodeType
from enduse.terms.scripts import HAN, has_han

_HEAD_ENDS = re.compile(
    r"[,;]|\s(?:who|which|that|whose|in|at|of|for|from|with|on|by|to|near|under|familiar|close|briefed|involved|based|speaking|"
    r"seen|obtained|reviewed|prepared|published|from)\s"
)
_LEAD = re.compile(
    r"(?:(?:however|meanwhile|but|and|also|yet|still|then|later|earlier|even|only|both|both of|all|while|as|although|though|when|"
    r"because)\s*,?\s+)+",
    re.IGNORECASE,
)
_NOT_SPEAKERS = re.compile(
    r"(?:he|she|they|we|i|it|this|that|these|those|there|here|what|which|nothing|everything|something|anything|none|the (?:deal|"
    r"move|decision|war|result|news|law|figure|number|price|time|fact|idea|plan|question|answer|problem|case|trade|goods|drones?|"
    r"engines?|ban))\Z",
    re.IGNORECASE,
)
_REGIONAL = ("European", "Western", "NATO", "EU", "Asian", "Allied", "US", "U.S.", "UN")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜谢邹苏潘葛范彭郎鲁韦马方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常于时傅齐康"
    "伍余元顾孟平黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓洪包石崔龚"
    "程邢裴陆荣翁甄曲家封储靳段侯全班秋仲宫宁甘厉武符刘景詹龙叶司黎白蒲卓乔谭申桑桂牛尚温庄晏柴瞿阎慕连习艾容向古易廖耿欧某"
)
_HAN_PERSON = re.compile(
    rf"(?P<role>(?:首席|总|副|前|高级|资深)*(?:研究员|分析师|经理|总裁|主席|主任|教授|专家|部长|局长|董事长|负责人|律师|学者|"
    rf"代表|主管|工程师|总监|创始人|老板|大使|司长|院长|所长|秘书长|检察官|法官|员工|雇员|作者|厂长|顾问|"
    rf"官员))(?P<name>[{_SURNAMES}][{HAN}某甲乙丙]{{1,2}})\Z"
)
_CITES = re.compile(
    r",?\s+(?:(?:that|which|who)\s+(?:in turn\s+)?)?(?:citing|quoting|cited|quoted|cites|quotes)\s+(?!by\b|in\b|as\b|above|earlier)",
    re.IGNORECASE,
)
"""Where a phrase goes on to whom its source has it from: "a report by the Wire that quoted two officials"."""
_KNOWING = re.compile(r"\b(?:familiar with|knowledge of|briefed on|involved in|with access to)\b[^,;]*", re.IGNORECASE)
_REPORT = re.compile(
    r"(?:an? |the |its |their )?(?:[\w-]+ ){0,2}(?:report|article|investigation|story|interview|publication)s?(?: (?:by|of|from|in|"
    r"published by))?\W*",
    re.IGNORECASE,
)


def nodes_of(text: str, start: int, end: int, mentions: Sequence[Mention], dates: Sequence[DateSpan] = ()) -> tuple[ChainNode, ...]:
    """Return the nodes a source phrase names, outermost first: an outlet, then the people it cites, then the documents they saw.

    Empty when the phrase names nothing that can speak.
    """
    cites = _CITES.search(text, start + 2, end)
    if cites:
        outer = nodes_of(text, start, cites.start(), mentions, dates)
        known = {one.name for one in outer}
        return (*outer, *[one for one in nodes_of(text, cites.end(), end, mentions, dates) if one.name not in known])
    inside = [one for one in mentions if start <= one.start and one.end <= end]
    outlets = [one for one in inside if one.kind == "outlet"]
    nodes: list[ChainNode] = []
    spoken_to = None
    if not outlets and (person := _han_person(text, start, end)):
        return (replace(person, affiliation=next((one.text for one in inside if one.kind in ("organisation", "company")), None)),)
    if outlets:
        said = next((one for one in dates if start <= one.start < end), None)
        nodes.append(ChainNode("outlet", outlets[0].text, start=outlets[0].start, end=outlets[0].end, said_on=said))
        spoken_to = outlets[0]
    seen = spoken_to and re.search(rf"\b(?:{SEEN}|analy[sz]ed|compiled|published) by\s+(?:the\s+)?\Z", text[start : spoken_to.start])
    rest_start, rest_end = (start, end) if seen else _around(text, start, end, spoken_to)
    others = [one for one in inside if one is not spoken_to]
    inner = _inner(text, rest_start, rest_end, others) if rest_end - rest_start > 1 else []
    if spoken_to is not None and inner and inner[0].type == "document" and _REPORT.fullmatch(inner[0].name or ""):
        inner = inner[1:]
    nodes += inner
    if not nodes:
        nodes += _unlisted(text, start, end, mentions)
    return tuple(nodes)


def _han_person(text: str, start: int, end: int) -> ChainNode | None:
    """Return the person a Chinese phrase ends with after what they are: 研究员钱某."""
    found = _HAN_PERSON.search(text[start:end])
    if not found:
        return None
    role = next((name for name, words in CLASSES if words.search(found["role"])), None)
    return ChainNode("person", found[0], start=start + found.start(), end=start + found.end(), source_class=role)


def _unlisted(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[ChainNode]:
    """Return who a phrase names that no list knows: a capital name, a body, or a person by what they are ("her former accountant")."""
    phrase = text[start:end]
    other = re.search(rf"[а-яёА-ЯЁ{HAN}].*[\w»]", phrase)
    if other:
        if len(other[0]) > 60:
            return []
        # A Russian or Chinese phrase before a verb of saying is a source even when no list knows it.
        named = bool(re.fullmatch(rf"[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)+|[{HAN}]{{1,2}}[某甲乙丙]", other[0]))
        begin = start + other.start()
        kind: NodeType = "person" if named else "organisation" if BODY_VOICE.search(other[0]) else "anonymous"
        return [ChainNode(kind, other[0], start=begin, end=begin + len(other[0]))]
    lead = _LEAD.match(phrase)
    begin = start + (lead.end() if lead else 0)
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" ,“”\"«»‘'"))
    stop = _HEAD_ENDS.search(text, begin + 1, end)
    head = text[begin : stop.start() if stop else end].rstrip(" ,“”\"«»’'")
    words = head.split()
    if not words or len(words) > 9 or _NOT_SPEAKERS.fullmatch(head):
        return []
    name = re.search(rf"{CAP}(?: (?:of |and |& )?{CAP}){{0,5}}\Z", head)
    if name and (len(words) > 1 or name[0] not in COUNTRY):
        before = head[: name.start()].strip().casefold()
        known, full = kind_of_name(name[0], text, mentions)
        role = next((one for one, found in CLASSES if found.search(before)), None)
        if before and role and known == "organisation" and not re.search(r"(?:of|for|at)\Z", before):
            known = "person"
        place = begin + name.start()
        return [ChainNode(known, full, start=place, end=place + len(name[0]), source_class=role if known == "person" else None)]
    last = words[-1]
    if (
        not re.fullmatch(r"[^\W\d_][\w’'-]*", last)
        or re.search(r"(?:ly|ing)\Z", last)
        or FINITE.search(" ".join(word for word in words if not word.endswith("ed")))
    ):
        return []
    kind = "organisation" if BODY_VOICE.search(last) else "anonymous"
    return [ChainNode(kind, head, start=begin, end=begin + len(head), source_class="person" if kind == "anonymous" else None)]


def _around(text: str, start: int, end: int, outlet: Mention | None) -> tuple[int, int]:
    if outlet is None:
        return start, end
    after = text[outlet.end : end]
    if outlet.start > start + 4 and re.match(r"(?:[’']s)?\s+(?:of|on|into|about)\b", after):
        # "checks by the Lantern of 212 entries": what was checked does not speak.
        after = ""
    if has_han(after) and re.search(r"文件|数据|合同|发票|记录|人士|官员|雇员|员工|高管", after):
        seen = re.match(r"[》”」]?(?:获得|看到|查阅|援引)?的?", after)
        return outlet.end + (seen.end() if seen else 0), end
    if len(re.findall(r"\w+", re.sub(r"\bon \w+ \d+\b|\bon the \d+\w+\b|\breports?\b|’s|'s", "", after))) >= 2:
        lead = re.match(r"(?:[’']s)?[^\w]*", after)
        return outlet.end + (lead.end() if lead else 0), end
    the = re.search(r"\b[Tt]he\s*\Z", text[start : outlet.start])
    return start, outlet.start - (len(the[0]) if the else 0)


def _inner(text: str, start: int, end: int, inside: Sequence[Mention]) -> list[ChainNode]:
    """Return the nodes of a phrase without outlets: people first, then what they saw."""
    phrase = text[start:end]
    trimmed = phrase.strip(' ,:;“”"«»')
    if not trimmed:
        return []
    start += phrase.index(trimmed)
    end = start + len(trimmed)
    anonymous = _anonymous(text, start, end, inside)
    person = next((one for one in inside if one.kind == "person" and text[one.end : one.end + 2] not in ("’s", "'s")), None)
    placed = person is not None and re.search(r"\b(?P<by>in|at|on|near|for|to|of)\s(?:the )?\Z", text[start : person.start])
    if (
        person is not None
        and placed
        and (placed["by"] != "of" or anonymous)
        and (anonymous or BODY_VOICE.search(text[start : person.start]))
    ):
        # "The embassy in Port Example", "neighbours on Example Lane": where they are is not who they are.
        person = None
    several = (
        anonymous is not None
        and anonymous.start == start
        and bool(re.match(r"(?:[\w’-]+ ){0,4}?(?:[a-z]+s|people)\b", trimmed[:40], re.IGNORECASE))
        and anonymous.source_class != "spokesperson"
    )
    if person is not None and several and person.start > start + 20 and not re.match(r"[\w’ -]{0,40}" + re.escape(person.text), trimmed):
        person = None
    if person is not None and not (anonymous and anonymous.source_class == "spokesperson" and person.start > start + 60):
        others = [one for one in inside if one is not person]
        role = next((name for name, words in CLASSES if words.search(text[start:end])), None)
        return [
            ChainNode(
                "person",
                person.text,
                start=person.start,
                end=person.end,
                affiliation=_affiliation(text, start, end, others),
                source_class=role,
            )
        ]
    nodes: list[ChainNode] = [anonymous] if anonymous else []
    body = next((one for one in inside if one.kind in ("organisation", "company")), None)
    if DOCUMENT.search(trimmed) or DATASET.search(trimmed):
        return _with_papers(text, start, end, nodes, body)
    if nodes:
        return nodes
    if body is not None:
        return [ChainNode("organisation", body.text, start=body.start, end=body.end)]
    place = next((one for one in inside if one.kind == "place"), None)
    if place is not None and (len(trimmed) <= len(place.text) + 8 or BODY_VOICE.search(trimmed)):
        return [ChainNode("organisation", trimmed, start=start, end=end, affiliation=place.text)]
    if BODY_VOICE.search(trimmed) and len(trimmed.split()) <= 8 and not re.search(rf"[{UPPER}]\w+\Z", trimmed):
        return [ChainNode("organisation", trimmed, start=start, end=end)]
    return []


def _with_papers(text: str, start: int, end: int, nodes: list[ChainNode], body: Mention | None) -> list[ChainNode]:
    """Return the nodes with the document or the data they rest on; a body's own study is the body speaking."""
    trimmed = text[start:end]
    datum, document = DATASET.search(trimmed), DOCUMENT.search(trimmed)
    by = re.search(
        rf"(?<!seen )(?<!obtained )(?<!reviewed )(?<!viewed )(?<!examined )(?<!read )(?<!published )\b(?:by|of|from|"
        rf"at)\s+(?:the\s+)?(?P<who>[{UPPER}][\w’'.&-]*(?: (?:of |and |the )*[{UPPER}][\w’'.&-]*)*)",
        trimmed,
    )
    paper = document or datum
    first = paper.start() if paper else 0
    if not nodes and body is not None and (by or body.start < start + first):
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
    own = (
        nodes
        and nodes[0].type == "organisation"
        and re.match(r"investigat|analys|stud|report|research|statement|assessment|review|findings", found[0], re.IGNORECASE)
    )
    if not own:
        kind: NodeType = "dataset" if found is datum else "document"
        begin, finish = (
            (start, end)
            if not nodes or (re.search(r"\bby\b", trimmed) and len(trimmed.split()) < 9)
            else _document_span(text, start, start + found.start(), start + found.end())
        )
        # "The officers' report": the paper speaks, not the officers beside it.
        nodes = [one for one in nodes if (one.start, one.end) != (begin, finish)]
        nodes.append(ChainNode(kind, text[begin:finish], start=begin, end=finish))
    return nodes


def _document_span(text: str, start: int, begin: int, finish: int) -> tuple[int, int]:
    words = re.search(r"(?:[\w’'-]+ ){0,2}\Z", text[start:begin])
    lead = words[0] if words else ""
    lead = re.sub(r"^.*\b(?:and|or|of|in|seen|from|that|based|by|on|with|had|who|read|reviewed|examined|obtained|viewed|saw)\s", "", lead)
    return begin - len(lead), finish


def _anonymous(text: str, start: int, end: int, inside: Sequence[Mention]) -> ChainNode | None:
    phrase = text[start:end]
    for name, words in CLASSES:
        found = next((one for one in words.finditer(phrase) if one.start() == 0 or not one[0][0].isascii() or one[0][0].islower()), None)
        if not found or (DOCUMENT.search(phrase[: found.start()]) and name in ("expert", "person", "source", "executive", "official")):
            continue
        if re.match(rf"[\w-]+ [{UPPER}]", phrase[found.start() :]) and any(one.kind == "person" for one in inside):
            return None
        start, end = _narrowed(text, start, end, start + found.start())
        found = words.search(phrase := text[start:end]) or found
        affiliation, number = _affiliation(text, start, end, inside), _number(phrase, found)
        node = ChainNode("anonymous", phrase.strip(" ,"), start=start, end=end, source_class=name, affiliation=affiliation, number=number)
        if name == "spokesperson":
            # A spokesperson is the voice of a body: the body answers for the words.
            body = next((one for one in inside if one.kind in ("organisation", "company", "place")), None)
            return replace(node, type="organisation" if body or BODY_VOICE.search(phrase) else "anonymous")
        ways = [
            re.split(r"\s(?:and|but) (?:who |were |was )?(?:asked|spoke|requested|declined|refused|insisted)\b", one[0])[0].strip()
            for one in ACCESS.finditer(phrase)
        ]
        # How somebody knows says more than that they would not be named.
        access = next((one for one in ways if "anonym" not in one and "named" not in one and "匿名" not in one), ways[0] if ways else None)
        return replace(node, access=access)
    return None


def _narrowed(text: str, start: int, end: int, head: int) -> tuple[int, int]:
    """Return the phrase without "information from" before the people and "and reviewed documents" after them."""
    lead = re.search(
        r"\b(?:information|interviews?|testimony|comments?|accounts?|statements?|remarks|tips?|conversations?|"
        r"what)\s+(?:provided |given |obtained )?(?:from|with|by|of)\s+|\b(?:that|which) (?:cited|cites|quoted|quotes) |\bciting ",
        text[start:head],
    )
    tail = re.search(r",?\s+and\s+(?:\w+\s+){0,3}(?:documents?|records?|data|images?|contracts?|invoices?)\b", text[head:end])
    return start + (lead.end() if lead else 0), head + tail.start() if tail else end


def _number(phrase: str, head: re.Match[str]) -> int | None:
    before = phrase[: head.start()]
    found = NUMBER.search(before)
    if found:
        return 1 if found["n"].casefold() in ("a", "an") else whole(found["n"])
    if re.match(r"\s*(?:один|одна|одного|其中一)", before):
        return 1
    said = re.search(r"(两|三|四|五|多)(?:名|位)", phrase) or re.match(
        r"\s*(?i:(двое|два|двух|две|три|трёх|трех|трое|четыре|пять))\b", before
    )
    return {"двое": 2, "трое": 3}.get(said[1].casefold(), whole(said[1])) if said else None


def _affiliation(text: str, start: int, end: int, inside: Sequence[Mention]) -> str | None:
    # What somebody is familiar with is not whose they are.
    phrase = _KNOWING.sub(lambda one: " " * len(one[0]), text[start:end])
    of = re.search(
        rf"\b(?:in|at|from|of|for|with|inside|within)\s+(?:an?\s+|the\s+)?(?P<who>(?:[{UPPER}][\w.’'&-]*\s?(?:of |and |the |in "
        rf")*|intelligence |agency|ministry|government|embassy|company|service)+)",
        phrase,
    )
    if of and len(of["who"].strip()) > 2:
        return re.sub(r"\s(?:of|and|the|in)\Z", "", of["who"].strip())
    body = next((one for one in inside if one.kind in ("organisation", "company")), None)
    if body is not None:
        return body.text
    for adjective in re.finditer(r"\b(?P<who>(?:North |South |Hong )?[A-Z][\w.]+)(?=[\s-])", phrase):
        if adjective["who"] in ADJECTIVE or adjective["who"] in _REGIONAL:
            return adjective["who"]
    place = next((one for one in inside if one.kind == "place"), None)
    return place.text if place else None
