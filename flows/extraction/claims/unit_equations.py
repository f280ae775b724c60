"""Rates whose own unit says what they are made of: "338 litres over 5,200 kilometres ... 6.5 per 100 km".

A rate of A per B belongs to the one amount in A and the one quantity in B that stand around it, whatever
joins them. Where any two levels of the article make the rate, it is theirs, and nothing is claimed of others.
Rates of exchange are told of no amounts.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.earlier_levels import is_set_against
from flows.extraction.claims.standing import Candidate, Standing, choose, is_alike_in_status, miss, scale_of
from flows.extraction.claims.standing_rates import TIMES, is_claimed, per_what, scale_to
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.relations.likeness import PEOPLE, SECURITIES, are_kindred, dimensions, factors
from flows.extraction.relations.relating import is_current
from flows.extraction.relations.sums import rounding_of

_KINDS: Final = frozenset("count money measure rate".split())
_MANY: Final = re.compile(r"([\d,]+) (\w+?)s?$")  # what "litres per 100 kilometres" are per
_CLOSE: Final = 6  # tokens from "one" to "for every 2,600"
_MEAN: Final = frozenset("average mean typical".split())
# Sentences before and behind a rate in which its amount and quantity stand: the nearest that hold both.
_AROUND: Final = ((0, 0), (1, 0), (1, 1), (2, 1), (2, 2))
_REACH: Final = 2
_NEARLY: Final = 0.04  # by how much levels may miss a rate that is counted otherwise
_COARSE: Final = 0.02  # by how much a rate may miss what a share of its quantity makes
_HALF: Final = Decimal("0.5")
_PAIR: Final = 2
_TABLE: Final = 30  # rates of a text beyond which it is a table
_LEAST: Final = 2  # of fewer nothing is divided among
_MOST: Final = 12  # levels of an article's one sort beyond which nothing is certain
_OFF: Final = 0.5  # by how much a rate may miss what its levels make and still be theirs
_HEADS: Final = PEOPLE | {"head", "capita"}
# Told by markets and tariffs: the levels around them are of something else.
_QUOTED: Final = SECURITIES | frozenset("barrel ounce troy bushel gallon night ticket copy".split())


def find_unit_equations(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return rates that have no levels yet with the amount and the quantity that their units name.

    Args:
        standing: the figures of the article.
        drafts: all of them, for rates and spans of time.
        found: the relations so far: what is in a rate already is left alone.
    """
    tied = figures_of((one for one in found if one.kind == "rate"), "rate")
    used = figures_of((one for one in found if one.kind == "rate"), "quantity", "amount")
    wholes = {
        (id(member.draft), member.draft.sentence)
        for one in found
        if one.kind == "share"
        for member in one.members
        if member.role == "base" and member.draft is not None
    }
    told: list[Relation] = []
    rates: dict[int, tuple[Draft, str, Decimal]] = {}
    for draft in drafts:
        if draft.kind in _KINDS and draft.value and is_current(draft, standing.changes):
            per, many = _per(standing, draft)
            if per and per not in _QUOTED and " per " not in per:
                rates[id(draft)] = draft, per, many
    if len(rates) > _TABLE:
        return []
    # A "2.5-litre engine" is named by its size; nothing was used of it.
    levels = [
        level
        for level in standing.told
        if id(level) not in rates
        and ("-" not in _words_of(standing, level) or _is_beside_its_rate(level, rates.values()))
    ]
    for rate, per, many in rates.values():
        if id(rate) in tied or is_set_against(standing, rate):
            continue  # a former rate goes with a former quantity
        if per in TIMES and (rate.kind == "money" or not _is_mean(standing, rate)):
            continue
        chosen = choose(_readings(standing, rate, per, many, levels, drafts), within=_OFF)
        if (
            chosen is not None
            and used.isdisjoint(map(id, chosen))
            # "178 bushels an acre, but the land that makes up half of the 500,000 acres only 68"
            and (id(chosen[0]), rate.sentence) not in wholes
            and (abs(chosen[0].sentence - rate.sentence) <= _REACH or " per " in (rate.unit or ""))
        ):
            quantity, amount = chosen
            used |= {id(quantity), id(amount)}
            members = (Member("rate", rate), Member("quantity", quantity), Member("amount", amount))
            told.append(related("rate", "unit_equation", *members, told_by=rate))
    return told


def _is_beside_its_rate(level: Draft, rates: Iterable[tuple[Draft, str, Decimal]]) -> bool:
    """Whether a level in a compound is told with a rate of it: "the 318-kilometre trip ... an hour"."""
    return any(
        rate.sentence == level.sentence and (rate.unit or "").startswith(f"{level.unit} per ")
        for rate, _, _ in rates
    )


def _words_of(standing: Standing, level: Draft) -> list[str]:
    return standing.lower[level.first : level.last + 1]  # not "40 low-floor trams"


def _per(standing: Standing, draft: Draft) -> tuple[str, Decimal]:
    """Return the unit that a rate is per, and how many of it; "" for a figure that is no rate."""
    per = per_what(standing, draft) or ""
    if (many := _MANY.fullmatch(per)) is not None:
        return many.group(2), Decimal(many.group(1).replace(",", ""))
    if not per or per == "each":
        opens = standing.document.sentences[draft.sentence][0]
        before = standing.lower[opens : draft.first]
        if before[-2:-1] == ["for"] and "one" in before[-_CLOSE:]:
            # "one vet for every 2,600 cows"
            return before[len(before) - before[::-1].index("one")], Decimal(1)
        # "The average class has 24 children"
        place = next((place for place, word in enumerate(before[:-1]) if word in _MEAN), None)
        per = before[place + 1] if place is not None and draft.unit is not None else per
    return per, Decimal(1)


