"""Letters in front of a name that may be a legal form, and are the brand where nothing else is: RS Retail B.V., SP Energy.

The letters of some law's legal form are the initials of any company. Which stand in front of names, and which only behind them, is the
custom of countries: ООО Пример, PT Contoh, UAB Pavyzdys; no Danish IVS does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from enduse.entities.meaning import meanings
from enduse.terms.legal_forms import Stripped
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
_OF_FAMILIES = frozenset({"van", "von", "de", "der", "den", "ter", "ten", "te", "het"})
"""Words with which a family name begins: what stands in front of them are the initials of a person, and no form."""
_ALSO_INITIALS = frozenset(
    {"sa", "srl", "sia", "ab", "as", "ad", "mb", "sas", "spa", "bt", "ok", "pe", "cv", "nv", "bv", "oy", "sc", "sci"}
)
"""Of these such as are initials where another form stands behind the name: SIA Furniture Private Limited."""
_DUTCH_AND_FRENCH = frozenset({"bv", "nv", "cv", "vof", "sa", "sas", "sarl", "eurl", "sprl", "bvba", "ets", "snc"})
"""Forms in front of names in countries where families are called so."""


def brand_in_front(tokens: Sequence[str], stripped: Stripped) -> tuple[str, ...]:
    """Return the first words of a name that were taken for a legal form and are its brand, or the initials of a person; empty without any.

    `tokens` are the casefolded words of the name. Letters printed apart (K G) are one form, or initials.

    >>> from enduse.terms.legal_forms import without_forms
    >>> [brand_in_front(name.split(), without_forms(name.split())) for name in ("rs retail bv", "ooo energia", "rs kestrel bv")]
    [('rs',), (), ()]
    >>> brand_in_front("eg van den vymport bv".split(), without_forms("eg van den vymport bv".split()))
    ('eg',)
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
    if left[0] in _OF_FAMILIES and len(left) > 1:
        return () if letters in _DUTCH_AND_FRENCH else front
    another = letters in _ALSO_INITIALS and tokens[-1] not in left
    form = letters in _IN_FRONT and not another and not (apart and len(front) == _INITIALS)
    return front if not form and all(map(_says_what_it_does, left)) else ()


@lru_cache(maxsize=100_000)
def _says_what_it_does(token: str) -> bool:
    """Tell whether a word names a trade, a place or a kind of body, and no company."""
    means = meanings(sound_of(in_latin(token)))
    return bool(means) and all(one.kind in ("trade", "place", "body") for one in means)
