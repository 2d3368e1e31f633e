"""The errors enduse raises, as one tree.

Four troubles get four treatments: our mistake or a bad setting raises at once; a source that changed is
`SourceDrift` and publishes nothing; one unreadable row goes to the `rejects` table; what the world does not say is a
value, not an error.

    EnduseError
      SettingError            a setting, parameter or argument that cannot be used
        UnknownName           a name or id that the workspace does not hold
        AmbiguousName         a name that several entities answer to
      SourceError             something about an input
        UnreadableFile        the bytes cannot be read as the declared format
        SourceDrift           the source no longer looks as declared; nothing is published
        FetchFailed           a download that could not be completed
        EndpointFailed        an extractor's endpoint that gave no usable answer
      WorkspaceError          something about the folder
        NotAWorkspace         the folder holds no enduse.toml
        WorkspaceLocked       another process is writing
        StageNotRun           a table that a stage still has to write
        StorageFailed         the disk refused (full, read-only)
      FigureMismatch          a figure recomputed to another value than the one printed
      MissingExtra            an optional part that is not installed
      QueryFailed             an engine refused or failed a step
      FindingWithoutCitation  a finding was constructed without a row behind it (our mistake)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class EnduseError(Exception):
    """Something went wrong that the user can be told about in one message."""

    exit_code = 1


class SettingError(EnduseError):
    """A setting, parameter or argument cannot be used; nothing was done."""

    exit_code = 2


class UnknownName(SettingError):
    """A name or id that the workspace does not hold.

    `name` is what was asked; `suggestions` are the nearest names it does hold; `accepted` says what would have been taken.
    """

    def __init__(
        self, name: str, suggestions: Iterable[str] = (), accepted: str = "Give a name as printed, an entity id or a tax id."
    ) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        near = f" Nearest: {'; '.join(self.suggestions)}." if self.suggestions else ""
        super().__init__(f"nothing in this workspace is called {name!r}.{near} {accepted}")


class AmbiguousName(SettingError):
    """A name that several entities answer to; `candidates` are (entity_id, description) pairs."""

    def __init__(self, name: str, candidates: Iterable[tuple[str, str]]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        listed = "; ".join(f"{entity} ({text})" for entity, text in self.candidates)
        super().__init__(f"{name!r} names {len(self.candidates)} entities: {listed}. Give the ids that you mean.")


class SourceError(EnduseError):
    """Something about an input prevents its use."""

    exit_code = 3


class UnreadableFile(SourceError):
    """The bytes of `file` cannot be read as the declared format; `reason` says why, `remedy` what to do."""

    def __init__(self, file: Path | str, reason: str, remedy: str = "") -> None:
        self.file = str(file)
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{self.file}: {reason}." + (f" {remedy}" if remedy else ""))


class SourceDrift(SourceError):
    """The source no longer looks as declared, so nothing of it was published.

    `source_id` and `file` say where; `what` says what differs; `accepted` lists what would have been accepted.
    """

    def __init__(self, source_id: str, file: Path | str, what: str, accepted: Iterable[str] = (), remedy: str = "") -> None:
        self.source_id = source_id
        self.file = str(file)
        self.what = what
        self.accepted = tuple(accepted)
        self.remedy = remedy
        listed = f" Accepted: {', '.join(self.accepted)}." if self.accepted else ""
        hint = f" {remedy}" if remedy else ""
        super().__init__(f"{source_id}: {self.file}: {what}.{listed}{hint} Nothing was published.")


class FetchFailed(SourceError):
    """A download that could not be completed; what had arrived is kept for a resume."""

    def __init__(self, url: str, reason: str, remedy: str = "Run the same command again to resume.") -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"{url}: {reason}. {remedy}")


class EndpointFailed(SourceError):
    """An extractor's endpoint gave no usable answer; `reason` says why, `remedy` what to do. Replies that came before are kept."""

    def __init__(self, url: str, reason: str, remedy: str) -> None:
        self.url = url
        self.reason = reason
        self.remedy = remedy
        super().__init__(
            f"{url}: {reason}. {remedy} No claims were written; replies received before are kept, so the same command goes on."
        )


class WorkspaceError(EnduseError):
    """Something about the workspace folder."""

    exit_code = 4


class NotAWorkspace(WorkspaceError):
    """The folder holds no enduse.toml."""

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        super().__init__(f"{self.path} is not a workspace (no enduse.toml). Make one with: enduse init {self.path}")


class WorkspaceLocked(WorkspaceError):
    """Another process is writing this workspace; `holder` describes it."""

    exit_code = 5

    def __init__(self, path: Path | str, holder: str) -> None:
        self.path = str(path)
        self.holder = holder
        super().__init__(f"{self.path} is being written by {holder}. Wait for it to end, or stop it; no repair is needed.")


class StageNotRun(WorkspaceError):
    """A table is needed that no stage has written yet."""

    def __init__(self, table: str, path: Path | str) -> None:
        self.table = table
        self.path = str(path)
        super().__init__(f"the table {table} has not been made in {self.path}. Run: enduse run {self.path}")


class StorageFailed(WorkspaceError):
    """The disk refused to keep something; what was there before is untouched."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        short = any(word in reason.lower() for word in ("full", "space", "quota"))
        remedy = "free some space" if short else "see that this folder may be written"
        super().__init__(f"could not write {self.path}: {reason}. What was there before is untouched; {remedy} and run again.")


class FigureMismatch(EnduseError):
    """A figure recomputed to another value than the one printed."""

    exit_code = 6

    def __init__(self, figure: str, printed: object, recomputed: object) -> None:
        self.figure, self.printed, self.recomputed = figure, printed, recomputed
        super().__init__(f"figure {figure}: the report printed {printed}, the tables now give {recomputed}. Write the report anew.")


class MissingExtra(EnduseError):
    """An optional part is not installed; `extra` names it."""

    exit_code = 2

    def __init__(self, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs the extra '{extra}': pip install 'enduse[{extra}]'")


class QueryFailed(EnduseError):
    """An engine refused or failed a step: `step` names it, `sql` is its text, `reason` the engine's words."""

    def __init__(self, step: str, sql: str, reason: str) -> None:
        self.step, self.sql, self.reason = step, sql, reason
        super().__init__(f"the step {step} failed: {reason.strip()}")


class FindingWithoutCitation(EnduseError):
    """A finding was constructed without a row behind it; this is a mistake in a flag."""

    def __init__(self, flag_id: str, subject: str) -> None:
        self.flag_id, self.subject = flag_id, subject
        super().__init__(f"{flag_id} for {subject}: a finding needs at least one cited row")
