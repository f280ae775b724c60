"""What one of several comes to, beside how many there are and what all come to, in whatever order.

The amount of all is in the unit of the figure, and the quantity counts what it is per: the units are an
equation. Whatever amount and quantity nearby make the figure are meant; where none do, the nearest of either
must stand alone, and be off by what a wrong number is off.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from flows.extraction.claims.daily_rates import DAYS, OVER_DAYS, days_of, is_told_beside
from flows.extraction.claims.earlier_levels import is_set_against
from flows.extraction.claims.rate_readings import (
    Reading,
    amounts_of_others,
    counts_of,
    is_made_by_share,
    is_made_with,
    is_slip,
)
from flows.extraction.claims.rated_figures import (
    EACH,
    MEAN,
    QUOTED,
    TIMES,
    TYPICAL,
    Rated,
    divides,
    is_in_other_words,
    is_pace,
    priced,
    rated,
    scale_to,
)
from flows.extraction.claims.slipped_products import is_told_bare, slipped_reading
from flows.extraction.claims.standing import Standing, miss, scale_of
from flows.extraction.figure import (
    PLACED,
    Draft,
    Member,
    Relation,
    drafts_of,
    end_with_noun,
    figures_of,
    is_whole_share,
    related,
)
from flows.extraction.relations.likeness import SECURITIES
from flows.extraction.relations.relating import is_current
from flows.extraction.relations.sums import rounding_of
from flows.extraction.text.noun_words import singular

RULE: Final = "rate_product"
_KINDS: Final = frozenset("count money measure rate".split())
_PER_SO_MANY: Final = frozenset("each every per".split())
_WORDS: Final = EACH | MEAN | TYPICAL | {"every"}
# "The order is worth 3 million", of the sentence behind a rate.
_WORTH: Final = frozenset(
    "worth costs cost costing totalling totaling total totals value all altogether".split()
)
_BRINGING: Final = frozenset(
    """bringing raising making earning yielding netting producing generating adding totalling totaling costing
    giving""".split()
)
_THAT: Final = frozenset("that which this it they these".split())
_BROUGHT: Final = frozenset(
    """brought brings bring raised raises raise made makes make earned earns netted nets yielded yields
    generated generates gave gives came comes amounts amounted totals totalled cost costs""".split()
)
_CLAIM: Final = 10  # tokens from a price to what it brought
_ALL: Final = frozenset(("all", "total", "altogether", "together"))
_QUOTES: Final = frozenset(('"', "“", "'", "‘"))
_THEN: Final = frozenset("ago earlier previously before".split())
_AGAINST: Final = frozenset("against than versus compared beating topping exceeding surpassing".split())
_OPENING: Final = 4  # tokens of a sentence in which it tells its time
# Between a rate and "for each of the 360".
_LEADING: Final = frozenset("each apiece for to of the its their those all among on average -".split())
_REACH: Final = 6  # tokens around an amount in which it is called worth so much, or set against another
_FAR: Final = 2  # sentences around a figure in which what makes it may stand
_OFF: Final = 0.5  # by how much it may miss what they make and still be meant
_PAIR: Final = 2
_BOUNDS: Final = frozenset("at_least at_most more_than less_than".split())
_EXACTLY: Final = Decimal("0.005")
_TABLE: Final = 30  # rates of a text beyond which it is a table
_WEEK: Final = 7
_ONE: Final = Decimal(1)


def find_rate_products(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return what is told of each one with how many there are and the amount of all.

    Args:
        standing: the figures of the article.
        drafts: all of them, for rates and spans of time.
        found: the relations so far: what is in a rate already is left alone.
    """
    tied = figures_of(one for one in found if one.kind == "rate")
    tied |= figures_of((one for one in found if one.kind == "conversion"), "to")
    tied |= figures_of(filter(is_whole_share, found), "share")
    worded = standing.sentences_with(_WORDS)
    rates = [
        rate
        for draft in drafts
        if draft.kind in _KINDS
        and draft.value
        and draft.value > 0
        and id(draft) not in tied
        and is_current(draft, standing.changes)
        and (rate := rated(standing, draft, is_worded=draft.sentence in worded)) is not None
    ]
    if len(rates) > _TABLE:
        return []
    of_one = {id(rate.draft) for rate in rates}
    prices = [
        price
        for draft in standing.levels
        if draft.kind == "money"
        and (id(draft) not in of_one or (draft.unit or "").rpartition(" per ")[2] in TIMES)
        and id(draft) not in tied
        and (price := priced(standing, draft)) is not None
    ]
    if not rates and not prices:
        return []
    wholes = figures_of((one for one in found if one.kind == "share"), "base")
    told: list[Relation] = []
    for rate in rates:
        draft = rate.draft
        if is_set_against(standing, draft):
            continue
        chosen = _chosen(standing, rate, drafts, of_one, found)
        if chosen is None:
            chosen = slipped_reading(standing, rate, drafts, of_one, found)
        if chosen is not None and standing.lower[chosen.count.first - 1] in _PER_SO_MANY:
            continue  # "74 offences for each 1,000 residents, below the county's 81"
        if chosen is not None:
            # "178 bushels an acre, but the land that makes up half of the 500,000 acres only 68"
            is_shared = id(chosen.count) in wholes and chosen.count.sentence == draft.sentence
            members = _members(draft, chosen)
            if scale_of(draft) is not None and tied.isdisjoint((id(chosen.count), id(chosen.amount))):
                members = [
                    Member("share", draft), Member("base", chosen.count), Member("part", chosen.amount)
                ]  # fmt: skip
                told.append(related("share", RULE, *members, told_by=draft))
            elif not is_shared and tied.isdisjoint((id(chosen.count), id(chosen.amount))):
                told.append(related("rate", RULE, *members, told_by=draft))
                tied.update((id(draft), id(chosen.count), id(chosen.amount)))
        elif rate.per in DAYS and (total := _over_its_time(standing, rate)) is not None:
            told.append(related("conversion", OVER_DAYS, Member("from", draft), Member("to", total)))
    for price in prices if len(prices) <= _TABLE else ():
        chosen = None
        if _is_said_to_make(standing, price.draft):
            per = _named_before(standing, price.draft)
            claimed = price._replace(per=per, is_quoted=False, is_claimed=True)
            chosen = _chosen(standing, claimed, drafts, of_one, found)
        if chosen is None:
            chosen = slipped_reading(standing, price, drafts, of_one, found)
        if chosen is not None and tied.isdisjoint((id(price.draft), id(chosen.count), id(chosen.amount))):
            told.append(related("rate", RULE, *_members(price.draft, chosen), told_by=price.draft))
    return told


