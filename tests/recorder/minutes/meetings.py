"""Hand-made meetings for the tests of their minutes, and any meeting for their laws."""

import json
import re
from importlib.resources import files

from hypothesis import strategies as st

from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.directory import Organisation, Person
from recorder.domain.discussion import Issue, Note, Position
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import (
    Agreement,
    Attribution,
    Capacity,
    HostRole,
    MeetingKind,
    NoteKind,
    Postponed,
    Presence,
    ReportingVerb,
    Sector,
    Sex,
    Stage,
    Stance,
)
from recorder.interchange import load_record
from recorder.minutes import Edition, build_minutes
from recorder.minutes.model import Heading
from tests.recorder.minutes.minutes_text import text_of

ARABIC, ENGLISH = Edition("ar"), Edition("en")

ALPHA = Organisation(id="o1", name="جمعية ألفا", acronym="ALF", sector=Sector.CIVIL_SOCIETY)
BETA = Organisation(id="o2", name="المركز بيتا", name_en="Beta Centre", sector=Sector.GOVERNMENT)
SAMER = Person(id="p1", name="سامر النجار", role="المدير العام", organisation_id="o1", sex=Sex.MALE)
LAYLA = Person(id="p2", name="ليلى حداد", organisation_id="o2", sex=Sex.FEMALE)
NADIM = Person(id="p3", name="نديم قباني", title="د.", role="باحث")


def meeting(**fields):
    return Meeting(id="m", **fields)


def note(number, text, **fields):
    fields.setdefault("speaker", Speaker("p1"))
    fields.setdefault("place", Place("a1", f"a{number}"))
    return Note(id=f"n{number}", meeting_id="m", text=text, **fields)


def item(number, title, parent=None, **fields):
    return AgendaItem(
        id=f"a{number}", meeting_id="m", title=title, place=Place(parent, f"a{number}"), **fields
    )


def record(**fields):
    fields.setdefault("meeting", meeting())
    fields.setdefault("people", [SAMER, LAYLA, NADIM])
    fields.setdefault("organisations", [ALPHA, BETA])
    return MeetingRecord(**fields)


def sample(name):
    text = (files("resources") / "samples" / name).read_text(encoding="utf-8")
    return load_record(json.loads(text), name).record


def arabic(rows):
    return text_of(build_minutes(rows, ARABIC))


def english(rows):
    return text_of(build_minutes(rows, ENGLISH))


def headings(minutes, level=1):
    return [each.text for each in minutes if isinstance(each, Heading) and each.level == level]


HOSTS = [
    Host(id="h1", meeting_id="m", organisation_id="o1", role=HostRole.ORGANISER),
    Host(id="h2", meeting_id="m", organisation_id="o2", role=HostRole.PARTNER),
]


ATTENDANCE = [
    Attendance(id="t1", meeting_id="m", person_id="p1", presence=Presence.PRESENT,
               capacity=Capacity.FACILITATOR, arrived="10:20"),
    Attendance(id="t2", meeting_id="m", person_id="p2", presence=Presence.PRESENT),
    Attendance(id="t3", meeting_id="m", person_id="p3", presence=Presence.EXCUSED),
]  # fmt: skip


def recommendation(number, **fields):
    fields.setdefault("stage", Stage.PRELIMINARY)
    return Recommendation(id=f"r{number}", meeting_id="m", text=f"توصية {number}", **fields)


def position(number, subject, stance, person, reason=""):
    return Position(
        id=f"s{number}", meeting_id="m", subject=Subject("issue", subject), stance=stance,
        holder=Speaker(person), reason=reason,
    )  # fmt: skip


def assert_clean(text):
    """Nothing of what a missing value leaves behind in careless sentences."""
    assert "None" not in text
    assert "{" not in text
    for line in text.splitlines():
        prose = line.split(" | ")
        for part in prose:
            assert "  " not in part, line
            assert not re.search(r"[،,] ?[.،,:)]|\( ?\)|: ?[.:]|[،,]$|\b(في|من|مع) ?[.،]", part), (
                line
            )


