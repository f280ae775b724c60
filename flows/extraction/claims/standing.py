"""The figures that a claim may be about: those told just before it, and the choice among its readings.

"The deficit of 5 million", "the other 380 flats", "the increase of 8%": such a claim names no figures, since
the reader has just read them. A reading that holds is taken for the one that is meant; where none holds,
there must be one that is near, or the claim is about something that is not told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from flows.extraction.figure import Draft, Relation, by_role, sentence_of, start_of
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes, is_current, is_denied
from flows.extraction.relations.shapes import Shape
from schemas.reference import Reference

# How many there are in the whole that a share is of, by its unit.
WHOLES: Final = {
    "percent": Decimal(100), "fraction": Decimal(1),
    "per 1,000": Decimal(1000), "per 10,000": Decimal(10_000), "per 100,000": Decimal(100_000),
}  # fmt: skip
_MANY: Final = re.compile("per 1(?:0|00)?,000$")
_COARSE: Final = Decimal("0.1")
_TABLE: Final = 12  # figures of a sentence beyond which it is a table
# Said of plans and of what has happened: no claim mixes them.
_PLANNED: Final = frozenset(("forecast", "target"))


class Candidate(NamedTuple):
    """One reading of a claim: the figures that it may mean, and how far they are from making it true.

    Attributes:
        drafts: the figures, in the order of the claim's roles.
        miss: how far off the claim is, as a share of it; 0 where it holds.
    """

    drafts: tuple[Draft, ...]
    miss: float


class Standing:
    """The levels of an article that claims can be about, in text order."""

    def __init__(self, reading: Reading, shapes: list[Shape], changes: Changes) -> None:
        self.document = reading.document
        self.reference = reading.reference
        self.changes = changes
        self.lower = reading.document.lower
        self._present = reading.document.vocabulary()
        self.listed_metrics = listed_metrics(reading.reference)
        # The first day of the year of publication, "" where that is unknown.
        self.this_year = f"{reading.published[:4]}-01-01" if reading.published else ""
        # Where figures begin, and their last tokens: what stands between two of them is told of one.
        told = [draft for draft in reading.drafts if draft.kind != "duration"]
        self.firsts = frozenset(draft.first for draft in told)
        self.lasts = frozenset(draft.last - 1 for draft in told)
        # Of what time the words tell a level, by its identity: every pair of levels asks.
        self.told_times: dict[int, int] = {}
        self.levels: list[Draft] = []
        self.shares: list[Draft] = []
        self.told: list[Draft] = []
        # Percentages and fractions, former ones too.
        self.told_shares: list[Draft] = []
        for shape in shapes:
            if len(shape.figures) > _TABLE:
                continue
            for position in shape.figures:
                draft, kind = shape.draft(position), shape.classes[position]
                if draft.value is None or draft.value <= 0 or id(draft) in changes.changes:
                    continue
                before = self.lower[draft.first - 1]
                if before == "every" or before == "per" or is_denied(self.lower, draft):
                    continue  # "for every two that closed", "per 100,000 inhabitants": a ratio, no level
                # "It went out 214 times": so often something happened.
                counts = kind == "L" or (draft.unit == "times" and draft.kind == "count")
                is_level = counts and draft.kind in ("count", "money", "measure")
                if is_level:
                    self.told.append(draft)
                elif draft.unit in WHOLES and draft.kind != "growth":
                    self.told_shares.append(draft)
                if not is_current(draft, changes):
                    continue
                if is_level:
                    self.levels.append(draft)
                elif scale_of(draft) is not None:
                    self.shares.append(draft)

    def sentences_with(self, words: frozenset[str]) -> set[int]:
        """Return the sentences that hold one of `words`: most claims have words that most articles lack."""
        present = words & self._present
        if not present:
            return set()
        return {
            number
            for number, words in enumerate(self.document.vocabularies())
            if not present.isdisjoint(words)
        }

    def words(self, draft: Draft) -> list[str]:
        """Return the words of the sentence of a figure, in lower case."""
        first, last = self.document.sentences[draft.sentence]
        return self.lower[first:last]

    def levels_in(self, sentence: int) -> list[Draft]:
        """Return the levels of a sentence."""
        return of_sentences(self.levels, sentence, sentence)

    def levels_between(self, start: int, end: int) -> list[Draft]:
        """Return the levels that begin among the characters from `start` to `end`."""
        return _within(self.levels, start, end)

    def shares_between(self, start: int, end: int) -> list[Draft]:
        """Return the shares that begin among the characters from `start` to `end`."""
        return _within(self.shares, start, end)

    def shares_in(self, first: int, last: int) -> list[Draft]:
        """Return the shares of the sentences from `first` to `last`."""
        return of_sentences(self.shares, first, last)

    def told_in(self, first: int, last: int) -> list[Draft]:
        """Return the levels, former ones too, of the sentences from `first` to `last`."""
        return of_sentences(self.told, first, last)

    def levels_before(self, claim: Draft, back: int) -> list[Draft]:
        """Return the levels before a claim, from so many sentences back."""
        return _before(self.levels, claim, back)

    def told_about(self, growth: Draft, *, back: int, ahead: int) -> list[Draft]:
        """Return the levels, former ones too, of the sentences around a growth; those ahead only if asked."""
        near = self.told_in(growth.sentence - back, growth.sentence + ahead)
        return [level for level in near if ahead or level.start < growth.start]

    def shares_before(self, claim: Draft, back: int) -> list[Draft]:
        """Return the shares before a claim, from so many sentences back."""
        return _before(self.shares, claim, back)


@lru_cache(maxsize=8)
def listed_metrics(reference: Reference) -> frozenset[str]:
    """Return the codes of the metrics table; any other code is made of a text's own words."""
    return frozenset(row["metric_code"] for row in reference.rows("metrics"))


