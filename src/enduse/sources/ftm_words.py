"""FollowTheMoney's words, as tables: which property is a name, a number, a place or a date, and which schemas tie two entities."""

from __future__ import annotations

PROPS: dict[str, tuple[str, str | None]] = {
    "name": ("name", None), "alias": ("alias", None), "weakAlias": ("weak_alias", None), "previousName": ("previous_name", None),
    "abbreviation": ("weak_alias", None), "address": ("address", None), "full": ("address", None), "phone": ("phone", None),
    "email": ("email", None), "website": ("website", None), "country": ("country", None), "jurisdiction": ("country", "jurisdiction"),
    "mainCountry": ("country", "main"), "nationality": ("country", "nationality"), "citizenship": ("country", "citizenship"),
    "birthCountry": ("country", "birth"), "flag": ("country", "flag"), "pastFlags": ("country", "former flag"),
    "birthDate": ("date", "birth"), "incorporationDate": ("date", "incorporation"), "dissolutionDate": ("date", "dissolution"),
    "buildDate": ("date", "manufacture"), "registrationDate": ("date", "registration"), "deathDate": ("date", "death"),
}
IDENTIFIERS: dict[str, str] = {
    "innCode": "INN", "ogrnCode": "OGRN", "kppCode": "KPP", "okpoCode": "OKPO", "leiCode": "LEI", "uscCode": "USCC", "imoNumber": "IMO",
    "vatCode": "VAT number", "taxNumber": "tax number", "registrationNumber": "registration number", "passportNumber": "passport",
    "swiftBic": "SWIFT/BIC", "bikCode": "BIK (RU)", "dunsCode": "DUNS", "mmsi": "MMSI", "idNumber": "ID number", "npiCode": "NPI",
    "socialSecurityNumber": "SSN", "isin": "ISIN", "isinCode": "ISIN", "ticker": "Equity Ticker", "cikCode": "CIK", "jibCode": "JIB",
    "irsCode": "IRS", "uniqueEntityId": "UEI", "permId": "PermID", "bvdId": "BvD ID", "opencorporatesUrl": "OpenCorporates",
    "callSign": "call sign", "serialNumber": "serial number", "publicKey": "Digital Currency Address", "cageCode": "CAGE",
    "giiNumber": "GIIN", "okopfCode": "OKOPF", "okvedCode": "OKVED", "fnsCode": "FNS", "fssCode": "FSS", "voenCode": "VOEN",
    "coatoCode": "COATO", "wikidataId": "Wikidata",
}
NOTES: dict[str, str] = {
    "notes": "notes", "summary": "summary", "position": "position", "birthPlace": "birth place", "gender": "gender",
    "legalForm": "legal form",
    "status": "status", "sector": "sector", "topics": "topics", "title": "title", "type": "type", "programId": "programme",
    "sourceUrl": "source", "description": "description", "classification": "classification", "education": "education",
    "religion": "religion",
}
# Schema: the property of the company side, of the other side, and what the other is to the company.
LINKS: dict[str, tuple[str, str, str]] = {
    "Ownership": ("asset", "owner", "owner"), "Directorship": ("organization", "director", "director"),
    "Employment": ("employer", "employee", "employee"), "Membership": ("organization", "member", "member"),
    "Representation": ("client", "agent", "agent"), "UnknownLink": ("subject", "object", "linked_to"),
    "Succession": ("successor", "predecessor", "predecessor"), "Family": ("person", "relative", "relative"),
    "Associate": ("person", "associate", "associate"), "Debt": ("debtor", "creditor", "creditor"),
}
STATEMENT_COLUMNS = ["canonical_id", "entity_id", "prop", "schema", "value", "dataset"]
TARGET_COLUMNS = ["id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones", "emails"]
TARGET_OPTIONAL = ["program_ids", "dataset", "first_seen", "last_seen", "last_change"]
SKIPPED = frozenset({"Address", "Documentation", "Identification", "Occupancy", "Position"})
