"""Who a Chinese sentence hands its content to: quotations, verbs of saying, 据 ... 报道, 援引, 显示."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.reading.attribution import foreign
from enduse.claims.reading.attribution.foreign import Rule
from enduse.claims.reading.attribution.piece import Piece
from enduse.claims.reading.sentences import Quotation
from enduse.claims.words.chinese import BELIEVE, CITE, DENY, SAY
from enduse.terms.scripts import HAN

_WHEN = (
    r"(?:周[一二三四五六日天]|星期[一二三四五六日天]|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|昨日|昨天|今天|今日|日前|近日|此前|早些时候|当天)"
)
_SRC = r"(?:他们?|她们?|[^，,\x01：:“。]{2,40}?)"
_LEAD = rf"\s*(?:(?:对此|此前|另外|不过|但是?|同时|随后|其中|{_WHEN})[，,])?"
_RULES = tuple(
    Rule(re.compile(pattern), kind)
    for pattern, kind in (
        (
            rf"\s*(?:据|根据|按照)(?P<outer>{_SRC}){CITE}(?P<src>{_SRC})(?:的话)?(?:报道|消息|称|"
            rf"说)?[，,]\s*(?P<content>.+)",
            "say",
        ),
        (
            rf"\s*(?:据|根据|按照)(?P<src>{_SRC})(?:此前|早些时候)?{_WHEN}?(?:的)?(?:报道|消息|透露|介绍|说法|数据|统计|报告|"
            rf"文件)?(?:称|显示|指出)?[，,]\s*(?P<content>.+)",
            "say",
        ),
        (
            rf"{_LEAD}(?:{_WHEN}[，,]?)?(?P<outer>{_SRC}){CITE}"
            rf"(?P<src>{_SRC})(?:的话)?(?:{SAY})+[，,：:]?\s*(?P<content>.+)",
            "say",
        ),
        (rf"{_LEAD}(?P<src>{_SRC})(?:坚决|断然|再次|均)?{DENY}(?:了)?(?P<content>.+)", "deny"),
        (
            rf"(?P<content>.*\x01[。，]?[”」』\"]?)[，,]?(?P<src>[^，。\x01]{{2,40}}?)(?:{_WHEN})?(?:在[^，,\x01]{{1,24}}?)?(?:对"
            rf"[^，,\x01]{{2,14}}?)?(?:{SAY}"
            rf"|{BELIEVE})(?:道|说)?(?:本报|本刊|媒体|[{HAN}]{{2,4}}社)?(?:记者)?(?:[，,：:。]\s*(?P<rest>[“「『\"]\x01.+)|[。]?)",
            "say",
        ),
        (
            rf"{_LEAD}(?P<src>{_SRC})(?:在[^，,\x01]{{1,24}}?)?{_WHEN}?(?:在[^，,\x01]{{1,24}}?)?(?:对[^，,\x01]{{2,14}}?)?{_WHEN}?(?"
            rf":也|则|还|并|曾|随后)?{SAY}(?:说|称|道|记者|本报|本刊)*[，,：:]?\s*(?P<content>[“「『\"]?.+)",
            "say",
        ),
        (rf"{_LEAD}(?P<src>{_SRC})(?:普遍|也|则)?(?P<cue>{BELIEVE})[，,：:]?\s*(?P<content>.+)", "believe"),
        (rf"(?P<content>[^\x01]{{6,}}?)[，,](?P<src>[^，。\x01]{{2,16}}?)(?:告诉记者|{SAY}|{BELIEVE})。?", "say"),
    )
)
_NOT_A_SOURCE = re.compile(r"(?:(?<!数)(?<!证)(?<!依)据|虽|不|的|未|没有|可以|应当|预)\Z|^(?:如果|虽然|尽管|因为|由于|如何|为何)|[了过]\Z")


def pieces(text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation]) -> list[Piece]:
    """Return the pieces of one Chinese sentence."""
    return foreign.pieces(text, hidden, start, end, quotes, _RULES, _NOT_A_SOURCE)
