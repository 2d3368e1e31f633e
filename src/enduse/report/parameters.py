"""What each parameter decides, gathered from the rooms that declare them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from enduse.settings import Parameter

ROOMS = ("records", "entities", "graph", "findings", "claims", "report")


@cache
def declared() -> dict[str, Parameter]:
    """Return every `Parameter` that a module of these rooms declares, by name."""
    found: dict[str, Parameter] = {}
    for room in ROOMS:
        package = importlib.import_module(f"enduse.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"enduse.{room}."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Parameter):
                    found[value.name] = value
    return dict(sorted(found.items()))


def sentences() -> dict[str, str]:
    """Return {parameter: sentence and who chose it}."""
    return {name: f"{parameter.sentence} ({parameter.origin})" for name, parameter in declared().items()}
