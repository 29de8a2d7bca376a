"""A meeting of 500 people, 2,000 notes and 500 recommendations in which every field is filled."""

from functools import cache
from itertools import cycle

from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.directory import Organisation, Person, Series, Theme
from recorder.domain.discussion import Decision, Issue, Note, Position
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting, Turn
from recorder.domain.recommendation import Carried, FollowUp, Recommendation, Source, Support
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import (
    Agreement,
    Attribution,
    Capacity,
    Consent,
    HostRole,
    ItemKind,
    MeetingState,
    NoteKind,
    Postponed,
    Presence,
    Priority,
    ReportingVerb,
    Sector,
    Sex,
    Stage,
    Stance,
    Status,
)

PEOPLE, NOTES, RECOMMENDATIONS, BODIES, ITEMS, ISSUES = 500, 2_000, 500, 40, 20, 30
_UNHEARD = "كلام لا يخرج"  # every private note begins with it

_FIRST = ("قيصر", "بتول", "زاهر", "غفران", "عدنان", "رزان", "هيثم", "شهد", "مروان", "سوسن")
_MIDDLE = ("الدين", "الرحيم", "الكريم", "السلام", "النبي")
_LAST = ("الأيهم", "الغريب", "النقشبندي", "قباقيبي", "زنابيلي", "صابونجي", "حفار", "بوادقجي",
         "مهندسخانة", "طرابيشي")  # fmt: skip
_LATIN = ("Qaysar", "Batoul", "Zaher", "Ghufran", "Adnan", "Razan", "Haytham", "Shahd", "Marwan",
          "Sawsan")  # fmt: skip
_SAID = (
    (
        "أهمية الحوارات التشاورية في فهم الاحتياجات المحلية على أرض الواقع، واستعداد مركز (DCAF) "
        "لتقديم خبراته بكلفة 12,500.75 دولار أي 35%؛ للتواصل: +963 21 123-4567 أو "
        "info@gloca-example.org"
    ),
    "ضرورة إصلاح شبكة المياه قبل 2027-03-01، والمرجع GLOCA/DCAF-2026-017",
    "The committee's report (التقرير السنوي) is to be read by all before Thursday.",
    "أن الكهرباء تصل 4 ساعات في اليوم في 60% من الأحياء «وهذا لا يكفي»",
)


@cache
def large_meeting() -> MeetingRecord:
    """The meeting with 50 recommendations of an earlier one beside its own."""
    return MeetingRecord(
        meeting=_meeting(),
        series=Series(id="series", title="اللقاءات الموسّعة", title_en="The large meetings",
                      purpose="متابعة ما اتُّفق عليه"),
        organisations=_organisations(), people=_people(), themes=_themes(), hosts=_hosts(),
        agenda=_agenda(), attendance=_attendance(), turns=_turns(), notes=_notes(),
        issues=_issues(), positions=_positions(), decisions=_decisions(),
        recommendations=_recommendations("r", "m", RECOMMENDATIONS),
        supports=[Support(id=f"u{at}", meeting_id="m", recommendation_id=f"r{at}",
                          organisation_id=f"o{(at + 7) % BODIES}") for at in range(0, 500, 2)],
        sources=[Source(id=f"s{at}", meeting_id="m", recommendation_id=f"r{at}" if at % 2 else None,
                        decision_id=None if at % 2 else f"d{at % 29 + 1}", note_id=f"n{at}")
                 for at in range(0, 500, 3)],
        carried=[Carried(id=f"c{at}", meeting_id="m", recommendation_id=f"e{at}",
                         place=_placed(at)) for at in range(50)],
        earlier=_recommendations("e", "earlier", 50),
        follow_ups=_follow_ups(),
        other_names={f"p{at}": (f"أبو الخير {_LAST[at % 10]} {at}",) for at in range(0, 500, 50)},
    )  # fmt: skip


def _placed(at: int, parent: str | None = None) -> Place:
    return Place(parent, f"k{at:05}")


