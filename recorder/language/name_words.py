"""Words of names: forms of address, the parts that are written apart or joined, common names.

All are as `letters` writes them: without tashkeel, alefs made one, carriers of hamza by their
sound.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    dict.fromkeys("أإآٱٲٳ", "ا")
    | dict.fromkeys("یېۍێے", "ي")
    | dict.fromkeys("ةۃ", "ة")
    | dict.fromkeys("ہھە", "ه")
    | dict.fromkeys("کڪ", "ك")
    | {"گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز", "ۆ": "و", "ۇ": "و", "ڵ": "ل", "ڕ": "ر"}
    | {"ئ": "ي", "ؤ": "و"}
    | {chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)}
)
_UNSEEN = re.compile(
    "[\u0300-\u036f\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"[(\[{«\"“].*?[)\]}»\"”]")


def letters(text: str) -> str:
    """The text in plain letters: unlike a search's `fold` it keeps what tells names apart.

    «فائز» is «فايز» and not «فاز»; the ends «ة», «ه», «ى», «ي», «ا» and «ء» stay, since they
    are compared by rules of their own.
    """
    composed = unicodedata.normalize("NFKC", text).translate(_LETTERS).casefold()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", composed)).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a name; what stands in brackets is no part of it."""
    return _WORD.findall(letters(_BRACKETED.sub(" ", text)))


def bracketed(text: str) -> list[str]:
    """What stands in brackets in a name, an acronym most often."""
    return [each[1:-1].strip() for each in _BRACKETED.findall(text)]


def _set(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(letters(text)))


TITLES = _set(
    """
    د م أ ع ص دكتور دكتورة الدكتور الدكتورة مهندس مهندسة المهندس المهندسة أستاذ أستاذة
    الأستاذ الأستاذة السيدة الآنسة آنسة سيدة محامي محامية المحامي المحامية بروفيسور بروفسور
    البروفيسور البروفسور صيدلي صيدلانية الصيدلي الصيدلانية الصيدلاني طبيب طبيبة الطبيب الطبيبة
    العميد عقيد العقيد اللواء الرائد النقيب الملازم المقدم القاضية المستشارة المستشار مستشار
    مستشارة المدرب المدربة المربي المربية الإعلامي الإعلامية الصحفي الصحفية الناشط الناشطة معالي
    سعادة سيادة فضيلة سماحة نيافة المطران الأب الأخ الأخت الوزير الوزيرة المحافظ العضو النائب
    الرفيق الحاجة الست المعلم المعلمة المدرس المدرسة mr mrs ms miss dr eng engineer prof professor
    """
)
"""Forms of address, dropped before a name."""

TITLES_OR_NAMES = _set("السيد الحاج الشيخ القاضي الأمير الخوري المختار haj hajj sheikh")
"""Forms of address that are names of families or people too: dropped only where a given name
and another name follow. «وسيم الحاج» keeps its end, «الحاج وسيم خليلو» loses its beginning."""

JOINED_TO_THE_NEXT = {"عبد": "عبد", "ابو": "ابو", "بو": "ابو", "ام": "ام", "ال": "ال"}
"""«عبد الله» and «عبدالله», «أبو أحمد» and «بو أحمد», «آل جمو»."""

JOINED_TO_THE_LAST = _set("الدين الله الإسلام العابدين الهدى الحق الرب جي زاده اوغلو اوغلي")
"""«نور الدين» and «نورالدين», «بصمه جي» and «بصمجي»."""

BETWEEN_NAMES = _set("بن ابن بنت bin ibn")

GIVEN = _set(
    """
    محمد أحمد محمود حمد حمود حامد حميد محي علي عمر عمار عمرو عثمان حسن حسين حسان حسام إبراهيم
    إسماعيل إسحق يعقوب يوسف يونس يحيى عيسى موسى مصطفى مرتضى خالد خليل خلف خلدون خضر سعد سعيد
    مسعود سليم سالم سلمان سليمان سلام سامر سامي سمير سهيل رامي رائد رياض رضا رشيد راشد رفيق
    رأفت رؤوف زيد زياد زكريا زكي طارق طلال طه ظافر عادل عامر عماد عصام عدنان عبدو عبود علاء
    غسان غازي غياث فادي فارس فايز فائز فراس فهد فيصل قاسم قصي كامل كمال كريم لؤي ماجد ماهر
    مازن مالك مجد محسن مروان معاذ معن منير مهند مؤيد نادر ناصر نبيل نزار نضال نوري هادي هاشم
    هاني هشام هيثم وائل وليد وسيم وسام ياسر ياسين أنس أيمن أيهم أسامة أسعد أشرف أكرم أمجد أمين
    أنور إياد باسل باسم بسام بشار بشير بلال تمام توفيق ثائر جابر جاسم جلال جمال جميل جهاد حازم
    حاتم حبيب داود ديب ذياب صالح صلاح صادق صبحي صفوان ضياء جورج الياس ميشيل حنا بطرس بولس
    مريم فاطمة زينب خديجة عائشة آمنة سارة سلمى سمر سميرة سحر سناء سوسن رنا ريم رهف رشا رولا
    رانيا ربى رغد رؤى روعة دعاء دلال ديمة ديما دينا دانا هبة هدى هناء هنادي هالة هيفاء نور نورا
    نورة ندى نادية نسرين نجوى نهى ناديا لينا ليلى لمى لمياء لبنى لما ميساء مها منى منال مي ميس
    ملك مروة علا عبير غادة غنى فرح فداء فاديا صفاء شذى شيماء شهد جمانة جنى بشرى براءة بتول
    إيمان أمل أماني آلاء أسماء إسراء آية إلهام ابتسام حلا حنان حنين خلود كوثر وفاء ولاء ياسمين
    """
)
"""Names that are given to people. Two of them that are nearly alike are two names, «حسن» and
«حسين», and in another order they are father and son."""

KINDS_OF_BODY = _set(
    """
    منظمة جمعية مؤسسة مركز هيئة شبكة فريق مبادرة رابطة اتحاد نقابة تجمع معهد صندوق وكالة منتدى
    organisation organization association foundation centre center network team union institute
    agency forum
    """
)

BETWEEN_WORDS = _set("في من و ل عن على the of for and in a an de des du la le et فرع مكتب")

OF_A_PLACE = _set(
    """
    حلب دمشق إدلب حمص حماة اللاذقية طرطوس درعا السويداء القنيطرة الرقة الحسكة دير الزور سوريا
    سورية السورية السوري العربي العربية الدولي الدولية العالمي العالمية المحلي المحلية syria
    syrian aleppo damascus arab international
    """
)
"""What a body's full name adds to the one that people say."""
