"""Tables of the first room: what was read, as published."""

from enduse.model.table import Table, boolean, date, double, integer, text

SNAPSHOTS = Table(
    "snapshots",
    "sources",
    "one file read under one source definition",
    ("snapshot_id",),
    (
        text("snapshot_id", "hash of (source_id, sha256, map sha256, as_of)"),
        text("source_id", "for example customs/ru_imports"),
        text("publisher", "who publishes the source"),
        text("licence", "under which terms"),
        text("url", "where the publisher offers it; null when there is none"),
        text("file_name", "the name the file was added under"),
        text("sha256", "of the bytes in the archive"),
        integer("size_bytes", "of the bytes in the archive"),
        text("map_sha256", "of the column map, for sources that take one; null otherwise"),
        date("as_of", "the day the content speaks for, as stated by the user or the file; null when unknown"),
        text("retrieved_at", "UTC time at which the file was added or fetched"),
        text("encoding", "the text encoding found; null for binary formats"),
        integer("rows_read", "data rows met"),
        integer("rows_rejected", "of these, sent to rejects"),
        text("note", "what a reader of the data should know, for example 'probably cut at 1,000 rows'; null when nothing"),
    ),
)

REJECTS = Table(
    "rejects",
    "sources",
    "one row (or cell) of an input that could not be read",
    ("reject_id",),
    (
        text("reject_id", "hash of (snapshot_id, locator, reason)"),
        text("snapshot_id", "the file"),
        text("locator", "where in the file, for example 'row 12' or 'line 40'"),
        text("reason", "a code such as ambiguous_date, ambiguous_number, hs_digits, broken_row"),
        text("detail", "the sentence: what was met and what would have been accepted"),
        text("as_published", "the offending text, cut at 2,000 characters"),
    ),
)

_PARTIES = ("consignor", "consignee", "declarant", "carrier", "notify_party", "manufacturer", "buyer", "seller")
PARTY_ROLES: tuple[str, ...] = _PARTIES

GOODS_ITEMS = Table(
    "goods_items",
    "sources",
    "one row of a customs file: a goods item of a declaration, or a bill of lading",
    ("item_id",),
    (
        text(
            "item_id", "hash of the raw cell values in the layout's column order, and the copy number among equal rows; becomes shipment_id"
        ),
        text("snapshot_id", "the file"),
        text("locator", "where in the file, for example 'row 12'"),
        text("source_id", "the source definition"),
        text("record_kind", "declaration, regular_bill, house_bill or master_bill"),
        text("direction", "import, export or transit, seen from the reporter; null when not stated"),
        text("reporter", "ISO 3166 alpha-2 code of the country whose customs recorded it; null when not stated"),
        text("declaration_number", "as printed; null when the layout has none"),
        text("item_number", "as printed; null when the layout has none or prints 0 throughout"),
        text("bill_number", "bill of lading of this row; null when none"),
        text("master_bill_number", "master bill of lading this bill belongs to; null when none"),
        text("record_id", "the provider's row id; never an identity"),
        integer("copy_number", "1 for the first of byte-equal rows, 2 for the second ..."),
        text("copy_of", "item_id of the first of byte-equal rows; null for that one"),
        integer("copy_in_file", "1 for the first of byte-equal rows in its file, 2 for the second ..."),
        integer("revision", "version number of this record, higher is later; null when not versioned"),
        text("declared_on", "ISO date, possibly partial ('2022-03'), parsed by the declared format"),
        date("date_from", "first day that declared_on admits"),
        date("date_until", "last day that declared_on admits"),
        *(
            column
            for role in _PARTIES
            for column in (
                text(f"{role}_name", f"{role.replace('_', ' ')} as printed"),
                text(f"{role}_address", "as printed"),
                text(f"{role}_country", "as printed"),
                text(f"{role}_tax_id", "as printed"),
            )
        ),
        text("consignor_name_translated", "the provider's translation or transliteration of the consignor's name"),
        text("consignee_name_translated", "the provider's translation or transliteration of the consignee's name"),
        text("hs_as_published", "the code as printed"),
        text("hs_code", "first six digits; null when fewer are printed or none"),
        text("hs_edition", "2012, 2017 or 2022: the edition in force at the reporter on the date; null when unknown"),
        text("hs_basis", "declared, or guessed by the provider from the text; null without a code"),
        text("tnved_code", "10 digits of the Eurasian tariff; null in other layouts"),
        text("cn_code", "8 digits of the EU tariff; null in other layouts"),
        text("hts_code", "10 digits of the US tariff; null in other layouts"),
        text("national_code", "digits of any other national tariff; null otherwise"),
        text("goods_description", "as printed, original language"),
        text("goods_description_translated", "the provider's translation"),
        text("brand", "as printed"),
        text("country_of_origin", "as printed"),
        text("country_of_dispatch", "as printed"),
        text("country_of_destination", "as printed"),
        text("trading_country", "as printed"),
        double("gross_mass_kg", "null when not stated"),
        double("net_mass_kg", "null when not stated"),
        double("quantity", "in quantity_unit; null when not stated"),
        text("quantity_unit", "as printed"),
        double("packages", "number of packages; null when not stated"),
        double("invoice_value", "in invoice_currency, of this item; null when not stated"),
        text("invoice_currency", "ISO 4217; null when not stated"),
        double("customs_value", "in customs_currency, of this item; null when not stated"),
        text("customs_currency", "ISO 4217; null when not stated"),
        double("declared_value_usd", "a dollar value the file itself states (often the provider's conversion)"),
        text("incoterm", "three letters; null when not stated"),
        text("place_of_delivery", "as printed"),
        text("transport_mode", "as printed"),
        text("procedure", "customs procedure as printed"),
        text("customs_office", "as printed"),
    ),
)

