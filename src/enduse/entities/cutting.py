"""Long names that a form's field cut off in the middle of a word: what is left of that word answers to the whole one.

What stands behind it in the other name is then one more thing that only one name says.
"""

from __future__ import annotations

from enduse.entities.read_words import Word
from enduse.entities.reading import Reading
from enduse.entities.sides import Alignment, Tie, turned_round
from enduse.terms.cut_forms import FIELD_MIN, begins_form

_SURE = 0.9
_WORD_MIN = 2
"""Letters that say so much: a shorter piece says nothing, and one of so many only the first word left over that it begins."""


def cut_off(found: Alignment, left: Reading, right: Reading) -> None:
    """Tie the last word of a long name that was cut off in it to the word of the other name that it begins; leave a piece of a form out.

    >>> from enduse.entities import compare
    >>> compare("Kestrel Invented Optical Instruments Manufac", "Kestrel Invented Optical Instruments Manufacturing Co").probability > 0.9
    True
    """
    for one, turned in ((left, False), (right, True)):
        cut, whole = (found.right, found.left) if turned else (found.left, found.right)
        if not cut or len(one.name.strip()) < FIELD_MIN or cut[-1] is not one.words[-1] or not _ends_with(one):
            continue
        last = cut[-1]
        begun = next((it for it in whole if len(it.text) > len(last.text) and it.text.startswith(last.text)), None)
        if begun is not None and (len(last.text) > _WORD_MIN or begun is whole[0]):
            found.ties.append(Tie(*turned_round(last.text, begun.text, turned), begun.kind, "abbreviated", _SURE, _weight(last, begun)))
            cut.remove(last)
            whole.remove(begun)
        elif len(last.text) >= _WORD_MIN and last.kind != "number" and begins_form(last.text):
            cut.remove(last)


def _ends_with(one: Reading) -> bool:
    """Tell whether a name is printed with its last word at its end, and no sign behind it."""
    return one.name.rstrip().casefold().endswith(one.words[-1].text)


def _weight(last: Word, begun: Word) -> float:
    """Return what the tie tells: no more than the letters that were left."""
    return begun.weight * len(last.text) / len(begun.text)
