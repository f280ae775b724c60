"""Amounts of all with what each comes to and how many there are, told over neighbouring sentences.

"12,000 tablets at 250 euros each. The order is worth 3 million": the amount is claimed of what stands before.
"414,000 came to 23 matches. The average of 18,000 ...": so is an average.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Candidate, Standing, choose, miss
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.sums import rounding_of

_EACH: Final = frozenset("each apiece".split())
# "an amount of all": right before it, or somewhere in its sentence.
_WORTH: Final = frozenset("worth costs cost costing totalling totaling total totals value".split())
_ALL: Final = frozenset(("all", "total", "altogether", "together"))
_PRICES: Final = frozenset("price cost costs costing fare fee".split())
_AVERAGE: Final = frozenset(("average",))
_ARTICLES: Final = frozenset("a an the this that".split())
_BEFORE: Final = 5  # tokens from a word for all to the amount
_AFTER: Final = 4  # tokens from a rate to "each" or "on average"
_BACK: Final = 2  # sentences from a claim to what it is about
_MOST: Final = 10  # levels about a claim beyond which nothing is certain
_OFF: Final = 0.91  # a figure may be wrong by a digit, not by more
_LEAST: Final = 2  # of fewer there is no average


def find_standing_products(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return rates with quantity and amount, where amount or average is claimed of what was just told.

    Args:
        standing: the figures of the article.
        found: the relations so far: what is in a rate already is left alone.
    """
    each, average = standing.sentences_with(_EACH), standing.sentences_with(_AVERAGE)
    is_rated = bool(each) or any(" per " in (level.unit or "") for level in standing.levels)
    of_all = standing.sentences_with(_WORTH | _ALL) if is_rated else set()
    if not (each or average or of_all):
        return []
    tied = figures_of(one for one in found if one.kind == "rate")
    told: list[Relation] = []
    for claim in standing.levels:
        if id(claim) in tied:
            continue
        if claim.sentence in average and _is_average(standing, claim):
            rule, candidates = "average", _of_average(standing, claim)
        elif claim.sentence in of_all and claim.kind != "count" and _is_of_all(standing, claim):
            rule, candidates = "each", _of_amount(standing, claim)
        elif claim.sentence in each and claim.kind != "money" and _is_each(standing, claim):
            rule, candidates = "each", _of_rate(standing, claim)
        else:
            continue
        chosen = choose(candidates, within=_OFF)
        if chosen is None or any(id(draft) in tied for draft in chosen):
            continue
        rate, quantity, amount = chosen
        members = (Member("rate", rate), Member("quantity", quantity), Member("amount", amount))
        told.append(related("rate", _rule_of(rule, rate), *members, told_by=claim))
        tied.update(map(id, chosen))
    return told


def _rule_of(rule: str, rate: Draft) -> str:
    return "per_unit" if " per " in (rate.unit or "") else rule


def _is_each(standing: Standing, draft: Draft) -> bool:
    """Whether a figure is of each: "250 euros each", "1.50 euros a share", "each at a price of 20 euros"."""
    if " per " in (draft.unit or ""):
        return True
    after = end_with_noun(draft)
    opens = standing.document.sentences[draft.sentence][0]
    before = standing.lower[max(opens, draft.first - _BEFORE) : draft.first]
    is_priced = draft.kind != "money" or not _PRICES.isdisjoint(before)
    return (is_priced and not _EACH.isdisjoint(before)) or not _EACH.isdisjoint(
        standing.lower[after : after + 1]
    )


def _is_of_all(standing: Standing, draft: Draft) -> bool:
    if _is_each(standing, draft):
        return False
    opens = standing.document.sentences[draft.sentence][0]
    before = standing.lower[max(opens, draft.first - _BEFORE) : draft.first]
    lead = standing.lower[opens : opens + 2]
    return (
        not _WORTH.isdisjoint(before) or (lead[:1] == ["in"] and not _ALL.isdisjoint(lead)) or lead[0] in _ALL
    )