def _meeting() -> Meeting:
    return Meeting(
        id="m", series_id="series", number="3/2026", title="لقاء تشاوري موسّع",
        title_en="A large consultation", purpose="قراءة الأولويات (M&E) معاً", venue="قاعة البلدية",
        city="حلب", date="2026-11-23", zone="Asia/Damascus", planned_start="09:00",
        planned_end="15:00", actual_start="09:10", actual_end="15:40", chair_id="p1",
        facilitator_id="p2", rapporteur_id="p3", attribution=Attribution.NAMED,
        state=MeetingState.IN_REVIEW, next_date="2027-01-18", next_venue="قاعة الجامعة",
        credits="صياغة: مكتب المتابعة",
    )  # fmt: skip


def _organisations() -> list[Organisation]:
    sectors = cycle(Sector)
    return [
        Organisation(id=f"o{at}", name=f"جمعية الياسمين {at}", name_en=f"Jasmine Society {at}",
                     acronym=f"JASM{at}", sector=next(sectors), contact="info@jasmine.example")
        for at in range(BODIES)
    ]  # fmt: skip


def _people() -> list[Person]:
    titles, sexes = cycle(("د.", "", "م.", "")), cycle((Sex.MALE, Sex.FEMALE))
    return [
        Person(id=f"p{at}", name=name_of(at), title=next(titles), sex=next(sexes),
               name_en=f"{_LATIN[at % 10]} Person{at:03}" if at % 3 else "",
               role="مدير البرامج" if at % 4 else "", organisation_id=f"o{at % BODIES}",
               phone="+963 21 123-4567", email=f"p{at}@example.org")
        for at in range(PEOPLE)
    ]  # fmt: skip


def name_of(at: int) -> str:
    """A name that no sentence of this meeting tells: first, middle and family name, all 500."""
    return f"{_FIRST[at % 10]} عبد {_MIDDLE[at // 10 % 5]} {_LAST[(at // 50) % 10]}"


def _themes() -> list[Theme]:
    return [
        Theme(id=f"t{at}", title=f"محور الخدمات {at}", title_en=f"Services {at}",
              description="ماء وكهرباء", place=_placed(at, f"t{at - 4}" if at >= 4 else None))
        for at in range(8)
    ]  # fmt: skip


def _hosts() -> list[Host]:
    return [
        Host(id=f"h{at}", meeting_id="m", organisation_id=f"o{at}", role=role, place=_placed(at))
        for at, role in enumerate(HostRole)
    ]


def _agenda() -> list[AgendaItem]:
    kinds, why, rules = cycle(ItemKind), tuple(Postponed), (None, *Attribution)
    return [
        AgendaItem(id=f"i{at}", meeting_id="m", title=f"الخدمات الأساسية (WASH) {at}",
                   place=_placed(at, f"i{at - 1}" if at % 5 == 4 else None), kind=next(kinds),
                   theme_id=f"t{at % 8}", presenter_id=f"p{at + 5}", planned_minutes=at * 5,
                   started_at="09:30", ended_at="10:15", paused_minutes=5,
                   summary="خلاصة البند.\nوفيها سطران." if at % 2 else "",
                   postponed=why[at % len(why)] if at > 15 else None,
                   postponed_reason="ضيق الوقت" if at > 15 else "",
                   attribution=rules[at % 5] if at in (6, 7, 8) else None)
        for at in range(ITEMS)
    ]  # fmt: skip


def _attendance() -> list[Attendance]:
    presences, capacities = cycle((Presence.PRESENT,) * 7 + tuple(Presence)), cycle(Capacity)
    consents = cycle((None, Consent.YES, Consent.YES, None, Consent.NO, None, Consent.YES))
    return [
        Attendance(id=f"a{at}", meeting_id="m", person_id=f"p{at}", place=_placed(at),
                   capacity=next(capacities), presence=next(presences),
                   arrived="09:20" if at % 6 == 0 else "", departed="14:00" if at % 9 == 0 else "",
                   role="مندوبة الحي" if at % 11 == 0 else "", remark="يغادر باكراً",
                   organisation_id=f"o{(at + 1) % BODIES}" if at % 13 == 0 else None,
                   seat=str(at), consent_name=next(consents), consent_photo=Consent.YES)
        for at in range(PEOPLE)
    ]  # fmt: skip