DESIGNATIONS = Table(
    "designations",
    "sources",
    "one act of listing one subject on one list under one programme",
    ("designation_id",),
    (
        text("designation_id", "hash of (list_id, the publisher's subject id, programme, dates as published)"),
        text("subject_id", "the listed subject, key into statements; hash of (list_id, the publisher's id)"),
        text("snapshot_id", "the file; where several versions of the list hold it, the newest (designation_snapshots names all)"),
        text("locator", "where in the file"),
        text("list_id", "for example us_ofac_sdn, eu_833_2014_annex_iv"),
        text("authority", "who listed"),
        text("measure", "asset_freeze, export_ban, end_user, import_ban, investment_ban, debarment, or other"),
        text("measure_as_published", "the publisher's words for the measure"),
        text("program", "programme or regulation; null when not stated"),
        text("subject_type", "Organization, Company, LegalEntity, Person, Vessel, Airplane or Address (FollowTheMoney words)"),
        text("listed_on", "ISO date of listing, possibly partial; null when not published"),
        text("started_on", "ISO date from which it has effect; null when not published"),
        text("ended_on", "ISO date at which it ended; null while in force or unknown"),
        text("published_on", "date of the citation (print or publication): never a listing date"),
        text("reason", "statement of reasons as published; null when none"),
        text("source_url", "official page or citation; null when none"),
        text("external_id", "the publisher's own number for the subject"),
    ),
)

DESIGNATION_SNAPSHOTS = Table(
    "designation_snapshots",
    "sources",
    "one designation in one version of its list that holds it",
    ("designation_id", "snapshot_id"),
    (
        text("designation_id", "the act of listing; `designations` cites the newest version that holds it"),
        text("snapshot_id", "the version: a file with the day it speaks for"),
        text("locator", "where in that file"),
        text("list_id", "the list"),
    ),
)

STATEMENTS = Table(
    "statements",
    "sources",
    "one value of one property of one subject in one snapshot",
    ("statement_id",),
    (
        text("statement_id", "hash of (subject_id, prop, value_as_published, locator)"),
        text("subject_id", "whose value it is"),
        text("snapshot_id", "the file"),
        text("list_id", "the list or registry that says so"),
        text("schema", "FollowTheMoney schema of the subject"),
        text("prop", "name, alias, weak_alias, previous_name, identifier, address, country, date, phone, email, website, link or note"),
        text(
            "scheme",
            "for identifiers: INN, OGRN, KPP, USCC, LEI, IMO, passport ... or as_published label; for dates: birth, incorporation; "
            "for links: owner, director ...; for countries: nationality, birth, registration ...; for notes: their kind; null otherwise",
        ),
        text("value", "cleaned for use (spaces folded); ids never come from it"),
        text("value_as_published", "the cell or the part of it, untouched"),
        text("script", "ISO 15924 code of the letters: Latn, Cyrl, Hans ...; null without letters"),
        text("object_id", "for links: the other subject's subject_id; null otherwise"),
        text("locator", "where in the file"),
        boolean("valid", "for identifiers: the check digits hold; null when the scheme has none, and for everything else"),
    ),
)

