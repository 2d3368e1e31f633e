"""Words that stand for others: first letters, syllables joined, words written onto each other, trade words mistyped.

Each function looks at words that are left over on both sides. What it ties it takes away from both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from enduse.entities.english_words import real_word
from enduse.entities.lexicon import spellings, stem_of
from enduse.entities.meaning import meanings
from enduse.entities.read_words import Word, rest_of_brand

_INITIALS_MAX, _WITH_COMPANY_MIN, _WITH_STOCK_MIN = 8, 4, 3
_STOCK_COMPANY = re.compile(r"\b(?:а[кц]{1,2}[иіы]+[яо]?нерн|aktsionern)\w+ [кk]", re.IGNORECASE)
_COMPANIES = frozenset({"company", "corporation"})
_SYLLABIC_MIN = 6
_RUN_MAX = 6
_FIRST = re.compile("shch|zh|kh|ts|ch|sh|yu|ya|[a-z]")
_SHORT = re.compile("[b-df-hj-np-tv-z]{2,4}")
"""First letters, which have no vowel."""
_ENDING = re.compile(r"(?:in|en|an|ov|ev|n)?s?k(?:i|aia|oi|oie|ogo|om|im|ih|oe)")
"""What makes a Russian adjective of a name and is no name itself: Курчатовский."""
GLUED_MIN, _PART_MIN, _REST_MIN = 7, 4, 3
_ECHO_MIN, _ECHO_REST_MIN = 3, 3
_GLUED_KEY_MIN, _TAIL_MIN = 8, 4
_STANDS_FOR_SEVERAL = frozenset(
    re.findall(
        r"\w+",
        "elec elect ins inst comm const constr eng engr ind indus int prod dist distr gen ref res dev tech mech chem med fin inv ent mar "
        "met min pet petr sec ser soc tel mach mat nat reg rep ship trans univ",
    )
)
_REPLACED_MAX = 6
"""Letters up to which another letter makes another word of a known one."""
_TYPED_MIN, _WORD_TYPED_MIN, _TYPED_TWICE_MIN, _PLACE_TYPED_MIN = 5, 6, 9, 7
"""Letters from which a word of trade, a word of a brand, may be mistyped by one letter, and by two, and a place by one.

