"""The commands about people's decisions: what is open, best first, and what each decision changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

import enduse
from enduse.cli import showing
from enduse.cli.options import Dir, Json

if TYPE_CHECKING:
    from enduse.entities import ListedQuestion


def questions(
    folder: Dir,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="At most this many questions.")] = 50,
    as_json: Json = False,
) -> None:
    """List the companies that may be on a list, and those that may be one, what moves most first; answer in judgements.csv.

    Of companies that may be on a list (their match is only possible, so they are not followed) those that no list surely names come
    first, by what they received. Of pairs, first come those between a company that a list names and one that no list names, then
    those that change how many suppliers listed companies have, then by the rows and dollars that would be another company's.
    """
    case = enduse.Workspace(folder)
    found, listed = case.questions(), case.listed_questions()
    shown = found[:top]
    if as_json:
        told = {"listed_open": len(listed), "listed": [one.as_json() for one in listed[:top]]}
        showing.show_json({"open": len(found), "questions": [one.as_json() for one in shown]} | told)
        return
    if listed:
        _show_listed(listed[:top], len(listed))
    rows = [
        (one.place, f"{one.left_name} / {one.right_name}", one.moves, one.evidence, f"{one.left_entity_id},{one.right_entity_id}")
        for one in shown
    ]
    columns = ["", "may be one", "if so", "because", "ids for judgements.csv"]
    showing.show_table(showing.many(len(found), "open question"), columns, rows, right=[""])
    _say_more(len(found) - len(shown))


def _show_listed(shown: Sequence[ListedQuestion], count: int) -> None:
    rows = [
        (one.place, one.name, f"{one.listed_name} ({one.list_id})", one.moves, one.evidence, f"{one.entity_id},{one.subject_id}")
        for one in shown
    ]
    columns = ["", "company", "may be", "if so", "because", "ids for judgements.csv"]
    showing.show_table(f"Companies that may be on a list: {count:,}", columns, rows, right=[""])
    _say_more(count - len(shown))


def _say_more(count: int) -> None:
    if count:
        showing.say(f"{count:,} more; --top lists more of them")


def judgements(folder: Dir, as_json: Json = False) -> None:
    """Show what each line of judgements.csv changed: companies merged or kept apart, listed matches, questions settled.

    Companies near a decision are resolved again without it, and what differs is listed; nothing in the workspace is changed.
    """
    with showing.progress_bar(as_json) as progress:
        found = enduse.Workspace(folder, progress).consequences()
    if as_json:
        showing.show_json({"judgements": [one.as_json() for one in found]})
        return
    rows = [
        (
            f"{one.judgement.left_id} / {one.judgement.right_id}",
            f"{one.judgement.judgement}, says {one.judgement.judged_by or 'a person'} {one.judgement.judged_on}".strip(),
            one.effect,
            "\n".join(one.words),
        )
        for one in found
    ]
    showing.show_table(showing.many(len(found), "decision"), ["about", "decision", "effect", "what it changed"], rows)
