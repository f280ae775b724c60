"""Relations that do not hold because their figures do not belong together, whatever the words around them.

A rule that looks around a claim for its figures finds some in any article that is dense with them. Before it
is believed that one of them is wrong, they have to be of one time and of one sort of thing, and near one
another: who writes a wrong number writes one that is near, or one that is a power of ten off.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.claims.compared_times import is_compared_with_another_time
from flows.extraction.claims.made_of import is_within_rounding, made_of
from flows.extraction.claims.standing import WHOLES
from flows.extraction.figure import Draft, Relation, by_role, drafts_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE, listable
from flows.extraction.relations.misprints import (
    otherwise,
    with_a_digit_less,
    with_a_wrong_digit,
    with_another_magnitude,
)
from flows.extraction.relations.sums import makes

# Rules that look for the figures that a claim is about, among several or around it.
_SEARCHING: Final = frozenset(
    """points_back follows told standing apposed of_a_pair the_others called_total totals
    listed bare_list average divided unit_equation opposites of_these of_them
    series counted_parts dated_levels named_base shares_at""".split()
)
# How many times figures may be off by kind: wrong numbers are nearer, or slips of the pen.
_NEAR: Final = {
    "sum": Decimal("1.4"),
    "growth": Decimal("1.5"),
    "rate": Decimal("1.75"),
    "share": Decimal(2),
    "difference": Decimal("2.5"),
    "order": Decimal(2),
}
_SLIP: Final = Decimal("0.03")  # by how much what a slip makes may be off, as a share
_DIGIT: Final = Decimal("0.006")  # the same for a wrong digit, of which there are many
_BEYOND: Final = Decimal(20)  # how many times off what "rose to 12 from 9" says is believed
_SURE: Final = frozenset(
    """moved worded_step headline_step grew_to announced up more_than_the_old from_the_close
    against_estimate""".split()
)
_LEVELS: Final = frozenset(("count", "money", "measure"))
# What a relation makes, as told; the others are what makes it.
_TOLD: Final = frozenset(("share", "base", "amount", "old"))
_ZERO: Final = Decimal(0)
# Whose members are of one time: a sum of differences has two.
_OF_ONE_TIME: Final = {
    "share": ("part", "base"),
    "rate": ("rate", "quantity", "amount"),
    "sum": ("total", "part"),
}
_THUS: Final = frozenset("thus so therefore hence".split())
_ELECTORATE: Final = PEOPLE | frozenset("vote ballot household".split())
_VOTERS: Final = 500  # fewer of a noun of their own are no electorate
_ROLL: Final = frozenset("electorate roll rolls eligible entitled registered electors votes".split())
_ALIKE: Final = Decimal(3)  # times that an amount may be a rate and be one itself
_OLD: Final = 2  # years before publication from which on what is dated is told for comparison
_REACH: Final = 4  # tokens from "had been" or "on average" to its figure
# What a growth is told on that is not the growth of the levels as they are printed.
_BASIS: Final = 8  # tokens behind a growth in which that stands
_BASES: Final = frozenset(
    """comparable comparably organic organically underlying adjusted adjusting constant excluding annualised
    annualized""".split()
)
_JOINED_BASES: Final = ("like - for - like", "same - store", "annual rate")
# Whose parts stand all over an article: two of them at least have to be measures of one thing.
_GATHERED: Final = frozenset(("series", "counted_parts"))
_ADDED: Final = "together_with"  # papers to votes
_SEATS: Final = frozenset(("seat",))


def without_misbound(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the relations but those that do not hold and join figures that do not belong together."""
    return [relation for relation in found if not _is_misbound(reading, relation)]


def _is_misbound(reading: Reading, relation: Relation) -> bool:
    if _is_turnout_of_none(reading.document.lower, relation):
        return True
    if relation.kind == "order":
        return _is_far(relation, _times_more(relation))
    made = made_of(relation)
    if made is None or is_within_rounding(relation, made) or _holds_with_signs(relation):
        return False
    may_be_less = relation.kind == "sum" and not relation.is_complete
    if may_be_less and made <= 1:
        return False
    if relation.kind == "growth" or relation.rule == "difference":
        spans = {
            id(draft): span for draft in drafts_of(relation) if (span := _span(reading, draft)) is not None
        }
        if is_compared_with_another_time(reading, relation, spans):
            return True
        if _is_growth_of_a_part_of_its_time(reading, relation) or _is_on_another_basis(reading, relation):
            return True
    if _is_far(relation, made):
        return True
    return relation.rule in _SEARCHING and (
        _is_of_two_times(reading, relation)
        or _is_a_rate_itself(relation)
        or _is_an_average(reading.document.lower, relation)
        or _is_of_two_sorts(relation)
    )


