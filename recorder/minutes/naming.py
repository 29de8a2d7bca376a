"""How people and organisations are named in one language: in a sentence, and in a cell."""

import re
from collections import Counter

from recorder.domain.directory import Organisation, Person
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Sex
from recorder.language.catalogue import Catalogue

_ARABIC = re.compile("[\u0620-\u064a]")


class Names:
    """The names of a meeting's people and organisations; "" for who is not known or not named."""

    def __init__(
        self, record: MeetingRecord, language: str, withheld: frozenset[str] = frozenset()
    ) -> None:
        self._record = record
        self._withheld = withheld
        self._is_arabic = language == "ar"
        self._words = Catalogue.load(language)
        shared = Counter(each.name.strip() for each in record.people)
        self._shared = {name for name, count in shared.items() if count > 1}

    def organisation(self, organisation_id: str | None) -> str:
        """An organisation with the short name that people say: «مركز … (DCAF)»."""
        organisation = self._record.organisation_by_id.get(organisation_id or "")
        if organisation is None:
            return ""
        name = self._own_name(organisation)
        acronym = organisation.acronym.strip()
        return f"{name} ({acronym})" if name and acronym and acronym not in name else name

    def organisation_alone(self, organisation_id: str) -> str:
        """An organisation without its short name."""
        organisation = self._record.organisation_by_id.get(organisation_id)
        return self._own_name(organisation) if organisation else ""

    def listed(self, person_id: str | None) -> str:
        """A person as a table names them: the title, if any, and the name."""
        person = self._person(person_id)
        if person is None or self.is_withheld(person_id):
            return ""
        name = self._person_name(person)
        return f"{self._title(person)} {name}".strip() if name else ""

    def addressed(self, person_id: str | None) -> str:
        """A person as a sentence names them: with a title, or else السيد or السيدة."""
        person = self._person(person_id)
        if person is None or not self.listed(person_id):
            return ""
        if self._title(person):
            return self.listed(person_id)
        name = self._person_name(person)
        if person.sex == Sex.MALE:
            return self._words.gettext("Mr {name}").format(name=name)
        if person.sex == Sex.FEMALE:
            return self._words.gettext("Ms {name}").format(name=name)
        return name

    def is_withheld(self, person_id: str | None) -> bool:
        """Whether somebody is never named, whatever the rule."""
        return person_id in self._withheld

    def is_woman(self, person_id: str | None) -> bool:
        """Whether a verb before the person takes its feminine form."""
        person = self._person(person_id)
        return person is not None and person.sex == Sex.FEMALE

    def sex(self, person_id: str | None) -> Sex | str | None:
        """The sex of a person, for the grammar of a label; None when it is not known."""
        person = self._person(person_id)
        return person.sex if person else None

    def is_shared(self, person_id: str | None) -> bool:
        """Whether another person of the meeting has the same name."""
        person = self._person(person_id)
        return person is not None and person.name.strip() in self._shared

    def role(self, person_id: str | None) -> str:
        """What a person stood for that day, in words."""
        return self._record.role_of(person_id).strip() if person_id else ""

    def organisation_of(self, person_id: str | None) -> str:
        """For whom a person stood that day."""
        organisation = self._record.organisation_of(person_id) if person_id else None
        return self.organisation(organisation.id) if organisation else ""

    def description(self, person_id: str | None) -> str:
        """Role and organisation together: «مدير العلاقات العامة في …»; "" when neither is known."""
        role = self.role(person_id)
        organisation = self._record.organisation_of(person_id) if person_id else None
        named = self.organisation(organisation.id) if organisation else ""
        if organisation is None or not named or _mentions(role, organisation):
            return role
        if not role:
            return self._words.gettext("of {organisation}").format(organisation=named)
        if not self._is_arabic:
            return f"{role}, {named}"
        return _arabic_description(role, named)

    def _person(self, person_id: str | None) -> Person | None:
        return self._record.person_by_id.get(person_id) if person_id else None

    def _own_name(self, named: Organisation | Person) -> str:
        other = "" if self._is_arabic else named.name_en.strip()
        return other or named.name.strip() or named.name_en.strip()

    def _person_name(self, person: Person) -> str:
        return self._own_name(person)

    def _title(self, person: Person) -> str:
        title = person.title.strip()
        is_mixed = not self._is_arabic and _ARABIC.search(title) is not None
        return "" if is_mixed and not _ARABIC.search(self._person_name(person)) else title


def _mentions(role: str, organisation: Organisation) -> bool:
    names = (organisation.name, organisation.name_en, organisation.acronym)
    return any(each.strip() and each.strip() in role for each in names)


def _arabic_description(role: str, organisation: str) -> str:
    """Role and organisation joined as the role's form asks for.

    «رئيس اللجنة» of «لجنة حي الكلاسة» is «رئيس لجنة حي الكلاسة»; «المديرة» of «جمعية سند»
    «مديرة جمعية سند»; «المدير التنفيذي» of «المنظمة…» «المدير التنفيذي للمنظمة…»; else «في».
    """
    words, first = role.split(), organisation.split(maxsplit=1)[0]
    if len(words) > 1 and words[-1] in (f"ال{first}", first):
        return " ".join([*words[:-1], organisation])
    if "في" in words:
        return f"{role}، {organisation}"
    is_definite = words[0].startswith("ال") and len(words[0]) > len("ال") + 1
    if not is_definite or not _ARABIC.match(organisation):
        return f"{role} في {organisation}"
    if len(words) == 1:
        return f"{role.removeprefix('ال')} {organisation}"
    return f"{role} {_for(organisation)}"


def _for(organisation: str) -> str:
    """The name after ل: «للمنظمة», «لجمعية», «للجنة»."""
    if organisation.startswith("الل"):
        return f"ل{organisation.removeprefix('ال')}"
    if organisation.startswith("ال"):
        return f"لل{organisation.removeprefix('ال')}"
    return f"ل{organisation}"
