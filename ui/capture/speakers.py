"""Who can be named as a speaker, how they are told apart, and how a few letters find them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from recorder import Attendance, Organisation, Person, Presence, ReportingVerb, Sex, Speaker
from ui.i18n import _, fold, form_of_group, is_feminine_group, isolate_ltr, verb_label
from ui.widgets.direction import LTR, RTL, direction_of

NOBODY = Speaker()
_VOICES = ("متحدث", "صوت", "speaker", "voice", "unknown")
"""How the labels of people begin whose names nobody knows yet, folded."""


@dataclass(frozen=True)
class Candidate:
    """Somebody to choose.

    Attributes:
        speaker: what a note stores.
        name: a person's name or a group's label.
        detail: role and organisation, as the list shows it beside the name.
        sought: folded words by which it is found.
        seat: the number or sign of the place where the person sits; by itself it means them.
        is_here: marked present at the meeting, hence offered first.
    """

    speaker: Speaker
    name: str
    detail: str = ""
    sought: str = ""
    is_here: bool = False
    seat: str = ""


@dataclass(frozen=True)
class SpeakerDirectory:
    """People and organisations as one meeting sees them.

    A person's role and organisation are those of the attendance where it names any: what they
    stood for that day. `shown_for` leads from a merged entry, which a box may still hold, to the
    one that shows for it, and `other_names` are what that one is found by too. `named_voices`
    are labels of people who have been named since: nobody else gets them.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    attendance: Mapping[str, Attendance] = field(default_factory=dict)
    groups: Sequence[str] = ()
    shown_for: Mapping[str, str] = field(default_factory=dict)
    other_names: Mapping[str, str] = field(default_factory=dict)
    named_voices: Sequence[str] = ()

    def name(self, speaker: Speaker) -> str:
        """The name of a speaker; "" when nobody is named, or the person is not to be found."""
        person = self._person(speaker)
        return person.name if person else speaker.label

    def detail(self, speaker: Speaker) -> str:
        """Role and organisation of a speaker; "" for a group."""
        person = self._person(speaker)
        if person is None:
            return ""
        organisation = self._organisation(person)
        parts = [self._role(person), organisation.acronym or organisation.name]
        # The comma of the data, not of the interface: an Arabic role in an English window.
        comma = "، " if direction_of(parts[0] or parts[1], LTR) == RTL else ", "
        return comma.join(filter(None, parts))

    def is_feminine(self, speaker: Speaker) -> bool:
        """Whether a verb before the speaker takes its feminine form: a woman, or some groups."""
        person = self._person(speaker)
        if person is None:
            return bool(speaker.label) and is_feminine_group(speaker.label)
        return person.sex == Sex.FEMALE

    def form(self, speaker: Speaker) -> str:
        """In which form a verb stands behind the speaker's name: of sex, and of number."""
        if self._person(speaker) is None and speaker.label:
            return form_of_group(speaker.label)
        return "feminine" if self.is_feminine(speaker) else "masculine"

    def verb(self, verb: ReportingVerb, speaker: Speaker, language: str = "") -> str:
        """A reporting verb in the form that fits a speaker; see `verb_label`."""
        return verb_label(verb, form=self.form(speaker), language=language)

    def next_voice(self, figures: Callable[[str], str]) -> str:
        """The label for one more person whose name nobody knows yet: «متحدّث 2».

        `figures` puts a number into the user's digits.
        """
        known = {fold(each) for each in (*self.groups, *self.named_voices)}
        labels = (_("Speaker {number}").format(number=figures(str(at))) for at in count(1))
        return next(each for each in labels if fold(each) not in known)

    def candidates(self) -> list[Candidate]:
        """Everybody who may be chosen: those of this meeting first, then all others, by name."""
        people = [self._candidate(each) for each in self.people.values()]
        groups = [
            Candidate(Speaker(None, label), label, "", _sought(label), is_here=True)
            for label in self.groups
        ]
        return sorted([*people, *groups], key=lambda each: (not each.is_here, fold(each.name)))

    def with_person(self, person: Person, attendance: Attendance) -> "SpeakerDirectory":
        """The directory with one person more, before the archive has answered."""
        return replace(
            self,
            people={**self.people, person.id: person},
            attendance={**self.attendance, person.id: attendance},
        )

    def with_group(self, label: str) -> "SpeakerDirectory":
        """The directory with a group's label more."""
        if label in self.groups:
            return self
        return replace(self, groups=[*self.groups, label])

    def _person(self, speaker: Speaker) -> Person | None:
        person_id = speaker.person_id or ""
        return self.people.get(self.shown_for.get(person_id, person_id))

    def _candidate(self, person: Person) -> Candidate:
        speaker = Speaker(person.id)
        organisation = self._organisation(person)
        named = (organisation.name, organisation.name_en, organisation.acronym)
        words = [person.name, person.name_en, person.title, self._role(person), person.role,
                 self.other_names.get(person.id, "")]  # fmt: skip
        came = self.attendance.get(person.id)
        seat = came.seat if came else ""
        return Candidate(
            speaker,
            person.name,
            " · ".join(filter(None, (self.detail(speaker), isolate_ltr(seat)))),
            fold(" ".join([*words, *(named if organisation.id else ()), seat])),
            is_here=came is not None and came.presence not in {Presence.ABSENT, Presence.EXCUSED},
            seat=fold(seat),
        )

    def _role(self, person: Person) -> str:
        came = self.attendance.get(person.id)
        return (came.role if came else "") or person.role

    def _organisation(self, person: Person) -> Organisation:
        came = self.attendance.get(person.id)
        stood_for = (came.organisation_id if came else None) or person.organisation_id
        return self.organisations.get(stood_for or "", _NO_ORGANISATION)


