import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder import AgendaItem, Place
from ui.meeting.outline import (
    Move,
    dropped,
    indented,
    lowered,
    outdented,
    outline,
    raised,
    with_its_own,
)


def item(item_id, parent=None):
    return AgendaItem(id=item_id, meeting_id="m", title=item_id, place=Place(parent))


ITEMS = [item("1"), item("1a", "1"), item("1b", "1"), item("2"), item("3")]


def order(items):
    return [(row.item.id, row.depth) for row in outline(items)]


def carried_out(items, item_id, move):
    """The items after a move, as the archive orders them: by parent, then by place there."""
    moved = next(each for each in items if each.id == item_id)
    rest = [each for each in items if each.id != item_id]
    at = 0
    if move.after is not None:
        at = next(place for place, each in enumerate(rest) if each.id == move.after) + 1
        sibling = rest[at - 1]
        assert sibling.place.parent_id == move.parent_id
    placed = AgendaItem(id=moved.id, meeting_id="m", title=moved.title, place=Place(move.parent_id))
    return [*rest[:at], placed, *rest[at:]]


def step(items, move_of, item_id, *more):
    move = move_of(outline(items), item_id, *more)
    return order(items if move is None else carried_out(items, item_id, move))


def test_items_are_numbered_with_their_sub_items():
    assert [row.number for row in outline(ITEMS)] == [(1,), (1, 1), (1, 2), (2,), (3,)]


def test_an_item_goes_under_the_one_before_it_as_its_last():
    assert indented(outline(ITEMS), "2") == Move("1", "1b")


def test_a_sub_item_comes_out_right_after_its_item():
    assert outdented(outline(ITEMS), "1a") == Move(None, "1")


@pytest.mark.parametrize(
    ("move_of", "item_id"),
    [(indented, "1"), (indented, "1a"), (outdented, "2"), (raised, "1"), (lowered, "3")],
)
def test_a_step_that_leads_nowhere_is_no_move(move_of, item_id):
    assert move_of(outline(ITEMS), item_id) is None


def test_an_item_that_has_sub_items_is_not_put_under_another():
    items = [item("0"), *ITEMS]
    assert indented(outline(items), "1") is None


def test_a_sub_item_steps_over_the_border_of_its_item():
    assert lowered(outline(ITEMS), "1b") == Move("2", None)
    items = [*ITEMS, item("3a", "3")]
    assert raised(outline(items), "3a") == Move("2", None)


def test_an_item_takes_its_sub_items_with_it():
    assert with_its_own(outline(ITEMS), "1") == ["1", "1a", "1b"]
    assert with_its_own(outline(ITEMS), "1a") == ["1a"]
    moved = step(ITEMS, lowered, "1")
    assert moved == [("2", 0), ("1", 0), ("1a", 1), ("1b", 1), ("3", 0)]


def test_let_go_among_sub_items_it_becomes_one():
    assert step(ITEMS, dropped, "3", 2) == [
        ("1", 0), ("1a", 1), ("3", 1), ("1b", 1), ("2", 0),
    ]  # fmt: skip


def test_let_go_at_the_end_it_is_the_last():
    assert step(ITEMS, dropped, "1", 5)[-3:] == [("1", 0), ("1a", 1), ("1b", 1)]


def test_an_item_whose_parent_is_gone_is_not_lost():
    assert order([item("1"), item("x", "gone")]) == [("1", 0), ("x", 0)]


@st.composite
def agendas(draw):
    items = []
    for at in range(draw(st.integers(1, 7))):
        tops = [each.id for each in items if each.place.parent_id is None]
        under = tops and draw(st.booleans())
        items.append(item(str(at), tops[-1] if under else None))
    return items


@settings(max_examples=60)
@given(st.data())
def test_no_step_and_no_drop_loses_an_item_or_makes_a_third_level(data):
    items = data.draw(agendas())
    rows = outline(items)
    one = data.draw(st.sampled_from([each.id for each in items]))
    move_of = data.draw(st.sampled_from([indented, outdented, raised, lowered, dropped]))
    more = (data.draw(st.integers(0, len(rows))),) if move_of is dropped else ()
    after = step(items, move_of, one, *more)
    assert sorted(each for each, _depth in after) == sorted(each.id for each in items)
    assert all(depth <= 1 for _each, depth in after)


@settings(max_examples=60)
@given(st.data())
def test_a_step_down_and_a_step_up_leave_the_order_as_it_was(data):
    items = data.draw(agendas())
    one = data.draw(st.sampled_from([each.id for each in items]))
    move = lowered(outline(items), one)
    if move is None:
        return
    down = [row.item for row in outline(carried_out(items, one, move))]
    assert step(down, raised, one) == order(items)