def scale_of(draft: Draft) -> Decimal | None:
    """Return how many there are in the whole that a figure is a share of: "7 thefts per 1,000" too."""
    unit = draft.unit or ""
    if unit in WHOLES or draft.kind != "rate":
        return WHOLES.get(unit)
    match = _MANY.search(unit)
    return WHOLES[match.group()] if match else None


def choose(candidates: Iterable[Candidate], *, within: float) -> tuple[Draft, ...] | None:
    """Return the figures of the first reading that holds, else of the fullest one that is not too far off.

    A claim is wrong in one figure: of the readings that come near, the one of more figures is less by chance.
    """
    near: list[Candidate] = []
    for candidate in candidates:
        if not candidate.miss:
            return candidate.drafts
        if candidate.miss <= within:
            near.append(candidate)
    return max(near, key=_fullest).drafts if near else None


def _fullest(candidate: Candidate) -> tuple[int, float]:
    return len(candidate.drafts), -candidate.miss


def miss(told: Decimal, made: Decimal, slack: Decimal) -> float:
    """Return how far `made` is from `told`, as a share of the greater; 0 within the rounding of both.

    What "10 billion" leaves open would let nearly anything hold.
    """
    off, size = abs(told - made), max(abs(told), abs(made))
    return 0.0 if off <= min(slack, size * _COARSE) else float(off / size)


def share_miss(share: Draft, part: Draft, base: Draft) -> float:
    """Return how far a share is from what a part is of a base, as `miss` does."""
    if share.value is None or not part.value or not base.value:
        return 1.0
    made = (scale_of(share) or Decimal(1)) * part.value / base.value
    slack = share.granule / 2 + made * (part.granule / part.value + base.granule / base.value) / 2
    return miss(share.value, made, slack)


def is_share_of(share: Draft, part: Draft, base: Draft) -> bool:
    """Whether a share, with its hedge, is what a part is of a base."""
    if not share_miss(share, part, base):
        return True
    if not part.value or not base.value or share.read_low is None or share.read_high is None:
        return False
    made = (scale_of(share) or Decimal(1)) * part.value / base.value
    return share.read_low <= made <= share.read_high


def growth_miss(growth: Draft, new: Draft, old: Draft) -> float | None:
    """Return how far a growth is from what leads from one level to another, as `miss` does.

    None where the levels went the other way, or a figure has no value or none above zero.
    """
    if not growth.value or not new.value or not old.value:
        return None
    ratio, scale = new.value / old.value, WHOLES.get(growth.unit or "percent", Decimal(1))
    is_multiple = growth.unit == "times"
    # "doubled" is so many times, not so much more.
    made = (ratio if is_multiple else ratio - 1) * scale
    if made * growth.value <= 0 or (is_multiple and made < 1 < growth.value):
        return None
    slack = growth.granule / 2 + scale * ratio * (new.granule / new.value + old.granule / old.value) / 2
    return miss(growth.value, made, slack)


def makes_growth(growth: Draft, new: Draft, old: Draft) -> bool:
    """Whether other levels make a growth; cents per share make too many as coarse as they are."""
    if growth_miss(growth, new, old) != 0:
        return False
    if " per " not in (new.unit or "") or not new.value or not old.value or growth.value is None:
        return True
    scale = WHOLES.get(growth.unit or "percent")
    return scale is None or abs(scale * (new.value / old.value - 1) - growth.value) <= growth.granule / 2


def words_before(lower: list[str], draft: Draft, nouns: frozenset[str], reach: int) -> list[str]:
    """Return the words before "a deficit of", one of `nouns`, that stands right before a figure; else none.

    Args:
        lower: the words of the text.
        draft: the figure.
        nouns: the words that may name it.
        reach: how many words before the figure are looked at.
    """
    before = lower[max(0, draft.first - reach) : draft.first]
    if "of" not in before:
        return []
    place = len(before) - 1 - before[::-1].index("of")
    return before[: place - 1] if place >= 2 and before[place - 1] in nouns else []


def is_alike_in_status(drafts: Iterable[Draft]) -> bool:
    """Whether figures are all planned, or none is."""
    return len({draft.status in _PLANNED for draft in drafts}) == 1


def _before(drafts: list[Draft], claim: Draft, back: int) -> list[Draft]:
    first = bisect_left(drafts, claim.sentence - back, key=sentence_of)
    last = bisect_left(drafts, claim.start, key=start_of)
    return drafts[first:last]


def of_sentences(drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """Return those of some figures, in text order, that the sentences from `first` to `last` tell."""
    return drafts[
        bisect_left(drafts, first, key=sentence_of) : bisect_left(drafts, last + 1, key=sentence_of)
    ]


def _within(drafts: list[Draft], start: int, end: int) -> list[Draft]:
    return drafts[bisect_left(drafts, start, key=start_of) : bisect_left(drafts, end, key=start_of)]


def with_one_part(found: list[Relation]) -> list[tuple[Draft, Draft]]:
    """Return the wholes that words join with one part, each with it."""
    pairs = []
    for relation in found:
        roles = by_role(relation)
        whole, part = roles.get("total"), roles.get("part")
        if relation.kind == "sum" and len(relation.members) == len(roles) and whole and part:
            pairs.append((whole, part))
    return pairs
