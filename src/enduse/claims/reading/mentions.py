"""Names in a text as candidates: companies, bodies, people, places, outlets, products, goods. Nothing is merged or resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from enduse.claims.extracted import Mention, MentionKind
from enduse.claims.reading.gazetteer import (
    ADJECTIVE,
    COMPANY_ENDS,
    COUNTRY,
    GOODS,
    LEGAL,
    NO_FIRST_NAMES,
    OPENERS,
    ORG_HEADS,
    ORGANISATIONS,
    OUTLETS,
    ROLE_WORDS,
    TITLES,
)
from enduse.claims.reading.letters import CAP, LOWER, UPPER
from enduse.claims.reading.outlets import used_as_outlets
from enduse.terms.scripts import HAN, is_han


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


_CAP = CAP
_JOIN = r"(?: (?:of|and|for|the|de|del|von|van|&) (?:the )?| )"
_latin = [word for word in OUTLETS if word.isascii() or "ü" in word or "í" in word]
_other = [word for word in OUTLETS if word not in _latin]
_cyrillic = [word for word in COUNTRY if "а" <= word[-1].casefold() <= "я"]
_han = [word for word in COUNTRY if is_han(word[0])]
_names = [word for word in COUNTRY if word not in _cyrillic and word not in _han]
_RULES: tuple[tuple[MentionKind, re.Pattern[str]], ...] = (
    ("outlet", re.compile(rf"{_any(_other)}")),
    (
        "outlet",
        re.compile(
            r"\b(?:[Tt]he )?(?:[A-Z][\w’'-]+ ){1,4}(?:Courier|Times|Herald|Tribune|Gazette|Journal|Chronicle|Monitor|Dispatch|Observer|"
            r"Telegraph|News Agency|News|Newswire|Wire|Mercury|Ledger|Bulletin|"
            r"Sentinel|Examiner|Mirror|Voice|Beacon|Register|Digest|Magazine|Review|Globe|Argus|Echo|Standard|"
            r"Press Agency|Press|Inquirer|Messenger|Post|Daily|Broadcasting|Broadcaster|Radio|Television|TV)\b(?! "
            r"(?:Ltd|LLC|Inc|Co\b))"
        ),
    ),
    ("outlet", re.compile(rf"\b(?:The |the )?(?:{_any(_latin)})\b(?!-)")),
    ("company", re.compile(rf"\b{_CAP}(?:{_JOIN}{_CAP}){{0,6}},? (?:{LEGAL})(?![\w-])")),
    ("company", re.compile(rf"\b(?:JSC|LLC|OOO|AO|PJSC|OJSC|ZAO|NPO|PT) [\"“«]?{_CAP}(?: {_CAP}){{0,3}}[\"”»]?")),
    (
        "company",
        re.compile(
            r"(?:ООО|ОАО|ПАО|ЗАО|АО|НПО|ТОО|ФГУП)\s+[«\"“][^»\"”]{2,60}[»\"”]|(?:[Кк]омпани[яиюей]+|[Зз]авод\w?|[Фф]ирм[аыу]|"
            r"[Пп]редприяти[еяю]|[Кк]онцерн\w?|[Хх]олдинг\w?)\s+[«\"“][^»\"”]{2,60}[»\"”]"
        ),
    ),
    ("company", re.compile(r"[А-ЯЁ][а-яё]+(?:ск(?:ий|ого|ому|им|ом)) (?:[а-яё]+ ){0,3}завод(?:а|у|ом|е)?(?: [а-яё]+){0,2}(?= |[,.])")),
    (
        "company",
        re.compile(
            rf"[{HAN}]{{2,20}}?(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)|[{HAN}]{{2,10}}(?:飞机制造厂|航空厂|"
            r"制造厂|工厂|航空公司|进出口)"
        ),
    ),
    (
        "organisation",
        re.compile(
            rf"\b(?:(?:{_CAP}|U\.S\.) ){{0,4}}(?:{ORG_HEADS})(?!\w)(?: (?:of|for|on|and)(?: the)? {_CAP}(?:(?: and| of| for|,)? "
            rf"{_CAP})*)?"
        ),
    ),
    ("organisation", re.compile(rf"\b(?:the )?(?:{ORGANISATIONS})\b(?: (?:National Security Council))?")),
    (
        "organisation",
        re.compile(
            rf"[{HAN}]{{0,6}}(?:外交部|国防部|商务部|大使馆|使馆|政府|白宫|北约|欧盟|情报机构|情报局|委员会|研究所|研究院)|"
            r"(?:[Мм]инистерств\w+|МИД|Минобороны|посольств\w+|Кремл\w+|НАТО|Белый дом|Белого дома)(?: [А-ЯЁ][\w]+)?"
        ),
    ),
    ("company", re.compile(rf"\b(?:{_CAP} ){{1,5}}(?:{COMPANY_ENDS})\b|\b(?:{_CAP} ){{1,4}}technology\b(?=,)")),
    ("company", re.compile(rf"\b(?:{_CAP} )?(?:Aviation|Import|Trading) (?:{_CAP} )*(?:Plant|Company|Works)\b")),
    ("product", re.compile(r"[“\"«「][A-Z][\w-]+(?: [A-Z][\w-]+)* \d{1,4}[”\"»」]")),
    (
        "product",
        re.compile(
            r"\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept|Article|Resolution|"
            r"Group|Room|Page|Chapter|Phase|Type|About|Over|Some|In|On|By|At|And|The|Since|Until|Code)\b)[A-Z][a-z]+[- "
            r"]\d{2,3}(?![\d,.]\d|%|\w)(?=\W|$)"
        ),
    ),
    (
        "product",
        re.compile(
            r"\b(?:[A-Z]{1,4}|Su|Tu|Mi|Ka|Il|An|MiG|Kh)-?\d{1,4}[A-Z]{0,3}\b(?<!G7)(?<!G20)|\bShahed(?:s|-type)?\b|\bGeran(?:-\d)?\b|"
            r"\bGarpiya(?:-\w+)?\b|\bLancet(?:s)?\b"
        ),
    ),
    ("place", re.compile(rf"\b(?:the )?(?:{_any(_names)})\b(?!['’]?[a-z])|{_any(_han)}|(?<!\w)(?:{_any(_cyrillic)})(?!\w)")),
    ("goods", re.compile(rf"\b(?:{GOODS})(?![\w])|无人机|发动机|芯片|零部件|机床", re.IGNORECASE)),
    (
        "organisation",
        re.compile(rf"(?<=\b[Tt]he ){_CAP}(?: {_CAP}){{1,4}}(?= (?:said|says|told|reported|found|showed|shows|published)\b|[,.])"),
    ),
    ("person", re.compile(rf"(?:\b{TITLES} (?:to \w+,? )?)(?P<name>{_CAP}(?: {_CAP}){{0,2}})")),
)
_PERSON = re.compile(
    r"(?<![\w“\"])(?<!\bthe )(?<!\bThe )(?P<name>["
    + UPPER
    + "]["
    + LOWER
    + r"’'-]+(?: [A-Z]\.)?(?: (?:(?:de|von|van|al|bin|der|di|da) )?["
    + UPPER
    + "]["
    + LOWER
    + r"’'-]+){1,2})(?!\w| ["
    + UPPER
    + "])"
)
_RU_PERSON = re.compile(
    r"(?<!\w)(?P<name>[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ов|ев|ин|ский|ов[аы]|ев[аы]|ин[аы]|ко|ук|юк|ян|дзе|ская|ым|ой)?)(?!\w)"
)
_HAN_BEFORE = re.compile(
    r"[向的对给与由从在被把将据是为了和及、，]|(?:报告|报道|文件)?(?:称|表示|指出|显示|认为|透露)|[一这那两多几]?家|该|某些|一个|名为|所谓"
)
_RU_NO_NAME = re.compile(
    r"(?:Аналитик|Таможн|Полици|Прокуратур|Суд|Партия|Правительств|Директор|Гендиректор|Глав|Министр|Министерств|Представител|"
    r"Эксперт|Юрист|Президент|Премьер|Посол|Посольств|"
    r"Владел|Основател|Журналист|Центр|Институт|Фонд|Завод|Компани|Газет|Издани|Агентств|Корреспондент|Директорат|Служб|"
    r"Замминистр|Замглав|Экономист|Историк|Политолог|Адвокат|Следовател|Прокурор|Редакци|Совет|Комитет|Управлени|Университет|"
    r"Академи|Группа|Концерн|Холдинг|Бывш|Два|Две|Три|Один|По|Об|Это|Как|Так|При|Также|Ранее|Позднее|Однако|Согласно)\w*\Z"
)


def find_mentions(text: str, spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the mentions inside the spans, in order; where two rules meet, the one named first in the list of kinds keeps the place."""
    found: list[Mention] = []
    outlets = used_as_outlets(text)
    own = (("outlet", re.compile(rf"(?<!\w)(?:{_any(outlets)})(?!\w)" if outlets[0].isascii() else _any(outlets))),) if outlets else ()
    for start, end in spans:
        taken = bytearray(end - start)
        piece = text[start:end]
        for kind, rule in (*own, *_RULES):
            for match in rule.finditer(piece):
                group = "name" if "name" in rule.groupindex else 0
                _take(match.start(group), match.end(group), kind, piece, start, taken, found)
        for rule in (_PERSON, _RU_PERSON) if any(one.isupper() for one in piece[1:]) else ():
            for match in rule.finditer(piece):
                first, *rest = match["name"].split()
                if first in NO_FIRST_NAMES or (first in ROLE_WORDS and len(rest) >= 2):
                    if len(rest) < 2:
                        continue
                    _take(match.start("name") + len(first) + 1, match.end("name"), "person", piece, start, taken, found)
                elif not any(word in NO_FIRST_NAMES for word in rest) and not _RU_NO_NAME.match(first):
                    _take(match.start("name"), match.end("name"), "person", piece, start, taken, found)
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _take(begin: int, finish: int, kind: MentionKind, piece: str, offset: int, taken: bytearray, found: list[Mention]) -> None:
    words = piece[begin:finish]
    if kind in ("person", "company", "organisation") and words[-2:] in ("’s", "'s"):
        finish, words = finish - 2, words[:-2]
    # A sentence's first word is capital by place, not by name.
    while kind in ("company", "organisation", "outlet") and " " in words and words.split()[0] in OPENERS and words not in OUTLETS:
        begin += len(words.split()[0]) + 1
        words = piece[begin:finish]
    if kind in ("company", "organisation", "place", "person") and words.lower().startswith("the "):
        begin, words = begin + 4, words[4:]
    if kind in ("company", "organisation") and is_han(words[-1]):
        led = max((one.end() for one in _HAN_BEFORE.finditer(words) if one.end() < len(words) - 3), default=0)
        begin, words = begin + led, words[led:]
    joined = re.search(rf"(?:{LEGAL}),? and (?=[A-Z])", words) if kind == "company" else None
    if joined:
        _take(begin, begin + words.index(" and "), kind, piece, offset, taken, found)
        _take(begin + joined.end(), finish, kind, piece, offset, taken, found)
        return
    if not words.strip() or any(taken[begin:finish]):
        return
    if kind in ("company", "outlet") and words.isascii() and " " not in words and words in ADJECTIVE:
        return
    taken[begin:finish] = b"\1" * (finish - begin)
    country = COUNTRY.get(words) if kind == "place" else None
    found.append(Mention(offset + begin, offset + finish, words, kind, country=country))


def coordinated(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with unknown names of a list added: what stands between two companies of an enumeration is a company.

    "A Plant, Akme, PT Electronic and Radi Ltd": Akme takes the kind of its neighbours.
    """
    found = list(mentions)
    for left, right in pairwise(mentions):
        if left.kind == right.kind == "company":
            between = text[left.end : right.start]
            found += [
                Mention(left.end + match.start(), left.end + match.end(), match[0], "company")
                for match in re.finditer(rf"(?<=, ){_CAP}(?: {_CAP}){{0,3}}(?=,)", between)
            ]
        if left.kind == "company":
            follows = re.compile(rf"(?:,? and |, )({_CAP}(?: {_CAP})?)(?= (?:[–—-]|are|were|have|is|as|in)\b|\s[–—-]|[.])").match(
                text, left.end
            )
            if (
                follows
                and not any(one.start < follows.end(1) and follows.start(1) < one.end for one in mentions)
                and follows[1] not in COUNTRY
            ):
                found.append(Mention(follows.start(1), follows.end(1), follows[1], "company"))
    found.sort(key=lambda one: (one.start, one.end))
    return found
