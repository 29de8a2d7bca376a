from hashlib import sha256

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from recorder import Note, Place
from ui.photos.incoming import pictures_in
from ui.photos.thumbnails import Sight, drawn_small
from ui.photos.workspace_photos import PhotosPart
from ui.saved import Saving

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def photo(tmp_path):
    """A photograph on the disk."""
    path = tmp_path / "قاعة اللقاء.jpg"
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#0F6B63"))
    assert image.save(str(path))
    return path


@pytest.fixture
def part(room, prepare):
    prepare(Note(id="n", meeting_id="m", text="المياه مقطوعة", place=Place("a", "a1")))
    room.settle()
    return room.workspace.part(PhotosPart)


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    return data


def stored(room):
    return room.ask(lambda archive: archive.attachments.all("m"))


def drop(part, point, data):
    """Drag over a part and let go."""
    surface = part.viewport()
    for kind in (QDragEnterEvent, QDropEvent):
        at = point if kind is QDragEnterEvent else QPointF(point)
        event = kind(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, SHIFT)
        QApplication.sendEvent(surface, event)
        assert event.isAccepted()


def test_a_photo_that_is_dropped_on_a_note_hangs_from_it(room, part, photo):
    view = room.workspace.pane.list
    drop(view, view.visualRect(room.workspace.notes.index(0)).center(), files(photo))
    room.settle()
    (kept,) = stored(room)
    assert (kept.subject.table, kept.subject.row_id) == ("note", "n")
    assert (kept.name, kept.mime) == ("قاعة اللقاء.jpg", "image/jpeg")
    assert room.workspace.side.current == "photos"


def test_a_photo_that_is_dropped_on_an_item_hangs_from_it(room, part, photo):
    view = room.workspace.agenda.list
    drop(view, view.visualRect(view.model().index(1, 0)).center(), files(photo))
    room.settle()
    (kept,) = stored(room)
    assert (kept.subject.table, kept.subject.row_id) == ("agenda_item", "b")


def test_what_is_no_picture_is_left_to_the_list(room, part, tmp_path):
    view = room.workspace.pane.list
    text = tmp_path / "notes.txt"
    text.write_text("x")
    data = files(text)  # an event does not keep it
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, SHIFT
    )
    assert not part._drops.eventFilter(view.viewport(), event)


def test_a_pasted_picture_hangs_from_the_item_and_the_sentence_goes_on(room, part, qtbot):
    room.type("نصف جملة")
    data = QMimeData()
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data.setImageData(image)
    QApplication.clipboard().setMimeData(data)
    room.press(KEY.Key_V, CTRL)
    room.settle()
    (kept,) = stored(room)
    assert (kept.subject.row_id, kept.mime) == ("a", "image/png")
    assert room.focus is room.box
    assert room.box.words == "نصف جملة"
    room.type(" تكتمل")
    room.press(KEY.Key_Return)
    room.settle()
    texts = [each.text for each in room.ask(lambda archive: archive.notes.all("m"))]
    assert texts == ["المياه مقطوعة", "نصف جملة تكتمل"]


def test_words_with_a_picture_of_them_are_pasted_as_words(room, part):
    data = QMimeData()
    data.setText("من وورد")
    data.setImageData(QImage(10, 10, QImage.Format.Format_RGB32))
    room.workspace.capture.box.insertFromMimeData(data)
    room.settle()
    assert room.box.words == "من وورد"
    assert stored(room) == []


def test_files_are_chosen_by_keys_while_the_room_goes_on(room, part, photo):
    room.press(KEY.Key_F4, CTRL | SHIFT)
    dialog = room.window.findChild(QFileDialog)
    assert not dialog.isModal()
    dialog.filesSelected.emit([str(photo), str(photo)])
    dialog.close()
    room.settle()
    assert len(stored(room)) == 2


def test_chosen_files_go_to_the_meeting_they_were_asked_for_in(room, part, photo):
    room.press(KEY.Key_F4, CTRL | SHIFT)
    dialog = room.window.findChild(QFileDialog)
    room.window.open_meeting("other")
    room.settle()
    dialog.filesSelected.emit([str(photo)])
    dialog.close()
    room.settle()
    assert len(stored(room)) == 1
    assert room.ask(lambda archive: archive.attachments.all("other")) == []


