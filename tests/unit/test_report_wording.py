"""Numbers, intervals, periods and marks of the report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.report.charts import intervals_chart
from warehouse.report.marks import marked
from warehouse.report.wording import interval, period, repair, visible


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (482_550_000, 482_650_000, "EUR", "482.55–482.65 million EUR"),
        (17.5, 19, "percent", "17.5–19%"),
        (2_012_148, 2_012_148, "person", "2,012,148 people"),
        (12_000_000, 12_000_000, None, "12 million"),
        (1, 1, "case", "1 case"),
        (1, 3, "kilometre per hour", "1–3 kilometres per hour"),
        (0.5, 0.5, "country", "0.5 countries"),
        (2, 2, "basis point", "2 basis points"),
        (2, 2, "EUR per tonne", "2 EUR per tonne"),
        (2, 2, "kg/km", "2 kg/km"),
        (-15.5, -14.5, "percent", "−15.5 to −14.5%"),
        (0.125, 0.14, "fraction", "0.125–0.14"),
        (1.34e-10, 1.353e-10, None, "1.34e−10 to 1.353e−10"),
        (None, 5, "kg", "at most 5 kg"),
        (5, None, "kg", "at least 5 kg"),
        (None, None, "kg", "any value"),
        (0.1 + 0.2, 0.1 + 0.2, None, "0.3"),
        (0, -0.0, None, "0"),
        (99_500_000, 1_005_000_000, None, "0.1–1.005 billion"),
    ],
)
def test_an_interval_reads_as_people_write_it(low: float, high: float, unit: str, words: str) -> None:
    assert interval(low, high, unit) == words


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_every_interval_has_words(one: float, other: float) -> None:
    assert interval(min(one, other), max(one, other))


@pytest.mark.parametrize(
    ("start", "end", "cumulative", "words"),
    [
        ("2024-01-01", "2024-12-31", False, "2024"),
        ("2024-01-01", "2024-06-30", False, "Jan–Jun 2024"),
        ("2024-02-01", "2024-02-29", False, "Feb 2024"),
        ("2023-02-01", "2023-02-27", False, "1–27 Feb 2023"),
        ("2008-10-01", "2009-09-30", False, "Oct 2008 – Sep 2009"),
        ("2020-01-01", "2021-12-31", False, "2020–2021"),
        ("2024-05-03", "2024-05-03", False, "3 May 2024"),
        ("2024-05-03", "2024-06-09", False, "3 May 2024 – 9 Jun 2024"),
        ("2024-01-01", "2024-06-30", True, "to 30 Jun 2024"),
        (None, "9999-12-31", False, "to 31 Dec 9999"),
        ("9999-01-01", "9999-12-31", False, "9999"),
        (None, None, False, ""),
    ],
)
def test_a_period_takes_few_words(start: str | None, end: str | None, cumulative: bool, words: str) -> None:
    first, last = (date.fromisoformat(one) if one else None for one in (start, end))
    assert period(first, last, cumulative) == words


def test_what_reorders_text_is_shown_and_what_is_text_stays() -> None:
    assert visible("a\u202eb\x00c\u2066") == "a⟨U+202E⟩b⟨U+0000⟩c⟨U+2066⟩"
    assert visible("שלום\u200f, 5 %\n\tnaïve") == "שלום\u200f, 5 %\n\tnaïve"
    assert visible("\ud800") == "\ufffd"
    assert visible(5) == 5


def test_a_repair_says_what_a_figure_would_have_to_be() -> None:
    slip = {
        "must_be_low": 5.0,
        "must_be_high": 6.0,
        "unit": "kg",
        "slip": "a digit too many",
        "slip_value": 5.5,
    }
    others = {"equals": [{"quote": "5.4 kg"}], "settles": 3}
    assert repair(slip | others) == (
        "would have to be 5–6 kg; a digit too many would give 5.5; “5.4 kg”, which is stated too, fits; "
        "this would settle 3 findings"
    )


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=8)


@given(st.text(max_size=30), SPANS)
def test_marks_keep_the_text_and_lose_no_figure(text: str, spans: list[tuple[int, int]]) -> None:
    numbered = [(start, start + length, number) for number, (start, length) in enumerate(spans)]
    segments = marked(text, numbered)
    assert "".join(one.text for one in segments) == text
    numbers = [
        number for one in segments for number in ([one.number] if one.number is not None else []) + one.within
    ]
    assert sorted(numbers) == list(range(len(spans)))


def test_overlapping_marks_share_the_text() -> None:
    segments = marked("5 to 6 percent", [(0, 14, 1), (5, 6, 2)])
    assert [(one.text, one.number, one.within) for one in segments] == [("5 to 6 percent", 1, [2])]


def figure(name: str, low: float, high: float, unit: str, factor: float) -> dict[str, object]:
    ends = {"stated_low": low, "stated_high": high, "read_low": low, "read_high": high}
    said = {"figure_id": name, "role": name, "quote": name, "publisher": "p", "unit": unit, "factor": factor}
    return ends | said


def sides(computed: tuple[float | None, ...], expected: tuple[float | None, ...]) -> dict[str, float | None]:
    names = ("computed_low", "computed_high", "expected_low", "expected_high")
    return dict(zip(names, (*computed, *expected), strict=True))


def test_a_picture_is_in_the_unit_of_the_figure_not_in_base_units() -> None:
    chart = intervals_chart(sides((1.1, 1.2), (0, 1)), [figure("share", 110, 120, "percent", 0.01)])
    assert chart is not None
    assert chart["unit"] == "percent"
    assert chart["rows"][0]["read"] == pytest.approx([110, 120])
    assert chart["rows"][1]["read"] == pytest.approx([0, 100])
    assert chart["gap"] == pytest.approx([100, 110])


def test_a_picture_shows_what_the_arithmetic_gives_where_no_figure_states_it() -> None:
    figures = [figure("growth", 17.5, 18.5, "percent", 0.01), figure("new", 61.0, 61.5, "EUR", 1.0)]
    chart = intervals_chart(sides((27.7, 28.1), (17.5, 18.5)), figures)
    assert chart is not None
    assert [row["label"] for row in chart["rows"]] == ["what the arithmetic gives", "growth: growth"]


def test_an_open_end_stays_open_and_nothing_known_is_no_picture() -> None:
    chart = intervals_chart(sides((600, None), (100, 200)), [])
    assert chart is not None
    assert chart["rows"][0]["read"] == [600, None]
    assert chart["gap"] == [200, 600]
    assert intervals_chart(sides((None, None), (1, 2)), []) is None


def test_of_a_tension_the_gap_is_between_what_readers_take() -> None:
    wide = figure("share", 85, 95, "percent", 1.0) | {"read_low": 89.0, "read_high": 91.0}
    chart = intervals_chart(sides((94.0, 96.0), (89.0, 91.0)), [wide])
    assert chart is not None
    assert chart["gap"] == pytest.approx([91, 94])
