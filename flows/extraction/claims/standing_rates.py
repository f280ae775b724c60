"""What an amount just told comes to for each: "Divided among the 9,000 inhabitants, that is 40 euros a head".

The words say that an amount was divided, or point back to it; what the rate is per names the quantity.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Candidate, Standing, choose, miss
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import PEOPLE, SECURITIES, SEVERAL_SIZES, dimensions, factors
from flows.extraction.relations.relating import is_current
from flows.extraction.relations.sums import rounding_of
from flows.extraction.text.noun_words import VERBS

_EACH: Final = frozenset("each apiece".split())
_PER: Final = frozenset("a an per each every".split())
_PER_ONE: Final = frozenset("each every".split())
_KINDS: Final = frozenset("count money measure rate".split())
# What a rate for people may be per, whoever was counted.
_HEADS: Final = PEOPLE | frozenset("head capita inhabitant taxpayer human soul local".split())
TIMES: Final = frozenset("day week month year hour minute second night quarter decade season time".split())
_DIVIDED: Final = frozenset("divided shared spread split distributed".split())
_OVER: Final = frozenset("among amongst between over across by out".split())
_POINTING: Final = frozenset(
    "that this it which figure sum total amount yield average rate cost bill price".split()
)
# "That works out at", "which means", "the figure equates to", "this gives a yield of"
_COMES: Final = frozenset(
    """is was be are comes came works worked amounts amounted equates equated equals equalled corresponds
    corresponded translates translated means meant makes made gives gave represents adds""".split()
)
_BETWEEN: Final = frozenset(
    """to out at into up with a an the of about around roughly nearly almost some just over only approximately
    average yield rate mean for or close more less than exactly equivalent equal earnings profit
    income dividend basic diluted -""".split()
)
_RESTATED: Final = frozenset("or averaging average rate yield equivalent equal i.e. namely".split())
_APART: Final = frozenset((",", "-", "–", "—", "(", ":", ";"))
_BEFORE: Final = 9  # tokens from the words that point back to the rate
_WITH: Final = frozenset("with on spread divided".split())
_NEAR: Final = 4  # tokens from "on average" to the rate
_BEHIND: Final = 6  # tokens from a rate to "for each of the 9,000"
_BACK: Final = 2  # sentences from the rate to what was divided
_MOST: Final = 10  # levels about a claim beyond which nothing is certain
_OFF: Final = 0.75  # by how much a rate may miss what is divided and still be meant
_POPULATION: Final = "population"
_PAIR: Final = 2
_LEAST: Final = 2  # of fewer nothing is divided among


def find_standing_rates(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return rates that are claimed of an amount told before, with it and the quantity that they are per.

    Args:
        standing: the figures of the article.
        drafts: all of them: what repeats an amount "or 40 euros apiece" is no level of its own.
        found: the relations so far: what is in a rate already is left alone.
    """
    tied = figures_of(one for one in found if one.kind == "rate")
    told: list[Relation] = []
    for rate in drafts:
        if id(rate) in tied or rate.kind not in _KINDS or not is_current(rate, standing.changes):
            continue
        per = per_what(standing, rate)
        if per is None or per in TIMES or not is_claimed(standing, rate):
            continue
        chosen = choose(_readings(standing, rate, per), within=_OFF)
        if chosen is None or not tied.isdisjoint(map(id, chosen)):
            continue
        quantity, amount = chosen
        members = (Member("rate", rate), Member("quantity", quantity), Member("amount", amount))
        told.append(related("rate", "divided", *members, told_by=rate))
        tied.update(map(id, (rate, quantity, amount)))
    return told


def per_what(standing: Standing, draft: Draft) -> str | None:
    """Return what a figure is per: the noun of "a hectare", "for every inhabitant", or "each"; else none."""
    lower = standing.lower
    per = f" {draft.unit or ''}".partition(" per ")[2]
    if per and (per.isalpha() or " per " in (draft.unit or "")):
        return per
    after = end_with_noun(draft)
    words = lower[after : after + _BEHIND]
    if words[:1] in (["for"], ["to"]):
        words = words[1:]
        if words[:1] and words[0][0].isdecimal():
            return None  # "3 euros for 100 g"
        if _PER_ONE.isdisjoint(words[:1]):
            words = []
    if len(words) > 1 and words[0] in _PER and words[1].isalpha() and words[1] != "of":
        return words[1]
    if words[:1] and (words[0] in _EACH or words[1:3] == ["each", "of"]):
        return "each"
    if _is_for_one(lower, draft):
        return "each"
    # "For each of its 9,000 inhabitants that makes 40 euros", "an average of 40 euros"
    opens = standing.document.sentences[draft.sentence][0]
    before = lower[opens : draft.first]
    if not _PER_ONE.isdisjoint(before):
        for place, word in enumerate(before[:-1]):
            if word in _PER_ONE:
                noun = before[place + 1]
                return "each" if noun in ("of", "one") or noun in VERBS else noun
    return "each" if _is_divided(before) else None


