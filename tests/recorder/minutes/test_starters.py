"""The letterheads that ship: made by our own hand, sound, and complete without a hand's work."""

import zipfile
from dataclasses import replace
from importlib.resources import files

import pytest

from recorder.archive.letterheads import STARTERS as SHIPPED
from recorder.archive.letterheads import copy_starters
from recorder.minutes import Edition, build_minutes
from recorder.minutes.docx.letterhead import inspect_letterhead, write_on_letterhead
from recorder.minutes.docx.starters import STARTERS, write_starters
from recorder.minutes.docx.starters.controls import placeholder_png
from recorder.minutes.model import Letterhead, LetterheadHost, Picture
from tests.recorder.minutes.meetings import sample
from tests.recorder.minutes.word_package import W, WordPackage, text_of


@pytest.fixture(scope="module")
def starters(tmp_path_factory):
    return {path.stem: path for path in write_starters(tmp_path_factory.mktemp("starters"))}


@pytest.fixture(params=list(STARTERS))
def starter(request, starters):
    return starters[request.param]


def filled(tmp_path, starter, language="ar", **changes):
    minutes = replace(build_minutes(sample("followup.json"), Edition(language)), **changes)
    return WordPackage(write_on_letterhead(minutes, starter, tmp_path / "minutes.docx"))


def test_the_shipped_files_are_those_that_the_program_makes(starters):
    assert tuple(starters) == SHIPPED
    for name, path in starters.items():
        shipped = files("resources") / "templates" / f"{name}.docx"
        assert shipped.read_bytes() == path.read_bytes(), name


def test_a_starter_is_sound_to_the_sdk(starter, ooxml_validator):
    assert ooxml_validator(starter) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_minutes_on_a_starter_are_sound_to_the_sdk(tmp_path, starter, ooxml_validator, language):
    filled(tmp_path, starter, language)
    assert ooxml_validator(tmp_path / "minutes.docx") == []


def test_a_starter_has_a_frame_for_the_minutes_and_places_for_what_is_the_organisations(starter):
    report = inspect_letterhead(starter)
    assert report.has_body
    assert {"minutes.organiser", "minutes.title", "letterhead.logo"} <= set(report.tags)
    own = {"letterhead.logo", "letterhead.logo.partner", "letterhead.address"}
    assert {"letterhead.logo", "letterhead.address"} <= set(report.forgotten) <= own


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_that_was_to_be_replaced_is_printed(tmp_path, starter, language):
    package = filled(tmp_path, starter, language)
    assert not [each for tree in package.texts().values() for each in tree.iter(f"{W}tag")]
    assert not [each for tree in package.texts().values() for each in tree.iter(f"{W}drawing")]
    said = "\n".join(text_of(each) for each in package.paragraphs())
    for placeholder in ("اسم الجهة", "العنوان ·", "هنا يأتي", "عنوان المحضر"):
        assert placeholder not in said
    head = "".join(package.trees["word/letterhead.xml"].itertext())
    assert ("شبكة حلب" if language == "ar" else "Aleppo Community") in head
    foot = "".join(package.trees["word/footer.xml"].itertext())
    assert ("صفحة" if language == "ar" else "Page") in foot


def test_a_meeting_without_hosts_leaves_the_head_empty(tmp_path, starter):
    package = filled(tmp_path, starter, letterhead=Letterhead())
    assert "".join(package.trees["word/letterhead.xml"].itertext()).strip() == ""


def test_a_logo_that_was_put_in_stays(tmp_path, starter):
    with_logo = tmp_path / "own.docx"
    package = WordPackage(starter)
    _write(with_logo, package.bytes, b"<w:showingPlcHdr/><w:picture/>", b"<w:picture/>")
    shown = filled(tmp_path, with_logo).trees["word/letterhead.xml"]
    assert len(list(shown.iter(f"{W}drawing"))) in (1, 2)


@pytest.mark.parametrize("held", [1, 2])
def test_the_logos_of_the_hosts_stand_where_none_was_put_in(
    tmp_path, starter, ooxml_validator, held
):
    logo = Picture("c" * 64, "png", 400, 100)
    hosts = [LetterheadHost(f"جهة {each}", logo=logo) for each in range(held)]
    changes = {"letterhead": Letterhead(tuple(hosts)), "media": {"c" * 64: placeholder_png()}}
    package = filled(tmp_path, starter, **changes)
    head = package.trees["word/letterhead.xml"]
    places = len([each for each in inspect_letterhead(starter).tags if "logo" in each])
    assert len(list(head.iter(f"{W}drawing"))) == min(held, places)
    assert f"word/media/host-{'c' * 16}.png" in package.bytes
    assert not list(head.iter(f"{W}sdt"))
    assert ooxml_validator(tmp_path / "minutes.docx") == []


def _write(path, parts, old, new):
    with zipfile.ZipFile(path, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content.replace(old, new))


def test_a_copy_for_the_organisation_never_replaces_what_she_made_of_it(tmp_path):
    copies = copy_starters(tmp_path / "papers")
    assert len(copies) == len(SHIPPED)
    copies[0].write_bytes(b"made her own")
    assert copy_starters(tmp_path / "papers") == []
    assert copies[0].read_bytes() == b"made her own"
