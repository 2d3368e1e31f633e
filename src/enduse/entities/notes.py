"""What clerks print in front of a company's name and behind it: in which role, on whose behalf, telephones, numbers, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from enduse.entities.chinese import segments, simplified
from enduse.entities.meaning import meanings
from enduse.entities.words import holds, without_case
from enduse.terms.legal_forms import without_forms
from enduse.terms.number_labels import LABELS, LABELS_OR_WORDS, NUMBER_OF
from enduse.terms.scripts import SIGNS
from enduse.terms.sounds import in_latin, sound_of
from enduse.terms.territories import country_named, english_name, is_country

_ROLE = re.compile(
    r"^\W*(?:\d{1,2}\)\s*)?(?:(?:cnee|consignee|consignor|shipper|cnor|notify(?:\s+party)?|notified\s+party|buyer|seller|supplier|applicant"
    r"|importer|exporter|manufacturer|грузополучатель|грузоотправитель|получатель|отправитель|покупатель|продавец|收货人|发货人)"
    r"(?:\s*[:：]|\s+[-–—]\s)"
    r"|(?:in\s+)?(?:russian|ukrainian|belarus+ian|kazakh|chinese|arabic|persian|farsi|korean|english)(?:\s+name)?\s*[:：]"
    r"|(?:cnee|consignee|consignor|notify\s+party)\b(?=\s+\w)|m/s\b\.?"
    r"|messrs\b\.?|(?:un)?to\s+(?:the\s+)?order\s+of(?:.{3,60}?\bnotify(?:\s+party)?\b)?|(?:for|on)\s+(?:the\s+)?(?:account|behalf)\s+of"
    r"|(?:o/b|c/o)(?:\s+of)?\b)[\s:.]*(?=\w.*\w|\W\w)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED_LINE = re.compile(r"^\s*\d{1,2}\)\s*(?=\w)")
_TWO_PARTIES = re.compile(
    r"(?<=[\w»\"”)])[\s,;.(\[-]+(?:c/o|o/b|obo|(?:acting\s+)?(?:for\s+and\s+)?on\s+behalf\s+of|for\s+account\s+of|(?:as\s+)?agents?\s+(?:for|of)|via|ч/з|по\s+поручению|от\s+имени)\b\.?(?:\s+of\b)?"
    r"[\s:]*(?=\w)",
    re.IGNORECASE,
)
_FORWARDS = re.compile(
    r"forward|freight|logisti|shipping|spedit|spedyc|transport|cargo|courier|broker|customs|agency|\blines?\b|экспед|логист|брокер|таможен"
    r"|货运|物流|货代|报关",
    re.IGNORECASE,
)
_OWN = re.compile(r"portfolio|\bsp\b|\bfund\b|account\b|\bplan\b|\btrust\b", re.IGNORECASE)
"""On behalf of such a body acts whom it is part of: that is its name."""
_BEHIND = re.compile(
    r"(?<=\w)[\s,;.(\[*+-]+(?:(?:attn|attention)\b\.?.*|(?:prop(?:rietor|rietress)?|inh(?:aber(?:in)?)?)\s*[.:]\s*[^\W\d_].*|(?:pic|contact(?:\s+person)?)\s*:.*"
    r"|(?:same\s+as\s+(?:the\s+)?(?:consignee|shipper|above|notify)|also\s+notify|notify\s+party|as\s+agents?\b"
    r"|freight\s+(?:prepaid|collect))\b.*"
    r"|(?:head|branch|main|registered)\s+office\W*|головной\s+офис\W*)$",
    re.IGNORECASE | re.DOTALL,
)
_CONTACT = re.compile(
    r"(?<=\w)[\s,;.(\[*+/-]+(?:(?:tel(?:ephone)?|fax|тел|факс)\b[\s.:/№#-]*\(?\+?\d[\d\s().-]{2,}"
    r"|(?:phone|ph|mob(?:ile)?|whatsapp|моб)\b[\s.:/№#-]*\(?\+?\d(?:[\s().-]*\d){5,}"
    r"|(?:t|f|m|т|ф)\s*[:.]\s*\+?\d[\d\s()-]{4,}|\+\d[\d\s().-]{7,}"
    r"|e-?mail\b|(?:https?://)?www\.|https?://|[\w.+-]+@[\w-]+\.).*$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(
    rf"(?<=[\w»\"”’)])[\s,;.(\[*+/-]+(?:(?:{LABELS})\b|(?:{NUMBER_OF})\.?\s*(?:id|no|nr|number|code|reg)\b|统一社会信用代码|税号)"
    r"[\s:.№#-]*(?:(?:no|nr|id|number)\b[\s:.№#-]*)?(?:[a-z]{2}[\s-]?)?[a-z]{0,2}\d[\da-z./-]{3,}.*$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_OF_A_COUNTRY = re.compile(
    rf"(?<=[\w»\"”’)])[\s,;.(\[*+/-]+(?:(?:{LABELS_OR_WORDS}"
    r"|verg[iı]\s+(?:(?:kimlik\s+)?(?:no|numaras[iı])|d(?:airesi)?)|v\.?\s?k?\.?\s?no|v\.\s?d\.?)(?![^\W\d_])"
    r"|(?:national|business)\.?\s*(?:id|no|nr|number|code|reg)\b|id\b|m\.?b\.?(?=\s*:))"
    r"[\s:.№#-]*(?:(?:no|nr|id|number)\b[\s:.№#-]*)?(?:[^\W\d_]{3,20}[\s,/-]+(?:v\.?\s?k?\.?\s?no?\b|verg[iı]\s+no)[\s:.№#-]*)?"
    r"(?:[a-z]{2}[\s-]?)?[a-z]{0,2}(?=\d(?:[./-]?\d){5})[\da-z./-]+.*$"
    r"|(?<=\w)[\s,;(-]+j\s?\d{1,2}/\d+/\d{4}\b.*$|(?<=\w)[\s,.]*\((?:\d{12}\s*\()?\d{5,7}-[a-z]\)+\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""Numbers under labels that may be words too (Roc, Stir): six digits follow. A Turkish tax office may stand in front of the number.

Malaysian numbers stand in brackets without a label.
"""
_ROAD = (
    r"(?:street|str|st|road|rd|avenue|ave|lane|ln|blvd|boulevard|highway|hwy|square|sokak|sok|cad|caddesi|bulvar\w*|mah|mahallesi|strasse"
    r"|stra\u00dfe|ul|ulica|ulitsa|via|calle|rue|jalan|jln|marg|nagar|industrial\s+(?:zone|area|estate|park)|shosse|prospekt|pr-t|ул|улица"
    r"|пр-т|просп|проспект|пер|наб|шоссе|проезд|бульвар|мкр)"
)
A_ROAD = re.compile(_ROAD, re.IGNORECASE)
_ROOM = r"(?:unit|flat|flt|room|rm|suite|ste|office|off|floor|block|blk|plot|bldg|building|shop|apt|кв|оф|офис|дом|д|стр|корп|помещ)"
_ADDRESS = re.compile(
    r"(?<=\w)(?P<gap>[\s,;.)\]»\"”*-]*[\s,;])(?:"
    r"p\.?\s?o\.?\s?box\s*[:#№]?\s*\d"
    rf"|(?:no\.?\s?)?\d+[\w/-]{{0,5}},?\s+(?:[^\W\d][\w.'-]*\s+){{0,3}}{_ROAD}\b"
    rf"|{_ROOM}\b[\s.:#№-]*(?:no\.?\s*)?\d+[\w/-]{{0,4}}\b(?=.*\d|.*\b{_ROAD}\b)"
    r"|\d{5,6},?\s+(?:г\.|город|россия|[А-ЯЁ][а-яё]+(?:ая|ский)?\s+обл)"
    rf"|{_ROAD}\.?\s+[^\W\d][\w.\s'-]{{2,30}},?\s+(?:{_ROOM}\b\.?\s*)?(?:no\.?\s*)?\d"
    r").*$",
    re.IGNORECASE | re.DOTALL,
)
_SURE_ADDRESS = re.compile(
    rf"{_ROOM}\b[\s.:#№-]*(?:no\.?\s*)?\d+[\w/-]{{0,4}}\s*,.*(?:\d+\s*/\s*f\b|\b(?:floor|building|bldg|tower|plaza|cent(?:re|er)|{_ROAD})\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A room with its number, and behind a comma what it is in: an address even where nothing ends the name."""
_HAN_ADDRESS = re.compile(r"(?<=公司)[\s,，:：(（]*[^\s公司]*(?:路|街|大道|巷)[^公司]{0,12}号.*$", re.DOTALL)
_BEHIND_COMMA = re.compile(r",\s*([^\W\d_]+(?:[ .]+[^\W\d_]+){0,3})[\s.]*$")
"""A comma and a country at the end is an address; without the comma it is part of the name."""
_CITY_BEHIND = re.compile(
    r",\s*(?P<city>[^\W\d_]+(?:[ .-]+[^\W\d_]+){0,2})\s*[,/(-]\s*(?P<country>[^\W\d_]+(?:[ .]+[^\W\d_]+){0,3})[\s.)]*$"
)
_BEHIND_BRACKET = re.compile(r"(?<=\w)\W*[(\[（]\s*([^()（）\[\]]{2,60}?)\s*[)）\]][\s.]*$")
_CODE = re.compile(r"[A-Z]{2}")
_NO_CODES = frozenset({"CO", "IT", "SA", "AG", "SE", "AS", "AD", "PT", "IM", "IN", "ID", "LA", "SC", "ME", "TV", "PR", "MS", "MC"})
"""Codes of countries that are as often a legal form, a line of business or a word."""
_SHORT_COUNTRIES = frozenset({"uk", "usa", "us", "uae", "prc", "prchina", "saudiarabia", "southkorea", "unitedkingdom", "srilanka"})
_GIVEN = frozenset({"america", "chad", "china", "cuba", "dominica", "france", "georgia", "holland", "india", "ireland", "israel", "jordan",
                    "kenya"})  # fmt: skip
"""Countries whose names are given to children: a comma in front may stand behind a family name."""
_BRANCH = re.compile(
    r"(?<=[\w.)»\"”])(?P<gap>[\s,;(\[–—-]+)(?:(?P<before>[^,;:()\[\]–—]{2,40}?)\s+)?"
    r"(?:(?:(?:overseas|foreign|regional|local)\s+)?branch(?:\s+office)?|(?:representative|rep\.?|representation|liaison)\s+office|филиал"
    r"|представительство|філія|sucursal|zweigniederlassung|(?:serbest\s+b[öo]lge(?:si)?\s+)?[şs]ubesi)"
    r"(?:\s+(?:(?:in|of|at|в|en)\s+)?(?P<behind>[^,;:()\[\]]{2,40}?))?[\s.)\]]*$",
    re.IGNORECASE,
)
"""A branch is no company of its own: its place is that of an address."""
_A_CITY = re.compile(r"^(?:г\.|гор\.|городе?|the|city\s+of|serbest\s+b[öo]lge(?:si)?)\s*", re.IGNORECASE)
_CITY_MARK = re.compile(r"^(?:г\.\s*|гор\.\s*|г\s+|город\s+|g\.\s*|gorod\s+|city\s+of\s+)(?=\w{3})", re.IGNORECASE)
_SIGN = re.compile(r"[\d@:：,]|\s[-–—]\s")
_MARKS = (
    "attn", "attention", "same as", "also notify", "notify", "agent", "freight", "office", "офис", "via", "behalf", "account", "order of",
    "messrs", "prop", "inh", "nhanh", "nhánh", "cn c", "phòng đại", "obo", "c/o", "o/b", "ч/з", "поручению",
    "имени", "www", "公司", "consign", "cnee", "m/s", "branch", "филиал", "філія", "представ", "sucursal", "zweig", "ubesi",
)  # fmt: skip
"""What a name with a note has, beside digits and signs; most have nothing of it and are not looked at further."""
_DIGIT = re.compile(r"\d")
HAN = re.compile(f"[{SIGNS}]")
_OF_PARTIES = ("c/o", "o/b", "obo", "behalf", "account", "agent", "via", "ч/з", "поручению", "имени")
_OF_BRANCHES = ("branch", "office", "филиал", "філія", "представ", "sucursal", "zweig", "ubesi")
_BRANCH_IN_FRONT = re.compile(
    r"^\W*(?:(?:филиал|представительство|філія|представництво)\s+(?=(?:ооо|оао|зао|пао|ао|тоо|тов|ат|осоо|ип|компании|фирмы)\b)"
    r"|(?:chi\s+nh[aá]nh|cn|văn\s+phòng\s+đại\s+diện|vpdd)\s+(?=c(?:[oô]ng\s+)?ty\b)"
    r"|(?:representative\s+office|branch(?:\s+office)?)\s+of\s+(?=\w+\W+\w))",
    re.IGNORECASE,
)
"""A branch in front of its company: Филиал ООО «Пример» в г. Пермь, CN CTY TNHH Example."""
_IN_PLACE = re.compile(
    r"\s+(?:(?:в|у|in)\s+(?:г\.\s*|городе\s+|республике\s+)?|t[aạ]i\s+)(?P<place>[^,;:()\d]{3,30})[\s.]*$", re.IGNORECASE
)
_CUT_AT = (
    (_CONTACT, ("mail", "www", "http", "@"), True), (_NUMBER, (), True), (_NUMBER_OF_A_COUNTRY, (), True),
    (_BEHIND, ("attn", "attention", "prop", "inh", "pic", "contact", "same", "notify", "agent", "freight", "office", "офис"), False),
)  # fmt: skip
"""Notes behind a name, what stands in every name with one, and whether a digit may stand in its place: soon seen."""
_IN_ADDRESS = re.compile(rf"(?:{_ROAD}|{_ROOM})\b|industrial|box|\d{{5}}", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_ABBREVIATED = re.compile(r"\.\w\.$")
_NAME_MIN = 3


@lru_cache(maxsize=100_000)
def without_notes(name: str) -> tuple[str, str]:
    """Return the name without what clerks print around it, and the place of the address behind it, in Latin letters; empty without one.

    Of two names of which one acts for the other the forwarder's is the note; where neither or both forward goods, the second.

    >>> without_notes("CONSIGNEE: Example Works LLC ATTN MR NOBODY TEL 555-01")[0]
    'Example Works LLC'
    >>> without_notes("Sample Freight LLC O/B Example Works")[0], without_notes("Example Works C/O Sample Freight")[0]
    ('Example Works', 'Example Works')
    >>> without_notes("Example Works LLC, 5 Invented Street, Perm"), without_notes("37 Invented Street LLC")
    (('Example Works LLC', 'perm'), ('37 Invented Street LLC', ''))
    >>> without_notes("Example, Russia"), without_notes("Example, Jordan")
    (('Example', 'russia'), ('Example, Jordan', ''))
    >>> without_notes("Example Works, EORI GB900000000017")[0], without_notes("TO ORDER OF SAMPLE BANK NOTIFY Example Works")[0]
    ('Example Works', 'Example Works')
    """
    if not _SIGN.search(name) and not holds(name.casefold(), _MARKS):
        return name, ""
    text = _NUMBERED_LINE.sub("", name)
    # A role may stand behind another: CNEE: TO THE ORDER OF ...
    for _ in range(2):
        text = _ROLE.sub("", text, count=1)
    folded, digits = without_case(text), _DIGIT.search(text) is not None
    if holds(folded, _OF_PARTIES):
        text = _party(text)
    for note, marks, with_digits in _CUT_AT:
        if ((digits and with_digits) or holds(folded, marks)) and (found := note.search(text)) and _is_name(text[: found.start()]):
            # The full stop of an abbreviated form is its own: e.K. Inh. Example.
            text = text[: found.start() + (_ABBREVIATED.search(text[: found.start() + 1]) is not None)]
    text, address = _before_address(text, digits and any(map(_may_be_address, text.split())))
    place = _city(address)
    text, behind = _before_place(text)
    text, nearer = _before_place(text)
    text, branch = _before_branch(text) if holds(folded, _OF_BRANCHES) else (text, "")
    if _BRANCH_IN_FRONT.match(text):
        text, branch = _behind_branch(text)
    return (text, branch or place or nearer or behind) if _is_name(text) else (name, "")


@lru_cache(maxsize=50_000)
def _may_be_address(printed: str) -> bool:
    """Tell whether what stands between two spaces is in front of a number in addresses; such pieces repeat from name to name."""
    return _IN_ADDRESS.search(printed) is not None


def _before_place(text: str) -> tuple[str, str]:
    """Return a text without the country, or city and country, behind a comma, and the place; a city alone only behind a legal form."""
    if "," not in text:
        return text, ""
    found = _CITY_BEHIND.search(text)
    if found is not None and " " in text[: found.start()].strip() and _country(found["country"]) and (city := _city(found["city"])):
        return text[: found.start()], city
    found = _BEHIND_COMMA.search(text, text.rindex(","))
    if found is None:
        return text, ""
    if " " not in text[: found.start()].strip():
        # One word, a comma and a country are a brand and where it is; or a family name, a comma and a given name.
        country = _country(found[1])
        return (text[: found.start()], country) if country and country not in _GIVEN else (text, "")
    place = _country(found[1]) or (_city(found[1]) if known_places(found[1]) and ends_in_form(text[: found.start()]) else "")
    return (text[: found.start()], place) if place else (text, "")


def before_bracket(text: str, cities: bool = False) -> tuple[str, str]:
    """Return a name without the country or the city with `г.` that ends it in brackets, and the place; empty without one.

    With `cities` a city alone is a place too.

    >>> before_bracket("Example LLC (Russia)"), before_bracket("Example (Russia) LLC"), before_bracket("Example (Sample)")
    (('Example LLC', 'russia'), ('Example (Russia) LLC', ''), ('Example (Sample)', ''))
    """
    found = _BEHIND_BRACKET.search(text) if "(" in text or "[" in text or "（" in text else None
    if found is None or not _is_name(text[: found.start()]):
        return text, ""
    head, said = text[: found.start()], found[1]
    if _CODE.fullmatch(said) and said in "".join(word[0] for word in _WORDS.findall(head.upper())):
        # First letters of the name, not a country's code.
        return text, ""
    if place := place_in(said, cities):
        return head, place
    # A country of several words, whichever way it is printed, as one: Korea, Republic of.
    return (f"{head} ({country})" if (country := _country_in(said)) else text), ""


@lru_cache(maxsize=20_000)
def place_in(brackets: str, cities: bool = False) -> str:
    """Return the country that stands in brackets, by name or code, or the city behind `г.`, in one word; empty where it is none.

    >>> place_in("Iran, Islamic Republic of"), place_in("RU"), place_in("г. Москва"), place_in("Perm"), place_in("Sample")
    ('iran', 'russia', 'moskva', '', '')
    >>> place_in("Perm", cities=True), place_in("中国"), place_in("КНР")
    ('perm', 'china', 'china')
    """
    if city := without_city_mark(brackets):
        return _city(city) if known_places(city) else ""
    if HAN.search(brackets):
        return _han_place(brackets, cities)
    joined = in_latin("".join(_WORDS.findall(brackets.casefold())))
    if cities and (found := meanings(sound_of(joined))) and found[0].kind == "place" and not is_country(found[0].meaning):
        return joined
    # What is taken off a name and read as no place would make sisters one.
    either = (_country(brackets), _country(_country_in(brackets)))
    return next((one for one in either if one and (found := meanings(sound_of(one))) and found[0].kind == "place"), "")


def _han_place(text: str, cities: bool) -> str:
    """Return the country, or with `cities` the city, that Chinese characters name and nothing else, as the lexicon spells it."""
    found = [one.means for one in segments(simplified(text))]
    if len(found) != 1 or not found[0] or found[0][0].kind != "place":
        country = country_named(text)
        return _country(english_name(country)) if country else ""
    place = found[0][0].meaning
    return place if cities or _country(place) else ""


def _country_in(brackets: str) -> str:
    """Return the English name of the country that a text names, by a name of several words or a code in capitals; empty where none."""
    coded = _CODE.fullmatch(brackets) is not None and brackets not in _NO_CODES
    if brackets.isascii() and not coded and not any(map(known_places, _WORDS.findall(brackets))):
        return ""
    return english_name(country_named(brackets) or "")


def without_city_mark(text: str) -> str:
    """Return what stands behind `г.` or `city of`; empty where neither does."""
    found = _CITY_MARK.match(text)
    return text[found.end() :] if found else ""


def _before_branch(text: str) -> tuple[str, str]:
    """Return a text without the branch behind the name, and the branch's place: Example Bank (Dubai Branch)."""
    found = _BRANCH.search(text)
    while found is not None:
        where = _A_CITY.sub("", found["before"] or found["behind"] or "")
        # Without a sign between the place may be the company's own: Example Perm Branch.
        ends = found["gap"].strip() or ends_in_form(text[: found.start()])
        if ends and (not where or known_places(where)) and _is_name(text[: found.start()]) and not (found["before"] and found["behind"]):
            return text[: found.start()], _city(where) or _country(where)
        found = _BRANCH.search(text, found.end("gap"))
    return text, ""


def _behind_branch(text: str) -> tuple[str, str]:
    """Return the company whose branch stands in front of its name, and the branch's place, where it is known."""
    company = _BRANCH_IN_FRONT.sub("", text)
    found = _IN_PLACE.search(company)
    if found is None or not known_places(found["place"]) or not _is_name(company[: found.start()]):
        return company, ""
    return company[: found.start()], _city(found["place"]) or _country(found["place"])


def known_places(text: str) -> bool:
    """Tell whether a text is made of words of places."""
    words = [sound_of(in_latin(one)) for one in _WORDS.findall(text.casefold())]
    known = [meanings(one) for one in ("".join(words), *words)]
    return bool(words) and ((bool(known[0]) and known[0][0].kind == "place") or all(it and it[0].kind == "place" for it in known[1:]))


def _country(text: str) -> str:
    """Return a text that is nothing but a country as one word in Latin letters; empty when it is none."""
    joined = in_latin("".join(_WORDS.findall(text.casefold())))
    found = meanings(sound_of(joined))
    known = joined in _SHORT_COUNTRIES or (bool(found) and found[0].kind == "place" and is_country(found[0].meaning))
    return joined if known else ""


def _city(address: str) -> str:
    """Return the last place of an address that is no country and no road's name, in one word."""
    words = [in_latin(one) for one in _WORDS.findall(address.casefold())]
    for end in range(len(words), 0, -1):
        for start in (end - 2, end - 1):
            word = "".join(words[max(start, 0) : end])
            found = meanings(sound_of(word)) if word.isalpha() else ()
            if found and found[0].kind == "place" and not is_country(found[0].meaning):
                return "" if A_ROAD.match(" ".join(words[end : end + 1])) else word
    return ""


def forwards(name: str) -> bool:
    """Tell whether a name is a forwarder's or customs broker's: who acts for another where two names stand in one cell.

    >>> forwards("Sample Freight LLC"), forwards("ООО Пример Брокер"), forwards("Example Works")
    (True, True, False)
    """
    return _FORWARDS.search(name) is not None


def _party(text: str) -> str:
    """Return whose name it is where one acts for another."""
    found = _TWO_PARTIES.search(text)
    if found is None or not _is_name(text[: found.start()]):
        return text
    first, second = text[: found.start()], text[found.end() :].rstrip(")] ")
    if _OWN.search(second) and not _FORWARDS.search(first):
        return text
    if found[0].strip(" ,;.([-:").casefold() == "via":
        # A street in Italy, and part of many a name: a note only in front of a forwarder.
        return first if _FORWARDS.search(second) else text
    return second if _FORWARDS.search(first) and not _FORWARDS.search(second) and _is_name(second) else first


def _before_address(text: str, in_letters: bool) -> tuple[str, str]:
    """Return a text without the address behind the name, and the address; one that is not Chinese only where it may be.

    The name in front must end in a legal form, or a comma stand between, or the address be sure; and no legal form may end the whole,
    which then is a name.
    """
    if found := _HAN_ADDRESS.search(text):
        return text[: found.start()], found[0]
    found = _ADDRESS.search(text) if in_letters else None
    while found is not None:
        head, tail = text[: found.start("gap")], text[found.end("gap") :]
        parted = "," in found["gap"] or ends_in_form(head) or (" " in head.strip() and _SURE_ADDRESS.match(tail) is not None)
        if _is_name(head) and parted and not ends_in_form(tail):
            return text[: found.start("gap") + len(found["gap"]) - len(found["gap"].lstrip(')]»"”'))], tail
        found = _ADDRESS.search(text, found.end("gap"))
    return text, ""


def _is_name(text: str) -> bool:
    return (len(text) >= _NAME_MIN and text[:_NAME_MIN].isalnum()) or sum(map(str.isalnum, text)) >= _NAME_MIN


def ends_in_form(text: str) -> bool:
    """Tell whether a legal form stands at an end of a text: Example Works LLC, ООО «Пример»."""
    tokens = [in_latin(one) for one in _WORDS.findall(text.casefold())]
    kept = list(without_forms(tokens).tokens)
    return 0 < len(kept) < len(tokens) and kept in (tokens[: len(kept)], tokens[-len(kept) :])
