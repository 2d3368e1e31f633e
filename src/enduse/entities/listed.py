"""Listed subjects ready to be met: their names analysed, their numbers checked, indexed by key, sound and number.

Most questions meet few subjects: a subject is made of its rows, and its names and numbers are read, when somebody asks for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from enduse.entities.blocking import SOUND_LETTERS_MIN
from enduse.entities.columns import checked, lists_of
from enduse.entities.names import Named, analyse
from enduse.entities.pool import Pool
from enduse.entities.reading import analyse as analyse_words
from enduse.entities.reading import readings
from enduse.entities.spelled_names import Shelf
from enduse.entities.stated_entity import Entity
from enduse.entities.when_asked import WhenAsked
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

_PLACES = pa.schema({"value": pa.string(), "subjects": pa.list_(pa.int32())})
_BEARERS = pa.schema({"word": pa.string(), "keys": pa.int32()})
_COUNTRIES = pa.schema({"country": pa.string(), "code": pa.string()})
_ROWS = pa.schema([(name, pa.string()) for name in ("subject_id", "list_id", "subject_type", "prop", "scheme", "value")])
_BESIDE = {"address": "addresses", "phone": "phones", "email": "emails", "date": "births"}


@dataclass(frozen=True)
class ListedName:
    """One name of one listed subject, as printed on the list; `weak` when the list itself calls it a weak alias."""

    printed: str
    weak: bool

    @cached_property
    def named(self) -> Named:
        """The name analysed."""
        return analyse(self.printed)


@dataclass
class Listed:
    """One subject of one list."""

    subject_id: str
    list_id: str
    subject_type: str | None
    names: list[ListedName] = field(default_factory=list)
    """Weak aliases last, in alphabetical order."""
    countries: set[str] = field(default_factory=set)
    stated: list[tuple[str | None, str]] = field(default_factory=list)
    """(scheme, number) as the list prints them."""
    addresses: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    births: list[str] = field(default_factory=list)

    @cached_property
    def _strong(self) -> tuple[dict[str, frozenset[str]], set[tuple[str, str]]]:
        country = next(iter(self.countries)) if len(self.countries) == 1 else None
        return strong({one for scheme, value in self.stated for one in identify(value, scheme, country)})

    @property
    def numbers(self) -> dict[str, frozenset[str]]:
        """Strong identifiers by scheme that contradict another number of their scheme."""
        return self._strong[0]

    @property
    def merging(self) -> set[tuple[str, str]]:
        """(scheme, number) pairs of which one means one company."""
        return self._strong[1]

    @property
    def printed_numbers(self) -> tuple[str, ...]:
        """Every number of the entry as the list prints it, behind its label where it has one."""
        return tuple(sorted({f"{scheme} {value}" if scheme else value for scheme, value in self.stated}))

    @cached_property
    def entity(self) -> Entity:
        """The subject as `compare` and `match` take it."""
        names, beside = tuple(name.printed for name in self.names), (tuple(self.addresses), tuple(self.phones), tuple(self.emails))
        countries, births = tuple(sorted(self.countries)), tuple(self.births)
        return Entity(names, countries, self.printed_numbers, self.subject_id, self.subject_type, *beside, birth_dates=births)

    @property
    def asked_with(self) -> Entity:
        """The subject as any question meets it: a ship or an aircraft without its names."""
        return replace(self.entity, names=()) if self.craft else self.entity

    def bears(self, name: str) -> ListedName | None:
        """Return the first of its names that is, or holds, a name as it was read; null when none does."""
        return next((one for one in self.names if any(reading.name == name for reading in readings(one.printed))), None)

    @property
    def craft(self) -> bool:
        """True for ships and aircraft: many share a name, and a shared one is never more than a question."""
        return self.subject_type in _CRAFT

    @property
    def person(self) -> bool:
        """True for people: a shared name of a person is never more than a question."""
        return self.subject_type == "Person"


class ListedRows:
    """What the lists state, by subject."""

    def __init__(self, rows: pa.Table) -> None:
        """`rows` are those of `_SUBJECTS`."""
        columns = [_shared(rows[name]) for name in ("list_id", "subject_type", "prop", "scheme")]
        self._rows = list(zip(*columns, rows["value"].to_pylist(), strict=True))
        # Rows of one subject stand together.
        subjects = pc.run_end_encode(rows["subject_id"].combine_chunks())
        self.ids: list[str] = subjects.values.to_pylist()
        self._starts: list[int] = [0, *subjects.run_ends.to_pylist()]
        self._names: dict[tuple[str, bool], ListedName] = {}
        self.countries: dict[str, str | None] = {}
        """Codes of printed countries, as far as they are known already."""

    def subject(self, at: int) -> Listed:
        """Return the subject at a place of `ids`."""
        rows = self._rows[self._starts[at] : self._starts[at + 1]]
        list_id, subject_type, *_ = rows[0]
        found = Listed(self.ids[at], list_id, subject_type)
        for _, _, prop, scheme, value in rows:
            if prop == "identifier":
                found.stated.append((scheme, value))
            elif prop == "country":
                if code := self._code(value):
                    found.countries.add(code)
            elif prop in _BESIDE:
                getattr(found, _BESIDE[prop]).append(value)
            elif subject_type not in _NAMELESS:
                found.names.append(self._name(value, prop == "weak_alias"))
        found.names.sort(key=lambda one: (one.weak, one.printed))
        return found

    def forget(self) -> None:
        """Analyse names anew when they are asked for again."""
        for one in self._names.values():
            vars(one).pop("named", None)

    def _code(self, country: str) -> str | None:
        if country not in self.countries:
            self.countries[country] = country_code(country)
        return self.countries[country]

    def _name(self, printed: str, weak: bool) -> ListedName:
        """Return one name: it is analysed once, whoever bears it."""
        found = self._names.get((printed, weak))
        if found is None:
            found = self._names[printed, weak] = ListedName(printed, weak)
        return found


def _shared(column: pa.ChunkedArray) -> list[str | None]:
    """Return a column of few values: each is one text, however many rows it stands in."""
    values = [*pc.unique(column).to_pylist(), None]
    return [values[at] for at in pc.fill_null(pc.index_in(column, value_set=pc.unique(column)), -1).to_pylist()]


class ListedIndex:
    """Every listed subject, and where to find it; positions are those of `subjects`, sorted by id."""

    def __init__(self, rows: pa.Table | None = None) -> None:
        """`rows` are those of `listed_rows`; null where no list is loaded."""
        self._rows = ListedRows(rows if rows is not None else _ROWS.empty_table())
        self.subjects = WhenAsked(self._rows.subject, len(self._rows.ids))
        self._pools: dict[str, Pool] = {}

    @cached_property
    def by_key(self) -> dict[str, list[tuple[int, int]]]:
        """Where each key of a name stands: positions of subjects and of the name among theirs; none of craft."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, subject in enumerate(self.subjects):
            for at, name in enumerate(subject.names if not subject.craft else ()):
                if name.named.key is not None:
                    found[name.named.key].append((position, at))
        return dict(found)

    @cached_property
    def named(self) -> dict[str, Named]:
        """A name of each key, analysed."""
        first = ((key, places[0]) for key, places in self.by_key.items())
        return {key: self.subjects[position].names[at].named for key, (position, at) in first}

    @cached_property
    def by_sound(self) -> dict[str, set[str]]:
        """Keys by how they sound."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, named in self.named.items():
            for sound in (named.sound, named.run_together) if named.han or len(named.sound) >= SOUND_LETTERS_MIN else ():
                found[sound].add(key)
        return dict(found)

    @cached_property
    def by_number(self) -> dict[str, list[int]]:
        """Positions of the subjects that state a number of which one means one company."""
        found: dict[str, list[int]] = defaultdict(list)
        for position, subject in enumerate(self.subjects):
            for value in sorted({value for _, value in subject.merging}):
                found[value].append(position)
        return dict(found)

    @cached_property
    def namesakes(self) -> dict[str, list[int]]:
        """Positions of the subjects that bear each key."""
        return {key: sorted({at for at, _ in places}) for key, places in self.by_key.items()}

    @cached_property
    def bearers(self) -> dict[str, int]:
        """How many distinct listed keys contain a word."""
        found: dict[str, int] = defaultdict(int)
        for named in self.named.values():
            for word in set(named.tokens):
                found[word] += 1
        return dict(found)

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
        return {subject_id: at for at, subject_id in enumerate(self._rows.ids)}

    @cached_property
    def by_subject(self) -> Pool:
        """The listed subjects ready to be asked, in the order of `subjects`, with all that is known of each; craft without their names."""
        return Pool(one.asked_with for one in self.subjects)

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

    def kept(self) -> dict[str, pa.Table]:
        """Return what makes the index of the same rows again without reading every name: see `restore`."""
        places = (self.by_number, self.namesakes)
        told = (pa.table([pa.array(one, pa.string()), pa.array(one.values(), pa.list_(pa.int32()))], _PLACES) for one in places)
        known = self._rows.countries
        listed = {
            **dict(zip(("by number", "namesakes"), told, strict=True)),
            "bearers": pa.table([pa.array(self.bearers, pa.string()), pa.array(self.bearers.values(), pa.int32())], _BEARERS),
            "countries": pa.table([pa.array(known, pa.string()), pa.array([code or "" for code in known.values()])], _COUNTRIES),
        }
        # Of the names analysed few are asked for again, and the pool needs the memory.
        del self.by_key, self.named
        self._rows.forget()
        return {**listed, **self.by_subject.kept()}

    def restore(self, kept: Mapping[str, pa.Table], shelf: Shelf) -> None:
        """Take what was kept of the same rows for what would be made of them; `shelf` as `Pool.of` takes it.

        Raises ValueError for what cannot have been kept of them.
        """
        ids, end = self._rows.ids, len(self._rows.ids)
        told = (checked(kept[name], _PLACES) for name in ("by number", "namesakes"))
        by_number, namesakes = (dict(zip(rows["value"].to_pylist(), lists_of(rows["subjects"], end), strict=True)) for rows in told)
        words, known = checked(kept["bearers"], _BEARERS), checked(kept["countries"], _COUNTRIES)
        bearers = dict(zip(words["word"].to_pylist(), words["keys"].to_pylist(), strict=True))
        countries = {text: code or None for text, code in zip(known["country"].to_pylist(), known["code"].to_pylist(), strict=True)}
        pool = Pool.of(kept, ids, lambda at: self.subjects[at].asked_with, shelf)
        self._rows.countries |= countries
        self.by_number, self.namesakes, self.bearers, self.by_subject = by_number, namesakes, bearers, pool

    def homonyms(self, key: str, subject: Listed) -> int:
        """Return how many subjects of the same list bear the key, those that share a number counted once."""
        same: list[Listed] = []
        for position in self.namesakes.get(key, ()):
            other = self.subjects[position]
            if other.list_id == subject.list_id and not any(other.merging & one.merging for one in same):
                same.append(other)
        return len(same)


def listed_rows(run: StageRun) -> pa.Table | None:
    """Return what the lists state of every subject that some designation names, sorted; null when no list is loaded."""
    if not (run.has("statements") and run.has("designations")):
        return None
    return run.query(_SUBJECTS)


def load(run: StageRun) -> ListedIndex:
    """Return the index of every subject that some designation names; empty when no list is loaded."""
    return ListedIndex(listed_rows(run))


def strong(identifiers: Iterable[Identifier]) -> tuple[dict[str, frozenset[str]], set[tuple[str, str]]]:
    """Return the identifiers that contradict another of their scheme, and those that mean one company."""
    numbers: dict[str, frozenset[str]] = {}
    merging: set[tuple[str, str]] = set()
    for one in sorted(identifiers, key=lambda one: (one.scheme, one.value)):
        if one.means_one:
            numbers[one.scheme] = numbers.get(one.scheme, frozenset()) | {one.value}
            merging.add((one.scheme, one.value))
    return numbers, merging
