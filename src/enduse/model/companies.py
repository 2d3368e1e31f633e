"""Tables of the third and fourth rooms: who is who, who is listed, who shipped to whom."""

from enduse.model.table import Table, boolean, date, double, integer, text

MENTION_IDENTIFIERS = Table(
    "mention_identifiers",
    "entities",
    "one identifier of one mention",
    ("mention_id", "scheme", "value"),
    (
        text("mention_id", "the mention"),
        text("scheme", "INN, OGRN, USCC, LEI, BIN ... or TAX_ID when the scheme is not known"),
        text("value", "normalised"),
        boolean("valid", "the check digits hold; null when the scheme has none"),
    ),
)

ENTITIES = Table(
    "entities",
    "entities",
    "one company (or person) behind one or more mentions",
    ("entity_id",),
    (
        text("entity_id", "E- and a hash of its oldest mention"),
        text("name", "the commonest printed name"),
        text("name_latin", "the same in Latin letters; equal to name when already Latin"),
        text("country", "the commonest country of its mentions; null when none is stated"),
        integer("mentions", "how many mentions it gathers"),
        integer("shipments", "rows it stands on, counted or not"),
        date("first_seen", "earliest day"),
        date("last_seen", "latest day"),
    ),
)

ENTITY_MENTIONS = Table(
    "entity_mentions",
    "entities",
    "one mention and the entity it was judged to be",
    ("mention_id",),
    (
        text("mention_id", "the mention"),
        text("entity_id", "the entity"),
        text(
            "basis",
            "why it belongs: same identifier; same normalised name and country; alike name and shared evidence, alike name and nothing "
            "against it, or same name in another script, each with what agrees; judgement; or alone",
        ),
    ),
)

ENTITY_EVENTS = Table(
    "entity_events",
    "entities",
    "one company of an earlier run and one company of a later run that hold mentions in common, where the two are not the same",
    ("run_number", "kind", "old_entity_id", "new_entity_id"),
    (
        integer("run_number", "counts the runs of this workspace that changed companies, from 1"),
        text("kind", "merged, split, or renumbered (an older mention gave the company another id)"),
        text("old_entity_id", "the company before"),
        text("new_entity_id", "the company after"),
        integer("mentions", "mentions that stood in the one and stand in the other"),
        text("cause", "why: bases of the merge, judgement, numbers or evidence differ, or an older mention"),
    ),
)

POSSIBLE_MATCHES = Table(
    "possible_matches",
    "entities",
    "one pair of entities that may be one: a question, never a merge",
    ("left_entity_id", "right_entity_id"),
    (
        text("left_entity_id", "the smaller id"),
        text("right_entity_id", "the larger id"),
        double("score", "0 to 1"),
        text("evidence", "what agrees and what differs, in words"),
        text("judgement", "unsure when a person said so; null when nobody has"),
        boolean("moves_listed", "true when one of the two answers to a listed subject (confirmed or likely) and the other does not"),
        integer("moves_suppliers", "suppliers of listed companies more or fewer if the two were one"),
        integer("moves_shipments", "rows that would be another company's: of the side on no list where the other is, else with fewer"),
        double("moves_value_usd", "US dollars stated on those rows; null when none states them"),
        integer("place", "1 moves most: a listing first, then suppliers, shipments, value and score"),
    ),
)

JUDGEMENTS = Table(
    "judgements",
    "entities",
    "one decision of a person, as honoured in this run",
    ("left_id", "right_id"),
    (
        text("left_id", "mention, entity or subject id"),
        text("right_id", "mention, entity or subject id"),
        text("judgement", "same, different or unsure"),
        text("judged_by", "who"),
        text("judged_on", "when"),
        text("reason", "why"),
        text(
            "effect",
            "merged, kept apart, already so, held for screening, held for names in articles, contradicts other evidence, "
            "or id not in this workspace",
        ),
    ),
)

LISTED_MATCHES = Table(
    "listed_matches",
    "entities",
    "one entity that answers to one listed subject",
    ("entity_id", "subject_id"),
    (
        text("entity_id", "the entity"),
        text("subject_id", "the listed subject"),
        text("list_id", "the list"),
        text(
            "grade", "confirmed (judgement or valid shared identifier), likely (same normalised name, country not contradicted) or possible"
        ),
        double("score", "0 to 1"),
        text("entity_name", "the printed name that met"),
        text("listed_name", "the listed name that it met"),
        text("evidence", "what agrees and what differs, in words"),
    ),
)

LEGS = Table(
    "legs",
    "graph",
    "one counted shipment with a consignor and a consignee",
    ("shipment_id",),
    (
        text("shipment_id", "the shipment"),
        text("consignor_id", "entity of the consignor: of several printed in one cell the one that is meant"),
        text("consignee_id", "entity of the consignee, likewise"),
        date("date_from", "first day admitted"),
        date("date_until", "last day admitted"),
        text("hs_code", "6 digits; '' when not stated"),
        double("kg", "net mass, else gross mass; null when neither is stated"),
        double("pieces", "null when not stated"),
        double("usd", "null without a dated rate"),
        text("source_id", "the source definition"),
    ),
)

LINKS = Table(
    "links",
    "graph",
    "one tie between two companies or subjects",
    ("link_id",),
    (
        text("link_id", "hash of (kind, left, right, basis)"),
        text("kind", "acts_for, shares_address, shares_identifier, owner, director or other"),
        text("left_id", "entity_id, or subject_id for registry ties"),
        text("right_id", "entity_id or subject_id"),
        text("basis", "the words or value that tie them"),
        text("cited", "shipment_id or statement_id behind it"),
    ),
)

TABLES: tuple[Table, ...] = (
    MENTION_IDENTIFIERS,
    ENTITIES,
    ENTITY_MENTIONS,
    ENTITY_EVENTS,
    POSSIBLE_MATCHES,
    JUDGEMENTS,
    LISTED_MATCHES,
    LEGS,
    LINKS,
)
