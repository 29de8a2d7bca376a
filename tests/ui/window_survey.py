"""What a surveyor measures on a window: names, mirrored places, cut words, pictures."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from ui.widgets.label import ElidedLabel

_NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.RadioButton,
}


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An accessible thing and all below it."""
    yield interface
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield from walk(child)


def nameless_controls(window: QWidget) -> list[str]:
    """The controls in view that a screen reader could not name, by role and place."""
    return [
        f"{each.role()} at {each.rect()}"
        for each in walk(QAccessible.queryAccessibleInterface(window))
        if each.role() in _NAMED
        and not each.state().invisible
        and not each.text(QAccessible.Text.Name).strip()
        and _is_of_ours(each)
    ]


def _is_of_ours(interface: QAccessibleInterface) -> bool:
    # Qt's own line edit inside a combo box or a scroll bar's buttons are named by their owner.
    thing = interface.object()
    return isinstance(thing, QWidget) and not thing.objectName().startswith("qt_")


def place_in(window: QWidget, part: QWidget) -> QRect:
    """Where a part is, in the window's coordinates."""
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def mirrored(place: QRect, width: int) -> QRect:
    """A place seen in a mirror in a window of a width."""
    return QRect(width - place.x() - place.width(), place.y(), place.width(), place.height())


def cut_texts(window: QWidget) -> list[str]:
    """The words of labels and buttons in view that are wider than what shows them."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or isinstance(part, ElidedLabel):
            continue
        if isinstance(part, QLabel) and (part.wordWrap() or not part.text()):
            continue
        if isinstance(part, QLabel | QAbstractButton) and part.width() < part.sizeHint().width():
            found.append(part.text())
    return found


def unreachable(window: QWidget) -> list[str]:
    """The fields and buttons in view that no key comes to.

    Tab comes to the chosen one of buttons that exclude each other, the arrow keys to the rest.
    """
    # The parts themselves are kept: a wrapper that is let go of leaves its id to another one.
    reached: list[QWidget] = []
    current: QWidget | None = window
    while current is not None and current not in reached:
        reached.append(current)
        current = current.nextInFocusChain()
    return [
        part.accessibleName()
        for part in window.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit | QComboBox)
        and part.isVisible()
        and part.isEnabled()
        and not part.objectName().startswith("qt_")
        and part.accessibleName()
        and not _is_beside_the_chosen_one(part)
        and not (part in reached and part.focusPolicy().value & 1)
    ]


def _is_beside_the_chosen_one(part: QWidget) -> bool:
    if not isinstance(part, QAbstractButton) or part.isChecked():
        return False
    group = part.group()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    # Qt takes Tab from the others as soon as one of them has had the focus.
    beside = part.parentWidget().findChildren(
        QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return part.autoExclusive() and any(
        each.autoExclusive() and each.isChecked() for each in beside
    )


def take_picture(window: QWidget, path: Path) -> None:
    """Keep what the window shows as a PNG."""
    if not window.grab().save(str(path)):
        raise OSError(path)
