"""How clerks print a name itself: signs before numbers, letters spaced, joined or lost, words written in one, legal forms mistyped.

What they print around it stands in `notes`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from enduse.entities.words import holds
from enduse.terms.scripts import HAN
from enduse.terms.sounds import in_latin, is_number

_NUMBER_SIGN = re.compile(
    r"(?:№|n°|#|(?<![a-z])(?:no|nr|num)\b\.?|(?<![a-z])no(?=\d))\s*(?=\d|[ivx]+\b)|第(?=\d)|(?<!\w)n(?=\d)"
    r"|\bnumber\s+(?=\d|(?:[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
_MAY_NUMBER = re.compile(r"[nN№#第](?:(?<=[№#第])|°|(?<![A-Za-z].)(?:[oOrR]|[uU][mM]|\d))")
"""What a name with such a sign has: most have none, and the sign itself is found ten times slower."""
# 有限公司司, 有限限公司, 有限公 司: a sign typed twice or parted.
_HAN_FORM = re.compile(r"有{1,2}\s?限{1,2}\s?(责任|責任)?\s?公{1,2}\s?司{1,2}")
_HAN_JOINED = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
# Written onto the name: SiemensAG, GimostaLogistics.
_GLUED = re.compile(
    r"(?<=[a-zа-я]{3})"
    r"(?=(?:AG|GmbH|GMBH|LLC|Ltd|LTD|Inc|INC|JSC|CORP|FZE|S[AE]|SAS|S[Rr][Ll]|S[Pp]A|SARL|[NB]V|A[BS]|ASA|OYJ?|Oyj?|KG|PLC|LLP)\b)"
    r"|(?<=[a-z]{3})(?=[A-Z][a-z]{3})|(?<=[a-zа-я]{3})(?=(?:SP[bB]|СП[бБ])\b)"
    r"|(?<=[A-Za-z]{4})(?=(?:limited|LIMITED|[Ll]td|LTD|llc|LLC|gmbh|GMBH|plc|PLC|jsc|JSC|fzco|FZCO)\b)"
)
_FORMS_GLUED = re.compile(
    r"(?<=\blimited)(?=liability)|(?<=liability)(?=company)|(?<=\bjoint)(?=stock)|(?<=\bstock)(?=company)", re.IGNORECASE
)
"""Legal forms of two words written in one."""
# AT&T, H & M, M and S: first letters that a sign or a word joins are one word.
_LETTERS_JOINED = re.compile(
    r"(?<![\w.])([^\W\d_])\.?(?:\s*&\s*|\s+(?:and|und|et|y|и)\s+)([^\W\d_])(?![\w])|(?<![\w.])([^\W\d_]{1,3})&([^\W\d_]{1,3})(?!\w)"
    r"|(?<![\w.])((?-i:[A-Z]{2}))\s+(?:and|AND)\s+((?-i:[A-Z]))(?!\w)",
    re.IGNORECASE,
)
_LIKE_FORMS = frozenset(
    {"sp", "sa", "ag", "ab", "as", "ao", "ad", "bv", "nv", "kg", "kb", "kk", "pt", "co", "sl", "bt", "ug", "se", "ip", "pp"}
)
_JOINING_LETTERS = (" and ", " und ", " et ", " y ", " и ")
_ORDINAL_ENDING = re.compile(r"(?<=\d)-(?:[йяе]|го|му|м|ы[йе]|[ио]й|ая|ое|ого|y|ya|ye|i|ia|oi|go)(?![\w.])", re.IGNORECASE)
"""What makes an ordinal of a Russian number: 5-й, 1-ya."""
_LOST = re.compile(r"(?<=\w)[?\ufffd]+(?=\w)|(?<!\S)[?\ufffd]+(?=\w)|(?<=\w\w)[?\ufffd]+(?!\S)")
"""A sign in place of a letter that a program could not print: W?jcik."""
_SPACED = re.compile(r"(?<![\w&.])[^\W\d_](?: [^\W\d_]){3,}(?![\w&.])")
"""A word printed in spaced letters: S H I P P I N G."""
_SPACED_WITHIN = 2
"""Letters of the shortest such word that have a space on either side."""
_PERSONAL = re.compile(r"(?<![\w.])((?:[^\W\d_]\.\s?)+)(?=[^\W\d_]{2})")
"""A person's initials in front of his name, each with its full stop."""
_ASSIMILATED = frozenset({"ad", "ar", "as", "ash", "at", "an", "az", "ed", "er", "es", "ud", "ur", "us"})
_DOMAIN = re.compile(r"(?<=\w{3})\.(?:com|net|org)\b", re.IGNORECASE)
"""A name's ending as an address of the internet says nothing more of it: Amazon.com."""
_MARKS = frozenset({"tel", "phone", "fax", "inn", "ogrn", "kpp", "no", "nr", "n"})
_NUMBER_DIGITS = 7
_REST_MIN, _PARTED_MIN = 3, 10
"""Letters behind a legal form written onto a word; of a form that was printed in two."""
_JOINING = frozenset(
    re.findall(
        r"\w+",
        "i v s k o va ot iz na po pri dlya dlia do za ob for of the in on to by at from with after de la le les el los del da do dos das "
        "du des di und die das fur fuer et y e ve",
    )
)
"""Words that join others; at either end of a name they may be a brand."""
_NEARLY = (
    "limited", "company", "corporation", "private", "gesellschaft", "liability", "sirketi", "obshchestvo", "incorporated", "aktsionernoe",
    "otvetstvennostiu", "otvetstvennostyu", "ogranichennoi", "ogranichennoy", "aktiengesellschaft", "proprietary",
)  # fmt: skip
_ALWAYS = frozenset(
    {"pvt", "lllc", "llcc", "ltdd", "lltd", "ldt", "liability", "obshchestvo", "aktsionernoe", "akcionernoe", "otvetstvennostiu", "akg",
     "otvetstvennostyu", "ogranichennoi", "ogranichennoy"}
)  # fmt: skip
"""Words that are a legal form wherever a name holds them."""
_RUN_TOGETHER = ("otvetstvennost", "ogranichenn", "aktsionern", "odpowiedzialno", "ograniczon", "atbildib", "ierobez")
_BEGIN = 3
_LONG_BEGIN = frozenset(word[:_BEGIN] for word in (*_NEARLY, *_RUN_TOGETHER))
"""How words of legal forms begin that may be printed in two."""
_FORMS_BEFORE = ("ojsc", "pjsc", "cjsc", "jsc", "llc", "ooo", "oao", "zao")
"""Legal forms with which no word begins."""


