"""Which recommendations a document held when it was written, so that a missing one is noticed.

It stands among the custom properties of the package: what is deleted from the text leaves them
as they are, and Word and LibreOffice keep them when they save (LibreOffice 7.4: measured, also
by way of .odt; it loses document variables, and most of many bookmarks at one place). It holds
fingerprints and nothing else.
"""

import re
from collections.abc import Iterator, Mapping

from recorder.minutes.docx.wordml import Element

ROLL = "docProps/custom.xml"
ROLL_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
ROLL_RELATION = "custom-properties"

_NAME = re.compile(r"mahdar\.[0-9]{1,5}")
_ENTRY = re.compile(r"\b([0-9a-f]{16})([0-9a-f]{16})\b")
_TOGETHER = 7  # Word's own window takes 255 characters in a property
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what is said in words; ECMA-376 22.3
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006"


def roll_xml(roll: Mapping[str, str]) -> str:
    """The part: fingerprints of recommendations, each with that of its wording."""
    entries = [f"{identity}{before}" for identity, before in roll.items()]
    groups = (entries[at : at + _TOGETHER] for at in range(0, len(entries), _TOGETHER))
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number + 1}" name="mahdar.{number}">'
        f"<vt:lpwstr>{' '.join(group)}</vt:lpwstr></property>"
        for number, group in enumerate(groups, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_SPACE}/custom-properties" xmlns:vt="{_SPACE}/docPropsVTypes">'
        f"{properties}</Properties>"
    )


def read_roll(properties: Element) -> dict[str, str]:
    """What `roll_xml` wrote, of all the properties that a document has by now."""
    return dict(_entries(properties))


def _entries(properties: Element) -> Iterator[tuple[str, str]]:
    for each in properties:
        if isinstance(each.tag, str) and _NAME.fullmatch(each.get("name", "")):
            text = "".join(str(part) for part in each.itertext())
            for found in _ENTRY.finditer(text):
                yield found.group(1), found.group(2)
