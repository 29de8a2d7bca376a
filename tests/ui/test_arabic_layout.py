"""Every Ctrl+letter of the table under an Arabic layout alone, as each system reports its keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text
from tests.ui.workspace.conftest import enter, prepare, room
from ui.actions import COMMANDS, EVERYWHERE
from ui.palette.panel import Palette
from ui.widgets import latin_keys

__all__ = ["enter", "prepare", "room"]

MODS = Qt.KeyboardModifier
ROWS = {2: "1234567890-=", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
PLACES = {letter: first + at for first, row in ROWS.items() for at, letter in enumerate(row)}
"""Where a key is, as evdev and the first set of scan codes number it."""
ARABIC = {
    **dict(zip("QWERTYUIOP", "ضصثقفغعهخح", strict=True)),
    **dict(zip("ASDFGHJKL", "شسيبلاتنم", strict=True)),
    **dict(zip("ZXCVBNM", "ئءؤرىةو", strict=True)),
    **dict(zip("1234567890", "١٢٣٤٥٦٧٨٩٠", strict=True)),
}


@dataclass(frozen=True)
class System:
    """How a system reports a key."""

    name: str
    platform: str
    offset: int
    gives_virtual: bool


SYSTEMS = [
    System("X11 and Wayland", "linux", 8, gives_virtual=False),
    System("Windows", "win32", 0, gives_virtual=True),
    System("Windows, no virtual key", "win32", 0, gives_virtual=False),
]


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.name)
def hand(request, monkeypatch):
    """A hand on a keyboard whose only layout is Arabic."""
    system = request.param
    monkeypatch.setattr(latin_keys.sys, "platform", system.platform)

    def press(letter, held=MODS.ControlModifier, text=""):
        widget = QApplication.focusWidget()
        scan = PLACES[letter] + system.offset
        virtual = ord(letter) if system.gives_virtual else 0
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            key = ord(ARABIC[letter])
            QApplication.sendEvent(widget, QKeyEvent(kind, key, held, scan, virtual, 0, text))

    return press


def lettered():
    """The commands with a key of Ctrl and a letter or digit, with that key."""
    for command in COMMANDS:
        for key in command.keys:
            held, _plus, letter = key.rpartition("+")
            if "Ctrl" in held and letter in ARABIC and not command.is_local:
                yield command, "Shift" in held, letter


def spied(room, command_id):
    """How often a command was asked for; it does nothing meanwhile."""
    action = room.window.services.actions.action(command_id)
    action.setEnabled(True)
    action.triggered.disconnect()
    asked = []
    action.triggered.connect(lambda _checked=False: asked.append(command_id))
    return asked


def go(room, place):
    """Put the focus into a box, a list, a form or the palette."""
    workspace = room.workspace
    if place == "box":
        workspace.capture.take_focus()
    elif place == "list":
        workspace.agenda.list.setFocus()
    elif place == "form":
        room.window.show_screen("meeting")
    else:
        workspace.capture.take_focus()
        room.window.services.actions.action("palette.open").trigger()
    room.settle()


@pytest.mark.parametrize("place", ["box", "list", "form", "palette"])
def test_every_lettered_key_works_where_the_hand_is(room, hand, place):
    go(room, place)
    screen = room.window.screen_name
    tried = [each for each in lettered() if each[0].where in {EVERYWHERE, screen}]
    if place == "palette":  # its own field takes typing back
        tried = [each for each in tried if each[0].id not in {"undo", "redo"}]
    assert len(tried) > 3
    silent = []
    for command, with_shift, letter in tried:
        if place == "palette":
            go(room, place)
        asked = spied(room, command.id)
        hand(letter, MODS.ControlModifier | (MODS.ShiftModifier if with_shift else MODS(0)))
        if asked != [command.id]:
            silent.append((command.id, letter, asked))
    assert silent == []
    assert room.workspace.capture.box.words == ""


def test_the_key_of_the_library_works_there(room, hand):
    room.window.show_screen("library")
    room.settle()
    asked = spied(room, "find")
    hand("F")
    assert asked == ["find"]


def test_fields_copy_cut_paste_choose_and_take_back(room, hand):
    box = room.workspace.capture.box
    room.type("كلمة")
    hand("A")
    assert box.textCursor().selectedText() == "كلمة"
    hand("C")
    assert QApplication.clipboard().text() == "كلمة"
    hand("X")
    assert box.words == ""
    hand("V")
    hand("V")
    assert box.words == "كلمةكلمة"
    asked = spied(room, "undo")
    hand("Z")  # the box's own, while there is something typed to take back
    assert asked == []
    assert box.words != "كلمةكلمة"


def test_ctrl_b_types_nothing(room, hand):
    room.type("ب")
    hand("B", text="لا")
    assert room.workspace.capture.box.words == "ب"


def test_letters_without_ctrl_and_with_alt_are_left_alone(room, hand):
    hand("A", MODS.NoModifier, text="ش")
    assert room.workspace.capture.box.words == "ش"
    asked = spied(room, "meeting.new")
    hand("N", MODS.ControlModifier | MODS.AltModifier)
    assert asked == []


def test_the_palette_finds_by_arabic_letters_and_gives_the_hand_back(room, hand):
    go(room, "palette")
    palette = room.window.frame.findChild(Palette)
    type_text(palette.field, "تصدير")
    assert palette.model.rows[0].key == "F12"
    asked = spied(room, "speaker.pick")
    action = room.window.services.actions.action("meeting.new")
    action.setEnabled(True)
    hand("N")
    assert not palette.isVisible()
    assert asked == []


@pytest.mark.parametrize(("letter", "command"), [("0", "zoom.reset"), ("3", "speaker.3")])
def test_arabic_digits_are_digits(room, hand, letter, command):
    asked = spied(room, command)
    hand(letter)
    assert asked == [command]
