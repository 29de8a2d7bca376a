from dataclasses import replace

import pytest

from recorder import Attendance, Organisation, Person, Presence, ReportingVerb, Sex, Speaker
from ui.capture.speakers import find_speakers, make_directory, named_exactly


@pytest.fixture
def directory():
    dcaf = Organisation(id="dcaf", name="مركز جنيف لحوكمة القطاع الأمني", acronym="DCAF")
    gloca = Organisation(
        id="gloca", name="المنظمة العالمية للنهوض بالمجتمع المدني", acronym="GLOCA"
    )
    people = [
        Person(id="ayoub", name="أيمن أيوب", role="رئيس قسم الشرق الأوسط", organisation_id="dcaf"),
        Person(id="hajj", name="وسيم الحاج", role="المدير التنفيذي", organisation_id="gloca",
               sex=Sex.MALE),
        Person(id="ahmad", name="أحمد الشيخ", sex=Sex.MALE),
        Person(id="hiba", name="هبة القاضي", sex=Sex.FEMALE),
        Person(id="mahmoud", name="محمود أحمد"),
    ]  # fmt: skip
    attendance = [
        Attendance(id="a", meeting_id="m", person_id="hiba", presence=Presence.PRESENT,
                   role="ممثلة البلدية", organisation_id="gloca")
    ]  # fmt: skip
    return make_directory(people, [dcaf, gloca], attendance, ["ممثلون عن المؤسسات المحلية"])


def names(directory, typed, recent=()):
    return [each.name for each in find_speakers(directory.candidates(), typed, recent)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dcaf", "أيمن أيوب"),
        ("احمد الش", "أحمد الشيخ"),
        ("هبه", "هبة القاضي"),
        ("التنفيذى", "وسيم الحاج"),
        ("جنيف أيمن", "أيمن أيوب"),
        ("البلدية", "هبة القاضي"),
        ("ممثلون محليه", "ممثلون عن المؤسسات المحلية"),
        ("الحاج وسيم", "وسيم الحاج"),
    ],
)
def test_a_few_letters_of_name_role_or_organisation_find_the_speaker(directory, typed, found):
    assert names(directory, typed)[0] == found


def test_who_came_is_offered_before_the_rest_of_the_directory(directory):
    assert names(directory, "")[:2] == ["ممثلون عن المؤسسات المحلية", "هبة القاضي"]


def test_who_spoke_last_is_offered_first_among_equals(directory):
    assert names(directory, "احمد") == ["أحمد الشيخ", "محمود أحمد"]
    assert names(directory, "احمد", [Speaker("mahmoud")]) == ["محمود أحمد", "أحمد الشيخ"]


def test_nothing_is_found_for_words_that_nobody_has(directory):
    assert names(directory, "زكريا") == []


def test_what_a_person_stood_for_that_day_is_told_before_their_own_post(directory):
    assert directory.detail(Speaker("hiba")) == "ممثلة البلدية، GLOCA"
    assert directory.detail(Speaker("hajj")) == "المدير التنفيذي، GLOCA"
    assert directory.detail(Speaker(None, "ممثلون")) == ""


def test_a_whole_name_is_recognised_however_it_is_spelt(directory):
    assert named_exactly(directory.candidates(), "احمد الشيخ").speaker == Speaker("ahmad")
    assert named_exactly(directory.candidates(), "أحمد") is None


def test_a_merged_speaker_is_named_as_the_one_that_shows_and_found_by_either_name(directory):
    merged = replace(
        directory, shown_for={"old": "hiba"}, other_names={"hiba": "أم خالد Hiba Kadi"}
    )
    assert merged.name(Speaker("old")) == "هبة القاضي"
    assert merged.detail(Speaker("old")) == "ممثلة البلدية، GLOCA"
    assert merged.is_feminine(Speaker("old"))
    assert names(merged, "ام خالد") == names(merged, "kadi") == ["هبة القاضي"]


def test_verbs_agree_with_women_men_and_groups(directory):
    def said_by(speaker):
        return directory.verb(ReportingVerb.POINTED_OUT, speaker)

    assert said_by(Speaker("hiba")) == "أشارت إلى"
    assert said_by(Speaker("hajj")) == "أشار إلى"
    assert said_by(Speaker("ayoub")) == "أشار إلى"
    assert said_by(Speaker(None, "منظمات محلية")) == "أشارت إلى"
    assert said_by(Speaker(None, "ممثلون عن المؤسسات")) == "أشاروا إلى"
    assert said_by(Speaker()) == "أشار إلى"


def test_a_seat_names_who_sits_there_before_all_who_have_the_digits_elsewhere():
    people = [Person(id=str(at), name=f"مشارك {at}") for at in (2, 12, 21)]
    seats = {"2": "A-1", "12": "2", "21": "12"}
    came = [
        Attendance(id=f"a{each}", meeting_id="m", person_id=each, presence=Presence.PRESENT,
                   seat=seat)
        for each, seat in seats.items()
    ]  # fmt: skip
    candidates = make_directory(people, [], came, ()).candidates()

    def first(typed):
        return find_speakers(candidates, typed)[0].speaker.person_id

    assert (first("2"), first("12"), first("١٢"), first("a-1")) == ("12", "21", "21", "2")
    assert "12" in find_speakers(candidates, "12")[0].detail
