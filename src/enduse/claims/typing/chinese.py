"""Chinese sentences typed: deliveries, totals and listings, told by 向 (to), 从 (from), 被 (by), 将 (the object before the verb)."""

from __future__ import annotations

import re

from enduse.claims.extracted import ArticleView
from enduse.claims.typing.foreign import Sent, only, typed_listed, typed_sent
from enduse.claims.typing.shapes import Typed, Undecided
from enduse.claims.typing.stated import dates_used, days_of
from enduse.claims.typing.tokens import Said
from enduse.claims.typing.wording import End
from enduse.claims.words.chinese import DOUBTING
from enduse.terms.periods import period_of
from enduse.terms.scripts import HAN
from enduse.terms.territories import country_code

_DATE = re.compile(r"(?:在|于)?⟦d\d+⟧(?:期间|间|内)?[，,]?")
_DOUBT = re.compile(DOUBTING)
_END = rf"(?:⟦[cop]\d+⟧|[{HAN}]{{2,7}}?)"
_SENT = r"(?:交付|供应|出口|运送|发运|运输|提供|出售|供货)"
_GOT = r"(?:收到|进口|获得|购买|采购|接收)"
_SALES = ("提供", "出售", "购买", "采购", "获得")
_TO = re.compile(rf"(?P<own>{_END})(?:直接|还|也|曾)?(?:向|给|对)(?P<other>{_END})(?:直接)?(?P<verb>{_SENT})了?(?P<rest>.*)\Z")
_FROM = re.compile(rf"(?P<own>{_END})(?:直接|还|也|曾)?(?:从|自)(?P<other>{_END})(?:处|手中)?(?P<verb>{_GOT})了?(?P<rest>.*)\Z")
_TAKEN = (re.compile(r"⟦[gq]\d+⟧"), re.compile(r"价值|总值|总价值|共计|共|总计|总额|的|达"))
_AUTHORITIES = {
    "欧盟": "European Union", "美国": "United States", "英国": "United Kingdom", "日本": "Japan", "联合国": "United Nations",
    "美国财政部": "US Treasury", "美国商务部": "US Commerce Department",
}  # fmt: skip
_AUTHOR = rf"(?P<author>(?:⟦[op]\d+⟧)?(?:{'|'.join(sorted(_AUTHORITIES, key=len, reverse=True))}|财政部|商务部)?)"
_LIST = r"(?:其)?(?:制裁|出口管制|实体)?(?:名单|清单|黑名单)"
_LISTED = tuple(
    re.compile(rf"{one}[。.]?\Z")
    for one in (
        rf"{_AUTHOR}(?:已|已经)?(?:将|把)⟦c0⟧(?:列入|加入|添加到|纳入)(?:了)?{_LIST}", rf"{_AUTHOR}(?:已|已经)?制裁了?⟦c0⟧",
        rf"{_AUTHOR}(?:已|已经)?对⟦c0⟧实施了?制裁", rf"⟦c0⟧(?:已|已经)?被{_AUTHOR}(?:制裁|列入(?:了)?{_LIST})",
    )
)  # fmt: skip


def typed_chinese(said: Said, view: ArticleView, hedged: bool) -> Typed | Undecided | None:
    """Return a Chinese claim typed; Undecided when a part is missing or open; None when nothing of it is worded."""
    doubted = bool(_DOUBT.search(said.text))
    text = _DOUBT.sub("", _DATE.sub("", said.text.replace(" ", "")))
    for pattern in _LISTED:
        match = pattern.match(text)
        if match and match["author"]:
            return _listed(said, view, match["author"], hedged or doubted)
    for pattern in (_TO, _FROM):
        match = pattern.match(text)
        if match is None:
            continue
        own, other = _end(said, match["own"]), _end(said, match["other"])
        if own is None or other is None:
            return Undecided("ambiguous_parameter", "An end of the delivery is neither one company nor a country.")
        if not only(match["rest"], _TAKEN):
            return Undecided("ambiguous_parameter", f"What {match['rest'][:40]!r} adds is not clear.")
        sale = match["verb"] in _SALES
        sent = Sent(own, other, sale) if pattern is _TO else Sent(other, own, sale)
        return typed_sent(said, sent, hedged or doubted)
    return None


def past_object(said: Said, view: ArticleView) -> bool:
    """Tell whether 将 takes the object before the verb in something dated before the article, and is no word of the future."""
    dates, published = dates_used(said), period_of(view.published) if view.published else None
    text = _DATE.sub("", said.text.replace(" ", ""))
    if published is None or len(dates) != 1 or dates[0].since is None or not _LISTED[0].match(text):
        return False
    return days_of(dates[0])[1].until <= published.until


def _listed(said: Said, view: ArticleView, words: str, hedged: bool) -> Typed | Undecided:
    plain = re.sub(r"⟦([op])(\d+)⟧", lambda one: (said.organisations if one[1] == "o" else said.places)[int(one[2])].text, words)
    authority = _AUTHORITIES.get(plain)
    if authority is None:
        return Undecided("missing_parameter", f"Whose list {plain!r} is is not known.")
    return typed_listed(said, view, authority, hedged)


def _end(said: Said, words: str) -> End | str | None:
    """Return a party's token or a country's code; None for neither."""
    token = re.fullmatch(r"⟦([cop])(\d+)⟧", words)
    if token is None:
        return country_code(words)
    if token[1] == "p":
        return said.places[int(token[2])].country
    return token[1], int(token[2])
