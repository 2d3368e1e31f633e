"""Which words of two names answer to each other, and by what: the same letters, sound, meaning, initials, or nearly so.

Names in Latin and Cyrillic letters are aligned word by word. A Chinese name has no words apart: words of the other name are
found in it as stretches of characters, by pinyin or by gloss, each character answering to one word only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from enduse.entities.arabic_brands import is_arabic, tie_arabic
from enduse.entities.characters import characters, stretches
from enduse.entities.clerks_forms import PART_MIN, SHORT_FORMS, broken_form
from enduse.entities.cutting import cut_off
from enduse.entities.english_words import english, real_word
from enduse.entities.read_words import FURTHER_PART, WEIGHT, Word
from enduse.entities.reading import Reading
from enduse.entities.said_twice import without_said_twice
from enduse.entities.shortening import GLUED_MIN, echoes, glued, initials, letters_of_run, mistyped, stock_company, syllables
from enduse.entities.sides import Alignment, How, Tie, kind_of, turned_round
from enduse.entities.spoken import tie_spoken
from enduse.entities.transcribed import tie_transcribed
from enduse.entities.tying import nearly_tied, romanised, same, translated
from enduse.terms import hangul
from enduse.terms.romanising import spells
from enduse.terms.sounds import sound_of

_INITIALS_SURE, _SYLLABLES_SURE, _JOINED_SURE = 0.7, 0.9, 0.97
_INITIALS_FEW = 2
"""First letters so few that sound so prove nothing between names in one script: Kestrel FV is not Kestrel Freight Vymovers."""
_ALL_MIN, _ALL_SURE = 3, 0.75
"""First letters of three words or more that are the whole other name: so sure that nothing counts as left over."""
_FUZZY_MIN, _FUZZY_RATIO = 6, 92
_RESPACED_MIN, _NUMBERS_MAX = 5, 2
"""Letters from which two names may be one of which a space has moved; of two numbers side by side it tells two apart."""
_STATE_OWNED = "soe"
_FORM_AND_NAME = 2
_KNOWN_MIN = 2
"""Words of a form from which its last one may be any that is one letter from it."""
_LETTERS_MAX = 4
"""Letters up to which a known word may be first letters of others."""


@lru_cache(maxsize=1024)
def align(left: Reading, right: Reading) -> Alignment:
    """Return how two names answer to each other; the same whichever is first, but for the sides."""
    found = _aligned(left, right)
    found.same = left.key == right.key
    found.one_script = left.script == right.script
    found.in_letters = found.one_script and not (left.runs or right.runs)
    found.state_body = _STATE_OWNED in left.forms or _STATE_OWNED in right.forms
    found.spelled = {left.script, right.script} == {"latin", "cyrillic"} and _spelled(found, left.script == "cyrillic")
    found.bodies_differ = (left.noncommercial and right.commercial) or (right.noncommercial and left.commercial)
    return found


def _aligned(left: Reading, right: Reading) -> Alignment:
    if left.brands and right.brands:
        return characters(left, right)
    if left.brands or (left.runs and not right.runs):
        return stretches(left, right)
    if right.brands or (right.runs and not left.runs):
        return _turned(stretches(right, left))
    found = Alignment(left=list(left.words), right=list(right.words))
    _spelled_out(found)
    if left.script != right.script:
        _letters_spelled(found)
    same(found)
    if left.taken != right.taken:
        _broken_forms(found, left, right)
        _scattered_forms(found, left, right)
    cut_off(found, left, right)
    one_script = left.script == right.script
    if not one_script:
        _taken_for_forms(found, left, right)
    if found.left and found.right:
        across = {left.script, right.script} == {"latin", "cyrillic"}
        if across:
            romanised(found, left.script == "cyrillic")
            tie_transcribed(found, left if left.script == "cyrillic" else right, left.script == "cyrillic")
        elif not one_script and (korean := _is_korean(left)) != _is_korean(right):
            romanised(found, korean, hangul.spells)
        elif not one_script and (arabic := is_arabic(left)) != is_arabic(right):
            tie_arabic(found, arabic)
        _joined(found)
        _respaced(found)
        _shortened(found, one_script, (left.name, right.name))
        nearly_tied(found, one_script=one_script)
        if across:
            tie_spoken(found, left.script == "cyrillic")
        if found.left and found.right and (not one_script or _two_languages(found)):
            translated(found)
    _half_met(found)
    _echoed(found)
    if not one_script:
        without_said_twice(found, left, right)
    return found


def _is_korean(name: Reading) -> bool:
    return name.script == "other" and hangul.HANGUL.search(name.name) is not None


def _two_languages(found: Alignment) -> bool:
    """Tell whether two names in one script are in two languages: a known word answers to one that is no English: dvigateli, motors."""
    return any(tie.how == "meaning" and real_word(tie.left) != real_word(tie.right) for tie in found.ties)


def _letters_spelled(found: Alignment) -> None:
    """Tie letters that the lexicon knows with words that begin so and mean something else: UK is an Управляющая Компания here.

    НВП is a научно-внедренческое предприятие as often as one of science and production.
    """
    for turned in (False, True):
        first, second = (found.right, found.left) if turned else (found.left, found.right)
        for text in [one.text for one in first if one.means is not None and len(one.text) <= _LETTERS_MAX]:
            letters = [one for one in first if one.text == text]
            if not letters or any(one.text == text for one in second):
                continue
            run = letters_of_run(text, second)
            if not run or {one.means for one in letters} <= {one.means for one in run}:
                continue
            weight = min(sum(one.weight for one in letters), sum(one.weight for one in run))
            pair = turned_round(text, " ".join(one.text for one in run), turned)
            found.ties.append(Tie(*pair, "trade", "abbreviated", _SYLLABLES_SURE, weight))
            first[:] = [one for one in first if one not in letters]
            second[:] = [one for one in second if one not in run]


def _taken_for_forms(found: Alignment, left: Reading, right: Reading) -> None:
    """Leave out what is a legal form in one script's table only and both names print: НАК and NAK, РТ and RT, ФГУП and FGUP."""
    found.left = [one for one in found.left if one.text not in right.taken]
    found.right = [one for one in found.right if one.text not in left.taken]


