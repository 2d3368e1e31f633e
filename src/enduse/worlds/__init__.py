"""Beside the way: invented worlds as raw files with known truth, and the scoring of a result against it.

    world = simulate("world", shipments=100_000, seed=3)      # raw files, inputs.yml, truth.json
    truth = json.loads(world.truth.read_text())
    questions(truth)                                          # ask the workspace these
    score(truth, Answers(mentions=..., results={...}))        # numbers

Every company, person, shipment, list entry and article is invented and says so; countries and HS codes are real.
"""

from enduse.worlds.check_cases import CheckCases, check_cases, score_checks
from enduse.worlds.measures import Measure
from enduse.worlds.press_corpus import PressCorpus, press_corpus
from enduse.worlds.press_score import score_press
from enduse.worlds.score import COLUMNS, TABLES, TRUTH_PARTS, Answers, Score, questions, score
from enduse.worlds.told_case import Came, Told, add_articles, score_told, told_case, told_sentences, went_wrong
from enduse.worlds.world import World, demo_case, simulate

__all__ = [
    "COLUMNS", "TABLES", "TRUTH_PARTS", "Answers", "Came", "CheckCases", "Measure", "PressCorpus", "Score", "Told", "World", "add_articles",
    "check_cases", "demo_case", "press_corpus", "questions", "score", "score_checks", "score_press", "score_told", "simulate", "told_case",
    "told_sentences", "went_wrong",
]  # fmt: skip
