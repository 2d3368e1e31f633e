"""Numbers as lists print them: with their label before or behind, a country in brackets, a date of issue, several glued together.

The label and the country are found here; which scheme a number belongs to and whether its check digits hold is told by
`enduse.terms.identifiers`.
"""

from __future__ import annotations

import re

from enduse.sources.watchlists.cleaning import clean
from enduse.terms.identifiers import Identifier, identify, scheme_of
from enduse.terms.territories import country_code

# Numbers of people, ships, aircraft, shares and wallets: never a company's tax or register number, so never judged as one.
_NOT_A_COMPANY_NUMBER = re.compile(
    r"aircraft|digital currency|mmsi|mode s|transponder|serial|tail number|construction number|isin|ticker|issuer|un/?locode|micex|"
    r"\bbik\b|passport|national id|national no|national ?foreign|citizen|identity card|identification card|id card|c[eé]dula|driver|"
    r"birth cert|residen|\bvisa\b|travel doc|military|personal id|tazkira|\bssn\b|social security|d\.n\.i|c\.u\.r\.p|credencial|"
    r"electoral|voter|student|stateless|seafarer|refugee|diplomatic|phone|chinese commercial code|licen[cs]e|permit|call sign|"
    r"cryptowallet",
    re.IGNORECASE,
)
_SAYS_WHICH = re.compile(
    r"number|\bno\b|code|regist|licen|\bid\b|passport|card|tax|identif|\btin\b|\bs?rn\b|\bc?rn?\b|\bbrn?\b|\buen\b|swift|certificate",
    re.IGNORECASE,
)
_DATE = r"(?:\d{1,2}[./ -](?:\d{1,2}|[A-Za-z]{3,9}\.?)[./ -]\d{4}|\d{4}-\d{2}-\d{2}|[A-Za-z]{3,9}\.? \d{4}|\d{4})"
_DATED = re.compile(
    rf"[,;]?\s*\(?\b(?:issued|issue date|date of issue|expir\w+(?: date)?|valid (?:from|until|to)|since|dated|as (?:of|at)|on)\b:?\s*"
    rf"(?:on |in |from )?{_DATE}(?:[^0-9()]*)\)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"^(?P<number>[^()]*\d[^()]*?)\s*\((?P<label>[^()]*(?:\([^()]*\))?[^()]*)\)\s*\.?$")
_LABELLED = re.compile(
    r"(?:^|(?<=[\s,;/|(\d]))(?P<label>[^\W\d_]{2,}(?:[ ./&'’()-]+[^\W\d_]+)*[.)]?)\s*(?P<mark>[:#№-]+|(?<=[.)])|\s)\s*(?:No\.?:?\s*)?"
    r"(?P<number>(?=[A-Z0-9./ -]*\d)[A-Z0-9][A-Z0-9./-]*?(?:[ -]\d+)*)(?=$|[\s,;/|)]|(?<=\d)[A-Z]{2,}[A-Za-z /]*:)"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―", "-") | {"·": ";", "：": ":"})
_GLUED = re.compile(r"(?<=\d)(?=(?:INN|OGRN|KPP|OKPO|TIN|BIN|VAT|LEI|PSRN|PPC|SWIFT)\b)")
_WORD = re.compile(r"[\W_]+")


def identifiers(text: str, label: str, country: str | None = None) -> list[Identifier]:
    """Return the identifiers of one text; none only for an empty text.

    A number that fits no scheme keeps the publisher's label as its scheme. `country` is a country's name or code as printed.

    >>> identifiers("7736314136 (Tax ID/INN)", "registrationNumber")
    [Identifier(scheme='INN', value='7736314136', valid=True)]
    >>> identifiers("1021601627090 on 25.11.2002", "ogrnCode")
    [Identifier(scheme='OGRN', value='1021601627090', valid=True)]
    >>> [(one.scheme, one.value) for one in identifiers("OGRN- 1175024024130 INN – 5024177951", "business registration number")]
    [('OGRN', '1175024024130'), ('INN', '5024177951')]
    >>> identifiers("AB 123456 (Atlantis)", "Passport")
    [Identifier(scheme='PASSPORT', value='AB 123456', valid=None)]
    """
    plain = clean(text).lstrip("'’").translate(_DASHES).strip()
    if not plain:
        return []
    # 'INN 7700000000OGRN 1020000000000': a number and the next label printed together.
    plain = _GLUED.sub("; ", plain)
    code = country_code(country)
    undated = _DATED.sub("", plain).strip(" ,;") or plain
    if found := _BEHIND.match(undated):
        undated = found["number"].strip(" ,;")
        inner = re.split(r"[,;]|\bissued\b", found["label"])[0].strip()
        place = country_code(found["label"]) or country_code(inner)
        code = place or code
        if not country_code(found["label"]) and (_schemes(found["label"]) or (not _schemes(label) and _SAYS_WHICH.search(found["label"]))):
            label = found["label"] if place else inner or label
    pieces = [(label, undated)] if _NOT_A_COMPANY_NUMBER.search(label) else _pieces(undated, label)
    return list(dict.fromkeys(one for piece_label, number in pieces for one in _one(number, piece_label, code)))


def _pieces(text: str, label: str) -> list[tuple[str, str]]:
    """Return (label, number) for each number of a text that names its numbers; the whole text under `label` when it does not."""
    found = [
        match
        for match in _LABELLED.finditer(text)
        if ":" in match["mark"] or _schemes(match["label"]) or _SAYS_WHICH.search(match["label"])
    ]
    if not found:
        return [(label, text)]
    before = text[: found[0].start()].strip(" ,;/")
    first = [(label, before)] if any(letter.isdigit() for letter in before) else []
    return first + [(match["label"].strip(), match["number"]) for match in found]


def _one(number: str, label: str, country: str | None) -> list[Identifier]:
    if _NOT_A_COMPANY_NUMBER.search(label):
        return [Identifier("PASSPORT" if re.search("passport", label, re.IGNORECASE) else label, number, None)]
    asked = [identify(number, scheme, country) for scheme in _schemes(label)] or [identify(number, label, country)]
    # A label that names two registers ('BIN/OGRN') means the one whose check digits hold.
    # A label whose number does not hold loses to a shape that holds without any label ('BIN' before a Russian state number).
    plain = identify(number, None, country) if asked[0] and all(one.valid is False for one in asked[0]) else []
    asked += [plain] if plain and all(one.valid is True for one in plain) else []
    best = next((found for found in asked if found and all(one.valid is not False for one in found)), asked[0])
    if not best or any(len(one.value) > 30 or ":" in one.value for one in best):
        return [Identifier(next(iter(_schemes(label)), label), number, None)]
    return best


def _schemes(label: str) -> list[str]:
    """Return the schemes that a label, or the words of it, name."""
    if scheme := scheme_of(label):
        return [scheme]
    words = [re.sub(r"(?i)code$|number$|no$", "", word) or word for word in _WORD.split(label) if word]
    return list(dict.fromkeys(scheme for word in words if (scheme := scheme_of(word))))
