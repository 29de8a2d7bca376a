import sys
import threading

import pytest
from PySide6.QtCore import QObject

from recorder import ArchiveInUseError, ArchiveUnwritableError, Changes
from ui.bridge import ArchiveBridge


class Shelf:
    """Something to be asked, in place of an archive."""

    def __init__(self):
        self.thread = threading.get_ident()
        self.closed = False
        self.written = []

    def write(self, word):
        self.written.append(word)
        return Changes("word.write", "1", {"word": frozenset({word})})

    def refuse(self):
        raise ArchiveUnwritableError(reason="full")

    def break_down(self):
        raise ZeroDivisionError

    def close(self):
        self.closed = True


class Asker(QObject):
    def __init__(self):
        super().__init__()
        self.got = []

    def take(self, result):
        self.got.append(result)


@pytest.fixture
def shelf():
    return []


@pytest.fixture
def shelf_bridge(shelf, qtbot):
    def make():
        shelf.append(Shelf())
        return shelf[-1]

    bridge = ArchiveBridge(make)
    yield bridge
    bridge.close(5)


def test_the_archive_is_made_and_asked_in_a_thread_of_its_own(shelf_bridge, shelf, qtbot):
    asked = []
    with qtbot.waitSignal(shelf_bridge.opened):
        shelf_bridge.open()
    shelf_bridge.request(lambda _shelf: threading.get_ident(), asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [shelf[0].thread]
    assert asked[0] != threading.get_ident()


def test_requests_made_before_it_is_open_wait_and_keep_their_order(shelf_bridge, shelf, qtbot):
    for word in ("one", "two", "three"):
        shelf_bridge.request(lambda each, word=word: each.write(word), saves=True)
    with qtbot.waitSignal(shelf_bridge.settled):
        shelf_bridge.open()
    assert shelf[0].written == ["one", "two", "three"]


def test_a_change_is_told_with_who_asked_for_it(shelf_bridge, qtbot):
    asker = Asker()
    shelf_bridge.open()
    with qtbot.waitSignal(shelf_bridge.changed) as told:
        shelf_bridge.request(lambda each: each.write("word"), origin=asker)
    changes, origin = told.args
    assert changes.touches("word", "word")
    assert origin is asker


def test_an_answer_for_a_widget_that_is_gone_is_dropped(shelf_bridge, qtbot):
    asker, later = Asker(), []
    gate = threading.Event()
    shelf_bridge.open()
    shelf_bridge.request(lambda _shelf: gate.wait(5), asker.take)
    shelf_bridge.request(lambda _shelf: 2, lambda _two: later.append(asker.got), origin=None)
    asker.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: bool(later))
    assert later == [[]]


def test_a_refusal_of_the_disk_is_told_and_is_not_called_saved(shelf_bridge, qtbot):
    shelf_bridge.open()
    settled = []
    shelf_bridge.settled.connect(lambda: settled.append(1))
    with qtbot.waitSignals([shelf_bridge.failed, shelf_bridge.save_failed]):
        shelf_bridge.request(lambda each: each.refuse(), saves=True)
    assert settled == []
    assert shelf_bridge.is_settled


def test_the_one_who_asked_may_take_the_refusal_himself(shelf_bridge, qtbot):
    told, refused = [], []
    shelf_bridge.failed.connect(told.append)
    shelf_bridge.open()
    shelf_bridge.request(lambda each: each.refuse(), failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].code == "archive_unwritable"
    assert told == []


