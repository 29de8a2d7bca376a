"""Names of WordprocessingML and XML read without trusting it."""

from lxml import etree

from recorder.errors import LetterheadError

Element = etree._Element  # noqa: SLF001 - the library has no other name for its type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATED_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parse(content: bytes) -> Element:
    """A part's tree; no entity is resolved and nothing outside it is read.

    Raises:
        LetterheadError: it is no sound XML, or it brings a document type of its own.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise LetterheadError(reason="unreadable") from fault
    if tree.getroottree().docinfo.internalDTD is not None:
        raise LetterheadError(reason="dtd")
    return tree


def serialised(tree: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def value_of(parent: Element, *names: str) -> str:
    """The `w:val` of a descendant, "" where there is none."""
    found = parent.find("/".join(f"{W}{name}" for name in names))
    return "" if found is None else found.get(f"{W}val", "")


def insert_before(parent: Element, child: Element, later: set[str]) -> None:
    """Put a child before the first that the schema wants after it, else last."""
    for place, each in enumerate(parent):
        if isinstance(each.tag, str) and each.tag.removeprefix(W) in later:
            parent.insert(place, child)
            return
    parent.append(child)


def parent_of(element: Element) -> Element:
    """The element that holds one which was found below another."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - it was found below another
    return parent


def dissolve(control: Element, content: Element) -> None:
    """Let what is in a content control stand in its place."""
    for each in list(content):
        control.addprevious(each)
    parent_of(control).remove(control)
