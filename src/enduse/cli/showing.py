"""How answers are shown: tables for people, JSON for programs, progress on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from enduse.errors import EnduseError, SettingError
from enduse.store import Progress as ProgressCall
from enduse.store import silent
from enduse.terms import measures
from enduse.terms.ids import unbroken

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
WIDTH_IN_FILES = 300
"""Characters a line of a table may take where nobody watches a terminal and COLUMNS says nothing."""
HITS_MAX = 1000
"""A table for people holds at most this many hits; all of them are in JSON."""
_REASONS_MAX = 10
"""So many rows that cannot be asked are told one by one."""
UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])
"""Any refused argument or option; typer exports only this one kind of it."""
console = Console(highlight=False, emoji=False)
unwatched = Console(highlight=False, emoji=False, width=WIDTH_IN_FILES)
errors = Console(stderr=True, highlight=False, emoji=False)


def show_json(content: Any) -> None:
    """Print `content` as one JSON document on standard output."""
    sys.stdout.write(unbroken(json.dumps(content, ensure_ascii=False, indent=1, default=str)) + "\n")


def show_line(content: Any) -> None:
    """Print `content` as one line of JSON on standard output."""
    sys.stdout.write(unbroken(json.dumps(content, ensure_ascii=False, default=str)) + "\n")


def show_error(error: EnduseError, as_json: bool) -> None:
    """Print the error on standard error: one sentence for people, one JSON object for programs."""
    if as_json:
        notes = [*getattr(error, "__notes__", ())]
        detail = {"type": type(error).__name__, "message": str(error), "exit_code": error.exit_code, "notes": notes}
        print(unbroken(json.dumps({"error": detail}, ensure_ascii=False)), file=sys.stderr)
    else:
        errors.print(f"[bold red]error[/] {escape(harmless(str(error)))}", soft_wrap=True)
        for note in getattr(error, "__notes__", ()):
            errors.print(escape(harmless(note)), soft_wrap=True)


def show_usage(error: typer.BadParameter, as_json: bool) -> None:
    """Print on standard error what is wrong with the arguments: with the command's usage for people, as every error for programs."""
    if not as_json:
        error.show()
        return
    refused = SettingError(error.format_message())
    if error.ctx is not None:
        refused.add_note(error.ctx.get_usage())
        refused.add_note(f"{error.ctx.command_path} --help says more")
    show_error(refused, as_json)


def show_table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], right: Sequence[str] = (), whole: Sequence[str] = ()
) -> None:
    """Print rows as a table, or the title alone when there are none.

    Columns named in `right` are aligned to the right, those in `whole` are never folded: people copy them. In a file or a pipe,
    lines are as long as their cells want.
    """
    if not rows:
        say(title)
        return
    table = Table(title=escape(harmless(title)), title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold", no_wrap=column in whole)
    for row in rows:
        table.add_row(*[escape(harmless(number(cell))) for cell in row])
    (console if console.is_terminal or os.environ.get("COLUMNS") else unwatched).print(table)


def say(sentence: str) -> None:
    """Print one line for people."""
    console.print(escape(harmless(sentence)), soft_wrap=True)


def remark(sentence: str) -> None:
    """Print on standard error what people should know about the answer, so that it stands in no program's input."""
    errors.print(escape(harmless(sentence)), soft_wrap=True)


def say_unshown(number_of: int, what: str = "hits") -> None:
    """Say how many more there are than the table holds; nothing when it holds all."""
    if number_of > 0:
        say(f"{number_of:,} further {what} are not shown; --json prints all")


def harmless(text: str) -> str:
    r"""Return text in which control characters of names (terminal commands, line ends, reversed reading order) are shown as U+FFFD.

    >>> harmless("Invented\x1b]0;title\x07 Works").replace("\ufffd", "?")
    'Invented?]0;title? Works'
    """
    return _CONTROL.sub("\ufffd", text)


def number(value: Any) -> str:
    """Return a value as people read it: thousands apart, at most two decimals, 'cannot tell' for null.

    >>> number(1234567.891), number(None), number("x"), number(20.0)
    ('1,234,567.89', 'cannot tell', 'x', '20')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return measures.number(value) if value is None or isinstance(value, float) else str(value)


def many(count: int, word: str) -> str:
    """Return how many of something there are, one of it in the singular.

    >>> many(1, "hit"), many(0, "row"), many(1200, "name")
    ('1 hit', '0 rows', '1,200 names')
    """
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def not_asked(reasons: Sequence[str]) -> str:
    """Return how many rows of a table of names could not be asked, and why, the first of them one by one.

    >>> not_asked(["line 4: the name is empty"])
    '1 row could not be asked: line 4: the name is empty'
    """
    more = "; ..." if len(reasons) > _REASONS_MAX else ""
    return f"{many(len(reasons), 'row')} could not be asked: {'; '.join(reasons[:_REASONS_MAX])}{more}"


def bounds(at_least: float | None, central: float | None, at_most: float | None) -> str:
    """Return a figure as people read it: one number when it is exact, else its bounds, and the likely value when there is one.

    >>> bounds(4.0, None, 5.0), bounds(20.0, 20.0, 20.0), bounds(80.0, 95.0, 120.0), bounds(3.0, None, None)
    ('4 to 5', '20', '80 to 120, likely 95', 'at least 3')
    """
    if at_least is None and at_most is None:
        return "cannot tell"
    if at_least == at_most:
        return number(at_least)
    told = f"at least {number(at_least)}" if at_most is None else f"{number(at_least)} to {number(at_most)}"
    return told if central is None else f"{told}, likely {number(central)}"


def figure(said: Mapping[str, Any]) -> str:
    """Return a figure with its unit.

    >>> figure({"at_least": 1.0, "central": None, "at_most": 1.0, "unit": "claims"})
    '1 claim'
    """
    at_least, central, at_most = (said[name] for name in ("at_least", "central", "at_most"))
    return f"{bounds(at_least, central, at_most)} {measures.counted(said['unit'], at_least, at_most)}"


@contextmanager
def progress_bar(quiet: bool) -> Iterator[ProgressCall]:
    """Yield a progress callback: a bar on a terminal, nothing otherwise."""
    if quiet or not errors.is_terminal:
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def call(label: str, done: int, total: int | None) -> None:
            bar.update(task, description=escape(label), completed=done, total=total)

        yield call
