"""A laid-out document as pictures: of the size asked for, in any thread, and no file left."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.errors import OfficeError, OfficeMissingError, OfficeStoppedError
from recorder.minutes.pdf import Drawn, LaidOut, Patience, pages, plan_layout, plan_pdf, read_pages
from tests.recorder.minutes.documents import a_document
from tests.recorder.minutes.plain_pdf import A4, A4_LANDSCAPE, BLUE, GREEN, RED, plain_pdf
from tests.recorder.minutes.test_pdf import HANGS

THREE = read_pages(LaidOut(plain_pdf((RED, GREEN, BLUE))))
COPIES = """
source = next(each for each in sys.argv if each.endswith('.docx'))
open(source[:-5] + '.pdf', 'wb').write(open(os.environ['READY'], 'rb').read())
"""
TELLS_ITS_PRIORITY = """
import time
until = time.monotonic() + 20
while os.getpriority(os.PRIO_PROCESS, 0) < 10 and time.monotonic() < until:
    time.sleep(0.01)
open(os.environ['TOLD'], 'w').write(str(os.getpriority(os.PRIO_PROCESS, 0)))
"""


def colour_of(drawn: Drawn) -> tuple[int, ...]:
    middle = (drawn.height // 2 * drawn.width + drawn.width // 2) * 4
    return tuple(drawn.content[middle : middle + 3])


def test_the_sizes_are_those_of_the_pages():
    assert THREE.sizes == (A4, A4, A4)
    assert read_pages(LaidOut(plain_pdf([RED], A4_LANDSCAPE))).sizes == (A4_LANDSCAPE,)


def test_each_page_is_drawn_in_its_colours_from_red_to_blue():
    assert [colour_of(THREE.draw(at, 60)) for at in range(3)] == [RED, GREEN, BLUE]


@given(st.integers(1, 2000))
def test_a_page_is_as_wide_as_asked_and_keeps_its_shape(width):
    drawn = THREE.draw(0, width)
    assert drawn.width == width
    assert abs(drawn.height - width * A4[1] / A4[0]) <= 2
    assert len(drawn.content) == drawn.width * drawn.height * 4


def test_many_threads_may_ask_at_once():
    others = [read_pages(LaidOut(plain_pdf([each] * 3))) for each in (RED, GREEN, BLUE)]
    asked = [(each, at) for each in others for at in range(3)] * 20
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda one: colour_of(one[0].draw(one[1], 120)), asked))
    assert drawn == [colour for colour in (RED, GREEN, BLUE) for _page in range(3)] * 20


def test_only_one_thread_is_in_the_library_at_a_time(monkeypatch):
    inside, most = [], []
    lock = threading.Lock()

    class Watched:
        def __enter__(self):
            lock.acquire()
            inside.append(1)
            most.append(len(inside))

        def __exit__(self, *_):
            inside.pop()
            lock.release()

    monkeypatch.setattr(pages, "_ONE_AT_A_TIME", Watched())
    THREE.draw(0, 10)
    read_pages(THREE.laid_out)
    assert most == [1, 1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing", b"PK\x03\x04"])
def test_what_is_no_pdf_is_refused_as_an_error_of_the_office(content):
    with pytest.raises(OfficeError):
        read_pages(LaidOut(content))
    with pytest.raises(OfficeError):
        replace(THREE, laid_out=LaidOut(content)).draw(0, 100)


def test_a_document_is_laid_out_in_memory_and_leaves_no_file(tmp_path, stand_in, monkeypatch):
    stand_in(COPIES)
    ready = tmp_path / "ready.pdf"
    ready.write_bytes(THREE.laid_out.content)
    monkeypatch.setenv("READY", str(ready))
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    lay_out = plan_layout(a_document(), None, Patience())
    assert list(folder.iterdir()) == []
    assert lay_out().content == THREE.laid_out.content
    assert list(folder.iterdir()) == []


def test_a_layout_that_nobody_asked_for_lets_others_go_first(tmp_path, stand_in, monkeypatch):
    stand_in(TELLS_ITS_PRIORITY)
    monkeypatch.setenv("TOLD", str(tmp_path / "told"))
    with pytest.raises(OfficeError):
        plan_layout(a_document(), None, Patience(gives_way=True))()
    assert int((tmp_path / "told").read_text()) >= 10


def test_a_layout_of_the_same_document_is_taken_and_of_no_other(tmp_path, stand_in, monkeypatch):
    stand_in(COPIES)
    ready = tmp_path / "ready.pdf"
    monkeypatch.setenv("READY", str(ready))
    ready.write_bytes(THREE.laid_out.content)
    made = plan_layout(a_document(), None, Patience())()
    ready.write_bytes(b"%PDF- another")
    assert plan_pdf(a_document(), tmp_path / "same.pdf", ready=made)().read_bytes() == made.content
    other = plan_pdf(a_document(texts=("عنوان آخر",)), tmp_path / "other.pdf", ready=made)()
    assert other.read_bytes() == b"%PDF- another"


def test_one_that_takes_too_long_is_ended_and_told_as_late(tmp_path, stand_in, monkeypatch):
    stand_in(HANGS)
    monkeypatch.setenv("CHILD", str(tmp_path / "child"))
    with pytest.raises(OfficeError) as refused:
        plan_layout(a_document(), None, Patience(seconds=1))()
    assert refused.value.data["reason"] == "late"


def test_one_that_nobody_waits_for_is_not_even_begun(tmp_path, stand_in, monkeypatch):
    stand_in(HANGS)
    monkeypatch.setenv("CHILD", str(tmp_path / "child"))
    lay_out = plan_layout(a_document(), None, Patience(goes_on=lambda: False))
    with pytest.raises(OfficeStoppedError):
        lay_out()
    assert not (tmp_path / "child").exists()


def test_without_the_program_it_is_refused_at_once(monkeypatch):
    monkeypatch.setattr("recorder.minutes.pdf.conversion.find_office", lambda: None)
    with pytest.raises(OfficeMissingError):
        plan_layout(a_document(), None, Patience())