def _broken_forms(found: Alignment, left: Reading, right: Reading) -> None:
    """Leave out the first or last word of a name without a legal form that is the other one's form with letters swapped: SJC, LDT."""
    for rest, own, other in ((found.left, left, right), (found.right, right, left)):
        if own.taken or not other.taken or len(own.words) < _FORM_AND_NAME:
            continue
        for end in (own.words[0], own.words[-1]):
            if end in rest and end.means is None and any(broken_form(end.text, form) for form in other.taken):
                rest.remove(end)
                break


def _scattered_forms(found: Alignment, left: Reading, right: Reading) -> None:
    """Leave out words of one name that are the other one's legal form: out of place, or one with a letter wrong where all else agrees.

    Kestrel OOD Games, Kestrel Games OOD; Kestrel Limitep, Kestrel Limited.
    """
    for rest, opposite, own, other in ((found.left, found.right, left, right), (found.right, found.left, right, left)):
        missing = other.taken - own.taken
        if not rest or not missing or len(own.words) < _FORM_AND_NAME:
            continue
        form = [one for one in rest if one.text in missing]
        odd = [one for one in rest if one.text not in missing]
        lacking = missing - {one.text for one in form}
        if form and not lacking:
            rest[:] = odd
        elif not opposite and len(odd) < _FORM_AND_NAME and _form_typed(odd, form, lacking, own):
            rest.clear()


