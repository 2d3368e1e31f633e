"""English words of saying, showing, doubting and denying, in their printed forms: what hands a statement to somebody, and how surely."""

from __future__ import annotations

import re


def _forms(verbs: str) -> str:
    """Return every printed form of regular verbs as alternatives; irregular ones stand in full with slashes."""
    found: list[str] = []
    for verb in verbs.split():
        if "/" in verb:
            found += verb.split("/")
        elif verb.endswith("e"):
            found += [verb, verb + "s", verb + "d"]
        elif re.search(r"[^aeiou]y$", verb):
            found += [verb, verb[:-1] + "ies", verb[:-1] + "ied"]
        elif re.search(r"(?:s|sh|ch|x)$", verb):
            found += [verb, verb + "es", verb + "ed"]
        else:
            found += [verb, verb + "s", verb + "ed"]
    return "|".join(sorted(set(found), key=len, reverse=True))


SAY = _forms(
    "say/says/said tell/tells/told state add note explain announce insist argue claim assert allege warn declare respond reply "
    "acknowledge admit/admits/admitted emphasize emphasise stress mention report "
    "write/writes/wrote comment remark reiterate maintain contend reveal disclose testify recall confirm conclude believe "
    "think/thinks/thought suspect expect predict estimate assess analyze "
    "point highlight caution complain concede quip clarify underline/underlines/underlined recount vow pledge promise propose "
    "foresee/foresees/foresaw describe fear hope doubt agree/agrees/agreed speculate inform"
)
BELIEVE = frozenset(
    [
        "believe",
        "believes",
        "believed",
        "think",
        "thinks",
        "thought",
        "suspect",
        "suspects",
        "suspected",
        "expect",
        "expects",
        "expected",
        "estimate",
        "estimates",
        "estimated",
        "fear",
        "fears",
        "feared",
        "hope",
        "hopes",
        "hoped",
        "doubt",
        "doubts",
        "doubted",
        "speculate",
        "speculates",
        "speculated",
    ]
)
EVIDENCE = _forms(
    "indicate suggest show/shows/showed/shown reveal find/finds/found identify pinpoint document uncover imply confirm establish "
    "prove/proves/proved detail list point demonstrate include"
)
DENY = _forms("deny reject dismiss refute rebut/rebuts/rebutted dispute") + "|ruled out|rules out|brushed off"
PARTICIPLE = (
    "saying|adding|stating|noting|warning|claiming|arguing|insisting|stressing|emphasi[sz]ing|telling .{1,30}?|explaining|alleging|"
    "asserting|writing|acknowledging|pointing out|declaring|denying|reporting"
)
EVIDENT = re.compile(
    r"\b(?:reports?|documents?|assessments?|investigations?|data|records?|analys[ei]s|images?|imagery|sources?|websites?|"
    r"experts?|officials?|analysts?|stud(?:y|ies)|evidence|findings?|statistics|figures|researchers?|media|"
    r"papers?|photos?|photographs|letters?|contracts?|invoices?|e-?mails?|memos?|database|tracking|filings|intelligence|review|"
    r"survey|audit|ministry|agency|spokes\w+|embassy|department|police|court|minister|"
    r"search(?:es)?|register|registry|manifests?|logs?|tests?|video|footage|clip|drafts?|papers|tables?|chart|entries|file|"
    r"dossier|indictment|ruling|judgment|bulletin|brief|paper|accounts|receipts|certificates?|declarations?|checks)\b",
    re.IGNORECASE,
)
"""What can show something."""
INFERRING = "indicating|suggesting|implying|meaning|showing|signalling|signaling|signifying|confirming"
CONCERN = (
    r"(?:expressed?|voiced?|raised?|expresses|voices|raises) (?:\w+ ){0,3}(?:concerns?|fears?|alarm|doubts?|hope|worry|worries|"
    r"confidence)(?: that| about| over)?"
)
NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|its|their|these|those|this|such|any|all|of|to|media|denied|rejected|multiple|several|news|previous|"
    r"earlier|similar|recent|many|some|no|for|in|by|with|not|n[’']t|never|cannot|can|other|from)\s+\Z",
    re.IGNORECASE,
)
"""What makes "reports" or "claims" a noun, or a negated or infinite verb, rather than a cue."""
AMBIGUOUS = frozenset(
    [
        "report",
        "reports",
        "claim",
        "claims",
        "state",
        "states",
        "note",
        "notes",
        "comment",
        "comments",
        "estimate",
        "estimates",
        "list",
        "lists",
        "document",
        "documents",
        "point",
        "points",
        "stress",
        "document",
        "details",
        "detail",
        "fears",
        "fear",
        "hopes",
        "hope",
        "doubts",
        "doubt",
        "thought",
        "warns",
        "address",
        "found",
        "prove",
        "include",
        "includes",
        "mentioned",
        "described",
        "identified",
        "suspect",
        "suspects",
        "detailed",
        "listed",
    ]
)
ADVERBS = (
    r"(?:has|have|had|also|further|later|then|reportedly|previously|repeatedly|publicly|privately|flatly|strongly|again|once|"
    r"recently|now|still|just|earlier|separately|categorically|firmly|reportedly|subsequently|"
    r"already|meanwhile|first|explicitly|immediately|vehemently|consistently|likewise|additionally|in turn|all|both|himself|herself)"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|can|cannot|does|do|did|should|shall|won[’']t|isn[’']t|"
    r"aren[’']t|don[’']t|doesn[’']t|didn[’']t|"
    r"deny|say|began|begins?|held|holds?|sent|sends?|sold|sells?|bought|buys?|made|makes?|took|takes?|gave|gives?|got|gets?|went|"
    r"goes|came|comes?|knew|knows?|saw|sees?|led|leads?|met|meets?|kept|keeps?|rose|rises?|fell|falls?|grew|grows?|paid|pays?|"
    r"built|builds?|ran|runs?|put|puts|set|sets|became|becomes?|broke|lost|won|left|brought|found|spent|thought|meant|means|cost|"
    r"costs|hit|shut|cut|remains?|includes?|needs?|wants?|plans?|supplies|provides?|produces?|"
    r"relies|employs|hires|handles|carries|serves|spends|earns|allows|requires|contains|consumes|generates|equips|assembles|"
    r"develops|invests|depends|"
    r"seeks?|uses?|lets?|appears?|seems?|continues?|shows?|helps?|works?|faces?|belongs?|refuses?|supports?|delivers?|"
    r"exports?|imports?|manufactures?|ships?|operates?|owns?|controls?|denies|believes?|considers?|crosses|"
    r"struck|sought|flew|flies|swam|stole|beat|bound|fought|hung|laid|lent|slid|spread|swept|swore|tore|woke|wound|drew|drove|"
    r"shot|spoke|stood|understood|wrote|told|caught|bore|chose|froze|rode|threw|withdrew|overtook|undertook|oversaw|passed|goes|"
    r"turns?|reach(?:es)?|lies|lie|changes?|bears|consist\w*|signif(?:y|ies|ied)|constitutes?|violates?|threatens?|remain|fuels?|"
    r"assists?|strengthens?|[a-zà-ÿ]\w+(?<!ne)(?<!fe)(?<!\bse)(?<!spe)(?<!inde)(?<!unmann)ed)\b",
)
NO_COMMENT = (
    r"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to (?:comment|answer|respond|elaborate|say|specify|discuss|be drawn|name|"
    r"identify|disclose|"
    r"(?:give|provide) (?:any |more |further )?(?:details?|figures?|names?|reasons?|an? \w+))|\b(?:did|has|have|had|does|do|could|was|"
    r"were)(?: not|n[’']t)(?: immediately| yet)? (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|comment(?:ed)?|be "
    r"reached|available|reachable)|"
    r"\brequests? for (?:a |further )?comments?\b[^.]{0,160}\b(?:unanswered|not (?:immediately )?(?:returned|answered)|without "
    r"(?:a )?(?:reply|response|answer)|no (?:reply|response|answer))|\bno comment\b|\b(?:do|does|did|will|would) not comment\b|"
    r"\b(?:don|doesn|didn|won)[’']t comment\b|\bnot immediately available for comment|"
    r"\b(?:did|would|could) not (?:immediately |further )?(?:elaborate|specify|go into detail|say (?:whether|how|who|why|when|"
    r"where|what|if|which)|"
    r"(?:give|provide|offer|disclose) (?:any |more |further )?(?:details?|figures?|names?|reasons?|an? (?:reason|figure|explanation)))|"
    r"\boffered no comment"
)
DOUBTING = (
    "reportedly|allegedly|apparently|possibly|probably|likely|purportedly|supposedly|presumably|seemingly|perhaps|ostensibly|evidently"
)
"""Adverbs that make what follows a doubt."""
HEDGES = (
    r"may(?! \d)|might|could|(?:most |very |highly )?likely|unlikely|alleged|"
    r"appear(?:s|ed)?(?: to)?|seem(?:s|ed)?(?: to)?|suggest(?:s|ed|ing)?(?: that)?|(?<!the )suspect(?:ed)?(?! of)(?!s)|"
    r"purported|presumed|potential(?:ly)?|possibility|(?<!made )(?<!make )(?<!makes )possible|almost certainly|"
    rf"certainly would|undoubtedly|{DOUBTING}|"
    r"rumou?red|unconfirmed|would|conceivably|not (?:yet )?(?:been )?(?:confirmed|verified)|"
    r"(?:is|are|was|were|being) (?:widely )?(?:believed|thought|said|understood|reported|suspected|expected|alleged|assessed|"
    r"estimated) to|believed to|thought to|said to (?:be|have)|what (?:appears|seems) to be|indicat(?:es|ed|ing) that|"
    r"(?:examin\w+|investigat\w+|unclear|not clear|uncertain|checking|looking into|prob(?:es?|ed|ing)|studying|unknown|establish|"
    r"verify|determine|confirm|questions? (?:about|over)|doubts? (?:about|over)) (?:whether|if)|whether|can(?:not|’t|'t) be "
    r"(?:ruled out|verified)|could not (?:independently )?(?:verify|be verified)|so-called"
)
NEGATION = (
    r"not(?! only| just)|[Nn]ever|cannot|[Nn]either|[Nn]or|[Nn]one|[Nn]obody|[Nn]othing|without|[Nn]o(?! (?:fewer|less|more "
    r"than|later|doubt|matter|sooner|one))|no one|denie[sd]|refus\w+|fail(?:s|ed) to|unaware|lacks?|unanswered|declined"
)
UNTRUE = r"false|baseless|groundless|fabricat\w+|untrue|unfounded|nonsense"
"""What somebody calls a thing who rejects it."""
UNAWARE = r"\b(?:not|n[’']t)(?: been)? (?:aware|know|familiar|informed)|\bunaware\b|\bno (?:knowledge|information)\b|\bnever heard\b"
OURS = "we|our|it|they|he|she|the company|the firm|the plant|the ministry|its|their|I"
"""How a body speaks of itself."""
BESIDE = "according to|as reported by|as told to|citing|quoting"
"""What stands between a statement and its source when no verb does."""
VIEW = "words|view|opinion|telling|account|estimation|assessment"
SEEN = "seen|reviewed|obtained|viewed|examined"
"""How somebody came by a paper who did not write it."""
OCCASION = (
    r"statement|interview|release|email|e-mail|briefing|(?:press )?conference|post|report|comments?|remarks?|speech|tweet|ruling|filing|"
    r"letter|response|reply|note|message|article|hearing|decision|judge?ment|document|paper|memo|order|verdict|opinion|complaint|"
    r"indictment|lawsuit|brief|study|analysis"
)
"""What words are said in: a statement, an interview, a ruling."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
