"""Who a Russian or Chinese sentence hands its content to: quotations, verbs of saying, "по данным", 据 ... 报道."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.reading.attribution.piece import Piece, Span, mark_direct, trim
from enduse.claims.reading.cues import NO_COMMENT
from enduse.claims.reading.sentences import Quotation

_RU_SAY = (
    r"(?:сообщ(?:ил[аио]?|ает|ают|или)|заяв(?:ил[аио]?|ляет|ляют)|сказал[аио]?|рассказал[аио]?|отмети(?:л[аио]?)|отмечает|подчеркну(?:л[аио]?)|пишет|пишут|написал[аио]?|утвержда(?:ет|ют|л[аи]?)|переда[её]т|передал[аио]?|"
    r"счита(?:ет|ют)|полага(?:ет|ют)|добави(?:л[аио]?)|уточни(?:л[аио]?)|поясни(?:л[аио]?)|объяви(?:л[аио]?)|призна(?:л[аио]?)|говорит|говорят|говорил[аио]?|ответи(?:л[аио]?)|предупреди(?:л[аио]?)|уверен[аы]?|подтверди(?:л[аио]?)|указыва(?:ет|ют)|указал[аио]?)"
)
_RU_DENY = r"(?:опроверг(?:л[аио]?|ает|ла)?|отверг(?:л[аио]?)?|отвергает|отрица(?:ет|ют|л[аио]?)|отрицали)"
_RU_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\s*(?:[Пп]о (?:данным|словам|информации|сведениям|мнению|утверждению|версии|оценкам?)|[Сс]огласно(?: данным)?|[Сс]о ссылкой на)\s+(?P<src>[^,\x01]{2,120}),\s*(?P<content>.+)"
        ),
        "say",
    ),
    (re.compile(rf"\s*[Кк]ак {_RU_SAY}\s+(?P<src>[^,\x01]{{2,120}}),\s*(?P<content>.+)"), "say"),
    (
        re.compile(
            rf"(?P<src>[^,\x01:]{{2,160}}?(?:,[^,\x01]{{2,80}},)?)\s+{_RU_SAY}(?:\s[^,\x01:]{{0,80}})?,\s*(?:что|будто|якобы)\s+(?P<content>.+)"
        ),
        "say",
    ),
    (re.compile(rf"(?P<src>[^,\x01:]{{2,160}}?)\s+{_RU_SAY}[^:\x01]{{0,60}}:\s*(?P<content>[«“\"„].+)"), "say"),
    (re.compile(r"(?P<src>[^\x01:]{2,90}):\s*(?P<content>[«“\"„]\x01.+)"), "say"),
    (re.compile(rf"(?P<content>.*\x01[»”\"]?)\s*,?\s*[—–-]?\s*{_RU_SAY}\s+(?P<src>[^.\x01]{{2,140}})\.?"), "say"),
    (re.compile(rf"(?P<content>.*\x01[»”\"]?)\s*,?\s*[—–-]\s*(?P<src>[^.\x01]{{2,100}}?)\s+{_RU_SAY}.*"), "say"),
    (re.compile(rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]?\s*(?:как )?{_RU_SAY}\s+(?P<src>[^,\x01]{{2,140}}?)\.?\s*"), "say"),
    (re.compile(r"(?P<content>[^\x01]{12,}?),\s+(?:по (?:данным|словам|информации)|согласно)\s+(?P<src>[^,\x01]{2,140}?)\.?\s*"), "say"),
    (re.compile(rf"(?P<src>[^,\x01:]{{2,120}}?)\s+{_RU_DENY}(?:,\s*что)?\s+(?P<content>.+)"), "deny"),
)
_ZH_SAY = r"(?:表示|指出|认为|称|说|透露|报道|宣布|强调|回应|证实|写道|告诉|声明|披露|警告|补充|坦言)"
_ZH_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\s*(?:据|根据)(?P<src>[^，,\x01]{2,40}?)(?:\d{1,2}月\d{1,2}日|\d{1,2}日|周[一二三四五六日])?(?:的)?(?:报道|消息|透露|介绍|称|数据|报告)?(?:称|显示)?[，,]\s*(?P<content>.+)"
        ),
        "say",
    ),
    (re.compile(r"(?P<src>[^，,\x01：:“]{2,40}?)(?:否认|驳斥|反驳)(?:了)?(?P<content>.+)"), "deny"),
    (re.compile(rf"(?P<content>.*\x01[。，]?[”」』\"]?)[，,]?(?P<src>[^，。\x01]{{2,40}}?){_ZH_SAY}(?:道|说)?[。]?"), "say"),
    (
        re.compile(
            rf"(?P<src>[^，,\x01：:“]{{2,40}}?)(?:在[^，,]{{1,20}}?)?(?:周[一二三四五六日]|\d{{1,2}}日|\d{{1,2}}月\d{{1,2}}日)?(?:对[^，,\x01]{{2,14}}?)?{_ZH_SAY}(?:称|说|道)?[，,：:]?\s*(?P<content>[“「『\"]?.+)"
        ),
        "say",
    ),
    (re.compile(r"(?P<content>[^\x01]{6,}?)[，,](?P<src>[^，。\x01]{2,16}?)(?:告诉记者|表示|指出|透露|认为|显示|称|说)。?"), "say"),
)
_ZH_NOT = re.compile(r"(?:据|虽|不|的)\Z")


def pieces(text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation], language: str) -> list[Piece]:
    """Return the pieces of one Russian, Ukrainian or Chinese sentence: content with the phrase of its source; nested twice at most."""
    if NO_COMMENT.search(hidden[start:end]):
        return [Piece(start, end, ((start, start + NO_COMMENT.search(hidden[start:end]).start()),), "no comment", "no_comment")]  # type: ignore[union-attr]
    found = _read(hidden, start, end, (), _ZH_RULES if language == "zh" else _RU_RULES)
    return [trim(text, mark_direct(one, quotes)) for one in found if one.end - one.start > 2]


def _read(text: str, start: int, end: int, outer: tuple[Span, ...], rules: tuple[tuple[re.Pattern[str], str], ...]) -> list[Piece]:
    for rule, kind in rules:
        found = rule.fullmatch(text, start, end)
        if not found or "\x01" in found["src"] or _ZH_NOT.search(found["src"]):
            continue
        inner = _read(text, found.start("content"), found.end("content"), (*outer, found.span("src")), rules) if len(outer) < 2 else []
        inner = inner or [Piece(found.start("content"), found.end("content"), (*outer, found.span("src")))]
        return [
            Piece(
                one.start,
                one.end,
                one.sources,
                one.cue or "said",
                kind if one.kind in ("none", "say") and kind == "deny" else (one.kind if one.kind != "none" else kind),
            )
            for one in inner
        ]
    return [Piece(start, end, outer, "", "say" if outer else "none")]
