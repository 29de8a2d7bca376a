"""What somebody chose to export: remembered from one time to the next."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from recorder import DocumentKind, Section
from ui.export.parts import OFF, arranged

if TYPE_CHECKING:
    from recorder import Edition
    from ui.bridge import ArchiveType

PDF = "pdf"
ON_PAPER = frozenset({"docx", PDF})
DATA = frozenset({"json"})
"""Forms that are no document: nothing of them is looked at, every name stands in them."""

LANGUAGES = ("ar", "en", "both")
DETAILS = ("full", "summary", "outcomes")
_PAGES = ("docx", PDF, "html", "md")
_FORMS = {
    DocumentKind.MINUTES: (*_PAGES, "txt", "json"),
    DocumentKind.SHORT_MINUTES: (*_PAGES, "txt"),
    DocumentKind.MATRIX: (*_PAGES, "txt", "xlsx", "ics"),
    DocumentKind.ATTENDANCE: ("docx", PDF, "html", "xlsx"),
    DocumentKind.BLANK_ATTENDANCE: ("docx", PDF, "html"),
    DocumentKind.DONOR_ANNEX: _PAGES,
    DocumentKind.CONSULTATION_REPORT: _PAGES,
    DocumentKind.PRESS: (*_PAGES, "txt"),
    DocumentKind.INVITATION: (*_PAGES, "txt"),
    DocumentKind.RUN_SHEET: _PAGES,
    DocumentKind.AGENDA_CARDS: ("docx", PDF, "html"),
}
_IN_PARTS = frozenset({*_PAGES, "txt"})
_IN_DETAIL = frozenset(
    {DocumentKind.MINUTES, DocumentKind.SHORT_MINUTES, DocumentKind.CONSULTATION_REPORT}
)
_WITHOUT_DAY = frozenset({DocumentKind.PRESS})
"""News tell the day inside a sentence."""

_ON_CARDS = frozenset({DocumentKind.AGENDA_CARDS})
"""They are all that there is, and leave a letterhead no room."""

_WITH_PICTURES = _IN_DETAIL | {DocumentKind.DONOR_ANNEX, DocumentKind.PRESS}


@dataclass(frozen=True)
class Choice:
    """One edition of one document in one form.

    Attributes:
        document: one of DocumentKind.
        form: the ending of the file, without its dot.
        language: "ar", "en", "both", or "": that of the meeting's title.
        digits: "latn", "arab", or "": as on the screen.
        detail: full, summary, outcomes, or "": as the document tells it by itself.
        photographs: whether the pictures of the meeting are shown.
        hijri: whether the Umm al-Qura date stands beside the meeting's date.
        letterhead: the path of the organisation's own paper, "" for none.
        parts: of each document whose parts somebody arranged, all of them as `kept_of` writes them.
    """

    document: str = DocumentKind.MINUTES.value
    form: str = "docx"
    language: str = ""
    digits: str = ""
    detail: str = ""
    photographs: bool = False
    hijri: bool = False
    letterhead: str = ""
    parts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that fit the document."""
        return _FORMS[DocumentKind(self.document)]

    @property
    def has_detail(self) -> bool:
        """Whether it can be told at more or less length."""
        return self.document in _IN_DETAIL and self.form not in DATA

    @property
    def has_pictures(self) -> bool:
        """Whether it can show photographs."""
        return self.document in _WITH_PICTURES and self.form in {*ON_PAPER, "html"}

    @property
    def has_day(self) -> bool:
        """Whether the day of the meeting stands in it, in one calendar or in two."""
        return self.document not in _WITHOUT_DAY and self.form in _IN_PARTS

    @property
    def has_parts(self) -> bool:
        """Whether its parts can be left out and put elsewhere."""
        return self.form in _IN_PARTS and self.document not in _ON_CARDS

    @property
    def has_paper(self) -> bool:
        """Whether it can stand on a letterhead."""
        return self.form in ON_PAPER and self.document not in _ON_CARDS

    @property
    def paper(self) -> Path | None:
        """The letterhead that it will stand on."""
        return Path(self.letterhead) if self.letterhead and self.has_paper else None

    def as_text(self) -> str:
        """As the settings keep it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_choice(text: str) -> Choice:
    """What `as_text` wrote; whatever does not fit is as at a first start."""
    try:
        stored = json.loads(text)
    except ValueError:
        return Choice()
    if not isinstance(stored, dict):
        return Choice()
    first = asdict(Choice())
    known = {
        each.name: stored[each.name]
        for each in fields(Choice)
        if type(stored.get(each.name)) is type(first[each.name])
    }
    return _sound(Choice(**known))


def _sound(choice: Choice) -> Choice:
    allowed = (
        choice.document in set(DocumentKind),
        choice.language in {"", *LANGUAGES},
        choice.digits in {"", "latn", "arab"},
        choice.detail in {"", *DETAILS},
        all(map(_is_sound_part, choice.parts.items())),
    )
    if not all(allowed) or choice.form not in choice.forms:
        return Choice()
    return choice


def _is_sound_part(arranged_document: tuple[str, object]) -> bool:
    document, kept = arranged_document
    if document not in set(DocumentKind) or not isinstance(kept, list):
        return False
    return all(isinstance(each, str) and each.removeprefix(OFF) in set(Section) for each in kept)


@dataclass(frozen=True)
class Order:
    """A choice for one meeting, with everything said that the choice leaves open."""

    meeting_id: str
    choice: Choice
    language: str
    digits: str

    def edition(self) -> "Edition":
        """The edition; drawn in in the archive's thread, with the archive's libraries."""
        from recorder import edition_of

        choice = self.choice
        return edition_of(
            self.language,
            self.digits,
            document=choice.document,
            detail=choice.detail or None if choice.has_detail else None,
            sections=self._sections(),
            has_photographs=choice.photographs and choice.has_pictures,
            has_hijri=choice.hijri and choice.has_day,
        )

    def _sections(self) -> tuple[Section, ...] | None:
        from recorder import parts_of

        choice = self.choice
        kept = choice.parts.get(choice.document)
        if not kept or not choice.has_parts:
            return None
        parts = arranged(parts_of(choice.document), kept)
        return tuple(Section(each.token) for each in parts if each.is_shown)


def write_order(order: Order, archive: "ArchiveType", path: Path) -> Path:
    """Write a document that needs no other program; in the archive's thread."""
    meeting_id, form = order.meeting_id, order.choice.form
    if form == "json":
        return archive.export_json(meeting_id, path)
    edition = order.edition()
    if form == "docx":
        return archive.export_docx(meeting_id, path, edition, order.choice.paper)
    writers = {
        "html": archive.export_html,
        "md": archive.export_markdown,
        "txt": archive.export_message,
        "xlsx": archive.export_workbook,
        "ics": archive.export_calendar,
    }
    return writers[form](meeting_id, path, edition)
