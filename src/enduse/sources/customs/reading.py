"""A customs file under a declared layout -> goods items, batch by batch, and rejects."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable
from hashlib import sha256
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.customs.converting import Converter, Rows
from enduse.sources.customs.layout import Layout, bind, layout_of
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.tabular import Batch, NoHeader, OpenTable, Wanted, open_table
from enduse.terms.ids import hash_of

CUT_AT = {1_000, 65_535, 65_536, 1_048_575, 1_048_576}
"""Numbers of rows at which programs cut a table; with or without the header."""
DAMAGED_SHARE = 0.01
HOPELESS = 20_000
"""From so many unreadable rows on, a file that is mostly unreadable is given up."""
Adjust = Callable[[Rows], None]
"""What a reader does beyond the declared layout: fills or empties columns, refuses rows."""


def read_layout(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit every row of `file` under the layout its source.yml declares; raises SourceDrift or UnreadableFile."""
    read_as(layout_of(source.layout, f"{source.id}/source.yml"), source, file, emit)


def read_as(layout: Layout, source: SourceDefinition, file: InputFile, emit: Emission, adjust: Adjust | None = None) -> None:
    """Emit every row of `file` under `layout`."""

    def refuse(number: int, reason: str, detail: str, printed: str) -> None:
        emit.read()
        emit.reject(f"line {number}", reason, detail, printed)
        _not_hopeless(source, file, emit)

    wanted = Wanted(layout.likeness, layout.encoding, layout.delimiter, layout.decimals(), layout.sheet)
    opened = open_table(file.path, file.name, wanted, refuse)
    if isinstance(opened, NoHeader):
        headers = [rule.header[0] for rule in layout.columns.values()]
        read = ", ".join(cell for cell in opened.first if cell)[:500] or "nothing"
        what = f"no header among the first 20 rows; the likeliest row reads {read}"
        raise SourceDrift(source.id, file.name, what, headers)
    if opened.other_sheets and layout.sheet is None:
        what = f"further visible sheets hold rows: {', '.join(opened.other_sheets)}"
        say = f"Name the sheet you mean in the column map (sheet: {opened.sheet!r}), or save it as a file of its own."
        raise SourceDrift(source.id, file.name, what, ["one visible sheet"], say)
    _Reading(layout, source, file, emit, opened, adjust).run()


