"""Names and words that need no model (gazetteer.yml), and patterns of legal forms, goods and titles; own lists of common knowledge."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_LISTS: dict[str, Any] = yaml.safe_load(files("enduse.claims.reading").joinpath("gazetteer.yml").read_text(encoding="utf-8"))


def _words(key: str) -> tuple[str, ...]:
    return tuple(word.strip() for line in _LISTS[key].splitlines() for word in line.split("|"))


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Return the code of each name, and of each adjective, of the countries."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in _LISTS["countries"].splitlines():
        name, code, of_it, others = (part.strip() for part in line.split("/"))
        names.update(dict.fromkeys([name, *[one.strip() for one in others.split(",") if one.strip()]], code))
        adjectives.update({one.strip(): code for one in of_it.split(",") if one.strip()})
    return names, adjectives


OUTLETS = _words("outlets")
COUNTRY, ADJECTIVE = _countries()
ORG_HEADS = "|".join(_words("body_heads"))
ORGANISATIONS = "|".join(_words("bodies"))
COMPANY_ENDS = "|".join(_words("company_ends"))
ROLE_WORDS = frozenset(_words("roles"))
"""What stands with a capital letter before a person's name at the beginning of a sentence, and is no part of it."""
NO_FIRST_NAMES = frozenset(_words("no_first_names"))
"""First words of sentences and titles that begin no person's name."""
OPENERS = frozenset(_words("openers"))
"""Small words whose capital letter is due to the beginning of a sentence."""
LEGAL = (
    r"JSC|LLC|LLP|Ltd\.?|Limited|Inc\.?|Corp\.?|Co\.?,? Ltd\.?|Co\.|GmbH|AG|S\.?A\.?|SAS|SRL|S\.r\.l\.|BV|B\.V\.|NV|Oy|AB|A/S|"
    r"PLC|plc|PJSC|OJSC|ZAO|OAO|OOO|AO|PAO|FZE|FZCO|FZ-LLC|DMCC|Pte\.?(?: Ltd\.?)?|Pvt\.?(?: Ltd\.?)?|"
    r"Sdn\.? Bhd\.?|K\.K\.|d\.o\.o\.|Kft|s\.r\.o\.|A\.Ş\.|AŞ|LP|TOO"
)
GOODS = (
    r"(?:attack |combat |military |civilian |kamikaze |reconnaissance |long-range |strike |one-way )*drones?|unmanned aerial "
    r"vehicles?|UAVs?|(?:aircraft |aviation |piston |jet |drone |diesel )?engines?|microchips?|(?:micro)?processors?|"
    r"chips?|semiconductors?|microelectronics?(?: products)?|transistors?|capacitors?|integrated circuits?|circuit boards?|"
    r"sensors?|antennas?|lenses|optics|cameras?|metal alloys?|alloys?|bearings?|machine tools?|CNC machines?|lathes?|turbines?|"
    r"propellers?|batteries|carbon fib(?:re|er)s?|fib(?:re|er)glass(?: lenses)?|carbon threads?|helicopters?|aircraft|missiles?|"
    r"ammunition|(?:artillery )?shells|gunpowder|nitrocellulose|explosives|(?:dual-use )?(?:goods|components?|items|parts)|"
    r"spare parts|refrigeration equipment|cooling units?|servos?|servo motors?|gyroscopes?|navigation modules?|radios?|thermal "
    r"imagers?|electronic parts?|trucks?|vehicles?|satellite images?|pumps?|valves?|containers?|"
    r"дрон\w*|беспилотник\w*|двигател\w*|микросхем\w*|микрочип\w*|чип\w*|компонент\w*|станк\w*|无人机|发动机|芯片|零部件|机床|"
    r"微电子产品|两用物项|军民两用"
)
TITLES = (
    r"(?:President|Prime Minister|Minister|Foreign Minister|Defen[cs]e Minister|Deputy Minister|Secretary|Ambassador|General|"
    r"Gen\.|Colonel|Col\.|Major|Admiral|Captain|Senator|Sen\.|Representative|Rep\.|Governor|Mayor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|"
    r"Professor|Prof\.|Director|Chairman|Chairwoman|Chief Executive|CEO|Commissioner|Chancellor|King|Spokesman|Spokeswoman|"
    r"Spokesperson|spokesman|spokeswoman|spokesperson|analyst|researcher|expert|economist|director|adviser|lawyer)"
)
