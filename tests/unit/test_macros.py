"""Arithmetic on intervals, as views and checks use it."""

import math
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def connection(open_empty: Any) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_empty() as connection:
        yield connection


def ask(connection: duckdb.DuckDBPyConnection, call: str) -> object:
    (answer,) = connection.execute(f"select {call}").fetchone() or (None,)
    return answer


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("meet(1, 2, 2, 3)", True),
        ("meet(1, 2, 3, 4)", False),
        ("meet(3, 4, 1, 2)", False),
        ("meet(1, 4, 2, 3)", True),
        ("meet(null, 2, 1, 3)", True),
        ("meet(null, 2, 3, null)", False),
        ("meet(null, null, 3, 4)", True),
        ("meet(0.1::double + 0.2::double, 1, 0, 0.3::double)", True),
        ("meet(1e15::double, 2e15::double, 0, 1e15::double - 1)", True),
        ("meet(1e15::double, 2e15::double, 0, 0.999e15::double)", False),
        ("meet(0, 0, 0, 0)", True),
        ("gap_between(1, 2, 5, 6)", 3),
        ("gap_between(5, 6, 1, 2)", 3),
        ("gap_between(1, 2, 2, 6)", 0),
        ("gap_between(null, 2, 5, null)", 3),
        ("lies_in(5, 1, 5)", True),
        ("lies_in(6, 1, 5)", False),
        ("lies_in(6, 1, null)", True),
        ("ratio_low(50, 60, 100, 200)", 0.25),
        ("ratio_high(50, 60, 100, 200)", 0.6),
        ("ratio_high(50, 60, 0, 200)", None),
        ("ratio_high(50, null, 100, 200)", None),
        ("ratio_low(50, 60, 100, null)", 0),
        ("product_low(2, 3, 10, 20)", 20),
        ("product_high(2, 3, 10, 20)", 60),
        ("product_high(2, null, 10, 20)", None),
        ("growth_low(100, 200, 100, 200)", -50),
        ("growth_high(100, 200, 100, 200)", 100),
        ("growth_high(0, 200, 100, 200)", None),
        ("is_whole_months(date '2024-02-01', date '2024-02-29')", True),
        ("is_whole_months(date '2024-02-01', date '2024-02-28')", False),
        ("is_whole_months(date '2024-02-02', date '2024-02-29')", False),
        ("month_count(date '2023-11-01', date '2024-02-29')", 4),
        ("sdmx_code('a/b + c.d')", "a_b_c_d"),
    ],
)
def test_intervals(connection: duckdb.DuckDBPyConnection, call: str, expected: object) -> None:
    answer = ask(connection, call)
    if isinstance(expected, float):
        assert isinstance(answer, float) and math.isclose(answer, expected)
    else:
        assert answer == expected


@pytest.mark.parametrize(("bounds", "expected"), [("(1), (2)", 3), ("(1), (null)", None)])
def test_a_sum_is_open_when_one_bound_is(
    connection: duckdb.DuckDBPyConnection, bounds: str, expected: object
) -> None:
    found = connection.execute(f"select sum_of_bounds(bound) from (values {bounds}) as given_bounds (bound)")
    assert (found.fetchone() or ())[0] == expected


BOUND = st.none() | st.integers(-1000, 1000)


@settings(max_examples=60, deadline=None)
@given(BOUND, BOUND, BOUND, BOUND)
def test_meeting_and_gap_agree_and_are_symmetric(
    connection: duckdb.DuckDBPyConnection, a: int | None, b: int | None, c: int | None, d: int | None
) -> None:
    if (a is not None and b is not None and a > b) or (c is not None and d is not None and c > d):
        return
    query = (
        "select meet($a, $b, $c, $d), meet($c, $d, $a, $b), "
        "gap_between($a, $b, $c, $d), gap_between($c, $d, $a, $b)"
    )
    found = connection.execute(query, {"a": a, "b": b, "c": c, "d": d}).fetchone()
    assert found is not None
    meets, meets_back, gap, gap_back = found
    assert meets == meets_back and gap == gap_back
    assert meets == (gap == 0)
