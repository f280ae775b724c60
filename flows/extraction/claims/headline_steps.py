"""A change that a headline tells, with the levels of the text that it is of: "Harl doubles its profit".

The first two levels of its metric that the text sets against one another as of two times are those of the
headline, if they stand among its first sentences: of a growth that no figure of the text repeats, and of a
rise or a fall in words alone, "Harl profit rises".
"""

from typing import Final

from flows.extraction.claims.level_growth import miss_of
from flows.extraction.claims.standing import WHOLES
from flows.extraction.claims.standing_growth import ADJUSTED, is_relative
from flows.extraction.claims.told_before import may_be_of_one_thing, stems
from flows.extraction.claims.worded_steps import TELLING, told_changes
from flows.extraction.figure import Draft, Member, Relation, by_role, drafts_of, start_of
from flows.extraction.implied.series import grown_metric, kindred, may_be_one, said_order, same_place
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.text.level_words import QUOTES

_FIRST: Final = 3  # the last sentence in which the levels of a headline stand
_OFF: Final = 0.8  # by how much they may miss it and still be meant
_HUNDRED: Final = 100
_MEASURES: Final = frozenset("rate number numbers total figure level".split())
_SHARES: Final = frozenset("share shares stock stocks".split())
Pair = tuple[Draft, Draft]
_EXPECTED: Final = frozenset(
    "sees expects expected forecast forecasts to may could should would outlook target seen adjusted".split()
)


def with_headline_steps(heading: Reading, body: Reading) -> list[Relation]:
    """Return the relations of a text with those of its levels that the headline states.

    The words of such a relation are those of the levels. Of two orders of one pair, the text's and the
    headline's, the one that the other contradicts is kept.
    """
    steps = [step for one in body.relations if (step := _step(one)) is not None]
    if not steps:
        return body.relations
    steps.sort(key=_start)
    growth = _growth(heading, body, steps)
    if growth is not None:
        return [*body.relations, growth]
    order = _order(heading, body, steps)
    if order is None:
        return body.relations
    pair = frozenset(map(id, drafts_of(order)))
    known = [
        one for one in body.relations if one.kind == "order" and frozenset(map(id, drafts_of(one))) == pair
    ]
    if any(
        by_role(one)["greater"] is by_role(order)["greater"] and not one.rule.startswith(IMPLIED)
        for one in known
    ):
        return body.relations
    return [*(one for one in body.relations if one not in known), order]


def _growth(heading: Reading, body: Reading, steps: list[Pair]) -> Relation | None:
    growths = [draft for draft in heading.drafts if draft.kind == "growth" and is_relative(draft)]
    if len(growths) != 1 or not _EXPECTED.isdisjoint(heading.document.lower):
        return None
    growth = growths[0]
    metric = grown_metric(growth)
    if not growth.value or not metric or metric in QUOTES or _is_repeated(growth, body):
        return None
    step = next((step for step in steps if kindred(metric, step[0].metric_code)), None)
    if step is None or not _is_meant(body, step):
        return None
    new, old = step
    if not may_be_one(growth.entity_code, new.entity_code) or not same_place(growth, new):
        return None
    off = miss_of(growth, new, old, is_growth=True) if new.unit not in WHOLES else None
    if off is None or off > _OFF:
        return None
    members = Member("growth", growth), Member("new", new), Member("old", old)
    return Relation("growth", members, False, *_span(step), "headline_step")


def _order(heading: Reading, body: Reading, steps: list[Pair]) -> Relation | None:
    """Return the order of two levels that "Harl profit rises" states."""
    lower = heading.document.lower
    told = [] if TELLING.isdisjoint(lower) else told_changes(lower)
    for step in steps if told else ():
        new, old = step
        metric = stems((new.metric or "").lower().split())
        # "House prices rise", not "provisions for a slump"
        meant = [
            (sign, words)
            for sign, words in told
            if metric and metric <= stems(words) and (stems(words[-1:]) & metric or words[-1] in _MEASURES)
        ]
        if len(meant) != 1:
            continue
        sign, words = meant[0]
        if not _is_meant(body, step) or new.kind == "share" or not _SHARES.isdisjoint(words):
            return None
        if not may_be_of_one_thing(new, old) or new.value == old.value or not _is_first(body, step):
            return None
        return said_order("headline_step", *((new, old) if sign > 0 else (old, new)), _span(step))
    return None


def _is_meant(body: Reading, step: Pair) -> bool:
    """Whether two levels stand where a headline is explained, and both are facts as the books have them."""
    new, old = step
    document = body.document
    return (
        max(new.sentence, old.sentence) <= _FIRST
        and new.status == old.status == "reported"
        and new.metric_code not in QUOTES
        and "growth" not in (new.metric_code or "")
        and all(ADJUSTED.isdisjoint(document.vocabulary_of(level.sentence)) for level in step)
    )


def _is_first(body: Reading, step: Pair) -> bool:
    """Whether no other level that may be of the same thing stands before a step."""
    return not any(
        draft.start < _start(step) and draft.kind == step[0].kind and may_be_of_one_thing(draft, step[0])
        for draft in body.drafts
        if draft.value and draft.value > 0
    )


def _start(step: Pair) -> int:
    return min(map(start_of, step))


def _span(step: Pair) -> tuple[int, int]:
    return _start(step), max(level.end for level in step)


def _is_repeated(growth: Draft, body: Reading) -> bool:
    """Whether the text tells a growth as large: then that one is held against levels of its own."""
    told = _size(growth)
    return any(
        draft.value
        and draft.kind in ("growth", "rate", "share")
        and (draft.unit == "times") == (growth.unit == "times")
        and (draft.unit in WHOLES or draft.unit == "times")
        and abs(_size(draft) - told) <= float(draft.granule + growth.granule) / 2
        for draft in body.drafts
    )


def _size(draft: Draft) -> float:
    size = abs(float(draft.value or 0))
    return size * _HUNDRED if draft.unit == "fraction" else size


def _step(relation: Relation) -> Pair | None:
    """Return new and former level of what sets two levels against one another as of two times."""
    roles = by_role(relation)
    if relation.kind == "growth":
        new, old = roles.get("new"), roles.get("old")
        return None if new is None or old is None else (new, old)
    one, other = roles.get("greater"), roles.get("lesser")
    if relation.kind != "order" or one is None or other is None or one.metric_code != other.metric_code:
        return None
    if one.period_end is None or other.period_end is None or one.period_end == other.period_end:
        return None
    return (one, other) if one.period_end > other.period_end else (other, one)
