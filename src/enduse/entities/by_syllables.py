"""People's names in Latin letters by the first letters of their words: how a question in Korean letters finds those that spell it.

Made at the first such question. One name has so many spellings that no key of letters holds for all of them: where the first letter may
be right each name is read syllable by syllable.
"""

from __future__ import annotations

import numpy as np

from enduse.entities.index import Near
from enduse.entities.korean import beside_latin, spelled_whole
from enduse.entities.person_names import PersonName, is_korean, read_person
from enduse.entities.pool_names import PoolNames
from enduse.entities.reading import Reading
from enduse.entities.spelled_names import SpelledNames
from enduse.terms.hangul import first_letters, may_be_korean

_NEAR = 60


class BySyllables(SpelledNames):
    """Positions of names by the first letter of each of their words, of names that hold a Korean syllable."""

    def read(self, names: PoolNames) -> None:
        """Put the names that wait under their first letters."""
        for at in self._unread():
            if names.scripts[at] == "latin":
                self._put(at, frozenset(one.text[0] for one in read_person(names.texts[at]).words if may_be_korean(one.text)))

    def near(self, asked: Reading, names: PoolNames) -> Near:
        """Return the names that spell one in Korean letters, at most 60 in alphabetical order; none with a name in others.

        A name that nobody bears any more is passed over.
        """
        read = read_person(asked.name)
        if not is_korean(read) or not read.parts:
            return Near(np.empty(0, np.int32), np.empty(0, np.float32))
        self.read(names)
        begins = {at for letter in first_letters(read.parts[-1]) for at in self._rows.get(letter, ()) if names.bearers[at]}
        found = [at for at in begins if _spelled(read, names.texts[at])]
        best = sorted(found, key=lambda at: names.texts[at])[:_NEAR]
        return Near(np.array(best, np.int32), np.ones(len(best), np.float32))


def _spelled(korean: PersonName, name: str) -> bool:
    latin = read_person(name)
    return beside_latin(korean, latin) and spelled_whole(korean, latin)
