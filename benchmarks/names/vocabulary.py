"""Words that invented companies are made of: real cities and trades in English, Russian and Chinese, and invented brands.

City and trade names are facts of geography and language. Brands are put together from syllables at random; one that happens
to exist is chance. Chinese brand characters come with their pinyin and a plain meaning.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


CHINESE_CITIES: tuple[tuple[str, str], ...] = (
    ("Beijing", "北京"), ("Shanghai", "上海"), ("Shenzhen", "深圳"), ("Guangzhou", "广州"), ("Ningbo", "宁波"),
    ("Hangzhou", "杭州"), ("Suzhou", "苏州"), ("Wuhan", "武汉"), ("Chengdu", "成都"), ("Dalian", "大连"), ("Qingdao", "青岛"),
    ("Xiamen", "厦门"), ("Tianjin", "天津"), ("Nanjing", "南京"), ("Dongguan", "东莞"), ("Foshan", "佛山"), ("Wuxi", "无锡"),
    ("Jinan", "济南"), ("Changsha", "长沙"), ("Xi'an", "西安"), ("Hefei", "合肥"), ("Zhengzhou", "郑州"), ("Yantai", "烟台"),
    ("Harbin", "哈尔滨"), ("Shenyang", "沈阳"), ("Urumqi", "乌鲁木齐"), ("Yiwu", "义乌"), ("Wenzhou", "温州"),
    ("Chongqing", "重庆"), ("Hong Kong", "香港"),
)  # fmt: skip
RUSSIAN_CITIES: tuple[tuple[str, str, str], ...] = (
    ("Moscow", "Москва", "Московский"), ("Novosibirsk", "Новосибирск", "Новосибирский"), ("Kazan", "Казань", "Казанский"),
    ("Samara", "Самара", "Самарский"), ("Omsk", "Омск", "Омский"), ("Ufa", "Уфа", "Уфимский"), ("Perm", "Пермь", "Пермский"),
    ("Voronezh", "Воронеж", "Воронежский"), ("Tula", "Тула", "Тульский"), ("Izhevsk", "Ижевск", "Ижевский"),
    ("Saratov", "Саратов", "Саратовский"), ("Tomsk", "Томск", "Томский"), ("Penza", "Пенза", "Пензенский"),
    ("Ryazan", "Рязань", "Рязанский"), ("Chelyabinsk", "Челябинск", "Челябинский"), ("Irkutsk", "Иркутск", "Иркутский"),
    ("Tver", "Тверь", "Тверской"), ("Kaluga", "Калуга", "Калужский"), ("Vladimir", "Владимир", "Владимирский"),
    ("Kursk", "Курск", "Курский"),
)  # fmt: skip
OTHER_CITIES: tuple[tuple[str, str], ...] = (
    ("Istanbul", "TR"), ("Izmir", "TR"), ("Mersin", "TR"), ("Dubai", "AE"), ("Sharjah", "AE"), ("Almaty", "KZ"),
    ("Bishkek", "KG"), ("Yerevan", "AM"), ("Tashkent", "UZ"), ("Hamburg", "DE"), ("Stuttgart", "DE"), ("Singapore", "SG"),
    ("Kuala Lumpur", "MY"), ("Mumbai", "IN"), ("Bengaluru", "IN"), ("Belgrade", "RS"), ("Tbilisi", "GE"), ("Bangkok", "TH"),
    ("Warsaw", "PL"), ("Milan", "IT"),
)  # fmt: skip
TRADES: tuple[tuple[str, str, str], ...] = (
    ("Electronics", "Электроника", "电子"), ("Technology", "Технологии", "科技"), ("Trading", "Торговля", "贸易"),
    ("Machinery", "Машиностроение", "机械"), ("International Trade", "Международная Торговля", "国际贸易"),
    ("Import and Export", "Импорт и Экспорт", "进出口"), ("Machine Tool", "Станкостроение", "机床"),
    ("Optoelectronics", "Оптоэлектроника", "光电"), ("Semiconductor", "Полупроводники", "半导体"),
    ("Logistics", "Логистика", "物流"), ("Industrial", "Промышленность", "实业"), ("Chemical", "Химия", "化工"),
    ("Aviation", "Авиация", "航空"), ("Communication", "Связь", "通信"), ("Instruments", "Приборы", "仪器"),
    ("Electronic Technology", "Электронные Технологии", "电子科技"), ("Bearings", "Подшипники", "轴承"),
    ("Automation", "Автоматизация", "自动化"), ("Medical Equipment", "Медицинское Оборудование", "医疗器械"),
    ("Auto Parts", "Автозапчасти", "汽车配件"), ("Textile", "Текстиль", "纺织"), ("Supply Chain", "Снабжение", "供应链"),
    ("New Materials", "Новые Материалы", "新材料"), ("Power Equipment", "Энергетическое Оборудование", "电力设备"),
)  # fmt: skip
PLANTS: tuple[tuple[str, str], ...] = (
    ("Instrument Plant", "приборостроительный завод"), ("Machine-Building Plant", "машиностроительный завод"),
    ("Chemical Plant", "химический завод"), ("Bearing Plant", "подшипниковый завод"), ("Aviation Plant", "авиационный завод"),
    ("Electromechanical Plant", "электромеханический завод"), ("Radio Plant", "радиозавод"),
    ("Optical Plant", "оптический завод"),
    ("Research Institute of Measuring Technology", "научно-исследовательский институт измерительной техники"),
    ("Design Bureau of Automation", "конструкторское бюро автоматики"),
)  # fmt: skip
CHARACTERS: tuple[tuple[str, str, str], ...] = (
    ("峰", "feng", "Peak"), ("云", "yun", "Cloud"), ("海", "hai", "Sea"), ("龙", "long", "Dragon"), ("星", "xing", "Star"),
    ("金", "jin", "Gold"), ("银", "yin", "Silver"), ("华", "hua", "Splendid"), ("天", "tian", "Sky"),
    ("山", "shan", "Mountain"), ("江", "jiang", "River"), ("湖", "hu", "Lake"), ("光", "guang", "Light"),
    ("明", "ming", "Bright"), ("红", "hong", "Red"), ("蓝", "lan", "Blue"), ("飞", "fei", "Flying"), ("鹰", "ying", "Eagle"),
    ("虎", "hu", "Tiger"), ("马", "ma", "Horse"), ("宝", "bao", "Treasure"), ("玉", "yu", "Jade"), ("泰", "tai", "Peace"),
    ("和", "he", "Harmony"), ("福", "fu", "Fortune"), ("达", "da", "Reach"), ("通", "tong", "Through"),
    ("兴", "xing", "Prosper"), ("盛", "sheng", "Flourish"), ("瑞", "rui", "Lucky"), ("鑫", "xin", "Wealth"),
    ("源", "yuan", "Source"), ("力", "li", "Power"), ("德", "de", "Virtue"), ("信", "xin", "Trust"), ("安", "an", "Safe"),
    ("新", "xin", "New"), ("远", "yuan", "Far"), ("东", "dong", "East"), ("西", "xi", "West"), ("南", "nan", "South"),
    ("北", "bei", "North"), ("春", "chun", "Spring"), ("晨", "chen", "Dawn"), ("雪", "xue", "Snow"), ("松", "song", "Pine"),
    ("梅", "mei", "Plum"), ("竹", "zhu", "Bamboo"), ("凯", "kai", "Triumph"), ("博", "bo", "Broad"), ("创", "chuang", "Create"),
    ("诚", "cheng", "Sincere"), ("鸿", "hong", "Swan"), ("翔", "xiang", "Soaring"), ("浩", "hao", "Vast"),
    ("宇", "yu", "Universe"), ("恒", "heng", "Constant"), ("永", "yong", "Forever"), ("美", "mei", "Beautiful"),
    ("丰", "feng", "Abundant"),
)  # fmt: skip
SOUNDS = _words(
    "ba vel kor ta ri mo sen gal no pri ze lu dar ske fi ron ka ve tor min al be stro gi len pa ur do mi zan tel ra ko vi "
    "nar el go sta ler shi "
)
CYRILLIC_SOUNDS = _words(
    "ба вел кор та ри мо сен гал но при зе лу дар ске фи рон ка ве тор мин ал бе стро ги лен па ур до ми зан тел ра ко ви "
    "нар эл го ста лер ши жен ща цев хам чу юг яс "
)
CYRILLIC_ENDINGS = ("", "", "пром", "тех", "торг", "снаб", "строй", "прибор", "комплект", "импэкс")
PINYIN = _words(
    "an ao ba bai bang bao bei bin bo cai chang chao chen cheng chuang da dan de ding dong du en fa fan fang fei feng fu "
    "gang gao ge gong guan guang gui guo hai han hao he heng hong hua huan hui ji jia jian jiang jie jin jing jiu jun kai "
    "kang ke kun lai lan lei li lian liang lin ling long lu luo mao mei meng min ming mu nan neng ning pai pan peng ping pu "
    "qi qiang qiao qin qing qun ran ren rong rui run san sen sha shan shang shao shen sheng shi shu shuang si song su sui "
    "tai tang tao teng ti tian tong tu wan wang wei wen wo wu xi xia xian xiang xiao xin xing xiong xu xuan xue ya yan yang "
    "yao ye yi yin ying yong you yu yuan yue yun ze zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhuo zi zong "
)
STREETS = (
    "Primernaya", "Zavodskaya", "Lenina", "Mira", "Sadovaya", "Industrial", "Harbour", "Station", "Garden", "Renmin", "Jiefang",
    "Xinhua", "Zhongshan", "Huaihai", "Ataturk", "Liman", "Sanayi", "Al Wasl", "Port", "Market",
)  # fmt: skip
SHORTENED = {
    "Technology": "Tech", "Electronics": "Elec", "Electronic": "Elec", "International": "Intl",
    "Import and Export": "Imp & Exp", "Trading": "Trdg", "Machinery": "Mach", "Industrial": "Ind", "Equipment": "Equip",
    "Communication": "Comm", "Company": "Co", "Logistics": "Log",
}  # fmt: skip
