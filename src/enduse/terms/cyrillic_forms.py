"""Legal forms in Cyrillic and Armenian letters that neither rigour nor national_forms holds, from Belgrade to Ulaanbaatar.

Written by the maintainers, 2026, from general knowledge of company law. Kept in their own letters: АТ is a Ukrainian joint-stock company
and ДП a state enterprise, AT and DP in Latin letters are anybody's initials. One line is one kind of body, forms are lower case without
dots.
"""

from __future__ import annotations

_BEFORE: tuple[tuple[str | None, str], ...] = (
    ("jsc", "ат; аат; зат; ват; аақ; ақ; нао; ааҳ; аак; жак; жаак; ҷск; ҷсп; ҷсо; оахк; ахк; оаож; спао; сао; "
     "акціонерне товариство; акцыянернае таварыства; акционерлік қоғамы; акционерлик коому; ачык акционердик коому; "
     "ҷамъияти саҳомии кушода; ҷамъияти саҳомии пӯшида"),
    ("llc", "тдв; таа; жчк; ҷдмм; жшс; жоопкерчилиги чектелген коому; жауапкершілігі шектеулі серіктестігі; "
     "товариство з додатковою відповідальністю; ҷамъияти дорои масъулияти маҳдуд; акционерное общество с ограниченной ответственностью"),
    ("llp", "ктоо"),
    (None, "ип ооо; сп ооо; "
     "дп; кп; пп; дк; рп; руп; кпуп; кдуп; чпуп; чтуп; ук чуп; пуп; гп; кувк; квк; квд; окп; нко; гу; гуо; нак; нк; анк; јп; јкп; "
     "к д; державне підприємство; комунальне підприємство; приватне підприємство; дочірнє підприємство; казенне підприємство; "
     "республіканскае унітарнае прадпрыемства; дзяржаўнае прадпрыемства; јавно предузеће; улуттук компания; "
     "фгбу; фгбун; фгбну; фгку; фгаоу во; фгбоу во; фгаоу; фгбоу; фгану; фау; фбу; фку; огуп; мку; мбу; гбу; гку; гбоу; мкп; "
     "государственное предприятие"),
)  # fmt: skip
_BEHIND: tuple[tuple[str | None, str], ...] = (
    ("jsc", "ақ; ат; ад; ад скопје; еад; аж; ак; атб; аитб; аиктб; хк; төхк; нхк; қхк; акционерлік қоғамы; акциядорлик жамияти; "
     "акциядорлик тижорат банки; акционарско друштво; хувьцаат компани; акціонерне товариство; ҷск"),
    ("llc", "жшс; мчж; ххк; доо; дооел; еоод; оод; қк; ҷдмм; жчк; жауапкершілігі шектеулі серіктестігі; масъулияти чекланган жамияти; "
     "хязгаарлагдмал хариуцлагатай компани; қўшма корхонаси; хорижий корхонаси"),
    # English forms as Russian declarations print them.
    ("llc", "ллс; ллк; эл эл си; лимитед лайабилити компани; лимитед лаябилити компани; прайвит лимитед; прайват лимитед; "
     "прайвет лимитед; "
     "лтд шти; лтд сти; лимитед ширкети; гмбх и ко кг; гмбх энд ко кг; гмбх унд ко кг; дмсс; дмкк; ко лтд; ко лимитед; компани лтд; "
     "компани лимитед; груп ко лтд"),
    ("jsc", "аш; а ш; аноним ширкети; փբը; բբը; փակ բաժնետիրական ընկերություն; բաց բաժնետիրական ընկերություն"),
    ("llc", "սպը; սահմանափակ պատասխանատվությամբ ընկերություն"),
    ("llp", "ллп"),
    (None, "ою; ко; энд ко; компани; инк; корп; интл ко; групп ко; "
     "төүг; онөаатүг; ак ҳк; дк; дук; хк ақ; ұлттық компаниясы; миллий компанияси; јп; јкп; од; кд; сд; ет; кда; сзр; "
     "давлат корхонаси; хусусий корхонаси; улуттук компаниясы"),
)  # fmt: skip


def _read(lines: tuple[tuple[str | None, str], ...]) -> dict[str, str | None]:
    return {form.strip(): kind for kind, forms in lines for form in forms.split(";")}


BEHIND: dict[str, str | None] = _read(_BEHIND)
"""Forms that stand at the end of a name, with the kind of body each names; null: none that contradicts another."""
BEFORE: dict[str, str | None] = _read(_BEFORE)
"""Forms that stand at the beginning of a name."""
INSIDE: dict[str, str] = {
    **dict.fromkeys(("ад", "еад"), "jsc"), **dict.fromkeys(("доо", "дооел", "оод", "еоод", "doo", "dooel", "лтд"), "llc"),
}  # fmt: skip
"""Forms behind which a name often prints its city or country: д.о.о. Београд, АД Скопје, Ко., Лтд (Китай)."""
WITH_INSIDE = frozenset({"ко", "компани", "пте"})
"""What stands in front of such a form and belongs to it."""
