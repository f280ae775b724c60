"""Answers that leave nothing out: "45% were for the plan, 40% against it and 15% had no opinion"."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.lists import list_after
from flows.extraction.relations.relating import Changes, is_current, is_level
from flows.extraction.relations.shapes import Shape, with_next
from flows.extraction.relations.sums import is_plausible, spread

_OPEN: Final = frozenset(
    """undecided opinion unsure know knew abstain abstained abstaining abstention abstentions neither
    neutral others blank spoiled undeclared uncertain view answer mind minds decide decided sure""".split()
)
_AGAINST: Final = frozenset(
    """against oppose opposed opposes opposing disapprove disapproved disapproves disapproving disagree
    disagreed disagrees reject rejected rejects unfavourable unfavorable""".split()
)
_FOR: Final = frozenset(
    """yes for favour favor favoured favored back backed backs backing support supported supports supporting
    approve approved approves approving agree agreed agrees favourable favorable""".split()
)
# "said no", "no 41%": as an answer it stands at the end of its words, not before a noun.
_SAID_NO: Final = "no"
_STOPS: Final = frozenset(", ; : ( ) . and but while".split())
_ALL: Final = 3  # tokens before a figure in which "all of the" begins
_LEAST, _MOST = 60, 150  # what answers to one question may be printed to come to


def find_answers(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    """Return the listed percentages of those for, against and of neither view, as all of a whole.

    The words decide, not the amount: only what could not be one question (far from 100) is left out.
    """
    start = next(
        (p for p in shape.figures if shape.classes[p] == "P" and is_current(shape.draft(p), changes)), None
    )
    if start is None:
        return []
    parts = list_after(shape, start, changes, kind="P", first=start)
    drafts = [shape.draft(part) for part in parts]
    if len(parts) < 3 or any(draft.unit != "percent" or draft.value is None for draft in drafts):
        return []
    amount = sum((draft.value for draft in drafts if draft.value is not None), Decimal(0))
    if not _LEAST < amount < _MOST:
        return []
    if _are_all_answers(reading, shape, parts):
        return [spread("answers", None, drafts, True)]
    return []


def find_votes(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the votes for, against and of neither view, as all of those that the words call all who voted.

    "There were 84 votes for it, 51 against and 15 abstentions. All 150 deputies took part."
    """
    shape = shapes[number]
    start = next((p for p in shape.figures if is_level(shape, p, changes)), None)
    if start is None:
        return []
    parts = list_after(shape, start, changes, first=start, said=True)
    drafts = [shape.draft(part) for part in parts]
    if len(parts) != 3 or any(draft.kind != "count" for draft in drafts):
        return []
    near = with_next(shapes, number)
    voters = [
        each.draft(p)
        for each in near
        for p in each.figures
        if is_level(each, p, changes)
        and "all" in reading.document.lower[max(0, each.draft(p).first - _ALL) : each.draft(p).first]
    ]
    if len(voters) != 1 or voters[0] in drafts or not _are_all_answers(reading, shape, parts):
        return []
    return [spread("votes", voters[0], drafts, True)] if is_plausible(voters[0], drafts) else []


def _are_all_answers(reading: Reading, shape: Shape, parts: list[int]) -> bool:
    """Whether the words beside the parts are for, against and of neither view."""
    ends = [*parts[1:], min(parts[-1] + 10, len(shape.classes))]
    after = [_side(_words(reading, shape, part + 1, end)) for part, end in zip(parts, ends, strict=True)]
    begins = [max(0, parts[0] - 6), *(part + 1 for part in parts[:-1])]
    before = [_side(_words(reading, shape, begin, part)) for begin, part in zip(begins, parts, strict=True)]
    nouns = [
        _side([shape.draft(part).unit or "", *_words(reading, shape, part + 1, end)])
        for part, end in zip(parts, ends, strict=True)
    ]
    return any({"for", "against", "open"} == set(sides) for sides in (after, before, nouns))


def _words(reading: Reading, shape: Shape, begin: int, end: int) -> list[str]:
    words = reading.document.lower[shape.tokens[begin] : shape.tokens[end]]
    while words and words[-1] in _STOPS:
        words.pop()
    return words


def _side(words: list[str]) -> str | None:
    """Return what an answer's words say: open, against or for, or None when they say nothing of the kind."""
    if not _OPEN.isdisjoint(words):
        return "open"
    if not _AGAINST.isdisjoint(words) or words[-1:] == [_SAID_NO]:
        return "against"
    return "for" if not _FOR.isdisjoint(words) else None
