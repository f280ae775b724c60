"""Limits and goals with what passed or missed them: "The limit is 50. The average was above it".

One sentence says what the mark is, in a number, another clause that it was passed or missed, without it; what
passed or missed it stands with that clause, or just before it. Words like "above" say which number is more;
"met" and "missed" do of what is better the more there is of it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_per_once, same_measure
from flows.extraction.relations.relating import is_current

_RULE: Final = "passed_told_mark"
_LIMITS: Final = frozenset(
    """limit limits ceiling threshold guideline cap hurdle quorum bar requirement benchmark line minimum
    maximum""".split()
)
_GOALS: Final = frozenset("goal goals target targets aim objective quota".split())
_VIEWS: Final = frozenset("price analyst analysts consensus street estimate average".split())
_LINKS: Final = frozenset("of is was are were at had been be to stood stands".split())
# "It set out to complete 12,000 homes": what was meant to be done is a goal.
_MEANING: Final = frozenset(
    """aimed hoped planned aiming hoping planning wanted promised pledged undertaken meant supposed designed
    intended budgeted needed required""".split()
)
_MEANT: Final = frozenset(
    "promised pledged planned needed required permitted allowed agreed budgeted enough".split()
)
_SET_OUT: Final = ("set", "out", "to")
_ABOVE: Final = frozenset(
    """above over exceeded exceeds exceeding exceed surpassed surpassing surpass surpasses topped topping top
    tops cleared clears clearing smashed smashes smashing crossed crosses crossing eclipsed eclipses
    outstripped outstripping overshot overshooting breached breaching breach""".split()
)
_BELOW: Final = frozenset("below under within undershot".split())
# Good where more is better.
_PASSED: Final = frozenset(
    "beat beating beats passed passing met meeting meet hit hitting reached reaching reach achieved".split()
)
_MISSED: Final = frozenset("missed missing misses miss".split())
_PAIRED: Final = {"short": False, "shy": False, "ahead": True, "excess": True}
_MORE: Final = frozenset("higher more larger greater".split())
_LESS: Final = frozenset("lower less fewer smaller".split())
_CUES: Final = _ABOVE | _BELOW | _PASSED | _MISSED | frozenset(_PAIRED) | _MORE | _LESS
_DENIED: Final = frozenset(("not", "n't", "never", "without", "failed", "failing", "fails", "failure"))
# What is planned, possible or near.
_UNREAL: Final = frozenset(
    """will would could may might should must can expects expected hopes if unless almost nearly barely
    whether likely track course close about half often sometimes times no""".split()
)
# Of what there should be less.
_LESS_IS_BETTER: Final = frozenset(
    """cut cutting cuts reduce reducing reduction lower lowering emissions emission deficit inflation deaths
    costs cost waiting wait waits debt losses loss shed slash keep accidents crime spending minutes seconds
    hours days time budget""".split()
)
_PASSIVE: Final = 4  # tokens from "the target" to "was missed"
_NOUN_BEHIND: Final = 6  # tokens from a verdict to what it is on
_NOUN_BEFORE: Final = 8  # tokens from "the limit" to its figure
_DONE: Final = 6  # tokens from "set out to" to its figure
_BE: Final = frozenset("was were been being is are".split())
_BEATEN: Final = frozenset("exceeded surpassed topped breached met missed reached achieved".split())
_KINDS: Final = frozenset("count money measure rate share percent".split())
_IT: Final = frozenset(("it", "that", "this"))
_STOPS: Final = frozenset((",", ";", ".", ":", "and", "but"))
_VIEWED: Final = frozenset(
    """forecast forecasts expectation expectations estimate estimates consensus prediction predictions hopes
    views""".split()
)
_EXPECTING: Final = _VIEWED | frozenset(
    "expected forecast predicted estimated pencilled projected anticipated reckoned hoped".split()
)
_VIEWERS: Final = frozenset(
    """analyst analysts economist economists bank banks bankers market markets forecasters traders poll
    experts researchers institutes""".split()
)
# What a headline says came so, and the metrics that may be it.
_SUBJECTS: Final = (
    (
        frozenset("profit profits earnings results income".split()),
        frozenset("profit net_profit operating_profit earnings_per_share earnings gross_profit".split()),
    ),
    (frozenset("sales revenue revenues turnover".split()), frozenset(("revenue", "sales", "units_sold"))),
)
_PAST: Final = frozenset("had was were been stood".split())
_BEYOND: Final = frozenset(("past", "beyond"))
_NEXT: Final = frozenset("next new revised".split())
_WORD: Final = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_NEAR: Final = 4  # sentences between a mark and the verdict
_SAID: Final = 3  # tokens before a verdict in which "did not" stands
_FAR: Final = 3  # times that a level may miss its mark
_BARE: Final = 100  # a number without a noun of its own is of what it is held against
_SMALL: Final = 20
_ONE_DIGIT: Final = Decimal(9)
_ZERO: Final = Decimal(0)
_BACK: Final = 2  # sentences from the verdict to what it is on


class _Verdict(NamedTuple):
    """Where an article says that a mark was passed (above) or not, and on what kind of mark."""

    place: int
    sentence: int
    above: bool
    is_limit: bool


def find_marks(standing: Standing, reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the orders of a mark and of what is said to be above or below it.

    Args:
        standing: the levels of the article.
        reading: the article, with all of its figures and its headline.
        found: the relations so far; two figures that are related are left alone.
    """
    drafts = reading.drafts
    told = _as_the_headline_has_it(standing, reading, found)
    marks = list(_marks(standing, drafts))
    if not marks:
        return told
    for is_limit in (True, False):
        own = [draft for draft, limits in marks if limits is is_limit]
        if len({draft.value for draft in own}) != 1:
            continue
        mark = own[0]
        verdicts = [
            one for one in _verdicts(standing, mark, own) if abs(one.sentence - mark.sentence) <= _NEAR
        ]
        verdicts = [one for one in verdicts if one.is_limit is is_limit]
        verdicts = verdicts or _headline_verdicts(reading.title, mark, _LIMITS if is_limit else _GOALS)
        if len({one.above for one in verdicts}) != 1:
            continue
        reached = _reached(standing, drafts, verdicts[0], mark, own)
        if reached is None:
            continue
        pair = {id(mark), id(reached)}
        if any(pair <= figures_of([relation]) for relation in found):
            continue
        if is_per_once(mark, reached) and (reached.unit or "").startswith(mark.unit or ""):
            # What both are per is said once.
            mark.kind, mark.unit, mark.unit_code = reached.kind, reached.unit, reached.unit_code
        greater, lesser = (reached, mark) if verdicts[0].above else (mark, reached)
        told.append(related("order", _RULE, Member("greater", greater), Member("lesser", lesser)))
    return told


