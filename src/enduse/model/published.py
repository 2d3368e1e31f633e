"""Tables of what the articles say, as read by rules: who claims what, in which words, from which origin, and how sure a reader may be.

Offsets count characters of `articles.text`, which is never changed: `text[quote_start:quote_end]` is the quote.
"""

from enduse.model.table import Table, boolean, double, integer, text

ARTICLE_READINGS = Table(
    "article_readings",
    "claims",
    "one article as read",
    ("article_id",),
    (
        text("article_id", "the article"),
        text("article", "how it is called: its file name; told apart by its id where two files bear one name"),
        text("sha256", "of the text as UTF-8"),
        text("outlet", "who published it; null when neither file nor text says"),
        text("title", "null when not stated"),
        text("url", "null when not stated"),
        text("published_on", "ISO date, possibly partial; null when not stated, never guessed"),
        text("language", "ISO 639-1; null when it cannot be told"),
        integer("text_offset", "characters of the file before the text (its heading)"),
        text("sentences", "[start, end] of each sentence as JSON, offsets in the text, the end excluded: what a claim was cut out of"),
        integer("claims", "how many claims were read from it"),
        text("read_by", "rules, or the model that was asked"),
    ),
)

ARTICLE_FURNITURE = Table(
    "article_furniture",
    "claims",
    "one stretch of a page that is no prose of the article: nothing is claimed from it",
    ("article_id", "span_start", "span_end"),
    (
        text("article_id", "the article"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("kind", "menu, byline, caption, cookie, comments, teaser, footer, share, subscription, copyright, foreign or heading"),
    ),
)

ARTICLE_PROBLEMS = Table(
    "article_problems",
    "claims",
    "one thing in an article that cannot be right, or a headline stronger than its body",
    ("article_id", "ordinal"),
    (
        text("article_id", "the article"),
        integer("ordinal", "from 1, in the order of the text"),
        text("kind", "part_larger_than_whole, percent_over_100, headline_stronger, impossible_date or range_reversed"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("explanation", "one sentence"),
        text("claims", "JSON list of the claims concerned"),
    ),
)

ARTICLE_MENTIONS = Table(
    "article_mentions",
    "claims",
    "one name as printed at one place of an article: a candidate, never merged",
    ("article_id", "span_start", "span_end"),
    (
        text("article_id", "the article"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("name_id", "the name as printed (see name_candidates)"),
        text("name", "as printed"),
        text("kind", "company, organisation, person, place, product, goods, outlet or document"),
        text("country", "ISO 3166 alpha-2 for a place that is a country; null otherwise"),
    ),
)

NAME_CANDIDATES = Table(
    "name_candidates",
    "claims",
    "one name of the articles and one thing of the case that it may stand for: a question, never a merge",
    ("name_id", "candidate_kind", "candidate_id"),
    (
        text("name_id", "name- and a hash of kind and printed name; judgements.csv may name it"),
        text("name", "as printed"),
        text("kind", "the kind of mention"),
        text("candidate_kind", "entity, subject (of a list), component, hs_prefix or territory"),
        text("candidate_id", "entity_id, subject_id, component_id, HS prefix or ISO 3166-1 alpha-2 code"),
        text("candidate", "its name or description in the case"),
        text("grade", "judged (by a person), same_name, listed_name (by a list), likely, possible or listed (an entry of a catalogue)"),
        double("score", "0 to 1: how probable by the names alone; null for catalogues and territories"),
        text("evidence", "what agrees and what differs, in words"),
        text("judged_by", "who decided it in judgements.csv; null when nobody did"),
    ),
)

EXTRACTED_CLAIMS = Table(
    "extracted_claims",
    "claims",
    "one claim read from one article",
    ("claim_id",),
    (
        text("claim_id", "C- and a hash of the article's text, the place and the words"),
        text("article_id", "the article"),
        text("article", "how the article is called"),
        text("quote", "verbatim"),
        integer("quote_start", "character offset in the article's text"),
        integer("quote_end", "character offset, excluded"),
        text("stance", "asserted, uncertain or denied"),
        text("polarity", "positive or negative: how it is worded, apart from the stance"),
        text("type", "delivery, relation, listing, quantity, plan, opinion, denial, forecast ..."),
        text("stage", "the rung its words name: considering ... shipped, received, used; null when none"),
        text("predicate", "class of its first verb; null when none is known"),
        text("hedges", "JSON list of the hedges as worded"),
        boolean("direct", "it is, or holds, words the root is quoted with"),
        boolean("headline", "it stands in the headline"),
        boolean("of_knowledge", "it denies knowing, and nothing else"),
        text("due", "JSON of the date by which a forecast or plan should have come true; null otherwise"),
        text("quoted", "JSON list of the spans inside quotation marks"),
        text("origin_id", "what it rests on; null when that cannot be told"),
        text("same_as", "the smallest id among the claims that say the same; null when none does"),
    ),
)

CLAIM_SPEAKERS = Table(
    "claim_speakers",
    "claims",
    "one step of who said a claim to whom",
    ("claim_id", "position"),
    (
        text("claim_id", "the claim"),
        integer("position", "from 1, the outlet first; the last is the root, answerable for the content"),
        text("type", "outlet, organisation, person, document, dataset or anonymous"),
        text("name", "as printed; null for an outlet that nobody names"),
        boolean("implied", "carried over from an earlier sentence, not stated in this one"),
        integer("span_start", "where the text names it; null when it does not"),
        integer("span_end", "likewise"),
        text("source_class", "official, spokesperson, expert ...; null unless anonymous and said"),
        text("affiliation", "of an anonymous source, as said; null otherwise"),
        integer("number", "how many people it stands for; null when not said"),
        text("access", "familiar with the matter, documents seen ... as worded; null when not said"),
        text("said_on", "JSON of the day it is said to have spoken; null when not said"),
        boolean("affirmed", "false when it was only asked or referred to"),
    ),
)

CLAIM_QUANTITIES = Table(
    "claim_quantities",
    "claims",
    "one number of one claim",
    ("claim_id", "span_start", "span_end"),
    (
        text("claim_id", "the claim"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("text", "as printed"),
        double("value", "null when printed in words only"),
        double("upper", "upper end of a printed range; null when it is one number"),
        text("unit", "kg, percent ... or the counted noun; null for money"),
        text("currency", "ISO 4217; null when it is no money or the sign could mean several"),
        text("bound", "exact, at_least, at_most, about, range or vague"),
        text("per", "month, day, unit ... for a rate; null otherwise"),
        text("period", "JSON of what it is said to cover; null when not said"),
        double("per_month", "value by month of the period; null without one of whole months"),
    ),
)

CLAIM_DATES = Table(
    "claim_dates",
    "claims",
    "one date or period of one claim",
    ("claim_id", "span_start", "span_end"),
    (
        text("claim_id", "the claim"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("text", "as printed"),
        text("since", "YYYY, YYYY-MM or YYYY-MM-DD; null when no year is known"),
        text("until", "likewise, included"),
        text("basis", "text, weekday, published, article or none: where the year comes from"),
        text("month_day", "--MM or --MM-DD when the year is not known; null otherwise"),
    ),
)

CLAIM_MENTIONS = Table(
    "claim_mentions",
    "claims",
    "one name in one claim",
    ("claim_id", "span_start", "span_end"),
    (
        text("claim_id", "the claim"),
        integer("span_start", "character offset in the article's text"),
        integer("span_end", "character offset, excluded"),
        text("name_id", "the name as printed"),
        text("role", "subject or object of the clause's verb; null when not told"),
    ),
)

CLAIM_ORIGINS = Table(
    "claim_origins",
    "claims",
    "one origin behind claims of the articles",
    ("origin_id",),
    (
        text("origin_id", "the origin"),
        text("story_id", "the story it belongs to"),
        text("first_publisher", "the outlet that had it first, as far as the articles say; null when not said"),
        text("root", "who is answerable; null when nobody is named or described"),
        text("articles", "JSON list of the articles that carry it"),
        text("claims", "JSON list of its claims"),
        boolean("independent", "adds to a strict count; null when that cannot be told"),
    ),
)

STORIES = Table(
    "stories",
    "claims",
    "one matter that articles speak of, with its origins counted",
    ("story_id",),
    (
        text("story_id", "S- and a hash of its origins"),
        text("articles", "JSON list of its articles"),
        integer("publications", "how many articles"),
        integer("origins_strict", "independent origins for certain"),
        integer("origins_lenient", "origins at most: every one that may be separate"),
        integer("origins_by_data", "origins when those that rest on one document or data set count once"),
        text("detail", "JSON: origins, roots, and why the counts differ"),
    ),
)

CLAIM_RELATIONS = Table(
    "claim_relations",
    "claims",
    "one relation between two claims (or a claim and an origin)",
    ("kind", "left_id", "right_id"),
    (
        text("kind", "contradicts, denies, retells (left changed what right said first) or corroborates (left's group, right origin)"),
        text("left_id", "a claim"),
        text("right_id", "a claim; an origin for corroborates"),
        text("detail", "JSON: what a retelling changed; null otherwise"),
    ),
)

LEDGER_NOTES = Table(
    "ledger_notes",
    "claims",
    "one thing that the grouping of claims tells beside its relations",
    ("name",),
    (text("name", "denial_scopes, corroborates ..."), text("content", "canonical JSON")),
)

GRADES = Table(
    "grades",
    "claims",
    "one source (NATO letter) or one claim (NATO number) graded",
    ("target_kind", "target_id"),
    (
        text("target_kind", "source or claim"),
        text("target_id", "the source's id, or the claim's"),
        text("name", "the source as printed, or the claim's words"),
        text("grade", "in force: a person's where there is one, else the proposal; A to F for sources, 1 to 6 for claims"),
        text("proposed", "what the evidence proposes"),
        text("proposed_because", "one sentence"),
        text("overridden_by", "who decided otherwise (or confirmed it) in grades.csv; null when nobody did"),
        text("overridden_on", "when; null likewise"),
        text("overridden_because", "why; null likewise"),
    ),
)

TABLES: tuple[Table, ...] = (
    ARTICLE_READINGS,
    ARTICLE_FURNITURE,
    ARTICLE_PROBLEMS,
    ARTICLE_MENTIONS,
    NAME_CANDIDATES,
    EXTRACTED_CLAIMS,
    CLAIM_SPEAKERS,
    CLAIM_QUANTITIES,
    CLAIM_DATES,
    CLAIM_MENTIONS,
    CLAIM_ORIGINS,
    STORIES,
    CLAIM_RELATIONS,
    LEDGER_NOTES,
    GRADES,
)
