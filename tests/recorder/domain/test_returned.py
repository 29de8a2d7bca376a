"""What is compared of a text that was in Word, and how it is told from what stands behind it."""

from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.returned import Rewording, fingerprint, plain, without_end


def a_rewording(**fields):
    known = {"recommendation_id": "r", "before": "أ", "in_word": "ب", "present": "أ"}
    return Rewording(**(known | fields))


def test_marks_and_spaces_of_an_office_program_are_no_change():
    assert plain("\u200fخطة\u00a0 عمل \n\n\u200e(GLOCA)\u200e") == "خطة عمل\n(GLOCA)"
    assert fingerprint("خطة\tعمل ") == fingerprint("خطة عمل")
    assert fingerprint("خطة عمل") != fingerprint("خطّة عمل")


def test_an_end_is_known_again_wherever_it_was_pushed_to():
    end = fingerprint(". (البلدية؛ نهاية العام)")
    assert without_end("خطة عمل. (البلدية؛ نهاية العام)", end) == "خطة عمل"
    assert without_end("خطة عمل جديدة . (البلدية؛ نهاية العام)", end) == "خطة عمل جديدة"
    assert without_end("خطة عمل. (المحافظة)", end) is None
    assert without_end("", end) is None


def test_a_secret_gives_a_text_another_fingerprint():
    assert fingerprint("خطة", "r1") == fingerprint(" خطة ", "r1")
    assert len({fingerprint("خطة"), fingerprint("خطة", "r1"), fingerprint("خطة", "r2")}) == 3
    assert without_end("خطة عمل. (البلدية)", fingerprint(". (البلدية)", "r1"), "r1") == "خطة عمل"
    assert without_end("خطة عمل. (البلدية)", fingerprint(". (البلدية)", "r1")) is None


@given(st.text(max_size=60), st.text(min_size=1, max_size=60))
def test_any_text_is_parted_from_any_end(text, end):
    said, behind = plain(text), plain(end).strip()
    if behind:
        found = without_end(plain(f"{said}\n{behind}"), fingerprint(behind))
        assert found is not None
        assert plain(f"{found}\n{behind}") == plain(f"{said}\n{behind}")


def test_a_recommendation_is_contested_where_ours_changed_too_or_nobody_knows():
    assert not a_rewording().is_contested
    assert a_rewording(present="ج").is_contested
    assert a_rewording(before=None).is_contested
    assert not a_rewording(recommendation_id="", before=None, present="").is_contested


def test_what_is_gone_and_what_is_new_are_told_apart():
    assert a_rewording(in_word="").is_gone
    new = a_rewording(recommendation_id="", before=None, present="")
    assert (new.is_new, new.is_gone) == (True, False)