def _holds_with_signs(relation: Relation) -> bool:
    """Whether parts of which some fell make their total: 232,000 more and 68,000 fewer."""
    total = by_role(relation).get("total")
    parts = [member.draft for member in relation.members if member.role == "part"]
    known = [part for part in parts if part is not None]
    return relation.kind == "sum" and total is not None and len(known) == len(parts) and makes(known, total)


def _times_more(relation: Relation) -> Decimal:
    """Return how many times what is said to be less is the other; 1 where the order holds or is not told."""
    greater, lesser = (by_role(relation).get(role) for role in ("greater", "lesser"))
    if greater is None or lesser is None or greater.value is None or lesser.value is None:
        return Decimal(1)
    if greater.value >= lesser.value or greater.value * lesser.value <= 0:
        return Decimal(1)
    if greater.unit != lesser.unit and (greater.unit in WHOLES or lesser.unit in WHOLES):
        return Decimal(1)  # four in ten, and 28 percent
    least, most = sorted((abs(greater.value), abs(lesser.value)))
    return least / most


def _is_far(relation: Relation, made: Decimal) -> bool:
    """Whether figures are further off than wrong numbers are, and no slip of the pen explains it."""
    off, kind = made, relation.kind
    drafts = drafts_of(relation)
    if relation.rule == "difference":
        # Two levels are apart by so many times their difference.
        total, lesser, difference = sorted((map(_value, drafts)), reverse=True)
        off, kind = (total - lesser) / difference if difference else made, "difference"
    limit = _BEYOND if relation.rule in _SURE else _NEAR.get(kind)
    if limit is None or 1 / limit <= off <= limit:
        return False
    if kind == "order":
        return not _holds_after_a_slip(relation, limit)
    for draft, one in _corrected(relation, made):
        slips = (
            (otherwise(draft), _SLIP),
            (with_another_magnitude(draft) if draft.kind in _LEVELS else iter(()), _SLIP),
            (with_a_wrong_digit(draft), _DIGIT),
            (with_a_digit_less(draft), _DIGIT),
        )
        if any(abs(told - one) <= room * one for values, room in slips for told in values):
            return False
    return True


def _corrected(relation: Relation, made: Decimal) -> Iterator[tuple[Draft, Decimal]]:
    """Yield each figure of a relation with what it would have to be if the others are right."""
    parts = sum((_value(member.draft) for member in relation.members if member.role == "part"), _ZERO)
    total = next((_value(member.draft) for member in relation.members if member.role == "total"), _ZERO)
    for member in relation.members:
        draft, value = member.draft, _value(member.draft)
        if draft is None:
            continue
        scale = WHOLES.get(draft.unit or "")
        if relation.kind == "sum":
            yield draft, parts if member.role == "total" else value + total - parts
        elif member.role == "growth" and scale is not None:
            yield draft, abs((scale + (draft.value or _ZERO)) * made - scale)
        elif member.role in _TOLD:
            yield draft, value * made
        elif made:
            yield draft, value / made


def _value(draft: Draft | None) -> Decimal:
    return abs(draft.value) if draft is not None and draft.value is not None else _ZERO


def _holds_after_a_slip(relation: Relation, limit: Decimal) -> bool:
    """Whether a slip of the pen in one of two figures would put it on its side of the other, and near."""
    greater, lesser = (by_role(relation).get(role) for role in ("greater", "lesser"))
    if greater is None or lesser is None or not greater.value or not lesser.value:
        return False
    times = [told / lesser.value for told in otherwise(greater)]
    times += [greater.value / told for told in otherwise(lesser) if told]
    return any(1 <= one <= limit for one in times)


def _is_of_two_times(reading: Reading, relation: Relation) -> bool:
    """Whether figures that make one another are told of times that have no day in common.

    What a rate came to years ago is told for comparison, too, where nothing else is dated.
    """
    roles = _OF_ONE_TIME.get(relation.kind, ())
    drafts = [
        member.draft for member in relation.members if member.role in roles and member.draft is not None
    ]
    if any(not _THUS.isdisjoint(reading.document.vocabulary_of(draft.sentence)) for draft in drafts):
        return False  # "In 2018 there were 120,000. The pool thus lost 36,000, or 30 percent."
    dated = [(draft, span) for draft in drafts if (span := _span(reading, draft)) is not None]
    if len({_is_told_as_over(reading.document.lower, draft) for draft in drafts}) > 1:
        return True
    totals = {id(member.draft) for member in relation.members if member.role == "total"}
    for (one, (start, end)), (other, (first, last)) in combinations(dated, 2):
        # The parts of a total may be of its quarters.
        is_pair = not totals or id(one) in totals or id(other) in totals
        if is_pair and (end < first or last < start):
            return True
    claim = by_role(relation).get("share")
    told = _span(reading, claim) if claim is not None else None
    days = [*(span for _, span in dated), *(_day_of_news(draft) for draft in drafts)]
    if told is not None and any(day is not None and (day[1] < told[0] or told[1] < day[0]) for day in days):
        return True  # "1.8 billion against room for 4.4 on Thursday. A year ago they were 68% full"
    if claim is not None and not dated and (span := told) is not None:
        dated, drafts = [(claim, span)], [*drafts, claim]  # "They had 27.9% in 2019", after seats of now
    elif relation.kind != "rate":
        return False
    if not reading.published or len(dated) == len(drafts) or not dated:
        return False
    old = str(int(reading.published[:4]) - _OLD)
    return all(end[:4] <= old for _, (_, end) in dated)


