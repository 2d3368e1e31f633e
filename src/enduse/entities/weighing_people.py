"""How probable it is that two names are one person's, and why. A name alone proves no person: others bear it."""

from __future__ import annotations

from enduse.entities.outcomes import Compared
from enduse.entities.people import NameTie, PeopleMet, meet_people
from enduse.entities.person_names import NameWord, read_person
from enduse.entities.two_names import one_name
from enduse.entities.weights import weights

_TIED_MAX, _LETTERS_MAX, _SLIPS_MAX = 3.0, 20, 4.0
_NEAR_SLIPS, _SLIP_MIN = 2.0, 5
_INITIAL, _PATRONYMIC = 0.5, 0.4
_ONE_WORD = 1.5
_MUHAMMAD = 0.5
"""What a name that so many bear is worth less where the others bear more names."""
_BESIDE_MANY = 1.0
_SERVANT = frozenset({"abdul", "abd", "bd"})


def weigh_people(left: str, right: str) -> float:
    """Return the log of the odds that two printed names are one person's."""
    # In one order, whoever asks: where two ways to tie words are equally good the first is taken.
    found = meet_people(*map(read_person, sorted((left, right))))
    worth = weights("people")
    return sum(worth[piece] * value for piece, value in people_evidence(found).items())


def people_evidence(found: PeopleMet) -> dict[str, float]:
    """Return how much of each piece of evidence two names laid side by side hold; pieces and their signs are those of weights.yml.

    `tied` words (an initial is half a word) and tied `letters` count only where no word stands against another: two brothers
    share most of their names. `slips` are wrong letters in tied words. `nearly` says that a single word differs, by two letters or fewer,
    and looks like a slip: long, and with the same first letter, which pens and ears miss least.
    `beside` is what only one side prints, up to one word; `beside_many` what goes beyond. `son_turned`: A son of B against B son of A.
    `child`: the father's name with the child's in front.
    """
    differ = [tie for tie in found.ties if tie.how == "differ"]
    agree = [tie for tie in found.ties if tie.how != "differ"]
    initials = sum(tie.how == "initial" for tie in agree)
    # Servant of God begins a name and is none.
    words = len(agree) - initials - sum(not _SERVANT.isdisjoint((tie.left, tie.right)) for tie in agree)
    tied = words + _INITIAL * initials
    if found.left or found.right:
        tied -= _MUHAMMAD * any(one_name(tie.left, "mohammed") for tie in agree)
    letters = sum(tie.letters for tie in agree if tie.how != "initial")
    slips = sum((1 - tie.alike) * tie.letters for tie in agree if tie.how == "alike")
    beside = _beside(found.left) + _beside(found.right)
    alone = not words or (tied < _ONE_WORD and bool(found.left or found.right))
    return {
        "base": 1.0,
        "tied": 0.0 if differ else min(tied, _TIED_MAX),
        "letters": 0.0 if differ else min(letters, _LETTERS_MAX) / 10,
        "one_word": float(alone),
        "slips": min(slips, _SLIPS_MAX),
        "differ": float(len(differ)),
        "nearly": float(len(differ) == 1 and _slip(differ[0])),
        "beside": min(beside, _BESIDE_MANY),
        "beside_many": max(beside - _BESIDE_MANY, 0.0),
        "initials": float(initials),
        "short_form": float(sum(tie.how == "short form" for tie in agree)),
        "turned": float(found.turned),
        "son_turned": float(found.son_turned),
        "child": float(found.child),
    }


def _slip(tie: NameTie) -> bool:
    few = (1 - tie.alike) * tie.letters <= _NEAR_SLIPS + 0.01
    return few and tie.letters >= _SLIP_MIN and tie.left[:1] == tie.right[:1]


def _beside(words: list[NameWord]) -> float:
    return sum(0.0 if one.particle else _PATRONYMIC if one.patronymic else 1.0 for one in words)


def explain_people(left: str, right: str) -> tuple[Compared, ...]:
    """Return which words of two people's names agree, differ, or stand on one side only."""
    found = meet_people(read_person(left), read_person(right))
    told = []
    for tie in found.ties:
        label = "word of the name" if tie.how == "differ" else f"word of the name, {tie.how}"
        told.append(Compared(label, "differ" if tie.how == "differ" else "agree", tie.left, tie.right))
    if found.turned:
        told.append(Compared("order of the words", "differ", left, right))
    told += [Compared("word of the name", "unknown", one.text, None) for one in found.left]
    return (*told, *(Compared("word of the name", "unknown", None, one.text) for one in found.right))
