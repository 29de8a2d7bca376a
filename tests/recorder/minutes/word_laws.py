"""What every Word file of ours keeps to, as one list of faults: empty for a sound one."""

import unicodedata
from collections.abc import Iterator

from recorder.language.direction import clean, paragraph_direction
from recorder.minutes.docx.tables import TALL
from recorder.minutes.model import Block, Cards, Facing, Minutes, Paragraph, notes_of
from tests.recorder.language.bidi_models import uax9_order, word_order
from tests.recorder.minutes.documents import said_in
from tests.recorder.minutes.word_package import Element, R, W, WordPackage, runs_of, text_of


def faults(package: WordPackage, minutes: Minutes, *, is_on_paper: bool = False) -> list[str]:
    """Every law that the file breaks, with the place.

    The head and the foot of an organisation's paper are laid out as the organisation did it.
    """
    return [
        *_of_paragraphs(package, minutes, is_on_paper=is_on_paper),
        *_of_tables(package, minutes),
        *_of_names(package),
        *_of_fields(package),
        *_of_bookmarks(package),
        *_of_footnotes(package, minutes),
        *_of_texts(package, minutes),
    ]


def _of_paragraphs(package: WordPackage, minutes: Minutes, *, is_on_paper: bool) -> Iterator[str]:
    edition = minutes.direction
    told = {clean("".join(span.text for span in each.spans))
            for block in minutes for each in _sentences(block) if each.direction}  # fmt: skip
    told |= {clean(note.english) for block in minutes for note in notes_of(block) if note.english}
    for paragraph in package.paragraphs():
        runs = runs_of(paragraph)
        whole = "".join(run.text for run in runs)
        direction = "rtl" if package.is_bidi(paragraph) else "ltr"
        text = text_of(paragraph)
        own = paragraph_direction(text.split("\t")[-1], edition)
        is_theirs = is_on_paper and paragraph.getroottree().getroot() is not package.document
        if direction not in (edition, own) and not text.endswith(tuple(told)) and not is_theirs:
            yield f"direction of {whole!r}"
        for run in runs:
            classes = {unicodedata.bidirectional(each) for each in run.text}
            if classes & ({"L"} if run.is_rtl else {"R", "AL"}):
                yield f"direction of the run {run.text!r}"
        level = int(direction == "rtl")
        wanted = [whole[at] for at in uax9_order(whole, level)]
        for keeps_es in (True, False):
            if [whole[at] for at in word_order(runs, level, keeps_es=keeps_es)] != wanted:
                yield f"order of {whole!r}"


def _sentences(block: Block) -> list[Paragraph]:
    if isinstance(block, Cards):
        return [each for card in block.cards for each in card]
    if isinstance(block, Facing):
        return [*block.arabic, *block.english]
    return [block] if isinstance(block, Paragraph) else []


def _of_tables(package: WordPackage, minutes: Minutes) -> Iterator[str]:
    size, margins = (package.document.find(f".//{W}{each}") for each in ("pgSz", "pgMar"))
    sides = sum(int(margins.get(f"{W}{each}")) for each in ("left", "right"))
    width = int(size.get(f"{W}w")) - sides
    if (int(size.get(f"{W}w")) > int(size.get(f"{W}h"))) is not minutes.is_landscape:
        yield "the sheet lies on the wrong side"
    for tree in package.texts().values():
        for table in tree.iter(f"{W}tbl"):
            yield from _of_table(table, width, is_mirrored=minutes.direction == "rtl")


def _of_table(table: Element, width: int, *, is_mirrored: bool) -> Iterator[str]:
    if (table.find(f"{W}tblPr/{W}bidiVisual") is not None) is not is_mirrored:
        yield "a table on the wrong side"
    grid = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    if sum(grid) != width or min(grid) <= 0:
        yield f"a table of {grid} on {width}"
    if table.getnext() is None or table.getnext().tag != f"{W}p":
        yield "a table that touches what follows"
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if len(cells) != len(grid) or any(cell[-1].tag != f"{W}p" for cell in cells):
            yield "a row without its cells"
        is_tall = any(len("".join(each.itertext(f"{W}t"))) > TALL for each in cells)
        if row.find(f"{W}trPr/{W}cantSplit") is None and not is_tall:
            yield "a row that two pages part"


