"""Holidays that fall on the same day of every year: "Christmas Day", "New Year's Eve"."""

from typing import Final

# By their words: month (0 to 11) and day.
HOLIDAYS: Final = {
    ("christmas", "eve"): (11, 24),
    ("christmas", "day"): (11, 25),
    ("boxing", "day"): (11, 26),
    ("new", "year", "'s", "eve"): (11, 31),
    ("new", "year", "’s", "eve"): (11, 31),
    ("new", "year", "'s", "day"): (0, 1),
    ("new", "year", "’s", "day"): (0, 1),
    ("valentine", "'s", "day"): (1, 14),
    ("valentine", "’s", "day"): (1, 14),
}
FIRST: Final = {
    words[0]: frozenset(other[1] for other in HOLIDAYS if other[0] == words[0]) for words in HOLIDAYS
}


def holiday_at(lower: list[str], index: int) -> tuple[int, int, int] | None:
    """Return the token after a holiday that begins at a token, its month and its day."""
    for length in (2, 3, 4):
        found = HOLIDAYS.get(tuple(lower[index : index + length]))
        if found is not None:
            return index + length, *found
    return None
