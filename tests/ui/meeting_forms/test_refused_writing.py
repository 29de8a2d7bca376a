"""What a full disk refuses stays in the form of the recommendation."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from recorder import ArchiveUnwritableError
from tests.ui.typing_hand import type_text


def entries(desk):
    every = desk.ask(lambda archive: archive.follow_ups.all())
    return [each for each in every if each.recommendation_id == "rec-1"]


@pytest.fixture
def full_disk(desk, monkeypatch):
    """While it holds, nothing can be written."""

    def refuse(*_any, **_rest):
        raise ArchiveUnwritableError(reason="full")

    @contextmanager
    def hold():
        with monkeypatch.context() as full:
            full.setattr(type(desk.ask(lambda archive: archive.follow_ups)), "append", refuse)
            full.setattr(type(desk.ask(lambda archive: archive.drafts)), "save", refuse)
            yield

    return hold


def test_an_entry_that_the_disk_refuses_stays_in_the_form(desk, recommendation, full_disk):
    card = recommendation.follow_up
    type_text(card.progress, "40")
    with full_disk():
        type_text(card.text, "عُقد اجتماع")
        card.add.click()
        desk.settle()
        assert (card.text.words, card.progress.value) == ("عُقد اجتماع", 40)
    card.add.click()
    desk.settle()
    assert [(each.text, each.progress) for each in entries(desk)] == [("عُقد اجتماع", 40)]
    assert card.text.words == ""
    assert desk.ask(lambda archive: archive.drafts.pending()) == []


def test_a_refused_entry_is_written_once_when_there_is_room_again(desk, recommendation, full_disk):
    card = recommendation.follow_up
    type_text(card.progress, "40")
    with full_disk():
        type_text(card.text, "عُقد اجتماع")
        card.add.click()
        desk.settle()
    card._drafting.leave()
    desk.until(lambda: not card.text.words)
    desk.settle()
    assert [(each.text, each.progress) for each in entries(desk)] == [("عُقد اجتماع", 40)]


def test_a_new_recommendation_that_the_disk_refuses_gives_the_one_before_back(
    make_recommendations, qtbot, monkeypatch
):
    desk, form = make_recommendations()

    def refuse(_subject, _row, **_rest):
        raise ArchiveUnwritableError(reason="full")

    monkeypatch.setattr(type(desk.ask(lambda archive: archive.recommendations)), "append", refuse)
    with qtbot.waitSignal(desk.bridge.failed):
        qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    assert form.what.text.words == "خطة عمل مشتركة"
    assert form.what.text.isEnabled()
