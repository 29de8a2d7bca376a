"""Exporting a large meeting to Word: against idiomatic python-docx, pandoc, and the bare zip."""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument

from recorder import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingRecord,
    Note,
    NoteKind,
    Organisation,
    Person,
    Place,
    Presence,
    Recommendation,
    ReportingVerb,
    Speaker,
)
from recorder.minutes import Edition, Minutes, build_minutes, write_docx
from recorder.minutes.docx.letterhead import write_on_letterhead
from recorder.minutes.markdown import write_markdown
from recorder.minutes.model import (
    Block,
    Emphasis,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Table,
)
from tests.benchmarks.row import Row, at_least, at_most, medians
from tests.recorder.minutes.letterheads import a_letterhead

PEOPLE, NOTES, RECOMMENDATIONS, ITEMS = 500, 2_000, 500, 20
SAID = (
    "أهمية الحوارات التشاورية في فهم الاحتياجات المحلية على أرض الواقع، واستعداد مركز (DCAF) "
    "لتقديم خبراته بكلفة 12,500.75 دولار أي 35%؛ للتواصل: +963 21 123-4567 أو "
    "info@gloca-example.org"
)


def measure() -> list[Row]:
    """Writing 500 people, 2,000 notes and 500 recommendations; the medians of runs in turns."""
    record = _meeting()
    built = build_minutes(record, Edition())
    minutes = replace(built, blocks=tuple(built))  # the writer's own time, without the building
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.docx", Path(folder) / "theirs.docx"
        write_docx(minutes, ours)
        with ZipFile(ours) as package:
            parts = {each.filename: package.read(each) for each in package.infolist()}
        paper = a_letterhead(Path(folder) / "paper.docx")
        writing, on_paper, whole, zipping = medians(
            9,
            lambda: write_docx(minutes, ours),
            lambda: write_on_letterhead(minutes, paper, ours),
            lambda: write_docx(build_minutes(record, Edition()), ours),
            lambda: _zip(parts),
        )
        (idiomatic,) = medians(3, lambda: _write_idiomatically(minutes, theirs))
        pandoc = list(_against_pandoc(minutes, Path(folder), writing, on_paper))
    return [
        *pandoc,
        at_least("write a large meeting's minutes, against python-docx", writing, idiomatic, 20),
        at_least("…on an organisation's letterhead, against python-docx", on_paper, idiomatic, 12),
        at_most("…against the zip of the ready bytes", writing, zipping, 10),
        at_most("…the sentences built as well, against the zip", whole, zipping, 20),
    ]


def _against_pandoc(
    minutes: Minutes, folder: Path, writing: float, on_paper: float
) -> Iterator[Row]:
    """The same content from Markdown; pandoc splits no runs and mirrors no tables."""
    program = shutil.which("pandoc")
    if program is None:
        print("pandoc is not installed: nothing to compare with", file=sys.stderr)
        return
    source = write_markdown(minutes, folder / "minutes.md")
    command = [program, "-M", "dir=rtl", str(source), "-o", str(folder / "pandoc.docx")]
    (taken,) = medians(3, lambda: subprocess.run(command, check=True, capture_output=True))
    yield at_least("write a large meeting's minutes, against pandoc", writing, taken, 20)
    yield at_least("…on an organisation's letterhead, against pandoc", on_paper, taken, 12)


def _zip(parts: dict[str, bytes]) -> None:
    with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED, 6)


def _write_idiomatically(minutes: Minutes, path: Path) -> None:
    """The same content as the documentation of python-docx shows it; without any direction."""
    document = Document()
    document.add_heading(minutes.title, 0)
    for block in minutes:
        _add(document, block)
    document.save(str(path))


def _add(document: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(f"{block.label} {block.text}".strip(), block.level)
        case Paragraph():
            paragraph = document.add_paragraph(style="Body Text")
            for span in block.spans:
                run = paragraph.add_run(span.text)
                run.bold = span.emphasis is Emphasis.STRONG
        case KeyValues():
            _add_table(document, [*block.rows])
        case Table():
            _add_table(document, [[each.title for each in block.columns], *block.rows])
        case SignatureBlock():
            _add_table(document, [[each.capacity, each.name] for each in block.signatories])
        case PageBreak():
            document.add_page_break()


def _add_table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _meeting() -> MeetingRecord:
    organisations = [
        Organisation(id=f"o{number}", name=f"جمعية الأمل {number}", acronym=f"HOPE{number}")
        for number in range(40)
    ]
    people = [
        Person(id=f"p{number}", name=f"مشارك {number}", role="مدير البرامج",
               organisation_id=f"o{number % 40}")
        for number in range(PEOPLE)
    ]  # fmt: skip
    items = [
        AgendaItem(id=f"i{number}", meeting_id="m", title="الخدمات الأساسية",
                   place=Place(None, f"{number:03}"))
        for number in range(ITEMS)
    ]  # fmt: skip
    return MeetingRecord(
        meeting=Meeting(id="m", title="لقاء تشاوري موسّع", date="2026-11-23", number="3/2026"),
        organisations=organisations,
        people=people,
        agenda=items,
        attendance=[
            Attendance(id=f"a{number}", meeting_id="m", person_id=f"p{number}",
                       presence=Presence.PRESENT, place=Place(None, f"{number:05}"))
            for number in range(PEOPLE)
        ],
        notes=[
            Note(id=f"n{number}", meeting_id="m", place=Place(f"i{number % ITEMS}", f"{number:05}"),
                 kind=NoteKind.STATEMENT, speaker=Speaker(f"p{number % PEOPLE}", ""),
                 verb=ReportingVerb.POINTED_OUT, text=f"{SAID} {number}")
            for number in range(NOTES)
        ],
        recommendations=[
            Recommendation(id=f"r{number}", meeting_id="m", place=Place("i0", f"{number:05}"),
                           text="وضع خطة عمل مشتركة ذات أولويات واضحة (M&E)", due="2027-03-01",
                           lead_id=f"o{number % 40}", indicator="عدد الاجتماعات المعقودة")
            for number in range(RECOMMENDATIONS)
        ],
    )  # fmt: skip
