"""Stance, polarity, hedges, stage and type against the words: none may be stronger, surer or further up the ladder than what is printed."""

from __future__ import annotations

import re

from enduse.claims.extracted import STAGES
from enduse.claims.extracting.offers import Offer
from enduse.claims.extracting.page import Page
from enduse.claims.extracting.placing import Place
from enduse.claims.extracting.refusals import Refusal
from enduse.claims.reading.judging import polarity_of, predicate_of, stage_of, type_of
from enduse.claims.words import chinese, english, russian
from enduse.claims.words.across import HEDGES, NEGATIVE, NO_COMMENT, RETRACTION

_DENIES = re.compile(
    rf"\b(?:{english.DENY}|denial|denying|{english.UNTRUE})\b|{russian.DENYING}|{russian.UNTRUE}|{chinese.DENY}|{chinese.UNTRUE}",
    re.IGNORECASE,
)
_DONE = frozenset({"delivery", "production", "procurement", "event", "quantity", "listing", "relation", "statement", "assessment"})
_WORDED = {
    "delivery": (
        r"deliver|suppl(?:y|ie)|ship(?!yard)|\bsen[dt]|\bs[eo]ld?\b|\bsell|transfer|provid|export|import|receiv|obtain|"
        r"acquir|bought|\bbuy|purchas|procur|forward|dispatch|hand(?:ed|ing) over|постав|экспорт|импорт|отправ|получ|"
        r"прода|переда|закуп|交付|供应|出口|进口|运|提供|出售|收到|接收|采购|购买"
    ),
    "listing": (r"sanction|blacklist|designat|\blist(?:ed|ing|s)?\b|embargo|санкци|список|списк|制裁|清单|名单"),
    "production": (
        r"produc|manufactur|assembl|\bmade\b|\bmak(?:e|es|ing)\b|buil[dt]|develop|design|\btest|output|factor|replicat|"
        r"произв|выпуск|разраб|собира|испыт|生产|制造|研|测试|试"
    ),
    "relation": (
        r"own|\bleas(?:e|es|ed|ing)\b|\brent|\bruns?\b|contract|agree|deal|subsidiar|sharehold|control|based|"
        r"headquarter|regist|found|director|\bhead|belong|partner|\blink|\bties?\b|tied|affiliat|alli(?:es|ed|ance)|"
        r"interest|border|cooperat|client|customer|suppl|work(?:s|ed)? (?:with|for)|принадлеж|владе|зарегистр|"
        r"партн[её]р|связан|总部|拥有|控股|合作|属于"
    ),
    "procurement": (
        r"recover|contain|found|presence|import|component|procur|bought|buy|purchas|identif|обнаруж|компонент|закуп|"
        r"импорт|发现|采购|进口|零部件"
    ),
}
_TYPES = {kind: re.compile(words, re.IGNORECASE) for kind, words in _WORDED.items()}


def judge(page: Page, offer: Offer, place: Place) -> Refusal | None:
    """Return why the claim says more than its words; None when it does not."""
    quote = page.flat[place.start : place.end]
    sentence = page.flat[place.sentence[0] : place.sentence[1]]
    return (
        _hedges(page, offer, place, quote)
        or _stance(page, offer, place, quote, sentence)
        or _polarity(offer, quote)
        or _stage(offer, quote)
        or _type(offer, quote, sentence)
    )


def _hedges(page: Page, offer: Offer, place: Place, quote: str) -> Refusal | None:
    sentence = page.flat[place.sentence[0] : place.sentence[1]].casefold()
    for hedge in offer.hedges:
        if not re.search(rf"(?<!\w){re.escape(hedge.casefold())}(?!\w)" if hedge.isascii() else re.escape(hedge.casefold()), sentence):
            return Refusal("hedge_not_worded", f"{hedge!r} is not in the quote or its sentence")
    kept = [one.casefold() for one in offer.hedges]
    for printed in _doubts(quote):
        if not any(printed in one or one in printed for one in kept):
            return Refusal("hedge_left_out", f"the quote says {printed!r}")
    return None


def _doubts(quote: str) -> list[str]:
    # "would" alone words a condition, no doubt of the speaker's.
    return [found[0].casefold() for found in HEDGES.finditer(quote) if found[0].casefold() != "would"]


def _stance(page: Page, offer: Offer, place: Place, quote: str, sentence: str) -> Refusal | None:
    read = page.nearest(place.start, place.end)
    worded = read.stance if read is not None else None
    if offer.stance == "denied":
        if worded != "denied" and not _denied(quote, sentence):
            return Refusal("denial_not_worded", "no word of the sentence denies anything")
        return None
    if worded == "denied":
        return Refusal("denial_left_out", "the accused side rejects this, in the words of the sentence")
    if offer.stance == "asserted" and (_doubts(quote) or worded == "uncertain"):
        return Refusal("stance_stronger", "the words doubt, believe or infer")
    if offer.stance == "uncertain" and not offer.hedges and not _doubts(quote) and worded != "uncertain":
        return Refusal("doubt_not_worded", "no hedge is given and none is read")
    return None


def _denied(quote: str, sentence: str) -> bool:
    """Tell whether the quote is worded as a denial, or a verb of denying stands before it."""
    return bool(NEGATIVE.search(quote) or _DENIES.search(quote) or _DENIES.search(sentence[: sentence.find(quote)]))


def _polarity(offer: Offer, quote: str) -> Refusal | None:
    worded = polarity_of(quote)
    # What is denied is told in the negative; whether it is denied was looked at before.
    if offer.polarity == worded or (offer.polarity == "negative" and offer.stance == "denied"):
        return None
    return Refusal("polarity_not_worded", f"{offer.polarity} offered; the quote is worded {worded}")


def _stage(offer: Offer, quote: str) -> Refusal | None:
    if offer.stage is None:
        return None
    worded = None if offer.stance == "denied" or polarity_of(quote) == "negative" else stage_of(quote)
    if worded is None:
        return Refusal("stage_not_worded", f"{offer.stage!r} offered; the quote's own verb names no stage")
    if STAGES.index(offer.stage) > STAGES.index(worded):
        return Refusal("stage_climbed", f"{offer.stage!r} offered; the quote says {worded!r}")
    return None if offer.stage == worded else Refusal("stage_not_worded", f"{offer.stage!r} offered; the quote says {worded!r}")


def _type(offer: Offer, quote: str, sentence: str) -> Refusal | None:
    kind = offer.type
    if kind in ("no_comment", "retraction"):
        rule = NO_COMMENT if kind == "no_comment" else RETRACTION
        return None if rule.search(sentence) else Refusal("type_not_worded", f"no word of the sentence makes it: {kind}")
    if (kind == "denial") != (offer.stance == "denied"):
        return Refusal("type_not_worded", f"type {kind} with stance {offer.stance}")
    worded = type_of(quote, offer.stance, "", predicate_of(quote), False)
    if worded in ("plan", "forecast") and kind in _DONE:
        return Refusal("type_climbed", f"{kind} offered; the words are a {worded}")
    if kind in _TYPES and not _TYPES[kind].search(quote):
        return Refusal("type_not_worded", f"no word of the quote makes it: {kind}")
    return None
