"""Which figures are told of one of several: "40 euros a head", "25 each", "an average of 18,000".

What such a figure is per is said by its unit ("tonnes per hectare", "litres per 100 kilometres"), by words
beside it ("a share", "apiece", "for every 2,600 cows") or by "average", which leaves open of how many.
"""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from flows.extraction.claims.standing import WHOLES, Standing
from flows.extraction.figure import Draft, end_with_noun
from flows.extraction.relations.likeness import (
    PEOPLE,
    SECURITIES,
    SEVERAL_SIZES,
    are_kindred,
    dimensions,
    factors,
)
from flows.extraction.text.noun_words import CLOSED

TIMES: Final = frozenset("day week month year hour minute second night quarter decade season time".split())
HEADS: Final = PEOPLE | frozenset("head capita inhabitant taxpayer human soul local".split())
# Per one of these is per one of whoever is counted; per teacher is per teacher.
_ANYBODY: Final = frozenset(
    "head capita man person people inhabitant resident citizen taxpayer human soul local adult".split()
)
EACH: Final = frozenset("each apiece".split())
MEAN: Final = frozenset("average averages averaged averaging mean typical".split())
_EVENTS: Final = frozenset("match game shift trip flight show concert visit voyage session working".split())
TYPICAL: Final = frozenset("average typical normal ordinary usual".split())
# Told by markets and tariffs: the levels around them are of something else, unless words say otherwise.
QUOTED: Final = SECURITIES | frozenset("barrel ounce troy bushel gallon night ticket copy".split())
_FORECASTS: Final = frozenset(
    "analyst analysts expected forecast forecasts estimate estimates poll polled".split()
)
_COMPARING: Final = frozenset("above below than against versus beating exceeding beat exceeded".split())
_ONE_OF: Final = frozenset("each every".split())
_TO_ONE: Final = frozenset("for per to".split())
_ARTICLES: Final = frozenset("a an per every".split())
_AT_EACH: Final = frozenset("on in at from with by".split())
_CITIES: Final = frozenset(
    "city town country county state region province village district population".split()
)
_DIVIDED: Final = frozenset("divided shared spread split distributed divide share distribute".split())
_AMONG: Final = frozenset("among amongst between".split())
_DETERMINERS: Final = frozenset("the its their his her our those these some about".split())
_OVER: Final = frozenset("among amongst between over across by out".split())
_POINTING: Final = frozenset(
    "that this it which figure sum total amount yield average rate cost bill price".split()
)
# "That works out at", "which means", "the figure equates to", "this gives a yield of"
_COMES: Final = frozenset(
    """is was be are leaves left leaving comes came works worked amounts amounted equates equated equals
    equalled corresponds corresponded translates translated means meant makes made gives gave represents
    adds""".split()
)
_BETWEEN: Final = frozenset(
    """to out at into up with a an the of about around roughly nearly almost some just over only approximately
    average yield rate mean for or close more less than exactly equivalent equal earnings profit
    income dividend basic diluted -""".split()
)
_RESTATED: Final = frozenset("or averaging average rate yield equivalent equal i.e. namely".split())
_APART: Final = frozenset((",", "-", "–", "—", "(", ":", ";"))
_FILLING: Final = frozenset(
    "of at about around some roughly nearly almost just under over only a an the was is were for".split()
)
_IS: Final = frozenset(
    """is was are were has had gets got costs cost earns earned pays paid receives received comes came stood
    amounts amounted weighs weighed sold raised fetched took takes holds held""".split()
)
_BREAKS: Final = frozenset((";", ":", "(", "and", "but", "while"))
_PACE: Final = frozenset("rate pace speed price".split())
_MANY: Final = re.compile(r"([\d,]+) (\w+?)s?$")  # what "litres per 100 kilometres" are per
_THOUSANDS: Final = frozenset(("1,000", "10,000", "100,000"))
_PRICED: Final = 6  # tokens before an amount in which a word of price stands
# What one of several costs, or what one of several people gets.
_PRICES: Final = frozenset(
    """price prices priced pricing cost costs costing fare fares fee fees ticket tickets charge charges
    charged charging toll levy rent rents sells selling sold fetch fetches fetched pay pays paying paid earn
    earns earned get gets receive receives received wage wages salary bonus bonuses premium dividend payout
    payouts pension allowance grant cheque prize apiece each one every settled admission entry deposit
    closed closing close""".split()
)
_POPULATION: Final = "population"
_ONE: Final = Decimal(1)
_BEHIND: Final = 3  # tokens behind a figure in which "for every inhabitant" stands
# What is told of each of them is told of one.
_AREAS: Final = frozenset(("hectare", "acre", "square kilometre", "square mile"))
_STEM: Final = 6  # letters that nouns for one thing begin with: practices have practitioners
_REACH: Final = 12  # tokens from "each" to its figure
_MEAN_REACH: Final = 5
_MEAN_NOUN: Final = 8  # tokens from "the average claim" to what it is
_CLOSE: Final = 6  # tokens from "one" to "for every 2,600"
_CLAIM: Final = 9  # tokens from the words that point back to a rate
_WIDE: Final = 4  # tokens from "average" to a rate that is claimed to be one


