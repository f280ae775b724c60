"""What one of several comes to, with how many there are and what all come to, but for one slip of the pen.

The three may stand anywhere in an article where the units are those of an equation.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.claims.holding import is_bare_amount
from flows.extraction.claims.product_slips import Product, meant_but_for_a_slip
from flows.extraction.claims.rate_readings import (
    Reading,
    amounts_of_others,
    counts_of,
    is_made_by_share,
    is_made_with,
)
from flows.extraction.claims.rated_figures import TIMES, Rated, scale_to
from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation
from flows.extraction.relations.likeness import SECURITIES, are_kindred
from flows.extraction.relations.relating import is_current

# How often chance may make one product hold, and all that are tried.
_NAMED: Final = 0.055
_UNNAMED: Final = 0.05  # where the quantity may be of anything
_TOGETHER: Final = 0.09
_PRICE: Final = 0.03  # of what may be a price by its words
_OF_PRICES: Final = 0.06
_NAMELESS: Final = 3.0  # times as often where nothing tells what is counted, or it is few
_NEAR: Final = 3  # sentences beyond which it is as often of something else
_DISTANT: Final = 2.0
_FEW: Final = 10  # below which a number of things is nearly any
_LEAST: Final = 100  # of what is told without a noun
_MOST: Final = 400  # readings beyond which an article is a table
_BEFORE: Final = 6  # tokens before an amount in which it is called something else
_OTHERWISE: Final = frozenset(
    """analyst analysts forecast forecasts projection projections estimate estimates expected consensus
    loss losses profit profits surplus deficit savings saving""".split()
)
_EARNED: Final = frozenset(
    "revenue sales profit loss income earnings debt deposits assets capitalisation".split()
)
_CLOSE: Final = 0.01
_PAIR: Final = 2
_ONE: Final = Decimal(1)
_POPULATION: Final = "population"


def slipped_reading(
    standing: Standing, rate: Rated, drafts: list[Draft], of_one: set[int], found: list[Relation]
) -> Reading | None:
    """Return the count and the amount of an article that make a rate but for one slip.

    Args:
        standing: the figures of the article.
        rate: the figure of one of several.
        drafts: all figures, for spans of time.
        of_one: the figures (by identity) that are told of one, too.
        found: the relations so far.
    """
    draft = rate.draft
    # What a market quotes, or what may be a price, stands beside what it is the price of.
    reach = _NEAR + 1 if rate.is_quoted else len(standing.document.sentences)
    levels = [
        one
        for one in standing.told_in(draft.sentence - reach, draft.sentence + reach)
        if id(one) not in of_one and is_current(one, standing.changes) and not _is_other(standing, one)
    ]
    amounts = _amounts(standing, rate, levels) or _amounts(
        standing, rate, [one for one in drafts if _is_of_a_time(one, rate)]
    )
    if not amounts:
        return None
    counts = counts_of(standing, rate, drafts, levels, reach)
    if not counts and rate.is_mean and rate.per not in TIMES and " per " not in (draft.unit or ""):
        rate = rate._replace(per="")
        counts = counts_of(standing, rate, drafts, levels, reach)
    pairs: list[tuple[Draft, Decimal, Draft | None]] = [(count, size, None) for count, size in counts]
    pairs += _with_spans(rate, drafts, levels)
    if not pairs or len(pairs) * len(amounts) > _MOST:
        return None
    readings: list[Reading] = []
    for count, size, span in pairs:
        for amount, scale in amounts:
            if count is not amount:
                readings.append(Reading(rate, count, size, amount, scale, span))
    others = amounts_of_others(rate, drafts, readings)
    readings = [one for one in readings if id(one.amount) not in others]
    products = [_product(standing.lower, rate, reading) for reading in readings]
    if any(product.holds() for product in products) or is_told_bare(drafts, rate, readings):
        return None
    limit, together = _NAMED if rate.per and rate.above else _UNNAMED, _TOGETHER
    if rate.is_quoted and not rate.per:
        limit, together = _PRICE, _OF_PRICES
    place = meant_but_for_a_slip(products, limit, together, standing.told, found)
    if place is None or any(is_made_with(rate, readings[place], level) for level in levels):
        return None
    chosen = readings[place]
    if is_made_by_share(standing, rate, chosen) or _is_premium(drafts, rate, chosen):
        return None
    if _is_made_beside(drafts, chosen.amount):
        return None
    return chosen


def _is_made_beside(drafts: list[Draft], amount: Draft) -> bool:
    """Whether figures of its sentence make an amount: "on 106,000 kilos the 20 cents mean another 21,200"."""
    beside = [one for one in drafts if one.sentence == amount.sentence and one is not amount and one.value]
    return any(
        abs((one.value or _ONE) * (other.value or _ONE)) == amount.value
        for one, other in combinations(beside, _PAIR)
    )


def is_told_bare(levels: list[Draft], rate: Rated, readings: list[Reading]) -> bool:
    """Whether what a rate makes is told bare: "31.50 euros for each of 40 million, 1.3 billion"."""
    counted = {one.count.unit for one in readings}
    # "For each of the 40 million shares, 1.26 billion in all": read as shares.
    bare = [one for one in levels if is_bare_amount(one, *counted)]
    made = {
        (rate.draft.value or _ONE) * (one.count.value or _ONE) * one.size
        for one in readings
        if one.span is None
    }
    return any(abs((one.value or _ONE) - told) <= one.granule / 2 for one in bare for told in made)


def _amounts(standing: Standing, rate: Rated, levels: list[Draft]) -> list[tuple[Draft, Decimal]]:
    """Return what all may come to, each with how many units of a rate its own has."""
    return [
        (level, scale)
        for level in levels
        if (scale := scale_to(standing, level, rate)) is not None
        and (level.value or 0) * scale > (rate.draft.value or 0)
        and _may_be_of_all(level, rate)
    ]


def _is_of_a_time(level: Draft, rate: Rated) -> bool:
    """Whether what all come to is told for a day or a year: 26 litres per animal, 2,236 litres a day."""
    what, _, time = (level.unit or "").rpartition(" per ")
    return level is not rate.draft and time in TIMES and what == rate.above and rate.per not in TIMES


def _with_spans(
    rate: Rated, drafts: list[Draft], levels: list[Draft]
) -> Iterator[tuple[Draft, Decimal, Draft | None]]:
    """Yield how many there are with for how long: a rate of a day for each, or a price of what is made a day.

    "184 euros a night ... 95 rooms ... 27 nights"; "$62 a barrel ... 185,000 barrels a day ... 92 days".
    """
    if rate.per in TIMES:
        for count in levels:
            if count.kind == "count" and count.unit not in TIMES and count.unit != rate.above:
                yield count, _ONE, None
                for span in _spans(drafts, rate.per):
                    yield count, _ONE, span
        return
    for pace in drafts if rate.per else ():
        what, _, time = (pace.unit or "").partition(" per ")
        if what == rate.per and time in TIMES and pace.value and pace is not rate.draft:
            for span in _spans(drafts, time):
                yield pace, _ONE, span


def _spans(drafts: list[Draft], time: str) -> list[Draft]:
    return [one for one in drafts if one.unit == time and one.value and one.value >= _PAIR]


def _product(lower: list[str], rate: Rated, reading: Reading) -> Product:
    draft, count, amount = rate.draft, reading.count, reading.amount
    made = float(draft.value or 0) * float((count.value or 0) * reading.size)
    factors = [draft, count]
    if reading.span is not None:
        made *= float(reading.span.value or 1)
        factors.append(reading.span)
    times = made / float((amount.value or 1) * reading.scale)
    # A price is printed in full.
    is_price = draft.kind == "money" and not rate.is_mean
    rounded = [count, amount] if is_price else [draft, count, amount]
    is_named = count.unit is not None or lower[count.last : count.last + 2] == ["of", "them"]
    chance = 1.0 if is_named and (count.value or 0) >= _FEW else _NAMELESS
    if abs(count.sentence - draft.sentence) > _NEAR and rate.many == 1:
        chance *= _DISTANT
    return Product(factors, amount, times, rounded, chance)


def _is_premium(drafts: list[Draft], rate: Rated, reading: Reading) -> bool:
    """Whether all come to so much more or less than the rate makes: "6 percent above Friday's close"."""
    apart = abs(1 / _product([], rate, reading).times - 1)
    near = {rate.draft.sentence, reading.count.sentence, reading.amount.sentence}
    return any(
        one.unit == "percent" and one.sentence in near and abs(apart - abs(float(one.value)) / 100) <= _CLOSE
        for one in drafts
        if one.value is not None
    )


def _is_other(standing: Standing, level: Draft) -> bool:
    """Whether others expected an amount ("an average projection of"), or it is what is left or lost."""
    opens = standing.document.sentences[level.sentence][0]
    before = standing.lower[max(opens, level.first - _BEFORE) : level.first]
    return not _OTHERWISE.isdisjoint(before)


def _may_be_of_all(level: Draft, rate: Rated) -> bool:
    """Whether an amount counts what a rate counts, and not only people, too; a small one says so.

    What a company earns stands beside what it earns a share, and beside shares that are bought and sold.
    """
    if rate.per in SECURITIES and not _EARNED.isdisjoint((level.metric_code or "").split("_")):
        return False
    if level.kind != "count" or not rate.above or level.unit == rate.above:
        return True
    if level.unit is None:
        return (level.value or 0) >= _LEAST and rate.above not in TIMES
    return are_kindred(level.unit, rate.above) or (
        level.metric_code == _POPULATION or level.metric_code == f"{rate.above}s"
    )
