"""A growth, or a multiple of what was, held against the two levels of the article that it can be of.

"It took 1,180. A year before, the same search gave 1,072. That is a rise of 10 per cent", "64,500 tonnes,
not half of what was pressed in 2020, when 91,000 ...": of the levels around such a claim two of one unit are
dated apart, and no third one of their unit stands between. Any two levels of the article that make the claim
are the ones that are meant.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.claims.earlier_levels import is_at_its_distance, is_earlier, words_of
from flows.extraction.claims.standing import Standing, growth_miss, is_alike_in_status
from flows.extraction.claims.standing_growth import ADJUSTED, goes_on_from, is_relative, points_back
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    by_role,
    figures_of,
    lacks_former,
    related,
    start_of,
)
from flows.extraction.implied.series import grown_metric, kindred, may_be_one, same_place
from flows.extraction.relations.likeness import opposed, same_level
from flows.extraction.relations.sizes import is_difference
from flows.extraction.text.change_words import CHANGE_VERBS
from flows.extraction.text.level_words import QUOTES

_FAR: Final = 6  # sentences around a claim in which two levels that make it are the ones that are meant
_BACK: Final = 3
_AHEAD: Final = 2
_MOST: Final = 16  # levels beyond which nothing is certain
# Sentences before and behind a claim in which its levels stand: the nearest that hold two.
_AROUND: Final = ((0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (0, 2), (2, 1), (1, 2), (2, 2), (3, 0))
_PAIR: Final = 2  # the new level and the former one
_TIMES: Final = 20  # times a level that its former level may be
_BESIDE: Final = 12  # tokens around a claim that may say that it was expected
_VERB: Final = 3  # tokens before a claim that have its verb
_CLOSE: Final = 5  # tokens behind a claim that tell against what it is
_APPOSED: Final = "a_rise_of"
_ANYTHING: Final = frozenset((None, "person"))  # what any count may be in
_LEAD: Final = 1  # the sentences that an article begins with
_SMALL: Final = 20  # bare numbers below it count anything
_OFF: Final = 0.8  # by how much levels may miss a claim and still be meant
_ROUND: Final = 0.26  # by how much "doubled" may be off and hold
FORECAST: Final = frozenset(
    """expected expecting expectations forecast forecasts estimate estimates estimated analysts economists
    consensus projected predicted target targets guidance goal""".split()
)
NO_FORMER: Final = FORECAST | frozenset("would could should capacity record low lowest high peak".split())
# Behind a fraction or a multiple they set it against a level: "a third of what", "twice as many as".
_AS: Final = frozenset("many much high large big long tall heavy fast expensive old wide deep few".split())
_OF_WHAT: Final = frozenset("what last that those its their former previous".split())
_THUS: Final = frozenset("so thus hence therefore meaning means".split())
_USUAL: Final = frozenset("normal usual average mean norm".split())
_CAUSES: Final = frozenset("after because as so when since though although".split())
_SET: Final = frozenset("against compared versus".split())
_DASHES: Final = frozenset(("--", "–", "—"))
_AMOUNTS: Final = frozenset("number figure level total amount size value price volume rate sum".split())


def with_level_growth(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return `found` with new and former level for the growths and multiples that have no former one yet.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the claims among them.
        found: the relations so far; claims that are tied are left alone.
    """
    if len(standing.told) < _PAIR:
        return found
    new_of = {
        id(roles["growth"]): roles["new"] for one in found if lacks_former(one) and (roles := by_role(one))
    }
    # "9,450, having counted 7,000 before, a jump of 35 percent": the nearest is not always the new one.
    loose = {id(by_role(one)["growth"]) for one in found if lacks_former(one) and one.rule == _APPOSED}
    settled = [one for one in found if not lacks_former(one)]
    taken = figures_of((one for one in settled if one.kind == "growth"), "new", "old")
    told: list[Relation] = []
    claims = _claims_of_levels(standing, drafts, found)
    taken |= {id(new) for growth, new in new_of.items() if growth not in loose}
    crowded = {
        sentence for sentence, count in Counter(claim.sentence for claim, _ in claims).items() if count > 1
    }
    meant: set[int] = set()
    for place, (claim, is_growth) in enumerate(claims):
        own = None if id(claim) in loose else new_of.get(id(claim))
        pair = _meant(standing, claim, own, is_growth=is_growth, taken=taken)
        if pair is None or not meant.isdisjoint(map(id, pair)):
            continue
        if any(is_difference(standing.document, level) for level in pair):
            continue  # "1,400 sheep, 200 fewer than in spring and twice as many as his father had"
        if own is not None and not (own is pair[0] and _is_led_from(standing, claim, *pair)):
            continue
        if points_back(standing, claim) or not _is_a_step(claims, place, pair, crowded):
            new, old = pair
            meant |= {id(claim), id(new), id(old)}
            names = ("new", "old", "growth") if is_growth else ("numerator", "denominator", "ratio")
            members = [Member(role, draft) for role, draft in zip(names, (new, old, claim), strict=True)]
            told.append(related("growth" if is_growth else "ratio", "dated_levels", *members))
    # What had a claim with a new level alone told less.
    kept = [one for one in found if not (lacks_former(one) and id(by_role(one)["growth"]) in meant)]
    return kept + told


