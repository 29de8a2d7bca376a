"""Verbs behind a group that stands first: «ممثّلو الشباب عبّروا عن», «منظمات محلية طالبت بـ».

The minutes put the verb first, where it stays singular (see `verbs`); a list puts the name first,
and there the verb agrees in number too. What is not human takes the feminine singular.
"""

from enum import StrEnum

from recorder.domain.tokens import ReportingVerb
from recorder.language.folding import fold
from recorder.language.verbs import is_feminine_group, verb_label


class Form(StrEnum):
    """In which form a verb stands behind its subject."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    MASCULINE_PLURAL = "masculine_plural"
    FEMININE_PLURAL = "feminine_plural"


_PLURALS = {
    ReportingVerb.SAID: ("قالوا", "قلن"),
    ReportingVerb.REVEALED: ("كشفوا", "كشفن"),
    ReportingVerb.CLARIFIED: ("بيّنوا", "بيّنّ"),
    ReportingVerb.POINTED_OUT: ("أشاروا", "أشرن"),
    ReportingVerb.AFFIRMED: ("أكّدوا", "أكّدن"),
    ReportingVerb.EXPLAINED: ("أوضحوا", "أوضحن"),
    ReportingVerb.STRESSED: ("شدّدوا", "شدّدن"),
    ReportingVerb.CALLED_FOR: ("طالبوا", "طالبن"),
    ReportingVerb.SUGGESTED: ("اقترحوا", "اقترحن"),
    ReportingVerb.WONDERED: ("تساءلوا", "تساءلن"),
    ReportingVerb.ANSWERED: ("أجابوا", "أجبن"),
    ReportingVerb.RESERVED: ("تحفّظوا", "تحفّظن"),
    ReportingVerb.COMMITTED: ("التزموا", "التزمن"),
    ReportingVerb.EXPRESSED: ("عبّروا", "عبّرن"),
    ReportingVerb.VOICED: ("أعربوا", "أعربن"),
    ReportingVerb.ADDED: ("أضافوا", "أضفن"),
}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(each) for each in text.split())


_WOMEN = _words(
    "نساء سيدات نسوة ممثلات مشاركات ناشطات متطوعات عضوات طالبات معلمات مدرسات أمهات فتيات شابات "
    "طبيبات ممرضات موظفات محاميات مهندسات باحثات صحفيات إعلاميات عاملات ميسرات خبيرات قياديات "
    "رائدات أرامل ربات مديرات رئيسات نازحات عائدات مسنات قابلات مندوبات بنات أخوات حاضرات متحدثات"
)
_PEOPLE = _words(
    "أعضاء شباب شبان أهالي أهل سكان رجال نشطاء خبراء وجهاء أطباء أدباء شركاء زملاء رؤساء مدراء "
    "أمناء علماء فقهاء شعراء عقلاء قادة سادة أساتذة طلبة طلاب إخوة أخوة دكاترة رعاة قضاة ولاة تجار "
    "عمال حضور شيوخ كبار أصحاب آباء أولياء ذوو ذوي أبناء نواب كتاب حرفيون مخاتير أنصار مواطنون "
    "ناس عاملون بعض عدد آخرون جميع كل معظم غالبية"
)
_PARTS = _words("بعض عدد جميع كل معظم غالبية سائر")
"""Words before a plural: the noun behind them tells who speaks."""


def form_of_group(label: str) -> Form:
    """The form of a verb that follows a group's label; a single voice takes the singular."""
    words = [fold(each).removeprefix("ال") for each in label.split()]
    if len(words) > 1 and words[0] in _PARTS:
        words = words[2:] if words[1] == "من" else words[1:]
    first = words[0] if words else ""
    if first in _WOMEN:
        return Form.FEMININE_PLURAL
    if first in _PEOPLE or _is_sound_plural(first):
        return Form.MASCULINE_PLURAL
    return Form.FEMININE if is_feminine_group(_of(label, first)) else Form.MASCULINE


def verb_behind(verb: ReportingVerb, language: str, form: Form) -> str:
    """The verb as it follows its subject: «أشاروا إلى», "pointed to"."""
    label = verb_label(verb, language, is_feminine=form in {Form.FEMININE, Form.FEMININE_PLURAL})
    if language != "ar" or form in {Form.MASCULINE, Form.FEMININE}:
        return label
    _singular, space, joint = label.partition(" ")
    return _PLURALS[verb][form is Form.FEMININE_PLURAL] + space + joint


def _is_sound_plural(word: str) -> bool:
    """«ممثلون», «المشاركين», and «ممثلو» before what it belongs to; not «شؤون» nor «تعاون»."""
    least = 5
    if word.endswith("و"):
        return len(word) >= least - 1 and word.startswith(("م", "نا", "ال", "عا", "مو"))
    return len(word) > least and word.endswith(("ون", "ين")) and word not in _SINGULAR


_SINGULAR = _words("تعاون قانون تلفزيون صندوق تمكين تأمين تحسين فلسطين ياسمين مساكين عشرين")


def _of(label: str, first: str) -> str:
    """The label from the word that tells the form."""
    spelt = label.split()
    return next(
        (" ".join(spelt[at:]) for at, each in enumerate(spelt)
         if fold(each).removeprefix("ال") == first), label,
    )  # fmt: skip
