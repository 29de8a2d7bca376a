"""The body of a small document, byte for byte; MAHDAR_GOLDEN=1 writes it anew, to be read."""

import os
from pathlib import Path

import pytest
from lxml import etree

from recorder.minutes import write_docx
from recorder.minutes.model import (
    Alignment,
    Column,
    Emphasis,
    Heading,
    KeyValues,
    Letterhead,
    LetterheadHost,
    Minutes,
    PageBreak,
    PageWords,
    Paragraph,
    ParagraphKind,
    Signatory,
    SignatureBlock,
    Span,
    Table,
)
from tests.recorder.minutes.word_package import WordPackage

FILES = Path(__file__).resolve().parents[2] / "files" / "minutes"

SMALL = Minutes(
    language="ar",
    title="محضر لقاء حواري تشاوري",
    subject="أولويات التعافي في حلب",
    reference="رقم 3/2026",
    state="مسودّة",
    page_words=PageWords("صفحة", "من"),
    letterhead=Letterhead(
        (
            LetterheadHost("المنظمة العالمية للنهوض بالمجتمع المدني", "GLOCA", "الجهة المنظِّمة"),
            LetterheadHost("مركز جنيف لحوكمة القطاع الأمني", "DCAF", "الجهة الشريكة"),
        )
    ),
    blocks=(
        KeyValues((("المكان", "حي المحافظة، حلب"), ("الهاتف", "+963 21 123-4567"))),
        Heading("وقائع النقاش", 1, "أولاً"),
        Paragraph(
            (
                Span("وأشار "),
                Span("أيمن أيوب (DCAF)", Emphasis.STRONG),
                Span("، 5 مرات، إلى أن 35% من R&D أُنجز."),
            ),
            ParagraphKind.NOTE,
        ),
        Paragraph((Span("In English."),), ParagraphKind.QUOTE, direction="ltr"),
        Paragraph((Span("نشر المحضر\nخلال أسبوعين"),), ParagraphKind.ITEM, "1."),
        PageBreak(),
        Table(
            (Column("م", 5, Alignment.CENTRE), Column("التوصية", 70), Column("الجهة", 25)),
            (("1", "خطة عمل مشتركة", "GLOCA وDCAF"), ("2", "آليات تنسيق", "")),
        ),
        SignatureBlock(
            (Signatory("المقرّر"), Signatory("الميسّر", "محمد خليلو", "مدير العلاقات العامة")),
            ("التوقيع", "التاريخ"),
        ),
    ),
)


@pytest.mark.parametrize("part", ["document", "letterhead", "header", "footer", "styles"])
def test_the_parts_of_a_small_document_are_those_that_were_read_and_approved(tmp_path, part):
    package = WordPackage(write_docx(SMALL, tmp_path / "small.docx"))
    written = etree.tostring(package.trees[f"word/{part}.xml"], pretty_print=True, encoding="utf-8")
    golden = FILES / f"small-{part}.xml"
    if os.environ.get("MAHDAR_GOLDEN"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()
