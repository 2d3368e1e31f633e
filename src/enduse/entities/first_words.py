"""What the order of two people's names tells: an initial beside a name that nothing answers, and a chain of names that begins with a child.

Who writes A. S. Kestrel is no Sergei Kestrel, though S may be Sergei, and Frank C. Kestrel no Frank Cormorant: an initial in the
middle is no family name. Names of Arabs are chains: one's own, the father's, the
grandfather's; so a name with one more in front is not the same man's but his child's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enduse.entities.person_names import NameWord, behind_article
from enduse.entities.person_sounds import ARTICLE, consonants, is_arabic
from enduse.entities.two_names import borne, of_the_east

_CHAIN_MIN, _EASTERN_MIN = 2, 2
"""Words that must follow the first one, and names of the East among all."""
_IN_FRONT = ("mohammed", "gholam", "abdul", "hafiz")
_KUNYA = frozenset({"abu", "abou", "abo", "abw", "aby", "umm"})
"""What stands behind this is no father's name."""
_BEFORE = 2
"""Words before the first name among which a kunya begins: Abu al-Athir."""


def skipped(words: Sequence[NameWord], others: Sequence[NameWord], tied: Mapping[int, int]) -> tuple[int, int] | None:
    """Return where a word stands that nothing answers though an initial beside it is answered, and what answers that one; else null.

    The initial stands behind the word, or before it and not in front of all. `tied` says by position which words answer each other.
    A word may be left out; so where the other side has a word over, nothing is said.
    """
    over = set(range(len(others))) - set(tied.values())
    own = [at for at, one in enumerate(words) if not one.particle]
    left_out = [at for at in own if at not in tied]
    if not left_out or any(not others[at].particle for at in over):
        return None
    initials = [at for at in tied if len(words[at].text) == 1]
    if behind := [at for at in initials if at > left_out[0]]:
        return left_out[0], tied[min(behind)]
    families = [at for at in left_out if _family_name(words[at])]
    before = [at for at in initials if at != own[0]]
    return (families[-1], tied[before[-1]]) if families and before else None


def _family_name(word: NameWord) -> bool:
    """Tell whether a word behind an initial can only be a family name: not in a chain of fathers, of which each may be left out."""
    return len(word.text) > 1 and not word.patronymic and not of_the_east(word.text)


def family_over(words: Sequence[NameWord], others: Sequence[NameWord], tied: Mapping[int, int]) -> tuple[int, int] | None:
    """Return where a family name with the article stands that answers a name within the other one, and that one's last name, left over.

    Muhammad al-Ibrahim is no Muhammad Ibrahim Vymysel: his family is not his father's given name.
    """
    at, last = len(words) - 1, len(others) - 1
    if not behind_article(words, at) or at not in tied or last in tied.values():
        return None
    within = tied[at]
    plain = not (within and others[within - 1].particle) and not others[within].printed.startswith(ARTICLE)
    return (at, last) if within < last and plain else None


def begins_with_child(words: Sequence[NameWord], others: Sequence[NameWord], tied: Mapping[int, int]) -> bool:
    """Tell whether one name is the other with a name in front, in a chain of names of the East: Qusay Saddam Hussein, Saddam Hussein.

    The other name is the father's: whole, or without his father's. Muhammad and what else stands in front of a name as an honour may come
    and go, and so may a kunya.
    """
    own = [at for at, one in enumerate(words) if not one.particle]
    if len(own) <= _CHAIN_MIN or own[0] in tied or not {own[1], own[-1]} <= tied.keys():
        return False
    if any(not one.particle and at not in tied.values() for at, one in enumerate(others)):
        return False
    answers = [tied[at] for at in own[1:] if at in tied]
    left_out = [at for at in own[1:] if at not in tied]
    if answers != sorted(answers) or not all(_of_the_east(words[at]) for at in left_out):
        return False
    first, father = words[own[0]], words[own[1]]
    near = words[max(own[0] - _BEFORE, 0) : own[0] + 2]
    if any(one.text in _KUNYA for one in near) or _honour(first) or first.printed.startswith(ARTICLE):
        return False
    if _of_the_east(first):
        return sum(_of_the_east(words[at]) for at in own) >= _EASTERN_MIN
    return _of_the_east(father) and not borne(first.text)


def _of_the_east(word: NameWord) -> bool:
    """Tell whether a word is a name of Arabs, Turks or Persians: known as one, or printed in Arabic letters."""
    return is_arabic(word.printed) or of_the_east(word.text)


def _honour(word: NameWord) -> bool:
    if word.printed:
        return any(consonants(word.printed) == consonants(one) for one in _IN_FRONT)
    return any(borne(word.text) & borne(one) for one in _IN_FRONT)
