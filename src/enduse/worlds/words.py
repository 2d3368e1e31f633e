"""The fixed lists that every invented name is made of: made-up syllables, odd word trios, places that exist nowhere."""

from __future__ import annotations

SYLLABLES: tuple[tuple[str, str], ...] = (
    ("VEL", "ВЕЛ"), ("ZUN", "ЗУН"), ("KRO", "КРО"), ("BRI", "БРИ"), ("TAM", "ТАМ"), ("DRU", "ДРУ"), ("PEK", "ПЕК"), ("LUN", "ЛУН"),
    ("MOZ", "МОЗ"), ("NIG", "НИГ"), ("GUR", "ГУР"), ("FEM", "ФЕМ"), ("SUV", "СУВ"), ("RAP", "РАП"), ("DOB", "ДОБ"), ("LEZ", "ЛЕЗ"),
    ("MUK", "МУК"), ("NAF", "НАФ"), ("GOB", "ГОБ"), ("FIL", "ФИЛ"), ("SED", "СЕД"), ("RUZ", "РУЗ"), ("DAP", "ДАП"), ("LOM", "ЛОМ"),
    ("MIB", "МИБ"), ("NUD", "НУД"), ("GEK", "ГЕК"), ("FUD", "ФУД"), ("SAB", "САБ"), ("RIM", "РИМ"), ("DEG", "ДЕГ"), ("LAP", "ЛАП"),
    ("MEV", "МЕВ"), ("NOZ", "НОЗ"), ("GIV", "ГИВ"), ("FAZ", "ФАЗ"), ("SOP", "СОП"), ("REK", "РЕК"), ("DUL", "ДУЛ"), ("LIB", "ЛИБ"),
    ("TUZ", "ТУЗ"), ("NEP", "НЕП"), ("GUZ", "ГУЗ"), ("FOB", "ФОБ"), ("SIG", "СИГ"), ("RAV", "РАВ"), ("DIZ", "ДИЗ"), ("KUB", "КУБ"),
)  # fmt: skip
"""Latin and Cyrillic spelling of each syllable; a brand is three different ones."""

SIGNS: tuple[tuple[str, str, str], ...] = (
    ("云", "YUN", "CLOUD"), ("峰", "FENG", "PEAK"), ("松", "SONG", "PINE"), ("鹤", "HE", "CRANE"), ("岩", "YAN", "ROCK"),
    ("星", "XING", "STAR"), ("溪", "XI", "STREAM"), ("竹", "ZHU", "BAMBOO"), ("石", "SHI", "STONE"), ("帆", "FAN", "SAIL"),
    ("月", "YUE", "MOON"), ("雪", "XUE", "SNOW"), ("梅", "MEI", "PLUM"), ("鹰", "YING", "EAGLE"), ("狐", "HU", "FOX"),
    ("泉", "QUAN", "SPRING"), ("桥", "QIAO", "BRIDGE"), ("塔", "TA", "TOWER"), ("灯", "DENG", "LANTERN"), ("船", "CHUAN", "BOAT"),
    ("铃", "LING", "BELL"), ("镜", "JING", "MIRROR"), ("钟", "ZHONG", "CLOCK"), ("笛", "DI", "FLUTE"), ("琴", "QIN", "ZITHER"),
    ("伞", "SAN", "UMBRELLA"), ("纸", "ZHI", "PAPER"), ("墨", "MO", "INK"), ("茶", "CHA", "TEA"), ("豆", "DOU", "BEAN"),
    ("瓜", "GUA", "MELON"), ("藤", "TENG", "VINE"), ("苔", "TAI", "MOSS"), ("雾", "WU", "MIST"), ("葵", "KUI", "SUNFLOWER"),
    ("霜", "SHUANG", "FROST"), ("虹", "HONG", "RAINBOW"), ("潭", "TAN", "POOL"), ("谷", "GU", "VALLEY"), ("湾", "WAN", "BAY"),
    ("鸥", "OU", "GULL"), ("鸦", "YA", "CROW"), ("蝉", "CHAN", "CICADA"), ("鲨", "SHA", "SHARK"), ("熊", "XIONG", "BEAR"),
    ("羊", "YANG", "GOAT"), ("兔", "TU", "RABBIT"), ("蛙", "WA", "FROG"),
)  # fmt: skip
"""Character, sound and meaning; a Chinese brand is three different ones, so that its Latin name may go by sound or by meaning."""

