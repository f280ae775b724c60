"""Read several sources at once where servers ask for pauses: while one is left in peace, another is read.

In one thread: readers share the warehouse's memory, the journal and the process that parses. A reader says
where it would wait, and nowhere else is another one's turn. Each source's articles keep their order; the
warehouse does not depend on the order of sources.
"""

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from time import monotonic, sleep
from typing import TypeVar

from flows.sources.memory import Pause
from flows.sources.source import Source

News = TypeVar("News")
# Each source that waits holds what is left of its feed.
MOST_WAITING = 50


def taking_turns(
    sources: Sequence[Source], read: Callable[[Source], Iterator[News | Pause]]
) -> Iterator[tuple[Source, News | None]]:
    """Give what the sources give, each with its source; with None when a source has ended."""
    begun = enumerate(sources)
    waiting: list[tuple[float, int, Iterator[News | Pause]]] = []
    while True:
        turn = _next_turn(waiting, begun, read)
        if turn is None:
            return
        number, items = turn
        for item in items:
            if isinstance(item, Pause):
                heappush(waiting, (monotonic() + item.seconds, number, items))
                break
            yield sources[number], item
        else:
            yield sources[number], None


def _next_turn(
    waiting: list[tuple[float, int, Iterator[News | Pause]]],
    begun: Iterator[tuple[int, Source]],
    read: Callable[[Source], Iterator[News | Pause]],
) -> tuple[int, Iterator[News | Pause]] | None:
    """Return whose turn it is: one that has waited enough, a new one, or the one that has waited longest."""
    if not waiting or (waiting[0][0] > monotonic() and len(waiting) < MOST_WAITING):
        for number, source in begun:
            return number, iter(read(source))
    if not waiting:
        return None
    until, number, items = heappop(waiting)
    sleep(max(until - monotonic(), 0.0))
    return number, items
