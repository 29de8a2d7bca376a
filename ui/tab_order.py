"""Tab goes where the eye goes: along the line, then down, pane by pane, in either direction."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)


def step_focus(root: QWidget, *, forwards: bool) -> bool:
    """Let the focus go to the next tab stop as they are read, or to the one before.

    Parts come and go, so the order is found at every Tab; Qt's own is that of their making, and
    chaining it anew (`setTabOrder`) loses parts that stand in for others (measured).

    Returns:
        Whether the focus went: it does not from a part that neither is a stop nor holds one.
    """
    stops = reading_order(root)
    here: QWidget | None = root.window().focusWidget()
    if here in stops:
        target = stops[(stops.index(here) + (1 if forwards else -1)) % len(stops)]
    else:  # a screen that is still being read has the focus itself
        inside = [each for each in stops if here is not None and here.isAncestorOf(each)]
        if not inside:
            return False
        target = inside[0 if forwards else -1]
    reasons = Qt.FocusReason
    target.setFocus(reasons.TabFocusReason if forwards else reasons.BacktabFocusReason)
    _bring_in_view(target, root)
    return True


def reading_order(root: QWidget) -> list[QWidget]:
    """The parts in view that Tab stops at, as layouts order them: these know both directions."""
    # A page is met twice: as what its scroll area shows, and as a part of its viewport.
    return list(dict.fromkeys(each for each in _below(root) if _is_stop(each)))


def _is_stop(part: QWidget) -> bool:
    takes_tab = bool(part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    if not takes_tab or not part.isEnabled() or part.focusProxy() is not None:
        return False
    return not isinstance(part, QAbstractButton) or not _is_beside_the_chosen_one(part)


def _is_beside_the_chosen_one(button: QAbstractButton) -> bool:
    """Whether another of its group is chosen: the arrows lead from that one to this."""
    group: QButtonGroup | None = button.group()
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    return chosen is not None and chosen is not button


def _bring_in_view(part: QWidget, root: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _below(part: QWidget) -> Iterator[QWidget]:
    for child in _children(part):
        if child.isVisible():
            yield child
            yield from _below(child)


def _children(part: QWidget) -> Iterator[QWidget]:
    placed: list[QWidget | None] = []
    layout = part.layout()
    if layout is not None:
        placed.extend(_laid(layout))
    elif isinstance(part, QSplitter):
        placed.extend(part.widget(at) for at in range(part.count()))
    elif isinstance(part, QScrollArea):
        placed.append(part.widget())
    yield from (each for each in placed if each is not None)
    for child in part.children():
        if isinstance(child, QWidget) and child not in placed and not child.isWindow():
            yield child


def _laid(layout: QLayout) -> Iterator[QWidget]:
    items = range(layout.count())
    if isinstance(layout, QGridLayout):
        items = sorted(items, key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[assignment, index]
    for at in items:
        item = layout.itemAt(at)
        below = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _laid(below)
