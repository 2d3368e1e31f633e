"""Third room, resolved: which mentions are one company, which may be, and which listed subjects they answer to.

A wrong merge is the worst failure here: what is not certain becomes a question in `possible_matches`, and counts become
intervals (`count_bounds`). `analyse`, `compare`, `match` and `Pool` compare names and tables of names without a workspace.
"""

from enduse.entities.consequences import Consequence, consequences
from enduse.entities.linking import link, matched_tables
from enduse.entities.list_versions import in_force
from enduse.entities.lookup import EntityCard, count_bounds, describe, find
from enduse.entities.moving import ListedQuestion, OpenQuestion, listed_questions, questions
from enduse.entities.notes import forwards
from enduse.entities.open_pairs import may_be
from enduse.entities.outcomes import Compared
from enduse.entities.parameters import PARAMETERS, PROBABILITY_MIN
from enduse.entities.pool import Match, Pool, match
from enduse.entities.queries import Query, read_queries, stream_queries
from enduse.entities.reading import Reading, analyse
from enduse.entities.recording import Question, history, keep_names, recorded
from enduse.entities.screening import Hit, Screened, screen, screenings
from enduse.entities.stage import resolve
from enduse.entities.stated_entity import Entity
from enduse.entities.weighing import Comparison, compare

__all__ = [
    "PARAMETERS", "PROBABILITY_MIN", "Compared", "Comparison", "Consequence", "Entity", "EntityCard", "Hit", "ListedQuestion", "Match",
    "OpenQuestion", "Pool", "Query", "Question", "Reading", "Screened", "analyse", "compare", "consequences", "count_bounds",
    "describe", "find", "forwards", "history", "in_force", "keep_names", "link", "listed_questions", "match", "matched_tables",
    "may_be", "questions", "read_queries", "recorded", "resolve", "screen", "screenings", "stream_queries",
]  # fmt: skip
