"""What a few letters at the start of a note say about it: «ت:» a recommendation, «؟» a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from recorder import NoteKind
from ui.i18n import N_, _, fold, isolate, label

RECOMMENDATION, DECISION = "recommendation", "decision"
"""What is made of a note beside the note itself."""
SPEAKER_SIGN = "@"
_COLONS = frozenset(":：")
_LONGEST = 16

FSI, PDI = "\u2068", "\u2069"


@dataclass(frozen=True)
class Mark:
    """What a prefix says about the note behind it.

    Attributes:
        words: the letters and words that say it before a colon, those that are shown first.
        signs: characters that say it by themselves.
        kind: the kind that the note takes.
        makes: what is made of it besides.
    """

    words: tuple[str, ...]
    signs: str = ""
    kind: NoteKind | None = None
    makes: str = ""

    @property
    def name(self) -> str:
        """What it makes of the note, in a word."""
        return label(self.kind) if self.kind else made_word(self.makes)

    @property
    def shortest(self) -> str:
        """The letters that are quickest typed, as a draft keeps them."""
        return f"{self.words[0]}:"

    def begun_by(self, letters: str) -> str:
        """The first of its words that begins with folded letters, with its colon; "" for none."""
        found = (f"{word}:" for word in self.words if fold(word).startswith(letters))
        return next(found, "")


MARKS = (
    Mark(("ت", "توصية", "r", "recommendation"), makes=RECOMMENDATION),
    Mark(("ق", "قرار", "d", "decision"), makes=DECISION),
    Mark(("س", "سؤال", "q", "question"), signs="؟?", kind=NoteKind.QUESTION),
    Mark(("ح", "حاجة", "احتياج", "n", "need"), kind=NoteKind.NEED),
    Mark(("تح", "تحدٍّ", "c", "challenge"), kind=NoteKind.CHALLENGE),
    Mark(("خ", "خاصّ", "خاصة", "p", "private"), kind=NoteKind.PRIVATE),
)
"""Few, so that they are known by heart; the key sheet lists them."""

_BY_WORD = {fold(word): mark for mark in MARKS for word in mark.words}
_BY_SIGN = {sign: mark for mark in MARKS for sign in mark.signs}
_MADE = {RECOMMENDATION: N_("Recommendation"), DECISION: N_("Decision")}


def told() -> list[tuple[str, str]]:
    """Each mark with all that says it, for the key sheet: «توصية», «ت:  توصية:  r:»."""
    lines = [(mark.name, [*mark.signs, *(f"{word}:" for word in mark.words)]) for mark in MARKS]
    return [
        *((name, "   ".join(isolate(each) for each in letters)) for name, letters in lines),
        (_("Speaker"), isolate(SPEAKER_SIGN)),
    ]


def made_word(makes: str) -> str:
    """The word for what is made of a note."""
    return _(_MADE[makes]) if makes in _MADE else ""


def mark_before(text: str, typed: str) -> Mark | None:
    """The mark that was completed by the character just typed.

    Args:
        text: all that stands before the caret; a prefix stands at the very start.
        typed: the character.
    """
    if len(text) > _LONGEST or not text.endswith(typed):
        return None
    if text == typed and typed in _BY_SIGN:
        return _BY_SIGN[typed]
    return _BY_WORD.get(fold(text[:-1])) if typed in _COLONS and text[:-1].strip() else None


def marks_beginning(text: str) -> Sequence[tuple[str, str]]:
    """What may be meant by the letters typed so far, if they are a prefix but for the colon.

    Each with the letters that it takes and the word for it.
    """
    begun = fold(text)
    if len(text) > _LONGEST or begun not in _BY_WORD:
        return ()
    found = ((each.begun_by(begun), each.name) for each in MARKS)
    return [(letters, name) for letters, name in found if letters]


def with_mark(text: str, makes: str) -> str:
    """A text as a draft keeps it, with the mark that no column of a note holds.

    The isolates tell it from letters that somebody meant as words.
    """
    mark = next((each for each in MARKS if makes and each.makes == makes), None)
    return f"{FSI}{mark.shortest}{PDI} {text}" if mark else text


def without_mark(text: str) -> tuple[str, str]:
    """The text of a draft without its mark, and what is to be made of it."""
    if text.startswith(FSI):
        head, found, rest = text[1:].partition(f"{PDI} ")
        mark = _BY_WORD.get(fold(head[:-1])) if found else None
        if mark is not None and mark.makes:
            return rest, mark.makes
    return text, ""
