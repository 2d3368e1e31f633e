"""What the order of two people's names tells: an initial behind a name that nothing answers, and a chain of names that begins with a child.

Who writes A. S. Kestrel is no Sergei Kestrel, though S may be Sergei. Names of Arabs are chains: one's own, the father's, the
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
    """Return where a word stands that nothing answers though an initial behind it is answered, and what answers that one; else null.

    `tied` says by position which words answer each other. A word may be left out; so where the other side has a word over, nothing
    is said.
    """
    over = set(range(len(others))) - set(tied.values())
    left_out = [at for at, one in enumerate(words) if at not in tied and not one.particle]
    if not left_out or any(not others[at].particle for at in over):
        return None
    answered = (tied[at] for at in range(left_out[0] + 1, len(words)) if at in tied and len(words[at].text) == 1)
    return next(((left_out[0], to) for to in answered), None)


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
