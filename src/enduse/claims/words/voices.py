"""Words that tell what kind of source a phrase names: unnamed people by class, documents, data, bodies, and how they know."""

from __future__ import annotations

import re

from enduse.terms.scripts import HAN


def words_of(words: str) -> frozenset[str]:
    """Return the words of a printed list as a set."""
    return frozenset(words.split())


_WORDS = (
    (
        "intelligence",
        r"intelligence (?:officials?|sources?|officers?|agenc\w+|services?|community)|spies|spy chiefs?|(?:офицер\w*|сотрудник\w*) "
        r"(?:разведки|спецслужб\w*)|情报(?:官员|人员)",
    ),
    (
        "military",
        r"(?:military|defen[cs]e|army|security|naval) (?:officials?|sources?|officers?|experts?)|(?:military|army) intelligence|"
        r"commanders?|soldiers?|troops|forces|военн(?:ый|ые|ых|ого) (?:источник\w*|чиновник\w*)|军方(?:人士|消息)",
    ),
    ("diplomat", r"diplomats?|diplomatic sources?|envoys?|дипломат\w*|外交官"),
    (
        "spokesperson",
        r"spokes(?:person|people|persons|man|woman|men|women)|press (?:service|secretary|office|officer)|press officers?|"
        r"representatives? (?:of|for|from)|пресс-секретар\w*|пресс-служб\w*|представител\w*|发言人",
    ),
    (
        "official",
        r"officials?|authorities|civil servants?|lawmakers?|regulators?|prosecutors?|inspectors?|officers?|senators?|deput(?:y|ies)|"
        r"ministers?|customs agents?|чиновник\w*|официальн\w+ лиц\w*|прокурор\w*|следовател\w*|官员",
    ),
    (
        "insider",
        r"insiders?|(?:people|persons?|individuals?|someone|those) (?:familiar|close|with (?:direct )?knowledge|briefed|involved)|"
        r"industry sources?|whistle-?blowers?|собеседник\w*|知情人士?|消息人士|инсайдер\w*|内部人士",
    ),
    (
        "executive",
        r"executives?|managers?|employees?|traders?|workers?|businessm[ae]n|businesswom[ae]n|owners?|directors?|engineers?|staffers?|"
        r"founders?|сотрудник\w*|менеджер\w*|работник\w*|инженер\w*|雇员|员工|经理|高管",
    ),
    ("analyst", r"analysts?|аналитик\w*|分析人士|分析师"),
    (
        "expert",
        r"experts?|researchers?|scholars?|observers?|investigators?|economists?|lawyers?|attorneys?|counsel|academics?|эксперт\w*|"
        r"юрист\w*|адвокат\w*|исследовател\w*|专家|观察人士|学者|律师|研究员",
    ),
    ("witness", r"witness(?:es)?|residents?|locals?|neighbou?rs?|очевид\w+|свидетел\w*|жител\w*|目击者|居民"),
    ("source", r"sources?|источник\w*"),
    ("government", r"(?:some|other|several|many|these) (?:countries|governments|states|capitals|allies)"),
    ("person", r"people|persons?|individuals?|critics|observers|men|women|users|former \w+s?"),
)
CLASSES = tuple((name, re.compile(rf"(?:\b|(?<=[{HAN}]))(?:{words})(?:\b|(?![a-zа-я]))", re.IGNORECASE)) for name, words in _WORDS)
"""Class of an unnamed source and the words that show it; the first that fits decides."""
ACCESS = re.compile(
    r"(?:familiar with [\w’' -]+|with (?:direct |first-?hand )?knowledge of [\w’' -]+|close to [\w’' -]+|briefed on [\w’' -]+|"
    r"who (?:(?:have|has|had) )?(?:saw|seen|reviewed|read|examined|attended|took part in|worked (?:on|for|at)) [\w’' -]+|(?:who "
    r")?(?:requested|asked for|requesting|"
    r"demanded) anonymity|"
    r"(?:on|under) condition of anonymity|on the condition of anonymity|(?:who )?(?:declined|refused|asked not|spoke on "
    r"condition) [\w’' -]*(?:named|identified|anonymity)[\w’' -]*|not authori[sz]ed to speak[\w’' -]*|"
    r"with access to [\w’' -]+|involved in [\w’' -]+|знаком\w+ с [\w -]+|близк\w+ к [\w -]+|на условиях анонимности|匿名|"
    rf"熟悉[{HAN}]+)",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"\b(?:documents?|reports?|assessments?|memos?|letters?|e-?mails?|contracts?|invoices?|filings?|stud(?:y|ies)|analys[ei]s|"
    r"investigations?|papers?|reviews?|findings?|statements?|evidence|photographs?|photos?|images?|imagery|"
    r"websites?|presentations?|notes?|cables?|files?|publications?|media reports?|surveys?|audit|dossier|reporting|footage|video|"
    r"bulletin|order|indictment|manifests?|search(?:es)?|ruling|judge?ment|complaint|lawsuit|charge sheet|"
    r"draft|receipts?|certificates?|accounts|log(?:s|book)?|correspondence|transcripts?|minutes|brochures?|catalogues?)\b|"
    r"документ\w*|доклад\w*|отч[её]т\w*|расследовани\w*|накладн\w+|переписк\w+|материал\w+ дела|报告|文件|调查|合同|发票",
    re.IGNORECASE,
)
DATASET = re.compile(
    r"\b(?:(?:customs|trade|shipping|ship-tracking|vessel-tracking|tracking|export|import|corporate|registry|market|official|"
    r"declaration|company) (?:data|records?|statistics|figures|declarations|database|register|entries|filings)|data(?:base|set)?|"
    r"statistics|registry|registers?|records|figures)\b|"
    r"таможенн\w+ (?:данн\w+|статистик\w+|баз\w+|документ\w+|деклараци\w+)|статистик\w+|данн(?:ые|ым|ых)|реестр\w*|海关数据|"
    r"海关记录|数据|记录",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\b(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?!\s+of\b)", re.IGNORECASE)
BODY_VOICE = re.compile(
    r"(?:White House|Kremlin|Pentagon|\b(?:[Mm]inistry|[Dd]epartment|[Ee]mbassy|[Gg]overnment|[Cc]ompan(?:y|ies)|[Ff]irm|"
    r"[Aa]gency|[Cc]ommittee|[Cc]ouncil|[Cc]ommission|[Pp]olice|[Mm]ilitary|[Aa]rmy|[Rr]egulator|[Bb]ank|[Ii]nstitute|"
    r"[Gg]roup|NGO|[Tt]hink tank|[Cc]ourt|[Aa]uthority|[Oo]ffice|[Cc]hamber|[Uu]nion|[Aa]ssociation|[Ss]ervice|[Cc]ustoms|"
    r"[Bb]ureau|[Pp]arliament|[Cc]ent(?:re|er)|[Ff]oundation|[Ww]atchdog|[Mm]anufacturer|[Ss]upplier|[Pp]roducer|[Dd]ealer|"
    r"[Ff]orwarder|[Oo]perator|[Pp]lant|[Ff]actory|[Nn]avy|[Ff]ederation|[Oo]pposition|[Bb]oard|[Tt]reasury|[Cc]onsortium|"
    r"[Cc]harity|[Uu]niversity|[Dd]irectorate|[Aa]dministration|[Cc]oalition|[Pp]arty|[Dd]istributor|[Rr]eseller|[Ss]upplier)\b|"
    r"министерств\w*|МИД|Минобороны|Мин[а-я]{3,}|посольств\w*|компани\w*|правительств\w*|Кремл\w*|ведомств\w*|служб\w*|фирм\w*|"
    r"завод\w*|предприяти\w*|полици\w*|суд\b|прокуратур\w*|таможн\w*|外交部|国防部|商务部|使馆|政府|公司|白宫|方面|海关|集团|"
    r"研究所|委员会|法院|警方|检方|工厂)"
)
"""A body that can speak as one."""
COMPANY_LIKE = words_of(
    "company firm manufacturer supplier producer dealer forwarder operator plant factory maker trader distributor reseller group "
    "business exporter importer carrier startup developer компания фирма завод предприятие 公司 该公司 工厂"
)
OUTLET_LIKE = words_of(
    "newspaper paper outlet broadcaster article magazine weekly daily website site journal portal издание газета издания газеты 该报 该媒体"
) | {"news agency", "agency"}
PEOPLE_LIKE = words_of(
    "he she он она 他 她 who i professor researcher ambassador minister lecturer director man woman manager analyst expert lawyer economist"
)
DOCUMENT_LIKE = words_of(
    "records record documents document letter data assessment report investigation study statement audit indictment ruling "
    "manifest filing filings figures papers images"
)
OFFICE_WORDS = re.compile(
    r"Court|Ministry|Committee|Office|Authority|Embassy|Commission|Department|Agency|Council|Customs|Police|Service|Institute|"
    r"Centre|Center|Chamber|Parliament|University|Navy|Army|Military|Government|Force|суд|министерств|МИД|посольств|部|局|院|使馆",
    re.IGNORECASE,
)
"""What makes a body's name no company's."""