def _claims_of_levels(
    standing: Standing, drafts: list[Draft], found: list[Relation]
) -> list[tuple[Draft, bool]]:
    """Return the claims that no relation gives their levels, each with whether it is a growth."""
    tied = {
        id(member.draft)
        for one in found
        if not lacks_former(one)
        and not {"new", "old", "denominator", "base"}.isdisjoint(member.role for member in one.members)
        for member in one.members
    }
    claims = []
    for claim in drafts:
        if id(claim) in tied or not claim.value or claim.status != "reported":
            continue
        is_growth = claim.kind == "growth" and is_relative(claim)
        if is_growth or _is_of_a_level(standing, claim):
            claims.append((claim, is_growth))
    return claims


def _is_a_step(
    claims: list[tuple[Draft, bool]], place: int, levels: tuple[Draft, Draft], crowded: set[int]
) -> bool:
    """Whether another claim stands between one and its levels: "grew by 20 per cent ... shrank by 10"."""
    claim = claims[place][0]
    first = min(claim.start, *(level.start for level in levels))
    last = max(claim.start, *(level.start for level in levels))
    in_turn = claim.sentence in crowded
    if in_turn and claim.kind == "growth" and claim.sentence not in {level.sentence for level in levels}:
        return True  # "sales of toys rose 62 percent, while those of games climbed 72"
    beside = [
        other
        for other, is_growth in claims[max(0, place - 1) : place + 2]
        if is_growth and other is not claim
    ]
    return any(first < other.start < last for other in beside)


def _is_led_from(standing: Standing, claim: Draft, new: Draft, old: Draft) -> bool:
    """Whether one sentence tells a growth and where it led from: "up by 23%, from 85,000 to 96,900"."""
    if not claim.sentence == new.sentence == old.sentence:
        return False
    return "from" in standing.lower[max(claim.first, old.first - _CLOSE) : old.first]


def _is_of_a_level(standing: Standing, claim: Draft) -> bool:
    """Whether a fraction or a multiple is one of another level: "half of what", "three times as many as"."""
    if claim.unit not in ("fraction", "times") or claim.kind == "growth":
        return False
    behind = standing.lower[claim.last : claim.last + 4]
    if behind[:1] == ["as"]:
        return not _AS.isdisjoint(behind[1:2]) and behind[2:3] != ["again"]
    if behind[:2] == ["of", "the"] or behind[:1] == ["the"]:
        return not _AMOUNTS.isdisjoint(behind[1:3])
    # "More than half of its total in Asia": that total has no figure.
    return behind[:1] == ["of"] and not _OF_WHAT.isdisjoint(behind[1:2]) and "total" not in behind


def _meant(
    standing: Standing, claim: Draft, own: Draft | None, *, is_growth: bool, taken: set[int]
) -> tuple[Draft, Draft] | None:
    near = standing.told_in(claim.sentence - _BACK, claim.sentence + _AHEAD)
    pairs = list(_pairs(standing, claim, near, is_growth=is_growth)) if len(near) <= _MOST else []
    for back, ahead in _AROUND if pairs else ():
        first, last = claim.sentence - back, claim.sentence + ahead
        inside = [
            (new, old, off)
            for new, old, off in pairs
            if first <= new.sentence <= last and first <= old.sentence <= last
        ]
        dated = [
            (new, old, off)
            for new, old, off in inside
            if is_earlier(standing, old, new, claim) and is_at_its_distance(standing, claim, new, old)
        ]
        # "232 million, or 83 cents per share, compared with 226 million, or 77 cents": told of the amounts.
        dated = [pair for pair in dated if " per " not in (pair[1].unit or "")] or dated
        if not dated:
            # What is not told apart by time here is not in a wider passage either.
            pairs = [pair for pair in pairs if pair not in inside]
            continue
        new, old, off = dated[0]
        is_tied = (
            len(dated) == 1
            and off > 0
            and (off <= _OFF or points_back(standing, claim))
            and taken.isdisjoint({id(new), id(old)} - {id(own)})
            and _are_alone(standing, claim, new, old)
            and not _are_of_others(standing, claim, new, old, is_growth=is_growth)
            and not _is_made_elsewhere(standing, claim, is_growth=is_growth)
        )
        return (new, old) if is_tied else None
    return None


