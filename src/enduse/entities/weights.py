"""What each piece of evidence is worth, in log-odds: the numbers of weights.yml, fitted by benchmarks/names/fitting.py."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import yaml


@cache
def weights(of: Literal["companies", "people"]) -> dict[str, float]:
    """Return {piece of evidence: its weight}, in the order of weights.yml; the pieces are explained where they are counted.

    >>> weights("people")["differ"] < 0 < weights("people")["tied"]
    True
    """
    text = (resources.files("enduse.entities") / "weights.yml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in yaml.safe_load(text)[of].items()}
