"""The pane of photographs: the list, and below it what is said of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.photos.photo_rows import PhotoDelegate, PhotoLine, PhotosModel
from ui.photos.thumbnails import Thumbnails
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.form import RowForm
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import Card, Pill


class PhotoList(QListView):
    """The photographs.

    Signals:
        edit_wanted: the caption is to be written (Enter, F2).
        delete_wanted: the chosen one is to go (Del).
    """

    edit_wanted = Signal()
    delete_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if is_plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_F2}:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 write, Del puts away."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class PhotosPane(Card):
    """Every photograph of the meeting, with its caption and its credit edited in place.

    Signals:
        delete_wanted(Attachment): it is to be put away.
        left: the focus may go back to the box.
    """

    delete_wanted = Signal(object)
    left = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=14)
        self._services = services
        theme = services.theme
        self.thumbnails = Thumbnails(bridge, self)
        self.model = PhotosModel(self.thumbnails, self)
        self.list = self._make_list()
        self._count = Pill("", "neutral", theme, self)
        command = "photo.add"
        self.add = IconButton("image-plus", services.actions.action(command).text(), theme, self,
                              tip=services.actions.tooltip(command))  # fmt: skip
        self.add.clicked.connect(lambda _checked=False: services.actions.action(command).trigger())
        head = QHBoxLayout()
        head.addWidget(Label(_("Photos"), self, role="section"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.add)
        self.column.addLayout(head)
        self._none = Label(
            _("None yet. Drop one on an item or a note, paste it, or choose a file."), self,
            role="small", wrap=True,
        )  # fmt: skip
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        self.form = RowForm(bridge, services, "form.photo", self)
        self.form.add("caption", LineField(_("Caption"), theme, self.form))
        self.form.add("credit", LineField(_("Credit"), theme, self.form))
        self.column.addWidget(self.form)
        self._connect()
        self.show_photos([])

    def show_photos(self, lines: Sequence[PhotoLine]) -> None:
        """Show these; the chosen one stays chosen."""
        self.model.show_rows(lines)
        self._count.show_words(self._services.wording.figures(str(len(lines))), "neutral")
        self._count.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_chosen()

    def choose(self, photo_id: str) -> None:
        """Bring one into view and choose it."""
        at = self.model.place_of(photo_id)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at, 0))

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.form.leave()

    def _make_list(self) -> PhotoList:
        view = PhotoList(self)
        view.setModel(self.model)
        view.setItemDelegate(PhotoDelegate(self._services.theme, self.model, self.thumbnails, view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("Photos"))
        return view

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_what: self._show_chosen())
        self.list.edit_wanted.connect(self._edit)
        self.list.doubleClicked.connect(lambda _index: self._edit())
        self.list.delete_wanted.connect(self._delete)

    def _show_chosen(self) -> None:
        line = self.model.row(self.list.currentIndex())
        self.form.show_row(line.photo if line is not None else None)
        self.form.setVisible(line is not None)

    def _edit(self) -> None:
        field = self.form.field("caption")
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _delete(self) -> None:
        line = self.model.row(self.list.currentIndex())
        if line is not None:
            self.delete_wanted.emit(line.photo)
