"""What kind of statement a clause is: stance, polarity, hedges as worded, type, and the rung of the ladder its own words name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.extracted import STAGES, ChainNode, ClaimType, Polarity, Stage
from enduse.claims.reading.gazetteer import ADJECTIVE, COUNTRY
from enduse.claims.reading.letters import UPPER
from enduse.claims.words.across import HEDGES, NEGATIVE, NO_COMMENT, OURS, UNAWARE, UNTRUE
from enduse.claims.words.deeds import PREDICATES, RUNGS
from enduse.claims.words.english import FINITE
from enduse.claims.words.voices import OFFICE_WORDS
from enduse.terms.propositions import Stance
from enduse.terms.scripts import HAN

_ATTRIBUTE = re.compile(
    r"\b(?:false|fake|fabricated|fictitious)\s+(?!(?:and|or|but|that|as|in|on|to|by)\b|\w*(?:claim|alleg|accus|report|news|"
    r"information|stor(?:y|ies)|"
    r"statement|narrative|charge|rumou?r|insinuation|picture|impression|propaganda)\w*)[a-z]",
    re.IGNORECASE,
)
"""A thing that is false ("false invoices"), rather than something said."""
_AT_ISSUE = re.compile(
    r"there (?:is|are|was|were|has|have) (?:been )?(?:no|never)(?: \w+)? (?:evidence|proof|truth|basis|substance|grounds|such)\b",
    re.IGNORECASE,
)
_BARE_DENIAL = re.compile(r"\b(?:it|he|she|they|we)\s+(?:did|had|has|have|was|were|is|are|does|do)(?: not|n[’']t)[.!]?\Z")
"""A denial whose verb is left out: "insists it did not"."""
_NONE_THERE = re.compile(r"there (?:is|are|was|were|has|have) (?:been )?(?:no|never)\b", re.IGNORECASE)
_INNOCENT = re.compile(
    r"\b(?:shortage|doubt|reason|need|problem|change|hurry|risk|choice|alternative|delay|guarantee|deadline|date|decision)s?\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    r"\s*(?:(?i:никак\w+ |ни одн\w+ )?(?:\w+ )?у нас |从未|不存在|没有|未曾|并未|并没有|绝没有|从来没有|никогда не |не (?:постав|прода|"
    r"экспорт|отправ|получ|сотруднич|участв|знаком|име))"
)
"""A denial whose subject is left out is about the speaker."""
_OPEN_DENIAL = re.compile(
    r"\b(?:provid|suppl|deliver|sen[dt]|ship|sold|sell|export|produc|manufactur|cooperat|involv|participa|relation|contact|deal|"
    r"business|aware|knowledge|receiv|import|transfer|violat|engag|own|tie|link|connection|use[sd]?\b|tru[et]|circumvent|develop|"
    r"know)\w*",
    re.IGNORECASE,
)

_STAGE = re.compile("|".join(f"(?P<{one.name}>(?<![\\w-])(?:{one.words})(?![\\w])|(?<=[{HAN}])(?:{one.words}))" for one in RUNGS))
_RUNG_OF: dict[str, Stage] = {one: one for one in STAGES}
_GOVERNED = re.compile(
    r"\b(?:to(?: be)?|could(?: be| have)?|may(?: be| have)?|might(?: be| have)?|would(?: be)?|will(?: be)?|can(?: be)?|cannot|"
    r"should(?: be)?|must|if|of|about|for|before|without|from|against|at|on|in|by|not(?: been| be)?|never(?: been)?|n[’']t(?: "
    r"been)?|approaching|не|для|不|未|没有|将)\s*(?:\w+ly\s+)?(?:also\s+|indeed\s+|directly\s+)?\Z",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(r"\s+(?:by|in|from|for|with|against|at(?! (?:least|most)\b)|on|during|to)\b")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|being|be|began|begun|started|also|even|secretly|already|still)\s+(?:\w+ly\s+|"
    r"also\s+|even\s+|already\s+|still\s+)*\Z"
)
_NOUNISH = re.compile(r"(?:supplies|exports|imports|uses|tests|ships|sells|buys|produces|designs)\Z")
_NOT_VERB = re.compile(r"\s*(?:[,.;)]|\Z)|\s+(?:from|to|of|and|in|for|like|by|on|were|was|are|is|have|has)\b")
_DETERMINED = re.compile(r"\b(?:the|these|those|an?|such|its|their|his|her|arms|drone|of|other)\s+\Z", re.IGNORECASE)
_CONDITION = re.compile(r"\s*(?:However, |But |And )?(?:if|should|unless|如果|если)\b", re.IGNORECASE)
_PREDICATE = tuple((one.name, re.compile(one.words, re.IGNORECASE)) for one in PREDICATES)
_NAMES = re.compile(
    rf"(?<=[^\s.!?:“”\"‘«(])\s+(?!Entity\b|List\b|Export\b|Controls?\b)[{UPPER}][\w’'&-]*|\A(?:The |An? )?[{UPPER}][\w’'&-]*(?= "
    rf"(?:of |and |the |for )*[{UPPER}])"
)
"""Capital words within a sentence, and those that begin one with another after them."""
_OUGHT = re.compile(r"[^.;]{2,60}?\b(?:should|must|ought to|needs? to)\b", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:will|going to|is expected to|are expected to|set to|forecast|by the end of|would|could|is likely to|are likely to)\b|"
    r"(?<!\w)(?:будет|будут|ожидается)(?!\w)|将|预计",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)? to|intend(?:s|ed)? to|aim(?:s|ed)? to|prepar(?:ed|ing|es) to|consider(?:ing|s)|will coordinate|"
    r"pledged?|vow(?:s|ed)?|propos\w+|ready to|decided to)\b|планиру|намерен|рассматрива|计划|打算|考虑",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"\b(?:its|the (?:company|firm|plant)[’']s|whose) (?:\w+ )?(?:director|owner|shareholder|founder|parent|chairman)\b|"
    r"\b(?:holds?|held|owns?) .{0,40}\b(?:shares?|stake|capital|equity)\b|\b(?:own(?:s|ed)|subsidiar\w+|shareholder|controlled "
    r"by|is based in|are based in|leased by|rented by|married to|wife of|"
    r"husband of|brother of|son of|daughter of|sister company|runs|is run by|headquartered|registered in|founded by|director of|"
    r"headed by|belongs to|partner(?:s|ed)? (?:of|with)|linked to|affiliated|allied|common interest|bordering)\b|принадлежит|"
    r"владеет|зарегистрирован|总部|拥有|控股",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:should|ought to|important|interest in the|pleased|happy|advantage|disadvantageous|significan\w+|threat|deserve|"
    r"unwarranted|deeply concerning|believes?|must|priority|reality|mutually|afford)\b|должн|важно|应该|必须",
    re.IGNORECASE,
)
_PROCURE = re.compile(r"\b(?:recover\w*|contain\w*|found in|presence of|key importers?|import(?:s|ed|ing))\b|обнаруж|发现", re.IGNORECASE)


def hedges_of(text: str, cue: str, kind: str) -> tuple[str, ...]:
    """Return the hedges of a clause as worded, in order; a cue of believing is one."""
    found = [match[0] for match in HEDGES.finditer(text)]
    if kind == "believe":
        found.append(cue)
    return tuple(dict.fromkeys(found))


def polarity_of(text: str) -> Polarity:
    """Return whether the clause is worded as a negation."""
    return "negative" if NEGATIVE.search(text) else "positive"


def _side(words: str) -> set[str]:
    return {
        code
        for name, code in (*ADJECTIVE.items(), *COUNTRY.items())
        if code and re.search(rf"(?<![\w]){re.escape(name)}" if name.isascii() else re.escape(name), words)
    }


def is_denial(text: str, kind: str, root: ChainNode | None) -> bool:
    """Tell whether the accused side rejects something: a verb of denying, or its own voice in the negative about itself."""
    if kind == "deny":
        return True
    if root is None:
        return False
    speaks = root.type in ("organisation", "person") or root.source_class in ("spokesperson", "executive")
    # A body that publishes its own statement speaks for itself.
    if not speaks and not (root.type == "outlet" and OFFICE_WORDS.search(root.name or "")):
        return False
    if root.source_class in ("expert", "analyst"):
        return False
    if UNTRUE.search(_ATTRIBUTE.sub(" ", text)):
        return not NEGATIVE.search(UNTRUE.sub("", text)) or bool(re.search(r"не соответству|categorically", text))
    if not NEGATIVE.search(text) or re.search(r"\bno longer\b|больше не", text):
        return False
    if NO_COMMENT.search(text):
        return False
    if UNAWARE.search(text) or _BARE_DENIAL.search(text):
        return True
    start = text[:48]
    own = {word for word in re.findall(r"\w{4,}", f"{root.name or ''} {root.affiliation or ''}") if word[0].isupper()} - {
        "Ministry",
        "Foreign",
        "Affairs",
        "Department",
        "Embassy",
        "United",
        "States",
    }
    said = f"{root.name or ''} {root.affiliation or ''}"
    voice = (
        bool(OURS.match(start))
        or bool(_UNSAID.match(text))
        or bool(re.match(r"there (?:is|are|was|were|has|have) (?:been )?(?:no|never)\b", start, re.IGNORECASE))
        or any(word in start for word in own)
        or bool(_side(said) & _side(start))
    )
    if (
        root.type == "person"
        and root.source_class is None
        and not re.match(r"(?:we|our|I|it|its|the (?:company|firm|plant)|мы|я|我们)\b", start, re.IGNORECASE)
        and not any(word in start for word in own)
        and not _UNSAID.match(text)
    ):
        return False
    return voice and (bool(_OPEN_DENIAL.search(text)) or _denies_being(text, root) or bool(re.search(rf"[а-я{HAN}]", text)))


def _denies_being(text: str, root: ChainNode) -> bool:
    """Tell whether "there is no ..." rejects something: evidence for it, or in a body's own voice the thing itself."""
    if _AT_ISSUE.match(text):
        return True
    return root.type == "organisation" and bool(_NONE_THERE.match(text)) and not _INNOCENT.search(text)


