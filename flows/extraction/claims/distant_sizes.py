"""Changes that are told in figures, and how far two levels are from making them.

"Grew by 12 percent", "138 points less", "13,700 names disappeared", "the shortfall of 4.8 million bags".
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from flows.extraction.claims.difference_words import claim_of
from flows.extraction.claims.level_growth import miss_of
from flows.extraction.claims.standing import WHOLES, Standing, miss
from flows.extraction.claims.standing_growth import is_relative
from flows.extraction.figure import Draft, Relation, by_role, figures_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import rounding_of
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS

_OFF: Final = 0.5  # by how much levels may miss their change and still be meant
_NEARLY: Final = Decimal("0.006")  # by how much what a slip makes may be off, as a share
_MAGNITUDES: Final = (Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001"))
POINTS: Final = {"percentage point": Decimal(1), "point": Decimal(1), "basis point": Decimal("0.01")}
_BESIDE: Final = 8  # tokens around an amount that tell that it is a change
# What says that so many came or went, before them or behind.
_FILLING: Final = frozenset(
    "a an the another some about around nearly almost just only its up to with".split()
)
_FAR_BY: Final = 16  # tokens from a verb to "by"
_FEWER: Final = frozenset(
    """close closing shut shutting scrap scraps scrapped scrapping lost lose loses losing shed sheds shedding
    cut cuts cutting axe axes axed axing dropped dismiss dismissed parting""".split()
)
_MORE: Final = frozenset("gained gain gains add added adding adds".split())
_RESULTS: Final = frozenset("lost lose loses losing loss losses gained gain gains".split())
_NOUNS: Final = CHANGE_NOUNS | {"shortfall": -1, "plus": 1, "minus": -1}
_BEFORES: Final = frozenset("previous before last preceding earlier prior then".split())
_LESS: Final = frozenset("fewer less lower lost".split())
_THAT: Final = frozenset(("that", "this"))
_GONE: Final = frozenset("disappeared vanished".split())
# What got better may have become less.
_JUDGED: Final = frozenset(
    """improvement improved improving deterioration deteriorated worsening worsened change changed difference
    better worse shift swing""".split()
)
_TELLING: Final = 3  # digits of a count that no chance makes a difference of two others
_BEHIND: Final = 4  # tokens from a level to the "had" whose subject it is


class Change(NamedTuple):
    """A change: its figure, the way it goes (0 may be either), and the only level that it can have led to."""

    draft: Draft
    sign: int
    own: Draft | None

    @property
    def is_relative(self) -> bool:
        """Whether it is told as a share or a multiple of what there was."""
        return self.draft.kind == "growth" and is_relative(self.draft)


def changes_told(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Change]:
    """Return the changes that are not tied to both levels."""
    whole = [
        one
        for one in found
        if one.kind in ("ratio", "rate") or (one.kind == "growth" and {"new", "old"} <= by_role(one).keys())
    ]
    tied = figures_of(whole) | figures_of(
        [one for one in found if one.kind in ("share", "sum")], "part", "share"
    )
    own = {
        id(draft): roles["new"]
        for one in found
        if one.kind == "growth" and "old" not in (roles := by_role(one)) and "new" in roles
        for role, draft in roles.items()
        if role in ("growth", "change")
    }
    changes = []
    for draft in drafts:
        if id(draft) in tied or not draft.value:
            continue
        sign = sign_of(standing, draft)
        if sign:
            around = standing.lower[max(0, draft.first - _BEHIND) : draft.last + _BEHIND]
            changes.append(Change(draft, 0 if not _JUDGED.isdisjoint(around) else sign, own.get(id(draft))))
    return changes


def sign_of(standing: Standing, draft: Draft) -> int:
    """Return the way a change goes; 0 for what is no change, or one of something else than was told."""
    lower = standing.lower
    value = draft.value or Decimal(0)
    if draft.kind == "growth":
        if draft.unit == "times":
            return 1 if value > 1 else -1
        if not is_relative(draft) and lower[draft.first - 1] == "by" and lower[draft.first - 2] in _RESULTS:
            return 0  # "lost by eleven votes"
        return 1 if value > 0 else -1
    if draft.kind not in ("count", "money", "measure") or value <= 1:
        return 0
    first, last = standing.document.sentences[draft.sentence]
    at = draft.first
    while at > first and lower[at - 1] in _FILLING:
        at -= 1
    before = lower[max(first, at - 1) : at]
    if before in (["of"], ["by"]):
        nouns = (
            lower[max(first, at - 2) : at - 1]
            if before == ["of"]
            else lower[max(first, at - _FAR_BY) : at - 1]
        )
        signs = _NOUNS if before == ["of"] else CHANGE_VERBS
        return next((signs[word] for word in reversed(nouns) if word in signs and word not in _RESULTS), 0)
    behind = lower[draft.last : min(last, draft.last + _BEHIND)]
    behind = behind[
        : next((place for place, word in enumerate(behind) if not word[0].isalpha()), len(behind))
    ]
    claim = claim_of(lower, draft, (first, last))
    if claim is not None and not claim.of_times and "than" in behind:
        than = lower[draft.last : min(last, draft.last + _BESIDE)]
        if _BEFORES.isdisjoint(than[than.index("than") :]):
            return 0  # "longer than the other"
    is_amount = draft.kind == "money"  # "It lost 5 million": a result
    if not _LESS.isdisjoint(behind[:2]) or not (_FEWER - _RESULTS if is_amount else _FEWER).isdisjoint(
        before
    ):
        return -1
    if "more" in behind[:2] and (
        behind[-1] == "more" or "than" in behind or not _THAT.isdisjoint(lower[first : first + 2])
    ):
        return 1
    if not (_MORE - _RESULTS if is_amount else _MORE).isdisjoint(before):
        return 1
    return -1 if not _GONE.isdisjoint(behind) else 0


def miss_of_change(change: Change, new: Draft, old: Draft) -> float | None:
    """Return how far levels are from making a change; None where they cannot, or go the other way."""
    draft = change.draft
    told = abs(draft.value or Decimal(0))
    if change.is_relative:
        if new.unit == "percent":
            return None
        off = miss_of(draft, new, old, is_growth=True)
        if off and draft.read_low is not None and draft.read_high is not None and draft.unit in WHOLES:
            made = ((new.value or Decimal(0)) / (old.value or Decimal(1)) - 1) * WHOLES[draft.unit or ""]
            if draft.read_low <= made <= draft.read_high:
                return 0.0
        return off
    made = _way(change, (new.value or Decimal(0)) - (old.value or Decimal(0)))
    if not _is_in_unit(draft, new, old):
        return None
    told *= POINTS.get(draft.unit or "", Decimal(1)) if new.unit == "percent" else 1
    if made <= 0:
        return None
    slack = rounding_of(draft) + rounding_of(new) + rounding_of(old)
    return miss(told, made, slack)


def rises(change: Change, new: Draft, old: Draft) -> bool:
    """Whether a change is one to more, by its words or else by its levels."""
    return change.sign > 0 or (change.sign == 0 and (new.value or 0) > (old.value or 0))


def _way(change: Change, made: Decimal) -> Decimal:
    """Return how far a change went its way."""
    return made * change.sign if change.sign else abs(made)


def is_long(draft: Draft) -> bool:
    """Whether a number has so many digits that it is no other difference by chance."""
    step = draft.granule or Decimal(1)
    return len(str(int(abs(draft.value or Decimal(0)) / step))) >= _TELLING


def _is_in_unit(draft: Draft, new: Draft, old: Draft) -> bool:
    """Whether a change may be in the unit of a level: so many points of an index, names of the unemployed."""
    if draft.unit in POINTS:
        return new.unit == "percent" or (draft.unit == "point" and new.kind in ("count", "score"))
    if new.unit == "percent":
        return False
    if new.kind == "count" and draft.kind in ("count", "growth"):
        return is_long(draft) or _shares_a_unit(draft, new, old)
    return draft.unit == (new.unit or "").partition(" per ")[0]


def _shares_a_unit(draft: Draft, new: Draft, old: Draft) -> bool:
    """Whether a change counts what one of two levels counts; of money and measures that is known."""
    return (
        new.kind != "count"
        or draft.unit is None
        or any(level.unit in (draft.unit, None) or listable(draft, level) for level in (new, old))
    )


def is_near(change: Change, new: Draft, old: Draft) -> bool:
    """Whether levels come near to making a change, or would after a slip of the pen in one of the three."""
    off = miss_of_change(change, new, old)
    if off is not None and off <= _OFF and (change.is_relative or _shares_a_unit(change.draft, new, old)):
        return True
    if (change.is_relative and new.unit == "percent") or (
        not change.is_relative and not _is_in_unit(change.draft, new, old)
    ):
        return False
    told, one, other = change.draft.value, new.value, old.value
    if not told or not one or not other:
        return False
    for draft in (change.draft, new, old):
        for value in _slipped(draft):
            a, b, c = (value if which is draft else which.value for which in (change.draft, new, old))
            if a and b and c and _makes(change, abs(a), b, c):
                return True
    return False


def _slipped(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been: two digits swapped, one too many or too few, another magnitude."""
    size, step = abs(draft.value or Decimal(0)), draft.granule or Decimal(1)
    digits = str(int(size / step))
    for place in range(len(digits) - 1):
        yield Decimal(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]) * step
    for place in range(len(digits) if len(digits) > 1 else 0):
        yield Decimal(digits[:place] + digits[place + 1 :]) * step
    for factor in _MAGNITUDES if draft.kind != "growth" else ():
        yield size * factor


def _makes(change: Change, told: Decimal, new: Decimal, old: Decimal) -> bool:
    draft = change.draft
    if change.is_relative:
        scale = WHOLES.get(draft.unit or "percent", Decimal(1))
        sign = change.sign or (1 if new > old else -1)
        ratio = told if draft.unit == "times" else 1 + sign * told / scale
        return abs(new - ratio * old) <= (rounding_of(draft) / scale + _NEARLY) * old
    scale = POINTS.get(draft.unit or "", Decimal(1))
    return abs(_way(change, new - old) - told * scale) <= scale * max(rounding_of(draft), _NEARLY * told)
