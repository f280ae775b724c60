"""Relations that do not hold because their figures do not belong together, whatever the words around them.

A rule that looks around a claim for its figures finds some in any article that is dense with them. Before it
is believed that one of them is wrong, they have to be of one time and of one sort of thing, and near one
another: who writes a wrong number writes one that is near, or one that is a power of ten off.
"""

from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.claims.compared_times import is_compared_with_another_time
from flows.extraction.claims.far_off import is_far, times_more
from flows.extraction.claims.made_of import is_within_rounding, made_of
from flows.extraction.figure import Draft, Relation, by_role, drafts_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE, listable
from flows.extraction.relations.sums import adds_up

# Rules that look for the figures that a claim is about, among several or around it.
_SEARCHING: Final = frozenset(
    """points_back follows told standing apposed of_a_pair the_others called_total totals
    listed bare_list average opposites of_these of_them
    series counted_parts dated_levels named_base shares_at""".split()
)
# Whose members are of one time: a sum of differences has two.
_OF_ONE_TIME: Final = {
    "share": ("part", "base"),
    "rate": ("rate", "quantity", "amount"),
    "sum": ("total", "part"),
}
_THUS: Final = frozenset("thus so therefore hence".split())
_ELECTORATE: Final = PEOPLE | {"household"}
_CAST: Final = frozenset(("vote", "ballot"))  # part of an electorate, never all of it
_VOTERS: Final = 500  # fewer of a noun of their own are no electorate
_ROLL_OF_VOTERS: Final = frozenset("electorate roll rolls eligible entitled registered electors".split())
_ROLL: Final = _ROLL_OF_VOTERS | {"votes"}
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
        return is_far(relation, times_more(relation))
    made = made_of(relation)
    if made is None or is_within_rounding(relation, made):
        return False
    if relation.kind == "sum" and adds_up(relation):
        return False  # 232,000 more and 68,000 fewer
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
    if is_far(relation, made):
        return True
    return relation.rule in _SEARCHING and (
        _is_of_two_times(reading, relation)
        or _is_a_rate_itself(relation)
        or _is_an_average(reading.document.lower, relation)
        or _is_of_two_sorts(relation)
    )


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
    if base.unit in _CAST and _ROLL_OF_VOTERS.isdisjoint(around):
        return True
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
