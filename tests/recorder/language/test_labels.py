"""Every token of the closed sets has its word in both languages."""

import re
from enum import EnumType

import pytest

from recorder.domain import checklist, documents, rescue, safety, tokens
from recorder.language.catalogue import Catalogue
from recorder.language.labels import MESSAGES, label

SETS = [
    each
    for room in (tokens, documents, checklist)
    for each in vars(room).values()
    if isinstance(each, EnumType) and each.__module__ == room.__name__
] + [safety.BackupReason, rescue.Rescued]
MEMBERS = [member for each in SETS for member in each]


def test_every_closed_set_is_labelled_whole():
    assert {each: set(MESSAGES[each]) for each in SETS} == {
        each: {member.value for member in each} for each in SETS
    }


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: f"{type(member).__name__}-{member}")
def test_a_token_has_an_arabic_and_an_english_word(member):
    assert re.search("[ء-ي]", label(member, "ar"))
    assert label(member, "en").isascii()


@pytest.mark.parametrize(
    ("token", "word"),
    [
        (tokens.NoteKind.STATEMENT, "مداخلة"), (tokens.NoteKind.PRIVATE, "ملاحظة خاصة"),
        (tokens.Status.STALLED, "متعثّرة"), (tokens.HostRole.ORGANISER, "الجهة المنظِّمة"),
        (tokens.Agreement.CONTESTED, "موضع خلاف"), (tokens.MeetingState.DRAFT, "مسودّة"),
        (tokens.Attribution.NONE, "دون إسناد"), (tokens.ReportingVerb.POINTED_OUT, "أشار إلى"),
    ],
)  # fmt: skip
def test_the_words_are_those_of_the_facilitators(token, word):
    assert label(token, "ar") == word


def test_a_token_of_a_later_release_is_shown_as_it_is_and_none_as_nothing():
    assert label("hologram", "ar") == "hologram"
    assert label(None, "ar") == ""


def test_two_members_of_one_set_never_share_a_word():
    for language in ("ar", "en"):
        words = Catalogue.load(language)
        for each in MESSAGES.values():
            assert len({words.gettext(message) for message in each.values()}) == len(each)
