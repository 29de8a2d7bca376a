"""Undo and redo, and what must be so right after them (engine.md §6, 7)."""

from recorder import Archive
from tests.recorder.archive.invariants import ask, words_in, words_of_author
from tests.recorder.archive.laptops import tables
from tests.recorder.archive.world import Laptop


def go_back(laptop: Laptop) -> None:
    """Undo; of what others wrote no word goes."""
    archive = laptop.archive
    archive.drafts.commit_all()
    before, own = words_in_sight(archive), words_of_author(archive, archive._writer.author_id)
    archive.undo()
    assert before - words_in_sight(archive) <= own


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


def words_in_sight(archive: Archive) -> set[str]:
    texts = ask(archive, "SELECT text FROM note WHERE deleted = 0")
    return set().union(*(words_in(text) for (text,) in texts))
