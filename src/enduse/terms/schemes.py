"""The numbering schemes of companies: how their numbers look, whose they are, and what tells whether check digits hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scheme:
    """One numbering scheme.

    `shape` is a pattern over the number without spaces; `check` names what tells whether the check digits hold; `country`
    is null for schemes of no one country. `strong`: one number means one company, so it may merge. `alone`: the shape says
    enough without a label or a country (see the module's docstring).
    """

    name: str
    sentence: str
    shape: str
    country: str | None = None
    check: str | None = None
    strong: bool = True
    alone: bool = False
    digits: int | None = None
    """Length to which zeros that a spreadsheet dropped are put back; null when the scheme never starts with zero."""


SCHEMES_KNOWN: tuple[Scheme, ...] = (
    Scheme(
        "LEI",
        "Legal Entity Identifier (ISO 17442), 20 characters, check digits modulo 97.",
        r"[0-9A-Z]{18}\d{2}",
        None,
        "stdnum.lei",
        alone=True,
    ),
    Scheme(
        "USCC",
        "Unified Social Credit Code of mainland China, 18 characters, check character modulo 31.",
        r"[1-9A-HJ-NPQRTUWXY][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}",
        "CN",
        "stdnum.cn.uscc",
        alone=True,
    ),
    Scheme(
        "OGRN",
        "Russian state registration number, 13 digits (15 for a sole trader), one check digit.",
        r"[1-9]\d{12}|[34]\d{14}",
        "RU",
        "stdnum.ru.ogrn",
    ),
    Scheme(
        "INN",
        "Russian tax number, 10 digits for an organisation (one check digit), 12 for a person (two).",
        r"\d{10}|\d{12}",
        "RU",
        "stdnum.ru.inn",
        digits=10,
    ),
    Scheme(
        "KPP",
        "Russian code of the reason for tax registration, 9 characters: names a branch, has no check digit, never merges.",
        r"\d{4}[0-9A-Z]{2}\d{3}",
        "RU",
        strong=False,
    ),
    Scheme("OKPO", "Russian statistical number, 8 digits for an organisation, one check digit.", r"\d{8}", "RU", "okpo", strong=False),
    Scheme(
        "BIN",
        "Business identification number of Kazakhstan, 12 digits, begins with year and month, one check digit.",
        r"\d{2}(?:0[1-9]|1[0-2])[456]\d{7}",
        "KZ",
        "kz",
        alone=True,
    ),
    Scheme(
        "IIN",
        "Individual identification number of Kazakhstan, 12 digits, begins with the date of birth, one check digit.",
        r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}",
        "KZ",
        "kz",
        alone=True,
    ),
    Scheme(
        "EDRPOU", "Ukrainian register number of organisations, 8 digits, one check digit.", r"\d{8}", "UA", "stdnum.ua.edrpou", digits=8
    ),
    Scheme("RNTRC", "Ukrainian tax number of a person, 10 digits, one check digit.", r"\d{10}", "UA", "stdnum.ua.rntrc", digits=10),
    Scheme("UNP", "Belarusian payer number, 9 characters, one check digit.", r"[0-9A-Z]{2}\d{7}", "BY", "stdnum.by.unp"),
    Scheme("VKN", "Turkish tax number of an organisation, 10 digits, one check digit.", r"\d{10}", "TR", "stdnum.tr.vkn", digits=10),
    Scheme("TCKN", "Turkish number of a person, 11 digits, two check digits.", r"[1-9]\d{10}", "TR", "stdnum.tr.tckimlik"),
    Scheme("STIR", "Taxpayer number of Uzbekistan, 9 digits, no published check digit.", r"[2-9]\d{8}", "UZ"),
    Scheme("PINFL", "Personal number of Uzbekistan, 14 digits, no published check digit.", r"\d{14}", "UZ"),
    Scheme("KG_INN", "Tax number of Kyrgyzstan, 14 digits, no published check digit.", r"\d{14}", "KG", digits=14),
    Scheme("HVHH", "Taxpayer number of Armenia, 8 digits, no published check digit.", r"\d{8}", "AM", digits=8),
    Scheme("GE_ID", "Identification code of Georgia, 9 digits (11 for a person), no published check digit.", r"\d{9}|\d{11}", "GE"),
    Scheme("VOEN", "Taxpayer number of Azerbaijan, 10 digits, one check digit.", r"\d{10}", "AZ", "stdnum.az.voen"),
    Scheme("IDNO", "Identification number of Moldova, 13 digits, one check digit.", r"\d{13}", "MD", "stdnum.md.idno"),
    Scheme("PIB", "Tax number of Serbia, 9 digits, one check digit.", r"\d{9}", "RS", "stdnum.rs.pib"),
    Scheme(
        "GSTIN",
        "Goods and services tax number of India, 15 characters, one check character.",
        r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]",
        "IN",
        "stdnum.in_.gstin",
    ),
    Scheme("PAN", "Permanent account number of India, 10 characters, no published check digit.", r"[A-Z]{5}\d{4}[A-Z]", "IN"),
    Scheme("KR_BRN", "Business registration number of South Korea, 10 digits, one check digit.", r"\d{10}", "KR", "stdnum.kr.brn"),
    Scheme("JP_CN", "Corporate number of Japan, 13 digits, one check digit.", r"\d{13}", "JP", "stdnum.jp.cn"),
    Scheme("UBN", "Unified business number of Taiwan, 8 digits, one check digit.", r"\d{8}", "TW", "stdnum.tw.ubn"),
    Scheme("MST", "Tax number of Viet Nam, 10 digits (13 for a branch), one check digit.", r"\d{10}(?:\d{3})?", "VN", "stdnum.vn.mst"),
    Scheme("PE_RUC", "Taxpayer number of Peru, 11 digits, one check digit.", r"\d{11}", "PE", "stdnum.pe.ruc"),
    Scheme("CL_RUT", "Tax number of Chile, 8 or 9 characters, one check character.", r"\d{7,8}[0-9K]", "CL", "stdnum.cl.rut"),
    Scheme("CO_NIT", "Tax number of Colombia, 9 or 10 digits, the last a check digit.", r"\d{9,10}", "CO", "stdnum.co.nit"),
    Scheme(
        "MX_RFC",
        "Tax number of Mexico, 12 characters (13 for a person), one check character.",
        r"[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{3}",
        "MX",
        "stdnum.mx.rfc",
    ),
    Scheme(
        "IMO",
        "Number of a ship or shipping company of the International Maritime Organization, 7 digits, one check digit.",
        r"\d{7}",
        None,
        "imo",
    ),
    Scheme(
        "VAT",
        "Value added tax number of an EU member state, with its two letters; check digits by the member state's rule.",
        r"(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[0-9A-Z]{8,12}",
        None,
        "stdnum.eu.vat",
        alone=True,
    ),
    Scheme(
        "BIC",
        "Bank identifier code (ISO 9362), 8 or 11 characters: names a bank, and a list may print it for the bank's client.",
        r"[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?",
        None,
        "stdnum.bic",
        strong=False,
    ),
    Scheme(
        "DUNS",
        "Number of a commercial register of companies, 9 digits, no check digit; one firm may have several.",
        r"\d{9}",
        None,
        strong=False,
    ),
    Scheme("PASSPORT", "Passport number; no check digit.", r"[0-9A-Z]{5,15}", None, strong=False),
    Scheme(
        "TAX_ID",
        "A number of a scheme that is not known: it merges only between mentions of one stated country.",
        r"(?=.*\d)[0-9A-Z]{4,30}",
        None,
    ),
)
