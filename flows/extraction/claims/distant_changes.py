"""A change held against a level of now and one of then, wherever an article tells the three.

"Revenue grew by 12 percent", and some paragraphs on: "It booked sales of 412 million. A year ago it had taken
in 368 million": who tells a former level tells it for comparison, so that level, the one that it is set
against and the change are an equation. What holds anywhere in the article is explained; a change and two
levels that are left, and that nothing else can be tied to, are tied whatever they make.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.distant_levels import (
    are_named_alike,
    has_own_metric,
    is_own,
    is_planned_level,
    is_told_as_former,
    levels_told,
    likeness,
    nearness,
    pairs_of,
)
from flows.extraction.claims.distant_sizes import (
    POINTS,
    Change,
    changes_told,
    is_long,
    is_near,
    miss_of_change,
    rises,
    sign_of,
)
from flows.extraction.claims.earlier_levels import is_at_its_distance, told_distance
from flows.extraction.claims.level_growth import FORECAST, clash
from flows.extraction.claims.standing import Standing
from flows.extraction.claims.standing_growth import ADJUSTED
from flows.extraction.claims.told_before import Steps
from flows.extraction.figure import (
    PLACED,
    Draft,
    Member,
    Relation,
    by_role,
    end_with_noun,
    figures_of,
    related,
)
from flows.extraction.implied.series import grown_metric, kindred, same_end, same_place
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.sums import spread
from flows.extraction.text.change_words import CHANGE_NOUNS
from flows.extraction.text.level_words import QUOTES

_AGAIN: Final = 2  # tokens between an amount and its percentage
_CROWD: Final = 60  # figures beyond which some of them make anything
_MOST: Final = 40  # levels beyond which some two of them make anything
_PLANNED: Final = frozenset(("forecast", "target"))
_LEAD: Final = 2  # the last of the sentences that tell what an article is about
_BESIDE: Final = 8  # tokens around an amount that tell that it is a change
_DEFINITE: Final = frozenset("a an the this that such".split())
_LEADING: Final = frozenset("of amounted was is came comes totalled totaled equals means by".split())
_THUS: Final = frozenset("thus therefore hence means meant meaning so".split())
_NUMBERS: Final = frozenset(
    """number figure total count rate level share quantity volume amount price output yield result turnout
    attendance population membership toll""".split()
)
_OF_WHAT: Final = frozenset("in of for at among".split())
_PRONOUNS: Final = frozenset(("that", "this"))
_EXPECTING: Final = frozenset(
    "polls poll polling polled analyst analysts economists consensus outlook brokers forecasters".split()
)
_CLAUSES: Final = frozenset(", ; : – —".split())
_AHEAD: Final = frozenset("will predict predicts would could might should".split())
_OF_MONTHS: Final = frozenset("in of since until from last this to by".split())
_NEAR: Final = 2  # sentences from a change that names what changed to one of its levels
_BEFORE: Final = 4  # tokens before a change that make it one of another time
_COMPARING: Final = frozenset("than compared since on from against versus over".split())
_ZERO: Final = Decimal(0)
_YEAR: Final = 4  # digits
_LEAST: Final = -2  # how little may tell that two levels are of one thing
_AGAINST: Final = frozenset("from against compared versus after than topping beating below above".split())


def find_distant_changes(
    standing: Standing, drafts: list[Draft], steps: Steps, found: list[Relation]
) -> list[Relation]:
    """Return the changes that no relation gives both their levels, with the only two that can be theirs.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        steps: levels with what they are said to have been before.
        found: the relations so far.
    """
    if len(drafts) > _CROWD:
        return []
    changes = changes_told(standing, drafts, found)
    if not changes:
        return []
    told = {
        id(draft) for draft in drafts if draft.kind != "growth" and draft.value and sign_of(standing, draft)
    }
    settled = told | _set_apart(found)
    levels = levels_told(standing, [draft for draft in drafts if id(draft) not in settled])
    if not 1 < len(levels) <= _MOST:
        return []
    owned = {id(change.own) for change in changes if change.own is not None}
    grown = {change.draft.sentence for change in changes}
    pairs = [
        (new, old)
        for new, old in pairs_of(standing, levels, owned)
        # "631,000 -- down 122,000 from a year ago" has a former level of its own.
        if old.sentence not in grown or any(_is_beside_new(change, new, old) for change in changes)
    ]
    if not pairs:
        return []
    explained = {
        id(change.draft): [pair for pair in pairs if miss_of_change(change, *pair) == 0] for change in changes
    }
    twins = {
        id(other.draft)
        for one in changes
        for other in changes
        if other is not one and _is_told_again(one, other)
    }
    taken = {
        (id(new), id(old)) for change, made in explained.items() if change not in twins for new, old in made
    }
    known = {(id(step.new), id(step.old)) for step in steps.across + steps.within}
    scored = [
        (likeness(standing, new, old) + 4 * ((id(new), id(old)) in known), new, old) for new, old in pairs
    ]
    meant: list[tuple[Change, Draft, Draft]] = []
    for change in changes:
        if _is_one_of_several(change, changes):
            continue
        pair = _meant(standing, change, scored)
        if pair is None:
            continue
        # What other levels make, or another change, is read so.
        made = explained[id(change.draft)]
        if pair in made or not (made or (id(pair[0]), id(pair[1])) in taken):
            meant.append((change, *pair))
    # Of two changes of one level, neither is.
    return [
        _tie(*one)
        for one in meant
        if not any(
            other[0] is not one[0]  # compiled, a pair is made anew each time it is asked for
            and other[0].is_relative == one[0].is_relative
            and (other[1] is one[1] or other[2] is one[2])
            for other in meant
        )
    ]


def _is_one_of_several(change: Change, changes: list[Change]) -> bool:
    """Whether another change tells it again or goes with it: "14 opened and six closed"."""
    return any(
        other is not change
        and other.draft.sentence == change.draft.sentence
        and not _is_told_again(change, other)
        and (other.is_relative or change.is_relative or other.draft.unit in (change.draft.unit, None))
        and (other.draft.unit is None) <= (change.draft.unit not in POINTS)
        for other in changes
    )


def _is_told_again(change: Change, other: Change) -> bool:
    """Whether a share tells a change again right behind it: "the decline of 6,411 people, or 16.1%"."""
    return (
        other.is_relative
        and not change.is_relative
        and other.sign == change.sign
        and 0 < other.draft.first - end_with_noun(change.draft) <= _AGAIN
    )


def _is_beside_new(change: Change, new: Draft, old: Draft) -> bool:
    """Whether the change in the sentence of a former level may be that to the new one."""
    return (
        change.draft.sentence == old.sentence and change.draft.start > old.start and change.own in (None, new)
    )


def _meant(
    standing: Standing, change: Change, scored: list[tuple[float, Draft, Draft]]
) -> tuple[Draft, Draft] | None:
    """Return the two levels that a change is most likely of, if they come near to making it."""
    by_old: dict[int, list[tuple[float, Draft, Draft]]] = {}
    for score, new, old in scored:
        if _may_be_of(standing, change, new, old):
            by_old.setdefault(id(old), []).append((score + nearness(change.draft, new), new, old))
    best = []
    for told in by_old.values():
        told.sort(key=lambda one: one[0], reverse=True)
        if len(told) == 1 or told[0][0] > told[1][0]:
            score, new, old = told[0]
            if is_near(change, new, old):
                best.append((score + nearness(change.draft, old), new, old))
    best.sort(key=lambda one: one[0], reverse=True)
    if not best or (len(best) > 1 and best[0][0] < best[1][0] + 1):
        return None
    return best[0][1], best[0][2]


def _set_apart(found: list[Relation]) -> set[int]:
    """Return the levels that words set against one another: each has its other one."""
    return figures_of(
        [
            one
            for one in found
            if (one.kind == "order" and not one.rule.startswith(IMPLIED))
            or (one.kind == "growth" and {"new", "old"} <= by_role(one).keys())
        ],
        "new",
        "old",
        "greater",
        "lesser",
    )


def _tie(change: Change, new: Draft, old: Draft) -> Relation:
    if change.is_relative:
        members = Member("growth", change.draft), Member("new", new), Member("old", old)
        return related("growth", "dated_levels", *members)
    is_per_once = (new.unit or "").startswith(f"{change.draft.unit} per ")
    if change.draft.kind == "growth" or change.draft.unit in POINTS or is_per_once:
        members = Member("change", change.draft), Member("new", new), Member("old", old)
        return related("growth", "dated_levels", *members)
    greater, lesser = (new, old) if rises(change, new, old) else (old, new)
    return spread("dated_difference", greater, [lesser, change.draft], True)


def _may_be_of(standing: Standing, change: Change, new: Draft, old: Draft) -> bool:
    """Whether a change may be that of a level from its former one, by what the words say that it is of."""
    draft = change.draft
    if draft is new or draft is old or change.own not in (None, new):
        return False
    if draft.unit == "times" and standing.lower[draft.first - 1] == "to":
        return False  # "agreed to quadruple"
    if likeness(standing, new, old) < _LEAST or _is_led_elsewhere(standing, draft, new):
        return False
    # "Grew to 98,700, 7,500 more than in 2001"
    if not change.is_relative and draft.sentence != new.sentence and _has_a_level(standing, draft, new):
        return False
    if new.kind == "growth" and not 0 <= draft.sentence - new.sentence <= 1:
        return False
    if not is_at_its_distance(standing, draft, new, old):
        return False
    # "The decline of 6,411 people" is of what was just told, whoever it is told of.
    is_back = 0 < draft.sentence - new.sentence <= _NEAR and _points_back(standing, draft, new, old)
    if not (is_back or _may_be_of_one(standing, draft, new)):
        return False
    first, last = standing.document.sentences[draft.sentence]
    beside = _beside(
        standing.lower, max(first, draft.first - _BESIDE), draft, min(last, draft.last + _BESIDE)
    )
    if (
        not ADJUSTED.isdisjoint(standing.document.vocabulary_of(draft.sentence))
        or grown_metric(draft) in QUOTES
    ):
        return False
    if (
        draft.sentence != old.sentence
        and draft.period_basis in PLACED
        and is_own(standing, draft, "period")
        and not same_end(draft, new)
        and not (new.sentence == draft.sentence + 1 and "now" in _opener(standing, new))
    ):
        return False
    behind = standing.lower[draft.last : draft.last + _BESIDE]
    at = next((place for place, word in enumerate(behind) if _is_year(word)), 0)
    year = None if _COMPARING.isdisjoint(behind[:at]) else behind[at]
    if year is not None and old.period_end is not None and not old.period_end.startswith(year):
        return False  # "up 26 percent on 2003's figures"
    before = standing.lower[max(first, draft.first - 3) : draft.first]
    if before[-2:] in (["more", "than"], ["less", "than"]):
        before = before[:-2]
    if not _AGAINST.isdisjoint(before):
        return False  # "was down from a revised 10.69 percent"
    is_planned = (
        draft.status in _PLANNED
        or not (_EXPECTING | _AHEAD).isdisjoint(beside)
        or any(
            word == "may" and at not in _OF_MONTHS for at, word in zip(["", *beside], beside, strict=False)
        )
        or not FORECAST.isdisjoint(beside)
    )
    if (is_planned and (change.is_relative or not is_planned_level(standing, new))) or (
        not is_planned and is_planned_level(standing, old)
    ):
        return False
    metric = grown_metric(draft) if has_own_metric(standing, draft) else ""
    # "Raised its estimate of the costs ... It expects losses of 1.9 billion"
    is_of_unit = not change.is_relative and new.kind != "money" and draft.unit in (new.unit, old.unit)
    is_sales = "sales" in standing.words(draft) and _is_sales(metric, new)
    if not (is_planned or is_of_unit or is_sales) and any(
        has_own_metric(standing, level)
        and clash(standing, metric, level.metric_code)
        and not are_named_alike(metric, level.metric_code)
        for level in (new, old)
    ):
        return False
    return _link(standing, change, new, old) != ""


def _has_a_level(standing: Standing, draft: Draft, new: Draft) -> bool:
    """Whether the sentence of a change tells a level before it that it may have led to."""
    return any(
        level.start < draft.start
        and level.kind == new.kind
        and (level.value or _ZERO) > abs(draft.value or _ZERO)
        for level in standing.told_in(draft.sentence, draft.sentence)
    )


def _is_led_elsewhere(standing: Standing, draft: Draft, new: Draft) -> bool:
    """Whether a change is told with a level of its own: "28 percent from 500 million"."""
    lower = standing.lower
    _, last = standing.document.sentences[draft.sentence]
    behind = lower[draft.last : min(last, draft.last + _BESIDE)]
    for place, word in enumerate(behind[:-1]):
        is_figure = draft.last + place + 1 in standing.firsts or draft.last + place + 2 in standing.firsts
        if word in ("from", "than", "over") and is_figure:
            return True
        if word == "to" and is_figure:
            return new.sentence != draft.sentence
    return "when" in lower[max(0, draft.first - _BEFORE) : draft.first]


def _link(standing: Standing, change: Change, new: Draft, old: Draft) -> str:
    draft = change.draft
    metric = grown_metric(draft) if has_own_metric(standing, draft) else ""
    first, _ = standing.document.sentences[draft.sentence]
    is_beside = min(abs(draft.sentence - new.sentence), abs(draft.sentence - old.sentence)) <= 1
    if (
        is_beside
        and not FORECAST.isdisjoint(standing.lower[first : draft.first])
        and is_planned_level(standing, new)
    ):
        return "estimate"
    if change.own is new:
        is_told = told_distance(standing.lower[draft.first : draft.last + _BESIDE]) is not None
        is_alike = likeness(standing, new, old) >= 0
        return "own" if is_alike and (is_told_as_former(standing, old) or is_told) else ""
    if _points_back(standing, draft, new, old):
        return "back"
    is_named = standing.lower[draft.first - 1] == "of" and standing.lower[draft.first - 3] == "the"
    if is_named and draft.start < min(new.start, old.start):
        return ""  # "The rise of 8 percent" is of what was told before
    is_metric = metric == new.metric_code or are_named_alike(metric, new.metric_code)
    is_metric = is_metric or (metric == old.metric_code and not has_own_metric(standing, new))
    is_near = min(abs(draft.sentence - new.sentence), abs(draft.sentence - old.sentence)) <= _NEAR
    is_lead = draft.sentence <= _LEAD and draft.metric_code is not None
    if (
        metric
        and (is_near or is_lead)
        and (is_metric or ("sales" in standing.words(draft) and _is_sales(metric, new)))
    ):
        return "metric"
    if (
        is_near
        and likeness(standing, new, old) >= 0
        and any(
            kindred(metric, code) and code not in standing.listed_metrics
            for code in (new.metric_code, old.metric_code)
        )
    ):
        return "kindred"
    if not change.is_relative:
        is_telling = draft.unit in (new.unit, old.unit) or is_long(draft) or draft.unit in POINTS
        if is_beside and new.kind != "money" and is_telling:
            return "beside"
        if new.kind != "money" and draft.unit and draft.unit in (new.unit, old.unit):
            return "unit"
    if draft.sentence in (new.sentence, old.sentence) and not _THUS.isdisjoint(
        standing.lower[first : draft.first]
    ):
        return "thus"
    is_behind = draft.start > min(new.start, old.start)
    if is_beside and is_behind and _is_of_the_number(standing.lower, first, draft):
        return "number"
    is_told = has_own_metric(standing, new) and metric not in (new.metric_code, old.metric_code)
    if is_told and metric in standing.listed_metrics:
        return ""  # the price of sugar, and the farmers
    return "lead" if is_lead and likeness(standing, new, old) >= 0 else ""


def _opener(standing: Standing, level: Draft) -> list[str]:
    """Return the words before a level: "It now stands at"."""
    return standing.lower[standing.document.sentences[level.sentence][0] : level.first]


def _beside(lower: list[str], first: int, draft: Draft, last: int) -> list[str]:
    """Return the words around a change, up to the next clause."""
    end = next((place for place in range(draft.last, last) if lower[place] in _CLAUSES), last)
    return lower[first:end]


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit() and word[:2] in ("19", "20")


def _is_of_the_number(lower: list[str], first: int, draft: Draft) -> bool:
    """Whether what changed has no name but what was told: "The number rose by 15 percent"."""
    opener = lower[max(first, draft.first - _BESIDE) : draft.first]
    return any(
        word in _NUMBERS and before == "the" and behind not in _OF_WHAT
        for before, word, behind in zip(opener, opener[1:], [*opener[2:], ""], strict=False)
    )


def _is_sales(metric: str, level: Draft) -> bool:
    """Whether a metric of things sold is one of money: "Ticket sales plunged. It took in 14 million"."""
    sold, told = (metric, level.metric_code) if level.kind == "money" else (level.metric_code, metric)
    return told == "revenue" and sold is not None and sold.endswith("_sold")


def _may_be_of_one(standing: Standing, draft: Draft, level: Draft) -> bool:
    """Whether a change and a level may be of one: "in the Langhe and Roero hills" is of the Langhe, too."""
    is_beside = abs(draft.sentence - level.sentence) <= 1
    one, other = draft.place_code or "", level.place_code or ""
    # "In the country prices rose. Inflation in the capital slowed"
    if not same_place(draft, level) and not (is_beside and (one.startswith(other) or other.startswith(one))):
        return False
    owner, name = ((draft.entity_code or "").partition("/")[0] for draft in (draft, level))
    if not owner or not name or owner == name:
        return True
    if is_beside and (owner.startswith(f"{name}:") or name.startswith(f"{owner}:")):
        return True
    return set(name.split("_")) <= set(standing.words(draft))


def _points_back(standing: Standing, draft: Draft, new: Draft, old: Draft) -> bool:
    """Whether a change is one of what was told: "An increase of 18 percent sounds"."""
    lower = standing.lower
    first, _ = standing.document.sentences[draft.sentence]
    if lower[first] in _PRONOUNS and draft.first - first <= _BESIDE:
        return any(level.sentence in (draft.sentence - 1, draft.sentence) for level in (new, old))
    before = lower[max(first, draft.first - _BESIDE) : draft.first]
    for place, word in enumerate(before):
        if word in CHANGE_NOUNS and not _DEFINITE.isdisjoint(before[max(0, place - 2) : place]):
            led = before[place + 1 : place + 2]
            is_alone = not led or led[0] in _LEADING
            is_told = min(new.start, old.start) < draft.start
            return is_told and is_alone and _OF_WHAT.isdisjoint(lower[draft.last : draft.last + 1])
    return False
