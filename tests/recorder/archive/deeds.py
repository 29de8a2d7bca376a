"""What people do with an archive, by name; a number picks the row, the field, the place.

Each deed also says what must be so right after it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from recorder import (
    AgendaItem,
    Archive,
    Attendance,
    Draft,
    Meeting,
    Note,
    NoteKind,
    NotFoundError,
    Organisation,
    Person,
    Place,
    Priority,
    Recommendation,
    Speaker,
    Turn,
    new_id,
    read_floor,
)
from tests.recorder.archive.edits import EDITS
from tests.recorder.archive.invariants import words_in
from tests.recorder.archive.world import MEETINGS, Laptop, World

Deed = Callable[[World, Laptop, int], None]
_KINDS = [NoteKind.STATEMENT, NoteKind.QUESTION, NoteKind.NEED, NoteKind.PRIVATE]
_NAMES = ["أحمد", "د. أحمد", "عبد الله", "رنا"]


def chosen(rows: list[Any], number: int) -> Any:
    return rows[number % len(rows)] if rows else None


def meeting_of(number: int) -> str:
    return MEETINGS[number % 5 == 0]


## Texts


def say(world: World, laptop: Laptop, number: int) -> None:
    archive, meeting_id = laptop.archive, meeting_of(number)
    item = chosen([None, *archive.agenda.all(meeting_id)], number)
    place = Place(item.id if item else None)
    text = f"قال {world.word()}" + ["", "."][number % 2]
    note = Note(id=new_id(), meeting_id=meeting_id, place=place, text=text)
    archive.notes.append(note)
    assert siblings(archive, "notes", archive.notes.get(note.id))[-1].id == note.id


def edit(name: str) -> Deed:
    def deed(world: World, laptop: Laptop, number: int) -> None:
        note = chosen(laptop.archive.notes.all(), number)
        if note is None:
            return say(world, laptop, number)
        text = EDITS[name](note.text, number // 7, world.word())
        laptop.archive.notes.write(replace(note, text=text))
        return None

    return deed


## Fields and rows


def recommend(world: World, laptop: Laptop, number: int) -> None:
    rows = laptop.archive.recommendations
    known = chosen(rows.all("m"), number)
    if known is None or number % 3 == 0:
        rows.append(Recommendation(id=new_id(), meeting_id="m", text=f"توصية {world.word()}"))
    elif number % 3 == 1:
        rows.write(replace(known, text=f"توصية {world.word()}"))
    else:
        rows.write(replace(known, priority=list(Priority)[number % 2]))


def name_the_meeting(world: World, laptop: Laptop, number: int) -> None:
    meetings, meeting_id = laptop.archive.meetings, meeting_of(number)
    known = meetings.find(meeting_id) or Meeting(id=meeting_id)
    meetings.write(replace(known, title=f"لقاء {world.word()}", venue=f"قاعة {number % 3}"))


def turn_kind(world: World, laptop: Laptop, number: int) -> None:
    note = chosen(laptop.archive.notes.all(), number)
    if note is not None:
        laptop.archive.notes.write(replace(note, kind=_KINDS[number // 3 % len(_KINDS)]))


def name_the_speaker(world: World, laptop: Laptop, number: int) -> None:
    note = chosen(laptop.archive.notes.all(), number)
    if note is not None:
        person = chosen([None, *laptop.archive.people.all()], number)
        speaker = Speaker(person.id, "") if person else Speaker(None, f"فريق {number % 3}")
        laptop.archive.notes.write(replace(note, speaker=speaker))


def introduce(world: World, laptop: Laptop, number: int) -> None:
    archive = laptop.archive
    body = Organisation(id=new_id(), name=f"جمعية {number % 3}")
    person = Person(id=new_id(), name=_NAMES[number % len(_NAMES)], organisation_id=body.id)
    archive.write(body, person)


def rename(world: World, laptop: Laptop, number: int) -> None:
    person = chosen(laptop.archive.people.all(), number)
    if person is not None:
        laptop.archive.people.write(replace(person, name=_NAMES[number // 3 % len(_NAMES)]))


def attend(world: World, laptop: Laptop, number: int) -> None:
    """Two laptops meet in one row (FORMAT 4)."""
    person = chosen(laptop.archive.people.all(), number)
    if person is not None:
        row_id = Attendance.id_for("m", person.id)
        known = laptop.archive.attendance.find(row_id)
        row = known or Attendance(id=row_id, meeting_id="m", person_id=person.id)
        presence = ["present", "absent", "excused"][number % 3]
        laptop.archive.attendance.write(replace(row, presence=presence))


def take_the_floor(world: World, laptop: Laptop, number: int) -> None:
    """Somebody asks to speak, gets the floor, is paused or has had their turn."""
    turns, at = laptop.archive.turns, f"2026-11-23T09:{number % 60:02}:00Z"
    person = chosen([None, *laptop.archive.people.all()], number)
    speaker = Speaker(person.id, "") if person else Speaker(None, f"فريق {number % 3}")
    waiting = read_floor(turns.all("m")).waiting
    running = read_floor(turns.all("m")).speaking
    if number % 4 == 0 or not (waiting or running):
        turns.ask(Turn(id=new_id(), meeting_id="m", speaker=speaker, asked_at=at))
    elif number % 4 == 1 and waiting:
        turns.give(chosen(list(waiting), number // 4), at, limit_seconds=number)
        assert len(read_floor(turns.all("m")).open) == 1
    elif running and number % 4 == 2:
        turns.pause(running.id, at)
    elif running and running.paused_at:
        turns.resume(running.id, at)
    else:
        turns.end("m", at)


def plan(world: World, laptop: Laptop, number: int) -> None:
    agenda = laptop.archive.agenda
    above = chosen([None, *agenda.all("m")], number)
    item = AgendaItem(id=new_id(), meeting_id="m", title=f"بند {world.word()}",
                      place=Place(above.id if above else None))  # fmt: skip
    agenda.append(item)
    assert siblings(laptop.archive, "agenda", agenda.get(item.id))[-1].id == item.id


def retitle(world: World, laptop: Laptop, number: int) -> None:
    item = chosen(laptop.archive.agenda.all("m"), number)
    if item is not None:
        laptop.archive.agenda.write(replace(item, title=f"بند {world.word()}"))


SUBJECTS = ("notes", "notes", "agenda", "recommendations", "people")


def delete(world: World, laptop: Laptop, number: int) -> None:
    rows = getattr(laptop.archive, SUBJECTS[number % len(SUBJECTS)])
    row = chosen(rows.all(), number // 5)
    if row is not None:
        rows.delete(row.id)
        assert rows.find(row.id) is None


def restore(world: World, laptop: Laptop, number: int) -> None:
    subject = SUBJECTS[number % len(SUBJECTS)]
    rows = getattr(laptop.archive, subject)
    table = rows._table
    gone = laptop.archive._file.database.execute(
        f"SELECT id FROM {table} WHERE deleted = 1 ORDER BY id"  # noqa: S608 - of ours
    ).fetchall()
    if gone:
        (row_id,) = chosen(gone, number // 5)
        rows.restore(row_id)
        assert rows.find(row_id) is not None


def move(world: World, laptop: Laptop, number: int) -> None:
    """A note between items, an item under another: two laptops may make a ring of them."""
    archive = laptop.archive
    subject = ("notes", "agenda")[number % 2]
    rows = getattr(archive, subject)
    row = chosen(rows.all("m"), number // 2)
    if row is None:
        return
    items = [each for each in archive.agenda.all("m") if each.id != row.id]
    parent = chosen([None, *items], number // 3)
    parent_id = parent.id if parent else None
    near = [
        each for each in rows.all("m") if each.place.parent_id == parent_id and each.id != row.id
    ]
    after = chosen([None, *near], number // 5)
    rows.move(row.id, parent_id=parent_id, after=after.id if after else None)
    lies_behind(archive, subject, row.id, after)


def siblings(archive: Archive, subject: str, row: Any) -> list[Any]:
    rows = getattr(archive, subject).all(row.meeting_id)
    return [each for each in rows if each.place.parent_id == row.place.parent_id]


def lies_behind(archive: Archive, subject: str, row_id: str, after: Any) -> None:
    """The row lies where it was put; only rows with one and the same key may lie between."""
    row = getattr(archive, subject).get(row_id)
    order = siblings(archive, subject, row)
    ids = [each.id for each in order]
    if row_id not in ids:
        return  # it was put under an item that lies under it: the ring was broken at its top
    begin = ids.index(after.id) + 1 if after else 0
    between = order[begin : ids.index(row_id)]
    assert ids.index(row_id) >= begin
    key = after.place.sort_key if after else row.place.sort_key
    assert all(each.place.sort_key == key for each in between)


## Who is one and who is two


def merge(world: World, laptop: Laptop, number: int) -> None:
    """Two people are one from now on, and shown as the second; none of their rows is touched."""
    archive = laptop.archive
    people = [each.id for each in archive.people.all()]
    if len(people) > 1:
        one, other = people[number % len(people)], people[number // 3 % len(people)]
        if one != other:
            archive.duplicates.merge("person", one, other)
            assert archive.people.get(one) == archive.people.get(other)
            assert archive.people.get(one).id not in set(people) - {one, other}


def part(world: World, laptop: Laptop, number: int) -> None:
    archive = laptop.archive
    merged = [other.id for each in archive.duplicates.merged("person") for other in each.others]
    row_id = chosen(merged, number)
    if row_id is not None:
        archive.duplicates.separate("person", row_id)
        assert archive.people.get(row_id).id == row_id


def tell_apart(world: World, laptop: Laptop, number: int) -> None:
    candidate = chosen(laptop.archive.duplicates.candidates("person"), number)
    if candidate is not None:
        pair = (candidate.first.id, candidate.second.id)
        laptop.archive.duplicates.dismiss("person", *pair)
        left = laptop.archive.duplicates.candidates("person")
        assert set(pair) not in [{each.first.id, each.second.id} for each in left]


## Drafts


def type_on(world: World, laptop: Laptop, number: int) -> None:
    """A key in one of two windows; what the window holds is what goes on."""
    drafts = laptop.archive.drafts
    window = ("one", "two")[number % 2]
    note = chosen(laptop.archive.notes.all(), number // 2)
    open_here = [each for each in drafts.pending() if each.window == window]
    if open_here and number % 3:
        draft = open_here[number % len(open_here)]
    elif note is not None and number % 5:
        draft = Draft(window=window, table="note", row_id=note.id, column="text", text=note.text)
        draft = next((each for each in open_here if each.row_id == note.id), draft)
    else:
        draft = Draft(window=window, table="note", row_id=new_id(), column="text", text="",
                      fields={"meeting_id": "m"})  # fmt: skip
    place = (draft.window, draft.table, draft.row_id, draft.column)
    if draft not in open_here:
        world.shown[laptop.path, *place] = shown_words(laptop.archive, draft.row_id)
    drafts.save(replace(draft, text=f"{draft.text} {world.word()}"))


def leave_window(world: World, laptop: Laptop, number: int) -> None:
    """What was typed is written, and takes away nothing that came after the first key."""
    archive = laptop.archive
    draft = chosen(archive.drafts.pending(), number)
    if draft is None:
        return
    place = (draft.window, draft.table, draft.row_id, draft.column)
    before = shown_words(archive, draft.row_id)
    archive.drafts.commit(*place)
    written = set("\n".join(all_values(archive)).split())
    assert set(draft.text.split()) <= written
    if (laptop.path, *place) in world.shown and archive.notes.find(draft.row_id):
        gone = before - shown_words(archive, draft.row_id)
        assert gone <= world.shown[laptop.path, *place]


def shown_words(archive: Archive, row_id: str) -> set[str]:
    """The words of the note in its table, without what is being typed into it."""
    found = archive._file.database.execute("SELECT text FROM note WHERE id = ?", [row_id])
    return set().union(*(words_in(text) for (text,) in found.fetchall()))


def leave_all(world: World, laptop: Laptop, number: int) -> None:
    laptop.archive.drafts.commit_all()
    assert laptop.archive.drafts.pending() == []


def throw_away(world: World, laptop: Laptop, number: int) -> None:
    draft = chosen(laptop.archive.drafts.pending(), number)
    if draft is not None:
        laptop.archive.drafts.discard(draft.window, draft.table, draft.row_id, draft.column)


def all_values(archive: Archive) -> list[str]:
    found = archive._file.database.execute("SELECT value FROM change WHERE col = 'text'")
    return [value.strip('"').replace("\\n", " ") for (value,) in found]


## Back, forth, and what two people did


def settle(world: World, laptop: Laptop, number: int) -> None:
    conflict = chosen(laptop.archive.conflicts(), number)
    if conflict is None:
        return
    value = chosen([side.value for side in conflict.sides], number // 3)
    if conflict.column == "deleted":
        value = number % 2 == 0
    try:
        laptop.archive.settle(conflict, value)
    except NotFoundError:
        return
    places = {(each.table, each.row_id, each.column) for each in laptop.archive.conflicts()}
    assert (conflict.table, conflict.row_id, conflict.column) not in places


TEXTS: dict[str, Deed] = {"say": say, **{name: edit(name) for name in EDITS}}
FIELDS: dict[str, Deed] = {
    each.__name__: each
    for each in (recommend, name_the_meeting, turn_kind, name_the_speaker, introduce, rename,
                 attend, take_the_floor, plan, retitle)
}  # fmt: skip
ROWS: dict[str, Deed] = {each.__name__: each for each in (delete, restore, move, settle)}
PEOPLE: dict[str, Deed] = {
    each.__name__: each for each in (introduce, rename, merge, merge, part, tell_apart)
}
DRAFTS: dict[str, Deed] = {
    each.__name__: each for each in (type_on, leave_window, leave_all, throw_away)
}
