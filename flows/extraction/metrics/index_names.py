"""The metric words of a text, where an index that is a statistic is one of them by its whole name."""

from functools import lru_cache
from typing import Final

from flows.extraction.metrics.metric_lexicon import Lexicon, Metric, Term, Trigger
from flows.extraction.text.document import Document
from flows.extraction.text.indices import index_words, statistical_indices

# An index of these is how they are measured: "the consumer price index rose 3 percent to 120.5".
_INDEXED: Final = frozenset("consumer_prices producer_prices house_prices confidence_index wages".split())


def with_indices(document: Document, lexicon: Lexicon) -> list[Trigger]:
    """Return the metric words of a text, each index that is no stock market's as one by its whole name."""
    triggers = lexicon.find(document)
    indices = statistical_indices(document)
    for token, (first, last) in indices.items():
        words = index_words(document, (first, last))
        if not first <= token < last:
            # Named before.
            first, last = token, token + 1
        inside = [one for one in triggers if one.first < last and one.last > first]
        rows = [row for one in inside for row in one.term.metrics if row.code in _INDEXED]
        metrics = (*rows, *map(_in_points, rows)) or lexicon.index
        name = " ".join(words).replace(" - ", "-")
        term = Term((), metrics, (), False, False, name, False, False, {})
        first = min([first, *(one.first for one in inside)])
        last = max([last, *(one.last for one in inside)])
        triggers = [one for one in triggers if one not in inside]
        triggers.append(Trigger(first, last, term))
    return sorted(triggers, key=lambda one: one.first) if indices else triggers


@lru_cache(maxsize=64)
def _in_points(metric: Metric) -> Metric:
    """Return the row of what an index of `metric` stands at."""
    return Metric(metric.code, metric.name, frozenset(("count",)), metric.kind, metric.is_whole)
