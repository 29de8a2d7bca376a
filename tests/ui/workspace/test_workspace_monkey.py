"""Any keys, commands, pastes and sizes in any order: nothing fails, and no word is lost.

The long form is `MAHDAR_MONKEY=10000 python -m pytest --timeout=0 <this file>`.
"""

import os
import random
import re

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text
from ui.actions import COMMANDS, EVERYWHERE

KEY, HELD = Qt.Key, Qt.KeyboardModifier
EVENTS = int(os.environ.get("MAHDAR_MONKEY", "700"))
LOOKED_AT = int(os.environ.get("MAHDAR_LOOKED_AT", "20"))
SEEDS = (1, 2) if EVENTS < 5000 else (int(os.environ.get("MAHDAR_SEED", "1")),)

ELSEWHERE = (
    "show.", "screen.", "meeting.", "window.", "zoom.", "help.", "palette.", "find", "readback.",
    "photo", "picture", "recommendation.compare",
)  # fmt: skip
"""Commands that leave the screen, open a window of their own or ask for a file."""
KEYS = [
    KEY.Key_Return, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Up, KEY.Key_Down, KEY.Key_Left,
    KEY.Key_Right, KEY.Key_Home, KEY.Key_End, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Tab,
    KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_2, KEY.Key_Space,
]  # fmt: skip
HELDS = [
    HELD.NoModifier, HELD.NoModifier, HELD.NoModifier, HELD.ShiftModifier, HELD.ControlModifier,
    HELD.AltModifier, HELD.ControlModifier | HELD.ShiftModifier,
]  # fmt: skip
PREFIXES = ["ت:", "ق:", "؟", "ح:", "تح:", "خ:", "@", "r:", "توصية:", "قرار:", "@هبه:", "@؟"]
SIZES = [(1366, 768), (1180, 700), (911, 512), (1000, 560)]
WORD = re.compile(r"و\d{5}(?!\d)")


class Ledger:
    """Every whole word that stood in the box is somewhere until the hand itself took it away."""

    def __init__(self, room):
        self.room = room
        self.owed = set()

    def in_the_box(self):
        box = self.room.box
        composing = box.textCursor().block().layout().preeditAreaText()
        return set(WORD.findall(box.words)) | set(WORD.findall(composing))

    def settle(self):
        """Whatever is owed is in the log, in a draft, or in the box."""
        self.room.settle()
        kept = self.room.ask(_kept_words) | self.in_the_box()
        waiting = self.room.workspace.capture.presenter._waiting
        if waiting is not None:
            kept |= set(WORD.findall(waiting.note.text))
        assert self.owed - kept == set()
        stored = {each.id: each.text for each in self.room.ask(lambda a: a.notes.all("m"))}
        if self.room.workspace.meeting_id == "m":
            self.room.qtbot.waitUntil(lambda: self.shows(stored), timeout=10_000)

    def shows(self, stored):
        shown = {each.id: each.text for each in self.room.workspace.notes.every}
        assert shown.keys() == stored.keys()
        return True


def _kept_words(archive):
    rows = archive._file.database.execute("SELECT value FROM change WHERE value LIKE '%و%'")
    drafts = (each.text for each in archive.drafts.pending())
    return {word for text in (*(row[0] for row in rows), *drafts) for word in WORD.findall(text)}


