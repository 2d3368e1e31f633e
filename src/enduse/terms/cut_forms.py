"""Legal forms that a form's field cut off: bills of lading hold 35 characters of a name, and its form stands at the end.

Written by the maintainers, 2026, from bills of lading; each form is one that `legal_forms` knows behind a name.
"""

from __future__ import annotations

from enduse.terms.sounds import in_latin

FIELD_MIN = 28
"""Characters of the shortest field that is seen to cut names off; the usual ones hold 30, 35 and 40."""
_ALONE_MIN = 5
"""Letters from which the beginning of a form's first word says which it is: compa, but not comp (components) or priv."""
_LONG_MIN = 6
"""Letters of a word of a form of which any beginning says nothing; a shorter one's may be initials or a word: PT, Stock."""
_FORMS = tuple(
    tuple(form.split())
    for form in (
        "company limited", "company ltd", "co limited", "co ltd", "co inc", "company inc", "corporation limited", "corp ltd",
        "corporation ltd", "limited liability company", "limited liability partnership", "joint stock company", "private limited",
        "private ltd", "pvt limited", "pvt ltd", "pte limited", "pte ltd", "pty limited", "pty ltd", "sdn bhd", "incorporated",
        "limited sirketi", "ltd sti", "anonim sirketi", "aktiengesellschaft", "sociedad anonima", "sociedad limitada",
    )
)  # fmt: skip
_NEVER_COMPLETED = frozenset({"companies", "societe", "gesellschaft", "obshchestvo", "ogranichennoy", "otvetstvennostyu"})
"""Words of forms that are begun by others (societ: Society), are a part of them (Handelsgesellschaft), or stand in front of the name."""
_LONG = tuple(sorted(_NEVER_COMPLETED.union(word for form in _FORMS for word in form if len(word) >= _LONG_MIN)))
_BEGUN: dict[str, list[tuple[tuple[str, ...], int]]] = {}
for _form in _FORMS:
    for _at, _word in enumerate(_form):
        for _end in range(1 if _at else _ALONE_MIN, len(_word)):
            _BEGUN.setdefault(_word[:_end], []).append((_form, _at))


def completed(tokens: list[str]) -> list[str]:
    """Return the casefolded words of a name that was cut off in its legal form with the form in full; others as they are.

    Only for names as long as a field: who prints a short name has room for its form.

    >>> completed(["example", "instruments", "co", "l"]), completed(["example", "composite", "compa"])
    (['example', 'instruments', 'co', 'limited'], ['example', 'composite', 'company'])
    >>> completed(["example", "computer", "comp"]), completed(["example", "l"])
    (['example', 'computer', 'comp'], ['example', 'l'])
    """
    if len(tokens) < 2 or not tokens[-1].isalpha():
        return tokens
    for form, at in _BEGUN.get(in_latin(tokens[-1]), ()):
        start = len(tokens) - 1 - at
        if start > 0 and tuple(map(in_latin, tokens[start:-1])) == form[:at]:
            # Of a form of which a word stands whole, all; of one that only begins, no more than that word: company, not company limited.
            return [*tokens[:start], *(form if at else form[:1])]
    return tokens


def begins_form(piece: str) -> bool:
    """Tell whether the folded end of a name that was cut off may be what is left of a legal form, and so says nothing.

    >>> begins_form("liabi"), begins_form("socie"), begins_form("stoc"), begins_form("instr")
    (True, True, False, False)
    """
    return any(word.startswith(piece) for word in _LONG)
