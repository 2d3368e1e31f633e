"""Names and words that need no model: outlets, countries with their adjectives, bodies, goods; own lists of common knowledge."""

from __future__ import annotations

OUTLETS: tuple[str, ...] = tuple(
    """Reuters|Bloomberg News|Bloomberg|Associated Press|Agence France-Presse|AFP|Financial Times|New York Times|Wall Street Journal|Washington Post|Los Angeles Times|BBC News|BBC|CNN|CNBC|
NBC News|CBS News|ABC News|Fox News|Sky News|The Daily Telegraph|The Telegraph|Telegraph|The Guardian|Guardian|The Times|The Independent|The Economist|Politico|Axios|Semafor|Kyiv Independent|
Kyiv Post|Ukrainska Pravda|Ukrainian Pravda|UNIAN|Ukrinform|Interfax-Ukraine|Interfax|TASS|RIA Novosti|Sputnik|RT|Kommersant|Vedomosti|Izvestia|RBC|Meduza|Novaya Gazeta|The Moscow Times|Moscow Times|The Insider|
iStories|Important Stories|Bellingcat|Xinhua|Global Times|People's Daily|China Daily|CGTN|South China Morning Post|SCMP|Nikkei Asia|Nikkei|Yomiuri Shimbun|Asahi Shimbun|Kyodo News|Kyodo|
Yonhap|Epoch Times|Voice of America|VOA|Radio Free Europe/Radio Liberty|RFE/RL|Radio Free Europe|Radio Free Asia|Radio Liberty|Deutsche Welle|Der Spiegel|Spiegel|Die Welt|Welt|Bild|Handelsblatt|Süddeutsche Zeitung|
Frankfurter Allgemeine Zeitung|Le Monde|Le Figaro|El País|El Pais|Corriere della Sera|La Repubblica|De Telegraaf|Haaretz|Times of Israel|Jerusalem Post|Al Jazeera|Al Arabiya|Anadolu|Hürriyet|Euronews|
The Hill|Newsweek|USA Today|Forbes|Business Insider|Nikkei Shimbun|Central News Agency|Taipei Times|Focus Taiwan|Straits Times|Hindustan Times|Times of India|
The Hindu|Economic Times|Defense News|Jane's|Janes|Breaking Defense|The War Zone|Suspilne|Hromadske|Schemes|OCCRP|ICIJ|Current Time|Der Standard|NRC|Novaya Gazeta Europe|IRNA|Tasnim|
Рейтер|Reuters|Блумберг|ТАСС|РИА Новости|Интерфакс|Коммерсантъ|Коммерсант|Ведомости|РБК|Медуза|УНИАН|Укринформ|Известия|Новая газета|Радио Свобода|Важные истории|
路透社|彭博社|彭博|新华社|法新社|美联社|塔斯社|环球时报|人民日报|金融时报|纽约时报|华尔街日报|华盛顿邮报|每日电讯报|英国广播公司|美国之音|自由亚洲电台|德国之声|基辅独立报|南华早报|日经新闻|中央社|大纪元|明报""".replace("\n", "").split("|")
)  # fmt: skip

