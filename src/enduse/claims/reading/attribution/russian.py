"""Who a Russian or Ukrainian sentence hands its content to: quotations, verbs of saying, "по данным", "со ссылкой на", "следует из"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.reading.attribution import foreign
from enduse.claims.reading.attribution.foreign import Rule
from enduse.claims.reading.attribution.piece import Piece
from enduse.claims.reading.sentences import Quotation
from enduse.claims.words.russian import ACCORDING, BELIEVE, DENY, SAY, SHOW

_SRC = r"[^,\x01:;]{2,120}?"
_APPOSED = r"(?:,\s(?:с котор\w+|котор\w+|близк\w+|знаком\w+|попросивш\w+|пожелавш\w+|получивш\w+)[^,\x01]{2,90})?,?"
_LISTENER = (
    r"(?:изданию|журналистам|журналисту|корреспонденту|редакции|агентству|газете|порталу|телеканалу|нам|мне|репорт[её]рам|суду|депутатам)"
    r"(?:\s[«“\"]?[А-ЯЁ][\w -]*[»”\"]?)?"
)
_TOLD = rf"(?:\s+(?:{_LISTENER}))?"
_POINTING = (
    r"(?:эт(?:у|о|и|от)|данн(?:ую|ые)|эти|такую|все|подобн\w+|выдвинут\w+)?\s*(?:информаци\w+|сведени\w+|сообщени\w+|данные|"
    r"обвинени\w+|слух\w+|"
    r"утверждени\w+|публикаци\w+|это|факт\w*)"
)
_RULES = tuple(
    Rule(re.compile(pattern), kind)
    for pattern, kind in (
        (rf"\s*{ACCORDING}\s+(?P<src>{_SRC}{_APPOSED}),\s*(?P<content>.+)", "say"),
        (rf"\s*[Кк]ак\s+(?:ранее |уже |также )?(?:{SAY}|{BELIEVE})\s+(?P<src>{_SRC}),\s*(?P<content>.+)", "say"),
        (rf"\s*[Кк]ак\s+{SHOW}\s+(?:из|в)\s+(?P<src>{_SRC}{_APPOSED}),\s*(?P<content>.+)", "say"),
        (
            rf"\s*(?:[Рр]анее|[Пп]озднее|[Тт]акже|[Пп]ри этом|[Оо]днако)?\s*(?P<outer>{_SRC})\s+со ссылкой "
            rf"на\s+(?P<src>{_SRC})\s+(?:ранее |также )?{SAY}[^,\x01]{{0,60}},\s*что\s+(?P<content>.+)",
            "say",
        ),
        (
            rf"\s*(?:[Рр]анее|[Пп]озднее|[Тт]акже)?\s*(?P<outer>{_SRC})\s+(?:ранее |также )?{SAY}[^,\x01]{{0,40}}?\s+со ссылкой "
            rf"на\s+(?P<src>{_SRC}),\s*что\s+(?P<content>.+)",
            "say",
        ),
        (rf"(?P<content>\s*(?P<src>{_SRC})\s+{_POINTING}\s+(?:также |ранее |полностью |категорически )?{DENY}\.?)", "deny"),
        (rf"\s*(?P<src>{_SRC}{_APPOSED})\s+{DENY}(?:,\s*что)?\s+(?P<content>.+)", "deny"),
        (
            rf"\s*(?P<src>[^,\x01:]{{2,160}}?(?:,[^,\x01]{{2,80}},)?)\s+(?P<cue>{SAY})(?:\s[^,\x01:]{{0,80}})?,\s*(?:что|будто|"
            rf"якобы|як)\s+(?P<content>.+)",
            "say",
        ),
        (
            rf"\s*(?P<src>[^,\x01:]{{2,160}}?(?:,[^,\x01]{{2,80}},)?)\s+(?P<cue>{BELIEVE})(?:\s[^,\x01:]{{0,80}})?,\s*(?:что|будто|"
            rf"якобы)\s+(?P<content>.+)",
            "believe",
        ),
        (rf"\s*(?P<src>[^,\x01:]{{2,160}}?)\s+{SAY}[^:\x01]{{0,60}}:\s*(?P<content>[«“\"„].+)", "say"),
        (rf"(?P<content>\s*(?P<src>{_SRC})\s+(?:обвин(?:ил[аио]?|яет|яют)|уличил[аио]?)\s+[^\x01]{{4,}})", "accuse"),
        (rf"(?P<content>\s*(?P<src>{_SRC})\s+(?:оцени(?:л[аио]?|ва(?:ет|ют|л[аио]?))|подсчита(?:л[аио]?))\s+[^\x01]{{4,}})", "say"),
        (
            rf"\s*(?P<src>{_SRC})\s+(?:назвал[аио]?|называ(?:ет|ют)|счита(?:ет|ют)|"
            rf"счел[аи]?)\s+(?P<content>[^,\x01]{{2,80}}?\s[«“\"]?(?:ложн|абсурд|необоснован|беспочвен|вымысл|фейк|клевет|голословн|"
            rf"неправд|бред)\w*[»”\"]?.*)",
            "deny",
        ),
        (r"\s*(?P<src>[^\x01:]{2,90}):\s*(?P<content>[«“\"„]\x01.+)", "say"),
        (
            rf"(?P<content>.*\x01[»”\"]?)\s*,?\s*[—–-]?\s*(?:{SAY}|"
            rf"{BELIEVE})\s+(?P<src>[^.\x01]{{2,140}}?)[.,]\s*[—–-]\s*(?P<rest>[«“\"„А-ЯЁ\x01].+)",
            "say",
        ),
        (
            rf"(?P<content>.*\x01[»”\"]?)\s*,?\s*[—–-]?\s*(?:также |ранее )?(?:{SAY}|{BELIEVE})\s+(?P<src>[^.\x01]{{2,140}}?){_TOLD}\.?",
            "say",
        ),
        (rf"(?P<content>.*\x01[»”\"]?)\s*,?\s*[—–-]\s*(?P<src>[^.\x01]{{2,100}}?)\s+{SAY}.*", "say"),
        (rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]?\s*{SHOW}\s+(?:из|в)\s+(?P<src>[^\x01]{{2,160}}?)\.?\s*", "say"),
        (
            rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]?\s*(?:как )?(?:также |ранее "
            rf")?{SAY}\s+(?P<outer>[^,\x01]{{2,100}}?)\s+со ссылкой на\s+(?P<src>[^,\x01]{{2,140}}?{_APPOSED})\.?\s*",
            "say",
        ),
        (
            rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]?\s*(?:как )?(?:также |ранее "
            rf")?{SAY}\s+(?P<src>[^,\x01]{{2,140}}?{_APPOSED}){_TOLD}\.?\s*",
            "say",
        ),
        (rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]?\s*(?P<cue>{BELIEVE})\s+(?P<src>[^,\x01]{{2,140}}?)\.?\s*", "believe"),
        (rf"(?P<content>[^\x01]{{12,}}?),\s+[—–-]\s*(?P<src>[^,\x01]{{2,100}}?)\s+{SAY}[^,\x01]{{0,40}}\.?\s*", "say"),
        (rf"(?P<content>[^\x01]{{12,}}?),\s+{ACCORDING}\s+(?P<src>[^\x01]{{2,140}}?)\.?\s*", "say"),
    )
)
_NOT_A_SOURCE = re.compile(
    r"(?:^\s*(?:его|её|ее|их|что|как|если|когда|хотя|который|которая|которые|об этом|это|о том)(?!\w))|(?:не|бы)\Z", re.IGNORECASE
)
BACKWARDS = re.compile(
    rf"\s*(?:[Оо]б этом|[Ээ]то|[Тт]акие данные|[Тт]акую информацию|[Оо] ч[её]м)\s+(?:\w+\s+)?(?:(?:{SAY}|{SHOW})\s+(?:из\s+|"
    rf"в\s+)?|стало известно (?:из|от)\s+|известно (?:из|от)\s+)(?P<src>[^\x01]{{2,160}}?)\.?\s*"
)
"""A sentence that says whose the one before it was: "Об этом сообщила пресс-служба"."""


def pieces(text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation]) -> list[Piece]:
    """Return the pieces of one Russian or Ukrainian sentence."""
    return foreign.pieces(text, hidden, start, end, quotes, _RULES, _NOT_A_SOURCE)