def is_of_knowledge(text: str) -> bool:
    """Tell whether what is denied is only knowing."""
    return bool(UNAWARE.search(text))


def stance_of(denial: bool, hedges: Sequence[str], kind: str) -> Stance:
    """Return denied, uncertain (hedged, believed, inferred, feared) or asserted."""
    if denial:
        return "denied"
    # "would" alone words a condition or a reported future, no doubt of the speaker's.
    doubts = [one for one in hedges if one.casefold() != "would"]
    return "uncertain" if doubts or kind in ("believe", "inference", "concern") else "asserted"


def stage_of(text: str) -> Stage | None:
    """Return the rung named by the clause's own main verb; what it is meant for, might become, or describes in passing names none.

    >>> stage_of("the plant is considering sending drones"), stage_of("it began developing and testing a drone to be shipped")
    ('considering', 'testing')
    """
    found: Stage | None = None
    end = -1
    if _CONDITION.match(text):
        return None
    for match in _STAGE.finditer(text):
        name = _RUNG_OF[match.lastgroup or "considering"]
        if found is not None:
            joined = re.fullmatch(r"\s*(?:,|and|or|，|、|и)\s*", text[end : match.start()])
            if joined and STAGES.index(name) > STAGES.index(found):
                found, end = name, match.end()
            continue
        before = text[max(0, match.start() - 32) : match.start()]
        if _GOVERNED.search(before) and name != "considering" and not (name == "talks" and re.search(r"\bin\s\Z", before)):
            continue
        if (_DETERMINED.search(before) and name != "talks") or (_NOUNISH.search(match[0]) and _NOT_VERB.match(text, match.end())):
            continue
        participle = (
            re.search(r"(?:ed|ought|old|ent|uilt)\Z", match[0]) and _ATTRIBUTIVE.match(text, match.end()) and not _AUXILIARY.search(before)
        )
        if (
            participle
            and match.start() > 0
            and (re.search(r"\b(?:is|are|was|were|has|have|had|will|[a-z]+ing)\b", text) or text.startswith(" by", match.end()))
        ):
            continue
        if match[0].endswith("ing") and not _AUXILIARY.search(before) and (match.start() > 0 or FINITE.search(text)):
            continue
        found, end = name, match.end()
    return found