_COUNTRIES = """China:CN:Chinese:Beijing|Russia:RU:Russian:Moscow,Kremlin|Ukraine:UA:Ukrainian:Kyiv,Kiev|Iran:IR:Iranian:Tehran|North Korea:KP:North Korean:Pyongyang|South Korea:KR:South Korean:Seoul|
United States:US:American,US,U.S.:Washington,America,U.S.,US,USA|United Kingdom:GB:British,UK:London,Britain,UK,U.K.|Germany:DE:German:Berlin|France:FR:French:Paris|Italy:IT:Italian:Rome|Spain:ES:Spanish:Madrid|
Poland:PL:Polish:Warsaw|Turkey:TR:Turkish:Ankara,Türkiye|India:IN:Indian:New Delhi|Japan:JP:Japanese:Tokyo|Taiwan:TW:Taiwanese:Taipei|Hong Kong:HK:Hong Kong:|United Arab Emirates:AE:Emirati:UAE,Dubai,Abu Dhabi|
Kazakhstan:KZ:Kazakh:Astana|Kyrgyzstan:KG:Kyrgyz:Bishkek|Uzbekistan:UZ:Uzbek:Tashkent|Armenia:AM:Armenian:Yerevan|Georgia:GE:Georgian:Tbilisi|Belarus:BY:Belarusian:Minsk|Azerbaijan:AZ:Azerbaijani:Baku|Serbia:RS:Serbian:Belgrade|
Israel:IL:Israeli:|Saudi Arabia:SA:Saudi:Riyadh|Vietnam:VN:Vietnamese:Hanoi|Thailand:TH:Thai:Bangkok|Malaysia:MY:Malaysian:Kuala Lumpur|Singapore:SG:Singaporean:|Indonesia:ID:Indonesian:Jakarta|Pakistan:PK:Pakistani:Islamabad|
Netherlands:NL:Dutch:|Switzerland:CH:Swiss:|Austria:AT:Austrian:Vienna|Czech Republic:CZ:Czech:Prague,Czechia|Hungary:HU:Hungarian:Budapest|Finland:FI:Finnish:Helsinki|Sweden:SE:Swedish:Stockholm|Norway:NO:Norwegian:Oslo|
Lithuania:LT:Lithuanian:Vilnius|Latvia:LV:Latvian:Riga|Estonia:EE:Estonian:Tallinn|Romania:RO:Romanian:Bucharest|Bulgaria:BG:Bulgarian:Sofia|Greece:GR:Greek:Athens|Cyprus:CY:Cypriot:|Moldova:MD:Moldovan:|Canada:CA:Canadian:Ottawa|
Mexico:MX:Mexican:|Brazil:BR:Brazilian:|Australia:AU:Australian:Canberra|Syria:SY:Syrian:Damascus|Egypt:EG:Egyptian:Cairo|South Africa:ZA:South African:|Mongolia:MN:Mongolian:|Tajikistan:TJ:Tajik:|Turkmenistan:TM:Turkmen:|
Китай:CN:китайск:Китая,Китае,Китаю,Китаем,Пекин,КНР|Россия:RU:российск:России,Россию,Россией,Москва,РФ|Украина:UA:украинск:Украины,Украине,Украину,Киев|Иран:IR:иранск:Ирана,Иране|США:US:американск:|Турция:TR:турецк:Турции,Турцию|
Германия:DE:немецк:Германии|Индия:IN:индийск:Индии|Казахстан:KZ:казахстанск:Казахстана,Казахстане|ОАЭ:AE::|中国:CN::北京,中方|俄罗斯:RU::俄方,莫斯科|乌克兰:UA::基辅|伊朗:IR::|美国:US::美方,华盛顿|朝鲜:KP::|德国:DE::|印度:IN::|台湾:TW::|土耳其:TR::|香港:HK::"""
COUNTRY: dict[str, str] = {}
ADJECTIVE: dict[str, str] = {}
for _entry in _COUNTRIES.replace("\n", "").split("|"):
    _name, _code, _adjectives, _others = _entry.split(":")
    COUNTRY.update(dict.fromkeys([_name, *[one for one in _others.split(",") if one]], _code))
    ADJECTIVE.update({one: _code for one in _adjectives.split(",") if one})
COUNTRY["Chinese Communist Party"] = COUNTRY["CCP"] = COUNTRY["Putin"] = ""
COUNTRY.pop("Putin")
for _key in ("CCP", "Chinese Communist Party"):
    COUNTRY[_key] = "CN"
REGIONS = ("European", "Western", "NATO", "EU", "Asian", "Baltic", "Nordic", "allied", "senior", "former")

