"""The pictures of the report: drawn for any numbers and days, escaped, and inside their frame."""

import re
import warnings
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.report.drawing import MOST_TICKS, Calendar, Numbers
from warehouse.report.pictures import intervals_picture, line_picture

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ENDS = st.tuples(st.none() | NUMBERS, st.none() | NUMBERS).map(
    lambda ends: sorted(ends) if None not in ends else list(ends)  # type: ignore[type-var]
)


def row(side: str, stated: object, read: object, label: str = "a figure") -> dict[str, object]:
    return {"side": side, "label": label, "stated": stated, "read": read}


def point(
    start: date, end: date, value: float | None, low: float, high: float, colour: int = 0
) -> dict[str, object]:
    ends = {"start": start, "end": end, "value": value, "read": [low, high], "stated": [low, None]}
    return ends | {"colour": colour, "disputed": value is None, "words": "words"}


@pytest.fixture(autouse=True)
def no_warnings() -> None:
    warnings.simplefilter("error")


@settings(max_examples=150, deadline=None)
@given(ENDS, ENDS, NUMBERS)
def test_intervals_of_any_size_are_drawn_or_left_to_the_table(
    computed: list[float | None], needed: list[float | None], known: float
) -> None:
    rows = [row("computed", computed, [known, known]), row("needed", needed, needed)]
    drawn = intervals_picture({"unit": "kg", "rows": rows, "gap": None})
    assert drawn == "" or drawn.count("<svg") == 2


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.dates(), st.dates(), NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_time_lines_of_any_days_and_numbers_are_drawn(said: list[tuple[date, date, float, float]]) -> None:
    points = [
        point(min(one, other), max(one, other), None, min(low, high), max(low, high), at)
        for at, (one, other, low, high) in enumerate(said)
    ]
    drawn = line_picture({"points": points})
    assert drawn == "" or drawn.count('class="sign"') == drawn.count('class="ring"') == 2 * len(points)


@given(st.dates(), st.dates(), st.sampled_from([350, 760]))
def test_a_calendar_names_a_few_days_in_order(one: date, other: date, width: int) -> None:
    scale = Calendar(min(one, other), max(one, other), width)
    ticks = scale.ticks()
    assert ticks == sorted(ticks) and len(ticks) <= width // 95
    assert all(scale.contains(tick) and scale.format_tick(tick, 0, 0) for tick in ticks)
    assert 0 <= scale.project(one, 0, 1) <= 1


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2010, 1, 1), date(2019, 12, 31), "2010, 2012, 2014, 2016, 2018"),
        (
            date(2023, 1, 1),
            date(2024, 8, 31),
            "Jan 2023, Apr 2023, Jul 2023, Oct 2023, Jan 2024, Apr 2024, Jul 2024",
        ),
        (date(2024, 3, 3), date(2024, 3, 9), "2 Mar 2024, 4 Mar 2024, 6 Mar 2024, 8 Mar 2024, 10 Mar 2024"),
    ],
)
def test_ticks_are_round_days(first: date, last: date, names: str) -> None:
    scale = Calendar(first, last, 760)
    assert ", ".join(scale.format_tick(tick, 0, 0) for tick in scale.ticks()) == names


@given(st.floats(-1e300, 1e300), st.floats(1e-280, 1e300))
def test_a_scale_of_numbers_begins_and_ends_at_a_round_tick(low: float, width: float) -> None:
    if low + width / 1e6 == low or width < abs(low) / 1e6:
        return
    scale = Numbers(low, low + width)
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= MOST_TICKS + 3 and ticks == sorted(ticks)
    # A number that is nothing beside the step may be below by nothing.
    assert scale.low <= low + width * 1e-9 and low + width * (1 - 1e-9) <= scale.high
    assert scale.project(scale.low, 0, 100) == 0 and scale.project(scale.high, 0, 100) == 100
    assert float(f"{scale.step:.0e}") == pytest.approx(scale.step), "one digit"


def test_the_gap_is_named_and_words_of_strangers_are_escaped() -> None:
    rows = [row("computed", [9, 9], [9, 9], "<script>5</script>"), row("needed", [None, 6], [5, 6])]
    drawn = intervals_picture({"unit": "kg", "rows": rows, "gap": [6, 9]})
    assert ">gap 3<" in drawn and ">kg<" in drawn
    assert "<script" not in drawn and "&lt;script&gt;" in drawn


def test_an_open_end_reaches_the_edge() -> None:
    rows = [row("computed", [None, 6], [4, 6]), row("needed", [8, 9], [8, 9])]
    drawn = intervals_picture({"unit": "", "rows": rows, "gap": [6, 8]})
    left = {min(float(x) for x in re.findall(r'x1="([\d.]+)"', svg)) for svg in drawn.split("<svg")[1:]}
    assert all(position < 40 for position in left)


def test_numbers_that_no_eye_tells_apart_have_no_picture() -> None:
    rows = [row("computed", [1e9, 1e9], [1e9, 1e9]), row("needed", [1e9 + 1, 1e9 + 1], [1e9 + 1, 1e9 + 1])]
    assert intervals_picture({"unit": "", "rows": rows, "gap": [1e9, 1e9 + 1]}) == ""


def test_sources_differ_in_sign_and_colour() -> None:
    points = [point(date(2020, 1, 1), date(2020, 12, 31), 5 + at, 5, 9, at) for at in range(2)]
    drawn = line_picture({"points": points})
    signs = set(re.findall(r'<path d="([^"]+)"[^>]*class="sign" fill="([^"]+)"', drawn))
    assert len({sign for sign, _ in signs}) == len({colour for _, colour in signs}) == 2
