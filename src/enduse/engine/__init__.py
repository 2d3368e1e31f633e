"""Runs SQL; knows engines, not the field."""

from enduse.engine.base import Engine, Parameters, Step, closing

__all__ = ["Engine", "Parameters", "Step", "closing"]
