"""Finding rows: which, in which order, within which filter, with which words marked."""

from dataclasses import replace

import pytest

from recorder import (
    AgendaItem,
    Archive,
    Attachment,
    Attendance,
    Decision,
    Draft,
    Meeting,
    Note,
    Organisation,
    Person,
    Place,
    Recommendation,
    SearchFilter,
    Series,
    Speaker,
    Subject,
    Support,
    Theme,
)
from recorder.storage import search
from tests.recorder.archive.laptops import deliver


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Two meetings of a series and one beside it, with people of two bodies."""
    archive.write(
        Organisation(id="gloca", name="المنظمة العالمية للنهوض", acronym="GLOCA"),
        Organisation(id="dcaf", name="مركز جنيف", acronym="DCAF"),
        Person(id="wassim", name="وسيم الحاج", title="م.", role="المدير", organisation_id="gloca"),
        Person(id="huda", name="هدى القاضي", role="محامية", organisation_id="dcaf"),
        Theme(id="services", title="الخدمات"),
        Theme(id="water", title="المياه", place=Place("services", "a")),
        Series(id="aleppo", title="لقاءات حلب"),
        Meeting(id="old", title="اللقاء الأول", date="2025-03-01", series_id="aleppo"),
        Meeting(id="new", title="اللقاء الثاني", date="2026-05-13", series_id="aleppo"),
        Meeting(id="other", title="ورشة حماة", date="2026-01-20"),
        AgendaItem(id="item", meeting_id="new", title="شبكة الشرب", theme_id="water"),
        AgendaItem(id="sub", meeting_id="new", title="الكلفة", place=Place("item", "a")),
        Attendance(id="a1", meeting_id="new", person_id="wassim", organisation_id="dcaf"),
        note("n-old", "old", "انقطاع الماء عن الحي", "wassim"),
        note("n-new", "new", "كلفة الماء مرتفعة", "wassim", place=Place("sub", "a")),
        note("n-huda", "new", "جودة الماء مقبولة", "huda", kind="question"),
        note("n-other", "other", "الماء في حماة", "huda"),
        note("n-group", "other", "لا رأي", "", label="ممثلات الماء"),
        note("n-private", "other", "الماء سرّ", "huda", kind="private"),
        Decision(id="d", meeting_id="new", text="إصلاح شبكة الماء"),
        Recommendation(id="r", meeting_id="new", text="قياس الماء شهرياً", lead_id="gloca",
                       place=Place("item", "b")),
        Support(id="s", meeting_id="new", recommendation_id="r", organisation_id="dcaf"),
        Attachment(id="f", meeting_id="old", subject=Subject("meeting", "old"),
                   name="صورة.jpg", caption="خزان الماء"),
    )  # fmt: skip
    return archive


def note(
    row_id: str, meeting: str, text: str, person: str, *, label: str = "", **more: object
) -> Note:
    return Note(id=row_id, meeting_id=meeting, text=text,
                speaker=Speaker(person or None, label), **more)  # fmt: skip


def ids(archive: Archive, words: str = "الماء", **chosen: object) -> set[str]:
    return {hit.row_id for hit in archive.search(words, SearchFilter(**chosen))}


WATER = {"n-old", "n-new", "n-huda", "n-other", "n-group", "n-private", "d", "r", "f"}

## Which rows


def test_every_kind_of_row_is_found_a_private_note_too(filled):
    assert ids(filled) == WATER
    assert ids(filled, "المياه") == {"water"}
    assert ids(filled, "gloca") == {"gloca"}
    assert ids(filled, "لقاءات حلب") == {"aleppo"}
    assert ids(filled, "الشرب") == {"item"}
    assert ids(filled, "اللقاء الثاني") == {"new"}
    assert ids(filled, "محامية هدى") == {"huda"}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"meeting_id": "old"}, {"n-old", "f"}),
        ({"meeting_id": "nowhere"}, set()),
        ({"series_id": "aleppo"}, {"n-old", "n-new", "n-huda", "d", "r", "f"}),
        ({"speaker": "wassim"}, {"n-old", "n-new"}),
        ({"speaker": "wassim", "meeting_id": "new"}, {"n-new"}),
        ({"kinds": ("decision", "recommendation")}, {"d", "r"}),
        ({"kinds": ("question",)}, {"n-huda"}),
        ({"kinds": ("question", "decision")}, {"n-huda", "d"}),
        ({"kinds": ("note",), "meeting_id": "new"}, {"n-new", "n-huda"}),
        ({"theme_id": "water"}, {"n-new", "r"}),
        ({"theme_id": "services"}, {"n-new", "r"}),
        ({"date_from": "2026-01-20"}, WATER - {"n-old", "f"}),
        ({"date_to": "2026-01-20"}, {"n-old", "n-other", "n-group", "n-private", "f"}),
        ({"date_from": "2026-01-01", "date_to": "2026-02-01"}, {"n-other", "n-group", "n-private"}),
        ({"date_from": "2027-01-01"}, set()),
        ({"date_from": "2026-03-01", "meeting_id": "old"}, set()),
    ],
)  # fmt: skip
def test_a_filter_confines_the_search(filled, chosen, found):
    assert ids(filled, **chosen) == found


def test_a_body_has_what_its_people_said_in_its_name_and_its_recommendations(filled):
    assert ids(filled, organisation_id="gloca") == {"n-old", "r"}
    assert ids(filled, organisation_id="dcaf") == {"n-new", "n-huda", "n-other", "n-private", "r"}
    assert ids(filled, "", organisation_id="gloca") == {"n-old", "r", "gloca", "wassim"}


def test_no_words_list_all_that_the_filter_selects_and_nothing_selects_nothing(filled):
    assert ids(filled, "", meeting_id="old") == {"old", "n-old", "f"}
    assert ids(filled, " ", kinds=("person",)) == {"wassim", "huda"}
    assert filled.search("") == []
    assert filled.search("؟؟", SearchFilter(meeting_id="old")) == []


def test_all_words_must_be_there_and_a_phrase_in_its_order(filled):
    assert ids(filled, "كلفة الماء") == {"n-new"}
    assert ids(filled, "الماء كلفة") == {"n-new"}
    assert ids(filled, '"كلفة الماء"') == {"n-new"}
    assert ids(filled, '"الماء كلفة"') == set()


def test_the_last_word_is_found_by_its_beginning_until_a_space_follows(filled):
    assert ids(filled, "الماء مرت") == {"n-new"}
    assert ids(filled, "الماء مرت ") == set()


def test_what_is_typed_as_a_query_language_is_only_words(filled):
    for typed in (
        "الماء NOT حماة",
        "terms:الماء",
        "الماء*",
        "(الماء",
        "NEAR(الماء",
        "-الماء",
        "^الماء",
    ):
        filled.search(typed)
    assert ids(filled, "(الماء*") == WATER


## What must not be seen


def test_nothing_of_a_deleted_meeting_is_found_until_it_is_back(filled):
    filled.meetings.delete("new")
    assert ids(filled) == {"n-old", "n-other", "n-group", "n-private", "f"}
    assert ids(filled, "", meeting_id="new") == set()
    filled.meetings.restore("new")
    assert ids(filled) == WATER


def test_nothing_deleted_is_found_until_it_is_back(filled):
    filled.notes.delete("n-old")
    filled.organisations.delete("gloca")
    assert "n-old" not in ids(filled)
    assert ids(filled, "gloca") == set()
    filled.notes.restore("n-old")
    assert "n-old" in ids(filled)


def test_rows_of_a_meeting_that_has_not_arrived_are_not_found_before_it_has(archive):
    archive.write(note("n", "m", "الماء", ""))
    assert ids(archive) == set()
    archive.write(Meeting(id="m", date="2026-01-01"))
    assert ids(archive) == {"n"}


## The index follows


def test_what_is_changed_is_found_as_it_is_now(filled):
    filled.notes.write(replace(filled.notes.get("n-old"), text="انقطاع الكهرباء"))
    assert "n-old" not in ids(filled)
    assert ids(filled, "كهرباء") == {"n-old"}
    filled.undo()
    assert "n-old" in ids(filled)


def test_a_meeting_that_gets_another_date_or_series_takes_its_rows_along(filled):
    filled.meetings.write(replace(filled.meetings.get("old"), date="2027-01-01", series_id=None))
    assert ids(filled, date_from="2027-01-01") == {"n-old", "f"}
    assert ids(filled, series_id="aleppo") == {"n-new", "n-huda", "d", "r"}
    assert ids(filled) == WATER


def test_notes_follow_the_theme_of_the_items_that_they_stand_under(filled):
    filled.agenda.write(replace(filled.agenda.get("item"), theme_id=None))
    assert ids(filled, theme_id="water") == set()
    filled.agenda.write(replace(filled.agenda.get("sub"), theme_id="services"))
    assert ids(filled, theme_id="services") == {"n-new"}


def test_a_recommendation_follows_who_supports_it(filled):
    filled.supports.delete("s")
    assert "r" not in ids(filled, organisation_id="dcaf")
    filled.supports.restore("s")
    assert "r" in ids(filled, organisation_id="dcaf")


def test_what_another_laptop_wrote_is_found_here(filled, make_archive):
    there = make_archive("there")
    deliver(filled, there)
    assert ids(there) == WATER - {"n-private"}
    there.meetings.write(replace(there.meetings.get("old"), date="2027-01-01"))
    there.notes.write(replace(there.notes.get("n-old"), text="انقطاع الغاز"))
    deliver(there, filled)
    assert ids(filled, "الغاز", date_from="2027-01-01") == {"n-old"}


def test_an_index_that_followed_is_the_one_that_is_made_anew(filled):
    filled.notes.delete("n-old")
    filled.meetings.write(replace(filled.meetings.get("old"), date="2027-01-01"))
    filled.agenda.write(replace(filled.agenda.get("item"), theme_id="services", title="الكلفة"))
    followed = marks(filled)
    with filled._writer.transaction():
        filled._writer.index.rebuild()
    assert marks(filled) == followed


def marks(archive: Archive) -> tuple[list[object], list[object]]:
    """What each row is indexed as, and which words the index has in how many rows."""
    database = archive._file.database.conn
    rows = database.execute(
        "SELECT tbl, id, mark FROM search_row JOIN logged_row ON logged_row.no = row ORDER BY 1, 2"
    ).fetchall()
    database.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search_index, row)")
    words = database.execute("SELECT term, doc FROM temp.words ORDER BY 1").fetchall()
    database.execute("DROP TABLE temp.words")
    return rows, words


def test_a_write_that_changes_no_word_leaves_the_index_alone(filled):
    database = filled._file.database.conn
    pages = "SELECT count(*), sum(length(block)), max(id) FROM search_index_data"
    before = database.execute(pages).fetchone()
    filled.notes.write(replace(filled.notes.get("n-old"), said_at="2026-01-01T10:00:00Z"))
    assert database.execute(pages).fetchone() == before


def test_an_archive_whose_index_is_of_another_form_is_indexed_when_it_is_opened(tmp_path):
    with Archive.open(tmp_path / "a.mahdar", machine=tmp_path / "m") as archive:
        archive.write(Meeting(id="m", title="لقاء"), note("n", "m", "الماء", ""))
        database = archive._file.database.conn
        database.execute("DELETE FROM search_row")
        database.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        database.execute("DELETE FROM setting WHERE name = 'search_form'")
    with Archive.open(tmp_path / "a.mahdar", machine=tmp_path / "m") as archive:
        assert ids(archive) == {"n"}


## The order


def test_people_and_bodies_come_before_meetings_and_the_newest_meeting_first(archive, monkeypatch):
    archive.write(
        Meeting(id="m1", title="الماء", date="2025-01-01"),
        Meeting(id="m3", title="الماء", date="2026-06-01"),
        Meeting(id="m2", title="الماء", date="2025-06-01"),
        Meeting(id="m0", title="الماء"),
        Person(id="p", name="الماء"),
    )
    monkeypatch.setattr(search, "RANKED", 0)
    assert [hit.row_id for hit in archive.search("الماء")] == ["p", "m0", "m3", "m2", "m1"]


def test_what_is_rare_comes_in_the_order_of_meaning(archive):
    archive.write(
        Meeting(id="m", title="لقاء", date="2026-01-01"),
        note("long", "m", "ذُكر الماء مرة واحدة في كلام كثير عن الطرق والمدارس والإنارة", ""),
        note("short", "m", "الماء ثم الماء", ""),
    )
    assert [hit.row_id for hit in archive.search("الماء")] == ["short", "long"]


def test_the_same_search_answers_in_the_same_order_and_no_more_than_asked(filled):
    first = [hit.row_id for hit in filled.search("الماء")]
    assert [hit.row_id for hit in filled.search("الماء")] == first
    assert [hit.row_id for hit in filled.search("الماء", limit=3)] == first[:3]


def test_hidden_rows_do_not_use_up_the_limit(archive):
    archive.write(
        Meeting(id="gone", date="2026-02-01"),
        Meeting(id="m", date="2026-01-01"),
        *(note(f"g{at}", "gone", "الماء", "") for at in range(200)),
        note("n", "m", "الماء", ""),
    )
    archive.meetings.delete("gone")
    assert [hit.row_id for hit in archive.search("الماء", limit=1)] == ["n"]


## What is shown of them


def marked(hit: object) -> list[str]:
    return [hit.text[start:end] for start, end in hit.spans]


def test_a_hit_says_who_and_in_which_meeting(filled):
    hit = next(hit for hit in filled.search("كلفة الماء"))
    assert (hit.who, hit.meeting_id, hit.meeting_title, hit.date, hit.kind) == (
        "وسيم الحاج", "new", "اللقاء الثاني", "2026-05-13", "statement",
    )  # fmt: skip
    group = next(hit for hit in filled.search("ممثلات"))
    assert (group.who, group.text) == ("ممثلات الماء", "ممثلات الماء: لا رأي")
    assert marked(group) == ["ممثلات"]
    person = next(hit for hit in filled.search("وسيم"))
    assert (person.meeting_id, person.who, person.text) == (None, "", "م. · وسيم الحاج · المدير")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("(والمُدَرِّسَةُ)، ثم مدرسه.", "مدرسة", ["والمُدَرِّسَةُ", "مدرسه"]),
        ("بلغت ١٢٬٥٠٠٫٧٥ ليرة", "12500", ["١٢٬٥٠٠٫٧٥"]),
        ("مكتب G.L.O.C.A. هنا", "gloca", ["G.L.O.C.A"]),
        ("دور «المجتمع المدني» والمدني", '"المجتمع المدني"', ["المجتمع", "المدني"]),
        ("السيد عبد الله هنا", "عبدالله", ["عبد", "الله"]),
        ("الماء،الكهرباء", "كهرباء", ["الكهرباء"]),
        ("سطر\nثانٍ عن الماء", "الماء", ["الماء"]),
        ("مسؤولون ومسئول", "مسؤ", ["مسؤولون", "ومسئول"]),
    ],
)
def test_the_words_found_are_marked_in_their_own_spelling(archive, text, words, found):
    archive.write(Meeting(id="m"), note("n", "m", text, ""))
    (hit,) = archive.search(words)
    assert marked(hit) == found


def test_a_long_text_is_cut_around_what_was_found(archive):
    text = " ".join([*("كلام" for _ in range(100)), "الماء", *("حديث" for _ in range(100))])
    archive.write(Meeting(id="m"), note("n", "m", text, ""))
    (hit,) = archive.search("ماء")
    assert len(hit.text) < 200
    assert hit.text.startswith("…كلام")
    assert hit.text.endswith("حديث…")
    assert marked(hit) == ["الماء"]


def test_what_is_being_typed_is_not_yet_found_but_what_was_before_is(filled):
    filled.drafts.save(
        Draft(window="w", table="note", row_id="n-old", column="text", text="انقطاع الغاز")
    )
    assert "n-old" in ids(filled)
    assert ids(filled, "الغاز") == set()
    filled.drafts.commit_all()
    assert ids(filled, "الغاز") == {"n-old"}
