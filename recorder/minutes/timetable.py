"""When each item of the agenda is to begin, as far as that was planned."""

from dataclasses import dataclass

from recorder.minutes.material import Material
from recorder.minutes.outline import Heading as Place

_DAY = 24 * 60


@dataclass(frozen=True)
class Slot:
    """An item with its planned beginning and end as HH:MM, "" where nothing says it."""

    place: Place
    start: str
    end: str = ""


def timetable(material: Material) -> list[Slot]:
    """Every item in its order; what stands under an item shares its time.

    After an item for which no minutes were planned, neither in it nor under it, nothing is known.
    """
    begin = material.meeting.planned_start or material.meeting.actual_start
    clock = _minutes(begin) if begin else None
    slots: list[Slot] = []
    for at, place in enumerate(material.planned):
        if place.depth:
            continue
        under = _under(material.planned, at)
        end = _after(clock, _length(place, under))
        slots.append(Slot(place, _clock(clock), _clock(end)))
        slots += _inner(under, clock)
        clock = end
    return slots


def _under(places: list[Place], at: int) -> list[Place]:
    found = []
    for each in places[at + 1 :]:
        if not each.depth:
            break
        found.append(each)
    return found


def _inner(places: list[Place], start: int | None) -> list[Slot]:
    slots, clock = [], start
    for each in places:
        end = _after(clock, each.item.planned_minutes or 0)
        slots.append(Slot(each, _clock(clock), _clock(end)))
        clock = end
    return slots


def _length(place: Place, under: list[Place]) -> int:
    return place.item.planned_minutes or sum(each.item.planned_minutes or 0 for each in under)


def _after(clock: int | None, minutes: int) -> int | None:
    return None if clock is None or minutes <= 0 else clock + minutes


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes % _DAY // 60:02}:{minutes % 60:02}"