def _turns() -> list[Turn]:
    return [
        Turn(id=f"w{at}", meeting_id="m", place=_placed(at, f"i{at % ITEMS}"),
             speaker=Speaker(f"p{at}"), asked_at="2026-11-23T07:00:00Z",
             began_at="2026-11-23T07:01:00Z", ended_at=f"2026-11-23T07:0{2 + at % 5}:00Z",
             limit_seconds=180, paused_at="2026-11-23T07:01:30Z" if at == 59 else "",
             paused_seconds=at)
        for at in range(60)
    ]  # fmt: skip


def _notes() -> list[Note]:
    kinds, verbs, texts = cycle(NoteKind), cycle((*ReportingVerb, None)), cycle(_SAID)
    rules = cycle((None,) * 9 + tuple(Attribution))
    found = []
    for at in range(NOTES):
        kind, text = next(kinds), next(texts)
        told = _UNHEARD if kind == NoteKind.PRIVATE else ""
        speaker = Speaker(f"p{at % PEOPLE}") if at % 17 else Speaker(label="ممثلون عن الأحياء")
        place = _placed(at, f"i{at % ITEMS}" if at % 99 else None)
        found.append(
            Note(id=f"n{at}", meeting_id="m", place=place, kind=kind, verb=next(verbs),
                 speaker=speaker, text=f"{told} {text} {at}".strip(), attribution=next(rules),
                 said_at=f"2026-11-23T{7 + at // 400:02}:{at % 60:02}:00Z")
        )  # fmt: skip
    return found


def _issues() -> list[Issue]:
    return [
        Issue(id=f"q{at}", meeting_id="m", text=f"أولوية الماء على الكهرباء {at}",
              place=_placed(at, f"i{at % ITEMS}"),
              agreement=Agreement.CONTESTED if at % 2 else Agreement.AGREED,
              hands_for=at + 12, hands_against=at % 4, hands_abstained=at % 3)
        for at in range(ISSUES)
    ]  # fmt: skip


def _decisions() -> list[Decision]:
    return [
        Decision(id=f"d{at}", meeting_id="m", text=f"تُنشر الخلاصة خلال {at} يوماً (DCAF)",
                 number=str(at), place=_placed(at, f"i{at % ITEMS}"), hands_for=at, hands_against=1,
                 hands_abstained=0)
        for at in range(1, 30)
    ]  # fmt: skip


def _positions() -> list[Position]:
    stances = cycle(Stance)
    subjects = cycle((("issue", "q"), ("decision", "d"), ("recommendation", "r")))
    found = []
    for at in range(90):
        table, letter = next(subjects)
        found.append(
            Position(id=f"z{at}", meeting_id="m", subject=Subject(table, f"{letter}{at % 29 + 1}"),
                     place=_placed(at), stance=next(stances), holder=Speaker(f"p{at}"),
                     organisation_id=f"o{at % BODIES}", reason="لأن الكلفة 35% أعلى" * (at % 2))
        )  # fmt: skip
    return found


def _recommendations(letter: str, meeting: str, count: int) -> list[Recommendation]:
    priorities, stages = cycle((*Priority, None)), cycle(Stage)
    found = []
    for at in range(count):
        stage = next(stages)
        found.append(
            Recommendation(id=f"{letter}{at}", meeting_id=meeting, number=str(at + 1), stage=stage,
                           text=f"وضع خطة عمل مشتركة ذات أولويات واضحة (M&E) رقمها {at}",
                           place=_placed(at, f"i{at % ITEMS}"), theme_id=f"t{at % 8}",
                           lead_id=f"o{at % BODIES}", priority=next(priorities),
                           due="2027-03-01" if at % 3 else "", timeframe="قبل الصيف",
                           indicator="عدد الاجتماعات المعقودة", evidence="محاضر موقّعة",
                           reason="لا تمويل لها" if stage == Stage.REJECTED else "")
        )  # fmt: skip
    return found


def _follow_ups() -> list[FollowUp]:
    statuses = cycle((None, *Status))
    return [
        FollowUp(id=f"f{at}", meeting_id="m", place=_placed(at), status=next(statuses),
                 date=f"2026-{at % 9 + 3:02}-01", progress=at % 101,
                 text=f"عُقد {at} اجتماعاً", evidence="صور من الاجتماع",
                 recommendation_id=f"{'e' if at % 3 else 'r'}{at % 50}")
        for at in range(120)
    ]  # fmt: skip
