"""The command line: commands named by what they do; the only place that prints, the only place with exit codes.

`python -m enduse` is the same command line, and `enduse --version` prints the version.

Exit codes: 0 done; 1 an error without a code of its own; 2 a setting, name or argument that cannot be used; 3 a source
that cannot be read, has drifted or could not be fetched; 4 a workspace that is missing, unfinished or cannot be written;
5 a workspace that another process is writing; 6 a figure that recomputes to another value; 130 interrupted.

Errors go to standard error: one sentence, or with --json one object {"error": {"type", "message", "exit_code", "notes"}}.
"""

from __future__ import annotations

import io
import sys

from enduse.cli.arguments import spread
from enduse.errors import EnduseError, StorageFailed

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    import typer.main

    from enduse.cli import commands
    from enduse.cli.showing import UsageError, show_error, show_usage

    given = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in given
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name may hold bytes that are no text, and a terminal may not know Cyrillic: printed as escapes.
            stream.reconfigure(errors="backslashreplace")
    try:
        # Not by calling the app, which answers usage errors, interruptions and closed pipes in its own words before they come here.
        command = typer.main.get_command(commands.app)
        with command.make_context("enduse", spread(given)) as context:
            command.invoke(context)
    except typer.Exit as left:
        sys.exit(left.exit_code)
    except UsageError as refused:
        show_usage(refused, as_json)
        sys.exit(refused.exit_code)
    except EnduseError as error:
        show_error(error, as_json)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("interrupted; nothing is left half written, run the command again to finish", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away (for example `| head`): nothing to say, nobody to say it to.
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        # A folder that cannot be made, a file that vanished while it was read: the system's own words are clear enough.
        failed = StorageFailed(error.filename or "a file", error.strerror or str(error))
        show_error(failed, as_json)
        sys.exit(failed.exit_code)
    sys.exit(0)
