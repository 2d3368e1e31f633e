"""How much of each piece of evidence two aligned company names hold. What a piece is worth stands in weights.yml.

Words weigh by how much they tell (`reading.WEIGHT`), in natural log units. Legal forms are no piece: they weigh nothing.
"""

from __future__ import annotations

from functools import cache

from enduse.entities.english_words import real_word, two_for_one
from enduse.entities.lexicon import nations
from enduse.entities.read_words import Word
from enduse.entities.reading import IN_BRACKETS
from enduse.entities.sides import Alignment
from enduse.terms.sounds import sound_of
from enduse.terms.territories import is_country

PIECES = (
    "base", "brand", "brand_more", "brand_full", "slips", "by_meaning", "initials", "place", "trade", "body", "number", "plain", "generic",
    "plain_place", "plain_trade", "plain_body", "whole", "plain_whole", "conflict", "conflict_any", "brand_one_side", "place_differs",
    "trade_differs", "number_differs", "place_one_side", "trade_one_side", "number_one_side", "plain_one_side", "body_differs",
    "sister_place", "sister_trade", "sister_number", "nation_one_side", "plain_same", "other_syllables", "trade_alone",
    "characters_left", "long_apart", "nation_alone", "bodies_differ", "plain_meant", "common_more", "brand_unmet",
)  # fmt: skip
"""The pieces of evidence, in the order in which `evidence` returns them.

base: nothing yet. brand, brand_more, brand_full: brand words tied, up to 6, from 6 to 12, beyond 12. slips: how much of the tied
brand is unlike. by_meaning: how much of it is tied by meaning, not by sound. initials: words tied to first letters. place, trade,
body, number: tied words of that kind. plain: neither name has a brand; plain_...: what is tied then; generic: and that is next to
nothing. whole: nothing is left over. conflict: each side has brand words that the other lacks, and how much; where only words
of different kinds are left, what each name has of its own counts so. ..._differs: each
side has its own; ..._one_side: only one side says something. sister_...: brand tied although place, trade or number differ:
sister companies share the brand.
body_differs: each side has a line of business or a kind of body, and they are not two lines of business (solutions, enterprises).
nation_one_side: a country or a part of the world stands in one name only. plain_same: no brand, and letter by letter the same.
other_syllables: beside a Chinese name stand Chinese syllables in letters that spell no stretch of it.
characters_left: Chinese characters of the brand to which no word of the other name answers, up to 3; what answers is part of another brand.
long_apart: how much of the tied brand lies beyond 6 when two names in one script state other brand words, or one states a place or a line
of business more: a long name shared does not make up for what tells two companies apart.
nation_alone: nation_one_side, of two names in one script: no translator left it out.
Of names in letters of one script a word of brands that one name has more counts as a brand of some letters (_WORD_ALONE), and two serial
letters as two numbers. What belongs to a state is no subsidiary (nation_one_side), and beside a country more few shared trades count.
trade_alone: two names in one script, or of which one spells the other throughout, share a brand, and one of them states a line of
business or kind of body more (systems, capital); in two scripts, that one of them is a managing company's or a trading house's
(УК, ТД), which bear the name of what they serve.
bodies_differ: one is a non-commercial body, the other has the legal form of a company.
plain_meant: in letters of one script two words of trade or place at most are the whole of both names, and one is met by its meaning
only (ocean, marine): many companies bear such names, and nothing says that one translates the other.
common_more: in letters of one script the brand is one common word of English, and one name has a general word or a place more, or the
lines of business are two words of English (Plaza Hotel, Plaza Hotel Group; United Sea, United Ocean).
brand_unmet: a brand stands in one name at least, and no word of a brand or a place is tied: what agrees is a line of business.
"""
COUNTRY_PIECES = ("country_agrees", "country_differs")
"""Pieces beside the names, in the order in which `weighing.weigh_beside` counts them."""
_BRAND, _FULL, _SLIPS_MAX, _CONFLICT_MAX, _TELLING = 6.0, 12.0, 6.0, 8.0, 3.0
_SURE = 0.75
_TRADES_MAX = 6.0
_PLACE, _NUMBER = 2.5, 2.5
_GENERIC = 4.0
_FEW = 2
_INITIAL = 1.0
"""A letter of less weight is the initial of a person whom a body is named after."""
_WORD_ALONE = 6.0
"""What a word of brands that stands in one name only counts there: Sample Stone Trading is another than Sample Trading."""
_CROSSED, _OF_ITS_OWN = 2.0, 3.1
"""From here words of different kinds that each name has of its own count as brands do, as so much at least: Sample Tower Hotel, Sample
Perm Hotel. It is more than _TELLING."""
_TRADE_OF_DAUGHTER = 2.4
"""What lines of business shared count at most where a country stands in one name only: subsidiaries share all of them, and places too."""
_REGIONS = frozenset(
    {"africa", "america", "arabia", "asia", "asiapacific", "congo", "eurasia", "europe", "gulf", "iberia", "middleeast", "scandinavia"}
)
"""Parts of the world, and two countries of one name, that a subsidiary's name states as it does a country."""
_DAUGHTERS = frozenset({"uk", "td"})
"""Managing companies and trading houses, in Latin letters."""
_TRADING_HOUSE = frozenset({"trade", "house"})
_MEANT = frozenset({"meaning", "gloss", "translated"})


