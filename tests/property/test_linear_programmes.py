"""What intervals say of a linear programme is what the solver says."""

import random
from math import inf

import pytest

from warehouse import linear
from warehouse.intervals import Interval
from warehouse.linear import Row, is_feasible


def some_programme(chance: random.Random) -> tuple[list[Row], dict[str, Interval]]:
    """Return totals, parts and shares of values from one to a million, some of them without a bound."""
    names = [f"v{number}" for number in range(chance.randint(2, 6))]
    bounds = {}
    for name in names:
        value = chance.choice((chance.randint(0, 100), chance.randint(0, 10**6), chance.random()))
        half = value * chance.choice((0, 0.005, 0.05, 0.5))
        if chance.random() < 0.85:
            bounds[name] = Interval(value - half, value + half if chance.random() < 0.9 else inf)
    rows = []
    for _ in range(chance.randint(1, 4)):
        *parts, whole = chance.sample(names, chance.randint(2, len(names)))
        weight, within = chance.choice(
            (
                (1.0, Interval(0, 0)),
                (1.0, Interval(-inf, 0)),
                (chance.choice((0, 0.2, 1.5)), Interval(0, inf)),
            )
        )
        rows.append(Row({**dict.fromkeys(parts, 1.0), whole: -weight}, within))
    return rows, bounds


def test_without_the_solver_the_answer_is_the_solvers(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(11)
    programmes = [some_programme(chance) for _ in range(400)]
    expected = [linear._Programme(rows, bounds).solve() is not None for rows, bounds in programmes]
    assert 50 < sum(expected) < 350
    asked: list[int] = []
    solve = linear._Programme.solve

    def counted(programme: linear._Programme) -> float | None:
        asked.append(1)
        return solve(programme)

    monkeypatch.setattr(linear._Programme, "solve", counted)
    assert [is_feasible(rows, bounds) for rows, bounds in programmes] == expected
    assert len(asked) < 40, "most need no solver"
