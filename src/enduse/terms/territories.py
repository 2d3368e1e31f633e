"""Countries as customs print them -> ISO 3166-1 alpha-2 codes, in English, Russian, Ukrainian, Turkish, Spanish, Chinese and more.

Names and codes come from rigour's territories; what customs services write differently stands in `_SPELLINGS`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from enduse.terms.garbled import readable

if TYPE_CHECKING:
    from rigour.territories.territory import Territory

# Groups, "other", high seas and codes that name no country. 'EU' goods have an origin, but not a country of origin.
_NO_COUNTRY = frozenset(
    {
        "EU", "EEU", "EUE", "EUROPEAN UNION", "ЕВРОПЕЙСКИЙ СОЮЗ", "ЕС", "ЄВРОПЕЙСЬКИЙ СОЮЗ", "ЄС", "UNION EUROPEA",
        "AVRUPA BIRLIGI", "欧盟",
        "OC", "OTHER COUNTRY", "OTHER COUNTRIES", "OTHER", "OTHERS", "ДРУГАЯ СТРАНА", "ДРУГИЕ СТРАНЫ", "OTROS PAISES", "DIGER ULKELER",
        "ZZ", "ZZZ", "XX", "XXX", "QQ", "00", "000", "UNKNOWN", "НЕИЗВЕСТНА", "НЕИЗВЕСТНО", "РАЗНЫЕ", "РІЗНІ", "VARIOUS",
        "DIVERSE", "MIXED",
        "EURASIAN ECONOMIC UNION", "ЕАЭС", "EAEU", "EAC", "FREE ZONE", "ZONA FRANCA", "SERBEST BOLGE", "HIGH SEAS", "NA", "N A",
        "NULL", "NONE",
    }
)  # fmt: skip
# NA: the code of Namibia is also the commonest way to write "not available"; as a bare code it cannot be told apart.
_SPELLINGS: dict[str, str] = {
    "КИТАЙСКАЯ НАРОДНАЯ РЕСПУБЛИКА": "CN", "КНР": "CN", "P R CHINA": "CN", "PR CHINA": "CN", "PRC": "CN", "CHINA MAINLAND": "CN",
    "MAINLAND CHINA": "CN", "CHINA P R": "CN", "CHINA PEOPLES REPUBLIC OF": "CN", "CIN HALK CUMHURIYETI": "CN",
    "REPUBLICA POPULAR CHINA": "CN",
    "CHINA REPUBLICA POPULAR": "CN", "中华人民共和国": "CN", "中國": "CN",
    "КОРЕЯ РЕСПУБЛИКА": "KR", "РЕСПУБЛИКА КОРЕЯ": "KR", "ЮЖНАЯ КОРЕЯ": "KR", "KOREA": "KR", "KOREA SOUTH": "KR", "KOREA REPUBLIC": "KR",
    "KOREA REP": "KR", "GUNEY KORE": "KR", "COREA": "KR", "COREA DEL SUR": "KR", "韩国": "KR", "РЕСПУБЛІКА КОРЕЯ": "KR",
    "КОРЕЯ НАРОДНО ДЕМОКРАТИЧЕСКАЯ РЕСПУБЛИКА": "KP", "КНДР": "KP", "СЕВЕРНАЯ КОРЕЯ": "KP",
    "ТАЙВАНЬ КИТАЙ": "TW", "ТАЙВАНЬ": "TW", "TAIWAN PROVINCE OF CHINA": "TW", "CHINESE TAIPEI": "TW", "TAYVAN": "TW", "台湾": "TW",
    "中国台湾": "TW", "ТАЙВАНЬ ПРОВИНЦИЯ КИТАЯ": "TW", "ГОНКОНГ": "HK", "СЯНГАН": "HK", "HONGKONG": "HK", "中国香港": "HK", "香港": "HK",
    "HONG KONG SAR": "HK", "HONG KONG CHINA": "HK", "МАКАО": "MO", "АОМЫНЬ": "MO", "中国澳门": "MO",
    "ВЬЕТНАМ": "VN", "ВЬЕТ НАМ": "VN", "ВʼЄТНАМ": "VN", "ЧЕХИЯ": "CZ", "ЧЕШСКАЯ РЕСПУБЛИКА": "CZ", "CEKYA": "CZ",
    "СОЕДИНЕННЫЕ ШТАТЫ": "US", "США": "US", "СОЕДИНЕННЫЕ ШТАТЫ АМЕРИКИ": "US", "США СОЕДИНЕННЫЕ ШТАТЫ АМЕРИКИ": "US", "EE UU": "US",
    "EEUU": "US", "ESTADOS UNIDOS DE AMERICA": "US", "AMERIKA BIRLESIK DEVLETLERI": "US", "ABD": "US", "U S A": "US", "美国": "US",
    "СОЕДИНЕННОЕ КОРОЛЕВСТВО": "GB", "ВЕЛИКОБРИТАНИЯ": "GB", "UK": "GB", "U K": "GB", "BIRLESIK KRALLIK": "GB", "INGILTERE": "GB",
    "REINO UNIDO": "GB", "英国": "GB", "ENGLAND": "GB", "GREAT BRITAIN": "GB", "ОАЭ": "AE", "UAE": "AE", "U A E": "AE",
    "ОБЪЕДИНЕННЫЕ АРАБСКИЕ ЭМИРАТЫ": "AE", "BAE": "AE", "BIRLESIK ARAP EMIRLIKLERI": "AE", "ТУРЦИЯ": "TR", "TURKIYE": "TR",
    "TURKEY": "TR",
    "РОССИЙСКАЯ ФЕДЕРАЦИЯ": "RU", "РФ": "RU", "RUSYA": "RU", "RUSYA FEDERASYONU": "RU", "FEDERACION RUSA": "RU", "俄罗斯": "RU",
    "俄罗斯联邦": "RU", "РОСІЙСЬКА ФЕДЕРАЦІЯ": "RU", "КЫРГЫЗСТАН": "KG", "КИРГИЗИЯ": "KG", "КИРГИЗСКАЯ РЕСПУБЛИКА": "KG",
    "KIRGIZISTAN": "KG",
    "БЕЛАРУСЬ": "BY", "БЕЛОРУССИЯ": "BY", "РЕСПУБЛИКА БЕЛАРУСЬ": "BY", "РЕСПУБЛИКА КАЗАХСТАН": "KZ", "KAZAKISTAN": "KZ",
    "МОЛДОВА": "MD", "МОЛДАВИЯ": "MD", "РЕСПУБЛИКА МОЛДОВА": "MD", "ИРАН": "IR", "ИРАН ИСЛАМСКАЯ РЕСПУБЛИКА": "IR",
    "МАКЕДОНИЯ": "MK", "СЕВЕРНАЯ МАКЕДОНИЯ": "MK", "ГОЛЛАНДИЯ": "NL", "HOLLAND": "NL", "HOLLANDA": "NL", "HOLANDA": "NL",
    "МАЛАЙЗИЯ": "MY", "СИНГАПУР": "SG", "ТАИЛАНД": "TH", "ТАЙЛАНД": "TH", "ФИЛИППИНЫ": "PH", "МЬЯНМА": "MM", "ШВЕЙЦАРИЯ": "CH",
    "ISVICRE": "CH", "ALMANYA": "DE", "JAPONYA": "JP", "HINDISTAN": "IN", "ITALYA": "IT", "FRANSA": "FR", "ISPANYA": "ES",
    "YUNANISTAN": "GR",
    "MISIR": "EG", "URDUN": "JO", "IRAK": "IQ", "GURCISTAN": "GE", "ERMENISTAN": "AM", "OZBEKISTAN": "UZ", "BULGARISTAN": "BG",
    "SIRBISTAN": "RS", "POLONYA": "PL", "MACARISTAN": "HU", "AVUSTURYA": "AT", "BELCIKA": "BE", "ISVEC": "SE", "FINLANDIYA": "FI",
    "VIETNAM": "VN", "VIET NAM": "VN", "TAYLAND": "TH", "MALEZYA": "MY", "ENDONEZYA": "ID", "SINGAPUR": "SG", "JAPON": "JP",
    "ALEMANIA": "DE",
    "BRASIL": "BR", "日本": "JP", "德国": "DE", "印度": "IN", "土耳其": "TR", "哈萨克斯坦": "KZ", "吉尔吉斯斯坦": "KG", "白俄罗斯": "BY",
    "阿联酋": "AE", "新加坡": "SG", "马来西亚": "MY", "越南": "VN", "泰国": "TH", "乌兹别克斯坦": "UZ",
    "HONG KONG": "HK", "BRITAIN": "GB", "BOSNIA": "BA", "CZECH": "CZ", "MACAU": "MO", "CAYMAN": "KY",
    "RUSSIAN FED": "RU", "RUSSIA FED": "RU", "RUSSIAN FEDERATION THE": "RU", "俄国": "RU", "LIEN BANG NGA": "RU",
    "ФРГ": "DE", "ФЕДЕРАТИВНАЯ РЕСПУБЛИКА ГЕРМАНИЯ": "DE", "ГОНКОНГ КИТАЙ": "HK", "CHINA HONG KONG": "HK",
    "中国大陆": "CN", "КОРЕЯ": "KR", "КОРЕЯ ЮЖНАЯ": "KR", "РЕСПУБЛИКА КОРЕЯ ЮЖНАЯ": "KR", "Ю КОРЕЯ": "KR", "S KOREA": "KR",
    "REP OF KOREA": "KR",
    "南韩": "KR", "N KOREA": "KP", "С Ш А": "US", "美利坚合众国": "US", "ЭМИРАТЫ": "AE", "EMIRATES": "AE", "B A E": "AE",
    "КАЗАХСТАН РЕСПУБЛИКАСЫ": "KZ", "KYRGHYZSTAN": "KG", "BELORUSSIA": "BY", "BYELORUSSIA": "BY", "MOLDOVA REP": "MD", "CZECH REP": "CZ",
    "NETHERLANDS THE": "NL", "PHILIPPINES THE": "PH", "I R IRAN": "IR", "ИРИ": "IR", "KSA": "SA", "A R EGYPT": "EG",
    "VIETNAM SOCIALIST REPUBLIC OF": "VN", "СРВ": "VN", "ВЬЕТНАМ СРВ": "VN", "ЛНДР": "LA", "RSA": "ZA", "ВИРГИНСКИЕ ОСТРОВА БРИТ": "VG",
    "СЕЙШЕЛЫ": "SC", "КАЙМАНОВЫ ОСТРОВА": "KY", "台湾省": "TW",
    "COTE DIVOIRE": "CI", "IVORY COAST": "CI", "BURMA": "MM", "SWAZILAND": "SZ", "CAPE VERDE": "CV", "GEORGIA": "GE", "EL": "GR",
    "BVI": "VG", "RF": "RU", "DRC": "CD",
}  # fmt: skip
_CODE_AND_NAME = re.compile(r"([A-Z]{2,3}|\d{3})\s*[,:/-]\s*(.+)")
_NAME_AND_CODE = re.compile(r"(.+?)\s*[(\[]\s*([A-Z]{2,3}|\d{3})\s*[)\]]")
_NAME_THEN_CODE = re.compile(r"(.+?)\s*[\s,:/-]\s*([A-Z]{2,3})")
"""A code behind a name without brackets counts only where the name says the same: HONG KONG CN is not told."""
_NOT_LETTERS = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65_536)
def country_code(text: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a printed country name or code; None for none, a group, 'other' or an unknown name.

    Exact names only: no likeness, so a misspelt country is unknown rather than another country. A code and a name in one
    cell must agree, else None. Numeric codes are not read: several number systems are in use.

    >>> country_code("КОРЕЯ, РЕСПУБЛИКА"), country_code("中国(CHN)"), country_code("IN, INDIA"), country_code("EU"), country_code("ZZ")
    ('KR', 'CN', 'IN', None, None)
    """
    if text is None:
        return None
    cell = unicodedata.normalize("NFKC", readable(text)).strip().upper()
    if len(cell) < 2 or cell.isdigit():
        return None
    if both := _CODE_AND_NAME.fullmatch(cell):
        return _agreed(both[1], both[2]) or _simple(cell)
    if both := _NAME_AND_CODE.fullmatch(cell):
        return _agreed(both[2], both[1]) or _simple(cell)
    if (found := _simple(cell)) is None and (both := _NAME_THEN_CODE.fullmatch(cell)) and (named := _simple(both[1])) == _simple(both[2]):
        return named
    return found