def _of_names(package: WordPackage) -> Iterator[str]:
    for tree in package.texts().values():
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for each in tree.iter(f"{W}{kind}"):
                package.chain(each.get(f"{W}val"))
    relations = package.trees["word/_rels/document.xml.rels"]
    targets = {each.get("Id"): each.get("Target") for each in relations}
    used = {value for each in package.document.iter() for key, value in each.items()
            if key.startswith(R)}  # fmt: skip
    yield from (f"nothing is named {each}" for each in used - set(targets))
    yield from (f"no part {each}" for each in targets.values()
                if f"word/{each}" not in package.bytes)  # fmt: skip
    numbers = [each.get("id") for each in package.document.iter("{*}docPr")]
    if len(set(numbers)) != len(numbers):
        yield "two pictures of one number"


def _of_fields(package: WordPackage) -> Iterator[str]:
    """Each is begun, separated and ended, one inside another or behind it."""
    for name, tree in package.texts().items():
        open_ones: list[str] = []
        for each in tree.iter(f"{W}fldChar"):
            kind = each.get(f"{W}fldCharType")
            before = {"begin": None, "separate": "begin", "end": "separate"}[kind]
            if before and (not open_ones or open_ones.pop() != before):
                yield f"a field of {name} is out of step at its {kind}"
            if kind != "end":
                open_ones.append(kind)
        if open_ones:
            yield f"a field of {name} has no end"


def _of_bookmarks(package: WordPackage) -> Iterator[str]:
    starts = list(package.document.iter(f"{W}bookmarkStart"))
    ids, names = ([each.get(f"{W}{kind}") for each in starts] for kind in ("id", "name"))
    ends = [each.get(f"{W}id") for each in package.document.iter(f"{W}bookmarkEnd")]
    if len(set(ids)) != len(ids) or sorted(ids) != sorted(ends):
        yield "two bookmarks of one number, or one without its end"
    if len(set(names)) != len(names) or any(len(each) > 40 for each in names):
        yield "two bookmarks of one name, or one whose name Word cuts"
    for each in package.document.iter(f"{W}hyperlink"):
        if each.get(f"{W}anchor") not in names:
            yield f"nothing is named {each.get(f'{W}anchor')}"


def _of_footnotes(package: WordPackage, minutes: Minutes) -> Iterator[str]:
    """Each mark has its note and each note its mark, in the same order, and no word is lost."""
    marks = [each.get(f"{W}id") for each in package.document.iter(f"{W}footnoteReference")]
    part = package.trees.get("word/footnotes.xml")
    wanted = [note for block in minutes for note in notes_of(block)]
    if part is None:
        if marks or wanted:
            yield "no footnotes"
        return
    notes = {each.get(f"{W}id"): each for each in part if each.get(f"{W}type") is None}
    kinds = [each.get(f"{W}type") for each in part if each.get(f"{W}type")]
    if kinds != ["separator", "continuationSeparator"]:
        yield f"the lines above the notes are {kinds}"
    if list(notes) != marks or len(wanted) != len(marks):
        yield f"marks {marks} of notes {list(notes)}"
    for note, element in zip(wanted, notes.values(), strict=False):
        said = [text_of(each).removeprefix(" ") for each in element.iter(f"{W}p")]
        if said != [clean(text) for text, _own in note.lines]:
            yield f"the note {note.text!r} says {said!r}"
    named = [each.get(f"{W}id") for each in package.trees["word/settings.xml"].iter(f"{W}footnote")]
    if named != ["-1", "0"]:
        yield f"the settings name the lines {named}"


def _of_texts(package: WordPackage, minutes: Minutes) -> Iterator[str]:
    document = "\n".join(text_of(each) for each in package.document.iter(f"{W}p"))
    at = 0
    heads = (minutes.title, minutes.subject, minutes.reference, minutes.state)
    heads = heads if minutes.is_headed else ()
    said = (line for text in (*heads, *said_in(minutes)) for line in clean(text).split("\n"))
    for wanted in said:
        found = document.find(wanted, at)
        if found < 0:
            yield f"the text {wanted!r} is lost"
        else:
            at = found + len(wanted)
