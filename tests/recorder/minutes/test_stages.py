"""A recommendation is never told as more than what the meeting made of it."""

import pytest

from recorder.domain.documents import DocumentKind
from recorder.domain.tokens import Stage
from recorder.minutes import Edition, build_minutes
from tests.recorder.minutes.meetings import recommendation, record
from tests.recorder.minutes.minutes_text import text_of

WITH_RECOMMENDATIONS = [
    DocumentKind.MINUTES, DocumentKind.SHORT_MINUTES, DocumentKind.MATRIX,
    DocumentKind.DONOR_ANNEX, DocumentKind.CONSULTATION_REPORT,
]  # fmt: skip


def told(kind, *stages):
    rows = [recommendation(at, stage=each) for at, each in enumerate(stages, start=1)]
    return text_of(build_minutes(record(recommendations=rows), Edition("ar", document=kind)))


@pytest.mark.parametrize("kind", WITH_RECOMMENDATIONS)
def test_what_was_refused_stands_as_refused_wherever_it_stands(kind):
    (line,) = [each for each in told(kind, Stage.ADOPTED, Stage.REJECTED).splitlines()
               if "توصية 2" in each]  # fmt: skip
    assert "مرفوضة" in line


@pytest.mark.parametrize("kind", WITH_RECOMMENDATIONS)
def test_what_is_preliminary_among_adopted_ones_says_so(kind):
    (line,) = [each for each in told(kind, Stage.ADOPTED, Stage.PRELIMINARY).splitlines()
               if "توصية 2" in each]  # fmt: skip
    assert "أولية" in line


@pytest.mark.parametrize("kind", [*WITH_RECOMMENDATIONS, DocumentKind.PRESS])
def test_a_stage_of_a_later_release_is_told_as_it_is_and_as_no_adoption(kind):
    (line,) = [each for each in told(kind, Stage.ADOPTED, "deferred").splitlines()
               if "توصية 2" in each]  # fmt: skip
    assert "deferred" in line


def test_the_press_reads_nothing_of_what_was_refused():
    text = told(DocumentKind.PRESS, Stage.REJECTED, Stage.ADOPTED, Stage.PARTLY_ACCEPTED)
    assert "توصية 1" not in text
    assert "1. توصية 2.\n2. توصية 3. (مقبولة جزئياً)" in text


def test_the_press_reads_that_recommendations_are_preliminary():
    text = told(DocumentKind.PRESS, Stage.PRELIMINARY, Stage.PRELIMINARY)
    assert "وخرج اللقاء بالتوصيات الأولية الآتية:\n1. توصية 1.\n2. توصية 2." in text


def test_refused_ones_alone_are_no_outcome_for_the_press():
    assert "وخرج اللقاء" not in told(DocumentKind.PRESS, Stage.REJECTED)