def predicate_of(text: str) -> str | None:
    """Return the class of the first verb that has one; None when no verb is known. A name's words are no verbs."""
    plain = _NAMES.sub(lambda one: " " * len(one[0]), text)
    found = [(match.start(), name) for name, words in _PREDICATE if (match := words.search(plain))]
    return min(found)[1] if found else None


def type_of(text: str, stance: Stance, kind: str, predicate: str | None, counted: bool, cue: str = "") -> ClaimType:
    """Return the type that decides whether a claim can be checked at all."""
    if stance == "denied":
        return "denial"
    if _PLAN.search(text):
        return "plan"
    ought = _OUGHT.match(text)
    if ought and not FINITE.search(text[: ought.end() - 6].rsplit(" ", 1)[0]):
        return "opinion"
    if predicate == "sanction" and not re.search(r"circumvent|evad|trigger|bypass|обход", text) and not _FORECAST.search(text):
        return "listing"
    if _FORECAST.search(text) or cue.startswith(("expect", "predict", "forecast", "foresee")):
        return "forecast"
    if predicate == "deliver":
        return "delivery"
    if predicate == "receive":
        return "procurement" if _PROCURE.search(text) else "delivery"
    if _RELATION.search(text):
        return "relation"
    if predicate == "find" or _PROCURE.search(text):
        return "procurement"
    if counted:
        return "quantity"
    if predicate in ("produce", "develop", "test"):
        return "production"
    if kind == "believe" or _OPINION.search(text):
        return "opinion"
    if kind in ("inference", "concern", "evidence"):
        return "assessment"
    return "event" if predicate else "statement"
