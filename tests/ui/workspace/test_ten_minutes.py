"""Ten minutes of a meeting, typed by keyboard alone, and the archive against the script."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt

from recorder import NoteKind, Presence, Speaker

KEY, HELD = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = HELD.ControlModifier, HELD.ShiftModifier, HELD.AltModifier
BEGUN = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)

KEYS = {
    "next item": (KEY.Key_F8, HELD.NoModifier),
    "item before": (KEY.Key_F8, SHIFT),
    "to the list": (KEY.Key_F6, HELD.NoModifier),
    "up": (KEY.Key_Up, HELD.NoModifier),
    "to the front": (KEY.Key_Home, CTRL),
    "save": (KEY.Key_Return, HELD.NoModifier),
    "new line": (KEY.Key_Return, SHIFT),
    "undo": (KEY.Key_F10, HELD.NoModifier),
    "recommendation": (KEY.Key_F3, HELD.NoModifier),
    "decision": (KEY.Key_F3, CTRL),
    "need": (KEY.Key_7, CTRL),
    "challenge": (KEY.Key_8, CTRL),
    "private": (KEY.Key_9, CTRL),
    "last speaker": (KEY.Key_1, CTRL),
    "select a word back": (KEY.Key_Right, CTRL | SHIFT),
    "word back": (KEY.Key_Right, CTRL),
    "split": (KEY.Key_Return, CTRL | SHIFT),
    "join": (KEY.Key_Backspace, CTRL | SHIFT),
    "move up": (KEY.Key_Up, ALT),
    "carry to the next item": (KEY.Key_PageDown, ALT),
    "esc": (KEY.Key_Escape, HELD.NoModifier),
    "backspace": (KEY.Key_Backspace, HELD.NoModifier),
}

# What the hand does: a time starts a line; «name» chooses who speaks; [key] presses; the rest is
# typed. Enter ends every line that ends with a full stop after a space.
SCRIPT = """
0:05 @هبه: شبكة المياه متهالكة في الأحياء الشرقية .
0:20 ح: صيانة خمسة كيلومترات من الشبكة .
0:40 ؟متى تبدأ الصيانة؟ .
0:55 «احمد» نحتاج موافقة البلدية أولاً .
1:10 تح: انقطاع الكهرباء يوقف المضخات 6 ساعات يومياً .
1:30 «؟» المولدات متوفرة لكن الوقود غالٍ .
1:50 «احمد» نسبة الأحياء المخدومة 40% (DCAF 2025) .
2:05 «؟» ونحن في الريف بلا مولدات .
2:20 [last speaker] توزيع الوقود على المضخات أولاً .
2:40 ت: وضع خطة طوارئ للمياه .
3:00 «ممثّلو لجان الأحياء» نطالب بتمثيل اللجان في غرفة المتابعة .
3:20 ق: تُشكَّل لجنة متابعة من سبعة أعضاء .
3:40 خ: التوتر واضح بين البلدية واللجان .
4:00 [next item] «dcaf» استعداد المركز لتقديم خبراته [new line] وتدريب عشرين موظفاً .
4:20 نقترح لقاءً شهرياً وسجلاً مشتركاً للاحتياجات
4:30 [select a word back] [need] .
4:40 «زينب حمود» لدينا مئة متطوع ومقر واحد
4:50 [word back] [word back] [split] .
5:10 «هبه» التنسيق ضعيف .
5:20 [to the list] [up] [challenge] .
5:40 [to the list] [recommendation] .
6:00 «احمد» كلمة كُتبت خطأ .
6:10 [up] [backspace] [backspace] [backspace] صواباً .
6:30 جملة زائدة .
6:35 [undo] .
6:50 النقطة الأولى. .
7:00 وتتمّتها. .
7:05 [join] .
7:20 قرار [esc] ات سابقة لم تُنفَّذ .
7:40 ت: [backspace] حرف في أول الكلام .
8:00 «هبه» تخصّ البند الثاني .
8:05 [to the list] [move up] [esc] .
8:30 [item before] عودة إلى الأولويات .
8:45 [to the list] [carry to the next item] [esc] .
9:00 [name later] .
9:30 [decision] اعتماد محضر اللقاء السابق .
9:55 انتهى .
"""

HIBA, AHMAD, AYOUB = Speaker("hiba"), Speaker("ahmad"), Speaker("ayoub")
SALMA, ZEINAB = "سلمى درويش", "زينب حمود"
SECOND, GROUP = Speaker(None, "متحدّث 2"), Speaker(None, "ممثّلو لجان الأحياء")
SAID, ASKED, NEED = NoteKind.STATEMENT, NoteKind.QUESTION, NoteKind.NEED
CHALLENGE, PRIVATE = NoteKind.CHALLENGE, NoteKind.PRIVATE

# What the archive holds afterwards, item by item, in the order of the list.
NOTES = [
    ("a", "0:05", HIBA, SAID, "شبكة المياه متهالكة في الأحياء الشرقية"),
    ("a", "0:20", HIBA, NEED, "صيانة خمسة كيلومترات من الشبكة"),
    ("a", "0:40", HIBA, ASKED, "متى تبدأ الصيانة؟"),
    ("a", "0:55", AHMAD, SAID, "نحتاج موافقة البلدية أولاً"),
    ("a", "1:10", AHMAD, CHALLENGE, "انقطاع الكهرباء يوقف المضخات 6 ساعات يومياً"),
    ("a", "1:30", SALMA, SAID, "المولدات متوفرة لكن الوقود غالٍ"),
    ("a", "1:50", AHMAD, SAID, "نسبة الأحياء المخدومة 40% (DCAF 2025)"),
    ("a", "2:05", SECOND, SAID, "ونحن في الريف بلا مولدات"),
    ("a", "2:20", AHMAD, SAID, "توزيع الوقود على المضخات أولاً"),
    ("a", "2:40", AHMAD, SAID, "وضع خطة طوارئ للمياه"),
    ("a", "3:00", GROUP, SAID, "نطالب بتمثيل اللجان في غرفة المتابعة"),
    ("a", "3:20", GROUP, SAID, "تُشكَّل لجنة متابعة من سبعة أعضاء"),
    ("a", "3:40", GROUP, PRIVATE, "التوتر واضح بين البلدية واللجان"),
    ("a", "9:30", HIBA, SAID, "اعتماد محضر اللقاء السابق"),
    ("a", "9:55", HIBA, SAID, "انتهى"),
    ("b", "4:00", AYOUB, SAID, "استعداد المركز لتقديم خبراته\nوتدريب عشرين موظفاً"),
    ("b", "4:20", AYOUB, SAID, "نقترح لقاءً شهرياً وسجلاً مشتركاً للاحتياجات"),
    ("b", "4:20", AYOUB, NEED, "للاحتياجات"),
    ("b", "4:40", ZEINAB, SAID, "لدينا مئة متطوع"),
    ("b", "4:40", ZEINAB, CHALLENGE, "ومقر واحد"),
    ("b", "5:10", HIBA, SAID, "التنسيق ضعيف"),
    ("b", "6:00", AHMAD, SAID, "كلمة كُتبت صواباً"),
    ("b", "6:50", AHMAD, SAID, "النقطة الأولى. وتتمّتها."),
    ("b", "7:20", AHMAD, SAID, "قرارات سابقة لم تُنفَّذ"),
    ("b", "8:00", HIBA, SAID, "تخصّ البند الثاني"),
    ("b", "7:40", AHMAD, SAID, "ت:حرف في أول الكلام"),
    ("b", "8:30", HIBA, SAID, "عودة إلى الأولويات"),
]
RECOMMENDATIONS = [
    ("a", "وضع خطة طوارئ للمياه", "وضع خطة طوارئ للمياه"),
    ("b", "ومقر واحد", "ومقر واحد"),
]
DECISIONS = [
    ("a", "تُشكَّل لجنة متابعة من سبعة أعضاء", "تُشكَّل لجنة متابعة من سبعة أعضاء"),
    ("a", "اعتماد محضر اللقاء السابق", "اعتماد محضر اللقاء السابق"),
]


class Hand:
    """Plays a script on the keyboard."""

    def __init__(self, room, monkeypatch):
        self.room, self.now = room, BEGUN
        monkeypatch.setattr(room.workspace.capture.presenter, "_clock", lambda: self.now)

    def play(self, script):
        for line in filter(None, script.split("\n")):
            clock, _space, deeds = line.partition(" ")
            minutes, seconds = clock.split(":")
            self.now = BEGUN + timedelta(minutes=int(minutes), seconds=int(seconds))
            ends = deeds.endswith(" .")
            self.do(deeds.removesuffix(" ."))
            if ends and self.room.box.words:
                self.room.press(KEY.Key_Return)
            self.room.settle()

    def do(self, deeds):
        while deeds:
            if deeds[0] in "[«":
                deed, _end, deeds = deeds[1:].partition("]" if deeds[0] == "[" else "»")
                (self.name if _end == "»" else self.press)(deed)
                deeds = deeds.removeprefix(" ")
            else:
                cut = min(at for at in (deeds.find("["), deeds.find("«"), len(deeds)) if at >= 0)
                self.type(deeds[:cut].removesuffix(" ") if cut < len(deeds) else deeds)
                deeds = deeds[cut:]

    def type(self, text):
        for letter in text:  # one of them may lead to another field
            self.room.type(letter)

    def press(self, deed):
        if deed == "name later":
            self.name_later()
        else:
            self.room.press(*KEYS[deed])
            self.room.settle()

    def name(self, letters):
        self.room.press(KEY.Key_F9)
        self.room.type(letters)
        if letters.startswith("ممثّلو"):
            self.room.press(KEY.Key_Down)
        self.room.press(KEY.Key_Return)

    def name_later(self):
        """The first unknown voice was Salma, whom nobody had on a list."""
        self.room.press(KEY.Key_F8, CTRL)
        self.room.press(KEY.Key_F6)
        notes = self.room.workspace.notes
        while notes.note(self.room.workspace.pane.list.current_id).speaker.label != "متحدّث 1":
            self.room.press(KEY.Key_Up)
        self.room.press(KEY.Key_F9, CTRL | SHIFT)
        self.room.type(SALMA)
        self.room.press(KEY.Key_Return)
        self.room.settle()
        self.room.press(KEY.Key_F8, CTRL)


def clock_of(said_at):
    passed = datetime.fromisoformat(said_at) - BEGUN
    return f"{passed.seconds // 60}:{passed.seconds % 60:02}"


def test_the_archive_holds_the_script_row_by_row(room, monkeypatch):
    Hand(room, monkeypatch).play(SCRIPT)
    assert room.box.hasFocus()
    assert room.box.words == ""

    def ask(subject):
        return room.ask(lambda archive: getattr(archive, subject).all("m"))

    people = {each.id: each.name for each in room.ask(lambda archive: archive.people.all())}
    newcomers = {SALMA, ZEINAB}

    def who(speaker):
        name = people.get(speaker.person_id or "", "")
        return name if name in newcomers else speaker

    notes = ask("notes")
    by_item = sorted(notes, key=lambda each: each.place.parent_id)
    held = [
        (each.place.parent_id, clock_of(each.said_at), who(each.speaker), each.kind, each.text)
        for each in by_item
    ]
    for row, expected in zip(held, NOTES, strict=False):
        assert row == expected
    assert len(held) == len(NOTES)
    texts = {each.id: each.text for each in notes}
    source_of = {
        each.recommendation_id or each.decision_id: each.note_id for each in ask("sources")
    }
    for subject, expected in (("recommendations", RECOMMENDATIONS), ("decisions", DECISIONS)):
        made = [
            (each.place.parent_id, each.text, texts[source_of[each.id]]) for each in ask(subject)
        ]
        assert sorted(made, key=lambda row: row[0]) == expected
    came = {people[each.person_id]: each.presence for each in ask("attendance")}
    assert {came[each] for each in newcomers} == {Presence.PRESENT}
    shown = [each.text for each in room.workspace.notes.shown]
    assert shown == [text for item, _clock, _who, _kind, text in NOTES if item == "a"]
    assert room.ask(lambda archive: archive.drafts.pending()) == []
    assert room.ask(lambda archive: archive.check()).ok
