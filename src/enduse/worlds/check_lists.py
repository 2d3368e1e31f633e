"""Made cases about lists: in force, ended, not yet begun, on an older or undated list, resembling somebody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enduse.worlds.check_recipes import CONTRADICTED, OPEN, PARTLY, SUPPORTED
from enduse.worlds.press_names import Draw, Namer

if TYPE_CHECKING:
    from enduse.worlds.check_cases import CheckCases

LISTS: dict[str, tuple[str, str | None]] = {
    "dated": ("Invented Authority", "2024-01-01"), "old": ("Example Authority", "2022-06-01"), "undated": ("Nowhere Authority", None),
}  # fmt: skip
"""A list -> its authority and its own date."""


@dataclass(frozen=True)
class ListCase:
    """One kind of case. `grade` empty: nobody answers; `starts`, `ends`: of the designation; `as_of`: claimed."""

    name: str
    on: str
    grade: str
    as_of: str | None
    verdict: str
    starts: str | None = "2021-03-01"
    ends: str | None = None
    stance: str = "asserted"
    different: bool = False
    authority: str | None = None
    cited: bool = True


CASES: tuple[ListCase, ...] = (
    ListCase("in-force", "dated", "confirmed", "2023-05-01", SUPPORTED),
    ListCase("in-force-any-day", "dated", "confirmed", None, SUPPORTED),
    ListCase("in-force-month", "dated", "confirmed", "2022-04", SUPPORTED),
    ListCase("likely", "dated", "likely", "2023-05-01", PARTLY),
    ListCase("possible", "dated", "possible", "2023-05-01", OPEN),
    ListCase("older-list", "old", "confirmed", "2023-05-01", PARTLY),
    ListCase("ended", "dated", "confirmed", "2023-05-01", CONTRADICTED, ends="2022-01-01"),
    ListCase("not-begun", "dated", "confirmed", "2020-05-01", CONTRADICTED),
    ListCase("ended-on-old-list", "old", "confirmed", "2023-05-01", OPEN, ends="2022-01-01"),
    ListCase("ended-on-undated-list", "undated", "confirmed", "2023-05-01", OPEN, ends="2022-01-01"),
    ListCase("not-begun-possible", "dated", "possible", "2020-05-01", OPEN),
    ListCase("nobody", "dated", "", "2023-05-01", OPEN, cited=False),
    ListCase("nobody-undated", "undated", "", "2023-05-01", OPEN, cited=False),
    ListCase("no-such-list", "dated", "confirmed", "2023-05-01", OPEN, authority="Unheard Authority", cited=False),
    ListCase("judged-different", "dated", "", "2023-05-01", CONTRADICTED, different=True),
    ListCase("month-of-start", "dated", "confirmed", "2021-03", OPEN, starts="2021-03-15"),
    ListCase("denied-in-force", "dated", "confirmed", "2023-05-01", CONTRADICTED, stance="denied"),
    ListCase("denied-in-force-likely", "dated", "likely", "2023-05-01", OPEN, stance="denied"),
    ListCase("denied-on-undated-list", "undated", "confirmed", None, OPEN, stance="denied"),
    ListCase("denied-nobody", "dated", "", "2023-05-01", OPEN, stance="denied", cited=False),
)


def listed_cases(draw: Draw, namer: Namer, cases: CheckCases) -> None:
    """Add each kind of case twice, with companies of its own."""
    for name, (_, day) in LISTS.items():
        cases.add("snapshots", {"snapshot_id": name, "as_of": dt.date.fromisoformat(day) if day else None, "file_name": f"{name}.csv"})
    for number, case in enumerate((*CASES, *CASES)):
        company = cases.company(f"Example {namer.brand()} {draw.of(('Plant', 'Bureau'))}", draw.of(("RU", "CN")))
        authority, _ = LISTS[case.on]
        designation, subject = f"d{number}", f"subject {number}"
        cases.add(
            "designations",
            {
                "designation_id": designation, "subject_id": subject, "snapshot_id": case.on, "list_id": f"list_{case.on}",
                "measure": "asset_freeze", "authority": authority, "started_on": case.starts, "ended_on": case.ends,
            },
        )  # fmt: skip
        if case.grade:
            match = {"entity_id": company, "subject_id": subject, "list_id": f"list_{case.on}", "grade": case.grade}
            cases.add("listed_matches", match)
        if case.different:
            cases.add("judgements", {"left_id": company, "right_id": subject, "judgement": "different"})
        says = {"entity": company, "authority": case.authority or authority, **({"as_of": case.as_of} if case.as_of else {})}
        covered = case.verdict == CONTRADICTED
        truth = {"verdict": case.verdict, "template": "listed", "covered": covered, "rows": [designation] if case.cited else []}
        cases.claim(f"listed-{case.name}-{number}", {"listed": says}, case.stance, truth)