class Rated(NamedTuple):
    """A figure of one of several.

    Attributes:
        draft: the figure.
        above: the unit in which amounts of all are told.
        per: the noun of which it is of one, or a unit of time; "" where any count may tell how many.
        many: of how many of these it is.
        is_mean: whether words tell that it is a mean of all.
        is_claimed: whether words say that an amount was divided, or point back to it.
        is_quoted: whether it is a price or a pace of whatever there is, not of the levels around it.
    """

    draft: Draft
    above: str
    per: str
    many: Decimal
    is_mean: bool
    is_claimed: bool
    is_quoted: bool


def rated(standing: Standing, draft: Draft, *, is_worded: bool) -> Rated | None:
    """Return what a figure is per; None where it is of all.

    Args:
        standing: the figures of the article.
        draft: the figure.
        is_worded: whether its sentence holds a word of `EACH`, "every" or `MEAN`.
    """
    lower, opens = standing.lower, standing.document.sentences[draft.sentence][0]
    above, _, per = f" {draft.unit or ''}".partition(" per ")
    above = above.strip()
    many = _ONE
    if above in WHOLES:
        return None  # "their old rate averages 2.3 per cent"
    is_mean = is_worded and _is_mean(lower, opens, draft)
    noun = _mean_noun(standing, opens, draft) if is_worded and not is_mean else ""
    if not per:
        told = _per_by_words(standing, opens, draft, is_worded=is_worded, is_mean=is_mean)
        if told is None and not noun:
            return None
        per = noun if told is None else told
    elif per in _THOUSANDS:
        # "25 cases per 100,000": of people, whose number is told as well.
        per, many = "person", Decimal(per.replace(",", ""))
    elif (found := _MANY.fullmatch(per)) is not None:
        per, many = found.group(2), Decimal(found.group(1).replace(",", ""))
    elif not per.replace(" ", "").isalpha():
        return None
    if not (above or per) and draft.value is not None and draft.value != int(draft.value):
        return (
            None  # "The average was 6.1 out of ten", "their old rate averages 2.3 percent, the new one 4.4"
        )
    typical = _of_a_typical(lower[max(opens, draft.first - _CLOSE) : draft.first]) if is_worded else ""
    is_mean = is_mean or (bool(per) and per in {noun, typical})
    claimed = is_claimed(standing, draft)
    is_quoted = (per in TIMES or per in QUOTED) and not (is_mean or claimed or _is_held(standing, draft))
    return Rated(draft, above, per, many, is_mean, claimed, is_quoted)


