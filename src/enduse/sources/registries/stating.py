"""Statements of registers, written as columns: registers hold hundreds of thousands of subjects, each with a few values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from enduse.model.sources import STATEMENTS
from enduse.sources.emitting import Emission
from enduse.sources.watchlists.cleaning import clean, script_of
from enduse.terms.ids import hash_of

_BATCH = 50_000
_LETTER = re.compile("[A-Za-z]")
_COLUMNS = (
    "statement_id", "subject_id", "schema", "prop", "scheme", "value", "value_as_published", "script", "object_id", "locator", "valid",
)  # fmt: skip


@dataclass
class Stating:
    """Collects the statements of one register and emits them in batches; `close` emits the rest."""

    emit: Emission
    list_id: str
    columns: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in _COLUMNS})

    def say(self, subject: tuple[str, str], prop: str, published: str, locator: str, *, value: str | None = None, **more: Any) -> None:
        """Add one statement about `subject` (subject_id, schema); an empty value is not stated. `more`: scheme, object_id, valid."""
        cleaned = clean(published) if value is None else value
        if not cleaned:
            return
        subject_id, schema = subject
        columns = self.columns
        columns["statement_id"].append(hash_of([subject_id, prop, published, locator]))
        columns["subject_id"].append(subject_id)
        columns["schema"].append(schema)
        columns["prop"].append(prop)
        columns["scheme"].append(more.get("scheme"))
        columns["value"].append(cleaned)
        columns["value_as_published"].append(published)
        # Most registers are in Latin letters: no look-up for those.
        columns["script"].append(script_of(cleaned) if not cleaned.isascii() else "Latn" if _LETTER.search(cleaned) else None)
        columns["object_id"].append(more.get("object_id"))
        columns["locator"].append(locator)
        columns["valid"].append(more.get("valid"))
        if len(columns["prop"]) >= _BATCH:
            self.close()

    def close(self) -> None:
        """Emit what is waiting."""
        if self.columns["prop"]:
            self.emit.columns(STATEMENTS, {**self.columns, "list_id": [self.list_id] * len(self.columns["prop"])})
            self.columns = {name: [] for name in _COLUMNS}
