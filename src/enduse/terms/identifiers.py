"""Company identifiers: which scheme a printed number belongs to, and whether its check digits hold.

A number is named by its label, else by the country it stands beside, else by its shape alone: and by shape alone only
when a random string of that shape would pass the scheme's own rules at most once in fifty times. Ten digits do not
qualify: one random number in ten passes as an INN. Such a number stays `TAX_ID`, valid `None` (cannot tell).

A number whose check digits fail is kept with `valid=False`: it never merges, it may still raise a question.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from enduse.terms.schemes import SCHEMES_KNOWN, Scheme

TAX_ID = "TAX_ID"


@dataclass(frozen=True, order=True)
class Identifier:
    """One number of one scheme; `valid` is None when the scheme has no check digits or is not known."""

    scheme: str
    value: str
    valid: bool | None = None

    @property
    def means_one(self) -> bool:
        """True when the number means one company: of a strong scheme, and valid, or of one without check digits."""
        return self.scheme in STRONG and (self.valid or (self.valid is None and self.scheme in UNCHECKED))


_BY_NAME: dict[str, Scheme] = {scheme.name: scheme for scheme in SCHEMES_KNOWN}

STRONG: frozenset[str] = frozenset(scheme.name for scheme in SCHEMES_KNOWN if scheme.strong and scheme.name != TAX_ID)
"""Schemes of which one number means one company (or person)."""

UNCHECKED: frozenset[str] = frozenset(scheme.name for scheme in SCHEMES_KNOWN if scheme.check is None)
"""Schemes without check digits: `valid` is None, never True."""

_LABELS: dict[str, str] = {
    "ИНН": "INN", "ИННКИО": TAX_ID, "TAXIDINN": "INN", "ОГРН": "OGRN", "ОГРНИП": "OGRN", "OGRNIP": "OGRN", "PSRN": "OGRN",
    "КПП": "KPP", "ОКПО": "OKPO", "БИН": "BIN", "ИИН": "IIN", "БИНИИН": "BIN", "ИИНБИН": "BIN", "BINIIN": "BIN", "ЕДРПОУ": "EDRPOU",
    "ЄДРПОУ": "EDRPOU", "КОДЄДРПОУ": "EDRPOU", "КОДЕДРПОУ": "EDRPOU", "УНП": "UNP", "UNN": "UNP", "VERGINO": "VKN",
    "VERGIKIMLIKNO": "VKN", "TCKIMLIKNO": "TCKN", "СТИР": "STIR", "ПИНФЛ": "PINFL", "ՀՎՀՀ": "HVHH", "VÖEN": "VOEN", "MÃSỐTHUẾ": "MST",
    "ПИБ": "PIB", "統編": "UBN", "统编": "UBN",
    "统一社会信用代码": "USCC", "統一社會信用代碼": "USCC", "UNIFIEDSOCIALCREDITCODE": "USCC", "CREDITCODE": "USCC", "LEICODE": "LEI",
    "IMONUMBER": "IMO", "IMONO": "IMO", "SWIFT": "BIC", "SWIFTBIC": "BIC", "BICSWIFT": "BIC", "VATNUMBER": "VAT", "VATNO": "VAT",
    "USTID": "VAT", "DUNSNUMBER": "DUNS", "RUC": "PE_RUC", "RUT": "CL_RUT", "NIT": "CO_NIT", "RFC": "MX_RFC", "GST": "GSTIN",
}  # fmt: skip
# Labels that say "a number of the state's register or tax office" without saying which.
_VAGUE = re.compile(
    r"^(?:TAX|TIN|FISCAL|REG|BUSINESS|COMPANY|CORPORATE|STATE|GOVERNMENT|IDENTIF|ID|NUMBER|NO|CODE|КОД|РЕГ|НОМЕР|OTHER|UNKNOWN|SCHEME)",
    re.IGNORECASE,
)
_NULLS = frozenset({"", "-", "N/A", "NA", "NULL", "NONE", "NIL", "НЕТ", "Б/Н", "无", "UNKNOWN", "NOT AVAILABLE"})
_INLINE = re.compile(r"^\s*([^\W\d_][\w./() -]*?)\s*(?:[:=№#.-]|NO\.?|\s|(?=\d))\s*(?=[0-9A-Z]*\d)(.+)$", re.IGNORECASE)
_JOINT = re.compile(r"^([^\W\d_]+(?:/[^\W\d_]+)+)\s*[:№]?\s*(\d[\d/ ]*)$")
"""Several labels in front of as many numbers: ИНН/КПП 9900000017/770701001."""
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+")
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?E\+?\d{1,2}")
_FLOAT = re.compile(r"^(\d{6,})[.,]0+$")
_WHOLE = re.compile(r"^(\d)[.,](\d+)E\+?(\d{1,2})$")
"""In scientific notation, with every digit where there is one more of them than the power says."""
_LABEL_GLUED = re.compile(r"(?<=\d)[\s,;/]*(?=(?:ИНН|КПП|ОГРН|ОГРНИП|ОКПО|INN|KPP|OGRN|OGRNIP|OKPO)(?![^\W\d_]))|(?<=^\d{10})-(?=\d{9}$)")
_LABEL_ONTO = re.compile(r"\b(ИНН|КПП|ОГРНИП|ОГРН|ОКПО|INN|KPP|OGRNIP|OGRN|OKPO)(?=\d{8})")
_LABEL_BEHIND = re.compile(r"^([\d ]{8,})[\s(\[]+([^\W\d_]{2,})[)\]]?$")


def identify(value: str, label: str | None = None, country: str | None = None) -> list[Identifier]:
    """Return the identifiers printed in one cell, longest first; none when the cell states no number.

    `label` is the column or list's own word for the number, `country` the ISO 3166 alpha-2 code of the party. Numbers glued
    with slash, comma, semicolon or (when no single number fits) space are told apart.

    >>> identify("9900000017/770701001", label="ИНН/КПП")
    [Identifier(scheme='INN', value='9900000017', valid=True), Identifier(scheme='KPP', value='770701001', valid=None)]
    >>> identify("ИНН/КПП 9900000017/770701001") == identify("9900000017/770701001", label="ИНН/КПП")
    True
    >>> identify("9900000017")
    [Identifier(scheme='TAX_ID', value='9900000017', valid=None)]
    >>> identify("9900000018", country="RU")
    [Identifier(scheme='INN', value='9900000018', valid=False)]
    """
    return list(_identify(value, label, country.upper() if country else None))


def scheme_of(label: str | None) -> str | None:
    """Return the scheme a printed label means; null when it names none.

    >>> scheme_of("ИНН"), scheme_of("Registration number"), scheme_of("ogrn")
    ('INN', None, 'OGRN')
    """
    if not label:
        return None
    upper = unicodedata.normalize("NFKC", label).upper()
    if upper in _BY_NAME:
        return None if upper == TAX_ID else upper
    folded = re.sub(r"[\W_]", "", upper)
    if folded in _BY_NAME:
        return folded
    return _LABELS.get(folded)


def country_of(scheme: str) -> str | None:
    """Return the country whose register gives out the numbers; null for schemes of no one country."""
    found = _BY_NAME.get(scheme)
    return found.country if found else None


@lru_cache(maxsize=200_000)
def _identify(value: str, label: str | None, country: str | None) -> tuple[Identifier, ...]:
    cell = unicodedata.normalize("NFKC", value).strip().upper()
    if cell in _NULLS:
        return ()
    cell, label = _as_typed(cell, label)
    joint = _JOINT.match(cell)
    if joint and all(scheme_of(one) for one in joint[1].split("/")):
        label, cell = joint[1], joint[2]
    parts = [part for part in re.split(r"[/,;|\n]+", cell) if part.strip()]
    if any(sum(letter.isdigit() for letter in part) < 5 for part in parts):
        # '12/345/67890' is one number written with slashes.
        parts = [re.sub(r"[/,;|\n]+", "", cell)]
    labels = re.split(r"[/,;|\n]+", label) if label else []
    found: list[Identifier] = []
    for position, part in enumerate(parts):
        # 'ИНН/КПП' over '770…/770…': one label for each number; one label over several numbers holds for the first.
        given = labels[position] if len(labels) == len(parts) else label if position == 0 or scheme_of(label) is None else None
        found += _pieces(part, given, country)
    if country is None and any(one.valid and country_of(one.scheme) == "RU" for one in found):
        # A state number beside a tax number: the cell itself says which country.
        found = [_unlabelled(one.value, "RU") if one.scheme == TAX_ID else one for one in found]
    found = _pair(found)
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda one: -len(one.value)))


def _as_typed(cell: str, label: str | None) -> tuple[str, str | None]:
    """Return a cell as it was typed before a spreadsheet read it as a figure, with labels in front of their numbers; and its label.

    >>> _as_typed("9.900000017E+09", None), _as_typed("9900000017,00", None), _as_typed("9900000017 (ИНН)", None)
    (('9900000017', None), ('9900000017', None), ('9900000017', 'ИНН'))
    >>> _as_typed("ИНН9900000017КПП770701001", None), _as_typed("9.9E+09", None)
    (('ИНН 9900000017;КПП 770701001', None), ('9.9E+09', None))
    """
    if (behind := _LABEL_BEHIND.match(cell)) and scheme_of(behind[2]):
        return behind[1].strip(), behind[2]
    if (whole := _WHOLE.match(cell)) and len(whole[2]) == int(whole[3]):
        return whole[1] + whole[2], label
    return _LABEL_ONTO.sub(r"\1 ", _LABEL_GLUED.sub(";", _FLOAT.sub(r"\1", cell))), label


def _pieces(part: str, label: str | None, country: str | None) -> list[Identifier]:
    """Return the numbers of a part that may hold several with spaces between."""
    whole = _one(part, label, country)
    words = part.split()
    long = [word for word in words if sum(letter.isdigit() for letter in word) >= 8]
    if len(long) > 1 and (whole is None or whole.valid is not True):
        pieces = [_one(word, label if number == 0 else None, country) for number, word in enumerate(long)]
        return [piece for piece in pieces if piece is not None]
    return [whole] if whole is not None else []


def _pair(found: list[Identifier]) -> list[Identifier]:
    """Name an unlabelled INN that is printed together with a KPP: the pair says what the number alone cannot."""
    values = {one.value for one in found if one.scheme in (TAX_ID, "KPP")}
    branches = {value for value in values if _fits(_BY_NAME["KPP"], value)}
    payers = {value for value in values if len(value) == 10 and _holds(_BY_NAME["INN"], value)}
    if len(branches) != 1 or len(payers) != 1:
        return found
    named = {next(iter(branches)): Identifier("KPP", next(iter(branches))), next(iter(payers)): Identifier("INN", next(iter(payers)), True)}
    return [named.get(one.value, one) for one in found]


def _one(part: str, label: str | None, country: str | None) -> Identifier | None:
    inline = _INLINE.match(part)
    if inline and (scheme_of(inline[1]) or _VAGUE.match(inline[1])):
        label, part = inline[1], inline[2]
    part = _FLOAT.sub(r"\1", part.strip())
    # Scientific notation has lost digits: it is kept as printed, and no scheme's shape fits it.
    number = part if _ROUNDED.fullmatch(part) else re.sub(r"[\s.\-–—'’_()]+", "", part)
    scheme = scheme_of(label)
    if not number.strip("0") or not (any(letter.isdigit() for letter in number) or scheme == "BIC"):
        return None
    if scheme is not None:
        return _labelled(_BY_NAME[scheme], number, country)
    found = _unlabelled(number, country)
    if found.scheme == TAX_ID and label and not _VAGUE.match(label.strip()):
        return Identifier(label.strip(), number, found.valid)
    return found


def _labelled(scheme: Scheme, number: str, country: str | None) -> Identifier:
    home = [one for one in SCHEMES_KNOWN if one.country == country and _fits(one, number)] if country else []
    if scheme.country not in (None, country) and home and not _fits(scheme, number):
        # Neighbours use the same word for their own number: 'ИНН' in Uzbekistan has 9 digits.
        return _judged(home[0], number)
    if scheme.name in ("BIN", "IIN"):
        return next((_judged(_BY_NAME[name], number) for name in ("BIN", "IIN") if _holds(_BY_NAME[name], number)), _judged(scheme, number))
    if scheme.name == "VAT" and country and not _fits(scheme, number):
        number = ("EL" if country == "GR" else country) + number
    padded = _padded(scheme, number)
    return _judged(scheme, padded if _holds(scheme, padded) else number)


def _unlabelled(number: str, country: str | None) -> Identifier:
    for scheme in SCHEMES_KNOWN:
        if scheme.alone and _holds(scheme, number) and (country is None or scheme.country in (None, country) or len(number) > 12):
            return _alone(scheme, number)
    home, rest = number[:2].upper(), number[2:]
    if rest.isdigit() and home in _countries() and country in (None, home) and (named := _unlabelled(rest, home)).valid:
        # Some print the country in front of any number, as those of the EU have it.
        return named
    if country:
        fitting = [scheme for scheme in SCHEMES_KNOWN if scheme.country == country and _fits(scheme, number)]
        holding = [scheme for scheme in fitting if scheme.check and _holds(scheme, number)]
        if holding or fitting:
            return _judged((holding or fitting)[0], number)
        for scheme in SCHEMES_KNOWN:
            padded = _padded(scheme, number)
            if scheme.country == country and padded != number and _holds(scheme, padded):
                return _judged(scheme, padded)
    elif _plain_russian(number):
        return Identifier("OGRN" if len(number) in (13, 15) else "INN", number, True)
    if not _fits(_BY_NAME[TAX_ID], number):
        return Identifier(TAX_ID, number, False)
    return Identifier(TAX_ID, number, False if _repeated(number) else None)


@cache
def _countries() -> frozenset[str]:
    """Return the countries whose numbers are known."""
    return frozenset(one.country for one in SCHEMES_KNOWN if one.country is not None)


def _alone(scheme: Scheme, number: str) -> Identifier:
    if scheme.country == "KZ" and _holds(_BY_NAME["INN"], number):
        # Twelve digits that pass both as a Kazakh and as a Russian number: cannot tell.
        return Identifier(TAX_ID, number)
    return Identifier(scheme.name, number, True)


def _plain_russian(number: str) -> bool:
    """Tell whether a number without label or country can only reasonably be Russian.

    Random pass shares: 13 digits .005 (kind 1 or 5, a year since 2002, check digit), 15 digits .002, 12 digits .008 (two
    check digits). Ten digits pass with .098 and never qualify.
    """
    if len(number) == 12:
        return number.isdigit() and _holds(_BY_NAME["INN"], number)
    if len(number) not in (13, 15) or number[0] not in ("15" if len(number) == 13 else "3"):
        return False
    return "02" <= number[1:3] <= "29" and _holds(_BY_NAME["OGRN"], number)


def _judged(scheme: Scheme, number: str) -> Identifier:
    if not _fits(scheme, number) or _repeated(number):
        return Identifier(scheme.name, number, False)
    return Identifier(scheme.name, number, _holds(scheme, number) if scheme.check else None)


def _fits(scheme: Scheme, number: str) -> bool:
    return _shape(scheme.shape).fullmatch(number) is not None


def _holds(scheme: Scheme, number: str) -> bool:
    if not _fits(scheme, number) or _repeated(number):
        return False
    return _checker(scheme.check)(number) if scheme.check else True


def _padded(scheme: Scheme, number: str) -> str:
    short = scheme.digits is not None and number.isdigit() and scheme.digits - 2 <= len(number) < scheme.digits
    return number.zfill(scheme.digits) if short and scheme.digits else number


def _repeated(number: str) -> bool:
    """Tell whether the number is a filler: one digit throughout, or a run such as 1234567890."""
    return len(set(number)) == 1 or (len(number) >= 6 and number in "12345678901234567890") or number.strip("0") == ""


def is_filler(number: str) -> bool:
    """Tell whether a number says nothing of whose it is: one digit throughout, a run of digits, or one rounded by a spreadsheet.

    >>> is_filler("9999999999"), is_filler("123456789"), is_filler("7.70708E+09"), is_filler("9900000017")
    (True, True, True, False)
    """
    return _repeated(number) or _EXPONENT.fullmatch(number) is not None


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _checker(name: str) -> Callable[[str], bool]:
    own = {"kz": _kazakh, "okpo": _okpo, "imo": _imo}
    if name in own:
        return own[name]
    found: Callable[[str], bool] = importlib.import_module(name).is_valid
    return found


def _weighted(digits: str, start: int, cycle: int = 11) -> int:
    return sum(int(digit) * ((start + place - 1) % cycle + 1) for place, digit in enumerate(digits)) % 11


def _kazakh(number: str) -> bool:
    """Check digit of BIN and IIN: weights 1 to 11, then 3 to 11, 1, 2; a remainder of 10 twice is not given out."""
    rest = _weighted(number[:11], 1)
    if rest == 10:
        rest = _weighted(number[:11], 3)
    return rest != 10 and rest == int(number[11])


def _okpo(number: str) -> bool:
    """Check digit of OKPO: weights 1 to 7, then 3 to 9; a remainder of 10 twice gives 0."""
    rest = _weighted(number[:-1], 1, 10)
    if rest == 10:
        rest = _weighted(number[:-1], 3, 10) % 10
    return rest == int(number[-1])


def _imo(number: str) -> bool:
    """Check digit of a ship (weights 7 to 2) or of a shipping company (weights 8, 6, 4, 2, 9, 7 modulo 11)."""
    digits = [int(digit) for digit in number]
    ship = sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False)) % 10
    company = (11 - sum(digit * weight for digit, weight in zip(digits, (8, 6, 4, 2, 9, 7), strict=False)) % 11) % 10
    return digits[6] in (ship, company)
