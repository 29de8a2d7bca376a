"""What a later release wrote of postponed items and counted hands shows after the upgrade."""

from collections.abc import Callable

from recorder import AgendaItem, Archive, Decision, Issue, Postponed
from tests.recorder.archive.laptops import deliver
from tests.recorder.archive.release_before import as_the_release_before

_HANDS = ("hands_for", "hands_against", "hands_abstained")
_NEW = {
    "agenda_item": ("paused_minutes", "postponed", "postponed_reason"),
    "issue": _HANDS,
    "decision": _HANDS,
}


def test_values_that_came_before_their_column_was_known_are_shown_after_the_upgrade(
    make_archive: Callable[[str], Archive],
) -> None:
    there, here = make_archive("هناك"), make_archive("هنا")
    item = AgendaItem(
        id="a", meeting_id="m", title="بند", started_at="10:00", ended_at="10:30",
        paused_minutes=5, postponed=Postponed.NO_TIME, postponed_reason="ضاق الوقت",
    )  # fmt: skip
    issue = Issue(id="i", meeting_id="m", text="نقطة", hands_for=12, hands_against=0)
    decision = Decision(id="d", meeting_id="m", text="قرار", hands_abstained=3)
    there.agenda.write(item)
    there.issues.write(issue)
    there.decisions.write(decision)
    deliver(there, here)
    as_the_release_before(here, "m0011", _NEW)
    with Archive.open(here.path) as upgraded:
        assert upgraded.agenda.get("a") == item
        assert upgraded.issues.get("i") == issue
        assert upgraded.decisions.get("d") == decision
        assert upgraded.check().ok


def test_rows_of_an_older_release_were_never_postponed_nor_counted(
    make_archive: Callable[[str], Archive],
) -> None:
    here = make_archive("هنا")
    here.agenda.write(AgendaItem(id="a", meeting_id="m", title="بند"))
    here.issues.write(Issue(id="i", meeting_id="m", text="نقطة"))
    as_the_release_before(here, "m0011", _NEW)
    with Archive.open(here.path) as upgraded:
        item, issue = upgraded.agenda.get("a"), upgraded.issues.get("i")
        assert (item.postponed, item.postponed_reason, item.paused_minutes) == (None, "", None)
        assert [getattr(issue, each) for each in _HANDS] == [None, None, None]
        assert upgraded.check().ok
