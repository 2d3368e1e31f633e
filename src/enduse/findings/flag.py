"""What a flag is: a rule with an authority. Its module's docstring is published and must hold every part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from enduse.findings.evidence import Evidence
from enduse.findings.finding import Finding
from enduse.settings import Parameter

PARTS = ("Fires", "Parameters", "Cannot tell", "Innocent reading", "Source")
_PART = re.compile(rf"^({'|'.join(PARTS)}):\s*(.*?)(?=^(?:{'|'.join(PARTS)}):|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class FlagDoc:
    """What is published about a flag; `parts` holds the text after each word of PARTS, folded to one line."""

    id: str
    name: str
    text: str
    parts: dict[str, str]
    grain: str
    reads: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    authority: str
    status: str


@dataclass(frozen=True)
class Flag:
    """One rule: `ask` answers it about every subject it can be asked about; `text` is its published docstring.

    `status` is 'verify' while the wording rests on a restatement of the authority's text, 'ours' for analysts' patterns.
    """

    id: str
    name: str
    authority: str
    status: str
    grain: str
    reads: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    ask: Callable[[Evidence], Iterable[Finding]]
    text: str

    def doc(self) -> FlagDoc:
        """Return what is published; raises ValueError when a part is missing from the docstring (our mistake)."""
        parts = {match[1]: " ".join(match[2].split()) for match in _PART.finditer(self.text)}
        missing = [part for part in PARTS if not parts.get(part)]
        if missing:
            raise ValueError(f"{self.id}: its docstring lacks {', '.join(missing)}")
        return FlagDoc(self.id, self.name, self.text.strip(), parts, self.grain, self.reads, self.parameters, self.authority, self.status)
