"""The kinds of note: in which order they are offered, in which tone they are shown."""

from recorder import NoteKind

KINDS = (
    NoteKind.STATEMENT,
    NoteKind.QUESTION,
    NoteKind.ANSWER,
    NoteKind.NEED,
    NoteKind.CHALLENGE,
    NoteKind.OPPORTUNITY,
    NoteKind.COMMITMENT,
    NoteKind.RESERVATION,
    NoteKind.PRIVATE,
)
"""In the order in which they are offered; their place is the digit that chooses them."""

_TONES: dict[str, str] = {
    NoteKind.QUESTION: "blue",
    NoteKind.ANSWER: "good",
    NoteKind.NEED: "warn",
    NoteKind.CHALLENGE: "bad",
    NoteKind.OPPORTUNITY: "good",
    NoteKind.COMMITMENT: "accent",
    NoteKind.RESERVATION: "plum",
    NoteKind.PRIVATE: "neutral",
}


def tone_of(kind: str | None) -> str:
    """The tone of a kind's pill; the word in it says the same."""
    return _TONES.get(kind or "", "neutral")


def has_pill(kind: str | None) -> bool:
    """Whether a note of the kind wears a pill: a plain statement is what notes are, it has none."""
    return kind not in {None, NoteKind.STATEMENT}
