"""The parts of the package around the body: heads and feet, settings, properties, relations."""

from collections.abc import Iterator

from recorder.language.direction import Direction, clean
from recorder.minutes.docx.body import body_xml, letterhead_xml
from recorder.minutes.docx.styles import BODY_FONT, HEADING_FONT, NAMESPACE, styles_xml
from recorder.minutes.docx.text import escape, plain
from recorder.minutes.model import Minutes

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_R = f'xmlns:r="{_OFFICE}/relationships"'
_W = f'xmlns:w="{NAMESPACE}"'
_LATIN_LANGUAGES = {"ar": "en-GB", "en": "en-GB"}

# A4 in twentieths of a point.
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId6"/>'
    '<w:footerReference w:type="first" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1304" w:bottom="1304"'
    ' w:left="1304" w:header="709" w:footer="624" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
)

_TYPES = {
    "/word/document.xml": "wordprocessingml.document.main",
    "/word/styles.xml": "wordprocessingml.styles",
    "/word/settings.xml": "wordprocessingml.settings",
    "/word/fontTable.xml": "wordprocessingml.fontTable",
    "/word/header1.xml": "wordprocessingml.header",
    "/word/header2.xml": "wordprocessingml.header",
    "/word/footer1.xml": "wordprocessingml.footer",
    "/docProps/app.xml": "extended-properties",
}
_RELATIONS = ("styles", "settings", "fontTable", "header", "header", "footer")
_TARGETS = ("styles", "settings", "fontTable", "header1", "header2", "footer1")


def small_parts(minutes: Minutes) -> dict[str, str]:
    """Every part but the document itself, by name, in the order of writing."""
    base = minutes.direction
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relations(),
        "docProps/app.xml": _app(),
        "docProps/core.xml": _core(minutes),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": _XML + styles_xml(base, _LATIN_LANGUAGES.get(minutes.language, "en-GB")),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/header1.xml": f"{_XML}<w:hdr {_W}>{letterhead_xml(minutes.letterhead, base)}</w:hdr>",
        "word/header2.xml": f"{_XML}<w:hdr {_W}>{_running_head(minutes, base)}</w:hdr>",
        "word/footer1.xml": f"{_XML}<w:ftr {_W}>{_page_numbers(minutes, base)}</w:ftr>",
    }


def document_xml(minutes: Minutes) -> Iterator[str]:
    """The document part, piece by piece."""
    yield f"{_XML}<w:document {_W} {_R}><w:body>"
    yield from body_xml(minutes)
    bidi = "<w:bidi/>" if minutes.direction == "rtl" else ""
    yield f"{_SECTION.format(bidi=bidi)}</w:body></w:document>"


def _running_head(minutes: Minutes, base: Direction) -> str:
    text = f"{minutes.title}\t{minutes.reference}" if minutes.reference else minutes.title
    return f"{_open('Header', base)}{plain(text, base)}</w:p>"


def _page_numbers(minutes: Minutes, base: Direction) -> str:
    words = minutes.page_words
    return (
        f"{_open('Footer', base)}{plain(f'{words.page} ', base)}{_field('PAGE', base)}"
        f"{plain(f' {words.of} ', base)}{_field('NUMPAGES', base)}</w:p>"
    )


def _open(style: str, base: Direction) -> str:
    mark = "<w:rPr><w:rtl/></w:rPr>" if base == "rtl" else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>'


def _field(name: str, base: Direction) -> str:
    run = "<w:r><w:rPr><w:rtl/></w:rPr>" if base == "rtl" else "<w:r>"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>{run}<w:t>1</w:t></w:r>'
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _content_types() -> str:
    prefix = "application/vnd.openxmlformats-"
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{prefix}officedocument.{kind}+xml"/>'
        for part, kind in _TYPES.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{prefix}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="{prefix}package.core-properties+xml"/></Types>'
    )


def _root_relations() -> str:
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument"'
        ' Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties"'
        ' Target="docProps/app.xml"/></Relationships>'
    )


def _document_relations() -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}"'
        f' Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(zip(_RELATIONS, _TARGETS, strict=True), start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _app() -> str:
    return (
        f'{_XML}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Mahdar</Application></Properties>"
    )


def _core(minutes: Minutes) -> str:
    """Title, subject and language; no author, no dates, nothing of the machine."""
    language = "ar-SY" if minutes.language == "ar" else "en-GB"
    title, subject = (
        escape(clean(each).replace("\n", " ").replace("\t", " "))
        for each in (minutes.title, minutes.subject)
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{_XML}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="en-GB" w:bidi="ar-SY"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, family in ((BODY_FONT, "roman"), (HEADING_FONT, "swiss"))
    )
    return f"{_XML}<w:fonts {_W}>{fonts}</w:fonts>"
