"""Faults of the toolkit that once crashed windows: a new version must not bring them back."""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 2000


class Bell(QObject):
    rung = Signal(bool)


def test_calls_that_return_nothing_keep_the_count_of_none():
    """PySide6 6.12.0 on Python 3.11 lost a reference at each call, and aborted after thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("thing")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10


def test_signals_keep_the_count_of_what_they_carry():
    bell = Bell()
    before = sys.getrefcount(True)  # noqa: FBT003
    for _ in range(CALLS):
        bell.rung.emit(True)  # noqa: FBT003
    assert abs(sys.getrefcount(True) - before) < CALLS / 10  # noqa: FBT003