def _is_for_one(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is what there is one of something for: "one doctor for every 1,700 people"."""
    place = draft.first - 1
    place -= lower[place] in _PER_ONE
    return lower[place] in ("for", "per", "to") and "one" in lower[max(0, place - 3) : place]


def _is_in_other_words(words: list[str]) -> bool:
    """Whether a sentence says again what the one before did: "In other words, there are 90 for each job"."""
    return words[:3] in (["in", "other", "words"], ["to", "put", "it"]) or words[:2] == ["put", "differently"]


def _is_divided(words: list[str]) -> bool:
    """Whether "divided among" or its like stands among words."""
    return not _DIVIDED.isdisjoint(words) and any(
        word in _DIVIDED and not _OVER.isdisjoint(words[place + 1 : place + 3])
        for place, word in enumerate(words)
    )


def is_claimed(standing: Standing, rate: Draft) -> bool:
    """Whether words divide an amount, or point back to it right before a rate."""
    lower, opens = standing.lower, standing.document.sentences[rate.sentence][0]
    before = lower[opens : rate.first]
    # "The rest are split between the Ness, with nineteen, and ..." divides into parts, not by a number.
    if (_is_divided(before) and rate.unit is not None) or _is_in_other_words(before):
        return True
    if "average" in before and not _PER_ONE.isdisjoint(before):
        return True
    if "average" in before[-_NEAR:]:
        return True
    if _is_for_one(lower, rate):
        before = before[: len(before) - 1 - before[::-1].index("one")]
    near = before[-_BEFORE:]
    place = len(near)
    while place and near[place - 1] in _BETWEEN:
        place -= 1
    linking = near[place:]
    if not place:
        return False
    if near[place - 1] in _APART:
        # ", or 40 euros apiece", "- an average of 40 euros a head"
        return not _RESTATED.isdisjoint(linking) or _is_for_one(lower, rate)
    return near[place - 1] in _COMES and not _POINTING.isdisjoint(near[max(0, place - 3) : place - 1])


def _readings(standing: Standing, rate: Draft, per: str) -> Iterator[Candidate]:
    """Yield quantity and amount from ever further back; a pair that does not hold must stand alone."""
    if _is_in_other_words(standing.words(rate)) and rate.kind == "count":
        told = [level for level in standing.levels_in(rate.sentence - 1) if level.kind == "count"]
        if len(told) == _PAIR:
            quantity, amount = sorted(told, key=_value)
            for reading in _judged(rate, quantity, amount, Decimal(1)):
                yield Candidate(reading.drafts, min(reading.miss, _OFF))
        return
    after = end_with_noun(rate)
    for back in range(_BACK + 1):
        before = standing.levels_before(rate, back)
        here = standing.levels_in(rate.sentence)
        behind = [level for level in here if 0 < level.first - after <= _BEHIND]
        quantities = [level for level in (*before, *behind) if _is_counted(level, per)]
        # "With 210,000 inhabitants, that is six each": the sentence of the rate says whose.
        quantities = [level for level in quantities if level.sentence == rate.sentence] or quantities
        pairs = [
            (quantity, amount, scale)
            for quantity in quantities
            for amount in before
            if amount.unit != quantity.unit and (scale := scale_to(standing, amount, rate)) is not None
        ]
        readings = [reading for pair in pairs for reading in _judged(rate, *pair)]
        units = {quantity.unit for quantity in quantities}
        alone = sum(reading.miss <= _OFF for reading in readings) == 1
        # Those who earn and pay by the share have several sorts of both, unless the sentence tells how many.
        is_told = (
            bool(quantities)
            and quantities[0].sentence == rate.sentence
            and _opens_with(standing, quantities[0])
        )
        alone = alone and len(before) <= _MOST and (is_told or SECURITIES.isdisjoint((per, *units)))
        yield from (reading for reading in readings if alone or not reading.miss)


def _opens_with(standing: Standing, quantity: Draft) -> bool:
    """Whether a sentence begins with a quantity: "With 74 million shares outstanding, that works out at"."""
    opens = standing.document.sentences[quantity.sentence][0]
    return standing.lower[opens] in _WITH and quantity.first - opens <= _NEAR


def _value(level: Draft) -> Decimal:
    return level.value or Decimal(0)


def _judged(rate: Draft, quantity: Draft, amount: Draft, scale: Decimal) -> Iterator[Candidate]:
    """Yield a quantity and an amount with how far they are from making a rate."""
    if not rate.value or not quantity.value or not amount.value or amount.value * scale <= rate.value:
        return
    made = amount.value * scale / quantity.value
    slack = rounding_of(rate) + made * (
        rounding_of(amount) / amount.value + rounding_of(quantity) / quantity.value
    )
    off = miss(rate.value, made, max(slack, Decimal("0.5") if rate.granule == 1 else Decimal(0)))
    yield Candidate((quantity, amount), off)


def _is_counted(quantity: Draft, per: str) -> bool:
    """Whether a level counts what a rate is per."""
    if quantity.unit is None or quantity.kind not in ("count", "measure") or (quantity.value or 0) < _LEAST:
        return False
    if per == "each":
        return quantity.kind == "count"
    return quantity.unit == per or (per in _HEADS and quantity.unit in _HEADS)


def scale_to(standing: Standing, amount: Draft, rate: Draft) -> Decimal | None:
    """Return how many units of a rate an amount's own unit has; None where they measure different things."""
    above = (rate.unit or "").partition(" per ")[0]
    own = amount.unit or ""
    if above.startswith("per ") and above.removeprefix("per ").isalpha():
        above = ""  # "4,800 cars in eight hours, or 600 an hour"
    if not above and own and rate.kind in ("count", "rate") and amount.kind == "count":
        return Decimal(1)  # "17 games, so on average 23,000 watched each of them"
    what, _, per = own.partition(" per ")
    if what == above and per in TIMES and not (rate.unit or "").endswith(f" per {per}"):
        return Decimal(1)  # "costs 58 million a year ... 47,000 for each inmate"
    if not above or per:
        return None
    if own == above or (above in _HEADS and (own in _HEADS or amount.metric_code == _POPULATION)):
        return Decimal(1)
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if own not in known or known[own] != known.get(above) or not SEVERAL_SIZES.isdisjoint((own, above)):
        return None
    return sizes[own] / sizes[above]
