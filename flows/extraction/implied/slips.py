"""Sums and differences that hold to the last digit but for one slip of the pen, whatever the words say.

Totals stand beside their parts in few ways. How often figures that stand so add up is known, and how often
one slip of one of them makes them do so by chance follows from their digits: where the one is far more likely
than the other, a figure is misprinted. What holds as it is printed, or is printed twice, is no slip.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.made_of import is_within_rounding, made_of, size_of
from flows.extraction.figure import Draft, Relation, drafts_of, figures_of, start_of
from flows.extraction.implied.series import PRICES
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_narrower, listable
from flows.extraction.relations.misprints import (
    is_other_magnitude,
    may_have_slipped,
    ways_to_slip,
)
from flows.extraction.relations.shared_units import share_units
from flows.extraction.relations.sizes import is_more, is_size
from flows.extraction.relations.sums import adds_up, makes, rounding_of, spread

_LEVELS: Final = frozenset(("count", "money", "measure"))
_WHOLES: Final = frozenset(("total", "base"))
_SET_AGAINST: Final = frozenset(("order", "growth", "conversion"))
_CHANGE: Final = "growth"
_RATIOS: Final = frozenset(("percent", "percentage point", "fraction", "basis point"))
# How many accidental fits to one sum that is meant are allowed, times how often such figures add up (.04 in
# lists that are one sentence, or all of the next; .006 elsewhere; three figures anywhere near one another).
_CLOSE: Final = 0.006
_LESS_CLOSE: Final = 0.002
_LOOSE: Final = 0.0006
_THREE: Final = 0.00025
_ANOTHER: Final = 3  # times as rare are sums of several metrics, or of several times
_PLANNED: Final = 2
_SAID: Final = 2  # times as often figures add up to one that is called a total
_FEW: Final = 40  # things that so many numbers add up to that it tells nothing
_MOST_PARTS: Final = 8
_TABLE: Final = 12  # levels of a sentence from which on it is a table
_FINEST: Final = 0.0005  # of the greater of two levels that their last digit may be
_ALIKE: Final = 0.97  # of a total that one part may be
_LEAST: Final = 0.02
_PAIR: Final = 2
_NEXT: Final = 4  # levels behind one that it may be set against
_NEAR: Final = 3  # sentences from two levels to their difference
_SIMILAR: Final = 0.3
_DIFFERENCE: Final = 0.7
_REACH: Final = 5  # tokens from "total" to its figure
_TOTAL: Final = frozenset(
    """total totals totalled totaled totalling all altogether combined together overall sum entire
    whole""".split()
)
_NUMERAL: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPLIT: Final = re.compile(r"\d[-/]\d")
_TEN: Final = Decimal(10)
_ZERO: Final = Decimal(0)
_ROUNDED: Final = 0.1  # by how much rounding may make a sum differ
_PRINTED_ELSEWHERE: Final = (
    0.05  # how often it is chance that a number is printed with another magnitude, too
)


class _Slip:
    """A figure that may have slipped.

    Attributes:
        draft: the figure.
        told: what it would have been.
        expected: how often one number would make the sum by chance.
    """

    __slots__ = ("draft", "expected", "told")

    def __init__(self, draft: Draft, told: Decimal, expected: float) -> None:
        self.draft = draft
        self.told = told
        self.expected = expected


class _Candidate:
    """A total and its parts that one slip would make add up.

    Attributes:
        total: the total, or the greater of two levels.
        parts: its parts, or the lesser level and what the two are apart.
        limit: how often chance may make them add up where they stand.
        slips: the figures that may have slipped.
        is_difference: whether they are two levels and their difference.
    """

    __slots__ = ("is_difference", "limit", "parts", "slips", "total")

    def __init__(
        self, total: Draft, parts: list[Draft], limit: float, slips: list[_Slip], is_difference: bool
    ) -> None:
        self.total = total
        self.parts = parts
        self.limit = limit
        self.slips = slips
        self.is_difference = is_difference


class _Known:
    """What the relations of an article say of its figures (all by identity).

    Attributes:
        against: pairs that are set against one another.
        inside: pairs of a whole and one of its parts.
        sure: figures of a relation that holds as it is printed.
        judged: figures of a sum that does not.
    """

    __slots__ = ("against", "inside", "judged", "sure")

    def __init__(self, relations: list[Relation]) -> None:
        self.against: set[tuple[int, int]] = set()
        self.inside: set[tuple[int, int]] = set()
        self.sure: set[int] = set()
        self.judged: set[int] = set()
        for relation in relations:
            drafts = [id(draft) for draft in drafts_of(relation)]
            if relation.kind in _SET_AGAINST:
                self.against.update([(one, other) for one in drafts for other in drafts if one != other])
            wholes = [id(member.draft) for member in relation.members if member.role in _WHOLES]
            parts = [id(member.draft) for member in relation.members if member.role == "part"]
            self.inside.update([(whole, part) for whole in wholes for part in parts])
            if relation.kind == "conversion":
                self.sure.update(drafts)
            elif relation.kind != "order" and len(drafts) > _PAIR:
                if _holds(relation):
                    self.sure.update(drafts)
                elif relation.kind == "sum" and relation.is_complete:
                    self.judged.update(drafts)


def _holds(relation: Relation) -> bool:
    made = made_of(relation)
    if made is not None and is_within_rounding(relation, made):
        return True
    return relation.kind == "sum" and adds_up(relation)


def find_slips(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return sums that hold but for one slip, among figures that stand as totals and their parts do.

    Args:
        reading: the article.
        known: its relations.
    """
    if len(reading.drafts) <= _PAIR:
        return []
    search = _Search(reading, known)
    search.sums()
    search.differences()
    if not search.candidates:
        return []
    found: list[Relation] = []
    used: set[int] = set()
    for total, parts in _likeliest(reading, known, search):
        members = [total, *parts]
        if used.isdisjoint(map(id, members)):
            used.update(map(id, members))
            found.append(spread("but_for_a_slip", total, sorted(parts, key=start_of), True))
    share_units(found)
    return found