def _span(reading: Reading, draft: Draft) -> tuple[str, str] | None:
    """Return the days that a figure is told of; None where that is only the day of the news, or unknown."""
    start, end = draft.period_start, draft.period_end
    if start and end:
        return None if draft.period_basis == "published" and start == end else (start, end)
    opens = reading.document.sentences[draft.sentence][0]
    for date in reading.dates:
        # "In 2019, when it was still done by hand, it took 19 days and cost 780,000."
        if opens <= date.first <= opens + 1 and date.start_on and date.end_on and date.basis == "explicit":
            return date.start_on, date.end_on
    return None


def _day_of_news(draft: Draft) -> tuple[str, str] | None:
    """Return the day of the news where a figure is told of it alone."""
    start, end = draft.period_start, draft.period_end
    return (start, end) if start and start == end and draft.period_basis == "published" else None


def _is_told_as_over(lower: list[str], draft: Draft) -> bool:
    """Whether "it had been 5,260" tells how things stood before."""
    return "had been" in " ".join(lower[max(0, draft.first - _REACH) : draft.first])


def _is_a_rate_itself(relation: Relation) -> bool:
    """Whether an amount is about as large as the rate: two prices, no price and proceeds."""
    rate, amount = (by_role(relation).get(role) for role in ("rate", "amount"))
    if rate is None or amount is None or not rate.value or not amount.value:
        return False
    return rate.unit == amount.unit and 1 / _ALIKE <= amount.value / rate.value <= _ALIKE


def _is_an_average(lower: list[str], relation: Relation) -> bool:
    """Whether a share is one of many on average: "the 12 concerts were 81% full on average"."""
    share = by_role(relation).get("share")
    if relation.kind != "share" or share is None:
        return False
    around = lower[max(0, share.first - _REACH) : share.last + _REACH]
    return any(word.startswith("averag") for word in around)


def _is_growth_of_a_part_of_its_time(reading: Reading, relation: Relation) -> bool:
    """Whether a growth is of one quarter, and its level of the year, or the other way round."""
    growth, new = (by_role(relation).get(role) for role in ("growth", "new"))
    if growth is None or new is None or growth.sentence == new.sentence:
        return False
    one, other = _span(reading, growth), _span(reading, new)
    if one is None or other is None or one == other:
        return False
    if reading.published and one[1] > reading.published:
        return False  # no growth has been told of a year that has not ended
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _is_on_another_basis(reading: Reading, relation: Relation) -> bool:
    """Whether a growth is not that of the levels: "6.5 percent on a like-for-like basis"."""
    growth = by_role(relation).get("growth")
    if growth is None:
        return False
    lower = reading.document.lower
    beside = lower[max(0, growth.first - _REACH) : growth.first] + lower[growth.last : growth.last + _BASIS]
    said = " ".join(beside)
    return not _BASES.isdisjoint(beside) or any(basis in said for basis in _JOINED_BASES)


def _is_turnout_of_none(lower: list[str], relation: Relation) -> bool:
    """Whether a turnout is held against what is no electorate: "40 to 32 ... Turnout was 80 percent"."""
    share, base = (by_role(relation).get(role) for role in ("share", "base"))
    if relation.kind != "share" or share is None or base is None or share.metric_code != "turnout":
        return False
    around = lower[max(0, base.first - _REACH) : base.last + _REACH]
    is_of_none = base.unit is None or base.unit in _SEATS or (base.value or 0) < _VOTERS
    return base.unit not in _ELECTORATE and is_of_none and _ROLL.isdisjoint(around)


def _is_of_two_sorts(relation: Relation) -> bool:
    """Whether parts count things of several sorts: passengers, appointments and sailings are no sum."""
    if relation.kind != "sum" or relation.rule == _ADDED:
        return False
    parts = [m.draft for m in relation.members if m.role == "part" and m.draft is not None]
    if relation.rule in _GATHERED and len({part.metric_code for part in parts}) == len(parts):
        return True
    parts = [part for part in parts if part.unit and part.unit not in _SEATS]
    # A list within a sentence calls things by what they are: cars and hybrids.
    if len({part.sentence for part in parts}) < 2:
        return False
    return any(not listable(one, other) for one, other in combinations(parts, 2))
