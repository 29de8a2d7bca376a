"""Undo and redo, and what must be so right after them (engine.md §6, 7)."""

from collections.abc import Iterable

from recorder import Archive
from tests.recorder.archive.invariants import ask, split, words_in, words_of_author
from tests.recorder.archive.laptops import tables
from tests.recorder.archive.world import Laptop


def go_back(laptop: Laptop) -> None:
    """Undo; of what others wrote no word goes.

    A row that this author had brought back may be put away again with all that is in it: so it
    was before.
    """
    archive = laptop.archive
    archive.drafts.commit_all()
    before, own = texts_in_sight(archive), words_of_author(archive, archive._writer.author_id)
    archive.undo()
    after = texts_in_sight(archive)
    put_away = (before.keys() - after.keys()) & brought_back_by(archive)
    at_stake = words_of(text for row_id, text in before.items() if row_id not in put_away)
    assert at_stake - words_of(after.values()) <= own


def go_forth(laptop: Laptop) -> None:
    laptop.archive.redo()


def go_back_and_forth(laptop: Laptop) -> None:
    """What was undone whole and done again whole is as it was."""
    archive = laptop.archive
    archive.drafts.commit_all()
    before = tables(archive)
    undone = archive.undo()
    if undone is None or undone.kept:
        return
    redone = archive.redo()
    assert redone is not None
    if not redone.kept and not before["conflicts"]:
        assert tables(archive) == before


def texts_in_sight(archive: Archive) -> dict[str, str]:
    return dict(ask(archive, "SELECT id, text FROM note WHERE deleted = 0"))


def words_of(texts: Iterable[str]) -> set[str]:
    return set().union(*map(words_in, texts))


def brought_back_by(archive: Archive) -> set[str]:
    """The notes that the archive's author had restored, or written in, when they were deleted."""
    writes = ask(
        archive,
        "SELECT row_id, change.id, parents, value, author FROM change"
        " JOIN action ON action.no = change.action WHERE tbl = 'note' AND col = 'deleted'",
    )
    deletions = {change_id for _, change_id, _, value, _ in writes if value == "1"}
    mine = archive._writer.author_id
    return {
        row_id
        for row_id, _, parents, value, author in writes
        if (value, author) == ("0", mine) and deletions.intersection(split(parents))
    }
