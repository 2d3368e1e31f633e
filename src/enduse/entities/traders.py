"""Sole traders: an ИП, ФОП or ЧП that bears a person's name is that person, and two of them are compared as people are."""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.entities.names import FORMS_OF_TRADERS
from enduse.entities.person_names import like_a_person
from enduse.entities.reading import Reading
from enduse.terms.sounds import in_latin

_SOLE = "sp"
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_]\s?\.\s?(?:[^\W\d_]\b\.?)?")
_SIGNS = re.compile(r"[^\w.'’-]+")


def two_traders(left: Reading, right: Reading) -> tuple[str, str] | None:
    """Return the two people's names where both are sole traders and one at least is printed as people are; null otherwise."""
    if _SOLE not in left.forms or _SOLE not in right.forms:
        return None
    ours, theirs = _bearer(left), _bearer(right)
    return (ours, theirs) if ours and theirs and (_as_printed(ours) or _as_printed(theirs)) else None


@lru_cache(maxsize=20_000)
def _bearer(name: Reading) -> str:
    """Return the name without the words of its legal form.

    >>> from enduse.entities.reading import analyse
    >>> _bearer(analyse("ИП Вымыслов И.И.")), _bearer(analyse("ЧП «Вымысел»"))
    ('Вымыслов И.И.', 'Вымысел')
    """
    forms = name.taken | FORMS_OF_TRADERS
    printed = _SIGNS.sub(" ", name.name).split()
    return " ".join(one for one in printed if _INITIALS.fullmatch(one) or in_latin(re.sub(r"\W", "", one.casefold())) not in forms)


@lru_cache(maxsize=20_000)
def _as_printed(name: str) -> bool:
    """Tell whether a name has initials, a given name or a patronymic: what a company's brand has not."""
    return _INITIALS.search(name) is not None or like_a_person(name)