def test_caption_and_credit_are_written_in_place(room, part, photo):
    part._add_files([str(photo)], "m", part._here())
    room.settle()
    room.press(KEY.Key_F5, CTRL | SHIFT)
    assert room.focus is part.pane.list
    room.press(KEY.Key_Return)
    room.type("القاعة قبل البدء")
    room.press(KEY.Key_Tab)
    room.type("ليلى الحسن")
    room.press(KEY.Key_Escape)  # back to the box
    room.settle()
    (kept,) = stored(room)
    assert (kept.caption, kept.credit) == ("القاعة قبل البدء", "ليلى الحسن")
    assert part.pane.model.rows[0].title == "القاعة قبل البدء"
    assert room.focus is room.box


def test_a_photo_is_deleted_by_a_key_and_comes_back_by_another(room, part, photo):
    part._add_files([str(photo)], "m", part._here())
    room.settle()
    room.press(KEY.Key_F5, CTRL | SHIFT)
    room.press(KEY.Key_Delete)
    room.settle()
    assert stored(room) == []
    assert part.pane.model.rowCount() == 0
    room.press(KEY.Key_F10)
    room.settle()
    assert len(stored(room)) == 1


def test_thumbnails_are_drawn_aside_and_tell_when_they_are_there(room, part, photo, qtbot):
    part._add_files([str(photo)], "m", part._here())
    room.settle()
    thumbnails = part.pane.thumbnails
    (line,) = part.pane.model.rows
    qtbot.waitUntil(lambda: thumbnails.of(line.photo)[0] is Sight.SEEN, timeout=20_000)
    drawn = thumbnails.of(line.photo)[1]
    assert (drawn.width(), drawn.height()) == (480, 320)


def test_bytes_that_are_not_here_are_a_state_and_no_error(room, part, photo, qtbot):
    part._add_files([str(photo)], "m", part._here())
    room.settle()
    room.ask(lambda archive: archive._file.database.execute("DELETE FROM blob_chunk"))
    room.ask(lambda archive: archive._file.database.execute("DELETE FROM blob"))
    pane = part.pane
    pane.thumbnails._known.clear()
    (line,) = pane.model.rows
    qtbot.waitUntil(lambda: pane.thumbnails.of(line.photo)[0] is Sight.MISSING, timeout=20_000)
    words = pane.model.data(pane.model.index(0, 0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "ليست على هذا الحاسوب" in words
    assert room.window.frame.strip.texts == [] or "صورة" in room.window.frame.strip.texts[-1]


def test_a_file_that_is_no_picture_is_told_in_words(room, part, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff" + b"nothing" * 10)
    part._add_files([str(broken)], "m", part._here())
    room.settle()
    assert stored(room) == []
    assert "broken.jpg" in room.window.frame.strip.texts[-1]
    assert room.window.services.saved.state is not Saving.FAILED  # the window may be closed


def test_pictures_without_a_name_are_called_after_the_clock():
    data = QMimeData()
    data.setImageData(QImage(10, 10, QImage.Format.Format_RGB32))
    (found,) = pictures_in(data, "10-42")
    assert found.name == "10-42.png"
    assert found.opened().read(4) == b"\x89PNG"


@pytest.mark.parametrize("content", [b"", b"not a picture", sha256(b"x").digest()])
def test_what_is_no_picture_has_no_thumbnail(content):
    assert drawn_small(content).isNull()


def test_the_photos_are_those_of_the_meeting_in_view(room, part, photo):
    part._add_files([str(photo)], "m", part._here())
    room.settle()
    room.window.open_meeting("other")
    room.settle()
    assert part.pane.model.rowCount() == 0
    room.window.open_meeting("m")
    room.settle()
    assert part.pane.model.rowCount() == 1
    assert part.pane.list.indexAt(QPoint(10, 10)).row() in {0, -1}
