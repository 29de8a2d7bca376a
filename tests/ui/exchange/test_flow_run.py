"""What waits for the stick waits alone: typing goes on, and a stop leaves everything whole."""

import threading

import pytest

from recorder import BundleError, Draft, Step, SyncStoppedError
from tests.ui.exchange.laptop import Laptop
from ui.exchange.flow_run import FlowRun
from ui.exchange.sharing import Stage


class Gate:
    """Work at the stick that lasts until it is let through."""

    def __init__(self) -> None:
        self.reached, self._opened = threading.Event(), threading.Event()

    def work(self, *_arguments: object) -> str:
        self.reached.set()
        assert self._opened.wait(20)
        return "done"

    def open(self) -> None:
        self._opened.set()


@pytest.fixture
def gate():
    made = Gate()
    yield made
    made.open()


class Fate:
    """How a run ended."""

    def __init__(self, run: FlowRun, qtbot) -> None:
        self.results, self.errors, self._qtbot = [], [], qtbot
        run.done.connect(self.results.append)
        run.failed.connect(self.errors.append)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.results or self.errors), timeout=20_000)


def stick_step(work) -> Step:
    return Step("write", 0, 1, at_stick=True, work=work)


def archive_step(work) -> Step:
    return Step("merge", 0, 1, at_stick=False, work=work)


def test_a_draft_is_on_the_disk_while_the_stick_keeps_its_step_waiting(bridge, qtbot, gate):
    def flow():
        return (yield stick_step(gate.work))

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    fate = Fate(run, qtbot)
    run.start()
    qtbot.waitUntil(gate.reached.is_set, timeout=5_000)
    draft = Draft(window="box", table="note", row_id="n", column="text", text="كُتب والفلاشة بطيئة",
                  fields={"meeting_id": "m"})  # fmt: skip
    kept = []
    bridge.request(lambda archive: archive.drafts.save(draft))
    bridge.request(lambda archive: archive.drafts.pending(), kept.extend)
    qtbot.waitUntil(lambda: bool(kept), timeout=5_000)
    assert [each.text for each in kept] == ["كُتب والفلاشة بطيئة"]
    assert fate.results == []
    gate.open()
    fate.wait()
    assert fate.results == ["done"]


def test_each_step_runs_where_it_belongs(bridge, qtbot):
    threads = []

    def note() -> None:
        threads.append(threading.current_thread().name)

    def flow():
        note()
        yield stick_step(note)
        yield archive_step(note)
        note()

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    fate = Fate(run, qtbot)
    run.start()
    fate.wait()
    assert threads == ["stick", "stick", "archive", "stick"]


@pytest.mark.parametrize("make_step", [stick_step, archive_step])
def test_what_a_step_raises_is_thrown_into_the_flow_which_decides(bridge, qtbot, make_step):
    heard = []
    bridge.failed.connect(heard.append)

    def fail() -> None:
        raise BundleError(reason="damaged")

    def flow():
        try:
            yield make_step(fail)
        except BundleError as error:
            return error.data["reason"]

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    fate = Fate(run, qtbot)
    run.start()
    fate.wait()
    assert fate.results == ["damaged"]
    assert heard == []


def test_a_stop_lets_the_step_end_and_closes_the_flow(bridge, qtbot, gate):
    went = []

    def flow():
        try:
            yield stick_step(gate.work)
            went.append("never")
        finally:
            went.append("closed")

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    fate = Fate(run, qtbot)
    run.start()
    qtbot.waitUntil(gate.reached.is_set, timeout=5_000)
    run.stop()
    gate.open()
    fate.wait()
    assert went == ["closed"]
    assert [type(each) for each in fate.errors] == [SyncStoppedError]


def test_a_thousand_small_steps_are_told_a_few_times(bridge, qtbot):
    told = []

    def flow():
        for at in range(1_000):
            yield Step("read", at, 1_000, at_stick=True, work=lambda: None)

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    run.moved.connect(lambda *what: told.append(what))
    fate = Fate(run, qtbot)
    run.start()
    fate.wait()
    assert told[0] == ("read", 0, 1_000)
    assert len(told) < 100


def test_a_mistake_of_ours_is_told_and_nobody_waits_for_ever(bridge, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_more: told.append(kind))

    def flow():
        yield stick_step(lambda: 1 / 0)

    run = FlowRun(bridge, lambda _archive: flow(), bridge)
    fate = Fate(run, qtbot)
    run.start()
    fate.wait()
    assert told == [ZeroDivisionError]
    assert [each.code for each in fate.errors] == ["recorder"]


## In the window


def test_typing_goes_on_while_a_slow_stick_is_written(layla: Laptop, monkeypatch, gate):
    monkeypatch.setattr("recorder.sync.stick.Stick.put_bundle", gate.work)
    layla.share()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    layla.window.open_meeting("m")
    workspace = layla.window.screen_named("workspace")
    layla.qtbot.waitUntil(lambda: workspace.notes.rowCount() == 2, timeout=20_000)
    workspace.capture.box.setFocus()
    layla.type("تُكتب الآن")
    layla.qtbot.waitUntil(
        lambda: "تُكتب الآن" in str(layla.ask(lambda archive: archive.drafts.pending())),
        timeout=5_000,
    )
    assert layla.sharing.is_running
    gate.open()
    layla.is_done_writing()


def test_a_half_written_note_that_a_sync_takes_along_is_one_note_in_the_end(layla: Laptop):
    layla.share()
    layla.window.open_meeting("m")
    workspace = layla.window.screen_named("workspace")
    layla.qtbot.waitUntil(lambda: workspace.notes.rowCount() == 2, timeout=20_000)
    workspace.capture.box.setFocus()
    layla.type("نصف ")
    layla.sharing.found()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.report is not None, timeout=30_000)
    workspace.capture.box.setFocus()
    layla.type("جملة")
    layla.press()
    layla.qtbot.waitUntil(
        lambda: (
            layla.ask(lambda archive: [each.text for each in archive.notes.all("m")])[2:]
            == ["نصف جملة"]
        ),
        timeout=10_000,
    )


def test_stopping_says_that_it_stopped_and_leads_back(layla: Laptop, monkeypatch, gate):
    layla.share()
    layla.sharing.found()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.report is not None, timeout=30_000)
    layla.sharing.dismiss()
    monkeypatch.setattr("recorder.sync.exchange.Exchange.bundles", gate.work)
    layla.press()
    layla.comes_to(Stage.WORKING)
    layla.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    assert layla.focus is layla.card.stop
    layla.press()
    gate.open()
    layla.comes_to(Stage.FAILED)
    assert "أُوقفت المزامنة" in layla.words


def test_a_window_that_closes_while_the_stick_works_does_not_wait_for_it(
    layla: Laptop, monkeypatch, gate
):
    monkeypatch.setattr("recorder.sync.stick.Stick.put_bundle", gate.work)
    layla.share()
    layla.press()
    layla.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    assert layla.window.close()
    assert not layla.bridge.is_running
