"""Order keys: text that sorts rows, made without asking the other laptops.

A key is a sequence of base-36 digits compared as text. What one laptop appends or inserts in a
row stays together after a merge, because its keys differ only in a counter behind a tag of that
laptop; what two laptops insert at one place falls into two blocks. Ties are broken by row id.
"""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(DIGITS)
_TAG = 4
_ALPHABET = frozenset(DIGITS)
_MOST_DIGITS = 12  # of a count; nobody appends so often


def order_tag(site_id: str) -> str:
    """The four digits that mark the keys of one laptop."""
    number = int(site_id[:12] or "0", 16)
    return "".join(DIGITS[number // _BASE**power % _BASE] for power in range(_TAG))


def key_between(before: str | None, after: str | None, tag: str) -> str:
    """A key that sorts strictly between two neighbours.

    Total: a neighbour that no key of ours looks like (a file may hold any text) is gone behind
    by adding to it; where there is no room at all the key is a neighbour's, and ids decide.

    Args:
        before: the key that it follows, None at the front.
        after: the key that it precedes, None at the end.
        tag: the laptop's `order_tag`.
    """
    if before and (run := _next_in_run(before, tag)) and (after is None or run < after):
        return run
    if after is None:
        lead = _leading(before)
        return (
            (before or "") + tag + _number(0)
            if lead is None
            else (_number(lead + 1) + tag + _number(0))
        )
    middle = _midpoint(before or "", after)
    key = (before or "" if middle is None else middle) + tag + _number(0)
    return key if (before or "") < key < after else before or after


def _number(value: int) -> str:
    """A count as digits whose text order is its number order: the length leads."""
    digits = ""
    while value or not digits:
        value, digit = divmod(value, _BASE)
        digits = DIGITS[digit] + digits
    return DIGITS[9 + len(digits)] + digits


def _leading(key: str | None) -> int | None:
    """The count that a key begins with, 0 for one that begins with none, None for no key."""
    if not key:
        return 0
    if not key.isascii() or not set(key) <= _ALPHABET:
        return None
    if key[0] < DIGITS[10]:
        return 0
    size = DIGITS.index(key[0]) - 9
    digits = key[1 : 1 + size]
    return int(digits, _BASE) if len(digits) == size <= _MOST_DIGITS else None


def _next_in_run(key: str, tag: str) -> str | None:
    """The key that continues the laptop's own run, None when the key is not of such a run."""
    head, found, counter = key.rpartition(tag)
    count = _leading(counter)
    if not found or not head or count is None or _number(count) != counter:
        return None
    return head + tag + _number(count + 1)


def _midpoint(before: str, after: str) -> str | None:
    """Digits strictly between two keys that are no prefix of the second, None without room.

    Being no prefix, anything may be appended to them without passing `after`.
    """
    prefix = ""
    if not set(before + after) <= _ALPHABET:
        return None
    for index in range(max(len(before), len(after)) + 1):
        low = DIGITS.index(before[index]) if index < len(before) else -1
        high = DIGITS.index(after[index]) if index < len(after) else _BASE
        if high - low > 1:
            return prefix + DIGITS[(low + high) // 2]
        if high - low == 1 and low >= 0:
            # Below `after` from here on: anything greater than the rest of `before` will do.
            return prefix + DIGITS[low] + _above(before[index + 1 :])
        prefix += DIGITS[high if low < 0 else low]
    return None


def _above(rest: str) -> str:
    """Digits that sort after `rest`."""
    for index, digit in enumerate(rest):
        value = DIGITS.index(digit)
        if value < _BASE - 1:
            return rest[:index] + DIGITS[(value + _BASE) // 2 if value < _BASE - 2 else _BASE - 1]
    return rest + DIGITS[_BASE // 2]
