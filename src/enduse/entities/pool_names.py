"""The distinct names of a pool by position, in the order they came: what finds each, who bears it, and what it says when it is weighed."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from enduse.entities.columns import checked, lists_of, offsets_of
from enduse.entities.kinds import ANY
from enduse.entities.likeness import Letters, letters_of
from enduse.entities.reading import Reading, Script, analyse
from enduse.entities.when_asked import WhenAsked

SCHEMA = pa.schema(
    {
        "name": pa.string(), "script": pa.string(), "by_meaning": pa.string(), "in_a_row": pa.string(), "chinese": pa.uint8(),
        "kinds": pa.uint8(), "own": pa.int32(), "bearers": pa.list_(pa.int32()),
    }
)  # fmt: skip


class PoolNames:
    """Names by number, from 0; what is kept of each name is a function of the name, but for who bears it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.scripts: list[Script] = []
        self.letters: list[Letters] = []
        self.chinese = bytearray()
        """Of each name whether it has Chinese characters."""
        self.kinds = bytearray()
        """Of each name what its bearers may be, as bits."""
        self.own: list[int] = []
        """Of each name, how many print it as a name of its own, not in brackets behind another."""
        self.bearers: list[list[int]] = []
        self.place: dict[str, int] = {}
        self.readings: WhenAsked[Reading] = WhenAsked(lambda at: analyse(self.texts[at]))

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, reading: Reading) -> int:
        """Put one more name in, which nobody bears yet; return its number."""
        at = self.place[reading.name] = len(self.texts)
        self.texts.append(reading.name)
        self.scripts.append(reading.script)
        self.letters.append(letters_of(reading))
        self.chinese.append(bool(reading.runs))
        self.kinds.append(0)
        self.own.append(0)
        self.bearers.append([])
        self.readings.append(reading)
        return at

    def kinds_in_array(self) -> NDArray[np.uint8]:
        """Return of each name what its bearers may be, as bits; a copy, for the names go on growing."""
        return np.frombuffer(bytes(self.kinds), dtype=np.uint8)

    def kept(self) -> pa.Table:
        """Return the names as they are kept, a row each."""
        counts = np.fromiter(map(len, self.bearers), np.int32, len(self.bearers))
        bearers = np.fromiter((one for here in self.bearers for one in here), np.int32, int(counts.sum()))
        columns = [
            self.texts, self.scripts, [one.by_meaning for one in self.letters], [one.in_a_row for one in self.letters],
            np.frombuffer(bytes(self.chinese), np.uint8), self.kinds_in_array(), self.own,
            pa.ListArray.from_arrays(pa.array(offsets_of(counts)), pa.array(bearers)),
        ]  # fmt: skip
        return pa.table([pa.array(column, kind) for column, kind in zip(columns, SCHEMA.types, strict=True)], SCHEMA)

    @classmethod
    def of(cls, rows: pa.Table, bearers: int) -> PoolNames:
        """Return names that were kept, of so many bearers; raises ValueError for what cannot have been kept."""
        rows = checked(rows, SCHEMA)
        found = cls()
        found.texts, found.scripts = rows["name"].to_pylist(), rows["script"].to_pylist()
        found.letters = list(map(Letters, rows["by_meaning"].to_pylist(), rows["in_a_row"].to_pylist()))
        found.chinese, found.kinds = (bytearray(rows[column].to_numpy().tobytes()) for column in ("chinese", "kinds"))
        found.own, found.bearers = rows["own"].to_pylist(), lists_of(rows["bearers"], bearers)
        found.place = {name: at for at, name in enumerate(found.texts)}
        found.readings = WhenAsked(lambda at: analyse(found.texts[at]), len(found.texts))
        if len(found.place) != len(found.texts) or max(found.kinds, default=0) > ANY:
            raise ValueError("names stand twice, or are borne by what there is not")
        return found
