"""Who may be named as having said something, and how, under each rule of attribution."""

from recorder.domain.columns import Speaker
from recorder.domain.discussion import Note, Position
from recorder.domain.tokens import Attribution, Sector
from recorder.language.catalogue import N_
from recorder.language.verbs import Voice, is_feminine_group
from recorder.minutes.discretion import stricter
from recorder.minutes.material import Material

_SECTORS = {
    Sector.CIVIL_SOCIETY: N_("a participant from civil society"),
    Sector.LOCAL_INSTITUTION: N_("a participant from the local institutions"),
    Sector.GOVERNMENT: N_("a participant from the government bodies"),
    Sector.INTERNATIONAL: N_("a participant from the international organisations"),
    Sector.PRIVATE: N_("a participant from the private sector"),
    Sector.ACADEMIC: N_("a participant from academia"),
    Sector.MEDIA: N_("a participant from the media"),
    Sector.COMMUNITY: N_("a participant from the local community"),
}


class Voices:
    """Names speakers in the order in which they are asked for.

    A person is described at the first mention and named alone afterwards, as minutes do.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._introduced: set[str] = set()

    def of_note(self, note: Note) -> Voice | None:
        """Who said a note, as far as its rule allows; None: nobody may be named."""
        return self._of(note.speaker, None, self._material.discretion.rule_of(note))

    def of_source(self, note: Note, row_id: str) -> str:
        """Who said what a row came from, as far as the rules for both allow; "" for nobody."""
        material = self._material
        rule = stricter(material.discretion.rule_of(note), material.discretion.rule_about(row_id))
        voice = self._of(note.speaker, None, rule)
        if voice and voice.description and material.names.is_shared(note.speaker.person_id):
            return f"{voice.name} ({voice.description})"
        return voice.name if voice else ""

    def of_position(self, position: Position) -> str:
        """Who held a position, as a list names them; "" where nobody may be named."""
        rule = self._material.discretion.rule_about(position.subject.row_id)
        if rule is Attribution.NAMED:
            return self._named_holder(position)
        voice = self._of(position.holder, position.organisation_id, rule)
        return voice.name if voice else ""

    def _of(self, speaker: Speaker, organisation_id: str | None, rule: Attribution) -> Voice | None:
        if rule is Attribution.NONE:
            return None
        if rule is Attribution.NAMED and not self._material.names.is_withheld(speaker.person_id):
            return self._person(speaker.person_id) or self._group(speaker.label)
        if rule is Attribution.NAMED:  # who will not be named speaks for a part of society
            rule = Attribution.SECTOR
        if speaker.person_id is None and organisation_id is None:
            return self._hidden_group(speaker.label, rule)
        name = self._representative(speaker.person_id, organisation_id, rule)
        return Voice(name if self._material.is_arabic else name[0].upper() + name[1:])

    def _person(self, person_id: str | None) -> Voice | None:
        names = self._material.names
        name = names.addressed(person_id)
        if not name or person_id is None:
            return None
        is_new = person_id not in self._introduced or names.is_shared(person_id)
        self._introduced.add(person_id)
        description = names.description(person_id) if is_new else ""
        return Voice(name, description, names.is_woman(person_id))

    @staticmethod
    def _group(label: str) -> Voice | None:
        label = label.strip()
        return Voice(label, is_feminine=is_feminine_group(label)) if label else None

    def _hidden_group(self, label: str, rule: Attribution) -> Voice | None:
        """A group by its label, unless the label tells what the rule hides."""
        words = self._material.name_words
        is_told = words.tells_people(label)
        if rule is Attribution.SECTOR:
            is_told = is_told or words.tells_organisations(label)
        return None if is_told else self._group(label)

    def _representative(
        self, person_id: str | None, organisation_id: str | None, rule: Attribution
    ) -> str:
        record, words = self._material.record, self._material.words
        organisation = record.organisation_by_id.get(organisation_id or "")
        if organisation is None and person_id is not None:
            organisation = record.organisation_of(person_id)
        if organisation is not None and rule is Attribution.ORGANISATION:
            name = self._material.names.organisation(organisation.id)
            if name:
                return words.gettext("a representative of {organisation}").format(organisation=name)
        if organisation is not None and organisation.sector in _SECTORS:
            return words.gettext(_SECTORS[Sector(organisation.sector)])
        return words.gettext("one of the participants")

    def _named_holder(self, position: Position) -> str:
        names = self._material.names
        person_id = position.holder.person_id
        holder = names.addressed(person_id) or position.holder.label.strip()
        organisation = names.organisation(position.organisation_id)
        organisation = organisation or names.organisation_of(person_id)
        if holder and organisation and organisation not in holder:
            message = self._material.words.gettext("{name} of {organisation}")
            return message.format(name=holder, organisation=organisation)
        return holder or organisation
