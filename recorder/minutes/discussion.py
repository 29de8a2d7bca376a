"""What was said, under the item at which it was said, each note a sentence in the third person."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from recorder.domain.discussion import Note
from recorder.domain.tokens import NoteKind
from recorder.language.verbs import Sentence, ended, is_foreign, reported
from recorder.minutes.agenda import label_of
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Emphasis, Heading, Paragraph, ParagraphKind, Span
from recorder.minutes.outline import Heading as Place
from recorder.minutes.voices import Voices

_DEEPEST = 3


def discussion(material: Material) -> Iterator[Block]:
    """Every item at which something was said or summed up, in the order of the agenda."""
    places = [each for each in material.headings if _has_content(material, each)]
    unfiled = material.notes_by_item.get(None, [])
    if not (places or unfiled):
        return
    words, voices = material.words, Voices(material)
    yield Heading(words.gettext("Discussion of the meeting"))
    for place in places:
        level = min(place.depth + 2, _DEEPEST)
        title = material.title_of(place.item) or words.gettext("Untitled item")
        yield Heading(title, level, label_of(material, place))
        if place.item.summary.strip():
            yield material.written(ended(place.item.summary.strip()))
        yield from _notes(material, voices, material.notes_by_item.get(place.item.id, []))
    if unfiled:
        if places:
            yield Heading(words.gettext("Other contributions"), 2)
        yield from _notes(material, voices, unfiled)


def notes_of(material: Material, item_id: str) -> Iterator[Block]:
    """What was said about one item or topic."""
    yield from _notes(material, Voices(material), material.notes_by_item.get(item_id, []))


def _has_content(material: Material, place: Place) -> bool:
    """Whether a heading is needed: for the item itself, or for what stands under it."""
    return place.item.id in material.items_with_content


def _notes(material: Material, voices: Voices, notes: list[Note]) -> Iterator[Block]:
    language, is_linked = material.edition.language, False
    for note, following in zip_longest(notes, notes[1:]):
        if not note.text.strip():
            continue
        sentence = reported(language, voices.of_note(note), note, linked=is_linked)
        is_answered = note.kind == NoteKind.QUESTION and _is_answer(following)
        yield from _paragraphs(language, note, sentence, keeps_next=is_answered)
        is_linked = True


def _is_answer(note: Note | None) -> bool:
    return note is not None and note.kind == NoteKind.ANSWER


def _paragraphs(
    language: str, note: Note, sentence: Sentence, *, keeps_next: bool
) -> Iterator[Block]:
    """One paragraph; a text in the other language stands alone under what introduces it."""
    lead = (Span(sentence.lead), Span(sentence.subject, Emphasis.STRONG))
    if not is_foreign(language, note.text):
        said = Span(sentence.joint + sentence.said)
        yield Paragraph((*lead, said), ParagraphKind.NOTE, keeps_next=keeps_next)
        return
    introduction = (*lead, Span(sentence.joint.rstrip()))
    if any(span.text for span in introduction):
        yield Paragraph(introduction, ParagraphKind.NOTE, keeps_next=True)
    other: Literal["rtl", "ltr"] = "ltr" if language == "ar" else "rtl"
    spans = (Span(sentence.said),)
    yield Paragraph(spans, ParagraphKind.QUOTE, direction=other, keeps_next=keeps_next)
