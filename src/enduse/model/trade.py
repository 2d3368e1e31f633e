"""Tables of the second room: shipments conformed, parties as printed, duplicates, coverage."""

from enduse.model.table import Table, boolean, date, double, integer, text

EXCHANGE_RATES = Table(
    "exchange_rates",
    "records",
    "one currency on one day",
    ("currency", "rate_on"),
    (
        text("currency", "ISO 4217"),
        date("rate_on", "the day the rate was fixed"),
        double("usd_per_unit", "US dollars for one unit"),
        text("rate_source", "for example ECB, or the user's file name"),
    ),
)

SHIPMENTS = Table(
    "shipments",
    "records",
    "one goods item of one declaration (or one bill of lading)",
    ("shipment_id",),
    (
        text("shipment_id", "item_id of the row"),
        text("source_id", "the source definition"),
        text("record_kind", "declaration, regular_bill, house_bill or master_bill"),
        text("direction", "import, export or transit, seen from the reporter; null when not stated"),
        text("reporter", "ISO 3166 alpha-2 code; null when not stated"),
        text("declaration_number", "as printed; null when none"),
        text("item_number", "as printed; null when none"),
        text("bill_number", "null when none"),
        text("declared_on", "ISO date, possibly partial"),
        date("date_from", "first day admitted"),
        date("date_until", "last day admitted"),
        text("month", "YYYY-MM when both ends fall in one month; null otherwise"),
        text("hs_code", "6 digits; null when not stated"),
        text("hs_edition", "2012, 2017 or 2022; null when unknown"),
        text("hs_basis", "declared or guessed; null without a code"),
        text("tnved_code", "10 digits or null"),
        text("cn_code", "8 digits or null"),
        text("hts_code", "10 digits or null"),
        text("goods_description", "as printed"),
        text("brand", "as printed"),
        text("country_of_origin", "ISO 3166 alpha-2; null when not stated or not a country"),
        text("country_of_dispatch", "ISO 3166 alpha-2; null when not stated or not a country"),
        text("country_of_destination", "ISO 3166 alpha-2; null when not stated or not a country"),
        double("gross_mass_kg", "null when not stated"),
        double("net_mass_kg", "null when not stated"),
        double("quantity", "in quantity_unit"),
        text("quantity_unit", "kg, pieces, m, m2, m3, l, pair ...; null when not known"),
        double("pieces", "number of pieces; null unless the unit counts pieces"),
        double("invoice_value", "in invoice_currency"),
        text("invoice_currency", "ISO 4217"),
        double("value_usd", "null when there is no dated rate: never a guess"),
        text("value_usd_basis", "invoice_value, customs_value or declared_value_usd; null without value_usd"),
        double("usd_per_unit", "the rate used; null when the file itself states dollars"),
        date("rate_on", "the day of the rate used"),
        text("rate_source", "whose rate"),
        boolean("counted", "false when another row stands for the same goods (see duplicates)"),
    ),
)

SHIPMENT_PARTIES = Table(
    "shipment_parties",
    "records",
    "one name in one role on one shipment, as printed",
    ("shipment_id", "role", "ordinal"),
    (
        text("shipment_id", "the shipment"),
        text("role", "consignor, consignee, declarant, carrier, notify_party, manufacturer, buyer or seller"),
        integer("ordinal", "1 for the first name in the cell; 2 and more for 'on behalf of', 'through' ..."),
        text("phrase", "the words that introduce this name in the cell; null when none do, as for most first names"),
        text("mention_id", "the printed name with its country, ids and address"),
    ),
)

MENTIONS = Table(
    "mentions",
    "records",
    "one distinct (name, country, tax id, address, role), as printed",
    ("mention_id",),
    (
        text("mention_id", "hash of [name, country, tax id, address, role] as printed"),
        text("name", "as printed, with glued ids split off and spaces folded"),
        text("name_as_published", "the cell it stood in"),
        text("name_translated", "the provider's translation (the first in sort order); never used to merge"),
        text("country", "ISO 3166 alpha-2 of the party; null when not stated"),
        text("address", "as printed; null when not stated"),
        text("tax_id", "digits and letters as printed or split off; null when not stated"),
        text("role", "consignor, consignee, ..."),
        date("first_seen", "earliest date_from of its shipments"),
        date("last_seen", "latest date_until of its shipments"),
        integer("shipments", "rows it stands on, counted or not"),
    ),
)

DUPLICATES = Table(
    "duplicates",
    "records",
    "one shipment that another shipment stands for",
    ("shipment_id", "kind"),
    (
        text("shipment_id", "the row that is not counted"),
        text("kept_shipment_id", "the row that is counted in its place"),
        text("kind", "equal_row, revision, master_of_house or mirror"),
        text("basis", "which fields agree, in words"),
    ),
)

COVERAGE = Table(
    "coverage",
    "records",
    "one month of one direction of one reporter in one source",
    ("source_id", "reporter", "direction", "month"),
    (
        text("source_id", "the source definition"),
        text("reporter", "ISO 3166 alpha-2, or '' when the source does not say"),
        text("direction", "import, export, transit, or '' when the source does not say"),
        text("month", "YYYY-MM"),
        text("status", "complete, partial, absent or unknown"),
        text("goods_scope", "comma-separated HS prefixes the source is limited to; null when not limited"),
        integer("rows", "shipments seen in that month"),
        text("basis", "who declares the status, or what lowered it"),
        double("consignor_share", "share of rows with a consignor, 0 to 1; null without rows"),
        double("consignee_share", "share of rows with a consignee, 0 to 1; null without rows"),
        double("hs_share", "share of rows with an HS code, 0 to 1; null without rows"),
        double("net_mass_share", "share of rows with a net mass, 0 to 1; null without rows"),
        double("value_share", "share of rows with a dollar value, 0 to 1; null without rows"),
    ),
)

TABLES: tuple[Table, ...] = (EXCHANGE_RATES, SHIPMENTS, SHIPMENT_PARTIES, MENTIONS, DUPLICATES, COVERAGE)
