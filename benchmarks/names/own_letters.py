"""Names in Arabic and in Korean letters asked of Latin ones: people and organisations that the EU lists, people among invented ones."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

from names.crossing import Asked, asked_of_latin, item, score
from names.lists import Subject, eu, script_of
from names.table import Table

_LETTERS = {"arabic": re.compile("[\u0600-\u06ff]+(?:[ -]+[\u0600-\u06ff]+)+"), "korean": re.compile("[\uac00-\ud7a3]{2,4}")}
_ARABIC_BODY = re.compile("[\u0600-\u06ff]{2}[\u0600-\u06ff .-]*[\u0600-\u06ff]")


def asked_in(script: str, data: Path) -> tuple[list[Asked], list[dict[str, Any]], dict[str, int]]:
    """Return the names in a script (Arabic ones of several words), the Latin names of the pool, with invented people's, and groups."""

    def printed(one: Subject) -> list[str]:
        return list(dict.fromkeys(found for name in one.names for found in _LETTERS[script].findall(name)))

    people = [one for one in eu(data) if one.schema == "Person"]
    asked, pool, owner = asked_of_latin(people, printed, lambda *_: "Latin", "Person")
    with (data / "matching" / "yente" / "negatives_global_every4th.csv").open(encoding="utf-8", newline="") as file:
        invented = dict.fromkeys(row["full_name"] for row in csv.DictReader(file) if script_of(row["full_name"]) == "Latin")
    pool += [item(f"invented:{number}", name, "Person") for number, name in enumerate(invented)]
    return asked, pool, owner


def run_own_letters(table: Table, data: Path, rounds: int, script: str) -> None:
    """Add the figures of people's names in the letters of a script (arabic, korean) asked of Latin ones."""
    asked, pool, owner = asked_in(script, data)
    table.notes.append(f"{script}: {len(asked)} names of {len({one.group for one in asked})} people, pool of {len(pool):,} Latin names")
    score(table, script, asked, pool, owner, {"logic-v2": 0.7}, {"any alias": None}, rounds)


def run_arabic_bodies(table: Table, data: Path, rounds: int) -> None:
    """Add the figures of organisations' names in Arabic letters, Persian ones too, asked of every Latin alias of an EU-listed one."""

    def printed(one: Subject) -> list[str]:
        return list(dict.fromkeys(found.strip(" .-") for name in one.names for found in _ARABIC_BODY.findall(name)))

    subjects = [one for one in eu(data) if one.organisation]
    asked, pool, owner = asked_of_latin(subjects, printed, lambda *_: "Latin", "Organization")
    table.notes.append(f"arabic_bodies: {len(asked)} names of {len({one.group for one in asked})}, pool of {len(pool):,} Latin names")
    score(table, "arabic_bodies", asked, pool, owner, {"logic-v2": 0.7}, {"any alias": None}, rounds)