_NO_ORGANISATION = Organisation.trusted(
    {"id": "", "name": "", "name_en": "", "acronym": "", "sector": None, "contact": ""}
)


def is_voice(label: str) -> bool:
    """Whether a label is that of somebody whose name nobody knows yet, and of no group."""
    return fold(label).startswith(_VOICES)


def _sought(label: str) -> str:
    return f"{fold(label)} ؟ ?" if is_voice(label) else fold(label)


def make_directory(
    people: Iterable[Person],
    organisations: Iterable[Organisation],
    attendance: Iterable[Attendance],
    groups: Iterable[str],
) -> SpeakerDirectory:
    """A directory from the rows of an archive; groups are the labels used so far."""
    return SpeakerDirectory(
        {each.id: each for each in people},
        {each.id: each for each in organisations},
        {each.person_id: each for each in attendance if each.person_id},
        list(dict.fromkeys(label for label in groups if label)),
    )


def find_speakers(
    candidates: Sequence[Candidate], typed: str, recent: Sequence[Speaker] = ()
) -> list[Candidate]:
    """The candidates that hold every typed word, best first.

    A seat names whoever sits there. A word that begins a word of the candidate counts more than
    one inside it; among equals whoever spoke last comes first, then the order of the candidates.
    """
    words = fold(typed).split()
    latest = {speaker: at for at, speaker in enumerate(recent)}
    found = [
        (_rank(each, words), latest.get(each.speaker, len(latest)), at, each)
        for at, each in enumerate(candidates)
        if all(word in each.sought for word in words)
    ]
    return [each for *_, each in sorted(found, key=lambda entry: entry[:3])]


def named_exactly(candidates: Sequence[Candidate], typed: str) -> Candidate | None:
    """The one candidate whose whole name was typed; None when there is none, or two."""
    wanted = fold(typed).split()
    same = [each for each in candidates if fold(each.name).split() == wanted]
    return same[0] if len(same) == 1 else None


def _rank(candidate: Candidate, words: Sequence[str]) -> int:
    if list(words) == [candidate.seat]:
        return -1
    name = fold(candidate.name)
    if all(f" {name}".find(f" {word}") >= 0 for word in words):
        return 0
    return 1 if all(f" {candidate.sought}".find(f" {word}") >= 0 for word in words) else 2
