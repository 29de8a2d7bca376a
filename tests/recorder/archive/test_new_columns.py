"""What a later release wrote into a column that is new here shows once the column is."""

from collections.abc import Callable

from recorder import Archive, Attendance, Consent, Speaker, Turn
from tests.recorder.archive.laptops import deliver
from tests.recorder.archive.release_before import as_the_release_before

_NEW = {
    "attendance": ("seat", "consent_name", "consent_photo"),
    "turn": ("limit_seconds", "paused_at", "paused_seconds"),
}


def test_values_that_came_before_their_column_was_known_are_shown_after_the_upgrade(
    make_archive: Callable[[str], Archive],
) -> None:
    there, here = make_archive("هناك"), make_archive("هنا")
    seated = Attendance(
        id="a", meeting_id="m", person_id="p", seat="12", consent_name=Consent.YES,
        consent_photo=Consent.NO,
    )  # fmt: skip
    turn = Turn(
        id="t", meeting_id="m", speaker=Speaker("p"), began_at="2026-11-23T09:00:00Z",
        limit_seconds=180, paused_at="2026-11-23T09:02:00Z", paused_seconds=15,
    )  # fmt: skip
    there.attendance.write(seated)
    there.turns.write(turn)
    deliver(there, here)
    as_the_release_before(here, "m0010", _NEW)
    with Archive.open(here.path) as upgraded:
        assert upgraded.attendance.get("a") == seated
        assert upgraded.turns.get("t") == turn
        assert upgraded.check().ok


def test_rows_of_an_older_release_read_as_if_nobody_had_asked(
    make_archive: Callable[[str], Archive],
) -> None:
    here = make_archive("هنا")
    here.attendance.write(Attendance(id="a", meeting_id="m", person_id="p"))
    here.turns.write(Turn(id="t", meeting_id="m", speaker=Speaker("p")))
    as_the_release_before(here, "m0010", _NEW)
    with Archive.open(here.path) as upgraded:
        came, turn = upgraded.attendance.get("a"), upgraded.turns.get("t")
        assert (came.seat, came.consent_name, came.consent_photo) == ("", None, None)
        assert (turn.limit_seconds, turn.paused_at, turn.paused_seconds) == (None, "", None)
        assert upgraded.check().ok  # which reads the tables against the log