def _is_made_elsewhere(standing: Standing, claim: Draft, *, is_growth: bool) -> bool:
    """Whether any two levels within some sentences make a claim, or they are too many to tell."""
    far = standing.told_in(claim.sentence - _FAR, claim.sentence + _FAR)
    return len(far) > _MOST or any(not off for _, _, off in _pairs(standing, claim, far, is_growth=is_growth))


def _pairs(
    standing: Standing, claim: Draft, levels: list[Draft], *, is_growth: bool
) -> Iterator[tuple[Draft, Draft, float]]:
    """Yield new and former level that went the way of a claim, with how far they are from making it."""
    told = claim.value or Decimal(0)
    rises = told > (0 if is_growth and claim.unit != "times" else 1)
    for one, other in combinations(levels, 2):
        if not one.value or not other.value or one.value == other.value:
            continue
        new, old = (one, other) if (one.value > other.value) == rises else (other, one)
        if not _is_alike(new, old):
            continue
        off = miss_of(claim, new, old, is_growth=is_growth)
        if off is not None and is_alike_in_status((new, old)) and not opposed(standing.lower, new, old):
            yield new, old, off


def _is_alike(new: Draft, old: Draft) -> bool:
    """Whether two levels may be of one thing at two times, as far as units and sizes say."""
    if not new.value or not old.value or not old.value / _TIMES <= new.value <= old.value * _TIMES:
        return False
    if None not in (new.unit, old.unit):
        is_one_metric = new.metric_code == old.metric_code is not None
        return same_level(new, old) or (new.kind == old.kind == "count" and is_one_metric)
    if new.sentence == old.sentence:
        return True  # "used to be sold for 2.40 dinars, now costs 3.40"
    if min(new.value, old.value) < _SMALL or not new.kind == old.kind == "count":
        return False
    # Two that count one thing; of two that are called by other things only one may be bare.
    return (
        new.unit == old.unit
        or new.metric_code == old.metric_code
        or kindred(new.metric_code, old.metric_code)
    )


def miss_of(claim: Draft, new: Draft, old: Draft, *, is_growth: bool) -> float | None:
    """Return how far a claim is from what two levels make; None where they go the other way."""
    if is_growth and claim.unit != "times":
        return growth_miss(claim, new, old)
    if not new.value or not old.value or not claim.value:
        return None
    made = float(new.value / old.value)
    low = float(claim.stated_low) if claim.stated_low is not None else 0.0
    high = float(claim.stated_high) if claim.stated_high is not None else float("inf")
    told = float(claim.value)
    is_round = claim.qualifier == "exact" and abs(made - told) <= _ROUND * told
    if low <= made <= high or is_round:
        return 0.0
    if (made - 1) * (told - 1) <= 0:
        return None
    return abs(made - told) / max(made, told)


def _are_alone(standing: Standing, claim: Draft, new: Draft, old: Draft) -> bool:
    """Whether no third level of their unit stands among the sentences of claim and levels."""
    sentences = [claim.sentence, new.sentence, old.sentence]
    others = [
        level
        for level in standing.told_in(min(sentences), max(sentences))
        if level is not new and level is not old and (_is_alike(level, old) or _is_alike(level, new))
    ]
    return not others


