"""Points and decisions as the lines of a list, with who stood how under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from recorder import Agreement, Decision, Position, Stance
from ui.i18n import _, isolate, label, pgettext
from ui.outcomes.reading import Outcome, Outcomes
from ui.widgets.keyed_model import Index, KeyedModel
from ui.wording import Wording

LINE = Qt.ItemDataRole.UserRole + 1
_TONES: dict[str | None, str] = {Agreement.AGREED: "good", Agreement.CONTESTED: "warn"}
STANCE_TONES: dict[str | None, str] = {
    Stance.SUPPORTS: "good",
    Stance.OBJECTS: "bad",
    Stance.RESERVATION: "plum",
}


@dataclass(frozen=True)
class OutcomeLine:
    """A point or a decision as its card shows it.

    Attributes:
        table: "issue" or "decision".
        number: in ASCII digits, or as the office set it.
        pill: agreed, contested, or that it is a decision.
        hands: the counted hands in words, or "".
        stances: pairs of (tone, words): who stood how.
    """

    id: str
    table: str
    number: str
    text: str
    pill: str
    tone: str
    hands: str
    stances: tuple[tuple[str, str], ...]


class OutcomesModel(KeyedModel[OutcomeLine]):
    """The cards: points first, then decisions."""

    def __init__(self, wording: Wording, parent: QObject) -> None:
        super().__init__(lambda line: line.id, 1, parent)
        self._wording = wording

    def show_outcomes(self, outcomes: Outcomes) -> None:
        """Show them as they are now."""
        issues = [self._line(each, str(at), outcomes) for at, each in enumerate(outcomes.issues, 1)]
        decisions = [
            self._line(each, each.number or str(at), outcomes)
            for at, each in enumerate(outcomes.decisions, 1)
        ]
        self.show_rows([*issues, *decisions])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the line, or what a screen reader says."""
        line = self.row(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            stances = [words for _tone, words in line.stances]
            return " · ".join(filter(None, (line.pill, line.hands, *stances)))
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return line.text if role in shown else None

    def _line(self, row: Outcome, number: str, outcomes: Outcomes) -> OutcomeLine:
        is_decision = isinstance(row, Decision)
        agreement = None if isinstance(row, Decision) else row.agreement
        standing = label(agreement) if agreement else _("Open")
        return OutcomeLine(
            row.id,
            row.TABLE,
            number,
            row.text,
            pgettext("outcome", "Decision") if is_decision else standing,
            "blue" if is_decision else _TONES.get(agreement, "neutral"),
            self._hands(row),
            _stances(outcomes.positions.get(row.id, ()), outcomes),
        )

    def _hands(self, row: Outcome) -> str:
        counts = (
            (_("For {count}"), row.hands_for),
            (_("Against {count}"), row.hands_against),
            (_("Abstained {count}"), row.hands_abstained),
        )
        number = self._wording.number
        told = [words.format(count=number(count)) for words, count in counts if count is not None]
        return " · ".join(told)


def _stances(positions: Sequence[Position], outcomes: Outcomes) -> tuple[tuple[str, str], ...]:
    return tuple(
        (STANCE_TONES.get(each.stance, "neutral"), position_words(each, outcomes))
        for each in positions
    )


def position_words(position: Position, outcomes: Outcomes) -> str:
    """«تعترض: GLOCA – لضيق الوقت»."""
    holder = outcomes.holders.get(position.id, "") or _("Not named")
    words = _("{stance}: {holder}").format(stance=label(position.stance), holder=isolate(holder))
    return f"{words} – {isolate(position.reason)}" if position.reason else words
