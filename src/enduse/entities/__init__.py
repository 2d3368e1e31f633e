"""Third room, resolved: which mentions are one company, which may be, and which listed subjects they answer to.

A wrong merge is the worst failure here: what is not certain becomes a question in `possible_matches`, and counts become
intervals (`count_bounds`).
"""

from enduse.entities.lookup import EntityCard, count_bounds, describe, find
from enduse.entities.parameters import PARAMETERS
from enduse.entities.queries import Query, read_queries
from enduse.entities.screening import Hit, in_force, screen
from enduse.entities.stage import resolve

__all__ = [
    "PARAMETERS", "EntityCard", "Hit", "Query", "count_bounds", "describe", "find", "in_force", "read_queries", "resolve", "screen",
]  # fmt: skip
