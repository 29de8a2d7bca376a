"""A meeting in which everything names the second entry of a person and of an organisation."""

from recorder import (
    AgendaItem,
    Archive,
    Attendance,
    Host,
    Meeting,
    Note,
    Organisation,
    Person,
    Position,
    Presence,
    Recommendation,
    Speaker,
    Support,
    Turn,
)

ROWS = [
    Organisation(id="gloca", name="المنظمة العالمية للنهوض بالمجتمع المدني", acronym="GLOCA"),
    Organisation(id="gloca2", name="غلوكا", acronym="GLOCA"),
    Person(id="wassim", name="وسيم الحاج", title="م.", organisation_id="gloca"),
    Person(id="wassim2", name="أبو أحمد وسيم حاج", organisation_id="gloca2"),
    Person(id="ayman", name="أيمن أيوب", organisation_id="gloca2"),
    Meeting(id="m", title="لقاء", chair_id="wassim2", facilitator_id="wassim2",
            rapporteur_id="wassim2"),
    Host(id=Host.id_for("m", "gloca2"), meeting_id="m", organisation_id="gloca2"),
    AgendaItem(id="i", meeting_id="m", title="بند", presenter_id="wassim2"),
    Attendance(id=Attendance.id_for("m", "wassim2"), meeting_id="m", person_id="wassim2",
               organisation_id="gloca2", presence=Presence.PRESENT),
    Turn(id="t", meeting_id="m", speaker=Speaker("wassim2")),
    Note(id="n", meeting_id="m", text="الماء منقطع", speaker=Speaker("wassim2")),
    Recommendation(id="r", meeting_id="m", text="خطة", lead_id="gloca2"),
    Support(id=Support.id_for("r", "gloca2"), meeting_id="m", recommendation_id="r",
            organisation_id="gloca2"),
    Position(id="p", meeting_id="m", organisation_id="gloca2", holder=Speaker("wassim2")),
]  # fmt: skip


def merge_both(archive: Archive) -> None:
    archive.duplicates.merge("person", "wassim2", "wassim")
    archive.duplicates.merge("organisation", "gloca2", "gloca")
