"""Content controls of a letterhead: those with our tags get texts, forgotten ones go.

What an organisation was to replace and did not (a logo, an address) would stand in its minutes
as «address here»; a control that still shows its placeholder is taken out.
"""

import unicodedata
from copy import deepcopy

from lxml import etree

from recorder.language.direction import LRM, RLM, Direction
from recorder.minutes.docx.marks import NAME
from recorder.minutes.docx.parts import root
from recorder.minutes.docx.runs import text_runs
from recorder.minutes.docx.wordml import (
    Element,
    W,
    dissolve,
    insert_before,
    parent_of,
    parse,
    value_of,
)
from recorder.minutes.model import LetterheadHost, Minutes

OWN = "letterhead."
"""What the tags of controls begin with that the organisation fills itself."""

_AFTER_RTL = {"cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"}


def texts_by_tag(minutes: Minutes) -> dict[str, str]:
    """What each tag is filled with."""
    organiser, *partners = minutes.letterhead.hosts or (LetterheadHost(""),)
    return {
        "minutes.title": minutes.title,
        "minutes.subject": minutes.subject,
        "minutes.reference": minutes.reference,
        "minutes.state": minutes.state,
        "minutes.page": minutes.page_words.page,
        "minutes.of": minutes.page_words.of,
        "minutes.organiser": organiser.name,
        "minutes.organiser.short": _short(organiser),
        "minutes.partners": " · ".join(each.name for each in partners if each.name),
        "minutes.partners.short": " · ".join(_short(each) for each in partners if _short(each)),
    }


def fill(tree: Element, minutes: Minutes) -> None:
    """Fill and dissolve the controls of a part."""
    forget_marks(tree)
    texts = texts_by_tag(minutes)
    for control in list(tree.iter(f"{W}sdt")):
        tag = value_of(control, "sdtPr", "tag")
        content = control.find(f"{W}sdtContent")
        if content is None or content.find(f".//{W}tc") is not None:
            continue
        if tag in texts:
            _write_runs(content, texts[tag], minutes.direction)
            if minutes.direction == "ltr":
                _lead_on(control)
            dissolve(control, content)
        elif tag.startswith(OWN) and control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            _write_runs(content, "", minutes.direction)
            dissolve(control, content)


def forget_marks(tree: Element) -> None:
    """Take out the bookmarks of minutes from which somebody has made a letterhead."""
    starts = [
        each for each in tree.iter(f"{W}bookmarkStart") if NAME.fullmatch(each.get(f"{W}name", ""))
    ]
    numbers = {each.get(f"{W}id") for each in starts}
    ends = [each for each in tree.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") in numbers]
    for each in (*starts, *ends):
        parent_of(each).remove(each)


def _short(host: LetterheadHost) -> str:
    return host.acronym if host.acronym != host.name else ""


def _write_runs(content: Element, text: str, base: Direction) -> None:
    """Put a text in the place of the runs, in the look of the first of them."""
    holder = content.find(f"{W}p")
    holder = content if holder is None else holder
    look = content.find(f".//{W}r/{W}rPr")
    for each in [each for each in holder if each.tag != f"{W}pPr"]:
        holder.remove(each)
    for each in content.findall(f"{W}p")[1:]:
        content.remove(each)
    start, end = root("p")
    is_rtl = True
    for run in parse(f"{start}{text_runs(text, base)}{end}".encode()):
        is_rtl = run.find(f"{W}rPr/{W}rtl") is not None
        for old in run.findall(f"{W}rPr"):
            run.remove(old)
        run.insert(0, _looking(look, run, is_rtl=is_rtl))
        holder.append(run)
    if base == "rtl" and len(holder) and not is_rtl:
        _append_mark(holder[-1], RLM)  # a number that the paper writes behind it reads in Arabic


def _append_mark(run: Element, sign: str) -> None:
    """Put a mark of direction behind a run, in its look."""
    mark = run.makeelement(f"{W}r")
    mark.append(_looking(run.find(f"{W}rPr"), run, is_rtl=sign == RLM))
    text = etree.SubElement(mark, f"{W}t")
    text.text = sign
    run.addnext(mark)


def _lead_on(control: Element) -> None:
    """Put what a paper of Arabic writes behind our Latin word, its numbers, into its direction.

    A mark closes it: LibreOffice takes a field at the end for a sign that goes with the paper.
    """
    last, follows = None, control.getnext()
    while follows is not None and _is_neutral(follows):
        for each in follows.findall(f"{W}rPr/{W}rtl"):
            parent_of(each).remove(each)
        last, follows = follows, follows.getnext()
    if last is not None and (follows is None or follows.tag != f"{W}sdt"):
        _append_mark(last, LRM)


def _is_neutral(run: Element) -> bool:
    """Whether it is a run with nothing in it that has a direction of its own."""
    if run.tag != f"{W}r" or run.find(f"{W}tab") is not None:
        return False
    text = "".join(run.itertext(f"{W}t"))
    return not any(unicodedata.bidirectional(each) in ("L", "R", "AL") for each in text)


def _looking(look: Element | None, run: Element, *, is_rtl: bool) -> Element:
    properties = run.makeelement(f"{W}rPr") if look is None else deepcopy(look)
    for each in properties.findall(f"{W}rtl"):
        properties.remove(each)
    if is_rtl:
        insert_before(properties, properties.makeelement(f"{W}rtl"), _AFTER_RTL)
    return properties
