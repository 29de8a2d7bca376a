"""Every document of the family in every language, of a meeting of which nothing is known, of the
sample, and of one whose texts are hostile: the file keeps all laws."""

import re

import pytest
from openxml_audit import OpenXmlValidator

from recorder.domain.documents import DocumentKind
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.documents import PLANS
from tests.recorder.minutes.every_document.contents import content_of
from tests.recorder.minutes.meetings import sample
from tests.recorder.minutes.minutes_text import text_of
from tests.recorder.minutes.word_laws import faults
from tests.recorder.minutes.word_package import WordPackage

LANGUAGES = ("ar", "en", "both")
CASES = [(kind, language) for kind in PLANS for language in LANGUAGES]


def record_of(name):
    return content_of(name).record


def test_every_kind_of_document_is_made():
    assert set(PLANS) == set(DocumentKind)


@pytest.mark.parametrize("name", ["empty", "sample", "hostile"])
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_document_keeps_every_law(tmp_path, kind, language, name):
    minutes = build_minutes(record_of(name), Edition(language, document=kind))
    path = write_docx(minutes, tmp_path / "m.docx")
    assert faults(WordPackage(path), minutes) == []


VALIDATED = [(*case, name) for name in ("sample", "hostile") for case in CASES]
VALIDATED += [(kind, "ar", "empty") for kind in PLANS]


@pytest.mark.parametrize(("kind", "language", "name"), VALIDATED)
def test_the_validator_of_the_open_xml_sdk_finds_nothing(
    tmp_path, ooxml_validator, kind, language, name
):
    minutes = build_minutes(record_of(name), Edition(language, document=kind))
    assert ooxml_validator(write_docx(minutes, tmp_path / "m.docx")) == []


@pytest.mark.parametrize("kind", list(PLANS))
def test_openxml_audit_finds_nothing_but_parts_that_no_document_needs(tmp_path, kind):
    minutes = build_minutes(record_of("hostile"), Edition("both", document=kind))
    path = write_docx(minutes, tmp_path / "m.docx")
    found = [each.description for each in OpenXmlValidator().validate(str(path)).errors]
    optional = re.compile(r"required relationship type '\S+/(theme|fontTable)' is missing")
    assert [each for each in found if not optional.search(each)] == []


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_document_of_the_sample_is_the_one_that_was_read_and_approved(golden, kind, language):
    edition = Edition(language, document=kind)
    name = {"ar": "followup.json", "en": "aleppo.json", "both": "aleppo.json"}[language]
    text = text_of(build_minutes(sample(name), edition))
    golden(f"family/{kind}-{language}.txt", f"{text}\n".encode())


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_same_meeting_gives_the_same_bytes(tmp_path, kind, language):
    edition = Edition(language, document=kind)
    one, other = (
        write_docx(build_minutes(sample("aleppo.json"), edition), tmp_path / f"{each}.docx")
        for each in "ab"
    )
    assert one.read_bytes() == other.read_bytes()