def _is_printed_exactly(draft: Draft) -> bool:
    """Whether a figure is an amount or a change of one, in digits and without a hedge."""
    kind, value = draft.kind, draft.value
    if (
        (kind not in _LEVELS and kind != _CHANGE)
        or draft.qualifier != "exact"
        or draft.form != "digits"
        or not value
    ):
        return False
    unit = draft.unit
    if kind == _CHANGE:
        return unit not in _RATIOS
    return value > 0 and (unit is None or " per " not in unit)


class _Search:
    """The figures of an article as sums are sought among them."""

    __slots__ = ("_by_sentence", "_levels", "_reading", "_sizes", "_steps", "candidates", "held")

    def __init__(self, reading: Reading, known: list[Relation]) -> None:
        self._reading = reading
        self._levels = [draft for draft in reading.drafts if _is_printed_exactly(draft)]
        self._sizes = {id(draft): abs(float(draft.value or 0)) for draft in self._levels}
        self._steps: dict[int, Decimal] = {}
        self._by_sentence: dict[int, list[Draft]] = {}
        self.candidates: list[_Candidate] = []
        self.held: list[tuple[Draft, list[Draft]]] = []
        if len(self._levels) <= _PAIR:
            return
        aside = figures_of([relation for relation in known if relation.kind == "growth"], "old", "change")
        for draft in self._levels:
            if (
                draft.kind != _CHANGE
                and draft.metric_code not in PRICES
                and draft.unit != "point"
                and id(draft) not in aside
            ):
                self._by_sentence.setdefault(draft.sentence, []).append(draft)

    def sums(self) -> None:
        """Look for totals whose parts stand as parts do."""
        for here in self._by_sentence.values():
            for total in here if len(here) <= _TABLE else ():
                if total.kind == "count" and self._sizes[id(total)] < _FEW:
                    continue
                for parts, limit in self._part_lists(total):
                    if _PAIR <= len(parts) <= _MOST_PARTS:
                        self._judge(total, parts, limit)

    def _part_lists(self, total: Draft) -> Iterator[tuple[list[Draft], float]]:
        """Yield what may be all parts of a total, and what chance may do where parts stand so."""
        at = total.sentence
        here = self._like(total, at)
        before = [draft for draft in here if draft.start < total.start]
        behind = here[len(before) :]
        first, second = self._like(total, at + 1), self._like(total, at + 2)
        yield here, _LOOSE if before and behind else _CLOSE
        if before and behind:
            yield behind, _CLOSE
            yield before, _CLOSE
        yield first, _LOOSE if here else _CLOSE
        if second:
            if first:
                yield first + second, _LESS_CLOSE
            elif not here:
                yield second, _CLOSE
        if behind and first:
            yield behind + first, _LESS_CLOSE
        last = self._like(total, at - 1)
        if last:
            yield last, _LOOSE
            if before:
                yield last + before, _LESS_CLOSE
            yield self._like(total, at - 2) + last, _LOOSE

    def _like(self, total: Draft, sentence: int) -> list[Draft]:
        there = self._by_sentence.get(sentence)
        if there is None or len(there) > _TABLE:
            return []
        unit, kind = total.unit, total.kind
        return [
            draft
            for draft in there
            if draft is not total and ((draft.unit == unit and draft.kind == kind) or listable(draft, total))
        ]

    def differences(self) -> None:
        """Look for two levels near one another with a third figure that is their difference."""
        levels = self._levels
        for index, one in enumerate(levels):
            if one.kind == _CHANGE or len(self._by_sentence.get(one.sentence, ())) > _TABLE:
                continue
            for other in levels[index + 1 : index + _NEXT]:
                if other.sentence - one.sentence > 1:
                    break
                size, second = self._sizes[id(one)], self._sizes[id(other)]
                top, low = max(size, second), min(size, second)
                if (
                    one.kind == other.kind
                    and top * _SIMILAR <= low < top
                    and (one.unit == other.unit or listable(one, other))
                    and float(min(self._step_of(one), self._step_of(other))) <= top * _FINEST
                ):
                    self._thirds(one, other, levels[max(0, index - _MOST_PARTS) : index + _MOST_PARTS])

    def _step_of(self, draft: Draft) -> Decimal:
        step = self._steps.get(id(draft))
        if step is None:
            step = self._steps[id(draft)] = _step(size_of(draft))
        return step

    def _thirds(self, one: Draft, other: Draft, around: list[Draft]) -> None:
        greater, lesser = (one, other) if size_of(one) > size_of(other) else (other, one)
        top, apart = self._sizes[id(greater)], size_of(greater) - size_of(lesser)
        step = min(self._step_of(one), self._step_of(other))
        thirds: list[Draft] = []
        for third in around:
            if (
                third is one
                or third is other
                or self._sizes[id(third)] > top * _DIFFERENCE
                or not one.sentence - _NEAR <= third.sentence <= other.sentence + _NEAR
                or (third.kind != _CHANGE and greater.metric_code in PRICES)
                or not (third.unit == one.unit or (third.kind != _CHANGE and listable(third, one)))
            ):
                continue
            if abs(apart - size_of(third)) <= (step + self._step_of(third)) / 2:
                return
            thirds.append(third)
        for third in thirds:
            self._judge(greater, [lesser, third], _THREE, is_difference=True)

    def _judge(self, total: Draft, parts: list[Draft], limit: float, *, is_difference: bool = False) -> None:
        """Keep a sum that holds, or that one slip makes hold that chance would hardly make."""
        sizes = [self._sizes[id(part)] for part in parts]
        made, value = sum(sizes), self._sizes[id(total)]
        if not is_difference and abs(made - value) <= value * _ROUNDED and makes(parts, total):
            # A part that is less than the rounding of its total may be left out as well.
            if min(sizes) > rounding_of(total):
                self.held.append((total, parts))
            return
        slips: list[_Slip] = []
        least, most = min(sizes), max(sizes)
        if most < made * _ALIKE and least >= made * _LEAST:
            self._try(total, parts, total, slips)
        beyond = sum([size >= value * _ALIKE for size in sizes])
        short = sum([size < value * _LEAST for size in sizes])
        if beyond + short <= 1:
            for index, size in enumerate(sizes):
                told = value - made + size
                is_odd = size >= value * _ALIKE or size < value * _LEAST
                if value * _LEAST <= told < value * _ALIKE and (is_odd or not beyond + short):
                    self._try(total, parts, parts[index], slips)
        if slips:
            self.candidates.append(_Candidate(total, parts, limit, slips, is_difference))

    def _try(self, total: Draft, parts: list[Draft], draft: Draft, slips: list[_Slip]) -> None:
        """Add a figure to the slips where chance would hardly make the sum by it."""
        made, value, size = sum(map(size_of, parts), _ZERO), size_of(total), size_of(draft)
        told = made if draft is total else value - made + size
        if not may_have_slipped(size, told):
            return
        ways = ways_to_slip(size, _numeral(self._reading, draft), told)
        if ways:
            steps = [_step(told), *[self._step_of(one) for one in [total, *parts] if one is not draft]]
            expected = float(min(steps) / (told if draft is total else value))
            slips.append(_Slip(draft, told, expected * ways))