def is_country(name: str) -> bool:
    """Tell whether an English name is that of a country, or of a jurisdiction with a code of its own; not of its capital or a part.

    >>> is_country("Russia"), is_country("Hong Kong"), is_country("Shandong"), is_country("Minsk")
    (True, True, False, False)
    """
    found = _own_names().get(name.casefold())
    return fold(name) in _SPELLINGS or (found is not None and _code_of(found) == found.code.upper())


def country_named(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that a text names in English, by a code, or as customs services write it.

    Either order of words will do. None for a city or a part of a country: Moscow is in Russia, and not Russia. Unlike `country_code`
    this reads no names of other languages than those of customs services, which take two seconds.

    >>> country_named("Korea, Republic of"), country_named("KAZ"), country_named("Moscow"), country_code("Moscow")
    ('KR', 'KZ', None, 'RU')
    """
    folded = fold(unicodedata.normalize("NFKC", readable(text)))
    if folded in _NO_COUNTRY:
        return None
    if folded in _SPELLINGS:
        return _SPELLINGS[folded]
    found = _by_words().get(_words_of(folded))
    code = _code_of(found)
    return code if found is not None and found.code.upper() == code else None


def english_name(code: str) -> str:
    """Return the English name of the country with an ISO 3166-1 alpha-2 code; empty for a code that is none.

    >>> english_name("IR"), english_name("ZZ")
    ('Iran', '')
    """
    return next((one.name for one in _own_names().values() if one.code == code.lower() and _code_of(one) == code), "")


def _agreed(code: str, name: str) -> str | None:
    by_name = _simple(name)
    if code.isdigit():
        return by_name
    by_code = _simple(code)
    return by_code if by_name in (by_code, None) else None


def _simple(cell: str) -> str | None:
    folded = fold(cell)
    if folded in _NO_COUNTRY or len(folded) < 2:
        return None
    if folded in _SPELLINGS:
        return _SPELLINGS[folded]
    return _from_rigour(cell) or _from_rigour(folded)


def fold(text: str) -> str:
    """Return upper-case words without accents and punctuation, Ё as Е, for comparing country names."""
    upper = unicodedata.normalize("NFKD", text.upper().replace("İ", "I").replace("Й", "\0").replace("Ї", "\1"))
    plain = "".join(one for one in upper if not unicodedata.combining(one)).replace("\0", "Й").replace("\1", "Ї")
    return " ".join(_NOT_LETTERS.sub(" ", plain.replace("'", "").replace("’", "")).split())


@cache
def _own_names() -> dict[str, Territory]:
    """Return the territories by their own names in English, in small letters."""
    from rigour.territories import get_territories

    return {name.casefold(): one for one in get_territories() for name in (one.name, one.full_name)}


@cache
def _by_words() -> dict[tuple[str, ...], Territory]:
    """Return the territories by the words of their own names and by their codes."""
    from rigour.territories import get_territories

    known = [(one, name) for one in get_territories() for name in (one.code, one.alpha3, one.full_name, one.name) if name]
    return {_words_of(fold(name)): one for one, name in known}


def _words_of(folded: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in folded.split() if word != "THE"))


def _from_rigour(name: str) -> str | None:
    from rigour.territories import lookup_territory

    # Looking up any other name makes rigour read those of all languages first, for two seconds.
    return _code_of(_own_names().get(name.casefold()) or lookup_territory(name))


def _code_of(found: Territory | None) -> str | None:
    while found is not None and len(found.code) != 2:
        if found.is_historical:
            return None
        found = found.parent
    if found is None or found.is_historical or not (found.is_country or found.is_jurisdiction):
        return None
    code = found.code.upper()
    return code if code not in {"EU", "ZZ"} and code.isalpha() else None