def evidence(found: Alignment) -> tuple[float, ...]:
    """Return how much of each of PIECES an alignment holds; the same whichever name is first."""
    brand = place = trade = body = number = slips = meant = 0.0
    initials, unsure = 0, False
    for _left, _right, kind, how, alike, weight in found.ties:
        unsure = unsure or alike < _SURE
        if kind in ("brand", "word"):
            brand += weight * alike
            slips += weight * (1 - alike)
            meant += weight if how in _MEANT else 0.0
            initials += how == "initials"
        elif kind == "trade":
            trade += weight * alike
        elif kind == "place":
            place += weight * alike
        elif kind == "body":
            body += weight
        else:
            number += weight
    left, right = _without_whose(found)
    our_brand, our_place, our_trade, our_number, our_body, our_all = _left_over(left)
    their_brand, their_place, their_trade, their_number, their_body, their_all = _left_over(right)
    least, most = min(our_brand, their_brand), max(our_brand, their_brand)
    plain = not (brand or most)
    places, trades, numbers = min(our_place, their_place), min(our_trade, their_trade), min(our_number, their_number)
    place_more, trade_more, number_more = abs(our_place - their_place), abs(our_trade - their_trade), abs(our_number - their_number)
    if found.in_letters and (left or right):
        if not least:
            most = max(most, _WORD_ALONE * sum([one.kind == "word" for one in (*left, *right)]))
        if brand and (crossed := min(our_all, their_all) - (min(our_brand, their_brand) + places + trades + numbers)) > _CROSSED:
            least = max(crossed, _OF_ITS_OWN)
            most = max(most, least)
        if _serial_letters(left) and _serial_letters(right):
            numbers = max(numbers, _NUMBER)
    beside = min(our_trade + our_body, their_trade + their_body) - trades
    whole = bool(found.ties) and not unsure and not (our_all or their_all)
    whole_plain = float(whole and plain and not (our_body or their_body))
    # What belongs to a state is no other country's subsidiary.
    nation = bool(our_place or their_place) and not found.state_body and _nations(left) != _nations(right)
    alone = (found.one_script or found.spelled) and not plain and not most
    daughter = not plain and not most and _daughter(found.left) != _daughter(found.right)
    trade_alone = (alone or daughter) and trade_more > 0 and not trades
    apart = trade_alone or (alone and place_more > 0 and not places)
    apart = apart or (found.one_script and (least > _TELLING or places > 0 or numbers > 0))
    subsidiary = nation and found.one_script and not plain
    trade, capped = min(trade, _TRADE_OF_DAUGHTER if subsidiary else _TRADES_MAX), min(brand, _FULL)
    place = min(place, _PLACE) if subsidiary else place
    return (
        1.0, min(brand, _BRAND), min(max(brand - _BRAND, 0.0), _FULL - _BRAND), max(brand - _FULL, 0.0), min(slips, _SLIPS_MAX),
        min(meant, _FULL), float(initials), 0.0 if plain else place, 0.0 if plain else trade, 0.0 if plain else body, number,
        float(plain), float(plain and place + trade + number < _GENERIC), place if plain else 0.0, trade if plain else 0.0,
        body if plain else 0.0, float(whole and not plain), whole_plain, min(least, _CONFLICT_MAX), float(least > _TELLING),
        min(most - least, 10.0), min(places / _PLACE, 2.0), min(trades, 3.0), min(numbers / _NUMBER, 1.0),
        min(place_more / _PLACE, 2.0), min(trade_more, 5.0), min(number_more / _NUMBER, 1.0),
        min(place_more + trade_more, 5.0) if plain else 0.0, min(beside, 2.0), capped if places else 0.0,
        capped if trades else 0.0, capped if numbers or number_more else 0.0,
        float(nation), float(plain and found.same), float(found.other_syllables),
        float(trade_alone), min(float(found.characters_left), 3.0),
        max(brand - _BRAND, 0.0) if apart else 0.0, float(nation and found.one_script), float(found.bodies_differ),
        *_of_common_words(found, bool(whole_plain), our_body != their_body or place_more > 0),
        float(not (brand or plain or place)),
    )  # fmt: skip


