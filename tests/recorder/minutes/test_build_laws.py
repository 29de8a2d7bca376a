"""What holds for the minutes of any meeting."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.tokens import (
    Attribution,
    NoteKind,
)
from recorder.minutes import Edition, build_minutes
from tests.recorder.minutes.meetings import ARABIC, ENGLISH, NAMES, assert_clean, meetings
from tests.recorder.minutes.minutes_text import text_of

# Laws


@settings(max_examples=60)
@given(meetings(), st.sampled_from([ARABIC, ENGLISH, Edition("ar", "arab")]))
def test_no_meeting_however_little_is_known_of_it_leaves_gaps_in_its_sentences(rows, edition):
    assert_clean(text_of(build_minutes(rows, edition)))


@settings(max_examples=60)
@given(meetings(), st.sampled_from([ARABIC, ENGLISH]))
def test_every_public_note_stands_exactly_once(rows, edition):
    text = text_of(build_minutes(rows, edition))
    for each in rows.notes:
        assert text.count(each.text) == (0 if each.kind == NoteKind.PRIVATE else 1)


@settings(max_examples=60)
@given(meetings(attribution=Attribution.NONE), st.sampled_from([ARABIC, ENGLISH]))
def test_without_attribution_no_name_stands_anywhere(rows, edition):
    text = text_of(build_minutes(rows, edition))
    for name in NAMES:
        assert name not in text


@settings(max_examples=40)
@given(
    meetings(attribution=Attribution.SECTOR) | meetings(attribution=Attribution.ORGANISATION),
    st.sampled_from([ARABIC, ENGLISH]),
)
def test_by_organisation_or_sector_no_name_of_a_person_stands_anywhere(rows, edition):
    text = text_of(build_minutes(rows, edition))
    for name in NAMES:
        assert name not in text
