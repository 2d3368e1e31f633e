"""Legal forms of several words as clerks break them: a letter or two wrong, the last word written onto the name, the words out of order.

'LIMITED LIABILSY COMPANY Kestrel', 'JOINT Kestrel COMPANY STOCK'. A form is known by its other words, so that no word of a name is
taken for one alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

_FORMS = sorted(
    [tuple(form.split()) for form in (
        "limited liability company", "joint stock company", "obshchestvo s ogranichennoi otvetstvennostyu",
        "obshchestvo s ogranichennoy otvetstvennostyu", "общество с ограниченной ответственностью", "акционерное общество",
        "aktsionernoe obshchestvo", "aktsionernoye obshchestvo", "товариство з обмеженою відповідальністю", "limited sirketi",
        "anonim sirketi", "sociedad anonima", "private limited company", "limited liability partnership", "private joint stock company",
        "zakrytoe aktsionernoe obshchestvo", "otkrytoe aktsionernoe obshchestvo", "publichnoe aktsionernoe obshchestvo",
        "sociedad de responsabilidad limitada", "закрытое акционерное общество", "открытое акционерное общество",
    )],
    key=len, reverse=True,
)  # fmt: skip
_TELLING_MIN, _LONG_MIN, _LONG_FORM = 4, 9, 3
"""Letters of a word from which it may be one of these with a letter wrong, and with two; words of a form of which one may be wrong."""
_COMMON_MIN = 5
"""And with two where the other words of the form stand around it."""
_BEHIND_MIN = 3
"""Letters of a name that are written onto the last word of a form."""
_TRADES_END = ("ing", "tion", "ment", "ics", "ance", "ence", "trade", "export", "import", "group", "services", "systems", "products")
_LETTER_BEFORE = frozenset(
    f"{end[-1]}{form}" for end in _TRADES_END for form in ("co", "company", "corp", "corporation", "inc", "limited", "llc", "ltd")
)
_GLUED = ("limited", "incorporated", "company", "gmbh", "jsc", "llc", "ltd", "eood", "fzco", "fze")
"""Forms that are known at the end of a word, for no word ends so, and what is left of a word then (_BEHIND_MIN)."""
_GLUED_BEHIND_TRADE = tuple(f"{end}{form}" for end in _TRADES_END for form in ("co", "corp", "inc"))
_SPELLED = tuple(
    tuple(form.split())
    for form in ("sa de cv", "s de rl de cv", "s de rl", "sp z oo", "sdn bhd", "pte ltd", "pty ltd", "pvt ltd", "co ltd", "ltd sti")
)
"""Forms of short words, of whose spaces one may have moved."""
_SPELLED_WORD_MAX = 4
"""Letters of the longest of their words."""
_WORDS = frozenset(word for form in _FORMS for word in form if len(word) >= _TELLING_MIN)


_ZEROS, _OF_LETTERS = "000", "ооо"
"""A Russian form typed in digits: 000 «Пример»."""


def whole_forms(tokens: list[str]) -> list[str]:
    """Return the tokens of a casefolded name with a broken legal form put together, in front; others as they are.

    >>> whole_forms(["limited", "liabilsy", "company", "kestrel"]), whole_forms(["joint", "kestrel", "company", "stock"])
    (['limited', 'liability', 'company', 'kestrel'], ['joint', 'stock', 'company', 'kestrel'])
    >>> whole_forms(["акционерное", "обществокестрел"]), whole_forms(["joint", "stock", "kestrel"])
    (['акционерное', 'общество', 'кестрел'], ['joint', 'stock', 'kestrel'])
    >>> whole_forms(["kestrel", "shippin", "gco", "ltd"]), whole_forms(["kestrel", "zinc", "ltd"])
    (['kestrel', 'shipping', 'co', 'ltd'], ['kestrel', 'zinc', 'ltd'])
    >>> whole_forms(["000", "кестрел"])
    ['ооо', 'кестрел']
    """
    if len(tokens) < 2:
        return tokens
    if tokens[0] == _ZEROS:
        tokens = [_OF_LETTERS, *tokens[1:]]
    if len(tokens[-1]) <= _SPELLED_WORD_MAX:
        tokens = _spelled_at_end(tokens)
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


def parted(token: str) -> tuple[str, ...]:
    """Return a casefolded word without the legal form that is written onto it, and that form; a word without one as it is.

    >>> parted("kestrellimited"), parted("shippinginc"), parted("unlimited"), parted("zinc")
    (('kestrel', 'limited'), ('shipping', 'inc'), ('unlimited',), ('zinc',))
    """
    if token.endswith(_GLUED):
        form = next(form for form in _GLUED if token.endswith(form))
    elif token.endswith(_GLUED_BEHIND_TRADE):
        form = next(form for form in ("co", "corp", "inc") if token.endswith(form))
    else:
        return (token,)
    rest = token[: -len(form)]
    return (rest, form) if len(rest) >= _BEHIND_MIN and rest.isalpha() else (token,)


def _spelled_at_end(tokens: list[str]) -> list[str]:
    """Return the tokens with a form of short words at their end in its own words: SA DEC V, PTELTD."""
    short = 0
    while short < len(tokens) - 1 and len(tokens[-1 - short]) <= _SPELLED_WORD_MAX:
        short += 1
    form, size = _spelled(tuple(tokens[len(tokens) - short :]))
    return [*tokens[: len(tokens) - size], *form] if form else tokens


@lru_cache(maxsize=20_000)
def _spelled(short: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """Return the form that some last words of a name spell, and how many these are; nothing where they spell none, or one rightly."""
    for form in _SPELLED:
        if short[-len(form) :] == form:
            return (), 0
    for form in _SPELLED:
        letters = "".join(form)
        for size in range(min(len(short), len(form) + 1), 1, -1):
            if "".join(short[-size:]) == letters:
                return form, size
    return (), 0


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
    """Return the tokens with the form in front when all its words, one of them perhaps broken, stand among them; null without it.

    A form that stands whole in its place stays there.
    """
    places = [tokens.index(word) if tokens.count(word) == 1 else -1 for word in form]
    missing = [at for at, place in enumerate(places) if place < 0]
    if len(missing) > 1 or len(missing) == len(form):
        return None
    if not missing:
        whole = places == list(range(places[0], places[0] + len(form)))
        return list(tokens) if whole else [*form, *(token for at, token in enumerate(tokens) if at not in places)]
    word, free = form[missing[0]], [at for at in range(len(tokens)) if at not in places]
    if any(tokens[at] == word for at in free):
        # It stands twice.
        return None
    last = missing[0] == len(form) - 1
    for at in free:
        token = tokens[at]
        if not missing[0] and token.endswith(word) and len(token) >= len(word) + _BEHIND_MIN and _in_place(places, at):
            return [*form, *tokens[:at], token[: -len(word)], *tokens[at + len(form) :]]
        if last and at == max(places) + 1 and token.startswith(word) and len(token) >= len(word) + _BEHIND_MIN:
            return [*form, *(one for to, one in enumerate(tokens[:at]) if to not in places), token[len(word) :], *tokens[at + 1 :]]
        if _broken(token, word, len(form), _in_place(places, at - missing[0])):
            return [*form, *(one for to, one in enumerate(tokens) if to != at and to not in places)]
    return None


def _broken(token: str, word: str, size: int, in_place: bool) -> bool:
    """Tell whether a token is a word with a letter or two wrong of a form of so many words; `in_place` where the others stand around it."""
    if min(len(token), len(word)) < _TELLING_MIN:
        return False
    if size < _LONG_FORM:
        most = 2 if in_place and len(word) >= _LONG_MIN else 0
    else:
        most = 2 if len(word) >= (_COMMON_MIN if in_place else _LONG_MIN) else 1
    return most > 0 and OSA.distance(token, word, score_cutoff=most) <= most


def _in_place(places: Sequence[int], start: int) -> bool:
    """Tell whether the words of a form that stand in a name do so where they do in a form that begins at `start`."""
    return all(place in (-1, start + at) for at, place in enumerate(places))
