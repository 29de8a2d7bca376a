"""Our styles beside those of an organisation: theirs stay, the missing ones are added.

Styles are met by their names, which Word keeps in English in every language; their ids it
translates ("heading 1" is "1" in an Arabic Word).
"""

from copy import deepcopy

from recorder.language.direction import Direction
from recorder.minutes.docx.parts import root
from recorder.minutes.docx.styles import styles_xml
from recorder.minutes.docx.wordml import Element, W, insert_before, parse, value_of

_AFTER_BIDI = {
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
}  # fmt: skip
_AFTER_PARAGRAPH = {"rPr", "tblPr", "trPr", "tcPr", "tblStylePr"}
_REFERENCES = ("basedOn", "next", "link")


def merge_styles(theirs: Element, direction: Direction, width: int) -> dict[str, str]:
    """Add our missing styles to a styles part and give ours their direction.

    Returns:
        The id in that part of each style of ours.
    """
    start, end = root("styles")
    ours = parse(f"{start}{styles_xml(direction, width)}{end}".encode())
    known = {_key(each): each.get(f"{W}styleId", "") for each in theirs.iter(f"{W}style")}
    taken, ids, added = set(known.values()), {}, []
    for style in ours.iter(f"{W}style"):
        own = style.get(f"{W}styleId", "")
        ids[own] = known.get(_key(style)) or _free(own, taken)
        if _key(style) not in known:
            added.append(_copy(style, ids[own], theirs))
            taken.add(ids[own])
    for style in added:
        for name in _REFERENCES:
            for each in style.findall(f"{W}{name}"):
                each.set(f"{W}val", ids[each.get(f"{W}val", "")])
        theirs.append(style)
    _direct(theirs, set(ids.values()) - {ids["Normal"]}, direction)
    return ids


def _key(style: Element) -> tuple[str, str]:
    return style.get(f"{W}type", ""), value_of(style, "name").casefold()


def _free(own: str, taken: set[str]) -> str:
    while own in taken:
        own += "x"
    return own


def _copy(style: Element, identity: str, theirs: Element) -> Element:
    copy = deepcopy(style)
    copy.set(f"{W}styleId", identity)
    kind = style.get(f"{W}type")
    if any(
        each.get(f"{W}default") == "1" and each.get(f"{W}type") == kind
        for each in theirs.iter(f"{W}style")
    ):
        copy.attrib.pop(f"{W}default", None)
    return copy


def _direct(styles: Element, used: set[str], direction: Direction) -> None:
    """Write the direction of the edition into each used style that would have another."""
    by_id = {each.get(f"{W}styleId", ""): each for each in styles.iter(f"{W}style")}
    wanted = direction == "rtl"
    for identity in sorted(used):
        style = by_id[identity]
        if style.get(f"{W}type") == "paragraph" and _is_bidi(style, by_id, styles) != wanted:
            _set_bidi(style, is_on=wanted)


def _is_bidi(style: Element, by_id: dict[str, Element], styles: Element) -> bool:
    following: Element | None = style
    seen: set[str] = set()
    while following is not None:
        found = following.find(f"{W}pPr/{W}bidi")
        if found is not None:
            return found.get(f"{W}val", "1") not in {"0", "false", "off"}
        seen.add(following.get(f"{W}styleId", ""))
        base = value_of(following, "basedOn")
        following = by_id.get(base) if base not in seen else None
    default = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}bidi")
    return default is not None and default.get(f"{W}val", "1") not in {"0", "false", "off"}


def _set_bidi(style: Element, *, is_on: bool) -> None:
    paragraph = style.find(f"{W}pPr")
    if paragraph is None:
        paragraph = style.makeelement(f"{W}pPr")
        insert_before(style, paragraph, _AFTER_PARAGRAPH)
    for each in paragraph.findall(f"{W}bidi"):
        paragraph.remove(each)
    bidi = paragraph.makeelement(f"{W}bidi")
    if not is_on:
        bidi.set(f"{W}val", "0")
    insert_before(paragraph, bidi, _AFTER_BIDI)
