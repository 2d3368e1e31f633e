"""Hostile files, made where a test wants them: what is wrong with each is its name."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

HEADER = "no,from,to,day,kg\n"
ROW = "1,Example Trading,Invented Works,2022-03-01,5\n"
GOOD = (HEADER + ROW).encode()
ENTITY = {"id": "x1", "schema": "Company", "datasets": ["us_ofac_sdn"], "properties": {"name": ["Invented Kestrel Works"]}}
MB = 1_000_000
Content = bytes | Callable[[Path], None]


def laughs(root: str) -> bytes:
    """Return an XML document whose entities multiply to 10^9 words."""
    doubled = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "ha">{doubled}]><{root}>&l9;</{root}>'.encode()


def outside(root: str) -> bytes:
    """Return an XML document that asks for a file of the machine."""
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><{root}>&e;</{root}>'.encode()


def lines(*entities: object) -> bytes:
    """Return FollowTheMoney lines: a good one first."""
    return "".join(json.dumps(one) + "\n" for one in (ENTITY, *entities)).encode()


def company(**changes: object) -> bytes:
    """Return a good line and one that differs from it as told."""
    return lines({**ENTITY, "id": "x2", **changes})


def workbook(path: Path) -> None:
    """Write a sheet with formula cells beside one good row."""
    book = openpyxl.Workbook()
    for row in (
        HEADER.strip().split(","),
        [1, '=HYPERLINK("x")', "=1+1", "2022-03-01", 5],
        [2, "Example Trading", "Invented Works", "2022-03-01", 7],
    ):
        book.active.append(row)
    book.save(path)


def cut_workbook(path: Path) -> None:
    """Write a workbook without its end."""
    workbook(path)
    path.write_bytes(path.read_bytes()[:-400])


def workbook_bomb(path: Path) -> None:
    """Write a workbook whose sheet unpacks to 1.5 GB."""
    workbook(path)
    with zipfile.ZipFile(path) as package:
        parts = {one.filename: package.read(one) for one in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if not name.endswith("sheet1.xml"):
                package.writestr(name, content)
        with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(1500):
                sheet.write(b" " * 1_000_000)


def gzip_bomb(path: Path) -> None:
    """Write a megabyte that unpacks to a gigabyte."""
    with gzip.open(path, "wb") as stream:
        for _ in range(1000):
            stream.write(b"0" * 1_000_000)


def repeated(start: bytes, piece: bytes, times: int, end: bytes = b"") -> Callable[[Path], None]:
    """Return a writer of `start`, `piece` so many times, and `end`."""

    def write(path: Path) -> None:
        with path.open("wb") as stream:
            stream.write(start)
            for _ in range(times):
                stream.write(piece)
            stream.write(end)

    return write


def numbers_for_names(path: Path) -> None:
    """Write a Parquet file whose columns have other types than text."""
    pq.write_table(pa.table({"no": [1], "from": [b"\xff\xfe"], "to": [2.5], "day": [True], "kg": [None]}), path)


def put(path: Path, content: Content) -> Path:
    """Write the file and return its path."""
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)
    return path