def _form_typed(odd: Sequence[Word], form: Sequence[Word], lacking: frozenset[str], own: Reading) -> bool:
    """Tell whether a form of which some words are known has its last one with a letter wrong, or so broken that it was left out.

    A short one that stands alone does so at an end of the name.
    """
    known = len(form)
    if not odd:
        return len(lacking) == 1 and (known >= _KNOWN_MIN or all(one.text in SHORT_FORMS for one in form))
    one = odd[0]
    if one.means is not None or not (known >= _KNOWN_MIN or one in (own.words[0], own.words[-1])):
        return False
    least = 1 if known >= _KNOWN_MIN else PART_MIN
    return any(len(form) >= least and OSA.distance(one.text, form, score_cutoff=1) <= 1 for form in lacking)


def _respaced(found: Alignment) -> None:
    """Tie all that is left of two names where the letters are the same and only a space has moved: Ke Strelworks, Kes Trelworks."""
    if len(found.left) == len(found.right) == 1 and found.left[0].text != found.right[0].text:
        # Most pairs of names: one word each is left, and no space has moved.
        return
    sides = [[one for one in side if FURTHER_PART not in one.sound] for side in (found.left, found.right)]
    ours, theirs = ("".join([one.text for one in side]) for side in sides)
    if ours != theirs or len(ours) < _RESPACED_MIN or sum(one.kind == "number" for one in found.left + found.right) > _NUMBERS_MAX:
        return
    pair = [" ".join([one.text for one in side]) for side in sides]
    weight = min(sum(one.weight for one in side) for side in (found.left, found.right))
    found.ties.append(Tie(pair[0], pair[1], kind_of(*found.left, *found.right), "joined", _JOINED_SURE, weight))
    found.left, found.right = [], []


def _spelled(found: Alignment, cyrillic_left: bool) -> bool:
    """Tell whether a name in Latin letters spells the Cyrillic one: who writes zavod for завод leaves no word out and adds none."""
    heard = False
    for tie in found.ties:
        if tie.how in ("meaning", "translated"):
            return False
        cyrillic, latin = (tie.left, tie.right) if cyrillic_left else (tie.right, tie.left)
        heard |= (
            tie.kind in ("trade", "place") and tie.how == "sound" and not english(latin) and (latin == cyrillic or spells(latin, cyrillic))
        )
    return heard


def _half_met(found: Alignment) -> None:
    """Count part of a compound that is the brand as a word of trade where only that part is met: «Электроприбор» is no instrument."""
    if "word" not in [tie.kind for tie in found.ties if tie.how in ("meaning", "translated")]:
        return
    over = [{one.text for one in side if one.kind == "word"} for side in (found.left, found.right)]
    for at, tie in enumerate(found.ties):
        if tie.kind == "word" and tie.how in ("meaning", "translated") and (tie.left in over[0] or tie.right in over[1]):
            found.ties[at] = tie._replace(kind="trade", weight=min(tie.weight, WEIGHT["trade"]))


def _spelled_out(found: Alignment) -> None:
    """Tie first letters with the whole other name when beside them stands a place that this name says too: FSA Syria, Free Syrian Army."""
    for turned in (False, True):
        first, second = (found.right, found.left) if turned else (found.left, found.right)
        if len(first) != 2 or len(second) < _ALL_MIN or {one.kind for one in first} != {"brand", "place"}:
            continue
        one, place = sorted(first, key=lambda it: it.kind)
        if one.means is not None or place.means not in {it.means for it in second} or len(run := initials(one, second)) < len(second):
            continue
        pair = turned_round(one.text, " ".join(word.text for word in run), turned)
        found.ties.append(Tie(*pair, "brand", "initials", _ALL_SURE, one.weight))
        found.left, found.right = [], []
        return


