"""What the order of two people's names tells: an initial beside a name that nothing answers, and a chain of names that begins with a child.

Who writes A. S. Kestrel is no Sergei Kestrel, though S may be Sergei, and Frank C. Kestrel no Frank Cormorant: an initial in the
middle is no family name. Names of Arabs are chains: one's own, the father's, the
grandfather's; so a name with one more in front is not the same man's but his child's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enduse.entities.person_names import NameWord
from enduse.entities.two_names import borne, of_the_east

_CHAIN_MIN, _EASTERN_MIN = 2, 2
"""Words that must follow the first one, and names of the East among all."""
_IN_FRONT = ("mohammed", "gholam", "abdul", "hafiz")
_KUNYA = frozenset({"abu", "abou", "umm"})
"""What stands behind this is no father's name."""


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


def begins_with_child(words: Sequence[NameWord], others: Sequence[NameWord], tied: Mapping[int, int]) -> bool:
    """Tell whether one name is the other with a name of the East in front, and nothing else: Qusay Saddam Hussein, Saddam Hussein.

    Muhammad and what else stands in front of a name as an honour may come and go.
    """
    own = [at for at, one in enumerate(words) if not one.particle]
    if len(own) <= _CHAIN_MIN or own[0] in tied or any(at not in tied for at in own[1:]):
        return False
    if any(not one.particle and at not in tied.values() for at, one in enumerate(others)):
        return False
    answers = [tied[at] for at in own[1:]]
    first, behind = words[own[0]].text, words[own[0] + 1].text
    if behind in _KUNYA or answers != sorted(answers) or _honour(first):
        return False
    return of_the_east(first) and sum(of_the_east(words[at].text) for at in own) >= _EASTERN_MIN


def _honour(word: str) -> bool:
    return any(borne(word) & borne(one) for one in _IN_FRONT)
