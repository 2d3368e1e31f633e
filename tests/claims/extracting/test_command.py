"""`enduse claims`: offline and equal by default; with an endpoint only when asked for by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from enduse.cli import main
from tests.claims.extracting.made import HONEST, OUTLET, TEXT, corrupted
from tests.claims.extracting.stub import Endpoint, serving

WALLED = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"a socket was opened: {event}")
sys.addaudithook(refuse)
from enduse.cli import main
main(sys.argv[1:])
"""
"""Run the command in an interpreter in which nothing, not even C code behind Python's socket module, gets a socket."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a made article in a file that states its outlet."""
    path = tmp_path / "made.txt"
    path.write_text(f"Outlet: {OUTLET}\n\n{TEXT}", encoding="utf-8")
    return path


@pytest.fixture
def stub() -> Iterator[Endpoint]:
    """Return a stub endpoint that offers two honest claims and a corrupted one."""
    with serving(Endpoint()) as endpoint:
        endpoint.says([HONEST["delivered"], HONEST["listed"], corrupted("delivered", "quantities.0.value", 400)])
        yield endpoint


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Run `enduse claims`; return its code and what it printed."""
    with pytest.raises(SystemExit) as left:
        main(["claims", *map(str, arguments)])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out or err


def case(tmp_path: Path, base: str | None) -> Path:
    """Return a workspace folder whose settings name the endpoint."""
    folder = tmp_path / "case"
    folder.mkdir(exist_ok=True)
    chosen = f'[extractor]\nbase_url = "{base}"\nmodel = "invented-model"\n' if base else ""
    (folder / "enduse.toml").write_text(chosen, encoding="utf-8")
    return folder


def walled(file: Path, seed: str, *arguments: str) -> bytes:
    """Return what the command prints in a process of its own without sockets."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, "-c", WALLED, "claims", str(file), *arguments], env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout


def test_by_default_no_socket_is_opened_and_every_byte_is_the_same(file: Path) -> None:
    """Two processes with other hash seeds print the same bytes, without a socket."""
    first = walled(file, "1", "--json")
    assert walled(file, "2", "--json") == first
    assert len(json.loads(first)["claims"]) >= 8
    assert "extractor" not in json.loads(first)
    assert [one["reason"] for one in json.loads(first)["rejects"]] == ["order_to_the_reader"]


def test_sockets_are_seen_by_the_wall() -> None:
    """The wall of the tests here does refuse a socket."""
    script = WALLED.replace("from enduse.cli import main\nmain(sys.argv[1:])", "import socket\nsocket.socket()")
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "a socket was opened" in run.stderr


def test_an_endpoint_is_asked_by_name_and_the_second_run_is_offline_and_equal(
    file: Path, stub: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its claims come through the gate, the refused one is told with its reason; the key is printed and kept nowhere."""
    monkeypatch.setenv("ENDUSE_EXTRACTOR_KEY", "invented-key-42")
    arguments = ("--extractor", "endpoint", "--workspace", str(case(tmp_path, stub.base)), "--json")
    code, out = told(capsys, file, *arguments)
    said: dict[str, Any] = json.loads(out)
    assert (code, len(said["claims"]), [one["reason"] for one in said["rejects"]]) == (0, 2, ["number_differs"])
    assert said["extractor"]["model"] == "invented-model"
    assert walled(file, "3", *arguments).decode() == out
    kept = "".join(one.read_text(encoding="utf-8") for one in tmp_path.rglob("*") if one.is_file())
    assert "invented-key-42" not in out + kept


def test_naming_an_endpoint_in_the_settings_sends_nothing(
    file: Path, stub: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --extractor endpoint the rules read."""
    assert told(capsys, file, "--workspace", case(tmp_path, stub.base), "--json")[0] == 0
    assert stub.seen == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--extractor", "oracle"), "rules or endpoint"),
        (("--extractor", "endpoint"), "--workspace DIR"),
        (("--extractor", "endpoint", "--workspace", "case"), "base_url"),
        (("--extractor", "endpoint", "--workspace", "nowhere"), "not a workspace"),
    ],
)
def test_an_extractor_that_is_not_set_up_says_how(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """One sentence on what is missing, and where it is written."""
    case(tmp_path, None)
    monkeypatch.chdir(tmp_path)
    code, err = told(capsys, file, *arguments)
    assert code in (2, 4)
    assert said in " ".join(err.split())


def test_what_is_refused_is_shown_to_people_too(file: Path, stub: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table of claims is followed by that of the refused."""
    _, out = told(capsys, file, "--extractor", "endpoint", "--workspace", case(tmp_path, stub.base))
    assert "1 refused" in out
    assert "number differs" in out
