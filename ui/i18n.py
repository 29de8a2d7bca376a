"""Words for the screen: the one place where the window meets the catalogue and the formatter.

`_`, `ngettext` and `pgettext` look up English texts in the catalogue of the language in use.
Fields are filled in after the look-up, `_("Saved {clock}").format(clock=…)`, so that a translator
sees the whole sentence. Constants are marked with `N_` and looked up when they are shown.
"""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from enum import StrEnum

    from recorder import Delivery, RecorderError, ReportingVerb, RescueReport, SyncReport
    from recorder.language.formatting import Formatter
    from recorder.language.pasted import Pasted

LANGUAGES = ("ar", "en")

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
RLM, LRM = "\u200f", "\u200e"


class Words(Protocol):
    """What a catalogue answers."""

    def gettext(self, message: str) -> str:
        """The translation, or the message itself."""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form that the count asks for."""

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a message that means several things."""


class _SourceTexts:
    """The messages as they stand in the code: English."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return singular if count == 1 else plural

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the protocol's shape
        return message


class _InUse:
    words: Words = _SourceTexts()
    language: str = "en"


def use_language(language: str) -> None:
    """Take all further words from a language's catalogue ("ar" or "en").

    Screens keep the words they were built with; they are built anew after a switch.
    """
    from recorder.language.catalogue import Catalogue

    _InUse.words = Catalogue.load(language)
    _InUse.language = language


def language_in_use() -> str:
    """The language of `_`."""
    return _InUse.language


def _(message: str) -> str:
    """The message in the language in use."""
    return _InUse.words.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the plural form of the count."""
    return _InUse.words.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message where its English is ambiguous; the context tells which is meant."""
    return _InUse.words.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a constant for translation; `_` translates it when it is shown."""
    return message


def in_every_language(message: str) -> tuple[str, ...]:
    """The message in each language of the window: who works in one may know the other's word."""
    from recorder.language.catalogue import Catalogue

    return tuple(Catalogue.load(each).gettext(message) if message else "" for each in LANGUAGES)


def isolate(text: str) -> str:
    """Text for the inside of a sentence, so that its direction disturbs no neighbour."""
    return f"{FSI}{text}{PDI}" if text else ""


def isolate_ltr(text: str) -> str:
    """A clock, a number or a path for the inside of a sentence: always left to right."""
    return f"{LRI}{text}{PDI}" if text else ""


def load_formatter(language: str, digits: str) -> "Formatter":
    """The formatter of dates and numbers; it draws in Babel, so ask after the first paint."""
    from recorder.language.formatting import Formatter

    return Formatter(language, digits)


def file_size(count: int) -> str:
    """A number of bytes as people say it, the same in both languages: «3.4 MB»."""
    from recorder.language.formatting import said_size

    return isolate_ltr(said_size(count))


def rescue_lines(
    report: "RescueReport", language: str
) -> tuple[list[tuple[str, str, str, tuple[str, ...]]], list[str]]:
    """What a rescue saved: state, title, facts and texts to be read over of each meeting.

    And then what holds for all of them.
    """
    from recorder.language.catalogue import Catalogue
    from recorder.language.rescue import facts_of, remarks_of, title_of

    lines = [
        (str(each.state), title_of(each, language), facts_of(each, language), each.doubtful)
        for each in report.scopes
    ]
    return lines, list(remarks_of(report, Catalogue.load(language)))


def delivery_parts(delivery: "Delivery") -> tuple[str, list[tuple[str, str]], list[str]]:
    """What would come by a stick: who wrote it, how much of each kind, what a person looks at."""
    from recorder.language import deliveries as told

    language = _InUse.language
    return (
        told.writers_of_delivery(delivery, language) if delivery.authors else "",
        list(told.counts_of_delivery(delivery, language)),
        list(told.remarks_on_delivery(delivery, language)),
    )


def sync_lines(report: "SyncReport") -> list[str]:
    """What a sync refused, and at last whether everything is on the stick."""
    from recorder.language.deliveries import lines_on_stick

    return list(lines_on_stick(report, _InUse.language))


def label(token: "StrEnum | str | None") -> str:
    """The word for a token of a closed set; one of a later release is shown as it is."""
    from recorder.language.labels import label as named

    return named(token, _InUse.language)


def deed(token: str) -> str:
    """What an action did, to stand in a sentence: «حذف مداخلة»."""
    from recorder.language.deeds import deed as told

    return told(token, _InUse.language)


def thing(table: str) -> str:
    """A row of a table as a sentence names it: «مداخلة»."""
    from recorder.language.deeds import thing as named

    return named(table, _InUse.language)


