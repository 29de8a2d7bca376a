"""The first and the last sentences of the minutes, composed of what is known and nothing else."""

from recorder.domain.tokens import HostRole, MeetingKind
from recorder.language.catalogue import N_
from recorder.language.verbs import is_foreign
from recorder.minutes.material import Material

_OPENINGS: dict[str, str] = {
    MeetingKind.CONSULTATION: N_("{when}a consultative dialogue meeting was held{where}{hosts}."),
    MeetingKind.DIALOGUE: N_("{when}a dialogue session was held{where}{hosts}."),
    MeetingKind.COMMITTEE: N_("{when}a committee meeting was held{where}{hosts}."),
    MeetingKind.WORKSHOP: N_("{when}a workshop was held{where}{hosts}."),
    MeetingKind.FOCUS_GROUP: N_("{when}a focus group was held{where}{hosts}."),
    MeetingKind.HEARING: N_("{when}a hearing was held{where}{hosts}."),
    MeetingKind.OTHER: N_("{when}a meeting was held{where}{hosts}."),
}
_CLOSINGS: dict[str, str] = {
    MeetingKind.CONSULTATION: N_("The meeting closed {time}."),
    MeetingKind.DIALOGUE: N_("The session closed {time}."),
    MeetingKind.COMMITTEE: N_("The committee meeting closed {time}."),
    MeetingKind.WORKSHOP: N_("The workshop closed {time}."),
    MeetingKind.FOCUS_GROUP: N_("The focus group closed {time}."),
    MeetingKind.HEARING: N_("The hearing closed {time}."),
    MeetingKind.OTHER: N_("The meeting closed {time}."),
}
_HOSTS: dict[str, str] = {
    HostRole.ORGANISER: N_("called by {names}"),
    HostRole.PARTNER: N_("in cooperation with {names}"),
    HostRole.DONOR: N_("with the support of {names}"),
}


def place_of(material: Material) -> str:
    """Venue and city; the city once."""
    return _place(material, material.meeting.venue, material.meeting.city)


def opening_sentence(material: Material) -> str:
    """«إنه في يوم … عُقد في … لقاء حواري تشاوري بدعوة من …»; "" where nothing is known."""
    meeting, words = material.meeting, material.words
    given = meeting.opening.strip()
    if given:
        return given
    when, where, hosts = _when(material), _where(material), _hosts(material)
    if not (when or where or hosts):
        return ""
    message = _OPENINGS.get(meeting.kind or "", _OPENINGS[MeetingKind.OTHER])
    sentence = words.gettext(message).format(when=when, where=where, hosts=hosts)
    return sentence[0].upper() + sentence[1:]


def news_sentence(material: Material) -> str:
    """What happened, as a newspaper begins: «عُقد يوم … في … لقاء … بدعوة من …»."""
    meeting, words, formatter = material.meeting, material.words, material.formatter
    when = ""
    if meeting.date:
        when = words.pgettext("news", " on {weekday} {date}").format(
            weekday=formatter.weekday(meeting.date), date=formatter.date(meeting.date)
        )
    where, hosts = _where(material), _hosts(material)
    if not (when or where or hosts):
        return ""
    message = _OPENINGS.get(meeting.kind or "", _OPENINGS[MeetingKind.OTHER])
    sentence = words.gettext(message).format(when="", where=when + where, hosts=hosts)
    return sentence[0].upper() + sentence[1:]


def closing_sentence(material: Material) -> str:
    """«ورُفع اللقاء في الساعة …»; "" where its time is not known."""
    meeting = material.meeting
    given = meeting.closing.strip()
    if given or not meeting.actual_end:
        return given
    message = _CLOSINGS.get(meeting.kind or "", _CLOSINGS[MeetingKind.OTHER])
    return material.words.gettext(message).format(time=_time(material, meeting.actual_end))


def next_meeting_sentence(material: Material) -> str:
    """When and where the next meeting is to be; "" where nothing is known."""
    meeting, words, formatter = material.meeting, material.words, material.formatter
    date, place = meeting.next_date, meeting.next_venue.strip()
    if date and place:
        message = words.gettext("The next meeting is planned for {weekday} {date} at {place}.")
    elif date:
        message = words.gettext("The next meeting is planned for {weekday} {date}.")
    elif place:
        message = words.gettext("The next meeting is planned at {place}.")
    else:
        return ""
    return message.format(weekday=formatter.weekday(date), date=formatter.date(date), place=place)


def _place(material: Material, venue: str, city: str) -> str:
    venue, city = venue.strip(), city.strip()
    parts = [each for each in ([venue] if city in venue else [venue, city]) if each]
    is_one_phrase = all(is_foreign("en", each) for each in parts)  # Arabic in an English edition
    return ("، " if material.is_arabic or is_one_phrase else ", ").join(parts)


def _when(material: Material) -> str:
    meeting, words, formatter = material.meeting, material.words, material.formatter
    time = _time(material, meeting.actual_start) if meeting.actual_start else ""
    if not meeting.date:
        return words.pgettext("opening", "{time}, ").format(time=time) if time else ""
    date = words.pgettext("opening", "on {weekday} {date}").format(
        weekday=formatter.weekday(meeting.date), date=formatter.date(meeting.date)
    )
    if time:
        return words.pgettext("opening", "{date}, {time}, ").format(date=date, time=time)
    return words.pgettext("opening", "{date}, ").format(date=date)


def _time(material: Material, clock: str) -> str:
    words = material.words
    # «تمام» is said of a round hour only.
    is_round = clock.endswith((":00", ":30"))
    message = (
        words.pgettext("round hour", "at {clock}") if is_round else words.gettext("at {clock}")
    )
    return message.format(clock=material.formatter.clock(clock))


def _where(material: Material) -> str:
    place = place_of(material)
    if not place:
        return ""
    # In Arabic the kind of meeting follows the place.
    closed = f"{place}،" if material.is_arabic and "،" in place else place
    return material.words.gettext(" at {place}").format(place=closed)


def _hosts(material: Material) -> str:
    phrases = []
    for role, message in _HOSTS.items():
        names = [
            material.names.organisation(each.organisation_id)
            for each in material.record.hosts
            if each.role == role
        ]
        listed = material.formatter.list(names)
        if listed:
            phrases.append(material.words.gettext(message).format(names=listed))
    start = " " if material.is_arabic else ", "
    return start + material.formatter.list(phrases) if phrases else ""