def _of_common_words(found: Alignment, plain: bool, more: bool) -> tuple[float, float]:
    """Return plain_meant and common_more; `plain` when both names are one without a brand, `more` when one says more in general."""
    if not found.in_letters:
        return 0.0, 0.0
    return float(plain and not found.same and _few_meant(found)), float((more or _synonyms(found)) and _common(found))


def _few_meant(found: Alignment) -> bool:
    """Tell whether at most two words say where and in what line of business a company is, and one is met by its meaning only."""
    telling = [tie for tie in found.ties if tie.kind != "body"]
    return len(telling) <= _FEW and any(tie.how == "meaning" for tie in telling)


def _common(found: Alignment) -> bool:
    """Tell whether the words of the brand that are tied are one common word of English: Plaza, United."""
    brands = [tie for tie in found.ties if tie.kind in ("brand", "word")]
    return len(brands) == 1 and all(tie.kind == "word" or real_word(tie.left) or real_word(tie.right) for tie in brands)


def _synonyms(found: Alignment) -> bool:
    """Tell whether two words of English that begin otherwise are tied by what they mean: no translator stood between them."""
    return any(tie.how == "meaning" and two_for_one(sound_of(tie.left), sound_of(tie.right)) for tie in found.ties)


def _serial_letters(words: list[Word]) -> bool:
    """Tell whether a letter stands alone among the words, as a number does: Parcel A, Series B. Of a person's initials it does not."""
    return "brand" in [one.kind for one in words if len(one.text) == 1 and one.weight > _INITIAL]


def _daughter(words: list[Word]) -> bool:
    return any(one.text in _DAUGHTERS and one.kind == "trade" for one in words) or {one.means for one in words} >= _TRADING_HOUSE


def _without_whose(found: Alignment) -> tuple[list[Word], list[Word]]:
    """Return what is left over without the country that stands beside first letters of the whole other name: it says whose they are.

    PLA China is the People's Liberation Army, not its Chinese daughter.
    """
    if len(found.ties) == 1 and found.ties[0].how == "initials" and found.ties[0].alike >= _SURE and found.one_script:
        tie = found.ties[0]
        long_left = " " in tie.left
        short, long = (found.right, found.left) if long_left else (found.left, found.right)
        if not long and len(short) == 1 and _nations(short):
            return [], []
    return found.left, found.right


def _nations(words: list[Word]) -> bool:
    return any(one.kind == "place" and one.means is not None and one.weight > IN_BRACKETS and _is_nation(one.means) for one in words)


@cache
def _is_nation(means: str) -> bool:
    return is_country(means) or means in _REGIONS or means in nations()


def _left_over(words: list[Word]) -> tuple[float, float, float, float, float, float]:
    """Return how much is left over of brands, places, trades, numbers, bodies, and of all but bodies."""
    brand = place = trade = number = body = 0.0
    for _text, _sound, _means, kind, weight in words:
        if kind in ("brand", "word"):
            brand += weight
        elif kind == "place":
            place += weight
        elif kind == "trade":
            trade += weight
        elif kind == "number":
            number += weight
        else:
            body += weight
    return brand, place, trade, number, body, brand + place + trade + number
