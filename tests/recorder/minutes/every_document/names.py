"""Whose name may not stand in a file: looked for in all that its package holds."""

import unicodedata
from collections.abc import Iterator

from recorder.domain.directory import Organisation, Person
from recorder.domain.documents import DocumentKind
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Attribution, Consent, NoteKind
from recorder.minutes import Edition, Minutes
from recorder.minutes.discretion import Discretion
from recorder.minutes.leaks import find_leaks
from tests.recorder.minutes.word_package import W, WordPackage, text_of

_SHORTEST = 4  # letters of a name that is looked for; a shorter one is a word of many


def told_in_package(package: WordPackage) -> str:
    """All that a Word file says: paragraphs, attributes, properties; folded."""
    said: list[str] = []
    for tree in package.trees.values():
        said += [text_of(each) for each in tree.iter(f"{W}p")]
        said += [value for each in tree.iter() for value in each.attrib.values()]
        said += [
            each.text for each in tree.iter("{*}*") if each.text and not each.tag.startswith(W)
        ]
    return folded("\n".join(said))


def name_faults(
    record: MeetingRecord, edition: Edition, minutes: Minutes, told: str
) -> Iterator[str]:
    """Names that the rule or their bearers forbid; private notes.

    A name that somebody typed stands there until a person mends it, but is reported; the program
    itself tells none.

    Args:
        record: the meeting under its rule.
        edition: how the document was built.
        minutes: the document as it was built.
        told: all that the file says, folded.
    """
    names = forbidden_names(record, edition)
    found = [(name, each) for name, each in names if name in told]
    reported = {each.row_id for each in find_leaks(record, edition, minutes)} if found else set()
    typed = typed_texts(record) if found else ""
    for name, person_id in found:
        if name not in typed:
            yield f"the program tells the name {name!r}"
        elif person_id not in reported:
            yield f"the name {name!r} stands in it, and the leak check is silent"
    yield from (f"the private note {each!r} stands in it" for each in secrets(record, told))


def typed_texts(record: MeetingRecord) -> str:
    """All that was typed into a meeting, folded; but for who is who in the directory."""
    rows = [each for each in record.rows() if not isinstance(each, Person | Organisation)]
    values = (getattr(row, column.name) for row in rows for column in row.registers())
    labels = [each.speaker.label for each in record.notes]
    return folded(" ".join([*(each for each in values if isinstance(each, str)), *labels]))


def secrets(record: MeetingRecord, told: str) -> list[str]:
    """The private notes that a text tells, but for those that somebody said aloud as well."""
    private = [folded(each.text) for each in record.notes if each.kind == NoteKind.PRIVATE]
    found = [each for each in private if len(each) >= _SHORTEST and each in told]
    public = [folded(each.text) for each in record.notes if each.kind != NoteKind.PRIVATE]
    return [each for each in found if not any(each in text for text in public)]


def forbidden_names(record: MeetingRecord, edition: Edition) -> list[tuple[str, str]]:
    """The whole names, folded, of people who may be named nowhere in the document, with ids."""
    discretion, found = Discretion(record, edition.document), []
    free = _named_by_an_own_rule(record, discretion)
    meeting = record.meeting
    if discretion.names_officers:
        free |= {meeting.chair_id, meeting.facilitator_id, meeting.rapporteur_id}
    for each in record.people:
        may_be = discretion.rule is Attribution.NAMED or each.id in free
        if not may_be or not _agrees(record, edition, each.id):
            names = (each.name, each.name_en, *record.other_names.get(each.id, ()))
            found += [(name, each.id) for name in map(folded, names) if len(name) >= _SHORTEST]
    return found


def _agrees(record: MeetingRecord, edition: Edition, person_id: str) -> bool:
    """Whether somebody may be named as far as it is up to them; said once more, not asked."""
    row = record.attendance_by_person.get(person_id)
    consent = row.consent_name if row else None
    if edition.document in (DocumentKind.PRESS, DocumentKind.DONOR_ANNEX):
        return consent == Consent.YES
    return consent in (None, Consent.YES)


def _named_by_an_own_rule(record: MeetingRecord, discretion: Discretion) -> set[str | None]:
    """Who speaks where a note or an item is told by name under a stricter meeting."""
    items = {each.id: each.place.parent_id for each in
             (*record.issues, *record.decisions, *record.recommendations)}  # fmt: skip
    told = (
        *((each.speaker.person_id, discretion.rule_of(each)) for each in record.notes),
        *((each.presenter_id, discretion.rule_at(each.id)) for each in record.agenda),
        *((each.holder.person_id, discretion.rule_at(items.get(each.subject.row_id or "")))
          for each in record.positions),
    )  # fmt: skip
    return {person_id for person_id, rule in told if rule is Attribution.NAMED}


def folded(text: str) -> str:
    """A text as a plain search compares it: without marks, one space between words."""
    bare = "".join(each for each in text if unicodedata.category(each) not in ("Mn", "Cf"))
    return " ".join(bare.replace("ـ", "").split())
