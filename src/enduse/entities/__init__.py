"""Third room, resolved: which mentions are one company, which may be, and which listed subjects they answer to.

A wrong merge is the worst failure here: what is not certain becomes a question in `possible_matches`, and counts become
intervals (`count_bounds`). `analyse`, `compare`, `match` and `Pool` compare names and tables of names without a workspace.

Two ways lead through the room. `stage.resolve` reads mentions, joins them, asks, and meets the lists; `weighing.compare` and `Pool` weigh
one name against another. Both read names first, for two ends: a `names.Named` is the key under which equal names merge, a
`reading.Reading` what is said word by word. Every file, by what it is about:

- **a printed name**: names, reading, read_words; what stands around it: notes, whereabouts, brackets, marked, parting; how clerks print it:
  printed, words_joined, said_twice, clerks_forms, form_or_brand, numerals, traders, word_order
- **what words mean**: lexicon, meaning, english_words, words, vocabulary, spoken, korean_words, arabic_words
- **Chinese**: chinese, chinese_sounds, glosses, cedict, pinyin, palladius, romanisations, once, hearing, coined, whole, characters,
  transcribed
- **two companies' names**: aligning, sides, tying, spelling, other_words, shortening, cutting, arabic_brands; what it is worth: pieces,
  weights, weighing, weighing_beside, in_full, outcomes
- **people and ships**: person_names, person_words, person_sounds, people, two_names, first_words, of_syllables, korean, births,
  weighing_people, weighing_ships
- **a table of entities asked**: stated_entity, joining, kinds, pool, pool_names, choosing, keying, index, likeness, spelled_names,
  by_consonants, by_syllables, rarity, contacting, rivals, ranking, linking, when_asked
- **mentions in columns**: mentions, values, columns, named, stated, contacts, sites, known, fingerprints
- **texts, names that are not equal**: text, text_keys, texts, blocking, pairing, relation, relating, left_over, mending, related,
  remembered, retelling, denying
- **across scripts, in arrays**: across, bridging, candidates, covering, postings, rendered, renderings, translating
- **which mentions are one**: stage, merging, clusters, namesakes, placing, beside, evidence, likely, contracting, settling, judging,
  judgements; what is asked: asking, cut_names, moving, open_pairs, consequences
- **companies told**: companies, events, lookup
- **lists met and screened**: listed, list_versions, meeting, comparing, queries, screening, decided, ready, recording
- **its thresholds**: parameters
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
