"""Where an offered quote stands: verbatim, whole, in one place, in the article's own prose, and not robbed of the word that denies it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from enduse.claims.extracting.offers import Offer
from enduse.claims.extracting.page import Page, Span
from enduse.claims.extracting.refusals import Refusal
from enduse.claims.words import chinese, english, russian

QUOTE_LEAST, QUOTE_MOST, CONTEXT_MOST = 4, 1200, 1500
_BE = r"(?:\s+(?:also|even|yet|already))?(?:\s+have)?(?:\s+(?:been|be|being))?\s+(?:\w+ly\s+)?\Z"
_ROBBED = (
    (
        "doubt",
        re.compile(
            rf"\b(?:may|might|could|{english.DOUBTING}){_BE}|\b(?:{english.DOUBTING}),\s+\Z|"
            rf"(?<!\w)(?:{russian.DOUBTING}|может|могут|мог\w*)\s+\Z|(?:{chinese.DOUBTING})\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "denial",
        re.compile(
            r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es|ed|ing))(?: that)?\s+\Z|(?<!\w)(?:отрица\w+|опроверг\w*)(?:, "
            r"что)?\s+\Z|否认\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            rf"(?:\b(?:not|never|cannot|no|neither|nor|without|would|should|must|will|can|unless|whether|if)|n[’']t){_BE}|"
            r"\b(?:consider(?:s|ed|ing)?|(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|prepar(?:es|ed|ing)|aim(?:s|ed|ing)?|hop(?:es|ed|"
            r"ing)|want(?:s|ed)|agree[sd]?|refus(?:es|ed|ing)|fail(?:s|ed)) (?:to|on)(?: be)?|"
            r"negotiat(?:es|ed|ing)|discuss(?:es|ed|ing)|mull(?:s|ed|ing)|weigh(?:s|ed|ing)|stop(?:s|ped|ping)?|ceas(?:es|ed|ing)|"
            r"halt(?:s|ed|ing)?|avoid(?:s|ed|ing)?)\s+(?:\w+ly\s+)?\Z|"
            r"(?<!\w)(?:не|ни|планиру\w+|намерен\w*|собира\w+)\s+\Z|(?:不|未|没有|从未|并未|将|计划|打算|考虑)\Z",
            re.IGNORECASE,
        ),
    ),
)
"""What must not be cut off in front of a quote: a doubt (unless the claim doubts), a denial (unless it denies), and the rest always."""
_UNDONE = (
    (
        "doubt",
        re.compile(
            rf",?\s+(?:(?:has|had|have) )?(?:{english.DOUBTING}|{russian.DOUBTING})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r",?\s+(?:if|unless|never|nowhere|(?:to|by|from|for) (?:nobody|no one|none)|only (?:if|in theory)|in theory|on paper only|"
            r"были бы|бы|никому|никогда)\b"
        ),
    ),
)
"""What must not be cut off right behind a quote."""
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?)\b|\bsystem prompt\b|(?:\A|[.!?\]]\s+)(?:system|"
    r"assistant|developer)\s*:|\bas an? (?:ai|language model)\b|"
    r"\byou (?:are|must act as) (?:now )?(?:an? )?(?:ai|assistant|language model|extractor)|\b(?:respond|reply|answer|output|"
    r"return) (?:only )?(?:with|in|as) (?:json|the following|a claim|this)|"
    r"\b(?:add|report|include|record|insert|output|write) (?:an?|this|the following|another) (?:false |new |extra )?claim\b|"
    r"</?(?:article|system|instruction)|"
    r"игнорируй\w*.{0,30}(?:инструкц|указани)|忽略.{0,12}(?:指令|指示|提示)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A quote found: its span, the stretch of the sentences it stands in, and the stretch that its stated context adds for names."""

    start: int
    end: int
    sentence: Span
    near: Span


def place(page: Page, offer: Offer) -> Place | Refusal:
    """Return where the offered quote stands, or why it cannot be taken."""
    quote = offer.quote.replace("\n", " ")
    if not QUOTE_LEAST <= len(quote.strip()) <= QUOTE_MOST:
        return Refusal("quote_length", f"{len(quote)} characters; {QUOTE_LEAST} to {QUOTE_MOST} are accepted")
    if quote not in page.flat:
        return Refusal("quote_not_verbatim", "no such words in the article")
    whole = page.places(quote)
    if not whole:
        return Refusal("quote_cuts_word", "the words stand in the article only as part of longer ones")
    prose = [at for at in whole if page.in_furniture(at, at + len(quote)) is None]
    if not prose:
        return Refusal("quote_in_furniture", f"it stands in: {page.in_furniture(whole[0], whole[0] + len(quote))}")
    if re.search(r"\n\s*\n", page.view.text[prose[0] : prose[0] + len(quote)].strip()):
        return Refusal("quote_length", "it runs over more than one paragraph")
    context = _context(page, offer, len(quote), prose)
    if isinstance(context, Refusal):
        return context
    start = context[0]
    sentence = page.around(start, start + len(quote))
    before = page.flat[sentence[0] : start]
    excused = {"uncertain": "doubt", "denied": "denial"}.get(offer.stance)
    robbed = next((found for kind, rule in _ROBBED if kind != excused and (found := rule.search(before))), None)
    if robbed:
        return Refusal("quote_cuts_meaning", f"just before the quote stands {robbed[0].strip()!r}")
    behind = page.flat[start + len(quote) : sentence[1]]
    undone = next((found for kind, rule in _UNDONE if kind != excused and (found := rule.match(behind))), None)
    if undone:
        return Refusal("quote_cuts_meaning", f"right behind the quote stands {undone[0].strip()!r}")
    if _ORDER.search(page.flat[sentence[0] : sentence[1]]):
        return Refusal("order_to_the_reader", "orders in an article are never followed, and nothing is claimed from them")
    near = (min(sentence[0], context[1][0]), max(sentence[1], context[1][1]))
    return Place(start, start + len(quote), sentence, near)


def _context(page: Page, offer: Offer, length: int, prose: list[int]) -> tuple[int, Span] | Refusal:
    """Return which occurrence is meant and the stretch of its stated context (the quote itself when none is stated)."""
    if offer.context is None:
        if len(prose) > 1:
            prose = [at for at in prose if offer.start == at + page.view.text_offset] or prose
        if len(prose) > 1:
            return Refusal("quote_ambiguous", f"it stands at {len(prose)} places; a context (words around it) would say which")
        return prose[0], (prose[0], prose[0] + length)
    context = offer.context.replace("\n", " ")
    if len(context) > CONTEXT_MOST:
        return Refusal("context_not_verbatim", f"{len(context)} characters; at most {CONTEXT_MOST} are accepted")
    stretches = [(at, at + len(context)) for at in page.places(context) if page.in_furniture(at, at + len(context)) is None]
    meant = [(at, one) for one in stretches for at in prose if one[0] <= at and at + length <= one[1]]
    if not meant:
        return Refusal("context_not_verbatim", "it is not in the article's prose, or does not hold the quote")
    if len(meant) > 1:
        return Refusal("quote_ambiguous", f"it stands at {len(meant)} places of the stated context")
    return meant[0]
