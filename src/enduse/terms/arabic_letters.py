"""Names of companies in Arabic letters: one spelling for what Arabs and Persians write differently, and their legal forms.

Forms by the maintainers, 2026, from general knowledge of company law from Morocco to Afghanistan. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LETTERS = re.compile("[\u0621-\u06d3]")
_MARKS = "ء\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u200c\u200d\u200e\u200f"
_ONE_LETTER = str.maketrans("أإآٱىیئېےكڪةۀھۃۂہؤ", "ااااييييي" + "کک" + "هههههه" + "و", _MARKS)
_BEHIND: tuple[tuple[str | None, str], ...] = (
    ("llc", "ذمم; شذمم; شمم; ش ذ م م; ذ م م; ش م م; مم; المحدودة; محدودة; المحدودة المسؤولية; المسؤولية المحدودة; محدودة المسؤولية; "
     "ذات مسؤولية محدودة; ذات المسؤولية المحدودة; ذات مسئولية محدودة; ذات المسئولية المحدودة; با مسئولیت محدود; با مسوولیت محدود; "
     "مسئولیت محدود; بامسئولیت محدود; ليمتد; ليميتد; لمتد; ال ال سي; شركة ذات مسؤولية محدودة; شركة الشخص الواحد"),
    ("jsc", "شمع; شمخ; شمل; شمب; شمك; شمكع; شمكم; شمق; شمس; مساهمة; المساهمة; المساهمة العامة; المساهمة الخاصة; المساهمة المغفلة; المغفلة; "
     "المساهمة المغفلة العامة; المساهمة المغفلة الخاصة; مساهمة عامة; مساهمة مقفلة; سهامی خاص; سهامی عام; سهامی; سهام خاص; سهام عام"),
    (None, "مدمس; دمسس; ممح; شمح; مم ح; م م ح; ش م ح; م د م س; منطقة حرة; المنطقة الحرة; ذمم منطقة حرة; م ح; كو; کو; اف زد اي; اف زد سي; "
     "اف زد ال ال سي; وشركاه; و شركاه; وشركاؤه; و شركاؤه; تضامني; التضامنية; شركة; الشركة"),
)  # fmt: skip
_BEFORE: tuple[tuple[str | None, str], ...] = (
    ("jsc", "شرکت سهامی; شرکت سهامی خاص; شرکت سهامی عام; شركة مساهمة; الشركة المساهمة"),
    ("llc", "شرکت با مسئولیت محدود; شرکت بامسئولیت محدود"),
    (None, "شركة; شرکت; الشركة; شركات; شرکتهای"),
)  # fmt: skip


def plain(text: str) -> str:
    """Return text with one letter for what Arabic and Persian hands write differently; signs of vowels and joiners are gone.

    >>> plain("مسئولیت") == plain("مسيوليت"), plain("إيران") == plain("ایران"), plain("شركة") == plain("شرکه")
    (True, True, True)
    """
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text).translate(_ONE_LETTER)
    return "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))


def _read(lines: tuple[tuple[str | None, str], ...]) -> dict[tuple[str, ...], str | None]:
    return {tuple(plain(form).split()): kind for kind, forms in lines for form in forms.split(";")}


BEHIND, BEFORE = _read(_BEHIND), _read(_BEFORE)
_LONGEST = max(map(len, (*BEHIND, *BEFORE)))


def without_arabic_forms(tokens: list[str]) -> tuple[list[str], frozenset[str]]:
    """Return the tokens in plain letters without the legal forms at their ends, and the kinds of body these name.

    The last token stays, and tokens of other letters stay as they are.

    >>> tokens, kinds = without_arabic_forms(["شركة", "الخيال", "ذمم"])
    >>> tokens == ["الخيال"], sorted(kinds), without_arabic_forms(["شركة"])[0] == [plain("شركة")]
    (True, ['llc'], True)
    """
    left = [plain(token) if LETTERS.search(token) else token for token in tokens]
    kinds: set[str] = set()
    found: tuple[str | None, list[str]] | None = None, left
    while found is not None:
        kinds |= {found[0]} if found[0] else set()
        left = found[1]
        found = next(_shorter(left), None)
    return left, frozenset(kinds)


def _shorter(tokens: list[str]) -> Iterator[tuple[str | None, list[str]]]:
    """Yield the kind of a form at either end, null for one that says none, and the tokens without it; the longest form first."""
    for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        for forms, words, rest in ((BEHIND, tokens[-size:], tokens[:-size]), (BEFORE, tokens[:size], tokens[size:])):
            if (form := tuple(words)) in forms:
                yield forms[form], rest