def _is_mean(standing: Standing, rate: Draft) -> bool:
    """Whether a rate of time is told of a whole span: on average, or as what was just told comes to."""
    before = standing.lower[standing.document.sentences[rate.sentence][0] : rate.first]
    return not _MEAN.isdisjoint(before) or is_claimed(standing, rate)


def _readings(
    standing: Standing, rate: Draft, per: str, many: Decimal, levels: list[Draft], drafts: list[Draft]
) -> Iterator[Candidate]:
    """Yield quantity and amount of a rate: all that make it, and the only ones around it."""
    amounts = [(level, scale) for level in levels if (scale := scale_to(standing, level, rate)) is not None]
    of_its_noun = [pair for pair in amounts if pair[0].unit == rate.unit]
    amounts = of_its_noun or amounts
    if not amounts and rate.kind == "count":
        # "The average class has 24 children. The school teaches 432 of them"
        amounts = [(level, Decimal(1)) for level in levels if level.kind == "count" and level.unit is None]
    # "The six-month average": over how long a mean is taken is no time that passed.
    spans = (
        [d for d in drafts if d.kind == "duration" and _MEAN.isdisjoint(standing.lower[d.last : d.last + 1])]
        if per in TIMES
        else levels
    )
    quantities = [(level, size) for level in spans if (size := _size(standing, level, per, many)) is not None]
    quantities = [pair for pair in quantities if pair[0].unit == per] or quantities
    if len(amounts) > _MOST or len(quantities) > _MOST:
        return
    for quantity, size in quantities:
        for amount, scale in amounts:
            candidate = _judged(rate, quantity, size, amount, scale)
            if candidate is not None and not candidate.miss:
                yield candidate
    # "6.6 tonnes a hectare on 12,000 hectares": what is told beside a rate is its own.
    quantities, amounts = (
        [pair for pair in pairs if pair[0].sentence == rate.sentence] or pairs
        for pairs in (quantities, amounts)
    )
    # A farmer's 700 hectares are not those that a nation's harvest grew on, nor are last year's.
    near = [
        (candidate, scales)
        for quantity, size in quantities
        for amount, scale in amounts
        if (candidate := _judged(rate, quantity, size, amount, scale)) is not None
        and candidate.miss <= _OFF
        and not any(is_set_against(standing, level) for level in candidate.drafts)
        and (per not in TIMES or _stand_together(rate, quantity, amount))
        for scales in ((size, scale),)
    ]
    for back, ahead in _AROUND:
        first, last = rate.sentence - back, rate.sentence + ahead
        told = [[one for one, _ in pairs if first <= one.sentence <= last] for pairs in (quantities, amounts)]
        if rate.kind == "money" and all(told) and any(len(levels) > 1 for levels in told):
            return  # a price may be of any of them
        meant = [pair for pair in near if all(first <= one.sentence <= last for one in pair[0].drafts)]
        if meant:
            break
    else:
        are_all = len(quantities) == len(amounts) == 1 and " per " in (rate.unit or "")
        meant = near if len(near) == 1 and (rate.kind == "rate" or are_all) else []
    if not meant:
        return
    candidate, (size, scale) = min(meant, key=_miss_of)
    # Those who live elsewhere than in households are inhabitants, too.
    if candidate.miss >= _NEARLY and not _is_made_by_share(
        standing, rate, candidate.drafts[0], size, candidate.drafts[1], scale
    ):
        yield candidate


def _stand_together(rate: Draft, quantity: Draft, amount: Draft) -> bool:
    """Whether a speed, its time and its way take two sentences at most: "six days" in a third are others."""
    return len({rate.sentence, quantity.sentence, amount.sentence}) <= _PAIR


def _miss_of(pair: tuple[Candidate, tuple[Decimal, Decimal]]) -> float:
    return pair[0].miss


def _is_made_by_share(
    standing: Standing, rate: Draft, quantity: Draft, size: Decimal, amount: Draft, scale: Decimal
) -> bool:
    """Whether a share of the quantity makes the rate: "346,560 seats, 90 per cent of which were sold"."""
    for share in standing.shares_in(quantity.sentence - 1, quantity.sentence + 1):
        part = (share.value or Decimal(0)) / (scale_of(share) or Decimal(1))
        if part:
            candidate = _judged(rate, quantity, size * part, amount, scale)
            if candidate is not None and candidate.miss < _COARSE:
                return True
    return False


def _judged(rate: Draft, quantity: Draft, size: Decimal, amount: Draft, scale: Decimal) -> Candidate | None:
    if quantity is amount or not quantity.value or not amount.value or rate.value is None:
        return None
    if not is_alike_in_status((rate, amount)) or amount.value * scale <= rate.value:
        return None
    made = amount.value * scale / (quantity.value * size)
    slack = made * (rounding_of(amount) / amount.value + rounding_of(quantity) / quantity.value)
    # A mean is rounded even where it looks exact.
    return Candidate((quantity, amount), miss(rate.value, made, slack + (rate.granule / 2 or _HALF)))


def _size(standing: Standing, level: Draft, per: str, many: Decimal) -> Decimal | None:
    """Return how many of what a rate is per one unit of a level is; None where it counts something else."""
    unit = level.unit
    if unit is None or level.kind == "money" or not level.value or level.value < _LEAST:
        return None
    if unit == per or (per in _HEADS and unit in PEOPLE) or are_kindred(unit, per):
        return 1 / many
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if unit not in known or known[unit] != known.get(per):
        return None
    return sizes[unit] / (sizes[per] * many)
