"""Repairs name what would explain a figure, and nothing that explains it badly."""

from warehouse.intervals import Interval
from warehouse.repairs import Stated, find_slip


def figure(quote: str, value: float, kind: str = "count", unit: str | None = "car") -> Stated:
    return Stated(
        "f", "a", "a", quote, value, Interval(value, value), 0.0, 1.0, "number", unit, kind, "exact"
    )


def test_a_digit_too_many_explains_a_tenfold():
    assert find_slip(figure("4,120", 4120), Interval(400, 420)) == ("a digit too many", 412.0)


def test_nobody_drops_a_digit_of_a_number_in_words():
    assert find_slip(figure("four", 4), Interval(5, 50)) == (None, None)


def test_a_slip_far_beyond_the_only_end_explains_nothing():
    assert find_slip(figure("412", 412), Interval(449, float("inf"))) == (None, None)


def test_two_digits_swapped():
    assert find_slip(figure("97,000", 97_000), Interval(75_000, 80_000)) == ("two digits swapped", 79_000.0)


def test_kilograms_for_tonnes():
    slip, value = find_slip(figure("455 tonnes", 455.0, "measure", "tonne"), Interval(0.4, 0.5))
    assert slip == "kilograms for tonnes"
    assert value == 0.455


def test_only_a_share_is_percent_for_a_fraction():
    assert find_slip(figure("4", 4), Interval(390, 410))[0] is None
    assert find_slip(figure("0.5", 0.5, "share", "percent"), Interval(49, 51)) == (
        "percent for a fraction",
        50.0,
    )
