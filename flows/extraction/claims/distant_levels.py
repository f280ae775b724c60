"""Levels of now and of then, wherever an article tells them: what may be set against what, and how likely.

A former level is told for comparison: "had been", "a year ago", "in the preceding season", or an earlier
period that its own sentence names.
"""

from collections.abc import Iterator
from typing import Final

from flows.extraction.claims.difference_words import EXTREMES, claim_of
from flows.extraction.claims.earlier_levels import SPANS_OF_TIME, are_as_long, words_of
from flows.extraction.claims.holding import is_whole_number
from flows.extraction.claims.level_growth import FORECAST, clash
from flows.extraction.claims.standing import Standing
from flows.extraction.claims.standing_growth import ADJUSTED
from flows.extraction.claims.told_before import stems
from flows.extraction.figure import PLACED, Draft, end_with_noun
from flows.extraction.implied.series import PRICES, kindred, may_be_one, same_place
from flows.extraction.relations.likeness import listable, opposed, same_level
from flows.extraction.relations.sizes import is_size

_TIMES: Final = 20  # times a level that its former level may be
_LEVELS: Final = frozenset(("count", "money", "measure", "rate", "score"))
_COUNTED: Final = frozenset(("count", "rate"))
_PLANNED: Final = frozenset(("forecast", "target"))
_LEAD: Final = 2  # the last of the sentences that tell what an article is about
_PRONOUNS: Final = frozenset(("that", "this"))
_NO_LEVEL: Final = EXTREMES | frozenset(
    "would should capacity if revised originally preliminary provisional peaked".split()
)
_EXPECTING: Final = frozenset(
    """street forecasts forecast looking polls poll polling polled analyst analysts economists consensus
    outlook brokers forecasters""".split()
)
# "had been", "had still taken in": how things stood before; "had a margin", "had to" are of any time.
_HAD: Final = frozenset(("had", "'d", "having"))
_BEGAN: Final = frozenset("began begun started opened".split())
_FORMER: Final = _HAD | _BEGAN | frozenset("ago time last previous preceding prior earlier before".split())
_ADDED: Final = frozenset("new more additional further extra fewer".split())
_FLOWS: Final = frozenset(
    """cases infections patients cars passenger vehicles registrations homes houses flats apartments dwellings
    orders companies businesses firms""".split()
)
_FEW: Final = 50  # below it anything is counted
_NEAR_HAD: Final = 10  # tokens from "had" to its level
_ANAPHORS: Final = frozenset("it they figure number total".split())
_NOT_ALL: Final = frozenset("( another further additional extra".split())
_LIST: Final = 3  # levels in a sentence beyond which it is a list
_BETWEEN: Final = frozenset("not still also already just even never once only then".split())
_PARTICIPLES: Final = frozenset(
    """been had taken given risen fallen grown come stood begun won lost sold bought paid made held left gone
    become shrunk cost hit cut put got gotten drawn drunk driven brought built sent spent seen set shown run
    met read eaten written caught kept flown ridden spoken lain sat dealt borne thrown shut fed bred
    let""".split()
)
_WHENS: Final = SPANS_OF_TIME | frozenset(
    "week day decade election census count survey report evening".split()
)
_SINCE: Final = frozenset("from than since by over on until compared versus against".split())
_BREAKS: Final = frozenset(
    ", ; : . ( ) — – than compared versus from after which as because and but while".split()
)
_OPENER: Final = 9  # tokens of a sentence that say when
_MANY: Final = 100
_THRICE: Final = 3
# How a metric is called that a verb alone names: "had calculated 15.50 euros".
_NAMELESS: Final = ("amount_", "units_", "people_")
# Metrics that tell the same by other names: a line each.
_SAME: Final = tuple(
    frozenset(line.split())
    for line in """
    visitors tickets_sold guests attendance spectators audience passengers admissions people
    jobs employees workers workforce
    population residents inhabitants people
    applications applicants candidates
    members subscribers customers
    loans books
    crimes burglaries thefts offences cases
    """.strip().splitlines()
)
_FAR: Final = 6  # sentences beyond which it is no matter how far apart figures stand
_MARKS: Final = frozenset("mark threshold barrier line".split())
_CLOSE: Final = 5  # tokens before a level that set it against another
_AGAINST: Final = frozenset("from against compared versus after than topping beating below above".split())
_BEHIND: Final = 4  # tokens from a level to the "had" whose subject it is
_TAIL: Final = 8  # tokens behind a level that say when that was


