"""Numbers as words and digits of English, Russian and Chinese, and what they amount to."""

from __future__ import annotations

import re

WORDS: dict[str, int] = {
    word: number
    for number, words in {
        1: "one один одна одно одного",
        2: "two два две двух",
        3: "three три трёх трех",
        4: "four четыре четырёх четырех",
        5: "five пять пяти",
        6: "six шесть шести",
        7: "seven семь семи",
        8: "eight восемь восьми",
        9: "nine девять девяти",
        10: "ten десять десяти",
        11: "eleven одиннадцать",
        12: "twelve двенадцать двенадцати",
        13: "thirteen тринадцать",
        14: "fourteen четырнадцать",
        15: "fifteen пятнадцать",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty двадцать двадцати",
        30: "thirty тридцать тридцати",
        40: "forty сорок сорока",
        50: "fifty пятьдесят пятидесяти",
        60: "sixty шестьдесят шестидесяти",
        70: "seventy семьдесят семидесяти",
        80: "eighty восемьдесят восьмидесяти",
        90: "ninety девяносто девяноста",
        100: "сто ста",
        200: "двести двухсот",
        300: "триста трёхсот трехсот",
    }.items()
    for word in words.split()
}
SCALES: dict[str, float] = {
    word: scale
    for scale, words in {
        1e2: "hundred",
        1e3: "thousand k тыс тысяч тысячи тысяча",
        1e6: "million millions mn mln m млн миллион миллиона миллионов",
        1e9: "billion billions bn bln b млрд миллиард миллиарда миллиардов",
        1e12: "trillion tn трлн триллион триллиона триллионов",
    }.items()
    for word in words.split()
}
_HAN_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[   \u2009]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
"""Digits with separators of thousands (comma, or a blank) and decimals."""


def digits(text: str, comma_decimal: bool = False) -> float:
    """Return the value of printed digits: 1,500 = 1500; 1.5 = 1.5; 1,5 = 1.5 when `comma_decimal` or when it cannot be thousands.

    >>> digits("2,500"), digits("1,5"), digits("3.75"), digits("1 200", comma_decimal=True)
    (2500.0, 1.5, 3.75, 1200.0)
    """
    plain = re.sub(r"[\s'’   ]", "", text)
    if comma_decimal and plain.count(",") == 1:
        return float(plain.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))


def whole(text: str) -> int | None:
    """Return a small number printed in digits or words; None when it is neither.

    >>> whole("three"), whole("12"), whole("twenty-five"), whole("some")
    (3, 12, 25, None)
    """
    folded = text.casefold()
    if folded.isascii() and folded.isdigit():
        return int(folded)
    if folded in WORDS:
        return WORDS[folded]
    tens, dash, ones = folded.replace(" ", "-").partition("-")
    if dash and WORDS.get(tens, 0) >= 20 and 0 < WORDS.get(ones, 0) < 10:
        return WORDS[tens] + WORDS[ones]
    return han(text)


def han(text: str) -> int | None:
    """Return a whole number in Chinese numerals, or digits with 万 and 亿; None when it is none.

    >>> han("三十五"), han("两"), han("十"), han("架")
    (35, 2, 10, None)
    """
    total, part, digit, seen = 0.0, 0.0, None, False
    for one in text:
        if one in _HAN_DIGITS:
            digit, seen = _HAN_DIGITS[one], True
        elif one in _HAN_TENS:
            part += (1 if digit is None else digit) * _HAN_TENS[one]
            digit, seen = None, True
        elif one in _HAN_SCALES and seen:
            total += (part + (digit or 0)) * _HAN_SCALES[one]
            part, digit = 0.0, None
        else:
            return None
    return int(total + part + (digit or 0)) if seen else None
