"""Words that a table of legal forms takes and that belong to a name: letters in front that are its brand, initials, that it is a bank.

The letters of some law's legal form are the initials of any company. Which stand in front of names, and which only behind them, is the
custom of countries: ООО Пример, PT Contoh, UAB Pavyzdys; no Danish IVS does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from enduse.entities.meaning import meanings
from enduse.terms.legal_forms import Stripped, without_forms
from enduse.terms.national_forms import BEFORE
from enduse.terms.sounds import in_latin, sound_of

_LETTERS_MAX = 4
_INITIALS = 2
"""Two letters printed apart are initials rather than a form: A S, K G."""
_IN_FRONT = frozenset(
    re.findall(
        r"\w+",
        "ao oao zao pao nao ooo too tov pat vat zat prat chp pp ip fop kfh kh gup mup fgup fgbu fkp ano npao osoo oso mchj ok qk xk llc jsc"
        " ojsc cjsc pjsc llp ltd co pt cv ud uab ab mb vsi sia ou as tuu oy kft bt zrt ood eood ad ead doo dooel jdoo sp eurl sprl sarl sas"
        " sasu snc sci scop gie ste ets vof phu fhu pe fe jv sc ltda sa nv bv bvba srl spa cty dntn tnhh ms",
    )
) | frozenset(form for form in BEFORE if " " not in form)
"""Forms that stand in front of names, in the letters of any country that writes them there."""
_BANKS = frozenset({"bank", "banki", "jsb", "jscb", "akb", "oakb", "pakb", "zakb"})
"""Words of legal forms that say that the body is a bank, in Latin letters."""
OF_FAMILIES = frozenset({"van", "von", "de", "der", "den", "ter", "ten", "te", "het"})
"""Words with which a family name begins: what stands in front of them are the initials of a person, and no form."""
_ALSO_INITIALS = frozenset(
    {"sa", "srl", "sia", "ab", "as", "ad", "mb", "sas", "spa", "bt", "ok", "pe", "cv", "nv", "bv", "oy", "sc", "sci"}
)
"""Of these such as are initials where another form stands behind the name: SIA Furniture Private Limited."""
_DUTCH_AND_FRENCH = frozenset({"bv", "nv", "cv", "vof", "sa", "sas", "sarl", "eurl", "sprl", "bvba", "ets", "snc"})
"""Forms in front of names in countries where families are called so."""


def without_forms_only(tokens: list[str]) -> Stripped:
    """Return the casefolded words of a name without its legal forms, and with what only looks like one.

    >>> [without_forms_only(name.split()).tokens for name in ("rs furniture bv", "ooo mebel", "rs kestrel bv", "eg van den vymport bv")]
    [('rs', 'furniture'), ('mebel',), ('kestrel',), ('eg', 'van', 'den', 'vymport')]
    >>> without_forms_only(["akb", "vymport"]).tokens
    ('vymport', 'bank')
    """
    stripped = without_forms(tokens)
    if not stripped.taken:
        return stripped
    if brand := _brand_in_front(tokens, stripped):
        behind = without_forms(tokens[len(brand) :])
        stripped = replace(behind, tokens=(*brand, *behind.tokens))
    if stripped.tokens and "bank" not in stripped.tokens and not _BANKS.isdisjoint(stripped.taken):
        # A joint-stock bank is a form and what the body does: the bank of a name is not its plant.
        stripped = replace(stripped, tokens=(*stripped.tokens, "bank"), taken=stripped.taken - _BANKS)
    return stripped


def _brand_in_front(tokens: Sequence[str], stripped: Stripped) -> tuple[str, ...]:
    """Return the first words of a name that were taken for a legal form and are its brand, or the initials of a person; empty without any.

    Letters printed apart (K G) are one form, or initials.
    """
    left = stripped.tokens
    if not left or not tokens or left[0] not in tokens[1:]:
        return ()
    front = tuple(tokens[: tokens.index(left[0])])
    letters = "".join(front)
    if len(letters) > _LETTERS_MAX or not (letters.isascii() and letters.isalpha()) or not stripped.taken.issuperset(front):
        return ()
    apart = len(front) > 1
    if apart and max(map(len, front)) > 1:
        return ()
    if left[0] in OF_FAMILIES and len(left) > 1:
        return () if letters in _DUTCH_AND_FRENCH else front
    another = letters in _ALSO_INITIALS and tokens[-1] not in left
    form = letters in _IN_FRONT and not another and not (apart and len(front) == _INITIALS)
    return front if not form and all(map(_says_what_it_does, left)) else ()


@lru_cache(maxsize=100_000)
def _says_what_it_does(token: str) -> bool:
    """Tell whether a word names a trade, a place or a kind of body, and no company."""
    means = meanings(sound_of(in_latin(token)))
    return bool(means) and all(one.kind in ("trade", "place", "body") for one in means)
