"""What the pictures show, as data; `pictures` draws it."""

from collections.abc import Iterable, Mapping, Sequence
from math import isclose
from typing import Any

from warehouse.report.drawing import COLOURS
from warehouse.report.wording import interval, period, visible
from warehouse.spoken import plural

Row = Mapping[str, Any]
Bounds = tuple[float | None, float | None]
ENDS = ("stated_low", "stated_high", "read_low", "read_high")
# More witnesses say the same and would only make the picture higher.
LARGEST_SIDE = 8
# Computing in base units and back leaves noise in the last digits.
TOLERANCE = 1e-9
UNSTATED = {"computed": "what the arithmetic gives", "needed": "what would agree"}


def intervals_chart(finding: Row, figures: Sequence[Row]) -> dict[str, Any] | None:
    """Return the picture of a finding: the intervals that do not meet, in one unit, and the gap between them.

    Checks compute in base units. Where a figure states one of the two sides, the picture is in its unit and
    shows that figure; else a side is what the arithmetic gives or needs. None: there is nothing to draw.
    """
    sides = _sides(finding)
    if any(low is None and high is None for low, high in sides.values()):
        return None
    divisor, unit = measure(finding, figures)
    rows: list[dict[str, Any]] = []
    taken: set[str] = set()
    for name, side in sides.items():
        own: list[dict[str, Any]] = []
        for figure in figures:
            factor = _factor(side, figure)
            if factor is not None and figure["figure_id"] not in taken and len(own) < LARGEST_SIDE:
                taken.add(figure["figure_id"])
                own.append(_figure_row(figure, factor / divisor, name))
        rows += own or [{"side": name, "label": UNSTATED[name]} | _bounds(side, side, 1 / divisor)]
    # Of a tension the words allow both; what a reader takes is apart.
    return {"unit": _axis(unit), "rows": rows, "gap": _gap(rows, ("stated", "read")) or _gap(rows, ("read",))}


def measure(finding: Row, figures: Iterable[Row]) -> tuple[float, str | None]:
    """Return by what a finding's arithmetic is divided to be in a unit that people read, and the unit.

    It is the unit of the first figure that states one of the two sides; (1, None) where none does.
    """
    figures = list(figures)
    for side in _sides(finding).values():
        for figure in figures:
            factor = _factor(side, figure)
            if factor is not None:
                return factor, figure["unit"]
    return 1.0, None


def _sides(finding: Row) -> dict[str, Bounds]:
    return {
        "computed": (finding["computed_low"], finding["computed_high"]),
        "needed": (finding["expected_low"], finding["expected_high"]),
    }


def _factor(side: Bounds, figure: Row) -> float | None:
    """Return the factor by which a figure states a side, as written or in base units; None: it does not."""
    return next((factor for factor in (1.0, figure["factor"]) if _states(side, figure, factor)), None)


def _states(side: Bounds, figure: Row, factor: float) -> bool:
    ends = [figure[end] * factor for end in ENDS if figure[end] is not None]
    return any(
        isclose(end, bound, rel_tol=TOLERANCE, abs_tol=0.0)
        for bound in side
        if bound is not None and bound != 0
        for end in ends
    )


def _figure_row(figure: Row, factor: float, side: str) -> dict[str, Any]:
    label = f"{figure['role']}: {figure['quote']}"
    stated = (figure["stated_low"], figure["stated_high"])
    read = (figure["read_low"], figure["read_high"])
    return {"side": side, "label": visible(label), "where": visible(figure["publisher"])} | _bounds(
        stated, read, factor
    )


def _bounds(stated: Bounds, read: Bounds, factor: float) -> dict[str, Any]:
    return {
        "stated": [None if end is None else end * factor for end in stated],
        "read": [None if end is None else end * factor for end in read],
    }


def _gap(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[float] | None:
    """Return the empty stretch between the two sides, in the picture's unit, of the intervals so named."""
    ends: dict[str, tuple[float, float]] = {}
    for row in rows:
        lows = [-float("inf") if row[name][0] is None else row[name][0] for name in names]
        highs = [float("inf") if row[name][1] is None else row[name][1] for name in names]
        low, high = ends.get(row["side"], (float("inf"), -float("inf")))
        ends[row["side"]] = (min(low, *lows), max(high, *highs))
    if len(ends) < 2:
        return None
    (_, first_high), (second_low, _) = sorted(ends.values())
    return [first_high, second_low] if first_high < second_low else None


def _axis(unit: str | None) -> str:
    return {"percent": "percent", "fraction": "as a fraction"}.get(unit or "", plural(unit or ""))


def line_chart(points: Sequence[Row]) -> dict[str, Any]:
    """Return the picture of a time line: a mark a figure, with its period and interval, by source."""
    sources = list(dict.fromkeys(visible(point["publisher"]) for point in points))
    # The last colour is for all that have none of their own.
    own = len(COLOURS) - (len(sources) > len(COLOURS))
    return {
        "unit": _axis(points[0]["unit"]),
        "sources": sources[:own],
        "more_sources": len(sources) - len(sources[:own]),
        "is_disputed": any(point["is_disputed"] for point in points),
        "points": [
            {
                "start": point["period_start"] or point["period_end"],
                "end": point["period_end"],
                "value": point["value"],
                "read": [point["read_low"], point["read_high"]],
                "stated": [point["stated_low"], point["stated_high"]],
                "colour": min(sources.index(visible(point["publisher"])), len(COLOURS) - 1),
                "disputed": point["is_disputed"],
                "words": "\n".join(
                    [
                        visible(point["quote"]),
                        interval(point["read_low"], point["read_high"], point["unit"]),
                        period(point["period_start"], point["period_end"], point["is_cumulative"]),
                        visible(point["publisher"]),
                        *(["disputed"] if point["is_disputed"] else []),
                    ]
                ),
            }
            for point in points
        ],
    }
