"""What was said, under the item at which it was said, each note a sentence in the third person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from typing import Literal

from recorder.domain.discussion import Note
from recorder.domain.documents import Detail
from recorder.domain.meeting import AgendaItem
from recorder.domain.tokens import NoteKind
from recorder.language.verbs import Sentence, ended, is_foreign, reported
from recorder.minutes.agenda import label_of
from recorder.minutes.asides import rule_note
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Block,
    Emphasis,
    Heading,
    Origin,
    Paragraph,
    ParagraphKind,
    Span,
)
from recorder.minutes.outline import Heading as Place
from recorder.minutes.photographs import Album
from recorder.minutes.voices import Voices

_DEEPEST = 3
_SENTENCES = 12  # of one paragraph of a summary
_BINDING = frozenset({NoteKind.COMMITMENT, NoteKind.RESERVATION})
_WEIGHTY = _BINDING | {NoteKind.NEED, NoteKind.CHALLENGE, NoteKind.OPPORTUNITY}
"""What a summary tells where nobody wrote one: not what was explained, but what binds or lacks."""


def discussion(material: Material) -> Iterator[Block]:
    """Every item at which something was said or summed up, in the order of the agenda."""
    if material.edition.detail is Detail.OUTCOMES:
        return
    places = [each for each in material.headings if _has_content(material, each)]
    unfiled = material.notes_by_item.get(None, [])
    if not (places or unfiled):
        return
    words, voices, album = material.words, Voices(material), Album(material)
    yield Heading(words.gettext("Discussion of the meeting"), note=rule_note(material))
    for place in places:
        level = min(place.depth + 2, _DEEPEST)
        title = material.named(place.item)
        origin = Origin(AgendaItem.TABLE, place.item.id)
        yield Heading(title, level, label_of(material, place), origin)
        if place.item.summary.strip():
            yield material.written(ended(place.item.summary.strip()), origin=origin)
        yield from _said(material, voices, album, place)
        yield from album.about(AgendaItem.TABLE, place.item.id)
    if unfiled:
        if places:
            yield Heading(words.gettext("Other contributions"), 2)
        yield from _said(material, voices, album, None)


def notes_of(material: Material, item_id: str) -> Iterator[Block]:
    """What was said about one item or topic."""
    yield from told(material, Voices(material), material.notes_by_item.get(item_id, []))


def _has_content(material: Material, place: Place) -> bool:
    """Whether a heading is needed: for the item itself, or for what stands under it."""
    return place.item.id in material.items_with_content


def _said(material: Material, voices: Voices, album: Album, place: Place | None) -> Iterator[Block]:
    notes = material.notes_by_item.get(place.item.id if place else None, [])
    if material.edition.detail is Detail.SUMMARY:
        has_summary = place is not None and bool(place.item.summary.strip())
        yield from _summed_up(material, voices, notes, has_summary=has_summary)
        for note in notes:
            yield from album.about(Note.TABLE, note.id)
    else:
        yield from told(material, voices, notes, album)


def told(
    material: Material, voices: Voices, notes: Sequence[Note], album: Album | None = None
) -> Iterator[Block]:
    """A paragraph for each note, the pictures that an album has of it below."""
    if material.is_outline:
        return
    language, is_linked = material.edition.language, False
    for note, following in zip_longest(notes, islice(notes, 1, None)):
        if not note.text.strip():
            continue
        sentence = reported(language, voices.of_note(note), note, linked=is_linked)
        is_answered = note.kind == NoteKind.QUESTION and _is_answer(following)
        yield from _paragraphs(language, note, sentence, keeps_next=is_answered)
        if album:
            yield from album.about(Note.TABLE, note.id)
        is_linked = True


def told_in_brief(material: Material) -> Iterator[Block]:
    """A line for each item of the agenda: what was summed up, promised or objected to.

    Under it stands how many contributions are not told here, so that nobody takes silence for
    the whole meeting.
    """
    voices, told, lines = Voices(material), 0, list[Block]()
    for top, *below in _by_top(material):
        places = [top, *below]
        notes = [note for place in places for note in _spoken(material, place)]
        kept = [each for each in notes if each.kind in _BINDING]
        told += len(kept)
        summaries = [place.item for place in places if place.item.summary.strip()]
        if kept or summaries:
            lines += _item_in_brief(material, voices, top, summaries, kept)
    left = sum(1 for each in material.record.notes if each.text.strip()) - told
    if lines or left:
        title = material.words.gettext("Discussion of the meeting")
        yield Heading(title, note=rule_note(material))
    yield from lines
    if left:
        yield left_out(material, left)


def _item_in_brief(
    material: Material, voices: Voices, top: Place, summaries: list[AgendaItem], kept: list[Note]
) -> Iterator[Block]:
    """One item in a line; texts in the other language stand under its title, each alone."""
    language = material.edition.language
    title = material.named(top.item)
    label, origin = label_of(material, top), Origin(AgendaItem.TABLE, top.item.id)
    told = [(ended(each.summary.strip()), Origin(each.TABLE, each.id)) for each in summaries]
    texts = [title, *(text for text, _ in told), *(each.text for each in kept)]
    sentences = [(each, reported(language, voices.of_note(each), each)) for each in kept]
    if not any(is_foreign(language, each) for each in texts):
        said = [Span(text, origin=own) for text, own in told]
        said += [Span(each.text, origin=Origin(Note.TABLE, note.id)) for note, each in sentences]
        first, *more = said
        apart = (replace(each, text=f" {each.text}") for each in more)
        spans = (Span(f"{title}: ", Emphasis.STRONG), first, *apart)
        yield Paragraph(spans, ParagraphKind.ITEM, label, origin=origin)
        return
    alone = (Span(title, Emphasis.STRONG),)
    yield Paragraph(alone, ParagraphKind.ITEM, label, keeps_next=True, origin=origin)
    for text, own in told:
        yield material.written(text, origin=own)
    for note, sentence in sentences:
        yield from _paragraphs(language, note, sentence, keeps_next=False)


def _by_top(material: Material) -> list[list[Place]]:
    """Each item of the agenda with all that stands under it, as they follow each other."""
    found: list[list[Place]] = []
    for each in material.headings:
        if each.depth == 0:
            found.append([])
        found[-1].append(each)
    return found


def _spoken(material: Material, place: Place | None) -> list[Note]:
    notes = material.notes_by_item.get(place.item.id if place else None, ())
    return [each for each in notes if each.text.strip()]


def left_out(material: Material, count: int) -> Paragraph:
    """How many contributions are not told here."""
    message = material.words.ngettext(
        "{count} contribution stands in the full minutes.",
        "{count} contributions stand in the full minutes.",
        count,
    )
    text = message.format(count=material.formatter.number(count))
    return Paragraph((Span(text),), ParagraphKind.REMARK)


def _summed_up(
    material: Material, voices: Voices, notes: Sequence[Note], *, has_summary: bool
) -> Iterator[Block]:
    """What binds or lacks in running sentences, and how many contributions are not told here.

    Under a summary that somebody wrote stand commitments and reservations alone: they are on
    record whoever sums up.
    """
    if material.is_outline:
        return
    spoken = [each for each in notes if each.text.strip()]
    kept = [each for each in spoken if each.kind in (_BINDING if has_summary else _WEIGHTY)]
    for first in range(0, len(kept), _SENTENCES):
        yield from _running(material, voices, kept[first : first + _SENTENCES])
    left = len(spoken) - len(kept)
    if left and not has_summary:
        yield left_out(material, left)


def _running(material: Material, voices: Voices, notes: Sequence[Note]) -> Iterator[Block]:
    """Notes as one paragraph; one in the other language stands alone."""
    language = material.edition.language
    spans: list[Span] = []
    first: Note | None = None
    for note in notes:
        sentence = reported(language, voices.of_note(note), note, linked=bool(spans))
        if is_foreign(language, note.text):
            if first:
                yield _run_together(spans, first)
            spans, first = [], None
            yield from _paragraphs(language, note, sentence, keeps_next=False)
            continue
        space, origin = " " if spans else "", Origin(Note.TABLE, note.id)
        spans.append(Span(f"{space}{sentence.lead}", origin=origin))
        spans.append(Span(sentence.subject, Emphasis.STRONG, origin))
        spans.append(Span(sentence.joint + sentence.said, origin=origin))
        first = first or note
    if first:
        yield _run_together(spans, first)


def _run_together(spans: list[Span], first: Note) -> Paragraph:
    return Paragraph(tuple(spans), ParagraphKind.NOTE, origin=Origin(Note.TABLE, first.id))


def _is_answer(note: Note | None) -> bool:
    return note is not None and note.kind == NoteKind.ANSWER


def _paragraphs(
    language: str, note: Note, sentence: Sentence, *, keeps_next: bool
) -> Iterator[Block]:
    """One paragraph; a text in the other language stands alone under what introduces it."""
    origin = Origin(Note.TABLE, note.id)
    lead = (Span(sentence.lead), Span(sentence.subject, Emphasis.STRONG))
    if not is_foreign(language, note.text):
        spans = (*lead, Span(sentence.joint + sentence.said))
        yield Paragraph(spans, ParagraphKind.NOTE, keeps_next=keeps_next, origin=origin)
        return
    introduction = (*lead, Span(sentence.joint.rstrip()))
    if any(span.text for span in introduction):
        yield Paragraph(introduction, ParagraphKind.NOTE, keeps_next=True, origin=origin)
    other: Literal["rtl", "ltr"] = "ltr" if language == "ar" else "rtl"
    said, kind = (Span(sentence.said),), ParagraphKind.QUOTE
    yield Paragraph(said, kind, direction=other, keeps_next=keeps_next, origin=origin)
