"""Corrupted replies with the one reason each must be refused for: (what was done, the claim, the reason)."""

from __future__ import annotations

from typing import Any

from tests.claims.extracting.made import HONEST, PUBLISHER, corrupted

_DATE = {"text": "3 March 2022", "since": "2022-03-03", "until": "2022-03-03"}
_MINISTRY = {"type": "organisation", "name": "Invented Ministry of Trade"}


def _with(name: str, **fields: Any) -> dict[str, Any]:
    return HONEST[name] | fields


def _without(name: str, field: str) -> dict[str, Any]:
    return {key: value for key, value in HONEST[name].items() if key != field}


CLAIMS: tuple[tuple[str, object, str], ...] = (
    ("an invented quote", _with("listed", quote="The plant was raided on 3 March 2022"), "quote_not_verbatim"),
    ("a word changed", _with("listed", quote="The plant was put under sanctions on 3 March 2022"), "quote_not_verbatim"),
    ("a letter's case changed", _with("listed", quote="the plant was placed under sanctions on 3 March 2022"), "quote_not_verbatim"),
    ("a word left out of the middle", _with("delivered", quote="Example Trading delivered 40 engines"), "quote_not_verbatim"),
    (
        "two stretches joined by dots",
        _with("delivered", quote="Example Trading delivered ... to Invented Kestrel Works"),
        "quote_not_verbatim",
    ),
    ("typographic marks changed", _with("shifts", quote="The plant works three shifts”"), "quote_not_verbatim"),
    ("a letter of another alphabet", _with("shifts", quote="The рlant works three shifts"), "quote_not_verbatim"),
    ("no quote", _with("listed", quote=""), "quote_length"),
    ("the whole article as a quote", _with("listed", quote="x" * 1300), "quote_length"),
    ("a quote cut inside a word", _with("listed", quote="he plant was placed under sanctions on 3 March 2022"), "quote_cuts_word"),
    ("a quote cut inside a year", _with("listed", quote="The plant was placed under sanctions on 3 March 202"), "quote_cuts_word"),
    ("the negation cut off", _with("untested", quote="tested in 2024", polarity="positive"), "quote_cuts_meaning"),
    ("the hedge cut off", _with("cameras", quote="have received 300 cameras a month", stance="asserted", hedges=[]), "quote_cuts_meaning"),
    (
        "the mere intention cut off",
        _with("considering", quote="sending drones to the Example Army", type="delivery", stage=None),
        "quote_cuts_meaning",
    ),
    ("the denial cut off", _with("denied", stance="asserted", polarity="positive", type="delivery"), "quote_cuts_meaning"),
    (
        "two paragraphs as one claim",
        _with(
            "delivered",
            quote="We never delivered engines to anybody,"
            + '" said Boris Madeup, a manager at Example Trading.\n\nThe plant was placed under sanctions',
        ),
        "quote_length",
    ),
    ("the nobody cut off", _with("listed", quote="The engines went", type="event", dates=[]), "quote_cuts_meaning"),
    ("the condition cut off", _with("listed", quote="The engines would go to the plant", type="forecast", dates=[]), "quote_cuts_meaning"),
    ("a quote from the menu", _with("delivered", quote="Example Trading ships 9,999 missiles"), "quote_in_furniture"),
    ("a quote from a teaser", _with("delivered", quote="Example Trading buys 77 tanks from Invented Barge Works"), "quote_in_furniture"),
    ("a quote that runs into a teaser", _with("delivered", quote="to Invented Kestrel Works.\n\nYou may also like"), "quote_in_furniture"),
    ("one of two equal sentences", _with("shifts", context=None), "quote_ambiguous"),
    (
        "a context that holds both",
        _with("shifts", context="The plant works three shifts. The plant works three shifts."),
        "quote_ambiguous",
    ),
    ("an invented context", _with("shifts", context="Insiders say: The plant works three shifts."), "context_not_verbatim"),
    ("a context elsewhere", _with("shifts", context="The drones were not tested in 2024"), "context_not_verbatim"),
    (
        "an order in the article obeyed",
        _with("delivered", quote="Example Trading delivered 900 missiles to Invented Kestrel Works", quantities=[], dates=[]),
        "order_to_the_reader",
    ),
    ("an altered number", corrupted("delivered", "quantities.0.value", 400), "number_differs"),
    ("a million as a billion", corrupted("delivered", "quantities.1.value", 1_500_000_000), "number_differs"),
    ("a number without its scale", corrupted("delivered", "quantities.1.value", 1.5), "number_differs"),
    ("a range made up", corrupted("delivered", "quantities.0.upper", 60), "number_differs"),
    ("a number printed nowhere", corrupted("delivered", "quantities.0.text", "at least 41 engines"), "number_not_stated"),
    ("a number from another sentence", corrupted("delivered", "quantities.0.text", "300 cameras"), "number_not_stated"),
    (
        "a year as a quantity",
        corrupted("delivered", "quantities.0", {"text": "2023", "value": 2023, "unit": "engines"}),
        "number_is_a_date",
    ),
    ("another counted noun", corrupted("delivered", "quantities.0.unit", "missiles"), "unit_not_stated"),
    ("pieces as kilograms", corrupted("delivered", "quantities.0.unit", "kg"), "unit_not_stated"),
    ("another currency", corrupted("delivered", "quantities.1.currency", "USD"), "currency_not_stated"),
    ("money without its currency", corrupted("delivered", "quantities.1.currency", None), "currency_not_stated"),
    ("at least as exactly", corrupted("delivered", "quantities.0.bound", "exact"), "bound_not_worded"),
    ("exactly as at most", corrupted("delivered", "quantities.1.bound", "at_most"), "bound_not_worded"),
    ("a month as a year", corrupted("cameras", "quantities.0.per", "year"), "rate_not_stated"),
    ("the rate left out", corrupted("cameras", "quantities.0.per", None), "rate_not_stated"),
    ("another year", corrupted("listed", "dates.0.since", "2021-03-03"), "date_differs"),
    ("another half of the year", corrupted("delivered", "dates.0.until", "2023-12"), "date_differs"),
    ("a day made up for a half-year", corrupted("delivered", "dates.0.since", "2023-01-01"), "date_differs"),
    (
        "a year invented",
        corrupted("untested", "speaker_chain.1.said_on", {"text": "5 May", "since": "2024-05-05", "until": "2024-05-05"}),
        "year_not_stated",
    ),
    (
        "a date from another paragraph",
        _with("shifts", dates=[{"text": "in the first half of 2023", "since": "2023-01", "until": "2023-06"}]),
        "date_not_stated",
    ),
    ("a date that is none", _with("shifts", dates=[{"text": "three shifts", "since": "2022", "until": "2022"}]), "date_not_stated"),
    ("an invented company", corrupted("delivered", "entities.1.name", "Invented Barge Works Ltd"), "name_not_stated"),
    (
        "a company from another paragraph",
        corrupted("listed", "entities", [{"name": "Example Army", "kind": "organisation"}]),
        "name_not_stated",
    ),
    ("part of a name's word", corrupted("delivered", "entities.1.name", "Invented Kestrel Work"), "name_not_stated"),
    ("a company made a country", corrupted("delivered", "entities.1.country", "RU"), "country_not_stated"),
    ("supplier and consignee exchanged", corrupted("delivered", "entities.1.role", "subject"), "role_not_worded"),
    ("a speaker who says nothing", corrupted("delivered", "entities.0.role", "speaker"), "role_not_worded"),
    ("another publisher", corrupted("listed", "speaker_chain.0.name", "Example Wire"), "publisher_missing"),
    ("no publisher", corrupted("untested", "speaker_chain", [_MINISTRY]), "publisher_missing"),
    ("an invented speaker", corrupted("considering", "speaker_chain.1.name", "Carla Nobody"), "speaker_not_stated"),
    (
        "a speaker from a teaser",
        corrupted("listed", "speaker_chain", [PUBLISHER, {"type": "company", "name": "Invented Barge Works"}]),
        "unknown_value",
    ),
    (
        "an outlet from a teaser",
        corrupted("listed", "speaker_chain", [PUBLISHER, {"type": "organisation", "name": "Invented Barge Works"}]),
        "speaker_not_stated",
    ),
    (
        "the receiver made a speaker",
        corrupted("delivered", "speaker_chain.1", {"type": "organisation", "name": "Invented Kestrel Works"}),
        "speaker_not_speaking",
    ),
    ("an unnamed person", corrupted("considering", "speaker_chain.1.name", None), "speaker_not_stated"),
    ("a publisher with a rank", corrupted("listed", "speaker_chain.0.number", 3), "speaker_detail_not_stated"),
    ("more officials than printed", corrupted("delivered", "speaker_chain.1.number", 5), "speaker_detail_not_stated"),
    ("officials made spies", corrupted("delivered", "speaker_chain.1.class", "intelligence"), "speaker_detail_not_stated"),
    (
        "another institute",
        corrupted("considering", "speaker_chain.1.affiliation", "Invented Ministry of Trade"),
        "speaker_detail_not_stated",
    ),
    ("access made up", corrupted("delivered", "speaker_chain.1.access", "who saw the contract"), "speaker_detail_not_stated"),
    ("a hedge made up", corrupted("delivered", "hedges", ["allegedly"]), "hedge_not_worded"),
    ("the hedge left out", corrupted("cameras", "hedges", []), "hedge_left_out"),
    ("may as a fact", corrupted("cameras", "stance", "asserted"), "stance_stronger"),
    ("a fact as a doubt", corrupted("listed", "stance", "uncertain"), "doubt_not_worded"),
    ("a denial as a fact", _with("never", stance="asserted", type="statement"), "denial_left_out"),
    ("a fact as a denial", _with("listed", stance="denied", type="denial"), "denial_not_worded"),
    ("a negation turned round", corrupted("untested", "polarity", "positive"), "polarity_not_worded"),
    ("a statement turned round", corrupted("listed", "polarity", "negative"), "polarity_not_worded"),
    ("considering as shipped", corrupted("considering", "stage", "shipped"), "stage_climbed"),
    ("shipped as received", corrupted("delivered", "stage", "received"), "stage_climbed"),
    ("a denial from a word about somebody else", corrupted("delivered", "stance", "denied") | {"type": "denial"}, "denial_not_worded"),
    ("a company made an owner", corrupted("delivered", "type", "relation"), "type_not_worded"),
    ("a number no float holds", corrupted("delivered", "quantities.0.value", 10**400), "number_differs"),
    ("half a letter", corrupted("delivered", "quote", "Example Trading \ud83d delivered"), "quote_not_verbatim"),
    ("a stage nobody words", corrupted("listed", "stage", "used"), "stage_not_worded"),
    ("not tested as tested", corrupted("untested", "stage", "testing"), "stage_not_worded"),
    ("a plan as a delivery", corrupted("considering", "type", "delivery"), "type_climbed"),
    ("a company put under sanctions", corrupted("delivered", "type", "listing"), "type_not_worded"),
    ("shifts as deliveries", corrupted("shifts", "type", "delivery"), "type_not_worded"),
    ("no comment where somebody spoke", corrupted("never", "type", "no_comment"), "type_not_worded"),
    ("a stance that is none", corrupted("listed", "stance", "certain"), "unknown_value"),
    ("a type that is none", corrupted("listed", "type", "verdict"), "unknown_value"),
    ("a verdict smuggled in", _with("listed", verdict="supported"), "unknown_field"),
    ("an order smuggled into a node", corrupted("listed", "speaker_chain.0.run", "rm"), "unknown_field"),
    ("no speaker", corrupted("listed", "speaker_chain", []), "not_a_claim"),
    ("no quote field", _without("listed", "quote"), "not_a_claim"),
    ("a number as a word", corrupted("delivered", "quantities.0.value", "40"), "not_a_claim"),
    ("a yes as a number", corrupted("delivered", "quantities.0.value", True), "not_a_claim"),
    ("a sentence in place of a claim", "Example Trading delivered 40 engines.", "not_a_claim"),
)
assert _DATE in HONEST["listed"]["dates"]

REPLIES: tuple[tuple[str, str, str], ...] = (
    ("prose alone", "I am sorry, I cannot read this article.", "reply_not_json"),
    ("broken JSON", '{"claims": [{"quote": "The plant', "reply_not_json"),
    ("single quotation marks", "{'claims': []}", "reply_not_json"),
    ("no number", '{"claims": [{"value": NaN}]}', "reply_not_json"),
    ("a field given twice", '{"claims": [], "claims": []}', "reply_not_json"),
    ("brackets without end", "[" * 100_000, "reply_not_json"),
    ("two documents", '{"claims": []} and {"claims": []}', "reply_ambiguous"),
    ("another shape", '{"articles": []}', "reply_shape"),
    ("claims beside orders", '{"claims": [], "run": "delete"}', "reply_shape"),
    ("a bare object", "{}", "reply_shape"),
    ("nothing", "  \n", "reply_empty"),
    ("too many", '{"claims": [' + ",".join(["1"] * 501) + "]}", "too_many_claims"),
)
