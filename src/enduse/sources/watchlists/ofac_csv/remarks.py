"""OFAC's remarks: prose between semicolons, most of it identifiers, dates, places and links with a fixed lead word.

    DOB 10 Dec 1948; POB Example City; Tax ID No. 7700000000 (Russia); a.k.a. 'EXAMPLE'; Linked To: EXAMPLE HOLDING.

Each piece becomes one statement, or several where one piece holds several numbers; a piece that no lead word explains is a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from enduse.sources.watchlists.cleaning import clean, iso_date
from enduse.sources.watchlists.listing import Subject

_QUOTED_NAME = re.compile(r"^(?P<kind>a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?)\s+['\"](?P<name>.+?)['\"]?\.?$", re.IGNORECASE)
_NAME_PROPS = {"a": "weak_alias", "f": "previous_name", "n": "name"}
_PIECE = re.compile(r"((?:[^;'\"]|(?<=k\.a\. )'[^']*(?:'(?![;.]|$)[^']*)*'|['\"])+)")
_COUNTRY_IN_BRACKETS = re.compile(r"^(?P<number>.*?)\s*\((?P<country>[^()]{3,60})\)(?P<rest>.*)$")

# Lead word, statement, scheme. Longest first where one begins another.
_LEADS: tuple[tuple[str, str, str | None], ...] = (
    ("DOB", "date", "birth"),
    ("Organization Established Date", "date", "incorporation"),
    ("Aircraft Manufacture Date", "date", "manufacture"),
    ("Date of Registration", "date", "registration"),
    ("POB", "note", "birth place"),
    ("nationality of registration", "country", "registration"),
    ("nationality", "country", "nationality"),
    ("citizen", "country", "citizenship"),
    ("Former Vessel Flag", "country", "former flag"),
    ("Vessel Flag", "country", "flag"),
    ("Gender", "note", "gender"),
    ("Website", "website", None),
    ("Email Address", "email", None),
    ("Phone Number", "phone", None),
    ("Telephone No.", "phone", None),
    ("Telephone", "phone", None),
    ("Fax No.", "phone", "fax"),
    ("Fax", "phone", "fax"),
    ("Linked To:", "link", "linked_to"),
    ("Vessel Registration Identification", "identifier", "IMO"),
    ("Organization Type:", "note", "organization type"),
    ("Target Type", "note", "target type"),
)
_LED_BY = {lead.lower(): (prop, scheme) for lead, prop, scheme in _LEADS}
_LEAD = re.compile(f"({'|'.join(re.escape(lead) for lead in sorted(_LED_BY, key=len, reverse=True))})(?:(?<=:)|(?= ))", re.IGNORECASE)
_NUMBERED = (
    "Passport",
    "Identification Number IMO",
    "Company Number IMO",
    "SSN",
    "SWIFT/BIC",
    "ISIN",
    "D.N.I.",
    "R.F.C.",
    "C.U.R.P.",
    "C.U.I.T.",
    "NIT #",
    "RUC #",
    "RIF #",
    "MMSI",
    "US FEIN",
    "Registration ID",
    "Personal ID Card",
    "Registered Charity No.",
    "Equity Ticker",
    "Credencial electoral",
    "Aircraft Tail Number",
    "Previous Aircraft Tail Number",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Serial Identification",
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "BIK (RU)",
    "UN/LOCODE",
    "MICEX Code",
    "Chinese Commercial Code",
    "License",
    "Public Security and Immigration No.",
)
_WALLET = re.compile(r"^(?P<label>Digital Currency Address - \S+)\s+(?P<number>\S+)$")
_GENERIC = re.compile(
    r"^(?P<label>[A-Z][\w .,'’/&()-]{0,70}?(?:No\.|Number|#|ID|Code|Certificate|Document #|Mercantil No\.?|FEIN))\s*:?\s*"
    r"(?P<number>(?=(?:[A-Z][A-Z.:]*\s+)?\S*\d)\S.*)$"
)
_PROGRAM_DATE = re.compile(r"(?P<kind>Listing|Effective) Date \((?P<program>[^)]+)\):?\s*(?P<date>[^;]+?)\s*(?:;|$)")


def pieces(remarks: str) -> list[str]:
    """Return the pieces between semicolons; the final full stop is no part of them.

    >>> pieces("DOB 1962; a.k.a. 'EXAMPLE; SONS'; Linked To: EXAMPLE.")
    ['DOB 1962', "a.k.a. 'EXAMPLE; SONS'", 'Linked To: EXAMPLE']
    """
    found = (match[1].strip() for match in _PIECE.finditer(remarks))
    return [piece.rstrip(".") if not piece.endswith(("Ltd.", "Inc.", "Co.", "S.A.")) else piece for piece in found if piece.strip(" .")]


def read_remarks(subject: Subject, remarks: str) -> None:
    """Emit the statements of the remarks, each at 'remarks <number of the piece>'."""
    for number, piece in enumerate(pieces(remarks), 1):
        read_piece(subject, piece, f"remarks {number}")


def read_piece(subject: Subject, piece: str, at: str) -> None:
    """Emit what one piece says: a name, date, country, link, number, or a note."""
    text = re.sub(r"^alt\. ", "", piece)
    if found := _QUOTED_NAME.match(text):
        subject.name(piece, _NAME_PROPS[found["kind"][0].lower()], value=clean(found["name"]), at=at)
        return
    if found := _WALLET.match(text):
        subject.say("identifier", piece, found["number"], scheme=found["label"], at=at)
        return
    if found := _PROGRAM_DATE.fullmatch(text):
        kind = "listing" if found["kind"] == "Listing" else "effective"
        subject.say("date", piece, iso_date(found["date"]) or clean(found["date"]), scheme=f"{kind} ({found['program']})", at=at)
        return
    if lead := _LEAD.match(text):
        prop, scheme = _LED_BY[lead[1].lower()]
        _led(subject, piece, text[lead.end() :].strip(), prop, scheme, at)
        return
    numbered(subject, piece, text, at)


def is_number_label(kind: str) -> bool:
    """Tell whether a kind of the XML's idList names a number, by its last word."""
    return re.search(r"(?:No\.?|Number|#|\bID|Code)$", kind) is not None and _LEAD.match(f"{kind} ") is None