def _are_of_others(standing: Standing, claim: Draft, new: Draft, old: Draft, *, is_growth: bool) -> bool:
    """Whether names, places, metrics or words tell claim and levels apart."""
    if not same_place(new, old) or not may_be_one(new.entity_code, old.entity_code):
        return True
    begin, _ = standing.document.sentences[old.sentence]
    since = new.last if new.sentence == old.sentence and new.first < old.first else begin
    if not NO_FORMER.isdisjoint(words_of(standing, new)) or _is_expected(standing, claim):
        return True
    if _is_aside(standing, old) or _is_former_itself(standing, new, old):
        return True
    if new.metric_code in QUOTES or not NO_FORMER.isdisjoint(standing.lower[since : old.last + _CLOSE]):
        return True
    if any(not ADJUSTED.isdisjoint(standing.words(draft)) for draft in (claim, new, old)):
        return True
    if clash(standing, new.metric_code, old.metric_code):
        return True
    sentences = (new.sentence, old.sentence)
    here = claim.sentence in sentences
    if not is_growth:
        return not here
    is_named = new.subject is not None and new.subject.lower().split()[-1] in standing.words(claim)
    if not (is_named or may_be_one(claim.entity_code, new.entity_code)) or not same_place(claim, new):
        return True
    if claim.place_code != new.place_code and claim.sentence > _LEAD:
        return True
    if not (NO_FORMER | _USUAL).isdisjoint(standing.lower[claim.last : claim.last + _CLOSE]):
        return True  # "up 4 percent from guidance", "10% more than normal"
    if standing.lower[claim.last : claim.last + 2] in (["growth", "in"], ["growth", "of"]) and here:
        return True  # "outpaced 15 percent growth in imports, meaning that net exports grew to"
    if not _CAUSES.isdisjoint(standing.lower[claim.last : new.first]) and claim.sentence == new.sentence:
        return True  # "dropped 28.9 percent after Boeing reported four orders"
    metric = grown_metric(claim)
    is_near = min(abs(claim.sentence - number) for number in sentences) <= 1
    if points_back(standing, claim):
        return not is_near
    # "Half the decline" is no fall by half.
    if claim.unit == "fraction" and standing.lower[claim.last : claim.last + 1] == ["the"]:
        return True
    if metric in (new.metric_code, old.metric_code):
        is_behind = claim.start > max(new.start, old.start) and claim.sentence not in sentences
        if is_behind and not goes_on_from(standing, claim):
            return True  # "Trust fees rose to 328. Banking fees jumped 33 percent"
        return not (is_near or goes_on_from(standing, max(claim, new, old, key=start_of)))
    if clash(standing, metric, new.metric_code) or clash(standing, metric, old.metric_code):
        return True
    if claim.start > max(new.start, old.start):
        last = max(new, old, key=start_of)
        is_thus = last.sentence == claim.sentence and not _THUS.isdisjoint(
            standing.lower[last.last : claim.first]
        )
        return not (is_near and (is_thus or goes_on_from(standing, claim)))
    # What an article begins with is explained behind, by the only two levels that it sets apart by time.
    if new.metric_code != old.metric_code:
        return True
    known = {metric, new.metric_code, old.metric_code} & standing.listed_metrics
    if len(known) > 1:
        return True  # "Profit rose 44 percent. Net profit was"
    is_of_something = {new.unit, old.unit} <= _ANYTHING and new.kind == "count"
    return claim.sentence > _LEAD or claim.sentence in sentences or not is_of_something


def _is_expected(standing: Standing, claim: Draft) -> bool:
    """Whether a claim is what somebody expected, by the words around it."""
    first, last = standing.document.sentences[claim.sentence]
    beside = standing.lower[max(first, claim.first - _BESIDE) : min(last, claim.last + _BESIDE)]
    # "Stood by its outlook for the loss to shrink by half"
    return not FORECAST.isdisjoint(beside) or "to" in standing.lower[claim.first - _VERB : claim.first - 1]


def _is_former_itself(standing: Standing, new: Draft, old: Draft) -> bool:
    """Whether another is set against the new level: "Against 2019, with its 7,310, the rise was 2%"."""
    if new.sentence == old.sentence:
        return False
    first, _ = standing.document.sentences[new.sentence]
    before = standing.lower[first : new.first]
    return not _SET.isdisjoint(before) and all(word not in CHANGE_VERBS for word in before)


def _is_aside(standing: Standing, old: Draft) -> bool:
    """Whether a level stands between two dashes of its sentence: what is told there is of something else."""
    first, last = standing.document.sentences[old.sentence]
    before = sum(word in _DASHES for word in standing.lower[first : old.first])
    return before % 2 == 1 and not _DASHES.isdisjoint(standing.lower[old.last : last])


def clash(standing: Standing, one: str | None, other: str | None) -> bool:
    """Whether two metrics are listed ones that cannot be one."""
    if not one or not other or kindred(one, other):
        return False
    return one in standing.listed_metrics and other in standing.listed_metrics
