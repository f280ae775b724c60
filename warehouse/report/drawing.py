"""The marks and scales of the report's pictures: leather lays charts out, finds ticks and draws the axes.

leather (MIT, pure Python, no dependencies) takes a millisecond a picture. Colours are variables of the page's
style sheet, so that one drawing serves light, dark and print.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import Any
from xml.etree import ElementTree

from leather import Axis, Chart, Scale, Shape, theme
from markupsafe import Markup

from warehouse.report.wording import MONTHS, day, number

COLOURS = tuple(f"var(--c{number})" for number in range(1, 9))
# A second sign beside the colour: circle, square, diamond, triangle.
SIGNS = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    "M-4 -4h8v8h-8z",
    "M0 -6l6 6l-6 6l-6 -6z",
    "M0 -5.5l5.5 9.5h-11z",
)
CHARACTER = 7.0
DAY = timedelta(days=1)
MOST_TICKS = 7
# Months and years between ticks; below them, days.
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 120_000)

theme.background_color = "none"
theme.margin = 0.02
theme.tick_color = "var(--line)"
theme.zero_color = theme.label_color = theme.axis_title_color = "var(--quiet)"
theme.tick_font_family = theme.axis_title_font_family = "inherit"
theme.tick_font_size = theme.axis_title_font_size = 13
theme.tick_font_char_width = theme.axis_title_font_char_width = CHARACTER


class Calendar(Scale):  # type: ignore[misc]
    """A scale of days; its ticks are first days of years or months, or days that are few enough."""

    def __init__(self, first: date, last: date, width: int) -> None:
        room = max((last - first) * 0.04, 2 * DAY)
        self.first = first - min(room, first - date.min)
        self.last = last + min(room, date.max - last)
        self.most = width // 95
        # A name is as wide as this part of the scale, half of it to the right of its tick.
        self.room = 60 / width

    def contains(self, value: date) -> bool:
        """Whether the scale shows the day."""
        return self.first <= value <= self.last

    def project(self, value: date, range_min: float, range_max: float) -> float:
        """Return where the day lies between two positions."""
        return range_min + (range_max - range_min) * ((value - self.first) / (self.last - self.first))

    def ticks(self) -> list[date]:
        """Return the days to name, but those whose name would not fit at the end."""
        return [day for day in self._days() if self.project(day, 0, 1) < 1 - self.room / 2]

    def _days(self) -> list[date]:
        first, last = (12 * one.year + one.month - 1 for one in (self.first, self.last))
        for step in STEPS if last - first >= 3 else ():
            # Month 0 would be of a year that is none.
            months = range(max(-(-(first + 1) // step) * step, 12), last + 1, step)
            if len(months) <= self.most:
                return [date(month // 12, month % 12 + 1, 1) for month in months]
        days = -(-(self.last - self.first).days // self.most)
        return [self.first + DAY * at for at in range(days // 2, (self.last - self.first).days, days)]

    def format_tick(self, value: date, _number: int, _count: int) -> str:
        """Return a tick in words: a year where all are, else a month or a day."""
        ticks = self.ticks()
        if all((one.day, one.month) == (1, 1) for one in ticks):
            return str(value.year)
        return f"{MONTHS[value.month - 1]} {value.year}" if all(one.day == 1 for one in ticks) else day(value)


class Numbers(Scale):  # type: ignore[misc]
    """A scale of numbers that begins and ends at a tick; its ticks are round.

    leather's own tries some thirty steps in decimals, which takes longer than all the rest of a picture.
    """

    def __init__(self, low: float, high: float) -> None:
        rough = (high - low) / MOST_TICKS
        power = 10.0 ** floor(log10(rough))
        self.step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
        self._first, self._last = floor(low / self.step), ceil(high / self.step)
        self.low, self.high = self._first * self.step, self._last * self.step

    def contains(self, value: float) -> bool:
        """Whether the scale shows the number."""
        return self.low <= value <= self.high

    def project(self, value: float, range_min: float, range_max: float) -> float:
        """Return where the number lies between two positions."""
        return range_min + (range_max - range_min) * ((value - self.low) / (self.high - self.low))

    def ticks(self) -> list[float]:
        """Return the numbers to name."""
        # Twelve digits are more than any step needs, and fewer than the noise of computing has.
        return [float(f"{at * self.step:.12g}") for at in range(self._first, self._last + 1)]

    def format_tick(self, value: float, _number: int = 0, _count: int = 0) -> str:
        """Return a tick in words."""
        return number(value)


class NoAxis(Axis):  # type: ignore[misc]
    """For rows that are named where they stand."""

    def estimate_label_margin(self, _scale: Scale, _orient: str) -> float:
        """Return 0: it takes no room."""
        return 0

    def to_svg(self, *_: Any) -> ElementTree.Element:
        """Return nothing."""
        return ElementTree.Element("g")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line between two points; or at one point a sign, ring or words. Points are values of the scales."""

    start: tuple[Any, Any]
    end: tuple[Any, Any] | None = None
    colour: str = "currentColor"
    width: float = 1.0
    opacity: float = 1.0
    dashes: str = ""
    sign: str = ""
    words: str = ""
    shift: tuple[float, float] = (0.0, 0.0)
    anchor: str = "start"
    told: str = ""


