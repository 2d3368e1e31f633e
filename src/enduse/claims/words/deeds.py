"""What companies do, in words: the rungs from considering to using, and the classes of verbs; each in English, Russian and Chinese."""

from __future__ import annotations

from dataclasses import dataclass

from enduse.claims.extracted import Stage


@dataclass(frozen=True)
class Deed:
    """A deed and the words for it in each language; empty: none are known."""

    name: str
    english: str
    russian: str = ""
    chinese: str = ""

    @property
    def words(self) -> str:
        """The words of all languages as alternatives."""
        return "|".join(words for words in (self.english, self.russian, self.chinese) if words)


@dataclass(frozen=True)
class Rung(Deed):
    """A deed that is a rung of the ladder from considering to using."""

    name: Stage


RUNGS: tuple[Rung, ...] = (
    Rung(
        "considering",
        english=(
            r"considering|considers|considered (?=\w+ing|whether|buying|a (?:deal|plan|proposal))|weigh(?:s|ed|ing)|mull(?:s|ed|ing)|"
            "contemplat(?:es|ed|ing)|explor(?:es|ed|ing)|plan(?:s|ned|ning)? to|intends? to|prepar(?:es|ing) to"
        ),
        russian=r"рассматрива\w+|планиру\w+",
        chinese="考虑|计划",
    ),
    Rung(
        "talks",
        english=(
            r"(?:held|hold|holding|in|had|began|begun|started) (?:\w+ )?(?:talks|discussions|negotiations)|negotiat(?:es|ed|ing)|"
            "discuss(?:es|ed|ing)|[Tt]alks|[Nn]egotiations"
        ),
        russian=r"вел[аи]? переговоры|переговор\w+|обсужда\w+",
        chinese="谈判|商谈|洽谈|讨论",
    ),
    Rung(
        "agreed",
        english="agree[sd]|sign(?:s|ed|ing)|ordered|contracted|struck a deal|concluded (?:a|an) (?:deal|contract|agreement)",
        russian=r"договорил\w+|подписал\w*|заказал\w*",
        chinese="签署|签订|达成|订购",
    ),
    Rung(
        "developing",
        english=(
            "develop(?:s|ed|ing)?|design(?:s|ed|ing)|manufactur(?:es|ed|ing|e)|produc(?:es|ed|ing|e)|build(?:s|ing)?|built|"
            "assembl(?:es|ed|ing)|replicat(?:es|ed|ing)|mass-produc(?:e|es|ed|ing)|established a"
        ),
        russian=r"разрабатыва\w+|разработал\w*|производ\w+|произв[её]л\w*|выпуска\w+|собира\w+",
        chinese="研发|开发|生产(?!商|线|厂)|制造(?!厂|商|业|公司)|研制",
    ),
    Rung(
        "testing",
        english="test(?:s|ed|ing)|trial(?:l?ed|ling)?",
        russian=r"испыт\w+",
        chinese="测试|试验|试飞",
    ),
    Rung(
        "shipped",
        english=(
            r"left (?=[A-Z]\w+ for\b)|flew (?=(?:at least |over |more than |about |some )?\d)|ship(?:s|ped|ping)|deliver(?:s|ed|ing)|"
            "suppl(?:ies|ied|ying)|sent|send(?:s|ing)|export(?:s|ed|ing)|sold|sell(?:s|ing)|transfer(?:s|red|ring)|provid(?:es|ed|ing)|"
            "re-export(?:s|ed|ing)|hand(?:ed|ing) over|forwarded|dispatched"
        ),
        russian=r"поставил\w*|поставля\w+|отправ\w+|экспортир\w+|продал\w*|передал\w*",
        chinese="交付|供应|出口|运送|运往|出售|提供|发货|发运",
    ),
    Rung(
        "received",
        english=(
            "taken delivery|receiv(?:es|ed|ing)|"
            r"took (?=\d|over \d|more|about|some|half|a (?:million|thousand|hundred)|(?:two|three|four|five|six|seven|eight|nine|ten)\b)|"
            "obtain(?:s|ed|ing)|took delivery|acquir(?:es|ed|ing)|import(?:s|ed|ing)|bought|buy(?:s|ing)?|purchas(?:es|ed|ing)|"
            "procur(?:es|ed|ing)"
        ),
        russian=r"получил\w*|получа\w+|импортир\w+|закупил\w*|купил\w*",
        chinese="收到|接收|进口|购买|采购",
    ),
    Rung(
        "used",
        english="used|uses|using|deploy(?:s|ed|ing)|utili[sz](?:es|ed|ing)|employ(?:s|ed|ing)|launched|fired",
        russian=r"применя\w+|применил\w*|использова\w+|использу\w+",
        chinese="使用|投入使用|部署",
    ),
)
"""Verbs of each rung, in forms that say it is done, not meant."""
PREDICATES: tuple[Deed, ...] = (
    Deed(
        "deny",
        english="den(?:y|ies|ied)",
        russian="опроверг",
        chinese="否认",
    ),
    Deed(
        "sanction",
        english="sanction|blacklist|designat|entity list|export controls? list",
        russian="санкци",
        chinese="制裁",
    ),
    Deed(
        "deliver",
        english=r"deliver|suppl(?:y|ies|ied)|ship(?:s|ped|ment|ping)|\bsen[dt]|\bsold\b|\bsell|transfer|provid|export(?!ed goods)",
        russian="поставл?|постави|экспорт|отправ",
        chinese="交付|供应|出口|提供|出售|运",
    ),
    Deed(
        "receive",
        english="receiv|obtain|import|bought|buy|purchas|procur|acquir",
        russian="получ|закуп|импорт",
        chinese="收到|进口|购买|采购",
    ),
    Deed(
        "produce",
        english=r"produc|manufactur|assembl|\bmade\b|output|factory|mass-produc",
        russian="производ|выпуск",
        chinese="生产|制造|产量",
    ),
    Deed(
        "develop",
        english="develop|design(?!at)|replicat",
        russian="разраб",
        chinese="研发|开发|研制",
    ),
    Deed(
        "test",
        english=r"\btest",
        russian="испыт",
        chinese="测试",
    ),
    Deed(
        "own",
        english=r"\bown(?:s|ed)?\b|subsidiar|shareholder|controlled by|founded|director of",
        russian="принадлеж|владе",
        chinese="拥有|控股",
    ),
    Deed(
        "use",
        english=r"\bused?\b|\busing\b|utili[sz]|deploy|consum",
        russian="применя|использ",
        chinese="使用|消耗",
    ),
    Deed(
        "find",
        english="recover|found|identif|pinpoint|contain|presence",
        russian="обнаруж",
        chinese="发现",
    ),
    Deed(
        "trade",
        english=r"\btrade\b|turnover",
        russian="товарооборот",
        chinese="贸易",
    ),
    Deed(
        "finance",
        english=r"financ|fund|\bpaid\b|payment|\bbanks?\b",
    ),
    Deed(
        "meet",
        english=r"\btalks\b|negotiat|discuss|consult",
        russian="переговор",
        chinese="谈判",
    ),
)
"""Classes of verbs by how their words begin or read; the first in a clause decides its type."""