def _is_said_to_make(standing: Standing, price: Draft) -> bool:
    """Whether words say what a price brings: "At a price of 35 euros, that brought in 6.5 million"."""
    behind = [one for one in standing.levels_in(price.sentence) if one.first >= price.last]
    if len(behind) != 1 or behind[0].unit != price.unit:
        return False
    between = standing.lower[price.last : behind[0].first]
    if len(between) > _CLAIM or "," not in between or "and" in between:
        return False
    claim = between[between.index(",") + 1 :]
    return claim[:1] != [] and claim[0] in _THAT and not _BROUGHT.isdisjoint(claim)


def _named_before(standing: Standing, price: Draft) -> str:
    """Return what a sentence names before its price of what is counted nearby: "A ticket cost 8 euros"."""
    opens = standing.document.sentences[price.sentence][0]
    words = {singular(word) for word in standing.lower[opens : price.first]}
    units = {
        one.unit for one in standing.told_in(price.sentence - _FAR, price.sentence) if one.kind == "count"
    }
    named = [unit for unit in units if unit in words]
    return named[0] or "" if len(named) == 1 else ""


def _members(rate: Draft, reading: Reading) -> list[Member]:
    members = [Member("rate", rate), Member("quantity", reading.count), Member("amount", reading.amount)]
    return members if reading.span is None else [*members, Member("span", reading.span)]