def levels_told(standing: Standing, drafts: list[Draft]) -> list[Draft]:
    """Return the figures that tell how much there is or was."""
    return [
        draft
        for draft in drafts
        if draft.value is not None
        and draft.value > 0
        and id(draft) not in standing.changes.changes
        and (draft.kind in _LEVELS or (draft.unit == "percent" and draft.metric_code not in PRICES))
        and draft.unit not in ("times", "percentage point", "basis point")
        and _MARKS.isdisjoint(standing.lower[draft.last : draft.last + 1])
        and standing.lower[draft.first - 1] not in _NOT_ALL
        and (
            _ADDED.isdisjoint(behind := standing.lower[draft.last : draft.last + 2])
            or _is_of_new_ones(behind)
        )
        and (
            draft.kind == "growth"
            or claim_of(standing.lower, draft, standing.document.sentences[draft.sentence]) is None
        )
        and not is_size(standing.document, draft)
        and ADJUSTED.isdisjoint(words := words_of(standing, draft))
        and _NO_LEVEL.isdisjoint(words)
        and _EXPECTING.isdisjoint(standing.document.vocabulary_of(draft.sentence))
    ]


def pairs_of(standing: Standing, levels: list[Draft], owned: set[int]) -> Iterator[tuple[Draft, Draft]]:
    """Yield what may be a level with its former one: of one measure, set apart by dates or words.

    Args:
        standing: the figures of the article.
        levels: those that may be one of the two.
        owned: levels that a change is said to have led to: each has a former one of its own.
    """
    former = standing.sentences_with(_FORMER)
    told = [(level, level.sentence in former and is_told_as_former(standing, level)) for level in levels]
    if not any(was or level.period_end for level, was in told):
        return
    against = {id(level) for level in levels if _is_set_against(standing, level)}
    for old, was in told:
        # "Rose 15 percent to 701 million" has a former level of its own.
        is_dated = (
            bool(old.period_end)
            and id(old) not in owned
            and old.period_basis in PLACED
            and is_own(standing, old, "period")
        )
        if not (was or is_dated) or old.kind == "growth" or id(old) in against:
            continue
        after = [
            new
            for new, is_too in told
            if (new.sentence != old.sentence or _is_led_on(standing, new, old))
            and id(new) not in against
            and _is_later(standing, new, old, was=was, is_too=is_too, is_dated=is_dated)
        ]
        if not after or (_has_its_own(standing, old) and old.sentence not in [new.sentence for new in after]):
            continue
        is_back = not has_own_metric(standing, old) and not _ANAPHORS.isdisjoint(_opener(standing, old))
        for new in after:
            if not (is_back and abs(new.sentence - old.sentence) > 1) and _are_alike(standing, new, old):
                yield new, old


def _is_led_on(standing: Standing, new: Draft, old: Draft) -> bool:
    """Whether a clause tells how much there had been: "It is at 184,300, having been 192,500 in March"."""
    return new.first < old.first and "having" in standing.lower[new.last : old.first]


def _is_later(standing: Standing, new: Draft, old: Draft, *, was: bool, is_too: bool, is_dated: bool) -> bool:
    """Whether a level is told as later than another one, by words or by dates."""
    if not (old.period_end and new.period_end):
        return was and not is_too
    if old.period_end == new.period_end:
        # "It sold 16,422 last month" is of the month of which all is told.
        return was and not is_too and _has_had(standing, old)
    return old.period_end < new.period_end and (was or (is_dated and not is_too and are_as_long(new, old)))


def _is_of_new_ones(behind: list[str]) -> bool:
    """Whether what is counted is told as so many new ones each time: "1,312 new cases"."""
    return behind[0] not in _ADDED or (behind[0] == "new" and not _FLOWS.isdisjoint(behind[1:]))


def _opener(standing: Standing, level: Draft) -> list[str]:
    first, _ = standing.document.sentences[level.sentence]
    return standing.lower[first : level.first]


def _has_its_own(standing: Standing, old: Draft) -> bool:
    """Whether a sentence tells a level with another of its measure: with what it came from, or its parts."""
    beside = standing.told_in(old.sentence, old.sentence)
    return len(beside) > _LIST or any(
        level is not old
        and level.value
        and old.value
        and (level.unit == old.unit or None in (level.unit, old.unit))
        and old.value / _THRICE <= level.value <= old.value * _THRICE
        and not (old.period_end and level.period_end and level.period_end < old.period_end)
        for level in beside
    )


