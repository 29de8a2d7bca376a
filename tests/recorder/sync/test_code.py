import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.errors import CodeMistypedError
from recorder.sync.code import LENGTH, in_groups, new_code, read_code

CODES = st.builds(new_code)


def reason(typed: str) -> object:
    with pytest.raises(CodeMistypedError) as caught:
        read_code(typed)
    return caught.value.data["reason"]


def test_a_code_is_twenty_digits_in_five_groups() -> None:
    code = new_code()
    assert len(code) == LENGTH
    assert code.isdecimal()
    assert [len(group) for group in in_groups(code).split()] == [4] * 5


@given(CODES, st.sampled_from([0x30, 0x660, 0x6F0]), st.sampled_from(["", " ", "-", "\u200f "]))
def test_a_code_is_read_in_arabic_persian_or_latin_digits_and_in_any_groups(
    code: str, zero: int, between: str
) -> None:
    digits = "".join(chr(zero + int(digit)) for digit in code)
    groups = [digits[at : at + 4] for at in range(0, LENGTH, 4)]
    assert read_code(f" {between.join(groups)}\n") == code


@given(CODES, st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_one_wrong_digit_is_told_as_a_slip(code: str, at: int, by: int) -> None:
    wrong = str((int(code[at]) + by) % 10)
    assert reason(code[:at] + wrong + code[at + 1 :]) == "check"


@given(CODES, st.integers(0, LENGTH - 2))
def test_two_neighbours_in_the_wrong_order_are_told_as_a_slip(code: str, at: int) -> None:
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if swapped != code:
        assert reason(swapped) == "check"


@pytest.mark.parametrize("typed", ["", "1234", "1" * 21])
def test_too_few_or_too_many_digits_are_told_with_their_number(typed: str) -> None:
    with pytest.raises(CodeMistypedError) as caught:
        read_code(typed)
    assert caught.value.data == {"reason": "length", "count": len(typed), "whole": LENGTH}


@given(st.text())
def test_whatever_is_typed_is_a_code_or_a_slip(typed: str) -> None:
    try:
        assert len(read_code(typed)) == LENGTH
    except CodeMistypedError:
        digits = [each for each in typed if unicodedata.decimal(each, None) is not None]
        assert len(digits) != LENGTH or reason(typed) in ("check", "letters")


def test_two_codes_are_never_the_same() -> None:
    assert len({new_code() for _ in range(1000)}) == 1000
