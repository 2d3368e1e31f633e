"""One command run with --json, as a program would."""

from __future__ import annotations

import json
from typing import Any

import pytest

from enduse.cli import main


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    """Run a command with --json; return its code and its answer or error."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    code = left.value.code or 0
    assert isinstance(code, int)
    return code, json.loads(err)["error"] if code else json.loads(out)
