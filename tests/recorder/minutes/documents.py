"""Documents for the tests: one of every block, of any size, with any texts in it."""

from recorder.minutes.labels import caption_parts
from recorder.minutes.model import (
    Alignment,
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
    PageBreak,
    PageWords,
    Paragraph,
    ParagraphKind,
    Picture,
    Signatory,
    SignatureBlock,
    Span,
    Table,
)

MIXED = (
    "مركز جنيف (DCAF) مستعد بكلفة 12,500.75 دولار (USD) أي 35%؛ للتواصل: +963 21 123-4567 أو "
    "info@gloca-example.org قبل 2026-12-15، والمرجع GLOCA/DCAF-2026-017."
)
HOSTILE = (
    "R&D <w:p/> ]]> \"'&amp; {fields} %s",
    "سطر أول\nسطر ثانٍ\tبعد الجدولة",
    "تـــطويل مُشَكَّل نیم\u200cفاصله 👩\u200d👧 ﷽",
    "pasted\u202econtrol\x0b\x00\ufffe",
    "(عربي GLOCA) [DCAF، UN] «M&E2026-11-23»عربي",
    " أول وآخر ",
    "",
)


def every_block(people: int = 3, texts: tuple[str, ...] = (MIXED,)) -> tuple[Block, ...]:
    """A body in which each kind of block and paragraph stands, and each text in most of them."""
    blocks: list[Block] = [KeyValues((("التاريخ", "الاثنين 23 تشرين الثاني 2026"), ("المكان", "")))]
    for number, text in enumerate(texts, start=1):
        blocks += [
            Heading(text, 1, "أولاً"),
            Heading(text, 2, f"{number}."),
            Heading(text, 3, note=Footnote(f"حاشية عن {text}", number=str(2 * number - 1))),
            *(Paragraph((Span(text),), kind) for kind in ParagraphKind),
            Paragraph((Span(text),), ParagraphKind.ITEM, f"{number}."),
            Paragraph((Span("two words"),), ParagraphKind.QUOTE, direction="ltr", keeps_next=True),
            Paragraph((Span("كلمتان"),), ParagraphKind.QUOTE, direction="rtl"),
            Paragraph(
                (
                    Span("وأشار "),
                    Span(text, Emphasis.STRONG),
                    Span(" (00:04:12)", Emphasis.QUIET),
                    Span("، 5 مرات، إلى "),
                    Span(text),
                ),
                ParagraphKind.NOTE,
                note=Footnote(f"من مداخلات: {text}", number=str(2 * number)),
            ),
            KeyValues(((text, text),)),
        ]
    columns = (Column("م", 5, Alignment.CENTRE), Column("الاسم", 33), Column("الجهة (Body)", 29))
    rows = tuple(
        (str(number), texts[number % len(texts)], "جمعية الأمل (Hope)")
        for number in range(1, people + 1)
    )
    signatories = tuple(Signatory("الميسّر", f"اسم {each}", texts[0]) for each in range(4))
    return (
        *blocks,
        SignatureBlock(signatories, ("التوقيع", "التاريخ")),
        Cards(((Paragraph((Span(texts[0]),), ParagraphKind.CARD_TITLE),),) * 3),
        PageBreak(),
        Table(columns, rows, wordings=[row[1] for row in rows], notes=_notes(rows, texts)),
    )


def _notes(rows: tuple[tuple[str, ...], ...], texts: tuple[str, ...]) -> list[Footnote | None]:
    """A note for each row but the first."""
    first = 2 * len(texts)
    return [Footnote(f"حاشية عن {row[1]}", number=str(first + at)) if at else None
            for at, row in enumerate(rows)]  # fmt: skip


def a_document(
    language: str = "ar",
    people: int = 3,
    texts: tuple[str, ...] = (MIXED,),
    blocks: tuple[Block, ...] | None = None,
) -> Minutes:
    """Minutes with all that a document may have, in an edition of the language."""
    return Minutes(
        language=language,
        title="محضر لقاء حواري تشاوري" if language == "ar" else "Minutes of a dialogue",
        page_words=PageWords("صفحة", "من") if language == "ar" else PageWords("Page", "of"),
        subject=texts[0],
        reference="رقم GLOCA/DCAF-2026-017",
        state="مسودّة",
        letterhead=Letterhead(
            (
                LetterheadHost("المنظمة العالمية للنهوض بالمجتمع المدني", "GLOCA", "الجهة المنظِّمة"),
                LetterheadHost(texts[-1] or "مركز جنيف", "DCAF", "الجهة الشريكة"),
            )
        ),
        blocks=every_block(people, texts) if blocks is None else blocks,
    )


def said_in(minutes: Minutes) -> list[str]:
    """Every text of the body in the order of reading."""
    return [text for block in minutes for text in _said_in(block) if text]


def _said_in(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            texts = [block.text] if isinstance(block, Heading) else [s.text for s in block.spans]
            said = [block.label, *texts]
        case Contents():
            said = [
                block.title,
                *(part for each in block.headings for part in (each.label, each.text)),
            ]
        case KeyValues():
            said = [text for row in block.rows for text in row]
        case Table():
            said = [each.title for each in block.columns]
            said += [text for row in block.rows for text in row]
        case SignatureBlock():
            said = _signed(block)
        case Cards():
            said = [text for card in block.cards for each in card for text in _said_in(each)]
        case Facing():
            said = [text for each in (*block.arabic, *block.english) for text in _said_in(each)]
        case _:
            is_picture = isinstance(block, Picture)
            said = ["".join(caption_parts(block)), block.credit] if is_picture else []
    return said


def _signed(block: SignatureBlock) -> list[str]:
    return [
        text
        for each in block.signatories
        for text in (each.capacity, each.name, each.role, *block.labels)
    ]