def _per_by_words(
    standing: Standing, opens: int, draft: Draft, *, is_worded: bool, is_mean: bool
) -> str | None:
    """Return the noun that words beside a figure say it is per, "" for "each", None where none do."""
    lower = standing.lower
    before = lower[max(opens, draft.first - _CLOSE) : draft.first]
    if "one" in before and before[-1] in (_ONE_OF | _TO_ONE):
        # "One vet for every 2,600 cows"
        noun = before[before.index("one") + 1]
        return noun if noun.isalpha() and noun not in _TO_ONE else ""
    if is_worded and (noun := _of_a_typical(before)):
        return noun
    end = end_with_noun(draft)
    after = lower[end : end + _BEHIND]
    is_to = after[:1] in (["for"], ["to"])
    if after[:1] != [] and after[0] in _AT_EACH and after[1:2] != [] and after[1] in _ONE_OF:
        after, is_to = after[1:], True  # "35 on each hectare", "15,000 at each of them"
    if after[:1] == ["to"] and after[1:2] in (["a"], ["an"]) and draft.unit is not None:
        # "16 children to a teacher."; not "16 people to a new flat"
        return after[2] if after[2:] and not any(map(str.isalpha, lower[end + _BEHIND :][:1])) else None
    if is_to and after[1:2] != [] and (after[1] in _ONE_OF or after[:2] == ["to", "the"]):
        # "For every inhabitant", "to the hectare"; not "3 euros for 100 g", "for the quarter"
        after = after[1:]
    elif is_to:
        after = []
    if after[:1] != []:
        noun = after[1] if after[1:] and after[1].isalpha() else ""
        if after[0] in EACH:
            return noun if noun in TIMES or (is_to and noun not in ("of", "one")) else ""
        if (after[0] in _ARTICLES or (is_to and after[0] == "the")) and noun and noun != "of":
            return "" if noun == "one" else noun  # "for every one of the 180,000 visits"
    if is_mean or (is_worded and _is_told_of_each(standing, opens, draft)):
        return ""
    is_quotient = draft.unit is not None and _is_divided(lower[opens : draft.first])
    return "" if is_quotient and not _is_divisor(lower, draft) else None


def _of_a_typical(before: list[str]) -> str:
    """Return "day" of "on an average day" before a figure, "" for none."""
    for place, word in enumerate(before[:-1]):
        if word in TYPICAL and place > 1 and before[place - 1] in ("a", "an"):
            noun = before[place + 1]
            return noun if noun in TIMES or noun in _EVENTS else ""
    return ""


def _is_told_of_each(standing: Standing, opens: int, draft: Draft) -> bool:
    """Whether "each" before a figure says that it is: "80 turbines, each rated at 3.6 megawatts"."""
    lower = standing.lower
    if _is_divisor(lower, draft):
        return False
    for place in range(draft.first - 1, max(opens, draft.first - _REACH) - 1, -1):
        if lower[place] in _ONE_OF:
            # "180 euros each for the 360": said of what stands before it.
            return place - 1 not in standing.lasts
        # "For each of its 9,000 inhabitants that makes 40 euros": the count is no other figure of each.
        if lower[place] in _BREAKS or (
            place in standing.firsts and lower[place + 1] != "-" and "of" not in lower[place - 2 : place]
        ):
            return False
    return False


def _is_mean(lower: list[str], opens: int, draft: Draft) -> bool:
    """Whether words next to a figure call it a mean: "an average of 77", "averaged 77", "77 on average"."""
    begin = max(opens, draft.first - _MEAN_REACH)
    before, behind = lower[begin : draft.first], lower[draft.last : draft.last + _MEAN_REACH]
    if not (_FORECASTS.isdisjoint(before) and _FORECASTS.isdisjoint(behind)):
        return False
    place = draft.first - 1
    while place >= begin and lower[place] in _FILLING:
        place -= 1
    if place >= begin and lower[place] in MEAN:
        # "Turnover reached 9.8 billion, well above the average of 6.1 billion": of other days.
        return _COMPARING.isdisjoint(lower[max(opens, place - _CLOSE) : place])
    # Not "There were 17 games, so on average": of another figure.
    return _ends_with_average(before) or _begins_with_average(behind)


