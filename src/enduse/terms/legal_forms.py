"""Legal forms of companies: what in a printed name says only what kind of body it is, and so carries no weight.

Forms come from rigour's collection (Latin and Cyrillic, with a class such as `llc` or `jsc`); what it does not hold
(forms of Chinese, Japanese and Korean names, bare words such as `corp`) stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rigour.names import extract_org_types
from rigour.text.normalize import Normalize, normalize

from enduse.terms.cyrillic_forms import BEFORE as BEFORE_CYRILLIC
from enduse.terms.cyrillic_forms import BEHIND as BEHIND_CYRILLIC
from enduse.terms.cyrillic_forms import INSIDE, WITH_INSIDE
from enduse.terms.national_forms import BEFORE, BEHIND
from enduse.terms.sounds import in_latin

_FLAGS = Normalize.CASEFOLD | Normalize.NAME

# Longest first: 股份有限公司 must go before 有限公司. Branches (分公司) stay: a branch is its own party.
# So does 集团: a group is not the company named after it.
_HAN: tuple[tuple[str, str | None], ...] = (
    ("股份有限公司", "jsc"), ("有限责任公司", "llc"), ("有限責任公司", "llc"), ("股份公司", "jsc"), ("有限公司", "llc"),
    ("株式会社", "jsc"), ("株式會社", "jsc"), ("有限会社", "llc"), ("合同会社", "llc"), ("特定目的会社", None), ("有限合伙企业", "lp"),
    ("合伙企业", "lp"), ("总公司", None), ("總公司", None), ("公司", None),
)  # fmt: skip
_ENDS: dict[str, str | None] = {
    "pvt": None, "private": None,
    "corp": None, "corporation": None, "inc": None, "incorporated": None, "company": None, "co": None, "cie": None, "ltd": "llc",
    "limited": "llc", "llc": "llc", "llp": "llp", "plc": "jsc", "sti": "llc", "şti": "llc", "компания": None, "kompaniya": None,
    "kompania": None, "kompaniia": None, "too": "llp",
    "coltd": "llc", "ооо": "llc", "ooo": "llc", "оао": "jsc", "oao": "jsc", "зао": "jsc", "zao": "jsc", "пао": "jsc", "pao": "jsc",
    "ао": "jsc", "ao": "jsc", "тоо": "llp", "тов": "llc", "tov": "llc", "чп": "sp", "чтуп": None, "сп": None, "mchj": "llc",
    "ohs": None, "осоо": "llc", "osoo": "llc", "주식회사": "jsc", "유한회사": "llc", "유한책임회사": "llc",
}  # fmt: skip
_BEHIND_ONLY = frozenset({"pvt", "private"})
_FRONT_ONLY = frozenset({"too", "ооо", "ooo", "тов", "tov", "сп", "чп"})
# Short, but no word or initials in any of the languages met: taken anywhere in the name.
_ANYWHERE = frozenset({"ltd", "llc", "llp", "plc", "ооо", "ooo", "оао", "oao", "зао", "zao", "пао", "pao", "jsc", "тоо", "тов"})
# In Russia NPO is a research and production association, KB a design bureau and RF the country; II is a number, not a sole trader.
# In Turkey `dis tic ltd` says foreign trade, which a company's trading house does.
_NOT_FORMS = frozenset({"npo", "ngo", "нпо", "ii", "iii", "iv", "vi", "кб", "kb", "нц", "госнии", "rf", "рф", "dis"})
# A form that says what the body does is part of the name: a state research institute, a bank.
_SAYS_MORE = ("научн", "институт", "банк", "scientific", "research", "nauchn")
# Forms that go on with what the body does: a trading house is another company than the one whose goods it sells.
_GOES_ON = re.compile(r"(?<=ответственностью) (?:торговыи|торговый|строительная|управляющая|фирма|частное)\b.*")
_FREE_ZONE = frozenset({"fze", "fzco", "dmcc"})
"""Forms of free zones, where an LLC of the same name is another company: both are printed in English, and neither is translated."""
# Forms of one country's law that nobody writes for another's: two of them in one name's variants are two companies.
NATIONAL = frozenset(
    {
        "gmbh", "ag", "bv", "nv", "srl", "sarl", "sas", "dmcc", "fze", "fzco", "fzllc", "pte", "sdnbhd", "kft", "doo", "spzoo", "oy",
        "ab", "pty",
    }
)  # fmt: skip
# A joint-stock company in Baku is not the association that rigour knows by the same letters.
_MANY_KINDS = frozenset({"asc"})
_BEFORE_WITH: dict[str, frozenset[str]] = {
    "sc": frozenset({"srl", "sa"}), "pt": frozenset({"tbk"}), "fe": frozenset({"llc", "mchj", "ооо", "ooo"}),
    "qk": frozenset({"llc", "mchj", "ооо", "ooo"}),
}  # fmt: skip
"""Words that are a form in front of a name only where another one stands behind it: SC Example SRL, PT Example Tbk, FE Example LLC."""
_END_WORDS = 3
_SHORT = 3
_STOCK = r"\w*[\s-]+(?:joint|a[kc]ts[iy]|акц)"
_OPENNESS = {
    "open": re.compile(rf"\b(?:(?:oao|оао|ojsc|ват|аат)\b|(?:open|otkryt|открыт|відкрит|вiдкрит|адкрыт){_STOCK})", re.IGNORECASE),
    "public": re.compile(rf"\b(?:(?:pao|пао|pjsc|пат)\b|(?:public|publichn|публичн|публічн|публiчн){_STOCK})", re.IGNORECASE),
    "closed": re.compile(rf"\b(?:(?:zao|зао|cjsc|зат)\b|(?:closed|zakryt|закрыт|закрит|закрыт){_STOCK})", re.IGNORECASE),
}


@dataclass(frozen=True)
class Stripped:
    """A name without its legal forms: `tokens` may be empty; `classes` are the kinds of body it names (llc, jsc, sp ...)."""

    tokens: tuple[str, ...]
    classes: frozenset[str]
    national: frozenset[str] = frozenset()
    """Of the forms, those in NATIONAL."""
    taken: frozenset[str] = frozenset()
    """The words that were taken for a form, in Latin letters."""


_KOREAN = re.compile(r"주식회사|유한책임회사|유한회사|[(（]\s*([주유])\s*[)）]|㈜")
_KOREAN_SHORT = {"주": "주식회사", "㈜": "주식회사", "유": "유한회사"}


def without_forms(tokens: list[str]) -> Stripped:
    """Return the tokens of a casefolded name that are not a legal form.

    A form of up to three letters (AG, SA, PT, АО) is only taken at either end of the name; a longer one anywhere.

    >>> without_forms(["ооо", "ромашка"]).tokens
    ('ромашка',)
    >>> without_forms(["corp"]).tokens, without_forms(["a"]).tokens
    ((), ('a',))
    """
    classes: set[str] = set()
    bare = tokens
    if tokens and (with_these := _BEFORE_WITH.get(tokens[0])) and len(tokens) > 2 and not with_these.isdisjoint(tokens[-_END_WORDS:]):
        bare = tokens[1:]
    without = _without_national(_without_cyrillic(bare, classes), classes)
    left, national = _known_forms(without, classes, len(without) < len(tokens))
    changed = True
    while changed and left:
        shorter = _without_national(left, classes)
        changed, left = len(shorter) < len(left), shorter
        for end in (0, -1):
            word = left[end] if left else ""
            misplaced = _BEHIND_ONLY if end == 0 else _FRONT_ONLY
            if word in _ENDS and not (len(left) > 1 and word in misplaced):
                left = left[1:] if end == 0 else left[:-1]
                if found := _ENDS[word]:
                    classes.add(found)
                changed = True
    if not _FREE_ZONE.isdisjoint(national):
        classes = {"fz"}
    taken = frozenset([in_latin(token) for token in tokens if token not in left]) if len(left) < len(tokens) else frozenset[str]()
    return Stripped(tuple(left), frozenset(classes), national, taken)


def _sizes(forms: Iterable[str], end: int) -> dict[str, list[int]]:
    """Return of how many words the forms are that have a word at one end, the longest first."""
    found: dict[str, set[int]] = {}
    for form in forms:
        words = form.split(" ")
        found.setdefault(words[end], set()).add(len(words))
    return {word: sorted(sizes, reverse=True) for word, sizes in found.items()}


_BEHIND_SIZES, _BEFORE_SIZES = _sizes(BEHIND, -1), _sizes(BEFORE, 0)


def _without_national(tokens: list[str], classes: set[str]) -> list[str]:
    """Return the tokens without the forms of national_forms at their ends; a name that is nothing else stays. Add their classes."""
    left = tokens
    while len(left) > 1:
        # Most names: no form ends as the name does, and none begins so.
        behind, before = _BEHIND_SIZES.get(in_latin(left[-1])), _BEFORE_SIZES.get(in_latin(left[0]))
        if not behind and not before:
            break
        shorter = _one_off(left, behind or [], before or [], classes)
        if shorter is None:
            break
        left = shorter
    return left


_CYRILLIC_BEHIND, _CYRILLIC_BEFORE = _sizes(BEHIND_CYRILLIC, -1), _sizes(BEFORE_CYRILLIC, 0)


def _without_cyrillic(tokens: list[str], classes: set[str]) -> list[str]:
    """Return the tokens without the forms of cyrillic_forms, which are looked for in their own letters; add their classes."""
    left = tokens
    while len(left) > 1:
        # Most names: no form ends as the name does, and none begins so.
        behind, before = _CYRILLIC_BEHIND.get(left[-1]), _CYRILLIC_BEFORE.get(left[0])
        if not behind and not before:
            break
        ends = [(BEHIND_CYRILLIC, left[-size:], left[:-size]) for size in behind or () if size < len(left)]
        ends += [(BEFORE_CYRILLIC, left[:size], left[size:]) for size in before or () if size < len(left)]
        found = next(((forms[form], rest) for forms, words, rest in ends if (form := " ".join(words)) in forms), None)
        if found is None:
            break
        classes |= {found[0]} if found[0] else set()
        left = found[1]
    if INSIDE.keys().isdisjoint(left[1:]):
        return left
    classes |= {INSIDE[token] for token in left[1:] if token in INSIDE}
    bound = {at for at, token in enumerate(left[1:]) if token in INSIDE and left[at] in WITH_INSIDE} - {0}
    return [token for at, token in enumerate(left) if at not in bound and (at == 0 or token not in INSIDE)]


def _one_off(tokens: list[str], behind: list[int], before: list[int], classes: set[str]) -> list[str] | None:
    """Return the tokens without the longest form at either end, of which there are so many words behind, or before; null without one."""
    for size in sorted({*behind, *before}, reverse=True):
        if size >= len(tokens):
            continue
        ends = ((behind, BEHIND, tokens[-size:], tokens[:-size]), (before, BEFORE, tokens[:size], tokens[size:]))
        for sizes, forms, words, rest in ends:
            if size in sizes and (form := " ".join(map(in_latin, words))) in forms:
                classes |= {kind} if (kind := forms[form]) else set()
                return rest
    return None


@lru_cache(maxsize=20_000)
def openness(name: str) -> frozenset[str]:
    """Return whether a joint-stock company is open, public or closed by its printed name: one kind of body (jsc), two companies' forms.

    >>> [sorted(openness(name)) for name in ("ОАО Пример", "Публичное акционерное общество «Пример»", "Open Example JSC")]
    [['open'], ['public'], []]
    """
    return frozenset(kind for kind, printed in _OPENNESS.items() if printed.search(name))


def without_han_forms(name: str) -> tuple[str, frozenset[str]]:
    """Return a Chinese, Japanese or Korean name without the legal forms at its ends, and the kinds of body they name.

    >>> without_han_forms("例子贸易有限公司")
    ('例子贸易', frozenset({'llc'}))
    """
    classes: set[str] = set()
    changed = True
    while changed and name:
        changed = False
        for form, kind in _HAN:
            if name.endswith("分公司"):
                break
            if name.endswith(form) or (name.startswith(form) and kind is not None):
                name = name.removesuffix(form) if name.endswith(form) else name.removeprefix(form)
                classes |= {kind} if kind else set()
                changed = True
                break
    return name, frozenset(classes)


def korean_forms_apart(name: str) -> str:
    """Return a name with each Korean legal form as a word of its own, written out: (주)가람 is 주식회사 가람.

    >>> korean_forms_apart("(주)가람정밀").split(), korean_forms_apart("가람정밀주식회사").split()
    (['주식회사', '가람정밀'], ['가람정밀', '주식회사'])
    """
    return _KOREAN.sub(lambda found: f" {_KOREAN_SHORT.get(found[1] or found[0], found[0])} ", name)


def without_korean_forms(name: str) -> str:
    """Return a name without Korean legal forms.

    >>> without_korean_forms("㈜가람정밀").strip()
    '가람정밀'
    """
    return _KOREAN.sub(" ", name)


class _Form(NamedTuple):
    """One form that rigour found: its words, their letters, and what is asked of it."""

    words: list[str]
    text: str
    """As rigour found it."""
    letters: int
    none: bool
    """It is no form, or says what the body does."""
    two_letters: bool
    anywhere: bool
    national: frozenset[str]


@lru_cache(maxsize=20_000)
def _form(matched: str) -> _Form:
    words = _GOES_ON.sub("", matched).split()
    letters = sum(map(len, words))
    return _Form(
        words, matched, letters, words[0] in _NOT_FORMS or any(word.startswith(_SAYS_MORE) for word in words),
        len(words) == 1 and letters == 2 and matched not in _ENDS, letters > _SHORT or words[0] in _ANYWHERE,
        NATIONAL & {"".join(words), words[0]},
    )  # fmt: skip


def _kinds(text: str) -> dict[str, str]:
    """Return the forms in a name with the kind of body that each names."""
    return dict(extract_org_types(text, normalize_flags=_FLAGS, generic=True))


_kinds_alone = lru_cache(maxsize=20_000)(_kinds)


def _known_forms(tokens: list[str], classes: set[str], has_form: bool) -> tuple[list[str], frozenset[str]]:
    """Return the tokens without those that rigour knows as a form, and the national forms among these; add their classes.

    `has_form` says that the name had a form that was taken off before.
    """
    text = " ".join(tokens)
    if not (text.isascii() and "".join(tokens).isalnum()):
        # Plain letters and digits stay what they are.
        text = normalize(text, _FLAGS) or ""
    words = text.split()
    found = [_form(matched) for matched, _ in extract_org_types(text, normalize_flags=_FLAGS)]
    if not found:
        return words, frozenset()
    # A form that stands alone is of the kind that it is of in every name.
    kinds = _kinds_alone(found[0].text) if len(found) == 1 else _kinds(text)
    taken: set[int] = set()
    national: frozenset[str] = frozenset()
    spelled_out = max([form.letters for form in found]) > 2
    start = 0
    for form in found:
        size = len(form.words)
        for place in range(start, len(words) - size + 1):
            if words[place] == form.words[0] and words[place : place + size] == form.words:
                break
        else:
            continue
        start = place + size
        # 'LLC PT Elektronik': the name has its form already, the two letters are part of it.
        if form.none or (form.two_letters and (spelled_out or (has_form and place == 0))):
            continue
        if form.anywhere or place == 0 or start == len(words) or all(at in taken for at in range(place)):
            taken.update(range(place, start))
            if (kind := kinds.get(form.text)) and form.text not in _MANY_KINDS:
                classes.add(kind)
            national |= form.national
    return [word for at, word in enumerate(words) if at not in taken], national