GOODS_CODES = Table(
    "goods_codes",
    "sources",
    "one code on one version of one goods list",
    ("goods_code_id",),
    (
        text("goods_code_id", "hash of (list_id, list_version, hs_edition, code)"),
        text("snapshot_id", "the file; null for lists that ship with the package"),
        text("list_id", "for example common_high_priority_list"),
        text("list_version", "the publisher's date or number of the version"),
        text("code", "2 to 10 digits; a prefix covers what stands below it"),
        text("hs_edition", "2012, 2017 or 2022"),
        text("tier", "tier or annex within the list; null when the list has none"),
        date("valid_from", "first day of the code on the list; null: in this version, start not known"),
        date("valid_until", "last day; null while it is on the list"),
        text("description", "in the list's words; null when none"),
    ),
)

HS_CONCORDANCE = Table(
    "hs_concordance",
    "sources",
    "one pair of codes that correspond between two HS editions",
    ("from_edition", "from_code", "to_edition", "to_code"),
    (
        text("from_edition", "2022, 2017 ..."),
        text("from_code", "6 digits"),
        text("to_edition", "2017, 2012 ..."),
        text("to_code", "6 digits"),
        text("relation", "1:1, 1:n, n:1 or n:n"),
        boolean("converts", "the publisher's conversion table picks this pair for from_code; null when it has none"),
        text("snapshot_id", "the file"),
    ),
)

HS_CODES = Table(
    "hs_codes",
    "sources",
    "one code of one HS edition, with its text",
    ("hs_edition", "code"),
    (
        text("hs_edition", "2022 ..."),
        text("code", "2, 4 or 6 digits"),
        text("description", "as published"),
        text("snapshot_id", "the file"),
    ),
)

COMPONENTS = Table(
    "components",
    "sources",
    "one part recorded as found in one weapon",
    ("component_id",),
    (
        text("component_id", "hash of (list_id, the publisher's id, the weapon)"),
        text("snapshot_id", "the file"),
        text("external_id", "the publisher's id"),
        text("name_marking", "name and marking as published"),
        text("part_number", "ordering code where the publisher states one; null otherwise"),
        text("brand", "maker's brand as published"),
        text("manufacturer", "maker as published"),
        text("manufacturer_country", "maker's country as published"),
        text("found_in", "the weapon it was found in"),
        text("category", "as published; null when unknown"),
    ),
)

ARTICLES = Table(
    "articles",
    "sources",
    "one news article, its text unchanged",
    ("article_id",),
    (
        text("article_id", "hash of the text's sha256 and of what the article states about itself: two outlets may print one text"),
        text("snapshot_id", "the file"),
        text("sha256", "of the text as UTF-8"),
        text("outlet", "who published it; null when not stated"),
        text("title", "as printed; null when not stated"),
        text("url", "null when not stated"),
        text("published_on", "ISO date, possibly partial; null when not stated, never guessed"),
        text("language", "ISO 639-1; null when not stated"),
        text("text", "the text all offsets refer to, never changed"),
        integer("text_offset", "characters of the file before the text (its heading)"),
    ),
)

CLAIM_LINES = Table(
    "claim_lines",
    "sources",
    "one claim of a claims file (YAML), as written",
    ("claim_id",),
    (
        text("claim_id", "the ledger's own id, or a hash of its content"),
        text("snapshot_id", "the file"),
        text("content", "the claim as canonical JSON"),
    ),
)

TABLES: tuple[Table, ...] = (
    SNAPSHOTS,
    REJECTS,
    GOODS_ITEMS,
    DESIGNATIONS,
    DESIGNATION_SNAPSHOTS,
    STATEMENTS,
    GOODS_CODES,
    HS_CONCORDANCE,
    HS_CODES,
    COMPONENTS,
    ARTICLES,
    CLAIM_LINES,
)
