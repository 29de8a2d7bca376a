"""What the one command makes, and that it sees what it looks for."""

from dataclasses import replace
from itertools import combinations, product

import pytest

from recorder.domain.tokens import Attribution, NoteKind
from recorder.minutes import build_minutes
from recorder.minutes.documents import PLANS
from recorder.minutes.leaks import find_leaks
from recorder.minutes.model import Paragraph, Span
from tests.recorder.minutes.every_document.cases import (
    CHOICES,
    LANGUAGES,
    Case,
    all_cases,
    case_named,
)
from tests.recorder.minutes.every_document.contents import CONTENTS, content_of
from tests.recorder.minutes.every_document.large_meeting import large_meeting
from tests.recorder.minutes.every_document.names import folded, name_faults, told_in_package
from tests.recorder.minutes.every_document.soundness import examine, write
from tests.recorder.minutes.word_package import WordPackage


def test_every_kind_language_and_content_is_made_and_any_two_choices_meet():
    made = all_cases()
    whole = {(each.kind, each.language, each.content) for each in made}
    assert whole == set(product(PLANS, LANGUAGES, CONTENTS))
    all_there_is = {"kind": PLANS, "language": LANGUAGES, "content": CONTENTS, **CHOICES}
    for (one, values), (other, others) in combinations(all_there_is.items(), 2):
        met = {(getattr(each, one), getattr(each, other)) for each in made}
        assert met == set(product(values, others))


def test_the_name_of_a_case_makes_it_again():
    assert [case_named(each.name) for each in all_cases()] == all_cases()


def test_the_large_meeting_fills_every_field():
    record = large_meeting()
    assert (len(record.people), len(record.notes), len(record.recommendations)) == (500, 2000, 500)
    rows = {}
    for row in record.rows():
        rows.setdefault(type(row), []).append(row)
    left = {"deleted", "opening", "closing"}  # the last two replace what is composed
    for kind, each in rows.items():
        for column in kind.registers():
            told = any(getattr(row, column.name) not in (None, "") for row in each)
            assert told or column.name in left, (kind.TABLE, column.name)


SOMEBODY = large_meeting().people[300].name


@pytest.fixture
def told_of(tmp_path):
    """A press text into which a name got, what it was made from, and all that its file says."""
    case = Case("press", "ar", "large", Attribution.NONE)
    record = case.under_its_rule(content_of("large").record)
    minutes = build_minutes(record, case.edition)
    slipped = replace(minutes, blocks=(*minutes, Paragraph((Span(f"وبـ{SOMEBODY}"),))))
    told = told_in_package(WordPackage(write(case, slipped, tmp_path / "m.docx")))
    return record, case.edition, slipped, told


def test_a_name_that_the_program_tells_is_seen_though_the_leak_check_tells_it_too(told_of):
    record, edition, slipped, told = told_of
    assert find_leaks(record, edition, slipped) != []
    (fault,) = name_faults(record, edition, slipped, told)
    assert fault == f"the program tells the name {folded(SOMEBODY)!r}"


def test_a_name_that_somebody_typed_is_seen_only_where_the_leak_check_is_silent(told_of):
    record, edition, slipped, told = told_of
    typed = replace(record, notes=[*record.notes, replace(record.notes[0], text=SOMEBODY)])
    assert list(name_faults(typed, edition, slipped, told)) == []
    silent = replace(slipped, blocks=())
    (fault,) = name_faults(typed, edition, silent, told)
    assert "the leak check is silent" in fault


def test_a_private_note_that_slipped_in_is_seen(tmp_path):
    case = Case("minutes", "ar", "large")
    record = content_of("large").record
    minutes = build_minutes(record, case.edition)
    private = next(each for each in record.notes if each.kind == NoteKind.PRIVATE)
    slipped = replace(minutes, blocks=(Paragraph((Span(private.text),)),))
    told = told_in_package(WordPackage(write(case, slipped, tmp_path / "m.docx")))
    (fault,) = name_faults(record, case.edition, slipped, told)
    assert "private note" in fault


@pytest.mark.parametrize("paper", CHOICES["paper"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_on_each_paper_is_sound(tmp_path, paper, language):
    finding = examine(Case("minutes", language, "sample", paper=paper), tmp_path)
    assert finding.faults == []
