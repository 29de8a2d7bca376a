"""Photographs while the meeting runs: dropped, pasted or chosen, onto an item or a note."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from recorder import Attachment, Host, Note, Subject, new_id
from ui.edits import delete, restore
from ui.i18n import _, explain, isolate
from ui.meeting.agenda_lines import LINE, AgendaLine, in_order
from ui.meeting.workspace_notes_model import NoteRole
from ui.meeting.workspace_part import Commands, Part, Session
from ui.photos.dropping import PictureDrops
from ui.photos.incoming import SUFFIXES, Picture, has_pictures, pictures_in
from ui.photos.photo_rows import PhotoLine, in_agenda_order
from ui.photos.photos_pane import PhotosPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import Changes, Draft, RecorderError
    from ui.bridge import ArchiveType

_PANE, _NOTICE, _ITEM, _LONGEST_CLIP = "photos", "photo", "agenda_item", 40


class PhotosPart(Part):
    """The pane beside the notes, and every way in."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pane = PhotosPane(session.bridge, session.services, session.screen)
        self._meeting_id = ""
        self._photos: list[Attachment] = []
        self._dialog: QFileDialog | None = None
        tip = session.services.actions.tooltip("photo.list")
        session.side.add(_PANE, _("Photos"), self.pane, tip)
        self.pane.delete_wanted.connect(self._delete)
        session.bridge.changed.connect(self._on_changed)
        session.board.agenda_changed.connect(self._show)
        session.capture.box.pictured.connect(self._on_pasted)
        self._drops = PictureDrops(self)
        self._watch()

    def commands(self) -> Commands:
        """Choosing files, pasting, and going to the pane."""
        return {"photo.add": self._choose, "photo.paste": self._paste, "photo.list": self._go}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """After the notes, where it is in view."""
        return ((21, self.pane.list),) if self.pane.list.isVisible() else ()

    def turn_to(self, meeting_id: str) -> None:
        """Show the photographs of another meeting."""
        self.pane.leave()
        self._meeting_id, self._photos = meeting_id, []
        self._show()

    def opened(self, _drafts: Sequence[Draft]) -> None:
        """Read them once the meeting is there."""
        self._read()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.pane.leave()

    ## The ways in

    def _watch(self) -> None:
        session = self.session
        self._drops.watch(session.pane.list, self._on_note)
        self._drops.watch(session.agenda.list, self._on_item)
        for part in (session.capture.box, self.pane.list, self.pane, session.screen):
            self._drops.watch(part, lambda _point, data: self._take(data, self._here()))

    def _on_note(self, point: QPoint, data: QMimeData) -> None:
        note_id = str(self.session.pane.list.indexAt(point).data(NoteRole.ID) or "")
        self._take(data, Subject(Note.TABLE, note_id) if note_id else self._here())

    def _on_item(self, point: QPoint, data: QMimeData) -> None:
        line = self.session.agenda.list.indexAt(point).data(LINE)
        is_item = isinstance(line, AgendaLine)
        self._take(data, Subject(_ITEM, line.id) if is_item else self._here())

    def _on_pasted(self, data: QMimeData) -> None:
        entry = self.session.capture.presenter.entry
        self._take(data, Subject(Note.TABLE, entry.note.id) if entry.is_edit else self._here())

    def _paste(self) -> None:
        data: QMimeData | None = QApplication.clipboard().mimeData()
        if data is not None and has_pictures(data):
            self._take(data, self._chosen())
        else:
            said = _("There is no picture on the clipboard.")
            self.session.services.notices.post(said, key=_NOTICE)

    def _choose(self) -> None:
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()
        meeting_id, about = self._meeting_id, self._chosen()
        self._dialog = dialog = QFileDialog(self.session.screen.window(), _("Add photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(f"{_('Pictures')} ({patterns})")
        dialog.filesSelected.connect(lambda paths: self._add_files(paths, meeting_id, about))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)  # the room goes on speaking
        dialog.show()

    def _add_files(self, paths: Sequence[str], meeting_id: str, about: Subject) -> None:
        """To the meeting in which they were asked for, whichever is in view by now."""
        self._add([Picture(Path(each).name, Path(each)) for each in paths], meeting_id, about)

    def _take(self, data: QMimeData, about: Subject) -> None:
        clock = self.session.services.clock().strftime("%H-%M")
        self._add(pictures_in(data, clock), self._meeting_id, about)

    def _add(self, pictures: Sequence[Picture], meeting_id: str, about: Subject) -> None:
        for picture in pictures if meeting_id else ():
            row = Attachment(id=new_id(), meeting_id=meeting_id, subject=about, name=picture.name)
            self.session.bridge.request(
                partial(_attach, row, picture),
                partial(self._on_added, row),
                origin=self,
                failed=self._on_refused,  # a picture that is refused is nothing unsaved
            )

    ## Where it belongs

    def _here(self) -> Subject:
        item_id = self.session.board.item_id
        return Subject(_ITEM, item_id) if item_id else Subject()

    def _chosen(self) -> Subject:
        notes, entry = self.session.pane.list, self.session.capture.presenter.entry
        if notes.hasFocus() and notes.current_id:
            return Subject(Note.TABLE, notes.current_id)
        return Subject(Note.TABLE, entry.note.id) if entry.is_edit else self._here()

    def _item_of(self, photo: Attachment) -> str:
        if photo.subject.table != Note.TABLE:
            return photo.subject.row_id or ""
        note = self.session.notes.note(photo.subject.row_id or "")
        return (note.place.parent_id or "") if note is not None else ""

    def _about(self, photo: Attachment) -> str:
        session = self.session
        if photo.subject.table == Note.TABLE:
            note = session.notes.note(photo.subject.row_id or "")
            who = session.board.speakers.name(note.speaker) if note is not None else ""
            return who or (note.text[:_LONGEST_CLIP] if note is not None else "")
        titles = {each.id: each.title for each in session.board.agenda}
        known = titles.get(photo.subject.row_id or "")
        if known is None:
            return _("The whole meeting")
        return known or _("Untitled item")

    ## Reactions

    def _on_added(self, row: Attachment, _changes: Changes) -> None:
        said = _("A photo was added: {place}").format(place=isolate(self._about(row)))
        self.session.offer_undo(said, partial(self._put_away, row.id))
        self.session.panes.show_pane("recommendations", shown=True)
        self.session.side.turn_to(_PANE)

    def _on_refused(self, error: RecorderError) -> None:
        self.session.services.notices.post(explain(error), "bad", key=_NOTICE, stays=True)

    def _delete(self, photo: Attachment) -> None:
        self._put_away(photo.id)
        undo = partial(self.session.bridge.request, restore(Attachment.TABLE, photo.id), saves=True)
        self.session.offer_undo(_("A photo was deleted."), undo)

    def _put_away(self, photo_id: str) -> None:
        self.session.bridge.request(delete(Attachment.TABLE, photo_id), saves=True)

    def _go(self) -> None:
        self.session.panes.show_pane("recommendations", shown=True)
        self.session.side.turn_to(_PANE)
        target = self.pane.list if self._photos else self.pane.add
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._meeting_id and changes.touches(Attachment.TABLE):
            self.pane.thumbnails.forget_missing()
            self._read()

    def _read(self) -> None:
        meeting_id = self._meeting_id
        if meeting_id:
            self.session.bridge.request(
                lambda archive: archive.attachments.all(meeting_id),
                lambda photos: self._on_read(meeting_id, photos),
                origin=self,
            )

    def _on_read(self, meeting_id: str, photos: list[Attachment]) -> None:
        if meeting_id == self._meeting_id:
            self._photos = [each for each in photos if _is_photo(each)]
            self._show()

    def _show(self) -> None:
        ordered = in_order(self.session.board.agenda)
        order = {each.id: at for at, (each, *_more) in enumerate(ordered)}
        places = [order.get(self._item_of(each), -1) for each in self._photos]
        photos = in_agenda_order(self._photos, places)
        self.pane.show_photos([PhotoLine(each, self._about(each)) for each in photos])


def _is_photo(row: Attachment) -> bool:
    """Whether it is a picture of the meeting: the logos of hosts stand beside their names."""
    return row.mime.startswith("image/") and row.subject.table != Host.TABLE


def _attach(row: Attachment, picture: Picture, archive: ArchiveType) -> Changes:
    return archive.attachments.add(row, picture.opened())
