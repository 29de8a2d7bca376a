"""What a field of names offers; apart from the field, which the first paint can do without."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NameChoice:
    """A person, a group or an organisation to choose.

    Attributes:
        id: the row's id.
        name: what the field shows.
        detail: what the list shows beside it, found by typing too («رئيس قسم… · DCAF»).
        also: more words that find it.
    """

    id: str
    name: str
    detail: str = ""
    also: str = ""