def _not_hopeless(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Raise SourceDrift as soon as so many rows are unreadable that the rest cannot save the file."""
    share = emit.rows_rejected / max(emit.rows_read, 1)
    if emit.rows_rejected > HOPELESS and share > max(0.5, source.expectations.rejected_share_max):
        last = emit.rows["rejects"][-1]
        what = f"{emit.rows_rejected} of the first {emit.rows_read} rows cannot be read; the last: {last['reason']}, {last['detail']}"
        raise SourceDrift(source.id, file.name, what)


class _Reading:
    """One file being read."""

    def __init__(
        self, layout: Layout, source: SourceDefinition, file: InputFile, emit: Emission, opened: OpenTable, adjust: Adjust | None
    ) -> None:
        self.layout, self.source, self.file, self.emit, self.opened, self.adjust = layout, source, file, emit, opened, adjust
        self.bound = bind(layout, opened.header, source.id, file.name)
        self.converter = Converter(layout, self.bound, native=opened.native, as_of=file.as_of)
        self.records, self.bases = array("q"), array("Q")
        self.stated: dict[str, bool] = {}
        self.damaged = 0
        emit.encoding = opened.encoding

    def run(self) -> None:
        """Read to the end, then judge the file as a whole."""
        emitted = 0
        for batch in self.opened.batches:
            emitted += self._batch(batch)
        if emitted == 0 and not self.layout.may_be_empty:
            raise SourceDrift(self.source.id, self.file.name, "not one row could be read", ["at least one row"], self._first_reject())
        self._same_record_other_content()
        self._nothing_stated(emitted)
        if self.damaged > DAMAGED_SHARE * max(emitted, 1) and self.damaged > 1:
            what = f"{self.damaged} of {emitted} rows hold broken letters (text read under a wrong encoding before it came here)"
            raise SourceDrift(self.source.id, self.file.name, what, [f"a share of at most {DAMAGED_SHARE:.0%}"], "Get the file anew.")
        for sentence in self._notes():
            self.emit.note(sentence)

    def _batch(self, batch: Batch) -> int:
        self.emit.read(len(batch.rows))
        self._blank_columns(batch)
        rows = self.converter.convert(batch.rows)
        if self.adjust is not None:
            self.adjust(rows)
        unit = self.opened.unit
        for at, refusal in sorted(rows.refused.items()):
            printed = json.dumps(batch.rows[at], ensure_ascii=False)
            self.emit.reject(f"{unit} {batch.numbers[at]}", refusal.reason, refusal.detail, printed)
        _not_hopeless(self.source, self.file, self.emit)
        bases = self._bases(batch.rows)
        kept = range(len(batch.rows)) if not rows.refused else [at for at in range(len(batch.rows)) if at not in rows.refused]
        columns = rows.columns if not rows.refused else {name: [values[at] for at in kept] for name, values in rows.columns.items()}
        copies = [self.emit.copy_number(bases[at]) for at in kept]
        columns["item_id"] = [bases[at] if copy == 1 else hash_of([bases[at], copy]) for at, (copy, _) in zip(kept, copies, strict=True)]
        columns["copy_number"] = [copy for copy, _ in copies]
        columns["copy_of"] = [None if copy == 1 else bases[at] for at, (copy, _) in zip(kept, copies, strict=True)]
        columns["copy_in_file"] = [here for _, here in copies]
        columns["locator"] = [f"{unit} {batch.numbers[at]}" for at in kept]
        columns["source_id"] = [self.source.id] * len(kept)
        self._remember(columns, [bases[at] for at in kept])
        self.damaged += rows.damaged
        if kept:
            self.emit.items(columns)
        return len(kept)

    def _bases(self, rows: list[list[str]]) -> list[str]:
        """Return the content hash of each row: its cells under their headers' alphabetical order."""
        order = self.bound.id_order
        source_id = self.source.id
        if None in order or len(order) < 2:
            return [hash_of([source_id, *(None if at is None else row[at] for at in order)]) for row in rows]
        # The same text as hash_of makes, at half the cost: every cell is a string.
        cells = itemgetter(*(at for at in order if at is not None))
        start = f"[{encode_basestring(source_id)},"
        lists = (f"{start}{','.join(map(encode_basestring, cells(row)))}]" for row in rows)
        return [sha256(one.encode("utf-8", "surrogatepass")).hexdigest()[:20] for one in lists]

    def _remember(self, columns: dict[str, list[Any]], bases: list[str]) -> None:
        for name in ("consignor_name", "consignor_tax_id", "consignee_name", "consignee_tax_id", "declared_on"):
            if name in columns and not self.stated.get(name):
                self.stated[name] = any(value is not None for value in columns[name])
        if "record_id" in columns:
            for record, base in zip(columns["record_id"], bases, strict=True):
                if record is not None:
                    self.records.append(hash(record))
                    self.bases.append(int(base[:16], 16))

    def _same_record_other_content(self) -> None:
        """Raise SourceDrift when one row id stands for two contents."""
        import numpy as np

        if not self.records:
            return
        records, bases = np.frombuffer(self.records, np.int64), np.frombuffer(self.bases, np.uint64)
        order = np.lexsort((bases, records))
        records, bases = records[order], bases[order]
        torn = int(((records[1:] == records[:-1]) & (bases[1:] != bases[:-1])).sum())
        if torn:
            header = self.layout.columns["record_id"].header[0]
            what = f"{torn} rows repeat a {header} with other content"
            raise SourceDrift(self.source.id, self.file.name, what, ["one content for one row id"])

    def _nothing_stated(self, emitted: int) -> None:
        for name in self.layout.required:
            other = name.replace("_name", "_tax_id")
            if emitted > 1 and name not in self.layout.may_be_null and not self.stated.get(name) and not self.stated.get(other):
                raise SourceDrift(self.source.id, self.file.name, f"not one row states {name}", ["a value in most rows"])

    def _blank_columns(self, batch: Batch) -> None:
        for at in self.bound.blank:
            if any(row[at].strip() for row in batch.rows):
                what = f"column {at + 1} has no header but holds values"
                raise SourceDrift(self.source.id, self.file.name, what, remedy="Give it a header.")

    def _first_reject(self) -> str:
        rejected = self.emit.rows.get("rejects", [])
        return f"The last reject: {rejected[-1]['reason']}, {rejected[-1]['detail']}." if self.emit.rows_rejected and rejected else ""

    def _notes(self) -> list[str]:
        notes = list(self.opened.notes)
        if self.emit.rows_read in CUT_AT:
            notes.append(f"probably cut at {self.emit.rows_read:,} rows: what is missing after them is not absence")
        if self.bound.absent:
            notes.append(f"columns missing: {', '.join(self.bound.absent)}")
        if self.damaged:
            notes.append(f"{self.damaged} rows hold broken letters")
        return notes + self.converter.notes()
