"""A proposed map written as YAML that people edit: questions on top, the certainty and the reason beside each column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enduse.sources.customs.proposing import MapProposal


def map_yaml(proposal: MapProposal) -> str:
    """Return YAML that customs/generic accepts once the questions about required columns are answered."""
    lines = [
        f"# Column map proposed for {_comment(proposal.file)} from its headers and the first {proposal.rows_seen} rows.",
        "# Check every line: the number is how sure the proposal is, from 0 to 1.",
    ]
    lines += [f"# QUESTION: {_comment(one)}" for one in proposal.questions]
    layout = proposal.layout
    if "encoding" in layout:
        lines.append(f"encoding: {_scalar(layout['encoding'])}")
    if "sheet" in layout:
        lines.append(f"sheet: {_scalar(layout['sheet'])}")
    lines.append("columns:" if layout["columns"] else "columns: {}")
    for one in proposal.columns:
        if one.canonical:
            rule = ", ".join(f"{key}: {_scalar(value)}" for key, value in {"header": one.header, **one.rule}.items())
            lines.append(f"  {one.canonical}: {{{rule}}}  # {one.certainty:.2f}: {_comment(one.why)}")
    unread = proposal.ignored
    ignored = [one for one in proposal.columns if not one.canonical and one.header in unread]
    if ignored:
        lines.append("ignored:")
        lines += [f"  - {_scalar(one.header)}  # {one.certainty:.2f}: {_comment(one.why)}" for one in ignored]
    lines += [
        "# constants: {reporter: RU, direction: import}",
        "# null_words: ['NULL', 'N/A', '-']",
        "",
    ]
    return "\n".join(lines)


def _scalar(value: Any) -> str:
    """Return a value as JSON, which is YAML in double quotes: a header may hold anything."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\x85", "\\u0085").replace("\ufeff", "\\ufeff")


def _comment(text: str) -> str:
    return "".join(one if one.isprintable() else " " for one in text)