def _chosen(
    standing: Standing, rate: Rated, drafts: list[Draft], of_one: set[int], found: list[Relation]
) -> Reading | None:
    """Return how many there are and what all come to: what makes a figure, else the nearest ones."""
    draft = rate.draft
    levels = [
        one for one in standing.told_in(draft.sentence - _FAR, draft.sentence + _FAR) if id(one) not in of_one
    ]
    amounts = [
        (level, scale)
        for level in levels
        if (scale := scale_to(standing, level, rate)) is not None
        and (level.value or 0) * scale > (draft.value or 0)
        and _may_be_of_all(standing, rate, level)
        and not _is_alternative(standing.lower, draft, level)
    ]
    if is_in_other_words(standing.words(draft)) and draft.kind == "count":
        return _in_other_words(standing, rate)
    if rate.is_quoted:
        amounts = [pair for pair in amounts if _is_called_all(standing, pair[0])]
    if not amounts:
        return None
    counts = counts_of(standing, rate, drafts, levels)
    if not rate.above:
        # "260 doctors serve 442,000 people, one for every 1,700": the fewer are divided among.
        most = max(amount.value or 0 for amount, _ in amounts)
        counts = [pair for pair in counts if (pair[0].value or 0) < most]
    if not counts and rate.is_mean and rate.per not in TIMES and " per " not in (draft.unit or ""):
        # "86,000 claims. The average settlement is 15,000": what it is one of has another name.
        rate = rate._replace(per="")
        counts = counts_of(standing, rate, drafts, levels)
    readings = [
        Reading(rate, count, size, amount, scale)
        for count, size in counts
        for amount, scale in amounts
        if count is not amount
    ]
    holding = [one for one in readings if not one.miss]
    if holding:
        return min(holding, key=lambda one: _distance(draft, one))
    if scale_of(draft) is not None and not rate.is_claimed:
        return None  # so many per 100,000 may be of another place
    # "6.0 deaths per 100,000, down from 7.0": those of whom there were 7.0 are others.
    others = amounts_of_others(rate, drafts, readings)
    amounts = [pair for pair in amounts if id(pair[0]) not in others]
    meant = _meant(standing, rate, [one for one, _ in counts], [one for one, _ in amounts], found)
    if None in meant and " per " in (draft.unit or "") and rate.per not in QUOTED | TIMES:
        return _only_one(standing, rate, drafts)
    reading = next((one for one in readings if (one.count, one.amount) == meant), None)
    if reading is None or not _stand_together(draft, reading):
        return None
    return reading if _is_believed(standing, rate, reading, levels) else None


def _only_one(standing: Standing, rate: Rated, drafts: list[Draft]) -> Reading | None:
    """Return the only two levels of the article that may make a rate whose unit names both."""
    levels = [level for level in standing.told if is_current(level, standing.changes)]
    near = [
        reading
        for count, size in counts_of(standing, rate, drafts, levels)
        for amount in levels
        if amount is not count
        and count.unit == rate.per
        and amount.unit == rate.above
        and not _is_alternative(standing.lower, rate.draft, amount)
        and (reading := Reading(rate, count, size, amount, _ONE)).miss <= _OFF
    ]
    if len(near) != 1:
        return None
    count, amount = (_the_one(standing, [one]) for one in (near[0].count, near[0].amount))
    is_alone = count is not None and amount is not None
    return near[0] if is_alone and _is_believed(standing, rate, near[0], levels) else None


def _may_be_of_all(standing: Standing, rate: Rated, level: Draft) -> bool:
    """Whether an amount says what it counts, where a rate does: "432 of them"; or stands beside the rate."""
    if level.unit is not None or not rate.above or level.sentence == rate.draft.sentence:
        return True
    return standing.lower[level.last : level.last + 2] == ["of", "them"]


def _is_alternative(lower: list[str], rate: Draft, level: Draft) -> bool:
    """Whether an amount is another price than a rate: "500 per exam or 4,000 for the lot"."""
    before = lower[level.first - 2 : level.first]
    return (
        rate.sentence == level.sentence
        and rate.first < level.first
        and before[1:] == ["or"]
        and before[0] != ","
    )


def _distance(draft: Draft, reading: Reading) -> int:
    return abs(reading.count.sentence - draft.sentence) + abs(reading.amount.sentence - draft.sentence)


def _in_other_words(standing: Standing, rate: Rated) -> Reading | None:
    """Return the counts of the sentence before: "25 places, 1,500 applied. In other words, 60 for each"."""
    told = [one for one in standing.levels_in(rate.draft.sentence - 1) if one.kind == "count" and one.value]
    if len(told) != _PAIR:
        return None
    count, amount = sorted(told, key=lambda one: one.value or 0)
    reading = Reading(rate, count, _ONE, amount, _ONE)
    return reading if reading.miss <= _OFF else None


