"""What a day's rate comes to over its month: "38,000 barrels a day in June", "it yielded 1.14 million".

Rate and amount are of one metric and unit, and of the same days: a week or a month, so that these can be
counted.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.relations.relating import is_current

OVER_DAYS: Final = "over_days"
# How many days rates are per.
DAYS: Final = {
    "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4375"), "quarter": Decimal("91.3125"),
}  # fmt: skip
_PER_DAY: Final = " per day"
_NEAR: Final = 4  # sentences from a rate to its amount
_WEEK, _MONTH = 7, 31
_FAR: Final = 2  # times that an amount may be off, or it is of something else


def find_daily_rates(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return rates per day with the only amount that is told of their metric and days.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        found: the relations so far: a rate with quantity and amount is left alone.
    """
    rates = [
        draft
        for draft in drafts
        if (draft.unit or "").endswith(_PER_DAY) and draft.value and is_current(draft, standing.changes)
    ]
    if not rates:
        return []
    tied = figures_of(one for one in found if one.kind == "rate")
    told = []
    for rate in rates:
        days = days_of(rate)
        if id(rate) in tied or rate.metric_code is None or not _WEEK <= days <= _MONTH:
            continue
        if is_told_beside(standing, rate, days):
            continue
        amounts = [
            level
            for level in standing.levels
            if rate.unit == f"{level.unit}{_PER_DAY}"
            and level.metric_code == rate.metric_code
            and (level.period_start, level.period_end) == (rate.period_start, rate.period_end)
            and abs(level.sentence - rate.sentence) <= _NEAR
            and (rate.value or 0) * days / _FAR < (level.value or 0) < (rate.value or 0) * days * _FAR
        ]
        if len({level.value for level in amounts}) == 1:
            members = (Member("from", rate), Member("to", amounts[0]))
            told.append(related("conversion", OVER_DAYS, *members))
    return told


def is_told_beside(standing: Standing, rate: Draft, days: int) -> bool:
    """Whether a level of its sentence is what so much a day makes in so many days, or in a month.

    "1.97 million people in June, or some 65,700 a day": what holds is meant, whatever its noun.
    """
    pace = rate.value or Decimal(1)
    return any(
        abs((level.value or Decimal(0)) - pace * many) <= pace
        for level in standing.levels_in(rate.sentence)
        for many in (days, _MONTH - 1)
    )


def days_of(draft: Draft) -> int:
    """Return how many days the period of a figure has; 0 where an end is unknown."""
    if not draft.period_start or not draft.period_end:
        return 0
    return (date.fromisoformat(draft.period_end) - date.fromisoformat(draft.period_start)).days + 1
