"""The pictures of the report: intervals that do not meet, and time lines; for wide and for small screens."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leather import Axis, Chart, Ordinal, Series
from markupsafe import Markup

from warehouse.report.drawing import (
    COLOURS,
    SIGNS,
    Calendar,
    Mark,
    Marks,
    NoAxis,
    Numbers,
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
SMALLEST, LARGEST = 1e-290, 1e305
RING = "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"
SIDES = {"computed": 1, "needed": 0}


def intervals_picture(chart: Mapping[str, Any] | None) -> Markup:
    """Draw what `charts.intervals_chart` gives; empty where there is nothing to tell apart."""
    if chart is None:
        return Markup("")
    rows = chart["rows"]
    scale = _scale((end for row in rows for end in (*row["stated"], *row["read"])), 0.12)
    if scale is None:
        return Markup("")
    drawn = []
    for kind, width in SIZES:
        picture_of = Chart()
        picture_of.set_x_scale(scale)
        picture_of.set_y_scale(Ordinal(list(range(len(rows), -1, -1))))
        labels = [scale.format_tick(tick) for tick in scale.ticks()]
        picture_of.set_x_axis(Axis(fitting(scale.ticks(), labels, width - 40), name=chart["unit"] or None))
        picture_of.set_y_axis(NoAxis())
        marks = [*_gap_marks(chart["gap"], len(rows))] if chart["gap"] else []
        for at, row in enumerate(rows, start=1):
            marks += _row_marks(row, at, scale, width)
        picture_of.add_series(_series(marks, scale.low, 1), Marks())
        drawn.append(picture(picture_of, width, ROW_MARGIN + ROW_HEIGHT * len(rows), kind))
    return Markup("".join(drawn))  # noqa: S704  drawn by ElementTree, which escapes


def _gap_marks(gap: Sequence[float], rows: int) -> Iterable[Mark]:
    low, high = gap
    width = number(float(f"{high - low:.3g}"))
    for end in (low, high):
        yield Mark((end, 0), (end, rows), "var(--bad)", 1.5, dashes="3 3")
    yield Mark(
        ((low + high) / 2, 0), words=f"gap {width}", colour="var(--bad)", shift=(0, -6), anchor="middle"
    )


def _row_marks(row: Mapping[str, Any], at: int, scale: Numbers, width: int) -> Iterable[Mark]:
    colour = COLOURS[SIDES[row["side"]]]
    label = f"{row['label']} ({row['where']})" if row.get("where") else row["label"]
    yield Mark(
        (scale.low, at),
        words=shortened(label, width - 60),
        shift=(0, -14),
        told=label if len(label) > 40 else "",
    )
    stated, read = (_ends(row[name], scale) for name in ("stated", "read"))
    yield Mark((stated[0], at), (stated[1], at), colour, 2)
    yield Mark((read[0], at), (read[1], at), colour, 9)
    # Narrow intervals are thinner than a pixel in a wide picture; the sign keeps them in sight.
    yield Mark(((read[0] + read[1]) / 2, at), sign=SIGNS[0], colour=colour)


def line_picture(chart: Mapping[str, Any]) -> Markup:
    """Draw what `charts.line_chart` gives; empty where all of it is one value."""
    points = chart["points"]
    ends = (end for point in points for end in (*point["read"], *point["stated"], point["value"]))
    scale = _scale(ends, 0.08)
    if scale is None:
        return Markup("")
    marks = [mark for point in points for mark in _point_marks(point, scale)]
    first, last = min(point["start"] for point in points), max(point["end"] for point in points)
    drawn = []
    for kind, width in SIZES:
        picture_of = Chart()
        picture_of.set_x_scale(Calendar(first, last, width))
        picture_of.set_y_scale(scale)
        picture_of.set_x_axis(Axis())
        picture_of.set_y_axis(Axis())
        picture_of.add_series(_series(marks, first, scale.low), Marks())
        drawn.append(picture(picture_of, width, LINE_HEIGHT[kind], kind))
    return Markup("".join(drawn))  # noqa: S704  drawn by ElementTree, which escapes


def _point_marks(point: Mapping[str, Any], scale: Numbers) -> Iterable[Mark]:
    colour, sign = COLOURS[point["colour"]], SIGNS[point["colour"] % len(SIGNS)]
    low, high = _ends(point["read"], scale)
    at = (low + high) / 2 if point["value"] is None else point["value"]
    middle = point["start"] + (point["end"] - point["start"]) / 2
    yield Mark((point["start"], at), (point["end"], at), colour, 1.5, 0.55)
    yield Mark((middle, low), (middle, high), colour, 5, 0.4)
    if point["disputed"]:
        yield Mark((middle, at), sign=RING, colour="var(--bad)", width=2)
    yield Mark((middle, at), sign=sign, colour=colour, told=point["words"])


def _series(marks: Sequence[Mark], x: Any, y: Any) -> Series:
    """Return marks, which carry their places; leather asks for one place, to see what scales it needs."""
    return Series(marks, x=lambda *_: x, y=lambda *_: y)


def _scale(values: Iterable[float | None], room: float) -> Numbers | None:
    """Return a scale for numbers with room at its ends; None: no picture could tell them apart."""
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    most = max(abs(low), abs(high))
    width = high - low or most or 1.0
    if not SMALLEST < width < LARGEST or width / (most or 1.0) <= FINEST:
        return None
    bottom = low - width * room
    # Nothing that cannot be below 0 is drawn below it.
    return Numbers(0.0 if bottom < 0 <= low else bottom, high + width * room)


def _ends(interval: Sequence[float | None], scale: Numbers) -> tuple[float, float]:
    """Return where an interval begins and ends; an open end reaches the picture's edge."""
    low, high = interval
    return (scale.low if low is None else low, scale.high if high is None else high)
