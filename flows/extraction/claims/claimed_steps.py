"""A change that is told in figures, with the step from one level to another that it is of.

"The count has risen by 1,240 and stands at 9,870", after "There were 8,630 members a decade ago"; "The number
has tripled. In 2006 there were 21 pairs. This winter there are 63": the change stands right before
its step, in it or behind it, or opens the article, and is of the same thing by its metric or its words.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.difference_words import claim_of
from flows.extraction.claims.differences import RELATIVE
from flows.extraction.claims.earlier_levels import is_at_its_distance
from flows.extraction.claims.level_growth import clash, miss_of
from flows.extraction.claims.standing import Standing
from flows.extraction.claims.standing_growth import ADJUSTED, is_relative
from flows.extraction.claims.told_before import (
    EARLY,
    Step,
    Steps,
    is_percentage,
    refers_back,
    stems,
    without_owners,
    words_about,
)
from flows.extraction.claims.worded_steps import MOVED
from flows.extraction.figure import Draft, Member, Relation, by_role, figures_of, related, start_of
from flows.extraction.implied.series import PRICES, grown_metric, kindred, may_be_one, same_place
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import spread
from flows.extraction.text.level_words import QUOTES

_OFF: Final = 0.8  # by how much a step may miss its change and still be meant
_LEAD: Final = 1  # the last sentence of those that an article begins with
_ASIDES: Final = frozenset(("which", "whose", "who"))
_BESIDE: Final = 12  # tokens before a change that tell of what it is
# How many percent they are.
_POINTS: Final = {"percentage point": Decimal(1), "point": Decimal(1), "basis point": Decimal("0.01")}
_FURTHER: Final = frozenset("more new further additional extra fresh another".split())
_THAN: Final = 5  # tokens behind "more" in which "than" makes it a comparison
_REFERRING: Final = frozenset("it that this they".split())
_OPENER: Final = 4  # tokens with which a sentence goes on
_LOST: Final = frozenset("lost gained shed added".split())
_KINDS: Final = frozenset(("count", "money", "measure"))
_TIED: Final = frozenset("growth change ratio share part".split())


def with_claimed_steps(
    standing: Standing, drafts: list[Draft], steps: Steps, found: list[Relation]
) -> list[Relation]:
    """Return `found` with new and former level for the changes that no relation gives their former one.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the changes among them.
        steps: levels with what they were before.
        found: the relations so far; changes that are tied are left alone.
    """
    told_of = steps.across + [step for step in steps.within if refers_back(standing, step)]
    told_of += _of_percentages(standing, found)
    if not told_of:
        return found
    whole = [
        one
        for one in found
        if one.kind in ("ratio", "share", "sum") or (one.kind == "growth" and "old" in by_role(one))
    ]
    tied = figures_of(whole, *_TIED)
    own = {
        id(draft): roles.get("new")
        for one in found
        if one.kind == "growth" and "old" not in (roles := by_role(one))
        for role, draft in roles.items()
        if role in ("growth", "change") and draft is not None
    }
    told: dict[int, Relation] = {}
    for step in told_of:
        for change in drafts:
            if id(change) in tied or id(change) in told or change is step.new or change is step.old:
                continue
            if not change.value or change.status != "reported":
                continue
            if own.get(id(change), step.new) is not step.new:
                continue  # "rose 9 percent to 88"
            relation = _told_of(standing, drafts, change, step)
            if relation is not None:
                told[id(change)] = relation
                break
    kept = [one for one in found if not _is_told(one, told)]
    return kept + list(told.values())


def _is_told(relation: Relation, told: dict[int, Relation]) -> bool:
    if relation.kind != "growth":
        return False
    roles = by_role(relation)
    return "old" not in roles and any(id(draft) in told for draft in roles.values())


def _of_percentages(standing: Standing, found: list[Relation]) -> list[Step]:
    """Return the steps of rates that a clause tells outright: "to 4.75 percent from 4.25"."""
    former = standing.changes.former
    steps = []
    for one in found:
        if one.kind != "order":
            continue
        roles = by_role(one)
        new, old = roles.get("greater"), roles.get("lesser")
        if new is not None and id(new) in former:
            new, old = old, new
        if new is not None and old is not None and id(old) in former and is_percentage(new):
            steps.append(Step(new, old))
    return steps


def _told_of(standing: Standing, drafts: list[Draft], change: Draft, step: Step) -> Relation | None:
    new, old = step.new, step.old
    first, last = min(new.sentence, old.sentence), max(new.sentence, old.sentence)
    is_lead = change.sentence <= _LEAD and change.sentence < first - 1
    if not is_lead and not first - 1 <= change.sentence <= last + 1:
        return None
    if change.sentence == first == last and change.start > max(new.start, old.start):
        return None  # "fell to 35 percent from 52, and Europe dropped nine points"
    opens = standing.document.sentences[change.sentence][0]
    if change.sentence not in (new.sentence, old.sentence) and not _ASIDES.isdisjoint(
        standing.lower[opens : change.first]
    ):
        return None  # "worst on the route to Lemnos, which lost 22% of its traffic"
    before = standing.lower[change.first - 3 : change.first]
    if change.start < min(new.start, old.start) and before[:1] == ["the"] and before[2:] == ["of"]:
        return None  # "Grew to 98,700. The rise of 8.2 per cent ...": of what was told before it
    is_own = is_relative(change) and grown_metric(change) in (new.metric_code, old.metric_code)
    if change.sentence > last and not (is_own or _goes_on(standing, change)):
        return None
    role = _role(standing, change, step)
    if not role or not (step.is_loose or is_at_its_distance(standing, change, new, old)):
        return None
    if step.is_loose:
        behind = standing.lower[change.last : change.last + _BESIDE]
        if change.sentence != new.sentence or EARLY.isdisjoint(behind):
            return None
    elif not _is_of_the_step(standing, change, step, is_lead=is_lead):
        return None
    if not _are_nearest(drafts, change, step, is_lead=is_lead):
        return None
    # "The same buyer would have paid": a year ago, that was so.
    old.status = new.status
    if change.kind != "growth":
        greater, lesser = (new, old) if (new.value or 0) > (old.value or 0) else (old, new)
        return spread("claimed_step", greater, [lesser, change], True)
    members = (Member(role, change), Member("new", new), Member("old", old))
    return related("growth", "claimed_step", *members)


def _role(standing: Standing, change: Draft, step: Step) -> str:
    """Return what a figure is of a step, growth or change, and "" where it is neither or far off."""
    new, old = step.new, step.old
    if change.kind == "growth" and is_relative(change):
        if is_percentage(new):
            return ""  # "profit rose 9 percent, and the margin to 12 percent from 11"
        off = miss_of(change, new, old, is_growth=True)
        return "growth" if off is not None and off <= _OFF else ""
    told = change.value or Decimal(0)
    made = (new.value or Decimal(0)) - (old.value or Decimal(0))
    if change.kind == "growth":
        if is_percentage(new):
            is_unit = change.unit in _POINTS
            told *= _POINTS.get(change.unit or "", Decimal(1))
        else:
            is_unit = change.unit == new.unit or (new.kind == "count" and None in (change.unit, new.unit))
    else:
        is_unit = _is_amount(standing, change, new) and not is_percentage(new)
        if made < 0:
            told = -told  # "it has lost 3 kilometres", "3,200 fewer than"
    if not is_unit or made * told <= 0:
        return ""
    return "change" if abs(made - told) <= Decimal(str(_OFF)) * max(abs(made), abs(told)) else ""


def _is_amount(standing: Standing, change: Draft, new: Draft) -> bool:
    """Whether a count or an amount is one by which something changed: "nine more", "lost 3 kilometres"."""
    if change.kind not in _KINDS or change.unit in RELATIVE or change.kind != new.kind:
        return False
    lower = standing.lower
    behind = lower[change.last : change.last + _THAN]
    before = lower[change.first - 1]
    if change.kind == "count" and "than" not in behind and not _FURTHER.isdisjoint((before, *behind[:1])):
        return True
    if not listable(change, new):
        return False
    verb = lower[change.first - 2] if before == "by" else before
    if change.sentence > new.sentence and (verb in MOVED or verb in _LOST):
        return True  # "It has thus lost 3 kilometres"
    claim = claim_of(lower, change, standing.document.sentences[change.sentence])
    return claim is not None and claim.of_times


def _goes_on(standing: Standing, change: Draft) -> bool:
    """Whether a sentence behind a step goes on with it: "That is 9 percent more", "In other words, it"."""
    first, _ = standing.document.sentences[change.sentence]
    opener = standing.lower[first : min(first + _OPENER, change.first)]
    return not _REFERRING.isdisjoint(opener[:1]) or opener[:3] == ["in", "other", "words"]


def _is_of_the_step(standing: Standing, change: Draft, step: Step, *, is_lead: bool) -> bool:
    """Whether a change is of what its step is of, by metric or words, and nothing tells them apart."""
    new, old = step.new, step.old
    lower = standing.lower
    first, last = standing.document.sentences[change.sentence]
    beside = lower[max(first, change.first - _BESIDE) : min(last, change.last + _BESIDE)]
    if not ADJUSTED.isdisjoint(beside) or grown_metric(change) in QUOTES:
        return False
    if not same_place(change, new) or not same_place(change, old):
        return False
    if change.sentence > max(new.sentence, old.sentence):
        return True
    # "The number has tripled. In 2010, 21 were counted": of what, is not known.
    metric = grown_metric(change)
    if new.kind == "money" and metric not in PRICES and clash(standing, metric, new.metric_code):
        return False
    is_of_any = change.metric_code is None and new.kind == old.kind == "count"
    if change.sentence == min(new.sentence, old.sentence) - 1 and (is_of_any or refers_back(standing, step)):
        return True
    later = max(new, old, key=start_of)
    if change.sentence == later.sentence and change.start < later.start:
        return True  # "The number has since fallen by 1,300 and is now 1,810"
    metrics = {new.metric_code, old.metric_code}
    is_one = any(kindred(metric, code) for code in metrics)
    if is_lead:
        return is_one and may_be_one(change.entity_code, new.entity_code)
    said = without_owners(beside) + (change.metric or "").lower().split()
    return is_one or not words_about(standing, step).isdisjoint(stems(said))


def _are_nearest(drafts: list[Draft], change: Draft, step: Step, *, is_lead: bool) -> bool:
    """Whether no other change and no other level of their measure stands among a change and its levels.

    What opens an article is explained by the first levels of its metric.
    """
    new, old = step.new, step.old
    first = min(change.start, new.start, old.start)
    last = max(change.start, new.start, old.start)
    for draft in drafts:
        if draft is change or draft is new or draft is old or not draft.value:
            continue
        is_between = first < draft.start < last
        if draft.kind == "growth":
            is_rival = grown_metric(draft) == grown_metric(change) if is_lead else is_between
            if is_rival or draft.sentence == change.sentence:
                return False
            continue
        if draft.kind != new.kind or not (is_between or (is_lead and draft.start < first)):
            continue
        if draft.unit != new.unit and not (is_lead and draft.unit is None):
            continue
        # "Grew to 98,700, 7,500 more. The rise of 8.2 per cent ...": of the level before it.
        if not is_lead or (draft.status == "reported" and kindred(draft.metric_code, new.metric_code)):
            return False
    return True
