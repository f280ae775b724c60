"""Figures marked in their text: the text cut into what is marked and what is not."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Segment:
    """A stretch of text.

    Attributes:
        text: its characters; the segments of a text, joined, are the text.
        number: the figure that it is the quote of; None between figures.
        within: figures whose quotes lie wholly in this one.
    """

    text: str
    number: int | None = None
    within: list[int] = field(default_factory=list)


def marked(text: str, spans: Iterable[tuple[int, int, int]]) -> list[Segment]:
    """Cut `text` at the spans (start, end, number) of its figures; every number is in one segment.

    Where two spans overlap, the later one gets what the earlier leaves.

    >>> [(one.text, one.number) for one in marked("up 5% now", [(3, 5, 1)])]
    [('up ', None), ('5%', 1), (' now', None)]
    """
    segments: list[Segment] = []
    at = 0
    last: Segment | None = None
    for start, end, number in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if last is not None and end <= at:
            last.within.append(number)
            continue
        start, end = max(start, at), min(end, len(text))
        if start > at:
            segments.append(Segment(text[at:start]))
        last = Segment(text[start:end], number)
        segments.append(last)
        at = max(at, end)
    if at < len(text):
        segments.append(Segment(text[at:]))
    return segments