def _is_set_against(standing: Standing, level: Draft) -> bool:
    """Whether a level is what another one of its sentence is set against: "topping estimates of"."""
    first, _ = standing.document.sentences[level.sentence]
    before = standing.lower[max(first, level.first - _CLOSE) : level.first]
    # "From January to June 750,000 tonnes"
    return not _AGAINST.isdisjoint(before) and not ("from" in before and "to" in before)


def is_told_as_former(standing: Standing, level: Draft) -> bool:
    """Whether words tell how much there was before: "had been", "a year ago", "in the preceding season"."""
    if level.kind == "growth":
        return False
    lower = standing.lower
    first, _ = standing.document.sentences[level.sentence]
    end = end_with_noun(level)
    since, until = _bounds(standing, level)
    if _has_had(standing, level):
        return True
    # "It began the year with 224"
    if not _BEGAN.isdisjoint(lower[max(since, level.first - _CLOSE) : level.first]):
        return True
    tail = lower[end : min(until, end + _TAIL)]
    tail = tail[: next((place for place, word in enumerate(tail) if word in _BREAKS), len(tail))]
    return _tells_of_then(lower[first : min(level.first, first + _OPENER)]) or _tells_of_then(tail)


def _bounds(standing: Standing, level: Draft) -> tuple[int, int]:
    """Return the tokens of a sentence between the levels on both sides of one."""
    first, last = standing.document.sentences[level.sentence]
    others = [one for one in standing.told_in(level.sentence, level.sentence) if one is not level]
    since = max((end_with_noun(one) for one in others if one.first < level.first), default=first)
    until = min((one.first for one in others if one.first > level.first), default=last)
    return since, until


def _has_had(standing: Standing, level: Draft) -> bool:
    """Whether a level is what "had been": not "By Wednesday it had received 9,300"."""
    lower = standing.lower
    first, _ = standing.document.sentences[level.sentence]
    since, until = _bounds(standing, level)
    if "by" in lower[first : min(level.first, first + _OPENER)]:
        return False
    clause = lower[max(since, level.first - _NEAR_HAD) : min(until, end_with_noun(level) + _BEHIND)]
    return any(
        word in _HAD and _is_participle(behind, further)
        for word, behind, further in zip(clause, clause[1:], [*clause[2:], ""], strict=False)
    )


def _is_participle(word: str, behind: str) -> bool:
    if word in _BETWEEN or word.endswith("ly"):
        word = behind
    return word.endswith("ed") or word in _PARTICIPLES


def _tells_of_then(words: list[str]) -> bool:
    """Whether words tell of an earlier time: "a year ago", "the month before", "in the previous season"."""
    for place, word in enumerate(words):
        before, behind = words[max(0, place - 3) : place], words[place + 1 : place + 2]
        if not _SINCE.isdisjoint(before):
            continue
        if word == "time" and before[-2:] in (["at", "the"], ["at", "that"]):
            return True
        if word == "ago" or (
            word in ("last", "previous", "preceding", "prior") and not _WHENS.isdisjoint(behind)
        ):
            return True
        if word in ("earlier", "before") and before and before[-1].rstrip("s") in _WHENS:
            return True
    return False