def _is_average(standing: Standing, draft: Draft) -> bool:
    """Whether "average of" stands before a figure, or "each" before it and "on average" with it."""
    before = standing.lower[max(0, draft.first - 3) : draft.first]
    if "average" in before:
        # Not "last year's daily average of": an average of another time, or of days.
        place = draft.first - len(before) + before.index("average")
        return standing.lower[place + 1] == "of" and standing.lower[place - 1] in _ARTICLES
    words = standing.lower[draft.last : draft.last + _AFTER]
    opens = standing.document.sentences[draft.sentence][0]
    each = "each" in standing.lower[max(opens, draft.first - _AFTER) : draft.first]
    return each and "average" in words and words[words.index("average") - 1] == "on"


def _of_amount(standing: Standing, amount: Draft) -> Iterator[Candidate]:
    levels = standing.levels_before(amount, _BACK)
    # "The order is worth 3 million, with each tram costing 75,000"
    behind = [level for level in standing.levels_in(amount.sentence) if level.start > amount.start]
    rates = [level for level in (*levels, *behind) if level.kind == amount.kind and _is_each(standing, level)]
    # "For 835 million and 2.5 million shares": other amounts may be counted in the one of all.
    others = [level for level in levels if level.kind == amount.kind and level not in rates]
    pairs = []
    for rate in rates:
        above, _, per = (rate.unit or "").partition(" per ")
        if above != amount.unit:
            continue
        for quantity in levels:
            if quantity.kind != "count" or quantity.unit is None or (per and quantity.unit != per):
                continue
            if abs(quantity.sentence - rate.sentence) <= 1:
                pairs.append((rate, quantity, amount))
    yield from _judged(pairs, _MOST + 1 if others else len(levels))


def _of_average(standing: Standing, average: Draft) -> Iterator[Candidate]:
    levels = standing.levels_before(average, _BACK)
    pairs = []
    for amount in levels:
        if not same_measure(amount, average) or (amount.value or 0) <= (average.value or 0):
            continue
        bare_count = average.unit is None and amount.kind == "count"
        if amount.unit is None or not (average.unit == amount.unit or bare_count):
            continue  # "4,018 candidates ... forecasts between 112 and 158, with an average of 131"
        for quantity in levels:
            if quantity is amount or quantity.kind != "count" or (quantity.value or 0) < _LEAST:
                continue
            # "At 55.4 kroner, since a third was sold at an average of 52", of two sites told before
            if amount.sentence == average.sentence > quantity.sentence:
                continue
            if quantity.unit not in (None, "times", amount.unit):
                pairs.append((average, quantity, amount))
    yield from _judged(pairs, len(levels), is_average=True)


def _of_rate(standing: Standing, rate: Draft) -> Iterator[Candidate]:
    """Yield how many got so much each, of the rate's own sentence, with what all got, of the one before."""
    levels = standing.levels_before(rate, 1)
    here = [level for level in levels if level.sentence == rate.sentence and level.kind == "count"]
    amounts = [
        level
        for level in levels
        if level.sentence < rate.sentence
        and level.unit == rate.unit
        and (level.value or 0) > (rate.value or 0)
    ]
    pairs = [
        (rate, quantity, amount)
        for quantity in here
        for amount in amounts
        if quantity.unit is not None and quantity.unit != rate.unit
    ]
    yield from _judged(pairs, len(levels))


def _judged(
    pairs: list[tuple[Draft, Draft, Draft]], levels: int, *, is_average: bool = False
) -> Iterator[Candidate]:
    """Yield the pairs of which rate and quantity make the amount; one that does not must be the only one.

    Of an average it must be the only one that comes near.
    """
    readings = []
    for rate, quantity, amount in pairs:
        if not rate.value or not quantity.value or not amount.value:
            continue
        made = rate.value * quantity.value
        slack = (
            rounding_of(amount) + made * (rate.granule / rate.value + quantity.granule / quantity.value) / 2
        )
        off = miss(amount.value, made, max(slack, quantity.value / 2 if rate.kind == "count" else Decimal(0)))
        readings.append(Candidate((rate, quantity, amount), off))
    rivals = [reading for reading in readings if not is_average or reading.miss <= _OFF]
    alone = levels <= _MOST and len(rivals) == 1
    yield from (reading for reading in readings if alone or not reading.miss)
