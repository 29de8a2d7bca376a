"""The whole window without eyes and without a mouse: names, roles, Tab, the order of reading."""

from collections import defaultdict
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.window_survey import nameless_controls, place_in, walk
from ui.screens import SCREENS
from ui.tab_order import reading_order

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button, ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.List, ROLE.Table,
    ROLE.RadioButton, ROLE.SpinBox, ROLE.Slider, ROLE.Tree, ROLE.ButtonMenu, ROLE.PageTab,
}  # fmt: skip
MOST_STOPS = 200
LOOKS = [("ar", (1366, 768)), ("en", (1366, 768)), ("ar", (911, 512))]


@pytest.fixture
def on_screen(qtbot, make_window, sample, bridge):
    """A screen of a window with the sample in it, everything read."""

    def show(screen, language, size):
        window = make_window(language=language, size=size)
        window.activateWindow()
        window.open_meeting(sample)
        window.show_screen(screen)
        for _round in range(3):  # what was read may ask for more
            read = []
            bridge.request(lambda _archive: None, read.append)
            qtbot.waitUntil(lambda read=read: bool(read), timeout=20_000)
        return window

    return show


def controls(window):
    for each in walk(QAccessible.queryAccessibleInterface(window)):
        thing = each.object()
        inner = isinstance(thing, QWidget) and thing.objectName().startswith("qt_")
        if each.role() in CONTROLS and not each.state().invisible and not inner:
            yield each


def tab_round(window):
    """The parts that Tab comes to, from the focus until it is there again."""
    start = QApplication.focusWidget()
    if start not in reading_order(start.window().frame):  # a screen that waits for its parts
        QTest.keyClick(start, Qt.Key.Key_Tab)
        start = QApplication.focusWidget()
    reached, here = [start], None
    while len(reached) < MOST_STOPS:
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is start:
            return reached
        reached.append(here)
    raise AssertionError([each.accessibleName() or type(each).__name__ for each in reached[:40]])


def what_it_does(thing):
    """The command behind a button; another button of the same one may have the same name."""
    return thing.toolTip() if isinstance(thing, QAbstractButton) else None


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("language", "size"), LOOKS, ids=["ar", "en", "small"])
def test_a_screen_can_be_used_without_eyes_and_mouse(on_screen, screen, language, size):
    window = on_screen(screen, language, size)
    assert nameless_controls(window) == []
    assert same_names(window) == []
    assert mute_stops(window) == []
    stops = tab_round(window)
    assert unreached(window, stops) == []
    assert out_of_order(window, stops) == []


def same_names(window):
    """Names that different things on the screen have."""
    things = defaultdict(set)
    for each in controls(window):
        name = each.text(QAccessible.Text.Name)
        if isinstance(each.object(), QComboBox):  # on X11 its name is told by its label
            name = each.object().accessibleName()
        things[each.role(), name].add(what_it_does(each.object()) or id(each.object()))
    return [name for (_role, name), different in things.items() if len(different) > 1]


def mute_stops(window):
    """Tab stops of which a screen reader would not say what they are."""
    told = CONTROLS | {ROLE.StaticText}
    mute = []
    for part in reading_order(window.frame):
        face = QAccessible.queryAccessibleInterface(part)
        if face.role() not in told or not face.text(QAccessible.Text.Name).strip():
            mute.append((type(part).__name__, face.role().name))
    return mute


def unreached(window, stops):
    """Controls in view that Tab does not come to; arrows come to the rest of a group."""
    missing = []
    for part in window.findChildren(QWidget):
        if not isinstance(part, QAbstractButton | QLineEdit | QTextEdit) or part in stops:
            continue
        if not part.isVisible() or not part.isEnabled() or part.objectName().startswith("qt_"):
            continue
        if not part.accessibleName() or _is_in_a_group(part, stops) or _is_inside(part, stops):
            continue
        missing.append(part.accessibleName())
    return missing


def _is_in_a_group(part, stops):
    """Whether the arrows lead to it from another one that is a stop."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    if group is not None and group.exclusive():
        return True
    beside = part.parentWidget().findChildren(type(part))
    is_choice = isinstance(part, QAbstractButton) and part.isCheckable()
    return is_choice and any(each in stops and each.isCheckable() for each in beside)


def _is_inside(part, stops):
    return any(stop.isAncestorOf(part) for stop in stops)


def out_of_order(window, stops):
    """Pairs of stops of which the second is read before the first, told by where they stand."""
    at = min(range(len(stops)), key=lambda at: reading_order(window.frame).index(stops[at]))
    rolled = stops[at:] + stops[:at]
    return [
        (one.accessibleName(), other.accessibleName())
        for one, other in pairwise(rolled)
        if not _follows(window, one, other)
    ]


def _follows(window, one, other):
    """Whether the blocks in which two parts stand follow each other, downwards or onwards."""
    above = one.parentWidget()
    while above is not None and not above.isAncestorOf(other):
        one, above = above, above.parentWidget()
    while other.parentWidget() is not above:
        other = other.parentWidget()
    first, second = place_in(window, one), place_in(window, other)
    if second.top() >= first.bottom() - 4:
        return True
    rtl = window.services.theme.is_rtl
    return second.right() <= first.left() + 4 if rtl else second.left() >= first.right() - 4


def test_every_command_that_works_has_a_key_or_stands_in_the_palette(on_screen):
    from ui.palette.opening import _offers

    window = on_screen("workspace", "ar", (1366, 768))
    for name in SCREENS:
        window.show_screen(name)
        offered = {offer.title for offer in _offers(window)}
        mute = [
            command.id
            for command, action in window.services.actions.all()
            if action.isEnabled() and not command.keys and action.text() not in offered
        ]
        assert mute == []