TRADES: tuple[tuple[str, str, str], ...] = (
    ("ЭЛЕКТРОНИКА", "ELECTRONICS", "电子"), ("ТЕХНОЛОГИИ", "TECHNOLOGY", "科技"), ("ТОРГОВАЯ КОМПАНИЯ", "TRADING", "贸易"),
    ("АВИАЦИОННЫЙ ЗАВОД", "AVIATION PLANT", "航空制造"), ("ЛОГИСТИКА", "LOGISTICS", "物流"), ("ПОДШИПНИК", "BEARING", "轴承"),
    ("ДВИГАТЕЛЬ", "ENGINE", "发动机"), ("ИМПОРТ ЭКСПОРТ", "IMPORT AND EXPORT", "进出口"), ("ПРИБОРЫ", "INSTRUMENT", "仪器"),
    ("СВЯЗЬ", "COMMUNICATION", "通信"), ("КОМПОЗИТ", "COMPOSITE", "复合材料"), ("ХОЛОД", "REFRIGERATION", "制冷设备"),
    ("МАШИНЫ", "MACHINERY", "机械"), ("СНАБЖЕНИЕ", "SUPPLY", "供应链"),
)  # fmt: skip
"""Line of business in Russian, English and Chinese: the part of a name that is translated."""

CHINESE_PLACES: tuple[tuple[str, str], ...] = (
    ("虚宁", "XUNING"), ("幻波", "HUANBO"), ("梦圳", "MENGZHEN"), ("空津", "KONGJIN"), ("拟州", "NIZHOU"), ("幻东", "HUANDONG"),
    ("虚门", "XUMEN"), ("梦波", "MENGBO"),
)  # fmt: skip
RUSSIAN_PLACES: tuple[tuple[str, str], ...] = (
    ("ВЫМЫСЛОГОРСК", "VYMYSLOGORSK"), ("ПРИМЕРОВО", "PRIMEROVO"), ("НЕБЫЛЬСК", "NEBYLSK"), ("СКАЗОЧИНСК", "SKAZOCHINSK"),
    ("МНИМОГРАД", "MNIMOGRAD"),
)  # fmt: skip
KAZAKH_PLACES: tuple[tuple[str, str], ...] = (("МЫСАЛТАУ", "MYSALTAU"), ("ОЙДАНКАЛА", "OYDANKALA"))
OTHER_PLACES: tuple[tuple[str, str], ...] = (("EXAMPLEVILLE", "EXAMPLEVILLE"), ("SAMPLETOWN", "SAMPLETOWN"), ("NOWHEREPORT", "NOWHEREPORT"))

COUNTRY_NAMES: dict[str, tuple[str, str, str]] = {
    "CN": ("CHINA", "КИТАЙ", "中国"), "RU": ("RUSSIA", "РОССИЯ", "俄罗斯"), "KZ": ("KAZAKHSTAN", "КАЗАХСТАН", "哈萨克斯坦"),
    "TR": ("TURKEY", "ТУРЦИЯ", "土耳其"), "AE": ("UNITED ARAB EMIRATES", "ОАЭ", "阿联酋"), "HK": ("HONG KONG", "ГОНКОНГ", "香港"),
    "DE": ("GERMANY", "ГЕРМАНИЯ", "德国"), "JP": ("JAPAN", "ЯПОНИЯ", "日本"), "US": ("UNITED STATES", "США", "美国"),
    "MY": ("MALAYSIA", "МАЛАЙЗИЯ", "马来西亚"),
}  # fmt: skip
"""Countries of the world in English, Russian and Chinese; the countries are real, nobody in them is."""
COUNTRIES: tuple[str, ...] = tuple(COUNTRY_NAMES)

_PLAIN = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ж": "ZH", "З": "Z", "И": "I", "Й": "Y", "К": "K", "Л": "L", "М": "M",
    "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH",
    "Ъ": "", "Ы": "Y", "Ь": "", "Э": "E", "Ю": "YU", "Я": "YA",
}  # fmt: skip
_OTHER = {**_PLAIN, "Ж": "J", "Й": "I", "Х": "H", "Ц": "C", "Щ": "SCH", "Ы": "I", "Ю": "IU", "Я": "IA"}
LOOKALIKES = str.maketrans("AEKMOPCTX", "АЕКМОРСТХ")
"""Latin capitals to the Cyrillic ones that look the same."""


def latin(cyrillic: str, other: bool = False) -> str:
    """Return Cyrillic capitals in Latin letters; `other` uses a second, equally common scheme.

    >>> latin("ХОЛОД"), latin("ХОЛОД", other=True)
    ('KHOLOD', 'HOLOD')
    """
    scheme = _OTHER if other else _PLAIN
    return "".join(scheme.get(letter, letter) for letter in cyrillic)
