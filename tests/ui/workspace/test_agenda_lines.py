"""The lines of the agenda hold every item once, and every note is counted."""

from hypothesis import given
from hypothesis import strategies as st

from recorder import AgendaItem, Place, Postponed
from ui.meeting.agenda_lines import below, by_agenda, counts_below, in_order

NAMES = ["a", "b", "c", "d", "e"]


@st.composite
def agendas(draw):
    """Items under each other, some put aside, some of them orphans."""
    return [
        AgendaItem(
            id=name, meeting_id="m", title=name,
            place=Place(draw(st.sampled_from([None, "gone", *NAMES[:at]])), name),
            postponed=draw(st.sampled_from([None, None, Postponed.PARKED, Postponed.NO_TIME])),
        )
        for at, name in enumerate(NAMES)
    ]  # fmt: skip


@given(agendas())
def test_every_item_stands_once_and_what_was_put_aside_comes_last(items):
    ordered = in_order(items)
    assert sorted(each.id for each, _depth, _number in ordered) == NAMES
    numbers = [number for _each, _depth, number in ordered]
    assert numbers == sorted(numbers, key=lambda number: not number)
    assert len(set(filter(None, numbers))) == len(list(filter(None, numbers)))


@given(agendas(), st.dictionaries(st.sampled_from([None, *NAMES]), st.integers(0, 9)))
def test_an_item_counts_its_notes_and_those_of_all_that_is_under_it(items, counts):
    totals = counts_below(items, counts)
    for each in items:
        assert totals[each.id] == sum(counts.get(one, 0) for one in below(items, each.id))
    assert by_agenda([], items) == []
