"""What would settle a finding: for each of its figures, where it would have to lie if the others are right.

A finding is a relation between figures that cannot hold. Changing one figure settles it: all such
corrections are named, ranked, none hidden, since arithmetic alone cannot say which figure is wrong.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, isfinite, log10
from typing import Any

import duckdb

from warehouse.check_files import divided, sql_text
from warehouse.check_scope import narrow, parsed
from warehouse.connected import Relation, still_fits
from warehouse.found import WITNESS, Found, figure_ids
from warehouse.intervals import Interval, divide, multiply, required_interval

TOLERANCE = 1e-9
UNIT_SLIPS = ("kilograms for tonnes", "grams for kilograms", "tonnes for kilograms", "kilograms for grams")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as repairs need it; intervals in its own unit.

    Attributes:
        read: the interval that a reader takes from the words.
        half: half a granule, the least room a printed number has.
        origin: its story.
    """

    figure_id: str
    article_id: str
    origin: str
    quote: str
    value: float | None
    read: Interval
    half: float
    factor: float
    dimension: str
    unit: str | None
    kind: str
    qualifier: str

    @property
    def in_base_units(self) -> Interval:
        """The read interval in base units."""
        return self.read.scaled(self.factor)


PERCENT_SLIP = "percent for a fraction"
OF_A_HUNDRED = frozenset(("share", "percent", "growth", "rate"))
# Where a repair has one end only, a slip that goes this many times beyond it explains nothing.
FARTHEST = 3.0
DIGIT_SLIPS = frozenset(("a digit too many", "a digit too few"))
# How far, in parts of itself, another stated figure may be from what a repair needs.
MOST_ROOM = 0.02


