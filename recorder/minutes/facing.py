"""One document in two languages, for one signature: what the program words stands in both.

What people wrote stands once, in the language in which they wrote it: two copies of one sentence
in one paper could differ one day, and nobody signs a translation that nobody made. Sentences face
each other, Arabic at the right; headings and the cells of tables hold both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from recorder.language.catalogue import N_, Catalogue
from recorder.language.direction import paragraph_direction
from recorder.minutes.alignment import Unit, aligned
from recorder.minutes.model import (
    Block,
    Cards,
    Column,
    Contents,
    Emphasis,
    Facing,
    Footnote,
    Heading,
    KeyValues,
    Letterhead,
    LetterheadHost,
    Minutes,
    PageWords,
    Paragraph,
    Picture,
    Signatory,
    SignatureBlock,
    Span,
    Table,
)

_BESIDE, _SLASH = " – ", " / "
_ELSEWHERE = {"ar": N_("(said in English)"), "en": N_("(said in Arabic)")}
_ARABIC = re.compile("[\u0620-\u064a]")
_SHARED = 15  # characters of a text that stands on both sides and is worth cutting
Section = tuple[Iterable[Block], Iterable[Block]]


def facing(arabic: Minutes, english: Minutes, sections: Sequence[Section]) -> Minutes:
    """Two editions of one document as one; its blocks are made while they are read.

    Args:
        arabic: the one edition, whose frame is kept.
        english: the other.
        sections: the blocks of each section in both languages; iterated anew each time.
    """
    hosts = zip(arabic.letterhead.hosts, english.letterhead.hosts, strict=True)
    words = arabic.page_words, english.page_words
    return replace(
        arabic,
        language="both",
        title=_lines(arabic.title, english.title),
        subject=_lines(arabic.subject, english.subject),
        reference=_both(arabic.reference, english.reference, _BESIDE),
        state=_both(arabic.state, english.state, _BESIDE),
        letterhead=Letterhead(tuple(_host(*each) for each in hosts)),
        page_words=PageWords(
            _both(words[0].page, words[1].page, _SLASH), _both(words[0].of, words[1].of, _SLASH)
        ),
        blocks=_Body(tuple(sections)),
    )


@dataclass(frozen=True)
class _Body:
    """The blocks of both editions, read side by side."""

    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[Block]:
        for arabic, english in self.sections:
            for one, other in aligned(arabic, english):
                yield from _joined(one, other)


def _joined(one: Unit, other: Unit) -> Iterator[Block]:
    if not (one and other):
        yield from (each for each in one or other if not isinstance(each, Contents))
        return
    first, second = one[0], other[0]
    if isinstance(first, Paragraph) and isinstance(second, Paragraph):
        yield from _paragraphs(_only(one), _only(other))
    elif isinstance(first, Table) and isinstance(second, Table):
        yield from _tables(first, second)
    else:
        yield from _others(first, second)


def _others(one: Block, other: Block) -> Iterator[Block]:
    if isinstance(one, Heading) and isinstance(other, Heading):
        text = _both(one.text, other.text, _BESIDE)
        yield replace(one, text=text, note=_note(one.note, other.note))
    elif isinstance(one, Contents) and isinstance(other, Contents):
        yield _contents(one, other)
    elif isinstance(one, KeyValues) and isinstance(other, KeyValues):
        yield from _values(one, other)
    elif isinstance(one, SignatureBlock) and isinstance(other, SignatureBlock):
        yield _signatures(one, other)
    elif isinstance(one, Picture) and isinstance(other, Picture):
        yield replace(one, label=_both(one.label, other.label, _SLASH))
    elif isinstance(one, Cards) and isinstance(other, Cards):
        yield _cards(one, other)
    elif type(one) is type(other):  # a page break
        yield one
    else:
        yield from (one, other)


def _contents(one: Contents, other: Contents) -> Contents:
    """Headings find each other as they do in the text itself."""
    sections = (
        tuple(
            heading
            for pair in aligned(*each)
            for heading in _joined(*pair)
            if isinstance(heading, Heading)
        )
        for each in zip(one.sections, other.sections, strict=True)
    )
    return Contents(_both(one.title, other.title, _BESIDE), tuple(sections))


def _only(unit: Unit) -> list[Paragraph]:
    return [each for each in unit if isinstance(each, Paragraph)]


def _paragraphs(arabic: list[Paragraph], english: list[Paragraph]) -> Iterator[Block]:
    texts = [[_text(each) for each in side] for side in (arabic, english)]
    notes = _notes(arabic, english)
    if texts[0] == texts[1]:
        yield from _with_notes(arabic, notes)
        return
    right = _with_notes(_without_the_other("ar", arabic, texts[1]), notes)
    shown = notes | {_text(each): None for each in right}
    left = [
        _from_the_left(_without_what_is_shared(each, texts[0]))
        for each in _with_notes(_without_the_other("en", english, texts[0]), shown)
    ]
    if right and left:
        yield Facing(tuple(right), tuple(left))
    else:
        yield from right or left


def _notes(arabic: list[Paragraph], english: list[Paragraph]) -> dict[str, Footnote | None]:
    """By its text, what is added to each paragraph; to one that stands once, in both languages."""
    found = {_text(each): each.note for each in arabic}
    for each in english:
        found[_text(each)] = _note(found.get(_text(each)), each.note)
    return found


def _with_notes(side: list[Paragraph], notes: dict[str, Footnote | None]) -> list[Paragraph]:
    return [replace(each, note=notes.get(_text(each), each.note)) for each in side]


def _note(one: Footnote | None, other: Footnote | None) -> Footnote | None:
    if not (one and other):
        return one or other
    return one if one.text == other.text else Footnote(one.text, other.text)


def _without_the_other(language: str, side: list[Paragraph], other: list[str]) -> list[Paragraph]:
    """A side without texts that stand on the other side, in the language of that one."""
    foreign = "ltr" if language == "ar" else "rtl"
    kept: list[Paragraph] = []
    for each in side:
        if each.direction != foreign or not any(_text(each) in whole for whole in other):
            kept.append(each)
        elif kept and _text(kept[-1]).endswith(":"):
            kept[-1] = _leading_nowhere(language, kept[-1])
    return kept


def _without_what_is_shared(paragraph: Paragraph, other: list[str]) -> Paragraph:
    """A line that ends in the Arabic of its neighbour ends before that: «Objection of …:»."""
    *before, last = paragraph.spans
    shared = max((_common_end(last.text, each) for each in other), key=len, default="")
    head = last.text.removesuffix(shared).rstrip()
    if len(shared) < _SHARED or not _is_arabic(shared) or not head.endswith(":"):
        return paragraph
    return _leading_nowhere("en", replace(paragraph, spans=(*before, replace(last, text=head))))


def _common_end(one: str, other: str) -> str:
    """Where two texts end alike: from a colon on if there is one, else from a word on."""
    backwards = zip(reversed(one), reversed(other), strict=False)
    pairs = takewhile(lambda pair: pair[0] == pair[1], backwards)
    shared = one[len(one) - sum(1 for _pair in pairs) :]
    if ": " in shared:
        return shared.partition(": ")[2]
    return shared if len(shared) == len(one) else shared[shared.find(" ") + 1 :]


def _from_the_left(paragraph: Paragraph) -> Paragraph:
    """An English sentence keeps its side when an Arabic name stands in it."""
    own = paragraph.direction or paragraph_direction(_text(paragraph), "ltr")
    return replace(paragraph, direction=own)


def _leading_nowhere(language: str, introduction: Paragraph) -> Paragraph:
    """«وأشار السيد …:» without what followed: where it stands is said instead."""
    *before, last = introduction.spans
    said = Catalogue.load(language).gettext(_ELSEWHERE[language])
    colon = replace(last, text=last.text.rstrip().removesuffix(":"))
    spans = (*before, colon, Span(f" {said}.", Emphasis.QUIET))
    return replace(introduction, spans=spans, keeps_next=False)


def _text(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans).strip()


def _tables(one: Table, other: Table) -> Iterator[Block]:
    rows = [(tuple(each.rows)) for each in (one, other)]
    if len(one.columns) != len(other.columns) or len(rows[0]) != len(rows[1]):
        yield from (one, other)
        return
    columns = tuple(
        Column(_lines(first.title, second.title), first.width, first.alignment)
        for first, second in zip(one.columns, other.columns, strict=True)
    )
    cells = tuple(
        tuple(_lines(*pair) for pair in zip(first, second, strict=True))
        for first, second in zip(*rows, strict=True)
    )
    notes = tuple(map(_note, one.notes, other.notes)) or one.notes or other.notes
    yield replace(one, columns=columns, rows=cells, notes=notes)


def _values(one: KeyValues, other: KeyValues) -> Iterator[Block]:
    if len(one.rows) != len(other.rows):
        yield from (one, other)
        return
    pairs = zip(one.rows, other.rows, strict=True)
    yield KeyValues(
        tuple((_lines(first[0], second[0]), _lines(first[1], second[1])) for first, second in pairs)
    )


def _signatures(one: SignatureBlock, other: SignatureBlock) -> SignatureBlock:
    pairs = zip(one.signatories, other.signatories, strict=True)
    return SignatureBlock(
        tuple(
            Signatory(
                _lines(first.capacity, second.capacity),
                _lines(first.name, second.name),
                _lines(first.role, second.role),
            )
            for first, second in pairs
        ),
        tuple(_both(*each, _SLASH) for each in zip(one.labels, other.labels, strict=True)),
    )


def _cards(one: Cards, other: Cards) -> Cards:
    """Each card once; what is worded otherwise stands under its Arabic."""
    return Cards(
        tuple(tuple(_lines_of_card(*pair)) for pair in zip(one.cards, other.cards, strict=True))
    )


def _lines_of_card(
    arabic: Sequence[Paragraph], english: Sequence[Paragraph]
) -> Iterator[Paragraph]:
    others = {(each.kind, each.origin): each for each in english}
    for first in arabic:
        yield first
        second = others.pop((first.kind, first.origin), first)
        if _text(first) != _text(second):
            yield second if second.label else _from_the_left(second)
    yield from others.values()


def _host(one: LetterheadHost, other: LetterheadHost) -> LetterheadHost:
    name, role = _lines(one.name, other.name), _both(one.role, other.role, _BESIDE)
    return LetterheadHost(name, one.acronym, role, one.logo)


def _lines(one: str, other: str) -> str:
    """The lines of one text, then those of the other that are not among them."""
    first = one.split("\n")
    more = [
        each
        for each in other.split("\n")
        if each not in first and not (_is_arabic(each) and _is_arabic(one))
    ]
    return "\n".join([*(first if one else ()), *more])


def _is_arabic(text: str) -> bool:
    """Whether most of a text's letters are Arabic: an English label before it adds little."""
    return 2 * len(_ARABIC.findall(text)) > sum(map(str.isalpha, text))


def _both(one: str, other: str, between: str) -> str:
    return one if one == other else between.join(each for each in (one, other) if each)