def _ends_with_average(words: list[str]) -> bool:
    """Whether "on average" stands among the words before a figure, and no comma behind it."""
    if "average" not in words:
        return False
    place = len(words) - 1 - words[::-1].index("average")
    return words[place - 1 : place] == ["on"] and "," not in words[place:-1]


def _begins_with_average(words: list[str]) -> bool:
    """Whether "on average" stands among the words behind a figure, and no comma before it."""
    if "average" not in words:
        return False
    place = words.index("average")
    return words[place - 1 : place] == ["on"] and "," not in words[:place]


def _is_divisor(lower: list[str], draft: Draft) -> bool:
    """Whether a figure tells by how many is divided: "among the 9,000 inhabitants", "each of its 17".

    "Seven new shares for every ten" as well; one of something for every ten is a figure of each.
    """
    before = lower[max(0, draft.first - 4) : draft.first]
    if before[-2:-1] == ["for"] and before[-1] in _ONE_OF:
        return True
    if before[-1:] == [] or before[-1] not in _DETERMINERS | _OVER | {"of"}:
        return False
    return not _OVER.isdisjoint(before) or ("of" in before and not _ONE_OF.isdisjoint(before))


def _mean_noun(standing: Standing, opens: int, draft: Draft) -> str:
    """Return what there is one of in "the average claim is for £3,100"; "" where no such words lead here."""
    lower = standing.lower
    for place in range(draft.first - 1, max(opens, draft.first - _MEAN_NOUN) - 1, -1):
        if place in standing.firsts or lower[place] in _BREAKS or lower[place] == ",":
            return ""
        if (
            lower[place] in ("average", "typical")
            and lower[place + 1].isalpha()
            and lower[place + 1] not in CLOSED
            and lower[place - 1] == "the"
        ):
            return lower[place + 1] if not _IS.isdisjoint(lower[place + 2 : draft.first]) else ""
    return ""


def priced(standing: Standing, draft: Draft) -> Rated | None:
    """Return an amount as what one of several costs or gets, by words about it; of how many is not said."""
    above, _, per = (draft.unit or "").partition(" per ")
    if draft.kind != "money" or (per and per not in TIMES):
        return None
    lower, (opens, ends) = standing.lower, standing.document.sentences[draft.sentence]
    near = lower[max(opens, draft.first - _PRICED) : min(ends, draft.last + _BEHIND)]
    if _PRICES.isdisjoint(near):
        return None
    return Rated(draft, above, "", _ONE, False, False, True)


def is_claimed(standing: Standing, rate: Draft) -> bool:
    """Whether words divide an amount, or point back to it right before a rate."""
    lower, opens = standing.lower, standing.document.sentences[rate.sentence][0]
    before = lower[opens : rate.first]
    # "The rest are split between the Ness, with nineteen, and ..." divides into parts, not by a number.
    if (_is_divided(before) and rate.unit is not None) or is_in_other_words(before):
        return True
    if "average" in before and (not _ONE_OF.isdisjoint(before) or "average" in before[-_WIDE:]):
        return True
    is_for_one = _is_for_one(lower, rate)
    if is_for_one:
        before = before[: len(before) - 1 - before[::-1].index("one")]
    near = before[-_CLAIM:]
    place = len(near)
    while place and near[place - 1] in _BETWEEN:
        place -= 1
    linking = near[place:]
    if not place:
        return False
    if near[place - 1] in _APART:
        # ", or 40 euros apiece", "- an average of 40 euros a head"
        return not _RESTATED.isdisjoint(linking) or is_for_one
    return near[place - 1] in _COMES and not _POINTING.isdisjoint(near[max(0, place - 3) : place - 1])


