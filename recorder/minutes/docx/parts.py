"""The parts of the package around the body: its list of contents, relationships and settings."""

from collections.abc import Iterable, Mapping

from recorder.language.direction import clean
from recorder.minutes.docx import frame
from recorder.minutes.docx.footnotes import FOOTNOTES, SEPARATORS, Footnotes
from recorder.minutes.docx.page import text_width
from recorder.minutes.docx.roll import ROLL, ROLL_RELATION, ROLL_TYPE
from recorder.minutes.docx.runs import escaped
from recorder.minutes.docx.styles import styles_xml
from recorder.minutes.model import Minutes

DOCUMENT = "word/document.xml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_RELATED = (
    ("rStyles", "styles", "styles.xml"),
    ("rSettings", "settings", "settings.xml"),
    ("rLetterhead", "header", "letterhead.xml"),
    ("rHeader", "header", "header.xml"),
    ("rFooter", "footer", "footer.xml"),
)
_CONTENT_TYPES = {
    "document": "document.main", "styles": "styles", "settings": "settings",
    "letterhead": "header", "header": "header", "footer": "footer",
}  # fmt: skip
DOCUMENT_RELATIONSHIPS = "word/_rels/document.xml.rels"


def root(name: str) -> tuple[str, str]:
    """The start and the end of a part's XML whose root is `w:name`."""
    return f'{_DECLARATION}<w:{name} xmlns:w="{_W}" xmlns:r="{_R}">', f"</w:{name}>"


def first_parts(minutes: Minutes, *, has_roll: bool = False) -> dict[str, str]:
    """The parts that stand before the document itself, by their names in the package.

    `has_roll`: the part of that name follows behind them.
    """
    styles = styles_xml(minutes.direction, text_width(minutes))
    return {
        "_rels/.rels": package_relationships(has_roll=has_roll),
        "docProps/core.xml": core(minutes),
        "word/styles.xml": wrapped("styles", styles),
        "word/letterhead.xml": wrapped("hdr", frame.letterhead(minutes)),
        "word/header.xml": wrapped("hdr", frame.running_header(minutes)),
        "word/footer.xml": wrapped("ftr", frame.footer(minutes)),
    }


def last_parts(minutes: Minutes, footnotes: Footnotes, *, has_roll: bool = False) -> dict[str, str]:
    """Those that can be written only when it is known what the document holds."""
    notes = {FOOTNOTES: wrapped("footnotes", "".join(footnotes.part()))}
    is_used = footnotes.is_used
    return {
        **(notes if is_used else {}),
        "word/settings.xml": wrapped("settings", _settings(has_footnotes=is_used)),
        "[Content_Types].xml": _content_types(
            has_pictures=bool(minutes.media), has_roll=has_roll, has_footnotes=is_used
        ),
    }


def wrapped(name: str, content: str) -> str:
    """A part whose root is `w:name`."""
    start, end = root(name)
    return f"{start}{content}{end}"


def _content_types(*, has_pictures: bool, has_roll: bool, has_footnotes: bool) -> str:
    kinds = _CONTENT_TYPES | ({"footnotes": "footnotes"} if has_footnotes else {})
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    pictures = "".join(
        f'<Default Extension="{each}" ContentType="image/{each}"/>' for each in ("jpeg", "png")
    )
    roll = f'<Override PartName="/{ROLL}" ContentType="{ROLL_TYPE}"/>' * has_roll
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures * has_pictures}'
        f'{parts}<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{roll}</Types>"
    )


def package_relationships(*, has_roll: bool = False) -> str:
    """What the package is: a document and its properties, no preview and no program's name."""
    kind = f"{_R}/{ROLL_RELATION}"
    roll = f'<Relationship Id="rRoll" Type="{kind}" Target="{ROLL}"/>' * has_roll
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rDocument" Type="{_R}/officeDocument" Target="{DOCUMENT}"/>'
        f'<Relationship Id="rCore" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/>'
        f"{roll}</Relationships>"
    )


def document_relationships(pictures: Mapping[str, str], *, has_footnotes: bool = False) -> str:
    """What the document draws in: our small parts, and its pictures, targets by their ids."""
    notes = [("rFootnotes", "footnotes", "footnotes.xml")] if has_footnotes else []
    return relationships((*_RELATED, *notes, *images(pictures)))


def images(pictures: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The relationships to pictures, of which the targets are given by their ids."""
    return [(identity, "image", target) for identity, target in pictures.items()]


def relationships(related: Iterable[tuple[str, str, str]]) -> str:
    """A part of relationships, each an id, a kind and a target."""
    each_one = "".join(
        f'<Relationship Id="{identity}" Type="{_R}/{kind}" Target="{target}"/>'
        for identity, kind, target in related
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{each_one}</Relationships>'
    )


def core(minutes: Minutes) -> str:
    """The properties: title and language, nothing of the person or the machine that wrote it."""
    titles = [*minutes.title.split("\n"), *minutes.subject.split("\n")]
    title = " – ".join(each for each in titles if each.strip())
    language = "en-GB" if minutes.language == "en" else "ar-SY"
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(' '.join(clean(title).split()))}</dc:title>"
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _settings(*, has_footnotes: bool) -> str:
    """Compatibility with Word 2013 and later; no field is updated by asking the reader."""
    uri = "http://schemas.microsoft.com/office/word"
    notes = separators() if has_footnotes else ""
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="en-GB" w:bidi="ar-SY"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def separators() -> str:
    """The settings' names of the lines above footnotes."""
    each_one = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS.values())
    return f"<w:footnotePr>{each_one}</w:footnotePr>"
