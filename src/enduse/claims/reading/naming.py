"""What an unknown capital name is: a person, a body or an outlet, by what the article says around it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.extracted import Mention
from enduse.claims.reading.gazetteer import COUNTRY
from enduse.claims.reading.letters import UPPER
from enduse.terms.propositions import NodeType

_TRADES = (
    r"(?:company|firm|maker|manufacturer|supplier|group|producer|trader|dealer|forwarder|operator|outfit|broker|carrier|"
    r"distributor|reseller|subsidiary|startup|start-up|business|plant|chain|exporter|importer|developer|institute|charity|"
    r"NGO|watchdog|association|union|party|agency|bank)s?"
)
_PUBLICATIONS = (
    r"(?:newspaper|paper|outlet|weekly|daily|website|site|magazine|broadcaster|portal|channel|newsletter|journal|programme|podcast|"
    r"blog|news agency|wire)"
)


def kind_of_name(name: str, text: str, mentions: Sequence[Mention]) -> tuple[NodeType, str]:
    """Return what a capital name stands for and its full form in the article; a person when nothing speaks for anything else."""
    bare = re.sub(r"^(?:The|the) ", "", name)
    for kind in ("outlet", "company", "organisation", "person"):
        for one in mentions:
            if one.kind == kind and _same(bare, one.text, kind):
                return ("organisation" if kind == "company" else kind), one.text
    quoted = re.escape(bare)
    if re.search(rf"\b{_PUBLICATIONS},? (?:called |named )?(?:the |The |[“\"«])?{quoted}\b", text):
        return "outlet", name
    if re.search(
        rf"\b{_TRADES},? (?:called |named |known as )?{quoted}\b|\b{quoted}, (?:which|whose)\b|\b{quoted}, (?:an?|the) (?:[\w-]+ "
        rf"){{0,4}}{_TRADES}\b|"
        rf"\b{quoted}(?:[’']s?)? (?:spokes\w+|directors?|owners?|customers|offices?|factor(?:y|ies)|plants?|chief|CEO|employees|"
        rf"lawyers?|press|products?|exports?|shares|board|website|parent)\b|"
        rf"\b(?:at|by|from|to|with|through|of) {quoted}(?:[’']s)? ?(?:,|\.|in|on|for|and|has|had|was)",
        text,
    ):
        return "organisation", name
    if " " not in bare and not _is_somebody(bare, text, mentions):
        # A person is named in full somewhere, or by title; a company or a country need not be.
        return "organisation", name
    return "person", name


def _is_somebody(word: str, text: str, mentions: Sequence[Mention]) -> bool:
    return any(one.kind == "person" and word in one.text.split() for one in mentions) or bool(
        re.search(
            rf"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Lord|Lady|Judge|Gen|Col|Capt|President|Minister|Professor)\.? {re.escape(word)}\b", text
        )
        or re.search(
            rf"\b{re.escape(word)}, (?:\d\d\b|who\b|(?:an?|the|his|her|its) [\w -]{{0,40}}?(?:\w+er|\w+or|\w+ist|\w+man|\w+woman)\b)", text
        )
        or re.search(rf"\b{re.escape(word)}\b[^.]{{0,80}}\b(?:he|she|his|her)\b", text)
    )


def _same(bare: str, other: str, kind: str) -> bool:
    if other in COUNTRY or not other:
        return False
    if bare == other or re.sub(r"^(?:The|the) ", "", other) == bare:
        return True
    words, whole = bare.split(), re.sub(r"^(?:The|the) ", "", other).split()
    if kind == "person":
        return len(words) == 1 and len(whole) > 1 and whole[-1] == words[0]
    return len(words) < len(whole) and whole[: len(words)] == words and bool(re.match(rf"[{UPPER}]", bare))