def is_pace(lower: list[str], opens: int) -> bool:
    """Whether a sentence holds on to a rate: "At that rate"."""
    words = lower[opens : opens + 3]
    return len(words) > 2 and words[0] == "at" and words[1] in ("that", "this") and words[2] in _PACE


def is_in_other_words(words: list[str]) -> bool:
    """Whether a sentence says again what the one before did: "In other words, there are 90 for each job"."""
    return words[:3] in (["in", "other", "words"], ["to", "put", "it"]) or words[:2] == ["put", "differently"]


def scale_to(standing: Standing, amount: Draft, rate: Rated) -> Decimal | None:
    """Return how many units of a rate an amount's own unit has; None where they measure different things."""
    own, above = amount.unit or "", rate.above
    what, _, per = own.partition(" per ")
    if per:
        # "Costs 58 million a year ... 47,000 for each inmate"
        is_yearly = what == above and per in TIMES and rate.per not in TIMES
        return _ONE if is_yearly else None
    if amount.kind == "count" and rate.draft.kind in ("count", "rate"):
        if not above or not own or own == above or are_kindred(own, above):
            return _ONE
        if own in PEOPLE and amount.metric_code == f"{above}s":
            return _ONE  # "318 people died", and deaths per 100,000
        return _ONE if above in HEADS and (own in HEADS or amount.metric_code == _POPULATION) else None
    if not above or own == above:
        return _ONE if above else None
    return _times(standing, own, above)


def size_of_one(standing: Standing, level: Draft, rate: Rated) -> Decimal | None:
    """Return of how many that a rate is per one unit of a level is; None where it counts something else."""
    per, unit = rate.per, level.unit
    if not per:
        # "1,240 square kilometres, with 150 people to each of them"
        is_several = level.kind == "count" or unit in _AREAS
        return _ONE if is_several and (unit is None or unit != rate.above) else None
    if unit is None:
        lower = standing.lower
        is_of_people = level.metric_code == _POPULATION or (
            lower[level.first - 1] == "of" and lower[level.first - 2] in _CITIES
        )
        is_told = (is_of_people and per in _ANYBODY) or lower[level.last : level.last + 2] == ["of", "them"]
        return _ONE / rate.many if is_told else None
    if (
        unit == per
        or are_kindred(unit, per)
        or (per in _ANYBODY and unit in HEADS)
        or unit[:_STEM] == per[:_STEM]
    ):
        return _ONE / rate.many
    times = _times(standing, unit, per)
    return None if times is None else times / rate.many


def _times(standing: Standing, unit: str, other: str) -> Decimal | None:
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if unit not in known or known[unit] != known.get(other) or not SEVERAL_SIZES.isdisjoint((unit, other)):
        return None
    return sizes[unit] / sizes[other]


def _is_held(standing: Standing, draft: Draft) -> bool:
    """Whether the sentence of a rate, or the next one, holds on to it."""
    sentences = standing.document.sentences
    return any(
        is_pace(standing.lower, sentences[number][0])
        for number in range(draft.sentence, min(draft.sentence + 2, len(sentences)))
    )


def _is_for_one(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is what there is one of something for: "one doctor for every 1,700 people"."""
    place = draft.first - 1
    place -= lower[place] in _ONE_OF
    return lower[place] in _TO_ONE and "one" in lower[max(0, place - 3) : place]


def _is_divided(words: list[str]) -> bool:
    """Whether "divided among" or its like stands among words."""
    return not _DIVIDED.isdisjoint(words) and any(
        word in _DIVIDED and not _OVER.isdisjoint(words[place + 1 : place + 3])
        for place, word in enumerate(words)
    )


def divides(words: list[str]) -> bool:
    """Whether words tell that an amount is divided: "to distribute 5.4 million among its 1,200 members"."""
    place = next((place for place, word in enumerate(words) if word in _DIVIDED), None)
    return place is not None and not _AMONG.isdisjoint(words[place + 1 :])
