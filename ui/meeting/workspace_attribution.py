"""One note is attributed otherwise than its item: by a key, chosen from the four rules."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from recorder import Attribution
from ui.attribution import rule_choices
from ui.i18n import _, isolate
from ui.meeting.workspace_part import Commands, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import Changes, Note
    from ui.bridge import ArchiveType

_ACTION = "note.attribute"


class AttributionPart(Part):
    """Works on the note selected in the list, or else on the one in the box."""

    def commands(self) -> Commands:
        """The one key."""
        return {"note.attribution": self._ask}

    def _ask(self) -> None:
        session = self.session
        listed = session.listed_note()
        now = (listed or session.capture.presenter.entry.note).attribution
        menu = QMenu(session.capture)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Attribution of the note"))
        for at, (rule, words) in enumerate(rule_choices(_("As its item"))):
            action = menu.addAction(f"&{at}  {words}")
            action.setCheckable(True)
            action.setChecked(rule == now)
            if rule == now:
                menu.setActiveAction(action)
            action.triggered.connect(partial(self._choose, listed, rule, words))
        corner = session.capture.rect()
        place = corner.topRight() if session.services.theme.is_rtl else corner.topLeft()
        menu.popup(session.capture.mapToGlobal(place))

    def _choose(self, listed: Note | None, rule: str | None, words: str, *_checked: bool) -> None:
        session, token = self.session, Attribution(rule) if rule else None
        presenter = session.capture.presenter
        if listed is None:
            presenter.dress(replace(presenter.entry.note, attribution=token))
        else:
            session.bridge.request(_attribute(listed, token), saves=True)
            said = _("Attribution of the note: {rule}").format(rule=isolate(words))
            session.offer_step_back(said, _ACTION)
        session.capture.take_focus()


def _attribute(note: Note, rule: Attribution | None) -> Callable[[ArchiveType], Changes]:
    def call(archive: ArchiveType) -> Changes:
        stored = archive.notes.find(note.id) or note
        return archive.write(replace(stored, attribution=rule), action=_ACTION)

    return call
