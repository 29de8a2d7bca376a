import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import recorder.interchange
from recorder.domain import columns, values
from recorder.domain.columns import COMPOUNDS
from recorder.errors import (
    ArchiveInUseError,
    ArchiveUnwritableError,
    ExportError,
    MeetingFileError,
    RecorderError,
)
from recorder.language.catalogue import Catalogue
from recorder.language.explain import EXPECTED, SENTENCES, explain

LANGUAGES = ["ar", "en"]
ROOM = Path(recorder.interchange.__file__).parent


def all_errors(base: type[RecorderError] = RecorderError) -> Iterator[type[RecorderError]]:
    yield base
    for each in base.__subclasses__():
        yield from all_errors(each)


def expected_tokens() -> set[str]:
    """What the readers say that they expected, read from their code."""
    found = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "expected":
                found |= {
                    each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)
                }
    for module in (columns, values):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InvalidValueError":
                found |= {each.value for each in node.args if isinstance(each, ast.Constant)}
    return found


@pytest.mark.parametrize("kind", list(all_errors()), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_of_its_own(kind: type[RecorderError]) -> None:
    assert kind.code in SENTENCES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(all_errors()), ids=lambda kind: kind.__name__)
def test_an_error_without_data_still_makes_a_sentence(
    kind: type[RecorderError], language: str
) -> None:
    said = explain(kind(), Catalogue.load(language))
    assert said
    assert "{" not in said


def test_every_sentence_is_translated() -> None:
    arabic = Catalogue.load("ar")
    for message in (*SENTENCES.values(), *EXPECTED.values()):
        assert arabic.gettext(message) != message


def test_whatever_a_reader_expects_has_words() -> None:
    tokens = expected_tokens()
    assert {"text", "json", "unique_id", "instant"} <= tokens
    worded = set(EXPECTED) | {key.partition(".")[2] for key in SENTENCES}
    assert tokens - worded == set(map(str, COMPOUNDS)) & tokens


def test_the_fault_of_a_file_is_told_with_its_place_in_both_languages() -> None:
    fault = MeetingFileError(path="agenda[2].title", expected="text", file="لقاء.json")
    english = explain(fault, Catalogue.load("en"))
    arabic = explain(fault, Catalogue.load("ar"))
    assert "text was expected at \u2068agenda[2].title\u2069" in english
    assert "المنتظر عند \u2068agenda[2].title\u2069 هو نص" in arabic
    assert "\u2068لقاء.json\u2069" in arabic


def test_a_fault_without_a_place_concerns_the_file_as_a_whole() -> None:
    fault = MeetingFileError(path="", expected="shallow", file="m.json")
    assert "at the file as a whole" in explain(fault, Catalogue.load("en"))


def test_the_reason_decides_what_to_do_next() -> None:
    said = {
        reason: explain(ExportError(path="m.docx", reason=reason), Catalogue.load("en"))
        for reason in ("locked", "unwritable", "full", "of_a_later_release")
    }
    assert len(set(said.values())) == 4
    assert "Close it there" in said["locked"]


def test_a_reason_in_the_words_of_the_system_is_left_out() -> None:
    fault = ArchiveUnwritableError(path="a.mahdar", reason="disk I/O error")
    assert "I/O" not in explain(fault, Catalogue.load("ar"))


def test_an_error_without_a_sentence_is_told_as_its_nearest_kin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(SENTENCES, "archive_in_use")
    said = explain(ArchiveInUseError(path="a.mahdar"), Catalogue.load("en"))
    assert said.startswith("The archive could not be opened")
