"""The whole look larger and smaller: Ctrl with plus, minus, 0 or the wheel. Nothing typed moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.settings.store import TEXT_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.actions import Actions
    from ui.settings.store import SettingsStore

NORMAL = 100
_NOTCH = 120
"""What a wheel reports for one notch (Qt's eighths of a degree); touch pads report less."""
_WHEEL_RESTS_MS = 150


class Zoom(QObject):
    """Steps through the sizes of text, and tells the window to be built anew.

    The wheel is watched only while Ctrl is held: a filter of the whole application would call
    Python for every event there is.
    """

    def __init__(
        self, store: SettingsStore, rebuild_soon: Callable[[int], None], window: QWidget
    ) -> None:
        """Prepare; `rebuild_soon` builds the window anew after so many milliseconds."""
        super().__init__(window)
        self._store, self._rebuild_soon, self._window = store, rebuild_soon, window
        self._turned = 0
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - no window without it
        self._application = application
        application.focusChanged.connect(self._on_focus_changed)

    def bind(self, actions: Actions) -> None:
        """Answer the commands of a window that was built anew."""
        actions.bind("zoom.in", lambda: self.step(1))
        actions.bind("zoom.out", lambda: self.step(-1))
        actions.bind("zoom.reset", lambda: self._take(NORMAL))

    def step(self, steps: int, *, delay_ms: int = 0) -> None:
        """So many sizes up, or down."""
        now = TEXT_SIZES.index(self._store.settings.text_size)
        self._take(TEXT_SIZES[min(max(now + steps, 0), len(TEXT_SIZES) - 1)], delay_ms=delay_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl goes down in the focused part; then the wheel turns over any part."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._on_wheel(watched, event)
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Control:  # type: ignore[attr-defined]
            self._application.installEventFilter(self)
        elif event.type() in {QEvent.Type.KeyRelease, QEvent.Type.ApplicationStateChange}:
            self._stop_watching()
        return False

    def _on_wheel(self, watched: QObject, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._stop_watching()
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self.step(notches, delay_ms=_WHEEL_RESTS_MS)
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def _stop_watching(self) -> None:
        if not QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            self._application.removeEventFilter(self)

    def _take(self, size: int, *, delay_ms: int = 0) -> None:
        if size != self._store.settings.text_size:
            self._store.change(text_size=size)
            self._rebuild_soon(delay_ms)