def _are_alike(standing: Standing, new: Draft, old: Draft) -> bool:
    if not new.value or not old.value or new.value == old.value:
        return False
    is_few = new.kind == old.kind == "count" and min(new.value, old.value) < _FEW
    # Averages are told of few things.
    if is_few and new.unit != old.unit and (is_whole_number(new) or is_whole_number(old)):
        return False
    if not old.value / _TIMES <= new.value <= old.value * _TIMES:
        return False
    if (
        not may_be_one(owner_of(new), owner_of(old))
        and is_own(standing, new, "subject")
        and is_own(standing, old, "subject")
    ):
        return False
    if new.unit is None and old.unit is None and new.metric_code != old.metric_code:
        return False
    if (new.unit == "percent") != (old.unit == "percent"):
        return False
    if new.unit != old.unit and not same_level(new, old):
        are_counts = new.kind in _COUNTED and old.kind in _COUNTED and "percent" not in (new.unit, old.unit)
        is_bare = old.kind == "count" and old.unit is None and new.kind in ("money", "measure", "rate")
        are_people = listable(new, old)
        is_one = new.metric_code == old.metric_code is not None
        # "52,000 tickets. In 2002 65,000 guests had been counted": one thing by two names.
        are_many = (
            are_counts
            and min(new.value, old.value) >= _MANY
            and max(new.value, old.value) <= _THRICE * min(new.value, old.value)
        )
        if are_many and is_told_as_former(standing, old):
            is_one = True
        if not is_bare and not (are_counts and (are_people or is_one or None in (new.unit, old.unit))):
            return False
    if is_planned_level(standing, old) and not is_planned_level(standing, new):
        return False  # what was expected, and what came
    are_told = has_own_metric(standing, new) and has_own_metric(standing, old)
    is_one = new.metric_code == old.metric_code or kindred(new.metric_code, old.metric_code)
    if are_told and new.kind == "money" and not is_one:
        return False
    listed = {new.metric_code, old.metric_code} & standing.listed_metrics
    if new.unit == "percent" and are_told and listed and not is_one and new.kind != "growth":
        return False  # votes, and the turnout
    if are_named_alike(new.metric_code, old.metric_code):
        are_told = False
    if are_told and (clash(standing, new.metric_code, old.metric_code) or opposed(standing.lower, new, old)):
        return False
    if new.kind == "money" and not are_as_long(new, old):
        return False
    first, _ = standing.document.sentences[old.sentence]
    if (
        standing.lower[first] in _PRONOUNS
        and standing.lower[first + 1].startswith("compare")
        and old.sentence - new.sentence != 1
    ):
        return False  # "That compares with 54 million in 2010"
    return same_place(new, old) and not _is_part_of_a_time(new, old)


def are_named_alike(one: str | None, other: str | None) -> bool:
    """Whether two metrics tell the same by other names: tickets and visitors."""
    return any(one in names and other in names for names in _SAME)


def owner_of(draft: Draft) -> str | None:
    """Return whose a figure is, without the part of it."""
    return draft.entity_code.partition("/")[0] if draft.entity_code else None


def has_own_metric(standing: Standing, level: Draft) -> bool:
    """Whether the sentence of a figure names what is measured."""
    return is_own(standing, level, "metric")


def is_own(standing: Standing, level: Draft, field: str) -> bool:
    """Whether the sentence of a level says what it is of; what is carried over from another may not be."""
    if field == "metric" and (level.metric_code or "").startswith(_NAMELESS):
        return False
    reason = level.why.get(field)
    first, _ = standing.document.sentences[level.sentence]
    return reason is not None and reason.start >= standing.document.starts[first]


def is_planned_level(standing: Standing, level: Draft) -> bool:
    """Whether a level is one that somebody expects or plans."""
    if not FORECAST.isdisjoint(words_of(standing, level)):
        return True
    # "Five years ago it could still boast of 214,000"
    return level.status in _PLANNED and not is_told_as_former(standing, level)


def _is_part_of_a_time(new: Draft, old: Draft) -> bool:
    """Whether one of two levels is what there was by a day, and the other that of a span."""
    ends = [level.period_end is not None for level in (new, old)]
    starts = [level.period_start is not None for level in (new, old)]
    return all(ends) and starts[0] != starts[1]


def nearness(one: Draft, other: Draft) -> float:
    """Return how near to one another two figures stand, at most 0."""
    return -min(abs(one.sentence - other.sentence), _FAR) / 2


def likeness(standing: Standing, new: Draft, old: Draft) -> float:
    """Return how much tells that two levels are of one thing."""
    score = 2.0 * (new.unit == old.unit is not None and new.kind == "count")
    score += 2 * (new.metric_code == old.metric_code is not None)
    score += new.entity_code == old.entity_code is not None
    score -= 2 * (not may_be_one(new.entity_code, old.entity_code))
    score += min(2, len(_said(standing, new) & _said(standing, old)))
    score += new.sentence <= _LEAD
    if new.subject and old.subject and is_own(standing, new, "subject") and is_own(standing, old, "subject"):
        is_one = not stems(new.subject.lower().split()).isdisjoint(stems(old.subject.lower().split()))
        score += 1 if is_one else -1
    return score + nearness(new, old)


def _said(standing: Standing, level: Draft) -> set[str]:
    return stems(words_of(standing, level)) | stems((level.metric or "").lower().split())