@dataclass(slots=True)
class Repair:
    """One figure's correction: where it would have to lie, and the slip that would explain it."""

    stated: Stated
    role: str
    must_be: Interval
    backing: int
    slip: str | None = None
    slip_value: float | None = None
    settles: int = 1
    equals: list[Stated] = field(default_factory=list)
    breaks_others: bool = False

    def rank(self) -> tuple[Any, ...]:
        """Order repairs: explained ones first, then the figure with fewest and vaguest witnesses."""
        value = self.stated.value or 0.0
        nearest = self.must_be.nearest(value)
        distance = abs(log10(nearest / value)) if value > 0 and nearest > 0 else 99.0
        # What the article itself states elsewhere, or one wrong unit, is a better reason than a digit.
        explained = 0 if self.equals or self.slip in UNIT_SLIPS else 1 if self.slip else 2
        precision = self.stated.half / abs(value) if value else 0.0
        return (
            -self.settles,
            self.breaks_others,
            explained,
            self.backing,
            self.stated.qualifier == "exact",
            -round(precision, 6),
            round(distance, 6),
            self.stated.figure_id,
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the repair as JSON has it."""
        low, high = self.must_be
        out: dict[str, Any] = {
            "figure_id": self.stated.figure_id,
            "role": self.role,
            "quote": self.stated.quote,
            "must_be_low": low if isfinite(low) else None,
            "must_be_high": high if isfinite(high) else None,
            "unit": self.stated.unit,
        }
        if self.slip:
            out["slip"], out["slip_value"] = self.slip, self.slip_value
        if self.settles > 1:
            out["settles"] = self.settles
        if self.breaks_others:
            out["breaks_others"] = True
        if self.equals:
            out["equals"] = [{"figure_id": other.figure_id, "quote": other.quote} for other in self.equals]
        return out


def add_evidence(
    connection: duckdb.DuckDBPyConnection,
    found: Sequence[Found],
    components: Sequence[Sequence[Relation]],
    origins: Mapping[str, tuple[str, str]],
    held: Collection[str] | None = (),
) -> None:
    """Fill how many stories stand behind each finding, and its repairs.

    Args:
        connection: an open warehouse.
        found: what the checks selected.
        components: the relations that share figures: a repair should leave all of them possible.
        origins: article and story of each figure: copies and rewrites of one text are one voice.
        held: the articles whose figures are in `checkable_figures`, as `check_scope.prepare` leaves it, while
            all others that figures of findings stand in are in `figures`; None: all of them.
    """
    component_of = {key: each for each in components for relation in each for key in relation.ids()}
    # Nothing has to be mended for a note.
    disputes = [one for one in found if one.certainty != "note"]
    told = {origins[key][0] for key in figure_ids(disputes) if key in origins}
    figures = _stated(connection, told, held)
    by_article: dict[str, list[Stated]] = {}
    for figure in figures.values():
        by_article.setdefault(figure.article_id, []).append(figure)
    for one in found:
        one.independent_count = len({origins[key][1] for key, _ in one.figures if key in origins}) or None
    repairs: list[tuple[Found, list[Repair]]] = []
    for one in disputes:
        members = [(figures[key], role) for key, role in one.figures if key in figures]
        each = repairs_of(one, members, by_article)
        for repair in each:
            if component := component_of.get(repair.stated.figure_id):
                level = "s" if one.certainty == "contradiction" else "p"
                repair.breaks_others = not still_fits(component, repair.stated.figure_id, level)
        repairs.append((one, each))
    # One slip that settles several findings is likelier than one slip for each.
    slips = Counter((repair.stated.figure_id, repair.slip or "") for _, each in repairs for repair in each)
    for one, each in repairs:
        for repair in each:
            if repair.slip:
                repair.settles = slips[repair.stated.figure_id, repair.slip]
        one.repairs = [repair.as_dict() for repair in sorted(each, key=Repair.rank)]


def repairs_of(
    one: Found, members: Sequence[tuple[Stated, str]], by_article: dict[str, list[Stated]]
) -> list[Repair]:
    """Return the corrections of one figure that settle a finding, in the order of its figures."""
    principals = [(figure, role) for figure, role in members if not role.startswith(WITNESS)]
    if one.check.relation == "equal" and _is_on_two_scales([figure for figure, _ in principals]):
        return []
    backing = _backing(members)
    taken = {figure.figure_id for figure, _ in members}
    in_own_units = one.check.relation == "product"
    repairs = []
    for index, (figure, role) in enumerate(principals):
        others: dict[str, list[Interval]] = {}
        for position, (other, other_role) in enumerate(principals):
            if position != index:
                others.setdefault(other_role, []).append(other.read if in_own_units else other.in_base_units)
        needed = (
            one.required.get(figure.figure_id)
            or _converted(one, principals, index)
            or required_interval(one.check.relation, role, others, _band(one, principals))
        )
        if needed is not None and in_own_units:
            needed = needed.scaled(figure.factor)
        if needed is not None and figure.value is not None and figure.value >= 0 and figure.kind != "growth":
            # What is stated as a quantity is never mended into a negative one.
            needed = Interval(max(needed.low, 0.0), needed.high)
        if needed is None or not needed.is_possible():
            continue
        repair = Repair(figure, role, needed.scaled(1 / figure.factor), backing[figure.figure_id])
        repair.slip, repair.slip_value = find_slip(figure, repair.must_be)
        repair.equals = _fitting(figure, needed, by_article.get(figure.article_id, ()), taken)
        repairs.append(repair)
    return repairs


def _is_on_two_scales(figures: Sequence[Stated]) -> bool:
    """Whether figures share no base unit, and are no amounts of money either: degrees of two scales."""
    of_others = {figure.dimension for figure in figures if not figure.dimension.startswith("money")}
    return len(of_others) > 1


def _converted(one: Found, principals: Sequence[tuple[Stated, str]], index: int) -> Interval | None:
    """Return what an amount of money would be in its currency, at the rate of the other pairs of the article.

    A rate is the amount in the currency that comes first in the alphabet over the other one. Computed is the
    rate of the pair that is listed first; expected, that of the others.
    """
    figure, role = principals[index]
    pair = [
        other for other, its_role in principals if its_role == role and other.dimension != figure.dimension
    ]
    if one.check.relation != "equal" or len(pair) != 1:
        return None
    is_first = role == principals[0][1]
    low = one.expected_low if is_first else one.computed_low
    high = one.expected_high if is_first else one.computed_high
    if low is None or high is None:
        return None
    rate, known = Interval(low, high), pair[0].in_base_units
    return multiply(known, rate) if figure.dimension < pair[0].dimension else divide(known, rate)


def find_slip(figure: Stated, must_be: Interval) -> tuple[str | None, float | None]:
    """Return the one-step slip that brings `figure` into `must_be`, and the value it would have had."""
    value = figure.value
    if value is None:
        return None, None
    candidates: list[tuple[str, float]] = []
    if figure.kind == "growth" and value > 0:
        candidates.append(("a ratio given as an increase", value - 100 if value > 100 else -(100 - value)))
        candidates.append(("an increase given as a ratio", value + 100))
    is_digits = any(mark.isdigit() for mark in figure.quote)
    candidates += [
        (name, value * factor)
        for factor, name in _factors(figure.unit, value)
        # Nobody drops a digit of "four".
        if (is_digits or name not in DIGIT_SLIPS) and (name != PERCENT_SLIP or figure.kind in OF_A_HUNDRED)
    ]
    candidates += [("two digits swapped", swapped) for swapped in _swapped(figure.quote, value)]
    for name, candidate in candidates:
        room = Interval(candidate - figure.half, candidate + figure.half)
        if candidate != value and room.meets(must_be, TOLERANCE) and not _is_beyond(candidate, must_be):
            return name, candidate
    return None, None


def _is_beyond(value: float, must_be: Interval) -> bool:
    """Whether `value` lies far from the one end that `must_be` has."""
    ends = [end for end in must_be if isfinite(end) and end > 0]
    if len(ends) != 1 or value <= 0:
        return False
    return max(value / ends[0], ends[0] / value) > FARTHEST


def _factors(unit: str | None, value: float) -> list[tuple[float, str]]:
    thousandth = {"tonne": "kilograms for tonnes", "kilogram": "grams for kilograms"}.get(unit or "")
    thousandfold = {"kilogram": "tonnes for kilograms", "gram": "kilograms for grams"}.get(unit or "")
    # Nobody prints thousands for ones.
    large = [
        (0.001, thousandth or "a thousandth (million for billion)"),
        (1000.0, thousandfold or "a thousandfold (billion for million)"),
    ]
    if not thousandth and not thousandfold and abs(value) < 1000:
        large = []
    return [
        *large,
        (0.1, "a digit too many"),
        (10.0, "a digit too few"),
        (100.0, PERCENT_SLIP),
        (-1.0, "the other sign"),
    ]


def _swapped(quote: str, value: float) -> list[float]:
    """Return the values that swapping two neighbouring digits of the quote would give."""
    match = re.search(r"\d[\d.,]*", quote)
    if match is None:
        return []
    digits = match.group().replace(",", "").rstrip(".")
    try:
        printed = float(digits)
    except ValueError:
        return []
    if not printed:
        return []
    scale = value / printed
    out = []
    for index in range(len(digits) - 1):
        one, other = digits[index], digits[index + 1]
        if one.isdigit() and other.isdigit() and one != other:
            out.append(float(digits[:index] + other + one + digits[index + 2 :]) * scale)
    return out


def _backing(members: Sequence[tuple[Stated, str]]) -> dict[str, int]:
    """Return how many stories state each principal figure's side."""
    sides: dict[str, set[str]] = {}
    for figure, role in members:
        sides.setdefault(role.removeprefix(WITNESS), set()).add(figure.origin)
    return {figure.figure_id: len(sides[role.removeprefix(WITNESS)]) for figure, role in members}


def _fitting(figure: Stated, needed: Interval, candidates: Sequence[Stated], taken: set[str]) -> list[Stated]:
    """Return other figures of the article, of one kind and dimension, that lie where `figure` should.

    Only where that is a place: "at most 94" fits too many figures to explain anything.
    """
    if not 0 < needed.low <= needed.high < inf:
        return []
    fitting = [
        other
        for other in candidates
        if other.figure_id not in taken
        and other.dimension == figure.dimension
        and other.kind == figure.kind
        and other.value is not None
        and other.value != figure.value
        and _printed(other).meets(needed, TOLERANCE)
    ]
    by_quote = {
        other.quote: other for other in sorted(fitting, key=lambda other: other.figure_id, reverse=True)
    }
    return [by_quote[quote] for quote in sorted(by_quote)][:3]


def _printed(figure: Stated) -> Interval:
    """Return the printed value with little room: "100,000" may be rounded, and is no 85,000."""
    value = figure.value or 0.0
    room = min(figure.half, abs(value) * MOST_ROOM)
    return Interval(value - room, value + room).scaled(figure.factor)


def _band(one: Found, principals: Sequence[tuple[Stated, str]]) -> Interval | None:
    """Return the plausible band of a ratio, in base units: the finding has it in the band's own units."""
    if one.check.relation != "ratio" or one.computed_high is None:
        return None
    sides = {role: figure.in_base_units for figure, role in principals}
    top, bottom = sides.get("numerator"), sides.get("denominator")
    if top is None or bottom is None or not isfinite(top.high) or bottom.low <= 0:
        return None
    scale = one.computed_high / (top.high / bottom.low)
    low = one.expected_low if one.expected_low is not None else 0.0
    high = one.expected_high if one.expected_high is not None else float("inf")
    return Interval(low / scale, high / scale)


STATED = """
select
    figure_id, article_id, origin_id, quote, value, p_low / factor, p_high / factor,
    coalesce(granule, 0) / 2.0, factor,
    -- A count of cars fits where one of units should stand.
    case when starts_with(dimension, 'of ') then 'number' else dimension end, unit, kind, qualifier
from {}
where article_id in (select unnest($articles))
order by article_id, char_start, figure_id
"""


def _stated(
    connection: duckdb.DuckDBPyConnection, articles: set[str], held: Collection[str] | None
) -> dict[str, Stated]:
    """Return all figures of `articles`."""
    others = articles - set(held) if held is not None else set()
    rows = _rows(connection, STATED.format("checkable_figures"), articles - others)
    if others:
        narrow(
            connection,
            "figures",
            "select rowid from figures where article_id in (select unnest($articles))",
            articles=sorted(others),
        )
        measured, _ = divided(sql_text("views", "checkable_figures.sql"), "measured")
        rows += _rows(connection, STATED.format(f"({measured})"), others)
    return {
        row[0]: Stated(
            figure_id=row[0],
            article_id=row[1],
            origin=row[2],
            quote=row[3],
            value=row[4],
            read=Interval(row[5], row[6]),
            half=row[7],
            factor=row[8],
            dimension=row[9],
            unit=row[10],
            kind=row[11],
            qualifier=row[12],
        )
        for row in rows
    }


def _rows(connection: duckdb.DuckDBPyConnection, query: str, articles: set[str]) -> list[tuple[Any, ...]]:
    if not articles:
        return []
    return connection.execute(parsed(connection, query)[0], {"articles": sorted(articles)}).fetchall()
