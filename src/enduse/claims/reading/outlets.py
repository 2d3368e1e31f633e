"""Outlets no list knows, by how the article itself uses their names: "X reported, citing", "told X", "seen by X", "the weekly X"."""

from __future__ import annotations

import re

from enduse.claims.reading.gazetteer import ADJECTIVE, COMPANY_ENDS, COUNTRY, LEGAL, ORG_HEADS, ORGANISATIONS
from enduse.claims.reading.letters import CAP
from enduse.terms.scripts import HAN

_NAME = rf"(?P<name>(?:The |the )?{CAP}(?: (?:(?:of|the|and|de|der|ins|du|des) )?{CAP}){{0,3}})"
_PUBLICATION = (
    r"(?:newspaper|weekly|daily|magazine|news (?:site|website|outlet|portal|agency|service)|website|outlet|broadcaster|newsletter|"
    r"tabloid|investigative (?:site|outlet|group|portal)|TV channel|podcast|radio station|wire service)"
)
_USES = (
    re.compile(
        rf"\b(?:told|tells) {_NAME}(?=[.,;]|,? (?:on|that|in|by|at|last|this|earlier|yesterday|under|from|it|the|he|she|they|his|her|"
        rf"via)\b)"
    ),
    re.compile(
        rf"\b(?:seen|obtained|reviewed|viewed|published|first reported) by {_NAME}(?=[.,;)]|\s(?:on|and|show|shows|in|this|that|"
        rf"last)\b)"
    ),
    re.compile(rf"\b(?:interview|comments?|statement|remarks) (?:with|to|for) {_NAME}(?=[.,;]| (?:on|that|last|this|published)\b)"),
    re.compile(
        rf"{_NAME},? (?:first |also |previously |earlier |exclusively |later |has |had )*(?:reported|reports|has learned|has found "
        rf"out|can reveal)(?=,? (?:on|that|last|this|earlier|citing|in|yesterday)\b|[,:.])"
    ),
    re.compile(rf"\b{_PUBLICATION},? (?:called )?[“\"«]?{_NAME}"),
    re.compile(rf"{_NAME}, (?:an?|the) (?:[\w-]+ ){{0,4}}{_PUBLICATION}\b"),
    re.compile(rf"\b(?:citing|according to|quoting|per) {_NAME}, (?:which|citing|the {_PUBLICATION})"),
)
_CYRILLIC = re.compile(
    r"(?:[Гг]азет\w+|[Ии]здани\w+|[Жж]урнал\w*|[Тт]елеканал\w*|[Аа]гентств\w+|[Пп]ортал\w*|[Рр]едакци\w+|[Сс]айт\w*|"
    r"[Рр]адиостанци\w+|[Пп]роект\w*) (?P<name>«[^»]{2,40}»)"
)
_HAN = re.compile(
    rf"《(?P<name>[{HAN}]{{2,12}}(?:报|周刊|日报|晚报|时报|杂志|周报|新闻|月刊|邮报))》|(?:(?<=据)|"
    rf"(?<=[，。\n]))(?P<agency>[{HAN}]{{2,8}}(?:社|网|通讯社|电视台|日报|晚报|时报|周刊))(?=(?:\d|周|"
    r"[一二三四五六七八九十]{1,3}月)?[^，。]{0,12}(?:报道|消息|电|讯))"
)
_BEFORE_OUTLET = (
    "and|but|that|as|by|to|when|after|while|because|than|with|from|for|said|says|told|tells|the|which|what|citing|quoting|per|"
    "via|according|reported|called|newspaper|weekly|daily|magazine|site|website|outlet|portal|agency|service|"
    "broadcaster|newsletter|tabloid|channel|podcast|station|publication|paper|since|where|before|until|how|why|also|then|earlier|"
    "later|yesterday|today|week|month|year"
)
_NO_OUTLET = re.compile(
    rf"(?:{ORG_HEADS}|{COMPANY_ENDS}|{LEGAL})\Z|(?:{ORGANISATIONS}|President|Minister|Congress|Parliament|Judge|He|She|They|It|"
    rf"We|But|And|However|Officials?|Police|Prosecutors|Mr|Ms|Mrs|Dr|Experts?|Sources?|Analysts?)(?: |\Z)"
)


def used_as_outlets(text: str) -> list[str]:
    """Return the names the text uses as outlets' names, in order, without those it uses as a person's or another body's."""
    found: dict[str, None] = {}
    others: set[str] = set()
    for rule in _USES:
        for match in rule.finditer(text):
            name = re.sub(r"^(?:The|the) ", "", match["name"])
            if name in found or name in others:
                continue
            if name.split()[0] in COUNTRY or name in ADJECTIVE or name in COUNTRY or _NO_OUTLET.search(name) or _is_person(text, name):
                others.add(name)
            else:
                found[name] = None
    for match in _CYRILLIC.finditer(text):
        found.setdefault(match["name"])
    for match in _HAN.finditer(text):
        found.setdefault(match["name"] or match["agency"])
    return list(found)


def _is_person(text: str, name: str) -> bool:
    quoted = re.escape(name)
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    return bool(
        re.search(rf"\b(?:Mr|Ms|Mrs|Dr)\.? {last}\b", text)
        # "harbour master Celia Example": what somebody is stands before the name, unless it is what is published.
        or re.search(rf"\b(?!(?:{_BEFORE_OUTLET})\b)[a-z]{{3,}} {quoted}\b", text)
        or re.search(
            rf"\b{quoted}, (?:\d\d\b|who\b|an? (?:[\w-]+ ){{0,3}}(?:analyst|researcher|lawyer|official|spokes\w+|expert|director|"
            rf"professor|minister|adviser|lecturer|economist|engineer|diplomat)|the (?:head|director|owner|minister|chief))|"
            rf"\b(?:Mr|Ms|Mrs|Dr|Minister|President|Professor|analyst|director|spokes\w+|lawyer|owner|researcher|expert|"
            rf"prosecutor|inspector) (?:[A-Z]\w+ )?{quoted}\b|"
            rf"\b[A-Z][a-z]+ {quoted}, |\b{quoted} (?:himself|herself)\b",
            text,
        )
    )