def _shortened(found: Alignment, one_script: bool, printed: tuple[str, str]) -> None:
    """Tie words that are made of the other's first letters or syllables, and words written onto another word."""
    for turned, whole in zip((False, True), reversed(printed), strict=True):
        first, second = (found.right, found.left) if turned else (found.left, found.right)
        for one in [word for word in first if word.means is None and word.kind == "brand"]:
            how: How = "initials"
            run, sure = [] if one_script and len(one.sound) <= _INITIALS_FEW else initials(one, second), _INITIALS_SURE
            run = run or stock_company(one, second, whole)
            if len(one.sound) <= _INITIALS_FEW and {"body", "brand"} <= {word.kind for word in run}:
                # One letter tells a brand from no other, nor does that of a general word beside it: OV, объединение Вымысел.
                run = []
            if len(run) == len(second) >= _ALL_MIN and not found.ties:
                sure = _ALL_SURE
            if not run:
                how, run, sure = "abbreviated", syllables(one, second, one_script), _SYLLABLES_SURE
            if run:
                text = " ".join(word.text for word in run)
                found.ties.append(Tie(*turned_round(one.text, text, turned), "brand", how, sure, one.weight))
                first.remove(one)
                for word in run:
                    second.remove(word)
                continue
            for other in second if len(one.sound) >= GLUED_MIN else ():
                if (rest := glued(one, other)) is not None and not any(mistyped(one, it) for it in second):
                    pair = turned_round(one.text, other.text, turned)
                    found.ties.append(Tie(*pair, other.kind, "joined", _JOINED_SURE, other.weight))
                    first[first.index(one)] = rest
                    second.remove(other)
                    break


def _echoed(found: Alignment) -> None:
    """Leave out words of trade that a tied brand says as well: Rosneft Oil Company is Rosneft. Not where both sides state a trade."""
    if _states_trade(found.left) == _states_trade(found.right):
        return
    brands = {sound_of(text) for tie in found.ties if tie.kind == "brand" for text in (tie.left, tie.right) if " " not in text}
    for side in (found.left, found.right) if brands else ():
        side[:] = [one for one in side if one.kind != "trade" or not any(echoes(brand, one) for brand in brands)]


def _states_trade(words: list[Word]) -> bool:
    return "trade" in [one.kind for one in words]


def _turned(found: Alignment) -> Alignment:
    turned = [Tie(one.right, one.left, *one[2:]) for one in found.ties]
    return Alignment(turned, found.right, found.left, other_syllables=found.other_syllables, characters_left=found.characters_left)


def _joined(found: Alignment) -> None:
    """Tie runs of words that are one word on the other side: 'Strong Link' and 'Stronglink', 'A B C' and 'ABC'."""
    for first, second, turned in ((found.left, found.right, False), (found.right, found.left, True)):
        for other in list(second) if len(first) > 1 else ():
            if other.kind == "number" or len(other.sound) < 2:
                continue
            run = _run(first, other)
            if not run:
                continue
            pair = turned_round(" ".join(one.text for one in run), other.text, turned)
            weight = min(other.weight, sum(one.weight for one in run))
            found.ties.append(Tie(*pair, kind_of(other, *run), "joined", _JOINED_SURE, weight))
            second.remove(other)
            for one in run:
                first.remove(one)


def _run(words: list[Word], one: Word) -> list[Word]:
    """Return the words side by side that give the one; of a short one the letters must be the same: AAS-T is not AST."""
    sound = one.sound
    for start in range(len(words) - 1):
        text = words[start].sound
        if not sound.startswith(text[:2]):
            continue
        for end in range(start + 1, len(words)):
            text += words[end].sound
            if len(text) > len(sound) + 2:
                break
            run = words[start : end + 1]
            letters = "".join(word.text for word in run) == one.text
            # The sound of what is written in one is not that of its parts: Tyco Electronics, Prop Hero.
            if letters or (text == sound and len(sound) >= _FUZZY_MIN):
                return run
            numbered = any(word.kind == "number" for word in run)
            if not numbered and len(sound) >= _FUZZY_MIN and abs(len(text) - len(sound)) <= 1 and fuzz.ratio(text, sound) >= _FUZZY_RATIO:
                return run
    return []