def _meant(
    standing: Standing,
    rate: Rated,
    counts: list[Draft],
    amounts: list[Draft],
    found: list[Relation],
) -> tuple[Draft | None, Draft | None]:
    """Return the count and the amount that stand nearest, each if it stands alone there."""
    sentence = rate.draft.sentence + 1
    sentences = standing.document.sentences
    if sentence < len(sentences) and (
        is_pace(standing.lower, sentences[sentence][0])
        or (not rate.per and divides(standing.lower[slice(*sentences[sentence])]))
    ):
        # "At that price, a 50-litre tank costs", "It is to distribute 5.4 million among its 1,200 suppliers"
        there = [[one for one in some if one.sentence == sentence] for some in (counts, amounts)]
        if all(there):
            return _the_one(standing, there[0]), _the_one(standing, there[1])
    count = _the_count(standing, rate, counts)
    return count, _the_amount(standing, rate, [one for one in amounts if one is not count], found)


def _the_count(standing: Standing, rate: Rated, counts: list[Draft]) -> Draft | None:
    """Return the one that tells how many: "for the 360" behind a rate, before it, in a sentence beside it."""
    draft = rate.draft
    end = end_with_noun(draft)
    here = [one for one in counts if one.sentence == draft.sentence]
    behind = [one for one in here if one.first > draft.first]
    before = [one for one in counts if one.sentence == draft.sentence - 1]
    for some in (
        [one for one in behind if _LEADING.issuperset(standing.lower[end : one.first])],
        [one for one in here if one.first < draft.first],
        [] if rate.per else before,
        behind,
        before,
        # "£2 a head. It is a firm with 58 staff" tells of others.
        [one for one in counts if one.sentence == draft.sentence + 1 and one.unit == rate.per],
        [
            one
            for one in counts
            if one.sentence == draft.sentence - _FAR and (rate.is_claimed or one.unit == rate.per)
        ],
    ):
        if some:
            # Who is told per teacher is told of teachers, where there are any, not of pupils.
            named = [one for one in some if one.unit == rate.per] or some
            # "It sold 186,000 passes, a rise of 24 percent on 150,000. At 35 euros each, that brought in"
            return _the_one(standing, [one for one in named if is_current(one, standing.changes)] or named)
    return None


def _the_amount(standing: Standing, rate: Rated, amounts: list[Draft], found: list[Relation]) -> Draft | None:
    """Return the amount of the nearest sentence that has one, but those that it is tied to."""
    at = rate.draft.sentence
    # Who counts pupils means pupils, where there are any.
    amounts = [one for one in amounts if one.unit == rate.above] or amounts
    here, before, behind, further, last = (
        [one for one in amounts if one.sentence == sentence]
        for sentence in (at, at - 1, at + 1, at - _FAR, at + _FAR)
    )
    for some in (
        [one for one in here if _is_brought(standing, rate, one)],
        here,
        [one for one in behind if _is_called_all(standing, one)],
        before,
        # "250 euros each. It spent 3 million": on something else.
        behind if rate.per else [],
        further,
        [one for one in last if _opens_with_all(standing, one)],
    ):
        if some:
            others = (
                one
                for one in some[1:]
                if not _is_against(standing, one) and not _are_tied(found, some[0], one)
            )
            return _the_one(standing, [some[0], *others])
    return None


def _is_brought(standing: Standing, rate: Rated, amount: Draft) -> bool:
    """Whether words right behind a rate say what all come to: "an entry fee of 15, bringing in 36,900"."""
    between = standing.lower[rate.draft.last : amount.first]
    return "," in between[:_REACH] and len(between) <= _REACH and not _BRINGING.isdisjoint(between)


def _are_tied(found: list[Relation], one: Draft, other: Draft) -> bool:
    """Whether two figures are in one relation."""
    return any(one in tied and other in tied for tied in map(drafts_of, found))


def _is_called_all(standing: Standing, amount: Draft) -> bool:
    """Whether words before an amount call it one of all: "The order is worth 3 million", "In all it pays"."""
    opens = standing.document.sentences[amount.sentence][0]
    if standing.lower[opens] in _QUOTES:
        return False  # what somebody says of it may be about anything
    return not _WORTH.isdisjoint(standing.lower[max(opens, amount.first - _REACH) : amount.first])


def _opens_with_all(standing: Standing, amount: Draft) -> bool:
    """Whether the sentence of an amount begins with "In all" or "Altogether"."""
    opens = standing.document.sentences[amount.sentence][0]
    lead = standing.lower[opens : opens + 2]
    return lead[0] in _ALL or (lead[0] == "in" and lead[1] in _ALL)