ORG_HEADS = (
    "Ministry|Department|Embassy|Agency|Bureau|Commission|Council|Institute|University|Committee|Administration|Office|Authority|Service|Parliament|Government|Center|Centre|Foundation|Union|Army|"
    "Navy|Academy|Treasury|Directorate|Intelligence|Organization|Organisation|Association|Court|Customs|Think Tank|Headquarters|Police|Secretariat|Archive|Observatory|Initiative|Network|Laboratory|Board|Forum|Society|Alliance|Federation|Group of Seven"
)
ORGANISATIONS = (
    "White House|Pentagon|Kremlin|State Department|NATO|European Union|EU|United Nations|UN|OFAC|Treasury|Interpol|Europol|CIA|FBI|SBU|HUR|GUR|FSB|Sayari|C4ADS|RUSI|Akin|Yermak-McFaul|World Bank|IMF|"
    "G7|Congress|Senate|European Commission|Security Council|Chinese Communist Party|CCP|Rosoboronexport|Bundeswehr"
)
COMPANY_ENDS = (
    "Technology|Technologies|Technic|Techno|Semiconductor|Semiconductors|Electronics|Electronic|Elektronik|Import and Export|Import & Export|Trading|Trade|Works|Plant|Factory|Industries|Industry|Industrial|Holding|Holdings|"
    "Aviation|Aerospace|Logistics|Systems|Bank|Motors|Motor|Engines|Machinery|Instruments|Materials|Intertechnology|International|Enterprises|Enterprise|Company|Corporation|Manufacturing|Supply|Composites|Precision|"
    "Robotics|Microelectronics|Shipping|Freight|Engineering|Solutions|Resources|Steel|Optics|Photonics|Chemicals|Dynamics|Partners|Ventures|Exports|Imports|Bearings|Tools|Labs|Laboratories|Telecom|Networks|Computing|"
    "Components|Devices|Power|Energy|Petroleum|Oil|Gas|Group|Avionics|Turbines|Carbon|Fibre|Fiber|Instrument|Forge|Foundry|Drones|UAV|Propulsion|Kestrel|Mills"
)
LEGAL = (
    r"JSC|LLC|LLP|Ltd\.?|Limited|Inc\.?|Corp\.?|Co\.?,? Ltd\.?|Co\.|GmbH|AG|S\.?A\.?|SAS|SRL|S\.r\.l\.|BV|B\.V\.|NV|Oy|AB|A/S|PLC|plc|PJSC|OJSC|ZAO|OAO|OOO|AO|PAO|FZE|FZCO|FZ-LLC|DMCC|Pte\.?(?: Ltd\.?)?|Pvt\.?(?: Ltd\.?)?|"
    r"Sdn\.? Bhd\.?|K\.K\.|d\.o\.o\.|Kft|s\.r\.o\.|A\.Ş\.|AŞ|LP|TOO"
)
GOODS = (
    r"(?:attack |combat |military |civilian |kamikaze |reconnaissance |long-range |strike |one-way )*drones?|unmanned aerial vehicles?|UAVs?|(?:aircraft |aviation |piston |jet |drone |diesel )?engines?|microchips?|(?:micro)?processors?|"
    r"chips?|semiconductors?|microelectronics?(?: products)?|transistors?|capacitors?|integrated circuits?|circuit boards?|sensors?|antennas?|lenses|optics|cameras?|metal alloys?|alloys?|bearings?|machine tools?|CNC machines?|lathes?|turbines?|"
    r"propellers?|batteries|carbon fib(?:re|er)s?|fib(?:re|er)glass(?: lenses)?|carbon threads?|helicopters?|aircraft|missiles?|ammunition|(?:artillery )?shells|gunpowder|nitrocellulose|explosives|(?:dual-use )?(?:goods|components?|items|parts)|"
    r"spare parts|refrigeration equipment|cooling units?|servos?|servo motors?|gyroscopes?|navigation modules?|radios?|thermal imagers?|electronic parts?|trucks?|vehicles?|satellite images?|pumps?|valves?|containers?|"
    r"дрон\w*|беспилотник\w*|двигател\w*|микросхем\w*|микрочип\w*|чип\w*|компонент\w*|станк\w*|无人机|发动机|芯片|零部件|机床|微电子产品|两用物项|军民两用"
)
TITLES = (
    r"(?:President|Prime Minister|Minister|Foreign Minister|Defen[cs]e Minister|Deputy Minister|Secretary|Ambassador|General|Gen\.|Colonel|Col\.|Major|Admiral|Captain|Senator|Sen\.|Representative|Rep\.|Governor|Mayor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|"
    r"Professor|Prof\.|Director|Chairman|Chairwoman|Chief Executive|CEO|Commissioner|Chancellor|King|Spokesman|Spokeswoman|Spokesperson|spokesman|spokeswoman|spokesperson|analyst|researcher|expert|economist|director|adviser|lawyer)"
)
_ROLES = (
    "Auditor Owner Boss Judge Analyst Researcher Professor Prosecutor Inspector Officer Lawyer Attorney Economist Expert Engineer Historian Journalist Reporter Editor Director Chairman Chairwoman Founder Manager Trader Broker Captain "
    "Businessman Businesswoman Entrepreneur Former Ex-minister Lawmaker Senator Deputy Spokesman Spokeswoman Spokesperson Minister President Premier Ambassador Commissioner Governor Mayor Detective Solicitor Barrister Advocate Activist "
    "Campaigner Investigator Scientist Accountant Banker Defendant Witness Whistleblower MP Colonel General Major Lieutenant Admiral Sergeant Sheriff Pilot Designer Secretary Chancellor King Queen Prince Princess Our Correspondent"
)
ROLE_WORDS = frozenset(_ROLES.split())
"""What stands with a capital letter before a person's name at the beginning of a sentence, and is no part of it."""
