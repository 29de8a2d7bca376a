"""Which entries of a directory are proposed as one, and what speaks against it."""

from collections.abc import Callable

import pytest

from recorder import (
    Archive,
    Attendance,
    Likeness,
    Meeting,
    Note,
    NotFoundError,
    Organisation,
    Person,
    Presence,
    SameEntryError,
    Sex,
    Speaker,
)
from tests.recorder.archive.laptops import exchange_all


@pytest.fixture
def known(archive: Archive) -> Archive:
    archive.write(
        Person(id="wassim", name="وسيم الحاج"),
        Person(id="wassim2", name="م. وسيم حاج"),
        Person(id="ayman", name="أيمن أيوب"),
    )
    return archive


def proposed(archive: Archive, kind: str = "person") -> list[set[str]]:
    found = archive.duplicates.candidates(kind)  # type: ignore[arg-type]
    return [{each.first.id, each.second.id} for each in found]


def test_entries_with_like_names_are_proposed_and_no_others(known: Archive) -> None:
    (candidate,) = known.duplicates.candidates("person")
    assert {candidate.first.id, candidate.second.id} == {"wassim", "wassim2"}
    assert candidate.likeness is Likeness.ARTICLE


def test_nothing_is_merged_by_the_machine(known: Archive) -> None:
    known.duplicates.candidates("person")
    assert len(known.people.all()) == 3


def test_what_was_merged_is_proposed_no_more_and_undo_proposes_it_again(known: Archive) -> None:
    known.duplicates.merge("person", "wassim2", "wassim")
    assert proposed(known) == []
    known.undo()
    assert proposed(known) == [{"wassim", "wassim2"}]


def test_who_is_not_the_same_is_asked_about_once(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.people.write(Person(id="a", name="وسيم الحاج"), Person(id="b", name="وسيم حاج"))
    exchange_all([here, there])
    assert proposed(there) == [{"a", "b"}]
    here.duplicates.dismiss("person", "b", "a")
    exchange_all([here, there])
    assert proposed(here) == proposed(there) == []
    here.undo()
    exchange_all([here, there])
    assert proposed(there) == [{"a", "b"}]


def test_an_answer_holds_for_all_that_was_merged_into_the_two(known: Archive) -> None:
    known.people.write(Person(id="wassim3", name="المهندس وسيم الحاج"))
    known.duplicates.dismiss("person", "wassim", "wassim2")
    known.duplicates.merge("person", "wassim", "wassim3")
    assert proposed(known) == []


def test_merging_after_all_takes_back_that_they_are_two(known: Archive) -> None:
    known.duplicates.dismiss("person", "wassim", "wassim2")
    known.duplicates.merge("person", "wassim", "wassim2")
    assert known.people.get("wassim").id == "wassim2"
    known.undo()
    assert proposed(known) == []


def test_who_was_separated_is_not_proposed_again(known: Archive) -> None:
    known.duplicates.merge("person", "wassim", "wassim2")
    known.duplicates.separate("person", "wassim")
    assert proposed(known) == []


def test_only_two_that_are_there_can_be_told_apart(known: Archive) -> None:
    with pytest.raises(SameEntryError):
        known.duplicates.dismiss("person", "wassim", "wassim")
    with pytest.raises(NotFoundError):
        known.duplicates.dismiss("person", "wassim", "nobody")


def test_a_man_and_a_woman_are_not_proposed(archive: Archive) -> None:
    archive.write(
        Person(id="a", name="نور حلاق", sex=Sex.FEMALE), Person(id="b", name="نور حلاق", sex="male")
    )
    assert [each for each in archive.duplicates.candidates("person") if each.strength > 50] == []


def test_two_who_sat_in_one_meeting_for_two_bodies_are_two(known: Archive) -> None:
    known.write(
        Organisation(id="gloca", name="GLOCA"), Organisation(id="dcaf", name="DCAF"),
        Meeting(id="m", title="لقاء"),
    )  # fmt: skip

    def came(person_id: str, body: str | None) -> None:
        known.attendance.write(
            Attendance(id=f"a{person_id}", meeting_id="m", person_id=person_id,
                       presence=Presence.PRESENT, organisation_id=body)
        )  # fmt: skip

    came("wassim", "gloca")
    came("wassim2", None)
    assert proposed(known) == [{"wassim", "wassim2"}]
    came("wassim2", "gloca")
    assert proposed(known) == [{"wassim", "wassim2"}]
    came("wassim2", "dcaf")
    assert proposed(known) == []
    known.duplicates.merge("organisation", "dcaf", "gloca")
    assert proposed(known) == [{"wassim", "wassim2"}]


def test_a_first_name_alone_is_proposed_within_one_body_only(archive: Archive) -> None:
    archive.write(
        Person(id="a", name="وسيم", organisation_id="gloca"),
        Person(id="b", name="وسيم الحاج", organisation_id="gloca"),
        Person(id="c", name="وسيم الحلبي", organisation_id="dcaf"),
    )
    assert proposed(archive) == [{"a", "b"}]


def test_a_telephone_number_makes_the_likelier_pair(archive: Archive) -> None:
    archive.write(
        Person(id="a", name="رامي خطيب"), Person(id="b", name="رامي الخطيب"),
        Person(id="c", name="سامر حاج", phone="+963 955 123456"),
        Person(id="d", name="سامر الحاج", phone="0955123456"),
    )  # fmt: skip
    assert proposed(archive) == [{"c", "d"}, {"a", "b"}]


def test_the_entry_that_more_meetings_name_is_offered_first(known: Archive) -> None:
    for number in range(2):
        known.notes.append(
            Note(id=f"n{number}", meeting_id=f"m{number}", speaker=Speaker("wassim2"), text="قول")
        )
    known.attendance.append(Attendance(id="x", meeting_id="m0", person_id="wassim2"))
    known.meetings.write(Meeting(id="m9", title="لقاء", chair_id="wassim"))
    (candidate,) = known.duplicates.candidates("person")
    assert (candidate.first.id, candidate.first_meetings) == ("wassim2", 2)
    assert (candidate.second.id, candidate.second_meetings) == ("wassim", 1)


def test_meetings_of_what_was_merged_before_count_for_the_entry(known: Archive) -> None:
    known.people.write(Person(id="old", name="أبو أحمد"))
    known.meetings.write(Meeting(id="m9", title="لقاء", chair_id="old"))
    known.duplicates.merge("person", "old", "wassim2")
    (candidate,) = known.duplicates.candidates("person")
    assert (candidate.first.id, candidate.first_meetings) == ("wassim2", 1)


def test_organisations_are_proposed_by_acronym_and_merged(archive: Archive) -> None:
    archive.write(
        Organisation(id="a", name="المنظمة العالمية للنهوض بالمجتمع المدني", acronym="GLOCA"),
        Organisation(id="b", name="GLOCA"), Organisation(id="c", name="جامعة حلب"),
    )  # fmt: skip
    assert proposed(archive, "organisation") == [{"a", "b"}]
    archive.duplicates.merge("organisation", "b", "a")
    assert proposed(archive, "organisation") == []


def test_no_more_are_proposed_than_asked_for(archive: Archive) -> None:
    archive.people.write(*(Person(id=f"p{at}", name="وسيم الحاج") for at in range(40)))
    assert len(archive.duplicates.candidates("person", limit=7)) == 7


def test_the_samples_propose_nobody(archive: Archive) -> None:
    archive.load_sample()
    assert archive.duplicates.candidates("person") == []
    assert archive.duplicates.candidates("organisation") == []