class Marks(Shape):  # type: ignore[misc]
    """Draws marks; they have no legend, since the page has one that wraps and can be read aloud."""

    def validate_series(self, _series: Any) -> None:
        """Take any."""

    def legend_to_svg(self, _series: Any, _palette: Any) -> list[Any]:
        """Return nothing."""
        return []

    def to_svg(
        self, width: float, height: float, x_scale: Scale, y_scale: Scale, series: Any, _palette: Any
    ) -> ElementTree.Element:
        """Draw the rows of `series`, which are marks."""
        group = ElementTree.Element("g")

        def at(point: tuple[Any, Any]) -> tuple[float, float]:
            x, y = point
            return float(x_scale.project(x, 0, width)), float(y_scale.project(y, height, 0))

        for datum in series.data():
            group.append(_drawn(datum.row, at))
        return group


def _drawn(mark: Mark, at: Any) -> ElementTree.Element:
    x, y = at(mark.start)
    x, y = x + mark.shift[0], y + mark.shift[1]
    if mark.end is not None:
        to_x, to_y = at(mark.end)
        drawn = ElementTree.Element(
            "line", x1=f"{x}", y1=f"{y}", x2=f"{to_x}", y2=f"{to_y}", stroke=mark.colour
        )
        drawn.set("stroke-width", f"{mark.width:g}")
        if mark.opacity < 1:
            drawn.set("stroke-opacity", f"{mark.opacity:g}")
        if mark.dashes:
            drawn.set("stroke-dasharray", mark.dashes)
    elif mark.words:
        drawn = ElementTree.Element(
            "text", {"text-anchor": mark.anchor}, x=f"{x}", y=f"{y}", fill=mark.colour
        )
        drawn.text = mark.words
    else:
        drawn = ElementTree.Element("path", d=mark.sign, transform=f"translate({x:.1f} {y:.1f})")
        drawn.set("class", "ring" if mark.width > 1 else "sign")
        drawn.set("fill", "none" if mark.width > 1 else mark.colour)
        drawn.set("stroke", mark.colour if mark.width > 1 else "none")
    if mark.told:
        ElementTree.SubElement(drawn, "title").text = mark.told
    return drawn


def picture(chart: Chart, width: int, height: int, kind: str) -> str:
    """Return a chart as SVG that scales; positions have one decimal."""
    svg = ElementTree.Element(
        "svg", {"class": kind, "viewBox": f"0 0 {width} {height}", "aria-hidden": "true"}
    )
    svg.append(chart.to_svg_group(width, height))
    for element in svg.iter():
        for name in ("x", "y", "x1", "y1", "x2", "y2"):
            if "." in element.get(name, ""):
                element.set(name, f"{float(element.attrib[name]):.1f}")
    return ElementTree.tostring(svg, encoding="unicode")


def sign(number: int) -> Markup:
    """Return the sign of the source of that number, for a legend."""
    path = f'<path d="{SIGNS[number % len(SIGNS)]}" fill="{COLOURS[min(number, len(COLOURS) - 1)]}"/>'
    return Markup(f'<svg viewBox="-6 -6 12 12" aria-hidden="true">{path}</svg>')  # noqa: S704  constants


def shortened(words: str, room: float) -> str:
    """Return words cut to fit into so many pixels."""
    most = max(int(room / CHARACTER), 8)
    return words if len(words) <= most else words[: most - 1] + "…"


def fitting(ticks: Sequence[Any], labels: Sequence[str], room: float) -> list[Any]:
    """Return the ticks whose labels neither meet each other nor reach over the ends of `room` pixels."""
    longest = max(map(len, labels)) * CHARACTER + 14
    inner = list(ticks)[1:-1] if len(ticks) > 3 else list(ticks)
    return inner[:: max(-(-int(longest * len(ticks)) // int(room)), 1)]
