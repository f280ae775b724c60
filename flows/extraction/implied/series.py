"""Which figures of an article are members of one series, and in what two of them differ.

A series is what is measured in one way: the same metric in the same unit. Its members differ in who, where,
when or on whose word; what the text says of two of them ("third", "below the forecast") orders them.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_per_once, same_measure
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.text.level_words import QUOTES

# Of two things these compare nothing.
PRICES: Final = QUOTES | {"price"}
_SHARE_PRICES: Final = frozenset(("price", "share_price"))
_RATIOS: Final = frozenset(("percent", "fraction"))
_HUNDRED: Final = Decimal(100)
_LEVELS: Final = frozenset(("money", "count", "measure"))
PROFITS: Final = frozenset("profit net_profit operating_profit pretax_profit earnings income".split())
_ANY_PROFIT: Final = frozenset("profit earnings income".split())
_VAGUE: Final = frozenset("share price per of the rate net operating gross total change number".split())
_PACES: Final = frozenset(("count", "rate"))  # 1.5 million shares, below the daily average of 1.8 million
_FAR: Final = 200  # times one figure may be another that it is set against
Series = dict[tuple[str, str], list[Draft]]


class Pairs:
    """Pairs of figures that a relation ties already: none is tied twice."""

    __slots__ = ("_seen", "_tied")

    def __init__(self, relations: list[Relation]) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._tied: set[int] = set()
        for relation in relations:
            drafts = [member.draft for member in relation.members if member.draft is not None]
            if len(drafts) > _CROWD:
                continue
            for one in drafts:
                for other in drafts:
                    if one is not other and not _both_parts(relation, one, other):
                        self._seen.add((id(one), id(other)))

    def tie(self, one: Draft, other: Draft) -> bool:
        """Note the pair; False when it is known."""
        if one is other or (id(one), id(other)) in self._seen:
            return False
        self._seen.update(((id(one), id(other)), (id(other), id(one))))
        self._tied.update((id(one), id(other)))
        return True

    def is_tied(self, draft: Draft) -> bool:
        """Whether a pair holds the figure."""
        return id(draft) in self._tied

    def has(self, one: Draft, other: Draft) -> bool:
        """Whether the pair is tied."""
        return (id(one), id(other)) in self._seen


_CROWD: Final = 12


def _both_parts(relation: Relation, one: Draft, other: Draft) -> bool:
    roles = {member.role for member in relation.members if member.draft is one or member.draft is other}
    return roles == {"part"}


def group_series(drafts: list[Draft]) -> Series:
    """Return the figures that have a metric by metric and unit, in text order."""
    series: Series = {}
    for draft in drafts:
        if draft.metric_code is not None and draft.kind not in ("rank", "ordinal_milestone"):
            series.setdefault((draft.metric_code, measure_of(draft)), []).append(draft)
    return series


def measure_of(draft: Draft) -> str:
    """Return what tells a measure from others; the nouns of counts are left to the metric."""
    if draft.unit in _RATIOS:
        return "ratio"
    return "count" if draft.kind == "count" else f"{draft.kind} {draft.unit}"


def size(draft: Draft) -> Decimal | None:
    """Return the value of a figure, of a range its middle; fractions in percent."""
    value = draft.value
    if value is None:
        if draft.low is None or draft.high is None:
            return None
        value = (draft.low + draft.high) / 2
    return value * _HUNDRED if draft.unit == "fraction" else value


def alike(one: Draft, other: Draft) -> bool:
    """Whether two figures measure the same kind of thing, as far as kind and unit say."""
    if (one.kind == "growth") != (other.kind == "growth"):
        return False
    if one.unit in _RATIOS or other.unit in _RATIOS:
        return one.unit in _RATIOS and other.unit in _RATIOS
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and not kinds <= {"count", "ordinal_milestone", "growth"}:
        return kinds == _PACES and _once_per(one, other)
    if (
        one.kind == other.kind == "count"
        and one.metric_code is not None
        and one.metric_code == other.metric_code
    ):
        return True
    return same_measure(one, other) or _once_per(one, other)


def _once_per(one: Draft, other: Draft) -> bool:
    """Whether "per share" is said with one of two figures only, which are prices both or neither."""
    # "Shares rose to $65 after earnings topped the estimate of 71 cents per share": a price, and none.
    prices = [draft.metric_code in PRICES for draft in (one, other) if draft.metric_code is not None]
    return is_per_once(one, other) and set(prices) != {True, False}


def same_thing(one: Draft, other: Draft) -> bool:
    """Whether two figures speak of one thing, as far as the reading knows who they are about."""
    if one.entity_code is not None and other.entity_code is not None:
        return one.entity_code == other.entity_code
    if one.subject is None or other.subject is None or one.subject == other.subject:
        return True
    # "The monthly trade gap fell to 41. ... the U.S. trade gap would widen to 45": the subject is the metric.
    said = _words(one.subject), _words(other.subject)
    named = _words(one.metric) & _words(other.metric)
    return bool(named) and (named <= said[0] or named <= said[1])


@lru_cache(maxsize=4096)
def kindred(one: str | None, other: str | None) -> bool:
    """Whether two metrics are of one family: profit and net profit, households and millionaire households."""
    if one is None or other is None:
        return False
    if one == other or ({one, other} <= PROFITS and not {one, other}.isdisjoint(_ANY_PROFIT)):
        return True
    return not (set(one.split("_")) - _VAGUE - PROFITS).isdisjoint(other.split("_"))


def is_one_metric(one: str | None, other: str | None) -> bool:
    """Whether a level of one metric may have come from one of another: kindred ones, a price of any name."""
    return kindred(one, other) or {one, other} == _SHARE_PRICES


def grown_metric(growth: Draft) -> str:
    """Return the code of the metric that a growth is of, "" without one."""
    return (growth.metric_code or "").removeprefix("growth_of_")


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two codes or days may be the same: they are, or one of them is not told."""
    return one == other or None in (one, other)


