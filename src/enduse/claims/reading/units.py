"""Words around numbers: signs of currencies, measures, bounds, rates, and what no number counts."""

from __future__ import annotations

CURRENCY_BEFORE: dict[str, str | None] = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "usd ": "USD",
    "u.s. $": "USD",
    "€": "EUR",
    "eur": "EUR",
    "eur ": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "gbp ": "GBP",
    # The yen sign is also the yuan's: which one is not printed.
    "¥": None,
    "￥": None,
    "cn¥": "CNY",
    "jp¥": "JPY",
    "rmb": "CNY",
    "rmb ": "CNY",
    "cny": "CNY",
    "cny ": "CNY",
    "₽": "RUB",
    "rub ": "RUB",
    "rub": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "rs ": "INR",
    "rs. ": "INR",
    "₺": "TRY",
    "hk$": "HKD",
    "a$": "AUD",
    "c$": "CAD",
    "nt$": "TWD",
    "s$": "SGD",
    "₩": "KRW",
    "chf ": "CHF",
    "aed ": "AED",
    "jpy ": "JPY",
    "try ": "TRY",
    "inr ": "INR",
    "₸": "KZT",
}
CURRENCY_AFTER: dict[str, str | None] = {
    word: code
    for code, words in {
        "USD": "us dollars|u.s. dollars|american dollars|dollars|dollar|usd|долларов|доллара|доллар|долл.|долларов сша|$|美元",
        "EUR": "euros|euro|eur|евро|€|欧元",
        "GBP": "pounds sterling|british pounds|pounds|gbp|£|фунтов стерлингов|英镑",
        "CNY": "yuan|renminbi|rmb|cny|юаней|юаня|юань|人民币",
        "RUB": "rubles|roubles|ruble|rouble|rub|рублей|рубля|рубль|руб.|₽|卢布",
        "JPY": "yen|jpy|иен|日元",
        "INR": "rupees|indian rupees|inr|рупий",
        "TRY": "lira|liras|turkish lira|лир",
        "AED": "dirhams|dirham|aed|дирхамов",
        "UAH": "hryvnias|hryvnia|uah|гривен|гривны|₴",
        "KZT": "tenge|kzt|тенге",
        "CHF": "swiss francs|francs|chf",
        "KRW": "won|korean won",
        "HKD": "hong kong dollars|hkd",
        "TWD": "new taiwan dollars",
        "KGS": "soms|сомов",
        "BYN": "belarusian rubles",
    }.items()
    for word in words.split("|")
}
MEASURES: dict[str, str] = {
    word: unit
    for unit, words in {
        "kg": "kg kgs kilogram kilograms kilogramme kilogrammes kilos kilo кг килограмм килограмма килограммов",
        "g": "grams gram grammes г",
        "tonnes": "tonne tonnes tons ton mt т тонн тонны тонна",
        "lb": "lb lbs",
        "km": "km kms kilometre kilometres kilometer kilometers км километров километра километр",
        "miles": "mile miles миль",
        "m": "metre metres meter meters м метров метра",
        "cm": "cm centimetre centimetres",
        "mm": "mm millimetre millimetres мм",
        "l": "litre litres liter liters л литров",
        "barrels": "barrel barrels bpd баррелей",
        "kW": "kw kilowatt kilowatts квт",
        "MW": "mw megawatt megawatts мвт",
        "hp": "hp horsepower",
        "km/h": "kph",
        "cc": "cc",
        "GHz": "ghz",
        "MHz": "mhz",
        "°C": "°c",
        "pieces": "pcs pieces штук шт",
        "hours": "hours hour ч часов часа",
        "minutes": "minutes minute минут",
        "days": "days day дней дня",
        "weeks": "weeks week недель",
        "months": "months month месяцев",
        "years": "years year лет года",
        "hectares": "hectares hectare ha",
    }.items()
    for word in words.split()
}
AT_LEAST = (
    r"\b(?:at least|at the least|more than|over|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|"
    r"upwards? of|exceed(?:ing|s|ed)?|"
    r"(?:has |have )?topped|in excess of|above|greater than|surpass(?:ing|es|ed)|well over|не менее(?: чем)?|более(?: чем)?|"
    r"свыше|превы(?:сил[аио]?|шает|сить)|как минимум|минимум|больше|по меньшей мере)|超过|至少|逾|不低于"
)
AT_MOST = (
    r"\b(?:up to|at most|at the most|no more than|not more than|less than|fewer than|below|under|a maximum of|maximum of|as many "
    r"as|as much as|"
    r"не более(?: чем)?|максимум|менее(?: чем)?|до|меньше|не больше)|不超过|最多"
)
ABOUT = (
    r"\b(?:about|around|approximately|approx\.?|some|roughly|circa|an estimated|estimated|close to|nearly|almost|just under|just "
    r"over|in the region of|"
    r"около|примерно|порядка|приблизительно|почти)|[~≈约近]"
)
TAIL_BOUNDS = r"or more\b|or so\b|or less\b|or fewer\b|at least\b|at most\b|and above\b|plus\b|и более\b|или более\b"
PER = (
    r",?\s?(?:(?:a|an|per|each|every|в|за|ежедневно) ?(?:calendar )?(?:month|day|year|week|hour|quarter|unit|piece|kilogram|kg|"
    r"tonne|день|сутки|неделю|месяц|год|штуку)\b|"
    r"/ ?(?:month|day|year|week|unit|kg)\b|monthly\b|daily\b|annually\b|apiece\b|each\b(?! other))"
)
VAGUE = (
    r"dozens|scores|hundreds|thousands|tens|millions|billions|several|a handful|numerous|"
    r"десятки|сотни|тысячи|несколько"
)
ZH_UNITS: dict[str, tuple[str | None, str | None]] = {
    "美元": (None, "USD"),
    "欧元": (None, "EUR"),
    "歐元": (None, "EUR"),
    "人民币": (None, "CNY"),
    "元人民币": (None, "CNY"),
    "元": (None, "CNY"),
    "卢布": (None, "RUB"),
    "盧布": (None, "RUB"),
    "英镑": (None, "GBP"),
    "日元": (None, "JPY"),
    "港元": (None, "HKD"),
    "港币": (None, "HKD"),
    "公里": ("km", None),
    "千米": ("km", None),
    "米": ("m", None),
    "公斤": ("kg", None),
    "千克": ("kg", None),
    "吨": ("tonnes", None),
    "噸": ("tonnes", None),
    "％": ("percent", None),
    "个百分点": ("percent", None),
    **dict.fromkeys(
        (
            "架",
            "台",
            "家",
            "个",
            "個",
            "件",
            "枚",
            "辆",
            "艘",
            "名",
            "人",
            "种",
            "套",
            "批",
            "颗",
            "次",
            "座",
            "块",
            "位",
            "条",
            "只",
            "支",
            "款",
        ),
        (None, None),
    ),
}
"""Chinese word after a number -> (unit, currency); a counter has neither and the noun after it is what is counted."""
COUNTERS = frozenset(word for word, meaning in ZH_UNITS.items() if meaning == (None, None))
_NOT_NOUNS = (
    "went came gone fell rose grew left remain remained a an the and or but of in on at by for from to with as than into onto "
    "over under between during after before since until "
    "within without is are was were be been being has have had will would could should may might must can do does did that which "
    "who whom whose this these those it its he she they them his her their we our you i not no nor so if when while where because "
    "although per each every both including according compared against across through via about around more less most least other "
    "another such only also just even all some any there here said says told reported stated involved made used sold bought found "
    "worth based up down out off в на с со к по до за из от и или а но что как для при о об у это был была были не его их млн млрд "
    "то же также"
)
NOT_NOUNS = frozenset(_NOT_NOUNS.split())
