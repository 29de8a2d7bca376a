"""A screen of a meeting on the desk by itself, over a real archive, and what to ask of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recorder import (
    AgendaItem,
    Attendance,
    Capacity,
    Meeting,
    Organisation,
    Person,
    Place,
    Presence,
    Recommendation,
    Sector,
    Sex,
)
from ui.actions import Actions
from ui.application import make_theme
from ui.bridge import ArchiveBridge
from ui.notices import Notice, Notices
from ui.people.directory import Directory
from ui.saved import SaveState
from ui.services import Services
from ui.settings.store import Settings
from ui.wording import Wording

MEETING = "meeting-1"
PATIENCE = 20_000


class Desk:
    """Holds a screen and its surroundings; asks the archive through the screen's own bridge."""

    def __init__(
        self, qtbot: QtBot, bridge: ArchiveBridge, clock: Callable[[], datetime], settings: Settings
    ) -> None:
        self.qtbot, self.bridge = qtbot, bridge
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        theme = make_theme(application, settings)
        self.notices: list[Notice] = []
        self.services = Services(
            language=settings.language,
            wording=Wording(settings.language, settings.digits),
            theme=theme,
            settings=settings,
            clock=clock,
            notices=Notices(self.owner),
            saved=SaveState(bridge, clock, self.owner),
            directory=Directory(bridge, self.owner),
            actions=Actions(theme, self.owner),
        )
        self.services.notices.posted.connect(self.notices.append)

    def show(self, screen: QWidget, size: tuple[int, int] = (1290, 706)) -> None:
        """Put a screen on the desk."""
        self.qtbot.addWidget(screen)
        screen.resize(*size)
        with self.qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        self.settle()

    def ask(self, call: Callable[[Any], Any]) -> Any:
        """What the archive answers, after all that was asked before."""
        answers: list[Any] = []
        self.bridge.request(call, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def put(self, fill: Callable[[Any], None]) -> None:
        """Write rows as if they had been there before the screen."""
        self.ask(fill)
        self.services.directory.reload()
        self.settle()

    def settle(self) -> None:
        """Wait until what was written has come back to the screen."""
        for _ in range(3):  # a write, the reading that it causes, and the reading after that
            self.ask(lambda _archive: True)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def undo(self) -> None:
        """Press the button of the last notice."""
        _words, handler = self.notices[-1].answers[0]
        handler()


def put_people(archive: Any) -> None:
    """A meeting of today with three people on its list, and a fourth in the directory."""
    archive.write(
        Organisation(
            id="gloca",
            name="المنظمة العالمية للنهوض بالمجتمع المدني",
            acronym="GLOCA",
            sector=Sector.CIVIL_SOCIETY,
        ),
        Organisation(id="dcaf", name="مركز جنيف", acronym="DCAF", sector=Sector.INTERNATIONAL),
        Person(
            id="wassim", name="وسيم الحاج", role="المدير التنفيذي", organisation_id="gloca",
            sex=Sex.MALE,
        ),
        Person(id="ahmad", name="أحمد العلي", role="باحث", organisation_id="dcaf", sex=Sex.MALE),
        Person(id="huda", name="هدى القاضي", role="محامية", sex=Sex.FEMALE),
        Person(id="elena", name="Elena Rossi", role="Adviser (MENA)", organisation_id="dcaf"),
        Meeting(id=MEETING, title="لقاء حلب", date="2026-11-24"),
    )  # fmt: skip
    for person in ("wassim", "ahmad", "huda"):
        archive.attendance.append(
            Attendance(
                id=Attendance.id_for(MEETING, person),
                meeting_id=MEETING,
                person_id=person,
                capacity=Capacity.PARTICIPANT,
                presence=Presence.PRESENT if person == "wassim" else Presence.INVITED,
            )
        )


def put_agenda(archive: Any) -> None:
    """Two items, the first with two sub-items."""
    archive.write(Meeting(id=MEETING, title="لقاء حلب"))
    for item, parent, title in (
        ("one", None, "الافتتاح"),
        ("one-a", "one", "كلمة GLOCA (2025)"),
        ("one-b", "one", "كلمة الشريك"),
        ("two", None, "النقاش"),
    ):
        archive.agenda.append(
            AgendaItem(id=item, meeting_id=MEETING, title=title, place=Place(parent))
        )


def put_recommendations(archive: Any) -> None:
    """Two recommendations, and the organisations that might answer for them."""
    put_people(archive)
    for at, text in enumerate(("خطة عمل مشتركة", "آليات تنسيق بين GLOCA و DCAF"), 1):
        archive.recommendations.append(
            Recommendation(id=f"rec-{at}", meeting_id=MEETING, text=text)
        )
