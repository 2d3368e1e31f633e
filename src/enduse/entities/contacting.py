"""Addresses, telephones and e-mail of entities: what brings two of them together, and what it says that they share it.

A value that many differently named entities state (a forwarder's address, a shared telephone) says little or nothing, and so
does a letter box's domain that is open to all. What two entities share beside their names never outweighs names that deny each
other: two companies of one house share its telephone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from enduse.entities.contacts import COMMON, FEW, OPEN_TO_ALL, contacts_of
from enduse.entities.names import address_words
from enduse.entities.outcomes import Compared
from enduse.terms.garbled import readable

Kind = Literal["telephone", "e-mail", "address"]
_WORTH: dict[Kind, float] = {"telephone": 3.0, "e-mail": 3.0, "address": 2.5}
"""What a shared value adds to the log of the odds, set by hand below what the stage `resolve` gives it: names must agree as well."""
_OF_COMMON = 0.5
SHARED_MOST = 4.0
"""All that is shared beside the names adds no more than this."""
_SHARERS_MAX = 200
"""A value that more entities state brings nothing together."""
_DIGITS_MIN, _RUSSIAN = 8, 11
_WORDS_MIN, _WORDS_SHARED = 3, 0.6
_MAIL = re.compile(r"([\w.+-]+)@((?:[\w-]+\.)+[\w-]{2,})")
_DENYING = ("brand", "place", "line of business", "number")


class Contact(NamedTuple):
    """One value as it is compared, and as printed. `key` brings equal values together; addresses may meet by their numbers too."""

    kind: Kind
    key: str
    printed: str
    words: frozenset[str] = frozenset()
    """Of an address."""

    def meets(self, other: Contact) -> bool:
        """Tell whether the two are one: equal, or addresses of equal numbers and most words."""
        if self.kind != other.kind:
            return False
        if self.kind != "address":
            return self.key == other.key
        most = max(len(self.words), len(other.words))
        return _numbers(self.words) == _numbers(other.words) and len(self.words & other.words) >= _WORDS_SHARED * most


def contacts_in(addresses: Iterable[str], phones: Iterable[str], emails: Iterable[str]) -> tuple[Contact, ...]:
    """Return what can be compared, sorted; telephones and e-mail printed in an address are told apart from it.

    >>> [one.key for one in contacts_in(["5 Example St, TEL: +7 (495) 000-00-00"], ["8 495 000 00 00"], ["a@kestrel.example"])]
    ['d:kestrel.example', 't:74950000000']
    >>> contacts_in([], [], ["invented.kestrel@mail.ru"])[0].key
    'd:invented.kestrel@mail.ru'
    """
    found: dict[tuple[str, str, frozenset[str]], Contact] = {}

    def note(kind: Kind, key: str, printed: str, words: frozenset[str] = frozenset()) -> None:
        found.setdefault((kind, key, words), Contact(kind, key, printed, words))

    texts = [*phones]
    mail = [*emails]
    for address in addresses:
        said = contacts_of(address)
        texts += said.phones
        mail.append(address)
        words = address_words(said.rest)
        numbers = _numbers(words)
        if len(words) >= _WORDS_MIN and numbers:
            note("address", "a:" + " ".join(numbers if len(numbers) > 1 else sorted(words)), said.rest, words)
    for text in texts:
        for part in re.split(r"[;,/]", readable(text)):
            digits = re.sub(r"\D", "", part).removeprefix("00")
            if len(digits) >= _DIGITS_MIN:
                # Inside Russia and Kazakhstan 8 is dialled for the country's 7.
                note("telephone", "t:" + ("7" + digits[1:] if len(digits) == _RUSSIAN and digits[0] == "8" else digits), part.strip())
    for text in mail:
        for box, domain in _MAIL.findall(readable(text).casefold()) if "@" in text else ():
            # At a domain open to all the box alone is somebody's.
            note("e-mail", f"d:{box}@{domain}" if domain in OPEN_TO_ALL else f"d:{domain}", f"{box}@{domain}")
    return tuple(sorted(found.values(), key=lambda one: (one.kind, one.key, one.printed)))


def _numbers(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())


class Sharing(NamedTuple):
    """One value that two entities share; `bearers` is how many differently named entities of the pool state it."""

    ours: Contact
    theirs: Contact
    bearers: int

    @property
    def worth(self) -> float:
        """What it adds: all, half, or nothing when it is generic."""
        if self.bearers > COMMON:
            return 0.0
        return _WORTH[self.ours.kind] * (_OF_COMMON if self.bearers > FEW else 1.0)

    def told(self) -> Compared:
        """Return the line of an explanation."""
        generic = f", generic (weighs nothing): {self.bearers} names" if not self.worth else ""
        return Compared(f"{self.ours.kind}{generic}", "unknown" if generic else "agree", self.ours.printed, self.theirs.printed)


def shared_worth(shared: Iterable[Sharing], named: Iterable[Compared]) -> float:
    """Return what shared values add to the score of two names with this explanation; nothing when the names deny each other."""
    if any(one.outcome == "differ" and one.comparison in _DENYING for one in named):
        return 0.0
    best: dict[Kind, float] = {}
    for one in shared:
        best[one.ours.kind] = max(best.get(one.ours.kind, 0.0), one.worth)
    return min(sum(best.values()), SHARED_MOST)


def sharings(ours: Iterable[Contact], theirs: Iterable[Contact], bearers: int = 1) -> list[Sharing]:
    """Return what two entities share, nobody else known."""
    others = list(theirs)
    return [Sharing(one, other, bearers) for one in ours for other in others if one.meets(other)]


def explain_contacts(ours: Iterable[Contact], theirs: Iterable[Contact], shared: Iterable[Sharing]) -> Iterator[Compared]:
    """Yield a line for each kind of value that both sides state: what agrees, else what stands against what."""
    told = list(shared)
    sides = list(ours), list(theirs)
    for kind in _WORTH:
        met = [one for one in told if one.ours.kind == kind]
        if met:
            yield max(met, key=lambda one: (one.worth, one.ours.printed, one.theirs.printed)).told()
            continue
        left, right = (" / ".join(one.printed for one in side if one.kind == kind) or None for side in sides)
        if left and right:
            yield Compared(f"{kind} (weighs nothing)", "differ", left, right)


class ContactIndex:
    """Who states which values; entities go by number."""

    def __init__(self) -> None:
        self._bearers: dict[str, dict[tuple[int, Contact], str]] = defaultdict(dict)

    def add(self, number: int, name: str, contacts: Iterable[Contact]) -> None:
        """Note the values of an entity; `name` is what tells it from others that state the same."""
        for one in contacts:
            self._bearers[one.key][number, one] = name

    def remove(self, number: int, contacts: Iterable[Contact]) -> None:
        """Forget the values of an entity."""
        for one in contacts:
            self._bearers[one.key].pop((number, one), None)
            if not self._bearers[one.key]:
                del self._bearers[one.key]

    def shared(self, asked: Iterable[Contact]) -> dict[int, list[Sharing]]:
        """Return by entity what it shares with these values; values that very many state bring nothing together."""
        found: dict[int, list[Sharing]] = defaultdict(list)
        for one in asked:
            met = {stated: name for stated, name in self._bearers.get(one.key, {}).items() if one.meets(stated[1])}
            if len(met) <= _SHARERS_MAX:
                bearers = len(set(met.values()))
                for at, other in met:
                    found[at].append(Sharing(one, other, bearers))
        return found
