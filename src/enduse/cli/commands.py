"""The commands, in the order a newcomer meets them."""

from __future__ import annotations

import inspect
from typing import Annotated

import typer

import enduse
from enduse.cli import checking, deciding, filling, inventing, matching, reporting, screening, showing, tracing

app = typer.Typer(
    name="enduse",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS = (
    *(filling.init, filling.add, filling.sources, filling.map_columns, filling.fetch, filling.run),
    *(screening.screen, matching.match_tables),
    *(deciding.questions, deciding.judgements),
    *(tracing.trace, tracing.suppliers),
    *(checking.check, checking.claims),
    *(reporting.explain, reporting.report),
    *(inventing.simulate, inventing.score, inventing.demo),
)
_NAMES = {filling.map_columns: "map", matching.match_tables: "match"}
"""Commands whose word is one of Python's."""


def _version(asked: bool) -> None:
    if asked:
        showing.say(f"enduse {enduse.__version__}")
        raise typer.Exit


@app.callback(help=enduse.__doc__)
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")] = False,
) -> None:
    """Take what is asked of no command."""


for command in COMMANDS:
    # The docstring's first line as a whole: what typer makes of it by itself is cut off at the width of the terminal.
    app.command(_NAMES.get(command), short_help=(inspect.getdoc(command) or "").split("\n", 1)[0])(command)
