"""A small list of the items of the agenda, to choose one by digit or arrows."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from recorder import AgendaItem
from ui.i18n import _
from ui.services import Services

_DIGITS = 9


def open_item_menu(
    over: QWidget,
    services: Services,
    items: Iterable[tuple[AgendaItem, int, str]],
    current: str | None,
    chosen: Callable[[str], None],
) -> None:
    """Open the list over a widget.

    Args:
        over: at whose upper start corner it opens.
        services: the surroundings.
        items: with their depth and number, in the order of the agenda.
        current: the id of the item that is marked.
        chosen: receives the id of the one that the user chose.
    """
    menu = QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Items of the agenda"))
    for at, (item, depth, number) in enumerate(items, 1):
        title = (item.title or _("Untitled item")).replace("&", "&&")
        key = f"&{at} " if at <= _DIGITS else ""
        del number
        action = menu.addAction(f"{'    ' * depth}{key} {title}")
        action.setCheckable(True)
        action.setChecked(item.id == current)
        if item.id == current:
            menu.setActiveAction(action)
        action.triggered.connect(lambda _checked=False, item_id=item.id: chosen(item_id))
    place = over.rect().topRight() if services.theme.is_rtl else over.rect().topLeft()
    menu.popup(over.mapToGlobal(place))