def _likeliest(reading: Reading, known: list[Relation], search: _Search) -> list[tuple[Draft, list[Draft]]]:
    """Return the sums that are meant rather than of chance, which nothing speaks against, surest first."""
    ties = _Known(known)
    totals: set[int] = set()
    for total, parts in search.held:
        if _may_add_up(ties, total, parts):
            totals.add(id(total))
            ties.sure.update(map(id, [total, *parts]))
    printed: dict[Decimal, int] = {}
    for draft in reading.drafts:
        printed[size_of(draft)] = printed.get(size_of(draft), 0) + 1
    numerals = _NUMERAL.findall(reading.title or "")
    left: list[tuple[float, int]] = []
    for number, one in enumerate(search.candidates):
        allowed = _allowed(reading, one)
        expected = [slip.expected * _rarity(reading, ties, printed, numerals, slip) for slip in one.slips]
        if not one.is_difference and sum(map(size_of, one.parts), _ZERO) in printed:
            # As they are printed the parts make another figure of the article: none of them is wrong.
            expected = [
                share if slip.draft is one.total else 0
                for share, slip in zip(expected, one.slips, strict=True)
            ]
        least = min([share for share in expected if share], default=allowed)
        if (
            least < allowed
            and id(one.total) not in totals
            and not any(is_size(reading.document, part) for part in one.parts)
            and (
                one.is_difference
                or not any(is_more(reading.document, part) for part in [one.total, *one.parts])
            )
            and _may_add_up(ties, one.total, one.parts, is_difference=one.is_difference)
            and not any(is_narrower(one.total, part) for part in one.parts)
        ):
            left.append((least / allowed, number))
    likeliest = (search.candidates[number] for _, number in sorted(left))
    return [(one.total, one.parts) for one in likeliest]