class Monkey:
    def __init__(self, room, seed):
        self.room, self.chance = room, random.Random(seed)
        self.ledger, self.words, self.done = Ledger(room), 0, []
        self.commands = [
            each.id
            for each in COMMANDS
            if each.where in {"workspace", EVERYWHERE}
            and not each.is_local
            and not each.id.startswith(ELSEWHERE)
        ]
        self.deeds = [
            (self.write, 30), (self.press, 30), (self.command, 22), (self.prefix, 6),
            (self.paste, 3), (self.compose, 3), (self.select, 3), (self.choose, 4),
            (self.resize, 1),
        ]  # fmt: skip

    def play(self, events):
        for at in range(events):
            before = self.ledger.in_the_box()
            (deed,) = self.chance.choices(*zip(*self.deeds, strict=True))
            self.focus()
            taken = deed()
            after = self.ledger.in_the_box()
            self.ledger.owed |= after
            if taken:  # the hand may have deleted, overwritten or torn words
                self.ledger.owed -= before - after
            if at % LOOKED_AT == 0:
                self.ledger.settle()
        self.end()

    def end(self):
        room = self.room
        self.focus()
        while QApplication.activePopupWidget():
            QTest.keyClick(QApplication.activePopupWidget(), KEY.Key_Escape)
        room.workspace.leave()
        self.ledger.settle()
        assert room.ask(lambda archive: archive.check()).ok
        assert room.ask(lambda archive: archive.drafts.pending()) == []
        shown = {each.id: each.text for each in room.workspace.notes.every}
        stored = {each.id: each.text for each in room.ask(lambda a: a.notes.all("m"))}
        assert shown == stored

    ## What it does; each tells whether words in the box may go by it

    def write(self):
        text = self.word()
        if self.chance.random() < 0.4:
            self.room.box.moveCursor(self.room.box.textCursor().MoveOperation.End)
        for letter in f" {text} ":
            type_text(self.target(), letter)
        return True

    def press(self):
        key, held = self.chance.choice(KEYS), self.chance.choice(HELDS)
        self.done.append(f"{key.name} {held}")
        is_edit = self.room.workspace.capture.presenter.entry.is_edit
        overwrites = self.room.box.textCursor().hasSelection()
        QTest.keyClick(self.target(), key, held)
        tears = overwrites or key in {KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Space, KEY.Key_2}
        return tears or self.is_torn or (key == KEY.Key_Escape and is_edit)

    def command(self):
        command = self.chance.choice(self.commands)
        self.done.append(command)
        action = self.room.window.services.actions.action(command)
        is_edit = self.room.workspace.capture.presenter.entry.is_edit
        torn = self.is_torn
        if action.isEnabled() and not QApplication.activePopupWidget():
            action.trigger()
        return command in {"undo", "redo"} or torn or (command == "note.write" and is_edit)

    def prefix(self):
        prefix = self.chance.choice(PREFIXES)
        self.done.append(prefix)
        for letter in prefix:
            type_text(self.target(), letter)
        return True

    def paste(self):
        if not self.room.box.hasFocus():
            return False
        data = QMimeData()
        data.setText(f"• {self.word()}\n• {self.word()}\t\u200f{self.word()}")
        self.room.box.insertFromMimeData(data)
        return True

    def compose(self):
        """An input method composes; it ends by a commit, or a command comes in between."""
        box, text = self.room.box, f" {self.word()}"
        if not box.hasFocus() or self.chance.random() < 0.5:
            self.commit(text)
            return True
        before = self.ledger.in_the_box()
        QApplication.sendEvent(box, QInputMethodEvent(text, []))
        self.ledger.owed -= before - self.ledger.in_the_box()  # what was selected
        self.ledger.owed |= self.ledger.in_the_box()
        taken = self.command()
        if box.textCursor().block().layout().preeditAreaText():
            self.commit(text)
        return taken

    def commit(self, text):
        event = QInputMethodEvent()
        event.setCommitString(f"{text} ")
        QApplication.sendEvent(self.room.box, event)

    def select(self):
        move = self.room.box.textCursor().MoveOperation
        cursor = self.room.box.textCursor()
        way = self.chance.choice([move.WordLeft, move.WordRight, move.Start, move.End])
        cursor.movePosition(way, cursor.MoveMode.KeepAnchor)
        self.room.box.setTextCursor(cursor)
        return False

    def choose(self):
        notes = self.room.workspace.pane.list
        rows = self.room.workspace.notes.rowCount()
        if rows:
            notes.setFocus()
            notes.setCurrentIndex(self.room.workspace.notes.index(self.chance.randrange(rows)))
        return False

    def resize(self):
        self.room.window.resize(*self.chance.choice(SIZES))
        return False

    ## Where it does it

    @property
    def is_torn(self):
        """Whether the caret stands inside a word, where a line or a note may end."""
        box = self.room.box
        text, at = box.words, box.textCursor().position()
        return any(each.start() < at < each.end() for each in WORD.finditer(text))

    def word(self):
        self.words += 1
        self.done.append(f"و{self.words:05}")
        return self.done[-1]

    def focus(self):
        """The hand comes back from other screens and meetings, and from nowhere."""
        workspace = self.room.workspace
        if not workspace.isVisible() or workspace.meeting_id != "m":
            self.room.window.open_meeting("m")
            self.room.settle()
        if QApplication.activePopupWidget() is None and QApplication.focusWidget() is None:
            self.room.window.activateWindow()
            if QApplication.focusWidget() is None:
                self.room.box.setFocus()

    def target(self):
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self.room.box


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_whatever_is_pressed(room, seed):
    errors = []
    room.bridge.failed.connect(errors.append)
    monkey = Monkey(room, seed)
    try:
        monkey.play(EVENTS)
    except BaseException as failure:
        failure.add_note(f"the last of it: {monkey.done[-60:]}")
        raise
    # A key may come for a note that has just become another, private or not; that is said.
    assert [each for each in errors if each.code != "not_found"] == []
