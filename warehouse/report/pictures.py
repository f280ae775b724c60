"""The pictures of the report: intervals that do not meet, and time lines; for wide and for small screens."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from leather import Axis, Chart, Linear, Ordinal, Series
from markupsafe import Markup

from warehouse.report.drawing import (
    COLOURS,
    SIGNS,
    Calendar,
    Mark,
    Marks,
    NoAxis,
    fitting,
    picture,
    shortened,
)
from warehouse.report.wording import number

SIZES = (("wide", 760), ("small", 350))
LINE_HEIGHT = {"wide": 340, "small": 260}
ROW_HEIGHT, ROW_MARGIN = 46, 86
# Numbers that differ by less than this of themselves cannot be told apart in a picture.
FINEST = 1e-6
RING = "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"
SIDES = {"computed": 1, "needed": 0}


def intervals_picture(chart: Mapping[str, Any] | None) -> Markup:
    """Draw what `charts.intervals_chart` gives; empty where there is nothing to tell apart."""
    if chart is None:
        return Markup("")
    rows = chart["rows"]
    scale = _Numbers((end for row in rows for end in (*row["stated"], *row["read"])), 0.12)
    if not scale.is_drawable:
        return Markup("")
    drawn = []
    for kind, width in SIZES:
        picture_of = Chart()
        picture_of.set_x_scale(scale.linear)
        picture_of.set_y_scale(Ordinal(list(range(len(rows), -1, -1))))
        picture_of.set_x_axis(scale.axis(chart["unit"] or None, width - 40))
        picture_of.set_y_axis(NoAxis())
        marks = [*_gap_marks(chart["gap"], len(rows), scale)] if chart["gap"] else []
        for at, row in enumerate(rows, start=1):
            marks += _row_marks(row, at, scale, width)
        picture_of.add_series(_series(marks, scale.middle, 1), Marks())
        drawn.append(picture(picture_of, width, ROW_MARGIN + ROW_HEIGHT * len(rows), kind))
    return Markup("".join(drawn))  # noqa: S704  drawn by ElementTree, which escapes


def _gap_marks(gap: Sequence[float], rows: int, scale: "_Numbers") -> Iterable[Mark]:
    low, high = map(scale.at, gap)
    width = number(float(f"{gap[1] - gap[0]:.3g}"))
    for end in (low, high):
        yield Mark((end, 0), (end, rows), "var(--bad)", 1.5, dashes="3 3")
    yield Mark(
        ((low + high) / 2, 0), words=f"gap {width}", colour="var(--bad)", shift=(0, -6), anchor="middle"
    )


def _row_marks(row: Mapping[str, Any], at: int, scale: "_Numbers", width: int) -> Iterable[Mark]:
    colour = COLOURS[SIDES[row["side"]]]
    label = f"{row['label']} ({row['where']})" if row.get("where") else row["label"]
    yield Mark(
        (scale.low, at),
        words=shortened(label, width - 60),
        shift=(0, -14),
        told=label if len(label) > 40 else "",
    )
    stated, read = (scale.ends(row[name]) for name in ("stated", "read"))
    yield Mark((stated[0], at), (stated[1], at), colour, 2)
    yield Mark((read[0], at), (read[1], at), colour, 9)
    # Narrow intervals are thinner than a pixel in a wide picture; the sign keeps them in sight.
    yield Mark(((read[0] + read[1]) / 2, at), sign=SIGNS[0], colour=colour)


def line_picture(chart: Mapping[str, Any]) -> Markup:
    """Draw what `charts.line_chart` gives; empty where all of it is one value."""
    points = chart["points"]
    ends = (end for point in points for end in (*point["read"], *point["stated"], point["value"]))
    scale = _Numbers(ends, 0.08)
    if not scale.is_drawable:
        return Markup("")
    marks = [mark for point in points for mark in _point_marks(point, scale)]
    first, last = min(point["start"] for point in points), max(point["end"] for point in points)
    drawn = []
    for kind, width in SIZES:
        picture_of = Chart()
        picture_of.set_x_scale(Calendar(first, last, width))
        picture_of.set_y_scale(scale.linear)
        picture_of.set_x_axis(Axis())
        picture_of.set_y_axis(scale.axis())
        picture_of.add_series(_series(marks, first, scale.middle), Marks())
        drawn.append(picture(picture_of, width, LINE_HEIGHT[kind], kind))
    return Markup("".join(drawn))  # noqa: S704  drawn by ElementTree, which escapes


def _point_marks(point: Mapping[str, Any], scale: "_Numbers") -> Iterable[Mark]:
    colour, sign = COLOURS[point["colour"]], SIGNS[point["colour"] % len(SIGNS)]
    low, high = scale.ends(point["read"])
    at = (low + high) / 2 if point["value"] is None else scale.at(point["value"])
    middle = point["start"] + (point["end"] - point["start"]) / 2
    yield Mark((point["start"], at), (point["end"], at), colour, 1.5, 0.55)
    yield Mark((middle, low), (middle, high), colour, 5, 0.4)
    if point["disputed"]:
        yield Mark((middle, at), sign=RING, colour="var(--bad)", width=2)
    yield Mark((middle, at), sign=sign, colour=colour, told=point["words"])


def _series(marks: Sequence[Mark], x: Any, y: Any) -> Series:
    """Return marks, which carry their places; leather asks for one place, to see what scales it needs."""
    return Series(marks, x=lambda *_: x, y=lambda *_: y)


class _Numbers:
    """A scale of numbers: in powers of ten that keep its ticks' decimals exact, with room at the ends."""

    def __init__(self, values: Iterable[float | None], room: float) -> None:
        known = [value for value in values if value is not None and isfinite(value)]
        least, highest = min(known), max(known)
        most = max(abs(least), abs(highest))
        self.is_drawable: bool = most == 0 or highest == least or (highest - least) / most > FINEST
        margin = (Decimal(highest) - Decimal(least) or abs(Decimal(highest)) or Decimal(1)) * Decimal(room)
        # Nothing that cannot be below 0 is drawn below it.
        bottom = Decimal(least) - margin
        self._shift = (Decimal(most) or Decimal(1)).adjusted()
        low, high = (
            self._scaled(Decimal(0) if bottom < 0 <= least else bottom),
            self._scaled(Decimal(highest) + margin),
        )
        self.linear = Linear(low, high if self.is_drawable else low + 1)
        # The scale begins and ends at a tick, beyond the values.
        ticks = self.linear.ticks()
        self.low, self.middle, self.high = ticks[0], (low + high) / 2, ticks[-1]

    def _scaled(self, value: Decimal) -> Decimal:
        return +value.scaleb(-self._shift)

    def at(self, value: float) -> Decimal:
        """Return where a value stands."""
        return self._scaled(Decimal(value))

    def ends(self, interval: Sequence[float | None]) -> tuple[Decimal, Decimal]:
        """Return where an interval begins and ends; an open end reaches the picture's edge."""
        low, high = interval
        return (self.low if low is None else self.at(low), self.high if high is None else self.at(high))

    def axis(self, name: str | None = None, room: float | None = None) -> Axis:
        """Return an axis; where its labels stand side by side, so many that they fit into `room` pixels."""

        def label(tick: Decimal, _number: int = 0, _count: int = 0) -> str:
            return number(float(tick.scaleb(self._shift)))

        ticks = self.linear.ticks()
        return Axis(fitting(ticks, [label(tick) for tick in ticks], room) if room else ticks, label, name)
