"""What is asked of words whatever the language: hedges, negations, what is called untrue, who does not answer, what was taken back."""

from __future__ import annotations

import re

from enduse.claims.words import chinese, english, russian

HEDGES = re.compile(rf"\b(?:{english.HEDGES})\b|(?<!\w)(?:{russian.HEDGES})(?!\w)|{chinese.DOUBTING}")
"""Words that leave open whether something is so, as worded."""
NEGATIVE = re.compile(rf"\b(?:{english.NEGATION})\b|n[’']t\b|(?<!\w)(?:{russian.NEGATION})(?!\w)|{chinese.NEGATION}")
UNTRUE = re.compile(
    rf"\b(?:{english.UNTRUE}|fiction|absurd|ridiculous|invention|slander\w*|smear\w*|fake|disinformation|malicious|lies?|categorically)\b|"
    rf"{russian.UNTRUE}|{chinese.UNTRUE}",
    re.IGNORECASE,
)
"""Words with which somebody rejects what was said."""
UNAWARE = re.compile(f"{english.UNAWARE}|{russian.UNAWARE}|{chinese.UNAWARE}", re.IGNORECASE)
"""A denial of knowing, and of nothing else."""
OURS = re.compile(rf"(?:^|\b)(?:{english.OURS})\b|(?<!\w)(?:{russian.OURS})(?!\w)|{chinese.OURS}", re.IGNORECASE)
NO_COMMENT = re.compile(f"{english.NO_COMMENT}|{russian.NO_COMMENT}|{chinese.NO_COMMENT}", re.IGNORECASE)
"""Somebody was asked, and did not answer."""
RETRACTION = re.compile(
    r"^(?:correction|clarification|editor[’']?s note|исправление|更正)\b\s*[:：.]|\b(?:has|have|had|was|were) (?:since "
    r")?(?:retracted|withdrawn|corrected)\b|\b(?:retracted|withdrew) (?:its|the|their|that|an?) (?:\w+ )?(?:report|story|article|"
    r"claim|statement|allegation)|\ban earlier version of this (?:article|story|report)|^this (?:article|story|report) (?:was|"
    r"has been) (?:amended|corrected)\b",
    re.IGNORECASE,
)
"""An article takes back or corrects something."""
