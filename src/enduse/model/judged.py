"""Tables of the last rooms: findings, claims with their verdicts, and the figures told."""

from enduse.model.table import Table, double, integer, text

FINDINGS = Table(
    "findings",
    "findings",
    "one flag asked about one subject: an entity or a shipment",
    ("finding_id",),
    (
        text("finding_id", "hash of (flag_id, entity_id, shipment_id, scope)"),
        text("flag_id", "RF-01 ..."),
        text("entity_id", "the company asked about; null for shipment flags without one"),
        text("shipment_id", "the shipment asked about; null for company flags"),
        text("scope", "goods list, designation or window the answer is about"),
        text("outcome", "yes, no or cannot_tell"),
        text("confidence", "are the facts right: confirmed, likely or possible; null unless yes"),
        text("severity", "would it matter: high, medium or low; null unless yes"),
        text("summary", "one sentence; never a word that accuses"),
        text("cannot_tell_because", "null unless cannot_tell"),
        text("parameters", "the parameters used, as canonical JSON"),
    ),
)

FINDING_CITATIONS = Table(
    "finding_citations",
    "findings",
    "one row behind one finding",
    ("finding_id", "ordinal"),
    (
        text("finding_id", "the finding"),
        integer("ordinal", "from 1"),
        text("kind", "shipment, designation, coverage, goods_code or possible_match"),
        text("ref_id", "the cited row's key; parts joined by '|'"),
    ),
)

CLAIMS = Table(
    "claims",
    "claims",
    "one claim of the ledger",
    ("claim_id",),
    (
        text("claim_id", "the ledger's id"),
        text("article_id", "the article it stands in; null when the article is not in the workspace"),
        text("article", "the article as the ledger names it"),
        text("quote", "verbatim"),
        integer("quote_start", "character offset in the article's text; null when not found or no article"),
        integer("quote_end", "character offset; null likewise"),
        text("speaker_chain", "JSON list from the outlet inwards; the last is the root"),
        text("origin", "id of the root as the ledger names it; claims with one origin count once"),
        text("stance", "asserted, uncertain or denied"),
        text("kind", "the template: delivered, listed, trade_total, share ... or other (see the claims page)"),
        text("proposition", "the typed proposition as canonical JSON"),
    ),
)

VERDICTS = Table(
    "verdicts",
    "claims",
    "one check of one claim",
    ("claim_id",),
    (
        text("claim_id", "the claim"),
        text("verdict", "supported, partly_supported, contradicted or not_decidable"),
        text("reason", "a code: rows_agree, partial_sum, no_coverage, not_in_data, not_testable, unknown_company, rows_differ ..."),
        text("explanation", "one sentence with the numbers compared"),
        double("claimed", "the number claimed, in unit; null when the claim has none"),
        double("found_at_least", "what the counted rows hold at least, in unit; null when not a sum"),
        double("found_at_most", "what they hold at most (possible identities included); null when not a sum"),
        text("unit", "USD, kg, pieces ...; null when none"),
        text("query", "the template with its arguments, as canonical JSON: enough to run it again"),
    ),
)

VERDICT_CITATIONS = Table(
    "verdict_citations",
    "claims",
    "one row behind one verdict",
    ("claim_id", "ordinal"),
    (
        text("claim_id", "the claim"),
        integer("ordinal", "from 1"),
        text("kind", "shipment, designation, coverage, statement or component"),
        text("ref_id", "the cited row's key; parts joined by '|'"),
    ),
)

FIGURES = Table(
    "figures",
    "report",
    "one number the report prints",
    ("figure_id",),
    (
        text("figure_id", "short and stable, for example suppliers, flow-3, verdict-kestrel-1"),
        text("label", "what it counts, in words"),
        text("unit", "USD, kg, companies ..."),
        double("at_least", "lower bound; equal to at_most when exact; null when cannot tell"),
        double("central", "likely value; null when none is defined"),
        double("at_most", "upper bound; null when open"),
        text("question", "the function and its arguments as canonical JSON: enough to compute it again"),
        text("rows_sha256", "hash of the sorted row ids behind it"),
        integer("rows", "how many rows stand behind it"),
    ),
)

FIGURE_ROWS = Table(
    "figure_rows",
    "report",
    "one row behind one figure",
    ("figure_id", "ref_id"),
    (
        text("figure_id", "the figure"),
        text("kind", "shipment, designation, finding or claim"),
        text("ref_id", "the row's key"),
    ),
)

TABLES: tuple[Table, ...] = (FINDINGS, FINDING_CITATIONS, CLAIMS, VERDICTS, VERDICT_CITATIONS, FIGURES, FIGURE_ROWS)