def kind_word(table: str) -> str:
    """What a row of a table is, alone on a label: «مداخلة»."""
    from recorder.language.deeds import kind

    return kind(table, _InUse.language)


def field_word(column: str) -> str:
    """The name of a field of a row: «النص»."""
    from recorder.language.field_words import field_word as named

    return named(column, _InUse.language)


def verb_label(verb: "ReportingVerb", *, form: str = "masculine", language: str = "") -> str:
    """A reporting verb as it follows a name, in the form that fits who speaks.

    `form` is one that `form_of_group` gives; `language` is that of the text that follows, the
    one in use when "".
    """
    from recorder.language.group_verbs import Form, verb_behind

    return verb_behind(verb, language or _InUse.language, Form(form))


def with_foreign_parts(text: str, *, is_rtl: bool) -> str:
    """A text of one direction with what runs against it kept whole: «(DCAF)», +963 21 123-4567.

    The rule is that of the documents; the isolates are for showing only, never stored.
    """
    from recorder.language.direction import clean, split_runs

    runs = split_runs(clean(text), "rtl" if is_rtl else "ltr")
    mark = LRI if is_rtl else RLI
    return "".join(run.text if run.is_rtl == is_rtl else f"{mark}{run.text}{PDI}" for run in runs)


def foreign_spans(text: str) -> list[tuple[int, int]]:
    """Where a right-to-left text runs from the left: (start, end) of codes, phones and dates.

    The rule is that of the documents; a text with direction marks of its own has none.
    """
    from recorder.language.direction import clean, split_runs

    if clean(text) != text:
        return []
    spans, at = [], 0
    for run in split_runs(text, "rtl"):
        end = at + len(run.text.replace(LRM, "").replace(RLM, ""))
        if not run.is_rtl:
            spans.append((at, end))
        at = end
    return spans


def is_feminine_group(group: str) -> bool:
    """Whether a verb before a group's label takes its feminine form."""
    from recorder.language.verbs import is_feminine_group as is_feminine

    return is_feminine(group)


def form_of_group(label: str) -> str:
    """The form of a verb behind a group's label: "masculine_plural" for «ممثّلو الشباب»."""
    from recorder.language.group_verbs import form_of_group as form

    return form(label)


def clean_pasted(text: str) -> "Pasted":
    """What was pasted without what Word puts around words, and whether it is a list."""
    from recorder.language.pasted import clean_pasted as cleaned

    return cleaned(text)


def fold(text: str) -> str:
    """The text as searches and completions compare it: أ = ا, ى = ي, ة = ه, no marks, no case."""
    from recorder.language.folding import fold as folded

    return folded(text)


_SENTENCES = {
    "archive_in_use": N_("The archive is already open in another window of Mahdar."),
    "archive_too_new": N_(
        "A newer release of Mahdar wrote this archive. It was not touched; open it with that "
        "release."
    ),
    "archive_damaged": N_("This file is not an archive, or it is damaged. It was not touched."),
    "disk_low": N_("The disk is nearly full, so no backup was made. What you type is still saved."),
    "archive_unwritable": N_(
        "The disk did not accept the change: it is full, read-only or failing."
    ),
    "archive": N_("The archive could not be opened."),
    "not_found": N_("What you asked for is no longer in the archive."),
    "change_refused": N_("A received change was refused because it is not sound."),
    "meeting_file": N_("This meeting file cannot be read: {expected} was expected at {path}."),
    "meeting_exists": N_("This meeting is already in the archive."),
    "export": N_("The document could not be written: {path}"),
    "export.locked": N_("The document is open in another program. Close it there, then try again."),
    "export.unwritable": N_("Nothing can be written to this folder. Choose another one."),
    "export.full": N_("The disk is full. Free some space or choose another one."),
}
_UNKNOWN = N_("This could not be done.")


def explain(error: "RecorderError") -> str:
    """The sentence that tells a user what went wrong and what to do about it."""
    reason = error.data.get("reason")
    message = _SENTENCES.get(f"{error.code}.{reason}") or _SENTENCES.get(error.code)
    if message is None:
        return _told_everywhere(error)
    fields = {name: isolate(str(value)) for name, value in error.data.items()}
    try:
        return _(message).format(**fields)
    except KeyError:
        return _(_UNKNOWN)


def _told_everywhere(error: "RecorderError") -> str:
    """The sentence that the console has for it too."""
    from recorder.language.catalogue import Catalogue
    from recorder.language.explain import explain as told

    return told(error, Catalogue.load(_InUse.language))
