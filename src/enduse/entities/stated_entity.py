"""A company, person or ship as somebody states it, and what its names, countries and numbers say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from enduse.entities.births import born
from enduse.entities.brackets import Asides, asides
from enduse.entities.contacting import Contact, contacts_in
from enduse.entities.names import KINDS_OF_BODY
from enduse.entities.reading import Reading, readings
from enduse.terms.identifiers import Identifier, identify, is_filler
from enduse.terms.periods import Period
from enduse.terms.territories import country_code


@dataclass(frozen=True)
class Entity:
    """A company as somebody states it: its names, countries (codes or names), and numbers, addresses, telephones, e-mail as printed.

    `schema` is its FollowTheMoney kind, when stated; `id` the asker's own; `source` the list or table that it stands in;
    `birth_dates` are a person's, as printed.
    """

    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    id: str | None = None
    schema: str | None = None
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    source: str | None = None
    birth_dates: tuple[str, ...] = ()

    @cached_property
    def born(self) -> tuple[Period, ...]:
        """The dates of birth, as days that they admit."""
        return born(self.birth_dates)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Addresses, telephones and e-mail as they are compared."""
        if not (self.addresses or self.phones or self.emails):
            return ()
        return contacts_in(self.addresses, self.phones, self.emails)

    @cached_property
    def parts(self) -> frozenset[str]:
        """Names that stand only in brackets behind another name."""
        read = [readings(name) for name in self.names]
        own = {one.name for name, found in zip(self.names, read, strict=True) for one in (found if " / " in name else found[:1])}
        return frozenset(one.name for found in read for one in found[1:]) - own

    @cached_property
    def asides(self) -> Asides:
        """What stands in brackets behind its names."""
        return asides(self.names) if any("(" in name or "[" in name or "（" in name for name in self.names) else {}

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The names as they read, each once."""
        return tuple(dict.fromkeys(one for name in self.names for one in readings(name)))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Kinds of body (llc, jsc ...) that its names state."""
        return frozenset(form for one in self.readings for form in one.forms & KINDS_OF_BODY)

    @cached_property
    def codes(self) -> frozenset[str]:
        """ISO codes of the countries that are known."""
        return frozenset(code for one in self.countries if (code := country_code(one)))

    @cached_property
    def numbers(self) -> tuple[Identifier, ...]:
        """The identifiers, told apart and checked; without fillers, which strangers share."""
        if not self.identifiers:
            return ()
        country = next(iter(self.codes)) if len(self.codes) == 1 else None
        found = {one for printed in self.identifiers for one in identify(printed, None, country) if not is_filler(one.value)}
        return tuple(sorted(found, key=lambda one: (one.scheme, one.value)))

    @cached_property
    def strong(self) -> dict[str, frozenset[str]]:
        """Valid numbers that mean one company, by scheme."""
        found: dict[str, frozenset[str]] = {}
        for one in self.numbers:
            if one.means_one:
                found[one.scheme] = found.get(one.scheme, frozenset()) | {one.value}
        return found

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Numbers that fail their check, or of which nothing says what they are."""
        sure = {value for values in self.strong.values() for value in values}
        return frozenset(one.value for one in self.numbers if one.value not in sure and len(one.value) >= 5)
