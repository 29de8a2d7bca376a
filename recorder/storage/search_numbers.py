"""Numbers of searched rows: in their order rows stand by the dates of their meetings.

An FTS5 index gives its rows in ascending order at once, and in no other order without reading
them all. So a row's number is made of the day of its meeting, counted from the far end (the
newest comes first), the meeting, and a count within it: 20, 20 and 22 bits. The rows of a
meeting are a range of numbers, and so are those between two dates. People, organisations,
themes and series have the numbers below all meetings; undated meetings come next.
"""

from datetime import date

DIRECTORY_SCOPE = 0
LAST_OF_DIRECTORY = (1 << 22) - 1
_SCOPE_BITS, _ROW_BITS, _DAY_BITS = 20, 22, 20
_FIRST_DAY = date(1900, 1, 1).toordinal()
_DAYS = (1 << _DAY_BITS) - 1
_UNDATED = 1
LAST = (1 << (_DAY_BITS + _SCOPE_BITS + _ROW_BITS)) - 1
"""The largest number that a row can have."""


def first_number(day: str, scope_no: int) -> int:
    """The number below all rows of a meeting on a day ("" when undated)."""
    return (_place_of(day) << _SCOPE_BITS | scope_no) << _ROW_BITS


def last_number(first: int) -> int:
    """The largest number that a row of the meeting can have."""
    return first | (1 << _ROW_BITS) - 1


def scope_of(number: int) -> int:
    """The number of the meeting that a row belongs to; 0 for the directory."""
    return number >> _ROW_BITS & (1 << _SCOPE_BITS) - 1


def scope_in_sql(column: str) -> str:
    """`scope_of` in SQL."""
    return f"({column} >> {_ROW_BITS} & {(1 << _SCOPE_BITS) - 1})"


def numbers_between(day_from: str, day_to: str) -> tuple[int, int]:
    """The first and last number of rows whose meetings are of these days; "" leaves it open."""
    newest = _place_of(day_to) if day_to else _UNDATED + 1
    oldest = _place_of(day_from) if day_from else _DAYS
    below = _SCOPE_BITS + _ROW_BITS
    return newest << below, (oldest + 1 << below) - 1


def _place_of(day: str) -> int:
    try:
        passed = date.fromisoformat(day).toordinal() - _FIRST_DAY
    except ValueError:  # "", or what a later release wrote
        return _UNDATED
    return max(_UNDATED + 1, min(_DAYS - passed, _DAYS))