Sigma and Cigna are two brands. A place has many spellings, to one of which
a short brand is near (Nordea is not Norge): of shorter ones only what is printed counts.
"""


def initials(word: Word, others: list[Word]) -> list[Word]:
    """Return the words side by side whose first letters, or the first letters of what they mean, are the word; empty without.

    >>> from enduse.entities import analyse
    >>> whole = analyse("Пример Дальний Выдуманный").words
    >>> [one.text for one in initials(analyse("PDV Kestrel").words[0], list(whole))]
    ['primer', 'dalniy', 'vydumannyy']
    """
    if len(others) < 2 or not 2 <= len(word.text) <= _INITIALS_MAX or word.kind not in ("brand", "word"):
        return []
    spelled = [(word.sound, _sound_letter), (word.text, _meaning_letter), (word.text, _text_letter)]
    if len(word.text) >= _WITH_COMPANY_MIN and word.text.endswith(("c", "l")) and len(others) == len(word.text) - 1:
        # The last letter is that of company or limited, which as a legal form is no word of the name.
        spelled.append((word.text[:-1], _text_letter))
    for letters, first in spelled:
        length, wanted = len(letters), list(letters)
        # One letter, as AA and TKH sound, begins anything.
        if not 1 < length <= len(others):
            continue
        begun = list(map(first, others))
        for start in range(len(others) - length + 1):
            if begun[start : start + length] == wanted:
                return others[start : start + length]
    # The parts of a compound are one word to who takes its first letter, and several to who translates it.
    return letters_of_run(word.text, others)


def stock_company(word: Word, others: list[Word], printed: str) -> list[Word]:
    """Return the words of which first letters are made together with акционерная, which as a legal form is no word of a name; or none.

    >>> from enduse.entities import analyse
    >>> printed = "Национальная акционерная компания Пример"
    >>> [one.text for one in stock_company(analyse("NAK Primer").words[0], list(analyse(printed).words), printed)]
    ['natsionalnaya', 'kompaniya']
    """
    if not word.text.endswith("ak") or not _WITH_STOCK_MIN <= len(word.text) <= _INITIALS_MAX or not _STOCK_COMPANY.search(printed):
        return []
    run = letters_of_run(f"{word.text[:-2]}k", others)
    return run if run and run[-1].means in _COMPANIES else []


def letters_of_run(letters: str, others: Sequence[Word]) -> list[Word]:
    """Return the words side by side, two or more, of whose first letters a text is made; one that is first letters itself gives all.

    >>> from enduse.entities import analyse
    >>> [one.text for one in letters_of_run("mnpz", analyse("Московский НПЗ").words)]
    ['moskovskiy', 'npz', 'npz', 'npz']
    """
    if len(others) < 2 or not letters.startswith(tuple([one.text[:1] for one in others])):
        # Most words: no other begins as they do.
        return []
    printed = [list(found) for _, found in groupby(others, _text)]
    for start in range(len(printed) - 1):
        rest = letters
        for end in range(start, len(printed)):
            text = printed[end][0].text
            first = _FIRST.match(text)
            taken = text if _SHORT.fullmatch(text) else first[0] if first else text
            if not rest.startswith(taken):
                break
            rest = rest[len(taken) :]
            if not rest:
                if end > start:
                    return [one for group in printed[start : end + 1] for one in group]
                break
    return []


def first_letters(words: Sequence[Word]) -> list[str]:
    """Return the first letters of each run of two to six words, as they are written in Latin: цементная is ts.

    >>> from enduse.entities import analyse
    >>> first_letters(analyse("Вымышленный Цементный Карьер").words)
    ['vts', 'vtsk', 'tsk']
    """
    first = [letter[0] for text, _ in groupby(words, _text) if (letter := _FIRST.match(text))]
    return ["".join(first[start:end]) for start in range(len(first)) for end in range(start + 2, min(start + _RUN_MAX, len(first)) + 1)]


def _text(one: Word) -> str:
    return one.text


def _text_letter(one: Word) -> str:
    return one.text[:1]


def _sound_letter(one: Word) -> str:
    return one.sound[:1]


def _meaning_letter(one: Word) -> str:
    return (one.means or one.text)[:1]


def syllables(word: Word, others: list[Word], one_script: bool) -> list[Word]:
    """Return the words side by side of whose beginnings the word is made, the last perhaps whole: Morinformsistema; else none."""
    if len(word.sound) < _SYLLABIC_MIN:
        return []
    for start in range(len(others) - 1):
        if others[start].sound[:2] != word.sound[:2] or (one_script and others[start].text[:1] != word.text[:1]):
            # In one script who joins syllables leaves the first letter as it is: Kubavym is not Quality Bag Vymysl.
            continue
        length = _syllables(word.sound, tuple(one.sound for one in others[start:]), tuple(_least(one) for one in others[start:]))
        if length > 1:
            return others[start : start + length]
    return []


def _least(one: Word) -> int:
    """Return how many letters of a word stand for it at least: of a brand most, for the rest tells it from another (Vymyslot)."""
    return 2 if one.means is not None else max(2, -(-2 * len(one.sound) // 3))


@lru_cache(maxsize=100_000)
def _syllables(rest: str, words: tuple[str, ...], least: tuple[int, ...]) -> int:
    """Return how many of the words, from the first, give the rest by their beginnings of so many letters; 0 when they do not."""
    if not words:
        return 0
    common = 0
    while common < min(len(rest), len(words[0])) and rest[common] == words[0][common]:
        common += 1
    if common == len(rest) and common >= least[0]:
        return 1
    for taken in range(common, least[0] - 1, -1):
        further = _syllables(rest[taken:], words[1:], least[1:])
        if further:
            return further + 1
    return 0


@lru_cache(maxsize=100_000)
def glued(word: Word, other: Word) -> Word | None:
    """Return what is left of a word without the other one, or one of its meaning, at its end or beginning; null when it is not there.

    >>> from enduse.entities import analyse
    >>> glued(analyse("Plantkorta").words[0], analyse("zavod").words[0]).text
    'korta'
    """
    if len(word.sound) < GLUED_MIN or word.means is not None or other.kind == "number" or real_word(word.text):
        return None
    for part in _parts(other.sound, other.means):
        if len(word.sound) - len(part) < _REST_MIN:
            continue
        if word.sound.endswith(part):
            return rest_of_brand(word.sound[: -len(part)])
        if word.sound.startswith(part) and not _ENDING.fullmatch(word.sound[len(part) :]):
            return rest_of_brand(word.sound[len(part) :])
    return None


@lru_cache(maxsize=20_000)
def _parts(sound: str, means: str | None) -> tuple[str, ...]:
    """Return how a word sounds and all words of its meaning, the longest first; short ones are no part of another."""
    known = {sound, *(spellings().get(means, ()) if means else ())}
    return tuple(sorted([part for part in known if len(part) >= _PART_MIN], key=len, reverse=True))


@lru_cache(maxsize=100_000)
def echoes(brand: str, word: Word) -> bool:
    """Tell whether the sound of a brand ends or begins with what a word of trade means: Rosneft, oil.

    >>> from enduse.entities import analyse
    >>> echoes("rosneft", analyse("oil").words[0]), echoes("rosneft", analyse("gas").words[0])
    (True, False)
    """
    known = (word.sound, *(spellings().get(word.means, ()) if word.means else ()))
    return any(
        len(part) >= _ECHO_MIN and len(brand) - len(part) >= _ECHO_REST_MIN and (brand.endswith(part) or brand.startswith(part))
        for part in known
    )


def shortened(text: str, other: str) -> bool:
    """Tell whether a word is an abbreviation that stands for several words of trade, one of them the other: elec, electric.

    >>> shortened("elec", "electric"), shortened("elec", "electronics"), shortened("auto", "automation")
    (True, True, False)
    """
    return text in _STANDS_FOR_SEVERAL and other.startswith(text) and len(other) > len(text)


@lru_cache(maxsize=100_000)
def parts_glued(sound: str) -> tuple[str, str] | None:
    """Return a brand and the meaning of the known word written onto its end; null when there is none: альфастрахование, SwissLuxury.

    >>> parts_glued("alfastrahovanie")
    ('alfa', 'insurance')
    """
    if len(sound) < _GLUED_KEY_MIN:
        return None
    for at in range(_REST_MIN, len(sound) - _TAIL_MIN + 1):
        found = meanings(sound[at:])
        if len(found) == 1 and found[0].kind in ("trade", "body", "place"):
            return sound[:at], found[0].meaning
    return None


@lru_cache(maxsize=100_000)
def mistyped(word: Word, other: Word) -> bool:
    """Tell whether a word of no known meaning is one of the other's meaning with a letter wrong, or two of a long one: Technolgoy."""
    if word.means is not None or other.means is None or len(word.sound) < (_WORD_TYPED_MIN if other.kind == "word" else _TYPED_MIN):
        return False
    known = spellings().get(other.means, ())
    if other.kind == "word":
        # As a brand it is mistyped as brands are, not at its first letter and without an ending beside: Kbeacon, Beacon; Savannah, Swan.
        begun = [sound for sound in known if sound[:1] == word.sound[:1]]
        return process.extractOne(word.sound, begun, scorer=OSA.distance, score_cutoff=_slips(word)) is not None
    place = other.kind == "place"
    if place and len(word.text) < _PLACE_TYPED_MIN:
        return OSA.distance(word.text, other.text, score_cutoff=1) <= 1
    most = 1 if place else _slips(word)
    return any(
        len(sound) >= _TYPED_MIN - 1 and process.extractOne(sound, known, scorer=OSA.distance, score_cutoff=most) is not None
        for sound in {word.sound, stem_of(word.sound)}
    )


def _slips(word: Word) -> int:
    return 2 if len(word.sound) >= _TYPED_TWICE_MIN else 1


@lru_cache(maxsize=100_000)
def another_letter(one: Word, other: Word) -> bool:
    """Tell whether a brand is `mistyped` for a known word only by another letter in its place, which makes another word: Karvo, cargo."""
    word, known = (one, other) if one.means is None else (other, one)
    if word.means is not None or known.means is None or len(word.text) > _REPLACED_MAX:
        return False
    near = [(word.text, known.text), *((word.sound, sound) for sound in spellings().get(known.means, ()))]
    near = [pair for pair in near if OSA.distance(*pair, score_cutoff=1) <= 1]
    return all(len(a) == len(b) and sorted(a) != sorted(b) for a, b in near)