WORDS = (
    st.text(alphabet="بتثجحخدذرزسشصضطظعغقكم ", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and "مع" not in text.split())  # which is a word that leads on
)
NAMES = ("قيصر الأيهم", "بتول الغريب", "زاهر النقشبندي", "Werner Zöllner")


def _unlike_any_other(index_and_words):
    index, words = index_and_words
    return f"{words.strip()} {index}ظ"


@st.composite
def meetings(draw, attribution=None):
    people = [
        Person(id=f"p{index}", name=name, role=draw(st.sampled_from(["", "المدير", "باحثة"])),
               organisation_id=draw(st.sampled_from([None, "o1", "o2", "gone"])),
               sex=draw(st.sampled_from([None, *Sex])))
        for index, name in enumerate(NAMES)
    ]  # fmt: skip
    known = [Speaker(f"p{each}") for each in range(len(NAMES))]
    others = [Speaker(), Speaker("gone"), Speaker(label="ممثلون عن الحي")]
    speakers, verbs = st.sampled_from(known + others), st.sampled_from([None, *ReportingVerb])
    agenda = [
        item(index, draw(WORDS | st.just("")), draw(st.sampled_from([None, "a0", "a1", "gone"])),
             planned_minutes=draw(st.none() | st.integers(0, 200)),
             postponed=draw(st.sampled_from([None, None, *Postponed, "tired"])),
             postponed_reason=draw(st.sampled_from(["", "لا وقت."])),
             presenter_id=draw(st.sampled_from([None, "p0", "p1"])))
        for index in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    texts = draw(st.lists(WORDS, max_size=6))
    notes = [
        note(index, _unlike_any_other((index, words)), speaker=draw(speakers),
             kind=draw(st.sampled_from(NoteKind)), verb=draw(verbs),
             place=Place(draw(st.sampled_from([None, "a0", "a1", "gone"])), f"a{index}"))
        for index, words in enumerate(texts)
    ]  # fmt: skip
    clock = st.sampled_from(["", "09:00", "10:42"])
    day = st.sampled_from(["", "2026-11-23"])
    held = meeting(
        kind=draw(st.sampled_from([*MeetingKind, "seance"])), title=draw(WORDS | st.just("")),
        venue=draw(WORDS | st.just("")), city=draw(st.sampled_from(["", "حلب"])),
        date=draw(day), next_date=draw(day), actual_start=draw(clock), actual_end=draw(clock),
        planned_start=draw(clock), next_venue=draw(WORDS | st.just("")),
        attribution=attribution or draw(st.sampled_from(Attribution)),
    )  # fmt: skip
    attendance = [
        Attendance(id=f"t{index}", meeting_id="m", person_id=f"p{index}",
                   presence=draw(st.sampled_from([*Presence, "asleep"])),
                   capacity=draw(st.sampled_from([*Capacity, "juggler"])), arrived=draw(clock))
        for index in range(draw(st.integers(0, len(NAMES))))
    ]  # fmt: skip
    issue = Issue(id="i1", meeting_id="m", text=draw(WORDS | st.just("")),
                  agreement=draw(st.sampled_from([None, *Agreement])),
                  hands_for=draw(st.sampled_from([None, 0, 12])),
                  hands_abstained=draw(st.sampled_from([None, 1])))  # fmt: skip
    positions = [
        Position(id=f"s{index}", meeting_id="m", subject=Subject("issue", "i1"),
                 stance=draw(st.sampled_from([*Stance, "shrugs"])), holder=draw(speakers),
                 organisation_id=draw(st.sampled_from([None, "o1"])),
                 reason=draw(st.sampled_from(["", "لا وقت"])))
        for index in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    return record(
        meeting=held, people=people, agenda=agenda, notes=notes, attendance=attendance,
        issues=[issue], positions=positions, hosts=draw(st.sampled_from([[], HOSTS, HOSTS[1:]])),
        recommendations=[recommendation(each) for each in range(draw(st.integers(0, 3)))],
    )  # fmt: skip
