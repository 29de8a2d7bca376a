"""Laptops that met crosswise, each going on from what it saw: more than one nearest past."""

import json

import pytest

from recorder.merge.registers import Write, resolve_text
from tests.recorder.merge.test_registers import a_write

LEVELS = ["أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة"]


def shown(writes: list[Write]) -> str:
    return json.loads(resolve_text(writes))


def crosswise(levels: list[str]) -> list[Write]:
    """Two laptops that exchange what they wrote, then both go on at once, again and again."""
    writes = [a_write("0", 1, "الماء. الطرق. الصرف.")]
    left = right = writes[0]
    for at, level in enumerate(levels, 2):
        seen = shown(writes)
        parents = {left, right}
        here = seen.replace("الطرق. ", "") + f" يسار {level}."
        left, right = (
            a_write(f"{at}l", at, here, *parents),
            a_write(f"{at}r", at, f"{seen} يمين {level}.", *parents, site="b"),
        )
        writes += [left, right]
    return writes


@pytest.mark.parametrize("depth", range(1, len(LEVELS) + 1))
def test_what_was_deleted_stays_so_and_each_sentence_stands_once_however_deep_they_crossed(
    depth: int,
) -> None:
    expected = "الماء. الصرف." + "".join(
        f" يسار {level}. يمين {level}." for level in LEVELS[:depth]
    )
    assert shown(crosswise(LEVELS[:depth])) == expected


def test_a_number_that_both_changed_at_each_crossing_keeps_the_last_two() -> None:
    root = a_write("0", 1, "العدد 1 أسرة.")
    one, two = a_write("1", 2, "العدد 10 أسرة.", root), a_write("2", 2, "العدد 12 أسرة.", root)
    left = a_write("3", 3, "العدد 15 أسرة.", one, two)
    right = a_write("4", 3, "العدد 20 أسرة.", one, two, site="b")
    assert shown([root, one, two, left, right]).split("\n") == ["العدد 15 أسرة.", "العدد 20 أسرة."]


def test_who_chose_one_of_two_sentences_and_who_edited_the_other_keep_both() -> None:
    root = a_write("0", 1, "الأحد.")
    one, two = a_write("1", 2, "الإثنين.", root), a_write("2", 2, "الثلاثاء.", root, site="b")
    assert shown([root, one, two]) == "الإثنين.\nالثلاثاء."
    chose = a_write("3", 3, "الإثنين.", one, two)
    edited = a_write("4", 3, "الإثنين.\nالثلاثاء صباحاً.", one, two, site="b")
    assert shown([root, one, two, chose, edited]) == "الإثنين.\nالثلاثاء صباحاً."


def test_three_laptops_of_which_two_had_met() -> None:
    root = a_write("0", 1, "الماء. الصرف. الطرق.")
    one = a_write("1", 2, "الماء منقطع. الصرف. الطرق.", root)
    two = a_write("2", 2, "الماء. الصرف سيئ. الطرق.", root, site="b")
    both = a_write("3", 3, "الماء منقطع. الصرف سيئ. الطرق. وبعد.", one, two)
    third = a_write("4", 2, "الماء. الصرف. الطرق ضيقة.", root, site="c")
    assert shown([root, one, two, both, third]) == "الماء منقطع. الصرف سيئ. الطرق ضيقة. وبعد."


def test_four_heads_without_any_common_write_all_stay() -> None:
    heads = [a_write(str(at), 1, f"قال {name}.", site=str(at))
             for at, name in enumerate(["وسيم", "رنا", "خالد", "ليلى"])]  # fmt: skip
    assert sorted(shown(heads).split(". ")) == sorted(
        ["قال خالد", "قال رنا", "قال ليلى", "قال وسيم."]
    )


def test_a_crossing_that_a_hostile_file_made_a_thousand_deep_ends() -> None:
    writes = [a_write("0", 1, "أصل.")]
    left = right = writes[0]
    for at in range(2, 1_002):
        left, right = (
            a_write(f"{at}l", at, f"يسار {at}.", left, right),
            a_write(f"{at}r", at, f"يمين {at}.", left, right, site="b"),
        )
        writes += [left, right]
    assert shown(writes) == "يسار 1001. يمين 1001."
