"""Currencies as customs print them -> ISO 4217 codes: codes, three-digit numbers, words and signs that mean one currency."""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.terms.territories import fold

# ISO 4217, active, and the former codes that files since 2010 hold.
_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF CLF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR "
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT "
    "MOP MRO MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VEF VES VND "
    "VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"
)
CURRENCIES = frozenset(_CODES.split())
"""ISO 4217 codes."""
_NUMBERS = (
    "008 ALL 012 DZD 032 ARS 036 AUD 044 BSD 048 BHD 050 BDT 051 AMD 068 BOB 096 BND 104 MMK 116 KHR 124 CAD 144 LKR 152 CLP "
    "156 CNY 170 COP 188 CRC 191 HRK 192 CUP 203 CZK 208 DKK 214 DOP 230 ETB 233 EEK 344 HKD 348 HUF 352 ISK 356 INR 360 IDR 364 IRR "
    "368 IQD 376 ILS 388 JMD 392 JPY 398 KZT 400 JOD 404 KES 408 KPW 410 KRW 414 KWD 417 KGS 418 LAK 422 LBP 428 LVL 434 LYD 440 LTL "
    "446 MOP 458 MYR 462 MVR 480 MUR 484 MXN 496 MNT 498 MDL 504 MAD 512 OMR 524 NPR 554 NZD 566 NGN 578 NOK 586 PKR 590 PAB 600 PYG "
    "604 PEN 608 PHP 634 QAR 643 RUB 682 SAR 702 SGD 704 VND 710 ZAR 752 SEK 756 CHF 760 SYP 764 THB 784 AED 788 TND 800 UGX 807 MKD "
    "810 RUB 818 EGP 826 GBP 834 TZS 840 USD 858 UYU 860 UZS 886 YER 901 TWD 933 BYN 934 TMT 936 GHS 941 RSD 944 AZN 946 RON 949 TRY "
    "969 MGA 971 AFN 972 TJS 973 AOA 974 BYR 975 BGN 977 BAM 978 EUR 980 UAH 981 GEL 985 PLN 986 BRL"
)
_WORDS: dict[str, str] = {
    "RUB": "RUR,РУБЛЬ РОССИИ,РОССИЙСКИЙ РУБЛЬ,РОССИЙСКИХ РУБЛЕЙ,РОССИЙСКИЕ РУБЛИ,РОС РУБ,РУБ РФ,РУБ РОССИИ,RUSSIAN RUBLE,RUSSIAN ROUBLE,"
    "RUS RUBLESI,₽,卢布,俄罗斯卢布",
    "USD": "ДОЛЛ США,ДОЛ США,ДОЛЛАР США,ДОЛЛАРЫ США,ДОЛЛАРОВ США,ДОЛАР США,US DOLLAR,US DOLLARS,U S DOLLAR,U S DOLLARS,"
    "UNITED STATES DOLLAR,ABD DOLARI,AMERIKAN DOLARI,DOLAR AMERICANO,US$,USD$,$US,美元,美金",
    "EUR": "EURO,EUROS,ЕВРО,ЄВРО,AVRO,€,欧元",
    "CNY": "RMB,CNH,RENMINBI,YUAN,YUAN RENMINBI,CHINESE YUAN,ЮАНЬ,ЮАНЕЙ,ЮАНИ,КИТАЙСКИЙ ЮАНЬ,КИТАЙСКИХ ЮАНЕЙ,人民币,人民币元",
    "KZT": "ТЕНГЕ,ТГ,TENGE,₸,坚戈",
    "UAH": "ГРН,ГРИВНА,ГРИВНЯ,ГРИВЕНЬ,ГРИВЕН,UKRAINIAN HRYVNIA,HRYVNIA,₴",
    "TRY": "TL,YTL,TURK LIRASI,TURKISH LIRA,ТУРЕЦКАЯ ЛИРА,₺",
    "GBP": "POUND STERLING,POUNDS STERLING,STERLING,ФУНТ СТЕРЛИНГОВ,ФУНТОВ СТЕРЛИНГОВ,INGILIZ STERLINI,英镑",
    "JPY": "ИЕНА,ЙЕНА,ЯПОНСКАЯ ИЕНА,ЯПОНСКИХ ИЕН,JAPANESE YEN,YEN,日元,日圆",
    "BYN": "БЕЛОРУССКИЙ РУБЛЬ,БЕЛ РУБ,БЕЛОРУССКИХ РУБЛЕЙ,BELARUSIAN RUBLE,BELARUSIAN ROUBLE",
    "KGS": "КИРГИЗСКИЙ СОМ,KYRGYZ SOM",
    "UZS": "УЗБЕКСКИЙ СУМ,UZBEK SUM",
    "CHF": "ШВЕЙЦАРСКИЙ ФРАНК,ШВЕЙЦАРСКИХ ФРАНКОВ,SWISS FRANC,SWISS FRANCS,瑞士法郎",
    "HKD": "ГОНКОНГСКИЙ ДОЛЛАР,HONG KONG DOLLAR,HK$,港币,港元",
    "INR": "ИНДИЙСКАЯ РУПИЯ,INDIAN RUPEE,₹",
    "AED": "ДИРХАМ ОАЭ,UAE DIRHAM,DHS",
    "KRW": "ЮЖНОКОРЕЙСКАЯ ВОНА,KOREAN WON,₩,韩元",
    "VND": "ĐỒNG,₫,VIETNAM DONG",
    "PLN": "ZLOTY,ПОЛЬСКИЙ ЗЛОТЫЙ,ЗЛОТЫЙ",
    "ILS": "NIS,₪",
    "TWD": "NTD,NT$,新台币",
    "CZK": "ЧЕШСКАЯ КРОНА",
    "AMD": "ДРАМ,АРМЯНСКИЙ ДРАМ",
    "GEL": "ЛАРИ,LARI",
}
"""Words that mean one currency whoever prints them: a dollar, a som, a crown or ¥ alone is that of many countries."""
_ROUBLES = ("РУБ", "РУБЛЬ", "РУБЛЯ", "РУБЛЕЙ", "РУБЛИ", "RUBLE", "ROUBLE", "RUBLES", "ROUBLES")
_ROUBLE_OF = {"BY": None}
"""Whose rouble it is, in the files of whom it is not Russia's alone."""
_CODE_AND_WORDS = re.compile(r"(?P<code>[A-Za-z]{3}|\d{3})\s*[-–—(:/,]\s*(?P<words>.*[^\W\d_].*?)\s*\)?")
_WORDS_AND_CODE = re.compile(r"(?P<words>.*[^\W\d_].*?)\s*[-–—(:/,]\s*(?P<code>[A-Za-z]{3}|\d{3})\s*\)?")
_SIGNS = re.compile(r"[₽€₸₴₺₹₩₫₪$]")


