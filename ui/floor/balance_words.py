"""The balance in lines: by sex, by organisation, by voice."""

from collections.abc import Sequence
from enum import StrEnum

from recorder import Balance, Measured, Sector, Sex, Share
from ui.capture.speakers import SpeakerDirectory
from ui.floor.balance_list import BalanceLine
from ui.floor.floor_words import span_text
from ui.i18n import N_, _, label, ngettext
from ui.wording import Wording


class View(StrEnum):
    """By what the floor is divided."""

    SEX = "sex"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    VOICE = "voice"


VIEW_WORDS = {
    View.SEX: N_("Sex"),
    View.SECTOR: N_("Sector"),
    View.ORGANISATION: N_("Organisations"),
    View.VOICE: N_("Speakers"),
}
_SEXES = {Sex.FEMALE: N_("Women"), Sex.MALE: N_("Men")}


class BalanceWords:
    """Puts a balance into lines."""

    def __init__(self, wording: Wording, directory: SpeakerDirectory) -> None:
        self._wording, self._directory = wording, directory

    def lines(self, balance: Balance, view: View) -> list[BalanceLine]:
        """The lines of one view, those apart at the end."""
        if view is View.VOICE:
            return [self._voice(each, balance) for each in balance.voices]
        shares = {
            View.SEX: balance.by_sex,
            View.SECTOR: balance.by_sector,
            View.ORGANISATION: balance.by_organisation,
        }[view]
        lines = [self._part(each, balance, view) for each in self._worth(shares)]
        if balance.apart.turns:
            had = self._had(balance.apart.seconds, balance.apart.turns)
            lines.append(BalanceLine("apart", _("Facilitation and observers"), had))
        return lines

    def total(self, balance: Balance) -> str:
        """The whole: its time and its turns."""
        return self._had(balance.seconds, balance.turns) if balance.turns else ""

    def had(self, speaker: object, balance: Balance) -> str:
        """What somebody had of the floor till now, "" for nothing."""
        found = next((each for each in balance.voices if each.speaker == speaker), None)
        return self._had(found.seconds, found.turns) if found else ""

    def _worth(self, shares: Sequence[Share]) -> list[Share]:
        return [each for each in shares if each.key or each.turns]

    def _part(self, share: Share, balance: Balance, view: View) -> BalanceLine:
        floor, room = balance.floor_percent(share), balance.room_percent(share)
        words = (
            _("{floor} of the floor · {room} of the room")
            if share.key
            else _("{floor} of the floor")
        )
        compared = words.format(floor=self._percent(floor), room=self._percent(room))
        return BalanceLine(
            share.key or "unknown", self._name(share.key, view),
            self._had(share.seconds, share.turns), compared, floor, room if share.key else None,
        )  # fmt: skip

    def _voice(self, voice: Measured, balance: Balance) -> BalanceLine:
        whole, part = balance.seconds, voice.seconds
        if not whole:
            whole, part = balance.turns, voice.turns
        name = self._directory.name(voice.speaker) or _("Speaker not named")
        speaker = voice.speaker
        return BalanceLine(
            speaker.person_id or f"group {speaker.label}", name,
            self._had(voice.seconds, voice.turns), floor=round(100 * part / whole) if whole else 0,
        )  # fmt: skip

    def _name(self, key: str, view: View) -> str:
        if not key:
            return _("Groups and unknown") if view is View.SEX else _("Without an organisation")
        if view is View.ORGANISATION:
            found = self._directory.organisations.get(key)
            return (found.acronym or found.name) if found else key
        if view is View.SEX and key in set(Sex):
            return _(_SEXES[Sex(key)])
        return label(Sector(key)) if key in set(Sector) else key

    def _had(self, seconds: int, turns: int) -> str:
        number, clock = self._wording.number, self._wording.clock
        told = ngettext("{count} turn", "{count} turns", turns).format(count=number(turns))
        return f"{clock(span_text(seconds))} · {told}" if seconds else told

    def _percent(self, value: int) -> str:
        return self._wording.clock(f"{value}%")
