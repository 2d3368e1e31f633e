"""Fifth room: red flags asked about companies and shipments, answered yes, no or cannot tell, each with its rows."""

from enduse.findings.assess import assess, flag_docs
from enduse.findings.calendar import Calendar, Covered, Field, in_words
from enduse.findings.finding import Citation, Finding
from enduse.findings.flag import Flag, FlagDoc
from enduse.findings.flags import FLAGS
from enduse.findings.parameters import PARAMETERS as _SHARED

PARAMETERS = tuple({one.name: one for one in (*_SHARED, *(one for flag in FLAGS for one in flag.parameters))}.values())

__all__ = [
    "FLAGS", "PARAMETERS", "Calendar", "Citation", "Covered", "Field", "Finding", "Flag", "FlagDoc", "assess", "flag_docs", "in_words",
]  # fmt: skip
