"""Whatever people are called and whatever is typed: no form of any document names somebody against
the rule or their word, unless the leak check says so."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.meeting import Attendance
from recorder.domain.tokens import Attribution, Consent, Presence
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.documents import PLANS
from recorder.minutes.html.page import html
from recorder.minutes.ics import calendar
from recorder.minutes.leaks import find_leaks
from recorder.minutes.markdown.document import markdown
from recorder.minutes.material import Material
from recorder.minutes.message.document import message
from recorder.minutes.sheets import write_workbook
from tests.recorder.minutes.every_document.names import (
    folded,
    forbidden_names,
    secrets,
    told_in_package,
    typed_texts,
)
from tests.recorder.minutes.meetings import meetings
from tests.recorder.minutes.sheet_reading import SheetPackage
from tests.recorder.minutes.word_package import WordPackage

NOW = datetime(2026, 5, 14, tzinfo=UTC)
FIRST = ("وائل", "بشار", "لؤي", "الياس", "كفاح", "فؤاد", "أحمد", "هدى", "نور الدين", "عبد القادر")
LAST = ("الوردي", "بيطار", "لطفي", "والي", "الأسود", "ميداني", "كيالي", "مكانسي", "عيسى", "الفرّا")
LATIN = ("Werner Zöllner", "O'Neil McRae", "Jean-Luc Blanc")
PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب")
ARABIC = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
SAID = ("ما قاله {}، وهو معروف", "شكر الحاضرون {}", "{} حاضر", "كلام ({}) واضح")


@st.composite
def named_meetings(draw):
    """A meeting in which people of any names spoke, chaired, refused, and are told of in notes."""
    record = draw(meetings(attribution=draw(st.sampled_from(Attribution))))
    count = len(record.people)
    names = draw(st.lists(ARABIC | st.sampled_from(LATIN), min_size=2 * count,
                          max_size=2 * count, unique=True))  # fmt: skip
    people = [
        replace(each, name=name, name_en="" if name in LATIN else f"Latin{at} Zyx{at}")
        for at, (each, name) in enumerate(zip(record.people, names, strict=False))
    ]
    others = {each.id: (name,) for each, name in zip(people, names[count:], strict=True)}
    typed = st.sampled_from([*names, *(each.name_en for each in people if each.name_en)])
    notes = [
        replace(each, text=draw(_telling(typed) | st.just(each.text))) for each in record.notes
    ]
    officers = {each: draw(st.sampled_from([None, *(one.id for one in people)]))
                for each in ("chair_id", "facilitator_id", "rapporteur_id")}  # fmt: skip
    consents = st.sampled_from([None, *Consent])
    attendance = [
        Attendance(id=f"t{each.id}", meeting_id="m", person_id=each.id, presence=Presence.PRESENT,
                   consent_name=draw(consents))
        for each in people
    ]  # fmt: skip
    return replace(record, people=people, other_names=others, notes=notes, attendance=attendance,
                   meeting=replace(record.meeting, **officers))  # fmt: skip


@st.composite
def _telling(draw, names):
    name, prefix = draw(names), draw(st.sampled_from(PREFIXES))
    if name.startswith("ال") and prefix.endswith("ل"):
        name = name.removeprefix("ا")
    return draw(st.sampled_from(SAID)).format(prefix + name)


def forms_of(minutes, folder):
    """All that a document says, in each of its forms."""
    page = BeautifulSoup("".join(html(minutes)), "lxml")
    attributes = [str(value) for tag in page.find_all() for value in tag.attrs.values()]
    return {
        "docx": told_in_package(WordPackage(write_docx(minutes, folder / "m.docx"))),
        "html": folded(f"{page.get_text(' ')} {' '.join(attributes)}"),
        "md": folded("".join(markdown(minutes)).replace("\\", "")),
        "txt": folded("".join(message(minutes))),
    }


def stands(name, told):
    return name in told or (name.startswith("ال") and f"ل{name[1:]}" in told)


@settings(max_examples=120)
@given(named_meetings(), st.sampled_from(list(PLANS)), st.sampled_from(["ar", "en", "both"]))
def test_a_forbidden_name_stands_in_no_form_unless_somebody_typed_it_and_it_is_reported(
    record, kind, language
):
    edition = Edition(language, document=kind)
    minutes = build_minutes(record, edition)
    reported, typed = (
        {each.row_id for each in find_leaks(record, edition, minutes)},
        typed_texts(record),
    )
    silent = [(name, who) for name, who in forbidden_names(record, edition)
              if who not in reported or not stands(name, typed)]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for form, told in forms_of(minutes, Path(folder)).items():
            assert [name for name, _who in silent if stands(name, told)] == [], form
            assert secrets(record, told) == [], form


@settings(max_examples=60)
@given(named_meetings(), st.sampled_from(["ar", "en"]))
def test_a_forbidden_name_stands_in_no_list(record, language):
    edition = Edition(language)
    with tempfile.TemporaryDirectory() as folder:
        book = SheetPackage(write_workbook(record, edition, Path(folder) / "lists.xlsx"))
    due = "".join(calendar(Material(record, edition), NOW)).replace("\r\n ", "")
    told = folded(f"{' '.join(book.strings)} {due}")
    assert [name for name, _who in forbidden_names(record, edition) if stands(name, told)] == []
    assert secrets(record, told) == []
