"""What is missing before minutes are closed, each with the place where it is put right."""

from dataclasses import dataclass
from enum import StrEnum


class Gap(StrEnum):
    """What is missing."""

    MEETING_DATE = "meeting_date"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    ATTENDANCE = "attendance"
    PRESENCE = "presence"
    SPEAKER = "speaker"
    ITEM = "item"
    POSITIONS = "positions"
    LEAD = "lead"
    DUE = "due"
    PICTURES = "pictures"


@dataclass(frozen=True)
class Finding:
    """One gap and its place: a row of the record, and the field of it that is to be filled."""

    gap: Gap
    table: str
    row_id: str
    field: str = ""