def _as_the_headline_has_it(standing: Standing, reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return what came with the only thing that was expected: "Ruhl tops forecasts" over both."""
    if not reading.title or _VIEWED.isdisjoint(reading.title.lower().split()):
        return []
    own = [
        draft
        for draft in reading.drafts
        if draft.kind in _KINDS and draft.value and _is_expected(standing, draft)
    ]
    if len({draft.value for draft in own}) != 1:
        return []
    verdicts = _headline_verdicts(reading.title, own[0], _VIEWED)
    reached = _came_before(standing, reading.drafts, verdicts[0], own[0]) if verdicts else None
    words = reading.title.lower().split()
    if reached is not None and any(
        not nouns.isdisjoint(words) and (reached.metric_code or "") not in codes for nouns, codes in _SUBJECTS
    ):
        return []
    if reached is None or any({id(own[0]), id(reached)} <= figures_of([relation]) for relation in found):
        return []
    greater, lesser = (reached, own[0]) if verdicts[0].above else (own[0], reached)
    return [related("order", _RULE, Member("greater", greater), Member("lesser", lesser))]


def _is_expected(standing: Standing, draft: Draft) -> bool:
    """Whether a figure is told as what had been expected of something that has come."""
    first = standing.document.sentences[draft.sentence][0]
    before = standing.lower[max(first, draft.first - _NOUN_BEFORE) : draft.first]
    is_theirs = "consensus" in before or not _VIEWERS.isdisjoint(before)
    return is_theirs and not _EXPECTING.isdisjoint(before) and not _PAST.isdisjoint(before)


def _headline_verdicts(title: str | None, mark: Draft, nouns: frozenset[str]) -> list[_Verdict]:
    """Return on which side of a mark of some name the headline puts what the article is about."""
    lower = _WORD.findall((title or "").lower())
    for place, word in enumerate(lower):
        above = True if word in _BEYOND else _side(lower, place) if word in _CUES else None
        if above is None or nouns.isdisjoint(lower[place + 1 : place + 1 + _NOUN_BEHIND]):
            continue
        before = lower[max(0, place - _SAID) : place]
        is_literal = word in _BEYOND or word in _ABOVE or word in ("below", "under", "within")
        if not is_literal and not _LESS_IS_BETTER.isdisjoint(lower):
            continue  # "deficit misses target": it is larger
        if _UNREAL.isdisjoint(before) and _DENIED.isdisjoint(before) and before[-1:] != ["to"]:
            return [_Verdict(-1, mark.sentence, above, nouns is _LIMITS)]
    return []


def _marks(standing: Standing, drafts: list[Draft]) -> Iterator[tuple[Draft, bool]]:
    """Yield the figures that are limits or goals, with whether each is a limit."""
    lower = standing.lower
    sentences = standing.sentences_with(_LIMITS | _GOALS | _MEANING | {"set"})
    if not sentences:
        return
    for draft in drafts:
        if draft.sentence not in sentences or draft.kind not in _KINDS or not draft.value:
            continue
        first = standing.document.sentences[draft.sentence][0]
        before = lower[max(first, draft.first - _NOUN_BEFORE) : draft.first]
        behind = lower[draft.last : draft.last + 2]
        place = max((i for i, word in enumerate(before) if word in _LIMITS or word in _GOALS), default=-1)
        if place >= 0:
            rest = before[place + 1 :]
            is_own = bool(rest) and not _LINKS.isdisjoint(rest) and _STOPS.isdisjoint(rest)
            # What analysts expect is no mark of its own, and held against elsewhere.
            is_view = not _VIEWS.isdisjoint(before)
            is_to_come = not _NEXT.isdisjoint(before[max(0, place - 2) : place])
            if is_own and not is_view and not is_to_come and _CUES.isdisjoint(rest):
                yield draft, before[place] in _LIMITS
        elif behind and behind[-1] in _LIMITS | _GOALS and "-" not in behind[:1]:
            yield draft, behind[-1] in _LIMITS
        elif _is_meant_behind(lower, draft):
            yield draft, False  # "more than the 45,000 it was meant to carry"
        else:
            near = before[-_DONE:]
            meant = max((i for i, word in enumerate(near) if word in _MEANING), default=-1)
            is_set_out = any(tuple(near[i : i + 3]) == _SET_OUT for i in range(len(near)))
            rest = near[meant + 1 :]
            is_meant = meant >= 0 and (
                rest[:1] in (["to"], ["for"]) or (near[-1:] == [near[meant]] and near[meant] in _MEANT)
            )
            if (is_meant or is_set_out) and _LESS_IS_BETTER.isdisjoint(near) and _STOPS.isdisjoint(rest):
                yield draft, False


def _is_meant_behind(lower: list[str], draft: Draft) -> bool:
    """Whether "the 900,000 the hospital had hoped for", "it was meant to carry" follows a number."""
    behind = lower[draft.last : draft.last + _DONE]
    end = next((at for at, word in enumerate(behind) if word in _MEANING), None)
    if end is None or lower[draft.first - 1] != "the" or not _STOPS.isdisjoint(behind[:end]):
        return False
    return not _PAST.isdisjoint(behind[:end])


def _verdicts(standing: Standing, mark: Draft, own: list[Draft]) -> Iterator[_Verdict]:
    """Yield where the article says on which side of the mark something came, without the mark's number."""
    lower = standing.lower
    near = {number for number in standing.sentences_with(_CUES) if abs(number - mark.sentence) <= _NEAR}
    for number in sorted(near):
        first, last = standing.document.sentences[number]
        for place in range(first, last):
            if lower[place] not in _CUES:
                continue
            above = _side(lower, place)
            if above is None:
                continue
            before = _clause_before(lower, first, place)
            behind = lower[place + 1 : min(last, place + 1 + _NOUN_BEHIND)]
            noun = next((i for i, word in enumerate(behind) if word in _LIMITS or word in _GOALS), None)
            is_behind_mark = mark.sentence == number and mark.last <= place
            if noun is not None and _STOPS.isdisjoint(behind[:noun]):
                is_limit = behind[noun] in _LIMITS
                is_own = any(place < one.first < min(last, place + 1 + noun + _NOUN_BEFORE) for one in own)
                if is_own and any(one not in own for one in standing.levels_in(number)):
                    continue  # "fell short of its goal of 400 with 371"
            elif any(place < one.first <= place + _SAID for one in own) and (
                (place - first <= _SAID and lower[first] in _IT)
                or any(one.last <= place for one in standing.levels_in(number))
            ):
                is_limit = False  # "That is more than the 45,000 it was meant to carry"
            elif (
                lower[place] in _MORE | _LESS
                and behind[:1] == ["than"]
                and not _MEANT.isdisjoint(behind[1:2])
            ):
                is_limit = False  # "It delivered 43,600, more than promised"
            elif (noun_before := _passive(lower, place, first)) and number >= mark.sentence:
                is_limit = noun_before in _LIMITS  # "so the target was missed again"
            elif is_behind_mark and (
                (bool(behind) and behind[0] in _IT)
                or (lower[place] in _BEATEN and not _BE.isdisjoint(before))
            ):
                # "The limit is 50, and the average was above it", "and was exceeded"
                is_limit = not _LIMITS.isdisjoint(lower[first:last])
            else:
                continue
            is_literal = lower[place] in _ABOVE or lower[place] in ("below", "under", "within")
            if not is_limit and not is_literal and not _LESS_IS_BETTER.isdisjoint(lower[first:last]):
                continue
            is_denied = not _DENIED.isdisjoint(before)
            if not is_denied and (not _UNREAL.isdisjoint(before) or before[-1:] == ["to"]):
                continue
            yield _Verdict(place, number, above is not is_denied, is_limit)


def _passive(lower: list[str], place: int, first: int) -> str:
    """Return the noun of a mark that was missed: "the target was missed again"; nothing for other verbs."""
    before = lower[max(first, place - _PASSIVE) : place]
    if lower[place] not in _BEATEN or _BE.isdisjoint(before):
        return ""
    nouns = [word for word in before if word in _LIMITS or word in _GOALS]
    return nouns[-1] if nouns else ""


def _clause_before(lower: list[str], first: int, place: int) -> list[str]:
    """Return the few words before a token, as far as no clause ends between."""
    begin = place
    while begin > first and place - begin < _SAID and lower[begin - 1] not in _STOPS:
        begin -= 1
    return lower[begin:place]


def _side(lower: list[str], place: int) -> bool | None:
    """Return whether a word puts something above a mark (True) or below it, None when it does neither."""
    word, behind = lower[place], lower[place + 1 : place + 2]
    if word in _ABOVE or word in _PASSED:
        return True
    if word in _BELOW or word in _MISSED:
        return False
    if word in _PAIRED:
        return _PAIRED[word] if behind == ["of"] else None
    return word in _MORE if behind == ["than"] else None


def _reached(
    standing: Standing, drafts: list[Draft], verdict: _Verdict, mark: Draft, own: list[Draft]
) -> Draft | None:
    """Return what a verdict is on: the one level of the mark's measure in its sentence, or just before it."""
    nearest = [verdict.sentence - back for back in range(_BACK + 1)]
    nearest += [mark.sentence, mark.sentence + 1]
    if verdict.place < 0:
        nearest.append(mark.sentence + _BACK)
    if verdict.sentence < mark.sentence:
        nearest.append(mark.sentence - 1)
    marked = {id(one) for one in own}
    alike = [
        one
        for one in drafts
        if one.sentence in nearest
        and one.kind in _KINDS
        and id(one) not in marked
        and (same_measure(one, mark) or is_per_once(one, mark))
        and one.value is not None
        and one.value != mark.value
        and ((one.kind == mark.kind and not _is_small(one, mark)) or _is_near(one, mark))
        and one.status == "reported"
        and _is_of_the_mark(standing, one, mark, verdict)
        and "been" not in standing.lower[max(0, one.first - _SAID) : one.first]
        and is_current(one, standing.changes)
    ]
    for number in nearest:
        near = [one for one in alike if one.sentence == number]
        if near:
            holding = _one_that_holds(near, mark, above=verdict.above)
            if holding is None and len({one.value for one in near}) == 1 and _is_near(near[0], mark):
                return near[0]
            return holding
    return None


def _came_before(standing: Standing, drafts: list[Draft], verdict: _Verdict, mark: Draft) -> Draft | None:
    """Return what came in place of what was expected: the level of its measure in the sentence before."""
    for back in range(1, _BACK + 1):
        near = [
            one
            for one in drafts
            if one.sentence == mark.sentence - back
            and one.kind in _KINDS
            and one.status == "reported"
            and (one.value or _ZERO) > _ONE_DIGIT
            and same_measure(one, mark)
            and is_current(one, standing.changes)
        ]
        if near:
            holding = _one_that_holds(near, mark, above=verdict.above)
            is_one = len({one.value for one in near}) == 1 and _is_near(near[0], mark)
            return near[0] if holding is None and is_one else holding
    return None


def _is_of_the_mark(standing: Standing, one: Draft, mark: Draft, verdict: _Verdict) -> bool:
    """Whether a level may be what a mark is for: of its metric, as far as that is told, and of its time."""
    end, goal = one.period_end, mark.period_end
    # "Beat its goal for 2024 a year early"
    if end and goal and end != goal and (not verdict.above or goal < end):
        return False
    if verdict.place < 0 and mark.metric_code not in standing.listed_metrics:
        return True  # "The line stands for 95 per cent": what it is called is no metric
    # Money and percentages are of anything, tonnes and teachers of one thing.
    has_noun = one.kind in ("count", "measure") and mark.unit is not None
    codes = (one.metric_code, mark.metric_code)
    if mark.unit is None and (mark.value or _ZERO) >= _BARE:
        return True
    return has_noun or None in codes or codes[0] == codes[1]


def _is_near(one: Draft, mark: Draft) -> bool:
    """Whether a level may miss its mark by so much: a month is no match for the goal of a year."""
    least, most = sorted((one.value or _ZERO, mark.value or _ZERO))
    return most <= _FAR * least


def _is_small(one: Draft, mark: Draft) -> bool:
    """Whether a number may count anything beside a mark of hundreds."""
    return (one.value or _ZERO) < _SMALL and (mark.value or _ZERO) >= _BARE


def _one_that_holds(near: list[Draft], mark: Draft, *, above: bool) -> Draft | None:
    for one in near:
        if one.value is not None and mark.value is not None and (one.value >= mark.value) is above:
            return one
    return None
