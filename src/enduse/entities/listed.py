"""Listed subjects ready to be met: their names analysed, their numbers checked, indexed by key, sound and number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from enduse.entities.blocking import SOUND_LETTERS_MIN
from enduse.entities.names import Named, analyse
from enduse.entities.pool import Pool
from enduse.entities.reading import analyse as analyse_words
from enduse.entities.reading import readings
from enduse.entities.weighing import Entity
from enduse.store import StageRun
from enduse.terms.identifiers import Identifier, identify
from enduse.terms.territories import country_code

_SUBJECTS = """
select s.subject_id, min(s.list_id) as list_id, d.subject_type, s.prop, s.scheme, s.value
from statements s
join (select subject_id, min(subject_type) as subject_type from designations group by subject_id) d on d.subject_id = s.subject_id
where s.prop in ('name', 'alias', 'weak_alias', 'previous_name', 'identifier', 'country', 'address', 'phone', 'email', 'date')
  and (s.prop <> 'date' or s.scheme = 'birth')
  and s.value is not null
group by s.subject_id, d.subject_type, s.prop, s.scheme, s.value
order by s.subject_id, s.prop, s.value, s.scheme
"""
_CRAFT = frozenset({"Vessel", "Airplane"})
"""A company is no ship and no aircraft: those meet by number, and by name only where a ship or an aircraft is asked about."""
_NAMELESS = frozenset({"Address"})


_BESIDE = {"address": "addresses", "phone": "phones", "email": "emails", "date": "births"}


@dataclass(frozen=True)
class ListedName:
    """One name of one listed subject, as printed on the list; `weak` when the list itself calls it a weak alias."""

    printed: str
    named: Named
    weak: bool


@dataclass
class Listed:
    """One subject of one list."""

    subject_id: str
    list_id: str
    subject_type: str | None
    names: list[ListedName] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    numbers: dict[str, frozenset[str]] = field(default_factory=dict)
    """Strong identifiers by scheme that contradict another number of their scheme."""
    merging: set[tuple[str, str]] = field(default_factory=set)
    """(scheme, number) pairs of which one means one company."""
    printed_numbers: tuple[str, ...] = ()
    """Every number of the entry as the list prints it, behind its label where it has one."""
    addresses: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    births: list[str] = field(default_factory=list)

    @property
    def entity(self) -> Entity:
        """The subject as `compare` and `match` take it."""
        names, beside = tuple(name.printed for name in self.names), (tuple(self.addresses), tuple(self.phones), tuple(self.emails))
        countries, births = tuple(sorted(self.countries)), tuple(self.births)
        return Entity(names, countries, self.printed_numbers, self.subject_id, self.subject_type, *beside, birth_dates=births)

    @property
    def craft(self) -> bool:
        """True for ships and aircraft: many share a name, and a shared one is never more than a question."""
        return self.subject_type in _CRAFT

    @property
    def person(self) -> bool:
        """True for people: a shared name of a person is never more than a question."""
        return self.subject_type == "Person"


@dataclass
class ListedIndex:
    """Every listed subject, and where to find it; positions are those of `subjects`, sorted by id."""

    subjects: list[Listed]
    by_key: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    by_sound: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_number: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: dict[str, Named] = field(default_factory=dict)
    bearers: dict[str, int] = field(default_factory=dict)
    """How many distinct listed keys contain a word."""
    _pools: dict[str, Pool] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, list[tuple[int, int]]]:
        """Where each name as printed, or a part of it that is a name of its own, stands; names of craft too."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, subject in enumerate(self.subjects):
            for at, name in enumerate(subject.names):
                for reading in readings(name.printed):
                    found[reading.name].append((position, at))
        return dict(found)

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each subject stands in `subjects`."""
        return {one.subject_id: at for at, one in enumerate(self.subjects)}

    @cached_property
    def by_subject(self) -> Pool:
        """The listed subjects ready to be asked, in the order of `subjects`, with all that is known of each; craft without their names."""
        return Pool(replace(one.entity, names=()) if one.craft else one.entity for one in self.subjects)

    @cached_property
    def by_craft(self) -> Pool:
        """Listed ships and aircraft ready to be asked by name too."""
        return Pool(one.entity for one in self.subjects if one.craft)

    def pool(self, script: str) -> Pool:
        """Return the listed names in another script than this, ready to be asked by sound and meaning."""
        if script not in self._pools:
            names = (name for name in sorted(self.by_name) if self._of_somebody(name) and analyse_words(name).script != script)
            self._pools[script] = Pool(Entity((name,), id=name) for name in names)
        return self._pools[script]

    def _of_somebody(self, name: str) -> bool:
        return not all(self.subjects[position].craft for position, _ in self.by_name[name])

    def homonyms(self, key: str, subject: Listed) -> int:
        """Return how many subjects of the same list bear the key, those that share a number counted once."""
        same: list[Listed] = []
        for position in sorted({at for at, _ in self.by_key.get(key, [])}):
            other = self.subjects[position]
            if other.list_id == subject.list_id and not any(other.merging & one.merging for one in same):
                same.append(other)
        return len(same)


def load(run: StageRun) -> ListedIndex:
    """Return the index of every subject that some designation names; empty when no list is loaded."""
    if not (run.has("statements") and run.has("designations")):
        return ListedIndex([])
    rows = run.query(_SUBJECTS)
    subjects: dict[str, Listed] = {}
    raw: dict[str, list[tuple[str | None, str]]] = defaultdict(list)
    analysed: dict[str, Named] = {}
    columns = [rows[name].to_pylist() for name in ("subject_id", "list_id", "subject_type", "prop", "scheme", "value")]
    for subject_id, list_id, subject_type, prop, scheme, value in zip(*columns, strict=True):
        subject = subjects.setdefault(subject_id, Listed(subject_id, list_id, subject_type))
        if prop == "identifier":
            raw[subject_id].append((scheme, value))
        elif prop == "country":
            if code := country_code(value):
                subject.countries.add(code)
        elif prop in _BESIDE:
            getattr(subject, _BESIDE[prop]).append(value)
        elif subject_type not in _NAMELESS:
            if value not in analysed:
                analysed[value] = analyse(value)
            subject.names.append(ListedName(value, analysed[value], prop == "weak_alias"))
    for subject_id, numbers in raw.items():
        _number(subjects[subject_id], numbers)
    return _index([subjects[subject_id] for subject_id in sorted(subjects)])


def _number(subject: Listed, printed: list[tuple[str | None, str]]) -> None:
    country = next(iter(subject.countries)) if len(subject.countries) == 1 else None
    found: set[Identifier] = set()
    for scheme, value in printed:
        found.update(identify(value, scheme, country))
    subject.numbers, subject.merging = strong(found)
    subject.printed_numbers = tuple(sorted({f"{scheme} {value}" if scheme else value for scheme, value in printed}))


def strong(identifiers: Iterable[Identifier]) -> tuple[dict[str, frozenset[str]], set[tuple[str, str]]]:
    """Return the identifiers that contradict another of their scheme, and those that mean one company."""
    numbers: dict[str, frozenset[str]] = {}
    merging: set[tuple[str, str]] = set()
    for one in sorted(identifiers, key=lambda one: (one.scheme, one.value)):
        if one.means_one:
            numbers[one.scheme] = numbers.get(one.scheme, frozenset()) | {one.value}
            merging.add((one.scheme, one.value))
    return numbers, merging


def _index(subjects: list[Listed]) -> ListedIndex:
    index = ListedIndex(subjects)
    for position, subject in enumerate(subjects):
        subject.names.sort(key=lambda one: (one.weak, one.printed))
        for at, name in enumerate(subject.names):
            if name.named.key is not None and not subject.craft:
                index.by_key[name.named.key].append((position, at))
                index.named.setdefault(name.named.key, name.named)
        for value in sorted({value for _, value in subject.merging}):
            index.by_number[value].append(position)
    words: dict[str, int] = defaultdict(int)
    for key, named in sorted(index.named.items()):
        for sound in (named.sound, named.run_together) if named.han or len(named.sound) >= SOUND_LETTERS_MIN else ():
            index.by_sound[sound].add(key)
        for word in set(named.tokens):
            words[word] += 1
    index.bearers = dict(words)
    return index
