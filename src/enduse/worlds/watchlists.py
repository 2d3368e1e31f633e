"""The listed companies as files: FollowTheMoney entities, and the three native files of a second, undated list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from enduse.worlds.ledger import Listing

AUTHORITY = "Invented Sanctions Office"
END = "\x1a"
EMPTY = "-0- "


def write_ftm(path: Path, listings: list[Listing]) -> None:
    """Write a Company and a Sanction for each dated listing, one JSON entity a line."""
    lines: list[str] = []
    for listing in (one for one in listings if one.list_name == "invented"):
        company = listing.company
        names = listing.names or (company.name(),)
        properties: dict[str, list[str]] = {
            "name": [names[0]],
            "alias": list(names[1:]),
            "country": [company.country.lower()],
            "topics": ["sanction"],
            "notes": ["INVENTED: this company does not exist."],
        }
        if not listing.alone:
            numbers = {
                "innCode": company.inn,
                "ogrnCode": company.ogrn,
                "uscCode": company.credit_code,
                "taxNumber": company.business_number,
            }
            properties.update({name: [value] for name, value in numbers.items() if value})
            properties["address"] = [company.address("latin")]
        lines.append(_entity(listing.external_id, "Company", names[0], properties))
        sanction = {
            "entity": [listing.external_id],
            "authority": [AUTHORITY],
            "program": [listing.program],
            "listingDate": [listing.listed_on or ""],
            "startDate": [listing.started_on or ""],
            "reason": [listing.reason],
            "sourceUrl": ["https://example.org/invented-list"],
        }
        lines.append(_entity(f"{listing.external_id}-act", "Sanction", listing.program, sanction))
    path.write_text("".join(lines), encoding="utf-8")


def _entity(number: str, schema: str, caption: str, properties: dict[str, list[str]]) -> str:
    stated = {name: [value for value in values if value] for name, values in properties.items()}
    entity: dict[str, Any] = {
        "id": number,
        "caption": caption,
        "schema": schema,
        "properties": {name: values for name, values in stated.items() if values},
        "datasets": ["invented_world"],
    }
    return json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


def write_ofac(folder: Path, listings: list[Listing]) -> list[Path]:
    """Write sdn.csv, alt.csv and add.csv (those with rows) in the native form.

    No header, '-0- ' for nothing, a last line of one control character.
    """
    subjects: list[list[str]] = []
    names: list[list[str]] = []
    addresses: list[list[str]] = []
    for number, listing in enumerate(one for one in listings if one.list_name == "ofac"):
        company = listing.company
        # The native form is Latin only.
        printed = [name for name in listing.names if name.isascii()] or [company.name()]
        remark = (
            f"Tax ID No. {company.inn} (Russia); Registration Number {company.ogrn} (Russia); INVENTED." if company.inn else "INVENTED."
        )
        subjects.append([listing.external_id, printed[0], EMPTY, listing.program, *[EMPTY] * 7, remark])
        names += [[listing.external_id, str(70_001 + number * 10 + place), "aka", name, EMPTY] for place, name in enumerate(printed[1:])]
        addresses.append(
            [listing.external_id, str(80_001 + number), f"{company.street} Invented Street", company.place[1].title(), "Russia", EMPTY]
        )
    files = {"sdn.csv": subjects, "alt.csv": names, "add.csv": addresses}
    written = {name: rows for name, rows in files.items() if rows}
    for name, rows in written.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        (folder / name).write_bytes((text.getvalue() + END).encode("ascii"))
    return [folder / name for name in written]