def _led(subject: Subject, piece: str, rest: str, prop: str, scheme: str | None, at: str) -> None:
    if prop == "date":
        subject.say("date", piece, iso_date(rest) or clean(rest), scheme=scheme, at=at)
    elif prop == "country":
        subject.country(piece, scheme, value=rest, at=at)
    elif prop == "identifier" and scheme:
        subject.number(piece, scheme, value=re.sub(r"^IMO\s*", "", rest), at=at)
    else:
        subject.say(prop, piece, clean(rest), scheme=scheme, at=at)


def numbered(subject: Subject, piece: str, text: str, at: str) -> None:
    """Emit 'Tax ID No. 770 (Russia)' as an identifier; any other text as a note."""
    lead = next((one for one in _NUMBERED if text.startswith(one + " ")), None)
    generic = None if lead else _GENERIC.match(text)
    if lead is None and generic is None:
        subject.say("note", piece, at=at)
        return
    label, number = (lead, text[len(lead) :].strip()) if lead else (generic["label"], generic["number"]) if generic else ("", "")
    country = None
    if found := _COUNTRY_IN_BRACKETS.match(number):
        number, country = found["number"], found["country"]
    number = re.sub(r"\s+(?:issued|expires|expired)\b.*$", "", number)
    label = "IMO" if label.endswith(" IMO") else label.rstrip("#: ")
    subject.number(piece, label, country, value=number, at=at)


@dataclass
class ProgramDates:
    """The days that remarks state for single programmes: {words of the programme: (listing, effective) as published}."""

    found: dict[str, dict[str, str]] = field(default_factory=dict)

    def _of(self, program: str | None) -> dict[str, str]:
        folded = re.sub(r"[^A-Z0-9]", "", (program or "").upper())
        for words, dates in sorted(self.found.items()):
            # 'EO 14024 Directive 3' is of RUSSIA-EO14024; 'CMIC' of CMIC-EO13959.
            if folded and re.sub(r"[^A-Z0-9]", "", words.upper().split("DIRECTIVE")[0]) in folded:
                return dates
        return {}

    def for_program(self, program: str | None) -> tuple[str | None, str | None]:
        """Return the ISO dates of listing and of effect; None when the remarks do not state them."""
        dates = self._of(program)
        return iso_date(dates.get("Listing")), iso_date(dates.get("Effective"))

    def as_published(self, program: str | None) -> tuple[str | None, ...]:
        """Return the same as published, for the designation's id."""
        dates = self._of(program)
        return (dates.get("Listing"), dates.get("Effective")) if dates else ()


def dates_of_programs(remarks: str) -> ProgramDates:
    """Return the listing and effective dates that remarks state for single programmes."""
    dates = ProgramDates()
    for match in _PROGRAM_DATE.finditer(remarks):
        dates.found.setdefault(match["program"].strip(), {}).setdefault(match["kind"], match["date"].strip().rstrip("."))
    return dates
