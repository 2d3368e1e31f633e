"""Legal forms of Thai names, which are written without spaces between words: บริษัท … จำกัด is a limited company.

Written by the maintainers, 2026, from general knowledge of Thai company law.
"""

from __future__ import annotations

import re

_THAI = re.compile("[\u0e01-\u0e3a]")
_FORMS = (
    (re.compile(r"ห้างหุ้นส่วนจ(?:ำ|ํา)กัด|หจก\.?"), " limited partnership "),
    (re.compile(r"\(\s*มหาชน\s*\)|บมจ\.?"), " plc "),
    (re.compile(r"บริษัท|บจก\.?|บจ\.|จ(?:ำ|ํา)กัด"), " ltd "),
    (re.compile(r"ประเทศไทย"), "thailand"),
)
"""Longest first; the vowel of จำกัด is one sign or two."""


def thai_forms_apart(name: str) -> str:
    """Return a name with each Thai legal form as English words of its own, and Thailand by its English name; others as they are.

    >>> thai_forms_apart("บริษัท Example จำกัด").split(), thai_forms_apart("Example Ltd")
    (['ltd', 'Example', 'ltd'], 'Example Ltd')
    """
    if not _THAI.search(name):
        return name
    for form, words in _FORMS:
        name = form.sub(words, name)
    return name