def _rarity(
    reading: Reading, ties: _Known, printed: dict[Decimal, int], numerals: list[str], slip: _Slip
) -> float:
    """Return 0 where a figure is no slip, below 1 where something else than the sum says that it is one.

    What is printed twice is none, nor what is in a relation that holds. Where what it would have been is
    printed as well, that one is the total or part; only with another word of magnitude it tells the more.
    """
    draft, size = slip.draft, size_of(slip.draft)
    if id(draft) in ties.sure or id(draft) in ties.judged:
        return 0
    if slip.told in printed:
        return _PRINTED_ELSEWHERE if is_other_magnitude(size, slip.told) else 0
    return 0 if printed[size] > 1 or _numeral(reading, draft) in numerals else 1


def _may_add_up(ties: _Known, total: Draft, parts: list[Draft], *, is_difference: bool = False) -> bool:
    """Whether nothing sets the figures against one another, or has one of them inside another."""
    members = [total, *parts]
    for one in members:
        for other in members:
            pair = (id(one), id(other))
            # Two levels are set against one another where a third one is their difference.
            if pair in ties.against and not (is_difference and parts[-1] not in (one, other)):
                return False
            if one is not total and pair in ties.inside:
                return False
    is_of_one_kind = is_difference or any(part.kind == total.kind for part in parts)
    return is_of_one_kind and len({part.value for part in parts}) == len(parts)


def _allowed(reading: Reading, sum_: _Candidate) -> float:
    """Return what chance may do, less where figures are of several metrics, times or states."""
    total, parts, limit = sum_.total, sum_.parts, sum_.limit
    metrics = {part.metric_code for part in parts}
    if len(metrics) > 1 and total.metric_code not in metrics:
        limit /= _ANOTHER
    ends = {part.period_end for part in parts}
    # Two levels that differ may be of two times, and their difference is of one of them.
    if not sum_.is_difference:
        ends.add(total.period_end)
    elif parts[-1].period_end == total.period_end:
        ends.clear()
    if len(ends - {None}) > 1:
        limit /= _ANOTHER
    if any(part.status != total.status for part in parts):
        limit /= _PLANNED
    lower = reading.document.lower
    if not _TOTAL.isdisjoint(lower[max(0, total.first - _REACH) : total.last + _REACH]):
        limit *= _SAID
    return limit


def _numeral(reading: Reading, draft: Draft) -> str:
    """Return the digits of a figure; none where it is a fraction, "7-3/4"."""
    if _SPLIT.search(reading.document.text, draft.start, draft.end) is not None:
        return ""
    found = _NUMERAL.search(reading.document.text, draft.start, draft.end)
    return found.group() if found is not None else ""


def _step(value: Decimal) -> Decimal:
    """Return what the last digit of a number that is not 0 stands for."""
    exponent = value.normalize().as_tuple().exponent
    return _TEN**exponent if isinstance(exponent, int) else Decimal(1)
