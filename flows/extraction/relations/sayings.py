"""What the sentences with figures say: which gives a rank, names the largest, quotes forecasters."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.implied.ranks import rank_of
from flows.extraction.reading import Reading
from flows.extraction.relations.shapes import Shape

_EXPECTED: Final = 24  # words from the forecasters to what they expect
_FORECASTERS: Final = frozenset(
    "analyst analysts economist economists consensus forecasters experts wall poll polled".split()
)
_FORESEEING: Final = frozenset(
    """expect expects expected expecting expectation expectations forecast forecasts forecasting estimate
    estimates estimated predict predicted predicting projected projecting see sees seen seeing looking
    consensus average anticipated anticipating""".split()
)
# "... the estimate of analysts, according to X. Revenue fell 2%", "beat forecasts and followed a rise of 1%".
_NO_LONGER: Final = frozenset("according after followed following".split())
_ADJUSTED: Final = frozenset("excluding adjusted underlying before stripping special exceptional".split())
_LARGEST: Final = frozenset("largest biggest leading leader".split())
_TELLING: Final = _LARGEST | _ADJUSTED | _FORECASTERS
# "The biggest rise since 2008", "their highest ever": of other times, not of others.
_OF_TIMES: Final = frozenset("since ever record years months weeks day session close".split())
_HISTORY: Final = frozenset(("history", "ever"))


def _place(words: list[str], wanted: frozenset[str]) -> int | None:
    """Return where the first of the wanted words stands."""
    return min(map(words.index, wanted)) if wanted else None


class Sayings:
    """What the sentences with figures say: which gives a rank, names the largest, quotes forecasters."""

    def __init__(self, reading: Reading, shapes: list[Shape]) -> None:
        lower = reading.document.lower
        self._lower = lower
        self.ranks: dict[int, int] = {}
        self.largest: dict[int, int] = {}
        self.forecasters: dict[int, int] = {}
        self.adjusted: set[int] = set()
        self.unmatched: set[int] = set()
        for shape in shapes:
            first, last = shape.tokens[0], shape.tokens[-1]
            words = lower[first:last]
            rank = rank_of(reading.document, shape)
            if rank:
                self.ranks[shape.sentence] = rank
            telling = _TELLING.intersection(words)
            if not telling:
                continue
            largest = None if rank else _place(words, telling & _LARGEST)
            if largest is not None and not _HISTORY.isdisjoint(words):
                self.unmatched.add(shape.sentence)
            elif largest is not None and _OF_TIMES.isdisjoint(words):
                self.largest[shape.sentence] = first + largest
            if not _ADJUSTED.isdisjoint(telling):
                self.adjusted.add(shape.sentence)
            forecaster = _place(words, telling & _FORECASTERS)
            if forecaster is not None:
                self.forecasters[shape.sentence] = first + forecaster

    def is_foreseen(self, draft: Draft) -> bool:
        """Whether a figure is what forecasters, named before it, expect."""
        place = self.forecasters.get(draft.sentence)
        if place is None or not 0 < draft.first - place <= _EXPECTED:
            return False
        words = self._lower[place : draft.first]
        return not _FORESEEING.isdisjoint(words) and _NO_LONGER.isdisjoint(words)

    def tops(self, draft: Draft) -> bool:
        """Whether whom a figure is about is called the first or the largest before it."""
        place = self.largest.get(draft.sentence)
        return self.ranks.get(draft.sentence) == 1 or (place is not None and place < draft.first)