def _words() -> dict[str, str]:
    found = {code: code for code in CURRENCIES}
    said = _NUMBERS.split()
    found |= dict(zip(said[::2], said[1::2], strict=True))
    return found | {_key(word): code for code, words in _WORDS.items() for word in words.split(",")}


def _key(text: str) -> str:
    """Return the words folded, with the signs of currencies, which folding takes away."""
    return " ".join((fold(text), *_SIGNS.findall(text))).strip()


@lru_cache(maxsize=4096)
def currency_code(text: str, reporter: str | None = None) -> str | None:
    """Return the ISO 4217 code of a printed currency; None for what may be several, or none. `reporter` is whose customs printed it.

    A rouble is Russia's but in the files of Belarus, and 810 and RUR are its former codes; numbers have three digits.

    >>> currency_code("usd"), currency_code("643"), currency_code("руб."), currency_code("долл. США"), currency_code("$")
    ('USD', 'RUB', 'RUB', 'USD', None)
    >>> currency_code("РУБ", "BY"), currency_code("RUR", "RU"), currency_code("51"), currency_code("dollars")
    (None, 'RUB', None, None)
    >>> currency_code("840 (USD)"), currency_code("USD - доллар США"), currency_code("USD/EUR")
    ('USD', 'USD', None)
    """
    printed = text.strip()[:60]
    key = _key(printed)
    if key in _ROUBLES:
        return _ROUBLE_OF.get(reporter or "", "RUB")
    if (found := _KNOWN.get(key)) or not (both := _CODE_AND_WORDS.fullmatch(printed) or _WORDS_AND_CODE.fullmatch(printed)):
        return found
    code, said = both["code"].upper(), currency_code(both["words"], reporter)
    return _KNOWN.get(code) if said == _KNOWN.get(code) or (said is None and code in CURRENCIES) else None


_KNOWN = _words()
