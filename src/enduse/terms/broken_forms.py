"""Legal forms of several words as clerks break them: a letter or two wrong, the last word written onto the name, the words out of order.

'LIMITED LIABILSY COMPANY Kestrel', 'JOINT Kestrel COMPANY STOCK'. A form is known by its other words, so that no word of a name is
taken for one alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_FORMS = tuple(
    tuple(form.split())
    for form in (
        "limited liability company", "joint stock company", "obshchestvo s ogranichennoi otvetstvennostyu",
        "obshchestvo s ogranichennoy otvetstvennostyu", "общество с ограниченной ответственностью", "акционерное общество",
        "aktsionernoe obshchestvo", "aktsionernoye obshchestvo", "товариство з обмеженою відповідальністю", "limited sirketi",
        "anonim sirketi", "sociedad anonima", "private limited company",
    )
)  # fmt: skip
_TELLING_MIN, _LONG_MIN, _LONG_FORM = 4, 9, 3
"""Letters of a word from which it may be one of these with a letter wrong, and with two; words of a form of which one may be wrong."""
_BEHIND_MIN = 3
"""Letters of a name that are written onto the last word of a form."""
_TRADES_END = ("ing", "tion", "ment", "ics", "ance", "ence", "trade", "export", "import", "group", "services", "systems", "products")
_LETTER_BEFORE = frozenset(
    f"{end[-1]}{form}" for end in _TRADES_END for form in ("co", "company", "corp", "corporation", "inc", "limited", "llc", "ltd")
)
_WORDS = frozenset(word for form in _FORMS for word in form if len(word) >= _TELLING_MIN)


def whole_forms(tokens: list[str]) -> list[str]:
    """Return the tokens of a casefolded name with a broken legal form put together, in front; others as they are.

    >>> whole_forms(["limited", "liabilsy", "company", "kestrel"]), whole_forms(["joint", "kestrel", "company", "stock"])
    (['limited', 'liability', 'company', 'kestrel'], ['joint', 'stock', 'company', 'kestrel'])
    >>> whole_forms(["акционерное", "обществокестрел"]), whole_forms(["joint", "stock", "kestrel"])
    (['акционерное', 'общество', 'кестрел'], ['joint', 'stock', 'kestrel'])
    >>> whole_forms(["kestrel", "shippin", "gco", "ltd"]), whole_forms(["kestrel", "zinc", "ltd"])
    (['kestrel', 'shipping', 'co', 'ltd'], ['kestrel', 'zinc', 'ltd'])
    """
    if len(tokens) < 2:
        return tokens
    if not _LETTER_BEFORE.isdisjoint(tokens[1:]):
        tokens = _space_moved(tokens)
    if _WORDS.isdisjoint(tokens):
        return tokens
    held = frozenset(tokens)
    for form in _FORMS:
        # Of a form all words but one must be there.
        if len(held.intersection(form)) >= len(form) - 1 and (found := _put_together(tokens, form)):
            return found
    return tokens


def _space_moved(tokens: list[str]) -> list[str]:
    """Return the tokens with a letter of a trade that stands before a form put back behind its word: SHIPPIN GCO."""
    found = tokens[:1]
    for token in tokens[1:]:
        if token in _LETTER_BEFORE and (whole := found[-1] + token[0]).endswith(_TRADES_END):
            found[-1:] = [whole, token[1:]]
        else:
            found.append(token)
    return found


def _put_together(tokens: Sequence[str], form: tuple[str, ...]) -> list[str] | None:
    """Return the tokens with the form in front when all its words, one of them perhaps broken, stand among them; null without it."""
    places = [tokens.index(word) if tokens.count(word) == 1 else -1 for word in form]
    missing = [at for at, place in enumerate(places) if place < 0]
    if len(missing) > 1 or len(missing) == len(form):
        return None
    if not missing:
        whole = places == list(range(places[0], places[0] + len(form)))
        return None if whole else [*form, *(token for at, token in enumerate(tokens) if at not in places)]
    word, free = form[missing[0]], [at for at in range(len(tokens)) if at not in places]
    if any(tokens[at] == word for at in free):
        # It stands twice.
        return None
    last = missing[0] == len(form) - 1
    for at in free:
        token = tokens[at]
        if last and at == max(places) + 1 and token.startswith(word) and len(token) >= len(word) + _BEHIND_MIN:
            return [*form, *(one for to, one in enumerate(tokens[:at]) if to not in places), token[len(word) :], *tokens[at + 1 :]]
        if len(form) >= _LONG_FORM and _broken(token, word):
            return [*form, *(one for to, one in enumerate(tokens) if to != at and to not in places)]
    return None


def _broken(token: str, word: str) -> bool:
    most = 0 if min(len(token), len(word)) < _TELLING_MIN else 2 if len(word) >= _LONG_MIN else 1
    return most > 0 and OSA.distance(token, word, score_cutoff=most) <= most
