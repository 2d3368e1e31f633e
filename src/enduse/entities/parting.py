"""Several names printed as one: initials before the name they stand for, an earlier name, a branch beside the company it belongs to."""

from __future__ import annotations

import re

from enduse.entities.meaning import meanings
from enduse.entities.words import holds, without_case
from enduse.terms.further_names import BETWEEN, IN_BRACKETS, MAY_HOLD, PIECES
from enduse.terms.legal_forms import without_forms, without_han_forms
from enduse.terms.scripts import has_han
from enduse.terms.sounds import in_latin, sound_of

_MAY_BE_KNOWN_AS = re.compile(MAY_HOLD)
_KNOWN_AS = re.compile(
    rf"[\s,;\"'«»(]*\b(?:{BETWEEN})(?!\w)[\s.:\"'«»]*|\s*{IN_BRACKETS}(?=[\w«\"“])",
    re.IGNORECASE,
)
_PIECES = (*PIECES, "-", "–", "—", "филиал", "branch", ",")
"""One of these stands in every name that holds several; a name that has none is not looked at further."""
_FORM_NEXT = re.compile(r",\s+(?=(?:[AP]?AO|OAO|ZAO|OOO|[POC]?JSC|LLC|FGUP|FSUE)\s\S)", re.IGNORECASE)
"""A comma and a legal form in front of a name: AO Vymysel, AO Vymyslov Works."""
_CHARACTERS = r"[\u3040-\u30ff\u3400-\u9fff（）()·0-9]*[\u3040-\u30ff\u3400-\u9fff]{2}）?\)?"
_LETTERS = r"[A-Za-z][^\u3040-\u30ff\u3400-\u9fff（）()]{4,}"
_HAN_FIRST = re.compile(rf"^\s*(?P<han>{_CHARACTERS})[\s,，/;|(（-]*(?P<latin>{_LETTERS})[)）\s]*$")
_HAN_LAST = re.compile(rf"^\s*(?P<latin>{_LETTERS})[\s,，/;|-]+(?P<han>{_CHARACTERS})\s*$")
_DASH = re.compile(r"\s[-–—]\s")
_BRANCH = re.compile(r"^\W*(?:(?:head|main|головной)\s+)?(?:филиал|branch)\s+(?=[^\w\s]|\w)", re.IGNORECASE)
_QUOTED = re.compile(r"^[«\"“‘]([^«»\"“”‘’]{4,})[»\"”’]\s*(.+)$")
_WORDS = re.compile(r"\w+")
_INITIALS_MIN, _INITIALS_MAX, _BRAND_MIN = 3, 8, 5


def names_in(name: str) -> tuple[str, ...]:
    """Return the names that a printed name holds, the most telling first; empty when it is one name.

    >>> names_in("МЗКТ - Минский завод колёсных тягачей"), names_in("Example Works - Moscow")
    (('Минский завод колёсных тягачей', 'МЗКТ'), ())
    >>> names_in("Example Works LLC a.k.a. Sample Works"), names_in("Филиал «Пример» – Акционерное Общество «Образец»")
    (('Example Works LLC', 'Sample Works'), ('Пример', 'Филиал «Пример» – Акционерное Общество «Образец»'))
    >>> names_in("Exemplo Inventado S.A. - Exinven"), names_in("Kestrel Works t/a Sample Works")
    (('Exemplo Inventado S.A.', 'Exinven'), ('Kestrel Works', 'Sample Works'))
    >>> names_in("AO Vymysel, AO Vymysel Dalny Works"), names_in("Vymysel Works, JSC")
    (('AO Vymysel Dalny Works', 'AO Vymysel'), ())
    """
    if not name.isascii() and has_han(name) and (both := _in_two_scripts(name)):
        return both
    if not holds(without_case(name), _PIECES):
        return ()
    if len(several := known_as(name)) > 1:
        return several
    beside = tuple(part.strip() for part in _FORM_NEXT.split(name))
    if len(beside) > 1 and all(map(_has_form, beside)):
        return tuple(sorted(beside, key=lambda part: -len(part)))
    if branch := _branch(name):
        return (branch, name)
    dashed = _DASH.split(name)
    if len(dashed) == 2:
        for short, long in (dashed, dashed[::-1]):
            if _INITIALS_MIN <= len(short.strip()) <= _INITIALS_MAX and short.strip().casefold() == _initials(long):
                return (long.strip(), short.strip())
        if _has_form(dashed[0]) and _is_brand(dashed[1]):
            return (dashed[0].strip(), dashed[1].strip())
    return ()


def known_as(name: str) -> tuple[str, ...]:
    """Return the names that a printed name says its company has or had; the whole name where it says none.

    >>> known_as("Example LLC (former name: Sample LLC)"), known_as("Example LLC (ex-Sample)"), known_as("Example Ex LLC")
    (('Example LLC', 'Sample LLC'), ('Example LLC', 'Sample'), ('Example Ex LLC',))
    >>> known_as("ООО «Пример» (до 2020 г. ООО «Образец»)"), known_as("Example LLC doing business as Sample")
    (('ООО «Пример»', 'ООО «Образец»'), ('Example LLC', 'Sample'))
    """
    if not _MAY_BE_KNOWN_AS.search(name):
        return (name,)
    parts = (_without_bracket(part) for part in _KNOWN_AS.split(name))
    return tuple(part for part in parts if len(part) > _INITIALS_MIN)


def _without_bracket(part: str) -> str:
    """Return a part of a name without the bracket that closes behind it and opened before it."""
    stripped = part.rstrip()
    return stripped[:-1] if stripped.endswith((")", "]")) and stripped.count("(") + stripped.count("[") == 0 else part


def _in_two_scripts(name: str) -> tuple[str, ...]:
    """Return the Chinese and the Latin name that stand side by side, or the Latin one behind a Chinese legal form; else none.

    Letters inside a Chinese name, and one word beside it, are part of that name.
    """
    found = _HAN_FIRST.match(name) or _HAN_LAST.match(name)
    if found is None:
        return ()
    chinese, latin = found["han"], found["latin"]
    tokens = [in_latin(one) for one in _WORDS.findall(latin.casefold())]
    kept = without_forms(tokens).tokens
    if not without_han_forms(chinese)[0]:
        return (latin,) if len(kept) > 1 else ()
    return (chinese, latin) if len(kept) > 1 or 0 < len(kept) < len(tokens) else ()


def _is_brand(text: str) -> bool:
    """Tell whether a text is one word of no known meaning, long enough to be a name by itself."""
    words = _WORDS.findall(text.casefold())
    return len(words) == 1 and len(words[0]) >= _BRAND_MIN and words[0].isalpha() and not meanings(sound_of(in_latin(words[0])))


def _branch(name: str) -> str | None:
    """Return the name of a branch without the company whose it is; null when it is none."""
    begun = _BRANCH.match(name)
    if begun is None:
        return None
    rest = name[begun.end() :].strip()
    dashed = [part.strip() for part in _DASH.split(rest)]
    if len(dashed) == 2:
        own = [part for part in dashed if not _has_form(part)]
        return own[0].strip('«»"“”‘’ ') if len(own) == 1 else None
    quoted = _QUOTED.match(rest)
    return quoted[1] if quoted and _has_form(quoted[2]) else None


def _initials(text: str) -> str:
    return "".join(word[0] for word in _WORDS.findall(text.casefold()))


def _has_form(text: str) -> bool:
    """Tell whether a text holds a legal form beside words."""
    tokens = _WORDS.findall(text.casefold())
    stripped = without_forms(tokens)
    return bool(stripped.tokens) and len(stripped.tokens) < len(tokens)
