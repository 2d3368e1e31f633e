"""Patterns of what stands on a page beside the article: menus, notices, captions, forms, teasers."""

from __future__ import annotations

import re

from enduse.terms.scripts import HAN

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("menu", r"^[≡☰✕×⋮]\s*[\w ]{0,20}$|^(?:[^\s.!?]{2,16}(?: [^\s.!?]{2,16})?(?: {2,}|\t+)){2,}[^\s.!?]{2,16}(?: [^\s.!?]{2,16})?$"),
    (
        "menu",
        r"^(?:[←→‹›]|(?:previous|next|older|newer) (?:post|article|page|story|entry|stories|posts)\b|上一篇|下一篇)[^.!?。]{0,90}$|"
        r"^[^.!?。]{0,60}(?:→|›)$",
    ),
    (
        "share",
        r"^(?:like this|like loading.{0,4}|loading\W{0,4}|click to share.*|opens in new window|share this(?: \w+)?)\s*:?$|^(?:like|"
        r"tweet|pin|reddit|e-?mail|copy)(?: loading)?\W*\d*$",
    ),
    (
        "contact",
        r"^(?:(?:media|press|news)(?: and \w+)? (?:contacts?|enquir\w+|inquir\w+)|contacts?|e-?mail|tel|phone|fax)\s*[:：].*|"
        r"^(?=.{0,140}$).*\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b.*",
    ),
    ("contact", r"^for (?:further|more|additional) (?:information|details|enquiries)\b.{0,120}$"),
    (
        "contact",
        r"^(?:(?:have you )?got|have|know) (?:a|any|more|something) (?:\w+ ){0,2}(?:story|tip|question|news|information)\b.*|"
        r"^contact (?:the|our) "
        r"(?:reporter|author|newsroom|writer|editor)s?\b.*|^do you (?:know|have) (?:more|something)\b.*",
    ),
    (
        "subscription",
        r"\b(?:sent|delivered|straight) (?:\w+ )?to your (?:inbox|phone|e-?mail)\b|\bin your inbox\b|^(?:get|receive) (?:all "
        r")?(?:the|our) (?:latest|best|top|biggest)\b.{0,90}$|^enjoyed? this\b.{0,90}$|^type your e-?mail\b.*|^thank(?:s| you) for "
        r"reading\b.{0,60}$",
    ),
    (
        "live",
        r"^(?:show|hide|view|see) (?:key events|all (?:posts|updates|comments)|more|less|latest)\b[^.]{0,40}$|^key (?:events|moments|"
        r"developments)\W*$|^(?:last )?updated? (?:at |on )?\d[^.]{0,40}(?:\.\d\d ?[ap]m)?$|^\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|"
        r"[A-Z]{2,4})?$",
    ),
    ("heading", r"^(?:for immediate release|press (?:release|note)(?: (?:no\.? ?)?[\d/-]+)?|#{2,}|-? ?ends ?-?)\W*$"),
    (
        "footer",
        r"\bis not responsible for\b.*\b(?:content|sites?)\b|^theme: |\bblog at \w|\bpowered by \w|^(?:advertise|accessibility|"
        r"sitemap|careers|jobs|terms|privacy)\b[\w\s|·•,&-]{0,80}$|^(?:high-resolution|hi-res) (?:images|photos)\b.*",
    ),
    (
        "footer",
        r"^(?:责任编辑|编辑|审核|校对|排版|监制)[：:]?.{0,30}$|扫码|公众号|点击.{0,10}(?:阅读|查看)|分享到|^(?:来源|作者|"
        r"记者)[：:].{0,40}$",
    ),
    (
        "footer",
        r"^(?:нашли ошибку|выделите (?:текст|фрагмент)|материалы по теме|последние новости|партн[её]рск\w+ материал|источник фото|"
        r"смотрите также|на эту тему|автор)\b.*",
    ),
    ("caption", r"^[^\n]{3,140}[.!]?\s(?:photos?|images?|pictures?|photograph|credit|фото)\s*[:：]\s*[^.!?]{2,60}\.?$"),
    (
        "byline",
        r"^[^.!?]{0,60}\b\d{1,2} min(?:ute)?s?(?: read)?\b[^.!?]{0,60}$|^(?:posted|filed|written) (?:on|by|in)\b[^.!?]{0,80}$|"
        r"^(?:interview|text|words|story|report)(?: by)?[:：]? (?-i:[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ ?){1,3})$",
    ),
    (
        "menu",
        r"^(?:home|главная|首页)\s*(?:[»>›/|]|→).*|^[^.!?]{0,160}\s[»›]\s[^.!?]*$|^(?:[A-ZА-Я][\w&’' -]{1,24}\s*[|•·]\s*){2,}[\w&’' "
        r"-]{1,24}$",
    ),
    (
        "menu",
        r"^(?:skip to (?:main )?content|menu|search|navigation|home|главная|меню|поиск|log ?in|sign in|register|войти|搜索|登录|菜单|"
        r"back to top|top stories|sections?|breadcrumbs?)\b[^.]{0,30}$",
    ),
    (
        "menu",
        r"^(?:(?:home|news|world|business|politics|opinion|sport|sports|culture|technology|tech|contact|about(?: us)?|video|photos|"
        r"economy|europe|asia|africa|economics)\b[\s|,/•·>-]*){3,}$",
    ),
    (
        "cookie",
        r"\bcookies?\b.{0,120}\b(?:use|uses|accept|consent|policy|experience|settings|preferences|agree|personali[sz]e)|\b(?:we|site|"
        r"website|page|accept|manage)\b.{0,60}\bcookies?\b|файлы? cookie|cookie-файл|使用\s?cookie|^(?:accept|reject|manage) all\b",
    ),
    (
        "cookie",
        r"^(?:by (?:continuing to (?:use|browse)|clicking|using (?:this|our) (?:web)?site)|your privacy (?:matters|choices|is "
        r"important)|we (?:value|care about) your|we and our partners|privacy (?:policy|settings)\W*$)",
    ),
    (
        "comments",
        r"^(?:leave a (?:comment|reply)|post a comment|add a comment|comments?(?: \(\d+\)| are closed\.?)?\s*:?$|\d+ comments?\s*:?$|"
        r"your email address will not be published|required fields are marked|save my name|this site uses akismet|learn how your "
        r"comment|оставить комментарий|комментарии\s*(?:\(\d+\))?$|发表评论|评论\s*$|reply$|join the (?:discussion|conversation))\b",
    ),
    ("comments", r"\bcomment data is processed\b|\bmust be logged in to (?:post|comment)|\buses akismet\b"),
    (
        "share",
        r"^(?:share(?: this| on| article| via)?|tweet|follow us|like us|facebook|twitter|telegram|whatsapp|linkedin|print(?: this)?|"
        r"e-?mail(?: this)?|copy link|поделиться|подписывайтесь|分享|listen to (?:this )?article|save(?: article)?)\b(?:[^.]{0,70})$",
    ),
    (
        "share",
        r"\b(?:follow|join|find) us on (?:twitter|facebook|telegram|instagram|x|google news|whatsapp)\b|\bподписывайтесь на\b|"
        r"关注我们",
    ),
    (
        "subscription",
        r"^(?:subscribe|sign up|get (?:our|the) (?:newsletter|app|latest|daily)|newsletter|become a (?:member|subscriber)|already a "
        r"subscriber|donate|support (?:us|our)|download (?:our|the) app|to continue reading|this article is for subscribers|enter "
        r"your e-?mail|start your free trial|advertisement|реклама|sponsored|广告|подпишитесь|订阅)\b",
    ),
    ("subscription", r"\b(?:sign up|subscribe) (?:for|to) (?:our|the|free)\b.{0,80}|\bdelivered (?:straight )?to your inbox\b"),
    ("subscription", r"订阅|时事通讯|下载(?:我们的)?(?:应用|客户端)|扫码关注|подписаться на|нашу рассылку"),
    (
        "caption",
        r"^(?:photo|image|picture|video|file photo|photograph|illustration|credit|photo credit|фото|иллюстрация|图片|图|图为|caption|"
        r"graphic|map)(?:\s+(?:by|from|courtesy|credit|of))?\s*[:：/|©].*",
    ),
    (
        "caption",
        r".*(?:\((?:photo|image|picture|file photo|[^)]{0,40}/ ?(?:ap|afp|reuters|getty))\b[^)]{0,60}\)|\[(?:photo|image|"
        r"file)\b[^\]]{0,60}\]|\b(?:photo(?:graph)? by|getty images|/ ?(?:afp|getty|reuters|ap photo)\b|via (?:getty|ap|afp|"
        r"reuters)\b|shutterstock|file photo|handout)[^.]{0,40}\.?)$",
    ),
    ("caption", r"^(?:фото|图片来源|图源|资料图)\b.*|^（?(?:图|资料图|图片)[：:].*"),
    ("copyright", r"^.{0,60}(?:©|\(c\) ?\d{4}|\bcopyright (?:©|\d{4}|\(c\))|\ball rights reserved\b|все права защищены|版权所有).{0,160}$"),
    (
        "teaser",
        r"^(?:read (?:more|also|next|the full)|see also|also read|читайте также|相关阅读|相关新闻|推荐阅读|延伸阅读|watch|don['’]?t "
        r"miss|up next|in other news|related|previous (?:post|article)|next (?:post|article))\s*[:：»>|].{0,200}$|^(?:read (?:more|"
        r"also)|see also)\b[^.]{0,120}$",
    ),
    (
        "teaser",
        r"^(?:related(?: (?:articles?|stories|posts|news|content|topics))?|you may also (?:like|be interested in)|more (?:from|on|"
        r"stories|news|like)(?: [^.]{0,40})?|recommended(?: for you)?|trending(?: now)?|most (?:read|popular)|latest (?:news|"
        r"stories)|editor['’]?s picks|по теме|what to read next|keep reading|other news)\s*[:：]?$",
    ),
    (
        "byline",
        r"^(?:by|автор|作者|记者|编辑|责任编辑|written by|edited by|reporting by|translated by|editing "
        rf"by)\s*[:：]?\s*[A-ZА-Я{HAN}][^.!?]{{1,80}}$|^\W?(?:reporting|additional reporting|writing|editing) by .{{3,160}}$",
    ),
    (
        "byline",
        r"^(?:published|updated|posted|last (?:updated|modified)|опубликовано|обновлено|发布时间|\d+ (?:min|minute)s? read|reading "
        r"time|time to read)\b[^.!?]{0,80}$|^\d{1,2} min(?:ute)?s? read$",
    ),
    (
        "byline",
        r"^(?:about the author|[A-Z][\w’'-]+ [A-Z][\w’'-]+ is (?:a|an|our|the) (?:\w+ ){0,4}(?:reporter|editor|correspondent|"
        r"journalist|writer|contributor)\b(?!.*\bsaid\b)).*",
    ),
    (
        "footer",
        r"^(?:tags?|filed under|categories|category|topics|keywords|теги|метки|рубрики|标签|关键词)\s*[:：|].{0,200}$|^(?:terms "
        r"(?:of (?:use|service)|and conditions)|privacy policy|contact us|about us|our standards|powered by|disclaimer|imprint|"
        r"impressum|мы в соцсетях)\b[^.]{0,80}\.?$",
    ),
    (
        "footer",
        r"^(?:the views expressed|this article (?:is|was) (?:part of|produced|republished|translated by machine)|для связи с "
        r"редакцией|if you (?:have|spot) (?:a tip|an error)|report an error|нашли ошибку)\b.*",
    ),
)
_NOTICES: tuple[tuple[str, str], ...] = (
    ("menu", r"^[^.!?。:：]{1,24}(?:\s[>›»]\s[^.!?。:：]{1,24}){1,5}$"),
    (
        "subscription",
        r"^you(?:[’']ve| have).{0,24}\b(?:articles?|stories) (?:left|remaining)\b|\b(?:content|article|story|page|report) is "
        r"(?:only )?(?:available|"
        r"reserved|exclusive) (?:to|for) (?:our )?(?:subscribers|members|readers)\b|^(?:stay|keep) (?:up[ -]to[ -]date|informed|"
        r"connected|ahead|in the "
        r"loop)\b|\bbecome a (?:patron|member|supporter|subscriber)\b|\breaders like you\b|\bconsider (?:making a |a )?(?:donat|"
        r"subscrib|support|"
        r"becoming|contribut)|\byour (?:support|donations?|contributions?|subscription)\b.{0,60}\b(?:journalis\w+|reporting|"
        r"newsroom|possible|"
        r"us)\b|^(?:enjoying|loving) (?:the|our|this)\b.{0,90}|^(?:get|try|enjoy) .{0,40}\b(?:for the price of|for free|free for|"
        r"half price|for just|for only)\b.{0,40}$|"
        r"^(?:turn on|allow|enable|manage) (?:push )?notifications|^don[’']?t miss (?:a|out|any|the)\b|^by (?:submitting|"
        r"signing up|subscribing|"
        r"registering|entering|providing|logging)\b.{0,160}\b(?:you|your)\b",
    ),
    (
        "cookie",
        r"\brecaptcha\b|\bnot a robot\b|\bjavascript\b.{0,60}\b(?:disabled|enable|browser|view|required)|\benable javascript|\byour "
        r"browser (?:does|is|doesn)",
    ),
    (
        "teaser",
        r"^(?:read|see|view|find|download|listen to|watch|hear|explore|browse|check out)(?: \w+){0,3}? (?:full|latest|complete|"
        r"entire|our|more|all|"
        r"here|below)\b[^“\"]{0,90}$|^click (?:here|the|on|to|below)\b.{0,120}|^(?:the )?full (?:report|study|text|interview|"
        r"statement|version|transcript|"
        r"story)\b.{0,40}\b(?:here|available|found|below|downloaded|read)\b.{0,40}$|^(?:also|elsewhere|more|earlier|previously|"
        r"coming up|next|up next|"
        r"explainer|in pictures|in photos|gallery|podcast|listen|watch|video|opinion|live|quiz|poll)(?: (?:on|in|from|at|today|"
        r"this week)(?: [\w’' ]{1,"
        r"30})?)?\s*[:|]\s*\S.{0,160}$",
    ),
    (
        "share",
        r"^(?:follow|join|find|contact|message|e-?mail) (?:(?-i:[A-Z])[\w’'-]+ ){1,4}(?:on|at|via) \S.{0,60}$|^(?:write|talk|reach "
        r"out) to us\b.{0,60}$",
    ),
    (
        "caption",
        r"^file(?: photo| image)?\s*[-–—:]\s.*|^(?:fig(?:ure)?|table|chart|graph|рис|табл|图表?|"
        r"表)\.?\s?\d{0,3}\s*[.:：]\s?.{0,200}$|^.{8,260}[.!)]\s+\W?"
        r"(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\s?/\s?(?-i:[A-Z])[\w’' .-]{1,40}$|^图为.{2,60}$|^.{4,80}[。 "
        rf"][{HAN}]{{2,4}} ?[/ ]?摄$",
    ),
    (
        "byline",
        r"^(?-i:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}) (?:covers|writes (?:about|on|for)|reports (?:on|from|for)|edits|"
        r"hosts)\b.{0,110}$|\bcontributed "
        r"(?:reporting|to (?:this|the) (?:report|story|article))\b.{0,60}$|^(?:with )?(?:additional|further) reporting (?:by|"
        r"from|in)\b.*|^the (?:author|"
        r"writer)s? (?:is|are|was|were|has|have|works?)\b.{0,200}$|^this (?:article|story|report|page|post|piece|text|interview) "
        r"(?:was|has been|is|first) "
        r"(?:also |first |originally |last )?(?:appeared|published|updated|produced|translated|republished|reprinted|part of|"
        r"adapted|made possible)\b.{0,160}$",
    ),
    (
        "footer",
        r"\bsolely responsible for (?:all|its|the) content\b|\b(?:supported|funded|made possible) by (?:a grant|the readers|"
        r"readers|donations)\b.{0,90}$|"
        r"^(?:editor[’']?s note|note to readers|reader advisory|content warning)\W+(?!.*(?:correct|amend|wrong|earlier version|"
        r"misstat|mistak|inaccura|"
        r"retract|withdr|update)).*|\b(?:may|must) not be (?:published|reproduced|copied|redistributed)\b|\bwithout (?:prior "
        r")?(?:written )?permission\b.{0,60}$",
    ),
    (
        "comments",
        r"^comments? (?:are|is|will be|have been)\b.{0,40}\b(?:moderated|closed|disabled|open|off)\b|^be the first to\b.{0,40}$|"
        r"^(?:log ?in|sign in|register) (?:to|or)\b.{0,60}$",
    ),
    (
        "footer",
        r"в наш\w+ (?:телеграм|telegram|канал|youtube)|ссылк\w+ (?:на \w+ )?обязательна|^редакция (?:не нес[её]т|может не)|"
        r"^поддержите (?:нас|редакцию|"
        r"наш)|пожертвовани\w+\W*$|^материал подготовлен|^(?:скачать|сообщить об|нашли)\b.{0,40}$|^мнение (?:автора|редакции)|"
        r"^перепечатка\b|^\(?18\+",
    ),
    (
        "footer",
        r"转载(?:请|此文|自|须)|未经.{0,10}(?:授权|许可)|^免责声明|^(?:风险|特别|温馨|投资)提示|不构成(?:任何)?投资建议|"
        r"^本文(?:来自|仅代表|首发|系|由|版权)|亦有贡献|(?:关注|订阅).{0,8}(?:公众号|微信|微博|频道)|下载.{0,8}客户端|"
        r"^声明[：:].{0,40}(?:转载|观点|版权|传递)",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (*_PATTERNS, *_NOTICES))
_ABOUT_WRITER = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3},? (?:is|was|has been) (?:an?|the|our) .{0,80}\b(?:fellow|author|reporter|editor|"
    r"correspondent|writer|"
    r"contributor|journalist|columnist|lecturer|professor|director|analyst|researcher|lawyer|associate|scholar|founder|host|"
    r"producer|freelance\w*)\b.{0,160}"
)
"""A last paragraph that says who wrote the article."""
_END = (
    (
        "comments",
        re.compile(
            r"(?:leave a (?:comment|reply)|comments?(?: \(\d+\))?|post a comment|\d+ (?:responses?|thoughts?|replies|reactions?|"
            r"comments?)(?: (?:to|on) .{2,120})?|what do you think\??|join the conversation|оставить комментарий|комментарии|发表评论|"
            r"评论|\d+ comments)\s*:?\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "teaser",
        re.compile(
            r"(?:you may also (?:like|be interested in|enjoy)|related(?: (?:articles?|stories|posts|news|content|coverage))|more "
            r"(?:stories|news|from .{3,40}|on this topic|like this)|recommended(?: for you)?|"
            r"also in (?:the news|this (?:section|issue))|around the web|from our partners|in case you missed it|further reading|"
            r"top stories|more news|"
            r"popular (?:now|stories)|local news|most (?:read|popular)|trending(?: now)?|latest news|read (?:more|also|next)|see "
            r"also|also read|"
            r"editor['’]?s picks|читайте также|по теме|相关阅读|相关新闻|推荐阅读|延伸阅读|what to read next|other "
            r"news|in other news)\s*[:：]?\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "footer",
        re.compile(
            r"(?:notes? (?:to|for) (?:the )?editors?|(?:media|press) (?:contacts?|enquiries|inquiries)|about (?-i:[A-Z])(?!his|"
            r"hat)[\w’'&.-]*(?: [\w’'&.-]+){0,4}|further information|about the (?:author|company)|about us|contact us|terms of (?:use|"
            r"service)|privacy policy|follow us|subscribe|newsletter|copyright .{0,60}|© .{0,60})\s*:?\Z",
            re.IGNORECASE,
        ),
    ),
)
_LONG = 400


def kind_of(line: str) -> str | None:
    """Return which piece of furniture a line is; None when it may be the article's own. A long paragraph is never furniture by its words.

    >>> kind_of("Home » News » An invented article"), kind_of("The plant received seven engines.")
    ('menu', None)
    """
    if len(line) > _LONG:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.search(line)), None)


def tells_of_writer(line: str) -> bool:
    """Tell whether a paragraph at the end of a page describes who wrote it; within the article it may describe somebody it is about."""
    return len(line) <= _LONG and bool(_ABOUT_WRITER.match(line)) and not re.search(r"[“\"]|\b(?:said|told)\b", line)


def opens_the_end(line: str) -> str | None:
    """Return the kind of furniture that follows a line such as "You may also like"; None for any other line."""
    return next((kind for kind, pattern in _END if pattern.fullmatch(line)), None)
