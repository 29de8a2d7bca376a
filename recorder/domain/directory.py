"""Who there is, whatever the meeting: people, organisations, themes and series."""

from dataclasses import dataclass
from typing import ClassVar

from recorder.domain import columns
from recorder.domain.columns import Place
from recorder.domain.row import Row
from recorder.domain.tokens import Sector, Sex


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Organisation(Row):
    """A body that hosts meetings, sends people to them or answers for recommendations.

    `acronym` is the short Latin name that people say ("GLOCA").
    """

    TABLE: ClassVar[str] = "organisation"
    name: str = columns.text()
    name_en: str = columns.text()
    acronym: str = columns.text()
    sector: Sector | str | None = columns.token(Sector)
    contact: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Person(Row):
    """Somebody who can be named as a speaker.

    `title` is a form of address or an academic title («د.»); `role` is the position in the
    organisation («المدير التنفيذي»), as minutes print it behind the name.
    """

    TABLE: ClassVar[str] = "person"
    name: str = columns.text()
    name_en: str = columns.text()
    title: str = columns.text()
    role: str = columns.text()
    organisation_id: str | None = columns.reference("organisation")
    sex: Sex | str | None = columns.token(Sex)
    phone: str = columns.text()
    email: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Theme(Row):
    """A subject (محور) that runs through meetings; its points are themes under it."""

    TABLE: ClassVar[str] = "theme"
    place: Place = columns.place("theme")
    title: str = columns.text()
    title_en: str = columns.text()
    description: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Series(Row):
    """Meetings that belong together and share their open recommendations."""

    TABLE: ClassVar[str] = "series"
    title: str = columns.text()
    title_en: str = columns.text()
    purpose: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Author(Row):
    """Who writes on a laptop: a profile of the settings, named in each of its changes."""

    TABLE: ClassVar[str] = "author"
    name: str = columns.text()
