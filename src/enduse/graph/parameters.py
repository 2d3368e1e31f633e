"""The thresholds of this room, each with a sentence; enduse.toml may set others."""

from enduse.settings import Parameter

CLASS_DIGITS = Parameter(
    "class_digits", 6, "When no goods are named, goods whose HS codes agree in this many leading digits can stand for each other."
)
LAG_MIN = Parameter("transit_lag_min_days", 0, "Goods need at least this many days from the consignor to the consignee.")
LAG_MAX = Parameter("transit_lag_max_days", 0, "Goods need at most this many days from the consignor to the consignee.")
SIGMA = Parameter(
    "sigma", 0.0, "Stock each intermediary is assumed to have held beyond what the records imply, as a share of its sales of the class."
)
LP_ARCS_MAX = Parameter(
    "lp_arcs_max",
    20_000,
    "A linear programme for one intermediary is solved where its class needs at most this many arcs; else its bounds may be wider.",
)
LP_WORK_MAX = Parameter(
    "lp_work_max",
    1000,
    "All linear programmes of one answer together may cost this much (seconds), a programme costing the square of its thousands of arcs.",
)
LP_COMPANIES_MAX = Parameter(
    "lp_companies_max", 40, "Bounds are computed for at most this many intermediaries, the largest central quantities first."
)
POLICY_EVENTS_MAX = Parameter(
    "policy_events_max",
    2_000_000,
    "FIFO, LIFO and proportional are computed where the intermediaries have at most this many receipts and dispatches.",
)
DOUBTS_MAX = Parameter("doubts_max", 5, "The answer is computed again for at most this many pairs of companies that may be one.")
QUESTIONS_MAX = Parameter(
    "questions_max", 20, "At most this many pairs of companies that may be one are listed as questions; the number of all is given."
)
ADDRESS_TENANTS_MAX = Parameter(
    "address_tenants_max",
    10,
    "An address or identifier printed for more companies than this ties nobody: it is a business centre or a filler.",
)

PARAMETERS: tuple[Parameter, ...] = (
    CLASS_DIGITS,
    LAG_MIN,
    LAG_MAX,
    SIGMA,
    LP_ARCS_MAX,
    LP_WORK_MAX,
    LP_COMPANIES_MAX,
    POLICY_EVENTS_MAX,
    DOUBTS_MAX,
    QUESTIONS_MAX,
    ADDRESS_TENANTS_MAX,
)
