import logging
import sys

import pytest
from PySide6.QtWidgets import QApplication

from ui.crash import CrashReporter, trace_without_content
from ui.widgets.dialog import Dialog


def fail_with_a_name():
    raise ValueError("قالت ليلى كيالي")


@pytest.fixture
def reporter(monkeypatch, qapp):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test
    made = CrashReporter()
    made.install()
    yield made
    for dialog in [each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog)]:
        dialog.close()


def test_a_report_tells_places_and_no_word_of_a_meeting():
    with pytest.raises(ValueError, match="ليلى") as caught:
        fail_with_a_name()
    report = trace_without_content(caught.value, caught.tb)
    assert "fail_with_a_name" in report
    assert "ValueError" in report
    assert "ليلى" not in report


def test_many_mistakes_at_once_open_one_dialog_and_log_no_content(reporter, qtbot, caplog):
    caplog.set_level(logging.ERROR)
    for _round in range(3):
        try:
            fail_with_a_name()
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    def dialogs():
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, Dialog) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(dialogs()))
    assert len(dialogs()) == 1
    assert len(caplog.records) == 3
    assert "ليلى" not in caplog.text