_VIETNAMESE = re.compile(r"(?:c[oô]ng\s+ty|cty|ctcp)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MECHANICS = re.compile(r"\bc(?:o|ơ)\s+kh(?:i|í)\b", re.IGNORECASE)
"""A word of trade in Viet Nam, of which the first half is no Co."""
_AND_IN_VIETNAM = re.compile(r"(?<=\w)\s+v(?:à|a|a\u0300)\s+(?=\w)", re.IGNORECASE)
_IN_VIETNAM = {"xd": "xay dung", "ck": "cokhi", "vt": "van tai", "sx": "san xuat", "tm": "thuong mai", "dv": "dich vu"}
"""Words of trade that two letters stand for behind a Vietnamese legal form."""
_MAY_BE_COMMERCE = re.compile(r" com[ .,]|^com[ .]", re.IGNORECASE)
_COMMERCE_BESIDE = re.compile(
    r"\bcom\b\.?(?=\s*(?:,|e|y|&|/)?\s*(?:de\s+)?(?:ind|imp|exp|import|export)\w*\b)|(?<=\bind)(\.?\s*(?:,|e|y|&|/)\s*)com\b\.?",
    re.IGNORECASE,
)
"""In Brazil com. is commerce beside ind., imp. or exp.; elsewhere the ending of an address."""
_PERCENT = re.compile(r"(?<=\d)\s*%\s*")


def bare(text: str) -> str:
    """Return a name without signs before numbers and slips in a Chinese legal form, first letters joined.

    >>> bare("Example Works No. 6"), bare("虚构公司司")
    ('Example Works 6', '虚构公司司')
    >>> bare("K&V Example"), bare("K and V Example"), bare("KW and V Example"), bare("5-й Example")
    ('KV Example', 'KV Example', 'KWV Example', '5 Example')
    """
    if _MAY_NUMBER.search(text):
        text = _NUMBER_SIGN.sub(" ", text)
    if "?" in text or "\ufffd" in text:
        text = _LOST.sub("", text)
    if list(map(len, text.split(" "))).count(1) >= _SPACED_WITHIN:
        text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    if "." in text:
        text = _DOMAIN.sub("", text)
    # Most names join nothing: looking for that is cheaper than the expression.
    if "&" in text or holds(text.casefold(), _JOINING_LETTERS):
        text = _LETTERS_JOINED.sub(_joined, text)
    if "-" in text:
        text = _ORDINAL_ENDING.sub("", text)
    if "%" in text:
        text = _PERCENT.sub(" percent", text)
    text = trades_in_full(text)
    if not text.isascii():
        text = _HAN_JOINED.sub("", text)
        if "有" in text:
            text = _HAN_FORM.sub(lambda found: f"有限{found[1] or ''}公司", text)
    return " ".join(map(_parted, text.split()))


def trades_in_full(text: str) -> str:
    """Return a name with words of trade in full that are abbreviated in one country only.

    >>> trades_in_full("EXAMPLE COM. E IMP. LTDA"), trades_in_full("example.com Ltd")
    ('EXAMPLE comercio E IMP. LTDA', 'example.com Ltd')
    """
    if _MAY_BE_COMMERCE.search(text):
        text = _COMMERCE_BESIDE.sub(lambda found: f"{found[1] or ''}comercio", text)
    return vietnamese_in_full(text)


def vietnamese_in_full(text: str) -> str:
    """Return a name behind a Vietnamese legal form with its abbreviated words of trade in full, and without `và`; others as they are.

    >>> vietnamese_in_full("CTY TNHH TM VÀ DV EXAMPLE"), vietnamese_in_full("TM Example")
    ('CTY TNHH thuong mai dich vu EXAMPLE', 'TM Example')
    """
    if not _VIETNAMESE.match(text):
        return text
    text = _MECHANICS.sub("cokhi", unicodedata.normalize("NFC", text))
    return _AND_IN_VIETNAM.sub(" ", _WORD.sub(lambda found: _IN_VIETNAM.get(found[0].casefold(), found[0]), text))


@lru_cache(maxsize=100_000)
def _parted(printed: str) -> str:
    """Return what stands between two spaces with a space where two words are written in one; such pieces repeat from name to name."""
    return " ".join(_FORMS_GLUED.sub(" ", _GLUED.sub(" ", printed)).split())


def _joined(found: re.Match[str]) -> str:
    """Return joined letters in one word; two that a legal form has too apart: S&P is no sole proprietor's."""
    letters = [part for part in found.groups() if part]
    return (" " if "".join(letters).casefold() in _LIKE_FORMS else "").join(letters)


def articles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens with an Arabic article that took its word's first letter as al: ash-Sham, ar-Rashid, an-Nour."""
    if _ASSIMILATED.isdisjoint(tokens):
        return tuple(tokens)
    return tuple(
        "al" if token in _ASSIMILATED and len(other) > len(token) and other.startswith(token[1:]) else token
        for token, other in pairwise((*tokens, ""))
    )


def initials_in(text: str) -> frozenset[str]:
    """Return the tokens that are a person's initials and would be read as numbers: I.I. Vymyslov is no second Vymyslov."""
    if "." not in text:
        return frozenset()
    found = (in_latin(re.sub(r"\W", "", one).casefold()) for one in _PERSONAL.findall(text))
    return frozenset(token for one in found for token in (one, *one) if is_number(token))


def without_marks(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens without telephone and tax numbers, without signs before a number, and without misspelled legal forms."""
    tokens = _forms_joined(tokens)
    kept = [
        token
        for at, token in enumerate(tokens)
        if not (token.isdigit() and len(token) >= _NUMBER_DIGITS)
        and not (token in _MARKS and at + 1 < len(tokens) and tokens[at + 1].isdigit())
        and not (token in _JOINING and 0 < at < len(tokens) - 1)
        and not form_word(token)
    ]
    for at in range(len(kept) - 1):
        if _alike(kept[at], "joint") and _alike(kept[at + 1], "stock"):
            # Of 'JOILT STOCK CO' the form was not known.
            kept = [token for token in (*kept[:at], *kept[at + 2 :]) if token not in ("co", "company")]
            break
    return tuple(kept) or tokens


def _forms_joined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens, a word of a legal form that was printed in two as one: liab ility, aktsio nernoe."""
    for at in range(len(tokens) - 1):
        first, second = tokens[at], tokens[at + 1]
        joined = first + second
        # Most pairs: no form begins so.
        if joined[:_BEGIN] in _LONG_BEGIN and _long_form(joined) and _two_words(first, second):
            return (*tokens[:at], *_forms_joined((joined, *tokens[at + 2 :])))
    return tokens


def _two_words(first: str, second: str) -> bool:
    return first.isalpha() and second.isalpha() and not (form_word(first) or form_word(second))


def _long_form(token: str) -> bool:
    return token in _NEARLY or (token.startswith(_RUN_TOGETHER) and len(token) >= _PARTED_MIN)


def without_form_before(token: str) -> str:
    """Return a word without a legal form written onto its beginning.

    >>> without_form_before("jsckestrel"), without_form_before("jsc")
    ('kestrel', 'jsc')
    """
    form = next((one for one in _FORMS_BEFORE if token.startswith(one)), None)
    rest = token[len(form) :] if form else ""
    return rest if len(rest) >= _REST_MIN and rest.isalpha() else token


@lru_cache(maxsize=100_000)
def form_word(token: str) -> bool:
    """Tell whether a word is a legal form that the tables of forms did not know: 'Limiteu' has one letter wrong."""
    if token in _ALWAYS or token.startswith(_RUN_TOGETHER):
        return True
    if not 5 <= len(token) <= 19 or token in _NEARLY:
        return False
    return process.extractOne(token, _NEARLY, scorer=OSA.distance, score_cutoff=1) is not None


def _alike(token: str, word: str) -> bool:
    return len(word) - 1 <= len(token) <= len(word) + 1 and OSA.distance(token, word, score_cutoff=1) <= 1