def _opens_with(standing: Standing, count: Draft) -> bool:
    """Whether a sentence begins with a count: "With 74 million shares outstanding, that works out at"."""
    opens = standing.document.sentences[count.sentence][0]
    return standing.lower[opens] in ("with", "on") and count.first - opens <= _OPENING


def _opens_with_then(standing: Standing, level: Draft) -> bool:
    """Whether the sentence of a level begins with an earlier time: "A year ago deliveries had reached"."""
    opens = standing.document.sentences[level.sentence][0]
    return not _THEN.isdisjoint(standing.lower[opens : opens + _OPENING])


def _the_one(standing: Standing, levels: list[Draft]) -> Draft | None:
    """Return the first of levels that are all the same, and not set against others."""
    for level in levels:
        if level.value != levels[0].value or not is_current(level, standing.changes):
            return None
    return None if _is_against(standing, levels[0]) else levels[0]


def _is_against(standing: Standing, level: Draft) -> bool:
    """Whether words right before a level set it against another: "compared with 54 million"."""
    opens = max(standing.document.sentences[level.sentence][0], level.first - _REACH)
    before = standing.lower[opens : level.first]
    return not _AGAINST.isdisjoint(before) or before[-2:] == [",", "after"]


def _stand_together(rate: Draft, reading: Reading) -> bool:
    """Whether the figures are near one another; a pace, its time and its way take two sentences at most."""
    at = {rate.sentence, reading.count.sentence, reading.amount.sentence}
    return max(at) - min(at) <= _FAR + 1 and (reading.count.kind != "duration" or len(at) <= _PAIR)


def _is_believed(standing: Standing, rate: Rated, reading: Reading, levels: list[Draft]) -> bool:
    """Whether a figure is wrong that is not what its quantity and amount make."""
    if rate.draft.qualifier in _BOUNDS:
        return False  # "214 tickets have been worth 100,000 or more"
    if reading.count.unit is None and reading.count.form == "words":
        return False  # "on the previous three"
    is_aim = reading.amount.status == "target" != rate.draft.status
    if is_aim and reading.amount.sentence != rate.draft.sentence:
        return False
    # "A year ago deliveries had reached 704,000 tonnes": of then, and the amount of now.
    if reading.count.sentence != reading.amount.sentence and _opens_with_then(standing, reading.count):
        return False
    # Proceeds, profits and costs stand beside shares and their price: a slip shows that one is of the other.
    is_of_all = _opens_with_all(standing, reading.amount) or _opens_with(standing, reading.count)
    limit = 0 if reading.count.unit in SECURITIES and not is_of_all else _OFF
    if reading.miss > limit and not is_slip(rate, reading):
        return False
    if any(is_made_with(rate, reading, other) for other in levels) or is_told_bare(levels, rate, [reading]):
        return False
    return not is_made_by_share(standing, rate, reading)


def _over_its_time(standing: Standing, rate: Rated) -> Draft | None:
    """Return the amount of a year, a month or the like that a mean of its days or months is told of."""
    draft = rate.draft
    if draft.value is None:
        return None
    for sentence in (draft.sentence, draft.sentence - 1):
        amounts = [
            level
            for level in standing.levels_in(sentence)
            if level.start < draft.start
            and " per " not in (level.unit or "")
            and scale_to(standing, level, rate) == 1
            and _days_of_months(level) >= _WEEK
        ]
        if amounts:
            amount = _the_one(standing, amounts)
            if amount is None or amount.value is None:
                return None
            if rate.per == "day" and is_told_beside(standing, draft, days_of(amount)):
                return None
            made = amount.value * DAYS[rate.per] / days_of(amount)
            slack = rounding_of(draft) + made * (rounding_of(amount) / amount.value + _EXACTLY)
            return amount if miss(draft.value, made, slack) <= _OFF else None
    return None


def _days_of_months(level: Draft) -> int:
    """Return how many days a level's months have; 0 where it is of no whole months that words tell."""
    start, end = level.period_start, level.period_end
    if not start or not end or not start.endswith("-01") or level.period_basis not in PLACED:
        return 0
    is_whole = (date.fromisoformat(end) + timedelta(days=1)).day == 1
    return days_of(level) if is_whole else 0