def test_a_mistake_of_ours_goes_to_the_crash_report_and_the_thread_lives_on(
    shelf_bridge, qtbot, monkeypatch
):
    mistakes, answers = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: mistakes.append(kind))
    shelf_bridge.open()
    shelf_bridge.request(lambda each: each.break_down())
    shelf_bridge.request(lambda _shelf: "still here", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert mistakes == [ZeroDivisionError]


def test_closing_finishes_what_was_asked_and_closes_the_archive(shelf_bridge, shelf, qtbot):
    with qtbot.waitSignal(shelf_bridge.opened):
        shelf_bridge.open()
    for at in range(20):
        shelf_bridge.request(lambda each, at=at: each.write(at), saves=True)
    assert shelf_bridge.close(5)
    assert shelf[0].written == list(range(20))
    assert shelf[0].closed


def test_an_archive_that_does_not_open_is_told_and_nothing_hangs(qtbot):
    def refuse():
        raise ArchiveInUseError(path="x")

    bridge = ArchiveBridge(refuse)
    bridge.request(lambda each: each.write("lost"))
    with qtbot.waitSignal(bridge.refused):
        bridge.open()
    assert bridge.refusal.code == "archive_in_use"
    assert not bridge.is_open
    assert bridge.close(5)


def test_what_is_asked_of_an_archive_that_did_not_open_is_told_as_refused(qtbot):
    def refuse():
        raise ArchiveInUseError(path="x")

    bridge, told, unsaved = ArchiveBridge(refuse), [], []
    bridge.save_failed.connect(unsaved.append)
    bridge.request(lambda each: each.write("early"), failed=told.append, saves=True)
    with qtbot.waitSignal(bridge.refused):
        bridge.open()
    bridge.request(lambda each: each.write("late"), failed=told.append, saves=True)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == unsaved == [bridge.refusal] * 2
    assert bridge.is_settled
    assert bridge.close(5)


def test_who_asked_hears_of_a_mistake_of_ours_too(shelf_bridge, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_error: None)
    told, unsaved = [], []
    shelf_bridge.save_failed.connect(unsaved.append)
    shelf_bridge.open()
    shelf_bridge.request(lambda each: each.break_down(), failed=told.append, saves=True)
    shelf_bridge.request(lambda each: each.break_down(), saves=True)
    qtbot.waitUntil(lambda: len(unsaved) == 2)
    assert [each.code for each in told] == ["recorder"]


def test_an_archive_is_closed_for_what_is_done_to_its_file_and_opened_again(
    shelf_bridge, shelf, qtbot
):
    with qtbot.waitSignal(shelf_bridge.opened):
        shelf_bridge.open()
    shelf_bridge.request(lambda each: each.write("before"), saves=True)
    states, done = [], []
    with qtbot.waitSignal(shelf_bridge.opened):
        shelf_bridge.reopen(lambda: states.append(shelf[0].closed) or "restored", done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (states, done) == ([True], ["restored"])
    assert shelf[0].written == ["before"]
    assert len(shelf) == 2
    shelf_bridge.request(lambda each: each.write("after"), saves=True)
    assert shelf_bridge.close(5)
    assert shelf[1].written == ["after"]


def test_an_archive_that_was_refused_may_open_at_the_next_try(qtbot):
    tries = [ArchiveInUseError(path="x"), None, ArchiveUnwritableError(path="x")]

    def make():
        error = tries.pop(0)
        if error:
            raise error
        return Shelf()

    bridge, answers = ArchiveBridge(make), []
    with qtbot.waitSignal(bridge.refused):
        bridge.open()
    with qtbot.waitSignal(bridge.opened):
        bridge.reopen()
    assert bridge.refusal is None
    bridge.request(lambda _shelf: "open", answers.append)
    qtbot.waitUntil(lambda: answers == ["open"])
    with qtbot.waitSignal(bridge.refused):
        bridge.reopen()
    assert not bridge.is_open
    assert bridge.close(5)


def test_what_could_not_be_done_to_the_file_is_told_once_the_archive_is_open_again(
    shelf_bridge, qtbot
):
    order, told = [], []
    with qtbot.waitSignal(shelf_bridge.opened):
        shelf_bridge.open()
    shelf_bridge.opened.connect(lambda: order.append("opened"))

    def refuse():
        raise ArchiveUnwritableError(path="x")

    shelf_bridge.reopen(refuse, failed=lambda error: (order.append("failed"), told.append(error)))
    qtbot.waitUntil(lambda: bool(told))
    assert order == ["opened", "failed"]
    assert told[0].code == "archive_unwritable"


def test_what_takes_long_holds_up_neither_the_window_nor_the_archive(shelf_bridge, qtbot):
    gate, done, answers = threading.Event(), [], []
    shelf_bridge.open()
    shelf_bridge.aside(lambda: gate.wait(5), done.append)
    shelf_bridge.request(lambda _shelf: "typed", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert done == []
    gate.set()
    qtbot.waitUntil(lambda: done == [True])
