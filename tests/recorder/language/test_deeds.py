"""Every action and every field has words, in both languages."""

import re
from pathlib import Path

import pytest

from recorder.domain.columns import columns_of
from recorder.domain.record import TABLES
from recorder.language.catalogue import LANGUAGES, Catalogue
from recorder.language.deeds import DEEDS, THINGS, VERBS, deed, kind, thing
from recorder.language.field_words import FIELDS, field_word

ROOT = Path(__file__).resolve().parents[3]
_NAMED = r'f?"([a-z_{}.\w]+\.[\w{}]+|[a-z]+)"'
_WRITTEN = re.compile(rf"(?:action=|as_one\(|together\(|_turn\(|Changes\()\s*{_NAMED}")
_BEGUN = re.compile(rf"writer\.action\(\s*{_NAMED}")


def tokens_in_the_code() -> set[str]:
    found: set[str] = set()
    for top in ("recorder", "ui"):
        for path in (ROOT / top).rglob("*.py"):
            text = path.read_text("utf-8")
            found |= {*_WRITTEN.findall(text), *_BEGUN.findall(text)}
    return found


def known_tokens() -> set[str]:
    rows = {f"{table}.{verb}" for table in (*TABLES, "author") for verb in VERBS}
    return rows | set(DEEDS)


def test_every_action_of_the_code_has_a_phrase() -> None:
    found = tokens_in_the_code()
    assert {"conflict.settle", "version.restore", "undo", "trash.restore"} <= found
    plain = {each for each in found if "{" not in each}
    assert plain - known_tokens() == set()
    made = {each for each in found if "{" in each}
    verbs = {each.rpartition(".")[2] for each in made}
    assert verbs - {*VERBS, "{verb}"} == set(), made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_its_own(language: str) -> None:
    said = {token: deed(token, language) for token in known_tokens()}
    assert len(set(said.values())) == len(said)
    assert "{" not in "".join(said.values())


def test_every_table_and_every_field_has_a_name() -> None:
    assert set(TABLES) <= set(THINGS)
    columns = {column.name for each in TABLES.values() for column in columns_of(each)}
    assert columns | {"deleted"} == set(FIELDS)


def test_the_arabic_phrases_are_translated() -> None:
    words = Catalogue.load("ar").gettext
    messages = [*THINGS.values(), *VERBS.values(), *DEEDS.values(), *FIELDS.values()]
    assert [each for each in messages if words(each) == each] == []


def test_a_deed_reads_as_a_person_says_it() -> None:
    assert deed("note.delete", "en") == "deleting a note"
    assert deed("note.write", "ar") == "كتابة مداخلة"
    assert deed("agenda_item.move", "ar") == "نقل بند من جدول الأعمال"
    assert deed("of.tomorrow", "en") == "the last change"
    assert (thing("note", "ar"), thing("applause", "ar")) == ("مداخلة", "applause")
    assert (kind("agenda_item", "en"), kind("note", "ar")) == ("Agenda item", "مداخلة")
    assert (field_word("due", "ar"), field_word("loudness", "ar")) == (
        "موعد الاستحقاق", "loudness",
    )  # fmt: skip
