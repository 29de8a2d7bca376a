"""A meeting of 20,000 notes, and one of none with the same agenda and the same people."""

from recorder import AgendaItem, Archive, Attendance, Meeting, Note, Person, Place, Row, Speaker
from tests.benchmarks.raw_database import TEXT

NOTES, ITEMS, PEOPLE = 20_000, 10, 40
LONG, SHORT = "long", "short"


def make_meetings(archive: Archive, notes: int) -> None:
    """Write both, the long one with so many notes."""
    people = [Person(id=f"p{at}", name=f"مشارك {at}") for at in range(PEOPLE)]
    archive.write(*people, *_frame(SHORT), *_frame(LONG), *(_note(at) for at in range(notes)))


def _frame(meeting_id: str) -> list[Row]:
    items = [
        AgendaItem(id=f"{meeting_id}-i{at}", meeting_id=meeting_id, title=f"بند {at}",
                   place=Place(None, f"a{at:03}"))
        for at in range(ITEMS)
    ]  # fmt: skip
    came = [
        Attendance(id=Attendance.id_for(meeting_id, f"p{at}"), meeting_id=meeting_id,
                   person_id=f"p{at}", place=Place(None, f"a{at:03}"), presence="present")
        for at in range(PEOPLE)
    ]  # fmt: skip
    return [Meeting(id=meeting_id, title="لقاء"), *items, *came]


def _note(at: int) -> Note:
    return Note(
        id=f"n{at}", meeting_id=LONG, place=Place(f"{LONG}-i{at % ITEMS}", f"n{at:06}"),
        speaker=Speaker(f"p{at % PEOPLE}"), text=f"{TEXT} {at}", said_at="2026-11-23T08:00:00Z",
    )  # fmt: skip