def _words(text: str | None) -> set[str]:
    return set((text or "").lower().split())


def same_place(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one place; one that names none may be of any."""
    return may_be_one(one.place_code, other.place_code)


def same_end(one: Draft, other: Draft) -> bool:
    """Whether two figures are of periods with one end; one without a period may be of any."""
    return may_be_one(one.period_end, other.period_end)


_SLIP: Final = 12  # a figure may be ten times too large; beyond that it is of something else


def order(
    rule: str, one: Draft, other: Draft, span: tuple[int, int], *, above: bool | None = None
) -> Relation | None:
    """Return the order of two figures, where their values agree with what the words say.

    Args:
        rule: the rule that found it.
        one: a figure.
        other: the figure that it is set against.
        span: the words that set them against one another.
        above: whether the words call the first the greater; None: they leave it to the values.
    """
    first, second = size(one), size(other)
    if first is None or second is None or first == second:
        return None
    # A bigger fall is a smaller number: of two falls the words may mean either.
    both_fall = first < 0 and second < 0
    if above is not None and not both_fall and above != (first > second):
        return None
    greater, lesser = (one, other) if first > second else (other, one)
    if one.kind in _LEVELS and first > 0 and second > 0 and max(first, second) > _FAR * min(first, second):
        return None
    return said_order(IMPLIED + rule, greater, lesser, span)


def is_one_question(one: Draft, other: Draft) -> bool:
    """Whether two figures measure one thing, so that words which say which is more can be held to it.

    What is said to be more is of the same thing, whatever it is called: "beat the forecast", "than in May".
    """
    first, second = size(one), size(other)
    return (
        first is not None
        and second is not None
        and first > 0
        and second > 0
        and max(first, second) <= _SLIP * min(first, second)
        and (
            _once_per(one, other)
            or (one.kind == other.kind and (one.unit == other.unit or _is_bare_count(one, other)))
        )
    )


def _is_bare_count(one: Draft, other: Draft) -> bool:
    return one.kind == "count" and None in (one.unit, other.unit)


def said_order(rule: str, greater: Draft, lesser: Draft, span: tuple[int, int]) -> Relation:
    """Return the order of two figures that words state, whatever the values are, or that a rule implies."""
    members = in_text_order((Member("greater", greater), Member("lesser", lesser)))
    return Relation("order", members, False, span[0], span[1], rule)


def evidence(reading: Reading, one: Draft, other: Draft) -> tuple[int, int]:
    """Return the words that tell two figures apart: those of the sentence of the later one, up to it."""
    first, last = (one, other) if one.start < other.start else (other, one)
    if first.sentence == last.sentence:
        return first.start, last.end
    document = reading.document
    return document.starts[document.sentences[last.sentence][0]], last.end
