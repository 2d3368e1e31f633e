"""The thresholds of the room."""

from enduse.settings import Parameter

SIMILARITY_MIN = Parameter(
    "entities.similarity_min",
    0.90,
    "Two normalised names of which at least this share of letters agrees (rapidfuzz token sort ratio, 0 to 1) raise a question.",
)
DIFFERENCE_MIN = Parameter(
    "entities.difference_min",
    0.70,
    "The words in which two similar names differ must themselves be this similar: two firms of one trade and town raise no question.",
)
ADDRESS_OVERLAP_MIN = Parameter(
    "entities.address_overlap_min",
    0.5,
    "Two mentions of a one-word name whose addresses share less than this share of their words do not merge by name alone.",
)
IDENTIFIER_NAMES_MAX = Parameter(
    "entities.identifier_names_max",
    25,
    "An identifier printed beside more distinct normalised names than this is a form filler's or broker's and does not merge.",
)
RARE_TOKEN_MAX = Parameter(
    "entities.rare_token_max",
    20,
    "A single word counts as a distinctive name when at most this many distinct listed names contain it.",
)
BLOCK_MAX = Parameter(
    "entities.block_max",
    40,
    "Names are compared when they share a word, a beginning or an ending that at most this many distinct names share.",
)

PROBABILITY_MIN = Parameter(
    "entities.probability_min",
    0.5,
    "Two names that answer to each other by sound and meaning with at least this probability raise a question or a possible match.",
)

ACROSS_NAMES_MAX = Parameter(
    "entities.across_names_max",
    2000,
    "At most this many names are compared across scripts when companies are resolved: Chinese ones first, then Cyrillic, then "
    "Latin. With more, some companies printed in two scripts are counted twice and no question says so.",
)

EVIDENCE_MIN = Parameter(
    "entities.evidence_min",
    4.6,
    "Two clusters of mentions join on evidence (names nearly equal beside a shared telephone, address, domain or doubtful number) "
    "when the log of the odds that they are one is at least this; 4.6 is a probability of 0.99.",
)
SUSPICIOUS_SIZE = Parameter(
    "entities.suspicious_size",
    40,
    "A company put together on evidence from more clusters than this is taken apart and joined again on stronger evidence.",
)
MISTYPED_MENTIONS_MAX = Parameter(
    "entities.mistyped_mentions_max",
    0,
    "Two names that differ by one letter, beside which nothing else is shared, join only when one of them stands on at most this "
    "many mentions: a mistype is rare, a name that comes back is a name. At 0 they only ask.",
)
SOUND_CHARACTERS_MIN = Parameter(
    "entities.sound_characters_min",
    4,
    "A Chinese brand of at least this many characters joins the name that spells it by sound, when city and line of business agree "
    "and nothing speaks against it; a shorter one has homophones and needs a shared telephone, address, domain or number as well.",
)

PARAMETERS = (
    EVIDENCE_MIN,
    MISTYPED_MENTIONS_MAX,
    SOUND_CHARACTERS_MIN,
    SUSPICIOUS_SIZE,
    ACROSS_NAMES_MAX,
    SIMILARITY_MIN,
    DIFFERENCE_MIN,
    ADDRESS_OVERLAP_MIN,
    IDENTIFIER_NAMES_MAX,
    RARE_TOKEN_MAX,
    BLOCK_MAX,
    PROBABILITY_MIN,
)
