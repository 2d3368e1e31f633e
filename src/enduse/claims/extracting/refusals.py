"""Why a claim, or a whole reply, is refused: every reason with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

REASONS: dict[str, str] = {
    "reply_not_json": "the reply, or the part of it that should be, is no JSON",
    "reply_ambiguous": "the reply holds more than one JSON document",
    "reply_shape": "the reply is JSON, but no list of claims",
    "reply_cut": "the reply was cut at the model's length limit",
    "reply_empty": "the reply holds no text",
    "too_many_claims": "the reply holds more claims than are read",
    "not_a_claim": "a field is missing or of another type",
    "unknown_field": "a field that no claim has",
    "unknown_value": "a word that is not among those accepted",
    "quote_not_verbatim": "the quote does not stand in the article letter by letter",
    "quote_length": "the quote is too short or too long to be one claim",
    "quote_cuts_word": "the quote begins or ends in the middle of a word or number",
    "quote_cuts_meaning": "a word left out just before or behind the quote denies it, doubts it or makes it a mere intention",
    "quote_ambiguous": "the quote stands in several places, and its stated context does not say which is meant",
    "quote_in_furniture": "the quote stands in a menu, caption, comment or another piece of the page that is not the article",
    "order_to_the_reader": "the sentence gives orders to whoever reads it by machine",
    "context_not_verbatim": "the stated context does not stand in the article, does not hold the quote, or is too long",
    "number_not_stated": "the number is not printed in the quote",
    "number_differs": "another number is printed there",
    "number_is_a_date": "the number is part of a date",
    "unit_not_stated": "the number counts something else",
    "currency_not_stated": "the currency is not the one printed",
    "bound_not_worded": "'at least', 'up to', 'about' or 'exactly' is not as worded",
    "rate_not_stated": "the rate (a month, a year ...) is not as worded",
    "date_not_stated": "the date is not printed in the quote or its sentence",
    "date_differs": "another date is printed there",
    "year_not_stated": "no year is printed there, and nothing in the article decides it",
    "name_not_stated": "the name is not printed in the quote, its sentence or its stated context",
    "country_not_stated": "the name is not that country's",
    "role_not_worded": "the name stands on the other side of the verb, or speaks nowhere in the chain",
    "publisher_missing": "the chain does not begin with the article's outlet",
    "speaker_not_stated": "the speaker is not printed in the article's text",
    "speaker_not_near": "the speaker is named neither in the sentence nor by a word that points back, and is not marked as implied",
    "speaker_not_speaking": "the name stands only inside the quote: it is spoken of, and does not speak",
    "speaker_detail_not_stated": "a speaker's class, affiliation, number, access or date is not printed with the speaker",
    "hedge_not_worded": "the hedge is not printed in the quote or its sentence",
    "hedge_left_out": "the quote is hedged, and the claim leaves the hedge out",
    "stance_stronger": "the words doubt or believe, and the claim asserts",
    "doubt_not_worded": "the claim doubts, and no word of the sentence does",
    "denial_left_out": "the words deny, and the claim does not",
    "denial_not_worded": "the claim is a denial, and no word of the sentence denies",
    "polarity_not_worded": "positive or negative is not as worded",
    "stage_climbed": "a higher stage than the words name (considering, talks, agreed, developing, testing, shipped, received, used)",
    "stage_not_worded": "the quote's own verb does not name that stage",
    "type_climbed": "a plan or forecast is told as something that happened",
    "type_not_worded": "the quote has no word of that type",
    "repeated": "the reply has claimed this quote before",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one claim does not pass; `detail` says what was offered and what the text says."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reject:
    """One claim, or one whole reply, that did not pass. `offered` is what came, cut at 2,000 characters."""

    article: str
    reason: str
    detail: str
    offered: str

    def as_json(self) -> dict[str, Any]:
        """Return what the command prints."""
        return {
            "article": self.article,
            "reason": self.reason,
            "meaning": REASONS[self.reason],
            "detail": self.detail,
            "offered": self.offered,
        }
