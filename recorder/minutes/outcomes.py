"""Where the room agreed, where it differed, and what it decided."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from recorder.domain.discussion import Decision, Issue, Position
from recorder.domain.tokens import Agreement, Stance
from recorder.language.catalogue import N_, Catalogue
from recorder.language.verbs import ended
from recorder.minutes.asides import source_note
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Heading, Origin, Paragraph, ParagraphKind, Span
from recorder.minutes.voices import Voices

_HEADINGS: dict[Agreement | None, str] = {
    Agreement.AGREED: N_("Points of agreement"),
    Agreement.CONTESTED: N_("Points of difference"),
    None: N_("Other points"),
}
_WITHOUT_REASON: dict[Stance, str] = {
    Stance.SUPPORTS: N_("In favour: {names}."),
    Stance.OBJECTS: N_("Against: {names}."),
    Stance.RESERVATION: N_("With reservations: {names}."),
}
_REASON_OF: dict[str, str] = {
    Stance.SUPPORTS: N_("Support from {holder}: {reason}"),
    Stance.OBJECTS: N_("Objection from {holder}: {reason}"),
    Stance.RESERVATION: N_("Reservation of {holder}: {reason}"),
}
_REASON_ALONE: dict[str, str] = {
    Stance.SUPPORTS: N_("Support: {reason}"),
    Stance.OBJECTS: N_("Objection: {reason}"),
    Stance.RESERVATION: N_("Reservation: {reason}"),
}


def issues(material: Material) -> Iterator[Block]:
    """The points of agreement, then those of difference, each with who stood how."""
    yield from _issues(material, has_positions=True)


def issues_alone(material: Material) -> Iterator[Block]:
    """The points of agreement and those of difference, without who stood how."""
    yield from _issues(material, has_positions=False)


def _issues(material: Material, *, has_positions: bool) -> Iterator[Block]:
    ordered = [each for each in material.in_order(material.record.issues) if each.text.strip()]
    if not ordered:
        return
    yield Heading(material.words.gettext("Points of agreement and of difference"))
    for agreement, message in _HEADINGS.items():
        some = [each for each in ordered if _agreement(each) is agreement]
        if some:
            yield Heading(material.words.gettext(message), 2)
        for position, issue in enumerate(some, start=1):
            label = f"{material.formatter.number(position)}."
            origin = Origin(Issue.TABLE, issue.id)
            yield material.written(ended(issue.text.strip()), ParagraphKind.ITEM, label, origin)
            yield from _hands(material, issue)
            if has_positions:
                yield from positions(material, issue.id)


def decisions(material: Material) -> Iterator[Block]:
    """The decisions with their numbers, and the reservations that were put on record."""
    yield from _decisions(material, has_positions=True)


def decisions_alone(material: Material) -> Iterator[Block]:
    """The decisions with their numbers, without who stood how."""
    yield from _decisions(material, has_positions=False)


def _decisions(material: Material, *, has_positions: bool) -> Iterator[Block]:
    numbered = [
        (number, each)
        for number, each in material.numbered(material.record.decisions)
        if each.text.strip()
    ]
    if not numbered:
        return
    yield Heading(material.words.gettext("Decisions"))
    for number, decision in numbered:
        text = ended(decision.text.strip())
        origin = Origin(Decision.TABLE, decision.id)
        told = material.written(text, ParagraphKind.ITEM, f"{number}.", origin)
        note = source_note(material, decision.id) if has_positions else None
        yield replace(told, note=note)
        yield from _hands(material, decision)
        if has_positions:
            yield from positions(material, decision.id)


def positions(material: Material, subject_id: str) -> Iterator[Block]:
    """Who stood how to a point, a decision or a recommendation; reasons one by one."""
    if material.is_outline:
        return
    held = material.positions_by_subject.get(subject_id, ())
    voices = Voices(material)
    words, formatter = material.words, material.formatter
    for stance, message in _WITHOUT_REASON.items():
        silent = [each for each in held if each.stance == stance and not each.reason.strip()]
        if silent:
            holders = [name for each in silent if (name := voices.of_position(each))]
            unnamed = len(silent) - len(holders)
            if holders and unnamed:
                more = words.ngettext("{count} other", "{count} others", unnamed)
                holders.append(more.format(count=formatter.number(unnamed)))
            names = formatter.list(holders) or formatter.number(len(silent))
            origin = Origin(Position.TABLE, silent[0].id)
            yield _line(words.gettext(message).format(names=names), origin)
    for each in held:
        reason = each.reason.strip()
        if reason:
            holder = voices.of_position(each)
            origin = Origin(Position.TABLE, each.id)
            yield _line(_reasoned(material, each.stance, holder, reason), origin)


def _hands(material: Material, counted: Issue | Decision) -> Iterator[Block]:
    """The count of hands, as far as they were counted."""
    number = material.formatter.number
    counts = (counted.hands_for, counted.hands_against, counted.hands_abstained)
    told = [
        form(count).format(count=number(count))
        for form, count in zip(_forms(material.words), counts, strict=True)
        if count is not None
    ]
    if told:
        text = material.words.gettext("Show of hands: {counts}.")
        origin = Origin(counted.TABLE, counted.id)
        yield _line(text.format(counts=material.comma.join(told)), origin)


def _forms(words: Catalogue) -> tuple[Callable[[int], str], ...]:
    return (
        lambda count: words.ngettext("{count} in favour", "{count} in favour", count),
        lambda count: words.ngettext("{count} against", "{count} against", count),
        lambda count: words.ngettext("{count} abstaining", "{count} abstaining", count),
    )


def _reasoned(material: Material, stance: str | None, holder: str, reason: str) -> str:
    words = material.words
    if holder:
        message = words.gettext(_REASON_OF.get(stance or "", N_("Position of {holder}: {reason}")))
    else:
        message = words.gettext(_REASON_ALONE.get(stance or "", N_("Position: {reason}")))
    return message.format(holder=holder, reason=ended(reason))


def _line(text: str, origin: Origin) -> Paragraph:
    return Paragraph((Span(text),), ParagraphKind.SUBITEM, origin=origin)


def _agreement(issue: Issue) -> Agreement | None:
    return issue.agreement if isinstance(issue.agreement, Agreement) else None
