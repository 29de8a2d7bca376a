"""What is said in footnotes: whose words something came from, and why names are missing.

Nobody is named in them whom the rule of the meeting, of the item or of the note hides.
"""

from recorder.domain.tokens import Attribution
from recorder.language.catalogue import N_
from recorder.minutes.material import Material
from recorder.minutes.model import Footnote
from recorder.minutes.voices import Voices

_RULES = {
    Attribution.ORGANISATION: N_(
        "By the rule of this meeting, what was said is attributed to organisations and not to"
        " persons."
    ),
    Attribution.SECTOR: N_(
        "By the rule of this meeting, what was said is attributed to sectors and neither to"
        " organisations nor to persons."
    ),
    Attribution.NONE: N_("By the rule of this meeting, what was said is attributed to nobody."),
}


def rule_note(material: Material) -> Footnote | None:
    """Why nobody is named where the discussion begins; None where people are."""
    words, discretion = material.words, material.discretion
    if discretion.rule not in _RULES or material.is_outline:
        return None
    text = words.gettext(_RULES[discretion.rule])
    if any(discretion.rule_of(each) != discretion.rule for each in material.record.notes):
        own = words.gettext(
            "An item or a contribution for which another rule was set follows that."
        )
        text = f"{text} {own}"
    return Footnote(text)


def source_note(material: Material, row_id: str) -> Footnote | None:
    """Whose contributions a recommendation or a decision came from; None where that is unsaid."""
    notes = material.sources_by_row.get(row_id, ())
    if not notes or material.is_outline:
        return None
    voices = Voices(material)
    told = [name for each in notes if (name := voices.of_source(each, row_id))]
    if not told:
        return None
    message = material.words.ngettext(
        "From a contribution of: {names}.", "From contributions of: {names}.", len(told)
    )
    names = material.formatter.list(list(dict.fromkeys(told)))
    return Footnote(message.format(names=names))
