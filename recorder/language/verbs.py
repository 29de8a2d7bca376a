"""What somebody said as a sentence of the minutes, in the third person.

Arabic puts the verb first; there it is singular and agrees in gender alone, with a group too
(«وعبّر ممثلون عن…»). A note holds what follows the verb and its preposition; where its text
cannot follow them (a question, a sentence of its own, another language) a colon stands between,
so that nobody's words are bent to fit.
"""

import re
from dataclasses import dataclass

from recorder.domain.discussion import Note
from recorder.domain.tokens import NoteKind, ReportingVerb

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile("[أإا]ن[\u0651\u064e]*(ه|ها|هم|هن|هما|نا|ني|ك|كم|كن)?")
_WITH_BA = re.compile("ب[أا]ن[\u0651\u064e]*(ه|ها|هم|هن|هما|نا|ني|ك|كم|كن)?|بـ.*|بال.{3,}")
_THAT = re.compile(r"that\b", re.IGNORECASE)
_ENDED = re.compile("[.!?؟…:؛،,;][»”\"')]*$")
_QUESTION = re.compile("[?؟][»”\"')]*$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASKING = _words("هل متى كيف لماذا أين ماذا كم لمَ")
_OPENERS = _words(
    "لا لم لن ليس ليست لو إذا قد لقد سوف يجب ينبغي يمكن هناك ثمة ثمّة لدينا عندنا نحن أنا هم هو هي "
    "كان كانت يوجد توجد نريد نحتاج نطالب نرى نقترح نسأل أرى أعتقد نعتقد أطالب أقترح نعم كلا بل "
    "لكن ولكن"
)
_PREPOSITIONS = _words("إلى على عن في من منذ لدى عند بين خلال بعد قبل مع حول بشأن")
_ABOUT = _words("عن عمّا عما عمّن حول بشأن")
# Rational plurals that end as feminine words do.
_MASCULINE = _words("قادة سادة أساتذة طلبة إخوة أخوة دكاترة رعاة قضاة ولاة خبرة")
# Broken plurals of what is not human take the feminine too: «طالبت لجان الأحياء».
_FEMININE = _words(
    "إحدى نساء سيدة لجان فرق مجالس مراكز مدارس أحزاب عشائر عوائل روابط قرى دوائر أحياء مكاتب"
)


@dataclass(frozen=True)
class Voice:
    """Who spoke, as a sentence names them.

    Attributes:
        name: with the form of address: «السيد أيمن أيوب».
        description: what they stand for, without a comma at either end; "" when it is known.
        is_feminine: whether the verb takes its feminine form.
    """

    name: str
    description: str = ""
    is_feminine: bool = False


@dataclass(frozen=True)
class Sentence:
    """A sentence in four parts that follow each other without a space between.

    Attributes:
        lead: what stands before the name.
        subject: the name, which a document may set apart.
        joint: what leads on to the text: description, preposition or colon.
        said: the note's text, unchanged but for a full stop.
    """

    lead: str
    subject: str
    joint: str
    said: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.lead + self.subject + self.joint + self.said


@dataclass(frozen=True)
class _Verb:
    """The forms of an Arabic reporting verb.

    `to_noun` and `to_clause` join the text; None: a colon does. `nobody` holds the forms for
    a speaker who is not named, before a noun and before a clause.
    """

    masculine: str
    feminine: str
    to_noun: str | None
    to_clause: str
    nobody: tuple[str, str]


_ARABIC = {
    ReportingVerb.SAID: _Verb("قال", "قالت", None, "", ("قيل", "قيل")),
    ReportingVerb.REVEALED: _Verb("كشف", "كشفت", "عن", "", ("كُشف", "كُشف")),
    ReportingVerb.CLARIFIED: _Verb("بيّن", "بيّنت", "", "", ("جرى بيان", "بُيّن")),
    ReportingVerb.POINTED_OUT: _Verb("أشار", "أشارت", "إلى", "إلى", ("أُشير", "أُشير")),
    ReportingVerb.AFFIRMED: _Verb("أكّد", "أكّدت", "على", "", ("جرى التأكيد", "أُكّد")),
    ReportingVerb.EXPLAINED: _Verb("أوضح", "أوضحت", "", "", ("جرى توضيح", "أُوضح")),
    ReportingVerb.STRESSED: _Verb("شدّد", "شدّدت", "على", "على", ("شُدّد", "شُدّد")),
    ReportingVerb.CALLED_FOR: _Verb("طالب", "طالبت", "ب", "ب", ("طولب", "طولب")),
    ReportingVerb.SUGGESTED: _Verb("اقترح", "اقترحت", "", "", ("جرى اقتراح", "اقتُرح")),
    ReportingVerb.WONDERED: _Verb("تساءل", "تساءلت", "عن", "عن", ("جرى التساؤل", "جرى التساؤل")),
    ReportingVerb.ANSWERED: _Verb("أجاب", "أجابت", None, "ب", ("أُجيب", "أُجيب")),
    ReportingVerb.RESERVED: _Verb("تحفّظ", "تحفّظت", "على", "على", ("سُجّل تحفّظ", "سُجّل تحفّظ")),
    ReportingVerb.COMMITTED: _Verb("التزم", "التزمت", "ب", "ب", ("جرى الالتزام", "جرى الالتزام")),
    ReportingVerb.EXPRESSED: _Verb("عبّر", "عبّرت", "عن", "عن", ("عُبّر", "عُبّر")),
    ReportingVerb.VOICED: _Verb("أعرب", "أعربت", "عن", "عن", ("أُعرب", "أُعرب")),
    ReportingVerb.ADDED: _Verb("أضاف", "أضافت", None, "", ("أُضيف", "أُضيف")),
}

# Where no verb was chosen the note's kind speaks, and its text stays a text of its own:
# the verb, its feminine, its form without a speaker; what follows the name; its verb before أن.
_ARABIC_KINDS: dict[str, tuple[str, str, str, str, ReportingVerb]] = {
    NoteKind.QUESTION: ("تساءل", "تساءلت", "سُئل", "", ReportingVerb.WONDERED),
    NoteKind.ANSWER: ("أجاب", "أجابت", "أُجيب", "", ReportingVerb.ANSWERED),
    NoteKind.NEED: ("أشار", "أشارت", "أُشير", " إلى احتياج", ReportingVerb.POINTED_OUT),
    NoteKind.CHALLENGE: ("أشار", "أشارت", "أُشير", " إلى تحدٍّ", ReportingVerb.POINTED_OUT),
    NoteKind.OPPORTUNITY: ("أشار", "أشارت", "أُشير", " إلى فرصة", ReportingVerb.POINTED_OUT),
    NoteKind.COMMITMENT: (
        "التزم", "التزمت", "جرى الالتزام", " بما يأتي", ReportingVerb.COMMITTED,
    ),
    NoteKind.RESERVATION: ("أبدى", "أبدت", "أُبدي", " تحفّظاً", ReportingVerb.RESERVED),
}  # fmt: skip

_ENGLISH = {
    ReportingVerb.SAID: ("said", "said"),
    ReportingVerb.REVEALED: ("revealed", "revealed"),
    ReportingVerb.CLARIFIED: ("clarified", "made clear"),
    ReportingVerb.POINTED_OUT: ("pointed to", "pointed out"),
    ReportingVerb.AFFIRMED: ("affirmed", "affirmed"),
    ReportingVerb.EXPLAINED: ("explained", "explained"),
    ReportingVerb.STRESSED: ("stressed", "stressed"),
    ReportingVerb.CALLED_FOR: ("called for", "demanded"),
    ReportingVerb.SUGGESTED: ("suggested", "suggested"),
    ReportingVerb.WONDERED: ("asked about", "wondered"),
    ReportingVerb.ANSWERED: ("answered", "answered"),
    ReportingVerb.RESERVED: ("expressed reservations about", "objected"),
    ReportingVerb.COMMITTED: ("committed to", "promised"),
    ReportingVerb.EXPRESSED: ("expressed", "expressed the view"),
    ReportingVerb.VOICED: ("voiced", "voiced the view"),
    ReportingVerb.ADDED: ("added", "added"),
}
# With a colon after it: who named it, and without a speaker.
_ENGLISH_QUOTING: dict[str, tuple[str, str]] = {
    ReportingVerb.WONDERED: ("asked", "It was asked"),
    ReportingVerb.CALLED_FOR: ("called for", "There was a call"),
    ReportingVerb.RESERVED: ("expressed a reservation", "A reservation was expressed"),
    ReportingVerb.COMMITTED: ("made a commitment", "A commitment was made"),
    ReportingVerb.EXPRESSED: ("expressed", "It was expressed"),
    ReportingVerb.VOICED: ("voiced", "It was voiced"),
    NoteKind.QUESTION: ("asked", "It was asked"),
    NoteKind.ANSWER: ("answered", "It was answered"),
    NoteKind.NEED: ("pointed to a need", "A need was pointed out"),
    NoteKind.CHALLENGE: ("pointed to a challenge", "A challenge was pointed out"),
    NoteKind.OPPORTUNITY: ("pointed to an opportunity", "An opportunity was pointed out"),
    NoteKind.COMMITMENT: ("made a commitment", "A commitment was made"),
    NoteKind.RESERVATION: ("expressed a reservation", "A reservation was expressed"),
}


def reported(language: str, voice: Voice | None, note: Note, *, linked: bool = False) -> Sentence:
    """What was said, as a sentence.

    Args:
        language: "ar"; any other gives English.
        voice: who spoke; None where nobody is named, which gives the impersonal form.
        note: its text is not changed, only the white space around it goes; where it has no verb,
            or one of a later release, its kind decides.
        linked: whether the sentence follows another one («وأشار…»).
    """
    text = note.text.strip()
    if language == "ar":
        return _arabic(voice, note, text, "و" if linked else "")
    return _english(voice, note, text)


def verb_label(verb: ReportingVerb, language: str, *, is_feminine: bool = False) -> str:
    """The verb as a menu offers it, before a noun: «أشارت إلى», "pointed to"."""
    if language != "ar":
        return _ENGLISH[verb][0]
    forms = _ARABIC[verb]
    joint = "بـ" if forms.to_noun == "ب" else forms.to_noun or ""
    return f"{forms.feminine if is_feminine else forms.masculine} {joint}".strip()


def is_feminine_group(label: str) -> bool:
    """Whether a verb before a group takes its feminine form: «طالبت منظمات…», «عبّر ممثلون…»."""
    first = label.split(maxsplit=1)[0] if label.strip() else ""
    bare = first.removeprefix("ال")
    if bare in _MASCULINE:
        return False
    return bare in _FEMININE or bare.endswith(("ة", "ات"))


def ended(text: str) -> str:
    """The text with a full stop where it has no end of its own."""
    return text if not text or _ENDED.search(text) else f"{text}."


def is_foreign(language: str, text: str) -> bool:
    """Whether a sentence of the language cannot run on into the text."""
    letter = _LETTER.search(text)
    if letter is None:
        return False
    if language == "ar":
        return _ARABIC_LETTER.search(text) is None
    return _ARABIC_LETTER.match(letter[0]) is not None


def _arabic(voice: Voice | None, note: Note, text: str, link: str) -> Sentence:
    kind = note.kind
    forms = _ARABIC.get(note.verb) if isinstance(note.verb, ReportingVerb) else None
    if forms is None and kind in _ARABIC_KINDS:
        if not _CLAUSE.fullmatch(_first_word(text)):
            return _arabic_kind(voice, _ARABIC_KINDS[kind], text, link)
        forms = _ARABIC[_ARABIC_KINDS[kind][-1]]
    if forms is None:
        return _quoted(voice, text)
    join = _join(forms, text)
    if voice is None:
        before_noun, before_clause = forms.nobody
        is_bare = join is None or _CLAUSE.fullmatch(_first_word(text))
        head = before_clause if is_bare else before_noun
        return Sentence(link + head, "", _joint("", join, text), ended(text))
    head = forms.feminine if voice.is_feminine else forms.masculine
    joint = _joint(voice.description, join, text)
    return Sentence(f"{link}{head} ", voice.name, joint, ended(text))


def _arabic_kind(
    voice: Voice | None, forms: tuple[str, str, str, str, ReportingVerb], text: str, link: str
) -> Sentence:
    masculine, feminine, nobody, complement, _verb = forms
    if voice is None:
        return Sentence(f"{link}{nobody}{complement}: ", "", "", ended(text))
    head = feminine if voice.is_feminine else masculine
    described = f"، {voice.description}" if voice.description else ""
    comma = "،" if described and complement else ""
    return Sentence(f"{link}{head} ", voice.name, f"{described}{comma}{complement}: ", ended(text))


def _quoted(voice: Voice | None, text: str, comma: str = "،") -> Sentence:
    """The text beside the name of who said it: nothing is put into anybody's mouth."""
    if voice is None:
        return Sentence("", "", "", ended(text))
    described = f"{comma} {voice.description}" if voice.description else ""
    return Sentence("", voice.name, f"{described}: ", ended(text))


def _joint(description: str, join: str | None, text: str) -> str:
    """What leads from the name to the text: the description between commas, a preposition."""
    if join is None:
        return f"، {description}: " if description else ": "
    described = f"، {description}، " if description else " "
    if join == "ب":
        return described + ("ب" if _ARABIC_LETTER.match(text) else "بـ")
    return f"{described}{join} " if join else described


def _join(forms: _Verb, text: str) -> str | None:
    """What joins the text to its verb: a preposition, nothing (""), or a colon (None)."""
    first = _first_word(text)
    if is_foreign("ar", text) or first in _ASKING or _QUESTION.search(text):
        return None
    if _CLAUSE.fullmatch(first):
        return forms.to_clause
    if "ب" in (forms.to_noun, forms.to_clause) and _WITH_BA.fullmatch(first):
        return ""
    if forms.to_noun == "عن" and first in _ABOUT:
        return ""
    if first in _PREPOSITIONS or first in _OPENERS:
        return "" if first == forms.to_noun else None
    return forms.to_noun


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].strip("،,.:؛") if text else ""


def _english(voice: Voice | None, note: Note, text: str) -> Sentence:
    kind = note.kind if note.kind in _ENGLISH_QUOTING else None
    key = note.verb if note.verb in _ENGLISH else kind
    if key is None:
        return _quoted(voice, text, comma=",")
    is_clause = _THAT.match(text) is not None
    is_quoted = is_foreign("en", text) or _QUESTION.search(text) is not None
    noun, clause = _ENGLISH.get(key, ("", "")) if isinstance(key, ReportingVerb) else ("", "")
    quoting, nobody = _ENGLISH_QUOTING.get(key, (clause, f"It was {clause}"))
    if voice is None:
        joint = " " if noun and is_clause and not is_quoted else ": "
        return Sentence(nobody, "", joint, ended(text))
    described = f", {voice.description}," if voice.description else ""
    if noun and not is_quoted:
        joint = f"{described} {clause if is_clause else noun} "
    else:
        joint = f"{described} {quoting}: "
    return Sentence("", voice.name, joint, ended(text))
