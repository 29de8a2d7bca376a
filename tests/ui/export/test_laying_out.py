"""When the pages are made: after a rest, one document at a time, and only while somebody waits."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.recorder.minutes.plain_pdf import BLUE, GREEN, RED, plain_pdf

COPIES = """
import time
from pathlib import Path
here = Path(__file__).parent
def told(word):
    with (here / "log").open("a") as log:
        log.write(f"{word} {os.getpid()}\\n")
told("began")
while (here / "hold").exists():
    time.sleep(0.01)
folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
(folder / "minutes.pdf").write_bytes((here / "ready.pdf").read_bytes())
told("ended")
"""


class Office:
    """An office program of our own: it waits while it is held, and gives what is ready."""

    def __init__(self, program: Path) -> None:
        self._folder = program.parent
        self.give(plain_pdf((RED, GREEN, BLUE)))

    def give(self, content: bytes) -> None:
        (self._folder / "ready.pdf").write_bytes(content)

    def hold(self) -> None:
        (self._folder / "hold").touch()

    def let_go(self) -> None:
        (self._folder / "hold").unlink()

    @property
    def began(self) -> list[int]:
        """The programs that were begun."""
        return self._told("began")

    @property
    def ended(self) -> list[int]:
        """Those that came to their end by themselves."""
        return self._told("ended")

    @property
    def running(self) -> list[int]:
        return [each for each in self.began if is_running(each)]

    def _told(self, word: str) -> list[int]:
        log = self._folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        return [int(each.split()[1]) for each in lines if each.startswith(word)]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def office(stand_in, monkeypatch) -> Office:
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 0)
    return Office(stand_in(COPIES))


def pane_of(desk):
    return desk.screen.document


def awaits(desk, condition):
    desk.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)


def shows_pages(desk):
    awaits(desk, lambda: pane_of(desk).shows_pages and not pane_of(desk).laying.is_awaited)


def test_the_approximation_comes_at_once_and_the_pages_in_its_place(office, make_desk):
    office.hold()
    desk = make_desk()
    pane = pane_of(desk)
    assert pane.preview.isVisible()
    assert pane.said.words == "معاينة تقريبية"
    awaits(desk, lambda: office.began)
    assert "تُجهَّز" in pane.beside.words
    office.let_go()
    shows_pages(desk)
    assert pane.pages.isVisible()
    assert not pane.preview.isVisible()
    assert "كما يطبعه LibreOffice" in pane.said.words
    assert "3" in pane.said.words


def test_nothing_begins_before_the_choices_rest(office, make_desk, monkeypatch):
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 60_000)
    desk = make_desk()
    awaits(desk, lambda: pane_of(desk).laying.is_awaited)
    desk.choose("language", "en")
    assert pane_of(desk).laying._rest.isActive()
    assert office.began == []


def test_another_choice_ends_the_one_before_and_two_never_run_at_once(office, make_desk):
    office.hold()
    desk = make_desk()
    awaits(desk, lambda: office.began)
    (first,) = office.began
    desk.choose("language", "en")
    awaits(desk, lambda: len(office.began) == 2)
    assert not is_running(first)
    assert len(office.running) == 1
    office.let_go()
    shows_pages(desk)
    assert office.ended == office.began[1:]
    assert pane_of(desk)._laid_out.language == "en"


def test_pages_of_another_choice_are_in_view_no_more(office, make_desk):
    desk = make_desk()
    shows_pages(desk)
    office.hold()
    desk.choose("document", "matrix")
    assert pane_of(desk).preview.isVisible()
    assert pane_of(desk).said.words == "معاينة تقريبية"
    office.let_go()


def test_another_screen_ends_it_and_coming_back_begins_it_again(office, make_desk):
    office.hold()
    desk = make_desk()
    awaits(desk, lambda: office.began)
    desk.window.show_screen("library")
    awaits(desk, lambda: not office.running)
    assert not pane_of(desk).laying.is_awaited
    office.let_go()
    desk.window.show_screen("export")
    shows_pages(desk)
    assert len(office.began) == 2


def test_who_comes_back_to_what_has_not_changed_finds_the_pages_there(office, make_desk):
    desk = make_desk()
    shows_pages(desk)
    desk.window.show_screen("library")
    desk.window.show_screen("export")
    assert pane_of(desk).pages.isVisible()
    assert "كما يطبعه LibreOffice" in pane_of(desk).said.words
    desk.ask(lambda _archive: None)
    assert len(office.began) == 1


def test_closing_the_window_ends_it(office, make_desk):
    office.hold()
    desk = make_desk()
    awaits(desk, lambda: office.began)
    desk.window.close()
    assert office.running == []
    assert not any(each.is_alive() for each in desk.bridge._asides)


def test_screens_that_are_built_anew_begin_anew(office, make_desk):
    office.hold()
    desk = make_desk()
    awaits(desk, lambda: office.began)
    (first,) = office.began
    desk.window.take_settings({"theme": "dark"})
    awaits(desk, lambda: len(office.began) == 2)
    assert not is_running(first)
    office.let_go()
    shows_pages(desk)


def test_a_program_that_fails_leaves_the_approximation_and_a_quiet_word(
    stand_in, make_desk, monkeypatch
):
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 0)
    stand_in("sys.exit(1)")
    desk = make_desk()
    pane = pane_of(desk)
    awaits(desk, lambda: pane.laying.has_failed)
    assert pane.preview.isVisible()
    assert "LibreOffice" in pane.beside.words
    assert desk.told == ""


def test_old_pages_do_not_stay_when_new_ones_fail(office, make_desk):
    desk = make_desk()
    shows_pages(desk)
    office.give(b"no pdf")
    change_title(desk, "عنوان آخر")
    awaits(desk, lambda: pane_of(desk).laying.has_failed)
    assert pane_of(desk).preview.isVisible()


def change_title(desk, title):
    meeting_id = desk.screen.meeting_id
    desk.ask(lambda archive: archive.write(replace(archive.meetings.get(meeting_id), title=title)))


def test_a_changed_meeting_is_laid_out_anew_and_says_so_meanwhile(office, make_desk):
    desk = make_desk()
    shows_pages(desk)
    pane = pane_of(desk)
    pane.pages.verticalScrollBar().setValue(700)
    office.hold()
    office.give(plain_pdf((RED, GREEN, BLUE, RED)))
    change_title(desk, "عنوان آخر")
    awaits(desk, lambda: len(office.began) == 2)
    assert pane.pages.isVisible()
    assert pane.said.words == "كما كان قبل آخر تعديل"
    office.let_go()
    shows_pages(desk)
    assert "4" in pane.said.words
    assert abs(pane.pages.verticalScrollBar().value() - 700) <= 1


def test_nothing_is_laid_out_while_a_document_is_written(office, make_desk):
    office.hold()
    desk = make_desk()
    awaits(desk, lambda: office.began)
    (first,) = office.began
    field = desk.screen.choices.form
    awaits(desk, lambda: field.findData("pdf") >= 0)
    desk.choose("form", "pdf")
    target = desk.folder / "minutes.pdf"
    desk.window.document_writer().write(desk.screen.order, target)
    awaits(desk, lambda: desk.window.document_writer().is_running and len(office.running) == 1)
    assert not is_running(first)
    laying = pane_of(desk).laying
    laying._begin()  # its rest has passed
    assert laying._run is None or not laying._run.is_wanted
    office.let_go()
    awaits(desk, target.exists)
    shows_pages(desk)
    assert desk.window.document_writer().is_running is False


def test_a_pdf_of_what_is_in_view_is_written_from_its_pages(office, make_desk):
    desk = make_desk()
    awaits(desk, lambda: desk.screen.choices.form.findData("pdf") >= 0)
    shows_pages(desk)
    desk.choose("form", "pdf")
    awaits(desk, lambda: "كما سيُطبع" in pane_of(desk).said.words)
    begun = len(office.began)
    assert begun == 1  # for Word and for PDF they are the same pages
    assert desk.write("minutes.pdf").read_bytes() == plain_pdf((RED, GREEN, BLUE))
    assert len(office.began) == begun
    change_title(desk, "عنوان آخر")
    office.give(plain_pdf((BLUE,)))
    assert desk.write("other.pdf").read_bytes() == plain_pdf((BLUE,))


def test_without_an_office_program_the_approximation_stays_and_promises_nothing(
    make_desk, monkeypatch
):
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 0)
    monkeypatch.setattr("recorder.minutes.pdf.find_office", lambda: None)
    desk = make_desk()
    desk.ask(lambda _archive: None)
    pane = pane_of(desk)
    assert pane.preview.isVisible()
    assert pane.beside.words == ""
    assert not pane.laying.is_awaited


def test_forms_that_are_not_for_paper_keep_the_approximation(office, make_desk):
    desk = make_desk()
    shows_pages(desk)
    for form in ("html", "md", "txt"):
        desk.choose("form", form)
        assert pane_of(desk).preview.isVisible()
        assert not pane_of(desk).laying.is_awaited
    pane_of(desk).preview.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.choose("form", "json")
    assert desk.screen.save.hasFocus()
    assert not pane_of(desk).preview.isVisible()
    assert not pane_of(desk).said.isVisible()


def test_the_hand_stays_on_the_document_when_the_pages_come(office, make_desk):
    office.hold()
    desk = make_desk()
    pane = pane_of(desk)
    pane.preview.setFocus(Qt.FocusReason.OtherFocusReason)
    office.let_go()
    shows_pages(desk)
    assert pane.pages.hasFocus()
    office.hold()
    desk.choose("language", "en")
    assert pane.preview.hasFocus()
    office.let_go()


@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_itself_shows_the_sample_as_it_will_be_printed(make_desk, monkeypatch):
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 0)
    desk = make_desk()
    awaits(desk, lambda: pane_of(desk).shows_pages)
    pages = pane_of(desk).pages
    assert pages.count > 3
    awaits(desk, lambda: pages.text)
    image = pages._drawer.picture(0).image
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, 400, 3)}
    assert len(colours) > 20  # words on white paper
    assert "محضر لقاء" in pages.accessibleDescription()
    assert "1" in pages.accessibleName()
